"""Decides how the sets of prices are listed, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.cost_words import source_words
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import day
from whatsapp_studio.qt.settings.rules.rows import Rows, RuleRow, do
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.services.rates import RateSet


class SetsCard(Card):
    """Where prices came from: each file, what came with the program, what was entered."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where they came from"), parent)
        self._studio = studio
        self._reading = Latest(self)
        self.about = muted(tr("What was reckoned by a price keeps it, also when the price is removed here."))
        self.rows, self.error = Rows(), ErrorLine()
        for widget in (self.about, self.rows, self.error):
            self.body.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Read the sets again, outside the window's thread."""
        rates = self._studio.rates
        self._reading.ask(rates.sets, self._show)

    def _show(self, sets: Sequence[RateSet]) -> None:
        self.rows.show_rows(map(self._row, sets))
        self.setVisible(bool(sets))

    def _row(self, one: RateSet) -> RuleRow:
        name = source_words(one.source)
        remove = icon_button("trash-2", tr("Remove {name}…", name=name), partial(self._remove, one))
        remove.setEnabled(not self._studio.read_only)
        first, last = one.begins
        parts = [
            ntr("{n} price", "{n} prices", one.rates),
            tr("from {day} on", day=day(first)) if first == last
            else tr("from {first} and up to {last} on", first=day(first), last=day(last)),
            tr("added {day}", day=day(one.added_at.astimezone())),
        ]  # fmt: skip
        title = name if name == one.source else name[:1].upper() + name[1:]
        return RuleRow(title, " · ".join(parts), icon="file-text", buttons=[remove])

    def _remove(self, one: RateSet) -> None:
        title = ntr("Remove {n} price?", "Remove {n} prices?", one.rates)
        text = tr("What is sent from now on has no price where no other set has one. What was sent keeps its own.")
        if ask(self, title, text, tr("Remove"), tr("Keep"), danger=True):
            rates = self._studio.rates
            do(self, lambda: rates.remove(one.source), self.error.say)
