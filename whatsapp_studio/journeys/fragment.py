"""Decides what a part of a journey is that can be copied: steps with the links among them, notes, frames and places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from whatsapp_studio.journeys.fields import StepRef
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Point, Step, new_id
from whatsapp_studio.journeys.table import kind_of

replace = msgspec.structs.replace


class Fragment(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a journey, on its own."""

    steps: Mapping[str, Step] = {}
    links: Mapping[str, Link] = {}
    notes: Mapping[str, Note] = {}
    frames: Mapping[str, Frame] = {}
    places: Mapping[str, Point] = {}

    def first(self) -> str | None:
        """The step an arrow would lead to: the top left one of those nothing inside leads to but an entry.

        None where there is no step, or none but entries.
        """
        able = [i for i, step in self.steps.items() if not kind_of(step).is_entry]
        inside = {link.target for link in self.links.values() if link.source in able}
        open_ = [i for i in able if i not in inside] or able
        return min(open_, key=lambda i: (*reversed(self.places.get(i, (0, 0))), i), default=None)

    def fresh(self, dx: int = 0, dy: int = 0) -> Fragment:
        """The same with new ids everywhere, moved by ``dx`` and ``dy`` pixels."""
        ids = {i: new_id() for i in (*self.steps, *self.notes, *self.frames)}
        return Fragment(
            steps={ids[i]: replace(s, id=ids[i], fields=_renamed(s, ids)) for i, s in self.steps.items()},
            links={
                link.id: link
                for one in self.links.values()
                for link in [replace(one, source=ids[one.source], target=ids[one.target])]
            },
            notes={ids[i]: replace(n, id=ids[i], step=ids.get(n.step, "")) for i, n in self.notes.items()},
            frames={
                ids[i]: replace(f, id=ids[i], steps=tuple(ids[s] for s in f.steps)) for i, f in self.frames.items()
            },
            places={ids[i]: (x + dx, y + dy) for i, (x, y) in self.places.items()},
        )


def cut_out(journey: Journey, ids: Iterable[str]) -> Fragment:
    """The steps, notes and frames among ``ids``, with every link that has both ends inside.

    A frame brings its steps; a note tied to a step inside comes along.
    """
    wanted = set(ids)
    frames = {i: f for i, f in journey.frames.items() if i in wanted}
    wanted |= {step for frame in frames.values() for step in frame.steps}
    steps = {i: s for i, s in journey.steps.items() if i in wanted}
    notes = {i: n for i, n in journey.notes.items() if i in wanted or n.step in steps}
    return Fragment(
        steps=steps,
        links={i: link for i, link in journey.links.items() if link.source in steps and link.target in steps},
        notes={i: n if n.step in steps else replace(n, step="") for i, n in notes.items()},
        frames=frames,
        places={i: journey.places.get(i, (0, 0)) for i in (*steps, *notes)},
    )


def _renamed(step: Step, ids: Mapping[str, str]) -> Mapping[str, object]:
    """A step's fields; those that name another step of the fragment follow it to its new id."""
    named = {
        field.name: ids[to]
        for field in kind_of(step).fields
        if isinstance(field, StepRef) and isinstance(to := step.fields.get(field.name), str) and to in ids
    }
    return {**step.fields, **named} if named else step.fields
