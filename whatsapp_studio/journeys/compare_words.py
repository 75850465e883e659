"""Decides how a difference between two values of a journey is said: one line each, under the step it is about."""

from __future__ import annotations

from typing import Any

import msgspec

from whatsapp_studio.base.i18n import ctr, ntr, tr
from whatsapp_studio.journeys.compare import Change, Comparison, Mark
from whatsapp_studio.journeys.graph import Frame, Journey, Note
from whatsapp_studio.journeys.phrases import short
from whatsapp_studio.journeys.saying import said
from whatsapp_studio.journeys.settings import BY_NAME
from whatsapp_studio.journeys.table import kind_of, ports_of, title_of


class Group(msgspec.Struct, frozen=True):
    """What is different about one thing: its id (empty: the journey), what it is called, its mark, and the lines."""

    id: str
    title: str
    mark: Mark
    lines: tuple[str, ...]


def in_words(comparison: Comparison) -> tuple[Group, ...]:
    """Every difference, in groups by step, in the order of the comparison."""
    found: dict[str, list[Change]] = {}
    for change in comparison.changes:
        found.setdefault(_about(change), []).append(change)
    return tuple(_group(comparison, id, some) for id, some in found.items())


def mark_word(mark: Mark) -> str:
    """A mark as a word."""
    return {"added": tr("Added"), "removed": tr("Removed"), "changed": tr("Changed")}[mark]


def counted(comparison: Comparison) -> str:
    """All of it in one line: ``2 steps added · 1 changed``."""
    groups = in_words(comparison)
    if not groups:
        return tr("No difference")
    some = [sum(group.mark == mark for group in groups) for mark in ("added", "removed", "changed")]
    said = (
        ntr("{n} added", "{n} added", some[0]) if some[0] else "",
        ntr("{n} removed", "{n} removed", some[1]) if some[1] else "",
        ntr("{n} changed", "{n} changed", some[2]) if some[2] else "",
    )
    return " · ".join(part for part in said if part)


def _about(change: Change) -> str:
    if change.element == "link":
        return change.id.rpartition(":")[0]
    return "layout" if change.element == "layout" else change.id


def _group(comparison: Comparison, id: str, changes: list[Change]) -> Group:
    before, after = comparison.before, comparison.after
    first = changes[0]
    lines = tuple(text for change in changes if (text := _line(comparison, change)))
    match first.element:
        case "step" | "link":
            step = after.steps.get(id) or before.steps[id]
            whole = first.mark if first.element == "step" and not first.field else "changed"
            return Group(id, title_of(step), whole, lines)
        case "note":
            note: Note = first.after or first.before
            title = tr("Note “{text}”", text=short(note.text, 28)) if note.text else tr("Note")
            return Group(id, title, first.mark, lines)
        case "frame":
            frame: Frame = first.after or first.before
            return Group(id, tr("Frame “{title}”", title=short(frame.title, 28)), first.mark, lines)
        case "layout":
            return Group("", tr("Layout"), "changed", lines)
        case _:
            return Group("", tr("The journey"), "changed", lines)


def _line(comparison: Comparison, change: Change) -> str:
    before, after = comparison.before, comparison.after
    match change.element:
        case "name":
            return _was(tr("Name"), change.after or tr("empty"), change.before or tr("empty"))
        case "settings":
            field = BY_NAME.get(change.field)
            return _values(tr(field.label) if field else change.field, field, change, before, after)
        case "step":
            return _step(comparison, change) if change.field else ""
        case "link":
            return _link(comparison, change)
        case "note" | "frame":
            return _paper(change, after) if change.mark == "changed" else ""
        case _:
            return ntr("{n} thing stands elsewhere", "{n} things stand elsewhere", change.after)


def _step(comparison: Comparison, change: Change) -> str:
    after = comparison.after.steps[change.id]
    match change.field:
        case ".kind":
            was = kind_of(comparison.before.steps[change.id])
            return _was(tr("Kind of step"), tr(kind_of(after).label), tr(was.label))
        case ".name":
            return _was(tr("Name"), change.after or tr("empty"), change.before or tr("empty"))
        case ".note":
            return tr("Remark: {text}", text=short(change.after, 60)) if change.after else tr("The remark is gone")
        case ".disabled":
            return tr("Switched off") if change.after else tr("Switched on")
        case ".extra":
            return tr("Something only a newer version knows")
    field = kind_of(after).by_name.get(change.field)
    label = tr(field.label) if field else change.field
    return _values(label, field, change, comparison.before, comparison.after)


def _values(label: str, field: Any, change: Change, before: Journey, after: Journey) -> str:
    old, new = said(field, change.before, before), said(field, change.after, after)
    # Where the few words are the same the difference is further on in a long text.
    return tr("{field} changed", field=label) if old == new else _was(label, new, old)


def _was(label: str, new: str, old: str) -> str:
    return tr("{field}: {after} (was {before})", field=label, after=new, before=old)


def _link(comparison: Comparison, change: Change) -> str:
    before, after = comparison.before, comparison.after
    step = change.id.rpartition(":")[0]
    now = title_of(after.steps[change.after]) if change.after else ""
    was = title_of(before.steps[change.before]) if change.before else ""
    if now and was:
        said = tr("leads to “{after}” (was “{before}”)", after=now, before=was)
    elif now:
        said = tr("leads to “{after}” (led nowhere)", after=now)
    else:
        said = tr("leads nowhere (was “{before}”)", before=was)
    if len(ports_of(after.steps[step], after)) == 1:
        return said[:1].upper() + said[1:]
    label = _output(after, step, change.field) or _output(before, step, change.field) or change.field
    return tr("{output}: {said}", output=label, said=said)


def _output(journey: Journey, step: str, port: str) -> str:
    return next((one.label for one in ports_of(journey.steps[step], journey) if one.name == port), "")


def _paper(change: Change, after: Journey) -> str:
    old, new = change.before, change.after
    if isinstance(new, Note):
        if old.text != new.text:
            return _was(tr("Text"), short(new.text, 60) or tr("empty"), short(old.text, 60) or tr("empty"))
        if old.step != new.step:
            step = after.steps.get(new.step)
            return tr("Belongs to “{step}”", step=title_of(step)) if step else tr("Belongs to no step")
        if old.printed != new.printed:
            return tr("Is printed") if new.printed else tr("Is not printed")
        return ctr("what changed", "Colour")
    if old.title != new.title:
        return _was(tr("Title"), new.title or tr("empty"), old.title or tr("empty"))
    if old.steps != new.steps:
        n, was = len(new.steps), len(old.steps)
        return ntr("{n} step in it (was {before})", "{n} steps in it (was {before})", n, before=was)
    return ctr("what changed", "Colour")
