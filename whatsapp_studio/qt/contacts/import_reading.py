"""Decides what can be said of how a file is read: sheet, letters, separator, first row; guesses are called guesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from whatsapp_studio.audience.importing import ImportPreview, ReadOptions
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_ENCODINGS = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8 (BOM)", "utf-16": "UTF-16", "cp1252": "Windows-1252",
    "cp1250": "Windows-1250", "cp1251": "Windows-1251", "cp1253": "Windows-1253", "cp1254": "Windows-1254",
    "cp932": "Shift-JIS",
    "mac_roman": "Mac Roman", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "utf-32": "UTF-32",
}  # fmt: skip
_OFFERED = ("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "mac_roman")
_DELIMITERS = (",", ";", "\t", "|")
_LAST_ROW = 1_000


class ReadingBar(QWidget):
    """How the file is read. ``fresh`` is true until something was chosen by hand; ``rows`` says how many there are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fresh = True
        self._by_hand: set[str] = set()
        self.encoding, self.delimiter, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.first_row = spin_box(1, _LAST_ROW, 1)
        self.first_row.setKeyboardTracking(False)
        wheel_needs_focus(self.first_row)
        self.header = QCheckBox(tr("&First row names the columns"))
        self.rows = QLabel()
        self.rows.setProperty("role", "muted")
        self._parts: dict[str, QWidget] = {}
        self._flow = FlowLayout(self, spacing=12)
        for name, label, box in (
            ("sheet", tr("Sheet"), self.sheet), ("encoding", tr("Letters"), self.encoding),
            ("delimiter", tr("Columns apart by"), self.delimiter),
        ):  # fmt: skip
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            tell_whole(box)
            self._add(name, label, box)
            box.activated.connect(lambda _index, name=name: self._chosen(name))
        self._add("first_row", tr("Table starts in row"), self.first_row)
        self.first_row.valueChanged.connect(lambda _row: self._chosen("first_row"))
        named = self._parts["has_header"] = QWidget()
        within = QHBoxLayout(named)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.header)
        named.setMinimumHeight(self._parts["first_row"].sizeHint().height())
        self._flow.addWidget(named)
        self.header.clicked.connect(lambda _on: self._chosen("has_header"))
        self.reset()

    def _add(self, name: str, label: str, field: QWidget) -> None:
        text = QLabel(label)
        text.setBuddy(field)
        field.setAccessibleName(label)
        part = self._parts[name] = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text)
        row.addWidget(field)
        part.hide()
        self._flow.addWidget(part)

    def reset(self) -> None:
        """Nothing is known of the file yet."""
        self.fresh = True
        self._by_hand.clear()
        for box in (self.encoding, self.delimiter, self.sheet):
            box.clear()
        self.rows.setText("")

    def options(self) -> ReadOptions | None:
        """What was chosen; None while everything is to be guessed. Another sheet or separator has another first row."""
        if self.fresh:
            return None
        row = self.first_row.value() if "first_row" in self._by_hand else 0
        return ReadOptions(
            encoding=self.encoding.currentData() or "", delimiter=self.delimiter.currentData() or "",
            has_header=self.header.isChecked() if "has_header" in self._by_hand else None,
            sheet=self.sheet.currentData() or "", first_row=row,
        )  # fmt: skip

    def show_options(self, found: ImportPreview) -> None:
        """Show how the file was read."""
        names = {",": tr("comma"), ";": tr("semicolon"), "\t": tr("tab"), "|": tr("bar")}
        options = found.options
        self._fill(self.encoding, "encoding", options.encoding, _OFFERED, _ENCODINGS, found)
        self._fill(self.delimiter, "delimiter", options.delimiter, _DELIMITERS, names, found)
        self._fill(self.sheet, "sheet", options.sheet, found.sheets, {}, found)
        is_table = bool(options.delimiter or options.sheet)
        for name, shown in (
            ("encoding", bool(options.encoding)), ("delimiter", bool(options.delimiter)),
            ("sheet", len(found.sheets) > 1), ("first_row", is_table), ("has_header", is_table),
        ):  # fmt: skip
            self._parts[name].setVisible(shown)
        self.first_row.blockSignals(True)
        self.first_row.setValue(options.first_row or 1)
        self.first_row.setSuffix(" " + tr("(guess)") if "first_row" in found.options_guessed else "")
        self.first_row.blockSignals(False)
        self.header.setChecked(bool(options.has_header))
        total = found.total_rows
        self.rows.setText(ntr("about {n} row", "about {n} rows", total) if total else "")

    def _fill(
        self, box: QComboBox, name: str, value: str, choices: Sequence[str], names: Mapping[str, str],
        found: ImportPreview,
    ) -> None:  # fmt: skip
        box.clear()
        for choice in dict.fromkeys((*choices, value)):
            if choice:
                # What was guessed first stays a guess until somebody chooses.
                guessed = choice == value and name in found.options_guessed and name not in self._by_hand
                box.addItem(names.get(choice, choice) + (" " + tr("(guess)") if guessed else ""), choice)
        box.setCurrentIndex(max(0, box.findData(value)))

    def _chosen(self, name: str) -> None:
        self.fresh = False
        self._by_hand.add(name)
        if name in ("sheet", "delimiter"):
            self._by_hand -= {"first_row", "has_header"}
        self.changed.emit()
