"""Decides what is wrong with a step that parts contacts: paths nobody takes, shares that do not add up, dead ears."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from whatsapp_studio.journeys.checks_rules import rule
from whatsapp_studio.journeys.flow import open_minutes, rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.journeys.reading import text, words

Row = Mapping[str, Any]
_ALWAYS: tuple[object, ...] = ({"all": []}, {"none": []})


def condition(look: Look) -> None:
    """The paths that count by what contacts are parted by."""
    match look.get("by"):
        case "time":
            _times(look)
        case "date":
            _dates(look)
        case "split":
            _shares(look)
        case "rules":
            _rules(look)
        case _:
            pass


def _path(row: Row, n: int) -> tuple[str, str]:
    """The id and the name of a path, for its place and for the sentence."""
    return text(row, "id"), text(row, "name") or str(n)


def _rules(look: Look) -> None:
    paths = look.rows("rules")
    seen: list[tuple[object, str]] = []
    everybody = ""
    for n, row in enumerate(paths, 1):
        id_, name = _path(row, n)
        raw = row.get("rule")
        rule(look, f"rules.{id_}", raw, path=name)
        same = next((other for known, other in seen if known == raw), "")
        if raw is not None and same:
            look.warn("path-same-rule", f"rules.{id_}", path=name, other=same)
        elif everybody:
            look.warn("path-never", f"rules.{id_}", path=name, other=everybody)
        everybody = everybody or (name if raw in _ALWAYS else "")
        seen.append((raw, name))


def _times(look: Look) -> None:
    taken, last = 0, ""
    for n, row in enumerate(look.rows("times"), 1):
        id_, name = _path(row, n)
        open_ = open_minutes(row)
        if open_ and not open_ & ~taken:
            look.warn("path-never", f"times.{id_}", path=name, other=last)
        taken, last = taken | open_, name


def _dates(look: Look) -> None:
    taken: set[int] = set()
    last = ""
    for n, row in enumerate(look.rows("dates"), 1):
        id_, name = _path(row, n)
        days = _days(row)
        if look.here is not None and days and days[-1] < look.here.date().toordinal():
            look.warn("path-past", f"dates.{id_}", path=name)
        elif days and taken.issuperset(days):
            look.warn("path-never", f"dates.{id_}", path=name, other=last)
        taken |= set(days)
        last = name


def _days(row: Row) -> range:
    """The days of a period; none where it is not one, or longer than anybody plans."""
    try:
        first, final = (date.fromisoformat(text(row, key)).toordinal() for key in ("from", "to"))
    except ValueError:
        return range(0)
    return range(first, min(final, first + 3660) + 1)


def _shares(look: Look) -> None:
    shares = [(row, percent) for row in look.rows("shares") if isinstance(percent := row.get("percent"), int)]
    total = sum(percent for _, percent in shares)
    if look.get("shares") is not None and total != 100:
        look.error("split-not-100", "shares", sum=total)
    for n, (row, percent) in enumerate(shares, 1):
        id_, name = _path(row, n)
        if percent == 0 and total == 100:
            look.warn("share-of-nothing", f"shares.{id_}", path=name)


def experiment(look: Look) -> None:
    """Weights of which at least two count."""
    weights = [(row, weight) for row in look.rows("paths") if isinstance(weight := row.get("percent"), int)]
    if look.get("paths") is None:
        return
    if not any(weight > 0 for _, weight in weights):
        look.error("weights-nothing", "paths")
    elif len(weights) == 1 and not look.get("holdout"):
        look.warn("experiment-of-one", "paths")
    else:
        for n, (row, weight) in enumerate(weights, 1):
            if weight == 0:
                id_, name = _path(row, n)
                look.warn("share-of-nothing", f"paths.{id_}", path=name)


def wait_event(look: Look) -> None:
    """Events that race: each once."""
    seen: dict[str, str] = {}
    for n, row in enumerate(look.rows("events"), 1):
        id_, name = _path(row, n)
        event = text(row, "event")
        if event and event in seen:
            look.warn("path-same-event", f"events.{id_}", event=event)
        seen.setdefault(event, name)


def reaction(look: Look) -> None:
    """A message before it, somebody to hear the answer, and outcomes of which each can come first."""
    _to(look)
    if not look.around.receiver and look.around.known:
        look.warn("reaction-no-receiver", "outcomes")
    any_of: dict[str, str] = {}
    for n, row in enumerate(look.rows("outcomes"), 1):
        id_, on = text(row, "id"), text(row, "on")
        picky = bool(words(row, "keywords") or text(row, "button"))
        if on in any_of:
            look.warn("outcome-never", f"outcomes.{id_}", other=any_of[on])
        elif "delivered" in any_of and on in ("read", "clicked", "replied"):
            look.warn("outcome-after-delivered", f"outcomes.{id_}")
        if not picky:
            any_of.setdefault(on, str(n))
        _button(look, id_, on, text(row, "button"))


def _to(look: Look) -> None:
    to, messages = look.get("to"), look.before.messages
    if isinstance(to, str) and to:
        target = look.beside[0] if look.beside else None
        if target is None or target.id != to:
            look.error("reaction-message-gone", "to")
        elif target.kind not in ("send_template", "send_window"):
            look.error("reaction-not-to-message", "to")
        elif not look.before.after_to:
            look.error("reaction-before-message", "to")
    elif messages and None in messages:
        if messages == {None}:
            look.error("reaction-no-message", "to")
        else:
            look.warn("reaction-sometimes-no-message", "to")


def _button(look: Look, id_: str, on: str, button: str) -> None:
    """A button somebody is to tap is one that the message has."""
    if not button or on not in ("clicked", "replied"):
        return
    offered = [_buttons(look, step) for step in look.beside if step is not None]
    if offered and all(texts is not None and button not in texts for texts in offered):
        known = ", ".join(dict.fromkeys(text_ for texts in offered for text_ in texts or ()))
        look.warn("outcome-button-gone", f"outcomes.{id_}", button=button, buttons=known or "–")


def _buttons(look: Look, step: Step) -> tuple[str, ...] | None:
    """The buttons of a message; None where nobody knows."""
    if step.kind == "send_window":
        menu = value(step, "menu")
        match value(step, "what"):
            case "buttons":
                return tuple(text(row, "text") for row in rows(value(step, "buttons")))
            case "list" if isinstance(menu, Mapping):
                return tuple(text(row, "title") for row in rows(menu.get("rows")))
            case _:
                return ()
    chosen = value(step, "template")
    if not isinstance(chosen, Mapping):
        return None
    template = look.around.templates.get((text(chosen, "name"), text(chosen, "language")))
    return tuple(button.text for button in template.buttons) if template else None
