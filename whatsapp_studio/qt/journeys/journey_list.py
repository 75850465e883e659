"""Decides what can be done from the list of journeys: find, open, duplicate, rename, export, delete and take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.words_running import life_word
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.journeys.kept import JourneyRow
from whatsapp_studio.journeys.living import ALIVE, Life
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.delegates import NameDelegate, ProblemsDelegate
from whatsapp_studio.qt.journeys.listing import (
    ALWAYS,
    LIVING,
    NAME,
    PROBLEMS,
    PUBLISHED,
    SAVED,
    STATE,
    STATES,
    STEPS,
    Health,
    JourneyModel,
    filter_word,
)
from whatsapp_studio.qt.journeys.live_asking import Asking
from whatsapp_studio.qt.journeys.live_words import inside_words
from whatsapp_studio.qt.widgets.cells import StateDelegate
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.tables import set_up, set_widths
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

T = TypeVar("T")
_ROW = 48
# In a smaller window the name needs the room more than the day of publishing.
_NARROW = 1040


class JourneyList(QWidget):
    """Search and filters over a table. ``opened`` carries an id, ``late_wanted`` that of a journey that asks."""

    opened = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    late_wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.model = JourneyModel(studio.clock.now, self)
        self.model.editable = not studio.read_only
        self.model.renamed.connect(self.rename)
        self._looking: Job[Health] | None = None
        self._reading = Latest(self)
        self._look_again = False
        self.search = SearchField(tr("Search journeys"))
        self.search.setFixedWidth(240)
        self.search.searched.connect(self._search)
        self.table = self._make_table()
        self.filters: dict[str, QPushButton] = {}
        self.empty = EmptyState(
            "workflow", tr("No journeys yet."), tr("Start from an example and change it to fit."),
            (tr("New journey"), self.new_wanted.emit), (tr("Import a file…"), self.import_wanted.emit),
        )  # fmt: skip
        if studio.read_only:
            self.empty.action.setEnabled(False)
            self.empty.link.setEnabled(False)
        self.nothing = EmptyState(
            "search", tr("Nothing found."), tr("Check the spelling and the filters."), None,
            (tr("Show all"), self.show_everything),
        )  # fmt: skip
        self._below = QStackedWidget()
        for widget in (self.table, self.nothing, self.empty):
            self._below.addWidget(widget)
        self._above = QWidget()
        self._above.setLayout(self._make_filters())
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        self.asking = Asking()
        self.asking.wanted.connect(self.late_wanted)
        box.addWidget(self.asking)
        box.addWidget(self._above)
        box.addWidget(self._below, 1)
        self._make_actions()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        header = set_up(table, tr("Journeys"), _ROW)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        inside = [f"{life_word(state)} · {inside_words(10_000)}" for state in ALIVE]
        widths = {STATE: 196, STEPS: 64, PROBLEMS: 168, SAVED: 148, PUBLISHED: 148}
        set_widths(table, widths, {STATE: inside})
        self._delegates = (NameDelegate(table), StateDelegate(table), ProblemsDelegate(table))
        for column, delegate in zip((NAME, STATE, PROBLEMS), self._delegates, strict=True):
            table.setItemDelegateForColumn(column, delegate)
        table.doubleClicked.connect(self._open)
        table.activated.connect(self._open)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        return table

    def _make_filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.search)
        line.addSpacing(10)
        group = QButtonGroup(self)
        for state in ("", *STATES):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("role", "chip")
            button.setChecked(not state)
            button.clicked.connect(partial(self.show_state, state))
            group.addButton(button)
            self.filters[state] = button
            line.addWidget(button)
        line.addStretch(1)
        self._deeds = line
        return line

    def _make_actions(self) -> None:
        key = QKeySequence.StandardKey
        made = [
            self._action("folder-open", tr("Open"), None, self._open_current),
            self._action("copy", tr("Duplicate"), "Ctrl+D", self.duplicate),
            self._action("pencil", tr("Rename"), "F2", self.edit_name),
            self._action("download", tr("Export…"), None, self._choose_export),
            self._action("trash-2", tr("Delete"), key.Delete, self.delete),
            self._action("undo-2", tr("Restore"), None, self.restore),
        ]
        (self.open_action, self.duplicate_action, self.rename_action, self.export_action, self.delete_action,
         self.restore_action) = made  # fmt: skip
        self._buttons: dict[QAction, QToolButton] = {}
        for action in made:
            self.table.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(18, 18))
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._deeds.addWidget(button)
            self._buttons[action] = button
        # It stands alone: a word tells what it does.
        self._buttons[self.restore_action].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _action(
        self, icon_name: str, text: str, keys: str | QKeySequence.StandardKey | None, act: Callable[[], object]
    ) -> QAction:
        action = QAction(icon(icon_name, "text"), text, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: act())
        return action

    # -- showing -------------------------------------------------------------------------------------

    def refresh(self, selected: str = "") -> None:
        """Read the journeys again, with one selected; their problems follow when they have been looked for."""
        found = (*self.studio.journeys.all(), *self.studio.journeys.deleted())
        kept = selected or (row.id if (row := self.current()) is not None else "")
        self.model.show_all(found)
        self.model.show_lives(self.studio.running.lives())
        self.refresh_lives()
        self._above.setVisible(bool(found))
        self._tell_filters()
        self._settle(kept)
        self._look()

    def refresh_lives(self) -> None:
        """Somebody moved in a journey: see how each runs now."""
        running = self.studio.running
        self._reading.ask(lambda: (running.lives(), running.watch.late_by_journey()), self._show_lives)

    def _show_lives(self, found: tuple[Mapping[str, Life], Mapping[str, int]]) -> None:
        lives, late = found
        kept = self.current()
        self.asking.show_late(late)
        self.model.show_lives(lives)
        self._tell_filters()
        self._settle(kept.id if kept else "")

    def _tell_filters(self) -> None:
        sizes = self.model.sizes()
        for state, button in self.filters.items():
            n = sizes[state] if state else len(self.model)
            button.setText(f"{filter_word(state)}  {number(n)}")
            # Where journeys run, none may be published alone.
            always = state in ALWAYS or (state == "published" and not any(sizes[one] for one in LIVING))
            button.setVisible(always or n > 0)
            if not n and not always and button.isChecked():
                self.show_state("")

    def _settle(self, kept: str) -> None:
        begin = not self.any and self.filters[""].isChecked() and not self.search.text()
        self._below.setCurrentIndex(0 if self.model.rowCount() else 2 if begin else 1)
        row = max(self.model.row_of(kept), 0) if kept else 0
        if self.model.rowCount() and self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._allow()

    def _look(self) -> None:
        """Have every journey checked outside this thread; once more after that when something changed meanwhile."""
        if self._looking is not None:
            self._look_again = True
            return
        journeys = self.studio.journeys

        def done(health: Health) -> None:
            self._looking = None
            self.model.show_health(health)
            if self._look_again:
                self._look_again = False
                self._look()

        def failed(_error: StudioError) -> None:
            self._looking, self._look_again = None, False

        self._looking = Job(self, lambda _progress: journeys.health())
        self._looking.on_done(done).on_failed(failed).run()

    @property
    def any(self) -> bool:
        """Whether there is any journey at all."""
        return len(self.model) > 0

    def show_state(self, state: str, *_checked: object) -> None:
        """Show the journeys of one state, or all of them."""
        kept = self.current()
        self.filters[state].setChecked(True)
        self.model.show_state(state)
        self._settle(kept.id if kept else "")

    def show_everything(self) -> None:
        """Without search and filters."""
        self.search.clear()
        self._search("")
        self.show_state("")

    def current(self) -> JourneyRow | None:
        """The journey that is selected."""
        return self.model.journey(self.table.currentIndex().row())

    def _search(self, text: str) -> None:
        kept = self.current()
        self.model.search(text)
        self._settle(kept.id if kept else "")

    # -- doing ---------------------------------------------------------------------------------------

    def duplicate(self) -> None:
        """A draft like the selected journey, selected in its place."""
        row = self.current()
        if row is not None and self.duplicate_action.isEnabled():
            journeys, id = self.studio.journeys, row.id
            self._run(lambda: journeys.duplicate(id), lambda made: self.refresh(made.id))

    def edit_name(self) -> None:
        """Let the name of the selected journey be typed in its place."""
        if self.rename_action.isEnabled():
            self.table.edit(self.model.index(self.table.currentIndex().row(), NAME))

    def rename(self, id: str, name: str) -> None:
        """Give a journey the name that was typed."""
        journeys = self.studio.journeys
        self._run(lambda: journeys.rename(id, name), lambda _none: self.refresh())

    def delete(self) -> None:
        """Delete the selected journey; for ten seconds that can be taken back at once, later among the deleted."""
        row = self.current()
        if row is None or not self.delete_action.isEnabled():
            return
        journeys, id = self.studio.journeys, row.id

        def gone(_none: None) -> None:
            self.refresh()
            Toast.show_in(self, tr("“{name}” was deleted.", name=row.title), tr("Undo"), partial(self._bring_back, id))

        self._run(lambda: journeys.delete(id), gone)

    def restore(self) -> None:
        """Bring the selected journey back as it was, with its versions."""
        row = self.current()
        if row is not None and self.restore_action.isEnabled():
            self._bring_back(row.id)

    def _bring_back(self, id: str) -> None:
        journeys = self.studio.journeys

        def there(_none: None) -> None:
            self.show_state("")
            self.refresh(id)

        self._run(lambda: journeys.undelete(id), there)

    def export(self, path: Path) -> None:
        """Write the selected journey to a file."""
        row = self.current()
        if row is not None:
            journeys, id = self.studio.journeys, row.id
            said = tr("“{name}” was exported.", name=row.title)
            self._run(lambda: journeys.export_file(id, path), lambda _none: Toast.show_in(self, said))

    def _choose_export(self) -> None:
        row = self.current()
        if row is None:
            return
        name = file_name(row.title, SUFFIX, tr("journey"))
        path = choose_save(self, "export", tr("Export journey"), name, file_kinds())
        if path is not None:
            self.export(path)

    def _run(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        Job(self, lambda _progress: work()).on_done(done).on_failed(self._say).run()

    def _say(self, error: StudioError) -> None:
        show_error(self, wording.explain(error.code, error.facts))
        self.refresh()

    def _open(self, index: QModelIndex) -> None:
        row = self.model.journey(index.row())
        if row is not None and row.state == "deleted":
            Toast.show_in(self, tr("“{name}” is deleted.", name=row.title), tr("Restore"), self.restore)
        elif row is not None:
            self.opened.emit(row.id)

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _allow(self) -> None:
        row = self.current()
        gone = self.filters["deleted"].isChecked()
        own = row is not None and not self.studio.read_only
        for action in (self.open_action, self.export_action):
            action.setEnabled(row is not None and not gone)
        for action in (self.duplicate_action, self.rename_action):
            action.setEnabled(own and not gone and row is not None and not row.about.newer)
        self.delete_action.setEnabled(own and not gone)
        self.restore_action.setEnabled(own and gone)
        for action, button in self._buttons.items():
            button.setVisible((action is self.restore_action) == gone)

    def deeds(self) -> list[QAction | None]:
        """What can be done with the selected journey, for a menu; None is a line between."""
        return [self.open_action, self.duplicate_action, self.rename_action, self.export_action, None,
                self.delete_action, self.restore_action]  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(PUBLISHED, event.size().width() < _NARROW)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for action in self.deeds():
            menu.addAction(action) if action else menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))


def file_kinds() -> str:
    """What a file dialog for journeys shows."""
    return tr("Journeys ({kinds})", kinds=f"*{SUFFIX}") + ";;" + tr("All files (*)")
