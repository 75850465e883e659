"""Decides how a person says what a contact does at a message, which event comes, or what a system answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.asking import Answer, Ask, Does
from whatsapp_studio.journeys.duration import span
from whatsapp_studio.qt.widgets.buttons import primary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import spin_box
from whatsapp_studio.qt.widgets.whole_words import tell_whole

# Minutes, hours, days.
_UNITS = (1, 60, 1440)
# What takes no time, or no time that anybody chooses.
_AT_ONCE = ("refused", "silence", "nothing", "answered")


class Question(Card):
    """The question at one step. ``answered`` carries the answer."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("?", parent)
        self._can: list[tuple[Does, str]] = []
        self.title.setWordWrap(True)
        self.choice = QComboBox()
        tell_whole(self.choice)
        self.choice.setAccessibleName(tr("What happens"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.text = QLineEdit()
        self.text.setAccessibleName(tr("Text"))
        self.amount = spin_box(0, 999, 5)
        self.amount.setAccessibleName(tr("After how long"))
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("Unit of time"))
        self.unit.addItems([tr("min"), tr("hours"), tr("days")])
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.go_button = primary_button(tr("Go on"), self._go)
        self._when = QWidget()
        row = QHBoxLayout(self._when)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(tr("after")))
        row.addWidget(self.amount)
        row.addWidget(self.unit)
        row.addStretch(1)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        for widget in (self.choice, self.text, self._when):
            self.body.addWidget(widget)
        self.body.addWidget(self.go_button)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.text.returnPressed.connect(self._go)

    def ask(self, ask: Ask, name: str, what: str, answer: Answer | None) -> None:
        """Ask about a step called ``what``; ``answer`` is what was said before."""
        self._can = [
            (does, text)
            for does in ask.can
            for text in (ask.texts if does in ("clicked", "event") else ("",))
        ]
        self.title.setText(_question(ask, name, what))
        self.choice.clear()
        self.choice.addItems([_label(does, text) for does, text in self._can])
        at = next((n for n, one in enumerate(self._can) if answer is not None and _is(one, answer)), 0)
        self.choice.setCurrentIndex(at)
        self.text.setText(answer.text if answer is not None and answer.does in ("replied", "answered") else "")
        minutes = 5 if answer is None else answer.after
        place = max(n for n, size in enumerate(_UNITS) if n == 0 or (minutes >= size and minutes % size == 0))
        self.amount.setValue(minutes // _UNITS[place])
        self.unit.setCurrentIndex(place)
        self._chosen()

    def _chosen(self) -> None:
        does = self._does()
        self.text.setVisible(does in ("replied", "answered"))
        self.text.setPlaceholderText(tr("What they write") if does == "replied" else tr("What comes back"))
        self._when.setVisible(does not in _AT_ONCE)

    def _does(self) -> Does:
        at = self.choice.currentIndex()
        return self._can[at][0] if 0 <= at < len(self._can) else "nothing"

    def _go(self) -> None:
        at = self.choice.currentIndex()
        if not 0 <= at < len(self._can):
            return
        does, text = self._can[at]
        if does in ("replied", "answered"):
            text = self.text.text().strip()
        minutes = self.amount.value() * _UNITS[self.unit.currentIndex()]
        self.answered.emit(Answer(does, text, 0 if does in _AT_ONCE else minutes))


def _is(can: tuple[Does, str], answer: Answer) -> bool:
    does, text = can
    return does == answer.does and (does not in ("clicked", "event") or text == answer.text)


def told(answer: Answer) -> str:
    """What was answered, as a sentence."""
    label = {
        "replied": tr("Replies “{text}”", text=answer.text), "answered": tr("Answers “{text}”", text=answer.text),
    }.get(answer.does) or _label(answer.does, answer.text)  # fmt: skip
    if answer.does in _AT_ONCE or not answer.after:
        return tr("{what}.", what=label)
    return tr("{what} after {span}.", what=label, span=span(answer.after))


def _question(ask: Ask, name: str, what: str) -> str:
    if "event" in ask.can:
        return tr("What happens while {name} waits at “{what}”?", name=name, what=what)
    if "answered" in ask.can:
        return tr("What does the other system do at “{what}”?", what=what)
    return tr("What does {name} do with “{what}”?", name=name, what=what)


def _label(does: Does, text: str) -> str:
    match does:
        case "clicked":
            return tr("Taps “{button}”", button=text)
        case "event":
            return tr("“{event}” happens", event=text)
        case _:
            return {
                "read": tr("Reads it"), "replied": tr("Replies…"), "delivered": tr("Gets it and leaves it unread"),
                "nothing": tr("Nothing"), "undelivered": tr("It cannot be delivered"),
                "refused": tr("It is refused"), "silence": tr("Nobody hears of it again"), "answered": tr("Answers…"),
            }.get(does, does)  # fmt: skip
