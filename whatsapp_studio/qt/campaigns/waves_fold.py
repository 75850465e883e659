"""Decides how a send in parts is set up: what size each wave has, when it starts, and what becomes of the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.campaigns.waves import cover
from whatsapp_studio.qt.campaigns.coverage import CoverageBar
from whatsapp_studio.qt.campaigns.fold import Fold
from whatsapp_studio.qt.campaigns.moment_edit import WALL, beside, roomy
from whatsapp_studio.qt.campaigns.span_edit import SpanEdit
from whatsapp_studio.qt.campaigns.wave_rows import WaveRows
from whatsapp_studio.qt.campaigns.wave_words import coverage_words, covered, parts_of, summary, wave_starts
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, spin_box, wheel_needs_focus

_HOLD = 10


class WavesFold(Fold):
    """The waves of a draft; ``chosen`` carries the new ``Waves`` or None, ``count_wanted`` asks how many people.

    ``first_time`` says at which wall-clock time the first wave starts.
    """

    chosen = Signal(object)
    count_wanted = Signal()

    def __init__(self, first_time: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Waves"), parent)
        self.first_time = first_time
        self._draft = Draft()
        self._people: int | None = None
        self.on = QCheckBox(tr("Send it in waves, so that you see how the first people take it"))
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("Sizes of the waves"))
        self.unit.addItem(tr("in per cent"), "percent")
        self.unit.addItem(tr("in people"), "people")
        self.starts = QComboBox()
        self.starts.setAccessibleName(tr("Starts of the waves"))
        self.starts.addItem(tr("one after another, every"), False)
        self.starts.addItem(tr("at times that I set"), True)
        self.every = SpanEdit(tr("Time between the waves"))
        self.rows = WaveRows()
        self.more = link_button(tr("Add a wave"), self._add, "plus")
        self.bar = CoverageBar(tr("Who gets it in which wave"))
        self.said = muted("")
        self.hold = QCheckBox(tr("Hold the next wave for me when more of those before failed than"))
        self.percent = spin_box(1, 99, _HOLD)
        self.percent.setSuffix(tr(" %"))
        self.percent.setKeyboardTracking(False)
        self.percent.setAccessibleName(tr("Failures that hold the next wave"))
        self.error = ErrorLine(self.rows)
        roomy(self.unit, self.starts)
        wheel_needs_focus(self.unit, self.starts, self.percent)
        self.inside = QWidget()
        box = QVBoxLayout(self.inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        sizes, starts = QLabel(tr("Sizes")), QLabel(tr("Starts"))
        sizes.setBuddy(self.unit)
        starts.setBuddy(self.starts)
        held = QHBoxLayout()
        held.setSpacing(8)
        held.addWidget(self.hold)
        held.addWidget(self.percent)
        held.addStretch(1)
        box.addWidget(beside(sizes, self.unit, starts, self.starts, self.every))
        box.addWidget(self.rows)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.bar)
        box.addWidget(self.said)
        box.addWidget(self.error)
        box.addLayout(held)
        self.body.addWidget(self.on)
        self.body.addWidget(self.inside)
        self._connect()

    def _connect(self) -> None:
        self.on.toggled.connect(self._switched)
        self.opened.connect(lambda open_now: self.count_wanted.emit() if open_now else None)
        self.unit.activated.connect(self._new_unit)
        self.starts.activated.connect(self._new_starts)
        self.every.edited.connect(lambda minutes: self._change(every_minutes=minutes))
        self.rows.edited.connect(self._edited)
        self.rows.removed.connect(self._remove)
        self.hold.toggled.connect(self._held)
        self.percent.valueChanged.connect(self._held)

    def show_draft(self, draft: Draft) -> None:
        """Mirror a draft; emits nothing."""
        self._draft = draft
        waves = draft.waves
        with QSignalBlocker(self.on):
            self.on.setChecked(waves is not None)
        self.inside.setVisible(waves is not None)
        if waves is not None:
            self._show(waves)
        self.say(summary(draft))

    def show_people(self, people: int | None) -> None:
        """How many people get the message; None while nobody knows."""
        self._people = people
        self.show_draft(self._draft)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong with the waves."""
        self.error.say(problem)

    def _show(self, waves: Waves) -> None:
        with QSignalBlocker(self.unit), QSignalBlocker(self.starts), QSignalBlocker(self.hold):
            self.unit.setCurrentIndex(self.unit.findData(waves.unit))
            self.starts.setCurrentIndex(self.starts.findData(bool(waves.times)))
            self.hold.setChecked(waves.hold_percent is not None)
        with QSignalBlocker(self.percent):
            self.percent.setValue(waves.hold_percent or self.percent.value())
        self.percent.setEnabled(waves.hold_percent is not None)
        self.every.setVisible(not waves.times)
        self.every.show_minutes(waves.every_minutes)
        self.rows.show_waves(waves, covered(waves, self._people), wave_starts(self._draft))
        self.bar.show_parts(parts_of(waves, self._people))
        self.bar.setVisible(self._people is not None)
        self.said.setText(coverage_words(waves, self._people))

    def _switched(self, on: bool) -> None:
        self._take(Waves() if on else None)
        if on and self._people is None:
            self.count_wanted.emit()

    def _take(self, waves: Waves | None) -> None:
        self._draft = msgspec.structs.replace(self._draft, waves=waves)
        self.show_draft(self._draft)
        self.chosen.emit(waves)

    def _change(self, **fields: Any) -> None:
        waves = self._draft.waves
        if waves is not None:
            self._take(msgspec.structs.replace(waves, **fields))

    def _edited(self) -> None:
        waves = self._draft.waves
        if waves is None:
            return
        sizes, times, rest = self.rows.values()
        now = msgspec.structs.replace(waves, sizes=sizes, times=times, rest=rest)
        self._take(msgspec.structs.replace(now, times=self._times(len(sizes), now)) if times else now)

    def _add(self) -> None:
        waves = self._draft.waves
        if waves is None:
            return
        left = 100 - sum(waves.sizes) if waves.unit == "percent" else waves.sizes[-1]
        more: dict[str, Any] = {"sizes": (*waves.sizes, max(1, min(waves.sizes[-1], left)))}
        if waves.times:
            more["times"] = self._times(len(waves.sizes) + 1, waves)
        self._change(**more)
        self.rows.sizes[-1].setFocus()

    def _remove(self, at: int) -> None:
        waves = self._draft.waves
        if waves is None:
            return
        gone = max(0, at - 1)
        times = waves.times[:gone] + waves.times[gone + 1 :]
        self._change(sizes=waves.sizes[:at] + waves.sizes[at + 1 :], times=times)

    def _new_unit(self, _at: int) -> None:
        """Another unit keeps the people where they are known, and takes round numbers where not."""
        waves, unit = self._draft.waves, str(self.unit.currentData())
        if waves is None or unit == waves.unit:
            return
        if self._people:
            people = self._people
            kept = cover(waves, people).sizes[: len(waves.sizes)]
            sizes = kept if unit == "people" else [max(1, round(100 * n / people)) for n in kept]
        else:
            sizes = [one * 10 if unit == "people" else min(one, 10) for one in waves.sizes]
        self._change(unit=unit, sizes=tuple(max(1, one) for one in sizes))

    def _new_starts(self, _at: int) -> None:
        waves = self._draft.waves
        if waves is not None:
            own = bool(self.starts.currentData())
            self._change(times=self._times(len(waves.sizes), waves) if own else ())

    def _times(self, waves_wanted: int, waves: Waves) -> tuple[str, ...]:
        """A time for each wave after the first, the rest too: those there are, then one span after another."""
        wanted = waves_wanted - 1 + (waves.rest == "wave")
        times = list(waves.times[:wanted])
        last = datetime.fromisoformat(times[-1] if times else self.first_time())
        while len(times) < wanted:
            last += timedelta(minutes=waves.every_minutes)
            times.append(last.strftime(WALL))
        return tuple(times)

    def _held(self, *_what: object) -> None:
        self._change(hold_percent=self.percent.value() if self.hold.isChecked() else None)
