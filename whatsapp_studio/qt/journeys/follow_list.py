"""Decides how the way of a contact is listed: when, at which step, and why it went on as it did."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import plain_tip

_ICON, _PAD, _LINE = 18, 8, Qt.ItemDataRole.UserRole
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_Index = QModelIndex | QPersistentModelIndex


class Entry(msgspec.Struct, frozen=True):
    """One line: the step's icon and its colour, title, when, and the reasons below."""

    icon: str
    ink: str
    title: str
    when: str
    reasons: str


class WayList(QListWidget):
    """The way so far; the current line is where the contact is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The way of the contact"))
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Lines(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where the contact is stays in sight when a question or the end takes room.
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def show_way(self, entries: Sequence[Entry], current: int) -> None:
        """List these; lines that are there already stay as they are."""
        self.blockSignals(True)
        for n, entry in enumerate(entries):
            if n < self.count() and self.item(n).data(_LINE) == entry:
                continue
            if n >= self.count():
                self.addItem(QListWidgetItem())
            line = self.item(n)
            line.setData(_LINE, entry)
            line.setIcon(icon(entry.icon, entry.ink))
            line.setText(entry.title)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.when}. {entry.title}. {entry.reasons}")
            line.setToolTip(plain_tip(entry.reasons))
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        self.setCurrentRow(current)
        self.blockSignals(False)
        if current >= 0:
            self.scrollToItem(self.item(current))


class _Lines(QStyledItemDelegate):
    """Icon, title and time in one line; below them why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry: Entry = index.data(_LINE)
        width = self._width()
        reasons = self._area(option.font, entry.reasons, width).height() if entry.reasons else 0
        return QSize(width, self._area(_strong(option.font), entry.title, width).height() + reasons
                     + QFontMetrics(_small(option.font)).height() + 2 * _PAD)  # fmt: skip

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area, width = option.rect, self._width()
        painter.save()
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(area, 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - _PAD - _ICON if mirrored else area.left() + _PAD
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(left, area.top() + _PAD, _ICON, _ICON))
        at = QRect(area.left() + (_PAD if mirrored else 2 * _PAD + _ICON), area.top() + _PAD, width, area.height())
        muted = "on_accent_soft" if chosen else "text_muted"
        for font, text, role in (
            (_small(option.font), entry.when, muted), (_strong(option.font), entry.title, "text"),
            (option.font, entry.reasons, muted),
        ):  # fmt: skip
            if text:
                painter.setFont(font)
                painter.setPen(theme.color("on_accent_soft" if chosen else role))
                painter.drawText(at, _WRAPPED, text)
                at.translate(0, self._area(font, text, width).height())
        painter.restore()

    def _width(self) -> int:
        view: QWidget = self.parent()  # type: ignore[assignment]
        return max(80, view.width() - _ICON - 3 * _PAD - 20)

    @staticmethod
    def _area(font: QFont, text: str, width: int) -> QRect:
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, text)


def _strong(font: QFont) -> QFont:
    return theme.scaled(font, 1.0, QFont.Weight.DemiBold)


def _small(font: QFont) -> QFont:
    return theme.scaled(font, 0.85)
