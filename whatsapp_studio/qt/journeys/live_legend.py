"""Decides how it is said what the tint of a heat view means: from nobody to the most, with numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.counters import heat_colour
from whatsapp_studio.qt.journeys.live_numbers import HEATS


class Legend(QFrame):
    """A bar over a corner of the canvas; hidden while there is no heat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.bar = _Bar()
        self.least, self.most = QLabel(), QLabel()
        for label in (self.least, self.most):
            label.setProperty("role", "caption")
        ends = QHBoxLayout()
        ends.addWidget(self.least)
        ends.addStretch(1)
        ends.addWidget(self.most)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        box.addWidget(self.title)
        box.addWidget(self.bar)
        box.addLayout(ends)
        self.hide()

    def show_heat(self, which: str, most: int) -> None:
        """Say what is shown, up to ``most``; an empty name hides it."""
        self.setVisible(bool(which))
        if which:
            words, role = HEATS[which]
            self.title.setText(tr(words))
            self.bar.role = role
            self.least.setText(number(min(1, most)))
            self.most.setText(tr("{n} at the most", n=number(most)) if most else tr("nobody yet"))
            self.bar.update()
            self.setAccessibleName(f"{self.title.text()}, {self.most.text()}")
            self.adjustSize()


class _Bar(QWidget):
    """From the tint of the least to that of the most."""

    def __init__(self) -> None:
        super().__init__()
        self.role = "warning"
        self.setFixedSize(176, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
        for n in range(11):
            across.setColorAt(n / 10, heat_colour(self.role, n / 10))
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(across)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
        painter.end()
