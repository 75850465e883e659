"""Decides what steps that act do to columns of contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from whatsapp_studio.journeys.asking import Ask, ask_for
from whatsapp_studio.journeys.columns.once import Once, reads
from whatsapp_studio.journeys.columns.wave import Arrive, Group, Wave
from whatsapp_studio.journeys.columns.zones import Whole, moment
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.meaning import arrive as meant
from whatsapp_studio.journeys.running import replace

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.plan import Plan


class _Change:
    """One field that a step writes: by the engine, once for all contacts who are alike."""

    def __init__(self, plan: Plan, step: Step, row: Mapping[str, object]) -> None:
        self._plan, self._step = plan, replace(step, fields={**step.fields, "changes": [row]})
        self.field = f"contact.{str(row.get('field')).strip().removeprefix('contact.')}"
        self._alike = Once(reads([row.get("value")]))

    def codes(self, wave: Wave, group: Group) -> Whole:
        """The new value of each by its place; as many as there are values where it stays as it is."""
        words = self._plan.shared.vocabulary(self.field)

        def work(n: int) -> int:
            at = moment(int(group.now[n]))
            move = meant(self._plan.setup, self._step, wave.part.state(int(group.who[n])), at)
            for effect in move.effects:
                for given in effect.details["values"].values():
                    return words.code(given) + 1
            return 0

        return self._alike(wave.part, group.who, work) - 1


def update_contact(plan: Plan, step: Step) -> Arrive:
    """The next step sees the new values; all are worked out before the first is written."""
    changes = [_Change(plan, step, row) for row in rows(value(step, "changes"))]

    def arrive(wave: Wave, group: Group) -> None:
        found = [(change.field, change.codes(wave, group)) for change in changes]
        for field, codes in found:
            new = codes >= 0
            if new.any():
                wave.part.write(field, group.who[new], codes[new].astype(np.int32))
        wave.leave(group, "next")

    return arrive


def consent(plan: Plan, step: Step) -> Arrive:
    """The contact's answer to marketing."""
    says = 2 if value(step, "set") == "out" else 1

    def arrive(wave: Wave, group: Group) -> None:
        wave.part.marketing[group.who] = says
        wave.leave(group, "next")

    return arrive


def list_member(plan: Plan, step: Step) -> Arrive:
    """On the list from now on, or off it."""
    name, adds = str(value(step, "list")), value(step, "do") != "remove"

    def arrive(wave: Wave, group: Group) -> None:
        wave.part.member(name)[group.who] = adds
        wave.leave(group, "next")

    return arrive


class _Call(NamedTuple):
    """What the engine says to contacts who are alike: an output, or for how many ms an answer is waited for."""

    port: str
    wait: int = 0
    asked: Ask | None = None


def call_url(plan: Plan, step: Step) -> Arrive:
    """The request leaves, and its answer comes at once, or never."""
    pairs = rows(value(step, "headers"))
    alike = Once(reads([value(step, "url"), value(step, "body"), *(row.get("value") for row in pairs)]))
    known: list[_Call] = []
    name = value(step, "save_as")
    saved = f"journey.{name.strip()}" if isinstance(name, str) and name.strip() else ""

    def arrive(wave: Wave, group: Group) -> None:
        def work(n: int) -> int:
            at = moment(int(group.now[n]))
            move = meant(plan.setup, step, wave.part.state(int(group.who[n])), at)
            asked = ask_for(plan.setup, step, move, 1, moment(0))
            wait = (move.until - at) // timedelta(milliseconds=1) if move.until else 0
            found = _Call(move.port, wait, asked)
            if found not in known:
                known.append(found)
            return known.index(found)

        called = alike(wave.part, group.who, work)
        for n in np.unique(called).tolist():
            some, call = group.take(called == n), known[n]
            if call.asked is None:
                wave.leave(some, call.port)
            else:
                _answered(wave, wave.hear_now(some), call.asked, call.wait)

    def _answered(wave: Wave, group: Group, asked: Ask, wait: int) -> None:
        if not len(group):
            return
        did = plan.ask(wave, group, asked)
        refused, silent = did.mask("refused"), did.mask("silence")
        answered = group.take(~(refused | silent))
        if saved and len(answered):
            code = plan.shared.vocabulary(saved).code(plan.assumed.answer)
            wave.part.write(saved, answered.who, code)
        wave.leave(answered, "next")
        wave.leave(group.take(refused), "failed")
        quiet = group.take(silent)
        if len(quiet):
            wave.leave(wave.hold_on(quiet, quiet.now + wait), "timeout")

    return arrive


def _on(plan: Plan, step: Step) -> Arrive:
    return lambda wave, group: wave.leave(group, "next")


def end(plan: Plan, step: Step) -> Arrive:
    """Here the journey is over."""
    why = "goal" if value(step, "goal") is True else "end"
    return lambda wave, group: wave.over(group, why)


ACTS: Mapping[str, Callable[[Plan, Step], Arrive]] = {
    "update_contact": update_contact, "consent": consent, "list_member": list_member, "call_url": call_url,
    "notify": _on, "jump": _on, "end": end,
}  # fmt: skip
