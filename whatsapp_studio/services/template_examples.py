"""Decides what a new template can start from, and how an example becomes drafts of one's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from whatsapp_studio.base.paths import resource
from whatsapp_studio.templates.edits import with_category
from whatsapp_studio.templates.template import Header, Template

if TYPE_CHECKING:
    from whatsapp_studio.services.media import MediaShelf
    from whatsapp_studio.services.syncing import Templates
    from whatsapp_studio.services.writing import Draft, Writing

_FILE = "samples/template_examples.json"
_PICTURE = "sample:"


class Example(msgspec.Struct, frozen=True):
    """One way to start. ``id`` is empty for a blank one; ``versions`` are its languages, the first one is opened."""

    id: str
    category: str
    versions: tuple[Template, ...]

    def shown(self, language: str) -> Template:
        """The version in the program's language, else the first."""
        return next((one for one in self.versions if one.language == language), self.versions[0])

    def looked_at(self, language: str) -> Template:
        """That version to be looked at before it is taken; :func:`picture` says where its pictures are."""
        return _with_files(self.shown(language), lambda name: f"file:{_mark_of(name)}")


@lru_cache(maxsize=1)
def examples() -> tuple[Example, ...]:
    """A blank one for each category, and the examples of the program."""
    bare = Template(name="", language="en", status="DRAFT")
    blank = tuple(
        Example("", category, (with_category(bare, category),))
        for category in ("MARKETING", "UTILITY", "AUTHENTICATION")
    )
    kept = json.loads(resource(_FILE).read_text(encoding="utf-8"))
    return blank + tuple(Example(one["id"], one["category"], tuple(_versions(one))) for one in kept)


def _versions(one: dict[str, Any]) -> Iterator[Template]:
    shared = {"name": one["id"], "category": one["category"], "status": "DRAFT"}
    for version in one["versions"]:
        yield msgspec.convert({**shared, **version}, Template)


def picture(mark: str) -> Path | None:
    """The picture of an example, by what :meth:`Example.looked_at` put in its place."""
    names = {_mark_of(one.name): one.name for one in resource("samples").glob("*.png")}
    return resource(f"samples/{names[mark]}") if mark in names else None


def _mark_of(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def begin(writing: Writing, shelf: MediaShelf, example: Example, templates: Templates) -> Draft:
    """Drafts with what is in an example, in each of its languages, under a name that is free; returns the first.

    ``templates`` are those Meta has. A blank one has no name, unless a draft without one is there already.
    Raises ``UserError`` and ``WorldError`` as keeping its pictures and drafts does.
    """
    drafted = {draft.template.name for draft in writing.drafts()}
    names = (example.id if n == 1 else f"{example.id or 'new_template'}_{n}" for n in count(1))
    name = next(one for one in names if one not in drafted and not (one and templates.named(one)))

    def keep(picture: str) -> str:
        return f"file:{shelf.keep(resource(f'samples/{picture}'))}"

    made = []
    for version in example.versions:
        draft = writing.start(name, version.language, version.category)
        made.append(writing.save(draft.id, replace(_with_files(version, keep), name=name)))
    return made[0]


def _with_files(t: Template, place: Callable[[str], str]) -> Template:
    """The template with ``place`` asked where each of the program's own pictures is."""

    def put(header: Header | None) -> Header | None:
        sample = dict(header.samples).get("media", "") if header is not None else ""
        if header is None or not sample.startswith(_PICTURE):
            return header
        return replace(header, samples=(("media", place(sample.removeprefix(_PICTURE))),))

    return replace(t, header=put(t.header), cards=tuple(replace(card, header=put(card.header)) for card in t.cards))
