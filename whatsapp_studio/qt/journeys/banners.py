"""Decides what is said across the editor as long as it holds: not saved, only to be looked at, better split."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.qt.widgets.banner import Banner


class Banners(QWidget):
    """Boxes below the header, one for each name at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: dict[str, Banner] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def say(self, name: str, kind: str, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say something under a name; what was said under it before is replaced."""
        there = self.shown.get(name)
        if there is not None and there.label.text() == text:
            return
        self.hush(name)
        made = self.shown[name] = Banner(kind, text, action)
        self._box.addWidget(made)

    def hush(self, name: str) -> None:
        """What was said under a name does not hold any more."""
        gone = self.shown.pop(name, None)
        if gone is not None:
            gone.hide()
            self._box.removeWidget(gone)
            gone.deleteLater()
