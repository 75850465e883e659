"""Decides how the program tries out its own window: opened, painted and closed in every language."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QEventLoop, QObject, QSettings, QTimer, qVersion
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import i18n
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt import jobs, theme
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.main_window import PAGES, MainWindow, load_pages
from whatsapp_studio.services.selftest import NotWellError

_LANGUAGES = ("en", "nl")
_PAINTED_WITHIN_MS = 20_000
# A page that shows anything at all has more colours than this; an empty one has one or two.
_COLOURS = 8


def try_window(app: QApplication, room: Path) -> str:
    """Open, paint and close the window in each language; returns how that went. Raises ``NotWellError``."""
    if not QSvgRenderer(QByteArray(resource("icons/house.svg").read_bytes())).isValid():
        raise NotWellError(tr("Icons cannot be drawn."))
    load_pages()
    words, before = {}, i18n.language()
    began = time.monotonic()
    try:
        for language in _LANGUAGES:
            words[language] = _opened(app, room / language, language)
    finally:
        i18n.use(before)
    if words["en"] == words["nl"]:
        raise NotWellError(tr("The window says the same in every language: its translations are missing."))
    seconds = decimal(time.monotonic() - began)
    said = ntr(
        "{n} page was painted twice, in English and in Dutch, in {seconds} seconds.",
        "{n} pages were painted twice, in English and in Dutch, in {seconds} seconds.",
        len(PAGES), seconds=seconds,
    )  # fmt: skip
    return f"{said} Qt {qVersion()}, {app.platformName()}."


def _opened(app: QApplication, workspace: Path, language: str) -> list[str]:
    """Every page painted in a window; what its menu bar said."""
    studio = Studio.open(workspace)
    try:
        i18n.use_language(language)
        theme.apply(app, "light")
        bridge = Bridge()
        stop = studio.listen(bridge.tell)
        window = MainWindow(studio, bridge, QSettings(str(workspace / "window.ini"), QSettings.Format.IniFormat))
        try:
            for name, *_ in PAGES:
                window.go(name)
                _await_paint(window)
                _must_show_something(window.grab().toImage(), name)
            said = [action.text() for action in window.menuBar().actions()]
        finally:
            window.close()
            window.deleteLater()
            stop()
            jobs.wait_for_all()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        studio.close()
    return said


def _await_paint(window: QWidget) -> None:
    """Show a window, or draw it once more, and stay until it was painted. Raises ``NotWellError``."""
    loop = QEventLoop()
    painted = _Painted(window, loop)
    window.installEventFilter(painted)
    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(lambda: loop.exit(1))
    late.start(_PAINTED_WITHIN_MS)
    window.show()
    window.update()
    failed = loop.exec()
    window.removeEventFilter(painted)
    if failed:
        raise NotWellError(tr("The window was opened and nobody painted it."))


class _Painted(QObject):
    """Ends a loop when a window is painted."""

    def __init__(self, window: QWidget, loop: QEventLoop) -> None:
        super().__init__(window)
        self._loop = loop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._loop, lambda: self._loop.exit(0))
        return False


def _must_show_something(image: QImage, page: str) -> None:
    step_x, step_y = max(1, image.width() // 200), max(1, image.height() // 120)
    colours = {
        image.pixel(x, y) for x in range(0, image.width(), step_x) for y in range(0, image.height(), step_y)
    }  # fmt: skip
    if len(colours) < _COLOURS:
        raise NotWellError(tr("The page {page} stays empty.", page=page))
