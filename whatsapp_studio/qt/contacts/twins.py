"""Decides how it is told that people may be kept twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.banner import Banner


class TwinsBanner(QWidget):
    """Hidden where nobody is there twice. ``look_wanted`` carries the pairs of ids."""

    look_wanted = Signal(list)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._pairs: list[tuple[int, int]] = []
        self.banner = Banner("info", "", (tr("Look…"), lambda: self.look_wanted.emit(self._pairs)))
        self.banner.button.setEnabled(not studio.read_only)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.banner)
        self.hide()

    def look(self) -> None:
        """Look for them again, outside this thread."""
        people = self._studio.people

        def work(_progress: Progress) -> list[tuple[int, int]]:
            return people.twins()

        Job(self, work).on_done(self._show).run()

    def _show(self, pairs: list[tuple[int, int]]) -> None:
        self._pairs = pairs
        self.banner.set_text(
            ntr("{n} person may be here twice: under two spellings of one number.",
                "{n} people may be here twice: under two spellings of one number.", len(pairs))
        )  # fmt: skip
        self.setVisible(bool(pairs))
