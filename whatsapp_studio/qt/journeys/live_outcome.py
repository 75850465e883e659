"""Decides what is said of what a journey that runs brought: how many reached its goal, and who was held out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.journeys.living import Place
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.qt.journeys.live_reading import Snapshot
from whatsapp_studio.qt.widgets.buttons import link_button

HOLDOUT = "holdout"


def outcome(seen: Snapshot, people: Callable[[Place], None]) -> Iterator[QWidget]:
    """A line for the goal over all versions, and one for each experiment of this version that holds contacts out."""
    goal = seen.goal
    if goal is not None:
        said = tr(
            "Goal reached: {reached} of {entered} ({share} %)", reached=number(goal.reached),
            entered=number(goal.entered), share=number(round(goal.share * 100)),
        ) if goal.entered else tr("Nobody has come in yet.")  # fmt: skip
        line = QLabel(said)
        line.setToolTip(tr("How often somebody came in, and of these how often the goal was reached; all versions"))
        yield line
    for id, held in held_out(seen):
        text = ntr("{step}: {n} held out", "{step}: {n} held out", held, step=title_of(seen.journey.steps[id]))
        place = Place(plan=seen.edition.plan, step=id, what="passed", port=HOLDOUT)
        button = link_button(text, partial(people, place), "users")
        button.setToolTip(tr("Show who was held out to compare with"))
        yield button


def held_out(seen: Snapshot) -> tuple[tuple[str, int], ...]:
    """The experiments that held somebody out, with how many that were."""
    tests = (id for id, step in seen.journey.steps.items() if step.kind == "experiment" and id in seen.counts)
    return tuple((id, n) for id in sorted(tests) if (n := seen.counts[id].passed.get(HOLDOUT, 0)))
