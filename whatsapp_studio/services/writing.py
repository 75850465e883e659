"""Decides how a template is written here: drafts, kept as they are typed, until they are handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, Problem, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.services.replacing import Matching, Replaced
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.services.where_used import Use
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.drafts import DraftRows
from whatsapp_studio.storage.template_history import HistoryRows
from whatsapp_studio.templates.draft import (
    CREATE_WITHIN,
    Draft,
    EditRight,
    Past,
    may_create,
    may_edit,
    name_free,
)
from whatsapp_studio.templates.template import Template

__all__ = ["Draft", "EditRight", "Past", "Use", "Writing"]


class Writing:
    """Templates in the making. Every method may be called from any thread."""

    def __init__(self, store: Store, templates: Templates, clock: Clock, tell: Tell, wake: Callable[[], None]) -> None:
        self._drafts, self._history = DraftRows(store), HistoryRows(store)
        self._templates, self._clock, self._tell, self._wake = templates, clock, tell, wake

    # -- drafts --------------------------------------------------------------------------------------

    def drafts(self) -> list[Draft]:
        """Every draft, by name and language."""
        return self._drafts.all()

    def draft(self, id: int) -> Draft:
        """One draft; raises ``UserError("template-draft-unknown")``."""
        return self._drafts.get(id)

    def start(self, name: str = "", language: str = "en", category: str = "MARKETING") -> Draft:
        """A new, empty draft; raises ``UserError("template-draft-exists")``."""
        return self._add(Template(name=name, language=language, category=category, status="DRAFT"))

    def save(self, id: int, template: Template) -> Draft:
        """Keep what was written; what was refused, or waited to be handed in, is a draft again.

        Raises ``UserError`` with ``template-draft-exists`` (another draft has this name and language),
        ``template-draft-leaving`` (on its way to Meta) or ``template-draft-unknown``.
        """
        draft = self._drafts.write(id, _clean(template), self._clock.now())
        self._tell(Changes(templates=True))
        return draft

    def discard(self, id: int) -> None:
        """Throw a draft away; raises ``UserError("template-draft-leaving")`` while it is on its way."""
        draft = self.draft(id)
        if not self._drafts.drop(id, ("draft", "queued", "refused")):
            raise UserError("template-draft-leaving", name=draft.template.name)
        self._tell(Changes(templates=True))

    def add_language(self, id: int, language: str) -> Draft:
        """A copy of a draft in another language, to be translated; raises ``UserError("template-draft-exists")``."""
        return self._add(msgspec.structs.replace(self.draft(id).template, language=language))

    def duplicate(self, template: Template, name: str) -> Draft:
        """Drafts of a new name with what is in ``template``, in each of its languages; returns that of this one."""
        versions = [one for one in self._templates.all() if one.name == template.name] or [template]
        made = [self._add(msgspec.structs.replace(one, name=name)) for one in versions]
        return next((one for one in made if one.template.language == template.language), made[0])

    def edit(self, template: Template) -> Draft:
        """The draft that changes a template Meta has; the one that is there already, or a new one.

        Raises ``UserError`` with the code of :meth:`allowed` where Meta would not take a change now.
        """
        for draft in self.drafts():
            if draft.base_id and draft.base_id == template.meta_id:
                return draft
        right = self.allowed(template)
        if not right.allowed:
            raise UserError(right.why, name=template.name, status=template.status, at=right.at)
        return self._add(template, template.meta_id)

    # -- handing in ----------------------------------------------------------------------------------

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """What Meta would refuse of a draft, and when it may be handed in."""
        right = self.right(draft)
        return () if right.allowed else (Problem(right.why, "name", {"name": draft.template.name, "at": right.at}),)

    def right(self, draft: Draft) -> EditRight:
        """Whether a draft may be handed in now, by Meta's limits on names, edits and creations."""
        template, now = draft.template, self._clock.now()
        if draft.base_id:
            known = self._templates.get(template.name, template.language)
            return self.allowed(known) if known else EditRight(False, None, "template-edit-gone")
        free = name_free(
            template.name, template.language, self._history.of(template.name), self._templates.all(), now
        )
        return free if not free.allowed else may_create(self._history.moments("created", now - CREATE_WITHIN), now)

    def submit(self, id: int) -> Draft:
        """Queue a draft to be handed in as soon as Meta can be reached; raises ``Blocked`` with what is wrong."""
        draft = self.draft(id)
        wrong = tuple(one for one in self.problems(draft) if one.severity == "error")
        if wrong:
            raise Blocked(wrong)
        self._drafts.move(id, ("draft", "refused"), "queued")
        self._tell(Changes(templates=True))
        self._wake()
        return self.draft(id)

    def withdraw(self, id: int) -> Draft:
        """Take a draft out of the queue; raises ``UserError("template-draft-leaving")`` where it is too late."""
        if not self._drafts.move(id, ("queued", "refused", "draft"), "draft"):
            raise UserError("template-draft-leaving", name=self.draft(id).template.name)
        self._tell(Changes(templates=True))
        return self.draft(id)

    def submit_now(self, progress: Progress = Unwatched()) -> list[Draft]:
        """Hand in everything that is queued and due, and wait for Meta's answers; returns what is still here of it."""
        return [draft for draft in self.drafts() if draft.state != "draft"]

    # -- templates that Meta has ---------------------------------------------------------------------

    def allowed(self, template: Template) -> EditRight:
        """Whether a template may be changed now, else from when and why not."""
        past = self._history.of(template.name, template.language)
        return may_edit(template, past, self._clock.now())

    def delete(self, template: Template, all_languages: bool = False) -> None:
        """Delete a template at Meta, in one language or in all of them; blocks until Meta answered."""
        raise UserError("template-delete-offline", name=template.name)

    # -- where it is used ----------------------------------------------------------------------------

    def uses(self, name: str, language: str | None = None) -> tuple[Use, ...]:
        """What uses a template, in one language or in any."""
        return ()

    def replaceable(self, old: Template) -> list[tuple[Template, Matching]]:
        """The templates that can take the place of ``old``, best first: each with how its places are filled."""
        return []

    def replace(self, old: Template, new: Template, mapping: Mapping[str, str] | None = None) -> Replaced:
        """Let everything that uses ``old`` and is not live use ``new``; ``mapping`` is new place → old place."""
        return Replaced(left=self.uses(old.name, old.language))

    def _add(self, template: Template, base_id: str = "") -> Draft:
        draft = self._drafts.add(_clean(template), base_id, self._clock.now())
        self._tell(Changes(templates=True))
        return draft


def _clean(template: Template) -> Template:
    """What is written, without what only Meta says of a template."""
    return msgspec.structs.replace(
        template, status="DRAFT", quality="UNKNOWN", meta_id="", rejected_reason="", raw="",
        previous_category="", correct_category="",
    )  # fmt: skip
