"""Decides how everything that can be put into an expression is found: by group, by search, by star."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.personalise.memory import favourites, star
from whatsapp_studio.qt.personalise.putting_in import Thing
from whatsapp_studio.qt.personalise.reach import Reach, kind_word
from whatsapp_studio.qt.personalise.results import Person
from whatsapp_studio.qt.personalise.vocabulary import group_word, words
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.plain import plain_tip
from whatsapp_studio.templates.expression import as_text

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_ROW = Qt.ItemDataRole.UserRole + 1
_EXAMPLE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the tree: what it is called, what it says beside that, and all it can be found by."""

    thing: Thing
    label: str
    says: str
    tip: str

    @property
    def key(self) -> str:
        return f"{self.thing.kind}:{self.thing.name}"

    @property
    def found_by(self) -> str:
        return fold(f"{self.label} {self.thing.name} {self.tip}")


class SourceTree(QWidget):
    """A search above a tree. ``chosen`` comes with a thing to put in: Enter, or a double click."""

    chosen = Signal(object)
    current = Signal(object)

    def __init__(self, studio: Studio, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._reach = studio, reach
        self._person: Person | None = None
        self._snippets: Mapping[str, str] = {}
        self.search = SearchField(tr("Find a field or helper"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.installEventFilter(self)
        self.empty = QCheckBox(tr("Show empty"))
        self.empty.setToolTip(tr("Also show fields that this person has no value for"))
        self.empty.toggled.connect(lambda _on: self._filter())
        self.starred = icon_button("star", tr("Favourite"), self._star)
        self.starred.setCheckable(True)
        self.starred.setEnabled(False)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("What can be put in"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setProperty("role", "plain")
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemActivated.connect(self._activated)
        self.tree.currentItemChanged.connect(self._current)
        self.tree.installEventFilter(self)
        below = QHBoxLayout()
        below.addWidget(self.empty)
        below.addStretch(1)
        below.addWidget(self.starred)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.search)
        box.addWidget(self.tree, 1)
        box.addLayout(below)
        self._fill()

    # -- what is in it -------------------------------------------------------------------------------

    def show_person(self, person: Person | None) -> None:
        """Show the values of this person beside the fields."""
        self._person = person
        for top in self._groups():
            for item in _children(top):
                self._say(item)
        self._filter()

    def show_snippets(self, snippets: Mapping[str, str]) -> None:
        """Offer these snippets."""
        if snippets != self._snippets:
            self._snippets = snippets
            self._fill()

    def rows(self) -> list[str]:
        """The labels that are seen now, group by group."""
        return [
            item.text(0)
            for top in self._groups()
            for item in _children(top)
            if not top.isHidden() and not item.isHidden()
        ]

    def groups(self) -> list[str]:
        """The groups that are seen now."""
        return [top.text(0) for top in self._groups() if not top.isHidden()]

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [one for one in found if one is not None]

    def _fill(self) -> None:
        before = {top.text(0): top.isExpanded() for top in self._groups()}
        kept = self.current_row()
        self.tree.clear()
        every = self._every()
        known = {row.key: row for _title, rows in every for row in rows}
        best = [known[key] for key in favourites(self._studio) if key in known]
        for title, rows in [(tr("Favourites"), best), *every]:
            if rows or title == tr("Event"):
                self._add(title, rows, before.get(title))
        if kept is not None:
            self._select(kept.key)
        self._filter()

    def _every(self) -> list[tuple[str, list[Row]]]:
        roots = {
            "contact": tr("Contact"), "event": tr("Event"), "journey": tr("Journey"), "campaign": tr("Campaign"),
        }  # fmt: skip
        found = [
            (title, [self._field(one.path, one.label, one.kind) for one in self._reach.of(root)])
            for root, title in roots.items()
            if root != "event" or self._reach.of("event") or self._reach.no_event
        ]
        found.append((tr("Snippets"), [
            Row(Thing("snippet", name), name, _short(text), _short(text)) for name, text in self._snippets.items()
        ]))  # fmt: skip
        helpers: dict[str, list[Row]] = {}
        for word in words():
            adobe = tr("Adobe: {name}", name=word.adobe) if word.adobe and word.adobe != word.name else ""
            tip = " · ".join(part for part in (word.meaning, adobe, f"{word.example} → {word.result}") if part)
            row = Row(Thing(word.kind, word.name, word.text), word.name, word.meaning, tip)
            helpers.setdefault(word.group, []).append(row)
        for group, rows in helpers.items():
            found.append((tr("Helpers: {group}", group=group_word(group)), rows))
        return found

    def _field(self, path: str, label: str, kind: str) -> Row:
        return Row(Thing("field", path), label, "", f"{path} · {kind_word(kind)}")

    def _add(self, title: str, rows: Sequence[Row], expanded: bool | None) -> None:
        top = QTreeWidgetItem([title])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = self.tree.font()
        font.setBold(True)
        top.setFont(0, font)
        self.tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        for row in rows:
            item = QTreeWidgetItem([row.label, ""])
            item.setData(0, _ROW, row)
            item.setToolTip(0, plain_tip(row.tip))
            top.addChild(item)
            self._say(item)
        if not rows:
            why = QTreeWidgetItem([self._reach.no_event])
            why.setFlags(Qt.ItemFlag.NoItemFlags)
            why.setToolTip(0, self._reach.no_event)
            top.addChild(why)
            why.setFirstColumnSpanned(True)
        shown = title in (tr("Favourites"), tr("Contact"), tr("Event"), tr("Snippets"))
        top.setExpanded(shown if expanded is None else expanded)

    def _say(self, item: QTreeWidgetItem) -> None:
        """What stands beside a name: the value of the person, or what it does."""
        row: Row | None = item.data(0, _ROW)
        if row is None:
            return
        said = _short(self._value(row)) if row.thing.kind == "field" else row.says
        item.setText(1, said)
        item.setForeground(1, theme.color("text_muted"))
        item.setToolTip(1, plain_tip(said))

    def _value(self, row: Row) -> str:
        root, _, name = row.thing.name.partition(".")
        if self._person is None:
            return ""
        values = self._person.values if root == "contact" else self._person.beside.get(root, {})
        return as_text(values.get(name))

    # -- finding -------------------------------------------------------------------------------------

    def _filter(self) -> None:
        wanted = fold(self.search.text().strip())
        for top in self._groups():
            seen = 0
            for item in _children(top):
                row: Row | None = item.data(0, _ROW)
                hidden = not self._fits(row, wanted) if row is not None else bool(wanted)
                item.setHidden(hidden)
                seen += not hidden
            top.setHidden(not seen)
            if wanted and seen:
                top.setExpanded(True)

    def _fits(self, row: Row, wanted: str) -> bool:
        if wanted:
            return all(part in row.found_by for part in wanted.split())
        own = row.thing.kind == "field" and row.thing.name.startswith("contact.")
        return not own or self.empty.isChecked() or self._person is None or bool(self._value(row))

    def current_row(self) -> Row | None:
        """What is chosen in the tree."""
        item = self.tree.currentItem()
        found: Row | None = item.data(0, _ROW) if item is not None else None
        return found

    def _select(self, key: str) -> None:
        for top in self._groups():
            for item in _children(top):
                row: Row | None = item.data(0, _ROW)
                if row is not None and row.key == key:
                    self.tree.setCurrentItem(item)

    def _first(self) -> None:
        for top in self._groups():
            for item in _children(top):
                if not top.isHidden() and not item.isHidden() and item.data(0, _ROW) is not None:
                    self.tree.setCurrentItem(item)
                    self.tree.setFocus()
                    return

    # -- choosing ------------------------------------------------------------------------------------

    def _activated(self, item: QTreeWidgetItem) -> None:
        row: Row | None = item.data(0, _ROW)
        if row is not None:
            self.chosen.emit(row.thing)

    def _current(self, *_items: object) -> None:
        row = self.current_row()
        self.starred.setEnabled(row is not None)
        on = row is not None and row.key in favourites(self._studio)
        self.starred.setChecked(on)
        self.starred.setIcon(icon("star", "accent" if on else "text"))
        self.starred.setToolTip(tr("No longer a favourite") if on else tr("Make it a favourite"))
        self.current.emit(row.thing if row is not None else None)

    def _star(self) -> None:
        row = self.current_row()
        if row is not None:
            star(self._studio, row.key, row.key not in favourites(self._studio))
            self._fill()
            self._current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.search and (event.key() == Qt.Key.Key_Down or enter):
                self._first()
                return True
            if watched is self.tree and enter and (row := self.current_row()) is not None:
                self.chosen.emit(row.thing)
                return True
        return super().eventFilter(watched, event)


def _children(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (top.child(n) for n in range(top.childCount()))
    return [one for one in found if one is not None]


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _EXAMPLE else f"{one[: _EXAMPLE - 1]}…"
