"""Decides how problems are counted in the header and listed: worst first as checked, each leading to its field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.outline_model import count_words
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.plain import plain_tip

_WIDTH, _MOST_HEIGHT = 440, 380
_ICON, _PAD, _FIX = 18, 8, Qt.ItemDataRole.UserRole
# What is left for the words beside the icon, the scroll bar and the margins.
_TEXT = _WIDTH - _ICON - 3 * _PAD - 2 * _PAD - 14
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_Index = QModelIndex | QPersistentModelIndex


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
        if said != self.text() and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
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
        self.rows.setProperty("role", "plain")
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.rows.setItemDelegate(_Lines(self.rows))
        self.rows.taken.connect(self._take)
        self.empty = QLabel(tr("Nothing is wrong. The journey can be published."))
        self.empty.setProperty("role", "muted")
        self.empty.setMargin(8)
        self.copy_button = secondary_button(tr("Copy details"), self._copy, "copy")
        foot = QHBoxLayout()
        foot.addWidget(self.empty)
        foot.addStretch(1)
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
        line = QListWidgetItem(icon(*look_of(problem.severity)), title)
        kind = tr("Error") if problem.severity == "error" else tr("Warning")
        line.setData(_FIX, words.fix)
        line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}. {title} {words.fix}")
        line.setToolTip(plain_tip(words.text))
        return line

    def _take(self, row: int) -> None:
        problem = self._problems[row]
        self.close()
        self.chosen.emit(*place_of(problem))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self._problems))
        self.copy_button.setText(tr("Copied"))


class _Lines(QStyledItemDelegate):
    """What is wrong, and below it what to do, each in as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        parts = (index.data(), index.data(_FIX))
        height = sum(self._area(option, text).height() for text in parts if text)
        return QSize(_TEXT + _ICON + 3 * _PAD, height + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area = option.rect
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "surface_alt"))
            painter.drawRoundedRect(area, 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - _PAD - _ICON if mirrored else area.left() + _PAD
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(left, area.top() + _PAD, _ICON, _ICON))
        at = QRect(area.left() + (_PAD if mirrored else 2 * _PAD + _ICON), area.top() + _PAD, _TEXT, area.height())
        for text, role in ((index.data(), "text"), (index.data(_FIX), "text_muted")):
            if text:
                painter.setPen(theme.color("on_accent_soft" if chosen else role))
                painter.drawText(at, _WRAPPED, text)
                at.translate(0, self._area(option, text).height())
        painter.restore()

    @staticmethod
    def _area(option: QStyleOptionViewItem, text: str) -> QRect:
        return option.fontMetrics.boundingRect(QRect(0, 0, _TEXT, 10_000), _WRAPPED, text)


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
