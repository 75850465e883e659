"""Decides how the places of a template are filled: one row each, with what happens where a value is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.campaigns.expression_edit import ExpressionEdit
from whatsapp_studio.qt.campaigns.fields import ErrorLine, first, wheel_needs_focus
from whatsapp_studio.qt.campaigns.step_page import StepPage, muted
from whatsapp_studio.templates.template import Place, places

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_FIELD_WORDS = {
    "first_name": mark("First name"), "last_name": mark("Last name"), "phone": mark("Phone"),
    "language": mark("Language"), "country": mark("Country"), "time_zone": mark("Time zone"),
}  # fmt: skip
_HINTS = {
    "image": mark("An https address of the picture, or the id of an uploaded file"),
    "video": mark("An https address of the video, or the id of an uploaded file"),
    "document": mark("An https address of the document, or the id of an uploaded file"),
    "location": mark("Latitude, longitude; name; address"),
    "url": mark("The last part of the link"),
    "code": mark("The code, without spaces"),
    "time": mark("When the offer ends, such as 2026-12-01T18:00"),
}


class PlaceRow(QFrame):
    """One place: what fills it, what is used instead, and the rule for when both are empty."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.setProperty("role", "card")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(6)
        title = QLabel(place.label if place.required else tr("{place} (may stay empty)", place=place.label))
        title.setProperty("role", "strong")
        box.addWidget(title)
        hint = _HINTS.get(place.kind, "")
        said = [tr(hint)] if hint else []
        if place.sample:
            said.append(tr("Example: {sample}", sample=place.sample))
        if said:
            box.addWidget(muted(" · ".join(said)))
        self.expression = ExpressionEdit(place.label)
        self.fallback = QLineEdit()
        self.fallback.setAccessibleName(tr("Used when empty: {place}", place=place.label))
        self.fallback.setPlaceholderText(tr("Nothing"))
        self.if_empty = QComboBox()
        self.if_empty.setAccessibleName(tr("When still empty: {place}", place=place.label))
        self.if_empty.addItem(tr("Leave the person out"), "skip")
        self.if_empty.addItem(tr("Block the campaign"), "block")
        wheel_needs_focus(self.if_empty)
        self.error = ErrorLine(self.expression.line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, column, span, label, widget in (
            (0, 0, 2, tr("Value"), self.expression),
            (2, 0, 1, tr("Used when empty"), self.fallback),
            (2, 1, 1, tr("When still empty"), self.if_empty),
        ):
            name = QLabel(label)
            name.setProperty("role", "caption")
            name.setBuddy(widget)
            grid.addWidget(name, row, column)
            grid.addWidget(widget, row + 1, column, 1, span)
        box.addLayout(grid)
        box.addWidget(self.error)

    def mapping(self) -> Mapping:
        """What the row says now."""
        return Mapping(
            expression=self.expression.line.text(), fallback=self.fallback.text(), if_empty=self.if_empty.currentData()
        )

    def show_mapping(self, mapping: Mapping) -> None:
        """Mirror ``mapping``; emits nothing."""
        self.expression.show_text(mapping.expression)
        if self.fallback.text() != mapping.fallback:
            self.fallback.setText(mapping.fallback)
        blocked = self.if_empty.blockSignals(True)
        self.if_empty.setCurrentIndex(self.if_empty.findData(mapping.if_empty))
        self.if_empty.blockSignals(blocked)


class MappingStep(StepPage):
    """Every place of the chosen template."""

    step = "mapping"

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(
            studio, tr("Say what goes into each place of the template. The preview shows it for real people."), parent
        )
        self.rows: dict[str, PlaceRow] = {}
        self._shape: tuple[Any, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.content.addWidget(self.none)
        self.content.addLayout(self._list)
        self.content.addStretch(1)

    def refresh(self) -> None:
        template = self.studio.templates.get(self.draft.template, self.draft.language) if self.draft.template else None
        found = places(template) if template is not None else ()
        fields = [(name, tr(words)) for name, words in _FIELD_WORDS.items()]
        fields += [(field.name, field.label) for field in self.studio.contacts.fields()]
        shape = (found, tuple(fields))
        if shape != self._shape:
            self._shape = shape
            self._build(found, fields)
        for name, row in self.rows.items():
            row.show_mapping(self.draft.mapping.get(name, Mapping()))
        self.none.setVisible(not found)
        self.none.setText(
            tr("Choose a template first; its places appear here.")
            if template is None
            else tr("This template has no places: everybody gets the same text.")
        )

    def _build(self, found: tuple[Place, ...], fields: list[tuple[str, str]]) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for place in found:
            row = PlaceRow(place)
            row.expression.set_fields(fields)
            row.expression.edited.connect(self._edited)
            row.fallback.textEdited.connect(self._edited)
            row.if_empty.currentIndexChanged.connect(self._edited)
            self.rows[place.name] = row
            self._list.addWidget(row)

    def _edited(self, *_change: object) -> None:
        kept = {name: row.mapping() for name, row in self.rows.items()}
        self.change(mapping={**self.draft.mapping, **kept})

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        for name, row in self.rows.items():
            row.error.say(first(problems, f"mapping.{name}"))

    def focus_field(self, where: str) -> None:
        row = self.rows.get(where.removeprefix("mapping.")) or next(iter(self.rows.values()), None)
        if row is not None:
            row.expression.line.setFocus()
