"""Decides what two fingers mean on the canvas: closer together is smaller, further apart is larger."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


def pinched(event: QEvent, widget: QWidget) -> tuple[float, QPoint] | None:
    """How much larger things become and round which point of a widget; None for what is no pinch."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            return 1 + event.value(), widget.mapFromGlobal(event.globalPosition().toPoint())
    elif isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            return pinch.scaleFactor(), widget.mapFromGlobal(pinch.centerPoint().toPoint())
    return None
