"""Decides what each edit makes of a journey. An edit is a value: the journey before goes in, the one after out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.fragment import Fragment
from whatsapp_studio.journeys.graph import Fields, Frame, Journey, Link, Note, Point, Step, link_id
from whatsapp_studio.journeys.rewiring import attached, ends, healed, with_step
from whatsapp_studio.journeys.settings import BY_NAME as SETTINGS
from whatsapp_studio.journeys.table import kind_of, known_ports, title_of

replace = msgspec.structs.replace


class Edit(Protocol):
    """What the document takes. ``words`` is a code and facts for the history list, asked of the journey before.

    ``merges`` is a key: an edit with the same key right after it becomes one step of undo with it; empty is never.
    Ids that are not (or no longer) there are passed over: ``apply`` never raises.
    """

    def apply(self, journey: Journey) -> Journey: ...
    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]: ...
    @property
    def merges(self) -> str: ...


class _Edit(msgspec.Struct, frozen=True, kw_only=True):
    @property
    def merges(self) -> str:
        return ""


class Together(_Edit, frozen=True, kw_only=True):
    """Several edits as one step of undo; called what ``code`` (or else the first of them) says."""

    edits: tuple[Any, ...]
    called: str = ""

    def apply(self, journey: Journey) -> Journey:
        for edit in self.edits:
            journey = edit.apply(journey)
        return journey

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        code, facts = self.edits[0].words(journey)
        return self.called or code, facts


class AddStep(_Edit, frozen=True, kw_only=True):
    """A new step; ``after`` is the output (a link id) that leads to it, empty none. Nothing leads to an entry."""

    step: Step
    place: Point
    after: str = ""

    def apply(self, journey: Journey) -> Journey:
        journey = replace(
            journey,
            steps={**journey.steps, self.step.id: self.step},
            places={**journey.places, self.step.id: self.place},
        )
        return attached(journey, self.after, self.step.id)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return "edit-add", {"what": title_of(self.step)}


class Splice(_Edit, frozen=True, kw_only=True):
    """A step that is there is put into a link: the link leads to it, and its first free output leads on."""

    step: str
    link: str
    place: Point | None = None

    def apply(self, journey: Journey) -> Journey:
        link, step = journey.links.get(self.link), journey.steps.get(self.step)
        if link is None or step is None or self.step in (link.source, link.target) or kind_of(step).is_entry:
            return journey
        links = {**journey.links, self.link: replace(link, target=self.step)}
        free = next((p for p in known_ports(step) if link_id(self.step, p) not in links), None)
        if free is not None:
            links[link_id(self.step, free)] = Link(self.step, free, link.target)
        places = journey.places if self.place is None else {**journey.places, self.step: self.place}
        return replace(journey, links=links, places=places)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        step = journey.steps.get(self.step)
        return "edit-splice", {"what": title_of(step) if step else ""}


class RemoveItems(_Edit, frozen=True, kw_only=True):
    """Steps, notes and frames go, with the links at the steps and the notes tied to them.

    With ``heal`` whatever led to a removed step leads on to what came after it, where that is one step only.
    """

    ids: frozenset[str]
    heal: bool = False

    def apply(self, journey: Journey) -> Journey:
        gone = {i for i in self.ids if i in journey.steps}
        links = dict(journey.links)
        if self.heal:
            links.update(healed(journey, gone))
        links = {i: link for i, link in links.items() if link.source not in gone and link.target not in gone}
        notes = {i: n for i, n in journey.notes.items() if i not in self.ids and n.step not in gone}
        frames = {}
        for i, frame in journey.frames.items():
            left = tuple(s for s in frame.steps if s not in gone)
            if i not in self.ids and (left or not frame.steps):
                frames[i] = frame if left == frame.steps else replace(frame, steps=left)
        steps = {i: s for i, s in journey.steps.items() if i not in gone}
        places = {i: p for i, p in journey.places.items() if i in steps or i in notes}
        return replace(journey, steps=steps, links=links, notes=notes, frames=frames, places=places)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        steps = [journey.steps[i] for i in self.ids if i in journey.steps]
        if len(steps) == 1:
            return ("edit-heal" if self.heal else "edit-remove"), {"what": title_of(steps[0])}
        if steps:
            return ("edit-heal-many" if self.heal else "edit-remove-many"), {"count": len(steps)}
        return ("edit-remove-frame" if any(i in journey.frames for i in self.ids) else "edit-remove-note"), {}


class Connect(_Edit, frozen=True, kw_only=True):
    """An output leads to a step; what it led to before is let go."""

    link: Link

    def apply(self, journey: Journey) -> Journey:
        if self.link.source not in journey.steps or self.link.target not in journey.steps:
            return journey
        return replace(journey, links={**journey.links, self.link.id: self.link})

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return "edit-connect", ends(journey, self.link)


class Disconnect(_Edit, frozen=True, kw_only=True):
    """Outputs lead nowhere any more."""

    links: frozenset[str]

    def apply(self, journey: Journey) -> Journey:
        return replace(journey, links={i: link for i, link in journey.links.items() if i not in self.links})

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        link = next((journey.links[i] for i in self.links if i in journey.links), None)
        return "edit-disconnect", ends(journey, link) if link else {}


class Reattach(_Edit, frozen=True, kw_only=True):
    """A link gets another end: what was ``old`` is now ``link``."""

    old: str
    link: Link

    def apply(self, journey: Journey) -> Journey:
        links = {i: one for i, one in journey.links.items() if i != self.old}
        return Connect(link=self.link).apply(replace(journey, links=links))

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return "edit-reattach", ends(journey, self.link)


class MoveItems(_Edit, frozen=True, kw_only=True):
    """Steps and notes stand elsewhere; notes tied to a moved step go along unless they are named themselves.

    ``called`` says what moved them: edit-move, edit-tidy, edit-align, edit-distribute, edit-nudge.
    """

    places: Mapping[str, Point]
    called: str = "edit-move"
    key: str = ""

    def apply(self, journey: Journey) -> Journey:
        moved = {i: p for i, p in self.places.items() if i in journey.places}
        for i, note in journey.notes.items():
            if note.step in moved and i not in moved and i in journey.places:
                was, now, at = journey.places[note.step], moved[note.step], journey.places[i]
                moved[i] = (at[0] + now[0] - was[0], at[1] + now[1] - was[1])
        return replace(journey, places={**journey.places, **moved})

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return self.called, {"count": len(self.places)}

    @property
    def merges(self) -> str:
        return self.key


class SetFields(_Edit, frozen=True, kw_only=True):
    """Some fields of a step get other values; links of outputs that are no more go with them."""

    step: str
    fields: Fields
    key: str = ""

    def apply(self, journey: Journey) -> Journey:
        step = journey.steps.get(self.step)
        if step is None:
            return journey
        return with_step(journey, replace(step, fields={**step.fields, **self.fields}))

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        after = self.apply(journey).steps.get(self.step)
        if after is None:
            return "edit-fields", {"what": ""}
        was, known = journey.steps[self.step].fields, kind_of(after).by_name
        other = [name for name, value in self.fields.items() if name in known and was.get(name) != value]
        if len(other) != 1:
            return "edit-fields", {"what": title_of(after)}
        return "edit-field", {"what": title_of(after), "field": tr(known[other[0]].label)}

    @property
    def merges(self) -> str:
        return self.key and f"fields:{self.step}:{self.key}"


class ChangeStep(_Edit, frozen=True, kw_only=True):
    """A step gets another name or remark, or is switched off or on; None leaves as it is."""

    step: str
    name: str | None = None
    note: str | None = None
    disabled: bool | None = None

    def apply(self, journey: Journey) -> Journey:
        step = journey.steps.get(self.step)
        if step is None:
            return journey
        return with_step(journey, replace(step, **_given(name=self.name, note=self.note, disabled=self.disabled)))

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        step = journey.steps.get(self.step)
        what = {"what": title_of(step) if step else ""}
        if self.disabled is not None:
            return ("edit-disable" if self.disabled else "edit-enable"), what
        if self.name is not None:
            return ("edit-rename" if self.name else "edit-unname"), {"name": self.name}
        return "edit-step-note", what

    @property
    def merges(self) -> str:
        if self.disabled is not None:
            return ""
        return f"step:{self.step}:{'name' if self.name is not None else 'note'}"


class PutNote(_Edit, frozen=True, kw_only=True):
    """A note is new (then with its place) or is as given now."""

    note: Note
    place: Point | None = None

    def apply(self, journey: Journey) -> Journey:
        if self.place is None and self.note.id not in journey.notes:
            return journey
        places = journey.places if self.place is None else {**journey.places, self.note.id: self.place}
        return replace(journey, notes={**journey.notes, self.note.id: self.note}, places=places)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return ("edit-note" if self.note.id in journey.notes else "edit-add-note"), {}

    @property
    def merges(self) -> str:
        return f"note:{self.note.id}" if self.place is None else ""


class PutFrame(_Edit, frozen=True, kw_only=True):
    """A frame is new or is as given now. A step is in one frame at most: others let go of its steps."""

    frame: Frame

    def apply(self, journey: Journey) -> Journey:
        mine = tuple(s for s in self.frame.steps if s in journey.steps)
        frames: dict[str, Frame] = {}
        for i, other in journey.frames.items():
            left = tuple(s for s in other.steps if s not in mine)
            if i != self.frame.id and (left or not other.steps):
                frames[i] = other if left == other.steps else replace(other, steps=left)
        frames[self.frame.id] = replace(self.frame, steps=mine)
        return replace(journey, frames=frames)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return ("edit-frame" if self.frame.id in journey.frames else "edit-add-frame"), {"what": self.frame.title}

    @property
    def merges(self) -> str:
        return f"frame:{self.frame.id}"


class PasteItems(_Edit, frozen=True, kw_only=True):
    """A fragment with ids of its own is added; ``after`` is the output that leads to its first step, empty none."""

    fragment: Fragment
    after: str = ""
    called: str = "edit-paste"

    def apply(self, journey: Journey) -> Journey:
        new = self.fragment
        journey = replace(
            journey,
            steps={**journey.steps, **new.steps},
            links={**journey.links, **new.links},
            notes={**journey.notes, **new.notes},
            frames={**journey.frames, **new.frames},
            places={**journey.places, **new.places},
        )
        first = new.first()
        return attached(journey, self.after, first) if first else journey

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return self.called, {"count": len(self.fragment.steps) + len(self.fragment.notes)}


class SetSettings(_Edit, frozen=True, kw_only=True):
    """Some of the journey's settings get other values."""

    fields: Fields
    key: str = ""

    def apply(self, journey: Journey) -> Journey:
        return replace(journey, settings={**journey.settings, **self.fields})

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        (name,) = self.fields if len(self.fields) == 1 else ("",)
        field = SETTINGS.get(name)
        return ("edit-setting", {"field": tr(field.label)}) if field else ("edit-settings", {})

    @property
    def merges(self) -> str:
        return self.key and f"settings:{self.key}"


class RenameJourney(_Edit, frozen=True, kw_only=True):
    """The journey gets another name."""

    name: str

    def apply(self, journey: Journey) -> Journey:
        return replace(journey, name=self.name)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return "edit-rename-journey", {"name": self.name}

    @property
    def merges(self) -> str:
        return "journey:name"


class Become(_Edit, frozen=True, kw_only=True):
    """The journey becomes another value whole: an older version brought back, an import over it."""

    journey: Journey
    called: str = "edit-restore"

    def apply(self, journey: Journey) -> Journey:
        return replace(self.journey, id=journey.id)

    def words(self, journey: Journey) -> tuple[str, Mapping[str, object]]:
        return self.called, {}


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
