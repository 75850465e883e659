"""Decides how it is set when a campaign stops by itself: a budget it would go over, or too many failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from whatsapp_studio.base.amounts import amount_text, read_amount
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import money
from whatsapp_studio.campaigns.cost import CURRENCIES
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.qt.campaigns.fold import Fold
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, spin_box, wheel_needs_focus

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_FIRST = "100"
# So many failures pause nothing.
_NEVER = 100


class BrakeFold(Fold):
    """The budget and the share of failures; ``chosen`` carries what changes of the draft."""

    chosen = Signal(dict)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Budget and automatic pause"), parent)
        self._studio = studio
        self.limited = QCheckBox(tr("Pause before it costs more than"))
        self.most = QLineEdit(_FIRST)
        self.most.setMaximumWidth(120)
        self.most.setAccessibleName(tr("Budget"))
        self.currency = QComboBox()
        self.currency.setAccessibleName(tr("Currency of the budget"))
        self.currency.addItems(CURRENCIES)
        self.error = ErrorLine(self.most)
        self.failing = QCheckBox(tr("Pause when more of the messages fail than"))
        self.percent = spin_box(1, _NEVER - 1, 20)
        self.percent.setSuffix(tr(" %"))
        self.percent.setKeyboardTracking(False)
        self.percent.setAccessibleName(tr("Share of failures"))
        wheel_needs_focus(self.currency, self.percent)
        amount = QHBoxLayout()
        amount.setSpacing(8)
        amount.addWidget(self.most)
        amount.addWidget(self.currency)
        amount.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.limited, 0, 0)
        grid.addLayout(amount, 0, 1)
        grid.addWidget(self.error, 1, 0, 1, 2)
        grid.addWidget(self.failing, 2, 0)
        grid.addWidget(self.percent, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(grid)
        self.body.addWidget(
            muted(
                tr("A paused campaign loses nothing: you look, and resume or stop it. A budget needs the prices of "
                   "everybody's messages.")
            )
        )  # fmt: skip
        self.limited.toggled.connect(self._budget)
        self.most.editingFinished.connect(self._budget)
        self.currency.activated.connect(self._budget)
        self.failing.toggled.connect(self._failures)
        self.percent.valueChanged.connect(self._failures)

    def show_draft(self, draft: Draft) -> None:
        """Mirror a draft; emits nothing."""
        budget = draft.budget
        percent = draft.fail_percent or self._usual()
        with QSignalBlocker(self.limited), QSignalBlocker(self.failing), QSignalBlocker(self.percent):
            self.limited.setChecked(budget is not None)
            self.failing.setChecked(percent < _NEVER)
            if percent < _NEVER:
                self.percent.setValue(percent)
        if budget is not None and read_amount(self.most.text()) != budget.most:
            self.most.setText(amount_text(budget.most))
        currency = budget.currency if budget is not None else self._studio_currency()
        if self.currency.findText(currency) < 0:
            self.currency.addItem(currency)
        self.currency.setCurrentText(currency)
        for field in (self.most, self.currency):
            field.setEnabled(budget is not None)
        self.percent.setEnabled(percent < _NEVER)
        if budget is None:
            self.error.say(None)
        self.say(self._words(draft))

    def _usual(self) -> int:
        return int(self._studio.settings.pause_at_failures)

    def _studio_currency(self) -> str:
        return self._studio.rates.currency()

    def _budget(self, *_what: object) -> None:
        if not self.limited.isChecked():
            self.chosen.emit({"budget": None})
            return
        most = read_amount(self.most.text())
        if most is None or most <= 0:
            self.error.say(tr("Write an amount, such as 100 or 99.50."))
            return
        self.error.say(None)
        self.chosen.emit({"budget": Budget(most=most, currency=self.currency.currentText())})

    def _failures(self, *_what: object) -> None:
        percent = self.percent.value() if self.failing.isChecked() else _NEVER
        self.chosen.emit({"fail_percent": None if percent == self._usual() else percent})

    def _words(self, draft: Draft) -> str:
        said = [
            tr("No budget") if draft.budget is None
            else tr("At most {amount}", amount=money(float(draft.budget.most), draft.budget.currency))
        ]  # fmt: skip
        percent = draft.fail_percent or self._usual()
        said.append(
            tr("failures do not pause it") if percent >= _NEVER else tr("paused when more than {n} % fail", n=percent)
        )
        return " · ".join(said)
