"""Decides how what contacts are assumed to do is shown and changed: a number a row, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.journeys.assumed import Assumptions, Rates
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.learned import Learned
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import muted, spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label

_MESSAGES = ("send_template", "send_window")
# Rate, what it is called, what it is a share of, and the kinds of step it counts for.
_SHARES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("taken", mark("WhatsApp takes it"), mark("Of the messages that are sent"), _MESSAGES),
    ("delivered", mark("Delivered"), mark("Of the messages that WhatsApp takes"), _MESSAGES),
    ("read", mark("Read"), mark("Of the messages that are delivered"), _MESSAGES),
    ("clicked", mark("Tap a button"), mark("Of those who read a message with buttons"), _MESSAGES),
    ("replied", mark("Reply"), mark("Of those who read"), _MESSAGES),
    ("stopped", mark("Of replies: stop"), mark("Of the replies, so many ask not to be written to again"), _MESSAGES),
    ("event", mark("An event comes"), mark("Of those who wait for an event"), ("wait_event",)),
    ("answered", mark("Requests answered"), mark("Of the requests to another system"), ("call_url",)),
)
_HOURS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("latest", mark("Read within"), mark("The latest that somebody reads or replies"), _MESSAGES),
    ("event_latest", mark("Event within"), mark("The latest that an event comes"), ("wait_event",)),
)


class RatesForm(QWidget):
    """The assumptions. ``changed`` says that a number is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assumed = Assumptions()
        self._learned: tuple[Learned, ...] = ()
        self.source = plain_label("caption", wrap=True)
        self.reset = link_button(tr("Reset"), lambda: self.show_assumptions(Assumptions()))
        self.reset.setToolTip(tr("Back to what this program assumes"))
        self.use_learned = QCheckBox(tr("Use what earlier messages show"))
        self.use_learned.setChecked(True)
        self.use_learned.toggled.connect(self._changed)
        self.fields: dict[str, QSpinBox] = {}
        self._rows: dict[str, tuple[tuple[str, ...], tuple[QWidget, ...]]] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for name, label, tip, kinds in _SHARES:
            self._share(name, tr(label), tr(tip), kinds)
        for name, label, tip, kinds in _HOURS:
            self._add(name, tr(label), tr(tip), kinds, spin_box(1, 720, 8), tr(" h"))
        self.seed = spin_box(1, 9999, 1)
        self.seed.setAccessibleName(tr("Chance"))
        self.seed.setToolTip(tr("The same number gives the same simulation"))
        self.seed.valueChanged.connect(self._changed)
        self._lay_out()
        self.show_assumptions(self._assumed)
        self.show_learned(())

    def _lay_out(self) -> None:
        title = QLabel(tr("What contacts do"))
        title.setProperty("role", "strong")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.reset)
        chance = QHBoxLayout()
        name = QLabel(tr("Chance"))
        name.setBuddy(self.seed)
        again = icon_button("shuffle", tr("Draw again"), lambda: self.seed.setValue(self.seed.value() % 9999 + 1))
        again.setIconSize(QSize(16, 16))
        chance.addWidget(name, 1)
        chance.addWidget(again)
        chance.addWidget(self.seed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self.source)
        box.addWidget(self.use_learned)
        box.addLayout(self._grid)
        box.addLayout(chance)
        box.addWidget(muted(tr("Caps and limits of countries are not simulated. They count when messages leave.")))
        self.seed.setMinimumWidth(88)

    # -- what is shown -------------------------------------------------------------------------------

    def show_journey(self, journey: Journey) -> None:
        """Show the numbers that count in a journey."""
        kinds = {step.kind for step in journey.steps.values() if not step.disabled}
        for some, widgets in self._rows.values():
            for widget in widgets:
                widget.setVisible(bool(kinds & set(some)))

    def show_assumptions(self, assumed: Assumptions) -> None:
        """Show other numbers."""
        self._assumed = assumed
        for name, field in self.fields.items():
            given: int = getattr(assumed.rates, name)
            field.setValue(round(given / 60) if name.endswith("latest") else round(given / 10))
        self.seed.setValue(assumed.seed)
        self._changed()

    def show_learned(self, learned: Sequence[Learned]) -> None:
        """Say which numbers are known better than assumed."""
        self._learned = tuple(learned)
        self.use_learned.setVisible(bool(learned))
        said = [
            tr("“{template}”: {share} % read, of {n}.", template=one.template, share=round(one.rates.read / 10),
               n=ntr("{n} message", "{n} messages", one.messages))
            for one in learned
        ]  # fmt: skip
        self.use_learned.setToolTip("\n".join(said))
        self._tell()

    @property
    def assumed(self) -> Assumptions:
        """What is shown."""
        shown = {
            name: field.value() * (60 if name.endswith("latest") else 10)
            for name, field in self.fields.items()
            # A number finer than what is shown stays as it is until it is changed.
            if field.value() != round(getattr(self._assumed.rates, name) / (60 if name.endswith("latest") else 10))
        }
        rates = msgspec.structs.replace(self._assumed.rates, **shown)
        return msgspec.structs.replace(self._assumed, rates=rates, seed=self.seed.value())

    @property
    def learns(self) -> bool:
        """Whether what is known of earlier messages goes before what is assumed."""
        return self.use_learned.isChecked()

    # -- inside --------------------------------------------------------------------------------------

    def _share(self, name: str, label: str, tip: str, kinds: tuple[str, ...]) -> None:
        field, slider = spin_box(0, 100, 0), QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setAccessibleName(label)
        slider.setToolTip(tip)
        slider.setMinimumWidth(48)
        wheel_needs_focus(slider)
        slider.valueChanged.connect(field.setValue)
        field.valueChanged.connect(slider.setValue)
        self._add(name, label, tip, kinds, field, tr(" %"), slider)

    def _add(
        self, name: str, label: str, tip: str, kinds: tuple[str, ...], field: QSpinBox, unit: str,
        slider: QSlider | None = None,
    ) -> None:  # fmt: skip
        field.setSuffix(unit)
        field.setAccessibleName(label)
        field.setAccessibleDescription(tip)
        field.setToolTip(tip)
        field.setMinimumWidth(88)
        wheel_needs_focus(field)
        field.valueChanged.connect(self._changed)
        words = QLabel(label)
        words.setWordWrap(True)
        words.setBuddy(field)
        words.setToolTip(tip)
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0)
        if slider is not None:
            self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(field, row, 2)
        self.fields[name] = field
        self._rows[name] = (kinds, (words, field, *((slider,) if slider is not None else ())))

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        own = self.assumed.rates != Rates()
        self.reset.setEnabled(own or self.assumed.seed != 1)
        if self._learned and self.learns:
            n = len(self._learned)
            said = ntr("Learned from earlier messages for {n} template.",
                       "Learned from earlier messages for {n} templates.", n)  # fmt: skip
            said += " " + (tr("The rest is set by you.") if own else tr("The rest is assumed."))
        elif own:
            said = tr("Set by you. Nobody knows yet what they will do.")
        else:
            said = tr("Assumed: nobody knows yet what they will do.")
        self.source.setText(said)
