"""Decides how a text is read that has no room where it stands: whole, in a tip, where the widget has none itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from whatsapp_studio.qt.widgets.plain import plain_tip

# Set on a widget whose words are told whole.
TOLD = "whole_words"


def tell_whole(*widgets: QWidget) -> None:
    """Have the tips of boxes with choices, and of the viewports of headers and lists say what is cut there."""
    for widget in widgets:
        widget.setProperty(TOLD, True)
        widget.installEventFilter(_Tips(widget))


class _Tips(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(watched, QWidget) or watched.toolTip():
            return False
        assert isinstance(event, QHelpEvent)
        text = _cut_at(watched, event.pos())
        if not text:
            return False
        QToolTip.showText(event.globalPos(), plain_tip(text), watched)
        return True


def _cut_at(widget: QWidget, at: QPoint) -> str:
    """The text at a place of a widget that has no room there; empty where all of it is seen."""
    view = widget.parentWidget()
    if isinstance(widget, QComboBox):
        return cut_choice(widget)
    if isinstance(view, QAbstractScrollArea) and view.viewport() is widget:
        if isinstance(view, QHeaderView):
            return cut_section(view, view.logicalIndexAt(at))
        if isinstance(view, QAbstractItemView):
            return _cut_cell(view, view.indexAt(at))
    return ""


def cut_choice(box: QComboBox) -> str:
    """What is chosen, where the box is too narrow for it."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    icon = 0 if box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
    text = box.currentText() or box.placeholderText()
    return text if _wide(box.fontMetrics(), text) + icon > room else ""


def cut_section(header: QHeaderView, section: int) -> str:
    """The heading of a column that is too narrow for it, unless its model has a tip of its own."""
    model = header.model()
    if section < 0 or model is None:
        return ""
    role = Qt.ItemDataRole
    if model.headerData(section, header.orientation(), role.ToolTipRole):
        return ""
    text = str(model.headerData(section, header.orientation(), role.DisplayRole) or "")
    return text if _wide(header.fontMetrics(), text) + 8 > header.sectionSize(section) else ""


def _cut_cell(view: QAbstractItemView, index: QModelIndex) -> str:
    if not index.isValid() or index.data(Qt.ItemDataRole.ToolTipRole):
        return ""
    text = index.data(Qt.ItemDataRole.DisplayRole)
    if not isinstance(text, str) or "\n" in text:
        return ""
    return text if view.sizeHintForIndex(index).width() > view.visualRect(index).width() else ""


def _wide(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(text)
