"""Decides how the window program starts and ends: theme, Studio, engine, window, in this order."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSettings, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.base.words_running import must_be_open
from whatsapp_studio.qt import jobs, theme
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.collecting import Collector
from whatsapp_studio.qt.icons import program_icon
from whatsapp_studio.qt.main_window import PAGES, MainWindow, load_pages
from whatsapp_studio.qt.widgets.dialogs import show_error

log = logging.getLogger(__name__)
_SIZE = (1366, 768)


def make_application() -> QApplication:
    """The one QApplication, named so that desktops know it."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    # A thread that computes all the time gives way after a thousandth of a second: each time the window needs its turn.
    sys.setswitchinterval(0.001)
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("whatsapp-studio")
    app.setApplicationDisplayName("WhatsApp Studio")
    app.setDesktopFileName("whatsapp-studio")
    app.setWindowIcon(program_icon())
    if app.platformName() == "offscreen":
        _choose_font(app)
    return app


def _log_qt() -> None:
    """Send what Qt has to say to the log instead of the terminal."""
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
    }  # fmt: skip

    def heard(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        # Said for every window where there is no screen, and of no use to anybody.
        if "propagateSizeHints" not in text:
            log.log(levels.get(kind, logging.WARNING), "Qt: %s", text)

    qInstallMessageHandler(heard)


def _choose_font(app: QApplication) -> None:
    """Without a desktop nobody says which font to use."""
    families = set(QFontDatabase.families())
    for family in ("Noto Sans", "Inter", "Cantarell", "DejaVu Sans"):
        if family in families:
            app.setFont(QFont(family, 10))
            return


def run(workspace: Path, *, sample: bool = False) -> int:
    """Open the window on a workspace and stay until it is closed; returns the exit code.

    With ``sample`` the workspace is connected to the built-in sandbox and filled with made-up people.
    """
    app = make_application()
    _log_qt()
    app.setQuitOnLastWindowClosed(True)
    theme.apply(app, "system")
    try:
        studio = Studio.open(workspace)
    except StudioError as error:
        words = explain(error.code, error.facts)
        QMessageBox.critical(None, tr("WhatsApp Studio"), words.text)
        return 1
    crash_log = (studio.paths.logs / "crash.log").open("a", encoding="utf-8")
    faulthandler.enable(crash_log)
    try:
        return _run(app, studio, sample)
    finally:
        jobs.wait_for_all()
        studio.close()
        faulthandler.disable()
        crash_log.close()


def _run(app: QApplication, studio: Studio, sample: bool) -> int:
    Collector(app)
    theme.apply(app, studio.settings.theme)  # type: ignore[arg-type]
    hints = app.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda: theme.apply(app, studio.settings.theme))  # type: ignore[arg-type]
    jobs.at_job_end(studio.done_with_thread)
    bridge = Bridge()
    studio.listen(bridge.tell)
    window = MainWindow(studio, bridge, _memory(studio))
    window.ask_before_closing(lambda: _may_close(window, studio))
    signal.signal(signal.SIGINT, lambda *_: window.close())
    # Python looks at signals only between its own instructions; a timer gives it some.
    awake = QTimer(window)
    awake.start(500)
    awake.timeout.connect(lambda: None)
    window.show()
    if not studio.read_only:
        QTimer.singleShot(0, window, lambda: _begin(window, studio, sample))
    jobs.Job(window, lambda _progress: load_pages()).on_done(lambda _: window.warm_up()).run()
    return app.exec()


def _begin(window: MainWindow, studio: Studio, sample: bool) -> None:
    """After the first paint: the engine, the sandbox where it is wanted, the token where it is missing."""

    def work(_progress: object) -> str:
        account = studio.connection.current()
        # The sandbox is told where to post; any free port will do, and two workspaces never want the same one.
        elsewhere = os.environ.get("WHATSAPP_STUDIO_GRAPH_URL")
        own_sandbox = sample or (account is not None and account.is_sandbox and not elsewhere)
        studio.engine.start(receiving=studio.settings.webhook_enabled, port=0 if own_sandbox else None)
        if own_sandbox:
            studio.sample.prepare() if sample else studio.sample.connect()
            return "stored"
        return studio.connection.token_state() if account is not None else "stored"

    def ready(token: str) -> None:
        # What is loaded now stays: the collector need not look at it again, and again.
        gc.freeze()
        if token == "missing":
            from whatsapp_studio.qt.connection.token_dialog import ask_for_token

            ask_for_token(window, studio)

    jobs.Job(window, work).on_done(ready).on_failed(
        lambda error: show_error(window, explain(error.code, error.facts))
    ).run()


def _may_close(window: MainWindow, studio: Studio) -> bool:
    """While something is sent, or somebody is inside a journey: keep going out of sight, quit, or stay."""
    status = studio.engine.status()
    busy = status.running and not status.paused_reason and any(c.state == "sending" for c in studio.campaigns.all())
    if busy:
        means = tr(
            "They leave only while the program runs. When you quit, sending waits and goes on at the next start; "
            "nobody gets a message twice."
        )
        return _ask(window, tr("Messages are being sent."), means, tr("Keep sending, minimise"))
    moving = [one for one in studio.running.lives().values() if one.state in ("running", "closed") and one.inside]
    if not status.running or not moving:
        return True
    inside = sum(one.inside for one in moving)
    said = ntr("{n} contact is inside a journey that runs.", "{n} contacts are inside journeys that run.", inside)
    return _ask(window, said, must_be_open(), tr("Keep running, minimise"))


def _ask(window: MainWindow, said: str, means: str, staying: str) -> bool:
    """Whether to quit, after all that is said; the first choice goes on out of sight."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(said)
    box.setInformativeText(means)
    keep = box.addButton(staying, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("Quit, go on next time"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is keep:
        window.showMinimized()
    return box.clickedButton() is leave


def _memory(studio: Studio) -> QSettings:
    """Where windows remember their places: beside the workspace."""
    return QSettings(str(studio.paths.root / "window.ini"), QSettings.Format.IniFormat)


def screenshots(studio: Studio, folder: Path) -> list[Path]:
    """Pictures of the main pages as PNG files, light and dark, drawn without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    _log_qt()
    jobs.at_job_end(studio.done_with_thread)
    bridge = Bridge()
    unlisten = studio.listen(bridge.tell)
    made: list[Path] = []
    try:
        for choice in ("light", "dark"):
            theme.apply(app, choice)
            window = MainWindow(studio, bridge, QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
            window.resize(*_SIZE)
            window.show()
            made += [_picture(app, window, name, folder / f"{name}-{choice}.png") for name, *_ in PAGES]
            draft = next((one for one in studio.campaigns.all() if one.state == "draft"), None)
            if draft is not None:
                made.append(_picture(app, window, "campaigns", folder / f"wizard-{choice}.png", draft.id))
            for n, journey in enumerate(sorted(studio.journeys.all(), key=lambda one: one.name), 1):
                made.append(_picture(app, window, "journeys", folder / f"journey-{n}-{choice}.png", journey.id))
            window.deleteLater()
            app.processEvents()
    finally:
        unlisten()
        jobs.wait_for_all()
    return made


def _picture(app: QApplication, window: MainWindow, name: str, path: Path, what: object = None) -> Path:
    window.go(name, what)
    _until_idle(app)
    window.grab().save(str(path))
    return path


def _until_idle(app: QApplication, most_ms: int = 5000) -> None:
    """Let jobs come back and timers fire until nothing is under way any more."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop

    deadline = QDeadlineTimer(most_ms)
    quiet = QDeadlineTimer(400)
    while not deadline.hasExpired() and (jobs.Job._running or not quiet.hasExpired()):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
