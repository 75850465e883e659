"""Decides how a message step is looked at: as the phone of one contact after another shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.snippets import with_texts
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.forms.editor import as_text
from whatsapp_studio.qt.forms.plain import slim_combo
from whatsapp_studio.qt.inspector.check_step import check_step
from whatsapp_studio.qt.inspector.compose import SENDS, Shown, compose, filler_of, languages_of, rendered, template_of
from whatsapp_studio.qt.inspector.outlook import InspectorContext, StudioContext
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.bubble import plain_text

_SOON_MS = 120
_CHUNK = 500


class PreviewTab(QWidget):
    """The bubble with a walk through the contacts below it. ``wanted`` asks for another page."""

    wanted = Signal(str, object)

    def __init__(self, document: JourneyDocument, context: InspectorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._context = document, context
        self._step: Step | None = None
        self._ids: Sequence[int] | None = None
        self._at = 0
        self._reading, self._drawing = Latest(self), Latest(self)
        self._dark = theme.is_dark()
        self._looking: Job[int] | None = None
        self.hint = muted("")
        self.bubble = BubbleView()
        if isinstance(context, StudioContext):
            self.bubble.set_files(context.studio.media.path)
        self.trouble = plain_label("warning", wrap=True)
        self.who = plain_label("muted", wrap=True)
        self.who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.previous = icon_button("chevron-left", tr("Previous contact"), lambda: self.walk(-1))
        self.next = icon_button("chevron-right", tr("Next contact"), lambda: self.walk(1))
        self.longest = link_button(tr("Longest value"), self.find_longest)
        self.longest.setToolTip(tr("Jump to the contact whose message becomes the longest"))
        self.everybody = link_button(tr("Check everybody…"), self.check_everybody)
        self.everybody.setToolTip(tr("Work out everybody's message, and see what is wrong in any of them"))
        self.look = icon_button("moon", tr("Dark phone"), self._other_look)
        self.look.setIconSize(QSize(18, 18))
        self.text = muted("")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.as_text = link_button(tr("Show as text"), self._toggle_text)
        self.language = slim_combo(tr("Translation"))
        self.language.activated.connect(lambda _row: self._render())
        self._walk = QWidget()
        row = QHBoxLayout(self._walk)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.previous)
        row.addWidget(self.who, 1)
        row.addWidget(self.next)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.look)
        tools.addStretch(1)
        tools.addWidget(self.longest)
        tools.addWidget(self.as_text)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.language, self.hint, self.bubble, self.trouble, self._walk, self._tools, self.text):
            box.addWidget(widget)
        box.addWidget(self.everybody, 0, Qt.AlignmentFlag.AlignRight)
        box.addStretch(1)
        self.text.hide()
        self.trouble.hide()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._render)
        self._paint_look()

    def show_step(self, step: Step | None) -> None:
        """Look at a step; drawn a moment later, and only while somebody looks."""
        before, self._step = self._step, step if step is not None and step.kind in SENDS else None
        if before is not None and (step is None or before.id != step.id):
            self.bubble.show_bubble(None)
            self.text.setText("")
        is_message = self._step is not None
        self._offer_languages()
        for widget in (self.bubble, self._tools):
            widget.setVisible(is_message)
        self.hint.setVisible(not is_message)
        self.everybody.setVisible(isinstance(self._context, StudioContext) and _sends_template(self._step))
        if not is_message:
            self.hint.setText(tr("Select a step that sends a message: here you see it as each contact gets it."))
            self._walk.hide()
            self.trouble.hide()
            self.text.hide()
        elif self.isVisible():
            self._soon.start()

    def _offer_languages(self) -> None:
        known = languages_of(self._step) if self._step is not None else ()
        kept = self.language.currentData()
        if [self.language.itemData(n) for n in range(self.language.count())] != list(known):
            self.language.clear()
            for one in known:
                self.language.addItem(tr("Translation: {language}", language=one), one)
            self.language.setCurrentIndex(max(0, self.language.findData(kept)))
        self.language.setVisible(len(known) > 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ids is None:
            self.read_contacts()
        if self._step is not None:
            self._render()

    def read_contacts(self) -> None:
        """Other people may be here now."""
        self._reading.ask(self._context.contact_ids, self._have_ids)

    def _have_ids(self, ids: Sequence[int]) -> None:
        self._ids = ids
        self._at = min(self._at, max(0, len(ids) - 1))
        if self._step is not None:
            self._render()

    def walk(self, by: int) -> None:
        """Go to the next or the previous contact; after the last comes the first."""
        if self._ids:
            self._at = (self._at + by) % len(self._ids)
            self._render()

    def _render(self) -> None:
        step, templates, context = self._step, self._document.surroundings.templates, self._context
        if step is None:
            return
        language = self.language.currentData() or ""
        ids = self._ids[self._at : self._at + 1] if self._ids else ()

        step = with_texts(step, self._document.surroundings.snippets)

        def work() -> tuple[Contact | None, Shown]:
            found = context.contacts(ids) if len(ids) else ()
            contact = found[0] if found else None
            return contact, compose(step, templates, contact, language)

        self._drawing.ask(work, lambda made: self._show(step, *made))

    def _show(self, step: Step, contact: Contact | None, shown: Shown) -> None:
        if self._step is None or self._step.id != step.id:
            return
        self.bubble.show_bubble(shown.bubble)
        self.text.setText(plain_text(shown.bubble) if shown.bubble is not None else "")
        self.hint.setVisible(shown.bubble is None)
        if shown.bubble is None:
            self.hint.setText(
                tr("The template is not in this workspace: fetch the templates to see it.")
                if languages_of(step)
                else tr("Choose a template: here you see it as each contact gets it.")
                if step.kind == "send_template"
                else tr("Write something: here you see it as each contact gets it.")
            )
        words = wording.sentence(shown.problem) if shown.problem is not None else ""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        many = len(self._ids) if self._ids is not None else 0
        self._walk.setVisible(contact is not None and shown.bubble is not None)
        self.longest.setVisible(many > 1)
        if contact is not None:
            self.who.setText(
                tr("{name} · {at} of {all}", name=_name(contact), at=number(self._at + 1), all=number(many))
            )

    def find_longest(self) -> None:
        """Jump to the contact whose values are the longest together."""
        step, ids, context = self._step, self._ids, self._context
        if step is None or not ids or (self._looking is not None and self._looking.running):
            return
        step = with_texts(step, self._document.surroundings.snippets)
        measure = _measure(step, self._document, self.language.currentData() or "")
        self.longest.setEnabled(False)
        self.longest.setText(tr("Looking…"))

        def work(progress: Progress) -> int:
            best, best_at = -1, 0
            for start in range(0, len(ids), _CHUNK):
                if progress.cancelled():
                    raise Cancelled
                chunk = ids[start : start + _CHUNK]
                place = {id: start + n for n, id in enumerate(chunk)}
                for contact in context.contacts(chunk):
                    length = measure(contact)
                    if length > best:
                        best, best_at = length, place[contact.id]
            return best_at

        self._looking = Job(self, work).on_done(self._found).on_failed(lambda _error: self._found(self._at)).run()

    def _found(self, at: int) -> None:
        self.longest.setEnabled(True)
        self.longest.setText(tr("Longest value"))
        self._at = at
        self._render()

    def check_everybody(self) -> None:
        """Open the window that checks the message for everybody the journey may take in; repairs can be undone."""
        step, context = self._step, self._context
        if step is None or not isinstance(context, StudioContext):
            return
        window = check_step(context.studio, self._document, step.id, self)
        window.wanted.connect(self.wanted)
        window.open()

    def _toggle_text(self) -> None:
        self.text.setVisible(self.text.isHidden())
        self.as_text.setText(tr("Show as text") if self.text.isHidden() else tr("Hide text"))

    def _other_look(self) -> None:
        self._dark = not self._dark
        self._paint_look()

    def _paint_look(self) -> None:
        self.bubble.set_dark(self._dark)
        words = tr("Light phone") if self._dark else tr("Dark phone")
        fresh = icon_button("sun" if self._dark else "moon", words)
        self.look.setIcon(fresh.icon())
        self.look.setToolTip(words)
        self.look.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dark = theme.is_dark()
            self._paint_look()
        super().changeEvent(event)


def _sends_template(step: Step | None) -> bool:
    return step is not None and step.kind == "send_template"


def _measure(step: Step, document: JourneyDocument, language: str) -> Callable[[Contact], int]:
    """How long a message becomes for a contact, as a function that may run anywhere."""
    if step.kind == "send_template":
        template = template_of(step, document.surroundings.templates, language)
        if template is None:
            return lambda contact: 0
        filler = filler_of(step, template)
        return lambda contact: sum(map(len, filler.partly(contact.values()).values()))
    text = as_text(step.fields.get("text"))
    return lambda contact: len(rendered(text, contact.values()))


def _name(contact: Contact) -> str:
    return f"{contact.first_name} {contact.last_name}".strip() or contact.phone
