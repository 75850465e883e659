"""Decides how a cap is written: so many messages of a purpose, in a time that rolls or is of the calendar."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.caps import MOST_DAYS, ROLLING, Cap
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.settings.rules import words
from whatsapp_studio.qt.settings.rules.dialog import RuleDialog
from whatsapp_studio.qt.widgets.fields import FormRow, muted, spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label

PURPOSES = (
    ("marketing", mark("Marketing")), ("utility", mark("Utility")), ("any", mark("Marketing and utility together")),
)  # fmt: skip
_WINDOWS = (
    ("days", mark("Any so many days")), ("hours", mark("Any so many hours")), ("day", mark("A day of the calendar")),
    ("week", mark("A week, from Monday")), ("month", mark("A month of the calendar")),
)  # fmt: skip


class CapDialog(RuleDialog):
    """A new cap, or one that is changed; the sentence below says what it will do."""

    def __init__(self, studio: Studio, cap: Cap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Edit cap") if cap else tr("New cap"), parent)
        self._studio = studio
        self._cap = cap or Cap(window="days", length=7)
        self.name = QLineEdit(self._cap.name)
        self.form.addWidget(FormRow(tr("&Name"), self.name, tr("Reports name it where somebody is left out by it.")))
        self.most = spin_box(1, 10_000, self._cap.most)
        self.purpose = chooser(PURPOSES, self._cap.purpose, tr("Purpose"))
        self.window_ = chooser(_WINDOWS, self._cap.window, tr("Time"))
        self.length = spin_box(1, MOST_DAYS * 24, self._cap.length)
        for box in (self.most, self.length):
            wheel_needs_focus(box)
            box.valueChanged.connect(lambda _value: self._say())
        for combo in (self.purpose, self.window_):
            combo.currentIndexChanged.connect(lambda _index: self._say())
        self.form.addLayout(beside(FormRow(tr("&At most"), self.most), FormRow(tr("Of &purpose"), self.purpose)))
        self._many = FormRow(tr("&How many"), self.length)
        self.form.addLayout(beside(FormRow(tr("&Within"), self.window_), self._many))
        self.sentence = plain_label("strong", wrap=True)
        self.form.addWidget(self.sentence)
        self.about = muted("")
        self.form.addWidget(self.about)
        self.enabled = QCheckBox(tr("Switched &on"))
        self.enabled.setChecked(self._cap.enabled)
        self.form.addWidget(self.enabled)
        self._say()
        self.ready(480)

    def cap(self) -> Cap:
        """What is entered; without a name it is called by what it does."""
        found = msgspec.structs.replace(
            self._cap, most=self.most.value(), purpose=self.purpose.currentData(), window=self.window_.currentData(),
            length=self.length.value() if self.window_.currentData() in ROLLING else 1,
            enabled=self.enabled.isChecked(),
        )  # fmt: skip
        return msgspec.structs.replace(found, name=self.name.text().strip() or words.cap(found))

    def work(self) -> Callable[[], object]:
        rules, cap = self._studio.rules, self.cap()
        return lambda: rules.save_cap(cap)

    def _say(self) -> None:
        self.error.say(None)
        rolling = self.window_.currentData() in ROLLING
        self._many.setVisible(rolling)
        found = msgspec.structs.replace(self.cap(), name="")
        self.sentence.setText(words.cap(found))
        self.name.setPlaceholderText(words.cap(found))
        counts = tr("Counted back from the moment of each message.")
        self.about.setText(counts if rolling else tr("By the calendar of each person, in their own time zone."))


def chooser(options: tuple[tuple[str, str], ...], value: str, name: str) -> QComboBox:
    """A list to choose from, of values with marked words."""
    box = QComboBox()
    box.setAccessibleName(name)
    for code, text in options:
        box.addItem(tr(text), code)
    box.setCurrentIndex(max(0, box.findData(value)))
    wheel_needs_focus(box)
    return box


def beside(*parts: QWidget) -> QHBoxLayout:
    """Fields in one line, each as wide."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for one in parts:
        row.addWidget(one, 1)
    return row
