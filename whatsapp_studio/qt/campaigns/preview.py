"""Decides how a message is shown for real people: one after another, or at once the longest of all."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.proofing import ProofDialog
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.services.proofing import ProofMessage
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SOON_MS = 120
_CHUNK = 500


class PreviewPanel(QFrame):
    """A phone bubble with a walk through the audience under it. ``wanted`` asks for another page."""

    wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self._draft = Draft()
        self._ids: array[int] = array("q")
        self._of: object = None
        self._at = 0
        self._reading = Latest(self)
        self.setProperty("role", "side")
        self.setMinimumWidth(300)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        self.title = QLabel(tr("Preview"))
        self.title.setProperty("role", "strong")
        self.bubble = BubbleView()
        self.bubble.set_dark(theme.is_dark())
        self.bubble.set_files(studio.media.path)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.bubble)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = QLabel(tr("Choose a template: here you see it as each person gets it."))
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        self.hint.hide()
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("role", "warning")
        self.who = OneLine("", "muted")
        self.who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.previous = _arrow("chevron-left", tr("Previous person"))
        self.next = _arrow("chevron-right", tr("Next person"))
        self.longest = link_button(tr("Longest value"))
        self.longest.setToolTip(tr("Jump to the person whose message becomes the longest"))
        self._walk = QWidget()
        row = QHBoxLayout(self._walk)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.previous)
        row.addWidget(self.who, 1)
        row.addWidget(self.next)
        box.addWidget(self.title)
        box.addWidget(self.hint)
        box.addWidget(scroll, 1)
        box.addWidget(self.trouble)
        box.addWidget(self._walk)
        box.addWidget(self.longest, 0, Qt.AlignmentFlag.AlignCenter)
        self.test = link_button(tr("Send a test…"), lambda: self.send_test(self._draft))
        box.addWidget(self.test, 0, Qt.AlignmentFlag.AlignCenter)
        self.previous.clicked.connect(lambda: self.walk(-1))
        self.next.clicked.connect(lambda: self.walk(1))
        self.longest.clicked.connect(self.find_longest)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._render)
        self._set_walking(False)

    def show_template(self, template: Template) -> None:
        """Show a template by itself, with the examples it was made with."""
        self.title.setText(template.name)
        self.hint.hide()
        self.bubble.show_bubble(bubble(template, sample_values(template), now=self.studio.clock.now()))
        self.trouble.hide()
        self._set_walking(False)

    def show_draft(self, draft: Draft) -> None:
        """Show what people of the draft's audience get; drawn a moment after the last change."""
        self._draft = draft
        self.title.setText(tr("Preview"))
        if not draft.template:
            self.bubble.show_bubble(None)
            self._set_walking(False)
            self.trouble.hide()
            self.hint.show()
            return
        self.hint.hide()
        wanted = draft.audience
        if self._of != wanted:
            self._of = wanted
            self._read_ids(draft)
        self._soon.start()

    def contacts_changed(self) -> None:
        """Other people may be in the audience now."""
        self._of = None
        if self.isVisible():
            self.show_draft(self._draft)

    @property
    def contact_id(self) -> int | None:
        """Who is shown now."""
        return self._ids[self._at] if self._ids else None

    def walk(self, by: int) -> None:
        """Go to the next or the previous person; after the last comes the first."""
        if self._ids:
            self._at = (self._at + by) % len(self._ids)
            self._render()

    def send_test(self, draft: Draft) -> None:
        """Try the message of a draft for real on test contacts, each in his or her language."""
        campaigns = self.studio.campaigns

        def compose(contact: Contact) -> ProofMessage | Problem:
            template = campaigns.version_for(draft, contact)
            if template is None:
                return Problem("template-gone", "template", {"template": draft.template, "language": draft.language})
            fill = campaigns.fill(draft, template)
            if fill is None:
                return Problem("mapping-unfinished", "mapping")
            filled = fill(contact.values())
            if isinstance(filled, Problem):
                return filled
            return ProofMessage(contact=contact, template=template, values=filled)

        dialog = ProofDialog(self.studio, compose, draft.sender, self)
        dialog.wanted.connect(self.wanted)
        dialog.open()

    def find_longest(self) -> None:
        """Jump to the person whose values are the longest together."""
        draft = self._draft
        template = self.studio.templates.get(draft.template, draft.language)
        if template is None:
            return
        ids, contacts = self._ids, self.studio.contacts
        fill = self.studio.campaigns.fill(draft, template)
        if fill is None:
            return
        self.longest.setEnabled(False)
        self.longest.setText(tr("Looking…"))

        def work(progress: Progress) -> int:
            best, best_at = -1, 0
            for start in range(0, len(ids), _CHUNK):
                if progress.cancelled():
                    raise Cancelled
                chunk = ids[start : start + _CHUNK]
                place = {id: start + n for n, id in enumerate(chunk)}
                for contact in contacts.get_many(chunk):
                    filled = fill(contact.values())
                    length = sum(map(len, filled.values())) if isinstance(filled, dict) else -1
                    if length > best:
                        best, best_at = length, place[contact.id]
            return best_at

        Job(self, work).on_done(self._found_longest).on_failed(lambda _error: self._found_longest(self._at)).run()

    def _found_longest(self, at: int) -> None:
        self.longest.setEnabled(True)
        self.longest.setText(tr("Longest value"))
        if at < len(self._ids):
            self._at = at
            self._render()

    def _read_ids(self, draft: Draft) -> None:
        campaigns, wanted = self.studio.campaigns, draft.audience

        def done(ids: array[int]) -> None:
            if self._of == wanted:
                self._ids, self._at = ids, 0
                self._render()

        self._reading.ask(lambda: campaigns.audience(draft), done)

    def _render(self) -> None:
        draft = self._draft
        template = self.studio.templates.get(draft.template, draft.language) if draft.template else None
        if template is None:
            return
        contact = self.studio.contacts.get(self._ids[self._at]) if self._ids else None
        if contact is None:
            self.show_template(template)
            return
        shown, problem = self.studio.campaigns.preview(draft, contact)
        self.bubble.show_bubble(shown)
        words = _trouble(problem) if problem is not None else ""
        self.trouble.setVisible(bool(words))
        self.trouble.setText(words)
        self.who.setText(
            tr("{name} · {at} of {all}", name=_name(contact), at=number(self._at + 1), all=number(len(self._ids)))
        )
        self._set_walking(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.bubble.set_dark(theme.is_dark())
        super().changeEvent(event)

    def _set_walking(self, walking: bool) -> None:
        self._walk.setVisible(walking)
        self.longest.setVisible(walking and bool(self._draft.mapping))
        self.test.setVisible(walking)
        self.test.setEnabled(not self.studio.read_only)


def _trouble(problem: Problem) -> str:
    if problem.code in wording.EXCLUSIONS and not problem.where:
        return tr("Left out: {reason}.", reason=wording.exclusion(problem.code))
    # What is wrong with the mapping itself is told at its field; here only what this person's values do to it.
    return wording.sentence(problem) if problem.code.startswith("value-") else ""


def _name(contact: Contact) -> str:
    return f"{contact.first_name} {contact.last_name}".strip() or contact.phone


def _arrow(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, "text"))
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setMinimumSize(32, 32)
    return button
