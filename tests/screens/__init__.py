"""Decides which screens the program has: every page, dialog, step, banner and empty state registers itself here.

A screen is a function that builds a widget on a made workspace::

    @screen("contacts.empty")
    def empty(stage: Stage) -> QWidget:
        \"\"\"Contacts before anybody is in them.\"\"\"
        return stage.window("contacts", studio=stage.bare())

:func:`screens` gives them all; ``with Stage(app, folder) as stage: widget = one.build(stage)`` shows one.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screens.stage import Stage

Make = Callable[["Stage"], "QWidget"]
_registry: dict[str, Screen] = {}


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. ``name`` is its area, a dot and what is seen; ``small``: also shown in the smallest window."""

    name: str
    make: Make
    small: bool

    @property
    def area(self) -> str:
        return self.name.partition(".")[0]

    @property
    def title(self) -> str:
        return (self.make.__doc__ or self.name).strip().splitlines()[0].rstrip(".")

    def build(self, stage: Stage) -> QWidget:
        """The widget, shown and at rest: nothing is read or timed any more."""
        widget = self.make(stage)
        stage.settle()
        return widget


def screen(name: str, *, small: bool = False) -> Callable[[Make], Make]:
    """Register the function below as a screen."""

    def register(make: Make) -> Make:
        if name in _registry:
            raise ValueError(f"two screens are called {name}")
        _registry[name] = Screen(name, make, small)
        return make

    return register


def screens(only: str = "*") -> tuple[Screen, ...]:
    """Every screen whose name matches a pattern such as ``contacts.*``, by area."""
    for path in sorted(Path(__file__).parent.glob("scenes_*.py")):
        importlib.import_module(f"{__name__}.{path.stem}")
    return tuple(one for one in _registry.values() if fnmatch(one.name, only))
