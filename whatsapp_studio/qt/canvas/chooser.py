"""Decides how one thing is chosen from a list near the pointer: type to find, Enter takes the first, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.plain import plain_label

_WIDTH, _HEIGHT, _LINE = 280, 360, 30
# As high as its lines at first, and then the same while one types; never lower than a few lines.
_FEW = 3
_DATA = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Line(msgspec.Struct, frozen=True):
    """One line of a list: what is shown, and the value it stands for. Without a value it is a heading."""

    label: str
    value: Any = None
    icon: str = ""
    tone: str = "text"
    about: str = ""


class Chooser(QFrame):
    """A list that closes by itself. ``chosen`` carries the value of a line, ``left`` that nothing was chosen."""

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, parent: QWidget, placeholder: str, lines: Callable[[str], Sequence[Line]], *, title: str = ""
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title or placeholder)
        self._lines, self._taken = lines, False
        self.search = SearchField(placeholder)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(title or placeholder)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(18, 18))
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(self._take)
        self.none = QLabel(tr("Nothing found. Try another word."))
        self.none.setProperty("role", "muted")
        self.none.setContentsMargins(8, 8, 8, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        if title:
            heading = plain_label("caption", wrap=True)
            heading.setText(title)
            box.addWidget(heading)
        box.addWidget(self.search)
        box.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.list, 1)
        self._fill("")
        self.setFixedWidth(_WIDTH)
        beside = self.sizeHint().height() - self.list.sizeHint().height()
        self.setFixedHeight(min(_HEIGHT, beside + max(self.list.count(), _FEW) * _LINE + 8))

    def show_at(self, at: QPoint, text: str = "") -> None:
        """Open near a point of the screen, within it; ``text`` is typed already."""
        screen = self.screen().availableGeometry()
        x = min(at.x(), screen.right() - self.width())
        y = at.y() if at.y() + self.height() <= screen.bottom() else max(screen.top(), at.y() - self.height())
        self.move(max(screen.left(), x), y)
        self.show()
        self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (current := self.list.currentItem()) is not None:
                    self._take(current)
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._taken:
            self._taken = True
            self.left.emit()

    def _fill(self, query: str) -> None:
        self.list.clear()
        for line in self._lines(query.strip()):
            item = QListWidgetItem(line.label)
            item.setSizeHint(QSize(0, _LINE))
            item.setData(_DATA, line.value)
            if line.value is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            if line.icon:
                item.setIcon(icon(line.icon, line.tone))
            item.setToolTip(line.about)
            self.list.addItem(item)
        first = next((row for row in range(self.list.count()) if self._value(row) is not None), -1)
        self.list.setCurrentRow(first)
        self.list.setVisible(first >= 0)
        self.none.setVisible(first < 0)

    def _value(self, row: int) -> Any:
        return self.list.item(row).data(_DATA)

    def _move(self, key: int) -> None:
        rows = [row for row in range(self.list.count()) if self._value(row) is not None]
        if not rows:
            return
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(Qt.Key(key), -8)
        at = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
        self.list.setCurrentRow(rows[min(max(at + by, 0), len(rows) - 1)])

    def _take(self, item: QListWidgetItem) -> None:
        value = item.data(_DATA)
        if value is not None:
            self._taken = True
            self.close()
            self.chosen.emit(value)
