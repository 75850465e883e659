"""Decides how what is wrong is listed: errors before warnings, each leading to its step and field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_label

# So many are built at a time: more would take longer than a blink, and nobody reads them at once.
PORTION = 20


class Issue(QFrame):
    """One problem: what happened, why, what to do. Enter, Space or a click goes there."""

    chosen = Signal()

    def __init__(self, problem: Problem, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = explain(problem.code, problem.facts)
        error = problem.severity == "error"
        self.problem, self.title = problem, title
        self.setProperty("role", "issue")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        rest = " ".join(part for part in (words.why, words.fix) if part)
        self.setAccessibleName(
            tr("Error: {what}", what=words.title) if error else tr("Warning: {what}", what=words.title)
        )
        self.setAccessibleDescription(rest)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 10, 10, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        icon = IconLabel("circle-x" if error else "triangle-alert", "error" if error else "warning")
        grid.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        row = 0
        for text, role in ((title, "caption"), (words.title, "strong"), (rest, "muted")):
            if text:
                label = plain_label(role, wrap=True)
                label.setText(text)
                grid.addWidget(label, row, 1)
                row += 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class IssuesTab(QWidget):
    """``chosen`` carries the id of a step (empty: the journey) and a field."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._journey: Journey | None = None
        self._titles: tuple[str, ...] = ()
        self.issues: list[Issue] = []
        self.about = muted("")
        self.copy = link_button(tr("Copy details"), self._copy, "copy")
        self.more = link_button("", self._show_more)
        self._most = PORTION
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self.about)
        box.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        box.addLayout(foot)
        box.addStretch(1)
        self.copy.hide()
        self.more.hide()

    def show_problems(self, problems: Sequence[Problem], journey: Journey | None, step: str) -> None:
        """List what is wrong: with one step, or without one with the journey and all its steps."""
        found = tuple(sorted(problems, key=lambda one: one.severity != "error"))
        steps = journey.steps if journey is not None else {}
        titles = tuple(
            title_of(steps[owner]) if not step and (owner := one.where.partition(".")[0]) in steps else ""
            for one in found
        )
        self._journey = journey
        errors = sum(1 for one in found if one.severity == "error")
        self.about.setText(_summary(errors, len(found) - errors, bool(step)))
        if (found, titles) == (self._problems, self._titles):
            return
        focused = next((n for n, one in enumerate(self.issues) if one.hasFocus()), -1)
        self._problems, self._titles = found, titles
        self._build()
        if focused >= 0 and self.issues and not any(one.hasFocus() for one in self.issues):
            self.issues[min(focused, len(self.issues) - 1)].setFocus()

    def _build(self) -> None:
        """Show the first of the problems; what is shown already stays the widget it is."""
        old = self.issues
        self.issues = []
        for problem, title in zip(self._problems[: self._most], self._titles, strict=False):
            kept = next((one for one in old if one.problem == problem and one.title == title), None)
            if kept is not None:
                old.remove(kept)
            self.issues.append(kept or self._made(problem, title))
        for issue in old:
            self._list.removeWidget(issue)
            issue.hide()
            issue.deleteLater()
        for n, issue in enumerate(self.issues):
            if self._list.indexOf(issue) != n:
                self._list.insertWidget(n, issue)
                issue.show()
        left = len(self._problems) - len(self.issues)
        self.more.setText(ntr("Show {n} more", "Show {n} more", min(left, PORTION)))
        self.more.setVisible(left > 0)
        self.copy.setVisible(bool(self._problems))

    def _made(self, problem: Problem, title: str) -> Issue:
        issue = Issue(problem, title)
        issue.chosen.connect(lambda: self._go(problem))
        return issue

    def _show_more(self) -> None:
        shown = len(self.issues)
        self._most += PORTION
        self._build()
        self.issues[shown].setFocus()

    def _go(self, problem: Problem) -> None:
        item, _, field = problem.where.partition(".")
        if item == "settings" or self._journey is None:
            self.chosen.emit("", field)
        else:
            self.chosen.emit(item, field)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self._problems, self._journey))


def details(problems: Sequence[Problem], journey: Journey | None) -> str:
    """Problems as plain lines for a mail or a chat: words, then code and place."""
    lines = [journey.name or tr("Untitled")] if journey is not None else []
    for problem in problems:
        words = explain(problem.code, problem.facts)
        kind = tr("Error") if problem.severity == "error" else tr("Warning")
        lines.append(f"{kind}: {words.text} [{problem.code}{' @ ' + problem.where if problem.where else ''}]")
    return "\n".join(lines)


def _summary(errors: int, warnings: int, one: bool) -> str:
    if not errors and not warnings:
        return tr("Nothing is wrong with this step.") if one else tr("Nothing is wrong with this journey.")
    parts = [ntr("{n} error", "{n} errors", errors)] if errors else []
    if warnings:
        parts.append(ntr("{n} warning", "{n} warnings", warnings))
    what = " · ".join(parts)
    return tr("{issues} in this step.", issues=what) if one else tr("{issues} in this journey.", issues=what)
