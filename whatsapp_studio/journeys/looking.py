"""Decides how the checks of one step see it: fields that can be relied on, the workspace around, and a place to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.before import Before
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.names import Names
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import kind_of, title_of

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")


class Look:
    """One step under examination. What is found is gathered in :attr:`found`.

    ``here`` is the wall clock in the journey's zone now, None where nobody knows what time it is; ``beside`` are the
    other steps that matter here: the messages a reaction may be to. ``memory`` is shared by all looks around the
    same surroundings.
    """

    def __init__(
        self, step: Step, before: Before, around: Surroundings, names: Names, here: datetime | None,
        settings: Mapping[str, Any], beside: tuple[Step | None, ...], memory: dict[tuple[object, int], Any],
    ) -> None:  # fmt: skip
        self.step, self.before, self.around, self.names = step, before, around, names
        self.here, self.settings, self.beside, self._memory = here, settings, beside, memory
        self.found: list[Problem] = []
        kind = kind_of(step)
        self.shown = kind.shown(step.fields)
        self._good = {field.name for field in self.shown}

    @cached_property
    def facts(self) -> dict[str, object]:
        """What goes into every problem: what the step is called."""
        return {"what": title_of(self.step)}

    def spoil(self, field: str) -> None:
        """A field that holds something it cannot: it is not looked at further."""
        self._good.discard(field)

    def get(self, field: str) -> Any:
        """A field that counts and holds what it should; None for any other."""
        return value(self.step, field) if field in self._good else None

    def once(self, work: Callable[[Thing], Answer], thing: Thing) -> Answer:
        """What ``work`` makes of a part of the surroundings, worked out once for all steps."""
        key = (work, id(thing))
        if key not in self._memory:
            self._memory[key] = work(thing)
        answer: Answer = self._memory[key]
        return answer

    def rows(self, field: str) -> tuple[Mapping[str, Any], ...]:
        """The members of a field that is a list."""
        return rows(self.get(field))

    def error(self, code: str, field: str, /, **facts: object) -> None:
        """Something that keeps the journey from being published."""
        self.found.append(Problem(code, f"{self.step.id}.{field}", {**self.facts, **facts}))

    def adopt(self, problems: Sequence[Problem]) -> bool:
        """Problems that others found in this step: what it is called is added. Whether there was any."""
        self.found += [Problem(p.code, p.where, {**self.facts, **p.facts}, p.severity) for p in problems]
        return bool(problems)

    def warn(self, code: str, field: str, /, **facts: object) -> None:
        """Something the person should know."""
        self.found.append(Problem(code, f"{self.step.id}.{field}", {**self.facts, **facts}, "warning"))
