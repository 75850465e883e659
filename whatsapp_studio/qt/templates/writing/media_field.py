"""Decides how the sample of a header with media is chosen: a file, dropped or picked, or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.section import mirror
from whatsapp_studio.qt.widgets.media_file import FILE, MediaFile
from whatsapp_studio.qt.widgets.plain import plain_label

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class MediaField(QFrame):
    """``chosen`` carries the sample: ``file:`` with a kept file's hash, or an address; empty for none."""

    chosen = Signal(str)

    def __init__(self, studio: Studio, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._name = studio, name
        self._files: dict[str, MediaFile] = {}
        self.line = Line()
        self.line.setAccessibleName(tr("{what}: its address", what=name))
        self.line.setPlaceholderText(tr("Or paste an address: https://…"))
        self.about = plain_label("caption", wrap=True)
        self.about.setText(tr("Kept with your templates, and uploaded when you submit."))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.line)
        self._box.addWidget(self.about)
        self.file = self._of("IMAGE")
        self.line.textEdited.connect(lambda text: self.chosen.emit(text.strip()))

    def _of(self, form: str) -> MediaFile:
        """The field for files of one kind of header."""
        kind = form.lower()
        if kind not in self._files:
            made = self._files[kind] = MediaFile(self._studio.media, kind, self._name, example=True)
            made.edited.connect(self.chosen)
            self._box.insertWidget(0, made)
        return self._files[kind]

    def show_sample(self, form: str, sample: str) -> None:
        """Mirror the sample of a header of a kind (``IMAGE``, …)."""
        self.file = self._of(form)
        for one in self._files.values():
            one.setVisible(one is self.file)
        self.file.show_value(sample)
        is_file = sample.startswith(FILE)
        self.line.setHidden(is_file)
        self.about.setVisible(is_file)
        mirror(self.line, "" if is_file else sample)
        self.setFocusProxy(self.file.replace if is_file else self.file.choose)
