"""Decides how a message is painted as the person who gets it sees it on a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlparse
from urllib.request import url2pathname

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import colored
from whatsapp_studio.qt.widgets.bubble_text import DARK, LIGHT, document
from whatsapp_studio.templates.bubble import Bubble, ButtonPart, CardPart, HeaderPart, plain_text
from whatsapp_studio.templates.formatting import Line, Span

_MARGIN, _PAD, _RADIUS, _WIDEST, _NARROWEST = 16.0, 9.0, 9.0, 330.0, 160.0
_ROW = 42.0
_CARD, _CARD_GAP = 0.78, 8.0
_HEADER_ICONS = {
    "image": "image", "video": "video", "gif": "video", "document": "file-text", "location": "map-pin",
    "product": "tag",
}  # fmt: skip
_BUTTON_ICONS = {
    "reply": "reply", "url": "external-link", "phone": "phone", "copy": "copy", "flow": "list", "list": "list",
    "call": "phone", "other": "arrow-right",
}  # fmt: skip


class BubbleView(QWidget):
    """The phone's view of one message. Its light or dark look and text size are the phone's, not the program's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bubble: Bubble | None = None
        self._dark = False
        self._scale = 1.0
        self._time = "10:42"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(round(_NARROWEST + 2 * _MARGIN))
        self.setAccessibleName(tr("Preview on a phone"))

    def show_bubble(self, bubble: Bubble | None) -> None:
        """Show a message, or an empty phone for None."""
        self._bubble = bubble
        self.setAccessibleDescription(plain_text(bubble) if bubble else tr("Nothing to show yet"))
        self._settle()

    def set_dark(self, dark: bool) -> None:
        """The phone's dark look."""
        self._dark = dark
        self.update()

    def set_text_scale(self, scale: float) -> None:
        """The phone's text size: 1.0 as usual, 1.3 large."""
        self._scale = scale
        self._settle()

    def _settle(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), self.minimumWidth())))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._draw(None, float(width)) + 2 * _MARGIN)

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDEST + 2 * _MARGIN), self.heightForWidth(round(_WIDEST + 2 * _MARGIN)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours["wall"]))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        self._draw(painter, float(self.width()))

    @property
    def _colours(self) -> Mapping[str, str]:
        return DARK if self._dark else LIGHT

    def _font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(14.5 * factor * self._scale))
        font.setBold(bold)
        return font

    def _draw(self, painter: QPainter | None, width: float) -> float:
        """Lay out, and with a painter draw, the whole message; returns its height."""
        shown = self._bubble
        if shown is None:
            return 120.0
        wide = min(_WIDEST, max(_NARROWEST, width - 2 * _MARGIN))
        left, top = (width - wide) / 2, _MARGIN
        height = self._message(None, shown, left, top, wide)
        if painter is not None:
            self._paper(painter, QRectF(left, top, wide, height), tail=True)
            self._message(painter, shown, left, top, wide)
        if shown.cards:
            card_wide = wide * _CARD
            tall = max(self._card(None, card, 0, 0, card_wide) for card in shown.cards)
            y = top + height + _CARD_GAP
            if painter is not None:
                painter.save()
                painter.setClipRect(QRectF(left, y - 1, width - left, tall + 2))
                for number, card in enumerate(shown.cards):
                    x = left + number * (card_wide + _CARD_GAP)
                    self._paper(painter, QRectF(x, y, card_wide, tall), tail=False)
                    self._card(painter, card, x, y, card_wide)
                painter.restore()
            height += _CARD_GAP + tall
        return height

    def _paper(self, painter: QPainter, rect: QRectF, *, tail: bool) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, _RADIUS, _RADIUS)
        if tail:
            nib = QPainterPath()
            nib.moveTo(rect.left() - 8, rect.top())
            nib.lineTo(rect.left() + 12, rect.top())
            nib.lineTo(rect.left() + 2, rect.top() + 14)
            nib.closeSubpath()
            shape = shape.united(nib)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours["bubble"]))
        painter.drawPath(shape)

    def _message(self, painter: QPainter | None, shown: Bubble, x: float, y: float, wide: float) -> float:
        at = y + _PAD / 2
        inner = wide - 2 * _PAD
        at += self._header(painter, shown.header, x, at, wide)
        if shown.offer:
            at += self._text(painter, [Line((Span(shown.offer, bold=True),))], x + _PAD, at, inner, 1.0, "text") + 4
        if shown.body:
            at += self._text(painter, shown.body, x + _PAD, at, inner, 1.0, "text")
        if shown.footer:
            at += 6 + self._text(painter, [Line((Span(shown.footer),))], x + _PAD, at + 6, inner, 0.87, "meta")
        at += self._clock(painter, x + _PAD, at, inner)
        at += _PAD / 2
        return at - y + self._buttons(painter, shown.buttons, bool(shown.more_buttons), x, at, wide)

    def _card(self, painter: QPainter | None, card: CardPart, x: float, y: float, wide: float) -> float:
        at = y + _PAD / 2 + self._header(painter, card.header, x, y + _PAD / 2, wide)
        if card.body:
            at += self._text(painter, card.body, x + _PAD, at, wide - 2 * _PAD, 0.95, "text") + _PAD
        return at - y + self._buttons(painter, card.buttons, False, x, at, wide)

    def _header(self, painter: QPainter | None, header: HeaderPart | None, x: float, y: float, wide: float) -> float:
        if header is None:
            return 2.0
        if header.kind == "text":
            line = header.line or Line((Span(header.text),))
            bold = Line(tuple(_bold(span) for span in line.spans), rtl=line.rtl)
            return 2 + self._text(painter, [bold], x + _PAD, y + 2, wide - 2 * _PAD, 1.05, "text") + 4
        tall = 58.0 if header.kind == "document" else round((wide - _PAD) * 0.52)
        rect = QRectF(x + _PAD / 2, y, wide - _PAD, tall)
        if painter is not None:
            self._media(painter, header, rect)
        return tall + 6

    def _media(self, painter: QPainter, header: HeaderPart, rect: QRectF) -> None:
        picture = _local_picture(header) if header.kind == "image" else None
        frame = QPainterPath()
        frame.addRoundedRect(rect, 6, 6)
        painter.fillPath(frame, QColor(self._colours["media"]))
        if picture is not None:
            painter.save()
            painter.setClipPath(frame)
            fitted = picture.scaled(
                rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )  # fmt: skip
            painter.drawPixmap(
                QPointF(rect.center().x() - fitted.width() / 2, rect.center().y() - fitted.height() / 2), fitted
            )
            painter.restore()
            return
        mark = colored(_HEADER_ICONS.get(header.kind, "image"), self._colours["meta"], 28, self.devicePixelRatioF())
        if header.kind == "document":
            painter.drawPixmap(QPointF(rect.left() + 12, rect.center().y() - 14), mark)
            room = QRectF(rect.left() + 50, rect.top(), rect.width() - 60, rect.height())
            self._line(painter, header.text or tr("Document"), room, "text", Qt.AlignmentFlag.AlignVCenter)
            return
        lift = 10 if header.text else 0
        painter.drawPixmap(QPointF(rect.center().x() - 14, rect.center().y() - 14 - lift), mark)
        if header.text:
            room = QRectF(rect.left() + 10, rect.center().y() + 10, rect.width() - 20, 24)
            self._line(painter, header.text, room, "meta", Qt.AlignmentFlag.AlignCenter)

    def _text(
        self, painter: QPainter | None, lines: Sequence[Line], x: float, y: float, wide: float, factor: float, ink: str
    ) -> float:
        colours = {**self._colours, "text": self._colours[ink]}
        made: QTextDocument = document(lines, self._font(factor), colours, wide)
        if painter is not None:
            painter.save()
            painter.translate(x, y)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(colours["text"]))
            made.documentLayout().draw(painter, context)
            painter.restore()
        return made.size().height()

    def _clock(self, painter: QPainter | None, x: float, y: float, wide: float) -> float:
        font = self._font(0.76)
        tall = QFontMetricsF(font).height()
        if painter is not None:
            painter.setFont(font)
            painter.setPen(QColor(self._colours["meta"]))
            painter.drawText(QRectF(x, y, wide, tall), Qt.AlignmentFlag.AlignRight, self._time)
        return tall

    def _buttons(
        self, painter: QPainter | None, buttons: Sequence[ButtonPart], more: bool, x: float, y: float, wide: float
    ) -> float:
        rows = [(_BUTTON_ICONS.get(one.kind, "arrow-right"), one.text) for one in buttons]
        if more:
            rows.append(("list", tr("See all options")))
        row_tall = _ROW * max(1.0, self._scale * 0.9)
        if painter is not None:
            font = self._font(0.97)
            metrics = QFontMetricsF(font)
            for number, (icon_name, text) in enumerate(rows):
                top = y + number * row_tall
                painter.setPen(QPen(QColor(self._colours["line"]), 1))
                painter.drawLine(QPointF(x, top), QPointF(x + wide, top))
                said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - 60)
                whole = metrics.horizontalAdvance(said) + 22
                start = x + (wide - whole) / 2
                mark = colored(icon_name, self._colours["link"], 16, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(start, top + (row_tall - 16) / 2), mark)
                painter.setFont(font)
                painter.setPen(QColor(self._colours["link"]))
                room = QRectF(start + 22, top, whole, row_tall)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        return row_tall * len(rows)

    def _line(self, painter: QPainter, text: str, room: QRectF, ink: str, align: Qt.AlignmentFlag) -> None:
        font = self._font(0.92)
        painter.setFont(font)
        painter.setPen(QColor(self._colours[ink]))
        said = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, align, said)


def _bold(span: Span) -> Span:
    return Span(span.text, bold=True, italic=span.italic, strike=span.strike, placeholder=span.placeholder)


def _local_picture(header: HeaderPart) -> QPixmap | None:
    """The header's picture when it is a file on this machine; nothing is ever fetched from the network."""
    address = urlparse(header.media)
    if address.scheme not in ("", "file") or not header.media_is_link:
        return None
    image = QImage(url2pathname(address.path))
    return None if image.isNull() else QPixmap.fromImage(image)
