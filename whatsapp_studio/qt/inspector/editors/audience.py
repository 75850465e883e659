"""Decides how an audience is chosen in a form: everybody, a segment, a list, or a rule, with how many that are now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, as_text, flat, under
from whatsapp_studio.qt.forms.plain import choice
from whatsapp_studio.qt.inspector.editors.picks import ListPick
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.rules.editor import RuleEditor
from whatsapp_studio.qt.rules.leaf import SegmentPick
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label

_SOON_MS = 250


def segment_of(value: Any) -> str | None:
    """The segment that an audience is: a rule that asks for one segment and nothing else."""
    match as_dict(value):
        case {"kind": "rule", "rule": {"segment": str(name), "op": "in", **rest}} if not rest:
            return name
        case _:
            return None


def _kind_of(value: Any) -> Any:
    return "segment" if segment_of(value) is not None else as_dict(value).get("kind")


class AudiencePick(Editor):
    """Four ways to say who. A segment is kept as the rule that asks for it, so that it means the same everywhere."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self._value: dict[str, Any] = {"kind": "all"}
        self.kind = choice(
            outlook, tr("{name}: kind", name=name),
            (
                ("all", tr("Everybody")), ("list", tr("A list")), ("segment", tr("A segment")), ("rule", tr("A rule")),
            ),
        )  # fmt: skip
        self.segment = SegmentPick(outlook, tr("{name}: segment", name=name))
        self.list = ListPick(outlook, tr("{name}: list", name=name))
        self.rule = RuleEditor(outlook, name)
        self.count = plain_label("caption")
        self._asking = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._ask)
        self.kind.edited.connect(self._kind_chosen)
        self.segment.edited.connect(lambda value, key: self._change(_asking_for(value), key))
        self.list.edited.connect(lambda value, key: self._change({"kind": "list", "list": value}, key))
        self.rule.edited.connect(lambda value, key: self._change({"kind": "rule", "rule": value}, key))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self.kind, self.segment, self.list, self.rule, self.count):
            box.addWidget(widget)
        self._settle()

    def _kind_chosen(self, kind: str, key: str) -> None:
        if kind == "segment":
            names = self.outlook.segment_names()
            self._change(_asking_for(names[0] if names else ""), key)
            return
        if kind == "rule" and segment_of(self._value) is not None:
            self._change({"kind": "rule", "rule": {"all": [self._value["rule"]]}}, key)
            return
        # What was chosen before stays beside it, for whoever comes back.
        fresh = {"list": "", "rule": None}
        self._change({"kind": kind, **({kind: self._value.get(kind, fresh[kind])} if kind in fresh else {})}, key)

    def _change(self, change: dict[str, Any], key: str) -> None:
        self._value = {**self._value, **change}
        self._settle()
        self.edited.emit(dict(self._value), key)

    def _settle(self) -> None:
        kind = _kind_of(self._value)
        self.segment.setVisible(kind == "segment")
        self.list.setVisible(kind == "list")
        self.rule.setVisible(kind == "rule")
        self.count.hide()
        self._soon.start()

    def _ask(self) -> None:
        wanted = dict(self._value)
        if self.isVisible():
            self._asking.ask(
                lambda: self.outlook.context.count(wanted), lambda count: self._show_count(wanted, count)
            )

    def _show_count(self, of: dict[str, Any], count: int | None) -> None:
        if of == self._value and count is not None:
            self.count.setText(ntr("{n} contact now", "{n} contacts now", count))
            self.count.show()

    def show_value(self, value: Any) -> None:
        found = as_dict(value)
        changed = found != self._value
        self._value = found
        self.kind.show_value(_kind_of(found))
        self.segment.show_value(segment_of(found))
        self.list.show_value(as_text(found.get("list")))
        self.rule.show_value(found.get("rule"))
        if changed:
            self._settle()

    def fits(self, value: Any) -> bool:
        match as_dict(value):
            case {"kind": "all"}:
                return True
            case {"kind": "list", **rest}:
                return isinstance(rest.get("list"), str)
            case {"kind": "rule", **rest}:
                return self.rule.fits(rest.get("rule"))
            case _:
                return False

    def look_around(self) -> None:
        self.segment.look_around()
        self.list.look_around()
        self.rule.look_around()
        self._soon.start()

    def tell(self, told: Told) -> Sequence[Problem]:
        inner = under(told, "rule")
        left = [p for key, some in told.items() if key.partition(".")[0] != "rule" for p in some]
        return [*left, *(flat(inner) if self.rule.isHidden() else self.rule.tell(inner))]

    def inputs(self) -> Sequence[QWidget]:
        shown = [one for one in (self.segment, self.list, self.rule) if not one.isHidden()]
        return [*self.kind.inputs(), *(widget for one in shown for widget in one.inputs())]

    def focus_inner(self, inner: str) -> QWidget | None:
        head, _, rest = inner.partition(".")
        if segment_of(self._value) is not None:
            return self.segment.focus_inner("")
        shown = {"list": self.list, "rule": self.rule}.get(head or as_text(self._value.get("kind")))
        return shown.focus_inner(rest) if shown is not None and not shown.isHidden() else super().focus_inner(inner)

    def forget(self) -> None:
        self.rule.forget()


def _asking_for(segment: str) -> dict[str, Any]:
    return {"kind": "rule", "rule": {"segment": segment, "op": "in"}}
