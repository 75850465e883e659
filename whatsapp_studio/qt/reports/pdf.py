"""Decides what a report is on paper: its page, with the charts as pictures, for Qt's text draws no shapes."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.qt.paper import write_pdf as put_on_paper

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports

_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
# As wide as the text of a page; drawn so much finer than a screen.
_WIDE, _FINER = 640, 3


def write_pdf(reports: Reports, campaign_id: str, path: Path, progress: Progress) -> int:
    """The page of a report as a PDF; returns how many messages it counts. Needs no window and may run in a job.

    Raises ``WorldError("cannot-write")`` and ``Cancelled``; then no file is left behind.
    """
    from whatsapp_studio.services.reporting_html import report_page

    report = reports.full(campaign_id, progress)
    html = _SVG.sub(lambda found: _picture(found[0]), report_page(report))
    if progress.cancelled():
        raise Cancelled
    put_on_paper(html, path, tr("Report of “{name}”", name=report.campaign.name))
    return report.counts.total


def _picture(svg: str) -> str:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    size.scale(_WIDE, 10_000, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size * _FINER, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    bytes_ = QByteArray()
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    code = base64.b64encode(bytes_.data()).decode()
    return f'<img src="data:image/png;base64,{code}" width="{size.width()}" height="{size.height()}">'
