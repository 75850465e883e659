"""Decides how a template is written here: drafts, kept as they are typed, until they are handed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, Problem, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.services.limits import Limits
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.services.replacing import Matching, Replaced, Replacing
from whatsapp_studio.services.submitting import Api, Submitter
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.drafts import DraftRows
from whatsapp_studio.templates.creation_rules import problems as creation_problems
from whatsapp_studio.templates.draft import Draft, EditRight, Past
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.use import Use

# Meta's subcode for a template that is not on the account (seen at deletions).
_NOT_THERE = 2593002

__all__ = ["Draft", "EditRight", "Past", "Use", "Writing"]


class Writing:
    """Templates in the making. Every method may be called from any thread."""

    def __init__(
        self, store: Store, templates: Templates, submitter: Submitter, replacing: Replacing, clock: Clock, tell: Tell,
        api: Api, wake: Callable[[], None],
    ) -> None:  # fmt: skip
        self._store, self._drafts, self._limits = store, DraftRows(store), Limits(store, clock)
        self._templates, self._submitter, self._replacing, self._api = templates, submitter, replacing, api
        self._clock, self._tell, self._wake = clock, tell, wake
        self._audit = Noting(store, clock, "template")

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
        with self._store.write():
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
        """What Meta would refuse of a draft, and what of its limits stands in the way now.

        That a hundred were created in the last hour is a warning: it waits in the queue until there is room again.
        """
        template = msgspec.structs.replace(draft.template, meta_id=draft.base_id)
        others = [*self._templates.all(), *(one.template for one in self.drafts() if one.id != draft.id)]
        found = list(creation_problems(template, others=others))
        right = self._limits.of(draft)
        if not right.allowed:
            facts = {"name": template.name, "at": right.at.isoformat(timespec="minutes") if right.at else ""}
            waits = right.why == "template-create-hour"
            where = "category" if right.why == "template-edit-category" else "name"
            found.append(Problem(right.why, where, facts, "warning" if waits else "error"))
        return tuple(found)

    def right(self, draft: Draft) -> EditRight:
        """Whether a draft may be handed in now, by Meta's limits on names, edits and creations."""
        return self._limits.of(draft)

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
        """Hand in everything that is queued and wait for Meta's answers; returns what is still here of it.

        A draft that Meta took is no draft any more, but one of the account's templates. Raises ``UserError`` and
        ``WorldError`` where Meta cannot be spoken to; what is queued stays queued then.
        """
        before = {draft.id for draft in self.drafts() if draft.state in ("queued", "submitting")}
        self._submitter.work(progress, at_once=True)
        return [draft for draft in self.drafts() if draft.id in before]

    # -- templates that Meta has ---------------------------------------------------------------------

    def allowed(self, template: Template) -> EditRight:
        """Whether a template may be changed now, else from when and why not."""
        return self._limits.edit(template)

    def delete(self, template: Template, all_languages: bool = False) -> None:
        """Delete a template at Meta, in one language or in all of them; blocks until Meta answered.

        The name rests for 30 days then. Raises ``UserError`` where Meta refuses (a disabled one stays), and
        ``WorldError`` where it cannot be reached.
        """
        doomed = [one for one in self._templates.all() if one.name == template.name] if all_languages else [template]

        async def ask() -> None:
            async with self._api() as api:
                await api.delete_template(template.name, "" if all_languages else template.meta_id)

        try:
            asyncio.run(ask())
        except UserError as error:
            if error.facts.get("subcode") != _NOT_THERE:
                raise  # else an answer was lost the first time
        now = self._clock.now()
        entries = (
            Past(
                name=one.name, language=one.language, meta_id=one.meta_id, at=now, kind="deleted", before=one.status,
                source="us",
            )
            for one in doomed
        )  # fmt: skip
        with self._store.write():
            followed = self._templates.remove(entries, now)
            for one in doomed:
                self._audit("template-deleted", f"{one.name}/{one.language}", one.name, {"status": one.status})
        self._tell(Changes(templates=True, campaigns=followed.touched, sending=bool(followed.touched)))

    # -- where it is used ----------------------------------------------------------------------------

    def uses(self, name: str, language: str | None = None) -> tuple[Use, ...]:
        """What uses a template, in one language or in any; what runs comes first."""
        return self._replacing.uses(name, language)

    def replaceable(self, old: Template) -> list[tuple[Template, Matching]]:
        """The templates that can take the place of ``old``, best first: each with how its places are filled."""
        return self._replacing.replaceable(old)

    def replace(self, old: Template, new: Template, mapping: Mapping[str, str] | None = None) -> Replaced:
        """Let every draft that uses ``old`` use ``new``; ``mapping`` is new place → old place, where a person said so.

        Raises ``UserError("template-not-fitting")`` where a required place of ``new`` would stay empty.
        """
        return self._replacing.replace(old, new, mapping)

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
