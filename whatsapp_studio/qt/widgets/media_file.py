"""Decides how a file that goes along with messages is chosen and shown: by a button, or dropped on it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem, StudioError, UserError
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.files import choose_open
from whatsapp_studio.templates.creation_rules_media import media_problem

FILE = "file:"
_TALL = 44
_KIB, _MIB = 1024, 1024 * 1024
# What may be chosen for each kind of place: what to ask for, endings, limits in words, the icon.
_KINDS: dict[str, tuple[str, str, str, str]] = {
    "image": (mark("Choose a picture…"), "*.jpg *.jpeg *.png", mark("JPEG or PNG, up to 5 MB"), "image"),
    "video": (mark("Choose a video…"), "*.mp4 *.3gp", mark("MP4, up to 16 MB"), "video"),
    "gif": (mark("Choose a moving picture…"), "*.mp4", mark("MP4, up to 3.5 MB to move by itself"), "video"),
    "document": (mark("Choose a document…"), "*.pdf", mark("PDF, up to 100 MB"), "file-text"),
}
MEDIA_KINDS = frozenset(_KINDS)


class Facts(Protocol):
    """What is known of a kept file."""

    @property
    def name(self) -> str: ...
    @property
    def mime(self) -> str: ...
    @property
    def size(self) -> int: ...


class Shelf(Protocol):
    """Where files of the workspace are kept."""

    def keep(self, path: Path) -> str: ...
    def path(self, hash: str) -> Path: ...
    def facts(self, hash: str) -> Facts: ...


class MediaFile(QFrame):
    """A file of one kind (``image``, ``video``, ``gif``, ``document``).

    ``edited`` carries ``file:<hash>`` once a file is chosen that Meta takes, or nothing when it is taken away;
    ``example`` is for the example of a header that is written, of which Meta takes fewer kinds.
    """

    edited = Signal(str)

    def __init__(self, shelf: Shelf, kind: str, name: str, *, example: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self._shelf, self._kind, self._example = shelf, kind if kind in _KINDS else "document", example
        ask, _endings, limits, _icon = _KINDS[self._kind]
        self._value = ""
        self._job: Job[str] | None = None
        self.setAcceptDrops(True)
        self.choose = secondary_button(tr(ask), self._choose, "upload")
        self.choose.setAccessibleName(tr("{action} {place}", action=tr(ask), place=name))
        self.limits = muted(tr(limits))
        self.picture = QLabel()
        self.picture.setFixedSize(_TALL, _TALL)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.about = muted("")
        self.replace = secondary_button(tr("Replace…"), self._choose)
        self.remove = icon_button("x", tr("Remove the file: {place}", place=name), self._remove)
        self.error = ErrorLine(self.choose)
        self._empty, self._full = QWidget(), QWidget()
        empty = QHBoxLayout(self._empty)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.setSpacing(10)
        empty.addWidget(self.choose)
        empty.addWidget(self.limits, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        full = QHBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(10)
        full.addWidget(self.picture)
        full.addLayout(words, 1)
        full.addWidget(self.replace)
        full.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self._empty, self._full, self.error):
            box.addWidget(widget)
        self._show()

    def value(self) -> str:
        """``file:<hash>``, or nothing."""
        return self._value

    def show_value(self, value: str) -> None:
        """Mirror a value; one that is no file of the workspace shows as none. Emits nothing."""
        found = value if value.startswith(FILE) else ""
        if found != self._value:
            self._value = found
            self._show()

    def take(self, path: Path) -> None:
        """Keep a file outside the window's thread, and use it where Meta takes it."""
        shelf, kind, example = self._shelf, self._kind, self._example

        def work(_progress: Progress) -> str:
            problem = _too_large(path, kind, example)
            if problem is not None:
                raise UserError(problem.code, **problem.facts)
            hash = shelf.keep(path)
            facts = shelf.facts(hash)
            problem = media_problem(kind, facts.mime, facts.size, example=example)
            if problem is not None and problem.severity == "error":
                raise UserError(problem.code, **problem.facts)
            return hash

        self.error.say(None)
        self.choose.setEnabled(False)
        self.replace.setEnabled(False)
        job = self._job = Job(self, work)
        job.on_done(lambda hash: self._taken(f"{FILE}{hash}")).on_failed(self._refused).run()

    @property
    def busy(self) -> bool:
        """Whether a file is being kept at this moment."""
        return self._job is not None and self._job.running

    def _taken(self, value: str) -> None:
        self._ready()
        self._value = value
        self._show()
        self.edited.emit(value)

    def _refused(self, error: StudioError) -> None:
        self._ready()
        self.error.say(Problem(error.code, facts=error.facts))

    def _ready(self) -> None:
        self.choose.setEnabled(True)
        self.replace.setEnabled(True)

    def _choose(self) -> None:
        ask, endings, _limits, _icon = _KINDS[self._kind]
        kinds = ";;".join((tr("Files ({endings})", endings=endings), tr("All files (*)")))
        chosen = choose_open(self, f"media-{self._kind}", tr(ask).rstrip("…"), kinds)
        if chosen is not None:
            self.take(chosen)

    def _remove(self) -> None:
        self._value = ""
        self.error.say(None)
        self._show()
        self.choose.setFocus()
        self.edited.emit("")

    def _show(self) -> None:
        self._empty.setVisible(not self._value)
        self._full.setVisible(bool(self._value))
        if not self._value:
            return
        hash = self._value.removeprefix(FILE)
        ratio = self.devicePixelRatioF()
        try:
            facts = self._shelf.facts(hash)
            path: Path | None = self._shelf.path(hash)
        except StudioError as error:
            self.error.say(Problem(error.code, facts=error.facts))
            self.title.setText(tr("The file is gone"))
            self.about.setText("")
            self.picture.setPixmap(pixmap("triangle-alert", "warning", 20, ratio))
            return
        room = self.title.fontMetrics().averageCharWidth() * 34
        self.title.setText(self.title.fontMetrics().elidedText(facts.name, Qt.TextElideMode.ElideMiddle, room))
        self.title.setToolTip(facts.name)
        self.about.setText(size_text(facts.size))
        small = thumbnail(path, QSize(_TALL, _TALL), ratio) if path is not None and self._kind == "image" else None
        self.picture.setPixmap(small or pixmap(_KINDS[self._kind][3], "text_muted", 24, ratio))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if found:
            event.acceptProposedAction()
            self.take(found[0])


def _too_large(path: Path, kind: str, example: bool) -> Problem | None:
    """A file that is far too large is not even copied."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return Problem("file-unreadable", facts={"path": str(path), "details": error.strerror or ""})
    found = media_problem(kind, {"image": "image/png", "document": "application/pdf"}.get(kind, "video/mp4"), size,
                          example=example)  # fmt: skip
    return found if found is not None and found.severity == "error" else None


def size_text(size: int) -> str:
    """A number of bytes as people say it."""
    if size < _MIB:
        return tr("{n} kB", n=decimal(max(1, size / _KIB), 0))
    return tr("{n} MB", n=decimal(size / _MIB, 1))


def thumbnail(path: Path, room: QSize, ratio: float) -> QPixmap | None:
    """A small picture of a picture; None for what cannot be read as one."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty():
        return None
    reader.setScaledSize(size.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made
