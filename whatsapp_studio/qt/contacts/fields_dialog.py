"""Decides how custom fields are looked over, added, changed and deleted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.contacts.field_form import FieldForm
from whatsapp_studio.qt.contacts.values import KIND_WORDS
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import danger_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import ErrorLine
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.tables import set_up
from whatsapp_studio.services.fields import KeptField

_ROW = 34


class FieldsDialog(QDialog):
    """A table of fields with their kind, how many have a value, and where they are used."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._fields: tuple[KeptField, ...] = ()
        self._wanted = ""
        self.setWindowTitle(tr("Fields"))
        head = plain_label("muted", wrap=True)
        head.setText(tr("What is known of contacts beside name and number. Messages and segments can use it."))
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([tr("Field"), tr("Kind"), tr("Filled in"), tr("Used in")])
        header = set_up(self.table, tr("Fields"), _ROW)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        for column, width in ((0, 200), (1, 130), (2, 90)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, width)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.itemSelectionChanged.connect(self._look)
        self.table.itemActivated.connect(lambda _item: self._change())
        self.empty = EmptyState("tag", tr("No fields yet."), tr("Add a field, or import a file that has more columns."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.error = ErrorLine(self.table)
        self.add = secondary_button(tr("Add field…"), self._add, "plus")
        self.change = secondary_button(tr("Change…"), self._change, "pencil")
        self.delete = danger_button(tr("Delete"), self._delete, "trash-2")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(head)
        box.addWidget(self.stack, 1)
        box.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.change, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(primary_button(tr("Done"), self.accept))
        box.addLayout(buttons)
        fit(self, 720, 480)
        follow_layout(self)
        self._look()
        self.refresh()

    def refresh(self) -> None:
        """Read the fields again, outside this thread: everybody is counted."""
        fields = self._studio.fields

        def work(_progress: Progress) -> tuple[KeptField, ...]:
            return fields.all()

        Job(self, work).on_done(self._show).run()

    def _show(self, fields: tuple[KeptField, ...]) -> None:
        chosen = self._wanted or (self._chosen.field.name if self._chosen else "")
        self._wanted = ""
        self._fields = fields
        self.table.setRowCount(len(fields))
        for row, one in enumerate(fields):
            used = ", ".join(use.name for use in one.uses) or tr("Not used")
            texts = one.field.label, tr(KIND_WORDS[one.field.kind]), number(one.filled), used
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, column, item)
        self.stack.setCurrentWidget(self.table if fields else self.empty)
        place = next((n for n, one in enumerate(fields) if one.field.name == chosen), 0)
        if fields:
            self.table.selectRow(place)
        self._look()

    @property
    def _chosen(self) -> KeptField | None:
        row = self.table.currentRow()
        return self._fields[row] if 0 <= row < len(self._fields) else None

    def _look(self) -> None:
        self.error.say(None)
        writable = not self._studio.read_only
        self.add.setEnabled(writable)
        for button in (self.change, self.delete):
            button.setEnabled(writable and self._chosen is not None)

    def _add(self) -> None:
        form = FieldForm(self._studio, None, self)
        form.saved.connect(self._saved)
        form.open()

    def _change(self) -> None:
        if self._chosen is not None and not self._studio.read_only:
            form = FieldForm(self._studio, self._chosen.field, self)
            form.saved.connect(self._saved)
            form.open()

    def _saved(self, name: str) -> None:
        self._wanted = name
        self.refresh()

    def _delete(self) -> None:
        one = self._chosen
        if one is None:
            return
        if one.filled and not one.uses and not ask(
            self, tr("Delete the field “{name}”?", name=one.field.label),
            tr("What {n} contacts have in it is lost. This cannot be undone.", n=number(one.filled)),
            tr("Delete the field"), tr("Keep it"), danger=True,
        ):  # fmt: skip
            return
        fields, name = self._studio.fields, one.field.name
        self._run(lambda: fields.delete(name), self.refresh)

    def _run(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        def failed(error: StudioError) -> None:
            self.error.say(error)

        Job(self, lambda _progress: work()).on_done(lambda _done: then()).on_failed(failed).run()
