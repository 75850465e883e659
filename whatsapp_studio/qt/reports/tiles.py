"""Decides how a headline number looks: the value large, its words above, its base below; a door to its people."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt import theme
from whatsapp_studio.reports.headline import Figure

_PAD = 14


class Tile(QAbstractButton):
    """One figure. A click shows its people."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Mirror ``figure``."""
        self.figure = figure
        self.value = number(figure.n) if figure.n is not None else "–"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = tr("{label}: {value}, {base}", label=figure.label, value=self.value, base=figure.base)
        self.setAccessibleName(said)
        self.setAccessibleDescription(figure.tip)
        self.setToolTip(figure.tip)
        self.update()

    def sizeHint(self) -> QSize:
        big, small = self._fonts()
        plain = QFontMetrics(self.font())
        wide = max(
            QFontMetrics(big).horizontalAdvance(self.value),
            plain.horizontalAdvance(self.figure.label),
            QFontMetrics(small).horizontalAdvance(self.figure.base),
        )
        high = plain.height() + QFontMetrics(big).height() + QFontMetrics(small).height()
        return QSize(wide + 2 * _PAD, high + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        hot = self.isEnabled() and self.underMouse()
        painter.setPen(QPen(theme.color("border_strong" if hot else "border"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        big, small = self._fonts()
        y = box.top() + 10
        for text, font, role in (
            (self.figure.label, self.font(), "text_muted"),
            (self.value, big, "text"),
            (self.figure.base, small, "text_muted"),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            height = QFontMetrics(font).height()
            line = QRect(box.left() + _PAD, y, box.width() - 2 * _PAD + 4, height)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            y += height
        painter.end()

    def _fonts(self) -> tuple[QFont, QFont]:
        big, small = QFont(self.font()), QFont(self.font())
        big.setPointSizeF(self.font().pointSizeF() * 1.8)
        big.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(self.font().pointSizeF() * 0.88)
        return big, small
