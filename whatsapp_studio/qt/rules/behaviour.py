"""Decides how it is entered of which messages or journeys something happened, and within which time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.audience.rules_tree import ABOUTS, IN_JOURNEYS, MOST_DAYS
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.editor import Editor, as_dict, as_int, as_text
from whatsapp_studio.qt.forms.plain import OneOf, Pick, WholeNumber
from whatsapp_studio.qt.rules.sight import Sight

# What can have happened, as the first box of a comparison says it.
DID_WORDS = {
    "sent": mark("Message was sent"), "delivered": mark("Message was delivered"), "read": mark("Message was read"),
    "replied": mark("Replied to a message"), "clicked": mark("Tapped a button"), "failed": mark("Message failed"),
    "entered": mark("Entered a journey"), "inside": mark("Is in a journey"), "finished": mark("Left a journey"),
}  # fmt: skip
_ABOUT = {
    "template": mark("Template {name}"), "campaign": mark("Campaign {name}"), "journey": mark("Journey {name}"),
}  # fmt: skip
_FIRST_DAYS = 30


class _AboutPick(Pick):
    """Any message, or those of one template, campaign or journey."""

    def missing(self, value: str) -> str:
        about, _, name = value.partition(":")
        said = tr(_ABOUT[about], name=name) if about in _ABOUT else name
        return tr("{name} (no longer there)", name=said)


class Happening(Editor):
    """Of what it happened and when: ``{"template": "spring_offer", "days": 30}``; nothing in it is any, and ever."""

    outlook: Sight

    def __init__(self, sight: Sight, name: str, did: str, parent: QWidget | None = None) -> None:
        super().__init__(sight, name, parent)
        self._did = did
        self._value: dict[str, Any] = {}
        self.about = _AboutPick(sight, tr("{name}: of what", name=name))
        self.when = OneOf(
            sight, tr("{name}: when", name=name), (("ever", tr("At any time")), ("days", tr("In the last"))),
        )  # fmt: skip
        self.days = WholeNumber(sight, tr("{name}: days", name=name), 1, MOST_DAYS, tr("days"))
        self.about.edited.connect(lambda key, _key: self._about_chosen(key))
        self.when.edited.connect(lambda when, _key: self._change(days=_FIRST_DAYS if when == "days" else None))
        self.days.edited.connect(lambda days, _key: self._change("days", days=days))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6 if sight.wide else 4)
        box.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(8 if sight.wide else 4)
        row.addWidget(self.when, 1)
        row.addWidget(self.days, 1)
        box.addLayout(row)
        self.when.setVisible(did != "inside")
        self.setFocusProxy(self.about)
        self.look_around()

    def look_around(self) -> None:
        of_journeys = self._did in IN_JOURNEYS
        options = [("any", tr("Any journey") if of_journeys else tr("Any message"))]
        for about in ABOUTS[1:]:
            if about == "journey" or not of_journeys:
                names = self.outlook.names_of(about)
                options += [(f"{about}:{name}", tr(_ABOUT[about], name=name)) for name in names]
        self.about.set_options(options)

    def _about_chosen(self, key: str) -> None:
        about, _, name = key.partition(":")
        kept = {"days": self._value["days"]} if "days" in self._value else {}
        self._value = {**({about: name} if about != "any" else {}), **kept}
        self.edited.emit(dict(self._value), "")

    def _change(self, key: str = "", *, days: int | None) -> None:
        self._value = {name: value for name, value in self._value.items() if name != "days"}
        if days is not None:
            self._value["days"] = days
        self._settle()
        self.edited.emit(dict(self._value), key)

    def _settle(self) -> None:
        days = self._value.get("days")
        self.when.show_value("ever" if days is None else "days")
        self.days.setVisible(days is not None and self._did != "inside")
        self.days.show_value(as_int(days, _FIRST_DAYS))

    def show_value(self, value: Any) -> None:
        self._value = {name: one for name, one in as_dict(value).items() if name in (*ABOUTS, "days")}
        about = next((one for one in ABOUTS[1:] if one in self._value), "any")
        self.about.show_value("any" if about == "any" else f"{about}:{as_text(self._value[about])}")
        self._settle()

    def fits(self, value: Any) -> bool:
        return isinstance(value, dict)

    def inputs(self) -> Sequence[QWidget]:
        shown = [one for one in (self.about, self.when, self.days) if not one.isHidden()]
        return [widget for one in shown for widget in one.inputs()]
