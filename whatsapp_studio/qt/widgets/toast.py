"""Decides how something that just happened is told, with a way to take it back for ten seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from whatsapp_studio.qt.widgets.buttons import secondary_button

_PLAIN_MS, _ACTION_MS = 5_000, 10_000
_MARGIN = 24


class Toast(QFrame):
    """A line at the foot of a window; it waits while the pointer is on it, or the focus."""

    def __init__(self, window: QWidget, text: str, action: str, act: Callable[[], object] | None) -> None:
        super().__init__(window)
        self.setProperty("role", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        self.label = QLabel(text)
        # Names that people and files give are shown as they are.
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.label)
        if action and act is not None:
            self.button = secondary_button(action)
            self.button.clicked.connect(lambda: (self.close(), act()))
            self.button.installEventFilter(self)
            row.addWidget(self.button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ACTION_MS if action else _PLAIN_MS)
        self._timer.timeout.connect(self.close)
        window.installEventFilter(self)

    @staticmethod
    def show_in(
        widget: QWidget, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> Toast:
        """Show a toast in the window of ``widget``, in the place of the one before; with an action as long as it is."""
        window = widget.window()
        for old in window.findChildren(Toast):
            old.close()
        toast = Toast(window, text, action, act)
        if act is not None and widget is not window:
            # What it offers is done to what is gone then.
            widget.destroyed.connect(toast.close)
        toast.adjustSize()
        toast.settle()
        toast.show()
        toast.raise_()
        toast._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, text))
        return toast

    def settle(self) -> None:
        """Move to the middle of the window's foot."""
        window = self.parentWidget()
        if window is not None:
            self.move((window.width() - self.width()) // 2, window.height() - self.height() - 28 - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self.settle()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._timer.start()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
