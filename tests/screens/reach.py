"""Decides what keeps people from using a screen: by keys, by a screen reader, or with a pointer that is not steady."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
)

from tests.screens.looks import Finding, where
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.toast import Toast

LEAST = 24
# So many rows of a list are read.
_ROWS = 30
_COLOURED = ("badge", "chip", "error", "success", "warning", "info")
_MNEMONIC = re.compile(r"&([^&\s])")


def reach(root: QWidget) -> list[Finding]:
    """Everything in a shown window that somebody could not name, reach or hit."""
    widgets = [one for one in (root, *root.findChildren(QWidget)) if _seen(one, root)]
    found: list[Finding] = []
    for one in widgets:
        found += _names(one)
        found += _errors(one)
        found += _traps(one)
        found += _targets(one)
        found += _rows(one)
        found += _marks(one)
    found += _mnemonics(root, widgets)
    found += _order(root)
    return list(dict.fromkeys(found))


def _seen(widget: QWidget, root: QWidget) -> bool:
    return widget.window() is root.window() and widget.isVisible() and not _part(widget)


def _part(widget: QWidget) -> bool:
    """What Qt makes inside its own widgets, which speak for it."""
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget, QScrollBar | QSplitterHandle)
        or isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox | QTabBar)
        or (isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget)
    )


def _read(widget: QWidget, kind: QAccessible.Text) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(kind)).strip() if found is not None else ""


def _names(widget: QWidget) -> Iterator[Finding]:
    used = isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    # The headers of a table are read with its cells; a tab bar's tabs have their texts.
    if used and not isinstance(widget, QHeaderView | QTabBar | QTabWidget) and not _read(widget, QAccessible.Text.Name):
        yield Finding("has no name", where(widget))


def _errors(widget: QWidget) -> Iterator[Finding]:
    if widget.property("invalid") and not _read(widget, QAccessible.Text.Description):
        yield Finding("does not say what is wrong with it", where(widget))


def _traps(widget: QWidget) -> Iterator[Finding]:
    if isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.tabChangesFocus() and not widget.isReadOnly():
        yield Finding("keeps the Tab key for itself", where(widget))
    if isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation():
        yield Finding("keeps the Tab key for itself", where(widget))
    if isinstance(widget, QAbstractButton) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        acts = [act for act in widget.actions() if not act.shortcut().isEmpty() or act.menu()]
        group = widget.group()
        # Of several of which one is chosen Tab comes to that one, and arrows to the others.
        by_arrows = group is not None and group.exclusive() and group.checkedButton() not in (None, widget)
        if widget.isEnabled() and not acts and not by_arrows and widget.shortcut().isEmpty():
            yield Finding("cannot be pressed with keys", where(widget), _read(widget, QAccessible.Text.Name))


# -- pointers ------------------------------------------------------------------------------------


def _targets(widget: QWidget) -> Iterator[Finding]:
    """What is pressed is large enough. Not asked of words with a link in them, of the arrows of a number field (the
    keys do the same), nor of what parts two panes (there is a command for it)."""
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            if widget.isTabVisible(place) and _small(widget.tabRect(place)):
                yield Finding("is hard to hit", where(widget), widget.tabText(place))
    elif isinstance(widget, QHeaderView):
        across = widget.orientation() == Qt.Orientation.Horizontal
        if across and widget.sectionsClickable() and 0 < widget.height() < LEAST:
            yield Finding("is hard to hit", where(widget), f"{widget.height()} high")
    elif isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox) and _small(widget.rect()):
        size = f"{widget.width()} × {widget.height()} {_read(widget, QAccessible.Text.Name)}"
        yield Finding("is hard to hit", where(widget), size)


def _small(area: QRect) -> bool:
    return area.width() < LEAST or area.height() < LEAST


# -- rows and marks ------------------------------------------------------------------------------


def _rows(widget: QWidget) -> Iterator[Finding]:
    if not isinstance(widget, QAbstractItemView) or isinstance(widget, QHeaderView) or widget.model() is None:
        return
    model = widget.model()
    for row in range(min(model.rowCount(widget.rootIndex()), _ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(widget.rootIndex())
        indexes = [model.index(row, n, widget.rootIndex()) for n in range(columns)]
        held = any(widget.indexWidget(index) is not None for index in indexes)
        if not held and not any(_spoken(index) for index in indexes):
            yield Finding("has a row that says nothing", where(widget), f"row {row}")
        box = widget.visualRect(indexes[0]) if indexes else QRect()
        chosen = bool(indexes and indexes[0].flags() & Qt.ItemFlag.ItemIsSelectable)
        if chosen and not box.isEmpty() and box.height() < LEAST and not isinstance(widget, QTreeView):
            yield Finding("has rows that are hard to hit", where(widget), f"{box.height()} high")


def _spoken(index: QModelIndex) -> str:
    found = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
    return str(found or "").strip()


def _marks(widget: QWidget) -> Iterator[Finding]:
    """A coloured mark has words or a drawing."""
    coloured = isinstance(widget, QLabel) and widget.property("role") in _COLOURED
    if coloured and not widget.text().strip() and widget.pixmap().isNull() and not widget.rect().isEmpty():
        yield Finding("says something by its colour alone", where(widget))


# -- keys ----------------------------------------------------------------------------------------


def _mnemonics(root: QWidget, widgets: Sequence[QWidget]) -> Iterator[Finding]:
    """Keys that two fields or two menus have. A field may have that of a menu: pressed again it goes to the other."""
    texts: list[tuple[str, str]] = []
    for one in widgets:
        if isinstance(one, QMenuBar):
            yield from _twice([(act.text(), where(one)) for act in one.actions() if act.isVisible()])
        elif isinstance(one, QTabBar):
            texts += [(one.tabText(place), where(one)) for place in range(one.count())]
        elif isinstance(one, QGroupBox):
            texts.append((one.title(), where(one)))
        elif (isinstance(one, QLabel) and one.buddy() is not None) or isinstance(one, QAbstractButton):
            texts.append((one.text(), where(one)))
    yield from _twice(texts)
    for menu in [root] if isinstance(root, QMenu) else []:
        yield from _twice([(act.text(), where(menu)) for act in menu.actions() if act.isVisible()])


def _twice(texts: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for text, at in texts:
        if (key := _MNEMONIC.search(text.replace("&&", ""))) is None:
            continue
        letter = key[1].casefold()
        if letter in first:
            yield Finding("has a key that another has too", at, f"Alt+{letter}: {first[letter]} | {text}")
        first.setdefault(letter, text)


def tab_chain(root: QWidget) -> list[QWidget]:
    """What Tab comes to in a window, in order; those it passes over (not in sight, a field's inner parts) left out."""
    window, found = root.window(), []
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        stops = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and one.focusProxy() is None
        if stops and _seen(one, root) and not one.visibleRegion().isEmpty():
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _order(root: QWidget) -> Iterator[Finding]:
    """Tab goes down, and along each row; back to the top only where it goes on beside."""
    kind = type(root.window())
    if kind.__module__.startswith("whatsapp_studio.") and "focusNextPrevChild" in vars(kind):
        # Such a window does so at each press.
        follow_layout(root.window())
    chain = tab_chain(root)
    # From the last one Tab comes to the first again, wherever that is.
    pairs = list(zip(chain, [*chain[1:], *chain[:1]], strict=True))
    back = [pair for pair in pairs if _goes_back(*pair, root)]
    start = min(back, key=lambda pair: (_area(pair[1], root).top(), pair is not pairs[-1]), default=None)
    for before, after in back:
        if (before, after) != start:
            names = " → ".join(_read(one, QAccessible.Text.Name) or type(one).__name__ for one in (before, after))
            yield Finding("is come to out of order", where(after), names)


def _goes_back(before: QWidget, after: QWidget, root: QWidget) -> bool:
    # A toast lies over whatever is there.
    if before.isAncestorOf(after) or isinstance(after.parentWidget(), Toast):
        return False
    one, other = _area(before, root), _area(after, root)
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    # What is never mirrored, such as a time line, is read its own way.
    alike = before.layoutDirection() == after.layoutDirection() == QApplication.layoutDirection()
    beside = other.right() <= one.left() if mirrored else other.left() >= one.right()
    behind = other.left() >= one.right() if mirrored else other.right() <= one.left()
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    level = shared > min(one.height(), other.height()) / 2
    return (level and behind and alike) or (other.bottom() <= one.top() and not beside)


def _area(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget is in its window, as far as it is seen."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(root.window(), QPoint(0, 0)))
