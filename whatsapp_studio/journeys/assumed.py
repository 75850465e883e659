"""Decides what contacts are assumed to do, and what is assumed to happen to messages: by rates, and the same each time.

Every answer is a whole number made of the seed, the contact, the step and the visit, so that columns of contacts draw
the same ones as one contact does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from whatsapp_studio.journeys.asking import Answer, Ask, Does
from whatsapp_studio.journeys.chance import draw, salt
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.reading import text, words
from whatsapp_studio.journeys.running import Setup

PER_MILLE = 1000
# What somebody writes who wants no more, and somebody whose words nothing listens to.
STOP, OTHER = "STOP", "…"
_WHOLE = 1 << 32
_Share = tuple[Does, int, tuple[str, ...]]


class Rates(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a thousand, each of those before it, and how many minutes later.

    ``taken``: WhatsApp takes the message; ``delivered``: of those it arrives (of the others ``failed`` are said to
    have failed); ``read``: of those delivered; ``replied`` and ``clicked``: of those read (a button has to be there);
    ``stopped``: of the replies it says stop; ``event``: of those who wait for an event one happens; ``answered``: of
    the requests to another system one is answered, of the others ``refused`` are refused and the rest unanswered.
    ``soonest`` to ``latest`` are the minutes until somebody reads or replies, ``event_soonest`` to ``event_latest``
    those until an event.
    """

    taken: int = 990
    delivered: int = 970
    failed: int = 500
    read: int = 700
    replied: int = 60
    clicked: int = 120
    stopped: int = 0
    event: int = 300
    answered: int = 980
    refused: int = 500
    soonest: int = 1
    latest: int = 480
    event_soonest: int = 5
    event_latest: int = 2880


class Assumptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a simulation goes by: a seed, rates for every step, and others for some steps by their id.

    ``replies`` are what people write (left out: the keywords that somebody listens for, and something else);
    ``answer`` is what another system answers; ``event`` what comes with the event that lets contacts in; ``spread``
    over how many minutes contacts enter (0: all at the start, or as many an hour as the entry says).
    """

    seed: int = 1
    rates: Rates = Rates()
    steps: Mapping[str, Rates] = {}
    replies: tuple[str, ...] = ()
    answer: str = ""
    event: Mapping[str, Any] = {}
    spread: int = 0
    source: Literal["assumed", "learned"] = "assumed"

    def rates_of(self, step: str) -> Rates:
        """The rates that count at a step."""
        return self.steps.get(step, self.rates)


class Odds(msgspec.Struct, frozen=True, kw_only=True):
    """The draw at a step: whichever answer's ``below`` is the first above 32 bits of it, with one of its texts."""

    does: tuple[Does, ...]
    below: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]
    soonest: int
    minutes: int


def answer(assumed: Assumptions, contact: int, step: str, visit: int, ask: Ask, says: tuple[str, ...] = ()) -> Answer:
    """What a contact does at a step on a visit (from 1); ``says`` is what replies can be (see :func:`replies`)."""
    drawn = draw(visit, draw(contact, seeded(assumed, step)))
    odds = odds_of(assumed, ask, says)
    part = drawn & _WHOLE - 1
    which = next(n for n, below in enumerate(odds.below) if part < below)
    some = odds.texts[which]
    said = some[(drawn >> 32 & 0xFFFF) * len(some) >> 16] if some else ""
    return Answer(odds.does[which], said, odds.soonest + ((drawn >> 48) * odds.minutes >> 16))


def seeded(assumed: Assumptions, step: str) -> int:
    """What the seed and a step bring to a draw."""
    return salt(f"{assumed.seed}:{step}:assumed")


def enters_after(assumed: Assumptions, contact: int) -> int:
    """How many minutes after the start a contact enters, where entering is spread."""
    return draw(contact, seeded(assumed, "")) % assumed.spread if assumed.spread > 0 else 0


def odds_of(assumed: Assumptions, ask: Ask, says: tuple[str, ...] = ()) -> Odds:
    """The answers to a question with what is assumed of each."""
    rates = assumed.rates_of(ask.step)
    if "event" in ask.can:
        happen = _rate(rates.event) if ask.texts else 0
        some: list[_Share] = [("event", happen, ask.texts), ("nothing", PER_MILLE - happen, ())]
        return _odds(some, rates.event_soonest, rates.event_latest)
    if "answered" in ask.can:
        answered, refused = _rate(rates.answered), _rate(rates.refused)
        missed = PER_MILLE - answered
        return _odds(
            [
                ("answered", answered * PER_MILLE, (assumed.answer,)), ("refused", missed * refused, ()),
                ("silence", missed * (PER_MILLE - refused), ()),
            ], 0, 0,
        )  # fmt: skip
    return _odds(list(_message(rates, ask, says)), rates.soonest, rates.latest)


def _message(rates: Rates, ask: Ask, says: tuple[str, ...]) -> Iterator[_Share]:
    """Each answer to a message with its share, in parts of a thousand thousands."""
    left = PER_MILLE**4
    replied, clicked = _rate(rates.replied), _rate(rates.clicked) if "clicked" in ask.can and ask.texts else 0
    clicked = min(clicked, PER_MILLE - replied)
    taken = left * _rate(rates.taken) // PER_MILLE
    delivered = taken * _rate(rates.delivered) // PER_MILLE
    read = delivered * _rate(rates.read) // PER_MILLE
    wrote, tapped = read * replied // PER_MILLE, read * clicked // PER_MILLE
    stopped = wrote * _rate(rates.stopped) // PER_MILLE
    failed = (taken - delivered) * _rate(rates.failed) // PER_MILLE
    yield "replied", stopped, (STOP,)
    yield "replied", wrote - stopped, says or (OTHER,)
    yield "clicked", tapped, ask.texts
    yield "read", read - wrote - tapped, ()
    yield "delivered", delivered - read, ()
    yield "undelivered", failed, ()
    yield "nothing", taken - delivered - failed, ()
    yield "refused", left - taken, ()


def _odds(some: list[_Share], soonest: int, latest: int) -> Odds:
    whole, sofar, below = sum(share for _, share, _ in some), 0, []
    for _, share, _ in some:
        sofar += share
        below.append(sofar * _WHOLE // whole)
    soonest = max(0, soonest)
    return Odds(
        does=tuple(does for does, _, _ in some), below=tuple(below), texts=tuple(texts for _, _, texts in some),
        soonest=soonest, minutes=max(1, min(latest, soonest + 60_000) - soonest + 1),
    )  # fmt: skip


def _rate(given: int) -> int:
    return min(max(given, 0), PER_MILLE)


def replies(setup: Setup, assumed: Assumptions) -> tuple[str, ...]:
    """What people write when they reply: what is assumed, else every keyword that is listened for and another text."""
    if assumed.replies:
        return assumed.replies
    heard: dict[str, None] = {}
    for step in setup.journey.steps.values():
        if step.kind == "reaction" and not step.disabled:
            for row in rows(value(step, "outcomes")):
                if text(row, "on") == "replied":
                    heard.update(dict.fromkeys(words(row, "keywords") or (text(row, "button"),)))
    heard.pop("", None)
    return (*heard, OTHER)
