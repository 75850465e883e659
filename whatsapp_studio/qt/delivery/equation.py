"""Decides how the four numbers of a sending are shown: as a sum that visibly adds up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import ctr, number, tr
from whatsapp_studio.campaigns.campaign import Counts
from whatsapp_studio.qt import theme

_BAR, _GAP, _SWATCH = 10, 12, 8
_ROLES = ("border_strong", "info", "accent", "warning")


def parts(counts: Counts) -> tuple[tuple[str, int], ...]:
    """The four parts of the total in their order, with their words; their sum is ``counts.total``."""
    return (
        (ctr("part of a campaign", "planned"), counts.planned),
        (ctr("part of a campaign", "in flight"), counts.in_flight),
        (ctr("part of a campaign", "done"), counts.done),
        (ctr("part of a campaign", "excluded"), counts.excluded),
    )


def sentence(counts: Counts) -> str:
    """The sum in words, for a screen reader."""
    left = " + ".join(f"{number(n)} {name}" for name, n in parts(counts))
    return tr("{parts} = {total} in total", parts=left, total=number(counts.total))


class EquationBar(QWidget):
    """``planned + in flight + done + excluded = total``, each over its share of one bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Progress"))
        self.show_counts(Counts())

    def show_counts(self, counts: Counts) -> None:
        """Paint ``counts`` from now on."""
        self._counts = counts
        self.setAccessibleDescription(sentence(counts))
        self.setToolTip(sentence(counts))
        self.update()

    def sizeHint(self) -> QSize:
        big, small = self._fonts()
        return QSize(520, round(_BAR + _GAP + QFontMetricsF(big).height() + QFontMetricsF(small).height() + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
        self._paint_bar(painter)
        self._paint_sum(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface_alt"))
        painter.drawRoundedRect(whole, _BAR / 2, _BAR / 2)
        total = self._counts.total
        if not total:
            return
        shares = dict(zip(_ROLES, (n for _name, n in parts(self._counts)), strict=True))
        x = 0.0
        painter.save()
        painter.setClipRect(whole)
        for role in ("accent", "info", "border_strong", "warning"):
            width = self.width() * shares[role] / total
            if width:
                painter.setBrush(theme.color(role))
                painter.drawRect(QRectF(x, 0, max(width, 2.0), _BAR))
            x += width
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_sum(self, painter: QPainter) -> None:
        big, small = self._fonts()
        big_metrics, small_metrics = QFontMetricsF(big), QFontMetricsF(small)
        terms = [(role, name, number(n)) for role, (name, n) in zip(_ROLES, parts(self._counts), strict=True)]
        terms.append(("", ctr("part of a campaign", "total"), number(self._counts.total)))
        signs = ("+", "+", "+", "=")
        widths = [
            max(big_metrics.horizontalAdvance(n), small_metrics.horizontalAdvance(name) + (_SWATCH + 6 if role else 0))
            for role, name, n in terms
        ]
        free = max(0.0, self.width() - sum(widths))
        room = min(72.0, free / len(signs))
        x, top = 0.0, float(_BAR + _GAP)
        for index, ((role, name, n), width) in enumerate(zip(terms, widths, strict=True)):
            painter.setFont(big)
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(x, top, width + 1, big_metrics.height()), Qt.AlignmentFlag.AlignLeft, n)
            y = top + big_metrics.height()
            label_x = x
            if role:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(role))
                painter.drawRoundedRect(QRectF(x, y + (small_metrics.height() - _SWATCH) / 2, _SWATCH, _SWATCH), 2, 2)
                label_x += _SWATCH + 6
            painter.setFont(small)
            painter.setPen(theme.color("text_muted"))
            painter.drawText(QRectF(label_x, y, width + 1, small_metrics.height()), Qt.AlignmentFlag.AlignLeft, name)
            x += width
            if index < len(signs):
                painter.setFont(big)
                painter.drawText(QRectF(x, top, room, big_metrics.height()), Qt.AlignmentFlag.AlignCenter, signs[index])
                x += room

    def _fonts(self) -> tuple[QFont, QFont]:
        big, small = QFont(self.font()), QFont(self.font())
        big.setPointSizeF(self.font().pointSizeF() * 1.5)
        big.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(self.font().pointSizeF() * 0.92)
        return big, small
