"""Decides the window that the program's start is measured against: a main window with nothing in it."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class _FirstPaint(QObject):
    """Says on standard output when its window was painted, in seconds since 1970, and ends the program if told to."""

    def __init__(self, window: QMainWindow, stay: bool) -> None:
        super().__init__(window)
        self._stay = stay
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        print(time.time(), flush=True)
        if not self._stay:
            QApplication.quit()


app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare")
window.resize(1366, 768)
first = _FirstPaint(window, "--stay" in sys.argv)
window.show()
sys.exit(app.exec())
