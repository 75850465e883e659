"""Decides how the messages of an experiment stand below each other: name, template, share, and what fills them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.campaigns.programme import Treatment
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.templates.template import Template


class TreatmentRows(QWidget):
    """One row each message. ``edited`` carries them all as they are now.

    ``removed`` and ``filling`` carry the place of a message that is not wanted, or whose values are to be looked at;
    ``chosen`` the place and the template that it takes.
    """

    edited = Signal(object)
    removed = Signal(int)
    filling = Signal(int)
    chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._treatments: tuple[Treatment, ...] = ()
        self.names: list[QLineEdit] = []
        self.templates: list[QComboBox] = []
        self.shares: list[QSpinBox] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)

    def show_treatments(self, treatments: tuple[Treatment, ...], own: str, offered: Sequence[Template]) -> None:
        """Mirror ``treatments``; the first one sends ``own``, the others one of the templates that are offered."""
        if [one.key for one in treatments] != [one.key for one in self._treatments]:
            self._build(treatments, own, offered)
        self._treatments = treatments
        for place, one in enumerate(treatments):
            for blocker in (QSignalBlocker(self.names[place]), QSignalBlocker(self.shares[place])):
                with blocker:
                    if self.names[place].text() != one.name:
                        self.names[place].setText(one.name)
                    self.shares[place].setValue(one.share)
            if place:
                box = self.templates[place - 1]
                with QSignalBlocker(box):
                    box.setCurrentIndex(box.findData(_known(one.template, one.language)))

    def _build(self, treatments: tuple[Treatment, ...], own: str, offered: Sequence[Template]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.names, self.templates, self.shares = [], [], []
        for row, one in enumerate(treatments):
            letter = QLabel(one.key.upper())
            letter.setProperty("role", "strong")
            name = QLineEdit()
            name.setPlaceholderText(tr("Message {letter}", letter=one.key.upper()))
            name.setAccessibleName(tr("Name of message {letter}", letter=one.key.upper()))
            name.textEdited.connect(lambda text, at=row: self._edit(at, name=text))
            share = spin_box(1, 99, one.share)
            share.setSuffix(tr(" %"))
            share.setAccessibleName(tr("Share of message {letter}", letter=one.key.upper()))
            share.valueChanged.connect(lambda value, at=row: self._edit(at, share=value))
            wheel_needs_focus(share)
            self.names.append(name)
            self.shares.append(share)
            for column, widget in enumerate((letter, name, self._template(row, own, offered), share)):
                self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
            if row:
                fill = link_button(tr("Personal values…"), partial(self.filling.emit, row))
                self._grid.addWidget(fill, row, 4)
            if row and len(treatments) > 2:
                away = icon_button("x", tr("Take message {letter} away", letter=one.key.upper()),
                                   partial(self.removed.emit, row))  # fmt: skip
                self._grid.addWidget(away, row, 5)

    def _template(self, row: int, own: str, offered: Sequence[Template]) -> QWidget:
        if not row:
            label = QLabel(own or tr("No template yet"))
            label.setProperty("role", "muted")
            return label
        box = QComboBox()
        box.setAccessibleName(tr("Template"))
        box.setMinimumWidth(220)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in offered:
            box.addItem(f"{one.name} · {language_name(one.language)}", _known(one.name, one.language))
        box.activated.connect(lambda at, place=row: self.chosen.emit(place, offered[at]))
        wheel_needs_focus(box)
        tell_whole(box)
        self.templates.append(box)
        return box

    def _edit(self, place: int, **changed: object) -> None:
        one = msgspec.structs.replace(self._treatments[place], **changed)
        self._treatments = (*self._treatments[:place], one, *self._treatments[place + 1 :])
        self.edited.emit(self._treatments)


def _known(name: str, language: str) -> str:
    """A template as the data of a choice: Qt finds texts again, but no pairs."""
    return f"{name}\n{language}"
