"""Decides who of an audience gets a campaign's message, with what in it, and who is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.reach import Answer, AudienceCount, Reach, Tally

__all__ = ["AudienceCount", "Fill", "Fills", "LanguageOf", "Planned", "Planner"]

Fill = Callable[[Mapping[str, object]], "dict[str, str] | Problem"]
# What fills the template in each language, by that language, and which of them somebody with these values gets.
Fills = Mapping[str, Fill]
LanguageOf = Callable[[Mapping[str, object]], str]


class Planned(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One recipient: to be sent with ``fill``, or left out for ``reason`` (a code of ``base.wording``).

    ``rule`` names what decided it: a cap, a preset, a beginning of numbers. ``language`` is
    the translation that is sent; empty for the campaign's own. ``treatment`` is a key of its experiment, ``wave``
    the number of its part (0: no waves), ``not_before`` when it may leave (None: with the campaign). ``price`` is in
    millionths of the campaign's currency, None where no rate is known; ``rate_id`` is the rate it comes from.
    """

    contact: Contact
    fill: dict[str, str] = {}
    reason: str = ""
    rule: str = ""
    language: str = ""
    treatment: str = ""
    wave: int = 0
    not_before: datetime | None = None
    market: str = ""
    price: int | None = None
    rate_id: int | None = None


class Planner:
    """Goes through an audience once: says of each contact what it gets or why not, and counts.

    Without ``fill`` (no template chosen yet) nothing is rendered; with several, ``language_of`` says whose is whose.
    ``blocking`` counts, for each place, the empty values whose rule is to block the campaign rather than leave the
    contact out. ``reach`` says who may be written to.
    """

    def __init__(self, reach: Reach, fill: Fill | Fills | None, language_of: LanguageOf | None = None) -> None:
        self._reach = reach
        self._fills: Fills = fill if isinstance(fill, Mapping) else {"": fill} if fill is not None else {}
        self._language_of = language_of
        self._tally = Tally()
        self.blocking: dict[str, int] = {}

    def plan(self, contacts: Iterable[Contact]) -> Iterator[Planned]:
        """Each contact as planned, in the order given."""
        for contact in contacts:
            answer = self._reach.of(contact)
            filled: dict[str, str] = {}
            language = ""
            if not answer.reason and self._fills:
                values = contact.values()
                language = self._language_of(values) if self._language_of is not None else ""
                result = self._fills[language](values)
                if isinstance(result, Problem):
                    answer = Answer(result.code)
                    if result.facts.get("if_empty") == "block":
                        place = str(result.facts.get("place", ""))
                        self.blocking[place] = self.blocking.get(place, 0) + 1
                else:
                    filled = result
            self._tally.add(answer)
            yield Planned(contact=contact, fill=filled, reason=answer.reason, rule=answer.rule, language=language)

    @property
    def count(self) -> AudienceCount:
        """The numbers of what was planned so far, most frequent reason first."""
        return self._tally.count
