"""Decides how bringing the templates up to date is started, watched, cancelled and, where it fails, explained."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.progress import ProgressRow
from whatsapp_studio.services.syncing import SyncResult

_CONNECTION_CODES = ("not-connected", "token-missing", "token-malformed", "permission-missing", "meta-190")


class SyncBar(QWidget):
    """Out of sight until there is something to see: a sync under way, or why the last one failed.

    ``moved`` comes when one begins or ends, ``synced`` with its result, ``connection_wanted`` when only a better
    connection would help.
    """

    moved = Signal()
    synced = Signal(object)
    connection_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._job: Job[SyncResult] | None = None
        self.banner: Banner | None = None
        self.progress = ProgressRow(self.cancel)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.progress)
        self.progress.hide()
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a sync is under way."""
        return self._job is not None and self._job.running

    @property
    def busy(self) -> bool:
        """Whether there is something to see."""
        return self.running or self.banner is not None

    def start(self) -> None:
        """Read the templates from Meta; the stored ones stay until all are there."""
        if self._studio.read_only or self.running:
            return
        self._say(None)
        self.progress.reset(tr("Reading the templates from Meta…"))
        self._job = (
            Job(self, self._studio.templates.sync)
            .on_progress(self.progress.show_progress)
            .on_done(self._done)
            .on_failed(self._failed)
            .on_cancelled(self._show)
            .run()
        )
        self._show()

    def cancel(self) -> None:
        """Stop reading; everything stays as it was."""
        if self._job is not None:
            self._job.cancel()

    def _done(self, result: SyncResult) -> None:
        self._show()
        self.synced.emit(result)

    def _failed(self, error: StudioError) -> None:
        words = explain(error.code, error.facts).text
        if self._studio.templates.synced_at() is not None:
            words += " " + tr("Below is the copy of before.")
        action = (
            (tr("Open connection"), self.connection_wanted.emit)
            if error.code in _CONNECTION_CODES
            else (tr("Try again"), self.start)
        )
        self._say(Banner("error", words, action))
        self._show()

    def _say(self, banner: Banner | None) -> None:
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
        self.banner = banner
        if banner is not None:
            self._box.addWidget(banner)

    def _show(self) -> None:
        self.progress.setVisible(self.running)
        self.setVisible(self.busy)
        self.moved.emit()
