"""Decides how one contact is followed through a journey: step by step, with a reason for each; nothing is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.words_walk import end_words, reason_words
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.asking import Answer
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.drawn import Answers, drawn
from whatsapp_studio.journeys.duration import span
from whatsapp_studio.journeys.running import setup
from whatsapp_studio.journeys.table import kind_of, title_of
from whatsapp_studio.journeys.walk import Passed, Walk, follow, key
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.follow_ask import Question, told
from whatsapp_studio.qt.journeys.follow_list import Entry, WayList
from whatsapp_studio.qt.journeys.follow_who import FollowContext, Who
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.one_line import OneLine

# How long each step is shown while the way is played.
PLAY_MS = 900
_SOON_MS = 120
_LEADING = Qt.AlignmentFlag.AlignLeading


class FollowPanel(QFrame):
    """Beside the canvas. ``path`` carries the steps and links so far (empty: none), ``stands`` where the contact is.

    ``closed`` says that it is not wanted any more, ``real_wanted`` that a test with real messages is. The way follows
    every edit of the journey. With ``assumed`` the contact does what a rehearsal assumed of it; without it a person
    is asked.
    """

    path = Signal(object, object)
    stands = Signal(str)
    closed = Signal()
    real_wanted = Signal()

    def __init__(self, document: JourneyDocument, context: FollowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._answers: dict[str, Answer] = {}
        self.assumed: Assumptions | None = None
        # The way, and the journey it leads through.
        self._walk: Walk | None = None
        self._journey = document.journey
        self._at = 0
        self.setProperty("role", "surface")
        self.who, self.way, self.question = Who(context), WayList(), Question()
        self.end = QLabel()
        self.end.setWordWrap(True)
        self.end.setProperty("role", "strong")
        self.back_button = icon_button("skip-back", tr("One step back"), lambda: self.step(-1))
        self.next_button = icon_button("skip-forward", tr("One step on"), lambda: self.step(1))
        self.play_button = icon_button("play", tr("Play"), self.play)
        self.again_button = icon_button("rotate-ccw", tr("Start over"), self.start_over)
        self._playing = QTimer(self, interval=PLAY_MS)
        self._playing.timeout.connect(self._play_on)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look_again)
        self._lay_out()
        self.setFocusProxy(self.next_button)
        self.who.changed.connect(self.start_over)
        self.question.answered.connect(self.answer)
        self.way.currentRowChanged.connect(self._go)
        document.changed.connect(lambda _: self._soon.start())
        document.checked.connect(self._soon.start)

    def _lay_out(self) -> None:
        title = OneLine(tr("Follow one contact"), "subtitle")
        safe = OneLine(tr("A simulation: nothing is sent."), "caption")
        top = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(title)
        names.addWidget(safe)
        self.real_button = link_button(tr("Test with real messages…"), self.real_wanted.emit)
        names.addWidget(self.real_button, 0, _LEADING)
        top.addLayout(names, 1)
        self.close_button = icon_button("x", tr("Close"), self.closed.emit)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.back_button, self.play_button, self.next_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self.who)
        box.addWidget(self.way, 1)
        box.addWidget(self.end)
        box.addWidget(self.question)
        box.addLayout(buttons)

    # -- coming and going ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.who.look_for("")
        self.start_over()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._playing.stop()
        self.path.emit((), ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # -- the way -------------------------------------------------------------------------------------

    def start_over(self) -> None:
        """Begin at the entry, without any answers."""
        self._answers, self._at = {}, 0
        self._look_again()

    def answer(self, answer: Answer) -> None:
        """Say what happens at the step the contact is at, and go on; what was said of later steps stays."""
        here = self.here
        if here is not None and here.ask is not None:
            self._answers[key(here.ask.step, here.ask.visit)] = answer
            self._look_again()
            self.step(1)
            self._keep_focus()

    @property
    def here(self) -> Passed | None:
        """The step the contact is at now."""
        walk = self._walk
        return walk.steps[self._at] if walk is not None and self._at < len(walk.steps) else None

    def step(self, by: int) -> None:
        """Go forward or back as far as the way is known."""
        if self._walk is not None:
            self._go(max(0, min(self._at + by, len(self._walk.steps) - 1)))

    def play(self) -> None:
        """Go on by itself until something has to be answered; once more, and it stops."""
        if self._playing.isActive():
            self._stop()
        elif not self._last:
            self._playing.start()
            self._tell()

    def _play_on(self) -> None:
        self.step(1)
        if self._last:
            self._stop()

    def _stop(self) -> None:
        self._playing.stop()
        self._tell()

    @property
    def _last(self) -> bool:
        return self._walk is None or self._at >= len(self._walk.steps) - 1

    def _go(self, at: int) -> None:
        if at >= 0:
            focused = QApplication.focusWidget()
            mine = focused is not None and self.isAncestorOf(focused)
            self._at = at
            self._tell()
            if mine and not self.next_button.isEnabled():
                self._keep_focus()

    def _keep_focus(self) -> None:
        """Whoever goes by keyboard is led to what can be done next."""
        if self.question.isVisible():
            self.question.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            button = self.next_button if self.next_button.isEnabled() else self.again_button
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_again(self) -> None:
        """The journey, the contact or an answer is another one."""
        self._soon.stop()
        if not self.isVisible():
            return
        journey, around = self._document.journey, self._document.surroundings
        self._journey = journey
        self.who.show_journey(journey, around)
        entry, came = self.who.way

        def walk(answers: Answers) -> Walk:
            return follow(
                journey, self.who.walker.person, start=self.who.moment(), answers=answers, around=around,
                entry=entry, came=came, event=self.who.brought,
            )  # fmt: skip

        if self.assumed is None:
            self._walk = walk(self._answers)
        else:
            number = self.who.walker.person.number
            self._walk, answers = drawn(setup(journey, around), self.assumed, number, walk, self._answers)
            self._answers = dict(answers)
        self._at = max(0, min(self._at, len(self._walk.steps) - 1))
        self._tell()

    # -- what is shown -------------------------------------------------------------------------------

    def _tell(self) -> None:
        walk, here = self._walk, self.here
        if walk is None:
            return
        passed = walk.steps[: self._at + 1]
        self.way.show_way([self._entry(one) for one in passed], self._at if passed else -1)
        self._tell_end(walk)
        self._tell_question(here)
        self.back_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(not self._last)
        playing = self._playing.isActive()
        self.play_button.setEnabled(playing or not self._last)
        self.play_button.setIcon(icon("pause" if playing else "play"))
        self.play_button.setToolTip(tr("Pause") if playing else tr("Play"))
        self.play_button.setAccessibleName(self.play_button.toolTip())
        self.path.emit(tuple(one.step for one in passed), walk.links[: self._at])
        if here is not None:
            self.stands.emit(here.step)

    def _tell_end(self, walk: Walk) -> None:
        over = self._last and bool(walk.end)
        self.end.setVisible(over)
        if over:
            said = end_words(walk.end, walk.facts)
            self.end.setText(f"{said} {self._took(walk)}".strip())

    def _took(self, walk: Walk) -> str:
        stay = walk.steps[-1].left - walk.steps[0].at if walk.steps else timedelta(0)
        minutes = round(stay.total_seconds() / 60)
        return tr("It took {span}.", span=span(minutes)) if minutes else ""

    def _tell_question(self, here: Passed | None) -> None:
        asks = here is not None and here.ask is not None
        self.question.setVisible(asks)
        if here is not None and here.ask is not None:
            step = self._journey.steps[here.step]
            known = self._answers.get(key(here.ask.step, here.ask.visit))
            self.question.ask(here.ask, self.who.walker.first_name, title_of(step), known)

    def _entry(self, passed: Passed) -> Entry:
        step = self._journey.steps[passed.step]
        kind = kind_of(step)
        reasons = [reason_words(code, self._said(facts)) for code, facts in passed.reasons]
        if passed.ask is not None and (answer := self._answers.get(key(passed.step, passed.ask.visit))) is not None:
            reasons.append(told(answer))
        return Entry(kind.icon, f"n_{kind.tone}", title_of(step), self._moment(passed.at), " ".join(reasons))

    def _said(self, facts: Mapping[str, object]) -> dict[str, object]:
        return {
            name: self._moment(value) if isinstance(value, datetime) else value for name, value in facts.items()
        }

    def _moment(self, at: datetime) -> str:
        """A moment on the journey's clock, or on the one it was given with."""
        zone = setup(self._journey, self._document.surroundings).zone
        return phrases.moment(at.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes"))
