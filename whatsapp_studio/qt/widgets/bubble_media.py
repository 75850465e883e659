"""Decides how a picture, a video, a document or a place looks above a message; nothing is ever fetched for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import colored
from whatsapp_studio.templates.bubble import HeaderPart

_RATIO = 1.91  # what Meta asks for above a message
_MOST_PIXELS = 1200
_ICONS = {"image": "image", "video": "play", "gif": "play", "location": "map-pin", "product": "tag"}


def media_height(header: HeaderPart, wide: float, font: QFont) -> float:
    """How tall a header without text is at a width."""
    line = QFontMetricsF(font).height()
    match header.kind:
        case "document":
            return max(58.0, 2 * line + 20)
        case "location":
            return round(wide / 2.2) + (line + 14 if header.text else 0)
        case _:
            return round(wide / _RATIO)


def paint_media(
    painter: QPainter, header: HeaderPart, rect: QRectF, font: QFont, colours: Mapping[str, str], ratio: float
) -> None:
    """Draw a header without text into a rectangle."""
    frame = QPainterPath()
    frame.addRoundedRect(rect, 6, 6)
    painter.save()
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    if header.kind == "document":
        _document(painter, header, rect, colours)
    elif header.kind == "location":
        _location(painter, header, rect, colours, ratio)
    else:
        picture = _local_picture(header, rect.size().toSize() * ratio) if header.kind == "image" else None
        if picture is None:
            _nothing_chosen(painter, header, rect, colours, ratio)
        else:
            picture.setDevicePixelRatio(ratio)
            size = picture.deviceIndependentSize()
            painter.drawPixmap(rect.center() - QPointF(size.width() / 2, size.height() / 2), picture)
    painter.restore()


def _nothing_chosen(
    painter: QPainter, header: HeaderPart, rect: QRectF, colours: Mapping[str, str], ratio: float
) -> None:
    shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    shade.setColorAt(0, QColor(colours["media"]))
    shade.setColorAt(1, QColor(colours["media_low"]))
    painter.fillRect(rect, shade)
    size = min(56.0, rect.height() * 0.5)
    ring = QRectF(0, 0, size, size)
    ring.moveCenter(rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours["knob"]))
    painter.drawEllipse(ring)
    side = round(size * 0.46)
    mark = colored(_ICONS.get(header.kind, "image"), colours["knob_ink"], side, ratio)
    painter.drawPixmap(QPointF(ring.center().x() - side / 2, ring.center().y() - side / 2), mark)


def _document(painter: QPainter, header: HeaderPart, rect: QRectF, colours: Mapping[str, str]) -> None:
    painter.fillRect(rect, QColor(colours["code"]))
    name = header.text or tr("Document")
    ending = Path(name).suffix.lstrip(".").upper()[:4] if header.text else ""
    sheet = QRectF(rect.left() + 12, rect.center().y() - 18, 29, 36)
    page = QPainterPath()
    page.moveTo(sheet.topLeft())
    page.lineTo(sheet.right() - 9, sheet.top())
    page.lineTo(sheet.right(), sheet.top() + 9)
    page.lineTo(sheet.bottomRight())
    page.lineTo(sheet.bottomLeft())
    page.closeSubpath()
    painter.fillPath(page, QColor(colours["page"]))
    font = QFont(painter.font())
    painter.save()
    small = QFont(font)
    small.setPixelSize(9)
    small.setBold(True)
    painter.setFont(small)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(sheet.adjusted(0, 8, 0, 0), Qt.AlignmentFlag.AlignCenter, ending)
    painter.restore()
    left = rect.left() + 52
    line = QFontMetricsF(font)
    room = QRectF(left, rect.center().y() - line.height(), rect.right() - left - 10, line.height())
    painter.setPen(QColor(colours["text"]))
    painter.drawText(room, 0, line.elidedText(name, Qt.TextElideMode.ElideMiddle, room.width()))
    painter.setPen(QColor(colours["meta"]))
    kind = tr("{ending} · document", ending=ending) if ending else tr("No file chosen yet")
    painter.drawText(room.translated(0, line.height()), 0, kind)


def _location(painter: QPainter, header: HeaderPart, rect: QRectF, colours: Mapping[str, str], ratio: float) -> None:
    line = QFontMetricsF(painter.font()).height()
    map_ = QRectF(rect)
    if header.text:
        map_.setBottom(rect.bottom() - line - 14)
        painter.fillRect(QRectF(rect.left(), map_.bottom(), rect.width(), line + 14), QColor(colours["code"]))
    painter.fillRect(map_, QColor(colours["land"]))
    painter.save()
    painter.setClipRect(map_, Qt.ClipOperation.IntersectClip)
    park = QPainterPath()
    park.addRoundedRect(
        QRectF(map_.left() + map_.width() * 0.62, map_.top() - 10, map_.width() * 0.3, map_.height() * 0.5), 10, 10
    )
    painter.fillPath(park, QColor(colours["park"]))
    for thick, (x1, y1, x2, y2) in (
        (9, (-0.1, 0.78, 1.1, 0.52)), (6, (0.22, -0.1, 0.36, 1.1)), (6, (0.58, -0.1, 0.66, 1.1)),
        (3, (-0.1, 0.34, 1.1, 0.16)), (3, (0.84, -0.1, 0.9, 1.1)), (3, (0.05, -0.1, 0.12, 1.1)),
    ):  # fmt: skip
        painter.setPen(QPen(QColor(colours["road"]), thick))
        painter.drawLine(
            QPointF(map_.left() + map_.width() * x1, map_.top() + map_.height() * y1),
            QPointF(map_.left() + map_.width() * x2, map_.top() + map_.height() * y2),
        )
    painter.restore()
    painter.drawPixmap(map_.center() - QPointF(16, 30), colored("map-pin", colours["pin"], 32, ratio))
    if header.text:
        room = QRectF(rect.left() + 10, map_.bottom() + 7, rect.width() - 20, line)
        painter.setPen(QColor(colours["text"]))
        said = QFontMetricsF(painter.font()).elidedText(header.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)


def _local_picture(header: HeaderPart, size: QSize) -> QPixmap | None:
    """The header's picture, filling ``size``, when it is a file on this machine."""
    if not header.media_is_link:
        return None
    address = urlparse(header.media)
    if address.scheme == "file":
        path = Path(url2pathname(address.path))
    elif len(address.scheme) <= 1:  # no scheme, or the letter of a drive
        path = Path(header.media)
    else:
        return None
    try:
        image = _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return None
    if image.isNull():
        return None
    way = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return QPixmap.fromImage(image.scaled(size, way, Qt.TransformationMode.SmoothTransformation))


@lru_cache(maxsize=8)
def _read(path: Path, _changed_at: int) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _MOST_PIXELS:
        reader.setScaledSize(size.scaled(_MOST_PIXELS, _MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
