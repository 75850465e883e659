"""Decides how calendars of others are brought in, shown, read again and taken away, and ours is written to a file."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.campaigns.campaign import STATES
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.files import choose_open, choose_save
from whatsapp_studio.qt.widgets.plain import unmarked
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.services.calendar import Calendar, Imported

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_AHEAD = timedelta(days=366)
_SAID = 3


class CalendarsMenu(QObject):
    """A menu of the calendars beside ours. ``failed`` carries the words of what went wrong."""

    failed = Signal(str)

    def __init__(self, studio: Studio, widget: QWidget) -> None:
        super().__init__(widget)
        self._studio, self._widget = studio, widget
        self.menu = QMenu(tr("Calendars"), widget)
        self.menu.aboutToShow.connect(self._fill)

    def bring_in(self, path: Path) -> None:
        """Read a calendar from a file, beside the window."""
        calendar = self._studio.calendar
        Job(self, lambda _progress: calendar.bring_in(path)).on_done(self._brought).on_failed(self._say).run()

    def refresh(self, calendar_id: int) -> None:
        """Read a calendar's file again."""
        calendar = self._studio.calendar
        Job(self, lambda _progress: calendar.refresh(calendar_id)).on_done(self._brought).on_failed(self._say).run()

    def remove(self, one: Calendar) -> None:
        """Take a calendar away; it can be brought in again from its file for ten seconds at once."""
        self._studio.calendar.remove(one.id)
        path = Path(one.path)
        Toast.show_in(
            self._widget, tr("The calendar “{name}” was removed.", name=one.name), tr("Undo"),
            partial(self.bring_in, path),
        )  # fmt: skip

    def export(self, path: Path) -> None:
        """Write what campaigns have from now on to a file."""
        calendar, now = self._studio.calendar, self._studio.clock.now()
        states: dict[str, str] = {state: wording.state_word(state) for state in STATES}

        def done(n: int) -> None:
            Toast.show_in(self._widget, ntr("{n} event was exported.", "{n} events were exported.", n))

        job = Job(self, lambda _progress: calendar.export(path, now - _AHEAD, now + _AHEAD, states))
        job.on_done(done).on_failed(self._say).run()

    def _fill(self) -> None:
        self.menu.clear()
        own = not self._studio.read_only
        for one in self._studio.calendar.all():
            menu = self.menu.addMenu(unmarked(one.name))
            shown = QAction(tr("Show"), menu)
            shown.setCheckable(True)
            shown.setChecked(one.shown)
            shown.triggered.connect(partial(self._studio.calendar.show, one.id))
            menu.addAction(shown)
            menu.addAction(icon("refresh-cw", "text"), tr("Read its file again"), partial(self.refresh, one.id))
            menu.addAction(icon("trash-2", "text"), tr("Remove"), partial(self.remove, one))
            menu.setEnabled(own)
        if self.menu.actions():
            self.menu.addSeparator()
        bring = self.menu.addAction(icon("upload", "text"), tr("Import a calendar…"), self._choose)
        bring.setEnabled(own)
        self.menu.addAction(icon("download", "text"), tr("Export our calendar…"), self._choose_export)

    def _choose(self) -> None:
        kinds = tr("Calendars ({kinds})", kinds="*.ics *.csv") + ";;" + tr("All files (*)")
        path = choose_open(self._widget, "calendar", tr("Import a calendar"), kinds)
        if path is not None:
            self.bring_in(path)

    def _choose_export(self) -> None:
        kinds = tr("Calendars ({kinds})", kinds="*.ics")
        path = choose_save(self._widget, "calendar", tr("Export our calendar"), f"{tr('campaigns')}.ics", kinds)
        if path is not None:
            self.export(path)

    def _brought(self, imported: Imported) -> None:
        one = imported.calendar
        said = ntr("“{name}” has {n} event.", "“{name}” has {n} events.", one.events, name=one.name)
        if not imported.problems:
            Toast.show_in(self._widget, said)
            return
        words = [wording.sentence(problem) for problem in imported.problems[:_SAID]]
        rest = len(imported.problems) - _SAID
        if rest > 0:
            words.append(ntr("{n} more could not be read.", "{n} more could not be read.", rest))
        self.failed.emit(" ".join((said, *words)))

    def _say(self, error: StudioError) -> None:
        self.failed.emit(wording.sentence(error))
