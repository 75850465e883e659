"""Decides how the value of a comparison is entered, by its shape and by what is known of the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.forms.days import DayBox
from whatsapp_studio.qt.forms.editor import Around, Editor
from whatsapp_studio.qt.forms.plain import Options, Pick, WholeNumber
from whatsapp_studio.qt.forms.text import Line
from whatsapp_studio.qt.forms.words import WordChips
from whatsapp_studio.qt.rules.sight import Shape, Sight
from whatsapp_studio.qt.widgets.latest import Latest

MOST_DAYS = 36_500
_MOST_OFFERED = 200


class NumberLine(Line):
    """A number as it is typed; what is none yet is kept as text, for the checks to speak of."""

    def __init__(self, outlook: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent=parent)
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(lambda text: self.edited.emit(read_number(text), "number"))

    def show_value(self, value: Any) -> None:
        if read_number(self.line.text()) != value:
            super().show_value(value)

    def fits(self, value: Any) -> bool:
        return isinstance(value, (int, float)) and not isinstance(value, bool)


def read_number(text: str) -> int | float | str:
    """A number where the text is one."""
    plain = text.strip().replace(",", ".")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        found = float(plain)
    except ValueError:
        return text
    return found if abs(found) < 1e15 else text


class ChoiceLine(Pick):
    """One of the values a field can have; one that is not among them is shown as it is."""

    def __init__(self, outlook: Around, name: str, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, options, parent)
        self.box.setPlaceholderText(tr("Choose a value"))
        self.box.setMaxVisibleItems(14)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        if not value:
            self.box.setCurrentIndex(-1)


class Offering(QObject):
    """Offers below a line the values that contacts have, asked for when somebody first comes to it."""

    def __init__(self, line: QLineEdit, known: Callable[[], Sequence[str]]) -> None:
        super().__init__(line)
        self._known, self._asked = known, False
        self._asking = Latest(self)
        self.model = QStringListModel(self)
        self.completer = QCompleter(self.model, line)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(self.completer)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self._asked:
            self._asked = True
            self._asking.ask(self._known, lambda found: self.model.setStringList(list(found)[:_MOST_OFFERED]))
        return False


def value_editor(sight: Sight, field: str, shape: Shape, name: str) -> Editor | None:
    """The editor for a value of a shape; None where a comparison needs none."""
    match shape:
        case "text":
            if options := sight.choices(field):
                return ChoiceLine(sight, name, options)
            line = Line(sight, name)
            if (known := sight.known_values(field)) is not None:
                offered = Offering(line.line, known)
                offered.completer.activated.connect(lambda text: line.edited.emit(text, ""))
            return line
        case "number":
            return NumberLine(sight, name)
        case "date":
            return DayBox(sight, name)
        case "days":
            return WholeNumber(sight, name, 0, MOST_DAYS, tr("days"))
        case "texts":
            return _chips(sight, field, name)
        case _:
            return None


def _chips(sight: Sight, field: str, name: str) -> WordChips:
    chips = WordChips(sight, name)
    options = sight.choices(field)
    if options:
        chips.offer(options)
    elif (known := sight.known_values(field)) is not None:
        offered = Offering(chips.line, known)
        # What a chosen line does to the field happens after its signal.
        offered.completer.activated.connect(lambda _text: QTimer.singleShot(0, chips, chips.take))
    return chips
