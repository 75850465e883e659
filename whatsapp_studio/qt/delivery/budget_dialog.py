"""Decides how a used-up budget is raised: what was spent, what still waits, and the most it may come to."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.amounts import amount_text, read_amount
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import money
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted
from whatsapp_studio.qt.widgets.fitting import fit


class BudgetDialog(QDialog):
    """``raised`` comes when the budget is another one, or none: the campaign may go on."""

    raised = Signal()

    def __init__(self, studio: Studio, campaign_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._id = studio, campaign_id
        campaign, self._spend = studio.campaigns.get(campaign_id), studio.rates.spend(campaign_id)
        self.setWindowTitle(tr("Budget of “{name}”", name=campaign.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        spend, currency = self._spend, self._spend.currency
        self.said = muted(tr(
            "{spent} was spent of {budget}. What waits costs {waiting} more at most.",
            spent=money(float(spend.spent), currency), budget=money(float(spend.budget or 0), currency),
            waiting=money(float(spend.waiting), currency),
        ))  # fmt: skip
        self.most = QLineEdit(amount_text(spend.spent + spend.waiting))
        self.none = QCheckBox(tr("No budget from now on"))
        self.none.toggled.connect(lambda on: self.most.setEnabled(not on))
        self.error = ErrorLine(self.most)
        self.keep = primary_button(tr("Raise and resume"), self._keep)
        leave = secondary_button(tr("Leave it paused"), self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (leave, self.keep):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        row = FormRow(tr("At most, in {currency}", currency=currency), self.most)
        for widget in (self.said, row, self.none, self.error):
            box.addWidget(widget)
        box.addLayout(buttons)
        self.keep.setDefault(True)
        fit(self, 460)
        follow_layout(self)

    def _keep(self) -> None:
        most: Decimal | None = None
        if not self.none.isChecked():
            most = read_amount(self.most.text())
            if most is None or most <= self._spend.spent:
                self.error.say(
                    tr("Type an amount above {spent}.", spent=money(float(self._spend.spent), self._spend.currency))
                )
                return
        campaigns, id = self._studio.campaigns, self._id
        self.keep.setEnabled(False)

        def work(progress: Progress) -> Campaign:
            return campaigns.set_budget(id, most)

        Job(self, work).on_done(lambda _campaign: self._done()).on_failed(self._failed).run()

    def _done(self) -> None:
        self.raised.emit()
        self.accept()

    def _failed(self, error: StudioError) -> None:
        self.keep.setEnabled(True)
        self.error.say(error)
