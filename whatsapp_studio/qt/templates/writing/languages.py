"""Decides how the languages of a template are chosen between, with what is wrong in each, and how one is added."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import language, ntr, tr
from whatsapp_studio.base.local import fold, language_name, sort_key
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.templates.writing.session import Entry
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.templates.languages import LANGUAGES

_SIZE = (440, 480)


def name_of(code: str) -> str:
    """A language in the program's language: ``Dutch (Belgium)``."""
    return language_name(code, language().code)


class LanguageBar(QWidget):
    """A tab for each language. ``chosen`` carries its code; ``wanted`` asks for another one."""

    chosen = Signal(str)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 6)
        self.add = secondary_button(tr("Add a language…"), self.wanted.emit, "plus")
        self.more = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._row, 1)
        row.addLayout(self.more)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)

    def show_languages(self, entries: Mapping[str, Entry], current: str, errors: Mapping[str, int]) -> None:
        """Mirror these languages; ``errors`` is how many there are in each."""
        if list(self.tabs) != list(entries):
            self._make(list(entries))
        for code, entry in entries.items():
            tab, wrong, name = self.tabs[code], errors.get(code, 0), name_of(code)
            state = "error" if wrong else entry.state
            tab.setText(f"{name} ({wrong})" if wrong else name)
            tab.setIcon(icon(*look_of(state)))
            said = tr("{language}: {state}", language=name, state=state_word(entry.state))
            if wrong:
                said += ", " + ntr("{n} error", "{n} errors", wrong)
            tab.setToolTip(said)
            tab.setAccessibleName(said)
            tab.setChecked(code == current)

    def _make(self, codes: list[str]) -> None:
        for tab in self.tabs.values():
            self._group.removeButton(tab)
            self._flow.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self.tabs = {}
        for code in codes:
            tab = QPushButton()
            tab.setProperty("role", "chip")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setIconSize(QSize(22, 16))
            tab.clicked.connect(partial(self._choose, code))
            self._group.addButton(tab)
            self._flow.addWidget(tab)
            self.tabs[code] = tab

    def _choose(self, code: str) -> None:
        self.chosen.emit(code)


class LanguageDialog(QDialog):
    """Every language a template can be in, with a search by any of its names; ``code`` is the one that was taken."""

    def __init__(self, there: Mapping[str, object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.setWindowTitle(tr("Add a language"))
        self.resize(*_SIZE)
        self.search = SearchField(tr("Find a language"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Languages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words: list[str] = []
        for code in sorted(LANGUAGES, key=lambda one: sort_key(name_of(one))):
            if code in there:
                continue
            one, name = LANGUAGES[code], name_of(code)
            item = QListWidgetItem(name if name == one.own else f"{name} · {one.own}")
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
            self._words.append(fold(f"{name} {one.own} {one.english} {code}"))
            self.list.addItem(item)
        self.take = primary_button(tr("Add"), self._take)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.take)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(10)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addLayout(buttons)
        self.search.textChanged.connect(self._find)
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        self.list.currentRowChanged.connect(lambda row: self.take.setEnabled(row >= 0))
        self._find("")

    def _find(self, text: str) -> None:
        wanted = fold(text).split()
        first = -1
        for row, words in enumerate(self._words):
            shown = all(word in words for word in wanted)
            self.list.item(row).setHidden(not shown)
            first = row if shown and first < 0 else first
        self.list.setCurrentRow(first)
        self.take.setEnabled(first >= 0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if self.list.currentRow() >= 0 and not item.isHidden():
            self.code = str(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self.list.setFocus()
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
