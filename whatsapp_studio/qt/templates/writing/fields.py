"""Decides how a field of a template shows its room and what is wrong with it, beside it and to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.templates.writing.why import WhyPopover
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.counting import Count, State

_ROLES = {"ok": "caption", "warning": "warning", "error": "error"}


def short(problem: Problem) -> str:
    """What is wrong and what to do, without why."""
    words = wording.explain(problem.code, problem.facts)
    return f"{words.title} {words.fix}".strip()


def say(widget: QWidget, text: str) -> None:
    """Have a screen reader say something now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Counter(QLabel):
    """How much room a text has left; it is said aloud when that turns from fine to nearly full to too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state: State = "ok"
        self.setProperty("role", "caption")

    def show_count(self, count: Count | None, more: str = "") -> None:
        """The numbers; ``more`` stands before them."""
        if count is None:
            self.hide()
            return
        length, most, state = count
        words = tr("{n} of {most} characters", n=number(length), most=number(most))
        if state == "error":
            words = tr("{n} of {most} characters: {over} too many", n=number(length), most=number(most),
                       over=number(length - most))  # fmt: skip
        elif state == "warning":
            words = tr("{n} of {most} characters: nearly full", n=number(length), most=number(most))
        self.setText(f"{more} · {words}" if more else words)
        self.show()
        if state != self.state:
            self.state = state
            self.setProperty("role", _ROLES[state])
            self.style().unpolish(self)
            self.style().polish(self)
            say(self, words)


class ProblemLine(QWidget):
    """One problem: a sign, the words, and a link that explains the rule."""

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        bad = problem.severity == "error"
        self.text = plain_label("error" if bad else "warning", wrap=True)
        self.text.setText(short(problem))
        self.why = link_button(tr("Why?"), self._explain)
        self.why.setAccessibleName(tr("Why? {problem}", problem=self.text.text()))
        sign = IconLabel("circle-x" if bad else "triangle-alert", "error" if bad else "warning")
        sign.setContentsMargins(0, 5, 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What a layout hears while it lays out is lost.
        QTimer.singleShot(0, self, self._keep_lines)

    def _keep_lines(self) -> None:
        """All of the words are seen, however little room is left in the form."""
        needed = self.text.heightForWidth(self.text.width())
        if self.text.minimumHeight() != needed:
            self.text.setMinimumHeight(needed)
            self.updateGeometry()

    def _explain(self) -> None:
        WhyPopover(self.problem, self.window()).open_at(self.why)


class ProblemLines(QWidget):
    """What is wrong with one field. The same words describe the field to a screen reader."""

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.problems: tuple[Problem, ...] = ()
        self.lines: list[ProblemLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these, and none that were there before."""
        found = tuple(problems)
        if found == self.problems:
            return
        self.problems = found
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [ProblemLine(problem) for problem in found]
        for line in self.lines:
            self._box.addWidget(line)
        self.setVisible(bool(found))
        if self._field is not None:
            self._field.setAccessibleDescription(" ".join(line.text.text() for line in self.lines))
            bad = any(problem.severity == "error" for problem in found)
            if bool(self._field.property("invalid")) != bad:
                self._field.setProperty("invalid", bad)
                self._field.style().unpolish(self._field)
                self._field.style().polish(self._field)


class FieldRow(QWidget):
    """A label with a counter above a field, and its problems below. ``where`` is its place as problems name it.

    What is only missing is not said beside a field that nobody has been in yet.
    """

    def __init__(
        self, where: str, label: str, field: QWidget, hint: str = "", parent: QWidget | None = None, *,
        counted: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.where, self.field = where, field
        self.touched = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.label = QLabel(label)
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self.counter = Counter()
        self.counter.setVisible(counted)
        self.head.addWidget(self.label)
        self.head.addStretch(1)
        self.head.addWidget(self.counter)
        box.addLayout(self.head)
        box.addWidget(field)
        if hint:
            below = plain_label("caption", wrap=True)
            below.setText(hint)
            box.addWidget(below)
        self.lines = ProblemLines(field)
        box.addWidget(self.lines)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """What is wrong with this field."""
        self.lines.show_problems([one for one in problems if self.touched or not one.code.endswith("-missing")])

    def focus(self) -> None:
        """Put the keyboard into the field."""
        self.touched = True
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
