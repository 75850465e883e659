"""Decides what a phone shows of a message step: its template or its free text, filled in for one contact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.table import value
from whatsapp_studio.qt.forms.editor import as_dict, as_list, as_text
from whatsapp_studio.templates.bubble import Bubble, ButtonPart, HeaderPart, bubble, file_name
from whatsapp_studio.templates.expression import Expression, ExpressionError
from whatsapp_studio.templates.formatting import direction, lines
from whatsapp_studio.templates.personalise import Filler, sample_values
from whatsapp_studio.templates.template import Template

SENDS = ("send_template", "send_window")
Templates = Mapping[tuple[str, str], Template]


class Shown(msgspec.Struct, frozen=True):
    """What is to be seen; ``problem`` is what this contact's values do to it."""

    bubble: Bubble | None
    problem: Problem | None = None


def template_of(step: Step, templates: Templates, language: str = "") -> Template | None:
    """The template a step sends (in another ``language``), if the workspace has it."""
    chosen = as_dict(value(step, "template"))
    return templates.get((as_text(chosen.get("name")), language or as_text(chosen.get("language"))))


def languages_of(step: Step) -> tuple[str, ...]:
    """The languages a step may send its template in, that of the template first."""
    if step.kind != "send_template":
        return ()
    rules = (as_text(as_dict(row).get("language")) for row in as_list(value(step, "languages")))
    first = as_text(as_dict(value(step, "template")).get("language"))
    return tuple(one for one in dict.fromkeys((first, *rules)) if one)


def slots_of(step: Step) -> dict[str, Slot]:
    """What fills each place of the step's template."""
    return {place: _slot(slot) for place, slot in as_dict(value(step, "mapping")).items()}


def filler_of(step: Step, template: Template) -> Filler:
    """The step's mapping, ready for any number of contacts."""
    return Filler(template, slots_of(step), beside={"event": None, "journey": None})


def compose(step: Step, templates: Templates, contact: Contact | None, language: str = "") -> Shown:
    """The message of a step for a contact, or with the examples of its template for nobody."""
    if step.kind == "send_template":
        template = template_of(step, templates, language)
        if template is None:
            return Shown(None)
        if contact is None:
            return Shown(bubble(template, sample_values(template)))
        filler, values = filler_of(step, template), contact.values()
        problem = None
        if not filler.problems:
            filled = filler.fill(values)
            problem = filled if isinstance(filled, Problem) else None
        return Shown(bubble(template, filler.partly(values)), problem)
    return Shown(_free(step, contact.values() if contact is not None else None))


def _slot(raw: Any) -> Slot:
    found = as_dict(raw)
    return Slot(
        expression=as_text(found.get("expression")), fallback=as_text(found.get("fallback")),
        if_empty="block" if found.get("if_empty") == "block" else "skip",
    )  # fmt: skip


def _free(step: Step, values: Mapping[str, object] | None) -> Bubble | None:
    what = value(step, "what")
    media = as_dict(value(step, "media")) if what == "media" else {}
    text = rendered(as_text(media.get("caption") if what == "media" else value(step, "text")), values)
    buttons: tuple[ButtonPart, ...] = ()
    if what == "buttons":
        named = [as_text(as_dict(one).get("text")) for one in as_list(value(step, "buttons"))]
        buttons = tuple(ButtonPart("reply", name) for name in named if name)
    elif what == "list":
        opener = as_text(as_dict(value(step, "menu")).get("button"))
        buttons = (ButtonPart("list", opener),) if opener else ()
    header = _header(as_text(media.get("kind")), as_text(media.get("url"))) if what == "media" else None
    if not text and not buttons and header is None:
        return None
    return Bubble(header=header, body=lines(text, "body", {}), buttons=buttons, rtl=direction(text) == "rtl")


def _header(kind: str, url: str) -> HeaderPart:
    if kind in ("document", "audio"):
        return HeaderPart("document", file_name(url), url)
    return HeaderPart("video" if kind == "video" else "image", "", url)


def rendered(source: str, values: Mapping[str, object] | None) -> str:
    """A text with Liquid for a contact; as it stands where it cannot be read, or for nobody."""
    if values is None or "{" not in source:
        return source
    try:
        return Expression(source).render(values)
    except ExpressionError:
        return source
