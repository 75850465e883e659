"""Decides what each output of a step means for who takes it: how long it held them, whether they wrote to take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.kinds import Port, Role
from whatsapp_studio.journeys.table import KINDS

MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
DAY, WEEK = 1440, 10080
# Longer than any journey: a wait whose end nobody knows beforehand.
OPEN = 10**9
Say = Literal["", "yes", "no"]


class Way(msgspec.Struct, frozen=True):
    """One output. ``low`` and ``high`` are the minutes it can have held somebody who takes it.

    ``holds`` is whether nobody can come by again and again without time passing or somebody doing something;
    ``wrote`` whether the contact wrote to take it; ``sent`` whether a message left; ``consent`` what is known
    of their consent to marketing from here on (empty: nothing new); ``role`` as of the output.
    """

    port: str
    role: Role = "next"
    low: int = 0
    high: int = 0
    holds: bool = False
    wrote: bool = False
    sent: bool = False
    consent: Say = ""


class Flow(msgspec.Struct, frozen=True):
    """What the checks of the whole need of one step; the same as long as nothing of that changes.

    ``ports`` are all its outputs, ``ways`` those that somebody takes; ``saves`` is the name a request's answer is
    kept under, ``to`` the message a reaction is said to be to.
    """

    id: str
    kind: str
    ports: tuple[str, ...]
    ways: tuple[Way, ...]
    entry: bool = False
    disabled: bool = False
    saves: str = ""
    to: str = ""


def value(step: Step, name: str) -> Any:
    """A field of a step or its default; None where its kind has no such field."""
    if name in step.fields:
        return step.fields[name]
    kind = KINDS.get(step.kind)
    field = kind.by_name.get(name) if kind else None
    return field.default if field else None


def rows(given: object) -> tuple[Mapping[str, Any], ...]:
    """The members of a list that are mappings, whatever was written in the file."""
    return tuple(one for one in given if isinstance(one, Mapping)) if isinstance(given, list | tuple) else ()


def minutes_of(given: object) -> int:
    """A duration in minutes, negative ones too; 0 for what is none."""
    if not isinstance(given, Mapping):
        return 0
    amount, unit = given.get("amount"), given.get("unit")
    if not isinstance(amount, int) or isinstance(amount, bool) or not isinstance(unit, str):
        return 0
    return amount * MINUTES.get(unit, 0)


def clock_of(given: object) -> int | None:
    """A time of day in minutes since midnight; None for what is none."""
    if not isinstance(given, str) or len(given) != 5 or given[2] != ":":
        return None
    hours, minutes = given[:2], given[3:]
    if not (hours.isdecimal() and minutes.isdecimal()) or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)


def wall_of(given: object) -> datetime | None:
    """A wall-clock time as a field holds it; None for none."""
    if not isinstance(given, str) or not given:
        return None
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        return None
    return found if found.tzinfo is None else None


def weekdays_of(given: object) -> tuple[int, ...]:
    """Weekdays in order, Monday 0; what is none is left out."""
    if not isinstance(given, list | tuple):
        return ()
    return tuple(sorted({d for d in given if isinstance(d, int) and not isinstance(d, bool) and 0 <= d <= 6}))


def open_minutes(window: object) -> int:
    """The minutes of a week in which a window is open, as bits from Monday 00:00; 0 where it never is."""
    if not isinstance(window, Mapping):
        return 0
    begin, end = clock_of(window.get("from")), clock_of(window.get("to"))
    if begin is None or end is None:
        return 0
    length = end - begin if end > begin else end + DAY - begin
    bits = 0
    for day in weekdays_of(window.get("weekdays")):
        bits |= ((1 << length) - 1) << (day * DAY + begin)
    # What runs past Sunday midnight is Monday's.
    return (bits | bits >> WEEK) & ((1 << WEEK) - 1)


def longest_gap(bits: int) -> int:
    """The longest time, in minutes, that a window stays closed; :data:`OPEN` where it never opens."""
    if not bits:
        return OPEN
    closed = bin(bits | 1 << WEEK)[3:].translate({ord("0"): "1", ord("1"): "0"})
    return min(WEEK, max(len(run) for run in (closed * 2).split("0")))


def passes(step: Step, ports: tuple[Port, ...]) -> str | None:
    """The output everybody takes while a step is disabled: the one of who was not sorted, held or left out."""
    chance = step.kind == "experiment" or (step.kind == "condition" and value(step, "by") in ("split", "cap"))
    for role in ("path",) if chance else ("next", "other", "timeout", "path"):
        for port in ports:
            if port.role == role:
                return port.name
    return None


def flow_of(step: Step) -> Flow:
    """What the checks of the whole need of a step. Never raises, whatever its fields hold."""
    kind = KINDS.get(step.kind)
    if kind is None:
        return Flow(step.id, "", (), (), disabled=step.disabled)
    ports = kind.ports(step.fields)
    names = tuple(port.name for port in ports)
    if step.disabled:
        through = passes(step, ports)
        ways = tuple(Way(p.name, p.role) for p in ports if p.name == through)
        return Flow(step.id, step.kind, names, ways, kind.is_entry, True)
    ways = _WAYS.get(step.kind, _plain)(step, ports)
    saves = value(step, "save_as") if step.kind == "call_url" else ""
    to = value(step, "to") if step.kind == "reaction" else ""
    saves, to = (one.strip() if isinstance(one, str) else "" for one in (saves, to))
    return Flow(step.id, step.kind, names, ways, kind.is_entry, False, saves, to)


def _plain(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    return tuple(Way(port.name, port.role) for port in ports)


def _entry(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    wrote = step.kind == "event" and value(step, "source") == "inbound"
    audience = value(step, "audience")
    rule = audience.get("rule") if isinstance(audience, Mapping) and audience.get("kind") == "rule" else None
    consent: Say = "yes" if asks_consent(rule) and value(step, "on") in (None, "enter") else ""
    return tuple(Way(port.name, port.role, wrote=wrote, consent=consent) for port in ports)


def _wait(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    match value(step, "until"):
        case "duration" | None:
            low = high = max(0, minutes_of(value(step, "duration")))
        case "window":
            low, high = 0, longest_gap(open_minutes(value(step, "window")))
        case _:
            low, high = 0, OPEN
    return tuple(Way(port.name, port.role, low, high, holds=low > 0) for port in ports)


def _wait_event(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    most = max(0, minutes_of(value(step, "timeout")))
    return tuple(
        Way(p.name, p.role, most, most, holds=most > 0) if p.role == "timeout" else Way(p.name, p.role, 0, most, True)
        for p in ports
    )


def _reaction(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    most = max(0, minutes_of(value(step, "timeout")))
    outcomes = {str(one.get("id")): one for one in rows(value(step, "outcomes"))}
    made: list[Way] = []
    for port in ports:
        if port.role == "timeout":
            made.append(Way(port.name, port.role, most, most, holds=most > 0))
            continue
        outcome = outcomes.get(port.name, {})
        on = outcome.get("on")
        # A tap on a named reply button is a message of theirs; a link's is not.
        wrote = on == "replied" or (on == "clicked" and bool(outcome.get("button")))
        made.append(Way(port.name, port.role, 0, most, on in ("read", "clicked", "replied"), wrote))
    return tuple(made)


def _send(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    most = max(0, minutes_of(value(step, "retry_within"))) if step.kind == "send_template" else DAY
    return tuple(
        Way(p.name, p.role, 0, most if p.role == "timeout" else 0, sent=p.role == "next") for p in ports
    )


def _condition(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    rules = {str(one.get("id")): one.get("rule") for one in rows(value(step, "rules"))}
    by_rules = value(step, "by") in ("rules", None)
    return tuple(
        Way(p.name, p.role, consent="yes" if by_rules and asks_consent(rules.get(p.name)) else "") for p in ports
    )


def _consent(step: Step, ports: tuple[Port, ...]) -> tuple[Way, ...]:
    say: Say = "no" if value(step, "set") == "out" else "yes"
    return tuple(Way(port.name, port.role, consent=say) for port in ports)


def asks_consent(rule: object) -> bool:
    """Whether only contacts who said yes to marketing satisfy a rule."""
    if not isinstance(rule, Mapping):
        return False
    if rule.get("consent") == "marketing":
        return rule.get("op") == "is" and rule.get("value") == "yes"
    every, some = rule.get("all"), rule.get("any")
    if isinstance(every, list | tuple):
        return any(map(asks_consent, every))
    return isinstance(some, list | tuple) and bool(some) and all(map(asks_consent, some))


_WAYS: Mapping[str, Callable[[Step, tuple[Port, ...]], tuple[Way, ...]]] = {
    "audience": _entry, "event": _entry, "business_event": _entry, "audience_change": _entry,
    "wait": _wait, "wait_event": _wait_event, "reaction": _reaction, "condition": _condition,
    "send_template": _send, "send_window": _send, "consent": _consent,
}  # fmt: skip
