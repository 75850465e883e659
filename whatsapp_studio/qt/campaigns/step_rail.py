"""Decides how the steps of the wizard stand beside it: named, always clickable, each with how far it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import STEPS, Step
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.campaigns import steps
from whatsapp_studio.qt.campaigns.steps import StepState
from whatsapp_studio.qt.icons import icon

WIDTH = 208
_ICONS = {"done": ("circle-check", "success"), "attention": ("triangle-alert", "warning")}


class StepButton(QAbstractButton):
    """One step: a mark, its name, and its state in words."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.state: StepState = "todo"
        self.setText(steps.title(step))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_state("todo")

    def set_state(self, state: StepState) -> None:
        """Show how far the step is."""
        self.state = state
        words = steps.state_words(state)
        self.setAccessibleName(tr("{step}: {state}", step=self.text(), state=words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(140, 2 * self.fontMetrics().height() + 18)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(2, 2, -3, -3)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if on else "surface_alt"))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        place = QRect(box.left() + 12, box.center().y() - 9, 18, 18)
        if self.state in _ICONS:
            name, role = _ICONS[self.state]
            icon(name, role).paint(painter, place)
        else:
            painter.setPen(QPen(theme.color("border_strong"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        height = self.fontMetrics().height()
        text = QRect(place.right() + 12, box.top() + 6, box.right() - place.right() - 16, height)
        strong, small = QFont(self.font()), QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Medium)
        small.setPointSizeF(self.font().pointSizeF() * 0.88)
        painter.setFont(strong)
        painter.setPen(theme.color("on_accent_soft" if on else "text"))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(small)
        painter.setPen(theme.color("on_accent_soft" if on else "text_muted"))
        state = painter.fontMetrics().elidedText(
            steps.state_words(self.state), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text.translated(0, height), Qt.AlignmentFlag.AlignLeft, state)
        painter.end()


class StepRail(QFrame):
    """The seven steps; ``chosen`` carries the one clicked. Up and Down walk through them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(WIDTH)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 16, 12, 16)
        box.setSpacing(2)
        self.buttons: dict[Step, StepButton] = {}
        for step in STEPS:
            button = StepButton(step)
            button.clicked.connect(lambda _on=False, step=step: self.chosen.emit(step))
            self.buttons[step] = button
            box.addWidget(button)
        box.addStretch(1)

    def show_step(self, current: Step, states: Mapping[Step, StepState]) -> None:
        """Mirror where the wizard is and how far every step is."""
        for step, button in self.buttons.items():
            button.setChecked(step == current)
            if button.state != states[step]:
                button.set_state(states[step])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((step for step, button in self.buttons.items() if button.hasFocus()), None)
        by = {Qt.Key.Key_Down: steps.next_step, Qt.Key.Key_Up: steps.previous_step}.get(Qt.Key(event.key()))
        target = by(focused) if by is not None and focused is not None else None
        if target is None:
            super().keyPressEvent(event)
        else:
            self.buttons[target].setFocus()
