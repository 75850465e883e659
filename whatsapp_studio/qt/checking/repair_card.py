"""Decides how a repair is offered: what it changes, before and after, and one button that does it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.qt.checking import words
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.findings import Finding
from whatsapp_studio.templates.repairs import leave_out, repair, repair_of


class RepairCard(QFrame):
    """``wanted`` carries the mapping after the repair."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._mapping: Mapping[str, Slot] = {}
        self._finding: Finding | None = None
        self.effect = muted("")
        self.before, self.after = _code(), _code()
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(((tr("Now"), self.before), (tr("Then"), self.after))):
            label = QLabel(name)
            label.setProperty("role", "muted")
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Fallback, for example “there”"))
        self.text.setAccessibleName(tr("Fallback"))
        self.text.setMaximumWidth(260)
        self.text.textChanged.connect(self._typed)
        self.text.returnPressed.connect(self._do)
        self.button = primary_button("", self._do, "wand-sparkles")
        self.out = secondary_button(tr("Leave these people out"), self._leave_out)
        row_ = QHBoxLayout()
        row_.setSpacing(8)
        row_.addWidget(self.text)
        row_.addWidget(self.button)
        row_.addWidget(self.out)
        row_.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for widget in (self.effect, self._rows):
            box.addWidget(widget)
        box.addLayout(row_)

    def show_finding(self, finding: Finding, mapping: Mapping[str, Slot], *, may: bool) -> None:
        """Offer what mends this; nothing is shown where nothing can."""
        self._finding, self._mapping = finding, mapping
        found = repair_of(mapping, finding)
        slot = mapping.get(finding.place)
        self.setVisible(found is not None and slot is not None and may)
        if found is None or slot is None:
            return
        self.effect.setText(words.effect(found.kind))
        self.button.setText(words.deed(found.kind))
        self.text.setVisible(found.asks)
        self.text.clear()
        self.out.setVisible(found.kind == "fallback" and slot.if_empty == "block")
        self.before.setText(_both(slot))
        self._typed()

    def _made(self) -> dict[str, Slot]:
        assert self._finding is not None
        return repair(self._mapping, self._finding, self.text.text().strip())

    def _typed(self) -> None:
        if self._finding is None:
            return
        made, place = self._made(), self._finding.place
        self.after.setText(_both(made[place]))
        self.button.setEnabled(made[place] != self._mapping[place])

    def _do(self) -> None:
        if self.button.isEnabled() and self.isVisible():
            self.wanted.emit(self._made())

    def _leave_out(self) -> None:
        assert self._finding is not None
        self.wanted.emit(leave_out(self._mapping, self._finding))


def _code() -> QLabel:
    label = plain_label(wrap=True)
    label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return label


def _both(slot: Slot) -> str:
    expression = slot.expression or tr("(empty)")
    if not slot.fallback:
        return expression
    return tr("{expression} or else “{fallback}”", expression=expression, fallback=slot.fallback)
