"""Decides how one field stands in a form: label, editor, help, and what is wrong with it, right below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.journeys.fields import Field, Flag
from whatsapp_studio.qt.forms.editor import Editor, Told, mark_invalid
from whatsapp_studio.qt.inspector.editors.table import editor_for
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_label


class FieldRow(QWidget):
    """A field of the step table, from top to bottom."""

    def __init__(self, field: Field, outlook: Outlook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = editor_for(field, outlook)
        self.problems: tuple[Problem, ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if not isinstance(field, Flag):
            self.label = QLabel(tr(field.label))
            self.label.setProperty("role", "strong")
            self.label.setWordWrap(True)
            self.label.setBuddy(self.editor)
            box.addWidget(self.label)
        box.addWidget(self.editor)
        self._lines: list[tuple[QWidget, IconLabel, IconLabel, QLabel]] = []
        self._wrong = QWidget()
        self._said = QVBoxLayout(self._wrong)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(6)
        self._error, self._warning = IconLabel("circle-x", "error"), IconLabel("triangle-alert", "warning")
        self.wrong = plain_label(wrap=True)
        line.addWidget(self._error, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.wrong, 1)
        self._said.addLayout(line)
        box.addWidget(self._wrong)
        self._wrong.hide()
        self.help = muted(tr(field.help) if field.help else "")
        self.help.setProperty("role", "caption")
        box.addWidget(self.help)
        self.help.setVisible(bool(field.help))
        self._fits = True

    def show_value(self, value: Any) -> None:
        """Mirror a value; one that cannot be shown is said to be so."""
        self._fits = self.editor.fits(value)
        self.editor.show_value(value)
        self._say()

    def tell(self, told: Told) -> None:
        """Say what is wrong: inside where there is a place for it, the first of the rest below the field."""
        self.problems = tuple(self.editor.tell(told))
        self._say()

    def _say(self) -> None:
        text, kind = "", "error"
        if self.problems:
            first = self.problems[0]
            words = explain(first.code, first.facts)
            # What happened and what to do; why is told in the list of issues.
            text, kind = " ".join(part for part in (words.title, words.fix) if part), first.severity
            more = len(self.problems) - 1
            if more:
                text += " " + ntr("({n} more)", "({n} more)", more)
        elif not self._fits:
            text = tr("What the file holds here cannot be shown. An edit replaces it.")
        self._wrong.setVisible(bool(text))
        self.wrong.setText(text)
        if self.wrong.property("role") != kind:
            self.wrong.setProperty("role", kind)
            self.wrong.style().unpolish(self.wrong)
            self.wrong.style().polish(self.wrong)
        self._error.setVisible(kind == "error")
        self._warning.setVisible(kind != "error")
        for widget in self.editor.marked():
            mark_invalid(widget, text if kind == "error" else "")
            widget.setAccessibleDescription(text or self.help.text())
