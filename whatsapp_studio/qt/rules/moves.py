"""Decides how parts of a rule are moved about: a rule as it is kept, and the place of a part, give another rule.

A place is the way down from the outermost group: ``(1, 0)`` is the first part of its second part, ``()`` the group.
Every move gives the rule and the place where the part is now; the same rule where it can go nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

Raw = Mapping[str, Any]
Place = tuple[int, ...]
Deed = Literal["up", "down", "copy", "wrap", "open", "remove"]
Moved = tuple[dict[str, Any], Place]

JOINS = ("all", "any", "none")
# Groups within groups; more nobody reads.
DEEPEST = 4


def join_of(raw: object) -> str:
    """``all``, ``any`` or ``none`` for a group, empty for a comparison."""
    if not isinstance(raw, Mapping):
        return ""
    return next((join for join in JOINS if isinstance(raw.get(join), (list, tuple))), "")


def parts_of(raw: object) -> list[Any]:
    """What is in a group; nothing for a comparison."""
    join = join_of(raw)
    return list(raw[join]) if join and isinstance(raw, Mapping) else []


def as_group(raw: Raw) -> dict[str, Any]:
    """A rule as a group; a comparison alone becomes the only part of one."""
    return dict(raw) if join_of(raw) else {"all": [dict(raw)]}


def part_at(raw: Raw, place: Place) -> Any:
    """The part at a place."""
    found: Any = as_group(raw)
    for n in place:
        found = parts_of(found)[n]
    return found


def done(raw: Raw, place: Place, deed: Deed) -> Moved:
    """The rule after a deed at a place that is not the outermost group's, and where the focus goes."""
    whole = as_group(raw)
    *above, at = place
    parent = tuple(above)
    beside = parts_of(part_at(whole, parent))
    part = beside[at]
    match deed:
        case "remove":
            beside.pop(at)
            return _with(whole, parent, beside), (*parent, max(0, min(at, len(beside) - 1))) if beside else parent
        case "copy":
            beside.insert(at + 1, part)
            return _with(whole, parent, beside), (*parent, at + 1)
        case "wrap":
            if len(place) + _height(part) > DEEPEST:
                return whole, place
            beside[at] = {"any": [part]}
            return _with(whole, parent, beside), (*place, 0)
        case "open":
            inner = parts_of(part)
            beside[at : at + 1] = inner
            return _with(whole, parent, beside), place if inner else parent
        case _:
            return _step(whole, parent, beside, at, -1 if deed == "up" else 1)


def _step(whole: dict[str, Any], parent: Place, beside: list[Any], at: int, by: int) -> Moved:
    """One place up or down as it is read: into a group that stands there, out of its own at the end of it."""
    part, to = beside[at], at + by
    if 0 <= to < len(beside):
        other = beside[to]
        if join_of(other) and len(parent) + 1 + _height(part) <= DEEPEST:
            inner = parts_of(other)
            within = len(inner) if by < 0 else 0
            inner.insert(within, part)
            beside[to] = {join_of(other): inner}
            beside.pop(at)
            return _with(whole, parent, beside), (*parent, to if by < 0 else at, within)
        beside[at], beside[to] = other, part
        return _with(whole, parent, beside), (*parent, to)
    if not parent:
        return whole, (at,)
    *above, group = parent
    outside = parts_of(part_at(whole, tuple(above)))
    beside.pop(at)
    # A group that is left by its last part goes with it.
    left = [{join_of(outside[group]): beside}] if beside else []
    outside[group : group + 1] = [part, *left] if by < 0 else [*left, part]
    return _with(whole, tuple(above), outside), (*above, group if by < 0 else group + len(left))


def _with(raw: Raw, place: Place, parts: Sequence[Any]) -> dict[str, Any]:
    """The rule with other parts in the group at a place."""
    join = join_of(raw)
    if not place:
        return {join: list(parts)}
    first, rest = place[0], place[1:]
    inner = parts_of(raw)
    inner[first] = _with(inner[first], rest, parts)
    return {join: inner}


def _height(raw: Any) -> int:
    """How many groups lie within each other in a part; 0 for a comparison."""
    return 1 + max((_height(one) for one in parts_of(raw)), default=0) if join_of(raw) else 0
