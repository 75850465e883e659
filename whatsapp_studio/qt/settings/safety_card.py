"""Decides what guards every campaign: the number to type, seconds to undo, failures that pause it, a second look."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import FormRow, muted, spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import with_letters

_SOON_MS = 400


class SafetyCard(Card):
    """Each value counts for every campaign that is sent from now on."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Before and while a campaign is sent"), parent)
        self._studio, settings = studio, studio.settings
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._keep)
        self.typed = spin_box(0, 100_000, settings.type_count_above)
        self.typed.setSuffix(tr(" people"))
        self.undo = spin_box(0, 60, settings.undo_seconds)
        self.undo.setSuffix(tr(" seconds"))
        self.failures = spin_box(1, 100, settings.pause_at_failures)
        self.failures.setSuffix(tr(" %"))
        self.second = QCheckBox(tr("Ask for the code of the review file"))
        self.second.setChecked(settings.second_look)
        for box, label, hint in (
            (self.typed, tr("Ask to type the number of people above"),
             tr("Whoever sends to more people types their number first.")),
            (self.undo, tr("Time to undo"), tr("Nothing leaves before that. 0: it starts at once.")),
            (self.failures, tr("Pause a campaign when more fail than"),
             tr("Counted over its latest messages, at least 50 of them. A campaign may have its own. 100: never.")),
        ):  # fmt: skip
            box.setMaximumWidth(with_letters(330))
            wheel_needs_focus(box)
            box.valueChanged.connect(lambda: self._soon.start())
            self.body.addWidget(FormRow(label, box, hint))
        self.body.addWidget(self.second)
        self.body.addWidget(muted(tr(
            "A second person reads what will be sent, in a file of its own. Its code is needed to send; it changes"
            " with the message and with the people."
        )))  # fmt: skip
        self.second.toggled.connect(self._keep)
        self.setEnabled(not studio.read_only)

    def keep_now(self) -> None:
        """What was typed and waits to be kept is kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _keep(self) -> None:
        settings = self._studio.settings
        for key, box in _KEYS.items():
            value = _value(getattr(self, box))
            if getattr(settings, key) != value:
                setattr(settings, key, value)


_KEYS = {
    "type_count_above": "typed", "undo_seconds": "undo", "pause_at_failures": "failures", "second_look": "second",
}  # fmt: skip


def _value(box: QSpinBox | QCheckBox) -> int | bool:
    return box.isChecked() if isinstance(box, QCheckBox) else box.value()
