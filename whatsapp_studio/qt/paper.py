"""Decides how a page that stands alone is put on paper: as a PDF, with Qt's own text and a style it understands."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.paths import resource

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_MARGIN_MM = 16
_DPI = 96


def write_pdf(html: str, path: Path, title: str) -> None:
    """Put a page of ``base.html`` into a PDF, whole or not at all; raises ``WorldError("cannot-write")``.

    Where inches are used it is Letter, else A4.
    """
    waiting = path.with_name(path.name + ".part")
    imperial = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)
    # Qt's text sets timers, also where it is never shown: a job's thread has what they need while a loop is there.
    loop = QEventLoop()
    try:
        waiting.touch()
        writer = QPdfWriter(str(waiting))
        writer.setTitle(title)
        writer.setCreator("WhatsApp Studio")
        writer.setResolution(_DPI)
        writer.setPageLayout(
            QPageLayout(
                size, QPageLayout.Orientation.Portrait, QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
                QPageLayout.Unit.Millimeter,
            )
        )  # fmt: skip
        document = QTextDocument()
        document.setDefaultStyleSheet(resource("print.css").read_text(encoding="utf-8"))
        document.setHtml(_STYLE.sub("", html))
        document.setPageSize(QSizeF(writer.width(), writer.height()))
        document.print_(writer)
        del document, writer, loop
        waiting.replace(path)
    except OSError as error:
        raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
    finally:
        waiting.unlink(missing_ok=True)
