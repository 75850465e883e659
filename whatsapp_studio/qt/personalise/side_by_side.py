"""Decides how what comes out for several people is compared: one row each, marked where it is empty or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.personalise.results import Person, Result
from whatsapp_studio.qt.personalise.two_lines import TwoLines
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_tip

MOST = 5


class SideBySide(QWidget):
    """Up to five people, each with the value that he or she gets. ``changed`` says that others are compared now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: list[Person] = []
        self._now: Person | None = None
        self.hint = muted(tr("Add up to five people to see at once what each of them gets."))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What each of them gets"))
        self.list.setItemDelegate(TwoLines(self.list, 2))
        self.list.installEventFilter(self)
        self.add = link_button(tr("Add this person"), self._add, "plus")
        self.remove = icon_button("trash-2", tr("Take this person away"), self._remove)
        self.remove.setEnabled(False)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.hint)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        self._settle()

    def person_now(self, person: Person | None) -> None:
        """Who can be added."""
        self._now = person
        self._settle()

    def show_results(self, results: Sequence[Result]) -> None:
        """What each of :attr:`people` gets, in their order."""
        at = self.list.currentRow()
        self.list.clear()
        for person, result in zip(self.people, results, strict=False):
            item = QListWidgetItem(f"{person.name}\n{told(result)}")
            drawing, ink = _mark(result)
            item.setIcon(icon(drawing, ink))
            item.setForeground(theme.color("text"))
            words = wording.sentence(result.problem) if result.problem is not None else ""
            item.setToolTip(plain_tip(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{person.name}: {told(result)}. {words}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, self.list.count() - 1))

    def _add(self) -> None:
        if self._now is not None and len(self.people) < MOST:
            self.people.append(self._now)
            self._settle()
            self.changed.emit()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.people):
            del self.people[row]
            self._settle()
            self.changed.emit()

    def _settle(self) -> None:
        here = self._now is not None and all(one.key != self._now.key for one in self.people)
        self.add.setEnabled(here and len(self.people) < MOST)
        self.hint.setVisible(not self.people)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._remove()
            return True
        return super().eventFilter(watched, event)


def told(result: Result) -> str:
    """A result in words: the value, or what is wrong in a few words."""
    if result.problem is not None and not result.value:
        return wording.exclusion(result.problem.code) if result.problem.code in wording.EXCLUSIONS else tr("Not right")
    if result.problem is not None:
        return f"{result.value} ({wording.exclusion(result.problem.code)})"
    if result.fallback:
        return tr("{value} (used when empty)", value=result.value)
    return result.value or tr("(empty)")


def _mark(result: Result) -> tuple[str, str]:
    if result.problem is not None:
        return ("circle-alert", "warning") if result.problem.code == "value-empty" else ("circle-x", "error")
    return ("info", "info") if result.fallback else ("circle-check", "success")
