"""Decides how Meta's figures of a template are shown, and what is said where there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import day, percent
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.templates.figures import Figures, Why
from whatsapp_studio.templates.template import Template

_CLICKS = 5


class FiguresCard(QFrame):
    """What became of the messages of a template in the last 90 days, as Meta counts. ``changed`` asks to read anew."""

    changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._template: Template | None = None
        title = QLabel(tr("What Meta counted"))
        title.setProperty("role", "strong")
        self._numbers = QFormLayout()
        self._numbers.setHorizontalSpacing(16)
        self.said = muted("")
        self.read = link_button(tr("Read now"), self._read)
        self.enable = link_button(tr("Switch on counting…"), self._enable)
        self.error = ErrorLine()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        box.addWidget(title)
        box.addLayout(self._numbers)
        box.addWidget(self.said)
        for button in (self.read, self.enable):
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.error)

    def show_figures(self, template: Template, found: Figures | Why) -> None:
        """Figures, or the reason why there are none; never a zero that nobody counted."""
        self._template = template
        while self._numbers.rowCount():
            self._numbers.removeRow(0)
        writes = not self._studio.read_only and self._studio.connection.current() is not None
        self.read.setVisible(writes and bool(template.meta_id))
        self.enable.setVisible(writes and isinstance(found, Why) and found.can_enable)
        if isinstance(found, Why):
            words = wording.explain(found.code)
            self.said.setText(" ".join(part for part in (words.title, words.why, words.fix) if part))
            return
        total = found.total
        rows = [(tr("Sent"), number(total.sent)), (tr("Delivered"), _of(total.delivered, total.sent)),
                (tr("Read"), _of(total.read, total.delivered))]  # fmt: skip
        rows += [(click.label or tr("Button"), _of(click.count, total.delivered)) for click in total.clicks[:_CLICKS]]
        for name, value in rows:
            label, shown = QLabel(name), QLabel(value)
            label.setProperty("role", "muted")
            self._numbers.addRow(label, shown)
        now = self._studio.clock.now()
        self.said.setText(
            tr("As of {when}, for the last 90 days. What was sent since {day} may still move.",
               when=day_and_time(found.read_at, now), day=day(found.frozen_before))
        )  # fmt: skip

    def _read(self) -> None:
        template, watching = self._template, self._studio.watching
        if template is None:
            return
        wanted = [template]

        def work(progress: Progress) -> None:
            watching.read_figures(wanted, progress)

        self._run(work)

    def _enable(self) -> None:
        title = tr("Let Meta count what becomes of each template?")
        text = tr("It is for all templates of this account, and Meta does not let it be switched off again.")
        if ask(self, title, text, tr("Switch on"), tr("Not now")):
            self._run(lambda _progress: self._studio.watching.enable_insights())

    def _run(self, work: Callable[[Progress], None]) -> None:
        self.error.say(None)
        for button in (self.read, self.enable):
            button.setEnabled(False)
        Job(self, work).on_done(lambda _nothing: self._done(None)).on_failed(self._done).run()

    def _done(self, error: StudioError | None) -> None:
        for button in (self.read, self.enable):
            button.setEnabled(True)
        self.error.say(error)
        self.changed.emit()


def _of(count: int, whole: int) -> str:
    return tr("{n} ({share})", n=number(count), share=percent(count / whole)) if whole else number(count)
