"""Decides how problems are counted in the header and listed: worst first as checked, each leading to its field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.outline_model import count_words
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.buttons import secondary_button

_WIDTH, _MOST_HEIGHT = 420, 360


def counts(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    found = [problem.severity for problem in problems]
    return found.count("error"), found.count("warning")


def place_of(problem: Problem) -> tuple[str, str]:
    """The item a problem is at, and the field of it; ``settings`` is an item too, both are empty for the journey."""
    item, _, field = problem.where.partition(".")
    return item, field


def details(problems: Iterable[Problem]) -> str:
    """Every problem as text that can be sent to somebody: sentence, place and code."""
    return "\n".join(
        f"{problem.severity}: {explain(problem.code, problem.facts).text} [{problem.where or '-'} · {problem.code}]"
        for problem in problems
    )


class IssuesButton(QPushButton):
    """“1 error · 1 warning” in the header; opens the list. ``chosen`` carries item and field of a problem."""

    chosen = Signal(str, str)

    def __init__(self, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setAutoDefault(False)
        self.setProperty("role", "secondary")
        self.setIconSize(QSize(22, 16))
        self.clicked.connect(self.open_list)
        self.list: IssueList | None = None
        document.checked.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say how many there are now."""
        errors, warnings = counts(self._document.problems)
        kind = "error" if errors else "warning" if warnings else "ok"
        self.setIcon(icon(*look_of(kind)))
        said = count_words(errors, warnings) or tr("No problems")
        self.setText(said)
        self.setAccessibleName(said)
        self.setToolTip(tr("What is wrong, and where"))
        if self.list is not None and self.list.isVisible():
            self.list.fill(self._document.problems)

    def open_list(self) -> None:
        """Show the problems below the button."""
        if self.list is None:
            self.list = IssueList(self)
            self.list.chosen.connect(self.chosen)
        self.list.fill(self._document.problems)
        corner = self.mapToGlobal(QPoint(self.width() - self.list.width(), self.height() + 4))
        self.list.move(corner)
        self.list.show()
        self.list.rows.setFocus()


class IssueList(QFrame):
    """The problems with their words; Enter or a click goes to the field. Esc or a click elsewhere closes it."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popover")
        self._problems: tuple[Problem, ...] = ()
        self.rows = _Rows()
        self.rows.setAccessibleName(tr("Problems of the journey"))
        self.rows.setWordWrap(True)
        self.rows.setProperty("role", "plain")
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.rows.setIconSize(QSize(18, 18))
        self.rows.taken.connect(self._take)
        self.empty = QLabel(tr("Nothing is wrong. The journey can be published."))
        self.empty.setProperty("role", "muted")
        self.empty.setMargin(8)
        self.copy_button = secondary_button(tr("Copy details"), self._copy, "copy")
        foot = QHBoxLayout()
        foot.addWidget(self.empty, 1)
        foot.addWidget(self.copy_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        box.addWidget(self.rows, 1)
        box.addLayout(foot)
        self.setFixedWidth(_WIDTH)

    def fill(self, problems: tuple[Problem, ...]) -> None:
        """List these; whoever was in the list stays at the same place."""
        at = self.rows.currentRow()
        self._problems = problems
        self.rows.clear()
        for problem in problems:
            self.rows.addItem(self._line(problem))
        self.rows.setVisible(bool(problems))
        self.empty.setVisible(not problems)
        self.copy_button.setVisible(bool(problems))
        self.rows.setCurrentRow(max(0, min(at, len(problems) - 1)))
        needed = sum(self.rows.sizeHintForRow(row) for row in range(len(problems))) + 8
        self.rows.setFixedHeight(min(needed, _MOST_HEIGHT))
        self.adjustSize()

    def _line(self, problem: Problem) -> QListWidgetItem:
        words = explain(problem.code, problem.facts)
        what = str(problem.facts.get("what", ""))
        title = f"{what}: {words.title}" if what and what not in words.title else words.title
        line = QListWidgetItem(icon(*look_of(problem.severity)), "\n".join(part for part in (title, words.fix) if part))
        kind = tr("Error") if problem.severity == "error" else tr("Warning")
        line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}. {title} {words.fix}")
        line.setToolTip(words.text)
        return line

    def _take(self, row: int) -> None:
        problem = self._problems[row]
        self.close()
        self.chosen.emit(*place_of(problem))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self._problems))
        self.copy_button.setText(tr("Copied"))


class _Rows(QListWidget):
    """``taken`` carries the row that was clicked or on which Enter was pressed."""

    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current: QModelIndex = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.taken.emit(current.row())
        else:
            super().keyPressEvent(event)
