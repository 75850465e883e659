"""Decides how blockers and warnings are told apart: the first can only be mended, the second may be accepted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label

_INDENT = 24
RECEIVER, PRICES = "settings.receiver", "settings.rates"
# Where the remedy is somewhere else than where the problem shows.
_CURES = {
    "no-receiver": RECEIVER, "takes-long": "schedule.rate", "count-not-typed": "review.count",
    "budget-currency": "schedule.budget", "budget-without-prices": PRICES, "budget-unknown-prices": PRICES,
    "cost-unknown": PRICES, "budget-too-small": "schedule.budget", "recurs-without-end": "schedule.ends",
}  # fmt: skip


class _Lines(QFrame):
    fix_wanted = Signal(str)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", kind)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._box.setSpacing(10)
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self._box.addWidget(self.title)
        self._rows: list[QWidget] = []
        self.fixes: dict[str, QPushButton] = {}
        self.hide()

    def _clear(self) -> None:
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.fixes = [], {}

    def _line(self, problem: Problem, head: QWidget) -> None:
        words = wording.explain(problem.code, problem.facts)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(head)
        rest = " ".join(part for part in (words.why, words.fix) if part)
        if rest:
            more = QLabel(rest)
            more.setWordWrap(True)
            more.setIndent(_INDENT)
            text.addWidget(more)
        line.addLayout(text, 1)
        fix = secondary_button(tr("Fix"))
        fix.setAccessibleName(tr("Fix: {problem}", problem=words.title))
        fix.clicked.connect(partial(self.fix_wanted.emit, _CURES.get(problem.code, problem.where)))
        self.fixes[f"{problem.code}@{problem.where}"] = fix
        line.addWidget(fix, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(row)
        self._rows.append(row)


class Blockers(_Lines):
    """What makes sending impossible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("error-box", parent)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """One line each."""
        self._clear()
        n = len(problems)
        self.title.setText(ntr("{n} thing blocks sending", "{n} things block sending", n))
        for problem in problems:
            head = QWidget()
            row = QHBoxLayout(head)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            title = QLabel(wording.explain(problem.code, problem.facts).title)
            title.setWordWrap(True)
            title.setProperty("role", "strong")
            row.addWidget(IconLabel("circle-x", "error"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(title, 1)
            self._line(problem, head)
        self.setVisible(bool(problems))


class _Tick(QWidget):
    """A box to tick whose words go on in the next line where there is no room; a click on them ticks it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = QCheckBox()
        self.tick.setAccessibleName(words)
        said = plain_label("strong", wrap=True)
        said.setText(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.tick.setFixedWidth(_INDENT)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.click()


class Warnings(_Lines):
    """What may be accepted; ``accepted`` carries the code and whether it is ticked."""

    accepted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warning-box", parent)
        self.ticks: dict[str, QCheckBox] = {}

    def show_problems(self, problems: tuple[Problem, ...], accepted: tuple[str, ...]) -> None:
        """One line each, with the tick that accepts it."""
        self._clear()
        self.ticks = {}
        self.title.setText(tr("Tick what you accept"))
        for problem in problems:
            head = _Tick(wording.explain(problem.code, problem.facts).title)
            head.tick.setChecked(problem.code in accepted)
            head.tick.toggled.connect(partial(self.accepted.emit, problem.code))
            self.ticks[problem.code] = head.tick
            self._line(problem, head)
        self.setVisible(bool(problems))
