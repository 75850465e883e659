"""Decides how two rehearsals are compared in words: each count that differs, under what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.words_walk import end_words
from whatsapp_studio.journeys.duration import span
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.journeys.simulation import Change, compare
from whatsapp_studio.journeys.table import ports_of, title_of

MINUTE = 60_000
_WHOLE: Mapping[str, str] = {
    "contacts": mark("Contacts"), "entered": mark("Entered"), "waiting": mark("Still inside"),
    "messages": mark("Messages"), "longest": mark("Longest time inside"), "median": mark("Typical time inside"),
    "held_quiet": mark("Held by quiet hours"), "held_caps": mark("Turned away by a cap"),
}  # fmt: skip
_STEP: Mapping[str, str] = {
    "step-entered": mark("Came"), "step-waiting": mark("Still there at the end"),
    "step-failed": mark("Could not be done"), "step-quiet": mark("Held by quiet hours"),
    "step-full": mark("Turned away by the cap"),
}  # fmt: skip
_RATES: Mapping[str, str] = {
    "taken": mark("WhatsApp takes it"), "delivered": mark("Delivered"), "read": mark("Read"),
    "replied": mark("Reply"), "clicked": mark("Tap a button"), "stopped": mark("Of replies: stop"),
    "event": mark("An event comes"), "answered": mark("Requests answered"),
}  # fmt: skip


class Difference(msgspec.Struct, frozen=True):
    """What differs of one thing; ``id`` is the step it is about, empty for the whole."""

    title: str
    lines: tuple[str, ...]
    id: str = ""


def differences(before: Rehearsal, after: Rehearsal) -> Sequence[Difference]:
    """What differs between two rehearsals of a journey, the whole first, then each step from the top of the canvas."""
    old, new = before.journey, after.journey
    changes = compare(before.result, after.result)
    asked, whole, ends = tuple(_asked(before, after)), [], []
    steps: dict[str, list[str]] = {}
    for one in changes:
        if one.what in _WHOLE:
            whole.append(_line(tr(_WHOLE[one.what]), one))
        elif one.what == "end":
            ends.append(_line(end_words(one.of, {"name": "…"}), one))
        elif one.what in _STEP:
            steps.setdefault(one.of, []).append(_line(tr(_STEP[one.what]), one))
        elif one.what == "link":
            step, _, port = one.of.rpartition(":")
            steps.setdefault(step, []).append(_line(_output(new if step in new.steps else old, step, port), one))
    order = sorted(steps, key=lambda id: (*(new.places.get(id) or old.places.get(id, (0, 0)))[::-1], id))
    found = [
        Difference(tr("What was asked"), asked), Difference(tr("The whole"), tuple(whole)),
        Difference(tr("How it ended"), tuple(ends)),
        *(Difference(_title(new, old, id), tuple(steps[id]), id) for id in order),
    ]  # fmt: skip
    return tuple(one for one in found if one.lines)


def times(ms: int) -> str:
    """A time somebody is inside, in words."""
    return span(ms // MINUTE)


def _asked(before: Rehearsal, after: Rehearsal) -> list[str]:
    one, two = before.wanted, after.wanted
    found = []
    if before.logic != after.logic:
        found.append(tr("The journey was changed in between."))
    if one.days != two.days:
        found.append(_said(tr("Days"), number(one.days), number(two.days)))
    if before.result.assumed.seed != after.result.assumed.seed:
        found.append(_said(tr("Chance"), str(one.assumed.seed), str(two.assumed.seed)))
    if one.start != two.start:
        found.append(tr("They begin at different times."))
    if (one.whom, one.list) != (two.whom, two.list):
        found.append(tr("Others take part."))
    for name, label in _RATES.items():
        was, now = getattr(one.assumed.rates, name), getattr(two.assumed.rates, name)
        if was != now:
            found.append(_said(tr(label), tr("{n} %", n=_percent(was)), tr("{n} %", n=_percent(now))))
    if before.learned != after.learned:
        found.append(tr("More, or other, earlier messages were learned from."))
    return found


def _line(label: str, one: Change) -> str:
    if one.what in ("longest", "median"):
        return _said(label, times(one.before), times(one.after))
    more = one.after - one.before
    return tr("{what} {before} → {after} ({more})", what=_colon(label), before=number(one.before),
              after=number(one.after), more=f"+{number(more)}" if more > 0 else f"−{number(-more)}")  # fmt: skip


def _said(label: str, before: str, after: str) -> str:
    return tr("{what} {before} → {after}", what=_colon(label), before=before, after=after)


def _colon(label: str) -> str:
    return f"{label.rstrip('.')}:"


def _percent(rate: int) -> str:
    return decimal(rate / 10, least=0)


def _title(new: Journey, old: Journey, id: str) -> str:
    step = new.steps.get(id) or old.steps[id]
    return title_of(step)


def _output(journey: Journey, step: str, port: str) -> str:
    label = next((one.label for one in ports_of(journey.steps[step], journey) if one.name == port), port)
    return tr("Left by {output}", output=label)
