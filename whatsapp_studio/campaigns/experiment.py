"""Decides whether an experiment can be run: its messages, their shares, who waits, and what it is measured by."""

from __future__ import annotations

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.programme import KEYS, Experiment, Treatment

LEAST, MOST = 2, len(KEYS)
_MOST_HELD = 50


def experiment_problems(draft: Draft) -> list[Problem]:
    """What is wrong with a draft's experiment, but for its templates."""
    plan = draft.experiment
    if plan is None:
        return []
    found: list[Problem] = []

    def wrong(code: str, **facts: object) -> None:
        found.append(Problem(code, "template.experiment", facts))

    if not LEAST <= len(plan.treatments) <= MOST:
        wrong("experiment-treatments", least=LEAST, most=MOST)
    if any(one.share <= 0 for one in plan.treatments) or sum(one.share for one in plan.treatments) != 100:
        wrong("experiment-shares", sum=sum(one.share for one in plan.treatments))
    if not 0 <= plan.holdout <= _MOST_HELD:
        wrong("experiment-holdout", most=_MOST_HELD)
    if not 1 <= plan.slice <= 100:
        wrong("experiment-slice")
    if plan.metric == "goal" and plan.goal_segment is None:
        wrong("experiment-goal")
    if plan.slice < 100 and draft.waves is not None:
        wrong("experiment-waves")
    if plan.slice < 100 and draft.schedule.each_zone:
        wrong("experiment-zones")
    return found


def evenly(treatments: tuple[Treatment, ...]) -> tuple[Treatment, ...]:
    """The same messages with shares that differ by one percent at most."""
    n = len(treatments)
    return tuple(
        msgspec.structs.replace(one, share=100 // n + (place < 100 % n)) for place, one in enumerate(treatments)
    )


def begun(draft: Draft) -> Experiment:
    """A new experiment: the campaign's own message, and a second one that is like it."""
    own = Treatment(key=KEYS[0])
    return Experiment(treatments=evenly((own, copy_of(draft, own, KEYS[1]))))


def copy_of(draft: Draft, one: Treatment, key: str) -> Treatment:
    """Another message like ``one``; like the campaign's own where that is the one."""
    if one.template:
        return Treatment(
            key=key, share=one.share, template=one.template, language=one.language, template_hash=one.template_hash,
            translations=one.translations, mapping=one.mapping,
        )  # fmt: skip
    return Treatment(
        key=key, share=one.share, template=draft.template, language=draft.language, template_hash=draft.template_hash,
        translations=draft.translations, mapping=draft.mapping,
    )  # fmt: skip
