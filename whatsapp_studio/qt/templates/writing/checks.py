"""Decides when what is written is held to Meta's rules: a moment after each change, every language by itself."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import Problem, Severity
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.templates.writing.session import Entry, Session
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.templates.draft import Draft, EditRight
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

SOON_MS = 120
# So long the templates of the account are not read again while one is written; all of them take a while.
_STALE_S = 20.0
_Read = tuple[list[Template] | None, list[Draft], dict[str, EditRight]]


class Checker(QObject):
    """``found`` comes when :attr:`problems` may be others. Limits on names and edits are read from the disk."""

    found = Signal()

    def __init__(self, studio: Studio, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._session = studio, session
        self.problems: dict[str, tuple[Problem, ...]] = {}
        self._templates: list[Template] = []
        self._drafts: list[Draft] = []
        self._rights: dict[str, EditRight] = {}
        self._turn = 0
        self._read_at = -_STALE_S
        self._kept: dict[str, tuple[object, tuple[Problem, ...]]] = {}
        self._latest = Latest(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.check)
        session.changed.connect(self._soon.start)
        session.languages_changed.connect(self.read)

    def of(self, language: str) -> tuple[Problem, ...]:
        """What is wrong with one language."""
        return self.problems.get(language, ())

    def errors(self, language: str) -> int:
        """How many problems keep a language from being submitted."""
        return sum(problem.severity == "error" for problem in self.of(language))

    def read(self, *, fresh: bool = False) -> None:
        """Read again what the drafts are held against, outside this thread, and check; ``fresh``: all of it."""
        if fresh:
            self._read_at = -_STALE_S
        writing, templates = self._studio.writing, self._studio.templates
        entries = [entry for entry in self._session.entries.values() if entry.draft is not None]
        stale = time.monotonic() - self._read_at > _STALE_S

        def ask() -> _Read:
            rights = {entry.language: writing.right(entry.draft) for entry in entries if entry.draft is not None}
            return templates.all() if stale else None, writing.drafts(), rights

        self._latest.ask(ask, self._show)
        self.check()

    def _show(self, read: _Read) -> None:
        templates, drafts, rights = read
        if templates is not None:
            self._read_at = time.monotonic()
        elif (drafts, rights) == (self._drafts, self._rights):
            return
        self._templates = self._templates if templates is None else templates
        self._drafts, self._rights = drafts, rights
        self._turn += 1
        self.check()

    def check(self) -> None:
        """Hold every language that is written against the rules, now."""
        self._soon.stop()
        entries = self._session.entries
        own = {draft.id for draft in self._session.drafts}
        ours = [draft.template for draft in self._session.drafts]
        others = [*self._templates, *(draft.template for draft in self._drafts if draft.id not in own)]
        before = self.problems
        self.problems = {
            language: self._of(entry, [*others, *(one for one in ours if one.language != language)])
            for language, entry in entries.items()
            if entry.draft is not None
        }
        if self.problems != before or not self.problems:
            self.found.emit()

    def _of(self, entry: Entry, others: Sequence[Template]) -> tuple[Problem, ...]:
        from whatsapp_studio.services.checking import brand_kit
        from whatsapp_studio.templates.content_lint import template_lint
        from whatsapp_studio.templates.creation_rules import problems

        draft = entry.draft
        assert draft is not None
        ours = tuple((one.template.name, one.template.category, one.template.language) for one in self._session.drafts)
        brand = brand_kit(self._studio.settings)
        key = (draft.template, draft.base_id, self._turn, ours, brand)
        kept = self._kept.get(entry.language)
        if kept is not None and kept[0] == key:
            return kept[1]
        found = problems(replace(draft.template, meta_id=draft.base_id), others=others)
        if draft.template.body:
            # What a person would regret is nothing to be told before there is a message.
            said = {(problem.where, problem.code) for problem in found}
            found += tuple(one for one in template_lint(draft.template, brand) if (one.where, one.code) not in said)
        right = self._rights.get(entry.language)
        if right is not None and not right.allowed:
            at = day_and_time(right.at, self._studio.clock.now())
            severity: Severity = "warning" if right.why == "template-create-hour" else "error"
            facts = {"name": draft.template.name, "at": at}
            found = (*found, Problem(right.why, "name", facts, severity))
        self._kept[entry.language] = (key, found)
        return found
