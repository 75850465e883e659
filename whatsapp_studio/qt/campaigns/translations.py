"""Decides how it is said that people get a template in the language they read, and which languages there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import language_name, sort_key
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.templates.template import Template, content_hash


class TranslationChoice(QFrame):
    """The further languages of a template. ``chosen`` carries those to send in, each with its content hash.

    It is there only for a template that can be sent in more than one language.
    """

    chosen = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.each = QCheckBox(tr("Send each person the language they read"))
        self.each.toggled.connect(self._switched)
        self.chips: dict[str, QPushButton] = {}
        self._offered: dict[str, str] = {}
        self._chips = QWidget()
        self._row = FlowLayout(self._chips)
        self.rest = muted("")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        box.addWidget(self.each)
        box.addWidget(self._chips)
        box.addWidget(self.rest)
        self.hide()

    def show_choice(self, templates: Sequence[Template], name: str, language: str, picked: Mapping[str, str]) -> None:
        """Mirror a draft: what its template ``name`` is there in beside ``language``, and what of it is picked."""
        own = next((one for one in templates if (one.name, one.language) == (name, language)), None)
        self._offered = {
            one.language: content_hash(one)
            for one in templates
            if own is not None and one.name == name and one.language != language
            and one.sendable and one.category == own.category
        }  # fmt: skip
        gone = [code for code in picked if code not in self._offered]
        self.setVisible(bool(self._offered) or bool(picked))
        with QSignalBlocker(self.each):
            self.each.setChecked(bool(picked))
        self._make(sorted([*self._offered, *gone], key=lambda code: sort_key(language_name(code))))
        for code, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(code in picked)
        self._chips.setVisible(bool(picked))
        named = language_name(language)
        self.rest.setText(
            tr("Everybody else gets it in {language}.", language=named) if picked
            else tr("Everybody gets it in {language}.", language=named)
        )  # fmt: skip

    def _make(self, codes: Sequence[str]) -> None:
        if list(codes) == list(self.chips):
            return
        for chip in self.chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for code in codes:
            chip = secondary_button(language_name(code))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.toggled.connect(partial(self._picked, code))
            self.chips[code] = chip
            self._row.addWidget(chip)

    def _switched(self, on: bool) -> None:
        self.chosen.emit(dict(self._offered) if on else {})

    def _picked(self, _code: str, _on: bool) -> None:
        self.chosen.emit(
            {code: self._offered.get(code, "") for code, chip in self.chips.items() if chip.isChecked()}
        )
