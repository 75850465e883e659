"""Decides for columns of contacts whether each may be written to, now or later, and what becomes of the message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.audience.quiet import until
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.asking import Ask, ask_for
from whatsapp_studio.journeys.columns.asking import asks
from whatsapp_studio.journeys.columns.moments import quiet_until
from whatsapp_studio.journeys.columns.once import Once, reads
from whatsapp_studio.journeys.columns.wave import Arrive, Group, Wave
from whatsapp_studio.journeys.columns.zones import DAY_MS, MINUTE_MS, NEVER, Whole, Zone, moment, ms_of
from whatsapp_studio.journeys.flow import clock_of, rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.late import preset, quiet_hours
from whatsapp_studio.journeys.meaning import arrive as meant
from whatsapp_studio.journeys.meaning_send import filler_of
from whatsapp_studio.journeys.running import Setup, replace
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.plan import Plan


class Written(NamedTuple):
    """What the engine says to contacts who are alike: an output by which they leave, or what is sent to them.

    ``filler`` fills the template for each; without one all is said.
    """

    port: str
    template: Template | None = None
    asked: Ask | None = None
    filler: Filler | None = None


class Send:
    """One message step."""

    def __init__(self, plan: Plan, step: Step) -> None:
        self._plan, self._step = plan, step
        begin, end = (clock_of(one) for one in quiet_hours(plan.setup))
        self._quiet = (begin, end) if begin is not None and end is not None and begin != end else None
        self._preset = preset(plan.setup)
        self._preset_over: dict[tuple[int, int], int] = {}
        self._setup = _never_quiet(plan.setup)
        self._languages = [asks(plan.shared, row.get("rule")) for row in rows(value(step, "languages"))]
        self._fields = reads(self._sources())
        # A template is chosen by rules, and then filled; a free message goes by its text alone.
        self._alike = Once(self._fields if step.kind == "send_window" else ())
        self._fills: dict[int, Once] = {}
        self._written: list[Written] = []
        self._free, self._anyone = step.kind == "send_window", value(step, "consent") == "anyone"

    def _sources(self) -> Iterator[object]:
        step = self._step
        if step.kind == "send_window":
            media = value(step, "media")
            yield media.get("caption") if isinstance(media, Mapping) else ""
            yield value(step, "text")
            return
        mapping = value(step, "mapping")
        for slot in mapping.values() if isinstance(mapping, Mapping) else ():
            yield slot.get("expression") if isinstance(slot, Mapping) else ""

    def arrive(self, wave: Wave, group: Group) -> None:
        """A group is written to, at once or after quiet hours, or leaves by why not."""
        while len(group):
            group = self._refused(wave, group)
            if (self._quiet is None and self._preset is None) or not len(group):
                break
            quiet, over = self._quiet_until(group.now, wave.part.zone(group.who))
            if not quiet.any():
                break
            self._write(wave, group.take(~quiet))
            if self._preset is not None and self._preset.on_due == "skip":
                wave.leave(group.take(quiet), "next")
                return
            wave.counts.quiet[self._step.id] += int(np.count_nonzero(quiet))
            group = wave.hold(group.take(quiet), over[quiet])
        self._write(wave, group)

    def _quiet_until(self, at: Whole, zone: Zone) -> tuple[NDArray[np.bool_], Whole]:
        """Which moments are quiet, and when that is over."""
        zones = self._plan.shared.zones
        if self._preset is None:
            return quiet_until(zones, at, *(self._quiet or (0, 0)), zone)
        # A preset is asked once for each minute and clock: periods begin and end on minutes.
        pairs = np.stack((at // MINUTE_MS, np.broadcast_to(np.asarray(zone, np.int64), at.shape)))
        different, places = np.unique(pairs, axis=1, return_inverse=True)
        known = np.array([self._preset_until(minute, z) for minute, z in different.T.tolist()], np.int64)
        over: Whole = known[places.reshape(-1)]
        return over > at, over

    def _preset_until(self, minute: int, zone: int) -> int:
        if (minute, zone) not in self._preset_over and self._preset is not None:
            over = until(moment(minute * MINUTE_MS), self._preset, self._plan.shared.zones.all[zone])
            self._preset_over[minute, zone] = -NEVER if over is None else ms_of(over)
        return self._preset_over[minute, zone]

    def _refused(self, wave: Wave, group: Group) -> Group:
        part = wave.part
        group = wave.part_off(group, part.blocked[group.who], lambda some: wave.leave(some, "failed"))
        if self._free:
            closed = group.now - part.wrote[group.who].clip(0) >= DAY_MS
            return wave.part_off(group, closed, lambda some: wave.leave(some, "closed"))
        says = part.marketing[group.who]
        no = says == 2 if self._anyone else says != 1
        return wave.part_off(group, no, lambda some: wave.leave(some, "failed"))

    def _write(self, wave: Wave, group: Group) -> None:
        if not len(group):
            return
        written = self._alike(wave.part, group.who, lambda n: self._ask(wave, group, n), *self._kinds(wave, group))
        for n in np.unique(written).tolist():
            some, what = group.take(written == n), self._written[n]
            if what.filler is not None:
                some = self._filled(wave, some, n, what.filler)
            if what.asked is None:
                wave.leave(some, what.port)
            elif len(some):
                self._send(wave, some, what.template, what.asked)

    def _filled(self, wave: Wave, group: Group, n: int, filler: Filler) -> Group:
        """Whoever the template cannot be filled for leaves; gives the others."""
        part, fields = wave.part, self._fields
        whole = fields is None or any(field.startswith("journey.") for field in fields)
        words = [] if whole or fields is None else [
            (field[8:], part.shared.vocabulary(field).values, part.codes(field, group.who))
            for field in fields if field.startswith("contact.")
        ]  # fmt: skip
        event = {"event": part.shared.event, "journey": {}}

        def fails(one: int) -> int:
            if whole:
                state = part.state(int(group.who[one]))
                found = filler.fill(state.person.values, self._setup.beside(state))
            else:
                found = filler.fill({name: values[codes[one]] for name, values, codes in words}, event)
            return int(isinstance(found, Problem))

        fills = self._fills.setdefault(n, Once(fields))
        return wave.part_off(group, fills(part, group.who, fails) == 1, lambda some: wave.leave(some, "failed"))

    def _kinds(self, wave: Wave, group: Group) -> tuple[Whole, int]:
        """By which language each is written to, whether to the United States, and who said yes: that counts, too."""
        kinds = np.full(len(group), len(self._languages), np.int64)
        left = np.ones(len(group), np.bool_)
        for n, fits in enumerate(self._languages):
            fit = left & fits(wave.part, group.who, group.now)
            kinds[fit], left = n, left & ~fit
        part = wave.part
        american = part.shared.american(part.codes("contact.phone", group.who))
        agreed = part.marketing[group.who] == 1
        return (kinds * 2 + american) * 2 + agreed, 4 * len(self._languages) + 4

    def _ask(self, wave: Wave, group: Group, n: int) -> int:
        """What the engine says of one of those who are alike."""
        at = moment(int(group.now[n]))
        state = replace(wave.part.state(int(group.who[n])), wrote=at)
        move = meant(self._setup, self._step, state, at)
        key = (str(move.facts.get("template")), str(move.facts.get("language")))
        template = None if self._free else self._setup.around.templates.get(key)
        filler = filler_of(template, self._step) if template is not None else None
        if move.code == "value-missing" and filler is not None and not filler.problems:
            move = replace(move, code="sending")
        asked = ask_for(self._setup, self._step, move, 1, moment(0)) if move.code == "sending" else None
        found = Written(move.port, template, asked, filler) if asked is not None else Written(move.port)
        self._written.append(found)
        return len(self._written) - 1

    def _send(self, wave: Wave, group: Group, template: Template | None, asked: Ask) -> None:
        group = wave.hear_now(group)
        if not len(group):
            return
        refused = self._plan.ask(wave, group, asked).mask("refused")
        sent = group.take(~refused)
        wave.kept.forget(self._plan.rank[self._step.id], sent.who)
        wave.part.message[sent.who] = self._plan.rank[self._step.id]
        if len(sent):
            wave.counts.sent(wave.part, sent, template)
        wave.leave(sent, "next")
        no = group.take(refused)
        if len(no):
            wave.mistake(no)
        wave.leave(no, "failed")


def _never_quiet(setup: Setup) -> Setup:
    """The same journey without quiet hours."""
    journey = replace(setup.journey, settings={**setup.journey.settings, "quiet": "none"})
    return replace(setup, journey=journey)


def send(plan: Plan, step: Step) -> Arrive:
    """A template or a free message."""
    return Send(plan, step).arrive


SENDS: Mapping[str, Callable[[Plan, Step], Arrive]] = {"send_template": send, "send_window": send}
