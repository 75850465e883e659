"""Decides how a funnel is painted: bars of one scale, each with its number and the base of its share."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt import theme

_ROW, _BAR = 40, 22


@dataclass(frozen=True, slots=True)
class Stage:
    """One row of the funnel: its name, how many, and the share in words (``98 % of accepted``)."""

    name: str
    n: int
    share: str
    known: bool = True


class Funnel(QWidget):
    """Horizontal bars from the widest stage to the narrowest; what is not known is hatched, not zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Funnel"))

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """Paint ``stages`` from now on."""
        self._stages = stages
        said = (f"{s.name}: {number(s.n)}, {s.share}" if s.known else f"{s.name}: {s.share}" for s in stages)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, _ROW * max(1, len(self._stages)))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._stages:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        names = max(metrics.horizontalAdvance(stage.name) for stage in self._stages) + 16
        numbers = max(metrics.horizontalAdvance(self._figure(stage)) for stage in self._stages) + 12
        room = max(40.0, self.width() - names - numbers)
        most = max(1, *(stage.n for stage in self._stages)) if len(self._stages) > 1 else max(1, self._stages[0].n)
        for row, stage in enumerate(self._stages):
            top = row * _ROW
            text = QRectF(0, top, names, _ROW)
            painter.setPen(theme.color("text"))
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, stage.name)
            track = QRectF(names, top + (_ROW - _BAR) / 2, room, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface_alt"))
            painter.drawRoundedRect(track, 4, 4)
            if stage.known:
                width = room * stage.n / most
                painter.setBrush(theme.color("c1"))
                if width:
                    painter.drawRoundedRect(QRectF(names, track.top(), max(3.0, width), _BAR), 4, 4)
            else:
                brush = theme.color("border_strong")
                painter.setBrush(brush)
                painter.save()
                painter.setBrushOrigin(0, 0)
                painter.setBrush(Qt.BrushStyle.BDiagPattern)
                painter.drawRoundedRect(track, 4, 4)
                painter.restore()
            figure = QRectF(names + room + 12, top, numbers, _ROW)
            painter.setPen(theme.color("text" if stage.known else "text_muted"))
            painter.drawText(figure, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._figure(stage))
        painter.end()

    @staticmethod
    def _figure(stage: Stage) -> str:
        if not stage.known:
            return stage.share
        return f"{number(stage.n)}  {stage.share}" if stage.share else number(stage.n)
