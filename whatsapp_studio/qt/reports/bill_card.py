"""Decides how it is shown what a campaign cost: our count, what Meta charged, what was expected, why they differ."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.cost_words import category_word, price_words, since_words
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day_and_clock, money
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.reports.bill import Bill, MetaLine, OwnLine
from whatsapp_studio.services.rates import Spend

_SHOWN = 8
_NOTES = 6


class BillCard(Card):
    """The costs of a campaign. ``wanted`` asks for a place of the settings: that of prices."""

    wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Costs"), parent)
        self._studio = studio
        self._id = ""
        self._reading = Latest(self)
        self.own, self.charged, self.expected = _Sum(tr("By our count")), _Sum(tr("Meta charged")), _Sum(tr("Expected"))
        across = QHBoxLayout()
        across.setSpacing(24)
        for one in (self.own, self.charged, self.expected):
            across.addWidget(one, 1)
        self._sums = QWidget()
        self._sums.setLayout(across)
        across.setContentsMargins(0, 0, 0, 0)
        self.nothing = muted(tr("Nothing that is charged has arrived yet."))
        self.spent = plain_label(wrap=True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.notes = QWidget()
        self._notes = QVBoxLayout(self.notes)
        self._notes.setContentsMargins(0, 0, 0, 0)
        self._notes.setSpacing(4)
        self.prices = link_button(tr("Open prices"), lambda: self.wanted.emit("rates"))
        self.error = ErrorLine()
        for widget in (self._sums, self.nothing, self.spent, self._table, self.notes):
            self.body.addWidget(widget)
        self.body.addWidget(self.prices, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.error)

    def show_campaign(self, campaign_id: str) -> None:
        """Count anew for this campaign, outside the window's thread."""
        self._id = campaign_id
        rates = self._studio.rates

        def read() -> tuple[str, Bill | None, Spend | None]:
            try:
                return campaign_id, rates.bill(campaign_id), rates.spend(campaign_id)
            except LookupError:
                return campaign_id, None, None

        self._reading.ask(read, self._show)

    def _show(self, answer: tuple[str, Bill | None, Spend | None]) -> None:
        campaign_id, bill, spend = answer
        if campaign_id != self._id:
            return
        self.setVisible(bill is not None)
        if bill is None:
            return
        self._say_sums(bill)
        self._say_spent(spend)
        self._fill(bill)
        said = [wording.sentence(one) for one in bill.notes]
        more = len(said) - _NOTES
        if more > 0:
            said[_NOTES:] = [ntr("And {n} more difference.", "And {n} more differences.", more)]
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in said:
            self._notes.addWidget(muted(one))
        self.notes.setVisible(bool(said))
        self.prices.setVisible(any(one.rate is None for one in bill.own))

    def _say_sums(self, bill: Bill) -> None:
        self.nothing.setVisible(not bill.own and not bill.free)
        self._sums.setVisible(bool(bill.own or bill.free))
        messages = sum(one.messages for one in bill.own)
        unpriced = sum(one.messages for one in bill.own if one.rate is None)
        note = ntr("{n} message that arrived", "{n} messages that arrived", messages)
        if unpriced:
            note = ntr("without {n} message of unknown price", "without {n} messages of unknown price", unpriced)
        known = any(one.rate is not None for one in bill.own) or not bill.own
        self.own.say(money(float(bill.total), bill.currency) if known else tr("Not known"), note)
        if bill.charged is not None and bill.read_at is not None:
            note = tr("at most, of what it told by {when}", when=day_and_clock(bill.read_at))
            self.charged.say(money(float(bill.charged), bill.currency), note)
        else:
            self.charged.say("–", tr("It told no costs of these days yet."))
        forecast = bill.forecast
        if forecast is None or not forecast.lines:
            self.expected.say("–", tr("Its cost was not reckoned."))
            return
        low, high = (money(float(one), forecast.currency) for one in (forecast.low, forecast.high))
        self.expected.say(money(float(forecast.likely), forecast.currency), tr("between {low} and {high}", low=low,
                                                                               high=high))  # fmt: skip

    def _say_spent(self, spend: Spend | None) -> None:
        self.spent.setVisible(spend is not None and spend.budget is not None)
        if spend is not None and spend.budget is not None and spend.left is not None:
            self.spent.setText(
                tr("Budget: {budget}. What left may cost {spent}; {left} is left.",
                   budget=money(float(spend.budget), spend.currency), spent=money(float(spend.spent), spend.currency),
                   left=money(float(spend.left), spend.currency))
            )  # fmt: skip

    def _fill(self, bill: Bill) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._table.setVisible(bool(bill.own))
        told = {(one.market, one.category): one for one in bill.meta}
        for row, line in enumerate(bill.own[:_SHOWN]):
            self._row(row, line, told.get((line.market, line.category)), bill.currency)
        rest = bill.own[_SHOWN:]
        if rest:
            amount = sum((one.amount or Decimal(0) for one in rest), Decimal(0))
            messages = ntr("{n} message", "{n} messages", sum(one.messages for one in rest))
            self._put(_SHOWN, 0, ntr("{n} more line", "{n} more lines", len(rest)), messages)
            self._put(_SHOWN, 1, money(float(amount), bill.currency), "")

    def _row(self, row: int, line: OwnLine, meta: MetaLine | None, currency: str) -> None:
        title = tr("{market}, {category}", market=line.market, category=category_word(line.category).lower())
        if line.rate is None or line.amount is None:
            amount, how = "–", ntr("{n} message, its price is not known", "{n} messages, their price is not known",
                                   line.messages)  # fmt: skip
        else:
            amount = money(float(line.amount), currency)
            how = tr(
                "{n} × {price}, {since}", n=number(line.messages), price=price_words(line.rate.price, currency),
                since=since_words(line.rate.begins, line.rate.source),
            )  # fmt: skip
        self._put(row, 0, title, how)
        self._put(row, 1, amount, _told(meta, currency))

    def _put(self, row: int, column: int, text: str, below: str) -> None:
        cell = QWidget()
        box = QVBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        for said, role in ((text, ""), (below, "caption")):
            label = plain_label(role, wrap=column == 0)
            label.setText(said)
            label.setVisible(bool(said))
            if column:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            box.addWidget(label)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)


class _Sum(QWidget):
    """An amount under what it is, with a note."""

    def __init__(self, label: str) -> None:
        super().__init__()
        name = QLabel(label)
        name.setProperty("role", "muted")
        self.amount, self.note = plain_label("strong"), plain_label("caption", wrap=True)
        self.amount.setFont(theme.scaled(self.amount.font(), 1.3))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for widget in (name, self.amount, self.note):
            box.addWidget(widget)
        box.addStretch(1)
        self._label = label

    def say(self, amount: str, note: str) -> None:
        """The amount, and what belongs to it."""
        self.amount.setText(amount)
        self.note.setText(note)
        self.setAccessibleName(f"{self._label}: {amount}. {note}")


def _told(meta: MetaLine | None, currency: str) -> str:
    if meta is None:
        return ""
    if meta.cost is None:
        return tr("Meta, in all: {n}", n=number(meta.messages))
    amount = money(float(meta.cost), currency)
    return tr("Meta, in all: {n} for {amount}", n=number(meta.messages), amount=amount)
