"""Decides how a picture, a video, a document or a place looks above a message; nothing is ever fetched for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from whatsapp_studio.base import local
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import colored
from whatsapp_studio.qt.widgets.bubble_phone import Phone
from whatsapp_studio.templates.bubble import HeaderPart

_RATIO = 1.91  # what Meta asks for above a message
_ICONS = {"image": "image", "video": "play", "gif": "image", "product": "tag"}


def media_height(header: HeaderPart, wide: float, font: QFont) -> float:
    """How tall a header without text is at a width."""
    line = QFontMetricsF(font).height()
    match header.kind:
        case "document":
            return max(58.0, 2 * line + 20)
        case "location":
            return round(wide / 2.2) + (line + 14 if header.text else 0)
        case "product":
            return round(wide / _RATIO) + (line + 14 if header.text else 0)
        case _:
            return round(wide / _RATIO)


def paint_media(painter: QPainter, header: HeaderPart, rect: QRectF, font: QFont, phone: Phone) -> None:
    """Draw a header without text into a rectangle."""
    frame = QPainterPath()
    frame.addRoundedRect(rect, 6, 6)
    painter.save()
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    match header.kind:
        case "document":
            _document(painter, header, rect, phone)
        case "location":
            _location(painter, header, _titled(painter, header, rect, phone), phone)
        case _:
            _picture(painter, header, _titled(painter, header, rect, phone), phone)
    painter.restore()


def _titled(painter: QPainter, header: HeaderPart, rect: QRectF, phone: Phone) -> QRectF:
    """What is left of a rectangle above the title that stands at its foot."""
    if not header.text:
        return rect
    line = QFontMetricsF(painter.font())
    foot = QRectF(rect.left(), rect.bottom() - line.height() - 14, rect.width(), line.height() + 14)
    painter.fillRect(foot, QColor(phone.colours["code"]))
    painter.setPen(QColor(phone.colours["text"]))
    said = line.elidedText(header.text, Qt.TextElideMode.ElideRight, foot.width() - 20)
    painter.drawText(foot.adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter, said)
    return QRectF(rect.left(), rect.top(), rect.width(), rect.height() - foot.height())


def _picture(painter: QPainter, header: HeaderPart, rect: QRectF, phone: Phone) -> None:
    colours = phone.colours
    picture = None
    if header.kind in ("image", "gif"):
        picture = phone.files.picture(header, (rect.size() * phone.ratio).toSize())
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(rect, picture, QRectF(picture.rect()))
    else:
        shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
        shade.setColorAt(0, QColor(colours["media"]))
        shade.setColorAt(1, QColor(colours["media_low"]))
        painter.fillRect(rect, shade)
    small = QFont(painter.font())
    small.setPixelSize(max(1, round(small.pixelSize() * 0.84)))
    painter.setFont(small)
    if header.kind == "gif":
        _badge(painter, rect, "GIF", round=True)
    elif picture is None:
        _knob(painter, rect, _ICONS[header.kind], phone)
    if header.kind == "video" and (seconds := phone.files.seconds(header)) is not None:
        _badge(painter, rect, f"{seconds // 60}:{seconds % 60:02}", icon="video", ratio=phone.ratio)
    if picture is None and (said := _where(header, phone)):
        band = QFontMetricsF(small)
        foot = QRectF(rect.left(), rect.bottom() - band.height() - 8, rect.width(), band.height() + 8)
        painter.setPen(QColor(colours["knob_ink"]))
        cut = band.elidedText(said, Qt.TextElideMode.ElideMiddle, foot.width() - 16)
        painter.drawText(foot.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignCenter, cut)


def _where(header: HeaderPart, phone: Phone) -> str:
    """Why a file is not shown: it stands on the network, which nobody asked, or it is gone."""
    if header.kind == "video" and phone.files.bytes(header) is not None:
        return ""
    if header.media.startswith(("http://", "https://")):
        return header.media
    if header.media_is_link and phone.files.bytes(header) is None:
        return tr("The file is not on this computer")
    return ""


def _knob(painter: QPainter, rect: QRectF, icon: str, phone: Phone) -> None:
    size = min(56.0, rect.height() * 0.5)
    ring = QRectF(0, 0, size, size)
    ring.moveCenter(rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(phone.colours["knob"]))
    painter.drawEllipse(ring)
    side = round(size * 0.46)
    mark = colored(icon, phone.colours["knob_ink"], side, phone.ratio)
    nudge = side * 0.06 if icon == "play" else 0.0
    painter.drawPixmap(QPointF(ring.center().x() - side / 2 + nudge, ring.center().y() - side / 2), mark)


def _badge(
    painter: QPainter, rect: QRectF, said: str, *, round: bool = False, icon: str = "", ratio: float = 1.0
) -> None:
    """White words on a dark patch: a round one in the middle, or one at the lower left with an icon."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 140))
    if round:
        side = min(56.0, rect.height() * 0.5)
        patch = QRectF(0, 0, side, side)
        patch.moveCenter(rect.center())
        painter.drawEllipse(patch)
    else:
        tall = metrics.height() + 4
        patch = QRectF(rect.left() + 8, rect.bottom() - tall - 8, metrics.horizontalAdvance(said) + 34, tall)
        painter.drawRoundedRect(patch, tall / 2, tall / 2)
        painter.drawPixmap(QPointF(patch.left() + 8, patch.center().y() - 7), colored(icon, "#FFFFFF", 14, ratio))
        patch = patch.adjusted(18, 0, 0, 0)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, said)


def _document(painter: QPainter, header: HeaderPart, rect: QRectF, phone: Phone) -> None:
    colours = phone.colours
    painter.fillRect(rect, QColor(colours["code"]))
    name = header.text or tr("Document")
    ending = Path(name).suffix.lstrip(".").upper()[:4] if header.text else ""
    _sheet(painter, QRectF(rect.left() + 12, rect.center().y() - 18, 29, 36), ending, colours)
    font = QFont(painter.font())
    left = rect.left() + 52
    line = QFontMetricsF(font)
    room = QRectF(left, rect.center().y() - line.height(), rect.right() - left - 10, line.height())
    painter.setPen(QColor(colours["text"]))
    painter.drawText(room, 0, line.elidedText(name, Qt.TextElideMode.ElideMiddle, room.width()))
    painter.setPen(QColor(colours["meta"]))
    size = phone.files.bytes(header)
    facts = [ending or tr("Document")] if header.text else []
    if size is not None:
        facts.append(_size(size))
    kind = " · ".join(facts) if facts else tr("No file chosen yet")
    painter.drawText(room.translated(0, line.height()), 0, kind)


def _sheet(painter: QPainter, sheet: QRectF, ending: str, colours: Mapping[str, str]) -> None:
    page = QPainterPath(sheet.topLeft())
    page.lineTo(sheet.right() - 9, sheet.top())
    page.lineTo(sheet.right(), sheet.top() + 9)
    page.lineTo(sheet.bottomRight())
    page.lineTo(sheet.bottomLeft())
    page.closeSubpath()
    painter.fillPath(page, QColor(colours["page"]))
    painter.save()
    small = QFont(painter.font())
    small.setPixelSize(9)
    small.setBold(True)
    painter.setFont(small)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(sheet.adjusted(-4, 8, 4, 0), Qt.AlignmentFlag.AlignCenter, ending)
    painter.restore()


def _size(size: int) -> str:
    if size >= 1_000_000:
        return tr("{n} MB", n=local.decimal(size / 1_000_000))
    return tr("{n} kB", n=max(1, round(size / 1000)))


def _location(painter: QPainter, header: HeaderPart, map_: QRectF, phone: Phone) -> None:
    colours = phone.colours
    painter.fillRect(map_, QColor(colours["land"]))
    painter.save()
    painter.setClipRect(map_, Qt.ClipOperation.IntersectClip)
    at, wide, tall = map_.topLeft(), map_.width(), map_.height()
    park = QPainterPath()
    park.addRoundedRect(QRectF(at.x() + wide * 0.67, at.y() - 10, wide * 0.18, tall * 0.38), 8, 8)
    painter.fillPath(park, QColor(colours["park"]))
    water = QPainterPath(QPointF(at.x(), at.y() + tall * 0.86))
    water.cubicTo(
        QPointF(at.x() + wide * 0.3, at.y() + tall * 0.78), QPointF(at.x() + wide * 0.35, at.y() + tall * 1.1),
        QPointF(at.x() + wide * 0.5, at.y() + tall * 1.02),
    )  # fmt: skip
    water.lineTo(QPointF(at.x(), at.y() + tall * 1.1))
    painter.fillPath(water, QColor(colours["water"]))
    for thick, (x1, y1, x2, y2) in (
        (9, (-0.1, 0.72, 1.1, 0.5)), (6, (0.22, -0.1, 0.36, 1.1)), (6, (0.58, -0.1, 0.66, 1.1)),
        (3, (-0.1, 0.34, 1.1, 0.16)), (3, (0.84, -0.1, 0.9, 1.1)), (3, (0.05, -0.1, 0.12, 1.1)),
    ):  # fmt: skip
        painter.setPen(QPen(QColor(colours["road"]), thick))
        painter.drawLine(at + QPointF(wide * x1, tall * y1), at + QPointF(wide * x2, tall * y2))
    painter.restore()
    _pin(painter, QPointF(map_.center().x(), map_.center().y() + 4), QColor(colours["pin"]))


def _pin(painter: QPainter, point: QPointF, ink: QColor) -> None:
    """A filled pin whose point stands at a place."""
    head = QRectF(point.x() - 12, point.y() - 33, 24, 24)
    shape = QPainterPath(point)
    shape.cubicTo(point - QPointF(3, 9), point - QPointF(12, 13), head.center() - QPointF(12, 0))
    shape.arcTo(head, 180, -180)
    shape.cubicTo(point + QPointF(12, -13), point + QPointF(3, -9), point)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 50))
    painter.drawEllipse(point, 6, 2.5)
    painter.setBrush(ink)
    painter.drawPath(shape)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(head.center(), 4.5, 4.5)
