"""Decides what every editor of a field can do: show any JSON, say what it became, and be told what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.errors import Problem

# What is wrong, by the place inside a field ("" is the field as a whole).
Told = Mapping[str, Sequence[Problem]]


class Around(Protocol):
    """What every editor may ask of what is around its form."""

    def today(self) -> date:
        """The day it is where the workspace is."""


class Editor(QWidget):
    """The widgets for one value. ``name`` is what a screen reader calls it.

    ``edited`` carries the whole new value, and a key: edits with the same key right after each other are one step
    of undo (typing); an empty key is a step of its own. Showing a value never emits.
    """

    edited = Signal(object, str)
    outlook: Around

    def __init__(self, outlook: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outlook, self.name = outlook, name
        self.setAccessibleName(name)

    def show_value(self, value: Any) -> None:
        """Mirror a value, whatever it is; the cursor of somebody who types stays where it is."""
        raise NotImplementedError

    def fits(self, value: Any) -> bool:
        """Whether the value can be shown as it is; else an edit replaces it."""
        raise NotImplementedError

    def look_around(self) -> None:
        """The workspace, the journey or the fields beside may be others now."""

    def tell(self, told: Told) -> Sequence[Problem]:
        """Say at each inner place what is wrong there; gives back what there is no inner place for."""
        return flat(told)

    def inputs(self) -> Sequence[QWidget]:
        """What a person types into or clicks; the first of them takes the focus."""
        raise NotImplementedError

    def marked(self) -> Sequence[QWidget]:
        """What gets a red border when the value as a whole is wrong."""
        return self.inputs()[:1]

    def focus_inner(self, inner: str) -> QWidget | None:
        """Put the focus on the place inside that a problem names; gives what has it now."""
        first = next(iter(self.inputs()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first

    def forget(self) -> None:
        """Another step is shown: what was typed before cannot be taken back in the field any more."""


def flat(told: Told) -> list[Problem]:
    """Every problem, in order."""
    return [problem for some in told.values() for problem in some]


def under(told: Told, key: str) -> dict[str, list[Problem]]:
    """The problems inside the inner place ``key``, by the place inside that."""
    found: dict[str, list[Problem]] = {}
    for inner, problems in told.items():
        head, _, rest = inner.partition(".")
        if head == key:
            found.setdefault(rest, []).extend(problems)
    return found


def as_text(value: Any) -> str:
    """A string as it is; anything else as nothing, or as a number is written."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []


def as_dict(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def as_int(value: Any, otherwise: int = 0) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def mark_invalid(field: QWidget, text: str) -> None:
    """A red border round an input, and the words for those who cannot see it."""
    if bool(field.property("invalid")) != bool(text):
        field.setProperty("invalid", bool(text))
        field.style().unpolish(field)
        field.style().polish(field)
    field.setAccessibleDescription(text)
