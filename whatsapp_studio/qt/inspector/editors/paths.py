"""Decides how the ordered paths of a step are edited: by rule, time, date, share, event and outcome."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from whatsapp_studio.base.i18n import ctr, mark, tr
from whatsapp_studio.journeys.graph import new_id
from whatsapp_studio.qt.forms.days import DayBox
from whatsapp_studio.qt.forms.editor import as_dict, as_int
from whatsapp_studio.qt.forms.plain import OneOf, WholeNumber
from whatsapp_studio.qt.forms.text import Line
from whatsapp_studio.qt.forms.words import WordChips
from whatsapp_studio.qt.inspector.editors.listing import Listing
from whatsapp_studio.qt.inspector.editors.picks import FieldPick
from whatsapp_studio.qt.inspector.editors.record import Record, Rows
from whatsapp_studio.qt.inspector.editors.text import LiquidLine
from whatsapp_studio.qt.inspector.editors.week import hours
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.rules.editor import RuleEditor
from whatsapp_studio.qt.widgets.buttons import link_button

_ON = (
    ("replied", mark("Replied")), ("clicked", mark("Clicked a button")), ("read", mark("Read")),
    ("delivered", mark("Delivered")), ("failed", mark("Failed")),
)  # fmt: skip
_KINDS = (("text", mark("Text")), ("number", ""), ("date", mark("Date")), ("boolean", mark("Yes or no")))


def mint() -> str:
    """An id for a new path: short, and the name of its output for ever."""
    return new_id()[:6]


def rule_paths(outlook: Outlook, name: str) -> Listing:
    """Named rules, tried in order."""
    return Listing(
        outlook, name, item=lambda o, n: Record(o, n, [[("rule", "", RuleEditor(o, n))]], base={"rule": None}),
        new=lambda _now: {"id": mint(), "name": "", "rule": None},
        word=mark("Path {n}"), named=tr("Name of the path"), add=tr("Add a path"),
    )  # fmt: skip


def time_paths(outlook: Outlook, name: str) -> Listing:
    """Named days and hours."""
    return Listing(
        outlook, name, item=hours,
        new=lambda _now: {"id": mint(), "name": "", "weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"},
        word=mark("Path {n}"), named=tr("Name of the path"), add=tr("Add a path"),
    )  # fmt: skip


def _period(outlook: Outlook, name: str) -> Record:
    first = DayBox(outlook, tr("{name}: first day", name=name))
    last = DayBox(outlook, tr("{name}: last day", name=name))
    rows = [[("from", tr("First day"), first)], [("to", tr("Last day"), last)]]
    return Record(outlook, name, rows, base={"from": "", "to": ""})


def date_paths(outlook: Outlook, name: str) -> Listing:
    """Named periods of days."""
    return Listing(
        outlook, name, item=_period, new=lambda _now: {"id": mint(), "name": "", "from": "", "to": ""},
        word=mark("Period {n}"), named=tr("Name of the path"), add=tr("Add a path"),
    )  # fmt: skip


class ShareList(Listing):
    """Named shares with their total; one button makes them equal."""

    def __init__(self, outlook: Outlook, name: str, *, weights: bool, parent: QWidget | None = None) -> None:
        label = tr("Weight") if weights else tr("Per cent")
        most = 1000 if weights else 100

        def share(o: Outlook, n: str) -> Record:
            number = WholeNumber(o, tr("{name}: {what}", name=n, what=label), 0, most, "" if weights else "%")
            return Record(o, n, [[("percent", "", number)]], base={"percent": 0})

        super().__init__(
            outlook, name, item=share, new=self._fresh, word=mark("Path {n}"), named=tr("Name of the path"),
            add=tr("Add a path"), inline=True, parent=parent,
        )  # fmt: skip
        self._weights = weights
        self.total = QLabel()
        self.evenly = link_button(tr("Share evenly"), self._share)
        self._foot.addWidget(self.evenly)
        self._box.addWidget(self.total)
        self._sum_up()

    def _fresh(self, now: Sequence[Any]) -> dict[str, Any]:
        left = 1 if self._weights else max(0, 100 - sum(as_int(as_dict(one).get("percent")) for one in now))
        return {"id": mint(), "name": chr(ord("A") + len(now)) if len(now) < 26 else "", "percent": left}

    def marked(self) -> Sequence[QWidget]:
        return [card.editor.inputs()[0] for card in self.cards if card.editor is not None]

    def _share(self) -> None:
        many = len(self._value)
        whole, rest = divmod(many if self._weights else 100, many or 1)
        self._change([{**as_dict(one), "percent": whole + (n < rest)} for n, one in enumerate(self._value)])

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._sum_up()

    def _sum_up(self) -> None:
        parts = [as_int(as_dict(one).get("percent")) for one in self._value]
        total = sum(parts)
        self.evenly.setVisible(len(parts) > 1)
        if self._weights:
            shares = " · ".join(tr("{n} %", n=round(100 * part / total)) for part in parts) if total else "–"
            self.total.setText(tr("Gives {shares}", shares=shares))
            role = "muted"
        else:
            self.total.setText(tr("Total {n} % of 100 %", n=total))
            role = "success" if total == 100 else "error"
        self.total.setVisible(bool(parts))
        self.total.setProperty("role", role)
        self.total.style().unpolish(self.total)
        self.total.style().polish(self.total)


def events(outlook: Outlook, name: str) -> Listing:
    """Events that race, each with a path."""
    return Listing(
        outlook, name,
        item=lambda o, n: Record(
            o, n, [[("event", tr("Event"), Line(o, tr("{name}: event", name=n), placeholder="order_placed"))]],
            base={"event": ""},
        ),
        new=lambda _now: {"id": mint(), "name": "", "event": ""},
        word=mark("Event {n}"), named=tr("Name (may stay empty)"), add=tr("Add an event"),
    )  # fmt: skip


def _outcome(outlook: Outlook, name: str) -> Record:
    options = [(value, tr(words)) for value, words in _ON]
    rows: Rows = [
        [("on", "", OneOf(outlook, tr("{name}: what happens", name=name), options))],
        [("keywords", tr("With one of these words (none: any)"), WordChips(outlook, tr("{name}: words", name=name)))],
        [("button", tr("Text of the button (empty: any)"), Line(outlook, tr("{name}: button", name=name)))],
    ]
    return Record(outlook, name, rows, hides=_no_words, base={"on": "replied", "keywords": [], "button": ""})


def _no_words(value: Mapping[str, Any]) -> Collection[str]:
    return {"replied": (), "clicked": ("keywords",)}.get(str(value.get("on")), ("keywords", "button"))


def outcomes(outlook: Outlook, name: str) -> Listing:
    """What a message may lead to, the first that happens wins."""
    return Listing(
        outlook, name, item=_outcome, new=_next_outcome, word=mark("Outcome {n}"), add=tr("Add an outcome"),
    )  # fmt: skip


def _next_outcome(now: Sequence[Any]) -> dict[str, Any]:
    taken = {as_dict(one).get("on") for one in now}
    on = next((value for value, _words in _ON if value not in taken), "replied")
    return {"id": mint(), "on": on, "keywords": [], "button": ""}


def event_fields(outlook: Outlook, name: str) -> Listing:
    """What an event carries: names with kinds."""
    kinds = [(value, tr(words) if words else ctr("kind of value", "Number")) for value, words in _KINDS]

    def carried(o: Outlook, n: str) -> Record:
        return Record(o, n, [[("kind", "", OneOf(o, tr("{name}: kind", name=n), kinds))]], base={"kind": "text"})

    return Listing(
        outlook, name, item=carried, new=lambda _now: {"name": "", "kind": "text"},
        word=mark("Value {n}"), named="order_number", add=tr("Add a value"), inline=True,
    )  # fmt: skip


def pairs(outlook: Outlook, name: str) -> Listing:
    """Names with values that may hold Liquid."""

    def pair(o: Outlook, n: str) -> Record:
        return Record(o, n, [[("value", "", LiquidLine(o, tr("{name}: value", name=n)))]], base={"value": ""})

    return Listing(
        outlook, name, item=pair, new=lambda _now: {"name": "", "value": ""},
        word=mark("Header {n}"), named="X-Source", add=tr("Add a header"),
    )  # fmt: skip


def contact_changes(outlook: Outlook, name: str) -> Listing:
    """Fields of the contact with their new values."""

    def change(o: Outlook, n: str) -> Record:
        rows: Rows = [
            [("field", tr("Field"), FieldPick(o, tr("{name}: field", name=n), ()))],
            [("value", tr("New value"), LiquidLine(o, tr("{name}: new value", name=n), placeholder=tr("Empty")))],
        ]
        return Record(o, n, rows, base={"field": "", "value": ""})

    return Listing(
        outlook, name, item=change, new=lambda _now: {"field": "", "value": ""},
        word=mark("Change {n}"), add=tr("Add a change"),
    )  # fmt: skip


def exit_rules(outlook: Outlook, name: str) -> Listing:
    """What takes a contact out of the journey at once."""
    options = (("rule", tr("A rule")), ("event", tr("An event")))

    def way_out(o: Outlook, n: str) -> Record:
        rows: Rows = [
            [("on", tr("When"), OneOf(o, tr("{name}: when", name=n), options))],
            [("rule", tr("Is true"), RuleEditor(o, n))],
            [("event", tr("Event"), Line(o, tr("{name}: event", name=n), placeholder="order_placed"))],
        ]
        return Record(o, n, rows, hides=_not_that, base={"on": "rule", "rule": None, "event": ""})

    return Listing(
        outlook, name, item=way_out,
        new=lambda _now: {"id": mint(), "name": "", "on": "rule", "rule": None, "event": ""},
        word=mark("Way out {n}"), named=tr("Name of the way out"), add=tr("Add a way out"),
        empty=tr("Nobody is taken out before the end."),
    )  # fmt: skip


def _not_that(value: Mapping[str, Any]) -> Collection[str]:
    return ("event",) if value.get("on") != "event" else ("rule",)


