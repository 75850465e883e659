"""Decides that what somebody is led to is in sight: the area it scrolls in moves there."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 24


def reveal(widget: QWidget) -> None:
    """Scroll to ``widget`` once everything around it has its place."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    area: QWidget | None = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, _AROUND, _AROUND)
