"""Decides how rehearsals are kept under a name, opened again, renamed, deleted and compared, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.journeys.simulation_words import Difference, differences
from whatsapp_studio.qt import phrases
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.simulate_figures import outcome
from whatsapp_studio.qt.journeys.simulate_side import Side
from whatsapp_studio.qt.widgets.dialogs import ask_text
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.services.simulating import Simulating, SimulationRow


class Keeping(QObject):
    """The kept rehearsals of the journey of ``document``. ``opened`` carries an outcome, ``failed`` an error."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, over: QWidget, simulating: Simulating, side: Side, document: JourneyDocument) -> None:
        super().__init__(over)
        self._over, self._simulating, self._side, self._document = over, simulating, side, document
        self._held: Rehearsal | None = None
        self.rows: Sequence[SimulationRow] = ()
        side.kept.opened.connect(self.open)
        side.kept.renamed.connect(self._rename)
        side.kept.forgotten.connect(self._forget)
        side.compared.asked.connect(lambda _id: self.compare())

    def fill(self, rows: Sequence[SimulationRow]) -> None:
        """List these."""
        self.rows = rows
        self._side.kept.fill(rows, datetime.now(UTC))
        self._side.compared.fill(rows)
        self._side.count_kept(len(rows))

    def read(self) -> None:
        """List what is kept now."""
        id = self._document.journey.id
        self._do(lambda: self._simulating.kept(id), self.fill)

    def hold(self, done: Rehearsal) -> None:
        """This is what is looked at."""
        self._held = done
        self.compare()

    def keep(self) -> None:
        """Keep what is looked at, under a name that is asked for."""
        done, id = self._held, self._document.journey.id
        if done is None:
            return
        title = tr("Keep this simulation")
        name = ask_text(self._over, title, tr("What to call it"), title, phrases.day_and_date(done.at))
        if name:
            said = tr("Kept as “{name}”", name=name)
            self._change(lambda: self._simulating.keep(id, name, done), said)

    def open(self, id: int) -> None:
        """Look at one that is kept."""
        self._do(lambda: outcome(self._simulating.open(id)), self.opened.emit)

    def compare(self) -> None:
        """Hold what is looked at against the kept one that is chosen."""
        done, other = self._held, self._side.compared.other
        if not other or done is None:
            self._side.compared.clear()
            return

        def came(found: Sequence[Difference]) -> None:
            if done is self._held and other == self._side.compared.other:
                self._side.compared.show_differences(found)

        self._do(lambda: differences(self._simulating.open(other), done), came)

    def _rename(self, id: int, name: str) -> None:
        self._change(lambda: self._simulating.rename(id, name), tr("Renamed"))

    def _forget(self, id: int) -> None:
        of = self._document.journey.id
        name = next(one.name for one in self.rows if one.id == id)

        def forget() -> Rehearsal:
            gone = self._simulating.open(id)
            self._simulating.forget(id)
            return gone

        def forgot(gone: Rehearsal) -> None:
            self.read()
            said = tr("Deleted “{name}”", name=name)
            Toast.show_in(self._over, said, tr("Undo"), lambda: self._change(
                lambda: self._simulating.keep(of, name, gone), tr("Kept again")
            ))  # fmt: skip

        self._do(forget, forgot)

    def _change(self, act: Callable[[], object], said: str) -> None:
        def changed(_: object) -> None:
            self.read()
            Toast.show_in(self._over, said)

        self._do(act, changed)

    def _do(self, act: Callable[[], object], then: Callable[..., object]) -> None:
        Job(self, lambda _progress: act()).on_done(then).on_failed(self.failed.emit).run()
