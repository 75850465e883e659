"""Decides how a part that few people need stands on a step: one line that says how it is set, opened when wanted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.campaigns.reveal import reveal
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import plain_label


class Fold(QFrame):
    """A titled card; ``opened`` tells that a person opened or closed it. What it holds goes into ``body``."""

    opened = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.head = QToolButton()
        self.head.setText(title)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(18, 18))
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setFont(theme.scaled(self.head.font(), 1, QFont.Weight.DemiBold))
        self.head.clicked.connect(self._clicked)
        self.summary = plain_label("muted", wrap=True)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(30, 8, 8, 6)
        self.body.setSpacing(10)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 6, 12, 8)
        box.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.head, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(row)
        box.addWidget(self._inside)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether what it holds is shown."""
        return not self._inside.isHidden()

    def set_open(self, on: bool) -> None:
        """Open or close it; tells nobody."""
        self._inside.setVisible(on)
        self.head.setIcon(icon("chevron-down" if on else "chevron-right", "text"))
        self.head.setAccessibleDescription(self.summary.text())

    def say(self, words: str) -> None:
        """Say in a line how it is set."""
        self.summary.setText(words)
        self.head.setAccessibleDescription(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < self._inside.y() or not self.is_open:
            self.head.setFocus(Qt.FocusReason.MouseFocusReason)
            self._clicked()

    def _clicked(self) -> None:
        self.set_open(not self.is_open)
        self.opened.emit(self.is_open)
        if self.is_open:
            reveal(self)
