"""Decides how the outcome of a rehearsal is told: its totals, how ways ended, where nobody went, what it rests on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.base.words_walk import end_words
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.journeys.simulation import Simulation
from whatsapp_studio.journeys.simulation_words import times
from whatsapp_studio.journeys.table import ports_of, title_of
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.phrases import share
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.plain import plain_label

_LINK = 26
# Of more places where nobody went nobody reads the list.
_MOST = 40


class Share(QWidget):
    """A bar that says how large a part is, under the words that say it, too."""

    def __init__(self, part: int, whole: int) -> None:
        super().__init__()
        self._part = part / whole if whole else 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface_alt"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self._part:
            painter.setBrush(theme.color("c1"))
            painter.drawRoundedRect(QRectF(0, 0, max(4.0, self.width() * self._part), self.height()), 3, 3)
        painter.end()


class Results(QScrollArea):
    """``chosen`` carries the step that a person wants to see."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._box = QVBoxLayout()
        self._new()

    def show_rehearsal(self, done: Rehearsal, journey: Journey) -> None:
        """Tell another one, with the journey as it was."""
        self._new()
        found = done.result
        self._basis(done)
        self._problems(done)
        self._totals(found)
        self._ends(found)
        self._nobody(found, journey)
        self._box.addStretch(1)

    def say(self, title: str, text: str) -> None:
        """Say why there is no outcome."""
        self._new()
        self._title(title)
        self._say(text, "muted")
        self._box.addStretch(1)

    # -- parts ---------------------------------------------------------------------------------------

    def _new(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "surface")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(16, 10, 12, 12)
        self._box.setSpacing(6)
        self.setWidget(inside)

    def _basis(self, done: Rehearsal) -> None:
        if done.learned:
            names = ", ".join(f"“{one.template}”" for one in done.learned)
            self._say(tr("Learned from earlier messages: {names}. All else is assumed.", names=names))
        else:
            self._say(tr("All that contacts do here is assumed. Nothing was sent."))
        if done.made_up:
            self._say(ntr("{n} contact is made up.", "{n} contacts are made up.", done.made_up))
        if done.stand_ins:
            names = ", ".join(f"“{name}”" for name in done.stand_ins)
            self._say(tr("Templates that are not known here were stood in for: {names}.", names=names))

    def _totals(self, found: Simulation) -> None:
        ended = sum(found.ends.values())
        failed = sum(at.failed for at in found.by_step.values())
        rows = [
            (tr("Contacts"), number(found.contacts)),
            (tr("Entered"), self._of(found.entered, found.contacts)),
            (tr("Finished"), self._of(ended, found.entered)),
            (tr("Still inside"), self._of(found.waiting, found.entered)),
            (tr("Messages"), number(found.messages)),
            (tr("Failed steps"), number(failed)),
            (tr("Held by quiet hours"), number(found.held_quiet)),
            (tr("Turned away by a cap"), number(found.held_caps)),
        ]
        if ended:
            rows.append((tr("Longest time inside"), times(found.longest)))
            rows.append((tr("Typical time inside"), times(found.median)))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for n, (label, value) in enumerate(rows):
            name, shown = plain_label("muted", wrap=True), plain_label("strong", wrap=True)
            name.setText(label)
            shown.setText(value)
            shown.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, n, 1)
        self._box.addLayout(grid)
        self._say(tr("What it costs is not worked out: this version has no price list."))

    def _ends(self, found: Simulation) -> None:
        whole = sum(found.ends.values())
        if not whole:
            return
        self._title(tr("How it ended"))
        for end, many in sorted(found.ends.items(), key=lambda one: (-one[1], one[0])):
            said = end_words(end, {"name": tr("a rule of the journey")})
            self._say(f"{number(many)} · {share(many, whole)} · {said}", "")
            self._box.addWidget(Share(many, whole))

    def _nobody(self, found: Simulation, journey: Journey) -> None:
        never = [id for id in journey.steps if id not in found.by_step]
        if not found.uncovered and not never:
            return
        self._title(tr("Where nobody went"))
        for output in found.uncovered:
            id, _, name = output.rpartition(":")
            if id in found.by_step:
                label = next((one.label for one in ports_of(journey.steps[id], journey) if one.name == name), name)
                self._link(tr("{step}: {output}", step=title_of(journey.steps[id]), output=label), id)
        for id in never[:_MOST]:
            self._link(title_of(journey.steps[id]), id)
        rest = len(never) - _MOST
        if rest > 0:
            self._say(ntr("And {n} more step.", "And {n} more steps.", rest))

    def _problems(self, done: Rehearsal) -> None:
        if not done.problems:
            return
        self._title(tr("Problems of the journey then"))
        self._say(tr("It was simulated as it was: a rule that cannot be read is true for nobody, and a message that "
                     "cannot be sent fails."))  # fmt: skip
        for problem in done.problems:
            what = problem.facts.get("what")
            self._link(f"{what}: {sentence(problem)}" if what else sentence(problem), problem.where.partition(".")[0])

    # -- pieces --------------------------------------------------------------------------------------

    def _title(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "strong")
        self._box.addSpacing(6)
        self._box.addWidget(label)

    def _say(self, text: str, role: str = "caption") -> None:
        label = plain_label(role, wrap=True) if role else plain_label("", wrap=True)
        label.setText(text)
        self._box.addWidget(label)

    def _link(self, text: str, id: str) -> None:
        label = plain_label("", wrap=True)
        label.setText(text)
        row = QWidget()
        line = QGridLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setColumnStretch(0, 1)
        button = link_button(tr("Show"), lambda: self.chosen.emit(id))
        button.setAccessibleName(tr("Show {what}", what=text))
        button.setMaximumHeight(_LINK)
        line.addWidget(label, 0, 0)
        line.addWidget(button, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(row)

    def _of(self, part: int, whole: int) -> str:
        return f"{number(part)} ({share(part, whole)})" if whole else number(part)

