"""Decides how the settings are divided: a list of sections at the left, and the cards of one of them in a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.fitting import with_letters

_CARDS, _LIST, _ROW = 760, 216, 40
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its name, with its icon and its title (marked for translation)."""

    name: str
    icon: str
    title: str


class SectionList(QListWidget):
    """The sections; ``wanted`` says which one is to be shown."""

    wanted = Signal(str)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = {one.name: one for one in sections}
        self.setAccessibleName(tr("Sections of the settings"))
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(18, 18))
        for one in sections:
            item = QListWidgetItem(tr(one.title), self)
            item.setData(_NAME, one.name)
            item.setSizeHint(QSize(0, max(_ROW, self.fontMetrics().height() + 20)))
        widest = max(self.fontMetrics().horizontalAdvance(tr(one.title)) for one in sections)
        self.setFixedWidth(max(_LIST, widest + 72))
        self._paint_icons()
        self.currentItemChanged.connect(self._changed)

    def current(self) -> str:
        """The name of the section that is shown."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def choose(self, name: str) -> None:
        """Show a section."""
        for row in range(self.count()):
            if self.item(row).data(_NAME) == name:
                self.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()
        super().changeEvent(event)

    def _paint_icons(self) -> None:
        for row in range(self.count()):
            item = self.item(row)
            item.setIcon(icon(self._sections[item.data(_NAME)].icon, "text_muted", "on_accent_soft"))

    def _changed(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.wanted.emit(str(now.data(_NAME)))


class CardColumn(QScrollArea):
    """Cards below each other, no wider than can be read."""

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Tab goes to what is in it, and brings that into sight.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        inside = QWidget()
        inside.setMaximumWidth(with_letters(_CARDS))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self._inner = QWidget()
        across = QHBoxLayout(self._inner)
        across.setContentsMargins(24, 16, 24, 24)
        across.addWidget(inside, 1)
        across.addStretch(0)
        self.setWidget(self._inner)

    def bring(self, card: QWidget) -> None:
        """Bring a card into view, its top first."""
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()
        self.ensureWidgetVisible(card)
        top = card.mapTo(self._inner, card.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - 16))
