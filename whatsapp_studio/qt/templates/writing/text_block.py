"""Decides how a text with variables is written: formatting, variables, how long it is, and a sample for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.paper import Paper
from whatsapp_studio.qt.templates.writing.section import mirror
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.edits import Samples, next_variable
from whatsapp_studio.templates.template import variables


class SampleRow(FieldRow):
    """The sample of one variable."""

    def __init__(self, where: str, variable: str) -> None:
        self.line = Line()
        name = tr("Sample for {variable}", variable=f"{{{{{variable}}}}}")
        self.line.setAccessibleName(name)
        super().__init__(where, f"{{{{{variable}}}}}", self.line)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setToolTip(name)


class TextBlock(QWidget):
    """A text at ``where``. ``written`` carries it; ``sampled`` a variable and its sample."""

    written = Signal(str)
    sampled = Signal(str, str)

    def __init__(self, where: str, label: str, lines: int, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self._named = False
        self.paper = Paper(label, lines)
        self.row = FieldRow(where, label, self.paper, hint, counted=True)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(2)
        self.styles: dict[str, QToolButton] = {}
        for style, sign, name in (
            ("bold", "B", tr("Bold (Ctrl+B)")), ("italic", "I", tr("Italic (Ctrl+I)")),
            ("strike", "S", tr("Strikethrough (Ctrl+Shift+X)")), ("mono", "</>", tr("Code (Ctrl+Shift+M)")),
        ):  # fmt: skip
            self.styles[style] = self._style_button(style, sign, name)
            self.bar.addWidget(self.styles[style])
        self.bar.addSpacing(6)
        self.insert = secondary_button(tr("Insert variable"), self.insert_variable, "plus")
        self.bar.addWidget(self.insert)
        self.bar.addStretch(1)
        self._samples: dict[str, SampleRow] = {}
        self._sample_box = QWidget()
        self._grid = QGridLayout(self._sample_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        head = QLabel(tr("Samples"))
        head.setProperty("role", "strong")
        said = muted(tr("Meta reads the text with its samples. Nobody gets them."))
        self._grid.addWidget(head, 0, 0, 1, 2)
        self._grid.addWidget(said, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self.bar)
        box.addWidget(self.row)
        box.addWidget(self._sample_box)
        self.paper.written.connect(self._written)

    def _style_button(self, style: str, sign: str, name: str) -> QToolButton:
        button = icon_button("pencil", name, partial(self._wrap, style))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setText(sign)
        font = QFont(button.font())
        font.setBold(style == "bold")
        font.setItalic(style == "italic")
        font.setStrikeOut(style == "strike")
        button.setFont(font)
        button.setMinimumSize(34, 32)
        return button

    def show_text(self, text: str, samples: Samples, count: counting.Count | None, *, named: bool, rtl: bool) -> None:
        """Mirror a text with its samples and its room."""
        self._named = named
        self.paper.rtl = rtl
        self.paper.show_text(text)
        emojis = counting.emojis(text)
        self.row.counter.show_count(count, ntr("{n} emoji", "{n} emojis", emojis) if emojis else "")
        self._show_samples(variables(text), dict(samples))

    def set_where(self, where: str) -> None:
        """Be the text of another part from now on."""
        if where != self._where:
            self._where = self.row.where = where
            self.row.touched = False
            self._show_samples((), {})

    def insert_variable(self) -> None:
        """One more variable where the cursor is."""
        self.paper.insert(f"{{{{{next_variable(self.paper.toPlainText(), self._named)}}}}}")

    def _show_samples(self, names: tuple[str, ...], given: dict[str, str]) -> None:
        if tuple(self._samples) != names:
            for row in self._samples.values():
                self._grid.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._samples = {name: self._sample_row(name) for name in names}
            for place, row in enumerate(self._samples.values()):
                self._grid.addWidget(row, 2 + place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for name, row in self._samples.items():
            mirror(row.line, given.get(name, ""))
        self._sample_box.setVisible(bool(names))

    def _sample_row(self, name: str) -> SampleRow:
        row = SampleRow(f"{self._where}.samples.{name}", name)
        row.line.textEdited.connect(partial(self._sampled, name))
        return row

    def _sampled(self, name: str, text: str) -> None:
        self._samples[name].touched = True
        self.sampled.emit(name, text)

    def _written(self, text: str) -> None:
        self.row.touched = True
        self.written.emit(text)

    def _wrap(self, style: str) -> None:
        self.paper.wrap_in(style)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
