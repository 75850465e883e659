"""Decides how a campaign goes from draft to queue: counted, reviewed, frozen, and set going at once or not at all."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, Problem, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.campaigns.approval import same_code
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.copying import copy_of
from whatsapp_studio.campaigns.draft import Draft, others
from whatsapp_studio.campaigns.plan import Message
from whatsapp_studio.campaigns.reach import AudienceCount
from whatsapp_studio.campaigns.recurrence import next_turn
from whatsapp_studio.campaigns.waves import wave_numbers
from whatsapp_studio.services.ahead import Ahead
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.services.planning import Review
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.late import resumed
from whatsapp_studio.storage.launches import Gathered, LaunchStore
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.spending import BUDGET_REACHED, SpendStore
from whatsapp_studio.storage.turns import drop_made
from whatsapp_studio.storage.waves import WaveStore
from whatsapp_studio.templates.template import Template, content_hash, parse

__all__ = ["AudienceCount", "Campaigns", "Review"]


class Campaigns(Ahead):
    """Everything a person can ask of campaigns."""

    def __init__(
        self, store: Store, contacts: Contacts, templates: Templates, settings: Settings, clock: Clock, tell: Tell,
        *, wake: Callable[[], None], receiving: Callable[[], bool],
    ) -> None:  # fmt: skip
        super().__init__(store, contacts, templates, settings, clock, receiving)
        self._kept, self._outbox, self._launches = CampaignStore(store), OutboxStore(store), LaunchStore(store)
        self._spending, self._audit = SpendStore(store), Noting(store, clock, "campaign")
        self._waves = WaveStore(store)
        self._tell, self._wake = tell, wake

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

    def later(self, campaign_id: str) -> tuple[int, datetime | None]:
        """How many people are in waves that still wait, and when the first of these starts."""
        waiting = [one for one in self._waves.of(campaign_id) if one.state != "open"]
        return sum(one.size for one in waiting), waiting[0].starts_at if waiting else None

    def create(self, draft: Draft, tags: tuple[str, ...] = ()) -> Campaign:
        """A new draft; raises ``UserError("campaign-name-taken")``."""
        follows = draft.audience.campaign_id if draft.audience.kind == "outcome" else ""
        with self._store.write():
            made = self._kept.add(draft, self._clock.now(), follows, tags)
            self._audit("campaign-created", made.id, made.name, after={"template": draft.template or None})
        return self._told(made)

    def save(self, campaign_id: str, draft: Draft) -> Campaign:
        """Keep a draft, complete or not."""
        return self._told(self._kept.save_draft(campaign_id, draft, self._clock.now()))

    def duplicate(self, campaign_id: str) -> Campaign:
        """A draft like this campaign, under a free name, without dates."""
        before = self.get(campaign_id)
        taken = {one.name.casefold() for one in self.all()}
        n = 2
        while (name := f"{before.name} {n}").casefold() in taken:
            n += 1
        return self.create(copy_of(before.draft, name), before.tags)

    def delete(self, campaign_id: str) -> None:
        """Remove a draft; a launched campaign is kept for its report."""
        with self._store.write():
            name = self.get(campaign_id).name
            self._kept.delete_draft(campaign_id)
            self._audit("campaign-deleted", campaign_id, name, {"state": "draft"})
        self._tell(Changes(campaigns=frozenset({campaign_id})))

    # -- going ---------------------------------------------------------------------------------------

    def launch(
        self, campaign_id: str, *, typed_count: int | None, hold_seconds: float | None = None,
        people: array[int] | None = None, code: str = "", progress: Progress = Unwatched(),
    ) -> Campaign:  # fmt: skip
        """Freeze audience, values and template into the outbox, and set the campaign going; all or nothing.

        ``typed_count`` is the number of recipients as the person typed it, needed above the setting
        ``type_count_above``; ``hold_seconds`` the undo window (None: the setting); ``people`` the audience as it was
        reviewed: nobody who came into it since gets anything. ``code`` is that of the review file, needed where the
        setting ``second_look`` is on. Raises ``Blocked`` with every
        problem, and ``UserError("campaign-not-a-draft")`` when it was launched already.
        """
        campaign = self.get(campaign_id)
        draft = campaign.draft
        early = self.problems(draft)
        if early:
            raise Blocked(early)
        planner = self._planner(draft)
        with self._launches.gathered(campaign_id, self._planned(draft, planner, progress, people)) as found:
            review = self._review(draft, planner, self._clock.now(), array("q"), array("q"))
            problems = list(review.problems)
            # Of a campaign that recurs a person was asked when it began, not at each of its turns.
            if not campaign.parent_id:
                if review.must_type_count and typed_count != review.count.reachable:
                    problems.append(Problem("count-not-typed", "review.count", {"count": review.count.reachable}))
                if self._settings.second_look and not same_code(code, self.code(draft, people or found.people)):
                    problems.append(Problem("code-not-typed", "review.code"))
            template = self._template(draft)
            if problems or template is None:
                raise Blocked(tuple(problems))
            hold = self._settings.undo_seconds if hold_seconds is None else hold_seconds
            self._go(campaign_id, draft, template, review, found, hold)
        self._wake()
        return self._told(self.get(campaign_id))

    def _go(
        self, campaign_id: str, draft: Draft, template: Template, review: Review, found: Gathered, hold: float
    ) -> None:
        """Set it going as it was reviewed."""
        now = self._clock.now()
        starts_at = review.spread.first if review.spread is not None else review.starts_at
        later = starts_at is not None and starts_at > now
        begins = max(starts_at or now, now)
        starts: tuple[datetime, ...] = ()
        if draft.waves is not None and review.cover is not None:
            starts = review.wave_starts
            numbers = wave_numbers(campaign_id, found.reached, review.cover.sizes)
            self._launches.put_in_waves(found, numbers, starts)
        experiment = draft.experiment
        with self._store.write():
            before = self.get(campaign_id)
            if draft.schedule.kind == "recurring":
                first = next_turn(draft.schedule, now)
                self._launches.begin(campaign_id, draft, template.raw, first.at if first else begins, now)
            else:
                self._launches.launch(
                    campaign_id, draft, template.raw, found, now=now, starts_at=starts_at if later else None,
                    held_until=now + timedelta(seconds=hold) if hold and not later else None, rate=draft.rate,
                    translations=self._translations(draft), wave_starts=starts,
                    currency=review.cost.currency if review.cost is not None else "",
                    forecast=msgspec.json.encode(review.cost).decode() if review.cost is not None else "",
                    decide_at=begins + timedelta(minutes=experiment.decide_after_minutes) if experiment else None,
                )  # fmt: skip
            count = review.count
            self._noted("campaign-launched", before, messages=count.reachable, left_out=count.excluded or None)

    def _translations(self, draft: Draft) -> dict[tuple[str, str], str]:
        """The templates (JSON) of the treatments and languages that are not the campaign's own."""
        keys = [one.key for one in draft.experiment.treatments] if draft.experiment is not None else [""]
        return {
            (key, "" if language == each.language else language): one.raw
            for key, each in zip(keys, (draft, *others(draft)), strict=False)
            for language, one in self._versions(each).items()
            if one is not None and (key or language != each.language)
        }

    def frozen_message(self, campaign: Campaign, draft: Draft, treatment: str) -> Message | None:
        """What a treatment of a launched campaign sends (``draft`` as it does), by the templates of its launch."""
        raws = self._launches.translations(campaign.id, treatment)
        return self._message(draft, {language or draft.language: parse(raw) for language, raw in raws.items()})

    def undo_launch(self, campaign_id: str) -> Campaign:
        """A draft again, while nothing has left; raises ``UserError("already-left")`` after."""
        with self._store.write():
            before = self.get(campaign_id)
            self._launches.undo_launch(campaign_id)
            self._noted("campaign-launch-undone", before)
        return self._told(self.get(campaign_id))

    def pause(self, campaign_id: str, reason: str = "by-you") -> Campaign:
        """Let nothing more of it leave; what is in flight finishes.

        Of a campaign that recurs no turn starts any more; those that have started are campaigns of their own.
        """
        with self._store.write() as conn:
            before = self.get(campaign_id)
            if self._kept.move(campaign_id, ("sending", "scheduled"), "paused", pause_reason=reason):
                drop_made(conn, campaign_id)
                self._noted("campaign-paused", before, reason=reason)
        return self._told(self.get(campaign_id))

    def resume(self, campaign_id: str) -> Campaign:
        """Go on where it stopped; who got the message is not asked again.

        What was asked about because it was late is sent, and a wave that was held opens. Of a campaign that recurs the
        turns that passed meanwhile go by its late rule. Raises ``UserError("budget-used-up")`` where its budget has
        no room for another message.
        """
        now = self._clock.now()
        with self._store.write() as conn:
            before = self.get(campaign_id)
            if before.pause_reason == BUDGET_REACHED and not self._spending.fits_next(campaign_id):
                raise UserError("budget-used-up", name=before.name)
            waits = before.recurs or (before.starts_at is not None and before.starts_at > now)
            if self._kept.move(campaign_id, ("paused",), "scheduled" if waits else "sending"):
                resumed(conn, before, now)
                self._noted("campaign-resumed", before)
        self._wake()
        return self._told(self.get(campaign_id))

    def set_budget(self, campaign_id: str, most: Decimal | None) -> Campaign:
        """The most that a launched campaign may cost from now on, in its own currency; None: whatever it costs.

        Raises ``UserError("budget-unknown-prices")`` where messages wait whose price nobody knows.
        """
        with self._store.write():
            before, spend = self.get(campaign_id), self._spending.spend(campaign_id)
            if most is not None and spend.unknown:
                raise UserError("budget-unknown-prices", count=spend.unknown, markets=", ".join(spend.markets))
            self._spending.set_budget(campaign_id, most)
            self._audit(
                "budget-changed", campaign_id, before.name,
                {"budget": None if spend.budget is None else str(spend.budget)},
                {"budget": None if most is None else str(most), "currency": spend.currency},
            )  # fmt: skip
        return self._told(self.get(campaign_id))

    def stop(self, campaign_id: str) -> Campaign:
        """End it for good: whatever waits is left out with the reason ``stopped``.

        A campaign that recurs starts no more turns; those that have started are ended one by one.
        """
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


def chosen(draft: Draft, template: Template) -> Draft:
    """The draft with this template bound to it, and known by its content from now on."""
    return msgspec.structs.replace(
        draft, template=template.name, language=template.language, template_hash=content_hash(template)
    )
