"""Decides how variables, formatting and problems are marked in a text that is written, and in which way it runs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.templates.writing.line import for_the_window
from whatsapp_studio.templates.formatting import direction

_VARIABLE = re.compile(r"\{\{[^{}]*\}\}")
# What WhatsApp shows as bold, italic, struck and typed: the signs stay in sight here.
_STYLES = (
    (re.compile(r"(?<![\w*])\*(?=\S)[^*\n]+(?<=\S)\*(?![\w*])"), "bold", 1),
    (re.compile(r"(?<![\w_])_(?=\S)[^_\n]+(?<=\S)_(?![\w_])"), "italic", 1),
    (re.compile(r"(?<![\w~])~(?=\S)[^~\n]+(?<=\S)~(?![\w~])"), "strike", 1),
    (re.compile(r"```[^`]+```"), "mono", 3),
)
_BEGINNING = re.compile(r"^(?:[*-] |\d{1,2}\. |> )")
MARKERS = {"bold": "*", "italic": "_", "strike": "~", "mono": "```"}
_KEYS = {"Ctrl+B": "bold", "Ctrl+I": "italic", "Ctrl+Shift+X": "strike", "Ctrl+Shift+M": "mono"}


class Marks(QSyntaxHighlighter):
    """Colours variables, shows formatting with its signs, underlines what ``wrong`` finds."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.wrong: tuple[str, ...] = ()

    def underline(self, texts: Sequence[str]) -> None:
        """Underline these pieces of the text from now on."""
        if tuple(texts) != self.wrong:
            self.wrong = tuple(texts)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        looks = [QTextCharFormat() for _ in text]
        sign = theme.color("text_muted")
        for pattern, style, width in _STYLES:
            for found in pattern.finditer(text):
                for place in range(found.start(), found.end()):
                    _style(looks[place], style)
                for place in (*range(found.start(), found.start() + width), *range(found.end() - width, found.end())):
                    looks[place].setForeground(sign)
        beginning = _BEGINNING.match(text)
        for place in range(beginning.end() if beginning else 0):
            looks[place].setForeground(sign)
        for found in _VARIABLE.finditer(text):
            for place in range(found.start(), found.end()):
                looks[place].setForeground(theme.color("on_accent_soft"))
                looks[place].setBackground(theme.color("accent_soft"))
        for piece in self.wrong:
            for at in _all_of(text, piece):
                for place in range(at, at + len(piece)):
                    looks[place].setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                    looks[place].setUnderlineColor(QColor(theme.color("error")))
        units = 0
        for character, look in zip(text, looks, strict=True):
            width = 2 if ord(character) > 0xFFFF else 1
            self.setFormat(units, width, look)
            units += width


def _style(look: QTextCharFormat, style: str) -> None:
    match style:
        case "bold":
            look.setFontWeight(QFont.Weight.Bold)
        case "italic":
            look.setFontItalic(True)
        case "strike":
            look.setFontStrikeOut(True)
        case _:
            look.setFontFamilies(["monospace"])


def _all_of(text: str, piece: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(piece), text)] if piece else []


class Paper(QPlainTextEdit):
    """A text as it is written for WhatsApp. ``written`` comes with every change by hand; undo is the window's.

    It runs from the right where its own words do, or ``rtl`` says so while there are none.
    """

    written = Signal(str)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.marks = Marks(self.document())
        self.rtl = False
        self._text = ""
        self._still = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.ensurePolished()
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 24)
        self.setMaximumHeight(self.fontMetrics().lineSpacing() * lines * 2 + 24)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Mirror a text; the cursor stays where it is, as far as it can."""
        self._text = text
        if self.toPlainText() == text:
            self._turn()
            return
        cursor = self.textCursor()
        place = cursor.position()
        self._still = True
        self.setPlainText(text)
        self._still = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.toPlainText().encode("utf-16-le")) // 2))
        self.setTextCursor(cursor)
        self._turn()

    def wrap_in(self, style: str) -> None:
        """Put the signs of a style around what is selected, or take them off; without a selection around the cursor."""
        sign, cursor = MARKERS[style], self.textCursor()
        chosen = cursor.selectedText()
        inner = chosen.strip()
        lead, tail = chosen[: len(chosen) - len(chosen.lstrip())], chosen[len(chosen.rstrip()) :]
        if inner.startswith(sign) and inner.endswith(sign) and len(inner) >= 2 * len(sign):
            cursor.insertText(lead + inner[len(sign) : -len(sign)] + tail)
            return
        start = cursor.selectionStart()
        cursor.insertText(lead + sign + inner + sign + tail)
        begin = start + _units(lead + sign)
        cursor.setPosition(begin)
        cursor.setPosition(begin + _units(inner), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is, and go on writing."""
        self.textCursor().insertText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if keys in _KEYS:
            self.wrap_in(_KEYS[keys])
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if for_the_window(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            if keys in _KEYS:
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.marks.rehighlight()

    def _changed(self) -> None:
        text = self.toPlainText()
        # Marking what is wrong changes the looks of a text, which Qt tells as a change of it.
        if not self._still and text != self._text:
            self._text = text
            self._turn()
            self.written.emit(text)

    def _turn(self) -> None:
        found = direction(self.toPlainText())
        right = found == "rtl" if found else self.rtl
        option = self.document().defaultTextOption()
        wanted = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        if option.textDirection() != wanted:
            self._still = True
            option.setTextDirection(wanted)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self.document().setDefaultTextOption(option)
            self._still = False


def _units(text: str) -> int:
    """A text's length as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
