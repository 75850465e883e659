"""Decides the audiences page: lists and segments at the left, the chosen one beside them, and how one is built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from whatsapp_studio.audience.segment import Segment
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.audiences import unsaved
from whatsapp_studio.qt.audiences.browser import Browser
from whatsapp_studio.qt.audiences.building import SegmentBuilder
from whatsapp_studio.qt.audiences.deeds import Deeds
from whatsapp_studio.qt.audiences.history import BLANK, Shape
from whatsapp_studio.qt.audiences.items import Item, Key, read_items
from whatsapp_studio.qt.audiences.overview import Overview
from whatsapp_studio.qt.audiences.sight import Seen, look
from whatsapp_studio.qt.audiences.starting import Starting
from whatsapp_studio.qt.widgets.buttons import icon_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin
from whatsapp_studio.services.audience_uses import Use, uses_of

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class _Read(msgspec.Struct, frozen=True):
    """Everything the page shows, of one moment."""

    items: list[Item]
    uses: Mapping[Key, Sequence[Use]]
    seen: Seen


class AudiencesPage(Page):
    """Lists and segments; a segment that is built takes the whole page."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Audiences"), parent)
        self._stale, self._recount = True, True
        self._begin: object = None
        self._seen, self._uses = Seen(), dict[Key, Sequence[Use]]()
        self._known = False
        self._reading, self._sizing = Latest(self), Latest(self)
        self.deeds = Deeds(studio, self)
        self.deeds.made.connect(self._made)
        self.deeds.went.connect(self.navigate)
        self.browser = Browser()
        self.model, self.list, self.search = self.browser.model, self.browser.list, self.browser.search
        self.overview = Overview(studio)
        self.builder = SegmentBuilder(studio)
        self.starting = Starting()
        self._make_actions()
        self._build()
        self._connect()

    def _make_actions(self) -> None:
        self.new_list_button = secondary_button(tr("New list…"), self.deeds.new_list, "list-plus")
        self.new_button = primary_button(tr("New segment"), self.new_segment, "plus")
        self.undo_button = icon_button("undo-2", tr("Undo"), self.builder.undo_action.trigger)
        self.redo_button = icon_button("redo-2", tr("Redo"), self.builder.redo_action.trigger)
        self.close_button = secondary_button(tr("All audiences"), self.close_builder)
        self.save_button = primary_button(tr("Save"), self.builder.save)
        self._listing = (self.new_list_button, self.new_button)
        self._building = (self.undo_button, self.redo_button, self.close_button, self.save_button)
        for button in (*self._building, *self._listing):
            self.add_action(button)
        for button in self._listing:
            button.setEnabled(not self.studio.read_only)
        self._twins = (Twin(self.new_button, tr("New &segment")), Twin(self.new_list_button, tr("New &list…")))
        self._save_twin = Twin(self.save_button, tr("&Save the segment"), "Ctrl+S")
        self._build_twins = (self._save_twin, Twin(self.close_button, tr("&All audiences")))

    def _build(self) -> None:
        self.choose_one = EmptyState("users", tr("Choose an audience."), tr("It is shown here with its people."))
        self.aside = QStackedWidget()
        self.aside.addWidget(self.choose_one)
        self.aside.addWidget(self.overview)
        self.browsing = QWidget()
        row = QHBoxLayout(self.browsing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.browser)
        row.addWidget(self.aside, 1)
        self.stack = QStackedWidget()
        for widget in (self.browsing, self.starting, self.builder):
            self.stack.addWidget(widget)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)

    def _connect(self) -> None:
        self.browser.chosen.connect(self._look_at)
        self.browser.deed.connect(self._ask)
        rename = QShortcut(QKeySequence("F2"), self.browsing)
        rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        rename.activated.connect(self._rename_here)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self.browsing)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)
        self.overview.asked.connect(self._ask)
        self.overview.renamed.connect(self._rename)
        self.overview.counted.connect(self.model.tell_size)
        self.overview.contact_wanted.connect(lambda id: self.navigate.emit("contacts", id))
        self.overview.place_wanted.connect(self._go_to_use)
        self.starting.chosen.connect(lambda shape: self.begin(None, shape))
        self.starting.list_wanted.connect(self.deeds.new_list)
        self.builder.moved.connect(self._tell_header)
        self.builder.saved.connect(self._saved)
        self._tell_header()

    # -- reading -------------------------------------------------------------------------------------

    def on_shown(self) -> None:
        if self._stale:
            self.refresh()
        self._tell_header()

    def on_changes(self, changes: Changes) -> None:
        counts = changes.contacts or changes.lists or changes.segments or changes.rules
        if counts or changes.campaigns or changes.journeys:
            self._stale = True
            self._recount |= counts
            if self.isVisible():
                self.refresh()

    def refresh(self) -> None:
        """Read everything again outside the window's thread."""
        self._stale = False
        studio = self.studio

        def read() -> _Read:
            uses = uses_of(studio)
            return _Read(read_items(studio, {key: len(some) for key, some in uses.items()}), uses, look(studio))

        self._reading.ask(read, self._show)

    def _show(self, read: _Read) -> None:
        first, self._known = not self._known, True
        self._seen, self._uses = read.seen, dict(read.uses)
        self.starting.see(read.seen)
        self.builder.see(read.seen)
        self.model.show_items(read.items)
        self.browser.choose_again()
        if not self.in_builder:
            self.stack.setCurrentWidget(self.browsing if read.items else self.starting)
        begin, self._begin = self._begin, None
        if begin == "new":
            self.new_segment()
        elif first:
            self._go_on()
        self._count_segments()
        self._tell_header()

    def _count_segments(self) -> None:
        """Count what is not counted yet, one after the other, the chosen one last: it counts itself."""
        shown = self.overview.item.key if self.overview.item is not None else None
        left = next((one for one in self.model.everything if one.size is None and one.key != shown), None)
        if left is None:
            return
        studio, key = self.studio, left.key

        def done(n: int) -> None:
            self.model.tell_size(key, n)
            self._count_segments()

        self._sizing.ask(lambda: studio.segments.count(left.id), done)

    # -- choosing ------------------------------------------------------------------------------------

    def choose(self, key: Key) -> None:
        """Show one audience; as soon as it is known."""
        self.browser.choose(key)

    def _look_at(self, item: Item | None) -> None:
        self.aside.setCurrentWidget(self.overview if item is not None else self.choose_one)
        if item is None:
            self.overview.stop()
            self.overview.item = None
            return
        recount, self._recount = self._recount, False
        self.overview.show_item(item, self._seen, self._uses.get(item.key, ()), recount=recount)

    # -- what is asked -------------------------------------------------------------------------------

    def _ask(self, deed: str) -> None:
        item = self.overview.item
        if item is None or (self.studio.read_only and deed != "export"):
            return
        taken = [one.name for one in self.model.everything]
        match deed:
            case "edit":
                if item.kind == "segment":
                    self.begin(item)
            case "use":
                self.deeds.use(item)
            case "copy":
                self.deeds.copy(item, taken)
            case "freeze":
                self.deeds.freeze(item, taken)
            case "export":
                self.deeds.export(item)
            case "delete":
                self.deeds.delete(item, self._uses.get(item.key, ()))

    def _rename_here(self) -> None:
        if not self.studio.read_only:
            self.overview.name.setFocus()
            self.overview.name.selectAll()

    def _rename(self, name: str) -> None:
        item = self.overview.item
        if item is not None:
            self.deeds.rename(item, name, self._not_renamed)

    def _not_renamed(self, error: StudioError) -> None:
        self.overview.error.say(wording.sentence(error))

    def _made(self, key: Key) -> None:
        self.search.clear()
        self.choose(key)

    def _go_to_use(self, use: Use) -> None:
        if use.kind == "segment":
            self.choose(("segment", int(use.id)))
        else:
            self.navigate.emit("campaigns" if use.kind == "campaign" else "journeys", use.id)

    # -- building ------------------------------------------------------------------------------------

    @property
    def in_builder(self) -> bool:
        """Whether a segment is being built."""
        return self.stack.currentWidget() is self.builder

    def new_segment(self) -> None:
        """Build a segment; where there is none yet, a choice of what to begin with."""
        if self.studio.read_only or not self.may_leave_builder():
            return
        self.stack.setCurrentWidget(self.starting)
        self.starting.focus_first()
        self._tell_header()

    def begin(self, item: Item | None, start: Shape = BLANK) -> None:
        """Build this segment further, or a new one."""
        segment = Segment(id=item.id, name=item.name, rule=item.rule) if item is not None else None
        self.stack.setCurrentWidget(self.builder)
        self.builder.begin(self._seen, segment, start)
        self._tell_header()

    def may_leave_builder(self) -> bool:
        """Whether what is built may go away; asks where something would be lost."""
        return not self.in_builder or not self.builder.changed or ask(
            self, tr("Leave without saving?"), tr("What you changed in this segment is lost."),
            tr("Leave without saving"), tr("Go on editing"), danger=True,
        )  # fmt: skip

    def close_builder(self) -> None:
        """Back to all audiences."""
        if not self.may_leave_builder():
            return
        self.builder.matches.show_none("")
        self.stack.setCurrentWidget(self.browsing if self.model.everything else self.starting)
        self._tell_header()
        self.list.setFocus()

    def _saved(self, segment: Segment) -> None:
        self._recount = True
        self.choose(("segment", segment.id))
        self.stack.setCurrentWidget(self.browsing)
        self.refresh()
        self.list.setFocus()

    def _tell_header(self) -> None:
        building = self.in_builder
        starting = self.stack.currentWidget() is self.starting
        for button in self._building:
            button.setVisible(building)
        self.close_button.setVisible(building or (starting and bool(self.model.everything)))
        for button in self._listing:
            button.setVisible(not building and not starting)
        builder = self.builder
        self.undo_button.setEnabled(builder.stack.canUndo())
        self.redo_button.setEnabled(builder.stack.canRedo())
        self.save_button.setEnabled(builder.may_save)
        self.save_button.setToolTip(builder.waits_for() if builder.changed else "")
        self.set_pill(tr("Not saved") if building and builder.changed else "", "warning")
        name = builder.shape.name.strip() or tr("New segment")
        self.set_title(name if building else tr("Audiences"))
        self.offers_changed.emit()

    # -- the frame -----------------------------------------------------------------------------------

    def offers(self) -> Offers:
        if self.in_builder:
            edit: list[QAction] = [self.builder.undo_action, self.builder.redo_action]
            return Offers(
                {"edit": edit, "page": self._build_twins}, title=tr("A&udiences"), for_fields=tuple(edit)
            )  # fmt: skip
        deeds = [*self.overview.deeds.values()] if self.overview.item is not None else []
        return Offers({"page": [*self._twins, None, *deeds]}, title=tr("A&udiences"))

    def open(self, what: object) -> None:
        """``new`` begins a segment; a pair of kind and id (``("segment", 3)``) is shown."""
        if what == "new":
            if self._known:
                self.new_segment()
            else:
                self._begin = what
        elif isinstance(what, tuple) and len(what) == 2 and self.may_leave_builder():
            self.stack.setCurrentWidget(self.browsing)
            self.choose(what)
            self._tell_header()

    def keep(self) -> object:
        builder = self.builder
        shown = self.overview.item.key if self.overview.item is not None else None
        return shown, self.search.text(), (builder.id, builder.shape) if self.in_builder else None

    def take(self, kept: object) -> None:
        if isinstance(kept, tuple):
            shown, said, building = kept
            self.browser.choose(shown)
            self.search.setText(said)
            if building is not None:
                self._take_building(*building)

    def _go_on(self) -> None:
        """Go on with what was not saved when the window closed."""
        left = unsaved.kept(self.memory, self.studio.paths.database)
        if left is None or self.in_builder or self.studio.read_only:
            return
        unsaved.forget(self.memory)
        if left.id is None or any(one.key == ("segment", left.id) for one in self.model.everything):
            self._take_building(left.id, left.shape)
            Toast.show_in(self, tr("This segment was not saved when the window closed. Go on where you were."))

    def _take_building(self, id: int | None, shape: Shape) -> None:
        segment = self.studio.segments.get(id) if id is not None else None
        self.stack.setCurrentWidget(self.builder)
        self.builder.begin(self._seen, segment, shape if segment is None else BLANK)
        if segment is not None:
            self.builder.take(shape)
        self._tell_header()

    def leave(self) -> bool:
        if self.in_builder and self.builder.changed:
            unsaved.keep(self.memory, self.studio.paths.database, self.builder.id, self.builder.shape)
        else:
            unsaved.forget(self.memory)
        return True
