"""Decides how it is shown that people get something else within a day: how many, from what, and a way there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fitting import fit, with_letters
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.services.conflicts import Conflict, Conflicts

_MOST, _WIDTH, _HIGHEST = 100, 560, 340


class ConflictLine(QFrame):
    """A line of the review, hidden where there are none; ``details_wanted`` asks from what the other messages come."""

    details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.details = link_button(tr("Show which"), self.details_wanted.emit)
        row.addWidget(IconLabel("users", "text_muted", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.details, 0, Qt.AlignmentFlag.AlignVCenter)
        self.conflicts: Conflicts | None = None
        self.hide()

    def show_conflicts(self, conflicts: Conflicts | None) -> None:
        """How many people it is about; None while nobody knows."""
        self.conflicts = conflicts
        people = conflicts.people if conflicts is not None else 0
        self.words.setText(
            ntr(
                "{n} of these people also gets another message within 24 hours",
                "{n} of these people also get another message within 24 hours", people,
            )
        )  # fmt: skip
        self.details.setAccessibleDescription(self.words.text())
        self.setVisible(people > 0)


class ConflictsDialog(QDialog):
    """From which campaigns and journeys the other messages come; ``wanted`` carries a page and an id."""

    wanted = Signal(str, object)

    def __init__(self, conflicts: Conflicts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Other messages within 24 hours"))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 18)
        box.setSpacing(12)
        said = QLabel(
            tr("These wrote, or will write, to some of the same people within 24 hours before or after this campaign.")
        )
        said.setWordWrap(True)
        box.addWidget(said)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(conflicts.others[:_MOST]):
            self._row(grid, row, one)
        grid.setRowStretch(min(len(conflicts.others), _MOST), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setMinimumHeight(min(grid.totalHeightForWidth(with_letters(_WIDTH) - 60), _HIGHEST))
        box.addWidget(area, 1)
        how = QLabel(tr("A cap limits how often somebody is written to. Caps are in the settings."))
        how.setProperty("role", "muted")
        how.setWordWrap(True)
        box.addWidget(how)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
        fit(self, _WIDTH)

    def _row(self, grid: QGridLayout, row: int, one: Conflict) -> None:
        name = plain_label(wrap=True)
        name.setText(one.name)
        kind = QLabel(tr("Journey") if one.kind == "journey" else tr("Campaign"))
        people = QLabel(ntr("{n} person", "{n} people", one.people, n=number(one.people)))
        for label in (kind, people):
            label.setProperty("role", "muted")
        people.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        door = link_button(tr("Open"), partial(self._open, one))
        door.setAccessibleName(tr("Open “{name}”", name=one.name))
        for column, widget in enumerate((kind, name, people, door)):
            grid.addWidget(widget, row, column)

    def _open(self, one: Conflict) -> None:
        self.accept()
        self.wanted.emit("journeys" if one.kind == "journey" else "delivery", one.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_layout(self)
