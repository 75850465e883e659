"""Decides who of an audience gets a campaign's message, with what in it, and who is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Purpose

Fill = Callable[[Mapping[str, object]], "dict[str, str] | Problem"]
# What fills the template in each language, by that language, and which of them somebody with these values gets.
Fills = Mapping[str, Fill]
LanguageOf = Callable[[Mapping[str, object]], str]


class Planned(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One recipient: to be sent with ``fill``, or left out for ``reason`` (a code of ``base.wording``).

    ``rule`` names what decided it, where there are several: a cap, a preset, a beginning of numbers. ``language`` is
    the translation that is sent; empty for the campaign's own.
    """

    contact: Contact
    fill: dict[str, str] = {}
    reason: str = ""
    rule: str = ""
    language: str = ""


class AudienceCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many people an audience holds, how many of them can be reached, and why the others cannot.

    ``total`` is always ``reachable`` plus the sum of ``excluded``.
    """

    total: int = 0
    reachable: int = 0
    excluded: dict[str, int] = {}


def reason_against(contact: Contact, purpose: Purpose) -> str:
    """Why this person may not get a message of this purpose, or an empty text.

    Marketing needs consent, and Meta delivers none to US numbers (since 2025-04-01: per-user limits page).
    """
    if contact.blocked:
        return "opted-out"
    if purpose != "marketing":
        return ""
    if contact.marketing == "no":
        return "opted-out"
    if contact.marketing != "yes":
        return "no-consent"
    if contact.country == "US":
        return "us-marketing"
    return ""


class Planner:
    """Goes through an audience once: says of each contact what it gets or why not, and counts.

    Without ``fill`` (no template chosen yet) nothing is rendered; with several, ``language_of`` says whose is whose.
    ``blocking`` counts, for each place, the empty values whose rule is to block the campaign rather than leave the
    contact out.
    """

    def __init__(self, purpose: Purpose, fill: Fill | Fills | None, language_of: LanguageOf | None = None) -> None:
        self._purpose = purpose
        self._fills: Fills = fill if isinstance(fill, Mapping) else {"": fill} if fill is not None else {}
        self._language_of = language_of
        self._total = 0
        self._excluded: dict[str, int] = {}
        self.blocking: dict[str, int] = {}

    def plan(self, contacts: Iterable[Contact]) -> Iterator[Planned]:
        """Each contact as planned, in the order given."""
        for contact in contacts:
            reason = reason_against(contact, self._purpose)
            filled: dict[str, str] = {}
            language = ""
            if not reason and self._fills:
                values = contact.values()
                language = self._language_of(values) if self._language_of is not None else ""
                result = self._fills[language](values)
                if isinstance(result, Problem):
                    reason = result.code
                    if result.facts.get("if_empty") == "block":
                        place = str(result.facts.get("place", ""))
                        self.blocking[place] = self.blocking.get(place, 0) + 1
                else:
                    filled = result
            self._total += 1
            if reason:
                self._excluded[reason] = self._excluded.get(reason, 0) + 1
            yield Planned(contact=contact, fill=filled, reason=reason, language=language)

    @property
    def count(self) -> AudienceCount:
        """The numbers of what was planned so far, most frequent reason first."""
        ordered = dict(sorted(self._excluded.items(), key=lambda item: (-item[1], item[0])))
        return AudienceCount(total=self._total, reachable=self._total - sum(ordered.values()), excluded=ordered)
