"""Decides how a message's lines become text on a phone: styles, marks of empty places, direction by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from whatsapp_studio.templates.formatting import Line, Span

# WhatsApp's own look, imitated; it does not follow the program's theme.
LIGHT: Mapping[str, str] = {
    "wall": "#EFEAE2", "bubble": "#FFFFFF", "text": "#111B21", "meta": "#667781", "link": "#027EB5", "media": "#D5DBDF",
    "line": "#E9EDEF", "code": "#F0F2F5", "place": "#FFF0D6", "place_ink": "#8A5300", "quote": "#F5F6F6",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "wall": "#0B141A", "bubble": "#202C33", "text": "#E9EDEF", "meta": "#8696A0", "link": "#53BDEB", "media": "#2A3942",
    "line": "#2A3942", "code": "#182229", "place": "#42300F", "place_ink": "#F2B45A", "quote": "#1B262C",
}  # fmt: skip


def document(lines: Sequence[Line], font: QFont, colours: Mapping[str, str], width: float) -> QTextDocument:
    """The lines as a document of that width; each paragraph runs in its own direction, never the program's."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    cursor = QTextCursor(made)
    for number, line in enumerate(lines):
        block = QTextBlockFormat()
        block.setLayoutDirection(Qt.LayoutDirection.RightToLeft if line.rtl else Qt.LayoutDirection.LeftToRight)
        block.setAlignment(Qt.AlignmentFlag.AlignLeading)
        block.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line.kind in ("bullet", "number", "quote"):
            block.setLeftMargin(6)
        if line.kind == "quote":
            block.setBackground(QBrush(QColor(colours["quote"])))
        if number:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        if line.marker:
            cursor.insertText(f"{line.marker} ", _plain(font, colours))
        for span in line.spans:
            cursor.insertText(span.text, _styled(span, line, font, colours))
    made.setTextWidth(width)
    return made


def _plain(font: QFont, colours: Mapping[str, str]) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(QColor(colours["text"]))
    return style


def _styled(span: Span, line: Line, font: QFont, colours: Mapping[str, str]) -> QTextCharFormat:
    style = _plain(font, colours)
    if span.bold:
        style.setFontWeight(QFont.Weight.Bold)
    style.setFontItalic(span.italic)
    style.setFontStrikeOut(span.strike)
    if span.mono or line.kind == "code":
        style.setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
        style.setBackground(QColor(colours["code"]))
    if span.link:
        style.setForeground(QColor(colours["link"]))
        style.setFontUnderline(True)
    if span.placeholder:
        style.setForeground(QColor(colours["place_ink"]))
        style.setBackground(QColor(colours["place"]))
    return style
