"""Decides how a rule is edited: built from rows and groups, or written as an expression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, flat
from whatsapp_studio.qt.rules.expression import RuleText
from whatsapp_studio.qt.rules.group import Group
from whatsapp_studio.qt.rules.leaf import BLANK, fits_leaf
from whatsapp_studio.qt.rules.moves import join_of
from whatsapp_studio.qt.rules.sight import Sight
from whatsapp_studio.qt.widgets.buttons import link_button


class RuleEditor(Editor):
    """A rule or none, in rows or as an expression: two views of the same value."""

    def __init__(self, sight: Sight, name: str, parent: QWidget | None = None) -> None:
        super().__init__(sight, name, parent)
        self._value: Any = None
        self.group = Group(sight, name)
        self.group.changed.connect(self._changed)
        self.text = RuleText(sight, name)
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
