"""Decides in which words an experiment is told: its messages, what it is measured by, and what its people can show."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.campaigns.programme import Experiment, Metric
from whatsapp_studio.reports.samplesize import detectable, needed

METRICS: tuple[tuple[Metric, str], ...] = (
    ("read", mark("Read")), ("replied", mark("Replied")), ("clicked", mark("Tapped a button")),
    ("delivered", mark("Delivered")), ("goal", mark("Came into a segment")),
)  # fmt: skip

# A lift (relative) that nobody has seen: so few people show nothing.
_ABSURD = 2.0


def summary(plan: Experiment) -> str:
    """An experiment in a line: ``A 50 % · B 50 %, by who read it``."""
    shares = " · ".join(
        tr("{name} {share} %", name=one.name or one.key.upper(), share=one.share) for one in plan.treatments
    )
    said = [tr("{shares}, measured by: {metric}", shares=shares, metric=tr(dict(METRICS)[plan.metric]).lower())]
    if plan.holdout:
        said.append(tr("{n} % held out", n=plan.holdout))
    if plan.slice < 100:
        said.append(tr("tested on {n} %, the rest gets the winner", n=plan.slice))
    return "; ".join(said)


def planner(plan: Experiment, people: int | None) -> str:
    """What so many people can show, and how many the wanted lift needs; ``people`` is None while nobody counted."""
    base, arms = plan.expected / 100, len(plan.treatments)
    if not 0 < base < 1 or arms < 2:
        return ""
    try:
        each = needed(base, plan.lift / 100, arms)
    except ValueError:
        return tr("A lift of {lift} % is more than there can be.", lift=plan.lift)
    said = ntr(
        "To show a lift of {lift} % each message needs {n} person.",
        "To show a lift of {lift} % each message needs {n} people.", each, lift=plan.lift,
    )  # fmt: skip
    if people is None:
        return said
    mine = round(people * (100 - plan.holdout) / 100 * plan.slice / 100) // arms
    least = detectable(mine, base, arms)
    if least is None or least > _ABSURD:
        return tr("{needs} Yours get {people} each: too few to show any.", needs=said, people=number(mine))
    return tr(
        "{needs} Yours get {people} each, which shows a lift of {least} % or more.", needs=said, people=number(mine),
        least=decimal(100 * least, 0),
    )  # fmt: skip
