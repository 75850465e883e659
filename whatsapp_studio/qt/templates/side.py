"""Decides what is shown of the chosen template beside the grid: the phone, its sample values and its facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.qt.templates.actions import Known, TemplateActions, read
from whatsapp_studio.qt.templates.facets import value_word, values_of
from whatsapp_studio.qt.templates.figures_card import FiguresCard
from whatsapp_studio.qt.templates.samples import SampleForm
from whatsapp_studio.qt.templates.side_cards import PastOf, UsedBy, since
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.buttons import follow, icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.unsupported import unsupported_words

WIDTH = 328
LARGE = 1.3
_NOTE_KINDS = {"REJECTED": "error", "DISABLED": "error", "PENDING": "info", "IN_APPEAL": "info"}


class SidePanel(QFrame):
    """One template in one of its languages, and what can be done with it.

    ``phone_changed`` tells that its phone looks different now.
    """

    phone_changed = Signal()

    def __init__(self, studio: Studio, actions: TemplateActions, shown_in: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._actions = studio, actions
        self._shown_in = shown_in
        self._reading = Latest(self)
        self._known_of: Template | None = None
        self._variants: Sequence[Template] = ()
        self._template: Template | None = None
        self._language = ""
        self._offered: list[tuple[str, str]] = []
        self.setProperty("role", "side")
        self.setFixedWidth(WIDTH)
        self.name = QLabel()
        self.name.setProperty("role", "subtitle")
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = StatusBadge()
        self.notes: list[Banner] = []
        self._notes = QVBoxLayout()
        self.languages = QButtonGroup(self)
        self._language_row = QWidget()
        self._language_flow = FlowLayout(self._language_row, 6)
        self.bubble = BubbleView()
        self.bubble.set_files(studio.media.path)
        self.dark = icon_button("moon", tr("Dark phone"))
        self.large = icon_button("smartphone", tr("Large text on the phone"))
        self.large.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.large.setText("A+")
        self.samples = SampleForm()
        self.use, self.edit = secondary_button(tr("Use")), secondary_button(tr("Edit"))
        self.more = icon_button("ellipsis", tr("More to do with this template"))
        self.since = muted("")
        self.used, self.past, self.figures = UsedBy(), PastOf(), FiguresCard(studio)
        self.figures.changed.connect(self.refresh)
        self.used.wanted.connect(actions.wanted)
        actions.values = self.samples.values
        self._facts = QFormLayout()
        self._build()

    def _build(self) -> None:
        for button in (self.dark, self.large):
            button.setCheckable(True)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._facts.setHorizontalSpacing(16)
        phone = QHBoxLayout()
        said = QLabel(tr("As people see it"))
        said.setProperty("role", "strong")
        phone.addWidget(said, 1)
        phone.addWidget(self.dark)
        phone.addWidget(self.large)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.name, self.status, self.since, self._language_row):
            box.addWidget(widget)
        box.addLayout(self._deeds())
        box.addLayout(self._notes)
        box.addLayout(phone)
        box.addWidget(self.bubble)
        box.addSpacing(4)
        box.addWidget(self.samples)
        box.addSpacing(4)
        box.addLayout(self._facts)
        box.addWidget(self.used)
        box.addWidget(self.figures)
        box.addWidget(self.past)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What is read later makes it longer, and must not make the phone narrower.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.dark.toggled.connect(self._phone)
        self.large.toggled.connect(self._phone)
        self.samples.changed.connect(self._draw)

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, action in ((self.use, self._actions.use), (self.edit, self._actions.edit)):
            follow(button, action)
            row.addWidget(button)
        row.addStretch(1)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("role", "menu")
        menu = QMenu(self.more)
        menu.setToolTipsVisible(True)
        for action_or_line in self._actions.all():
            menu.addAction(action_or_line) if action_or_line else menu.addSeparator()
        self.more.setMenu(menu)
        row.addWidget(self.more)
        return row

    def refresh(self) -> None:
        """Read again who uses the template and what happened to it."""
        self._known_of = None
        if self._template is not None:
            self._look(self._template)

    def _look(self, template: Template) -> None:
        if template == self._known_of:
            return
        self._actions.look_at(template, self._variants)
        studio = self._studio
        self._reading.ask(lambda: read(studio, template), lambda known: self._know(template, known))

    def _know(self, template: Template, known: Known) -> None:
        if template is not self._template:
            return
        self._known_of = template
        self._actions.look_at(template, self._variants, known)
        now = self._studio.clock.now()
        self.used.show_uses(known.uses)
        self.figures.show_figures(template, known.figures)
        self.past.show_past(known.past, now)
        self.since.setText(since(known.past, now))
        self.since.setVisible(bool(self.since.text()))
        why = self._actions.why_not_edit()
        self.edit.setToolTip(why)
        self.edit.setAccessibleDescription(why)

    @property
    def template(self) -> Template | None:
        """The template and language that is shown."""
        return self._template

    def show_phone(self, dark: bool, large: bool) -> None:
        """The look of the phone from now on."""
        self.dark.setChecked(dark)
        self.large.setChecked(large)

    def show_template(self, variants: Sequence[Template], preferred: str = "") -> None:
        """Show a template; in the language looked at last if it has it, else in ``preferred``, else in its first."""
        self._variants = variants
        there = {one.language: one for one in variants}
        wanted = next((one for one in (self._language, preferred) if one in there), variants[0].language)
        self._show_languages(wanted)
        self._show(there[wanted])

    def _show_languages(self, chosen: str) -> None:
        offered = [(one.language, one.status) for one in self._variants]
        if offered == self._offered:
            for button in self.languages.buttons():
                with QSignalBlocker(button):
                    button.setChecked(button.text() == chosen)
            return
        self._offered = offered
        for button in self.languages.buttons():
            self.languages.removeButton(button)
            self._language_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for one in self._variants:
            button = QPushButton(one.language)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(one.language == chosen)
            name = language_name(one.language, self._shown_in)
            said = tr("{language}: {state}", language=name, state=wording.state_word(one.status))
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.toggled.connect(lambda on, one=one: self._choose(one) if on else None)
            self.languages.addButton(button)
            self._language_flow.addWidget(button)

    def _choose(self, template: Template) -> None:
        self._language = template.language
        self._show(template)

    def _show(self, template: Template) -> None:
        self._template = template
        # Names have no spaces to break at; a long one would push the panel's other texts out of sight.
        self.name.ensurePolished()
        room = WIDTH - 2 * 16 - 8
        self.name.setText(self.name.fontMetrics().elidedText(template.name, Qt.TextElideMode.ElideMiddle, room))
        self.name.setToolTip(template.name)
        self.name.setAccessibleName(template.name)
        words = wording.template_status(template.status)
        self.status.set_state(template.status)
        self.status.setToolTip(words.text)
        self._show_notes(template)
        self.samples.show_template(template)
        self._draw()
        self._look(template)
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for label, value in (
            (tr("Category"), wording.state_word(template.category) if template.category else ""),
            (tr("Quality"), value_word("quality", template.quality, self._shown_in)),
            (tr("Language"), language_name(template.language, self._shown_in)),
            (tr("Header"), value_word("header", values_of(template, "header")[0], self._shown_in)),
            (tr("Number at Meta"), template.meta_id),
        ):
            if value:
                key, text = QLabel(label), QLabel(value)
                key.setProperty("role", "muted")
                text.setWordWrap(True)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._facts.addRow(key, text)

    def _show_notes(self, template: Template) -> None:
        for old in self.notes:
            self._notes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.notes = [Banner(kind, text) for kind, text in notes(template)]
        for note in self.notes:
            self._notes.addWidget(note)

    def _draw(self) -> None:
        if self._template is not None:
            now = self._studio.clock.now()
            self.bubble.show_bubble(bubble(self._template, self.samples.values(), now=now))

    def _phone(self) -> None:
        self.bubble.set_dark(self.dark.isChecked())
        self.bubble.set_text_scale(LARGE if self.large.isChecked() else 1.0)
        self.phone_changed.emit()


def notes(template: Template) -> list[tuple[str, str]]:
    """What keeps a template from being sent from here, as (kind, words); nothing where nothing does."""
    found: list[tuple[str, str]] = []
    if template.status != "APPROVED":
        words = wording.template_status(template.status)
        if template.status == "REJECTED" and template.rejected_reason:
            words = wording.rejection(template.rejected_reason)
        found.append((_NOTE_KINDS.get(template.status, "warning"), words.text))
    if template.unsupported:
        parts = unsupported_words(template.unsupported)
        found.append(("warning", tr("It can be looked at, but not sent from here: it has {parts}.", parts=parts)))
    return found
