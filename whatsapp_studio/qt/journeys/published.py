"""Decides which steps carry the dot of what is not published yet, and how the state says what is published."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.diff import diff
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.version import version_id

UNPUBLISHED = "unpublished"


class Difference(msgspec.Struct, frozen=True):
    """How a draft does something else than what is published: which steps, and whether anything at all."""

    steps: frozenset[str] = frozenset()
    any: bool = False

    def marks(self) -> Mapping[str, str]:
        """The steps with their mark, as the canvas shows them."""
        return dict.fromkeys(self.steps, UNPUBLISHED)


def difference(journey: Journey, published: Journey) -> Difference:
    """What a contact would notice. A step that only stands elsewhere or is called otherwise does the same."""
    what = diff(published, journey)
    changed = {i for i in what.changed if _logic(journey.steps[i]) != _logic(published.steps[i])}
    ways = {link.rpartition(":")[0] for link in what.linked | what.unlinked}
    steps = frozenset((what.added | changed | ways) & journey.steps.keys())
    rest = bool(what.removed) or (what.settings and _settings(journey) != _settings(published))
    return Difference(steps, bool(steps) or rest)


def words(difference: Difference | None) -> str:
    """What is published, as a sentence; None is nothing."""
    if difference is None:
        return tr("Never published")
    if difference.any:
        return tr("Changed since it was published; steps with a dot differ")
    return tr("This is what is published")


def _logic(step: Step) -> str:
    return version_id(Journey(id="", steps={step.id: step}))


def _settings(journey: Journey) -> str:
    return version_id(Journey(id="", settings=journey.settings))
