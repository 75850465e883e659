"""Decides how one comparison of a rule is built: a field, an operator of its kind, and a value of its shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, as_text, flat
from whatsapp_studio.qt.forms.plain import OneOf, Pick
from whatsapp_studio.qt.rules.behaviour import DID_WORDS, Happening
from whatsapp_studio.qt.rules.part_menu import PartMenu
from whatsapp_studio.qt.rules.sight import Shape, Sight, ops, shape_of
from whatsapp_studio.qt.rules.values import value_editor
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import ErrorLine

_SAYS = (("yes", mark("given")), ("no", mark("withdrawn")), ("unknown", mark("not known")))
BLANK = {"field": "", "op": "is", "value": ""}
# What the first box holds for what is no field.
LIST, SEGMENT, CONSENT, UTILITY, DID = "list:", "segment:", "consent:", "consent:utility", "did:"
# A comparison is known by its first words; its tip says all of them.
_OP_LETTERS = 9
# Values that want a line of their own in a narrow form.
_LONG = ("date", "days", "texts", "did")


class ListPick(Pick):
    """A contact list by name."""

    outlook: Sight

    def __init__(self, sight: Sight, name: str, parent: QWidget | None = None) -> None:
        super().__init__(sight, name, parent=parent)
        self.look_around()

    def look_around(self) -> None:
        lists = self.outlook.list_names()
        self.box.setPlaceholderText(tr("Choose a list") if lists else tr("There are no lists yet"))
        self.set_options([(one, one) for one in lists])

    def missing(self, value: str) -> str:
        return tr("{name} (no such list here)", name=value)


class SegmentPick(Pick):
    """A segment by name."""

    outlook: Sight

    def __init__(self, sight: Sight, name: str, parent: QWidget | None = None) -> None:
        super().__init__(sight, name, parent=parent)
        self.look_around()

    def look_around(self) -> None:
        names = self.outlook.segment_names()
        self.box.setPlaceholderText(tr("Choose a segment") if names else tr("There are no segments yet"))
        self.set_options([(one, one) for one in names])

    def missing(self, value: str) -> str:
        return tr("{name} (no such segment here)", name=value)


class Leaf(QFrame):
    """A row of the rule builder. ``changed`` carries the comparison as kept, ``deed`` what is to be done with it."""

    changed = Signal(object, str)
    deed = Signal(str)

    def __init__(self, sight: Sight, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sight, self._name = sight, name
        self._raw: dict[str, Any] = {}
        self._form: tuple[str, ...] = ()
        self.value: Editor | None = None
        self.what = Pick(sight, tr("{name}: what", name=name))
        self.op = Pick(sight, tr("{name}: comparison", name=name))
        self.menu = PartMenu(tr("Move or copy {what}", what=name), group=False, keys=sight.wide)
        self.menu.chosen.connect(self.deed)
        self.remove = icon_button("x", tr("Remove this comparison"), lambda: self.deed.emit("remove"))
        self.error = ErrorLine()
        self.what.edited.connect(lambda value, _key: self._field_chosen(value))
        self.op.edited.connect(lambda value, _key: self._op_chosen(value))
        self._lay_out()
        self.look_around()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(4)
        self._below = QHBoxLayout()
        self._below.setSpacing(4)
        self._below.addWidget(self.op, 1)
        top.addWidget(self.what, 3)
        if self.sight.wide:
            top.setSpacing(8)
            self._below.setSpacing(8)
            self._below.setStretch(0, 3)
            self.op.box.setMinimumContentsLength(_OP_LETTERS)
            top.addLayout(self._below, 6)
        for button in (self.menu, self.remove):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for one, within in ((self.what, top), (self.op, self._below)):
            within.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        box.addLayout(top)
        if not self.sight.wide:
            box.addLayout(self._below)
        box.addWidget(self.error)

    # -- what the person does ------------------------------------------------------------------------

    def _change(self, raw: dict[str, Any], key: str = "") -> None:
        self._raw = raw
        self._settle()
        self.changed.emit(dict(raw), key)

    def _field_chosen(self, key: str) -> None:
        if key == LIST:
            lists = self.sight.list_names()
            self._change({"list": lists[0] if lists else "", "op": "in"})
        elif key == SEGMENT:
            self._change({"segment": next(iter(self.sight.segment_names()), ""), "op": "in"})
        elif key in (CONSENT, UTILITY):
            purpose = "marketing" if key == CONSENT else "utility"
            self._change({"consent": purpose, "op": "is", "value": self._raw.get("value") if self._says() else "yes"})
        elif key.startswith(DID):
            self._change({"did": key.removeprefix(DID), "op": "did"})
        else:
            kind = self.sight.kind_of(key)
            op = ops(kind)[0][0]
            self._change({"field": key, "op": op, **_blank(shape_of(op, kind))})

    def _says(self) -> bool:
        return "consent" in self._raw

    def _op_chosen(self, op: str) -> None:
        if "field" not in self._raw:
            self._change({**self._raw, "op": op})
            return
        kind = self.sight.kind_of(as_text(self._raw["field"]))
        before, after = shape_of(as_text(self._raw.get("op")), kind), shape_of(op, kind)
        kept = {"value": self._raw["value"]} if before == after and "value" in self._raw else _blank(after)
        self._change({"field": self._raw["field"], "op": op, **kept})

    def _value_edited(self, value: Any, key: str) -> None:
        if "did" in self._raw:
            base = {name: one for name, one in self._raw.items() if name in ("did", "op")}
            self._change({**base, **value}, f"value.{key}" if key else "")
            return
        where = next((one for one in ("list", "segment") if one in self._raw), "value")
        self._change({**self._raw, where: value}, f"value.{key}" if key else "")

    # -- mirroring -----------------------------------------------------------------------------------

    def show_raw(self, raw: Mapping[str, Any]) -> None:
        """Mirror a comparison, whatever it is."""
        self._raw = dict(raw)
        self._settle()

    def look_around(self) -> None:
        """Fields and lists may be others now."""
        self.what.box.setPlaceholderText(tr("Choose a field"))
        self.what.set_options([
            *self.sight.rule_fields(), (LIST, tr("List")), (SEGMENT, tr("Segment")),
            (CONSENT, tr("Marketing consent")), (UTILITY, tr("Consent to service messages")),
            *((f"{DID}{did}", tr(words)) for did, words in DID_WORDS.items()),
        ])  # fmt: skip
        if self.value is not None:
            self.value.look_around()

    def _settle(self) -> None:
        raw = self._raw
        self.op.setVisible(not self._says() and (bool(raw.get("field")) or "field" not in raw))
        if "list" in raw:
            self.what.show_value(LIST)
            self.op.set_options((("in", tr("is on")), ("not_in", tr("is not on"))))
            self._value_editor(("list",), raw.get("list"))
        elif "segment" in raw:
            self.what.show_value(SEGMENT)
            self.op.set_options((("in", tr("contains them")), ("not_in", tr("does not contain them"))))
            self._value_editor(("segment",), raw.get("segment"))
        elif "did" in raw:
            self.what.show_value(f"{DID}{as_text(raw['did'])}")
            self.op.set_options((("did", tr("yes")), ("did_not", tr("no"))))
            self._value_editor(("did", as_text(raw["did"])), raw)
        elif "consent" in raw:
            self.what.show_value(UTILITY if raw["consent"] == "utility" else CONSENT)
            self._value_editor(("consent",), raw.get("value"))
        else:
            field = as_text(raw.get("field"))
            full = field if "." in field or not field else f"contact.{field}"
            self.what.show_value(full)
            kind = self.sight.kind_of(field)
            self.op.set_options(ops(kind))
            shape = shape_of(as_text(raw.get("op")), kind) if field else "none"
            self._value_editor((shape, full), raw.get("value"))
        self.op.show_value(raw.get("op", "did" if "did" in raw else None))

    def _value_editor(self, form: tuple[str, ...], value: Any) -> None:
        if form != self._form and not (self.value is not None and self._keeps(form)):
            if self.value is not None:
                self._below.removeWidget(self.value)
                self.value.hide()
                self.value.deleteLater()
            self.value = self._made(form)
            if self.value is not None:
                self.value.edited.connect(self._value_edited)
                self._place(form[0])
                self.value.show()
        self._form = form
        if self.value is not None:
            self.value.show_value(value)

    def _keeps(self, form: tuple[str, ...]) -> bool:
        """Whether the editor that is there suits, although the field is another."""
        same = self._form[:1] == form[:1] and len(form) > 1
        return same and form[0] not in ("text", "texts", "did")

    def _place(self, form: str) -> None:
        assert self.value is not None
        if self.sight.wide:
            self._below.addWidget(self.value, 6 if form == "did" else 4, Qt.AlignmentFlag.AlignTop)
            return
        across = QBoxLayout.Direction.LeftToRight
        self._below.setDirection(QBoxLayout.Direction.TopToBottom if form in _LONG else across)
        self._below.addWidget(self.value, 1)

    def _made(self, form: tuple[str, ...]) -> Editor | None:
        name = tr("{name}: value", name=self._name)
        if form[0] == "list":
            return ListPick(self.sight, name)
        if form[0] == "segment":
            return SegmentPick(self.sight, name)
        if form[0] == "did":
            return Happening(self.sight, name, form[1])
        if form[0] == "consent":
            return OneOf(self.sight, name, [(value, tr(words)) for value, words in _SAYS])
        shape: Shape = form[0]  # type: ignore[assignment]
        return value_editor(self.sight, form[1], shape, name)

    def tell(self, told: Told) -> Sequence[Problem]:
        """Say what is wrong with the comparison; nothing is left over."""
        problems = flat(told)
        self.error.say(problems[0] if problems else None)
        return ()

    def inputs(self) -> list[QWidget]:
        """What can be typed into or clicked, in reading order."""
        shown = [*self.what.inputs()]
        if not self.op.isHidden():
            shown += self.op.inputs()
        return [*shown, *(self.value.inputs() if self.value is not None else ()), self.menu, self.remove]

    def forget(self) -> None:
        if self.value is not None:
            self.value.forget()


def fits_leaf(raw: Mapping[str, Any]) -> bool:
    """Whether a comparison has a shape that the builder can show."""
    found = as_dict(raw)
    if "list" in found:
        return isinstance(found["list"], str) and found.get("op") in ("in", "not_in")
    if "segment" in found:
        return isinstance(found["segment"], str) and found.get("op") in ("in", "not_in")
    if "did" in found:
        return isinstance(found["did"], str) and found.get("op", "did") in ("did", "did_not")
    if "consent" in found:
        return isinstance(found.get("value"), str)
    return isinstance(found.get("field"), str) and isinstance(found.get("op"), str)


def _blank(shape: Shape) -> dict[str, Any]:
    blanks: dict[str, Any] = {"text": "", "number": "", "date": "", "days": 7, "texts": []}
    return {"value": blanks[shape]} if shape in blanks else {}
