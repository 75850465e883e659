"""Decides what the rules of writing say of everybody at once: read in a few questions before an audience is counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.caps import Cap, CountryLimit, begins, counts
from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.audience.us import calling_code, country_of
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.campaigns.draft import Purpose
from whatsapp_studio.campaigns.reach import AudienceCount, Reach, Tally
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.standing import COUNTED, META_STOP, REACHABLE, WHICH, Standing
from whatsapp_studio.storage.suppressions import sweep

# Clocks of the world are so far apart at most: a window of the calendar begins nowhere earlier.
_EARLIEST = ZoneInfo("Etc/GMT+12")
_PAGE = 20_000
_UNWATCHED = Unwatched()


class ReachStore:
    """Who may be written to, of everybody."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reach(
        self, purpose: Purpose, at: datetime, now: datetime, quiet_id: int | None = None, only: int | None = None
    ) -> Reach:
        """What stands between people and a message that is to leave at ``at``; ``quiet_id`` as a draft has it.

        ``only`` is the contact of whom alone it will be asked: that is read at once, of a million contacts, too.
        """
        with world_errors():
            conn = self._store.db.conn
            if not self._store.read_only:
                with self._store.write() as writing:
                    sweep(writing, now)
            standing = Standing(conn.cursor(), max(at, now))
            limits = [one for one in standing.every_limit if counts(one.purpose, purpose)]
            countries = frozenset(one.country for one in limits if not one.most)
            return Reach(
                purpose, standing.now, suppressed=dict(_suppressed(conn, standing, purpose == "marketing", only)),
                limited=_limited(conn, standing, purpose, limits, only),
                allowed=_allowed(conn) if standing.practice else None,
                nowhere=countries, calling=tuple(calling_code(one) for one in countries),
                hours=standing.hours(quiet_id), zone=standing.zone,
            )  # fmt: skip

    def count(self, chosen: tuple[str, tuple[object, ...]], reach: Reach, progress: Progress = _UNWATCHED
              ) -> AudienceCount:  # fmt: skip
        """How many of an audience can be reached, and why the others cannot, whatever the message says.

        ``chosen`` is a query for ids with its parameters. Raises ``Cancelled``.
        """
        sql, params = chosen
        tally = Tally()
        with world_errors():
            rows = self._store.db.conn.execute(
                "SELECT c.id, coalesce(c.phone, ''), c.marketing, c.utility, c.time_zone FROM contacts c"
                f" WHERE c.id IN ({sql})",
                params,
            )
            done = 0
            while some := rows.fetchmany(_PAGE):
                for row in some:
                    tally.add(reach.ask(*row))
                done += len(some)
                progress.report(done, 0)
                if progress.cancelled():
                    raise Cancelled
        return tally.count


def _suppressed(
    conn: sqlite3.Connection, standing: Standing, marketing: bool, only: int | None
) -> Iterator[tuple[int, str]]:
    """Contacts on the block list, with why; what the person said comes last, for it counts."""
    which = "" if marketing else f" AND s.reason <> '{META_STOP}'"
    one = "" if only is None else f" AND +c.id = {int(only)}"
    for prefix, why in standing.prefixes:
        if marketing or why != META_STOP:
            span = (prefix, prefix + chr(ord("9") + 1))
            ids = conn.execute(f"SELECT c.id FROM contacts c WHERE c.phone >= ? AND c.phone < ?{one}", span)
            yield from ((row[0], prefix) for row in ids)
    twice = f"SELECT phone, reason FROM suppressions s WHERE substr(phone, 1, 3) IN ('+52', '+54', '+55'){which}"
    for phone, why in conn.execute(twice).fetchall():
        found = conn.execute(f"SELECT c.id FROM contacts c WHERE c.phone = ?{one}", (other_spelling(phone),)).fetchone()
        if found is not None:
            yield found[0], why
    # A contact that is meant is looked at first: the list may be long.
    joined = "contacts c CROSS JOIN suppressions s" if one else "suppressions s JOIN contacts c"
    mine = one.replace("+c.id", "c.id")
    yield from conn.execute(
        f"SELECT c.id, s.reason FROM {joined} ON s.phone = '+' || c.wa_id WHERE c.wa_id <> ''{which}{mine}"
        if one
        else "SELECT c.id, s.reason FROM suppressions s JOIN contacts c ON c.wa_id = substr(s.phone, 2)"
        f" WHERE c.wa_id <> ''{which}"
    )
    yield from conn.execute(f"SELECT c.id, s.reason FROM {joined} ON c.phone = s.phone WHERE true{which}{mine}")


def _allowed(conn: sqlite3.Connection) -> frozenset[int]:
    return frozenset(row[0] for row in conn.execute(f"SELECT p.id FROM contacts p WHERE {REACHABLE}"))


def _limited(
    conn: sqlite3.Connection, standing: Standing, purpose: str, limits: list[CountryLimit], only: int | None
) -> dict[int, tuple[str, str]]:
    """Contacts to whom as much was sent as a cap or the limit of their country allows."""
    found: dict[int, tuple[str, str]] = {}
    for cap in reversed(standing.caps_of(purpose)):
        found.update((contact, ("capped", cap.name)) for contact, _ in _full(conn, standing, cap, only))
    for limit in limits:
        if limit.most:
            cap = Cap(most=limit.most, purpose=limit.purpose, window="days", length=limit.days)
            found.update(
                (contact, ("country-limit", limit.country))
                for contact, phone in _full(conn, standing, cap, only)
                if country_of(phone) == limit.country
            )
    return found


def _full(
    conn: sqlite3.Connection, standing: Standing, cap: Cap, only: int | None
) -> Iterator[tuple[int, str]]:
    """Contacts for whom a cap has no room: id and number."""
    widest = begins(cap, standing.now, _EARLIEST) - timedelta(hours=27 if cap.window in ("day", "week", "month") else 0)
    one = "" if only is None else f" AND o.contact_id = {int(only)}"
    rows = conn.execute(
        "SELECT p.id, p.phone, p.time_zone, group_concat(s.at, ' ') FROM"
        f" (SELECT o.contact_id, o.claimed_at AS at {COUNTED} {WHICH[cap.purpose]} AND o.claimed_at >= :since{one}) s"
        " JOIN contacts p ON p.id = s.contact_id WHERE p.phone IS NOT NULL GROUP BY p.id HAVING count(*) >= :most",
        {"since": iso(widest), "most": cap.most},
    )
    resets = standing.resets(cap)
    begin: dict[ZoneInfo, str] = {}
    for id, phone, time_zone, text in rows:
        zone = zone_for(time_zone, phone, "", standing.zone)
        if zone not in begin:
            begin[zone] = standing.window(cap, zone)
        since = max(begin[zone], resets.get(id, ""))
        if sum(1 for at in text.split(" ") if at >= since) >= cap.most:
            yield id, phone
