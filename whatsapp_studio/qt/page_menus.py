"""Decides how the commands of the current page come into the menu bar, and leave it with the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.page import Offers


class PageMenus:
    """``places`` are the window's menus by name, each with the command before which a page's go (None: at its end).

    ``own_edits`` are the window's commands for the field that has the focus: they make way for a page's own. The
    Journey menu, and the one of a page's own, are there only while a page has something for them; they stand before
    ``after_journey``.
    """

    def __init__(
        self, bar: QMenuBar, places: Mapping[str, tuple[QMenu, QAction | None]], own_edits: Sequence[QAction],
        after_journey: QMenu,
    ) -> None:  # fmt: skip
        self._bar, self._own_edits, self._after = bar, own_edits, after_journey
        self._journey = QMenu(tr("&Journey"), bar)
        self._own = QMenu(bar)
        self._places = {**places, "journey": (self._journey, None), "page": (self._own, None)}
        self._shown: list[tuple[QMenu, QAction]] = []
        self._lines: list[QAction] = []
        self._offers = Offers()
        places["edit"][0].aboutToShow.connect(self._fill)

    def show(self, offers: Offers) -> None:
        """Have these commands in the menus, and none that were there before from a page."""
        self._offers = offers
        self._fill(in_text=False)
        self._own.setTitle(offers.title)
        for name, menu in (("journey", self._journey), ("page", self._own)):
            if name in offers.menus:
                self._bar.insertMenu(self._after.menuAction(), menu)
            else:
                self._bar.removeAction(menu.menuAction())

    def _fill(self, in_text: bool | None = None) -> None:
        if in_text is None:
            in_text = is_text(QApplication.focusWidget())
        for menu, action in self._shown:
            menu.removeAction(action)
        for line in self._lines:
            line.deleteLater()
        self._shown, self._lines = [], []
        menus = self._offers.menus
        make_way = set(self._offers.for_fields) if in_text else set()
        for action in self._own_edits:
            action.setVisible("edit" not in menus or bool(make_way))
        for name, actions in menus.items():
            menu, before = self._places[name]
            wanted = [action or self._line(menu) for action in actions if action not in make_way]
            # A line parts them from the window's own, unless there is one already.
            if before is not None and before.isSeparator():
                wanted.insert(0, self._line(menu))
            else:
                wanted.append(self._line(menu))
            for action in wanted:
                menu.insertAction(before, action) if before else menu.addAction(action)
                self._shown.append((menu, action))

    def _line(self, menu: QMenu) -> QAction:
        line = QAction(menu)
        line.setSeparator(True)
        self._lines.append(line)
        return line


def is_text(widget: QWidget | None) -> bool:
    """Whether one writes in it, so that the Edit menu is about what is written."""
    return isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox)
