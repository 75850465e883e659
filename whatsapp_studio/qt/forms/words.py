"""Decides how a list of words is entered: one chip each, the next one typed below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.forms.editor import Around, Editor, as_list, as_text
from whatsapp_studio.qt.forms.plain import Options
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.plain import unmarked

_SHOWN = 28


class WordChips(Editor):
    """Enter or a comma adds what is typed, Backspace in an empty line takes the last one out, a click any."""

    def __init__(self, outlook: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self._value: list[str] = []
        self._words: dict[str, str] = {}
        self.chips: list[QPushButton] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 6)
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("{name}: add a word", name=name))
        self.line.setPlaceholderText(tr("Add a word, then Enter"))
        self.line.setToolTip(self.line.placeholderText())
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.take)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._row)
        box.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._row.hide()

    def offer(self, options: Options) -> None:
        """Offer words while one types, each by its name; a name that is typed counts as its word."""
        self._words = dict(options)
        offered = QCompleter([name for _word, name in options], self.line)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        # What a chosen line does to the field happens after its signal.
        offered.activated.connect(lambda _name: QTimer.singleShot(0, self, self.take))
        self.line.setCompleter(offered)

    def _typed(self, text: str) -> None:
        if "," in text or "\n" in text:
            self.take()

    def take(self) -> None:
        """Add what is typed."""
        if not self.line.isVisible():
            return  # it was taken away with what it belongs to
        typed = [word.strip() for word in self.line.text().replace("\n", ",").split(",")]
        of = {name.casefold(): word for word, name in self._words.items()}
        meant = (of.get(word.casefold(), word) for word in typed)
        fresh = [word for word in dict.fromkeys(meant) if word and word not in self._value]
        self.line.clear()
        if fresh:
            self.edited.emit([*self._value, *fresh], "")

    def _remove(self, word: str) -> None:
        at = self._value.index(word)
        self.edited.emit([one for one in self._value if one != word], "")
        following: QWidget = self.chips[min(at, len(self.chips) - 1)] if self.chips else self.line
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.line:
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._value:
                self.edited.emit(self._value[:-1], "")
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and watched in self.chips:
            self._remove(self._value[self.chips.index(watched)])
            return True
        return False

    def show_value(self, value: Any) -> None:
        words = [as_text(one) for one in as_list(value) if as_text(one)]
        if words == self._value and len(self.chips) == len(words):
            return
        self._value = words
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for word in words:
            name = self._words.get(word, word)
            chip = QPushButton(unmarked(name if len(name) <= _SHOWN else name[:_SHOWN] + "…"))
            chip.setProperty("role", "chip")
            chip.setAutoDefault(False)
            chip.setIcon(icon("x", "text_muted"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAccessibleName(tr("Remove {word}", word=name))
            chip.setToolTip(tr("Remove {word}", word=name))
            chip.clicked.connect(lambda _on=False, word=word: self._remove(word))
            chip.installEventFilter(self)
            self.chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._row.setVisible(bool(words))
        self._row.updateGeometry()

    def fits(self, value: Any) -> bool:
        return isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value)

    def inputs(self) -> Sequence[QWidget]:
        return (self.line, *self.chips)

    def forget(self) -> None:
        self.line.clear()
