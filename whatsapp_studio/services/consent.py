"""Decides what the faces can ask about consent: answers, who is never written to, keywords, the practice switch."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import msgspec

from whatsapp_studio.audience.consent import ConsentEntry, Purpose
from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.audience.fields import read_date
from whatsapp_studio.audience.headers import plain as plain_header
from whatsapp_studio.audience.keywords import DEFAULTS, KeywordKind, Keywords, Listener, merged
from whatsapp_studio.audience.suppression import GIVEN, Practice, Suppression, read_entry
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Problem, UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.services.reading import open_table
from whatsapp_studio.storage import consents, keywords, practice, suppressions
from whatsapp_studio.storage.audit import note
from whatsapp_studio.storage.consents import ConsentStore
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.suppressions import SuppressionStore

__all__ = ["DEFAULTS", "Consents", "Listed", "Practice", "Suppression"]
_BATCH = 1000
_VALUE = ("number", "phone", "phone number", "prefix", "nummer", "telefoonnummer", "beginreeks", "value")
_REASON, _UNTIL = ("reason", "reden"), ("until", "expires", "expiry", "tot", "tot en met", "einddatum")


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of entries for the suppression list: how many were new, how many were on it, and which are none.

    ``invalid`` holds what was written with the problem, and for a file its line.
    """

    added: int = 0
    known: int = 0
    invalid: tuple[tuple[int, str, Problem], ...] = ()


class Consents:
    """Consent and suppression. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, tell: Tell, country: Callable[[], str] = str) -> None:
        self._store, self._clock, self._tell = store, clock, tell
        self._ledger, self._list, self._contacts = ConsentStore(store), SuppressionStore(store), ContactStore(store)
        # Of numbers that are written without one.
        self._country = country

    # -- answers -------------------------------------------------------------------------------------

    def history(self, contact_id: int) -> tuple[ConsentEntry, ...]:
        """Every answer of a contact, also those its number gave before; the newest first."""
        contact = self._contacts.get(contact_id)
        return self._ledger.of(contact_id, contact.phone if contact is not None else "")

    def record(
        self, ids: Sequence[int], purpose: Purpose, state: Consent, source: str, at: datetime | None = None,
        evidence: str = "", wording: str = "",
    ) -> int:  # fmt: skip
        """Write an answer into the ledger and onto the contacts; returns how many.

        A "yes" from before a later "no" is written down and does not undo it. Raises ``UserError``:
        ``consent-source-missing`` for a yes, ``consent-in-future``.
        """
        source, now = source.strip(), self._clock.now()
        if state == "yes" and not source:
            raise UserError("consent-source-missing")
        if at is not None and at > now + timedelta(days=1):
            raise UserError("consent-in-future")
        with self._store.write() as conn:
            told = consents.record(
                conn, ids, purpose, state, source, iso(now), at=iso(at) if at else "", evidence=evidence.strip(),
                wording=wording.strip(),
            )  # fmt: skip
            action = {"yes": "consent-given", "no": "consent-withdrawn", "unknown": "consent-cleared"}[state]
            for id in ids[:_BATCH]:
                note(conn, now, action, "consent", id, after={"purpose": purpose, "state": state, "source": source})
        self._tell(Changes(contacts=True, audit=True))
        return told

    # -- the suppression list ------------------------------------------------------------------------

    def suppressions(self, search: str = "") -> list[Suppression]:
        """The list, beginnings of numbers first, then the newest; what has ended is taken out before."""
        self._sweep()
        return self._list.get_many(self._list.keys(search)) if search.strip() else self._list.all()

    def suppression_keys(self, search: str = "") -> list[tuple[str, bool]]:
        """What a long table scrolls over: the value of each entry, and whether it is a beginning."""
        self._sweep()
        return self._list.keys(search)

    def suppressions_of(self, keys: Sequence[tuple[str, bool]]) -> list[Suppression]:
        """Entries by their keys, in the order asked for."""
        return self._list.get_many(keys)

    def suppression_count(self) -> int:
        """How many entries there are."""
        return self._list.count()

    def suppress(
        self, values: Iterable[str], reason: str = "by-hand", until: datetime | None = None, source: str = ""
    ) -> Listed:
        """Put numbers and beginnings (``+3190*``) on the list; what is neither is named, the others count.

        ``until`` is when they end by themselves. What was chosen for these people and waits is left out when it
        would leave. Raises ``UserError("suppression-ended")`` where ``until`` is over.
        """
        now = self._clock.now()
        if until is not None and until <= now:
            raise UserError("suppression-ended")
        good: list[tuple[str, bool]] = []
        bad: list[tuple[int, str, Problem]] = []
        for line, text in enumerate(values, 1):
            read = read_entry(text, self._country())
            if isinstance(read, str):
                bad.append((line, text, Problem(read, facts={"value": text})))
            else:
                good.append(read)
        good = list(dict.fromkeys(good))
        with self._store.write() as conn:
            new = suppressions.suppress(conn, good, reason, source, iso(now), iso(until) if until else "")
            if good:
                note(conn, now, "suppression-added", "suppression", after={"count": len(good), "reason": reason})
            if reason == "opted-out":
                self._said_no(conn, good, source, now)
        self._told()
        return Listed(added=new, known=len(good) - new, invalid=tuple(bad))

    def unsuppress(self, values: Iterable[str]) -> int:
        """Take entries off the list, each as it stands there; returns how many were on it.

        Whoever is there because of their own "no" is not written to again by that: their answer becomes "unknown",
        for nobody said yes.
        """
        entries = [(value.rstrip("*…"), value.endswith(("*", "…"))) for value in values]
        now = self._clock.now()
        with self._store.write() as conn:
            lifted = suppressions.lift(conn, entries)
            for value, is_prefix in lifted:
                contact = None if is_prefix else self._contacts.by_phone(value)
                if contact is not None and contact.marketing == "no":
                    consents.record(conn, [contact.id], "marketing", "unknown", "unblocked", iso(now))
            if lifted:
                note(conn, now, "suppression-removed", "suppression", after={"count": len(lifted)})
        self._told()
        return len(lifted)

    def import_suppressions(self, path: Path, progress: Progress | None = None) -> Listed:
        """Put the numbers and beginnings of a file on the list: all or nothing, but for lines that are neither.

        Its columns are the number or beginning, and if it has them a reason and an end. Raises Cancelled.
        """
        watch = progress or Unwatched()
        table = open_table(path)
        names = [plain_header(column) for column in table.columns]
        at = next((i for i, name in enumerate(names) if name in _VALUE), 0)
        why, end = (next((i for i, name in enumerate(names) if name in some), None) for some in (_REASON, _UNTIL))
        now = self._clock.now()
        added = known = 0
        bad: list[tuple[int, str, Problem]] = []
        with self._store.write() as conn:
            for n, (line, cells) in enumerate(table.rows(), 1):
                text = cells[at] if at < len(cells) else ""
                read = read_entry(text, self._country())
                until = _end(cells[end]) if end is not None and end < len(cells) else None
                if isinstance(read, str) or isinstance(until, Problem):
                    trouble = until if isinstance(until, Problem) else Problem(str(read), facts={"value": text})
                    bad.append((line, text, trouble))
                elif until is None or until > now:
                    said = cells[why].strip() if why is not None and why < len(cells) else ""
                    reason = said if said in GIVEN else "by-hand"
                    source = said if said and said not in GIVEN else path.name
                    new = suppressions.suppress(
                        conn, [read], reason, source, iso(now), iso(until) if until is not None else ""
                    )
                    added, known = added + new, known + (not new)
                    if reason == "opted-out":
                        self._said_no(conn, [read], path.name, now)
                if n % _BATCH == 0:
                    watch.report(n, table.total_rows)
                    if watch.cancelled():
                        raise Cancelled
            note(conn, now, "suppression-imported", "suppression", name=path.name, after={"added": added})
        self._told()
        return Listed(added=added, known=known, invalid=tuple(bad))

    def export_suppressions(self, path: Path) -> int:
        """Write the list as CSV that :meth:`import_suppressions` reads again; returns how many entries."""
        entries = self.suppressions()
        try:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["number", "reason", "until", "since", "source"])
                for one in entries:
                    value = one.value + "*" if one.is_prefix else one.value
                    until = one.until.isoformat(timespec="minutes") if one.until else ""
                    writer.writerow([value, one.reason, until, one.at.isoformat(timespec="minutes"), one.source])
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        with self._store.write() as conn:
            note(conn, self._clock.now(), "suppression-exported", "suppression", after={"count": len(entries)})
        self._tell(Changes(audit=True))
        return len(entries)

    # -- the practice switch -------------------------------------------------------------------------

    def practice(self) -> Practice:
        """Whether the switch is on, and the numbers it lets through besides test contacts."""
        conn = self._store.db.conn
        return Practice(on=practice.is_on(conn), people=practice.people(conn))

    def set_practice(self, on: bool) -> None:
        """Turn the switch; what waits for others stays waiting while it is on."""
        now = self._clock.now()
        with self._store.write() as conn:
            if practice.is_on(conn) != on:
                practice.switch(conn, on)
                note(conn, now, "practice-on" if on else "practice-off", "rule")
        self._told()

    def set_practice_people(self, phones: Iterable[str]) -> None:
        """Make these E.164 numbers those that practice lets through."""
        now = self._clock.now()
        with self._store.write() as conn:
            practice.set_people(conn, phones, iso(now))
            note(conn, now, "practice-people-changed", "rule", after={"count": len(practice.people(conn))})
        self._told()

    # -- keywords ------------------------------------------------------------------------------------

    def keywords(self) -> tuple[Keywords, ...]:
        """The keywords in force, by kind and language."""
        return merged(keywords.changed(self._store.db.conn))

    def listener(self) -> Listener:
        """What hears keywords in a message."""
        return Listener(self.keywords())

    def save_keywords(self, language: str, kind: KeywordKind, words: Iterable[str], reply: str = "") -> None:
        """Make these the words of a kind in a language; ``UserError("keyword-taken")`` where another kind has one."""
        kept = Keywords(
            language=language, kind=kind, words=tuple(dict.fromkeys(filter(None, map(str.strip, words)))),
            reply=reply.strip(),
        )  # fmt: skip
        others = Listener(one for one in self.keywords() if one.kind != kind)
        for word in kept.words:
            if others.asks(word) is not None:
                raise UserError("keyword-taken", word=word)
        with self._store.write() as conn:
            keywords.keep(conn, kept)
            note(conn, self._clock.now(), "keywords-changed", "rule", f"{kind} {language}",
                 after={"words": list(kept.words), "reply": kept.reply})  # fmt: skip
        self._told()

    def reset_keywords(self, language: str, kind: KeywordKind) -> None:
        """Go back to the words that are built in."""
        with self._store.write() as conn:
            keywords.forget(conn, language, kind)
            note(conn, self._clock.now(), "keywords-changed", "rule", f"{kind} {language}")
        self._told()

    # -- inside --------------------------------------------------------------------------------------

    def _said_no(
        self, conn: sqlite3.Connection, entries: Iterable[tuple[str, bool]], source: str, now: datetime
    ) -> None:
        """An opt-out that is written down here is a "no" in the ledger as well."""
        for value, is_prefix in entries:
            if not is_prefix:
                contact = self._contacts.by_phone(value)
                consents.answer(
                    conn, value, contact.id if contact else None, "no", source or tr("suppression list"), iso(now),
                    iso(now),
                )  # fmt: skip

    def _sweep(self) -> None:
        if self._store.read_only:
            return
        with self._store.write() as conn:
            if gone := suppressions.sweep(conn, self._clock.now()):
                note(conn, self._clock.now(), "suppression-expired", "suppression", after={"count": gone})

    def _told(self) -> None:
        self._tell(Changes(contacts=True, rules=True, audit=True))


def _end(text: str) -> datetime | Problem | None:
    """When an entry of a file ends: a moment, or the end of a day in UTC; None for never."""
    text = text.strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo is not None else _after(moment.date())
    except ValueError:
        pass
    try:
        return _after(read_date(text))
    except ValueError:
        return Problem("suppression-until-unclear", facts={"value": text})


def _after(day: date) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(days=1)
