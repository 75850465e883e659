"""Decides how campaigns are looked at before one is opened: as a list, or on a calendar by week or month."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.campaigns.campaign_list import CampaignList

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.calendar.planner import Planner

_VIEWS = {"list": mark("List"), "week": mark("Week"), "month": mark("Month")}
_PLACE = "campaigns/view"


class Front(QStackedWidget):
    """The list, and the calendar once somebody asks for it. ``switched`` tells that another one is shown."""

    opened = Signal(str)
    navigate = Signal(str, object)
    switched = Signal()

    def __init__(self, studio: Studio, memory: Callable[[], QSettings | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio, self._memory = studio, memory
        self.list = CampaignList(studio, memory=memory)
        self.list.opened.connect(self.opened)
        self.list.navigate.connect(self.navigate)
        self.addWidget(self.list)
        self.planner: Planner | None = None
        self.view, self._restored = "list", False
        self.switch = QWidget()
        row = QHBoxLayout(self.switch)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for key, words in _VIEWS.items():
            button = QPushButton(tr(words))
            button.setCheckable(True)
            button.setChecked(key == self.view)
            button.setProperty("role", "chip")
            button.clicked.connect(partial(self.show_view, key))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[key] = button

    def show_view(self, view: str, *_checked: object) -> None:
        """Show the list, or the calendar by week or month."""
        self.view = view
        self.buttons[view].setChecked(True)
        memory = self._memory()
        if memory is not None:
            memory.setValue(_PLACE, view)
        if view == "list":
            self.setCurrentWidget(self.list)
            self.list.refresh()
        else:
            planner = self._planner()
            self.setCurrentWidget(planner)
            planner.show_kind(view == "month")
        self.switched.emit()

    def restore(self) -> None:
        """Show what was shown last time, once the page is in a window that remembers it."""
        memory = None if self._restored else self._memory()
        if memory is None:
            return
        self._restored = True
        view = str(memory.value(_PLACE, "list"))
        if view in _VIEWS and view != self.view and self.list.any:
            self.show_view(view)

    def refresh(self) -> None:
        """Read what is shown again."""
        self.list.refresh()
        if self.planner is not None and self.view != "list":
            self.planner.refresh()

    def _planner(self) -> Planner:
        if self.planner is None:
            from whatsapp_studio.qt.calendar.planner import Planner

            self.planner = Planner(self.studio)
            self.planner.opened.connect(self.opened)
            self.planner.report_wanted.connect(lambda id: self.navigate.emit("reports", id))
            self.addWidget(self.planner)
        return self.planner
