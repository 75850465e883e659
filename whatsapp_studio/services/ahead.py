"""Decides what a draft will come to: its problems, who gets what, how long it takes; nothing of it is kept."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from datetime import datetime

from whatsapp_studio.audience.contact import STANDARD_FIELDS, Contact
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.campaigns.approval import review_code
from whatsapp_studio.campaigns.draft import Audience, Draft, others
from whatsapp_studio.campaigns.expressions import NAMES, beside, expanded
from whatsapp_studio.campaigns.plan import Fill, Planned, Planner
from whatsapp_studio.campaigns.reach import AudienceCount, Reach
from whatsapp_studio.campaigns.rules import THROUGHPUT, draft_problems, rate_of, review_problems, warnings
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.delivery.pace import below
from whatsapp_studio.services.conflicts import Conflicting
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.planning import Review, fill_of, language_of
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.audiences import audience_ids, pages
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outcomes import OutcomeStore
from whatsapp_studio.storage.reach import ReachStore
from whatsapp_studio.storage.segments import SegmentStore
from whatsapp_studio.storage.snippets import SnippetStore
from whatsapp_studio.templates.bubble import Bubble, bubble
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.translation import best

_PAGE = 5000


class Ahead:
    """Looks ahead at what would be sent."""

    def __init__(
        self, store: Store, contacts: Contacts, templates: Templates, settings: Settings, clock: Clock,
        receiving: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._store, self._snippets = store, SnippetStore(store)
        self._account, self._outcomes = ConnectionStore(store), OutcomeStore(store)
        self._contacts, self._templates, self._settings = contacts, templates, settings
        self._reach, self._conflicts = ReachStore(store), Conflicting(store, clock)
        self._clock, self._receiving = clock, receiving

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """What is wrong with a draft, without looking at its people; quick."""
        template = self._template(draft)
        versions = self._versions(draft)
        account = self._account.current()
        mapping: dict[tuple[str, str], Problem] = {}
        for one in versions.values():
            for problem in self._filler(draft, one).problems if one is not None else ():
                mapping.setdefault((problem.code, problem.where), problem)
        return draft_problems(
            draft,
            template,
            mapping.values(),
            sender=account.phone_number_id if account else "",
            now=self._clock.now(),
            list_exists=self._has_audience(draft.audience),
            translations={language: one for language, one in versions.items() if language != draft.language},
        )

    def count(self, draft: Draft, progress: Progress = Unwatched()) -> AudienceCount:
        """Every contact of the audience, reachable or not and why; renders them all. Raises ``Cancelled``."""
        planner = self._planner(draft)
        for _ in self._planned(draft, planner, progress):
            pass
        return planner.count

    def audience(self, draft: Draft) -> array[int]:
        """The ids of everybody of the audience as it is now, reachable or not."""
        return audience_ids(self._store, draft.audience, self._clock.now())

    def people(self, draft: Draft, reason: str | None, limit: int = 200) -> list[Contact]:
        """The first contacts left out for ``reason``, or the first reachable ones for None."""
        found: list[Contact] = []
        for one in self._planned(draft, self._planner(draft), Unwatched()):
            if one.reason == (reason or ""):
                found.append(one.contact)
                if len(found) == limit:
                    break
        return found

    def why_not(self, draft: Draft, contact: Contact) -> str:
        """The rule that keeps one contact from getting this message, or an empty text."""
        return self.planned_for(draft, contact).reason

    def planned_for(self, draft: Draft, contact: Contact) -> Planned:
        """What one contact gets, or why not (``reason``) and by which rule."""
        return next(iter(self._planner(draft, contact.id).plan([contact])))

    def preview(self, draft: Draft, contact: Contact) -> tuple[Bubble | None, Problem | None]:
        """The message as this contact would see it, and what stands in the way; None without a template."""
        template = self.version_for(draft, contact)
        if template is None:
            return None, None
        filler = self._filler(draft, template)
        values, known = contact.values(), beside(draft, template)
        now = self._clock.now()
        if filler.problems:
            return bubble(template, filler.partly(values, known), now=now), filler.problems[0]
        filled = filler.fill(values, known)
        if isinstance(filled, Problem):
            return bubble(template, filler.partly(values, known), now=now), filled
        reason = self.reach(draft, contact.id).of(contact).reason
        return bubble(template, filled, now=now), Problem(reason) if reason else None

    def fill(self, draft: Draft, template: Template) -> Fill | None:
        """What fills the places of a translation for a contact's values; None where the mapping has problems."""
        filler = self._filler(draft, template)
        return None if filler.problems else fill_of(draft, filler, template)

    def review(self, draft: Draft, progress: Progress = Unwatched()) -> Review:
        """Everything the person should see before sending; counts the whole audience."""
        planner, at = self._planner(draft), self._clock.now()
        people, reached = array("q"), array("q")
        for one in self._planned(draft, planner, progress):
            people.append(one.contact.id)
            if not one.reason:
                reached.append(one.contact.id)
        return self._review(draft, planner, at, people, reached)

    def _review(
        self, draft: Draft, planner: Planner, at: datetime, people: array[int], reached: array[int]
    ) -> Review:
        count = planner.count
        account = self._account.current()
        rate = self.rate(draft)
        seconds = count.reachable / rate
        start = start_of(draft.schedule)
        return Review(
            problems=self.problems(draft) + review_problems(count, planner.blocking),
            warnings=warnings(
                count, template=self._template(draft), messaging_limit=account.messaging_limit if account else "",
                seconds=seconds, has_receiver=self.hears(),
            ),
            count=count,
            seconds=seconds,
            rate=rate,
            starts_at=start if isinstance(start, datetime) else None,
            must_type_count=count.reachable > self._settings.type_count_above,
            evaluated_at=at,
            people=people,
            conflicts=self._conflicts.of(reached, self._leaves_at(draft)),
        )  # fmt: skip

    def code(self, draft: Draft, people: array[int]) -> str:
        """The code of a review: :func:`~whatsapp_studio.campaigns.approval.review_code` of what would be sent."""
        return review_code(draft, (one.raw for _, one in self.messages(draft)), people)

    def messages(self, draft: Draft) -> Iterator[tuple[Draft, Template]]:
        """Each template that is sent, in each language and treatment, with the draft whose mapping fills it."""
        for each in (draft, *others(draft)):
            for template in self._versions(each).values():
                if template is not None:
                    yield each, template

    def hears(self) -> bool:
        """Whether receipts and replies can arrive, or have arrived before."""
        return self._receiving() or self._outcomes.has_receipts()

    def rate(self, draft: Draft) -> float:
        """Messages a second this campaign would be sent with."""
        account = self._account.current()
        wanted = draft.rate or self._settings.messages_per_second
        level = account.throughput if account else ""
        return below(rate_of(wanted, level), THROUGHPUT.get(level, 80))

    # -- inside --------------------------------------------------------------------------------------

    def _has_audience(self, audience: Audience) -> bool:
        match audience.kind:
            case "list":
                return any(one.id == audience.list_id for one in self._contacts.lists())
            case "segment":
                return SegmentStore(self._store).get(audience.segment_id or 0) is not None
        return True

    def _template(self, draft: Draft) -> Template | None:
        return self._templates.get(draft.template, draft.language) if draft.template else None

    def _versions(self, draft: Draft) -> dict[str, Template | None]:
        """The template in every language of the draft; None where it is not there any more."""
        if not draft.template:
            return {}
        return {
            language: self._templates.get(draft.template, language)
            for language in dict.fromkeys((draft.language, *draft.translations))
        }

    def version_for(self, draft: Draft, contact: Contact) -> Template | None:
        language = best(draft.translations, contact.language, draft.language) if draft.translations else draft.language
        return self._templates.get(draft.template, language) if draft.template else None

    def _filler(self, draft: Draft, template: Template) -> Filler:
        known = [*STANDARD_FIELDS, *(field.name for field in self._contacts.fields())]
        texts = {one.name: one.content for one in self._snippets.all()}
        return Filler(template, expanded(draft.mapping, texts), known=known, beside={"campaign": NAMES})

    def _planner(self, draft: Draft, only: int | None = None) -> Planner:
        versions = self._versions(draft)
        fillers = {
            "" if language == draft.language else language: self._filler(draft, one)
            for language, one in versions.items()
            if one is not None
        }
        if not fillers or len(fillers) < len(versions) or any(filler.problems for filler in fillers.values()):
            return Planner(self.reach(draft, only), None)
        fills = {
            language: fill_of(draft, filler, versions[language or draft.language])
            for language, filler in fillers.items()
        }
        return Planner(self.reach(draft, only), fills, language_of(draft) if draft.translations else None)

    def reach(self, draft: Draft, only: int | None = None) -> Reach:
        """Who may be written to by this campaign when it is to start; asked of ``only`` one contact, or of all."""
        return self._reach.reach(draft.purpose, self._leaves_at(draft), self._clock.now(), draft.quiet_id, only)

    def _leaves_at(self, draft: Draft) -> datetime:
        start, now = start_of(draft.schedule), self._clock.now()
        return max(start, now) if isinstance(start, datetime) else now

    def _planned(
        self, draft: Draft, planner: Planner, progress: Progress, only: array[int] | None = None
    ) -> Iterator[Planned]:
        ids = audience_ids(self._store, draft.audience, self._clock.now())
        if only is not None:
            chosen = frozenset(only)
            ids = array("q", (id for id in ids if id in chosen))
        done = 0
        for page in pages(self._store, ids, _PAGE):
            yield from planner.plan(page)
            done += len(page)
            progress.report(done, len(ids))
            if progress.cancelled():
                raise Cancelled
