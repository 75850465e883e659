"""Decides how a page without anything on it helps: a title, one sentence, one action, one link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.widgets.buttons import link_button, primary_button

_TEXT_WIDTH = 460
_TEXT_WIDTH = 460
Act = tuple[str, Callable[[], object]]


class EmptyState(QWidget):
    """In the middle of where the content would be."""

    def __init__(
        self, icon_name: str, title: str, text: str, action: Act | None = None, link: Act | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._name = icon_name
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(title)
        self.title.setProperty("role", "subtitle")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = QLabel(text)
        self.text.setProperty("role", "muted")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.text.setFixedWidth(_TEXT_WIDTH)
        self.text.ensurePolished()
        self.text.setMinimumHeight(self.text.heightForWidth(_TEXT_WIDTH))
        self.text.setVisible(bool(text))
        box.addWidget(self._icon)
        box.addSpacing(4)
        box.addWidget(self.title)
        box.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if action:
            self.action = primary_button(action[0], action[1])
            row.addWidget(self.action)
        if link:
            self.link = link_button(link[0], link[1])
            row.addWidget(self.link)
        row.addStretch(1)
        box.addSpacing(8)
        box.addLayout(row)
        box.addStretch(3)
        self._paint_icon()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Polish, QEvent.Type.LayoutRequest):
            # A wrapped label in the middle of a layout is otherwise given less height than its lines need.
            needed = self.text.heightForWidth(_TEXT_WIDTH)
            if self.text.minimumHeight() != needed:
                self.text.setMinimumHeight(needed)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)

    def _paint_icon(self) -> None:
        self._icon.setPixmap(pixmap(self._name, "text_muted", 40, self.devicePixelRatioF()))
