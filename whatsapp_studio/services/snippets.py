"""Decides what a person can do with snippets: texts by name that expressions bring in, each kept in every version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Literal

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.snippets import Snippet, SnippetStore, SnippetVersion
from whatsapp_studio.templates.snippets import used, way_back

__all__ = ["MOST_BYTES", "Snippet", "SnippetUse", "SnippetVersion", "Snippets"]
# As large as a fragment of Adobe's may be.
MOST_BYTES = 200_000
MOST_SIGNS = 80
_NAME = re.compile(r"[^\"'{}%\n]+")
UseKind = Literal["journey", "campaign", "recipe", "snippet"]


class SnippetUse(msgspec.Struct, frozen=True):
    """Something that brings a snippet in. ``live`` is whether people are in it: it goes on with the text it has."""

    kind: UseKind
    id: str
    name: str
    live: bool = False


class Snippets:
    """Everything a person can ask of snippets. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._kept, self._clock, self._tell = store, SnippetStore(store), clock, tell
        self._audit = Noting(store, clock, "template")

    def all(self) -> list[Snippet]:
        """Every snippet with its newest text, by name."""
        return self._kept.all()

    def texts(self) -> dict[str, str]:
        """What every name stands for now."""
        return {one.name: one.content for one in self.all()}

    def texts_at(self, moment: datetime) -> dict[str, str]:
        """What every name stood for at a moment (UTC): what was published then goes by these."""
        return self._kept.at(moment)

    def versions(self, id: int) -> list[SnippetVersion]:
        """Every text of a snippet, the newest first."""
        return self._kept.versions(id)

    def create(self, name: str, content: str) -> Snippet:
        """A new snippet; ``UserError`` where the name cannot be one or is taken, or the text cannot be kept."""
        name = _named(name)
        self._must_fit(name, content)
        id = self._kept.add(name, content, self._clock.now())
        self._tell(Changes(content=True))
        return self._one(id)

    def save(self, id: int, content: str) -> Snippet:
        """Keep a new version of a snippet; ``UserError`` as :meth:`create`. What is live keeps the text it has."""
        self._must_fit(self._one(id).name, content)
        self._kept.save(id, content, self._clock.now())
        self._tell(Changes(content=True))
        return self._one(id)

    def rename(self, id: int, name: str) -> Snippet:
        """Give a snippet another name; ``UserError("snippet-in-use")`` while something calls it by the old one."""
        name, old = _named(name), self._one(id)
        if name != old.name:
            self._must_be_free(old)
            self._kept.rename(id, name)
            self._tell(Changes(content=True))
        return self._one(id)

    def delete(self, id: int) -> None:
        """Put a snippet away; ``UserError("snippet-in-use")`` while something uses it, with who in ``users``."""
        snippet = self._one(id)
        self._must_be_free(snippet)
        with self._store.write():
            self._kept.delete(id, self._clock.now())
            self._audit("snippet-deleted", id, snippet.name, {"text": snippet.content})
        self._tell(Changes(content=True))

    def uses(self, name: str) -> list[SnippetUse]:
        """Everything that brings the snippet of this name in: drafts, what is live, recipes and other snippets."""
        wanted = name.casefold()
        return [one for one, texts in self._all_texts() if wanted in {n.casefold() for n in _named_in(texts)}]

    def counts(self) -> dict[str, int]:
        """How many things bring each snippet in, by its name in lower case."""
        found: dict[str, int] = {}
        for _one, texts in self._all_texts():
            for name in {n.casefold() for n in _named_in(texts)}:
                found[name] = found.get(name, 0) + 1
        return found

    # -- inside --------------------------------------------------------------------------------------

    def _one(self, id: int) -> Snippet:
        found = next((one for one in self.all() if one.id == id), None)
        if found is None:
            raise UserError("snippet-gone")
        return found

    def _must_fit(self, name: str, content: str) -> None:
        if not content.strip():
            raise UserError("snippet-empty")
        size = len(content.encode())
        if size > MOST_BYTES:
            raise UserError("snippet-large", size=size // 1000, most=MOST_BYTES // 1000)
        way = way_back(name, content, self.texts())
        if way:
            raise UserError("snippet-in-itself", name=name, way=" → ".join(way))

    def _must_be_free(self, snippet: Snippet) -> None:
        users = self.uses(snippet.name)
        if users:
            raise UserError(
                "snippet-in-use", name=snippet.name, count=len(users), users=", ".join(one.name for one in users)
            )

    def _all_texts(self) -> Iterator[tuple[SnippetUse, list[str]]]:
        for row in self._store.rows(
            "SELECT id, name, draft FROM campaigns WHERE kind = 'campaign' AND state = 'draft'"
        ):
            yield SnippetUse("campaign", row["id"], row["name"]), list(_strings(row["draft"]))
        for row in self._store.rows("SELECT id, name, text FROM journeys WHERE deleted_at IS NULL"):
            yield SnippetUse("journey", row["id"], row["name"]), list(_strings(row["text"]))
        live = (
            "SELECT DISTINCT j.id, j.name, v.text FROM lives l JOIN plans p ON p.id = l.plan_id JOIN journeys j ON"
            " j.id = l.journey_id JOIN journey_versions v ON v.journey_id = p.journey_id AND v.number = p.version"
            " WHERE l.test = 0 AND l.state <> 'stopped'"
        )
        for row in self._store.rows(live):
            yield SnippetUse("journey", row["id"], row["name"], live=True), list(_strings(row["text"]))
        for row in self._store.rows("SELECT id, name, content FROM recipes"):
            yield SnippetUse("recipe", str(row["id"]), row["name"]), list(_strings(row["content"]))
        for one in self.all():
            yield SnippetUse("snippet", str(one.id), one.name), [one.content]


def _named(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise UserError("snippet-name-empty")
    if len(tidy) > MOST_SIGNS or _NAME.fullmatch(tidy) is None:
        raise UserError("snippet-name-bad", name=tidy, most=MOST_SIGNS)
    return tidy


def _named_in(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in used(text)}


def _strings(json: str) -> Iterator[str]:
    """Every text in a JSON document that may bring a snippet in."""
    if "snippet" in json:
        yield from _walk(msgspec.json.decode(json))


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)
