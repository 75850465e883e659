"""Decides when what is written is held to Meta's rules: a moment after each change, every language by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.templates.writing.session import Entry, Session
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.templates.draft import Draft, EditRight
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

SOON_MS = 120
_Read = tuple[list[Template], list[Draft], dict[str, EditRight]]


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

    def read(self) -> None:
        """Read again what the drafts are held against, outside this thread, and check."""
        writing, templates = self._studio.writing, self._studio.templates
        entries = [entry for entry in self._session.entries.values() if entry.draft is not None]

        def ask() -> _Read:
            rights = {entry.language: writing.right(entry.draft) for entry in entries if entry.draft is not None}
            return templates.all(), writing.drafts(), rights

        self._latest.ask(ask, self._show)
        self.check()

    def _show(self, read: _Read) -> None:
        if read != (self._templates, self._drafts, self._rights):
            self._templates, self._drafts, self._rights = read
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
        from whatsapp_studio.templates.content_lint import template_lint
        from whatsapp_studio.templates.creation_rules import problems

        draft = entry.draft
        assert draft is not None
        found = problems(replace(draft.template, meta_id=draft.base_id), others=others)
        if draft.template.body:
            # What a person would regret is nothing to be told before there is a message.
            said = {(problem.where, problem.code) for problem in found}
            found += tuple(one for one in template_lint(draft.template) if (one.where, one.code) not in said)
        right = self._rights.get(entry.language)
        if right is not None and not right.allowed:
            at = day_and_time(right.at, self._studio.clock.now())
            severity = "warning" if right.why == "template-create-hour" else "error"
            facts = {"name": draft.template.name, "at": at}
            found = (*found, Problem(right.why, "name", facts, severity))  # type: ignore[arg-type]
        return found
