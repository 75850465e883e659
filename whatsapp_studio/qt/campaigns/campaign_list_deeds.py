"""Decides what can be done with the campaigns that are selected, and that each of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.campaigns.listing import can_rename
from whatsapp_studio.qt.campaigns.listing_rows import shelf_of
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets import dialogs
from whatsapp_studio.qt.widgets.plain import unmarked
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

T = TypeVar("T")
# So many are done at once without anybody noticing.
_AT_ONCE = 12


class Deeds(QObject):
    """Actions on the selection that ``chosen`` gives. ``done`` asks to read the campaigns again."""

    done = Signal()
    opened = Signal(str)
    naming = Signal()

    def __init__(self, studio: Studio, chosen: Callable[[], list[Campaign]], widget: QWidget) -> None:
        super().__init__(widget)
        self._studio, self._chosen, self._widget = studio, chosen, widget
        key = QKeySequence.StandardKey
        self.open = self._action("folder-open", tr("Open"), None, self._open)
        self.duplicate = self._action("copy", tr("Duplicate"), "Ctrl+D", self.copy)
        self.rename = self._action("pencil", tr("Rename"), "F2", self.naming.emit)
        self.tags = self._action("tag", tr("Tags"), None, lambda: None)
        self.tag_menu = QMenu(tr("Tags"), widget)
        self.tag_menu.aboutToShow.connect(self._fill_tags)
        self.tags.setMenu(self.tag_menu)
        self.archive = self._action("inbox", tr("Archive"), None, self.put_away)
        self.unarchive = self._action("undo-2", tr("Take out of the archive"), None, self.fetch_back)
        self.delete = self._action("trash-2", tr("Delete"), key.Delete, self.throw_away)
        self.restore = self._action("undo-2", tr("Restore"), None, self.bring_back)
        self.erase = self._action("trash-2", tr("Delete for good"), "Shift+Del", self.erase_chosen)
        self.in_list = (self.open, self.duplicate, self.rename, self.tags, self.archive, self.delete)
        self.in_archive = (self.open, self.duplicate, self.tags, self.unarchive)
        self.in_trash = (self.restore, self.erase)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, each once."""
        return tuple(dict.fromkeys((*self.in_list, *self.in_archive, *self.in_trash)))

    def of(self, shelf: str) -> tuple[QAction, ...]:
        """The actions of the list, the archive or the trash."""
        return {"archived": self.in_archive, "trash": self.in_trash}.get(shelf, self.in_list)

    def allow(self, shelf: str) -> None:
        """Let be done what can be done with what is selected."""
        chosen, own = self._chosen(), not self._studio.read_only
        here = self.of(shelf)
        one = len(chosen) == 1
        can = {
            self.open: one, self.duplicate: one and own, self.rename: one and own and can_rename(chosen[0]),
            self.tags: bool(chosen) and own, self.archive: own and any(map(_can_archive, chosen)),
            self.unarchive: own and bool(chosen), self.delete: own and any(map(can_rename, chosen)),
            self.restore: own and bool(chosen), self.erase: own and bool(chosen),
        }  # fmt: skip
        for action, enabled in can.items():
            action.setEnabled(enabled and action in here)
            action.setVisible(action in here)

    def copy(self) -> None:
        """A new draft like the selected campaign; its audience is counted anew, with consent as it is then."""
        chosen = self._chosen()
        if self.duplicate.isEnabled() and len(chosen) == 1:
            self._run(1, lambda: self._studio.campaigns.duplicate(chosen[0].id), lambda made: self.opened.emit(made.id))

    def name(self, id: str, name: str) -> None:
        """Give a draft the name that was typed."""
        before = next((one.name for one in self._chosen() if one.id == id), "")
        shelf = self._studio.shelf

        def back() -> None:
            self._run(1, lambda: shelf.rename(id, before), lambda _done: None)

        said = tr("It is called “{name}” now.", name=" ".join(name.split()))
        self._run(1, lambda: shelf.rename(id, name), lambda _done: self._say(said, back))

    def put_away(self) -> None:
        """Archive what is selected and can be."""
        shelf = self._studio.shelf
        self._each(shelf.archive, shelf.unarchive, lambda n: ntr("{n} campaign is in the archive now.",
                   "{n} campaigns are in the archive now.", n), _can_archive)  # fmt: skip

    def fetch_back(self) -> None:
        """Take what is selected out of the archive."""
        shelf = self._studio.shelf
        self._each(shelf.unarchive, shelf.archive, lambda n: ntr("{n} campaign is in the list again.",
                   "{n} campaigns are in the list again.", n))  # fmt: skip

    def throw_away(self) -> None:
        """Put the drafts that are selected into the trash; what was launched stays for its report."""
        shelf, chosen = self._studio.shelf, self._chosen()
        if not self.delete.isEnabled():
            return
        drafts = [one for one in chosen if can_rename(one)]
        kept = len(chosen) - len(drafts)

        def said(n: int) -> str:
            if n == 1 and not kept:
                return tr("“{name}” was deleted.", name=drafts[0].name)
            words = ntr("{n} draft is in the trash now.", "{n} drafts are in the trash now.", n)
            return words + (" " + tr("What was launched stays for its report.") if kept else "")

        self._each(shelf.trash, shelf.restore, said, can_rename)

    def bring_back(self) -> None:
        """Fetch what is selected out of the trash."""
        shelf = self._studio.shelf
        self._each(shelf.restore, shelf.trash, lambda n: ntr("{n} draft is back.", "{n} drafts are back.", n))

    def erase_chosen(self) -> None:
        """Delete what is selected in the trash for good, once a person said yes."""
        ids, shelf = [one.id for one in self._chosen()], self._studio.shelf
        if not ids or not self.erase.isEnabled():
            return
        title = ntr("Delete {n} draft for good?", "Delete {n} drafts for good?", len(ids))
        if dialogs.ask(
            self._widget, title, tr("This cannot be undone. No message was sent by it."), tr("Delete for good"),
            tr("Keep in the trash"), danger=True,
        ):  # fmt: skip
            self._run(len(ids), lambda: shelf.erase(ids), lambda _done: None)

    def put_tag(self, tag: str, on: bool = True) -> None:
        """Add a tag to what is selected, or take it away."""
        chosen, shelf = self._chosen(), self._studio.shelf
        before = {one.id: one.tags for one in chosen}
        ids = list(before)

        def done(changed: Sequence[str]) -> None:
            if changed:
                said = tr("Tagged “{tag}”.", tag=tag) if on else tr("“{tag}” was taken away.", tag=tag)
                kept = {id: before[id] for id in changed}
                self._say(said, lambda: self._run(len(kept), lambda: shelf.put_tags(kept), lambda _done: None))

        self._run(len(ids), lambda: (shelf.tag if on else shelf.untag)(ids, tag), done)

    def _fill_tags(self) -> None:
        self.tag_menu.clear()
        chosen = self._chosen()
        has = {fold(tag): sum(tag in one.tags for one in chosen) for one in chosen for tag in one.tags}
        for tag in self._studio.shelf.tags():
            action = QAction(unmarked(tag), self.tag_menu)
            action.setCheckable(True)
            action.setChecked(has.get(fold(tag), 0) == len(chosen) > 0)
            action.triggered.connect(partial(self.put_tag, tag))
            self.tag_menu.addAction(action)
        self.tag_menu.addSeparator()
        self.tag_menu.addAction(icon("plus", "text"), tr("New tag…"), self._new_tag)

    def _new_tag(self) -> None:
        text = dialogs.ask_text(self._widget, tr("New tag"), tr("Tag:"), tr("Add tag"))
        if text:
            self.put_tag(text)

    def _open(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1 and shelf_of(chosen[0]) != "trash":
            self.opened.emit(chosen[0].id)

    def _each(
        self, deed: Callable[[list[str]], Sequence[str]], back: Callable[[list[str]], object],
        said: Callable[[int], str], can: Callable[[Campaign], bool] = lambda _one: True,
    ) -> None:  # fmt: skip
        ids = [one.id for one in self._chosen() if can(one)]
        if not ids:
            return

        def done(changed: Sequence[str]) -> None:
            undo = list(changed)
            self._say(said(len(undo)), lambda: self._run(len(undo), lambda: back(undo), lambda _done: None))

        self._run(len(ids), lambda: deed(ids), done)

    def _run(self, n: int, work: Callable[[], T], done: Callable[[T], object]) -> None:
        def finished(result: T) -> None:
            self.done.emit()
            done(result)

        if n > _AT_ONCE:
            Job(self, lambda _progress: work()).on_done(finished).on_failed(self._failed).run()
            return
        try:
            result = work()
        except StudioError as error:
            self._failed(error)
            return
        finished(result)

    def _failed(self, error: StudioError) -> None:
        self.done.emit()
        dialogs.show_error(self._widget, wording.explain(error.code, error.facts))

    def _say(self, words: str, back: Callable[[], object]) -> None:
        Toast.show_in(self._widget, words, tr("Undo"), back)

    def _action(
        self, icon_name: str, text: str, keys: str | QKeySequence.StandardKey | None, act: Callable[[], object]
    ) -> QAction:
        action = QAction(icon(icon_name, "text"), text, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: act())
        return action


def _can_archive(campaign: Campaign) -> bool:
    return campaign.state in ("draft", "done", "stopped") and not shelf_of(campaign)
