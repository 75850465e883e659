"""Decides who may be written to at a moment, as far as that is known before: the gate asks again at the last moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.audience.contact import Consent, Contact
from whatsapp_studio.audience.quiet import QuietHours, until
from whatsapp_studio.audience.us import country_of, is_us
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.campaigns.draft import Purpose

_UTC = ZoneInfo("UTC")
# The hours from and until which a message wakes people.
_NIGHT = (22, 7)


class Answer(NamedTuple):
    """Why somebody gets no message (``reason``, empty where they do), what decided it, and until when it would wait."""

    reason: str = ""
    rule: str = ""
    until: datetime | None = None


GO = Answer()


class Reach:
    """What stands between people and a message of a purpose at ``at`` (aware).

    By ids of contacts: ``suppressed`` are those on the block list, with why (a reason, or the beginning of numbers);
    ``limited`` those to whom enough was sent, with reason and rule; ``allowed`` the only ones there are while one
    practises (None: everybody). ``nowhere`` are countries to which nothing is sent. ``hours`` are the quiet hours;
    ``zone`` is the workspace's.
    """

    def __init__(
        self, purpose: Purpose, at: datetime, *, suppressed: Mapping[int, str] | None = None,
        limited: Mapping[int, tuple[str, str]] | None = None, allowed: frozenset[int] | None = None,
        nowhere: frozenset[str] = frozenset(), calling: tuple[str, ...] = (), hours: QuietHours | None = None,
        zone: ZoneInfo = _UTC,
    ) -> None:  # fmt: skip
        self.purpose, self.at = purpose, at
        self._suppressed, self._limited, self._allowed = suppressed or {}, limited or {}, allowed
        self._nowhere, self._calling = nowhere, calling
        self._hours = hours if purpose != "authentication" else None
        self._zone = zone
        self._over: dict[tuple[ZoneInfo, datetime], Answer] = {}
        self._nights: dict[tuple[ZoneInfo, datetime | None], bool] = {}

    def of(self, contact: Contact) -> Answer:
        """What there is to say of one contact."""
        return self.ask(contact.id, contact.phone, contact.marketing, contact.utility, contact.time_zone)

    def ask(self, id: int, phone: str, marketing: Consent, utility: Consent, time_zone: str) -> Answer:
        """The same of one of many."""
        answer = self._at_any_hour(id, phone, marketing, utility)
        return self.hours(time_zone, phone) if answer is GO else answer

    def at_any_hour(self, contact: Contact) -> Answer:
        """What there is to say of one contact whatever the hour."""
        return self._at_any_hour(contact.id, contact.phone, contact.marketing, contact.utility)

    def _at_any_hour(self, id: int, phone: str, marketing: Consent, utility: Consent) -> Answer:
        if not phone:
            return _NO_NUMBER
        if self._suppressed and (why := self._suppressed.get(id)) is not None:
            return _OPTED_OUT if why in ("opted-out", "meta-stop") else Answer("suppressed", why)
        if self.purpose == "marketing":
            if marketing != "yes":
                return _OPTED_OUT if marketing == "no" else _NO_CONSENT
            if is_us(phone):
                return _AMERICAN
        elif self.purpose == "utility" and utility == "no":
            return _OPTED_OUT
        if self._allowed is not None and id not in self._allowed:
            return _PRACTICE
        if self._nowhere and phone.startswith(self._calling) and (country := country_of(phone)) in self._nowhere:
            return Answer("country-limit", country)
        if self._limited and id in self._limited:
            return Answer(*self._limited[id])
        return GO

    def at_night(self, time_zone: str, phone: str, at: datetime | None = None) -> bool:
        """Whether a message at ``at`` (None: at the start) would come at night, and no quiet hours hold it back."""
        if self._hours is not None or self.purpose == "authentication":
            return False
        zone = zone_for(time_zone, phone, "", self._zone)
        known = self._nights.get((zone, at))
        if known is None:
            hour = (at or self.at).astimezone(zone).hour
            known = self._nights[zone, at] = hour >= _NIGHT[0] or hour < _NIGHT[1]
        return known

    def hours(self, time_zone: str, phone: str, at: datetime | None = None) -> Answer:
        """What the quiet hours say of a message at ``at`` (aware; None: at the start)."""
        if self._hours is None:
            return GO
        zone, moment = zone_for(time_zone, phone, "", self._zone), at or self.at
        found = self._over.get((zone, moment))
        if found is None:
            over = until(moment, self._hours, zone)
            skipped = over is not None and self._hours.on_due == "skip"
            name = self._hours.name if over else ""
            found = self._over[zone, moment] = Answer("quiet" if skipped else "", name, None if skipped else over)
        return found


_NO_NUMBER, _OPTED_OUT, _NO_CONSENT = Answer("no-number"), Answer("opted-out"), Answer("no-consent")
_AMERICAN, _PRACTICE = Answer("us-marketing"), Answer("practice-only")


class AudienceCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many people an audience holds, how many of them can be reached, and why the others cannot.

    ``total`` is always ``reachable`` plus the sum of ``excluded``. ``rules`` says, of a reason, how many each rule
    keeps out: a cap, a preset, a beginning of numbers. ``waits`` are those of the reachable for whom it would be
    quiet hours: until when, and how many.
    """

    total: int = 0
    reachable: int = 0
    excluded: dict[str, int] = {}
    rules: dict[str, dict[str, int]] = {}
    waits: tuple[tuple[datetime, int], ...] = ()


class Tally:
    """Counts answers."""

    def __init__(self) -> None:
        self._total = 0
        self._excluded: dict[str, int] = {}
        self._rules: dict[str, dict[str, int]] = {}
        self._waits: dict[datetime, int] = {}

    def add(self, answer: Answer) -> None:
        """One more person."""
        self._total += 1
        if answer.reason:
            self._excluded[answer.reason] = self._excluded.get(answer.reason, 0) + 1
            if answer.rule:
                by = self._rules.setdefault(answer.reason, {})
                by[answer.rule] = by.get(answer.rule, 0) + 1
        elif answer.until is not None:
            self._waits[answer.until] = self._waits.get(answer.until, 0) + 1

    @property
    def count(self) -> AudienceCount:
        """The numbers so far, most frequent reason first."""
        ordered = dict(sorted(self._excluded.items(), key=lambda item: (-item[1], item[0])))
        return AudienceCount(
            total=self._total, reachable=self._total - sum(ordered.values()), excluded=ordered,
            rules={reason: self._rules[reason] for reason in ordered if reason in self._rules},
            waits=tuple(sorted(self._waits.items())),
        )  # fmt: skip
