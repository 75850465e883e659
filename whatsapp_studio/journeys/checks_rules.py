"""Decides what is wrong with rules over contacts, wherever a step holds one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whatsapp_studio.journeys.looking import Look


def rule(look: Look, field: str, raw: object, *, path: str = "") -> None:
    """A rule that has to be there: what it names exists. ``path`` is the name of the path it opens."""
    if raw is None:
        look.error("path-no-rule" if path else "rule-not-set", field, path=path)
        return
    if look.around.known:
        for name in sorted(set(lists_in(raw)) - set(look.around.lists)):
            look.error("list-not-there", field, list=name)


def audience(look: Look, field: str) -> None:
    """Who is meant: everybody, a list, or those a rule is true for."""
    chosen = look.get(field)
    if not isinstance(chosen, Mapping):
        return
    match chosen.get("kind"):
        case "list":
            list_name(look, field, chosen.get("list"))
        case "rule":
            rule(look, field, chosen.get("rule"))


def list_name(look: Look, field: str, name: object) -> None:
    """A list that has to exist."""
    if look.around.known and isinstance(name, str) and name and name not in look.around.lists:
        look.error("list-not-there", field, list=name)


def lists_in(raw: object) -> Iterator[str]:
    """The lists a rule asks about, whatever else it holds."""
    if isinstance(raw, Mapping):
        name = raw.get("list")
        if isinstance(name, str):
            yield name
        for key in ("all", "any", "none"):
            inner = raw.get(key)
            if isinstance(inner, list | tuple):
                for one in inner:
                    yield from lists_in(one)
