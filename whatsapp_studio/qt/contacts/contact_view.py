"""Decides the page of one contact: who it is, what is known, what was said and everything that happened."""

from __future__ import annotations

from collections import deque
from functools import partial

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import StudioError, UserError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain, sentence
from whatsapp_studio.qt.contacts.contact_about import About, gather, zone_said
from whatsapp_studio.qt.contacts.contact_cards import BelongsCard, ConsentCard
from whatsapp_studio.qt.contacts.contact_fields import ContactFields
from whatsapp_studio.qt.contacts.contact_head import ContactHead
from whatsapp_studio.qt.contacts.contact_notes import Notes
from whatsapp_studio.qt.contacts.contact_timeline import Timeline
from whatsapp_studio.qt.contacts.field_form import FieldForm
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fitting import with_letters

_LEFT, _MOST, _SOON_MS = 384, 520, 250
_WRONG = {"language-invalid": "language", "country-unknown": "country", "time-zone-invalid": "time_zone"}


class ContactView(QWidget):
    """Opened from the table, left with Escape or Alt+Left. What is asked for is done by the contacts page."""

    closed = Signal()
    navigate = Signal(str, object)
    said = Signal(object, str, str)
    wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._id = 0
        self._asked = 0
        self._about: About | None = None
        self._edits: deque[tuple[int, str, object]] = deque()
        self._saving = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._read_again)
        self.head = ContactHead(self._menu())
        self.fields, self.consent, self.belongs = ContactFields(), ConsentCard(), BelongsCard()
        self.timeline, self.notes = Timeline(studio), Notes(studio)
        self.gone = EmptyState(
            "user-x", tr("This contact no longer exists."), tr("It was deleted or erased."),
            (tr("Back to contacts"), self.closed.emit),
        )  # fmt: skip
        self._build()
        self.head.back.clicked.connect(lambda: self.closed.emit())
        self.head.wanted.connect(self._want)
        self.fields.changed.connect(self._save)
        self.fields.new_wanted.connect(self._new_field)
        self.consent.said.connect(lambda purpose, state: self._about and self.said.emit(self._contact, purpose, state))
        self.consent.history_wanted.connect(self._show_answers)
        self.belongs.navigate.connect(self.navigate)
        self.timeline.navigate.connect(self.navigate)
        self.notes.counted.connect(self._count_notes)
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence("Alt+Left")):
            back = QShortcut(keys, self, self.closed.emit)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, label in (
            ("journeys", tr("Where in journeys?")), ("merge", tr("Merge with another contact…")),
            ("unmerge", tr("Undo the last merge")), ("", ""),
            ("export", tr("Everything held on this person…")), ("erase", tr("Erase this person…")),
            ("delete", tr("Delete this contact")),
        ):  # fmt: skip
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(label, partial(self._want, name))
            action.setObjectName(name)
        return menu

    def _build(self) -> None:
        inner = QWidget()
        left = QVBoxLayout(inner)
        left.setContentsMargins(24, 16, 12, 16)
        left.setSpacing(12)
        for card in (self.consent, self.fields, self.belongs):
            left.addWidget(card)
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        scroll.setFixedWidth(min(with_letters(_LEFT), _MOST) + 36)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.timeline, tr("Timeline"))
        self.tabs.addTab(self.notes, tr("Notes"))
        right = QWidget()
        room = QVBoxLayout(right)
        room.setContentsMargins(12, 12, 24, 16)
        room.addWidget(self.tabs)
        self.body = QWidget()
        across = QHBoxLayout(self.body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(scroll)
        across.addWidget(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget, stretch in ((self.head, 0), (self.body, 1), (self.gone, 1)):
            box.addWidget(widget, stretch)
        self.gone.hide()

    @property
    def contact_id(self) -> int:
        """The contact that is shown; 0 before there is one."""
        return self._id

    @property
    def _contact(self) -> Contact:
        assert self._about is not None
        return self._about.contact

    def show_contact(self, id: int) -> None:
        """Show a contact from the top."""
        if id != self._id:
            self._about = None
            self.tabs.setCurrentIndex(0)
            self.timeline.kinds.setCurrentIndex(0)
        self._id = id
        self.refresh()
        self.timeline.show_contact(id)

    def refresh(self) -> None:
        """Read the contact again."""
        self._asked += 1
        asked, studio, id = self._asked, self._studio, self._id

        def work(_progress: Progress) -> About | None:
            return gather(studio, id)

        Job(self, work).on_done(lambda found: self._show(found) if asked == self._asked else None).run()

    def on_changes(self) -> None:
        """Something about contacts, messages or journeys changed; read anew four times a second at most."""
        if self._id and self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _read_again(self) -> None:
        self.refresh()
        self.timeline.refresh()

    def _show(self, about: About | None) -> None:
        self._about = about
        self.body.setVisible(about is not None)
        self.head.card.setVisible(about is not None)
        self.gone.setVisible(about is None)
        if about is None:
            self.gone.action.setFocus()
            return
        writable = not self._studio.read_only
        now = self._studio.clock.now()
        self.head.show_about(about, now, writable)
        self.fields.show_contact(about.contact, about.fields, zone_said(about, self._studio.clock), writable)
        self.consent.show_about(about, now, writable)
        self.belongs.show_about(about)
        self.notes.show_notes(about.contact.id, about.notes)
        for action in self.head.menu.actions():
            name = action.objectName()
            action.setEnabled(name in ("journeys", "export", "") or writable)
            if name == "unmerge":
                action.setVisible(bool(about.undoable))

    def _want(self, name: str) -> None:
        if self._about is not None:
            self.wanted.emit(name, self._about.undoable if name == "unmerge" else self._contact)

    def _save(self, name: str, value: object) -> None:
        """Keep a value; several are kept one after the other, each on what is there by then."""
        if self._about is not None:
            self._edits.append((self._id, name, value))
            self._save_next()

    def _save_next(self) -> None:
        if self._saving or not self._edits:
            return
        self._saving = True
        studio, (id, name, value) = self._studio, self._edits.popleft()

        def work(_progress: Progress) -> Contact:
            now = studio.contacts.get(id)
            if now is None:
                raise UserError("contact-gone")
            custom = name not in Contact.__struct_fields__
            change = {"fields": {**now.fields, name: value}} if custom else {name: value}
            return studio.contacts.save(msgspec.structs.replace(now, **change))

        def ended(row: str, said: str) -> None:
            self._saving = False
            if id == self._id:
                self.fields.set_error(row, said)
            self._save_next()

        def failed(error: StudioError) -> None:
            why = error.facts.get("why")
            said = explain(str(why), error.facts).text if why else sentence(error)
            ended(_WRONG.get(error.code, name), said)

        Job(self, work).on_done(lambda _saved: ended(name, "")).on_failed(failed).run()

    def _new_field(self) -> None:
        FieldForm(self._studio, None, self).open()

    def _show_answers(self) -> None:
        self.tabs.setCurrentWidget(self.timeline)
        self.timeline.kinds.setCurrentIndex(self.timeline.kinds.findData("consent"))

    def _count_notes(self, n: int) -> None:
        self.tabs.setTabText(1, tr("Notes ({n})", n=number(n)) if n else tr("Notes"))
