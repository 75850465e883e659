"""Decides in which order Tab goes through a window: as its layouts are read, whatever was made first or came later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QWidget,
)


def follow_layout(window: QWidget) -> None:
    """Have Tab go through what is in sight as it is laid out: rows from the top, in a row from where one begins to
    read. What is made later, such as a page or a banner, has its place too when this is asked again."""
    for before, after in pairwise(_stops(window)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def focus_first(window: QWidget) -> None:
    """Put the focus on what is read first and can be filled in, so that one types at once."""
    first = next((one for one in _stops(window) if one.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in a widget, itself first."""
    stands = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    if stands and not widget.isWindow():
        yield widget
    for child in _children(widget):
        if child.isVisible() and not child.isWindow():
            yield from _stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QSplitter):
        return [one for n in range(widget.count()) if (one := widget.widget(n)) is not None]
    if isinstance(widget, QScrollArea):
        return [one for one in (widget.widget(),) if one is not None]
    mine = [one for one in widget.children() if isinstance(one, QWidget)]
    if isinstance(widget, QAbstractScrollArea):
        return [widget.viewport(), *(one for one in mine if one is not widget.viewport())]
    if isinstance(widget, QMainWindow):
        ends = [one for one in (widget.menuWidget(), widget.centralWidget()) if one is not None]
        return [*ends, *(one for one in mine if one not in ends)]
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    # What stands by itself comes after what is laid out, from the top.
    on = -1 if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
    loose = sorted((one for one in mine if one not in laid), key=lambda one: (one.y(), on * one.x()))
    return [*laid, *loose]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout as it is read."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda n: layout.getItemPosition(n)[:2])  # type: ignore[index]
    elif isinstance(layout, QBoxLayout) and layout.direction() in (
        QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop,
    ):  # fmt: skip
        places.reverse()
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid(inner)
