"""Decides what every dialog for a rule has: its fields, what is wrong, and that nothing is kept before Save."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.settings.rules.rows import do
from whatsapp_studio.qt.tab_order import focus_first, follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine
from whatsapp_studio.qt.widgets.fitting import fit


class RuleDialog(QDialog):
    """``form`` takes the fields; :meth:`work` says what is written on Save."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = 0
        self.setWindowTitle(title)
        self.form = QVBoxLayout()
        self.form.setSpacing(12)
        self.error = ErrorLine()
        self.save = primary_button(tr("Save"), self.accept)
        self.save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addLayout(self.form)
        box.addStretch(1)
        box.addWidget(self.error)
        box.addLayout(buttons)

    def work(self) -> Callable[[], object]:
        """What is written, with the fields as they are now; called on another thread."""
        raise NotImplementedError

    def ready(self, width: int) -> None:
        """Everything is in it."""
        self._width = width
        fit(self, width)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_layout(self)
        if not event.spontaneous():
            focus_first(self)

    def accept(self) -> None:
        self.save.setEnabled(False)
        do(self, self.work(), self._failed, super().accept)

    def _failed(self, error: StudioError) -> None:
        self.save.setEnabled(True)
        self.error.say(error)
        # There is more to read than before.
        fit(self, self._width)
