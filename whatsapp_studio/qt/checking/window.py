"""Decides how everybody's message is checked in a window: how far it is, what was found, whose it is, what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.qt.checking import words
from whatsapp_studio.qt.checking.asked import Asked
from whatsapp_studio.qt.checking.findings_list import FindingsList
from whatsapp_studio.qt.checking.people_table import PeopleTable
from whatsapp_studio.qt.checking.repair_card import RepairCard
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.progress import ProgressRow
from whatsapp_studio.services.checking import Report
from whatsapp_studio.templates.findings import Finding

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SIZE = (960, 600)


class CheckWindow(QDialog):
    """Checks as soon as it is there. ``wanted`` asks for another page; repairs go through ``asked.change``."""

    wanted = Signal(str, object)

    def __init__(self, studio: Studio, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._asked = studio, asked
        self.report: Report | None = None
        self._job: Job[Report] | None = None
        self._undo: Mapping[str, Slot] | None = None
        self.setWindowTitle(tr("Check everybody"))
        self.said = QLabel()
        self.said.setProperty("role", "subtitle")
        self.said.setWordWrap(True)
        self.beside = muted("")
        self.back = link_button(tr("Undo the repair"), self._take_back, "undo-2")
        self.again = secondary_button(tr("Check again"), self.look, "refresh-cw")
        self.stack = QStackedWidget()
        self.progress = ProgressRow(self._cancel)
        self.list = FindingsList()
        self.list.chosen.connect(self._chosen)
        self.title, self.why = plain_label("strong", wrap=True), plain_label("muted", wrap=True)
        self.repair = RepairCard()
        self.repair.wanted.connect(self._repair)
        self.people = PeopleTable(studio)
        self.people.contact_wanted.connect(self._open_contact)
        self.fine = EmptyState("circle-check", tr("Everybody's message is fine"), tr("Nothing was found."))
        self.nobody = EmptyState(
            "users", tr("Nobody would get this message"),
            tr("Nobody is in the audience, or everybody is left out. There is nothing to check."),
        )  # fmt: skip
        again = (tr("Check again"), self.look)
        self.stopped = EmptyState("circle-alert", tr("Not checked"), tr("Nothing was changed."), again)
        for widget in (self._running(), self._results(), self.fine, self.nobody, self.stopped):
            self.stack.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.said, 1)
        top.addWidget(self.back)
        top.addWidget(self.again)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(secondary_button(tr("Close"), self.reject))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self.beside)
        box.addWidget(self.stack, 1)
        box.addLayout(end)
        fit(self, *_SIZE)
        self.look()

    def _running(self) -> QWidget:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.addStretch(1)
        box.addWidget(self.progress)
        box.addWidget(muted(tr("Every message is worked out as it would be sent. Nothing leaves.")))
        box.addStretch(2)
        return inner

    def _results(self) -> QWidget:
        detail = QWidget()
        box = QVBoxLayout(detail)
        box.setContentsMargins(12, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.title, self.why, self.repair):
            box.addWidget(widget)
        box.addWidget(self.people, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        # Large letters need more height than a small screen has.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(detail)
        split.addWidget(self.list)
        split.addWidget(scroll)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 700])
        return split

    # -- looking -------------------------------------------------------------------------------------

    def look(self) -> None:
        """Check everybody anew, as the message is now."""
        self._cancel()
        self.report = None
        self.said.setText(tr("Checking everybody's message…"))
        self.beside.hide()
        self.again.hide()
        self.back.hide()
        self.progress.reset(tr("Reading contacts…"))
        self.stack.setCurrentIndex(0)
        job = self._job = Job(self, self._asked.look)
        job.on_progress(self.progress.show_progress)
        job.on_done(lambda report: self._show(report) if job is self._job else None)
        job.on_failed(lambda error: self._failed(error) if job is self._job else None)
        job.on_cancelled(lambda: self._failed(None) if job is self._job else None)
        job.run()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._job = None
        self.again.show()
        self.back.setVisible(self._undo is not None)

    def _failed(self, error: StudioError | None) -> None:
        self._ended()
        self.again.hide()
        self.said.setText(tr("The check was stopped.") if error is None else tr("The check could not be made."))
        self._say_stopped(tr("Nothing was changed.") if error is None else wording.sentence(error))

    def _say_stopped(self, text: str) -> None:
        label = self.stopped.text
        label.setText(text)
        label.setMinimumHeight(label.heightForWidth(label.width()))
        self.stack.setCurrentWidget(self.stopped)

    def _show(self, report: Report) -> None:
        self._ended()
        self.report = report
        if report.problems:
            self.said.setText(tr("What fills the places has to be mended first."))
            self.again.hide()
            self._say_stopped("\n".join(wording.sentence(one) for one in report.problems[:3]))
            return
        self.said.setText(_summary(report))
        self._say_beside(report)
        if not report.checked:
            self.stack.setCurrentWidget(self.nobody)
        elif not report.findings:
            self.fine.text.setText(ntr("{n} message checked.", "{n} messages checked.", report.checked))
            self.stack.setCurrentWidget(self.fine)
        else:
            self.stack.setCurrentIndex(1)
            self.list.show_findings(report.findings)
            self.list.setFocus()

    def _say_beside(self, report: Report) -> None:
        parts = []
        if report.left_out:
            n = sum(report.left_out.values())
            parts.append(
                ntr("{n} person gets nothing and was not checked.", "{n} people get nothing and were not checked.", n)
            )
            parts += [
                tr("{reason}: {n}.", reason=wording.exclusion(reason), n=number(n))
                for reason, n in report.left_out.items()
            ]
        if report.subject.assumed:
            named = ", ".join(report.subject.assumed)
            parts.append(tr("Known only when the message is due, and checked with an example: {places}.", places=named))
        self.beside.setText(" ".join(parts))
        self.beside.setVisible(bool(parts))

    # -- one finding ---------------------------------------------------------------------------------

    def _chosen(self, finding: Finding | None) -> None:
        if finding is None or self.report is None:
            return
        self.title.setText(words.with_number(finding))
        about = words.more(finding)
        self.why.setText(about)
        self.why.setVisible(bool(about))
        self.repair.show_finding(finding, self._asked.mapping(), may=not self._studio.read_only)
        self.people.show_people(self.report, finding)

    def _repair(self, mapping: Mapping[str, Slot]) -> None:
        self._undo = dict(self._asked.mapping())
        self._asked.change(mapping)
        self.look()

    def _take_back(self) -> None:
        if self._undo is not None:
            before, self._undo = self._undo, None
            self._asked.change(before)
            self.look()

    def _open_contact(self, id: int) -> None:
        self.reject()
        self.wanted.emit("contacts", id)

    def done(self, result: int) -> None:
        self._cancel()
        super().done(result)


def _summary(report: Report) -> str:
    checked = ntr("{n} message checked.", "{n} messages checked.", report.checked)
    if not report.checked:
        return checked
    if report.refused:
        return tr(
            "{checked} {refused} would not be sent, {warned} with a warning.", checked=checked,
            refused=number(report.refused), warned=number(report.warned),
        )  # fmt: skip
    if report.warned:
        return tr("{checked} All can be sent, {warned} with a warning.", checked=checked, warned=number(report.warned))
    return tr("{checked} All can be sent.", checked=checked)
