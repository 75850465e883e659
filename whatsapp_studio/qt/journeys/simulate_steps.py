"""Decides how the numbers of every step are listed, for who would rather read them than look at the canvas."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.simulation import AtStep, Simulation
from whatsapp_studio.journeys.table import kind_of, title_of
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import plain_tip
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_ID = Qt.ItemDataRole.UserRole
_COME, _THERE, _FAILED = 1, 2, 3


class StepNumbers(QTreeWidget):
    """The steps from the top of the canvas down. ``chosen`` carries the one a person wants to see."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Steps with their numbers"))
        self.setHeaderLabels([tr("Step"), tr("Came"), tr("Inside"), tr("Failed")])
        head = self.header()
        head.setStretchLastSection(False)
        tell_whole(head.viewport())
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (_COME, _THERE, _FAILED):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.itemSelectionChanged.connect(self._choose)

    def show_simulation(self, found: Simulation, journey: Journey) -> None:
        """List the steps of a journey with the numbers of the whole."""
        self.clear()
        order = sorted(journey.steps.values(), key=lambda step: (*journey.places.get(step.id, (0, 0))[::-1], step.id))
        for step in order:
            at, kind = found.by_step.get(step.id, AtStep()), kind_of(step)
            item = QTreeWidgetItem(
                [title_of(step), number(at.entered), number(at.waiting), number(at.failed)]
            )
            item.setIcon(0, icon(kind.icon, f"n_{kind.tone}"))
            item.setToolTip(0, plain_tip(title_of(step)))
            item.setData(0, _ID, step.id)
            for column in (_COME, _THERE, _FAILED):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)

    def choose(self, step: str) -> None:
        """Have a step chosen, without telling."""
        self.blockSignals(True)
        for n in range(self.topLevelItemCount()):
            item = self.topLevelItem(n)
            if item is not None and item.data(0, _ID) == step:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def show_moment(self, inside: Mapping[str, int]) -> None:
        """Show how many are at each step at a moment."""
        for n in range(self.topLevelItemCount()):
            item = self.topLevelItem(n)
            if item is not None:
                item.setText(_THERE, number(inside.get(item.data(0, _ID), 0)))

    def _choose(self) -> None:
        for item in self.selectedItems():
            self.chosen.emit(item.data(0, _ID))
