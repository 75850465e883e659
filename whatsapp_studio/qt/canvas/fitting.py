"""Decides from how far away and where a view looks so that what is asked for is in sight, beside the small map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF

from whatsapp_studio.qt.canvas.scene import JourneyScene

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.view import JourneyView

MARGIN = 48


def around(scene: JourneyScene, ids: Iterable[str]) -> QRectF:
    """The area of these items with what stands out of them; empty for none."""
    area = QRectF()
    for name in ids:
        if (item := scene.item_of(name)) is not None:
            area |= item.mapRectToScene(item.boundingRect())
    return area


def fit(view: JourneyView, area: QRectF) -> None:
    """Show all of an area, never larger than 100 %, and nothing of the journey under the small map."""
    if not area.isEmpty():
        _fit_in(view, area, view.viewport().rect())
        if view.minimap.covers(MARGIN // 2):
            _fit_in(view, area, max(view.minimap.beside(), key=lambda room: _zoom_for(area, room)))


def show_whole(view: JourneyView, ids: Iterable[str]) -> None:
    """Have these items in sight, with as little change of what is seen as that takes."""
    area = around(view.canvas(), ids)
    if area.isEmpty() or view.visible().contains(area):
        return
    if _zoom_for(area, view.viewport().rect()) < view.zoom():
        fit(view, area)
        return
    edge = MARGIN / 2 / view.zoom()
    seen = view.visible().adjusted(edge, edge, -edge, -edge)
    dx = max(area.right() - seen.right(), 0.0) + min(area.left() - seen.left(), 0.0)
    dy = max(area.bottom() - seen.bottom(), 0.0) + min(area.top() - seen.top(), 0.0)
    view.pan(round(dx * view.zoom()), round(dy * view.zoom()))


def _fit_in(view: JourneyView, area: QRectF, room: QRect) -> None:
    view.set_zoom(min(_zoom_for(area, room), 1.0))
    view.put(area.center(), QPointF(room.center()))


def _zoom_for(area: QRectF, room: QRect) -> float:
    wide, high = max(room.width() - MARGIN, 1), max(room.height() - MARGIN, 1)
    return min(wide / area.width(), high / area.height())
