"""Decides what is being written: one template in its languages, each edit a value before and after, saved by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.saving import Saved, Saver
from whatsapp_studio.templates.draft import Draft
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

# Typing in one field is one step of undo until somebody pauses.
_PAUSE_S = 1.5
_MERGES = 7401
# Every language of a template has the same of these.
_SHARED = ("name", "category")
Step = Mapping[int, Template]


@dataclass(frozen=True, slots=True)
class Entry:
    """A language: the draft that is written, and the template as Meta has it. One of them may not be there."""

    language: str
    draft: Draft | None = None
    known: Template | None = None

    @property
    def shown(self) -> Template:
        """What the form and the phone show."""
        found = self.draft.template if self.draft is not None else self.known
        assert found is not None
        return found

    @property
    def state(self) -> str:
        """The draft's state, else Meta's status."""
        return self.draft.state if self.draft is not None else self.shown.status

    @property
    def editable(self) -> bool:
        """Whether it can be written in now."""
        return self.draft is not None and self.draft.state != "submitting"


class _Edit(QUndoCommand):
    def __init__(self, session: Session, before: Step, after: Step, key: str, language: str) -> None:
        super().__init__(tr("Change the template"))
        self._session, self._before, self._after = session, before, after
        self._key, self._language, self._at = key, language, time.monotonic()

    def id(self) -> int:
        return _MERGES if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _Edit)
        same = (
            other._key == self._key and other._language == self._language and other._after.keys() == self._after.keys()
        )
        if not same or other._at - self._at > _PAUSE_S:
            return False
        self._after, self._at = other._after, other._at
        return True

    def redo(self) -> None:
        self._session.put(self._after, self._language)

    def undo(self) -> None:
        self._session.put(self._before, self._language)


class Session(QObject):
    """What the window writes in. ``changed``: the shown language is not what it was; ``languages_changed``: there is
    another language, or another state of one; ``told`` carries :class:`Saved`."""

    changed = Signal()
    languages_changed = Signal()
    told = Signal(object)

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.entries: dict[str, Entry] = {}
        self.language = ""
        self.stack = QUndoStack(self)
        self.saver = Saver(lambda id, template: studio.writing.save(id, template), self)
        self.saver.saved.connect(self._saved)
        self._unsaved: set[int] = set()

    # -- reading -------------------------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """The language that is shown."""
        return self.entries.get(self.language)

    @property
    def template(self) -> Template | None:
        """What is shown of it."""
        return self.entry.shown if self.entry is not None else None

    @property
    def drafts(self) -> list[Draft]:
        """Every language's draft."""
        return [entry.draft for entry in self.entries.values() if entry.draft is not None]

    def open(self, name: str, language: str = "", draft_id: int = 0) -> None:
        """Write in a template's drafts; a draft without a name is by itself."""
        self.saver.flush()
        self.stack.clear()
        self.entries = self._read(name, (draft_id,))
        first = next((entry.language for entry in self.entries.values() if entry.draft is not None), "")
        there = {entry.draft.id: entry.language for entry in self.entries.values() if entry.draft is not None}
        self.language = there.get(draft_id) or (language if language in self.entries else "") or first
        self.language = self.language or next(iter(self.entries), "")
        self.languages_changed.emit()
        self.changed.emit()

    def look(self) -> None:
        """Something changed outside: states, templates at Meta, drafts; what is typed here stays."""
        if not self.entries:
            return
        entry = self.entry
        ids = [draft.id for draft in self.drafts]
        before = self.entries
        name = entry.shown.name if entry is not None else ""
        found = self._read(name, ids)
        for language, new in found.items():
            old = before.get(language)
            if new.draft is not None and old is not None and old.draft is not None and old.draft.id == new.draft.id:
                written = old.draft.template if self._busy(new.draft.id) else new.draft.template
                found[language] = replace(new, draft=msgspec.structs.replace(new.draft, template=written))
        if found == before:
            return
        self.entries = found
        if self.language not in found:
            self.language = next(iter(found), "")
        gone = set(ids) - {draft.id for draft in self.drafts}
        for id in gone:
            self.saver.forget(id)
        if gone:
            self.stack.clear()
        self.languages_changed.emit()
        self.changed.emit()

    def _busy(self, id: int) -> bool:
        return id in self._unsaved

    def _read(self, name: str, ids: Collection[int]) -> dict[str, Entry]:
        """The languages of a template; its name is that of the drafts with these ids, where there are any, as it is on
        the disk: a name that is taken belongs to another template."""
        every = self._studio.writing.drafts()
        mine = [draft for draft in every if draft.id in ids]
        name = mine[0].template.name if mine else name
        own = [*(draft for draft in every if name and draft.template.name == name and draft not in mine), *mine]
        known = {one.language: one for one in self._studio.templates.named(name)} if name else {}
        drafts = {draft.template.language: draft for draft in own}
        for draft in own:
            self.saver.know(draft)
        languages = sorted({*drafts, *known})
        return {one: Entry(one, drafts.get(one), known.get(one)) for one in languages}

    # -- writing -------------------------------------------------------------------------------------

    def show(self, language: str) -> None:
        """Write in another language."""
        if language in self.entries and language != self.language:
            self.language = language
            self.languages_changed.emit()
            self.changed.emit()

    def edit(self, change: Callable[[Template], Template], key: str = "") -> None:
        """Make an edit of the language shown; edits with the same ``key`` in a row are one step of undo."""
        entry = self.entry
        if entry is None or entry.draft is None or not entry.editable:
            return
        before = {draft.id: draft.template for draft in self.drafts}
        after = {entry.draft.id: change(entry.draft.template)}
        shared = {name: getattr(after[entry.draft.id], name) for name in _SHARED}
        if shared != {name: getattr(entry.draft.template, name) for name in _SHARED}:
            from whatsapp_studio.templates.edits import with_category

            for id, template in before.items():
                if id not in after:
                    after[id] = msgspec.structs.replace(with_category(template, shared["category"]), **shared)
        after = {id: template for id, template in after.items() if template != before[id]}
        if after:
            self.stack.push(_Edit(self, {id: before[id] for id in after}, after, key, self.language))

    def put(self, step: Step, language: str) -> None:
        """Have these templates in the drafts; an undo shows the language it is about."""
        for name, entry in self.entries.items():
            if entry.draft is not None and entry.draft.id in step:
                template = step[entry.draft.id]
                self.entries[name] = replace(entry, draft=msgspec.structs.replace(entry.draft, template=template))
                self._unsaved.add(entry.draft.id)
                self.saver.change(entry.draft.id, template)
        if language in self.entries and language != self.language:
            self.language = language
            self.languages_changed.emit()
        self.changed.emit()

    def _saved(self, result: Saved) -> None:
        for draft in result.drafts:
            for name, entry in self.entries.items():
                if entry.draft is None or entry.draft.id != draft.id:
                    continue
                kept = msgspec.structs.replace(draft, template=entry.draft.template)
                self.entries[name] = replace(entry, draft=kept)
        if self.saver.clean and not result.errors:
            self._unsaved.clear()
        self.told.emit(result)
        if result.drafts:
            self.languages_changed.emit()
