"""Decides how everything known of one message is told: what became of it, then step by step, then what it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import day, language_name, ltr, money
from whatsapp_studio.qt.reports.outcomes import why
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.copied import CopiedField
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.reports.recipient import Recipient

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_STATUSES = {
    "sent": mark("Sent"), "delivered": mark("Delivered"), "read": mark("Read"), "failed": mark("Failed"),
}  # fmt: skip
_BILLED = {
    "regular": mark("Charged"), "free_customer_service": mark("Free: an answer within 24 hours"),
    "free_entry_point": mark("Free: they came by an advertisement"),
}  # fmt: skip

_LONGEST = 24


class PersonPanel(QFrame):
    """One message of a report. ``contact_wanted`` carries the id of its contact, ``closed`` says it was put away."""

    contact_wanted = Signal(int)
    closed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._reading = Latest(self)
        self.recipient: Recipient | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Everything known of this message"))
        self.name, self.phone, self.badge = QLabel(), muted(""), StatusBadge("")
        self.name.setProperty("role", "subtitle")
        self.name.setWordWrap(True)
        self.why, self.advice = QLabel(), muted("")
        self.why.setWordWrap(True)
        self.contact = link_button(tr("Open contact"), self._open)
        self._grids = [QGridLayout() for _ in range(2)]
        shut = icon_button("x", tr("Close"), self.close_panel)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.phone)
        box.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.why)
        box.addWidget(self.advice)
        for grid, title in zip(self._grids, (tr("Step by step"), tr("The message")), strict=True):
            label = QLabel(title)
            label.setProperty("role", "strong")
            label.setContentsMargins(0, 8, 0, 0)
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(5)
            grid.setColumnStretch(1, 1)
            box.addWidget(label)
            box.addLayout(grid)
        box.addWidget(self.contact, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setAccessibleName(tr("Everything known of this message"))
        for ground in (scroll.viewport(), inner):
            ground.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setMinimumWidth(320)
        self.hide()

    def show_row(self, row_id: int) -> None:
        """Read all of one message, outside the window's thread, and show it."""
        reports = self._studio.reports
        self._reading.ask(lambda: reports.recipient(row_id), self.show_recipient)

    def show_recipient(self, found: Recipient | None) -> None:
        """Mirror one message; nothing where it is gone."""
        self.recipient = found
        self.setVisible(found is not None)
        if found is None:
            return
        row = found.row
        self.name.setText(row.name or tr("No name"))
        self.phone.setText(ltr(row.phone) or tr("The number was erased."))
        self.badge.set_state(row.state, wording.outcome_word(row.state, row.reason))
        self.why.setText(why(row))
        self.why.setVisible(bool(self.why.text()))
        words = wording.meta_error(row.code) if row.code else None
        self.advice.setText(" ".join(part for part in (words.why, words.fix) if part) if words else "")
        self.advice.setVisible(bool(self.advice.text()))
        self.contact.setVisible(row.contact > 0)
        for grid, rows in zip(self._grids, (_steps(found), self._about(found)), strict=True):
            _fill(grid, list(rows))

    def close_panel(self) -> None:
        """Put it away."""
        self.recipient = None
        self.hide()
        self.closed.emit()

    def _open(self) -> None:
        if self.recipient is not None:
            self.contact_wanted.emit(self.recipient.row.contact)

    def _about(self, found: Recipient) -> Iterator[tuple[str, str]]:
        row = found.row
        yield tr("Campaign"), found.campaign
        if found.template:
            yield tr("Template"), found.template
        if row.language:
            yield tr("Language"), language_name(row.language)
        if row.treatment:
            yield tr("Treatment"), row.treatment.upper()
        if row.wave:
            yield tr("Wave"), number(row.wave)
        if row.market:
            yield tr("Market"), row.market
        yield tr("Price"), _price(found)
        if found.billed:
            billed = tr(_BILLED[found.billed]) if found.billed in _BILLED else found.billed
            yield tr("Meta's bill"), f"{billed} ({found.billed_as})" if found.billed_as else billed
        if row.code:
            yield tr("Meta code"), str(row.code)
        if row.details:
            yield tr("Meta's words"), row.details
        if found.attempts:
            yield tr("Attempts"), number(found.attempts)
        if found.wamid and row.phone:
            yield tr("Meta's id"), found.wamid
        if found.trace:
            yield tr("Meta's trace"), found.trace


def _price(found: Recipient) -> str:
    if found.row.price is None:
        return tr("not known")
    return money(found.row.price / 1_000_000, found.row.currency)


def _steps(found: Recipient) -> Iterator[tuple[str, str]]:
    row = found.row
    steps: list[tuple[datetime, str]] = []
    if found.planned_at is not None:
        steps.append((found.planned_at, tr("Planned")))
    if found.claimed_at is not None:
        steps.append((found.claimed_at, tr("Left this computer")))
    if row.accepted_at is not None:
        steps.append((row.accepted_at, tr("Accepted by Meta")))
    elif row.state == "excluded" and found.settled_at is not None:
        steps.append((found.settled_at, wording.outcome_word(row.state, row.reason)))
    told = {one.status for one in found.statuses}
    if row.state == "failed" and "failed" not in told and found.settled_at is not None:
        steps.append((found.settled_at, tr("Failed")))
    steps += [(one.at, tr(_STATUSES.get(one.status, one.status))) for one in found.statuses]
    for reply in found.replies:
        words = tr("Tapped “{text}”", text=reply.text) if reply.tapped else tr("Replied “{text}”", text=reply.text)
        gone = tr("Tapped a button") if reply.tapped else tr("Replied")
        steps.append((reply.at, words if reply.text else gone))
    if row.opted_at is not None:
        steps.append((row.opted_at, tr("Opted out")))
    if found.not_before is not None and row.state == "queued":
        steps.append((found.not_before, tr("Leaves at the earliest")))
    for at, words in sorted(steps, key=lambda one: one[0]):
        here = at.astimezone()
        yield tr("{day} {time}", day=day(here.date()), time=here.strftime("%H:%M:%S")), words


def _fill(grid: QGridLayout, rows: list[tuple[str, str]]) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for at, (name, value) in enumerate(rows):
        left = muted(name)
        left.setWordWrap(False)
        left.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(left, at, 0, Qt.AlignmentFlag.AlignTop)
        if len(value) > _LONGEST and " " not in value:
            # An id that no line has room for is copied, not read.
            field = CopiedField(name)
            field.set_text(value)
            grid.addWidget(field, at, 1)
            continue
        right = QLabel(value)
        right.setWordWrap(True)
        right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(right, at, 1)
