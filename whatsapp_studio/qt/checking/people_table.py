"""Decides how the people behind a finding are shown: what their contact says, and what they would be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.checking import words
from whatsapp_studio.qt.personalise.reach import field_words
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.tables import set_up
from whatsapp_studio.services.checking import Concerned, Report
from whatsapp_studio.templates.findings import Finding

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

PORTION = 200
_TEXT_MOST = 300
_IN_CONTACT = 2
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.people: list[Concerned] = []
        self._headers = (tr("Name"), tr("Phone"), tr("In the contact"), tr("Would be sent"))
        self._labels = dict(field_words())

    def start(self) -> None:
        self.beginResetModel()
        self.people = []
        self.endResetModel()

    def add(self, people: list[Concerned]) -> None:
        if people:
            self.beginInsertRows(QModelIndex(), len(self.people), len(self.people) + len(people) - 1)
            self.people += people
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self.people[index.row()]
        match index.column():
            case 0:
                name = f"{one.contact.first_name} {one.contact.last_name}".strip()
                return words.shown(name) if name else tr("No name")
            case 1:
                return ltr(one.contact.phone)
            case 2:
                said = (f"{self._labels.get(name, name)}: {words.shown(value)}" for name, value in one.read)
                return " · ".join(said)[:_TEXT_MOST] or "–"
        return words.shown(one.text)[:_TEXT_MOST]


class PeopleTable(QWidget):
    """The people of one finding, some at a time. ``contact_wanted`` carries the id of one to be opened."""

    contact_wanted = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._of: tuple[Report, Finding] | None = None
        self._read = 0
        self.reading = Latest(self)
        self.model = _Model(self)
        self.table = QTableView()
        header = set_up(self.table, tr("People behind it"), 34)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        self.table.setModel(self.model)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 130), (1, 124)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, width)
        self.table.activated.connect(self._open)
        self.said = muted("")
        self.more = link_button(tr("Show more"), self._next)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.table, 1)
        box.addLayout(below)

    def show_people(self, report: Report, finding: Finding) -> None:
        """Read the first of those a finding is about."""
        self._of, self._read = (report, finding), 0
        self.model.start()
        # Of a whole message no single field is the cause.
        self.table.setColumnHidden(_IN_CONTACT, finding.place not in report.subject.mapping)
        self.more.hide()
        self.said.setText(tr("Reading…"))
        self._next()

    def _next(self) -> None:
        asked = self._of
        if asked is None:
            return
        (report, finding), begin, checking = asked, self._read, self._studio.checking

        def show(people: list[Concerned]) -> None:
            if self._of == asked and self._read == begin:
                self._add(people, finding)

        self.reading.ask(lambda: checking.people(report, finding, begin, PORTION), show)

    def _add(self, people: list[Concerned], finding: Finding) -> None:
        self.model.add(people)
        self._read = min(self._read + PORTION, finding.count)
        self.more.setVisible(self._read < finding.count)
        shown, n = number(len(self.model.people)), number(finding.count)
        self.said.setText(
            tr("The first {shown} of {n} people. Double-click opens the contact.", shown=shown, n=n)
            if self._read < finding.count
            else tr("Double-click opens the contact.")
        )

    def _open(self, index: QModelIndex) -> None:
        self.contact_wanted.emit(self.model.people[index.row()].contact.id)
