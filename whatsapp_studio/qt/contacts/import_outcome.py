"""Decides how it is shown what an import will do: how many it adds, updates and skips, and the rows of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QTableWidget, QTableWidgetItem, QToolButton, QWidget

from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.fields import NEW, Value, field_name
from whatsapp_studio.audience.outcome import FieldChange, ImportOutcome, OutcomeRow
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.contacts.import_preview import targets
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.plain import plain_tip
from whatsapp_studio.qt.widgets.tables import set_up

# What is on show: the first rows as they are read, or the rows of one kind.
FIRST, ADD, UPDATE, SKIP = "first", "add", "update", "skip"
_ICONS = {FIRST: "file-text", ADD: "user-plus", UPDATE: "user-pen", SKIP: "user-x"}
_INKS = {FIRST: "text_muted", ADD: "success", UPDATE: "info", SKIP: "error"}
_ROW, _NUMBER, _NAME, _LINE = 30, 170, 180, 70
# What a button has around its words: an icon and paddings.
_AROUND = 52


class OutcomeBar(QWidget):
    """A button for the first rows and one for each kind of row, with how many there are. ``chosen`` tells which."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(self)
        for kind in (FIRST, ADD, UPDATE, SKIP):
            button = self.buttons[kind] = QToolButton()
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIcon(icon(_ICONS[kind], _INKS[kind]))
            # Wider than the drawing: a style sheet leaves no room between icon and word.
            button.setIconSize(QSize(24, 16))
            button.clicked.connect(partial(self.chosen.emit, kind))
            self._group.addButton(button)
            row.addWidget(button)
        self.clear()

    def clear(self) -> None:
        """Nothing was counted yet: only the first rows can be seen."""
        self._name(FIRST, tr("First rows"))
        self.buttons[FIRST].setChecked(True)
        for kind in (ADD, UPDATE, SKIP):
            self.buttons[kind].hide()

    def show_outcome(self, found: ImportOutcome) -> None:
        """Say how many rows there are of each kind."""
        result = found.result
        skipped = result.invalid + result.duplicates
        for kind, text, n in (
            (ADD, tr("Will add {n}", n=number(result.added)), result.added),
            (UPDATE, tr("Will update {n}", n=number(result.updated)), result.updated),
            (SKIP, tr("Will skip {n}", n=number(skipped)), skipped),
        ):
            self._name(kind, text)
            self.buttons[kind].setEnabled(bool(n))
            self.buttons[kind].show()
        if not self.current_button().isEnabled():
            self.buttons[FIRST].click()

    def _name(self, kind: str, text: str) -> None:
        button = self.buttons[kind]
        button.setText(text)
        # The one that is chosen is bold.
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)
        button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + _AROUND)

    def current_button(self) -> QToolButton:
        """The button of what is on show."""
        return next(button for button in self.buttons.values() if button.isChecked())


class OutcomeTable(QTableWidget):
    """The rows of one kind: those that are skipped with the reason, the others with what they write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up(self, tr("Rows of the file"), _ROW).setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setStretchLastSection(True)

    def show_rows(self, kind: str, rows: Sequence[OutcomeRow], names: Mapping[str, str], columns: int) -> None:
        """Show the rows of ``kind``; ``names`` are those of the fields, ``columns`` is how many the file has."""
        self.clear()
        self.setRowCount(len(rows))
        if kind == SKIP:
            self._show_skipped(rows, columns)
        else:
            self._show_written(rows, names, before=kind == UPDATE)
        self.resizeColumnToContents(0)
        self.setColumnWidth(0, max(_LINE, self.columnWidth(0)))

    def _show_written(self, rows: Sequence[OutcomeRow], names: Mapping[str, str], *, before: bool) -> None:
        heads = (tr("Row"), tr("Number"), tr("Name"), tr("What changes") if before else tr("What is kept"))
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        for place, row in enumerate(rows):
            kept = [one for one in row.changes if one.field not in ("phone", "first_name", "last_name") or before]
            text = " · ".join(_told(one, names, before=before) for one in kept)
            self._fill(place, (number(row.line), ltr(row.phone), row.name, text or _nothing(before=before)))
        self.setColumnWidth(1, _NUMBER)
        self.setColumnWidth(2, _NAME)

    def _show_skipped(self, rows: Sequence[OutcomeRow], columns: int) -> None:
        self.setColumnCount(3)
        self.setHorizontalHeaderLabels((tr("Row"), tr("Why it is skipped"), tr("What it holds")))
        for place, row in enumerate(rows):
            words = explain(row.problem.code, row.problem.facts) if row.problem else explain("bug")
            held = " · ".join(cell.strip() for cell in row.cells[: columns + 2] if cell.strip())
            items = self._fill(place, (number(row.line), words.title, held))
            items[1].setToolTip(plain_tip(words.text))
            items[1].setForeground(QColor(theme.hex_of("error")))
        self.setColumnWidth(1, max(_NAME, self.viewport().width() * 9 // 20))

    def _fill(self, place: int, texts: Sequence[str]) -> list[QTableWidgetItem]:
        items = [QTableWidgetItem(text) for text in texts]
        for column, item in enumerate(items):
            item.setToolTip(plain_tip(item.text()))
            self.setItem(place, column, item)
        return items


def names_of(fields: Sequence[CustomField], mapping: Mapping[str, str]) -> dict[str, str]:
    """What fields are called, also the new ones that a mapping makes."""
    fresh = [target.removeprefix(NEW) for target in mapping.values() if target.startswith(NEW)]
    return {field_name(label): label for label in fresh} | targets() | {field.name: field.label for field in fields}


def _nothing(*, before: bool) -> str:
    return tr("Nothing: it is the same already.") if before else ""


def _told(change: FieldChange, names: Mapping[str, str], *, before: bool) -> str:
    """A field with its value, and with the one before where there was one."""
    name, after = names.get(change.field, change.field), _shown(change.after)
    if before and change.before not in (None, ""):
        return tr("{field}: {before} → {after}", field=name, before=_shown(change.before), after=after)
    return tr("{field}: {value}", field=name, value=after)


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return number(int(value)) if value.is_integer() else str(value)
    return {"yes": tr("yes"), "no": tr("no")}.get(str(value), str(value)) if value else "–"
