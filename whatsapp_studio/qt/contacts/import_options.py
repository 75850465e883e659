"""Decides what is asked before an import: whose numbers these are, who agreed to what, and where they are put."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.importing import ImportPlan
from whatsapp_studio.base.i18n import language, tr
from whatsapp_studio.base.local import sort_key
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.fields import FormRow

_WORDING_LINES = 3


class ImportOptions(QWidget):
    """Country, repeated numbers, consent and list. ``changed`` tells of answers that change what an import does."""

    country_changed = Signal()
    changed = Signal()

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
        self.wording = QPlainTextEdit()
        self.wording.setTabChangesFocus(True)
        self.wording.setFixedHeight(self.wording.fontMetrics().lineSpacing() * _WORDING_LINES + 16)
        self.wording.setPlaceholderText(tr("Such as: yes, send me offers on WhatsApp"))
        self.list_name = QLineEdit()
        self._reach_icon, self._reach = IconLabel("info", "info"), QLabel()
        self._said_in = ""
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
            FormRow(tr("The words the&y agreed to (optional)"), self.wording),
            self._reached(),
            FormRow(tr("Put them on a &list (optional)"), self.list_name, tr("A new name makes a new list.")),
        ):
            box.addWidget(widget)
        box.addStretch(1)
        self.again.activated.connect(lambda _index: self.changed.emit())
        self.source.textChanged.connect(lambda _text: self._show_reach())
        self.source.editingFinished.connect(self.changed.emit)
        self._show_reach()

    def _reached(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._reach.setWordWrap(True)
        row.addWidget(self._reach_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._reach, 1)
        return whole

    def reach(self) -> str:
        """Who may get marketing after this import, in a sentence."""
        return self._reach.text()

    def show_column(self, column: str) -> None:
        """``column`` of the file says who agreed; empty where none does."""
        self._said_in = column
        self._show_reach()

    def _show_reach(self) -> None:
        """Say who may get marketing after this import."""
        agreed = bool(self.source.text().strip())
        if self._said_in and agreed:
            text = tr("Who said yes in “{column}” may get marketing.", column=self._said_in)
        elif self._said_in:
            text = tr("“{column}” says who agreed, but not where: nobody gets marketing yet.", column=self._said_in)
        elif agreed:
            text = tr("Everybody in this file may get marketing, except who opted out.")
        else:
            text = tr("Nobody in this file gets marketing because of this import.")
        self._reach.setText(text)
        self._reach_icon.set_icon("circle-check" if agreed else "info", "success" if agreed else "info")

    def start(self, path: Path) -> None:
        """Another file: nobody's consent is carried over."""
        self.source.clear()
        self.wording.clear()
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
            consent_wording=self.wording.toPlainText().strip() if source else "",
            list_name=self.list_name.text().strip(), on_duplicate=self.again.currentData(),
        )  # fmt: skip
