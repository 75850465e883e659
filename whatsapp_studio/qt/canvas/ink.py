"""Decides with which pens, brushes, fonts and icons the canvas is drawn in the theme in use."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QGuiApplication, QPen, QPixmap, QStaticText, QTextOption

from whatsapp_studio.qt import icons, theme

TITLE_PX, TEXT_PX, LABEL_PX = 13, 12, 11
TONES = ("entry", "message", "wait", "branch", "action", "exit")
# Where a text that is laid out goes on in a new line.
NEW_LINE = "\u2028"
PAPERS = ("yellow", "blue", "green", "pink", "purple", "grey")
_PAPER_LIGHT = {
    "yellow": ("#FFF4C2", "#C9A227"), "blue": ("#DCEBFD", "#4B84C9"), "green": ("#DDF3E2", "#4C9A63"),
    "pink": ("#FBE1EC", "#C2628F"), "purple": ("#EAE0FA", "#8A63C9"), "grey": ("#E6EAED", "#7D8A96"),
}  # fmt: skip
_PAPER_DARK = {
    "yellow": ("#3D3619", "#B89B3C"), "blue": ("#1A3150", "#5C8FCB"), "green": ("#1B3A26", "#5FA877"),
    "pink": ("#46222F", "#C9779A"), "purple": ("#33264F", "#9C7FD1"), "grey": ("#28323A", "#7F8E9A"),
}  # fmt: skip


def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font at a size of the canvas."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen with round ends."""
    return QPen(colour, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def dashed(solid: QPen) -> QPen:
    """The same pen in dashes."""
    made = QPen(solid)
    made.setStyle(Qt.PenStyle.DashLine)
    return made


class Ink:
    """Every pen, brush and font of the canvas, made once for a theme."""

    def __init__(self) -> None:
        c = theme.color
        self.dark = theme.is_dark()
        self.surface, self.canvas, self.dot = QBrush(c("surface")), QBrush(c("canvas")), c("canvas_dot")
        self.text, self.muted, self.faint = QPen(c("text")), QPen(c("text_muted")), QPen(c("text_disabled"))
        self.text_colour, self.muted_colour = c("text"), c("text_muted")
        self.border = QPen(c("border_strong"), 1)
        self.hairline = QPen(c("border"), 1)
        self.focus, self.accent, self.error, self.warning = c("focus"), c("accent"), c("error"), c("warning")
        self.success, self.info = c("success"), c("info")
        self.ring, self.ring_strong = pen(self.focus, 2), pen(self.focus, 3)
        self.tones = {tone: QBrush(c(f"n_{tone}")) for tone in TONES}
        self.line = pen(c("border_strong"), 1.5)
        self.line_faint = pen(c("border"), 1.5)
        self.line_hover = pen(c("text_muted"), 2.25)
        self.line_chosen = pen(self.focus, 2.5)
        self.line_path = pen(self.accent, 3)
        self.line_splice = pen(self.accent, 3, Qt.PenStyle.DashLine)
        self.papers = {
            name: (QBrush(QColor(fill)), QPen(QColor(edge), 1))
            for name, (fill, edge) in (_PAPER_DARK if self.dark else _PAPER_LIGHT).items()
        }
        self.title_font = font(TITLE_PX, QFont.Weight.DemiBold)
        self.text_font, self.label_font = font(TEXT_PX), font(LABEL_PX)
        self.title_metrics = QFontMetricsF(self.title_font)
        self.text_metrics = QFontMetricsF(self.text_font)
        self.label_metrics = QFontMetricsF(self.label_font)

    def paper(self, colour: str) -> tuple[QBrush, QPen]:
        """Fill and edge of a note or frame; grey for a colour nobody foresaw."""
        return self.papers.get(colour, self.papers["grey"])

    def private(self, edge: QPen) -> QPen:
        """The edge of a note that exports leave out: dashed."""
        return QPen(edge.color(), 1, Qt.PenStyle.DashLine)

    def marked(self, mark: str) -> QPen:
        """A line that was added, removed (dashed) or changed."""
        colour = {"added": self.success, "removed": self.error}.get(mark, self.warning)
        return pen(colour, 2.5, Qt.PenStyle.DashLine if mark == "removed" else Qt.PenStyle.SolidLine)


_made: list[Ink] = []


def ink() -> Ink:
    """The ink for the theme and font in use."""
    if not _made or _made[0].dark != theme.is_dark():
        renew()
    return _made[0]


def renew() -> None:
    """The theme or the font is another one."""
    _made[:] = [Ink()]
    _pixmap.cache_clear()


def right_to_left(text: str) -> bool:
    """Whether a text is written from right to left, by its first strong character."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """One line of a text, cut at its end to fit."""
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)


def two_lines(text: str, metrics: QFontMetricsF, width: float) -> str:
    """A text on one line, or parted between words and on two lines, the second cut at its end to fit."""
    words = text.split()
    if metrics.horizontalAdvance(" ".join(words)) <= width or len(words) < 2:
        return elided(text, metrics, width)
    first = 1
    while first < len(words) and metrics.horizontalAdvance(" ".join(words[: first + 1])) <= width:
        first += 1
    return NEW_LINE.join(elided(" ".join(line), metrics, width) for line in (words[:first], words[first:]))


def laid_out(text: str, width: float, *, wrap: bool = False, middle: bool = False) -> QStaticText:
    """A text ready to draw, aligned by its own characters whatever the program's direction."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    rtl = right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(Qt.AlignmentFlag.AlignHCenter if middle else side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(
        QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wrap else QTextOption.WrapMode.NoWrap
    )
    made.setTextOption(option)
    made.setTextWidth(width)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return made


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    return icons.colored(name, colour, pixels)


def icon(name: str, role: str, pixels: int) -> QPixmap:
    """An icon of so many device pixels, kept for the next card."""
    return _pixmap(name, theme.hex_of(role), pixels)
