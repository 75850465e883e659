"""Decides in which looks every screen is shown: language, theme, direction, size of texts and of pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.screens import Screen
from whatsapp_studio.base import i18n
from whatsapp_studio.qt import language, theme


@dataclass(frozen=True, slots=True)
class Variant:
    """How screens are shown. ``texts`` is a language, ``long`` or ``mirrored`` for made-up longer texts."""

    name: str
    title: str
    texts: str = "en"
    dark: bool = False
    mirrored: bool = False
    letters: float = 1
    pixels: int = 1
    size: tuple[int, int] = (1366, 768)

    def shows(self, one: Screen) -> bool:
        """Whether a screen is shown in this look: the small window is for whole pages."""
        return one.small or self.size == (1366, 768)

    def apply(self, app: QApplication) -> None:
        """Have the program look so from now on; for a process of its own."""
        if self.texts == "long":
            from tests.fixtures.pseudo import Pseudo

            i18n.use(Pseudo(right_to_left=self.mirrored))
        else:
            i18n.use_language(self.texts)
        language.follow(app)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if self.mirrored else Qt.LayoutDirection.LeftToRight)
        font = QFont(app.font())
        font.setPointSizeF(font.pointSizeF() * self.letters)
        app.setFont(font)
        theme.apply(app, "dark" if self.dark else "light")


VARIANTS = {
    one.name: one
    for one in (
        Variant("en-light", "English, light"),
        Variant("en-light-2x", "English, two pixels for one", pixels=2),
        Variant("nl-dark", "Dutch, dark", texts="nl", dark=True),
        Variant("rtl", "Right to left", texts="long", mirrored=True),
        Variant("long", "Texts 40 % longer", texts="long"),
        Variant("large", "Text at 200 %", letters=2),
        Variant("small", "1024 × 640", size=(1024, 640)),
    )
}
