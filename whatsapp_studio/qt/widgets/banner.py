"""Decides how a page says something that concerns all of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.buttons import secondary_button

_ROLES = {"error": "error-box", "warning": "warning-box", "info": "info-box", "ok": "ok-box"}


class Banner(QFrame):
    """A box across the page. ``kind`` is error, warning, info or ok; ``action`` a word and what it does."""

    def __init__(
        self, kind: str, text: str, action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kind = kind
        self.setProperty("role", _ROLES[kind])
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(10)
        self._icon = QLabel()
        self.label = QLabel(text)
        self.label.setWordWrap(True)
        self.label.setProperty("role", {"ok": "success"}.get(kind, kind if kind in ("error", "warning") else ""))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        if action:
            self.button = secondary_button(action[0], action[1])
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._paint_icon()

    def set_text(self, text: str) -> None:
        self.label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)

    def _paint_icon(self) -> None:
        name, role = look_of(self._kind)
        self._icon.setPixmap(pixmap(name, role, 18, self.devicePixelRatioF()))
