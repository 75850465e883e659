"""Decides how kept rehearsals are listed, opened, renamed, deleted, and held against the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.simulation_words import Difference
from whatsapp_studio.qt import phrases
from whatsapp_studio.qt.journeys.differences import Wrapped
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label, plain_tip
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.services.simulating import SimulationRow

_ID = Qt.ItemDataRole.UserRole


class KeptList(QWidget):
    """The kept rehearsals by id: ``opened`` is asked for by Enter or a double click; F2 renames, Delete deletes."""

    opened = Signal(int)
    renamed = Signal(int, str)
    forgotten = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = plain_label("muted", wrap=True)
        self.rows = _Rows()
        self.rows.setProperty("role", "plain")
        self.rows.setAccessibleName(tr("Kept simulations"))
        self.rows.itemActivated.connect(lambda item: self.opened.emit(item.data(_ID)))
        self.rows.itemChanged.connect(self._renamed)
        self.rows.forget.connect(self._forget)
        self.rows.currentItemChanged.connect(lambda *_: self._settle())
        self.open_button = secondary_button(tr("Open"), self._open)
        self.rename_button = icon_button("pencil", tr("Rename"), lambda: self.rows.editItem(self.rows.currentItem()))
        self.forget_button = icon_button("trash-2", tr("Delete"), self._forget)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.rename_button)
        row.addWidget(self.forget_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 8, 12)
        box.setSpacing(8)
        box.addWidget(self.hint)
        box.addWidget(self.rows, 1)
        box.addLayout(row)
        self._names: dict[int, str] = {}
        self._when: dict[int, str] = {}

    def fill(self, kept: Sequence[SimulationRow], now: datetime) -> None:
        """List these."""
        self.rows.blockSignals(True)
        self.rows.clear()
        self._names = {one.id: one.name for one in kept}
        self._when = {one.id: phrases.day_and_time(one.at, now) for one in kept}
        for one in kept:
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(plain_tip(one.name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name}, {self._when[one.id]}")
            self.rows.addItem(item)
        if kept:
            self.rows.setCurrentRow(0)
        self.rows.blockSignals(False)
        self._settle()

    def _settle(self) -> None:
        item = self.rows.currentItem() if self.rows.currentRow() >= 0 else None
        for button in (self.open_button, self.rename_button, self.forget_button):
            button.setEnabled(item is not None)
        self.hint.setText(
            tr("Simulated {time}. It is kept for ever, with the journey as it was.", time=self._when[item.data(_ID)])
            if item is not None else tr("Nothing is kept yet. Run a simulation, then choose “Keep”.")
        )  # fmt: skip

    def _open(self) -> None:
        self.opened.emit(self.rows.currentItem().data(_ID))

    def _renamed(self, item: QListWidgetItem) -> None:
        id, name = item.data(_ID), item.text().strip()
        if name and name != self._names[id]:
            self.renamed.emit(id, name)
        elif not name:
            item.setText(self._names[id])

    def _forget(self) -> None:
        item = self.rows.currentItem()
        if item is not None:
            self.forgotten.emit(item.data(_ID))


class _Rows(QListWidget):
    forget = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forget.emit()
        else:
            super().keyPressEvent(event)


class Compared(QWidget):
    """What differs from a kept rehearsal: ``asked`` carries the id of the one to hold against, ``chosen`` a step."""

    asked = Signal(int)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.with_box = QComboBox()
        tell_whole(self.with_box)
        self.with_box.setAccessibleName(tr("Compare with"))
        self.with_box.activated.connect(self._ask)
        self.title = QLabel()
        self.title.setProperty("role", "muted")
        self.title.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setIndentation(16)
        self.tree.setItemDelegate(Wrapped(self.tree))
        self.tree.setProperty("role", "plain")
        self.tree.setAccessibleName(tr("Differences"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemSelectionChanged.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.with_box)
        box.addWidget(self.title)
        box.addWidget(self.tree, 1)
        self.fill(())

    def fill(self, kept: Sequence[SimulationRow]) -> None:
        """Offer these to compare with."""
        chosen = self.with_box.currentData()
        self.with_box.clear()
        self.with_box.addItem(tr("Compare with nothing"), 0)
        for one in kept:
            self.with_box.addItem(tr("Compare with “{name}”", name=one.name), one.id)
        self.with_box.setCurrentIndex(max(0, self.with_box.findData(chosen)))
        self.with_box.setEnabled(bool(kept))
        if not self.with_box.currentData():
            self.clear()

    @property
    def other(self) -> int:
        """The id of the one that is compared with; 0 for none."""
        return int(self.with_box.currentData() or 0)

    def show_differences(self, found: Sequence[Difference]) -> None:
        """List what differs, from what is kept to what is looked at."""
        self.tree.clear()
        count = sum(len(one.lines) for one in found)
        self.title.setText(
            ntr("{n} number differs from what is kept to what you look at.",
                "{n} numbers differ from what is kept to what you look at.", count)
            if found else tr("Both came out the same.")
        )  # fmt: skip
        for group in found:
            item = QTreeWidgetItem([group.title])
            font = self.tree.font()
            font.setBold(True)
            item.setFont(0, font)
            item.setData(0, _ID, group.id)
            for line in group.lines:
                child = QTreeWidgetItem([line])
                child.setData(0, _ID, group.id)
                item.addChild(child)
            self.tree.addTopLevelItem(item)
        self.tree.expandAll()

    def clear(self) -> None:
        """Compare with nothing."""
        self.tree.clear()
        self.title.setText(tr("Choose a kept simulation to see what is different."))

    def _ask(self) -> None:
        if self.other:
            self.asked.emit(self.other)
        else:
            self.clear()

    def _choose(self) -> None:
        for item in self.tree.selectedItems():
            if item.data(0, _ID):
                self.chosen.emit(item.data(0, _ID))
