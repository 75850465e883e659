"""Decides what is told of one audience: its name, its rule in words, whom of it a message reaches, its uses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.audience.rules import RuleError, in_words, parse
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft, Purpose
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.qt.audiences.items import Item
from whatsapp_studio.qt.audiences.sight import Seen
from whatsapp_studio.qt.audiences.uses import Uses
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.reach.lookup import Lookup
from whatsapp_studio.qt.reach.numbers import AudienceNumbers
from whatsapp_studio.qt.reach.people import PeopleDialog
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label, plain_tip
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.services.audience_uses import Use

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_PURPOSES: tuple[tuple[Purpose, str], ...] = (
    ("marketing", mark("A marketing message")), ("utility", mark("A utility message")),
)  # fmt: skip
_LONGEST_NAME, _LEAST_NAME = 520, 160
_MEASURE, _MARGIN = 900, 24


class NameLine(QLineEdit):
    """A name edited where it stands; ``renamed`` comes on Enter or when one goes on, Esc brings back what it was."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = self._told = ""
        self.setProperty("role", "title")
        self.setMaxLength(200)
        self.setAccessibleName(tr("Name of the audience"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)
        self.editingFinished.connect(self._over)

    def show_name(self, name: str) -> None:
        """Show the name as it is kept."""
        self._kept = self._told = name
        self.setText(name)
        self.setCursorPosition(0)
        self.setToolTip(plain_tip("\n".join((name, tr("Click to rename")))))

    def _over(self) -> None:
        wanted = self.text().strip()
        if not wanted:
            self.setText(self._kept)
        elif wanted != self._told:
            self._told = wanted
            self.renamed.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._over()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 30
        return QSize(max(_LEAST_NAME, min(wanted, _LONGEST_NAME)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_NAME, super().minimumSizeHint().height())


class Overview(QWidget):
    """One audience. ``asked`` carries what is to be done with it: edit, use, copy, freeze, export, delete."""

    asked = Signal(str)
    renamed = Signal(str)
    place_wanted = Signal(object)
    contact_wanted = Signal(int)
    counted = Signal(object, int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.item: Item | None = None
        self._job: Job[AudienceCount] | None = None
        self.kind = IconLabel("filter", "text_muted", 20)
        self.name = NameLine()
        self.name.renamed.connect(self.renamed)
        self.name.setReadOnly(studio.read_only)
        self.error = ErrorLine(self.name)
        self.words = plain_label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.total = QLabel()
        self.total.setProperty("role", "muted")
        self.edit = secondary_button(tr("Edit the rule"), lambda: self.asked.emit("edit"), "pencil")
        self.use = primary_button(tr("Use in a campaign"), lambda: self.asked.emit("use"))
        self.more = secondary_button(tr("More"))
        self.purpose = QComboBox()
        self.numbers = AudienceNumbers()
        self.lookup = Lookup(studio)
        self.uses = Uses()
        self._make_menu()
        self._make_purpose()
        self._lay_out()
        self.numbers.people_wanted.connect(self._show_people)
        self.numbers.again.connect(self.count)
        self.numbers.cancelled.connect(self._stopped_by_hand)
        self.uses.wanted.connect(self.place_wanted)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self.deeds = {}
        for deed, words in (
            ("copy", tr("Duplicate")), ("freeze", tr("Freeze into a list…")), ("export", tr("Export as CSV…")),
            ("delete", tr("Delete…")),
        ):  # fmt: skip
            if deed == "delete":
                menu.addSeparator()
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, deed=deed: self.asked.emit(deed))
            self.deeds[deed] = action
        self.more.setMenu(menu)

    def _make_purpose(self) -> None:
        for value, words in _PURPOSES:
            self.purpose.addItem(tr(words), value)
        self.purpose.setAccessibleName(tr("Counted for"))
        wheel_needs_focus(self.purpose)
        tell_whole(self.purpose)
        self.purpose.currentIndexChanged.connect(lambda _at: self.count())
        for_what = QLabel(tr("Reached by"))
        for_what.setProperty("role", "strong")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(for_what)
        row.addWidget(self.purpose)
        row.addStretch(1)
        self.numbers.box.insertLayout(0, row)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_MEASURE)
        box = QVBoxLayout(inner)
        box.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        box.setSpacing(12)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._title, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._title.setSpacing(8)
        self._title.addWidget(self.kind)
        self._title.addWidget(self.name, 1)
        self._buttons.setSpacing(8)
        for button in (self.use, self.edit, self.more):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._top.addLayout(self._title, 1)
        self._top.addLayout(self._buttons)
        box.addLayout(self._top)
        box.addWidget(self.error)
        box.addWidget(self.words)
        box.addWidget(self.total)
        for widget in (self.numbers, self.uses, self.lookup):
            box.addWidget(widget)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the name and what can be done have no room beside each other, the buttons stand below."""
        room = min(self.width(), _MEASURE) - 2 * _MARGIN
        wanted = self._title.sizeHint().width() + self._buttons.sizeHint().width() + self._top.spacing()
        ways = QBoxLayout.Direction
        self._top.setDirection(ways.LeftToRight if wanted <= room else ways.TopToBottom)

    # -- what is shown -------------------------------------------------------------------------------

    def show_item(self, item: Item, seen: Seen, uses: Sequence[Use], *, recount: bool = True) -> None:
        """Tell of an audience; its people are counted again unless only words changed."""
        another = self.item is None or self.item.key != item.key
        self.item = item
        segment = item.kind == "segment"
        self.kind.set_icon("filter" if segment else "list")
        if another or not self.name.hasFocus():
            self.name.show_name(item.name)
        self.error.say(None)
        self.words.setText(said(item, seen))
        self.edit.setVisible(segment)
        self.deeds["freeze"].setVisible(segment)
        writable = not self._studio.read_only
        for widget in (self.edit, self.use):
            widget.setEnabled(writable)
        for deed, action in self.deeds.items():
            action.setEnabled(writable or deed == "export")
        self.uses.show_uses(uses)
        self._fit()
        self.lookup.show_draft(self.draft())
        if recount or another:
            self.count()

    def draft(self) -> Draft:
        """A campaign to this audience, as far as counting needs one."""
        purpose: Purpose = self.purpose.currentData() or "marketing"
        assert self.item is not None
        return Draft(purpose=purpose, audience=self.item.audience)

    def count(self) -> None:
        """Count who of it can be reached, outside the window's thread; an older count is stopped."""
        self.stop()
        if self.item is None:
            return
        draft, item, studio = self.draft(), self.item, self._studio
        self.lookup.show_draft(draft)
        self.total.setText(tr("Counting…"))
        self.numbers.show_counting()

        def work(progress: Progress) -> AudienceCount:
            return studio.campaigns.count(draft, progress)

        job = self._job = Job(self, work)
        job.on_progress(lambda done, total: self.numbers.show_progress(done, total) if job is self._job else None)
        job.on_done(lambda count: self._show(job, item, count)).on_failed(lambda error: self._failed(job, error))
        job.on_cancelled(lambda: self._stopped(job)).run()

    def stop(self) -> None:
        """Stop a count that is going on; nobody waits for it any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @property
    def busy(self) -> bool:
        """Whether a count is still to come."""
        return self._job is not None

    def _show(self, job: Job[AudienceCount], item: Item, count: AudienceCount) -> None:
        if job is not self._job:
            return
        self._job = None
        self.numbers.show_count(count, self._studio.clock.now())
        self.total.setText(ntr("{n} contact now", "{n} contacts now", count.total))
        self.counted.emit(item.key, count.total)

    def _failed(self, job: Job[AudienceCount], error: StudioError) -> None:
        if job is self._job:
            self._stopped(job)
            self.error.say(error)

    def _stopped_by_hand(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self, job: Job[AudienceCount]) -> None:
        if job is self._job:
            self._job = None
            self.total.setText("")
            self.numbers.show_stopped()

    def _show_people(self, reason: str | None) -> None:
        count = self.numbers.count
        if count is None or self.item is None:
            return
        n = count.reachable if reason is None else count.excluded.get(reason, 0)
        dialog = PeopleDialog(self._studio, self.draft(), reason, n, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.contact_wanted.connect(self.contact_wanted)
        dialog.open()


def said(item: Item, seen: Seen) -> str:
    """What an audience is, in a sentence."""
    if item.kind == "list":
        return tr("A list of people who were put on it one by one, or came with a file.")
    try:
        return tr("Everybody for whom: {rule}.", rule=in_words(parse(json.loads(item.rule)), seen.labels))
    except (RuleError, ValueError):
        return tr("This rule cannot be read. Edit it to make it anew.")
