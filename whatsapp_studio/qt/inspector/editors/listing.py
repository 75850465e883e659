"""Decides how an ordered list is edited: cards with their own editor, added, removed, renamed and put in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, as_list, as_text, flat, under
from whatsapp_studio.qt.forms.text import show_line
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.plain import plain_label


class ItemCard(QFrame):
    """One item: a handle, its name or number, a menu, and its editor below."""

    act = Signal(str)
    renamed = Signal(str)

    def __init__(
        self, editor: Editor | None, *, named: str, inline: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.setProperty("role", "card")
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(4)
        self.grip = IconLabel("grip-vertical", "text_muted", 16)
        self.grip.setCursor(Qt.CursorShape.SizeVerCursor)
        self.grip.setToolTip(tr("Drag to put in another order"))
        self.title = plain_label()
        self.title.setProperty("role", "strong")
        self.name = QLineEdit()
        self.name.setPlaceholderText(named)
        self.name.setToolTip(self.name.placeholderText())
        self.name.textEdited.connect(self.renamed)
        self.menu = QToolButton()
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu.setIcon(icon_button("ellipsis", "").icon())
        self.menu.setMinimumSize(28, 28)
        self.menu.setProperty("role", "menu")
        offered = QMenu(self.menu)
        for key, words, shortcut in (
            ("up", tr("Move up"), "Alt+Up"), ("down", tr("Move down"), "Alt+Down"), ("remove", tr("Remove"), ""),
        ):  # fmt: skip
            action = QAction(f"{words}\t{QKeySequence(shortcut).toString()}" if shortcut else words, offered)
            action.triggered.connect(lambda _on=False, key=key: self.act.emit(key))
            offered.addAction(action)
            if shortcut:
                taken = QShortcut(QKeySequence(shortcut), self)
                taken.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                taken.activated.connect(lambda key=key: self.act.emit(key))
        self.menu.setMenu(offered)
        head.addWidget(self.grip)
        head.addWidget(self.name, 3)
        head.addWidget(self.title, 1)
        if inline and editor is not None:
            head.addWidget(editor, 2)
        head.addWidget(self.menu)
        box.addLayout(head)
        (self.title if named else self.name).hide()
        self.error = ErrorLine(self.name if named and editor is None else None)
        box.addWidget(self.error)
        if editor is not None and not inline:
            box.addWidget(editor)

    def call(self, words: str) -> None:
        """Name the item: in its title, and for a screen reader."""
        self.title.setText(words)
        self.setAccessibleName(words)
        self.name.setAccessibleName(tr("Name of {what}", what=words))
        self.menu.setAccessibleName(tr("Move or remove {what}", what=words))
        self.menu.setToolTip(tr("Move or remove"))


class Listing(Editor):
    """``item`` makes the editor of one item (None: a name is all there is), ``new`` an item for the end of a list.

    ``word`` names an item by its number ("Path 1"); ``named`` is the placeholder of its name, empty where it has
    none; with ``inline`` the editor stands beside the name.
    """

    outlook: Outlook

    def __init__(
        self, outlook: Outlook, name: str, *, item: Callable[[Outlook, str], Editor] | None,
        new: Callable[[Sequence[Any]], Any], word: str, add: str, named: str = "", most: int = 0, empty: str = "",
        inline: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(outlook, name, parent)
        self._item, self._new, self._word, self._named, self._most = item, new, word, named, most
        self._inline = inline
        self._value: list[Any] = []
        self.cards: list[ItemCard] = []
        self._keys: list[str] = []
        self._dragged: ItemCard | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.none = muted(empty)
        self._box.addWidget(self.none)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        self._box.addLayout(self._cards)
        self.add = link_button(add, self._add, "plus")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.add)
        self._foot.addStretch(1)
        self._box.addLayout(self._foot)
        self._settle()

    # -- what the person does ------------------------------------------------------------------------

    def _change(self, value: list[Any], key: str = "") -> None:
        self.edited.emit(value, key)

    def _add(self) -> None:
        self._change([*self._value, self._new(self._value)])
        if self.cards:
            card = self.cards[-1]
            target = card.name if self._named else next(iter(card.editor.inputs() if card.editor else ()), card.menu)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._named:
                card.name.selectAll()

    def _act(self, card: ItemCard, what: str) -> None:
        at = self.cards.index(card)
        if what == "remove":
            self._change([one for n, one in enumerate(self._value) if n != at])
            left = self.cards[min(at, len(self.cards) - 1)].menu if self.cards else self.add
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.move_item(at, at - 1 if what == "up" else at + 1)

    def move_item(self, at: int, to: int) -> None:
        """Put an item elsewhere in the order; the focus goes along."""
        if not 0 <= to < len(self._value) or at == to:
            return
        value = list(self._value)
        value.insert(to, value.pop(at))
        focus = self.focusWidget()
        within = self._path_of(self.cards[at], focus)
        self._change(value)
        if within >= 0:
            inside = self.cards[to].findChildren(QWidget)
            if within < len(inside):
                inside[within].setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _path_of(card: ItemCard, widget: QWidget) -> int:
        inside = card.findChildren(QWidget)
        return inside.index(widget) if widget in inside else -1

    def _renamed(self, card: ItemCard, text: str) -> None:
        at = self.cards.index(card)
        self._put(at, {**as_dict(self._value[at]), "name": text}, f"{self._keys[at]}.name")

    def _put(self, at: int, item: Any, key: str) -> None:
        value = list(self._value)
        value[at] = item
        self._value = value
        self._change(list(value), key)

    def _edited(self, card: ItemCard, item: Any, key: str) -> None:
        at = self.cards.index(card)
        self._put(at, item, key and f"{self._keys[at]}.{key}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dragging by the handle: items trade places on the way, written once on release."""
        card = next((one for one in self.cards if one.grip is watched), None)
        if card is None or not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._dragged = card
            return True
        if self._dragged is not card:
            return False
        if event.type() == QEvent.Type.MouseMove:
            self._cards.insertWidget(self._row_at(card.grip.mapTo(self, event.position().toPoint()).y()), card)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._dragged = None
            at, to = self.cards.index(card), self._cards.indexOf(card)
            self._cards.insertWidget(at, card)
            self.move_item(at, to)
            return True
        return False

    def _row_at(self, y: int) -> int:
        rows = sorted(self.cards, key=self._cards.indexOf)
        return min(range(len(rows)), key=lambda n: abs(rows[n].y() + rows[n].height() // 2 - y))

    # -- mirroring -----------------------------------------------------------------------------------

    def show_value(self, value: Any) -> None:
        self._value = as_list(value)
        keys = _keys(self._value)
        kept = {key: card for key, card in zip(self._keys, self.cards, strict=True) if key in keys}
        for key, card in zip(self._keys, self.cards, strict=True):
            if key not in kept:
                self._cards.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = [kept[key] if key in kept else self._made() for key in keys]
        self._keys = keys
        for n, card in enumerate(self.cards):
            if self._cards.indexOf(card) != n:
                self._cards.insertWidget(n, card)
                card.show()
            one = self._value[n]
            words = as_text(as_dict(one).get("name")) if self._named else ""
            show_line(card.name, words)
            card.call(words or tr(self._word, n=n + 1))
            if card.editor is not None:
                card.editor.show_value(one)
        self._settle()

    def _made(self) -> ItemCard:
        editor = self._item(self.outlook, tr(self._word, n=len(self.cards) + 1)) if self._item else None
        card = ItemCard(editor, named=self._named, inline=self._inline)
        card.act.connect(lambda what: self._act(card, what))
        card.renamed.connect(lambda text: self._renamed(card, text))
        if editor is not None:
            editor.edited.connect(lambda item, key: self._edited(card, item, key))
        card.grip.installEventFilter(self)
        return card

    def _settle(self) -> None:
        self.none.setVisible(not self._value and bool(self.none.text()))
        full = bool(self._most) and len(self._value) >= self._most
        self.add.setEnabled(not full)
        self.add.setToolTip(tr("{n} is the most", n=self._most) if full else "")

    def fits(self, value: Any) -> bool:
        if not isinstance(value, (list, tuple)):
            return False
        probe = self.cards[0].editor if self.cards else self._item(self.outlook, "") if self._item else None
        good = all(isinstance(one, Mapping) and (probe is None or probe.fits(one)) for one in value)
        if probe is not None and not self.cards:
            probe.deleteLater()
        return good

    def look_around(self) -> None:
        for card in self.cards:
            if card.editor is not None:
                card.editor.look_around()

    def tell(self, told: Told) -> Sequence[Problem]:
        left = list(told.get("", ()))
        for n, (key, card) in enumerate(zip(self._keys, self.cards, strict=True)):
            inner = under(told, key) or under(told, str(n + 1))
            here = list(card.editor.tell(inner)) if card.editor is not None else flat(inner)
            card.error.say(here[0] if here else None)
        places = {*self._keys, *(str(n + 1) for n in range(len(self.cards)))}
        return left + flat({i: some for i, some in told.items() if i and i.partition(".")[0] not in places})

    def inputs(self) -> Sequence[QWidget]:
        found: list[QWidget] = []
        for card in self.cards:
            found += [card.name] if self._named else []
            found += [card.menu, *(card.editor.inputs() if card.editor is not None else ())]
        return [*found, self.add]

    def marked(self) -> Sequence[QWidget]:
        return ()

    def focus_inner(self, inner: str) -> QWidget | None:
        head, _, rest = inner.partition(".")
        at = self._keys.index(head) if head in self._keys else int(head) - 1 if head.isdecimal() else -1
        if not 0 <= at < len(self.cards):
            target: QWidget = next(iter(self.inputs()))
        elif (editor := self.cards[at].editor) is not None and rest != "name":
            return editor.focus_inner(rest)
        else:
            target = self.cards[at].name if self._named else self.cards[at].menu
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target

    def forget(self) -> None:
        for card in self.cards:
            card.name.setText(card.name.text())
            if card.editor is not None:
                card.editor.forget()


def _keys(items: Sequence[Any]) -> list[str]:
    """What tells the items apart: their ids, else their numbers."""
    ids = [as_text(as_dict(one).get("id")) for one in items]
    if all(ids) and len(set(ids)) == len(ids):
        return ids
    return [f"#{n}" for n in range(len(items))]
