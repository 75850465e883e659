"""Decides what happens to messages where it was said beforehand: to the first to a phone, to the second, and so on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from whatsapp_studio.sandbox.people import Step

STATUSES = ("sent", "delivered", "read", "failed")
DEEDS = ("reply", "tap", "preference")
REFUSE = "refuse"
_UNDELIVERABLE = 131026
Scene = tuple[Step, ...]


class Script:
    """What was said, by phone; each message to a phone uses up the next scene."""

    def __init__(self) -> None:
        self._scenes: dict[str, list[Scene]] = {}

    def __len__(self) -> int:
        """How many scenes wait."""
        return sum(map(len, self._scenes.values()))

    def say(self, given: Mapping[str, Any]) -> None:
        """Take scenes for phones, in the place of what was said for them before; raises ValueError."""
        read = {_digits(phone): [_scene(one) for one in _list(scenes)] for phone, scenes in given.items()}
        self._scenes.update(read)

    def next(self, phone: str) -> Scene | None:
        """The scene of the next message to a phone; None where nothing was said of it."""
        left = self._scenes.get(phone)
        return left.pop(0) if left else None

    def clear(self) -> None:
        """Forget all of it."""
        self._scenes.clear()


def refusal(scene: Sequence[Step] | None) -> int:
    """The code by which a message is refused at once; 0 where it is taken."""
    return scene[0].code if scene and scene[0].what == REFUSE else 0


def _digits(phone: str) -> str:
    digits = "".join(filter(str.isdigit, phone))
    if not digits:
        raise ValueError(f"no phone is called {phone!r}")
    return digits


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"a list is needed, not {value!r}")
    return value


def _scene(given: object) -> Scene:
    steps = tuple(_step(one) for one in _list(given))
    if any(step.what == REFUSE for step in steps[1:]) or (refusal(steps) and len(steps) > 1):
        raise ValueError("a message that is refused meets nothing else")
    return tuple(sorted(steps, key=lambda step: step.at))


def _step(given: object) -> Step:
    if not isinstance(given, dict):
        raise ValueError(f"an object is needed, not {given!r}")
    at, what, arg, code = given.get("at", 0), given.get("what"), given.get("arg", ""), given.get("code", 0)
    if isinstance(at, bool) or not isinstance(at, int | float) or at < 0:
        raise ValueError(f"at = {at!r}")
    if what not in (*STATUSES, *DEEDS, REFUSE):
        raise ValueError(f"what = {what!r}")
    if not isinstance(arg, str) or (what in DEEDS and not arg):
        raise ValueError(f"arg = {arg!r}")
    if isinstance(code, bool) or not isinstance(code, int):
        raise ValueError(f"code = {code!r}")
    return Step(float(at), what, arg, code or (_UNDELIVERABLE if what in ("failed", REFUSE) else 0))
