"""Decides who of an audience gets a campaign's message, with what in it, and who is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.assignment import HOLDOUT, REST
from whatsapp_studio.campaigns.cost import Price, Pricer
from whatsapp_studio.campaigns.duration import Later
from whatsapp_studio.campaigns.reach import Answer, AudienceCount, Reach, Tally
from whatsapp_studio.campaigns.timing import Spread, Timing

__all__ = ["AudienceCount", "Fill", "Fills", "LanguageOf", "Message", "Planned", "Planner"]

# When what waits for the winner of an experiment may leave: not before somebody, or the experiment, says so.
UNDECIDED = datetime(9999, 12, 31, tzinfo=UTC)
SAMPLES = 5
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


class Message(NamedTuple):
    """What one treatment sends: what fills its template in each language, and which of them somebody gets.

    ``reads`` are the fields of contacts that are looked at; None where it may be any.
    """

    fills: Fills
    language_of: LanguageOf | None = None
    reads: frozenset[str] | None = None


class Planner:
    """Goes through an audience once: says of each contact what it gets or why not, and counts.

    ``message`` is None while no template is chosen: nothing is rendered then. With an experiment it is one each
    treatment; ``treatment`` says who gets which (``campaigns.assignment``), and ``decided_at`` when it is over.
    ``reach`` says who may be written to, ``timing`` when each message may leave, ``pricer`` what it costs.
    ``at_night`` counts those who would get it at night, without quiet hours, by their own clock.
    ``blocking`` counts, for each place, the empty values whose rule is to block the campaign rather than leave the
    contact out.
    """

    def __init__(
        self, reach: Reach, message: Message | Mapping[str, Message] | None, *, timing: Timing | None = None,
        pricer: Pricer | None = None, treatment: Callable[[int], str] | None = None, decided_at: datetime | None = None,
    ) -> None:  # fmt: skip
        self._reach, self._timing, self.pricer = reach, timing, pricer
        self._messages = {"": message} if isinstance(message, Message) else dict(message or {})
        self._treatment, self._decided_at = treatment, decided_at
        self._tally = Tally()
        self.blocking: dict[str, int] = {}
        # How many may leave when, and why then: with the campaign (None), by their own clock, after quiet hours.
        self.moments: dict[tuple[datetime | None, Later], int] = {}
        # By the day (UTC) of the price, how many each market has.
        self.markets: dict[date, dict[str, int]] = {}
        self.treatments: dict[str, int] = {}
        self.at_night = 0
        self._first: dict[tuple[str, str], int] = {}
        self._few: list[int] = []
        self._longest = (-1, 0)

    def plan(self, contacts: Iterable[Contact]) -> Iterator[Planned]:
        """Each contact as planned, in the order given."""
        for contact in contacts:
            yield self._one(contact)

    def _one(self, contact: Contact) -> Planned:
        reach, timing = self._reach, self._timing
        # Whoever goes by their own clock is asked about the hours at their own time.
        answer = reach.of(contact) if timing is None else reach.at_any_hour(contact)
        treatment = ""
        at: datetime | None = None
        if not answer.reason and self._treatment is not None:
            treatment = self._treatment(contact.id)
            if treatment == HOLDOUT:
                answer, treatment = Answer("holdout"), ""
        if not answer.reason and timing is not None:
            at, late = timing.of(contact.time_zone, contact.phone)
            answer = Answer("late") if late != "send" else reach.hours(contact.time_zone, contact.phone, at)
        filled: dict[str, str] = {}
        language = ""
        if not answer.reason and self._messages:
            # Whoever waits for a winner is checked with the campaign's own message.
            message = self._messages.get(treatment) or next(iter(self._messages.values()))
            values = contact.values()
            language = message.language_of(values) if message.language_of is not None else ""
            result = message.fills[language](values)
            if isinstance(result, Problem):
                answer = Answer(result.code)
                if result.facts.get("if_empty") == "block":
                    place = str(result.facts.get("place", ""))
                    self.blocking[place] = self.blocking.get(place, 0) + 1
            else:
                filled = result
        self._tally.add(answer)
        if answer.reason:
            return Planned(contact=contact, reason=answer.reason, rule=answer.rule)
        self._tell(contact.id, language, treatment, filled)
        self.at_night += reach.at_night(contact.time_zone, contact.phone, at)
        market, price, rate = self._priced(contact.phone, at)
        if self._treatment is not None and treatment == REST:
            self._count(self._decided_at, answer.until, treatment)
            at = UNDECIDED
        else:
            self._count(at, answer.until, treatment)
        return Planned(
            contact=contact, fill=filled, rule=answer.rule, language=language, treatment=treatment, not_before=at,
            market=market, price=price, rate_id=rate,
        )  # fmt: skip

    def _priced(self, phone: str, at: datetime | None) -> Price:
        if self.pricer is None:
            return _UNPRICED
        pricer = self.pricer if at is None else self.pricer.on(max(at.date(), self.pricer.at))
        price = pricer.price(phone)
        counted = self.markets.setdefault(pricer.at, {})
        counted[price.market] = counted.get(price.market, 0) + 1
        return price

    def _count(self, at: datetime | None, quiet: datetime | None, treatment: str) -> None:
        key: tuple[datetime | None, Later] = (at, "zones" if at is not None else "start")
        if quiet is not None and (at is None or quiet > at):
            key = (quiet, "quiet")
        self.moments[key] = self.moments.get(key, 0) + 1
        if self._treatment is not None:
            self.treatments[treatment] = self.treatments.get(treatment, 0) + 1

    def _tell(self, id: int, language: str, treatment: str, filled: Mapping[str, str]) -> None:
        if len(self._few) < SAMPLES:
            self._few.append(id)
        if (language, treatment) not in self._first:
            self._first[language, treatment] = id
        length = sum(map(len, filled.values()))
        if length > self._longest[0]:
            self._longest = length, id

    @property
    def reads(self) -> frozenset[str] | None:
        """The fields of contacts that any message reads; None where it may be any."""
        read = [one.reads for one in self._messages.values()]
        return None if None in read else frozenset().union(*(names for names in read if names))

    @property
    def samples(self) -> tuple[int, ...]:
        """Those reached whose messages tell most (ids): the first, one of each language and treatment, the longest."""
        if not self._few:
            return ()
        told = dict.fromkeys((*self._first.values(), self._longest[1]))
        # The longest is always among them, also where there are many languages.
        kept = [one for one in told if one != self._longest[1]][: SAMPLES - 1]
        more = [one for one in self._few if one not in told]
        return tuple([*kept, self._longest[1], *more][:SAMPLES])

    @property
    def spread(self) -> Spread | None:
        """The first and last local starts so far, where each contact's own clock counts."""
        return self._timing.spread if self._timing is not None else None

    @property
    def count(self) -> AudienceCount:
        """The numbers of what was planned so far, most frequent reason first."""
        return self._tally.count


_UNPRICED = Price("", None, None)
