"""Decides how the table of contacts is narrowed: words, a list or a segment, what they agreed to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.segment import ContactQuery, SortKey
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.whole_words import tell_whole

# Where the page is narrower, what is found stands below the filters.
_ONE_ROW = 1150
# What comes soon after a letter need not wait for the next one.
_PAUSE_MS = 80


class Filters(QWidget):
    """``changed`` asks for other contacts. What was found stands beside them, with what can be done to it."""

    changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.search = SearchField(tr("Find by name or number"), pause=_PAUSE_MS)
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(280)
        self.lists, self.consent = QComboBox(), QComboBox()
        tell_whole(self.lists, self.consent)
        self.lists.setMinimumContentsLength(14)
        self.lists.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lists.setAccessibleName(tr("List or segment"))
        self.consent.setAccessibleName(tr("Consent"))
        for label, value in (
            (tr("Any consent"), ""), (tr("Agreed to marketing"), "yes"), (tr("Opted out"), "no"),
            (tr("Not asked"), "unknown"), (tr("Blocked"), "blocked"), (tr("Test contacts"), "test"),
        ):  # fmt: skip
            self.consent.addItem(label, value)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.with_selection: QPushButton = secondary_button(tr("With selection"))
        finding, found = QHBoxLayout(), QHBoxLayout()
        for field in (self.search, self.lists, self.consent):
            finding.addWidget(field)
        found.addWidget(self.with_selection)
        found.addStretch(1)
        found.addWidget(self.count)
        rows = self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(finding, 3)
        rows.addLayout(found, 1)
        for row in (finding, found, rows):
            row.setSpacing(8)
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.lists.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.consent.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.show_lists()

    def query(self, sort: SortKey, *, descending: bool) -> ContactQuery:
        """What is asked for."""
        consent, among = self.consent.currentData(), self.lists.currentData()
        segment = among[0] if isinstance(among, tuple) else None
        return ContactQuery(
            search=self.search.text().strip(),
            list_id=among if segment is None else None,
            segment_id=segment,
            marketing=consent if consent in ("yes", "no", "unknown") else None,
            blocked=True if consent == "blocked" else None,
            is_test=True if consent == "test" else None,
            sort=sort,
            descending=descending,
        )

    def show_lists(self) -> None:
        """Offer the lists and segments there are; the one that is chosen stays."""
        chosen = self.lists.currentData()
        self.lists.blockSignals(True)
        self.lists.clear()
        self.lists.addItem(tr("Everybody"), None)
        for one in self._studio.contacts.lists():
            self.lists.addItem(f"{one.name} ({number(one.size)})", one.id)
        segments = self._studio.segments.all()
        if segments:
            self.lists.insertSeparator(self.lists.count())
        for segment in segments:
            self.lists.addItem(tr("Segment: {name}", name=segment.name), (segment.id,))
        self.lists.setCurrentIndex(self._place(chosen))
        self.lists.blockSignals(False)

    def _place(self, data: object) -> int:
        return next((n for n in range(self.lists.count()) if self.lists.itemData(n) == data), 0)

    def clear(self) -> None:
        """Ask for everybody."""
        self.search.clear()
        self.lists.setCurrentIndex(0)
        self.consent.setCurrentIndex(0)

    def keep(self) -> object:
        """What is chosen, for :meth:`take`."""
        return self.search.text(), self.lists.currentData(), self.consent.currentData()

    def take(self, kept: object) -> None:
        """Choose what :meth:`keep` gave."""
        if isinstance(kept, tuple):
            said, chosen, consent = kept
            self.search.setText(said)
            self.lists.setCurrentIndex(self._place(chosen))
            self.consent.setCurrentIndex(max(0, self.consent.findData(consent)))

    def say_found(self, shown: int, total: int) -> None:
        """How many of how many."""
        self.count.setText(ntr("{n} contact", "{n} contacts", total) if shown == total
                           else tr("{shown} of {total}", shown=number(shown), total=number(total)))  # fmt: skip

    def say_selected(self, n: int) -> None:
        """How many are selected."""
        self.with_selection.setText(tr("With {n} selected", n=number(n)) if n else tr("With selection"))

    def fit_to(self, width: int) -> None:
        """Stand in one row or two."""
        narrow = width < _ONE_ROW
        self._rows.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
