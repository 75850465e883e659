"""Decides what stands above a step's form: its kind, its name, whether it is on, and what the kind does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.table import kind_of, label_of
from whatsapp_studio.qt.forms.text import show_line
from whatsapp_studio.qt.icons import icon, pixmap
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import muted


class StepHead(QWidget):
    """``named`` carries a new name, ``switched`` whether the step is off now; ``asked`` wants help on its kind."""

    named = Signal(str)
    switched = Signal(bool)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._icon = QLabel()
        self.kind = muted("")
        self.off = QToolButton()
        self.off.setCheckable(True)
        self.off.setIconSize(QSize(18, 18))
        self.off.setMinimumSize(28, 28)
        self.off.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.off.clicked.connect(self.switched)
        self.help = icon_button("circle-help", tr("What this step does (Shift+F1)"), self.asked.emit)
        self.help.setIcon(icon("circle-help", "text_muted"))
        self.help.setIconSize(QSize(18, 18))
        self.help.setMinimumSize(28, 28)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the step"))
        self.name.textEdited.connect(self.named)
        self.about = muted("")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._icon)
        top.addWidget(self.kind, 1)
        top.addWidget(self.help)
        top.addWidget(self.off)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self.name)
        box.addWidget(self.about)

    def show_step(self, step: Step, *, fresh: bool) -> None:
        """Mirror a step; ``fresh`` where another one was shown before."""
        self._step = step
        kind = kind_of(step)
        self.kind.setText(label_of(step))
        self.about.setText(tr("Switched off: contacts pass straight through.") if step.disabled else tr(kind.about))
        self.name.setPlaceholderText(kind.title(step.fields))
        self.name.setToolTip(self.name.placeholderText())
        show_line(self.name, step.name)
        if fresh:
            self.name.setText(step.name)
        self.off.setChecked(step.disabled)
        words = tr("Switch the step on again") if step.disabled else tr("Switch the step off")
        self.off.setToolTip(words)
        self.off.setAccessibleName(words)
        self._paint()

    def _paint(self) -> None:
        if self._step is None:
            return
        kind = kind_of(self._step)
        role = f"n_{kind.tone}" if not self._step.disabled else "text_muted"
        self._icon.setPixmap(pixmap(kind.icon, role, 20, self.devicePixelRatioF()))
        self.off.setIcon(icon("eye-off" if self._step.disabled else "power", "text_muted", "accent"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)
