"""Decides how a journey leaves the program: as a picture, a drawing, a document, its own file, or on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.opening import open_file
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from whatsapp_studio.app import Studio

# The ending, the text of the command, and what such a file is called in the dialog.
_KINDS = (
    ("png", mark("&Picture (PNG)…"), mark("Picture")),
    ("svg", mark("&Drawing (SVG)…"), mark("Drawing")),
    ("pdf", mark("D&ocument (PDF)…"), mark("Document")),
    (SUFFIX.removeprefix("."), mark("&Journey file…"), mark("Journey")),
)
# A file's name has to fit in its folder, and in the dialog.
_PREVIEW = (860, 600)


class Exporting(QObject):
    """The Export menu of one journey. ``journey`` gives it as it is now; ``saved`` has it on the disk first."""

    def __init__(
        self, beside: QWidget, studio: Studio, journey: Callable[[], Journey], saved: Callable[[], bool]
    ) -> None:
        super().__init__(beside)
        self._beside, self._studio = beside, studio
        self._journey, self._saved = journey, saved
        self._printer: QPrinter | None = None
        self.menu = QMenu(tr("&Export"), beside)
        self.actions: dict[str, QAction] = {}
        for ending, text, kind in _KINDS:
            self.actions[ending] = self.menu.addAction(tr(text), partial(self._choose, ending, kind))
        self.print = QAction(tr("&Print…"), self)
        self.print.setShortcuts(QKeySequence.StandardKey.Print)
        self.print.triggered.connect(lambda: self.print_out())

    def _choose(self, ending: str, kind: str) -> None:
        name = file_name(self._journey().name, f".{ending}", tr("journey"))
        path = choose_save(self._beside, "export", tr("Export the journey"), name, f"{tr(kind)} (*.{ending})")
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the journey to a file of the kind it ends in, and offer to open it."""
        from whatsapp_studio.qt.canvas.export import drawn

        if path.suffix.lower() == SUFFIX:
            if not self._saved():
                return
            journeys, id = self._studio.journeys, self._journey().id

            def write() -> None:
                journeys.export_file(id, path)
        else:
            write = drawn(self._journey(), path, self._studio.clock.now())
        Job(self, lambda _progress: write()).on_done(lambda _none: self._written(path)).on_failed(self._say).run()

    def _written(self, path: Path) -> None:
        Toast.show_in(
            self._beside, tr("Exported as “{name}”", name=path.name), tr("Open folder"),
            lambda: open_file(self._beside, path.parent),
        )  # fmt: skip

    def _say(self, error: StudioError) -> None:
        show_error(self._beside, wording.explain(error.code, error.facts))

    def print_out(self) -> None:
        """Show the whole journey on its pages; from there it is printed, on the printer and the paper one likes."""
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from whatsapp_studio.qt.canvas.export import print_on

        journey, now = self._journey(), self._studio.clock.now()
        # The dialog only borrows it, for as long as it is there.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintPreviewDialog(self._printer, self._beside)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Print the journey"))
        dialog.resize(*_PREVIEW)
        dialog.paintRequested.connect(lambda on: print_on(journey, on, now))
        dialog.open()
