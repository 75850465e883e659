"""Decides how an icon stands beside a text: small, in the colour of its meaning, in every theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from whatsapp_studio.qt.icons import pixmap


class IconLabel(QLabel):
    """An icon that follows the theme."""

    def __init__(self, name: str, color_role: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, color_role, size
        self._draw()

    def set_icon(self, name: str, color_role: str = "") -> None:
        """Show another one; in the same colour unless one is given."""
        self._name, self._role = name, color_role or self._role
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setPixmap(pixmap(self._name, self._role, self._size, self.devicePixelRatioF()))
