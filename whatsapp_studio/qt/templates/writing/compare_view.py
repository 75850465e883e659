"""Decides how two languages, or a draft and what Meta has, stand side by side with their differences marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import muted, wheel_needs_focus
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.compare import Piece, Row, compared
from whatsapp_studio.templates.template import Template

Version = tuple[str, Template]
_PARTS = {
    "category": mark("Category"), "offer": mark("Limited-time offer"), "header": mark("Header"), "body": mark("Text"),
    "footer": mark("Footer"),
}  # fmt: skip


class CompareView(QWidget):
    """Both sides, part by part. ``closed`` asks to go back to the form."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: list[Version] = []
        self.left, self.right = QComboBox(), QComboBox()
        self.left.setAccessibleName(tr("Left side"))
        self.right.setAccessibleName(tr("Right side"))
        wheel_needs_focus(self.left, self.right)
        self.only = QCheckBox(tr("Only what differs"))
        self.close_button = secondary_button(tr("Close the comparison"), self.closed.emit)
        self.cells: list[tuple[QLabel, QLabel, QLabel]] = []
        self.same = muted(tr("Both sides are the same."))
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(0, 8, 8, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(tr("Comparison"))
        area.setWidget(self._page)
        head = QGridLayout()
        head.setHorizontalSpacing(16)
        head.addWidget(self.left, 0, 0)
        head.addWidget(self.right, 0, 1)
        head.addWidget(self.only, 1, 0)
        head.addWidget(self.close_button, 1, 1, Qt.AlignmentFlag.AlignRight)
        head.setColumnStretch(0, 1)
        head.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 16, 12)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(muted(tr("Words that only the left side has are struck out, words that only the right side has "
                               "are underlined.")))  # fmt: skip
        box.addWidget(self.same)
        box.addWidget(area, 1)
        self.left.activated.connect(lambda _n: self._draw())
        self.right.activated.connect(lambda _n: self._draw())
        self.only.toggled.connect(lambda _on: self._draw())

    def show_versions(self, versions: Sequence[Version], left: int = 0, right: int = 1) -> None:
        """Compare two of these, each a name and a template; the choice stays where the versions are the same ones."""
        names = [name for name, _ in versions]
        kept = names == [name for name, _ in self._versions]
        self._versions = list(versions)
        if not kept:
            for box, at in ((self.left, left), (self.right, right)):
                box.clear()
                box.addItems(names)
                box.setCurrentIndex(min(at, len(names) - 1))
        self._draw()

    def rows(self) -> tuple[Row, ...]:
        """What is compared now."""
        if not self._versions:
            return ()
        one, two = self._versions[self.left.currentIndex()][1], self._versions[self.right.currentIndex()][1]
        return compared(one, two)

    def _draw(self) -> None:
        rows = [row for row in self.rows() if row.differs or not self.only.isChecked()]
        self.same.setVisible(not any(row.differs for row in rows))
        while len(self.cells) > len(rows):
            for cell in self.cells.pop():
                self._grid.removeWidget(cell)
                cell.hide()
                cell.deleteLater()
        while len(self.cells) < len(rows):
            self._make()
        for (part, left, right), row in zip(self.cells, rows, strict=True):
            part.setText(part_words(row.where))
            for cell, pieces, side in ((left, row.left, 0), (right, row.right, 1)):
                cell.setText(_html(pieces, row.where))
                cell.setAccessibleName(_spoken(pieces, row.where))
                template = self._versions[(self.left, self.right)[side].currentIndex()][1]
                start = Qt.AlignmentFlag.AlignRight if bubble(template).rtl else Qt.AlignmentFlag.AlignLeft
                cell.setAlignment(Qt.AlignmentFlag.AlignTop | start)

    def _make(self) -> None:
        row = len(self.cells)
        part = QLabel()
        part.setProperty("role", "muted")
        part.setAlignment(Qt.AlignmentFlag.AlignTop)
        part.setContentsMargins(0, 6, 0, 0)
        sides = (QLabel(), QLabel())
        for side in sides:
            side.setWordWrap(True)
            side.setTextFormat(Qt.TextFormat.RichText)
            side.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            side.setMargin(6)
        self.cells.append((part, *sides))
        for column, cell in enumerate(self.cells[-1]):
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop if not column else Qt.AlignmentFlag(0))
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(row + 1, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()


def part_words(where: str) -> str:
    """What a part of a template is called: ``Button 2: address``."""
    parts = where.split(".")
    if parts[0] == "cards":
        inner = ".".join(parts[2:])
        return tr("Card {n}: {part}", n=int(parts[1]) + 1, part=part_words(inner))
    if parts[0] == "buttons":
        n = int(parts[1]) + 1
        return tr("Button {n}: address", n=n) if parts[2] == "url" else tr("Button {n}", n=n)
    return tr(_PARTS[parts[0]])


def _words(text: str, where: str) -> str:
    return wording.state_word(text) if where == "category" else text


def _html(pieces: Sequence[Piece], where: str) -> str:
    looks = {
        "gone": f"background:{theme.hex_of('error_soft')};color:{theme.hex_of('error')};text-decoration:line-through",
        "new": f"background:{theme.hex_of('success_soft')};color:{theme.hex_of('success')};text-decoration:underline",
    }
    found = []
    for piece in pieces:
        text = escape(_words(piece.text, where)).replace("\n", "<br>")
        found.append(f'<span style="{looks[piece.mark]}">{text}</span>' if piece.mark in looks else text)
    return "".join(found) or "–"


def _spoken(pieces: Sequence[Piece], where: str) -> str:
    return "".join(
        piece.text if piece.mark == "same" else tr("[only here: {words}]", words=_words(piece.text, where))
        for piece in pieces
    )
