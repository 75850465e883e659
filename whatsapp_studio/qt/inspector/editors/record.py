"""Decides how a value with named members is shown: an editor for each, in rows, some only where they count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, flat, under
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.widgets.fields import ErrorLine

Rows = Sequence[Sequence[tuple[str, str, Editor]]]
Hides = Callable[[Mapping[str, Any]], Collection[str]]


class Member(QWidget):
    """One member: its label, its editor, and what is wrong with it."""

    def __init__(self, key: str, label: str, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.editor = key, editor
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        if label:
            name = QLabel(label)
            name.setProperty("role", "caption")
            name.setWordWrap(True)
            box.addWidget(name)
        box.addWidget(editor)
        self.error = ErrorLine()
        box.addWidget(self.error)


class Record(Editor):
    """``rows`` hold (key, label, editor); ``hides`` says which keys do not count with a value.

    Members of the value that no editor is for are kept. ``base`` is what a missing value starts from.
    """

    def __init__(
        self, outlook: Outlook, name: str, rows: Rows,
        hides: Hides = lambda _value: (), base: Mapping[str, Any] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(outlook, name, parent)
        self._hides, self._base = hides, dict(base or {})
        self._value: dict[str, Any] = dict(self._base)
        self.members: dict[str, Member] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(8)
            for key, label, editor in row:
                member = Member(key, label, editor)
                editor.edited.connect(lambda value, merge, key=key: self._changed(key, value, merge))
                self.members[key] = member
                line.addWidget(member, 1, Qt.AlignmentFlag.AlignTop)
            box.addLayout(line)
        self._settle()

    def _changed(self, key: str, value: Any, merge: str) -> None:
        self._value = {**self._value, key: value}
        self._settle()
        self.edited.emit(dict(self._value), merge and f"{key}.{merge}")

    def _settle(self) -> None:
        hidden = self._hides(self._value)
        for key, member in self.members.items():
            member.setVisible(key not in hidden)

    def show_value(self, value: Any) -> None:
        self._value = {**self._base, **as_dict(value)}
        for key, member in self.members.items():
            member.editor.show_value(self._value.get(key))
        self._settle()

    def fits(self, value: Any) -> bool:
        if not isinstance(value, Mapping):
            return False
        hidden = self._hides(value)
        return all(
            member.editor.fits(value[key] if key in value else self._base.get(key))
            for key, member in self.members.items()
            if key not in hidden
        )

    def look_around(self) -> None:
        for member in self.members.values():
            member.editor.look_around()

    def tell(self, told: Told) -> Sequence[Problem]:
        left = list(told.get("", ()))
        for key, member in self.members.items():
            here = list(member.editor.tell(under(told, key)))
            if member.isHidden():
                left += here
                here = []
            member.error.say(here[0] if here else None)
        known = {inner: some for inner, some in told.items() if inner and inner.partition(".")[0] not in self.members}
        return left + flat(known)

    def inputs(self) -> Sequence[QWidget]:
        return [one for member in self.members.values() if not member.isHidden() for one in member.editor.inputs()]

    def focus_inner(self, inner: str) -> QWidget | None:
        head, _, rest = inner.partition(".")
        member = self.members.get(head)
        return member.editor.focus_inner(rest) if member is not None else super().focus_inner(inner)

    def forget(self) -> None:
        for member in self.members.values():
            member.editor.forget()
