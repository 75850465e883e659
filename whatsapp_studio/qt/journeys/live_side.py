"""Decides what is said beside the canvas of a journey that runs: how it is, what is wrong, and what happened to it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.words_running import life_meaning, must_be_open, pause_meaning
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Edition, LogLine, Place, Trouble
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.journeys.telling import told_log
from whatsapp_studio.qt.journeys.live_outcome import held_out, outcome
from whatsapp_studio.qt.journeys.live_reading import Snapshot
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label


class Overview(QScrollArea):
    """How it runs. ``go`` carries a step to look at, ``people`` a :class:`Place` whose contacts are wanted,
    ``contact`` one of them."""

    go = Signal(str)
    people = Signal(object)
    contact = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._said: tuple[object, ...] = ()

    def show_snapshot(self, seen: Snapshot, now: datetime) -> None:
        """Say how it stands; what is said already stays as it is."""
        said = (seen.life, seen.edition, seen.troubles, seen.log, seen.goal, held_out(seen), now.date())
        if said == self._said:
            return
        self._said = said
        at = self.verticalScrollBar().value()
        inner = QWidget()
        inner.setProperty("role", "surface")
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 12, 12, 16)
        box.setSpacing(8)
        self._say_life(box, seen)
        brought = list(outcome(seen, self.people.emit))
        if brought:
            box.addSpacing(4)
            box.addWidget(_heading(tr("What it brought")))
            for widget in brought:
                box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        if seen.troubles:
            box.addSpacing(4)
            box.addWidget(_heading(tr("Look at this")))
            for one in seen.troubles:
                box.addWidget(self._trouble(one, seen.journey))
        box.addSpacing(4)
        box.addWidget(_heading(tr("What happened")))
        for line in seen.log:
            box.addWidget(self._log_line(line, seen.journey, now))
        box.addStretch(1)
        self.setWidget(inner)
        self.verticalScrollBar().setValue(at)

    def _say_life(self, box: QVBoxLayout, seen: Snapshot) -> None:
        life = seen.life
        meaning = QLabel(f"{life_meaning(life.state)} {pause_meaning(life.pause)}".strip())
        meaning.setWordWrap(True)
        box.addWidget(meaning)
        for edition in life.editions:
            if edition.inside or edition.open:
                box.addWidget(self._edition(edition), 0, Qt.AlignmentFlag.AlignLeft)
                if edition.open and life.state != "paused":
                    lets_in = QLabel(tr("This version lets contacts in."))
                    lets_in.setWordWrap(True)
                    lets_in.setProperty("role", "caption")
                    box.addWidget(lets_in)
        if life.state == "stopped":
            stopped = Place(plan=life.editions[0].plan, what="ended", port="stopped")
            inside = link_button(tr("Who was inside when it was stopped"), partial(self.people.emit, stopped), "users")
            box.addWidget(inside, 0, Qt.AlignmentFlag.AlignLeft)
        if life.state in ("running", "closed"):
            hint = QLabel(must_be_open())
            hint.setWordWrap(True)
            hint.setProperty("role", "caption")
            box.addWidget(hint)

    def _edition(self, edition: Edition) -> QWidget:
        inside = ntr("{n} inside", "{n} inside", edition.inside)
        text = tr("Version {n} · {inside}", n=edition.publication, inside=inside)
        button = link_button(text, partial(self.people.emit, Place(plan=edition.plan, what="inside")), "users")
        button.setToolTip(tr("Show who is inside this version"))
        button.setEnabled(edition.inside > 0)
        return button

    def _trouble(self, one: Trouble, journey: Journey) -> QWidget:
        card = QFrame()
        card.setProperty("role", "warning-box")
        row = QHBoxLayout(card)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", "warning", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        step = journey.steps.get(one.step)
        title, said = plain_label("strong", wrap=True), plain_label(wrap=True)
        title.setText(title_of(step) if step is not None else tr("The journey"))
        said.setText(trouble_words(one))
        words.addWidget(title)
        words.addWidget(said)
        if step is not None:
            to_step = secondary_button(tr("Show this step"), partial(self.go.emit, one.step))
            words.addWidget(to_step, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return card


    def _log_line(self, line: LogLine, journey: Journey, now: datetime) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 2, 0, 4)
        box.setSpacing(0)
        when = QLabel(day_and_time(line.at, now))
        when.setProperty("role", "caption")
        said = plain_label(wrap=True)
        said.setText(told_log(line.code, line.facts, journey))
        box.addWidget(when)
        box.addWidget(said)
        if line.contact is not None:
            who = link_button(tr("Show this contact"), partial(self.contact.emit, line.contact))
            box.addWidget(who, 0, Qt.AlignmentFlag.AlignLeft)
        return holder


def trouble_words(one: Trouble) -> str:
    """What is wrong, why, and what to do, as one paragraph."""
    facts = dict(one.facts)
    reason = facts.pop("reason", "")
    if reason:
        facts["why"] = wording.explain(str(reason)).title.rstrip(".")
    return wording.explain(one.code, facts).text


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "strong")
    return label


