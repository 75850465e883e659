"""Decides how the people behind a number are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.tables import set_widths
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

SHOWN = 200
_CONSENT = {"yes": mark("Yes"), "no": mark("Opted out"), "unknown": mark("Not recorded")}
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractTableModel):
    def __init__(self, people: Sequence[Contact], why: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.people, self._why = people, why
        self._headers = (tr("Name"), tr("Phone"), tr("Why"), tr("Marketing consent"), tr("Language"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        person = self.people[index.row()]
        name = f"{person.first_name} {person.last_name}".strip() or tr("No name")
        phone = person.phone or tr("No number")
        return (name, phone, self._why, tr(_CONSENT[person.marketing]), person.language)[index.column()]


class PeopleDialog(QDialog):
    """The first people behind a number, read outside the window's thread. ``contact_wanted`` carries an id."""

    contact_wanted = Signal(int)

    def __init__(self, studio: Studio, draft: Draft, reason: str | None, n: int, parent: QWidget) -> None:
        super().__init__(parent)
        words = tr("Will get the message") if reason is None else wording.exclusion(reason)
        self.setWindowTitle(words[:1].upper() + words[1:])
        self.resize(880, 520)
        self._n = n
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        self.said = QLabel(tr("Reading…"))
        self.said.setWordWrap(True)
        self.table = QTableView()
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        tell_whole(self.table.horizontalHeader().viewport(), self.table.viewport())
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._why = words
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.doubleClicked.connect(lambda _index: self._open())
        buttons = QDialogButtonBox()
        self.open_button = secondary_button(tr("Open in Contacts"), self._open, "user")
        self.open_button.setEnabled(False)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for widget in (self.said, self.table, buttons):
            box.addWidget(widget)
        self._job = Job(self, lambda progress: _read(studio, draft, reason, progress))
        self._job.on_done(self._show).on_failed(lambda error: self.said.setText(wording.sentence(error)))
        self._job.run()

    def _show(self, people: list[Contact]) -> None:
        self.model = _Model(people, self._why, self)
        self.table.setModel(self.model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self.open_button.setEnabled(True))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        set_widths(self.table, {1: 140, 2: 200, 3: 150, 4: 80})
        shown = len(people)
        self.said.setText(
            ntr("{n} person.", "{n} people.", shown)
            if shown >= self._n
            else tr("The first {shown} of {n} people.", shown=number(shown), n=number(self._n))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.contact_wanted.emit(self.model.people[row].id)
            self.accept()

    def done(self, result: int) -> None:
        self._job.cancel()
        super().done(result)


def _read(studio: Studio, draft: Draft, reason: str | None, progress: Progress) -> list[Contact]:
    return studio.campaigns.people(draft, reason, SHOWN)
