"""Decides how two contacts are compared side by side before they become one, and which values win."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.merging import merged, suggested
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.contacts.model import consent_word
from whatsapp_studio.qt.contacts.values import shown
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label, unmarked

_ROW = 26
_Pair = tuple[Contact, Contact, list[CustomField]]


class MergeDialog(QDialog):
    """Pairs one after the other. The left one is kept. ``merged`` carries the merge and the id that remains."""

    merged = Signal(int, int)

    def __init__(self, studio: Studio, pairs: Sequence[tuple[int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._pairs, self._at = list(pairs), 0
        self._both: _Pair | None = None
        self.choices: dict[str, QButtonGroup] = {}
        self.setWindowTitle(tr("Merge contacts"))
        self.head, self.about = plain_label("subtitle", wrap=True), muted("")
        self.about.setText(
            tr("Messages, replies, notes, lists and journeys of both are kept. A no to messages stays a no.")
        )
        self._room = QVBoxLayout()
        self._table: QWidget | None = None
        inner = QWidget()
        inner.setLayout(self._room)
        self._room.setContentsMargins(0, 0, 8, 0)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        self.error = ErrorLine()
        self.place = plain_label("muted")
        self.swap = secondary_button(tr("Keep the other one"), self._swap, "repeat")
        self.skip = secondary_button(tr("Skip"), self._next)
        self.go = primary_button(tr("Merge"), self._merge)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self.head)
        box.addWidget(self.about)
        box.addWidget(scroll, 1)
        box.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.swap)
        buttons.addWidget(self.place)
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.skip)
        buttons.addWidget(self.go)
        box.addLayout(buttons)
        fit(self, 720, 520)
        self._read()

    def _read(self) -> None:
        studio, pair = self._studio, self._pairs[self._at]
        self.go.setEnabled(False)

        def work(_progress: Progress) -> _Pair | None:
            both = studio.contacts.get_many(pair)
            return (both[0], both[1], studio.contacts.fields()) if len(both) == 2 else None

        Job(self, work).on_done(self._show).run()

    def _show(self, both: _Pair | None) -> None:
        if both is None:
            self._next()
            return
        self._both = both
        kept, gone, fields = both
        self.error.say(None)
        self.head.setText(tr("Are these one person?"))
        many = len(self._pairs) > 1
        self.skip.setVisible(many)
        self.place.setVisible(many)
        self.place.setText(tr("{n} of {total}", n=number(self._at + 1), total=number(len(self._pairs))))
        self.go.setEnabled(True)
        if self._table is not None:
            self._room.removeWidget(self._table)
            self._table.deleteLater()
        self._table = self._compare(kept, gone, fields)
        self._room.insertWidget(0, self._table)
        if self._room.count() == 1:
            self._room.addStretch(1)
        self._tell_result()
        follow_layout(self)

    def _compare(self, kept: Contact, gone: Contact, fields: Sequence[CustomField]) -> QWidget:
        self.choices = {}
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, text in ((1, tr("This one is kept")), (2, tr("This one becomes part of it"))):
            title = plain_label("strong", wrap=True)
            title.setText(text)
            grid.addWidget(title, 0, column)
        taken = suggested(kept, gone)
        for name, label, one, other in _rows(kept, gone, fields):
            row = grid.rowCount()
            grid.addWidget(_key(label), row, 0)
            if one == other:
                same = plain_label(wrap=True)
                same.setText(one or "–")
                grid.addWidget(same, row, 1, 1, 2)
                continue
            group = QButtonGroup(table)
            for column, text in ((1, one), (2, other)):
                button = QRadioButton(unmarked(text or "–"))
                button.setAccessibleName(f"{label}: {text or tr('empty')}")
                group.addButton(button, column)
                grid.addWidget(button, row, column)
            group.button(2 if name in taken else 1).setChecked(True)
            group.idToggled.connect(lambda _id, _on: self._tell_result())
            self.choices[name] = group
        self.outcome = plain_label("strong", wrap=True)
        for label, one, other in (
            (tr("Marketing"), consent_word(kept), consent_word(gone)), (tr("Afterwards"), "", ""),
        ):  # fmt: skip
            row = grid.rowCount()
            grid.addWidget(_key(label), row, 0)
            for column, text in ((1, one), (2, other)):
                said = plain_label()
                said.setText(text)
                grid.addWidget(self.outcome if not text and column == 1 else said, row, column)
        for row in range(1, grid.rowCount()):
            grid.setRowMinimumHeight(row, _ROW)
        return table

    def _of_gone(self) -> set[str]:
        return {name for name, group in self.choices.items() if group.checkedId() == 2}

    def _tell_result(self) -> None:
        assert self._both is not None
        kept, gone, _fields = self._both
        one = merged(kept, gone, self._of_gone())
        self.outcome.setText(consent_word(one))

    def _swap(self) -> None:
        self._pairs[self._at] = self._pairs[self._at][1], self._pairs[self._at][0]
        self._read()

    def _next(self) -> None:
        if self._at + 1 < len(self._pairs):
            self._at += 1
            self._read()
        else:
            self.accept()

    def _merge(self) -> None:
        people, (kept, gone), chosen = self._studio.people, self._pairs[self._at], self._of_gone()
        self.go.setEnabled(False)

        def work(_progress: Progress) -> int:
            return people.merge(kept, gone, chosen)

        def done(made: int) -> None:
            # Whoever went is in no other pair any more.
            self._pairs[self._at + 1 :] = [pair for pair in self._pairs[self._at + 1 :] if gone not in pair]
            self._next()
            self.merged.emit(made, kept)

        def failed(error: StudioError) -> None:
            self.error.say(error)
            self.go.setEnabled(True)

        Job(self, work).on_done(done).on_failed(failed).run()


def _key(label: str) -> QWidget:
    key = plain_label("muted", wrap=True)
    key.setText(label)
    return key


def _rows(kept: Contact, gone: Contact, fields: Sequence[CustomField]) -> list[tuple[str, str, str, str]]:
    """Name, label and both values of all that can be chosen; what both leave empty is left out."""
    yes = {True: tr("Yes"), False: tr("No")}
    rows = [
        ("first_name", tr("First name"), kept.first_name, gone.first_name),
        ("last_name", tr("Last name"), kept.last_name, gone.last_name),
        ("phone", tr("Phone"), ltr(kept.phone), ltr(gone.phone)),
        ("country", tr("Country"), kept.country, gone.country),
        ("language", tr("Language"), kept.language, gone.language),
        ("time_zone", tr("Time zone"), kept.time_zone, gone.time_zone),
        ("is_test", tr("Test contact"), yes[kept.is_test], yes[gone.is_test]),
    ]
    for field in fields:
        one, other = (shown(whose.fields.get(field.name), field.kind) for whose in (kept, gone))
        rows.append((field.name, field.label, one, other))
    return [row for row in rows if row[2] or row[3]]


