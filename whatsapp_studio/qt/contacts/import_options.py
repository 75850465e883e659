"""Decides what is asked before an import: how the file is read, whose numbers these are, and who agreed to what."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.importing import ImportPlan, ImportPreview, ReadOptions
from whatsapp_studio.base.i18n import language, ntr, tr
from whatsapp_studio.base.local import sort_key
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "mac_roman")
_DELIMITERS = (",", ";", "\t", "|")


class ReadingBar(QWidget):
    """How the file is read, with guesses called guesses. ``fresh`` is true until something was chosen by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fresh = True
        self.encoding, self.delimiter, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.header = QCheckBox(tr("&First row names the columns"))
        self.rows = QLabel()
        self.rows.setProperty("role", "muted")
        self._parts: dict[str, QWidget] = {}
        whole = FlowLayout(self, spacing=12)
        for name, label, box in (
            ("sheet", tr("Sheet"), self.sheet), ("encoding", tr("Letters"), self.encoding),
            ("delimiter", tr("Columns apart by"), self.delimiter),
        ):  # fmt: skip
            text = QLabel(label)
            text.setBuddy(box)
            box.setAccessibleName(label)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            tell_whole(box)
            part = self._parts[name] = QWidget()
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(text)
            row.addWidget(box)
            whole.addWidget(part)
            box.activated.connect(self._chosen)
        whole.addWidget(self.header)
        whole.addWidget(self.rows)
        self.header.clicked.connect(self._chosen)
        self.reset()

    def reset(self) -> None:
        """Nothing is known of the file yet."""
        self.fresh = True
        for box in (self.encoding, self.delimiter, self.sheet):
            box.clear()
        self.rows.setText("")

    def options(self) -> ReadOptions | None:
        """What was chosen; None while everything is to be guessed."""
        if self.fresh:
            return None
        return ReadOptions(
            encoding=self.encoding.currentData() or "", delimiter=self.delimiter.currentData() or "",
            has_header=self.header.isChecked(), sheet=self.sheet.currentData() or "",
        )  # fmt: skip

    def show_options(self, found: ImportPreview) -> None:
        """Show how the file was read."""
        names = {",": tr("comma"), ";": tr("semicolon"), "\t": tr("tab"), "|": tr("bar")}
        options = found.options
        text = bool(options.encoding)
        self._fill(self.encoding, "encoding", options.encoding, _ENCODINGS, {}, found)
        self._fill(self.delimiter, "delimiter", options.delimiter, _DELIMITERS, names, found)
        self._fill(self.sheet, "sheet", options.sheet, found.sheets, {}, found)
        for name, shown in (("encoding", text), ("delimiter", text), ("sheet", len(found.sheets) > 1)):
            self._parts[name].setVisible(shown)
        self.header.setChecked(bool(options.has_header))
        total = found.total_rows
        self.rows.setText(ntr("about {n} row", "about {n} rows", total) if total else "")

    def _fill(
        self, box: QComboBox, name: str, value: str, choices: tuple[str, ...], names: dict[str, str],
        found: ImportPreview,
    ) -> None:  # fmt: skip
        box.clear()
        for choice in dict.fromkeys((*choices, value)):
            if choice:
                guessed = " " + tr("(guess)") if choice == value and name in found.options_guessed else ""
                box.addItem(names.get(choice, choice) + guessed, choice)
        box.setCurrentIndex(max(0, box.findData(value)))

    def _chosen(self) -> None:
        self.fresh = False
        self.changed.emit()


class ImportOptions(QWidget):
    """Country, repeated numbers, consent and list."""

    country_changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        from babel import Locale

        super().__init__(parent)
        self._studio = studio
        self.region = QComboBox()
        self.region.setEditable(True)
        self.region.setMinimumContentsLength(12)
        self.region.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.region.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        names = Locale(language().code).territories
        for code, name in sorted(((c, n) for c, n in names.items() if len(c) == 2), key=lambda pair: sort_key(pair[1])):
            self.region.addItem(f"{name} ({code})", code)
        self.region.setCurrentIndex(max(0, self.region.findData(studio.settings.default_country)))
        self.region.activated.connect(lambda _index: self.country_changed.emit())
        self.again = QComboBox()
        self.again.addItem(tr("Update the contact"), "update")
        self.again.addItem(tr("Keep the contact as it is"), "keep")
        self.source = QLineEdit()
        self.source.setPlaceholderText(tr("Such as: newsletter form on the website"))
        self.source.setToolTip(self.source.placeholderText())
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(QDate.currentDate())
        self.day.setDisplayFormat("d MMM yyyy")
        self.list_name = QLineEdit()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(14)
        title = QLabel(tr("How to import"))
        title.setProperty("role", "subtitle")
        consent = QLabel(tr("Did these people agree to marketing?"))
        consent.setProperty("role", "strong")
        consent.setWordWrap(True)
        why = QLabel(
            tr("Say where and when they agreed. Without it they are brought in, but get no marketing. "
               "Whoever opted out stays opted out.")
        )  # fmt: skip
        why.setWordWrap(True)
        why.setProperty("role", "muted")
        for widget in (
            title,
            FormRow(tr("&Country of numbers without +"), self.region),
            FormRow(tr("&Numbers that are here already"), self.again),
            consent,
            why,
            FormRow(tr("&Where they agreed"), self.source),
            FormRow(tr("W&hen"), self.day),
            FormRow(tr("Put them on a &list (optional)"), self.list_name, tr("A new name makes a new list.")),
        ):
            box.addWidget(widget)
        box.addStretch(1)

    def start(self, path: Path) -> None:
        """Another file: nobody's consent is carried over."""
        self.source.clear()
        self.list_name.clear()
        self.list_name.setPlaceholderText(tr("Such as: {name}", name=path.stem))

    def country(self) -> str:
        """ISO code of the country for numbers without +."""
        return str(self.region.currentData() or "")

    def plan(self) -> ImportPlan:
        """The answers, without the mapping."""
        source = self.source.text().strip()
        day = self.day.date().toPython()
        at = datetime(day.year, day.month, day.day, tzinfo=UTC) if source else None  # type: ignore[attr-defined]
        return ImportPlan(
            country=self.country(), consent_source=source, consent_at=at,
            list_name=self.list_name.text().strip(), on_duplicate=self.again.currentData(),
        )  # fmt: skip
