"""Decides how what comes out of an expression is shown: in words, on the phone, and for several people at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.personalise.people import PeopleWalk
from whatsapp_studio.qt.personalise.results import Asked, Person, Result, Worked
from whatsapp_studio.qt.personalise.side_by_side import SideBySide, told
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label, plain_tip
from whatsapp_studio.templates.bubble import Bubble

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SOON_MS = 80


class Outcome(QWidget):
    """The right side of the editor: who it is tried with, and what that person gets. ``person`` tells who it is."""

    person = Signal(object)

    def __init__(
        self, studio: Studio, beside: Mapping[str, Mapping[str, object]], *, bubble: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._asked: Asked | None = None
        self._snippets: Mapping[str, str] = {}
        self._working = Latest(self)
        self.walk = PeopleWalk(studio, beside)
        self.walk.came.connect(self._came)
        self.value = plain_label("strong", wrap=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.mark = IconLabel("circle-alert", "warning")
        self.trouble = plain_label("warning", wrap=True)
        self.phone = BubbleView()
        self.phone.set_dark(theme.is_dark())
        self.phone.set_files(studio.media.path)
        scroll = QScrollArea()
        scroll.setWidget(self.phone)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.together = SideBySide()
        self.together.changed.connect(self._work)
        self.tabs = QTabWidget()
        if bubble:
            self.tabs.addTab(scroll, tr("Message"))
        else:
            scroll.hide()
            scroll.setParent(self)
        self.tabs.addTab(self.together, tr("Side by side"))
        self._said = QFrame()
        self._said.setProperty("role", "card")
        said = QVBoxLayout(self._said)
        said.setContentsMargins(12, 8, 12, 8)
        said.setSpacing(4)
        what = plain_label("caption")
        what.setText(tr("What this person gets"))
        wrong = QHBoxLayout()
        wrong.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self.trouble, 1)
        said.addWidget(what)
        said.addWidget(self.value)
        said.addLayout(wrong)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.walk)
        box.addWidget(self._said)
        box.addWidget(self.tabs, 1)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._work)

    def show_asked(self, asked: Asked, snippets: Mapping[str, str]) -> None:
        """Work this out, a moment later."""
        self._asked, self._snippets = asked, snippets
        self._soon.start()

    def _came(self, person: Person | None) -> None:
        self.together.person_now(person)
        self.person.emit(person)
        self._soon.start()

    def _work(self) -> None:
        asked, snippets, person, others = self._asked, self._snippets, self.walk.person, list(self.together.people)
        if asked is None:
            return

        def work() -> tuple[Result | None, Bubble | None, list[Result]]:
            made = Worked(asked, snippets)
            nobody = Person("", "", {})
            one = made.value(person) if person is not None else None
            return one, made.bubble(person or nobody), [made.value(other) for other in others]

        self._working.ask(work, lambda found: self._show(*found))

    def _show(self, one: Result | None, message: Bubble | None, others: list[Result]) -> None:
        # What is wrong with a value is said below it.
        self.value.setText((one.value if one.problem and one.value else told(one)) if one is not None else "–")
        problem = one.problem if one is not None else None
        words = wording.explain(problem.code, problem.facts) if problem is not None else None
        self.trouble.setText(words.title if words is not None else "")
        self.trouble.setToolTip(plain_tip(words.text) if words is not None else "")
        self.trouble.setAccessibleDescription(words.text if words is not None else "")
        self.trouble.setVisible(problem is not None)
        self.mark.setVisible(problem is not None)
        self.phone.show_bubble(message)
        self.together.show_results(others)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.phone.set_dark(theme.is_dark())
        super().changeEvent(event)
