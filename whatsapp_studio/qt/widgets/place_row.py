"""Decides how one place of a template is filled: what goes in, what is used instead, and what when both are empty."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.personalise.reach import field_words
from whatsapp_studio.qt.widgets.expression_edit import ExpressionEdit
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, wheel_needs_focus
from whatsapp_studio.qt.widgets.media_file import MEDIA_KINDS, MediaFile, Shelf
from whatsapp_studio.templates.template import Place

__all__ = ["PlaceRow", "field_words"]

_HINTS = {
    "image": mark("A picture of yours, an https address, or the id of an uploaded file"),
    "video": mark("A video of yours, an https address, or the id of an uploaded file"),
    "gif": mark("A video of yours, an https address, or the id of an uploaded file"),
    "document": mark("A document of yours, an https address, or the id of an uploaded file"),
    "location": mark("Latitude, longitude; name; address"),
    "url": mark("The last part of the link"),
    "code": mark("The code, without spaces"),
    "time": mark("When the offer ends, such as 2026-12-01T18:00"),
    "payload": mark("What comes back to you when the button is tapped"),
    "json": mark("Data for the form, as JSON"),
    "product": mark("The number of the product in your catalogue"),
    "header.product": mark("The number of the catalogue, a semicolon, and the number of the product in it"),
    "flow_token": mark("What comes back to you with the answers to the form"),
    "products": mark("Title: product, product; another title: product"),
}


class PlaceRow(QFrame):
    """One place: what fills it, what is used instead, and the rule for when both are empty.

    ``block`` is what the rule "block" is called; ``narrow`` puts every field on a line of its own; ``shelf`` is where
    files of the workspace are, one of which may fill a place of media.
    """

    def __init__(
        self, place: Place, block: str, *, narrow: bool = False, shelf: Shelf | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.place = place
        self.setProperty("role", "card")
        box = QVBoxLayout(self)
        box.setContentsMargins(*(12, 10, 12, 10) if narrow else (16, 12, 16, 12))
        box.setSpacing(6)
        title = QLabel(place.label if place.required else tr("{place} (may stay empty)", place=place.label))
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        box.addWidget(title)
        own = (end for end in ("header.product", "flow_token") if place.name.endswith(end))
        hint = _HINTS.get(next(own, place.kind), "")
        said = [tr(hint)] if hint else []
        if place.sample and place.kind not in MEDIA_KINDS:
            said.append(tr("Example: {sample}", sample=place.sample))
        if said:
            box.addWidget(muted(" · ".join(said)))
        self.expression = ExpressionEdit(place.label)
        self.file: MediaFile | None = None
        if shelf is not None and place.kind in MEDIA_KINDS:
            self.file = MediaFile(shelf, place.kind, place.label)
            self.file.edited.connect(self._choose_file)
            box.addWidget(self.file)
        self.fallback = QLineEdit()
        self.fallback.setAccessibleName(tr("Used when empty: {place}", place=place.label))
        self.fallback.setPlaceholderText(tr("Nothing"))
        self.if_empty = QComboBox()
        self.if_empty.setAccessibleName(tr("When still empty: {place}", place=place.label))
        self.if_empty.addItem(tr("Leave the person out"), "skip")
        self.if_empty.addItem(block, "block")
        wheel_needs_focus(self.if_empty)
        # What whoever shows the row knows of people's values.
        self.told = muted("")
        self.told.hide()
        self.error = ErrorLine(self.expression.line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 0 if narrow else 1)
        half = (4, 0, 2) if narrow else (2, 1, 1)
        self._written: list[QWidget] = []
        for (row, column, span), label, widget in (
            ((0, 0, 2), tr("Value"), self.expression),
            ((2, 0, 2 if narrow else 1), tr("Used when empty"), self.fallback),
            (half, tr("When still empty"), self.if_empty),
        ):
            name = QLabel(label)
            name.setProperty("role", "caption")
            name.setBuddy(widget)
            grid.addWidget(name, row, column)
            grid.addWidget(widget, row + 1, column, 1, span)
            self._written += [name, widget]
        box.addLayout(grid)
        box.addWidget(self.told)
        box.addWidget(self.error)

    def mapping(self) -> Mapping:
        """What the row says now."""
        return Mapping(
            expression=self.expression.line.text(), fallback=self.fallback.text(), if_empty=self.if_empty.currentData()
        )

    def show_mapping(self, mapping: Mapping) -> None:
        """Mirror ``mapping``; emits nothing."""
        self.expression.show_text(mapping.expression)
        self._show_file(mapping.expression)
        if self.fallback.text() != mapping.fallback:
            self.fallback.setText(mapping.fallback)
        blocked = self.if_empty.blockSignals(True)
        self.if_empty.setCurrentIndex(self.if_empty.findData(mapping.if_empty))
        self.if_empty.blockSignals(blocked)

    def _choose_file(self, value: str) -> None:
        self.expression.show_text(value)
        self._show_file(value)
        self.expression.edited.emit(value)

    def _show_file(self, value: str) -> None:
        """A file is the same for everybody: nothing is left to write beside it."""
        if self.file is not None:
            self.file.show_value(value)
            for widget in self._written:
                widget.setVisible(not self.file.value())
