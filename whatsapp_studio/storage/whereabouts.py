"""Decides how contacts are found by where they are in a journey, and how everything that happened to one is read."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.journeys.living import FAILED, LateOne, Place, Someone, Stay, Story
from whatsapp_studio.journeys.motion import Run
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.storage.contacts import found_sql
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.runs import ENTERING, RunRow, moment, reasons_of, unpacked

Reasons = tuple[tuple[str, Mapping[str, Any]], ...]
# A key holds the run, and below this many bits which of its steps is meant, from 1 (0: the one it is at).
_BITS = 20
_RUN = "r.id, r.plan_id, r.journey_id, r.test, r.contact_id, r.step, r.came, r.code, r.due, r.state"
_NAME = "trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, ''))"
_NOBODY = Person()


class Whereabouts:
    """Questions about who is where. Nothing is written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keys(self, place: Place, search: str = "") -> array[int]:
        """A key for everybody at a place, in the order they came into the journey; read them with :meth:`read`."""
        query, params = _query(place)
        if search.strip():
            where, more = found_sql(ContactQuery(search=search))
            query = f"SELECT key FROM ({query}) WHERE contact_id IN (SELECT c.id FROM contacts c {where})"
            params = (*params, *more)
        else:
            query = f"SELECT key FROM ({query})"
        with world_errors():
            rows = self._store.db.conn.execute(f"{query} ORDER BY key", params)
            return array("q", chain.from_iterable(rows))

    def read(self, keys: Sequence[int]) -> tuple[Someone, ...]:
        """Those of some keys, in their order; who went on meanwhile is shown where they went on."""
        found = {one.key: one for one in (*self._at_steps(keys), *self._past_steps(keys))}
        missing = [key for key in keys if key not in found]
        found.update((one.key, one) for one in self._gone_on(missing))
        return tuple(found[key] for key in keys if key in found)

    def _at_steps(self, keys: Iterable[int]) -> Iterator[Someone]:
        runs = [key >> _BITS for key in keys if not key & ((1 << _BITS) - 1)]
        rows = self._store.rows(
            f"SELECT {_RUN}, {_NAME} AS name, c.phone FROM runs r LEFT JOIN contacts c ON c.id = r.contact_id"
            " WHERE r.id IN (SELECT value FROM json_each(?)) AND r.ended IS NULL",
            (json.dumps(runs),),
        )
        for row in rows:
            run = unpacked(RunRow(*row[:10]), _NOBODY)
            yield Someone(
                key=row["id"] << _BITS, run=row["id"], contact=row["contact_id"], name=row["name"] or "",
                phone=row["phone"] or "", step=row["step"], since=moment(row["came"]), until=_until(row["due"]),
                reasons=_why(run, row["due"]),
            )  # fmt: skip

    def _past_steps(self, keys: Iterable[int]) -> Iterator[Someone]:
        pairs = [(key >> _BITS, (key & ((1 << _BITS) - 1)) - 1) for key in keys if key & ((1 << _BITS) - 1)]
        rows = self._store.rows(
            f"SELECT p.*, r.contact_id, r.ending, r.ended, {_NAME} AS name, c.phone FROM json_each(?) j"
            " JOIN passes p ON p.run_id = j.value ->> 0 AND p.n = j.value ->> 1 JOIN runs r ON r.id = p.run_id"
            " LEFT JOIN contacts c ON c.id = r.contact_id",
            (json.dumps(pairs),),
        )
        for row in rows:
            yield Someone(
                key=row["run_id"] << _BITS | row["n"] + 1, run=row["run_id"], contact=row["contact_id"],
                name=row["name"] or "", phone=row["phone"] or "", step=row["step"], since=moment(row["came"]),
                left=moment(row["went"]), port=row["port"],
                ending="" if row["port"] or row["ended"] is None else row["ending"], reasons=reasons_of(row["log"]),
            )  # fmt: skip

    def _gone_on(self, keys: Sequence[int]) -> Iterator[Someone]:
        """Whoever was at a step when the keys were read, and is not any more: the last step they left."""
        if not keys:
            return
        runs = {key >> _BITS: key for key in keys}
        last = self._store.rows(
            "SELECT run_id, max(n) AS n FROM passes WHERE run_id IN (SELECT value FROM json_each(?)) GROUP BY run_id",
            (json.dumps(list(runs)),),
        )
        for one in self._past_steps([row["run_id"] << _BITS | row["n"] + 1 for row in last]):
            yield Someone(
                key=runs[one.run], run=one.run, contact=one.contact, name=one.name, phone=one.phone, step=one.step,
                since=one.since, left=one.left, port=one.port, ending=one.ending, reasons=one.reasons,
            )  # fmt: skip

    def stories(self, contact: int) -> tuple[Story, ...]:
        """Every way of a contact through a journey, the last one first."""
        rows = self._store.rows(
            f"SELECT {_RUN}, r.entered, r.visit, r.ended, r.ending, p.version, p.zone, j.name,"
            " l.state AS life, (SELECT count(*) FROM journey_versions v WHERE v.journey_id = p.journey_id"
            " AND v.kind = 'published' AND v.number <= p.version) AS publication"
            " FROM runs r JOIN plans p ON p.id = r.plan_id JOIN journeys j ON j.id = r.journey_id"
            " LEFT JOIN lives l ON l.journey_id = r.journey_id AND l.test = r.test"
            " WHERE r.contact_id = ? ORDER BY r.id DESC",
            (contact,),
        )
        stays = self._stays([row["id"] for row in rows])
        found = []
        for row in rows:
            way = stays.get(row["id"], [])
            if row["ended"] is None:
                run = unpacked(RunRow(*row[:10]), _NOBODY)
                way.append(
                    Stay(
                        step=row["step"], visit=row["visit"], came=moment(row["came"]),
                        reasons=_reasons(run, row["due"]),
                    )
                )  # fmt: skip
            found.append(
                Story(
                    run=row["id"], contact=contact, journey=row["journey_id"], journey_name=row["name"],
                    version=row["version"], publication=row["publication"], zone=row["zone"], test=bool(row["test"]),
                    entered=moment(row["entered"]), stays=tuple(way), until=_until(row["due"]),
                    ended=_until(row["ended"]), ending=row["ending"],
                    held=row["ended"] is None and row["life"] == "paused",
                )
            )  # fmt: skip
        return tuple(found)

    def _stays(self, runs: Sequence[int]) -> dict[int, list[Stay]]:
        found: dict[int, list[Stay]] = {}
        for row in self._store.rows(
            "SELECT * FROM passes WHERE run_id IN (SELECT value FROM json_each(?)) ORDER BY run_id, n",
            (json.dumps(list(runs)),),
        ):
            found.setdefault(row["run_id"], []).append(
                Stay(
                    step=row["step"], visit=row["visit"], came=moment(row["came"]), left=moment(row["went"]),
                    port=row["port"], reasons=reasons_of(row["log"]),
                )
            )  # fmt: skip
        return found

    # -- late messages -------------------------------------------------------------------------------

    def late_count(self, journey: str = "") -> int:
        """How many late messages wait for a decision."""
        found = self._store.value(f"SELECT count(*) FROM {_ASKING}", (journey, journey))
        return found if isinstance(found, int) else 0

    def late_by_journey(self) -> dict[str, int]:
        """How many late messages wait for a decision, by journey; none where none do."""
        found = self._store.rows(f"SELECT r.journey_id, count(*) AS n FROM {_ASKING} GROUP BY r.journey_id", ("", ""))
        return {row["journey_id"]: row["n"] for row in found}

    def late_runs(self, journey: str = "") -> tuple[int, ...]:
        """The runs whose late message waits for a decision."""
        return tuple(row["id"] for row in self._store.rows(f"SELECT r.id FROM {_ASKING}", (journey, journey)))

    def late(self, journey: str = "", *, limit: int = 200, offset: int = 0) -> tuple[LateOne, ...]:
        """Late messages that wait for a decision, the first that entered first."""
        rows = self._store.rows(
            f"SELECT {_RUN}, {_NAME} AS name, c.phone, j.name AS journey FROM {_ASKING} ORDER BY r.id LIMIT ? OFFSET ?",
            (journey, journey, limit, offset),
        )
        found = []
        for row in rows:
            run = unpacked(RunRow(*row[:10]), _NOBODY)
            planned = run.state.planned
            found.append(
                LateOne(
                    run=row["id"], journey=row["journey_id"], journey_name=row["journey"], plan=row["plan_id"],
                    step=row["step"], contact=row["contact_id"], name=row["name"] or "", phone=row["phone"] or "",
                    planned=planned, since=run.held,
                )
            )  # fmt: skip
        return tuple(found)


_ASKING = (
    "plans p JOIN runs r ON r.plan_id = p.id AND r.code = 'late-ask' JOIN journeys j ON j.id = r.journey_id"
    " LEFT JOIN contacts c ON c.id = r.contact_id WHERE r.ended IS NULL AND (? = '' OR r.journey_id = ?)"
)


def _query(place: Place) -> tuple[str, tuple[object, ...]]:
    """The keys with their contacts, and what fills the query."""
    here = f"SELECT r.id << {_BITS} AS key, r.contact_id FROM runs r WHERE r.plan_id = ? AND r.ended IS NULL"
    gone = (
        f"SELECT (p.run_id << {_BITS}) + p.n + 1 AS key, r.contact_id FROM passes p JOIN runs r ON r.id = p.run_id"
        " WHERE p.plan_id = ? AND p.step = ?"
    )
    at = (place.plan, place.step)
    match place.what:
        case "inside":
            return here, (place.plan,)
        case "waiting":
            return f"{here} AND r.step = ?", at
        case "passed":
            return (f"{gone} AND p.port = ?", (*at, place.port)) if place.port else (f"{gone} AND p.port > ''", at)
        case "failed":
            return f"{gone} AND p.port = ?", (*at, FAILED)
        case "entered":
            return f"{here} AND r.step = ? UNION ALL {gone}", (*at, *at)
        case "ended" if not place.step:
            last = f"SELECT (r.id << {_BITS}) + (SELECT max(p.n) FROM passes p WHERE p.run_id = r.id) + 1 AS key"
            ended = f"{last}, r.contact_id FROM runs r WHERE r.plan_id = ? AND r.ended IS NOT NULL"
            return f"{ended} AND (? = '' OR r.ending = ?)", (place.plan, place.port, place.port)
        case "ended":
            over = "r.ended IS NOT NULL AND r.step = p.step AND r.visit = p.visit AND (? = '' OR r.ending = ?)"
            return f"{gone} AND {over}", (*at, place.port, place.port)


def _until(stamp: int | None) -> datetime | None:
    return None if stamp is None else moment(stamp)


def _why(run: Run, due: int | None) -> Reasons:
    """Why somebody is held: the last reason alone."""
    return _reasons(run, due)[-1:]


def _reasons(run: Run, due: int | None) -> Reasons:
    if run.code == ENTERING:
        return ((ENTERING, {"until": _until(due)}),)
    return run.reasons or (((run.code, run.facts),) if run.code else ())
