"""Decides how a rule is edited: built from rows and groups, or written as an expression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, as_list, flat, under
from whatsapp_studio.qt.forms.plain import OneOf
from whatsapp_studio.qt.inspector.editors.rule_leaf import BLANK, Leaf, fits_leaf
from whatsapp_studio.qt.inspector.editors.rule_text import RuleText
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button

_JOINS = (("all", mark("All of these")), ("any", mark("Any of these")), ("none", mark("None of these")))
_DEEPEST = 4


def join_of(raw: Any) -> str:
    """``all``, ``any`` or ``none`` for a group, empty for a comparison."""
    found = as_dict(raw)
    return next((join for join, _words in _JOINS if isinstance(found.get(join), (list, tuple))), "")


class Group(QFrame):
    """Comparisons and groups that are joined. ``changed`` carries the group as kept."""

    changed = Signal(object, str)
    removed = Signal()

    def __init__(self, outlook: Outlook, name: str, depth: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outlook, self._name, self._depth = outlook, name, depth
        self._join, self._raws = "all", list[Any]()
        self.parts: list[Leaf | Group] = []
        self.setProperty("role", "nest" if depth else "")
        box = QVBoxLayout(self)
        box.setContentsMargins(8 if depth else 0, 0, 0, 0)
        box.setSpacing(6)
        self.join = OneOf(outlook, tr("{name}: how they are joined", name=name), [(j, tr(w)) for j, w in _JOINS])
        self.join.edited.connect(lambda join, _key: self._change(join, self._raws, ""))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.join, 1)
        self.remove = icon_button("x", tr("Remove this group"), self.removed.emit)
        head.addWidget(self.remove)
        box.addLayout(head)
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
            self.remove.hide()
        if depth >= _DEEPEST:
            self.add_group.hide()

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

    def _part_removed(self, part: Leaf | Group) -> None:
        at = self.parts.index(part)
        self._change(self._join, [one for n, one in enumerate(self._raws) if n != at], "")
        left = self.parts[min(at, len(self.parts) - 1)].inputs()[0] if self.parts else self.add
        left.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_raw(self, raw: Mapping[str, Any]) -> None:
        """Mirror a group; a comparison alone is shown as the one row of a group."""
        join = join_of(raw)
        self._join = join or "all"
        self._raws = as_list(raw[join]) if join else [raw]
        self.join.show_value(self._join)
        wanted = [Group if join_of(one) else Leaf for one in self._raws]
        for n in range(len(self.parts) - 1, -1, -1):
            if n >= len(wanted) or type(self.parts[n]) is not wanted[n]:
                part = self.parts.pop(n)
                self._parts.removeWidget(part)
                part.hide()
                part.deleteLater()
                if n < len(wanted):
                    self._insert(n, wanted[n])
        for n in range(len(self.parts), len(wanted)):
            self._insert(n, wanted[n])
        for part, one in zip(self.parts, self._raws, strict=True):
            part.show_raw(as_dict(one))
        self.join.setVisible(len(self._raws) > 1 or self._depth > 0 or self._join != "all")

    def _insert(self, at: int, kind: type[Leaf] | type[Group]) -> None:
        name = tr("{name}, comparison {n}", name=self._name, n=at + 1)
        part = Leaf(self.outlook, name) if kind is Leaf else Group(self.outlook, name, self._depth + 1)
        part.changed.connect(lambda raw, key: self._part_changed(part, raw, key))
        part.removed.connect(lambda: self._part_removed(part))
        self.parts.insert(at, part)
        self._parts.insertWidget(at, part)
        part.show()

    def look_around(self) -> None:
        for part in self.parts:
            part.look_around()

    def tell(self, told: Told) -> Sequence[Problem]:
        """Say what is wrong at each row; gives back what concerns the group as a whole."""
        rest = {inner.removeprefix(f"{self._join}."): some for inner, some in told.items()}
        for n, part in enumerate(self.parts):
            part.tell(under(rest, str(n)))
        numbers = {str(n) for n in range(len(self.parts))}
        return flat({inner: some for inner, some in rest.items() if inner.partition(".")[0] not in numbers})

    def inputs(self) -> list[QWidget]:
        """What can be typed into or clicked, in reading order."""
        head = [] if self.join.isHidden() else [*self.join.inputs()]
        head += [] if self.remove.isHidden() else [self.remove]
        foot = [self.add] if self.add_group.isHidden() else [self.add, self.add_group]
        return [*head, *(one for part in self.parts for one in part.inputs()), *foot]

    def forget(self) -> None:
        for part in self.parts:
            part.forget()


class RuleEditor(Editor):
    """A rule or none, in rows or as an expression: two views of the same value."""

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self._value: Any = None
        self.group = Group(outlook, name, 0)
        self.group.changed.connect(self._changed)
        self.text = RuleText(outlook, name)
        self.text.edited.connect(self.edited)
        self.begin = link_button(tr("Add a rule"), self._begin, "plus")
        self.switch = link_button("", self._switch)
        self._written = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.group)
        self._box.addWidget(self.text)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.begin)
        foot.addStretch(1)
        foot.addWidget(self.switch)
        self._box.addLayout(foot)
        self._settle()

    def _begin(self) -> None:
        self.edited.emit({"all": [dict(BLANK)]}, "")
        if self.group.parts:
            self.group.parts[0].inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, raw: Mapping[str, Any], key: str) -> None:
        parts = raw[join_of(raw)]
        self.edited.emit(dict(raw) if parts else None, key)

    def _settle(self) -> None:
        has = bool(as_dict(self._value))
        self.begin.setVisible(not has and not self._written)
        self.group.setVisible(has and not self._written)
        self.text.setVisible(self._written)
        self.switch.setText(tr("Build from rows") if self._written else tr("Expression"))
        rows, written = tr("Choose fields and values instead"), tr("Write the rule as an expression")
        self.switch.setToolTip(rows if self._written else written)
        self.switch.setAccessibleName(self.switch.toolTip())

    def _switch(self) -> None:
        self._written = not self._written
        self._settle()
        if self._written:
            self.text.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_value(self, value: Any) -> None:
        self._value = value if isinstance(value, Mapping) else None
        if self._value:
            self.group.show_raw(self._value)
        self.text.show_value(self._value)
        self._settle()

    def fits(self, value: Any) -> bool:
        return value is None or (isinstance(value, Mapping) and _fits(value))

    def look_around(self) -> None:
        self.group.look_around()

    def tell(self, told: Told) -> Sequence[Problem]:
        return self.group.tell(told) if not self.group.isHidden() else flat(told)

    def inputs(self) -> Sequence[QWidget]:
        if self._written:
            return (*self.text.inputs(), self.switch)
        return (*((self.begin,) if self.group.isHidden() else self.group.inputs()), self.switch)

    def forget(self) -> None:
        self.group.forget()
        self.text.forget()


def _fits(raw: Mapping[str, Any], depth: int = 0) -> bool:
    join = join_of(raw)
    if not join:
        return not raw or fits_leaf(raw)
    return depth < 20 and all(isinstance(one, Mapping) and _fits(one, depth + 1) for one in raw[join])
