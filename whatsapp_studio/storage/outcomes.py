"""Decides how the people behind a report are read, without counting a million of them for a screen."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from functools import lru_cache

from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.reports.places import market_of
from whatsapp_studio.reports.report import OutcomeRow
from whatsapp_studio.reports.which import EVERYBODY, Which
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.report_figures import ACCEPTED, ACCEPTED_AT, DELIVERED_AT, NEWS, READ_AT, TAPPED
from whatsapp_studio.storage.report_versions import VersionStore

_TO_STATE = {"queued": "ready", "in_flight": "sending"}
_FROM_STATE = {"ready": "queued", "sending": "in_flight"}
_ANSWERS = "EXISTS (SELECT 1 FROM inbox i WHERE i.context <> '' AND i.context = o.wamid{})"
_MARKS = {
    "accepted": ACCEPTED, "replied": _ANSWERS.format(""), "clicked": _ANSWERS.format(f" AND {TAPPED}"),
    "opted-out": "o.opted_at IS NOT NULL",
}  # fmt: skip
_TIMES = {
    "accepted": ACCEPTED_AT, "delivered": DELIVERED_AT, "read": READ_AT,
    "replied": "(SELECT min(i.at) FROM inbox i WHERE i.context <> '' AND i.context = o.wamid)",
}  # fmt: skip
_WHOLE = (
    f"SELECT o.*, {ACCEPTED} AS taken, {NEWS.format('sent')} AS sent_at, {_TIMES['delivered']} AS was_delivered_at,"
    f" {_TIMES['read']} AS read_at, {NEWS.format('failed')} AS failed_at, {_TIMES['replied']} AS replied_at,"
    f" {_MARKS['clicked']} AS clicked, c.currency FROM outbox o JOIN campaigns c ON c.id = o.campaign_id"
)


class OutcomeStore:
    """Reads the outbox for lists of people. ``ids`` are campaigns: one, or the turns of one that recurs."""

    def __init__(self, store: Store) -> None:
        self._store, self._versions = store, VersionStore(store)

    def rows(
        self, ids: Sequence[str], which: Which = EVERYBODY, offset: int = 0, limit: int = 200, *, zone: tzinfo
    ) -> list[OutcomeRow]:
        """A page of recipients in the order they were planned; ``zone`` is the clock of those who have none."""
        where, params = self._where(ids, which, zone)
        found = self._store.rows(
            f"{_WHOLE} WHERE o.id IN (SELECT o.id FROM outbox o WHERE {where} ORDER BY o.id LIMIT :limit"
            " OFFSET :offset) ORDER BY o.id",
            {**params, "limit": limit, "offset": offset},
        )
        return [_row(one) for one in found]

    def count(self, ids: Sequence[str], which: Which = EVERYBODY, *, zone: tzinfo) -> int:
        """How many recipients a choice has."""
        where, params = self._where(ids, which, zone)
        return int(str(self._store.value(f"SELECT count(*) FROM outbox o WHERE {where}", params)))

    def each(self, ids: Sequence[str], which: Which = EVERYBODY, *, zone: tzinfo) -> Iterator[OutcomeRow]:
        """Every recipient of a choice, read in pages."""
        where, params = self._where(ids, which, zone)
        after = 0
        while page := self._store.rows(
            f"{_WHOLE} WHERE {where} AND o.id > :after ORDER BY o.id LIMIT 5000", {**params, "after": after}
        ):
            after = page[-1]["id"]
            yield from map(_row, page)

    def one(self, row_id: int) -> OutcomeRow | None:
        """One recipient by the id of its row."""
        found = self._store.row(f"{_WHOLE} WHERE o.id = ?", (row_id,))
        return _row(found) if found is not None else None

    def has_receipts(self) -> bool:
        """Whether a status from Meta ever arrived in this workspace."""
        return self._store.value("SELECT 1 FROM news LIMIT 1") is not None

    def _where(self, ids: Sequence[str], which: Which, zone: tzinfo) -> tuple[str, dict[str, object]]:
        where = ["o.campaign_id IN (SELECT value FROM json_each(:ids))"]
        params: dict[str, object] = {"ids": json.dumps([which.campaign] if which.campaign in ids else list(ids))}
        if which.states:
            where.append("o.state IN (SELECT value FROM json_each(:states))")
            params["states"] = json.dumps([_TO_STATE.get(one, one) for one in which.states])
        if which.mark:
            where.append(_MARKS[which.mark])
        for column in ("reason", "treatment"):
            value = getattr(which, column)
            if value or (value is not None and column == "treatment"):
                where.append(f"o.{column} = :{column}")
                params[column] = value
        if which.but_reason:
            where.append("o.reason <> :but")
            params["but"] = which.but_reason
        if which.search:
            where.append(r"(fold(o.name) LIKE fold(:search) ESCAPE '\' OR o.phone LIKE :search ESCAPE '\')")
            params["search"] = "%" + re.sub(r"([\\%_])", r"\\\1", which.search) + "%"
        for name, key in (("language", which.language), ("version", which.version)):
            if key is not None:
                got = self._versions.of(ids, key, language=name == "language")
                where.append(
                    "(o.campaign_id, o.treatment, o.language) IN (SELECT json_extract(value, '$[0]'),"
                    f" json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(:{name}))"
                )
                params[name] = json.dumps(got)
        with world_errors():
            conn = self._store.db.conn
            if which.market is not None:
                conn.create_function("market_of", 1, market_of, deterministic=True)
                where.append("market_of(CASE o.market WHEN '' THEN substr(o.phone, 1, 8) ELSE o.market END) = :market")
                params["market"] = which.market
            if which.weekday is not None and which.hour is not None:
                conn.create_function("hour_of_week", 2, _hours(zone), deterministic=True)
                clock = "CASE o.zone WHEN '' THEN substr(o.phone, 1, 6) ELSE o.zone END"
                where.append(f"hour_of_week({clock}, {_TIMES['delivered']}) = :hour")
                params["hour"] = which.weekday * 24 + which.hour
        if which.event:
            where.append(f"{_TIMES[which.event]} >= :begin AND {_TIMES[which.event]} < :end")
            assert which.begin is not None and which.end is not None
            params |= {"begin": iso(which.begin), "end": iso(which.end)}
        return " AND ".join(where), params


def clock_of(clock: str, otherwise: tzinfo) -> tzinfo:
    """The zone that a row's clock means: a zone by its name, or where a number that begins so is from."""
    if clock.startswith("+"):
        return zone_for("", clock, "", otherwise)  # type: ignore[arg-type]
    return (zone_of(clock) if clock else None) or otherwise


def _hours(zone: tzinfo) -> Callable[[str, str | None], int | None]:
    known = lru_cache(maxsize=None)(clock_of)

    def hour_of_week(clock: str, at: str | None) -> int | None:
        if not at:
            return None
        here = datetime.fromisoformat(at).astimezone(known(clock, zone))
        return here.weekday() * 24 + here.hour

    return hour_of_week


def _row(row: sqlite3.Row) -> OutcomeRow:
    def moment(text: str | None) -> datetime | None:
        return from_iso(text) if text else None

    return OutcomeRow(
        id=row["id"],
        contact=row["contact_id"],
        name=row["name"],
        phone=row["phone"],
        state=_FROM_STATE.get(row["state"], row["state"]),
        reason=row["reason"],
        rule=row["rule"] if row["state"] == "excluded" else "",
        code=row["code"],
        details=row["details"],
        at=moment(row["news_at"] or row["settled_at"] or row["claimed_at"]),
        campaign=row["campaign_id"],
        treatment=row["treatment"],
        wave=row["wave"],
        language=row["language"],
        market=market_of(row["market"] or row["phone"][:8]),
        price=row["price"],
        currency=row["currency"],
        accepted_at=moment(row["settled_at"] or row["claimed_at"]) if row["taken"] else None,
        sent_at=moment(row["sent_at"]),
        delivered_at=moment(row["was_delivered_at"]),
        read_at=moment(row["read_at"]),
        failed_at=moment(row["failed_at"] or (row["settled_at"] if row["state"] == "failed" else None)),
        replied_at=moment(row["replied_at"]),
        clicked=bool(row["clicked"]),
        opted_at=moment(row["opted_at"]),
    )
