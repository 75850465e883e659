"""Decides how one comparison of a rule is built: a field, an operator of its kind, and a value of its shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.days import DayBox
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, as_text, flat
from whatsapp_studio.qt.forms.plain import OneOf, Pick, WholeNumber
from whatsapp_studio.qt.forms.text import Line
from whatsapp_studio.qt.forms.words import WordChips
from whatsapp_studio.qt.inspector.editors.picks import ListPick
from whatsapp_studio.qt.inspector.editors.rule_ops import Shape, kind_of_field, ops, shape_of
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import ErrorLine

_SAYS = (("yes", mark("given")), ("no", mark("withdrawn")), ("unknown", mark("not known")))
BLANK = {"field": "", "op": "is", "value": ""}
# What the first box holds for what is no field.
_LIST, _CONSENT = "list:", "consent:"


class NumberLine(Line):
    """A number as it is typed; what is none yet is kept as text, for the checks to speak of."""

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent=parent)
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(lambda text: self.edited.emit(read_number(text), "number"))

    def show_value(self, value: Any) -> None:
        if read_number(self.line.text()) != value:
            super().show_value(value)

    def fits(self, value: Any) -> bool:
        return isinstance(value, (int, float)) and not isinstance(value, bool)


def read_number(text: str) -> int | float | str:
    """A number where the text is one."""
    plain = text.strip().replace(",", ".")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        found = float(plain)
    except ValueError:
        return text
    return found if abs(found) < 1e15 else text


class Leaf(QFrame):
    """A row of the rule builder. ``changed`` carries the comparison as kept, ``removed`` that it goes."""

    changed = Signal(object, str)
    removed = Signal()

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outlook, self._name = outlook, name
        self._raw: dict[str, Any] = {}
        self._shape: Shape | None = None
        self.value: Editor | None = None
        self.what = Pick(outlook, tr("{name}: what", name=name))
        self.op = Pick(outlook, tr("{name}: comparison", name=name))
        self.remove = icon_button("x", tr("Remove this comparison"), self.removed.emit)
        self.error = ErrorLine()
        self.what.edited.connect(lambda value, _key: self._field_chosen(value))
        self.op.edited.connect(lambda value, _key: self._op_chosen(value))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.what, 1)
        top.addWidget(self.remove)
        self._below = QHBoxLayout()
        self._below.setSpacing(4)
        self._below.addWidget(self.op, 1)
        box.addLayout(top)
        box.addLayout(self._below)
        box.addWidget(self.error)
        self.look_around()

    # -- what the person does ------------------------------------------------------------------------

    def _change(self, raw: dict[str, Any], key: str = "") -> None:
        self._raw = raw
        self._settle()
        self.changed.emit(dict(raw), key)

    def _field_chosen(self, key: str) -> None:
        if key == _LIST:
            lists = self.outlook.document.surroundings.lists
            self._change({"list": lists[0] if lists else "", "op": "in"})
        elif key == _CONSENT:
            self._change({"consent": "marketing", "op": "is", "value": "yes"})
        else:
            kind = kind_of_field(self.outlook, key)
            op = ops(kind)[0][0]
            self._change({"field": key, "op": op, **_blank(shape_of(op, kind))})

    def _op_chosen(self, op: str) -> None:
        if "field" not in self._raw:
            self._change({**self._raw, "op": op})
            return
        kind = kind_of_field(self.outlook, as_text(self._raw["field"]))
        before, after = shape_of(as_text(self._raw.get("op")), kind), shape_of(op, kind)
        kept = {"value": self._raw["value"]} if before == after and "value" in self._raw else _blank(after)
        self._change({"field": self._raw["field"], "op": op, **kept})

    def _value_edited(self, value: Any, key: str) -> None:
        where = "list" if "list" in self._raw else "value"
        self._change({**self._raw, where: value}, f"value.{key}" if key else "")

    # -- mirroring -----------------------------------------------------------------------------------

    def show_raw(self, raw: Mapping[str, Any]) -> None:
        """Mirror a comparison, whatever it is."""
        self._raw = dict(raw)
        self._settle()

    def look_around(self) -> None:
        """Fields and lists may be others now."""
        fields = [(f"contact.{name}", words) for name, words in self.outlook.contact_fields()]
        fields += self.outlook.beside()
        self.what.box.setPlaceholderText(tr("Choose a field"))
        self.what.set_options([*fields, (_LIST, tr("List")), (_CONSENT, tr("Marketing consent"))])
        if self.value is not None:
            self.value.look_around()

    def _settle(self) -> None:
        raw = self._raw
        self.op.setVisible("consent" not in raw and (bool(raw.get("field")) or "list" in raw))
        if "list" in raw:
            self.what.show_value(_LIST)
            self.op.set_options((("in", tr("is on")), ("not_in", tr("is not on"))))
            self._value_editor("list", raw.get("list"))
        elif "consent" in raw:
            self.what.show_value(_CONSENT)
            self._value_editor("consent", raw.get("value"))
        else:
            field = as_text(raw.get("field"))
            self.what.show_value(field if "." in field or not field else f"contact.{field}")
            kind = kind_of_field(self.outlook, field)
            self.op.set_options(ops(kind))
            self._value_editor(shape_of(as_text(raw.get("op")), kind) if field else "none", raw.get("value"))
        self.op.show_value(raw.get("op"))

    def _value_editor(self, shape: Shape, value: Any) -> None:
        if shape != self._shape:
            self._shape = shape
            if self.value is not None:
                self._below.removeWidget(self.value)
                self.value.hide()
                self.value.deleteLater()
            self.value = self._made(shape)
            if self.value is not None:
                self.value.edited.connect(self._value_edited)
                wide = shape in ("date", "days", "texts")
                self._below.setDirection(
                    QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight
                )
                self._below.addWidget(self.value, 1)
                self.value.show()
        if self.value is not None:
            self.value.show_value(value)

    def _made(self, shape: Shape) -> Editor | None:
        name = tr("{name}: value", name=self._name)
        match shape:
            case "text":
                return Line(self.outlook, name)
            case "number":
                return NumberLine(self.outlook, name)
            case "date":
                return DayBox(self.outlook, name)
            case "days":
                return WholeNumber(self.outlook, name, 0, 36_500, tr("days"))
            case "texts":
                return WordChips(self.outlook, name)
            case "list":
                return ListPick(self.outlook, name)
            case "consent":
                return OneOf(self.outlook, name, [(value, tr(words)) for value, words in _SAYS])
            case _:
                return None

    def tell(self, told: Told) -> Sequence[Problem]:
        """Say what is wrong with the comparison; nothing is left over."""
        problems = flat(told)
        self.error.say(problems[0] if problems else None)
        return ()

    def inputs(self) -> list[QWidget]:
        """What can be typed into or clicked, in reading order."""
        shown = [*self.what.inputs(), self.remove]
        if not self.op.isHidden():
            shown += self.op.inputs()
        return [*shown, *(self.value.inputs() if self.value is not None else ())]

    def forget(self) -> None:
        if self.value is not None:
            self.value.forget()


def fits_leaf(raw: Mapping[str, Any]) -> bool:
    """Whether a comparison has a shape that the builder can show."""
    found = as_dict(raw)
    if "list" in found:
        return isinstance(found["list"], str) and found.get("op") in ("in", "not_in")
    if "consent" in found:
        return isinstance(found.get("value"), str)
    return isinstance(found.get("field"), str) and isinstance(found.get("op"), str)


def _blank(shape: Shape) -> dict[str, Any]:
    blanks: dict[str, Any] = {"text": "", "number": "", "date": "", "days": 7, "texts": []}
    return {"value": blanks[shape]} if shape in blanks else {}
