"""Decides what an import looks up beside the contacts while it goes through its file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from whatsapp_studio.audience.consent import OPT_OUTS
from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.audience.phone import line_of, other_spelling
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.storage.db import Store, world_errors

# Countries whose numbers can be written in two ways: Mexico, Argentina, Brazil.
_TWO_WAYS = ("+52", "+54", "+55")
_CACHE_KB = 64_000


@contextmanager
def staging(store: Store) -> Iterator[sqlite3.Connection]:
    """This thread's connection with a database ``staging`` beside it, which is gone afterwards, also after a crash."""
    conn = store.db.conn
    with world_errors():
        temp_store = conn.execute("PRAGMA temp_store").fetchone()[0]
        cache = conn.execute("PRAGMA main.cache_size").fetchone()[0]
        # On the disk, not in memory: a million rows must not need a million rows of memory.
        conn.execute("PRAGMA temp_store = FILE")
        conn.execute("ATTACH '' AS staging")
        try:
            conn.execute("PRAGMA staging.journal_mode = MEMORY")
            conn.execute("PRAGMA staging.cache_size = -16000")
            conn.execute(f"PRAGMA main.cache_size = -{_CACHE_KB}")
            yield conn
        finally:
            if conn.in_transaction:
                conn.rollback()
            conn.execute("DETACH staging")
            conn.execute(f"PRAGMA temp_store = {temp_store}")
            conn.execute(f"PRAGMA main.cache_size = {cache}")


@contextmanager
def interrupting(conn: sqlite3.Connection, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Long statements inside are given up once ``cancelled()`` is true: raises Cancelled."""
    conn.set_progress_handler(lambda: int(cancelled()), 200_000)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise
    finally:
        conn.set_progress_handler(None, 0)


def one_spelling(
    conn: sqlite3.Connection, phones: Sequence[str], known: Sequence[str] = ("contacts",)
) -> Sequence[str]:  # fmt: skip
    """Numbers as the workspace, or an earlier row, spells them, where a country has two ways to write one line.

    ``known`` are the tables of the numbers that are there already.
    """
    twins = {
        place: other for place, phone in enumerate(phones)
        if phone[:3] in _TWO_WAYS and (other := other_spelling(phone))
    }  # fmt: skip
    if not twins:
        return phones
    asked = {phones[place] for place in twins} | set(twins.values())
    listed = json.dumps([*asked])
    there = {phone for table in known for (phone,) in conn.execute(
        f"SELECT phone FROM {table} WHERE phone IN (SELECT value FROM json_each(?))", (listed,)
    )}  # fmt: skip
    # Somebody known to Meta by an id that is not the number as written.
    at_meta = dict(conn.execute(
        "SELECT wa_id, phone FROM contacts WHERE wa_id <> '' AND wa_id IN (SELECT value FROM json_each(?))",
        (json.dumps([phone[1:] for phone in asked]),),
    ).fetchall())  # fmt: skip
    spelled = list(phones)
    first: dict[str, str] = {}
    for place, twin in twins.items():
        phone = phones[place]
        if phone in there:
            continue
        known_as = twin if twin in there else at_meta.get(phone[1:]) or at_meta.get(twin[1:])
        spelled[place] = known_as or first.setdefault(line_of(phone), phone)
    return spelled


class Stopped:
    """Who of a file's numbers is on the block list, and whether by their own wish."""

    def __init__(self, conn: sqlite3.Connection, now: str) -> None:
        self._conn = conn
        self._now = now
        self._any = conn.execute("SELECT EXISTS (SELECT 1 FROM suppressions)").fetchone()[0] == 1

    def of(self, phones: Sequence[str]) -> Mapping[str, bool]:
        """The blocked ones of some numbers: True for those who opted out."""
        if not self._any:
            return {}
        twins = {twin: phone for phone in phones if phone[:3] in _TWO_WAYS and (twin := other_spelling(phone))}
        found: dict[str, bool] = {}
        for phone, reason in self._conn.execute(
            "SELECT phone, reason FROM suppressions WHERE phone IN (SELECT value FROM json_each(?)) "
            "AND (until = '' OR until > ?)",
            (json.dumps([*phones, *twins]), self._now),
        ):
            for spelling in (phone, twins.get(phone, phone)):
                found[spelling] = found.get(spelling, False) or reason in OPT_OUTS
        return found


def heard(say: Consent, phone: str, stopped: Mapping[str, bool], now: Consent = "unknown") -> bool:
    """Whether an answer of a file counts: nothing takes a no back, and a yes does not free a number that is blocked."""
    return (say == "no" and now != "no") or (say == "yes" and now != "no" and phone not in stopped)
