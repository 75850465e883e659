"""Decides what is said when a file was imported, and what can be done then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.audience.importing import ImportResult
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.phrases import duration
from whatsapp_studio.qt.widgets.buttons import link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label

_ICON = 40


class DonePanel(QWidget):
    """What came of an import, in the middle of the page."""

    def __init__(
        self, show: Callable[[], object], undo: Callable[[], object], save: Callable[[], object],
        another: Callable[[], object], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.icon = IconLabel("circle-check", "success", _ICON)
        self.icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = plain_label("subtitle")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.show_contacts = primary_button(tr("Show the contacts"), show)
        self.undo = secondary_button(tr("Undo this import…"), undo, "undo-2")
        self.save = secondary_button(tr("Save skipped rows…"), save, "download")
        self.another = link_button(tr("Import another file…"), another)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(10)
        box.addStretch(2)
        box.addWidget(self.icon)
        box.addWidget(self.title)
        box.addLayout(self._lines)
        box.addSpacing(8)
        # In two rows: side by side they are wider than a window with large letters.
        for pair in ((self.show_contacts, self.undo), (self.save, self.another)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            box.addLayout(row)
        box.addStretch(3)

    def show_result(self, name: str, result: ImportResult, list_name: str, agreed: str) -> None:
        """Say what was done with the file called ``name``; ``agreed`` is a sentence about marketing."""
        skipped = result.invalid + result.duplicates
        self.icon.set_icon("circle-check" if not result.invalid else "circle-alert",
                           "success" if not result.invalid else "warning")  # fmt: skip
        self.title.setText(tr("“{name}” was imported.", name=name))
        lines = [tr("{added} added, {updated} updated, {skipped} skipped", added=number(result.added),
                    updated=number(result.updated), skipped=number(skipped))]  # fmt: skip
        if skipped:
            lines.append(tr("Skipped rows: {twice} with a number that was there already, {faulty} with a problem",
                            twice=number(result.duplicates), faulty=number(result.invalid)))  # fmt: skip
        if list_name:
            lines.append(tr("Everybody is on the list “{name}”.", name=list_name))
        lines.append(agreed)
        lines += notes_of(result)
        lines.append(ntr("{n} row in {time}", "{n} rows in {time}", result.rows, time=duration(result.seconds)))
        while (old := self._lines.takeAt(0)) is not None:
            if (label := old.widget()) is not None:
                label.deleteLater()
        for n, text in enumerate(lines):
            line = plain_label("strong" if not n else "muted", wrap=True)
            line.setText(text)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._lines.addWidget(line)
        self.save.setVisible(bool(skipped))
        self.show_contacts.setFocus()


def notes_of(result: ImportResult) -> list[str]:
    """Cells that were left out or put right, a line for each reason with what was done."""
    worded = [(count, explain(code)) for code, count in result.notes.items()]
    return [tr("{n}×: {what}", n=number(count), what=f"{words.title} {words.why}") for count, words in worded]
