"""Decides which changes of a journey may be made while contacts are inside, and whom each of them concerns.

A change is safe where everybody inside can stay where they are: the same steps, arrows, outputs and rules, while what
is written, filled in or waited for is another. Whoever has passed a step, or is held at it, is not concerned.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whatsapp_studio.journeys.compare import Change, Comparison, compare
from whatsapp_studio.journeys.graph import Journey

# The fields of each kind of step that may differ.
SAFE: Mapping[str, frozenset[str]] = {
    "audience": frozenset({"per_hour"}),
    "send_template": frozenset(
        {"template", "mapping", "languages", "consent", "sender", "retry_times", "retry_within"}
    ),
    "send_window": frozenset({"text", "media", "buttons", "menu"}),
    "wait": frozenset({"until", "duration", "date", "field", "offset", "at", "window", "clock"}),
    "wait_event": frozenset({"timeout"}),
    "reaction": frozenset({"timeout"}),
    "update_contact": frozenset({"changes"}),
    "consent": frozenset({"reason"}),
    "list_member": frozenset({"list"}),
    "call_url": frozenset({"method", "url", "headers", "body", "seconds"}),
    "notify": frozenset({"title", "text"}),
    "end": frozenset({"label"}),
}
# Settings that count from the next step of everybody on; those that say no more than words count at once.
SAFE_SETTINGS = frozenset(
    {
        "description", "tags", "ends", "reentry", "reentry_after", "exits", "goal_on", "goal_event", "goal_within",
        "quiet", "quiet_from", "quiet_to", "late", "late_within", "priority",
    }
)  # fmt: skip
_LOOKS = ("note", "frame", "layout", "name")
_WORDS = (".name", ".note")


class Touched(msgspec.Struct, frozen=True, kw_only=True):
    """A step with safe changes: how many are before it and may come to it, and how many are held at it now."""

    step: str
    ahead: int = 0
    here: int = 0


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """How a draft differs from the version that runs: what is safe, and what would need a new version."""

    comparison: Comparison
    safe: tuple[Change, ...] = ()
    structural: tuple[Change, ...] = ()
    touched: tuple[Touched, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.safe or self.structural)

    @property
    def after(self) -> Journey:
        """The draft."""
        return self.comparison.after

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps with safe changes that a contact would notice, in reading order."""
        return tuple(one.step for one in self.touched)

    @property
    def ahead(self) -> int:
        """How many may still come to the step that most may come to."""
        return max((one.ahead for one in self.touched), default=0)


def amendment(running: Journey, draft: Journey, waiting: Mapping[str, int] | None = None) -> Amendment:
    """What applying ``draft`` to what runs would change; ``waiting`` is how many are at each step now."""
    found = compare(running, draft)
    safe = tuple(one for one in found.changes if is_safe(one, draft))
    structural = tuple(one for one in found.changes if not is_safe(one, draft))
    return Amendment(
        comparison=found, safe=safe, structural=structural, touched=tuple(_touched(safe, draft, waiting or {}))
    )


def is_safe(change: Change, draft: Journey) -> bool:
    """Whether one change leaves everybody inside where they are."""
    if change.element in _LOOKS:
        return True
    if change.element == "settings":
        return change.field in SAFE_SETTINGS
    if change.element != "step" or not change.field:
        return False
    step = draft.steps[change.id]
    return change.field in _WORDS or change.field in SAFE.get(step.kind, frozenset())


def _touched(safe: tuple[Change, ...], draft: Journey, waiting: Mapping[str, int]) -> list[Touched]:
    steps = dict.fromkeys(one.id for one in safe if one.element == "step" and one.field not in _WORDS)
    found = []
    for id in steps:
        ahead = sum(n for i, n in waiting.items() if i != id and i in draft.steps and id in draft.downstream(i))
        found.append(Touched(step=id, ahead=ahead, here=waiting.get(id, 0)))
    return found
