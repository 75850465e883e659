"""Decides how the people behind a number are listed: a million at once, found by name or number, and kept in a file."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.audience.phone import shown as spaced
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Edition, Place, Someone
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.journeys.telling import why
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.live_numbers import place_words
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.cells import Index
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.tables import set_up
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

NAME, PHONE, SINCE, UNTIL, WHY = range(5)
_HEADERS = (mark("Name"), mark("Phone"), mark("Since"), mark("Until"), mark("Why"))
_PAGE, _KEPT = 100, 64


class PeopleModel(QAbstractTableModel):
    """Contacts by their keys; ``read`` fetches those that are looked at."""

    def __init__(
        self, read: Callable[[Sequence[int]], Sequence[Someone]], now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._read, self._now = read, now
        self._keys: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Someone]] = OrderedDict()
        self._zone, self._past = "UTC", False
        self._journey = Journey(id="")
        self.steps = False

    def show_keys(self, keys: array[int], journey: Journey, zone: str, *, past: bool, steps: bool) -> None:
        """Show others. ``past`` is whether they have gone on; ``steps`` whether each is said to be at a step."""
        self.beginResetModel()
        self._keys, self._journey, self._zone, self._past, self.steps = keys, journey, zone, past, steps
        self._pages.clear()
        self.endResetModel()

    def forget(self) -> None:
        """What was read of them may be old."""
        self._pages.clear()
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, WHY))

    @property
    def keys(self) -> array[int]:
        return self._keys

    def someone(self, row: int) -> Someone | None:
        """The contact of a row; None where nothing is known of it any more."""
        if not 0 <= row < len(self._keys):
            return None
        page = row // _PAGE
        found = self._pages.get(page)
        if found is None:
            found = {one.key: one for one in self._read(self._keys[page * _PAGE : (page + 1) * _PAGE])}
            self._pages[page] = found
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return found.get(self._keys[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr("Went on") if section == UNTIL and self._past else tr(_HEADERS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self.someone(index.row())
        if one is None:
            return None
        text = self._text(one, index.column())
        return text if role == Qt.ItemDataRole.DisplayRole or index.column() == WHY else None

    def _text(self, one: Someone, column: int) -> str:
        match column:
            case 0:
                return one.name or (tr("No name") if one.phone else tr("(deleted)"))
            case 1:
                return ltr(spaced(one.phone)) if one.phone else ""
            case 2:
                return day_and_time(one.since, self._now())
            case 3:
                return day_and_time(one.left or one.until, self._now()) or "–"
            case _:
                said = " ".join(why(one.reasons[-1:], self._zone, one.ending))
                step = self._journey.steps.get(one.step)
                return f"{title_of(step)}: {said}" if self.steps and step is not None else said


class LivePeople(QFrame):
    """A table below the canvas. ``chosen`` carries the contact a person wants to know more of."""

    chosen = Signal(int, int)
    closed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._studio = studio
        self._finding = Latest(self)
        self._edition: Edition | None = None
        self._journey = Journey(id="")
        self.place: Place | None = None
        self.model = PeopleModel(studio.running.watch.read, studio.clock.now, self)
        self.title = OneLine("", "strong")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.search = SearchField(tr("Find a name or number"))
        self.search.setFixedWidth(220)
        self.search.searched.connect(lambda _text: self._find())
        self.export_button = secondary_button(tr("Export…"), self._choose_file, "download")
        self.close_button = icon_button("x", tr("Close the list"), self.closed.emit)
        self.table = QTableView()
        self.table.setModel(self.model)
        header = set_up(self.table, tr("People"), 32)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        for column, width in ((NAME, 200), (PHONE, 150), (SINCE, 140), (UNTIL, 140)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        for widget in (self.search, self.export_button, self.close_button):
            row.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 12, 8)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.table, 1)

    def show_place(self, edition: Edition, journey: Journey, place: Place) -> None:
        """List everybody at a place."""
        other = place != self.place
        self._edition, self._journey, self.place = edition, journey, place
        if other:
            self.title.setText(place_words(journey, place))
            self.count.setText("…")
            self.search.clear()
        self._find()

    def refresh(self, edition: Edition, journey: Journey) -> None:
        """Somebody moved: look again who is there, and keep the line that is selected."""
        if self.place is not None:
            self._edition, self._journey = edition, journey
            self._find()

    def _find(self) -> None:
        place, text = self.place, self.search.text().strip()
        if place is not None:
            watch = self._studio.running.watch
            self._finding.ask(lambda: watch.keys(place, text), lambda keys: self._found(place, keys))

    def _found(self, place: Place, keys: array[int]) -> None:
        if place != self.place or self._edition is None:
            return
        self.count.setText(ntr("{n} contact", "{n} contacts", len(keys)))
        self.export_button.setEnabled(bool(keys))
        if keys == self.model.keys:
            self.model.forget()
            return
        at = self.table.currentIndex().row()
        was = self.model.keys[at] if 0 <= at < len(self.model.keys) else None
        scrolled = self.table.verticalScrollBar().value()
        self.model.show_keys(
            keys, self._journey, self._edition.zone, past=place.what not in ("waiting", "inside"), steps=not place.step
        )
        if was is not None and was in keys[at : at + 1]:
            self.table.selectRow(at)
        self.table.verticalScrollBar().setValue(scrolled)

    def _choose(self, index: QModelIndex) -> None:
        one = self.model.someone(index.row())
        if one is not None:
            self.chosen.emit(one.contact, one.run)

    # -- a file of them ------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        name = file_name(self.title.text(), ".csv", tr("people"))
        path = choose_save(self, "people", tr("Export people"), name, tr("CSV file (*.csv)"))
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write those who are listed into a file."""
        edition, place, text = self._edition, self.place, self.search.text().strip()
        if edition is None or place is None:
            return
        watch = self._studio.running.watch
        self.export_button.setEnabled(False)

        def done(n: int) -> None:
            self.export_button.setEnabled(True)
            Toast.show_in(self, ntr("{n} contact was exported.", "{n} contacts were exported.", n))

        def failed(error: StudioError) -> None:
            self.export_button.setEnabled(True)
            show_error(self, wording.explain(error.code, error.facts))

        Job(self, lambda progress: watch.export(edition, place, path, text, progress)).on_done(done).on_failed(
            failed
        ).run()
