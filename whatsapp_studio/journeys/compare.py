"""Decides how two values of a journey differ, element by element, field by field, and how both are shown as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from whatsapp_studio.journeys.boxes import around, rect_of, size_of, snapped, way_out
from whatsapp_studio.journeys.fields import Field
from whatsapp_studio.journeys.graph import Journey, Link, Point, Step
from whatsapp_studio.journeys.plain import clean
from whatsapp_studio.journeys.settings import BY_NAME, SETTINGS
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, known_ports

Mark = Literal["added", "removed", "changed"]
Element = Literal["step", "link", "note", "frame", "settings", "name", "layout"]
replace = msgspec.structs.replace
# Where so many are gone they are not fitted in between, but stand as they stood, so far to the right of the rest.
_ONE_BY_ONE, _BESIDE = 60, 96


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is different. ``id`` is the element's; ``field`` what of it: a field's name, or for a step also
    ``.name``, ``.note``, ``.disabled`` and ``.kind``; ``before`` and ``after`` are its values.

    For a link the values are steps' ids, empty for none; for the layout ``after`` is how many things stand elsewhere.
    """

    mark: Mark
    element: Element
    id: str = ""
    field: str = ""
    before: Any = None
    after: Any = None


class Comparison(msgspec.Struct, frozen=True):
    """What is different in ``after``, in the order in which the journey is read."""

    before: Journey
    after: Journey
    changes: tuple[Change, ...]

    @property
    def marks(self) -> Mapping[str, Mark]:
        """Every element that is not the same, by its id."""
        found: dict[str, Mark] = {}
        for change in self.changes:
            if change.element in ("step", "link", "note", "frame"):
                found[change.id] = change.mark
        for i in (*self.before.links, *self.after.links):
            if i not in found and (i in self.before.links) != (i in self.after.links):
                found[i] = "added" if i in self.after.links else "removed"
        return found

    def together(self) -> Journey:
        """Both as one journey to look at: the later one, with what is no longer in it, clear of what is."""
        before, after = self.before, self.after
        taken = after.steps.keys() | after.notes.keys() | after.frames.keys()
        steps = {**{i: step for i, step in before.steps.items() if i not in taken}, **after.steps}
        links = {
            **{i: link for i, link in before.links.items() if i not in after.links and _can_be(link, steps)},
            **after.links,
        }
        taken |= steps.keys()
        notes = {**{i: n for i, n in before.notes.items() if i not in taken and n.step in (*steps, "")}, **after.notes}
        frames = {
            **{i: frame for i, frame in before.frames.items() if i not in taken and i not in notes},
            **after.frames,
        }
        shown = replace(after, steps=steps, links=links, notes=notes, frames=frames)
        places = {i: at for i, at in after.places.items() if i in after.steps or i in after.notes}
        gone = {i: before.places.get(i, (0, 0)) for i in (*steps, *notes) if i not in places}
        return replace(shown, places={**places, **_clear(shown, places, gone)})


def _clear(shown: Journey, places: Mapping[str, Point], gone: Mapping[str, Point]) -> dict[str, Point]:
    """Places for what is gone: each as near to where it was as there is room, or all of them beside the rest."""
    others = [rect_of(at, size_of(shown, i)) for i, at in places.items()]
    if len(gone) > _ONE_BY_ONE and others:
        dx = snapped(around(others)[2] - min(x for x, _ in gone.values()) + _BESIDE)
        return {i: (x + dx, y) for i, (x, y) in gone.items()}
    found = {}
    for i, at in gone.items():
        size = size_of(shown, i)
        dx, dy = way_out([rect_of(at, size)], others, 16)
        found[i] = (at[0] + dx, at[1] + dy)
        others.append(rect_of(found[i], size))
    return found


def compare(before: Journey, after: Journey) -> Comparison:
    """What is different in ``after``. A default that is written out, and a tuple for a list, are no difference."""
    return Comparison(before, after, tuple(_changes(before, after)))


def _changes(before: Journey, after: Journey) -> Iterator[Change]:
    if before.name != after.name:
        yield Change(mark="changed", element="name", before=before.name, after=after.name)
    for name, old, new in _fields(before.settings, after.settings, BY_NAME, {f.name: f.default for f in SETTINGS}):
        yield Change(mark="changed", element="settings", field=name, before=old, after=new)
    where = {**before.places, **after.places}

    def reading(i: str) -> tuple[int, int, str]:
        x, y = where.get(i, (0, 0))
        return y, x, i

    for i in sorted(before.steps.keys() | after.steps.keys(), key=reading):
        old_step, new_step = before.steps.get(i), after.steps.get(i)
        if old_step is None or new_step is None:
            mark: Mark = "removed" if new_step is None else "added"
            yield Change(mark=mark, element="step", id=i)
        else:
            yield from _step(old_step, new_step)
            yield from _links(before, after, new_step)
    for i in sorted(before.notes.keys() | after.notes.keys(), key=reading):
        yield from _whole("note", i, before.notes.get(i), after.notes.get(i))
    for i in sorted(before.frames.keys() | after.frames.keys()):
        yield from _whole("frame", i, before.frames.get(i), after.frames.get(i))
    both = before.places.keys() & after.places.keys()
    if moved := sum(before.places[i] != after.places[i] for i in both):
        yield Change(mark="changed", element="layout", after=moved)


def _step(before: Step, after: Step) -> Iterator[Change]:
    def changed(field: str, old: Any, new: Any) -> Change:
        return Change(mark="changed", element="step", id=after.id, field=field, before=old, after=new)

    for name in ("kind", "name", "disabled", "note"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield changed(f".{name}", old, new)
    kind = kind_of(after)
    known: Mapping[str, Field] = {} if kind is UNKNOWN else kind.by_name
    defaults = kind.defaults() if before.kind == after.kind else {}
    for name, old, new in _fields(before.fields, after.fields, known, defaults):
        yield changed(name, old, new)
    if _plain(before.extra) != _plain(after.extra):
        yield changed(".extra", None, None)


def _links(before: Journey, after: Journey, step: Step) -> Iterator[Change]:
    """Where the outputs of a step that is in both lead, in order of the outputs."""
    old = {link.port: link.target for link in before.out.get(step.id, ())}
    new = {link.port: link.target for link in after.out.get(step.id, ())}
    order = {port: n for n, port in enumerate(known_ports(step))}
    for port in sorted(old.keys() | new.keys(), key=lambda port: (order.get(port, len(order)), port)):
        was, now = old.get(port, ""), new.get(port, "")
        if was != now:
            mark: Mark = "changed" if was and now else "added" if now else "removed"
            yield Change(mark=mark, element="link", id=f"{step.id}:{port}", field=port, before=was, after=now)


def _whole(element: Element, i: str, before: Any, after: Any) -> Iterator[Change]:
    if before is None or after is None:
        yield Change(mark="removed" if after is None else "added", element=element, id=i, before=before, after=after)
    elif _logical(before) != _logical(after):
        yield Change(mark="changed", element=element, id=i, before=before, after=after)


def _logical(thing: Any) -> Any:
    # Whether a frame is folded together is a matter of looking.
    return replace(thing, collapsed=False) if hasattr(thing, "collapsed") else thing


def _fields(
    before: Mapping[str, Any], after: Mapping[str, Any], known: Mapping[str, Field], defaults: Mapping[str, Any]
) -> Iterator[tuple[str, Any, Any]]:
    names = [*known, *sorted((before.keys() | after.keys()) - known.keys())]
    for name in names:
        old, new = before.get(name, defaults.get(name)), after.get(name, defaults.get(name))
        if _plain(old) != _plain(new):
            yield name, old, new


def _plain(value: Any) -> Any:
    try:
        return clean(value)
    except ValueError:
        return None


def _can_be(link: Link, steps: Mapping[str, Step]) -> bool:
    """Whether a link that is gone can still be shown: both ends are, and the output."""
    source = steps.get(link.source)
    if source is None or link.target not in steps:
        return False
    return kind_of(source) is UNKNOWN or link.port in known_ports(source)
