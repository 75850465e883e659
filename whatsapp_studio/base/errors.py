"""Decides how trouble travels: as codes with facts, split by who can help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


class StudioError(Exception):
    """A code and its facts; the sentence is made by ``base.wording`` for each face."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts


class UserError(StudioError):
    """The person can mend it: a wrong token, a broken file, a name already taken."""


class WorldError(StudioError):
    """Nobody here is to blame: no network, a full disk, a locked file."""


class BugError(StudioError):
    """We are to blame: to be reported with its traceback."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stands in the way of an action.

    ``where`` names the field or page the fix is on (``template``, ``mapping.body.1``, …);
    ``severity`` is ``error`` when the action is blocked and ``warning`` when it may go on.
    """

    code: str
    where: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"


class Blocked(UserError):
    """An action refused by its checks; carries every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("blocked", count=len(problems))
        self.problems = problems
