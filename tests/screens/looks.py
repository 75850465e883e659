"""Decides what is wrong with the layout of a screen: text that is cut, widgets on top of each other or out of sight."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from whatsapp_studio.qt.widgets.whole_words import TOLD, cut_choice, cut_section

_SLACK = 1
# A dialog has to fit a small laptop; with very large letters any screen that is sold.
DIALOG = QSize(1000, 600)
DIALOG_LARGE = QSize(1366, 768)


class Finding(msgspec.Struct, frozen=True):
    """One thing wrong: what, where (classes from the window inwards), and the text it is about."""

    kind: str
    where: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}" + (f" “{self.text}”" if self.text else "")


def look(root: QWidget, *, size: tuple[int, int], large: bool = False) -> list[Finding]:
    """Everything wrong with a shown window; ``size`` is what it was given, ``large`` says that letters are doubled."""
    found = list(_window(root, QSize(*size), DIALOG_LARGE if large else DIALOG))
    for widget in [root, *root.findChildren(QWidget)]:
        if _in_sight(widget) and not _inner(widget):
            found += _text(widget)
            found += _places(widget)
    return found


def where(widget: QWidget) -> str:
    """The classes from the window inwards, each once, with the last one's object name."""
    names: list[str] = []
    one: QWidget | None = widget
    while one is not None:
        name = type(one).__name__
        if name not in ("QWidget", "QFrame", "QStackedWidget", "QSplitter") or one is widget:
            names.append(name)
        one = None if one.isWindow() else one.parentWidget()
    return " > ".join(reversed(names))


def _in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _inner(widget: QWidget) -> bool:
    """What Qt makes inside its own widgets."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox)


def _window(root: QWidget, size: QSize, dialog: QSize) -> Iterator[Finding]:
    if isinstance(root, QDialog):
        if root.width() > dialog.width() or root.height() > dialog.height():
            yield Finding("dialog larger than a small screen", where(root), f"{root.width()} × {root.height()}")
        size = root.size()
    if root.isWindow() and (root.width() > size.width() + _SLACK or root.height() > size.height() + _SLACK):
        yield Finding("does not fit its window", where(root), f"{root.width()} × {root.height()}")


# -- words ---------------------------------------------------------------------------------------


def _text(widget: QWidget) -> Iterator[Finding]:
    if isinstance(widget, QLabel):
        cut = _label(widget)
    elif isinstance(widget, QAbstractButton):
        cut = _button(widget)
    elif isinstance(widget, QComboBox):
        cut = _combo(widget)
    elif isinstance(widget, QLineEdit):
        cut = _field(widget)
    elif isinstance(widget, QAbstractSpinBox):
        cut = _spin(widget)
    elif isinstance(widget, QGroupBox):
        cut = widget.title() if _wide(widget.fontMetrics(), widget.title()) > widget.width() else ""
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
        return
    elif isinstance(widget, QHeaderView):
        yield from _header(widget)
        return
    else:
        return
    if cut:
        yield Finding("cut text", where(widget), cut)


def _wide(metrics: QFontMetrics, text: str) -> int:
    lines = text.replace("&&", "\0").replace("&", "").splitlines()
    return max((metrics.horizontalAdvance(line) for line in lines), default=0)


def _label(label: QLabel) -> str:
    text = label.text()
    if not text or not label.pixmap().isNull():
        return ""
    if label.wordWrap():
        room = label.contentsRect().width() - 2 * label.margin()
        plain = text
        if label.textFormat() == Qt.TextFormat.RichText or (
            label.textFormat() == Qt.TextFormat.AutoText and Rich.mightBeRichText(text)
        ):
            paper = QTextDocument()
            paper.setHtml(text)
            plain = paper.toPlainText()
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in plain.split()), default=0)
        needed = label.heightForWidth(label.width())
        return text if needed > label.height() + _SLACK or longest > room + _SLACK else ""
    hint = label.sizeHint()
    # An own painting that shortens says the whole in its tip.
    short = hint.width() > label.width() + _SLACK and not label.toolTip()
    return text if short or hint.height() > label.height() + 2 * _SLACK else ""


def _button(button: QAbstractButton) -> str:
    text = button.text()
    if not text:
        return ""
    needed = _wide(button.fontMetrics(), text)
    room = button.width() - 4
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()
        needed += 0 if button.icon().isNull() else button.iconSize().width() + 4
    elif isinstance(button, QCheckBox | QRadioButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        parts = QStyle.SubElement
        part = parts.SE_CheckBoxContents if isinstance(button, QCheckBox) else parts.SE_RadioButtonContents
        room = button.style().subElementRect(part, option, button).width()
    elif isinstance(button, QToolButton):
        style = button.toolButtonStyle()
        if style == Qt.ToolButtonStyle.ToolButtonIconOnly or (
            style != Qt.ToolButtonStyle.ToolButtonTextOnly and button.icon().isNull()
        ):
            return ""
        if style == Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            needed += button.iconSize().width() + 4
    else:
        # Painted by itself: it wraps or shortens as it sees fit.
        return ""
    high = button.fontMetrics().height() > button.height() + _SLACK
    return text if high or (needed > room + _SLACK and not button.toolTip()) else ""


def _combo(box: QComboBox) -> str:
    if box.fontMetrics().height() > box.height():
        return box.currentText()
    return "" if box.toolTip() or box.property(TOLD) else cut_choice(box)


def _field(field: QLineEdit) -> str:
    """What is typed can be scrolled; what asks for it cannot."""
    if field.fontMetrics().height() > field.height():
        return field.text() or field.placeholderText()
    if field.text() or not field.placeholderText() or field.toolTip():
        return ""
    margins = field.textMargins()
    actions = sum(1 for one in field.findChildren(QToolButton) if one.isVisible())
    room = field.contentsRect().width() - margins.left() - margins.right() - 4 - 22 * actions
    return field.placeholderText() if _wide(field.fontMetrics(), field.placeholderText()) > room else ""


def _spin(box: QAbstractSpinBox) -> str:
    inner = box.lineEdit()
    if inner is None:
        return ""
    margins = inner.textMargins()
    room = inner.width() - margins.left() - margins.right()
    return inner.text() if _wide(box.fontMetrics(), inner.text()) > room else ""


def _tabs(bar: QTabBar) -> Iterator[Finding]:
    for place in range(bar.count()):
        text = bar.tabText(place)
        if text and _wide(bar.fontMetrics(), text) > bar.tabRect(place).width() and not bar.tabToolTip(place):
            yield Finding("cut text", where(bar), text)
    if bar.count() and not bar.usesScrollButtons() and bar.tabRect(bar.count() - 1).right() > bar.width() + _SLACK:
        yield Finding("tabs out of sight", where(bar))


def _header(header: QHeaderView) -> Iterator[Finding]:
    model = header.model()
    if header.orientation() != Qt.Orientation.Horizontal or model is None:
        return
    if header.viewport().property(TOLD):
        return
    for place in range(header.count()):
        if not header.isSectionHidden(place) and (text := cut_section(header, place)):
            yield Finding("cut text", where(header), text)


# -- places --------------------------------------------------------------------------------------


def _places(widget: QWidget) -> Iterator[Finding]:
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        off = widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if off and widget.widget().width() > widget.viewport().width() + _SLACK:
            yield Finding("wider than its area, and nothing to scroll", where(widget))
    layout = widget.layout()
    if layout is None or isinstance(widget, QAbstractScrollArea):
        return
    shown = [one for one in _laid_out(layout) if one.isVisible()]
    room = widget.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    for one in shown:
        if not room.contains(one.geometry()) and not one.geometry().isEmpty():
            yield Finding("out of its parent's sight", where(one), _said(one))
    for place, one in enumerate(shown):
        for other in shown[place + 1 :]:
            both: QRect = one.geometry().intersected(other.geometry())
            if both.width() > _SLACK and both.height() > _SLACK:
                pair = f"{where(one)} | {type(other).__name__}"
                yield Finding("on top of each other", pair, _said(one) or _said(other))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout side by side; what is stacked on purpose is none of them."""
    if not isinstance(layout, QBoxLayout | QGridLayout | QFormLayout):
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _laid_out(item.layout())


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    return said if isinstance(said, str) else ""
