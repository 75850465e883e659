"""Decides how the limits of countries are listed, beside the one that Meta has for the United States."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.caps import MOST_DAYS, CountryLimit
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.settings.rules import words
from whatsapp_studio.qt.settings.rules.cap_dialog import PURPOSES, beside, chooser
from whatsapp_studio.qt.settings.rules.dialog import RuleDialog
from whatsapp_studio.qt.settings.rules.rows import Rows, RuleRow, do
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted, spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label


class CountryDialog(RuleDialog):
    """A new limit, or one that is changed."""

    def __init__(self, studio: Studio, limit: CountryLimit | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Edit limit of a country") if limit else tr("New limit of a country"), parent)
        import phonenumbers

        self._studio, self._limit = studio, limit
        given = limit or CountryLimit(country=studio.settings.default_country, most=1, days=7)
        self.country = QComboBox()
        for name, code in words.countries(phonenumbers.SUPPORTED_REGIONS):
            self.country.addItem(name, code)
        self.country.setCurrentIndex(max(0, self.country.findData(given.country)))
        self.country.setEnabled(limit is None)
        self.purpose = chooser(PURPOSES, given.purpose, tr("Purpose"))
        self.purpose.setEnabled(limit is None)
        self.most, self.days = spin_box(0, 10_000, given.most), spin_box(1, MOST_DAYS, given.days)
        wheel_needs_focus(self.country, self.most, self.days)
        for combo in (self.country, self.purpose):
            combo.currentIndexChanged.connect(lambda _index: self._say())
        for box in (self.most, self.days):
            box.valueChanged.connect(lambda _value: self._say())
        self.form.addWidget(FormRow(tr("&Country of the number"), self.country))
        self.form.addWidget(FormRow(tr("&Purpose"), self.purpose))
        self.form.addLayout(
            beside(FormRow(tr("&At most (0 for none)"), self.most), FormRow(tr("In so many &days"), self.days))
        )
        self.sentence = plain_label("strong", wrap=True)
        self.form.addWidget(self.sentence)
        self._say()
        self.ready(460)

    def limit(self) -> CountryLimit:
        """What is entered."""
        return CountryLimit(
            country=self.country.currentData(), purpose=self.purpose.currentData(), most=self.most.value(),
            days=self.days.value(),
        )  # fmt: skip

    def work(self) -> Callable[[], object]:
        rules, limit = self._studio.rules, self.limit()
        return lambda: rules.save_country_limit(limit)

    def _say(self) -> None:
        self.error.say(None)
        self.days.setEnabled(self.most.value() > 0)
        self.sentence.setText(words.limit(self.limit()))


class CountriesCard(Card):
    """Limits by the country of the number."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Countries"), parent)
        self._studio = studio
        self.body.addWidget(muted(tr("How often somebody with a number of a country is written to, or not at all.")))
        self.us = RuleRow(
            words.country("US"),
            tr("No marketing. Meta has delivered none to numbers of the United States since 1 April 2025, so none is "
               "sent. Numbers of Canada and the Caribbean also begin with +1 and are not meant."),
            icon="lock", pill=tr("Always on"),
        )  # fmt: skip
        self.body.addWidget(self.us)
        self.rows = Rows()
        self.body.addWidget(self.rows)
        self.error = ErrorLine()
        self.body.addWidget(self.error)
        self.add = secondary_button(tr("New limit…"), self._new, "plus")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read the limits again."""
        self.add.setEnabled(not self._studio.read_only)
        self.rows.show_rows(self._row(one) for one in self._studio.rules.country_limits())

    def _row(self, limit: CountryLimit) -> RuleRow:
        name = words.country(limit.country)
        buttons = [
            icon_button("pencil", tr("Edit the limit of {country}", country=name), partial(self._edit, limit)),
            icon_button("trash-2", tr("Delete the limit of {country}", country=name), partial(self._delete, limit)),
        ]
        for one in buttons:
            one.setEnabled(not self._studio.read_only)
        return RuleRow(name, words.limit(limit), icon="globe", buttons=buttons)

    def _new(self) -> None:
        CountryDialog(self._studio, parent=self).open()

    def _edit(self, limit: CountryLimit) -> None:
        dialog = CountryDialog(self._studio, limit, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _delete(self, limit: CountryLimit) -> None:
        rules = self._studio.rules
        do(self, lambda: rules.delete_country_limit(limit.country, limit.purpose), self.error.say)
