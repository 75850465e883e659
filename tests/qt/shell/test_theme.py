"""Colours, icons and the style sheet."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox

from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon

_KINDS = ("entry", "message", "wait", "branch", "action", "exit")
_ON_PAGES = ("window", "surface", "surface_alt", "canvas")
TEXT = [
    *[(ink, ground) for ink in ("text", "text_muted") for ground in _ON_PAGES],
    *[(ink, ground) for ink in ("accent", "link", "error", "warning", "success", "info") for ground in ("surface",)],
    ("accent", "window"), ("link", "window"), ("on_accent", "accent"), ("on_accent_soft", "accent_soft"),
    ("on_selection", "selection"), ("success", "success_soft"), ("warning", "warning_soft"), ("error", "error_soft"),
    ("info", "info_soft"), ("on_tooltip", "tooltip"), ("text", "warning_soft"),
    *[(f"n_{kind}", "surface") for kind in _KINDS],
]  # fmt: skip
SHAPES = [
    *[("border_strong", ground) for ground in ("window", "surface", "surface_alt")],
    *[("focus", ground) for ground in ("window", "surface", "canvas")],
    *[(f"c{n}", "surface") for n in range(1, 7)],
    # Outlines of steps and their outputs, and arrows, on the canvas.
    ("border_strong", "canvas"), *[(f"n_{kind}", "canvas") for kind in _KINDS],
    *[(tone, "surface") for tone in ("success", "warning", "error", "info", "accent")],
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_texts_and_shapes_stand_out_from_what_they_are_on(dark: bool) -> None:
    tokens = theme.tokens(dark)
    weak = [
        (ink, ground, round(contrast(tokens[ink], tokens[ground]), 2))
        for least, pairs in ((4.5, TEXT), (3.0, SHAPES))
        for ink, ground in pairs
        if contrast(tokens[ink], tokens[ground]) < least
    ]
    assert weak == []


def test_both_themes_have_the_same_colours() -> None:
    assert theme.LIGHT.keys() == theme.DARK.keys()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_sheet_names_only_drawings_that_are_shipped(qapp: QApplication, choice: theme.Choice) -> None:
    theme.apply(qapp, choice)
    drawn = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert drawn
    assert [path for path in drawn if not resource(".").joinpath(path).is_file()] == []


def test_icons_follow_the_theme_without_being_made_anew(qapp: QApplication) -> None:
    seen = icon("square", "text")
    colours = {}
    for choice in ("light", "dark"):
        theme.apply(qapp, choice)
        image = seen.pixmap(QSize(32, 32)).toImage()
        colours[choice] = {
            image.pixelColor(x, y).name().upper() for x in range(32) for y in range(32)
            if image.pixelColor(x, y).alpha() == 255
        }  # fmt: skip
    assert theme.LIGHT["text"] in colours["light"] and theme.LIGHT["text"] not in colours["dark"]
    assert theme.DARK["text"] in colours["dark"]


def test_a_disabled_icon_is_paler(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    image = icon("square", "text").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    solid = {
        image.pixelColor(x, y).name().upper() for x in range(32) for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }  # fmt: skip
    assert solid == {theme.LIGHT["text_disabled"]}


def test_an_icon_that_is_not_shipped_is_noticed_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_a_tick_is_seen_in_the_dark(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    box = QCheckBox("Tick")
    box.ensurePolished()
    box.resize(box.sizeHint())
    image = box.grab().toImage()
    seen = {image.pixelColor(x, image.height() // 2).name().upper() for x in range(20)}
    box.deleteLater()
    assert theme.DARK["border_strong"] in seen


def test_the_palette_is_made_of_the_tokens(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert qapp.palette().window().color() == QColor(theme.DARK["window"])
    assert theme.is_dark() and theme.color("accent") == QColor(theme.DARK["accent"])


def test_high_contrast_takes_the_system_s_colours_and_thick_lines(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#000000"), (QPalette.ColorRole.Base, "#000000"),
        (QPalette.ColorRole.Text, "#FFFF00"), (QPalette.ColorRole.Highlight, "#1AEBFF"),
        (QPalette.ColorRole.HighlightedText, "#000000"),
    ):  # fmt: skip
        system.setColor(role, QColor(colour))
    tokens = theme.strong(theme.DARK, system)
    assert tokens["text"] == tokens["border"] == tokens["text_muted"] == "#FFFF00"
    assert tokens["selection"] == "#1AEBFF" and tokens["warning_soft"] == "#000000"
    assert tokens.keys() == theme.DARK.keys()
    weak = [(ink, ground) for ink, ground in TEXT if contrast(tokens[ink], tokens[ground]) < 4.5]
    assert weak == []
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    theme.apply(qapp, "dark")
    try:
        assert "3px solid" in qapp.styleSheet() and "1px solid" not in qapp.styleSheet()
        assert theme.hex_of("border") == theme.hex_of("text")
        assert theme.is_dark() == (QColor(theme.hex_of("surface")).lightnessF() < 0.5)
    finally:
        monkeypatch.undo()
        theme.apply(qapp, "light")
    assert theme.hex_of("border") == theme.LIGHT["border"]


@pytest.mark.parametrize(
    ("ground", "ink", "choice"),
    [("#000000", "#FFFFFF", "#1AEBFF"), ("#FFFFFF", "#000000", "#37006E"), ("#2D3236", "#FFFFFF", "#ABD6FF")],
    ids=["black", "white", "desert"],
)
def test_high_contrast_is_read_on_every_ground_that_systems_have(ground: str, ink: str, choice: str) -> None:
    system = QPalette()
    dark = QColor(ground).lightnessF() < 0.5
    for role, colour in (
        (QPalette.ColorRole.Window, ground), (QPalette.ColorRole.Base, ground), (QPalette.ColorRole.Text, ink),
        (QPalette.ColorRole.Highlight, choice), (QPalette.ColorRole.HighlightedText, "#000000" if dark else "#FFFFFF"),
    ):  # fmt: skip
        system.setColor(role, QColor(colour))
    tokens = theme.strong(theme.tokens(dark), system)
    weak = [
        (one, other, round(contrast(tokens[one], tokens[other]), 2))
        for least, pairs in ((4.5, TEXT), (3.0, SHAPES))
        for one, other in pairs
        if contrast(tokens[one], tokens[other]) < least
    ]
    assert weak == []


def test_the_ring_round_what_has_the_focus_is_two_pixels_wide(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert f"2px solid {theme.hex_of('focus')}" in qapp.styleSheet()
