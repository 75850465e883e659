"""Decides how icons are drawn: Lucide's lines in a colour of the theme, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt import theme

# They point along a line of text, and the other way where that is read from right to left.
_DIRECTED = frozenset(
    {"arrow-right", "chevron-left", "chevron-right", "corner-down-right", "panel-left-close", "panel-left-open"}
)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, width: int, height: int, mirrored: bool = False) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if mirrored:
        painter.translate(width, 0)
        painter.scale(-1, 1)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    side = min(width, height)
    renderer.render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    return image


class _Engine(QIconEngine):
    """Draws an icon in the colour its role has now, so that a theme change needs no new icons."""

    def __init__(self, name: str, role: str, role_on: str) -> None:
        super().__init__()
        self._name, self._role, self._role_on = name, role, role_on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatioF()
        painter.drawImage(rect, self._image(mode, state, round(rect.width() * scale), round(rect.height() * scale)))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = self.pixmap(size, mode, state)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap() if size.isEmpty() else QPixmap.fromImage(self._image(mode, state, size.width(), size.height()))

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._role_on)

    def _image(self, mode: QIcon.Mode, state: QIcon.State, width: int, height: int) -> QImage:
        mirrored = self._name in _DIRECTED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return _drawn(self._name, self._colour(mode, state), width, height, mirrored)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return theme.hex_of("text_disabled")
        return theme.hex_of(self._role_on if state == QIcon.State.On else self._role)


class _Program(_Engine):
    """The program's own icon: drawn with fewer and thicker lines where it is small."""

    def __init__(self) -> None:
        super().__init__("app", "accent", "accent")

    def clone(self) -> QIconEngine:
        return _Program()

    def _image(self, mode: QIcon.Mode, state: QIcon.State, width: int, height: int) -> QImage:
        return _drawn("app-small" if min(width, height) <= 24 else "app", "", width, height)


def program_icon() -> QIcon:
    """The icon of the program itself, in its own colours; sharp at every size."""
    return QIcon(_Program())


def icon(name: str, color_role: str = "text", on_role: str = "") -> QIcon:
    """A Lucide icon; ``color_role`` is a colour token, ``on_role`` the one while it is checked."""
    _source(name)
    return QIcon(_Engine(name, color_role, on_role or color_role))


def pixmap(name: str, color_role: str, size: int, scale: float = 1.0) -> QPixmap:
    """An icon as a pixmap of ``size`` logical pixels."""
    image = _drawn(name, theme.hex_of(color_role), round(size * scale), round(size * scale))
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(scale)
    return made


def paint(painter: QPainter, name: str, color_role: str, at: QPoint, size: int) -> None:
    """Draw an icon with its top left corner at a point."""
    _Engine(name, color_role, color_role).paint(
        painter, QRect(at, QSize(size, size)), QIcon.Mode.Normal, QIcon.State.Off
    )


def colored(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """An icon in a colour of its own (``#RRGGBB``), for what does not follow the theme."""
    made = QPixmap.fromImage(_drawn(name, colour, round(size * scale), round(size * scale)))
    made.setDevicePixelRatio(scale)
    return made
