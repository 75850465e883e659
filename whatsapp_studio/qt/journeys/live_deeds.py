"""Decides what is asked before a journey is paused, closed or stopped, and what is said once it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.words_running import PAUSES, pause_meaning
from whatsapp_studio.journeys.kept import one_line
from whatsapp_studio.journeys.living import Life, Pause
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.dialogs import ask, show_error
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

T = TypeVar("T")
Done = Callable[[], object]


class PauseDialog(QDialog):
    """Hold or discard, each with what it means. ``how`` is what was chosen."""

    def __init__(self, name: str, inside: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Pause the journey"))
        title = plain_label("subtitle", wrap=True)
        title.setText(tr("Pause “{name}”?", name=one_line(name)))
        about = QLabel(
            ntr("{n} contact is inside.", "{n} contacts are inside.", inside)
            + " "
            + tr("Nobody goes on, and no message leaves but what WhatsApp has already. A pause has no time limit.")
        )
        about.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(about)
        self.choices: dict[Pause, QRadioButton] = {}
        group = QButtonGroup(self)
        for how in ("hold", "discard"):
            card = QFrame()
            card.setProperty("role", "choice")
            inner = QVBoxLayout(card)
            choice = QRadioButton(tr(PAUSES[how][0]))
            choice.setProperty("role", "strong")
            choice.setAccessibleDescription(pause_meaning(how))
            meaning = QLabel(pause_meaning(how))
            meaning.setWordWrap(True)
            meaning.setProperty("role", "muted")
            inner.addWidget(choice)
            inner.addWidget(meaning)
            group.addButton(choice)
            box.addWidget(card)
            self.choices["hold" if how == "hold" else "discard"] = choice
        self.choices["hold"].setChecked(True)
        buttons = QDialogButtonBox()
        self.pause_button = buttons.addButton(tr("Pause"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Let it run"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.pause_button.setProperty("role", "primary")
        box.addStretch(1)
        box.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, 480)

    @property
    def how(self) -> Pause:
        """What was chosen."""
        return "discard" if self.choices["discard"].isChecked() else "hold"


class Deeds:
    """What can be done with one journey that runs; each asks first where it cannot be taken back."""

    def __init__(self, beside: QWidget, studio: Studio, journey_id: str, done: Done) -> None:
        self._beside, self._studio, self._id, self._done = beside, studio, journey_id, done

    def pause(self, name: str, life: Life) -> None:
        """Ask how, and pause it."""
        dialog = PauseDialog(name, life.inside, self._beside)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            how, said = dialog.how, tr("Paused. Nothing moves until you resume it.")
            self._run(lambda: self._studio.running.pause(self._id, how), said)
        dialog.deleteLater()

    def resume(self, name: str, life: Life) -> None:
        """Let it go on, or open it again."""
        said = tr("It goes on.") if life.state == "paused" else tr("Contacts come in again.")
        self._run(lambda: self._studio.running.resume(self._id), said)

    def close(self, name: str, life: Life) -> None:
        """Ask, and let nobody new in."""
        n = life.inside
        inside = ntr("{n} contact is inside and goes on.", "{n} contacts are inside and go on to the end.", n)
        again = tr("You can open it again as long as somebody is inside.")
        text = " ".join((tr("Nobody new comes in."), inside, again))
        title = tr("Close “{name}” to new contacts?", name=one_line(name))
        if ask(self._beside, title, text, tr("Close to new contacts"), tr("Leave it open")):
            self._run(lambda: self._studio.running.close(self._id), tr("Closed. Nobody new comes in."))

    def stop(self, name: str, life: Life, stopped: Callable[[int], object]) -> None:
        """Ask, and end it for everybody inside; ``stopped`` gets how many that were."""
        text = "\n\n".join(
            (
                ntr(
                    "{n} contact is inside and leaves at once, wherever it is.",
                    "{n} contacts are inside and leave at once, wherever they are.", life.inside,
                ),
                tr("Messages that have not left are not sent. This cannot be taken back."),
                tr("Who was inside stays known: you get the list, and can export it."),
            )
        )  # fmt: skip
        action = ntr("Stop it for {n} contact", "Stop it for {n} contacts", life.inside)
        if not ask(
            self._beside, tr("Stop “{name}”?", name=one_line(name)), text, action, tr("Let it run"), danger=True
        ):
            return

        def done(n: int) -> None:
            Toast.show_in(self._beside, ntr("Stopped for {n} contact.", "Stopped for {n} contacts.", n))
            self._done()
            stopped(n)

        self._job(lambda: self._studio.running.stop(self._id), done)

    def _run(self, act: Callable[[], T], said: str) -> None:
        def done(_result: T) -> None:
            Toast.show_in(self._beside, said)
            self._done()

        self._job(act, done)

    def _job(self, act: Callable[[], T], done: Callable[[T], object]) -> None:
        def failed(error: StudioError) -> None:
            show_error(self._beside, wording.explain(error.code, error.facts))
            self._done()

        Job(self._beside, lambda _progress: act()).on_done(done).on_failed(failed).run()
