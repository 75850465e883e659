"""Decides how saved samples are looked after: typed, brought in from a file, picked, and seen side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.personalise.reach import Reach
from whatsapp_studio.qt.personalise.results import Asked, Person, Result, Worked
from whatsapp_studio.qt.personalise.sample_values import SampleValues
from whatsapp_studio.qt.personalise.samples_grid import SamplesGrid
from whatsapp_studio.qt.widgets.buttons import danger_button, link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask, show_error
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.files import choose_open
from whatsapp_studio.qt.widgets.fitting import fit, with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.services.samples import PreviewSample
from whatsapp_studio.templates.bubble import Bubble

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SIZE = (980, 600)
_SAMPLE = Qt.ItemDataRole.UserRole
# More phones than that nobody compares, and the window stays quick.
MOST_TICKED = 50
_SOON_MS = 60


class SamplesWindow(QDialog):
    """Samples at the left, ticked to be compared; at the right the values of one, or all that are ticked.

    ``asked`` is the place whose message is seen, with ``snippets`` by name.
    """

    def __init__(
        self, studio: Studio, reach: Reach, asked: Asked | None = None, snippets: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.studio, self._asked, self._snippets = studio, asked, snippets or {}
        self._working = Latest(self)
        self._new_one = False
        self.setWindowTitle(tr("Saved samples"))
        self.search = SearchField(tr("Find a sample"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Samples"))
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._work)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.itemChanged.connect(lambda _item: self._soon.start())
        self.new = secondary_button(tr("New sample"), self._new, "plus")
        self.bring_in = link_button(tr("Import from a file…"), self._import)
        self.none = EmptyState(
            "users", tr("No samples yet"),
            tr("A sample is a set of made-up values to look at messages with: a long name, an empty field, an order. "
               "Type one, or import up to 1,000 from CSV or JSON."),
            (tr("Make a sample"), self._new), (tr("Import from a file…"), self._import),
        )  # fmt: skip
        self.save = primary_button(tr("Save sample"), self._save)
        self.values = SampleValues(reach)
        self.values.changed.connect(lambda: self.save.setEnabled(True))
        self.grid = SamplesGrid()
        self.all = link_button(tr("Tick all"), lambda: self._tick(Qt.CheckState.Checked))
        self.nothing = link_button(tr("Tick none"), lambda: self._tick(Qt.CheckState.Unchecked))
        self.delete = danger_button(tr("Delete"), self._delete)
        self._lay_out()
        self.read()

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._left.setFixedWidth(with_letters(250))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        ticks = QHBoxLayout()
        ticks.addWidget(self.all)
        ticks.addStretch(1)
        ticks.addWidget(self.nothing)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addLayout(ticks)
        left.addWidget(self.new)
        left.addWidget(self.bring_in)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.values, tr("Values"))
        if self._asked is not None and self._asked.template is not None:
            self.tabs.addTab(self.grid, tr("Side by side"))
        else:
            self.grid.setParent(self)
            self.grid.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.none)
        self.stack.addWidget(self.tabs)
        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self._left)
        panes.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        foot.addWidget(secondary_button(tr("Close"), self.reject))
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(10)
        box.addLayout(panes, 1)
        box.addLayout(foot)
        fit(self, *_SIZE)

    # -- reading -------------------------------------------------------------------------------------

    def read(self, chosen: str = "") -> None:
        """Read every sample anew; the one of this name is shown, and what was ticked stays so."""
        ticked = {one.id for one in self.ticked()}
        before = self._current()
        wanted = chosen.casefold() or (before.name.casefold() if before is not None else "")
        found = self.studio.preview_samples.all()
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.name)
            item.setSizeHint(QSize(80, self.list.fontMetrics().height() + 14))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in ticked else Qt.CheckState.Unchecked)
            item.setData(_SAMPLE, one)
            self.list.addItem(item)
            if one.name.casefold() == wanted:
                self.list.setCurrentItem(item)
        if found and not self.list.selectedItems():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._new_one = False
        self._settle(bool(found))
        self._filter()
        self._chosen()
        self._soon.start()

    def ticked(self) -> list[PreviewSample]:
        """The samples that are compared."""
        items = (self.list.item(n) for n in range(self.list.count()))
        return [item.data(_SAMPLE) for item in items if item.checkState() == Qt.CheckState.Checked][:MOST_TICKED]

    def _settle(self, some: bool) -> None:
        self._left.setVisible(some)
        self.stack.setCurrentIndex(1 if some else 0)
        self.save.setVisible(some)
        self.delete.setVisible(some and not self._new_one)

    def _current(self) -> PreviewSample | None:
        chosen = self.list.selectedItems()
        return _sample(chosen[0]) if chosen else None

    def _filter(self) -> None:
        wanted = fold(self.search.text().strip())
        for n in range(self.list.count()):
            one: PreviewSample = self.list.item(n).data(_SAMPLE)
            self.list.item(n).setHidden(wanted not in fold(f"{one.name} {' '.join(one.values.values())}"))

    def _chosen(self) -> None:
        one = self._current()
        if one is not None:
            self._new_one = False
            self.values.show_sample(one.name, one.values)
            self.save.setEnabled(False)
            self.delete.setVisible(True)

    def _tick(self, state: Qt.CheckState) -> None:
        for n in range(self.list.count()):
            if not self.list.item(n).isHidden():
                self.list.item(n).setCheckState(state)

    def _work(self) -> None:
        asked, snippets = self._asked, self._snippets
        people = [Person.of_sample(one.id, one.name, one.values) for one in self.ticked()]
        if asked is None or asked.template is None:
            return

        def work() -> list[tuple[Person, Result, Bubble | None]]:
            made = Worked(asked, snippets)
            return [(one, made.value(one), made.bubble(one)) for one in people]

        self._working.ask(work, self.grid.show_all)

    # -- doing ---------------------------------------------------------------------------------------

    def _new(self) -> None:
        self._new_one = True
        self.list.blockSignals(True)
        self.list.clearSelection()
        self.list.blockSignals(False)
        self.values.show_sample("", {})
        self._settle(True)
        self.tabs.setCurrentIndex(0)
        self.save.setEnabled(True)
        self.values.name.setFocus()

    def _save(self) -> None:
        one = None if self._new_one else self._current()
        name = " ".join(self.values.name.text().split())
        try:
            self.studio.preview_samples.save(name, self.values.values(), one.id if one is not None else None)
        except StudioError as error:
            show_error(self, explain(error.code, error.facts))
            return
        self.read(name)

    def _delete(self) -> None:
        chosen = self.ticked() or [one for one in [self._current()] if one is not None]
        if chosen and ask(
            self, ntr("Delete {n} sample?", "Delete {n} samples?", len(chosen)), ", ".join(o.name for o in chosen[:10]),
            tr("Delete"), tr("Keep"), danger=True,
        ):  # fmt: skip
            self.studio.preview_samples.delete(one.id for one in chosen)
            self.read()

    def _import(self) -> None:
        path = choose_open(self, "samples", tr("Import samples"), tr("Samples (*.csv *.json *.txt)"))
        if path is None:
            return
        try:
            self.studio.preview_samples.import_file(path)
        except StudioError as error:
            show_error(self, explain(error.code, error.facts))
            return
        self.read()


def _sample(item: QListWidgetItem | None) -> PreviewSample | None:
    found: PreviewSample | None = item.data(_SAMPLE) if item is not None else None
    return found
