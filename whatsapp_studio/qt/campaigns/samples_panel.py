"""Decides how the review shows what will be sent: the messages of five people, as they get them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.templates.bubble import Bubble

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

SHOWN = 5
Sample = tuple[Contact, str, Bubble | None]


class SamplesPanel(QFrame):
    """Real messages below each other; a job works them out."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._reading = Latest(self)
        self.setProperty("role", "side")
        self.title = QLabel(tr("What people get"))
        self.title.setProperty("role", "strong")
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.views: list[BubbleView] = []
        self.names: list[OneLine] = []
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(4)
        for _ in range(SHOWN):
            name, view = OneLine("", "muted"), BubbleView()
            view.set_files(studio.media.path)
            view.set_dark(theme.is_dark())
            self.names.append(name)
            self.views.append(view)
            self._list.addWidget(name)
            self._list.addWidget(view)
            self._list.addSpacing(8)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 8, 16)
        box.setSpacing(8)
        for widget in (self.title, self.said):
            box.addWidget(widget)
        box.addWidget(area, 1)
        self._show([])

    def show_draft(self, draft: Draft, ids: Sequence[int] = ()) -> None:
        """Work out anew what these people get; without any, the first of the audience."""
        if not draft.template:
            self._show([])
            self.said.setText(tr("Choose a template: here you see it as each person gets it."))
            return
        campaigns, contacts = self._studio.campaigns, self._studio.contacts
        compared = draft.experiment.treatments if draft.experiment is not None else ()
        names = {one.key: one.name or one.key.upper() for one in compared}

        def work() -> list[Sample]:
            people = contacts.get_many(ids[:SHOWN]) if ids else campaigns.people(draft, None, SHOWN)
            # Waiting for a winner is no message of its own.
            mine = {one.id: names.get(campaigns.planned_for(draft, one).treatment, "") for one in people if names}
            return [(one, mine.get(one.id, ""), campaigns.preview(draft, one)[0]) for one in people]

        self._reading.ask(work, self._show)

    def _show(self, samples: list[Sample]) -> None:
        self.said.setText(
            ntr("{n} of the messages, as of now", "{n} of the messages, as of now", len(samples))
            if samples else tr("Nobody gets a message yet.")
        )  # fmt: skip
        for at, (name, view) in enumerate(zip(self.names, self.views, strict=True)):
            there = at < len(samples)
            name.setVisible(there)
            view.setVisible(there)
            if there:
                contact, treatment, shown = samples[at]
                who = f"{contact.first_name} {contact.last_name}".strip() or ltr(contact.phone)
                name.setText(tr("{name} · {message}", name=who, message=treatment) if treatment else who)
                view.show_bubble(shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            for view in self.views:
                view.set_dark(theme.is_dark())
        super().changeEvent(event)
