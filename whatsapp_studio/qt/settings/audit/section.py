"""Decides how the audit log is searched: by kind, period and words; newest first, however long it is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import words_audit
from whatsapp_studio.base.audit import KINDS, AuditEntry, AuditFilter
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.settings.audit.detail import DetailPane, called
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.files import choose_save
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.paged import PagedModel
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.tables import set_up, set_widths
from whatsapp_studio.qt.widgets.toast import Toast

_ROW, _SEARCH = 34, 200
_ICONS = {
    "contact": "user", "list": "list", "segment": "filter", "import": "file-up", "consent": "user-check",
    "suppression": "ban", "campaign": "megaphone", "journey": "workflow", "template": "layout-template",
    "connection": "link", "rule": "calendar-clock", "setting": "settings", "field": "tag", "workspace": "database",
}  # fmt: skip


class AuditSection(QWidget):
    """The log as a table, with the chosen row told beside it. ``wanted`` asks for another page."""

    wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._newest, self._object = -1, ""
        self._reading: Job[tuple[int, array[int]]] | None = None
        self._again = False
        self.search = SearchField(tr("Search the audit log"))
        self.search.searched.connect(lambda _text: self.read())
        self.kind, self.period = QComboBox(), QComboBox()
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.addItem(tr("Everything"), "")
        for code in KINDS:
            self.kind.addItem(words_audit.kind(code), code)
        self.period.setAccessibleName(tr("Period"))
        for words, days in (
            (tr("Any time"), 0), (tr("Today"), 1), (tr("Last 7 days"), 7), (tr("Last 30 days"), 30),
            (tr("Last 12 months"), 365),
        ):  # fmt: skip
            self.period.addItem(words, days)
        for box in (self.kind, self.period):
            box.currentIndexChanged.connect(lambda _index: self.read())
        self.count = plain_label("muted")
        self.export = secondary_button(tr("Export…"), self._export, "download")
        self.error = Banner("error", "")
        self.error.hide()
        self.model: PagedModel[int, AuditEntry] = PagedModel(
            (tr("When"), tr("What was done"), tr("To what")), self._rows, self._say, self._mark, self
        )
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = set_up(self.table, tr("Audit log"), _ROW)
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        header.setStretchLastSection(True)
        set_widths(self.table, {0: with_letters(150), 1: with_letters(240)})
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        self.none = EmptyState("clipboard-list", tr("Nothing has been done yet"), tr(
            "What is sent, published, changed and deleted is written down here. Lines are never changed or removed."
        ))  # fmt: skip
        self.found_none = EmptyState(
            "search", tr("Nothing found"), tr("No line of the audit log fits what you look for."),
            (tr("Show everything"), self.show_everything),
        )  # fmt: skip
        self.detail = DetailPane()
        self.detail.wanted.connect(self._go)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = FlowLayout(spacing=8)
        self.search.setMinimumWidth(with_letters(_SEARCH))
        for part in (self.search, self.kind, self.period, self.export):
            bar.addWidget(part)
        self._stack = QStackedWidget()
        for one in (self.table, self.none, self.found_none):
            self._stack.addWidget(one)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)
        column.addWidget(self.count)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addWidget(self.detail)

    # -- looking -------------------------------------------------------------------------------------

    def wanted_rows(self) -> AuditFilter:
        """What the bar asks for."""
        days, now = self.period.currentData(), self._studio.clock.now()
        kind = self.kind.currentData()
        return AuditFilter(
            kinds=(kind,) if kind else (), text=self.search.text().strip(), object=self._object,
            since=_days_ago(now, days) if days else None,
        )  # fmt: skip

    def look(self) -> None:
        """Read again where something was added since."""
        if self._studio.audit.newest() != self._newest:
            self.read()

    def read(self) -> None:
        """Ask for the rows of the filter; the last question counts."""
        if self._reading is not None and self._reading.running:
            self._again = True
            return
        log, wanted = self._studio.audit, self.wanted_rows()

        def work(_progress: Progress) -> tuple[int, array[int]]:
            return log.newest(), log.ids(wanted)

        self._reading = Job(self, work).on_done(lambda found: self._show(*found)).on_failed(self._failed).run()

    def show_object(self, kind: str, object: str) -> None:
        """Only what was done to one thing."""
        self._object = object
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.read()

    def show_everything(self) -> None:
        """Without any filter."""
        self._object = ""
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.period.setCurrentIndex(0)
        self.read()

    def _show(self, newest: int, ids: array[int]) -> None:
        if self._again:
            self._again = False
            self.read()
            return
        chosen = self.model.row(self.table.currentIndex().row())
        self._newest = newest
        self.error.hide()
        self.model.show_keys(ids)
        everything = not (self.search.text().strip() or self.kind.currentData() or self.period.currentData())
        empty = self.none if everything and not self._object else self.found_none
        self._stack.setCurrentWidget(self.table if ids else empty)
        self.count.setText(ntr("{n} line", "{n} lines", len(ids)) if ids else "")
        self.count.setVisible(bool(ids))
        self.export.setEnabled(bool(ids))
        self.detail.setVisible(bool(ids))
        row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else -1
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._choose(row)

    def _failed(self, error: StudioError) -> None:
        self.error.set_text(sentence(error))
        self.error.show()

    def _choose(self, row: int) -> None:
        self.detail.show_entry(self.model.row(row))

    # -- the table -----------------------------------------------------------------------------------

    def _rows(self, ids: Sequence[int]) -> Sequence[AuditEntry]:
        return self._studio.audit.get_many(ids)

    def _say(self, entry: AuditEntry, column: int) -> str:
        match column:
            case 0:
                return day_and_time(entry.at, self._studio.clock.now())
            case 1:
                return words_audit.action(entry.action)
        return called(entry)

    @staticmethod
    def _mark(entry: AuditEntry, column: int) -> tuple[str, str] | None:
        return (_ICONS.get(entry.kind, "circle"), "text_muted") if column == 1 else None

    def _go(self, kind: str, object: str) -> None:
        match kind:
            case "contact" if object.isdecimal():
                self.wanted.emit("contacts", int(object))
            case "campaign" | "journey":
                self.wanted.emit(f"{kind}s", object)
            case "template":
                self.wanted.emit("templates", object.partition("/")[0])
            case _:
                self.wanted.emit("contacts", None)

    # -- taking it along -----------------------------------------------------------------------------

    def _export(self) -> None:
        path = choose_save(self, "export", tr("Export the audit log"), tr("audit log") + ".csv", tr("CSV (*.csv)"))
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the rows that are shown to a file."""
        log, wanted = self._studio.audit, self.wanted_rows()
        self.export.setEnabled(False)

        def done(rows: int) -> None:
            self.export.setEnabled(True)
            said = ntr("{n} line was written to {file}.", "{n} lines were written to {file}.", rows, file=path.name)
            Toast.show_in(self, said)

        def failed(error: StudioError) -> None:
            self.export.setEnabled(True)
            self._failed(error)

        Job(self, lambda progress: log.export(path, wanted, progress)).on_done(done).on_failed(failed).run()


def _days_ago(now: datetime, days: int) -> datetime:
    """When the first of so many days began, by this machine's clock; today is one of them."""
    here = now.astimezone()
    return here.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)
