"""Decides how a campaign goes from draft to queue: counted, reviewed, frozen, and set going at once or not at all."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.audience.contact import STANDARD_FIELDS, Contact
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, Problem
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Audience, Draft
from whatsapp_studio.campaigns.expressions import NAMES, beside, expanded
from whatsapp_studio.campaigns.plan import Fill, Planned, Planner
from whatsapp_studio.campaigns.reach import AudienceCount, Reach
from whatsapp_studio.campaigns.rules import THROUGHPUT, draft_problems, rate_of, review_problems, warnings
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.delivery.pace import below
from whatsapp_studio.services.conflicts import Conflicting
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.services.planning import Review, fill_of, language_of
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.audiences import audience_ids, pages
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.outcomes import OutcomeStore
from whatsapp_studio.storage.reach import ReachStore
from whatsapp_studio.storage.segments import SegmentStore
from whatsapp_studio.storage.snippets import SnippetStore
from whatsapp_studio.templates.bubble import Bubble, bubble
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import Template, content_hash
from whatsapp_studio.templates.translation import best

__all__ = ["AudienceCount", "Campaigns", "Review"]
_PAGE = 5000


class Campaigns:
    """Everything a person can ask of campaigns."""

    def __init__(
        self, store: Store, contacts: Contacts, templates: Templates, settings: Settings, clock: Clock, tell: Tell,
        *, wake: Callable[[], None], receiving: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._kept, self._outbox, self._snippets = CampaignStore(store), OutboxStore(store), SnippetStore(store)
        self._account, self._outcomes = ConnectionStore(store), OutcomeStore(store)
        self._contacts, self._templates, self._settings = contacts, templates, settings
        self._reach, self._conflicts = ReachStore(store), Conflicting(store, clock)
        self._store, self._audit = store, Noting(store, clock, "campaign")
        self._clock, self._tell, self._wake, self._receiving = clock, tell, wake, receiving

    # -- drafts --------------------------------------------------------------------------------------

    def all(self) -> list[Campaign]:
        """Every campaign, newest first."""
        return self._kept.all()

    def get(self, campaign_id: str) -> Campaign:
        return self._kept.get(campaign_id)

    def by_name(self, name: str) -> Campaign | None:
        return self._kept.by_name(name)

    def waits(self, campaign_id: str) -> tuple[datetime, int | None] | None:
        """When its first messages leave, and how many then, where all wait for quiet hours: ``OutboxStore.waits``."""
        return self._outbox.waits(campaign_id, self._clock.now())

    def create(self, draft: Draft) -> Campaign:
        """A new draft; raises ``UserError("campaign-name-taken")``."""
        with self._store.write():
            made = self._kept.add(draft, self._clock.now())
            self._audit("campaign-created", made.id, made.name, after={"template": draft.template or None})
        return self._told(made)

    def save(self, campaign_id: str, draft: Draft) -> Campaign:
        """Keep a draft, complete or not."""
        return self._told(self._kept.save_draft(campaign_id, draft, self._clock.now()))

    def duplicate(self, campaign_id: str) -> Campaign:
        """A draft like this campaign, under a free name, without its date."""
        draft = self.get(campaign_id).draft
        taken = {one.name.casefold() for one in self.all()}
        n = 2
        while (name := f"{draft.name} {n}").casefold() in taken:
            n += 1
        fresh = Draft(
            name=name, purpose=draft.purpose, sender=draft.sender, template=draft.template, language=draft.language,
            template_hash=draft.template_hash, translations=draft.translations, mapping=draft.mapping,
            audience=draft.audience, rate=draft.rate,
        )  # fmt: skip
        return self.create(fresh)

    def delete(self, campaign_id: str) -> None:
        """Remove a draft; a launched campaign is kept for its report."""
        with self._store.write():
            name = self.get(campaign_id).name
            self._kept.delete_draft(campaign_id)
            self._audit("campaign-deleted", campaign_id, name, {"state": "draft"})
        self._tell(Changes(campaigns=frozenset({campaign_id})))

    # -- looking ahead -------------------------------------------------------------------------------

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

    def hears(self) -> bool:
        """Whether receipts and replies can arrive, or have arrived before."""
        return self._receiving() or self._outcomes.has_receipts()

    def rate(self, draft: Draft) -> float:
        """Messages a second this campaign would be sent with."""
        account = self._account.current()
        wanted = draft.rate or self._settings.messages_per_second
        level = account.throughput if account else ""
        return below(rate_of(wanted, level), THROUGHPUT.get(level, 80))

    # -- going ---------------------------------------------------------------------------------------

    def launch(
        self, campaign_id: str, *, typed_count: int | None, hold_seconds: float | None = None,
        people: array[int] | None = None, progress: Progress = Unwatched(),
    ) -> Campaign:  # fmt: skip
        """Freeze audience, values and template into the outbox, and set the campaign going; all or nothing.

        ``typed_count`` is the number of recipients as the person typed it, needed above the setting
        ``type_count_above``; ``hold_seconds`` the undo window (None: the setting); ``people`` the audience as it was
        reviewed: nobody who came into it since gets anything. Raises ``Blocked`` with every
        problem, and ``UserError("campaign-not-a-draft")`` when it was launched already.
        """
        draft = self.get(campaign_id).draft
        early = self.problems(draft)
        if early:
            raise Blocked(early)
        planner = self._planner(draft)
        recipients = list(self._planned(draft, planner, progress, people))
        review = self._review(draft, planner, self._clock.now(), array("q"), array("q"))
        problems = list(review.problems)
        if review.must_type_count and typed_count != review.count.reachable:
            problems.append(Problem("count-not-typed", "review.count", {"count": review.count.reachable}))
        template = self._template(draft)
        if problems or template is None:
            raise Blocked(tuple(problems))
        now = self._clock.now()
        hold = self._settings.undo_seconds if hold_seconds is None else hold_seconds
        with self._store.write():
            before = self.get(campaign_id)
            self._outbox.launch(
                campaign_id, draft, template.raw, recipients, now=now, starts_at=review.starts_at,
                held_until=now + timedelta(seconds=hold) if hold and review.starts_at is None else None,
                rate=draft.rate,
                translations={
                    language: one.raw
                    for language, one in self._versions(draft).items()
                    if one is not None and language != draft.language
                },
            )  # fmt: skip
            count = review.count
            self._noted("campaign-launched", before, messages=count.reachable, left_out=count.excluded or None)
        self._wake()
        return self._told(self.get(campaign_id))

    def undo_launch(self, campaign_id: str) -> Campaign:
        """A draft again, while nothing has left; raises ``UserError("already-left")`` after."""
        with self._store.write():
            before = self.get(campaign_id)
            self._outbox.undo_launch(campaign_id)
            self._noted("campaign-launch-undone", before)
        return self._told(self.get(campaign_id))

    def pause(self, campaign_id: str, reason: str = "by-you") -> Campaign:
        """Let nothing more of it leave; what is in flight finishes."""
        with self._store.write():
            before = self.get(campaign_id)
            if self._kept.move(campaign_id, ("sending", "scheduled"), "paused", pause_reason=reason):
                self._noted("campaign-paused", before, reason=reason)
        return self._told(self.get(campaign_id))

    def resume(self, campaign_id: str) -> Campaign:
        """Go on where it stopped; who got the message is not asked again."""
        with self._store.write():
            before = self.get(campaign_id)
            waits = before.starts_at is not None and before.starts_at > self._clock.now()
            if self._kept.move(campaign_id, ("paused",), "scheduled" if waits else "sending"):
                self._noted("campaign-resumed", before)
        self._wake()
        return self._told(self.get(campaign_id))

    def stop(self, campaign_id: str) -> Campaign:
        """End it for good: whatever waits is left out with the reason ``stopped``."""
        with self._store.write():
            before = self.get(campaign_id)
            unsent = self._outbox.stop(campaign_id, self._clock.now())
            self._noted("campaign-stopped", before, unsent=unsent)
        return self._told(self.get(campaign_id))

    def settle_unknown(self, ids: list[int], *, as_sent: bool) -> None:
        """A person's word on rows in doubt: count them as taken by Meta, or put them back in the queue."""
        with self._store.write():
            touched = self._outbox.settle_unknown(ids, as_sent=as_sent, now=self._clock.now())
            for one in map(self._kept.get, sorted(touched)):
                self._audit(
                    "unknown-settled", one.id, one.name, {"state": "unknown", "messages": len(ids)},
                    {"state": "accepted" if as_sent else "ready"},
                )  # fmt: skip
        self._wake()
        self._tell(Changes(campaigns=frozenset(touched), sending=True))

    # -- inside --------------------------------------------------------------------------------------

    def _noted(self, action: str, before: Campaign, **more: object) -> None:
        state = self.get(before.id).state
        self._audit(action, before.id, before.name, {"state": before.state}, {"state": state, **more})

    def _told(self, campaign: Campaign) -> Campaign:
        self._tell(Changes(campaigns=frozenset({campaign.id}), sending=True))
        return campaign

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


def chosen(draft: Draft, template: Template) -> Draft:
    """The draft with this template bound to it, and known by its content from now on."""
    return msgspec.structs.replace(
        draft, template=template.name, language=template.language, template_hash=content_hash(template)
    )
