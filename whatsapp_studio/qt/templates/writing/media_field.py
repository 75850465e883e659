"""Decides how the sample of a header with media is chosen: a file, dropped or picked, or an address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.templates.writing.fields import ProblemLines
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.dropped import dropped
from whatsapp_studio.qt.widgets.fields import ErrorLine
from whatsapp_studio.qt.widgets.files import choose_open
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.creation_rules_media import media_problem

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

FILE = "file:"
_ENDINGS = {
    "IMAGE": (".png", ".jpg", ".jpeg"), "VIDEO": (".mp4",), "GIF": (".mp4",), "DOCUMENT": (".pdf",),
}  # fmt: skip


class MediaField(QFrame):
    """``chosen`` carries the sample: ``file:`` with a kept file's hash, or an address; empty for none."""

    chosen = Signal(str)

    def __init__(self, studio: Studio, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._form = "IMAGE"
        self._sample = ""
        self.setAcceptDrops(True)
        self.line = Line()
        self.line.setAccessibleName(name)
        self.line.setAcceptDrops(False)
        self.line.setPlaceholderText(tr("Drop a file here, choose one, or paste its address"))
        self.choose = secondary_button(tr("Choose file…"), self.pick, "folder-open")
        self.remove = icon_button("x", tr("Take the sample out"), lambda: self.chosen.emit(""))
        self.about = plain_label("caption", wrap=True)
        self.error = ErrorLine()
        self.trouble = ProblemLines()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.remove)
        row.addWidget(self.choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.about)
        box.addWidget(self.error)
        box.addWidget(self.trouble)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda text: self.chosen.emit(text.strip()))

    def show_sample(self, form: str, sample: str) -> None:
        """Mirror the sample of a header of a kind (``IMAGE``, …)."""
        self._form = form
        if sample != self._sample:
            self.error.say(None)
        self._sample = sample
        name, about = "", ""
        if sample.startswith(FILE):
            name, about = self._file(sample.removeprefix(FILE))
        self.line.setReadOnly(bool(name))
        text = name or sample
        if self.line.text() != text:
            self.line.setText(text)
        self.remove.setVisible(bool(sample))
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def _file(self, hash: str) -> tuple[str, str]:
        try:
            facts = self._studio.media.facts(hash)
        except StudioError as error:
            self.error.say(error)
            return hash[:12], ""
        problem = media_problem(self._form, facts.mime, facts.size)
        self.trouble.show_problems([problem] if problem else [])
        return facts.name, tr("Kept with your templates, and uploaded when you submit.")

    def pick(self) -> None:
        """Ask for a file."""
        endings = _ENDINGS.get(self._form, ())
        kinds = tr("Files Meta takes ({kinds})", kinds=" ".join(f"*{one}" for one in endings))
        path = choose_open(self, "template-sample", tr("Choose a sample"), kinds)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Keep a file as the sample, unless Meta would not take it; read outside this thread."""
        form, shelf = self._form, self._studio.media

        def work(_progress: Progress) -> tuple[str, Problem | None]:
            hash = shelf.keep(path)
            facts = shelf.facts(hash)
            return hash, media_problem(form, facts.mime, facts.size)

        Job(self, work).on_done(self._kept).on_failed(self.error.say).run()

    def _kept(self, found: tuple[str, Problem | None]) -> None:
        hash, problem = found
        if problem is not None and problem.severity == "error":
            self.error.say(problem)
            return
        self.chosen.emit(FILE + hash)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and dropped(event.mimeData(), *_ENDINGS.get(self._form, ())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event.mimeData(), *_ENDINGS.get(self._form, ()))
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setAcceptDrops(self.isEnabled())
