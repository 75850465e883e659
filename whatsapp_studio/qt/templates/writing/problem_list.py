"""Decides how everything that is wrong is listed at the foot of the form, with a way to each place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.templates.writing.fields import say, short
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import icon_button

_ROWS = 4


class ProblemList(QFrame):
    """A line that counts the problems; below it each of them, errors first. ``wanted`` carries where one is."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.problems: tuple[Problem, ...] | None = None
        self.badge = StatusBadge()
        self.fold = icon_button("chevron-down", tr("Hide the list of problems"))
        self.fold.setCheckable(True)
        self.list = QListWidget()
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(tr("Problems"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setTabKeyNavigation(False)
        self.list.setIconSize(QSize(16, 16))
        head = QHBoxLayout()
        head.addWidget(self.badge, 1)
        head.addWidget(self.fold)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 4, 16, 4)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self.list)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.fold.toggled.connect(lambda _on: self._fit())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these."""
        ordered = tuple(sorted(problems, key=lambda one: one.severity != "error"))
        if ordered == self.problems:
            return
        before, self.problems = self.problems, ordered
        row = self.list.currentRow()
        self.list.clear()
        for problem in ordered:
            bad = problem.severity == "error"
            item = QListWidgetItem(icon("circle-x" if bad else "triangle-alert", "error" if bad else "warning"),
                                   short(problem))  # fmt: skip
            item.setToolTip(short(problem))
            item.setData(Qt.ItemDataRole.UserRole, problem.where)
            kind = tr("Error") if bad else tr("Warning")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {item.text()}")
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(ordered) - 1))
        errors = sum(problem.severity == "error" for problem in ordered)
        warnings = len(ordered) - errors
        state = "error" if errors else "warning" if warnings else "ok"
        self.badge.set_state(state, summary(errors, warnings))
        self._fit()
        clean = before is not None and any(one.severity == "error" for one in before)
        if clean and not errors:
            say(self, self.badge.text())

    def _fit(self) -> None:
        rows = self.list.count()
        open_now = not self.fold.isChecked() and rows > 0
        self.list.setVisible(open_now)
        self.fold.setVisible(rows > 0)
        name = tr("Hide the list of problems") if open_now else tr("Show the list of problems")
        self.fold.setIcon(icon("chevron-down" if open_now else "chevron-up"))
        self.fold.setToolTip(name)
        self.fold.setAccessibleName(name)
        tall = max(26, self.list.sizeHintForRow(0)) if rows else 0
        self.list.setFixedHeight(min(rows, _ROWS) * tall + 6)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def summary(errors: int, warnings: int) -> str:
    """How much is wrong, in words."""
    if errors and warnings:
        more = ntr("{n} warning", "{n} warnings", warnings)
        return ntr("{n} error, {more}", "{n} errors, {more}", errors, more=more)
    if errors:
        return ntr("{n} error", "{n} errors", errors)
    if warnings:
        return ntr("No errors, {n} warning", "No errors, {n} warnings", warnings)
    return tr("Nothing is wrong: it can be submitted.")
