"""Decides how the purpose of a campaign is asked, and how plainly its consequences are told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QWidget

from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Purpose
from whatsapp_studio.qt.campaigns.fields import ChoiceCard, first
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.widgets.fields import ErrorLine

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_PURPOSES: tuple[tuple[Purpose, str, str], ...] = (
    ("marketing", mark("Marketing"), mark(
        "Offers, news, invitations. Goes only to people whose consent for marketing is recorded; "
        "anyone who opted out is left out. Needs a marketing template.")),
    ("utility", mark("Utility"), mark(
        "About something people arranged with you: an order, a visit, a payment. Marketing consent is not needed; "
        "blocked and opted-out numbers are still left out. Needs a utility template.")),
    ("authentication", mark("Authentication"), mark(
        "One-time codes and nothing else. Blocked numbers are still left out. Needs an authentication template.")),
)  # fmt: skip


class PurposeStep(StepPage):
    """Name and purpose."""

    step = "purpose"

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        label = QLabel(tr("&Name"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the campaign"))
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(tr("Autumn offer for regulars"))
        label.setBuddy(self.name)
        self.name_error = ErrorLine(self.name)
        self.name.textEdited.connect(lambda text: self.change(name=text.strip()))
        self._taken = ""
        for widget in (label, self.name, self.name_error):
            self.content.addWidget(widget)
        self.content.addSpacing(8)
        ask = QLabel(tr("What is it for?"))
        ask.setProperty("role", "strong")
        self.content.addWidget(ask)
        self._group = QButtonGroup(self)
        self.choices: dict[Purpose, ChoiceCard] = {}
        for purpose, words, meaning in _PURPOSES:
            card = ChoiceCard(tr(words), tr(meaning))
            card.chosen.connect(partial(self.change, purpose=purpose))
            self._group.addButton(card.radio)
            self.choices[purpose] = card
            self.content.addWidget(card)
        self.purpose_error = ErrorLine()
        self.content.addWidget(self.purpose_error)
        self.content.addStretch(1)

    def refresh(self) -> None:
        if self.name.text().strip() != self.draft.name:
            self.name.setText(self.draft.name)
        self._group.setExclusive(False)
        for purpose, card in self.choices.items():
            card.set_chosen(purpose == self.draft.purpose)
        self._group.setExclusive(True)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        if self._taken != self.draft.name:
            self._taken = ""
            self.name_error.say(first(problems, "purpose.name"))
        self.purpose_error.say(first(problems, "purpose"))

    def say_taken(self, error: StudioError) -> None:
        """The name belongs to another campaign; everything else was saved."""
        self._taken = self.draft.name
        self.name_error.say(error)

    def fields(self) -> dict[str, QWidget]:
        return {"purpose.name": self.name, **{f"purpose.{one}": card for one, card in self.choices.items()}}

    def focus_field(self, where: str) -> None:
        if where != "purpose.name" and where.startswith("purpose"):
            self.choices[self.draft.purpose].radio.setFocus()
        else:
            self.name.setFocus()
            self.name.selectAll()
