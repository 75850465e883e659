"""Decides how long work is shown: how many, how fast, how long still, and a way to stop it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.phrases import duration
from whatsapp_studio.qt.widgets.buttons import secondary_button


class ProgressRow(QWidget):
    """A bar with count, rate and time left. Feed it with :meth:`show_progress`."""

    def __init__(self, cancel: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        row = QHBoxLayout()
        self.label = QLabel()
        row.addWidget(self.label, 1)
        self.cancel = secondary_button(tr("Cancel"), cancel)
        if cancel is None:
            self.cancel.hide()
        row.addWidget(self.cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        box.addLayout(row)
        box.addWidget(self.bar)
        self._seen: deque[tuple[float, int]] = deque(maxlen=20)
        self.reset("")

    def reset(self, text: str) -> None:
        """Begin anew with a text that says what is being done."""
        self._seen.clear()
        self.label.setText(text)
        self.bar.setRange(0, 0)

    def show_progress(self, done: int, total: int | None = None) -> None:
        """How far it is; without a total the bar only moves."""
        now = time.monotonic()
        self._seen.append((now, done))
        first_at, first = self._seen[0]
        rate = (done - first) / (now - first_at) if now > first_at else 0.0
        parts = [tr("{done} of {total}", done=number(done), total=number(total)) if total else number(done)]
        if rate >= 1:
            parts.append(tr("{rate}/s", rate=number(round(rate))))
            if total and total > done:
                parts.append(tr("about {time} left", time=duration((total - done) / rate)))
        self.label.setText(" · ".join(parts))
        if total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(max(self.bar.value(), round(done / total * 1000)))
