"""Decides how prices are searched, brought in and entered: what a message of each market and category costs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QTableView, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.cost_words import category_word, price_words, source_words
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import day
from whatsapp_studio.campaigns.cost import CATEGORIES, CURRENCIES, Rate
from whatsapp_studio.qt.settings.rates.import_dialog import ImportRates
from whatsapp_studio.qt.settings.rates.price_dialog import PriceDialog
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import ErrorLine, SearchField, muted, wheel_needs_focus
from whatsapp_studio.qt.widgets.files import choose_open
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.paged import PagedModel
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.tables import set_up, set_widths
from whatsapp_studio.services.rates import Outcome

_ROW, _HIGH = 32, 328
Known = tuple[str, bool, Sequence[Rate], int]


class PricesCard(Card):
    """The prices that are valid today, in the account's currency."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Prices of messages"), parent)
        self._studio = studio
        self._reading = Latest(self)
        self._rates: Sequence[Rate] = ()
        self._later = 0
        self.body.addWidget(muted(tr(
            "Meta charges each message that arrives, by the country of its number and its category. It offers its "
            "prices as files only: import them here. What is not in the list is unknown, never free."
        )))  # fmt: skip
        self.currency = QComboBox()
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        wheel_needs_focus(self.currency)
        self.currency.setAccessibleName(tr("Currency"))
        self.currency.activated.connect(self._choose)
        self.told = muted("")
        row = QHBoxLayout()
        row.setSpacing(10)
        label = plain_label()
        label.setText(tr("Currency of the account"))
        row.addWidget(label)
        row.addWidget(self.currency)
        row.addWidget(self.told, 1)
        self.body.addLayout(row)
        self.search = SearchField(tr("Search for a market"))
        self.search.searched.connect(lambda _text: self._filter())
        self.category = QComboBox()
        self.category.setAccessibleName(tr("Category"))
        self.category.addItem(tr("All categories"), "")
        for name in CATEGORIES:
            self.category.addItem(category_word(name), name)
        self.category.setMaximumWidth(with_letters(170))
        self.category.currentIndexChanged.connect(lambda _index: self._filter())
        wheel_needs_focus(self.category)
        self.bring = secondary_button(tr("Import…"), self._import, "file-up")
        self.add = secondary_button(tr("Enter a price…"), self._add, "plus")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        for widget in (self.category, self.add, self.bring):
            bar.addWidget(widget)
        self.body.addLayout(bar)
        self.result = Banner("ok", "")
        self.result.hide()
        self.body.addWidget(self.result)
        headers = (tr("Market"), tr("Category"), tr("Price"), tr("Since"), tr("Source"))
        self.model: PagedModel[Rate, Rate] = PagedModel(headers, lambda keys: keys, _say, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        header = set_up(self.table, tr("Prices of messages"), _ROW)
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        header.setStretchLastSection(True)
        set_widths(
            self.table, {0: with_letters(216), 1: with_letters(110), 2: with_letters(90), 3: with_letters(96)},
            {1: [category_word(CATEGORIES[2])]},
        )  # fmt: skip
        self.none = EmptyState(
            "tag", tr("No price is known"),
            tr("Import Meta's price list for this currency, or enter the prices you need."),
            (tr("Import prices…"), self._import),
        )  # fmt: skip
        self.found_none = EmptyState("search", tr("Nothing found"), tr("No market of the list fits."))
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(_HIGH)
        for page in (self.table, self.none, self.found_none):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack)
        self.count = plain_label("muted", wrap=True)
        self.error = ErrorLine()
        self.body.addWidget(self.count)
        self.body.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        """Read the prices again, outside the window's thread."""
        rates, today = self._studio.rates, self._studio.clock.now().date()

        def read() -> Known:
            currency = rates.currency()
            later = sum(one.begins > today and one.currency == currency for one in rates.all())
            return currency, rates.currency_is_metas(), rates.as_of(today), later

        for widget in (self.bring, self.add, self.none.action):
            widget.setEnabled(not self._studio.read_only)
        self._reading.ask(read, self._show)

    def import_from(self, path: Path) -> ImportRates:
        """Say what importing a file would do; it is kept when the person agrees."""
        self.error.say(None)
        dialog = ImportRates(self._studio, path, self)
        dialog.imported.connect(self._imported)
        dialog.open()
        return dialog

    def _show(self, known: Known) -> None:
        currency, is_metas, self._rates, self._later = known
        self.currency.setCurrentIndex(self.currency.findData(currency))
        self.currency.setEnabled(not is_metas and not self._studio.read_only)
        self.told.setText(
            tr("Meta says so.") if is_metas else tr("Meta fixed it when the account was made; choose the same.")
        )
        self._filter()

    def _filter(self) -> None:
        text, category = self.search.text().strip().casefold(), self.category.currentData()
        found = [
            one for one in self._rates
            if text in one.market.casefold() and (not category or one.category == category)
        ]  # fmt: skip
        self.model.show_keys(found)
        empty = self.found_none if self._rates else self.none
        self._stack.setCurrentWidget(self.table if found else empty)
        said = ntr("{n} price", "{n} prices", len(found)) if found else ""
        if self._later:
            later = ntr("{n} begins later.", "{n} begin later.", self._later)
            said = tr("{known}; {later}", known=said, later=later) if said else later
        self.count.setText(said)

    def _choose(self, _index: int) -> None:
        self._studio.rates.choose_currency(str(self.currency.currentData()))
        self.refresh()

    def _import(self) -> None:
        kinds = tr("Price lists (*.csv *.tsv *.txt *.xlsx *.ods)")
        path = choose_open(self, "open", tr("Import prices"), kinds)
        if path is not None:
            self.import_from(path)

    def _imported(self, outcome: Outcome) -> None:
        self.result.set_text(
            ntr("{n} price of {file} counts now.", "{n} prices of {file} count now.", outcome.new, file=outcome.source)
        )
        self.result.show()

    def _add(self) -> None:
        PriceDialog(self._studio, self).open()


def _say(one: Rate, column: int) -> str:
    match column:
        case 0:
            return one.market
        case 1:
            return category_word(one.category)
        case 2:
            return price_words(one.price, one.currency, one.above)
        case 3:
            return day(one.begins)
    return source_words(one.source)
