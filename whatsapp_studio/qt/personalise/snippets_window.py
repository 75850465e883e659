"""Decides how snippets are looked after: listed, written with the result beside, their versions and who uses them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.local import day_and_clock, fold
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.personalise import memory
from whatsapp_studio.qt.personalise.checking import checker
from whatsapp_studio.qt.personalise.editor_pane import EditorPane
from whatsapp_studio.qt.personalise.offers import Offer
from whatsapp_studio.qt.personalise.people import PeopleWalk
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace
from whatsapp_studio.qt.personalise.results import Person, rendered
from whatsapp_studio.qt.personalise.two_lines import TwoLines
from whatsapp_studio.qt.widgets.buttons import danger_button, link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask, ask_text, show_error
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import SearchField, muted
from whatsapp_studio.qt.widgets.fitting import fit, with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.services.snippets import Snippet, SnippetUse

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SIZE = (960, 600)
_ID = Qt.ItemDataRole.UserRole
_KINDS = {
    "journey": mark("Journey: {name}"), "campaign": mark("Campaign: {name}"), "recipe": mark("Recipe: {name}"),
    "snippet": mark("Snippet: {name}"),
}  # fmt: skip
_SOON_MS = 120


class SnippetsWindow(QDialog):
    """Every snippet at the left; the chosen one at the right."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.reach = Reach(of_workspace(studio).fields, open=frozenset({"event", "journey", "campaign"}))
        self.now: Snippet | None = None
        self._unsaved: dict[int, str] = {}
        self._counting, self._working, self._using = Latest(self), Latest(self), Latest(self)
        self.setWindowTitle(tr("Snippets"))
        self.search = SearchField(tr("Find a snippet"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Snippets"))
        self.list.currentItemChanged.connect(lambda *_items: self._chosen())
        self.new = secondary_button(tr("New snippet…"), self._new, "plus")
        self.none = EmptyState(
            "file-text", tr("No snippets yet"),
            tr("A snippet is a text with a name, such as your opening hours. Change it in one place, and every draft "
               "that uses it follows."),
            (tr("Make the first snippet…"), self._new),
        )  # fmt: skip
        self.title = plain_label("subtitle", wrap=True)
        self.pane = EditorPane(tr("Text of the snippet"), pills=memory.folded(studio))
        self.pane.folded.connect(lambda on: memory.keep_folded(studio, on))
        self.pane.text.edited.connect(lambda _text: self._edited())
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._work)
        self.walk = PeopleWalk(studio, {})
        self.walk.came.connect(lambda _person: self._soon.start())
        self.says = plain_label("strong", wrap=True)
        self.versions, self.users = QListWidget(), QListWidget()
        self.versions.setAccessibleName(tr("Versions"))
        for rows, most in ((self.list, 1), (self.versions, 2), (self.users, 1)):
            rows.setItemDelegate(TwoLines(rows, most))
        self.users.setAccessibleName(tr("Used by"))
        self.nobody = muted(tr("Nothing uses it yet."))
        self.again = link_button(tr("Put this text back"), self._put_back)
        self.save = primary_button(tr("Save version"), self._save)
        self.rename = secondary_button(tr("Rename…"), self._rename)
        self.delete = danger_button(tr("Delete"), self._delete)
        self._lay_out()
        self.read()

    # -- its parts -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        for widget in (self.search, self.list, self.new):
            left.addWidget(widget)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._text_tab(), tr("Text"))
        self.tabs.addTab(_tab(self.versions, self.again), tr("Versions"))
        self.tabs.addTab(_tab(self.nobody, self.users), tr("Used by"))
        one = QWidget()
        right = QVBoxLayout(one)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.title)
        right.addWidget(self.tabs, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.none)
        self.stack.addWidget(one)
        self._left = QWidget()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self._left.setFixedWidth(with_letters(250))
        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self._left)
        panes.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.delete)
        foot.addWidget(self.rename)
        foot.addStretch(1)
        foot.addWidget(secondary_button(tr("Close"), self.reject))
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(10)
        box.addLayout(panes, 1)
        box.addLayout(foot)
        fit(self, *_SIZE)

    def _text_tab(self) -> QWidget:
        shown = QFrame()
        shown.setProperty("role", "card")
        card = QVBoxLayout(shown)
        card.setContentsMargins(12, 8, 12, 8)
        said = plain_label("caption")
        said.setText(tr("What it says for this person"))
        card.addWidget(said)
        card.addWidget(self.says)
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pane, 1)
        column.addWidget(self.walk)
        column.addWidget(shown)
        return tab

    # -- reading -------------------------------------------------------------------------------------

    def read(self, chosen: int | None = None) -> None:
        """Read every snippet anew; ``chosen`` is the one to show."""
        wanted = chosen if chosen is not None else self.now.id if self.now is not None else None
        found = self.studio.snippets.all()
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.name)
            item.setData(_ID, one)
            self.list.addItem(item)
            if one.id == wanted:
                self.list.setCurrentItem(item)
        if found and _snippet(self.list.currentItem()) is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._left.setVisible(bool(found))
        self.stack.setCurrentIndex(1 if found else 0)
        for button in (self.save, self.rename, self.delete):
            button.setVisible(bool(found))
        self._filter()
        self._chosen()
        self._counting.ask(self.studio.snippets.counts, self._say_counts)

    def _say_counts(self, counts: dict[str, int]) -> None:
        for n in range(self.list.count()):
            item = self.list.item(n)
            one: Snippet = item.data(_ID)
            used = counts.get(one.name.casefold(), 0)
            said = ntr("used in {n} place", "used in {n} places", used) if used else tr("not used")
            item.setText(f"{one.name}\n{said}")

    def _filter(self) -> None:
        wanted = fold(self.search.text().strip())
        for n in range(self.list.count()):
            one: Snippet = self.list.item(n).data(_ID)
            self.list.item(n).setHidden(wanted not in fold(f"{one.name} {one.content}"))

    def _chosen(self) -> None:
        one = _snippet(self.list.currentItem())
        if one is not None and one != self.now:
            self._keep_unsaved()
            self.pane.text.setText(self._unsaved.get(one.id, one.content))
        self.now = one
        if one is None:
            return
        self.title.setText(one.name)
        texts = {name: text for name, text in self.studio.snippets.texts().items() if name != one.name}
        offers = [Offer("field", field.path, field.label) for field in self.reach.fields]
        offers += [Offer("snippet", name, "", f'{{% snippet "{name}" %}}') for name in texts]
        self.pane.text.set_offers(offers)
        self.pane.text.set_check(checker(self.reach, texts, one.name, "en"))
        self._read_versions(one)
        self._read_users(one)
        self._edited()

    def _keep_unsaved(self) -> None:
        if self.now is not None:
            self._unsaved.pop(self.now.id, None)
            if self.pane.text.text() != self.now.content:
                self._unsaved[self.now.id] = self.pane.text.text()

    def reject(self) -> None:
        """Close; texts that were not saved are asked for first."""
        self._keep_unsaved()
        if not self._unsaved or ask(
            self, tr("Close without saving?"), tr("What you typed in a snippet was not saved yet."),
            tr("Close"), tr("Go on writing"), danger=True,
        ):  # fmt: skip
            super().reject()

    def _read_versions(self, one: Snippet) -> None:
        self.versions.clear()
        for version in self.studio.snippets.versions(one.id):
            head = tr("Version {n}, {at}", n=version.number, at=day_and_clock(version.at))
            item = QListWidgetItem(f"{head}\n{' '.join(version.content.split())[:200]}")
            item.setData(_ID, version.content)
            self.versions.addItem(item)
        self.versions.setCurrentRow(0)

    def _read_users(self, one: Snippet) -> None:
        self._using.ask(lambda: self.studio.snippets.uses(one.name), lambda users: self._show_users(one, users))

    def _show_users(self, one: Snippet, users: Sequence[SnippetUse]) -> None:
        if self.now is None or one.id != self.now.id:
            return
        self.users.clear()
        for user in users:
            self.users.addItem(_said(user))
        self.nobody.setVisible(not users)
        self.users.setVisible(bool(users))

    def _edited(self) -> None:
        changed = self.now is not None and self.pane.text.text() != self.now.content
        self.save.setEnabled(changed and bool(self.pane.text.text().strip()))
        self._soon.start()

    def _work(self) -> None:
        text, person = self.pane.text.text(), self.walk.person or Person("", "", {})
        texts = self.studio.snippets.texts()
        self._working.ask(lambda: rendered(text, person, texts), self._show)

    def _show(self, text: str | None) -> None:
        self.says.setText(text if text else "–" if text is None else tr("(empty)"))

    # -- doing ---------------------------------------------------------------------------------------

    def _new(self) -> None:
        name = ask_text(self, tr("New snippet"), tr("Name of the snippet:"), tr("Make it"))
        if name:
            self._try(lambda: self.read(self.studio.snippets.create(name, name).id))
            self.pane.text.setFocus()
            self.pane.text.selectAll()

    def _save(self) -> None:
        one = self.now
        text = self.pane.text.text()
        if one is not None and self._try(lambda: self.studio.snippets.save(one.id, text)):
            self.now = None
            self._unsaved.pop(one.id, None)
            self.read(one.id)

    def _rename(self) -> None:
        one = self.now
        if one is None:
            return
        name = ask_text(self, tr("Rename the snippet"), tr("Name of the snippet:"), tr("Rename"), one.name)
        if name:
            self._try(lambda: self.read(self.studio.snippets.rename(one.id, name).id))

    def _delete(self) -> None:
        one = self.now
        if one is None:
            return
        # Who uses it was read when it was chosen, and is read again before it goes.
        if not self.users.count() and not ask(
            self, tr("Delete the snippet “{name}”?", name=one.name), tr("Its versions are kept for what is live."),
            tr("Delete"), tr("Keep"), danger=True,
        ):  # fmt: skip
            return
        if self._try(lambda: self.studio.snippets.delete(one.id)):
            self.now = None
            self.read()
        else:
            self.tabs.setCurrentIndex(2)

    def _put_back(self) -> None:
        item = self.versions.currentItem()
        if item is not None:
            self.pane.text.write(item.data(_ID))
            self.tabs.setCurrentIndex(0)
            self.pane.text.setFocus()

    def _try(self, act: object) -> bool:
        assert callable(act)
        try:
            act()
        except StudioError as error:
            show_error(self, explain(error.code, error.facts))
            return False
        return True


def _snippet(item: QListWidgetItem | None) -> Snippet | None:
    found: Snippet | None = item.data(_ID) if item is not None else None
    return found


def _said(user: SnippetUse) -> str:
    said = tr(_KINDS[user.kind], name=user.name)
    return tr("{what} (live, with the text it has)", what=said) if user.live else said


def _tab(*parts: QWidget) -> QWidget:
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 10, 0, 0)
    for part in parts:
        column.addWidget(part, int(isinstance(part, QListWidget)))
    column.addStretch(0)
    return tab
