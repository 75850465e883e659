"""Decides how comparisons are joined: groups of rows within groups, and what moves between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ctr, mark, tr
from whatsapp_studio.qt.forms.editor import Told, as_dict, flat, under
from whatsapp_studio.qt.forms.plain import OneOf
from whatsapp_studio.qt.rules.leaf import BLANK, Leaf
from whatsapp_studio.qt.rules.moves import DEEPEST, Deed, Place, as_group, done, join_of, parts_of
from whatsapp_studio.qt.rules.part_menu import KEYS, PartMenu
from whatsapp_studio.qt.rules.sight import Sight
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import ErrorLine
from whatsapp_studio.qt.widgets.plain import plain_label

_JOINS = (("all", mark("All of these")), ("any", mark("Any of these")), ("none", mark("None of these")))
_BETWEEN_WIDTH = 34


class Group(QFrame):
    """Comparisons and groups that are joined. ``changed`` carries the group as kept, ``deed`` what is to be done with
    the part at a place. The outermost group does it itself, and ``changed`` carries the outcome."""

    changed = Signal(object, str)
    deed = Signal(object, str)

    def __init__(self, sight: Sight, name: str, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sight, self._name, self._depth = sight, name, depth
        self._join, self._raws = "all", list[Any]()
        self.parts: list[Leaf | Group] = []
        self._betweens: list[QWidget] = []
        self.setProperty("role", "nest" if depth else "")
        self._lay_out()
        if depth:
            return
        self.deed.connect(self._do)
        if sight.wide:
            for deed, keys in KEYS.items():
                taken = QShortcut(QKeySequence(keys), self)
                taken.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                taken.activated.connect(lambda deed=deed: self._do(self.place_of(QApplication.focusWidget()), deed))

    def _lay_out(self) -> None:
        depth, name = self._depth, self._name
        box = QVBoxLayout(self)
        box.setContentsMargins((12 if self.sight.wide else 8) if depth else 0, 0, 0, 0)
        box.setSpacing(6)
        joins = [(join, tr(words)) for join, words in _JOINS]
        self.join = OneOf(self.sight, tr("{name}: how they are joined", name=name), joins)
        self.join.edited.connect(lambda join, _key: self._change(join, self._raws, ""))
        self.menu = PartMenu(tr("Move or copy {what}", what=name), group=True, keys=self.sight.wide)
        self.menu.chosen.connect(lambda deed: self.deed.emit((), deed))
        self.remove = icon_button("x", tr("Remove this group"), lambda: self.deed.emit((), "remove"))
        head = QHBoxLayout()
        head.setSpacing(8 if self.sight.wide else 4)
        head.addWidget(self.join, 1)
        if self.sight.wide:
            self.join.setMaximumWidth(240)
            head.addStretch(1)
        for button in (self.menu, self.remove):
            head.addWidget(button)
        box.addLayout(head)
        self.error = ErrorLine()
        box.addWidget(self.error)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(8)
        box.addLayout(self._parts)
        foot = QHBoxLayout()
        self.add = link_button(tr("Comparison"), lambda: self._add(dict(BLANK)), "plus")
        self.add.setAccessibleName(tr("Add a comparison"))
        self.add_group = link_button(tr("Group"), lambda: self._add({"any": [dict(BLANK)]}), "plus")
        self.add_group.setAccessibleName(tr("Add a group"))
        self.add_group.setToolTip(tr("Comparisons that are joined in another way"))
        foot.addWidget(self.add)
        foot.addWidget(self.add_group)
        foot.addStretch(1)
        box.addLayout(foot)
        if not depth:
            self.menu.hide()
            self.remove.hide()
        if depth >= DEEPEST:
            self.add_group.hide()

    # -- what the person does ------------------------------------------------------------------------

    def _change(self, join: str, raws: Sequence[Any], key: str) -> None:
        self.changed.emit({join: list(raws)}, key)

    def _add(self, raw: dict[str, Any]) -> None:
        self._change(self._join, [*self._raws, raw], "")
        if self.parts:
            self.parts[-1].inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _part_changed(self, part: Leaf | Group, raw: Any, key: str) -> None:
        at = self.parts.index(part)
        raws = [raw if n == at else one for n, one in enumerate(self._raws)]
        self._raws = raws
        self._change(self._join, raws, key and f"{at}.{key}")

    def _part_deed(self, part: Leaf | Group, inner: Place, deed: str) -> None:
        self.deed.emit((self.parts.index(part), *inner), deed)

    def _do(self, place: Place, deed: str) -> None:
        """Do it with the part at a place, which keeps the focus."""
        if not place:
            return
        before = {self._join: list(self._raws)}
        after, to = done(before, place, cast(Deed, deed))
        if after == before:
            return
        self.changed.emit(after, "")
        self.focus_part(to)

    def place_of(self, widget: QWidget | None) -> Place:
        """The place of the part that a widget is in; of this group none."""
        for n, part in enumerate(self.parts):
            if widget is not None and (part is widget or part.isAncestorOf(widget)):
                return (n, *part.place_of(widget)) if isinstance(part, Group) else (n,)
        return ()

    def focus_part(self, place: Place) -> None:
        """Put the focus on the part at a place, or where parts are added when there is none."""
        if not place or not self.parts:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        part = self.parts[min(place[0], len(self.parts) - 1)]
        if isinstance(part, Group) and len(place) > 1:
            part.focus_part(place[1:])
        else:
            part.inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- mirroring -----------------------------------------------------------------------------------

    def show_raw(self, raw: Mapping[str, Any]) -> None:
        """Mirror a group; a comparison alone is shown as the one row of a group."""
        whole = as_group(raw)
        self._join, self._raws = join_of(whole), parts_of(whole)
        self.join.show_value(self._join)
        wanted = [Group if join_of(one) else Leaf for one in self._raws]
        for n in range(len(self.parts) - 1, -1, -1):
            if n >= len(wanted) or type(self.parts[n]) is not wanted[n]:
                self._drop(n)
                if n < len(wanted):
                    self._insert(n, wanted[n])
        for n in range(len(self.parts), len(wanted)):
            self._insert(n, wanted[n])
        for part, one in zip(self.parts, self._raws, strict=True):
            part.show_raw(as_dict(one))
        self._say_between()
        self.join.setVisible(len(self._raws) > 1 or self._depth > 0 or self._join != "all")

    def _drop(self, at: int) -> None:
        part = self.parts.pop(at)
        row = part.parentWidget() if self.sight.wide else part
        assert row is not None
        self._parts.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.sight.wide:
            self._betweens.pop(at)

    def _insert(self, at: int, kind: type[Leaf] | type[Group]) -> None:
        name = tr("{name}, comparison {n}", name=self._name, n=at + 1)
        part: Leaf | Group
        if kind is Leaf:
            part = leaf = Leaf(self.sight, name)
            leaf.deed.connect(lambda deed: self._part_deed(leaf, (), deed))
        else:
            part = group = Group(self.sight, name, self._depth + 1)
            group.deed.connect(lambda inner, deed: self._part_deed(group, inner, deed))
        part.changed.connect(lambda raw, key: self._part_changed(part, raw, key))
        self.parts.insert(at, part)
        row = self._row(at, part) if self.sight.wide else part
        self._parts.insertWidget(at, row)
        row.show()

    def _row(self, at: int, part: QWidget) -> QWidget:
        """A part with the word before it that joins it to the one above."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        between = plain_label("muted")
        between.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        between.setContentsMargins(0, 8, 0, 0)
        self._betweens.insert(at, between)
        across.addWidget(between)
        across.addWidget(part, 1)
        return row

    def _say_between(self) -> None:
        words = ctr("between two comparisons", "and") if self._join == "all" else ctr("between two comparisons", "or")
        for n, between in enumerate(self._betweens):
            between.setText(words if n else "")  # type: ignore[attr-defined]
            between.setVisible(len(self._betweens) > 1)
            between.ensurePolished()
            between.setMinimumWidth(max(_BETWEEN_WIDTH, between.fontMetrics().horizontalAdvance(words)))

    def look_around(self) -> None:
        for part in self.parts:
            part.look_around()

    def tell(self, told: Told) -> Sequence[Problem]:
        """Say what is wrong at each row; gives back what concerns the group as a whole."""
        rest = {inner.removeprefix(f"{self._join}."): some for inner, some in told.items()}
        for n, part in enumerate(self.parts):
            left = part.tell(under(rest, str(n)))
            if isinstance(part, Group):
                part.error.say(left[0] if left else None)
        numbers = {str(n) for n in range(len(self.parts))}
        return flat({inner: some for inner, some in rest.items() if inner.partition(".")[0] not in numbers})

    def inputs(self) -> list[QWidget]:
        """What can be typed into or clicked, in reading order."""
        head = [] if self.join.isHidden() else [*self.join.inputs()]
        head += [] if self.remove.isHidden() else [self.menu, self.remove]
        foot = [self.add] if self.add_group.isHidden() else [self.add, self.add_group]
        return [*head, *(one for part in self.parts for one in part.inputs()), *foot]

    def forget(self) -> None:
        for part in self.parts:
            part.forget()
