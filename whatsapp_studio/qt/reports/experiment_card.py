"""Decides how an experiment is told in a report: each message with its share and what that is of, and a verdict."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.programme import Metric
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time, share
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.reports.sequential import Lead
from whatsapp_studio.services.experiments import Standing

_DID: dict[Metric, str] = {
    "delivered": mark("Delivered, of those it went to"), "read": mark("Read (at least), of those it went to"),
    "replied": mark("Replied, of those it went to"), "clicked": mark("Tapped a button, of those it went to"),
    "goal": mark("In the segment, of those it went to"),
}  # fmt: skip


class ExperimentCard(Card):
    """Hidden where a campaign compares nothing. ``found`` tells whether there is something to show."""

    found = Signal(bool)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Comparison"), parent)
        self._studio, self._id = studio, ""
        self._reading = Latest(self)
        self.verdict = QLabel()
        self.verdict.setProperty("role", "strong")
        self.verdict.setWordWrap(True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(4, 1)
        self.said = muted("")
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        self.buttons: list[QWidget] = []
        self.error = ErrorLine()
        self.body.addWidget(self.verdict)
        self.body.addWidget(self._table)
        self.body.addWidget(self.said)
        self.body.addLayout(self._choices)
        self.body.addWidget(self.error)
        self.hide()

    def show_campaign(self, campaign_id: str) -> None:
        """Count anew for this campaign, outside the window's thread."""
        self._id = campaign_id
        experiments = self._studio.experiments
        self._reading.ask(lambda: (campaign_id, experiments.standing(campaign_id)), self._show)

    def _show(self, answer: tuple[str, Standing | None]) -> None:
        campaign_id, standing = answer
        if campaign_id != self._id:
            return
        self.setVisible(standing is not None)
        self.found.emit(standing is not None)
        if standing is None:
            return
        self._clear()
        self.verdict.setText(self._words(standing))
        self._rows(standing)
        self.said.setText(self._more(standing))
        self._offer(standing)

    def _words(self, standing: Standing) -> str:
        names, found = _names(standing), standing.verdict
        if found.state == "winner":
            return tr(
                "{name} is better with {n} % confidence.", name=names[found.best], n=decimal(100 * found.confidence, 0)
            )
        if found.state == "inconclusive":
            return tr("No difference was shown.")
        if standing.more is not None:
            return ntr(
                "No difference shown yet: about {n} more person each needed, if it stays as it is.",
                "No difference shown yet: about {n} more people each needed, if it stays as it is.", standing.more,
            )  # fmt: skip
        return tr("No difference shown yet.")

    def _rows(self, standing: Standing) -> None:
        plan, names = standing.kept.plan, _names(standing)
        leads = {one.other: one for one in standing.verdict.leads}
        heads = (tr("Message"), tr("People"), tr(_DID[plan.metric]), tr("Behind the best, with bounds"))
        for column, words in enumerate(heads):
            self._put(0, column, muted(words))
        for row, arm in enumerate(standing.arms, 1):
            name = QLabel(names[arm.key])
            if arm.key == standing.kept.winner:
                name.setText(tr("{name} (chosen)", name=names[arm.key]))
                name.setProperty("role", "strong")
            self._put(row, 0, name)
            self._put(row, 1, QLabel(number(arm.people)))
            did = tr("{n} ({share})", n=number(arm.successes), share=share(arm.successes, arm.people))
            self._put(row, 2, QLabel(did if arm.people else "–"))
            self._put(row, 3, QLabel(_lead(leads[arm.key]) if arm.key in leads else "–"))

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _more(self, standing: Standing) -> str:
        kept, said = standing.kept, []
        if standing.holdout is not None:
            said.append(tr("Beside those who got nothing: {lead}.", lead=_lead(standing.holdout)))
        if standing.waiting:
            said.append(ntr("{n} person waits for the winner.", "{n} people wait for the winner.", standing.waiting))
        now = self._studio.clock.now()
        if kept.state == "running" and kept.decide_at is not None:
            said.append(tr("It is decided {when} at the latest.", when=day_and_time(kept.decide_at, now)))
        elif kept.decided_at is not None:
            said.append(tr("It was decided {when}.", when=day_and_time(kept.decided_at, now)))
        said.append(tr("The bounds hold however often you look."))
        return " ".join(said)

    def _offer(self, standing: Standing) -> None:
        if not standing.waiting or standing.kept.state == "decided" or self._studio.read_only:
            return
        names = _names(standing)
        for one in standing.kept.plan.treatments:
            words = tr("Send {name} to the rest", name=names[one.key])
            self._button(secondary_button(words, partial(self._choose, one.key)))
        self._button(secondary_button(tr("Send nothing more"), partial(self._choose, "")))
        self._choices.addStretch(1)

    def _button(self, button: QWidget) -> None:
        self._choices.addWidget(button)
        self.buttons.append(button)

    def _choose(self, key: str) -> None:
        experiments, id = self._studio.experiments, self._id
        self.error.say(None)

        def work(progress: Progress) -> None:
            experiments.choose(id, key)
            experiments.do(progress)

        Job(self, work).on_done(lambda _nothing: self.show_campaign(id)).on_failed(self._failed).run()

    def _failed(self, error: StudioError) -> None:
        self.error.say(error)

    def _clear(self) -> None:
        self.buttons = []
        for layout in (self._grid, self._choices):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()


def _names(standing: Standing) -> dict[str, str]:
    return {one.key: one.name or one.key.upper() for one in standing.kept.plan.treatments}


def _lead(lead: Lead) -> str:
    """How far apart two shares are, in points of a percent, with the bounds of that."""
    points, low, high = (decimal(100 * value) for value in (lead.difference, lead.low, lead.high))
    if (lead.low, lead.high) == (-1.0, 1.0):
        return tr("too few to say")
    return tr("{points} points (between {low} and {high})", points=points, low=low, high=high)
