"""Decides what every part of the form has: a title, fields that mirror the template, and a place for its problems."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from whatsapp_studio.qt.templates.writing.fields import ProblemLines
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.templates.template import Template

Change = Callable[[Template], Template]
# Makes an edit; edits with the same key in a row are one step of undo.
Write = Callable[[Change, str], None]


class Spot(ProblemLines):
    """Where problems of a whole part are said. ``target`` gets the keyboard when somebody goes there."""

    def __init__(self, where: str, target: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.where, self._target = where, target

    def focus(self) -> None:
        """Put the keyboard on the part."""
        self._target.setFocus()


class Section(Card):
    """A part of the form."""

    def __init__(self, title: str, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.write = write

    def fits(self, t: Template) -> bool:
        """Whether a template such as this has the part at all."""
        return t.category != "AUTHENTICATION"

    def show_template(self, t: Template) -> None:
        """Mirror a template."""
        raise NotImplementedError

    def reveal(self, where: str) -> None:
        """Bring a place of this part into sight, where only some of it is shown."""


def mirror(field: QLineEdit, text: str) -> None:
    """Show a text without moving the cursor of somebody who types."""
    if field.text() != text:
        place = field.cursorPosition()
        field.setText(text)
        field.setCursorPosition(min(place, len(text)))
