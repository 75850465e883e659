"""Decides how the prerequisites are shown: what is in place, when it was checked, why it matters, how to get there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.services.connecting import ChecklistItem

_LEADS_TO = {
    "business-account": "connection", "verified-number": "connection", "token": "connection",
    "approved-templates": "templates",
}  # fmt: skip
# Below the word of a tick, and below the words beside a mark.
_INDENT = 30


class Checklist(Card):
    """A row for each prerequisite; the last ones are ticked by hand and kept with their date."""

    navigate = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Before you send"), parent)
        self._studio = studio
        self._shown: tuple[ChecklistItem, ...] = ()
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.body.addWidget(self.summary)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.boxes: dict[str, QCheckBox] = {}

    def show_items(self, items: tuple[ChecklistItem, ...], contacts: int) -> None:
        """Show the prerequisites as they stand, with contacts to write to among them."""
        people = ChecklistItem(code="contacts", done=contacts > 0, automatic=True)
        everything = (*(i for i in items if i.automatic), people, *(i for i in items if not i.automatic))
        if everything == self._shown:
            return
        self._shown = everything
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        self.boxes.clear()
        done = sum(item.done for item in everything)
        self.summary.setText(tr("{done} of {total} in place", done=number(done), total=number(len(everything))))
        for item in everything:
            self._rows.addWidget(self._row(item))

    def _row(self, item: ChecklistItem) -> QWidget:
        words = explain(item.code, {}) if item.code != "contacts" else None
        title = words.title if words else tr("Contacts to write to")
        why = words.why if words else tr("A CSV or Excel file will do.")
        how = words.fix if words else tr("Import one on the Contacts page.")
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(0)
        if item.automatic:
            mark = QLabel()
            mark.setPixmap(pixmap(*look_of("ok" if item.done else "skipped"), 20, self.devicePixelRatioF()))
            mark.setAccessibleName(tr("in place") if item.done else tr("missing"))
            across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            name = QLabel(title)
            name.setWordWrap(True)
            name.setProperty("role", "strong")
            text.addWidget(name)
        else:
            tick = QCheckBox(title)
            tick.setProperty("role", "strong")
            text.setContentsMargins(1, 0, 0, 0)
            tick.setChecked(item.done)
            tick.setEnabled(not self._studio.read_only)
            tick.setAccessibleDescription(f"{why} {how}")
            tick.toggled.connect(partial(self._acknowledge, item.code))
            self.boxes[item.code] = tick
            text.addWidget(tick)
        now = self._studio.clock.now()
        checked = tr("checked {time}", time=day_and_time(item.at, now)) if item.done and item.at else ""
        said = checked if item.done else f"{why} {how}"
        if said:
            below = QLabel(said)
            below.setProperty("role", "muted")
            below.setWordWrap(True)
            below.setContentsMargins(0 if item.automatic else _INDENT, 0, 0, 0)
            text.addWidget(below)
        across.addLayout(text, 1)
        if item.automatic and not item.done:
            page = _LEADS_TO.get(item.code, "contacts")
            go = link_button(tr("Set up"), lambda: self.navigate.emit(page, None))
            go.setAccessibleName(tr("Set up: {what}", what=title))
            across.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _acknowledge(self, code: str, done: bool) -> None:
        self._studio.connection.acknowledge(code, done)
