"""Decides how a message's lines become text on a phone: styles, marks of empty places, direction by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, QTextBoundaryFinder
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

MONO = ("DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
QUOTE = 1  # the state of a paragraph that gets a bar before it


def line_of(text: str, *, bold: bool = False) -> Line:
    """A text without any styles as one line that runs its own way."""
    return Line((Span(text, bold=bold),), rtl=direction(text) == "rtl")


def cut(lines: Sequence[Line], most: int, most_lines: int = 0) -> tuple[Sequence[Line], bool]:
    """The first ``most`` characters (and lines, if given), and whether anything was left out.

    What a reader takes for one character (an accented letter, a family in one emoji) is never cut through.
    """
    kept: list[Line] = []
    for number, line in enumerate(lines):
        if most_lines and number == most_lines:
            return [*kept[:-1], _with_dots(kept[-1])], True
        if len(line.text) <= most:
            kept.append(line)
            most -= len(line.text) + 1
            continue
        spans: list[Span] = []
        for span in line.spans:
            spans.append(msgspec.structs.replace(span, text=_first(span.text, most)))
            most -= len(span.text)
        return [*kept, _with_dots(msgspec.structs.replace(line, spans=tuple(one for one in spans if one.text)))], True
    return lines, False


def _with_dots(line: Line) -> Line:
    return msgspec.structs.replace(line, spans=(*line.spans, Span("…")))


def _first(text: str, most: int) -> str:
    """At most ``most`` characters of a text, ending between two that a reader takes for one each."""
    if most <= 0 or len(text) <= most:
        return text[: max(0, most)]
    kept = text[:most]
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units = len(kept.encode("utf-16-le", "surrogatepass")) // 2
    finder.setPosition(units)
    if not finder.isAtBoundary():
        units = max(0, finder.toPreviousBoundary())
    return text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "surrogatepass")


def document(
    lines: Sequence[Line], font: QFont, colours: Mapping[str, str], width: float, mono: Sequence[str] = MONO
) -> QTextDocument:
    """The lines as a document of that width; each paragraph runs in its own direction, never the program's."""
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    cursor = QTextCursor(made)
    plain = _plain(font, colours)
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        block = _block(line, font)
        if number:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        cursor.block().setUserState(QUOTE if line.kind == "quote" else 0)
        if line.marker:
            cursor.insertText(f"{line.marker} ", plain)
        for span in line.spans:
            cursor.insertText(span.text, _styled(span, line, plain, colours, mono))
    cursor.endEditBlock()
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
        before = hanging + (10 if line.kind == "quote" else 4)
        (block.setRightMargin if line.rtl else block.setLeftMargin)(before)
        block.setTextIndent(-hanging)
    return block


def _plain(font: QFont, colours: Mapping[str, str]) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(QColor(colours["text"]))
    return style


def _styled(
    span: Span, line: Line, plain: QTextCharFormat, colours: Mapping[str, str], mono: Sequence[str]
) -> QTextCharFormat:
    style = QTextCharFormat(plain)
    if span.bold:
        style.setFontWeight(QFont.Weight.Bold)
    if span.italic:
        style.setFontItalic(True)
    if span.strike:
        style.setFontStrikeOut(True)
    if span.mono or line.kind == "code":
        style.setFontFamilies([*mono, *plain.font().families()[1:]])
        style.setBackground(QColor(colours["code"]))
    if line.kind == "quote":
        style.setForeground(QColor(colours["meta"]))
    if span.link:
        style.setForeground(QColor(colours["link"]))
        style.setFontUnderline(True)
    if span.placeholder:
        style.setForeground(QColor(colours["place_ink"]))
        style.setBackground(QColor(colours["place"]))
    return style
