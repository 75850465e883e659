"""Decides how failures and people left out are grouped: by cause, in words, with advice, the code last."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.buttons import link_button


class Reasons(QFrame):
    """Groups with their counts. ``people_wanted`` carries the state and the reason to list."""

    people_wanted = Signal(str, str)

    def __init__(self, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        head = QLabel(title)
        head.setProperty("role", "strong")
        self._nothing = QLabel(nothing)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for widget in (head, self._nothing, self._holder):
            box.addWidget(widget)
        box.addStretch(1)
        self._shown: object = None

    def show_failures(self, errors: Mapping[int, int]) -> None:
        """Meta's refusals by cause."""
        if self._begin(("failed", tuple(errors.items()))):
            for row, (code, n) in enumerate(errors.items()):
                words = wording.meta_error(code)
                advice = " ".join(part for part in (words.why, words.fix) if part)
                small = tr("Meta code {code}", code=code) if code else ""
                self._group(row, n, words.title, advice, small, "failed", f"meta-{code}")

    def show_exclusions(self, excluded: Mapping[str, int]) -> None:
        """People who never got a message, by cause."""
        if self._begin(("excluded", tuple(excluded.items()))):
            for row, (reason, n) in enumerate(excluded.items()):
                self._group(row, n, wording.exclusion(reason), "", "", "excluded", reason)

    def _begin(self, what: tuple[str, tuple[object, ...]]) -> bool:
        if what == self._shown:
            return False
        self._shown = what
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._nothing.setVisible(not what[1])
        self._holder.setVisible(bool(what[1]))
        return True

    def _group(self, row: int, n: int, title: str, advice: str, small: str, state: str, reason: str) -> None:
        figure = QLabel(number(n))
        figure.setFont(theme.scaled(figure.font(), 1.25, QFont.Weight.DemiBold))
        words = QWidget()
        box = QVBoxLayout(words)
        box.setContentsMargins(0, 2 if advice else 0, 0, 0)
        box.setSpacing(1)
        for text, role in ((title, "strong"), (advice, "plain"), (small, "caption")):
            if text:
                label = QLabel(text)
                label.setWordWrap(True)
                label.setProperty("role", role)
                box.addWidget(label)
        door = link_button(tr("Show people"))
        door.setAccessibleName(ntr("Show {n} person: {words}", "Show {n} people: {words}", n, words=title))
        door.clicked.connect(partial(self.people_wanted.emit, state, reason))
        place = Qt.AlignmentFlag.AlignTop if advice else Qt.AlignmentFlag.AlignVCenter
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | place)
        self._grid.addWidget(figure, row, 0)
        self._grid.addWidget(words, row, 1)
        self._grid.addWidget(door, row, 2, place)
