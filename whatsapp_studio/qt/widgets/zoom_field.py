"""Decides how the scale of what is looked at is shown and set: in per cent, typed, stepped, or chosen from a menu."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from shiboken6 import isValid

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon

_STEPS = (10, 25, 50, 75, 100, 125, 150, 200, 300)


class Zoomable(Protocol):
    """What can be looked at closer: 1.0 is its own size."""

    @property
    def zoomed(self) -> SignalInstance: ...
    def zoom(self) -> float: ...
    def set_zoom(self, zoom: float) -> None: ...
    def fit(self) -> None: ...


class ZoomField(QWidget):
    """“68 %” at the foot of the window. It is there only while something can be zoomed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Zoomable | None = None
        self.menu = QMenu(self)
        for per_cent in reversed(_STEPS):
            self.menu.addAction(tr("{n} %", n=per_cent), partial(self._set, per_cent))
        self.menu.addSeparator()
        self.menu.addAction(tr("Show everything"), self._fit)
        self.button = QToolButton()
        self.button.setProperty("role", "status")
        self.button.setIcon(icon("zoom-in", "text_muted"))
        self.button.setIconSize(QSize(20, 14))
        self.button.setAccessibleName(tr("Choose a zoom"))
        self.button.setToolTip(tr("Choose a zoom"))
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.field = _PerCent(self._typed, self._step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.field)
        self.hide()

    def follow(self, view: Zoomable | None) -> None:
        """Show and set the zoom of ``view`` from now on; of nothing for None."""
        if view is self._view:
            return
        # What was looked at may be gone already, with the page it was on.
        if self._view is not None and isValid(self._view):
            self._view.zoomed.disconnect(self._show)
        self._view = view
        self.setVisible(view is not None)
        if view is not None:
            view.zoomed.connect(self._show)
            self._show(view.zoom())

    def _show(self, zoom: float) -> None:
        self.field.setText(tr("{n} %", n=round(zoom * 100)))

    def _typed(self) -> None:
        found = re.search(r"\d+", self.field.text())
        if found:
            self._set(int(found[0]))
        elif self._view is not None:
            self._show(self._view.zoom())

    def _step(self, way: int) -> None:
        if self._view is not None:
            now = round(self._view.zoom() * 100)
            beyond = [n for n in _STEPS if n > now] if way > 0 else [n for n in reversed(_STEPS) if n < now]
            if beyond:
                self._set(beyond[0])

    def _set(self, per_cent: int) -> None:
        if self._view is not None:
            self._view.set_zoom(max(_STEPS[0], min(per_cent, _STEPS[-1])) / 100)
            self._show(self._view.zoom())

    def _fit(self) -> None:
        if self._view is not None:
            self._view.fit()


class _PerCent(QLineEdit):
    """The number; Enter takes it, Up and Down step, Esc leaves it as it was."""

    def __init__(self, typed: Callable[[], None], step: Callable[[int], None]) -> None:
        super().__init__()
        self._step = step
        self.setProperty("role", "status")
        self.setFixedWidth(56)
        self.setAccessibleName(tr("Zoom in per cent"))
        self.setToolTip(tr("Zoom"))
        self.editingFinished.connect(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._step(1)
            case Qt.Key.Key_Down:
                self._step(-1)
            case Qt.Key.Key_Escape:
                self.clear()
                self.editingFinished.emit()
            case _:
                super().keyPressEvent(event)
