"""Decides how templates are filtered: a menu of counted values for each facet, and a chip for each that is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import sort_key
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.templates.catalogue import Chosen
from whatsapp_studio.qt.templates.facets import FACETS, facet_word, value_word
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.flow import FlowLayout


class StayingMenu(QMenu):
    """A menu of ticks that stays open while one after another is set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._ticked(self.activeAction()):
            super().keyPressEvent(event)

    def _ticked(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class FilterBar(QWidget):
    """``changed`` comes when a value is chosen or taken away."""

    changed = Signal()

    def __init__(self, shown_in: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_in = shown_in
        self._chosen: Chosen = frozenset()
        self._counts: Mapping[str, Counter[str]] = {}
        self.menus: dict[str, StayingMenu] = {}
        self.buttons: list[QPushButton] = []
        self.chips: dict[tuple[str, str], QPushButton] = {}
        self._row = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for facet in FACETS:
            button = secondary_button(facet_word(facet))
            button.setProperty("role", "chip")
            menu = self.menus[facet] = StayingMenu(button)
            menu.setAccessibleName(facet_word(facet))
            menu.aboutToShow.connect(partial(self._fill, facet))
            button.setMenu(menu)
            button.setToolTip(tr("Show only some, by {facet}", facet=facet_word(facet).lower()))
            self._row.addWidget(button)
            self.buttons.append(button)
        self.clear_button = link_button(tr("Clear filters"), self.clear)
        self.clear_button.hide()
        self._row.addWidget(self.clear_button)

    @property
    def chosen(self) -> Chosen:
        """The values that are chosen, as (facet, value)."""
        return self._chosen

    def choose(self, chosen: Chosen) -> None:
        """Choose exactly these values."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_chips()
            self.changed.emit()

    def clear(self) -> None:
        """Choose nothing, which shows everything."""
        self.choose(frozenset())

    def toggle(self, facet: str, value: str) -> None:
        """Choose a value, or no longer."""
        self.choose(self._chosen ^ {(facet, value)})

    def show_counts(self, counts: Mapping[str, Counter[str]]) -> None:
        """How many templates each value would show now."""
        self._counts = counts
        for facet, menu in self.menus.items():
            if menu.isVisible():
                for action in menu.actions():
                    action.setText(self._counted(facet, str(action.data())))
        for (facet, value), chip in self.chips.items():
            chip.setText(self._said(facet, value))

    def phrase(self) -> str:
        """The chosen values in words, for whoever finds nothing."""
        return "; ".join(self._named(facet, value) for facet, value in sorted(self._chosen))

    def _fill(self, facet: str) -> None:
        menu = self.menus[facet]
        menu.clear()
        counts = self._counts.get(facet, Counter())
        named = ((value_word(facet, value, self._shown_in), value) for value in counts)
        words = sorted(named, key=lambda one: (sort_key(one[0]), one[1]))
        for _word, value in words:
            action = menu.addAction(self._counted(facet, value))
            action.setData(value)
            action.setCheckable(True)
            action.setChecked((facet, value) in self._chosen)
            action.triggered.connect(partial(self.toggle, facet, value))
        if not words:
            menu.addAction(tr("Nothing to choose")).setEnabled(False)

    def _counted(self, facet: str, value: str) -> str:
        word = value_word(facet, value, self._shown_in).replace("&", "&&")
        return f"{word}  ({number(self._counts.get(facet, Counter())[value])})"

    def _show_chips(self) -> None:
        focused = any(chip.hasFocus() for chip in self.chips.values())
        for key in self.chips.keys() - self._chosen:
            chip = self.chips.pop(key)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._row.removeWidget(self.clear_button)
        for facet, value in sorted(self._chosen - self.chips.keys()):
            chip = QPushButton(self._said(facet, value))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.setIcon(icon("x", "on_accent_soft"))
            chip.setIconSize(QSize(14, 14))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAutoDefault(False)
            name = tr("Remove the filter {filter}", filter=self._named(facet, value))
            chip.setAccessibleName(name)
            chip.setToolTip(name)
            chip.clicked.connect(partial(self.toggle, facet, value))
            self.chips[facet, value] = chip
            self._row.addWidget(chip)
        self._row.addWidget(self.clear_button)
        self.clear_button.setVisible(bool(self._chosen))
        if focused:
            after = next(iter(self.chips.values()), self.buttons[0])
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _named(self, facet: str, value: str) -> str:
        word = value_word(facet, value, self._shown_in)
        return tr("{facet}: {value}", facet=facet_word(facet), value=word)

    def _said(self, facet: str, value: str) -> str:
        return f"{self._named(facet, value)} ({number(self._counts.get(facet, Counter())[value])})".replace("&", "&&")
