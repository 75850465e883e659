"""Decides how it is said what a campaign will cost: an estimate with its range, by market, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from whatsapp_studio.base.cost_words import category_word, price_words, source_words
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day, listed, money, percent
from whatsapp_studio.campaigns.forecast import Forecast, Line
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_label

# Where prices are looked after, as other cards of the review name places.
PRICES = "settings.rates"
_FIRST, _NAMED = 5, 4


class CostCard(Card):
    """What it will cost. ``change_wanted`` names a place: that of prices, or of the budget."""

    change_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Cost"), parent)
        self._lines: Sequence[Line] = ()
        self._currency = ""
        self.sum = plain_label("strong", wrap=True)
        self.sum.setFont(theme.scaled(self.sum.font(), 1.3))
        self.range = plain_label(wrap=True)
        self.how = muted("")
        self.unknown = Banner("warning", "", (tr("Import prices…"), lambda: self.change_wanted.emit(PRICES)))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.more = link_button("", self._show_all)
        self.sources = muted("")
        self.budget = plain_label(wrap=True)
        for widget in (self.sum, self.range, self.how, self.unknown, self._table):
            self.body.addWidget(widget)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.sources, self.budget):
            self.body.addWidget(widget)
        self.show_forecast(None)

    def show_forecast(self, cost: Forecast | None, budget: Budget | None = None) -> None:
        """What was reckoned; None where no price is known at all, or nobody is reached."""
        known = cost if cost is not None and cost.lines else None
        for widget in (self.range, self.how, self._table, self.sources):
            widget.setVisible(known is not None)
        self.sum.setText(
            tr("Not known") if known is None else tr("about {amount}", amount=_money(known, known.likely))
        )
        self._show_unknown(cost)
        self._show_budget(known, budget)
        self._lines, self._currency = (known.lines, known.currency) if known else ((), "")
        self._fill(_FIRST)
        if known is None:
            return
        low, high = _money(known, known.low), _money(known, known.high)
        most = _money(known, known.most)
        if high == most:
            self.range.setText(tr("It will most likely lie between {low} and {high}.", low=low, high=high))
        else:
            self.range.setText(
                tr("It will most likely lie between {low} and {high}; never above {most}.", low=low, high=high,
                   most=most)
            )  # fmt: skip
        self.how.setText(_how(known))
        dates = sorted({rate.begins for line in known.lines for rate in line.rates})
        sources = sorted({source_words(rate.source) for line in known.lines for rate in line.rates})
        said = listed([day(one) for one in dates[-3:]])
        self.sources.setText(tr("Prices of {days}: {sources}.", days=said, sources=listed(sources)))

    def _show_unknown(self, cost: Forecast | None) -> None:
        unknown = cost.unknown if cost is not None else {}
        self.unknown.setVisible(cost is None or bool(unknown) or not cost.lines)
        if not unknown:
            self.unknown.set_text(tr("No price is known. Meta's price list has to be imported once."))
            return
        names = sorted(unknown, key=lambda one: (-unknown[one], one))
        where = [tr("{market}: {n}", market=one, n=number(unknown[one])) for one in names[:_NAMED]]
        rest = sum(unknown[one] for one in names[_NAMED:])
        if rest:
            where.append(ntr("{n} person elsewhere", "{n} people elsewhere", rest))
        total = sum(unknown.values())
        said = ntr(
            "The price of {n} message is not known, and not counted above.",
            "The prices of {n} messages are not known, and not counted above.", total,
        )  # fmt: skip
        self.unknown.set_text(f"{said}\n{listed(where)}")

    def _show_budget(self, cost: Forecast | None, budget: Budget | None) -> None:
        self.budget.setVisible(budget is not None)
        if budget is None:
            return
        most = money(float(budget.most), budget.currency)
        if cost is None or cost.currency != budget.currency:
            said = tr("Budget: {amount}.", amount=most)
        elif cost.most <= budget.most:
            said = tr("Budget: {amount}. It lasts for everybody.", amount=most)
        elif cost.high <= budget.most:
            said = tr("Budget: {amount}. It will last, unless more arrive than ever before.", amount=most)
        else:
            said = tr("Budget: {amount}. The campaign may be paused before everybody has it.", amount=most)
        self.budget.setText(said)

    def _show_all(self) -> None:
        self._fill(len(self._lines))

    def _fill(self, shown: int) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._lines:
            for column, text in enumerate((tr("Market"), tr("People"), tr("Price"), tr("Likely"))):
                self._put(0, column, text, "caption")
        for row, line in enumerate(self._lines[:shown], 1):
            category = "" if len({one.category for one in self._lines}) == 1 else category_word(line.category)
            self._put(row, 0, tr("{market}, {category}", market=line.market, category=category.lower())
                      if category else line.market)  # fmt: skip
            self._put(row, 1, number(line.people))
            prices = " · ".join(price_words(rate.price, self._currency, rate.above) for rate in line.rates[:2])
            self._put(row, 2, prices)
            likely = self._put(row, 3, money(float(line.likely), self._currency))
            likely.setToolTip(
                tr("Between {low} and {high}", low=money(float(line.low), self._currency),
                   high=money(float(line.high), self._currency))
            )  # fmt: skip
        left = len(self._lines) - shown
        self.more.setVisible(left > 0)
        self.more.setText(ntr("Show {n} more market", "Show {n} more markets", max(left, 1)))

    def _put(self, row: int, column: int, text: str, role: str = "") -> QLabel:
        label = plain_label(role, wrap=column == 0)
        label.setText(text)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag(0)
        self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignVCenter | side)
        return label


def _money(cost: Forecast, amount: Decimal) -> str:
    return money(float(amount), cost.currency)


def _how(cost: Forecast) -> str:
    """By what it is an estimate."""
    share = percent(cost.delivered)
    if cost.campaigns:
        known = ntr(
            "This is an estimate: only what arrives is charged. By {n} earlier campaign about {share} arrive.",
            "This is an estimate: only what arrives is charged. By {n} earlier campaigns about {share} arrive.",
            cost.campaigns, share=share,
        )  # fmt: skip
        return known
    return tr(
        "This is an estimate: only what arrives is charged. Nothing is known of earlier campaigns, so it is assumed "
        "that about {share} arrive.", share=share,
    )  # fmt: skip
