"""Decides what stands right of the canvas of a rehearsal: how far it is, what came out, and what was kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.qt.journeys.simulate_kept import Compared, KeptList
from whatsapp_studio.qt.journeys.simulate_results import Results
from whatsapp_studio.qt.journeys.simulate_steps import StepNumbers
from whatsapp_studio.qt.widgets.progress import ProgressRow


class Side(QFrame):
    """Tabs for the outcome, below how far it is."""

    def __init__(self, cancel: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.progress = ProgressRow(cancel)
        self.progress.setContentsMargins(16, 12, 12, 8)
        self.progress.hide()
        self.results, self.steps = Results(), StepNumbers()
        self.compared, self.kept = Compared(), KeptList()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Outcome of the simulation"))
        for part, label in (
            (self.results, tr("Result")), (self.steps, tr("Steps")), (self.compared, tr("Compare")),
            (self.kept, tr("Kept")),
        ):  # fmt: skip
            part.setAccessibleName(label)
            self.tabs.addTab(part, label)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.progress)
        box.addWidget(self.tabs, 1)
        self.say_nothing_yet()

    def say_nothing_yet(self) -> None:
        """Nothing was rehearsed."""
        self.results.say(
            tr("Nothing is simulated yet"),
            tr("Run a simulation, and see how many contacts would take which way, how many messages would leave on "
               "which day, and where nobody would go. Nothing is sent."),
        )  # fmt: skip

    def show_rehearsal(self, done: Rehearsal, journey: Journey) -> None:
        """Tell an outcome, with the journey as it was."""
        self.results.show_rehearsal(done, journey)
        self.steps.show_simulation(done.result, journey)

    def count_kept(self, n: int) -> None:
        """Say how many are kept."""
        self.tabs.setTabText(self.tabs.indexOf(self.kept), tr("Kept ({n})", n=number(n)) if n else tr("Kept"))

    def begin(self, text: str) -> None:
        """Something is being done."""
        self.progress.reset(text)
        self.progress.cancel.setEnabled(True)
        self.progress.show()

    def end(self) -> None:
        """It is over."""
        self.progress.hide()
