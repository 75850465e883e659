"""Decides how a message's lines become text on a phone: styles, marks of empty places, direction by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from whatsapp_studio.templates.formatting import Line, Span, direction

# WhatsApp's own look, imitated; it does not follow the program's theme.
LIGHT: Mapping[str, str] = {
    "wall": "#EFEAE2", "bubble": "#FFFFFF", "shadow": "#DAD5CC", "text": "#111B21", "meta": "#667781",
    "link": "#027EB5", "line": "#E9EDEF", "code": "#F0F2F5", "quote": "#B6C0C6", "place": "#FFF0D6",
    "place_ink": "#8A5300", "media": "#DDE3E6", "media_low": "#C3CCD1", "knob": "#FFFFFF", "knob_ink": "#51606E",
    "page": "#C2392B", "land": "#EDF0E6", "park": "#CFE3C4", "road": "#FFFFFF", "pin": "#C2392B",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "wall": "#0B141A", "bubble": "#202C33", "shadow": "#070E13", "text": "#E9EDEF", "meta": "#8696A0",
    "link": "#53BDEB", "line": "#2F3B43", "code": "#182229", "quote": "#5B6B75", "place": "#42300F",
    "place_ink": "#F2B45A", "media": "#33424C", "media_low": "#25323A", "knob": "#18232A", "knob_ink": "#C3CED5",
    "page": "#C2392B", "land": "#26323A", "park": "#24403A", "road": "#3C4B55", "pin": "#FF8A80",
}  # fmt: skip
QUOTE = 1  # the state of a paragraph that gets a bar before it


def line_of(text: str, *, bold: bool = False) -> Line:
    """A text without any styles as one line that runs its own way."""
    return Line((Span(text, bold=bold),), rtl=direction(text) == "rtl")


def cut(lines: Sequence[Line], most: int) -> tuple[Sequence[Line], bool]:
    """The first ``most`` characters of the lines, and whether anything was left out."""
    kept: list[Line] = []
    for line in lines:
        if len(line.text) <= most:
            kept.append(line)
            most -= len(line.text) + 1
            continue
        spans: list[Span] = []
        for span in line.spans:
            spans.append(msgspec.structs.replace(span, text=span.text[: max(0, most)]))
            most -= len(span.text)
        return [*kept, msgspec.structs.replace(line, spans=(*spans, Span("…")))], True
    return lines, False


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
        block = _block(line, font)
        if number:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        cursor.block().setUserState(QUOTE if line.kind == "quote" else 0)
        if line.marker:
            cursor.insertText(f"{line.marker} ", _plain(font, colours))
        for span in line.spans:
            cursor.insertText(span.text, _styled(span, line, font, colours))
    made.setTextWidth(width)
    return made


def end_of_last_line(made: QTextDocument) -> float:
    """How far the last line reaches; the whole width where it runs from the right."""
    block = made.lastBlock()
    layout = block.layout()
    if not layout.lineCount() or block.textDirection() == Qt.LayoutDirection.RightToLeft:
        return made.textWidth()
    line = layout.lineAt(layout.lineCount() - 1)
    return line.x() + line.naturalTextWidth()


def _block(line: Line, font: QFont) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft if line.rtl else Qt.LayoutDirection.LeftToRight)
    block.setAlignment(Qt.AlignmentFlag.AlignLeading)
    block.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if line.kind in ("bullet", "number", "quote"):
        hanging = QFontMetricsF(font).horizontalAdvance(f"{line.marker} ") if line.marker else 0.0
        before = hanging + (8 if line.kind == "quote" else 4)
        (block.setRightMargin if line.rtl else block.setLeftMargin)(before)
        block.setTextIndent(-hanging)
    return block


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
