"""Decides what is told of the number a campaign is sent from, and what to do when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.campaigns.fields import ChoiceCard
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.connecting import Connection

_QUALITY = {
    "GREEN": mark("High"),
    "YELLOW": mark("Medium: people block or report your messages more than usual"),
    "RED": mark("Low: Meta may lower what you can send"),
}
_THROUGHPUT = {"STANDARD": mark("Up to 80 messages a second"), "HIGH": mark("Up to 1,000 messages a second")}
_LIMIT = {
    "TIER_50": mark("50 people a day"), "TIER_250": mark("250 people a day"), "TIER_1K": mark("1,000 people a day"),
    "TIER_2K": mark("2,000 people a day"), "TIER_10K": mark("10,000 people a day"),
    "TIER_100K": mark("100,000 people a day"), "TIER_UNLIMITED": mark("No daily limit"),
}  # fmt: skip


class SenderStep(StepPage):
    """The connected number with its facts, or a call to connect one."""

    step = "sender"
    connect_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Messages leave from the number this workspace is connected to."), parent)
        self.card = ChoiceCard("", "")
        self.card.chosen.connect(self._choose)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self.card.body.addLayout(self._facts, 1, 1)
        self.values: dict[str, QLabel] = {}
        for row, (key, label) in enumerate(_facts_shown()):
            name = muted(label)
            name.setWordWrap(False)
            value = QLabel()
            value.setWordWrap(True)
            self.values[key] = value
            self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)
        self.none = QLabel(tr("No number is connected yet. You can go on with the other steps and connect later."))
        self.none.setWordWrap(True)
        self.connect_button = secondary_button(tr("Connect a number…"))
        self.connect_button.clicked.connect(self.connect_wanted)
        self.error = ErrorLine(self.card.radio)
        for widget in (self.card, self.none):
            self.content.addWidget(widget)
        self.content.addWidget(self.connect_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self.error)
        self.content.addStretch(1)

    def refresh(self) -> None:
        found = self.studio.connection.current()
        self.card.setVisible(found is not None)
        self.none.setVisible(found is None)
        self.connect_button.setText(tr("Connect a number…") if found is None else tr("Connection settings…"))
        if found is None:
            return
        self.card.radio.setText(ltr(found.display_phone_number or found.phone_number_id))
        self.card.set_chosen(self.draft.sender == found.phone_number_id)
        self._show_facts(found)

    def _show_facts(self, found: Connection) -> None:
        said = {
            "name": found.verified_name or "–",
            "quality": tr(_QUALITY.get(found.quality_rating, mark("Not rated yet"))),
            "throughput": tr(_THROUGHPUT.get(found.throughput, mark("Not known"))),
            "limit": tr(_LIMIT.get(found.messaging_limit, mark("Not known"))),
            "account": tr("Sandbox: nothing reaches a real phone") if found.is_sandbox else tr("Live account at Meta"),
            "checked": day_and_time(found.checked_at, self.studio.clock.now()),
        }
        for key, text in said.items():
            self.values[key].setText(text)
        self.card.radio.setAccessibleDescription("; ".join(said.values()))

    def _choose(self) -> None:
        found = self.studio.connection.current()
        if found is not None:
            self.change(sender=found.phone_number_id)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        shown = [p for p in problems if p.code != "not-connected"]
        self.error.say(shown[0] if shown else None)

    def focus_field(self, where: str) -> None:
        target = self.connect_button if self.card.isHidden() else self.card.radio
        target.setFocus()


def _facts_shown() -> tuple[tuple[str, str], ...]:
    return (
        ("name", tr("Name people see")),
        ("quality", tr("Quality")),
        ("throughput", tr("Speed")),
        ("limit", tr("New conversations")),
        ("account", tr("Account")),
        ("checked", tr("Last checked")),
    )
