"""Decides colours, type and spacing: one set of tokens for light and dark, put into Qt's palette."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt import sheet

Choice = Literal["system", "light", "dark"]
Tokens = Mapping[str, str]

LIGHT: Tokens = {
    "window": "#F5F7F8", "surface": "#FFFFFF", "surface_alt": "#EEF1F3", "canvas": "#F0F3F4", "canvas_dot": "#C9D1D6",
    "text": "#16202A", "text_muted": "#51606E", "text_disabled": "#8A96A1", "border": "#D5DCE1",
    "border_strong": "#7D8A96", "accent": "#0B6E66", "on_accent": "#FFFFFF", "accent_soft": "#DDF1EE",
    "on_accent_soft": "#07524C", "focus": "#0A5BD3", "link": "#0A5BD3", "selection": "#0B6E66",
    "on_selection": "#FFFFFF", "success": "#1B7A3D", "success_soft": "#DFF3E6", "warning": "#8A5300",
    "warning_soft": "#FFF0D6", "error": "#B3261E", "error_soft": "#FBE4E2", "info": "#0A5BD3", "info_soft": "#E1ECFD",
    "n_entry": "#1F5FBF", "n_message": "#0B6E66", "n_wait": "#8A5300", "n_branch": "#6B3FB5", "n_action": "#A3316F",
    "n_exit": "#51606E", "tooltip": "#16202A", "on_tooltip": "#FFFFFF",
    "c1": "#0B6E66", "c2": "#C2570C", "c3": "#1F5FBF", "c4": "#A3316F", "c5": "#6B3FB5", "c6": "#6A7681",
}  # fmt: skip
DARK: Tokens = {
    "window": "#12181D", "surface": "#1A2228", "surface_alt": "#232D34", "canvas": "#0F1519", "canvas_dot": "#33404A",
    "text": "#E8EDF0", "text_muted": "#A9B6C0", "text_disabled": "#6E7B86", "border": "#33404A",
    "border_strong": "#7F8E9A", "accent": "#4FD1C1", "on_accent": "#062B27", "accent_soft": "#12403B",
    "on_accent_soft": "#A8F0E6", "focus": "#7FB2FF", "link": "#7FB2FF", "selection": "#1B6B62",
    "on_selection": "#FFFFFF", "success": "#6FD695", "success_soft": "#12391F", "warning": "#F2B45A",
    "warning_soft": "#42300F", "error": "#FF9A91", "error_soft": "#4A1A17", "info": "#7FB2FF", "info_soft": "#142E52",
    "n_entry": "#7FB2FF", "n_message": "#4FD1C1", "n_wait": "#F2B45A", "n_branch": "#C3A4FF", "n_action": "#F59AC7",
    "n_exit": "#A9B6C0", "tooltip": "#E8EDF0", "on_tooltip": "#12181D",
    "c1": "#4FD1C1", "c2": "#FF9F5A", "c3": "#7FB2FF", "c4": "#F59AC7", "c5": "#C3A4FF", "c6": "#94A1AC",
}  # fmt: skip

_NEUTRAL = ("success_soft", "warning_soft", "error_soft", "info_soft", "accent_soft", "canvas", "surface_alt")

_now: Tokens = LIGHT
_dark = False


def tokens(dark: bool) -> Tokens:
    """Every colour by its role."""
    return DARK if dark else LIGHT


def is_dark() -> bool:
    """Whether the dark set is in use."""
    return _dark


def hex_of(role: str) -> str:
    """The colour of a role as ``#RRGGBB``."""
    return _now[role]


def color(role: str) -> QColor:
    """The colour of a role in the theme in use."""
    return QColor(_now[role])


@contextmanager
def in_light() -> Iterator[None]:
    """The light set while something is drawn for paper or for others, whatever is in use; no widget follows."""
    global _now, _dark
    before, (_now, _dark) = (_now, _dark), (LIGHT, False)
    try:
        yield
    finally:
        _now, _dark = before


def wants_contrast() -> bool:
    """Whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()  # what it says of accessibility lives no longer than the name of it
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def strong(tokens: Tokens, system: QPalette) -> Tokens:
    """A set of colours for high contrast: the system's own ground, ink and choice; every line as strong as the ink."""

    def of(role: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, role).name().upper()

    role = QPalette.ColorRole
    ground, ink = of(role.Base), of(role.Text)
    own = {
        "window": of(role.Window), "surface": ground, "text": ink, "text_muted": ink, "border": ink,
        "border_strong": ink, "selection": of(role.Highlight), "on_selection": of(role.HighlightedText),
        "accent": ink, "on_accent": ground, "on_accent_soft": ink, "tooltip": ink, "on_tooltip": ground, "focus": ink,
        "canvas_dot": ink,
    }  # fmt: skip
    return {**tokens, **own, **dict.fromkeys(_NEUTRAL, ground)}


def apply(app: QApplication, choice: Choice) -> None:
    """Use a theme from now on; every widget, icon and own painting follows. High contrast goes before the choice."""
    global _now, _dark
    app.setStyle("Fusion")
    contrast = wants_contrast()
    _dark = choice == "dark"
    if contrast:
        # An empty palette brings the system's own back.
        app.setPalette(QPalette())
        _dark = app.palette().color(QPalette.ColorRole.Base).lightnessF() < 0.5
    elif choice == "system":
        _dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    _now = strong(tokens(_dark), app.palette()) if contrast else tokens(_dark)
    app.setPalette(_palette(_now))
    drawings = resource("theme") / ("dark" if _dark else "light")
    app.setStyleSheet(sheet.sheet(_now, app.font(), drawings, thick=contrast))


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """A font relative to the system's size: 0.85 caption, 1 body, 1.15 subtitle, 1.5 title, 2 number."""
    copy = QFont(font)
    size = font.pointSizeF()
    if size > 0:
        copy.setPointSizeF(size * factor)
    else:
        copy.setPixelSize(round(font.pixelSize() * factor))
    if weight is not None:
        copy.setWeight(weight)
    return copy


def _palette(t: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in (
        (role.Window, "window"), (role.WindowText, "text"), (role.Base, "surface"), (role.AlternateBase, "surface_alt"),
        (role.Text, "text"), (role.Button, "surface"), (role.ButtonText, "text"), (role.BrightText, "error"),
        (role.Highlight, "selection"), (role.HighlightedText, "on_selection"), (role.Link, "link"),
        (role.LinkVisited, "link"), (role.ToolTipBase, "tooltip"), (role.ToolTipText, "on_tooltip"),
        (role.PlaceholderText, "text_muted"), (role.Accent, "accent"), (role.Light, "surface"),
        (role.Midlight, "surface_alt"), (role.Mid, "border"), (role.Dark, "border_strong"),
        (role.Shadow, "border_strong"),
    ):  # fmt: skip
        palette.setColor(which, QColor(t[name]))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(t["text_disabled"]))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(t["surface_alt"]))
    return palette
