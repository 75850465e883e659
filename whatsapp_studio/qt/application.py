"""Decides how the window program starts and ends: theme, Studio, engine, window, in this order."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt import jobs, language, theme
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.closing import may_close
from whatsapp_studio.qt.collecting import Collector
from whatsapp_studio.qt.first_paint import FirstPaint
from whatsapp_studio.qt.guard import log_qt
from whatsapp_studio.qt.icons import program_icon
from whatsapp_studio.qt.instance import Instance
from whatsapp_studio.qt.main_window import PAGES, MainWindow, load_pages
from whatsapp_studio.qt.session import Session
from whatsapp_studio.qt.tray import Tray
from whatsapp_studio.qt.widgets.dialogs import show_error

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
    # Within a Flatpak the desktop entry has the name of the Flatpak.
    app.setDesktopFileName(os.environ.get("FLATPAK_ID") or "whatsapp-studio")
    app.setWindowIcon(program_icon())
    if app.platformName() == "offscreen":
        _choose_font(app)
    return app


def _choose_font(app: QApplication) -> None:
    """Without a desktop nobody says which font to use."""
    families = set(QFontDatabase.families())
    for family in ("Noto Sans", "Inter", "Cantarell", "DejaVu Sans"):
        if family in families:
            app.setFont(QFont(family, 10))
            return


def run(workspace: Path, *, sample: bool = False, safe: bool = False, files: Sequence[Path] = ()) -> int:
    """Open the window on a workspace and stay until it is closed; returns the exit code.

    Where it is open already, that window comes forward and is given ``files`` to open. With ``sample`` the workspace is
    connected to the built-in sandbox and filled with made-up people. ``safe``: see :mod:`whatsapp_studio.qt.safe_mode`.
    """
    app = make_application()
    app.setQuitOnLastWindowClosed(True)
    theme.apply(app, "system")
    language.apply(app, "system")
    try:
        instance = Instance.take(workspace.expanduser().absolute(), files)
    except (OSError, TimeoutError) as error:
        code = "workspace-in-use" if isinstance(error, TimeoutError) else "cannot-write"
        return _refused(code, {"path": workspace, "details": getattr(error, "strerror", "") or ""})
    if instance is None:
        return 0
    try:
        studio = Studio.open(workspace)
    except StudioError as error:
        instance.leave()
        return _refused(error.code, error.facts)
    return Session(studio, instance).run(lambda session: _run(app, session, sample, safe, files))


def _refused(code: str, facts: Mapping[str, object]) -> int:
    QMessageBox.critical(None, tr("WhatsApp Studio"), explain(code, facts).text)
    return 1


def _run(app: QApplication, session: Session, sample: bool, safe: bool, files: Sequence[Path]) -> int:
    studio = session.studio
    Collector(app)
    language.apply(app, studio.settings.language)
    theme.apply(app, studio.settings.theme)  # type: ignore[arg-type]
    hints = app.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda: theme.apply(app, studio.settings.theme))  # type: ignore[arg-type]
    jobs.at_job_end(studio.done_with_thread)
    bridge = Bridge()
    studio.listen(bridge.tell)
    safe = session.begins(safe)
    window = MainWindow(studio, bridge, _memory(studio, safe))
    tray = Tray(window, studio)
    bridge.changed.connect(tray.on_changes)
    bridge.changed.connect(lambda changes: language.switch_with(app, window, changes))
    window.ask_before_closing(lambda: may_close(window, studio, tray))
    session.watch_over(window)
    window.show()
    if files:
        window.open_files(files)
    if safe:
        from whatsapp_studio.qt import safe_mode

        safe_mode.tell(window, lambda: _begin(window, studio, sample))
    else:
        FirstPaint(window, lambda: _go_on(window, studio, sample))
    return app.exec()


def _go_on(window: MainWindow, studio: Studio, sample: bool) -> None:
    """After the first paint: what needs the rest of the program's code."""
    window.go_on_where_left()
    if not studio.read_only:
        _begin(window, studio, sample)
    jobs.Job(window, lambda _progress: load_pages()).on_done(lambda _: window.warm_up()).run()


def _begin(window: MainWindow, studio: Studio, sample: bool) -> None:
    """The engine, the sandbox where it is wanted, the token where it is missing."""

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


def _memory(studio: Studio, safe: bool) -> QSettings:
    """Where windows remember their places: beside the workspace, or nowhere."""
    if safe:
        from whatsapp_studio.qt import safe_mode

        return safe_mode.memory()
    return QSettings(str(studio.paths.root / "window.ini"), QSettings.Format.IniFormat)


def try_out(room: Path) -> str:
    """Open, paint and close the window in every language on a workspace made in ``room``; how that went."""
    from whatsapp_studio.qt.trial import try_window

    app = make_application()
    log_qt()
    return try_window(app, room)


def screenshots(studio: Studio, folder: Path) -> list[Path]:
    """Pictures of the main pages as PNG files, light and dark, drawn without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    log_qt()
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
