"""Decides how rules stand in a card: each with its name, its sentence and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.plain import plain_label

Do = Callable[[], object]


class RuleRow(QFrame):
    """One rule: an icon, what it is called, what it says, a pill, and buttons at the end."""

    def __init__(
        self, title: str, text: str, *, icon: str = "", pill: str = "", buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("role", "issue")
        self.title, self.text = plain_label("strong"), plain_label("muted", wrap=True)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        self.pill = QLabel(pill)
        self.pill.setProperty("role", "pill")
        self.pill.setProperty("kind", "ok")
        self.pill.setVisible(bool(pill))
        head.addWidget(self.pill)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        if icon:
            at = Qt.AlignmentFlag.AlignTop if text else Qt.AlignmentFlag.AlignVCenter
            row.addWidget(IconLabel(icon, "text_muted"), 0, at)
        row.addLayout(words, 1)
        for one in buttons:
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)


class Rows(QWidget):
    """Rules below each other; :meth:`show_rows` shows others in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.rows: list[RuleRow] = []

    def show_rows(self, rows: Iterable[RuleRow]) -> None:
        """These and no others; the focus stays on the button that stands where it was."""
        at = self._focused()
        for one in self.rows:
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.rows = list(rows)
        for one in self.rows:
            self._column.addWidget(one)
        self.setVisible(bool(self.rows))
        if at is not None and at[0] < len(self.rows):
            buttons = self.rows[at[0]].findChildren(QAbstractButton)
            if buttons:
                buttons[min(at[1], len(buttons) - 1)].setFocus()

    def _focused(self) -> tuple[int, int] | None:
        """The row whose button has the focus, and which of them."""
        focus = self.window().focusWidget()
        for place, row in enumerate(self.rows):
            buttons = row.findChildren(QAbstractButton)
            if focus in buttons:
                return place, [one is focus for one in buttons].index(True)
        return None


def do(parent: QObject, work: Do, failed: Callable[[StudioError], object], done: Do = lambda: None) -> None:
    """Have something written outside the window's thread: an import may hold the database."""
    Job(parent, lambda _progress: work()).on_done(lambda _: done()).on_failed(failed).run()
