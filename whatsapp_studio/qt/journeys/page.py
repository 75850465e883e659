"""Decides how the journeys page moves between its list, what a new journey can start from, and the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.kept import one_line
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.gallery import Gallery
from whatsapp_studio.qt.journeys.handing_on import keep, take
from whatsapp_studio.qt.journeys.journey_list import JourneyList, file_kinds
from whatsapp_studio.qt.journeys.live_where import WhereDialog
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.dropped import dropped
from whatsapp_studio.qt.widgets.files import choose_several
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.journeys.fire_event import FireEvent

# What is needed once a journey is opened.
LATER = ("whatsapp_studio.qt.journeys.editor",)
# The journey that was open when the window was closed: it opens again with the page.
_OPEN = "journey/open"


class JourneysPage(Page):
    """The list of journeys; one of them opens in the editor, in the same page."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Journeys"), parent)
        self.list, self.gallery = JourneyList(studio), Gallery(studio)
        self.editor: JourneyEditor | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.gallery)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self.content.addWidget(self.stack, 1)
        self.import_button = secondary_button(tr("Import…"), self.choose_import)
        self.back_button = secondary_button(tr("All journeys"), self.close_gallery)
        self.new_button = primary_button(tr("New journey"), self.new)
        for button in (self.import_button, self.back_button, self.new_button):
            self.add_action(button)
        self.new_action = self._command(tr("New &journey…"), self.new)
        self.new_action.setShortcuts(QKeySequence.StandardKey.New)
        self.import_action = self._command(tr("I&mport journeys…"), self.choose_import)
        self.fire_action = self._command(tr("Fire an event…"), self.fire_event)
        self.firing: FireEvent | None = None
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.gallery, self.close_gallery)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.list.opened.connect(self.open)
        self.list.new_wanted.connect(self.new)
        self.list.import_wanted.connect(self.choose_import)
        self.list.late_wanted.connect(self.open_late)
        self.gallery.chosen.connect(self.make)
        self.setAcceptDrops(not studio.read_only)
        self._tell_header()

    def _command(self, text: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setEnabled(not self.studio.read_only)
        action.triggered.connect(lambda _on=False: act())
        return action

    # -- moving --------------------------------------------------------------------------------------

    def on_shown(self) -> None:
        left_open = str(self.memory.value(_OPEN, "")) if self.memory else ""
        if left_open and self.memory is not None:
            self.memory.remove(_OPEN)
            if self.editor is None and left_open in {row.id for row in self.studio.journeys.all()}:
                self._edit(left_open)
        if self.stack.currentWidget() is self.list:
            self.list.refresh()
        self._tell_header()

    def on_changes(self, changes: Changes) -> None:
        if self.editor is not None:
            self.editor.on_changes(changes)
        if changes.runs and self.list.isVisible():
            self.list.refresh_lives()
        told = changes.journeys or changes.templates or changes.lists or changes.segments or changes.contacts
        if told and self.list.isVisible():
            self.list.refresh()
            self._tell_header()

    def open(self, what: object) -> None:
        """Show a journey in the editor by its id, or bring in files by a list of their paths.

        ``new`` shows what one can start from, ``import`` asks for a file; a number is a contact, whose ways are told.
        """
        if what == "new":
            self.new()
        elif what == "import":
            self.choose_import()
        elif isinstance(what, list):
            self.import_files(what)
        elif isinstance(what, int):
            WhereDialog(self.studio, [what], self).open()
        elif isinstance(what, str) and what:
            there = self.editor is not None and self.editor.journey_id == what
            if not there and self._leave_editor():
                self._edit(what)

    def new(self) -> None:
        """Show what a new journey can start from."""
        if not self.studio.read_only and self._leave_editor():
            self.gallery.fill()
            self._show(self.gallery)
            self.gallery.focus()

    def make(self, example: str) -> None:
        """Make a journey from an example (empty: blank) and open it."""
        try:
            self._edit(self.studio.journeys.create(example=example).id)
        except StudioError as error:
            self._say(error)

    def open_late(self, journey_id: str) -> None:
        """Show the late messages of a journey that wait for a decision."""
        self.open(journey_id)
        if self.editor is not None and self.editor.journey_id == journey_id:
            self.editor.past.watch(late=True)

    def close_gallery(self) -> None:
        """Back to the list."""
        self._show_list("")

    def _edit(self, journey_id: str) -> None:
        try:
            editor = JourneyEditor(self.studio, journey_id, self.memory or QSettings(), self.stack)
        except StudioError as error:
            self._say(error)
            self._show_list("")
            return
        editor.left.connect(self.close_editor)
        editor.offers_changed.connect(self.offers_changed)
        editor.navigate.connect(self.navigate)
        self.editor = editor
        self.stack.addWidget(editor)
        self._show(editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Back to the list, with the journey that was open selected; stays where something could not be saved."""
        was = self.editor.journey_id if self.editor else ""
        if self._leave_editor():
            self._show_list(was)

    def _leave_editor(self) -> bool:
        """Whether no journey is open any more: what was not saved yet is now."""
        editor = self.editor
        if editor is None:
            return True
        if not editor.leave():
            return False
        self.editor = None
        self.stack.removeWidget(editor)
        # Its commands leave the menus before they are gone.
        self.offers_changed.emit()
        editor.deleteLater()
        return True

    def _show_list(self, selected: str) -> None:
        self._show(self.list)
        self.list.refresh(selected)
        self._tell_header()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self._tell_header()
        self.offers_changed.emit()

    def _tell_header(self) -> None:
        shown = self.stack.currentWidget()
        header = self.title.parentWidget()
        if header is not None:
            header.setVisible(shown is not self.editor)
        writable = not self.studio.read_only
        self.set_title(tr("New journey") if shown is self.gallery else tr("Journeys"))
        self.back_button.setVisible(shown is self.gallery)
        for button in (self.import_button, self.new_button):
            button.setVisible(shown is self.list and self.list.any)
            button.setEnabled(writable)

    # -- what the window asks ------------------------------------------------------------------------

    def offers(self) -> Offers:
        begin = [self.new_action, self.import_action]
        if self.editor is not None:
            offers = self.editor.offers()
            file = [*begin, None, *offers.menus.get("file", ())]
            others = offers.menus.get("journey", ())
            journey = [*others, None, self.fire_action] if others else [self.fire_action]
            return replace(offers, menus={**offers.menus, "file": file, "journey": journey}, new=self.new_action)
        own: dict[str, Sequence[QAction | None]] = {"file": begin}
        if self.stack.currentWidget() is self.list:
            own["journey"] = [*self.list.deeds(), None, self.fire_action]
        return Offers(menus=own, new=self.new_action)

    def fire_event(self) -> None:
        """Open the window in which an event is fired by hand, or bring it to the front."""
        if self.firing is None:
            from whatsapp_studio.qt.journeys.fire_event import FireEvent

            self.firing = FireEvent(self.studio, self)
        self.firing.show()
        self.firing.raise_()
        self.firing.activateWindow()

    def settled(self) -> bool:
        fires = self.firing is not None and self.firing.isVisible()
        return not fires and (self.editor is None or self.editor.rehearsing.shown is None)

    def keep(self) -> object:
        return (self.stack.currentWidget() is self.gallery, keep(self.editor) if self.editor is not None else None)

    def take(self, kept: object) -> None:
        in_gallery, editing = kept if isinstance(kept, tuple) else (False, None)
        self.on_shown()
        if in_gallery:
            self.new()
        elif editing is not None and self.editor is not None:
            take(self.editor, editing)

    def leave(self) -> bool:
        if self.editor is None:
            return True
        if self.memory is not None:
            self.memory.setValue(_OPEN, self.editor.journey_id)
        return self.editor.leave()

    # -- files ---------------------------------------------------------------------------------------

    def choose_import(self) -> None:
        """Ask for files of journeys and bring them in."""
        self.import_files(choose_several(self, "journeys", tr("Import journeys"), file_kinds()))

    def import_files(self, paths: list[Path]) -> None:
        """Bring journeys in, one after the other; a single one is opened."""
        if not paths or not self._leave_editor():
            return
        journeys = self.studio.journeys

        def work(_progress: object) -> tuple[list[Journey], list[tuple[Path, StudioError]]]:
            made, refused = [], []
            for path in paths:
                try:
                    made.append(journeys.import_file(path))
                except StudioError as error:
                    refused.append((path, error))
            return made, refused

        Job(self, work).on_done(partial(self._imported, len(paths) == 1)).on_failed(self._say).run()

    def _imported(self, alone: bool, found: tuple[list[Journey], list[tuple[Path, StudioError]]]) -> None:
        made, refused = found
        # Another journey that was opened meanwhile stays open.
        meanwhile = self.editor is not None
        if alone and made and not meanwhile:
            self._edit(made[0].id)
        elif not meanwhile:
            self._show_list(made[-1].id if made else "")
        if made:
            said = (
                tr("“{name}” was imported.", name=one_line(made[0].name)) if len(made) == 1
                else ntr("{n} journey was imported.", "{n} journeys were imported.", len(made))
            )  # fmt: skip
            if meanwhile:
                Toast.show_in(self, said, tr("Open"), partial(self.open, made[0].id))
            else:
                Toast.show_in(self, said)
        if refused:
            path, error = refused[0]
            words = wording.explain(error.code, error.facts)
            show_error(self, wording.Words(f"{path.name}: {words.title}", words.why, words.fix))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData(), SUFFIX):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event.mimeData(), SUFFIX)
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.import_files(paths)

    def _say(self, error: StudioError) -> None:
        show_error(self, wording.explain(error.code, error.facts))
