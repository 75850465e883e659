"""Decides how the parts of an expression are coloured, underlined where something is wrong, and folded into pills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.personalise.checking import Trouble
from whatsapp_studio.qt.personalise.scan import TEXT, Pill, pills, tokens

_INK = {
    "mark": "text_muted", "tag": "n_branch", "name": "n_message", "filter": "n_entry", "text": "n_wait",
    "number": "n_action", "sign": "text_muted",
}  # fmt: skip
# Room before and after the words of a pill, in pixels.
_PILL_END = 10.0
_STRONG = frozenset({"tag", "name"})


class Highlighter(QSyntaxHighlighter):
    """Colours a document of Liquid; :attr:`fold` shows short what can be a pill, except where the cursor is.

    What is folded away is drawn without width: the text itself is never changed.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.fold = False
        self._troubles: Sequence[Trouble] = ()
        self._cursor: tuple[int, int] = (-1, -1)

    def show_troubles(self, troubles: Sequence[Trouble]) -> None:
        """Underline these."""
        if troubles != self._troubles:
            self._troubles = troubles
            self.rehighlight()

    def cursor_at(self, block: int, column: int) -> None:
        """The cursor is in this line and column now (-1: nowhere): what is there is unfolded."""
        before, self._cursor = self._cursor, (block, column)
        if self.fold and before != self._cursor:
            for number in {before[0], block} - {-1}:
                line = self.document().findBlockByNumber(number)
                if line.isValid():
                    self.rehighlightBlock(line)

    def folded(self, number: int, line: str) -> list[Pill]:
        """The pills of a line, by its number, that are folded now."""
        if not self.fold:
            return []
        block, column = self._cursor
        return [one for one in pills(line) if number != block or not one.start < column < one.end]

    def highlightBlock(self, text: str) -> None:
        found, state = tokens(text, max(TEXT, self.previousBlockState()))
        for one in found:
            self.setFormat(one.start, one.end - one.start, _format(one.kind))
        self.setCurrentBlockState(state)
        number = self.currentBlock().blockNumber()
        for pill in self.folded(number, text):
            self._hide(pill.start, pill.first)
            self._hide(pill.last, pill.end)
        start = self.currentBlock().position()
        for trouble in self._troubles:
            first, last = max(trouble.start, start), min(trouble.end, start + len(text))
            for index in range(first - start, last - start):
                waved = QTextCharFormat(self.format(index))
                waved.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                waved.setUnderlineColor(theme.color("error"))
                self.setFormat(index, 1, waved)

    def _hide(self, start: int, end: int) -> None:
        nothing = QTextCharFormat()
        nothing.setForeground(QColor(Qt.GlobalColor.transparent))
        nothing.setFontPointSize(0.5)
        # Together as wide as the end of a pill, however many they are.
        nothing.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        nothing.setFontLetterSpacing(_PILL_END / (end - start) - 1)
        self.setFormat(start, end - start, nothing)


def _format(kind: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color(_INK[kind]))
    if kind in _STRONG:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
