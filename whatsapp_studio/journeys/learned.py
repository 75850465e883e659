"""Decides what earlier messages tell of those to come: rates by template where enough is known, else assumed ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from whatsapp_studio.journeys.assumed import PER_MILLE, Assumptions, Rates
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.reading import text

# Of fewer messages a share says little.
ENOUGH = 100
replace = msgspec.structs.replace


class Became(msgspec.Struct, frozen=True):
    """What became of messages with one template.

    ``refused`` at once, ``failed`` later; ``unheard`` were taken and nothing more was heard, for nobody listened;
    ``sent``, ``delivered`` and ``read`` are the last that was heard of each.
    """

    template: str
    refused: int = 0
    failed: int = 0
    unheard: int = 0
    sent: int = 0
    delivered: int = 0
    read: int = 0

    @property
    def heard(self) -> int:
        """Of how many it is known whether they arrived."""
        return self.failed + self.sent + self.delivered + self.read

    def __add__(self, other: Became) -> Became:
        return Became(
            self.template, self.refused + other.refused, self.failed + other.failed, self.unheard + other.unheard,
            self.sent + other.sent, self.delivered + other.delivered, self.read + other.read,
        )  # fmt: skip


class Learned(msgspec.Struct, frozen=True):
    """The rates of one template, and of how many messages they were learned."""

    template: str
    rates: Rates
    messages: int


def learn(became: Iterable[Became], assumed: Rates) -> Mapping[str, Learned]:
    """What is known of each template of which enough is; what earlier messages do not tell stays as ``assumed``."""
    together: dict[str, Became] = {}
    for one in became:
        together[one.template] = together[one.template] + one if one.template in together else one
    return {name: Learned(name, _rates(one, assumed), one.heard) for name, one in together.items()
            if one.heard >= ENOUGH}  # fmt: skip


def _rates(one: Became, assumed: Rates) -> Rates:
    arrived, taken = one.delivered + one.read, one.heard + one.unheard
    return replace(
        assumed, taken=_share(taken, taken + one.refused, assumed.taken), delivered=_share(arrived, one.heard, 0),
        failed=_share(one.failed, one.failed + one.sent, assumed.failed), read=_share(one.read, arrived, assumed.read),
    )  # fmt: skip


def _share(part: int, whole: int, otherwise: int) -> int:
    return round(PER_MILLE * part / whole) if whole else otherwise


def template_of(step: Step) -> str:
    """The name of the template a step sends; empty for one that sends none."""
    chosen = value(step, "template") if step.kind == "send_template" else None
    return text(chosen, "name") if isinstance(chosen, Mapping) else ""


def with_learned(assumed: Assumptions, journey: Journey, learned: Mapping[str, Learned]) -> Assumptions:
    """The assumptions with what was learned at the steps whose templates it is known of."""
    steps = {
        step.id: learned[name].rates for step in journey.steps.values() if (name := template_of(step)) in learned
    }
    return replace(assumed, steps={**assumed.steps, **steps}, source="learned" if steps else assumed.source)
