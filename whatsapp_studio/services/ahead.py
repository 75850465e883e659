"""Decides what a draft will come to: its problems, who gets what, how long it takes; nothing of it is kept."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.audience.contact import STANDARD_FIELDS, Contact
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.campaigns import duration, waves
from whatsapp_studio.campaigns.approval import review_code
from whatsapp_studio.campaigns.assignment import assigned, treatment_of
from whatsapp_studio.campaigns.cost import Pricer
from whatsapp_studio.campaigns.draft import Audience, Draft, others
from whatsapp_studio.campaigns.duration import Finish
from whatsapp_studio.campaigns.experiment import experiment_problems
from whatsapp_studio.campaigns.expressions import NAMES, beside, expanded
from whatsapp_studio.campaigns.follow import OUTCOMES
from whatsapp_studio.campaigns.forecast import Forecast
from whatsapp_studio.campaigns.limits import limit_of
from whatsapp_studio.campaigns.link_tags import with_tags
from whatsapp_studio.campaigns.plan import Fill, Message, Planned, Planner
from whatsapp_studio.campaigns.reach import AudienceCount, Reach
from whatsapp_studio.campaigns.recurrence import next_turn, upcoming
from whatsapp_studio.campaigns.rules import (
    THROUGHPUT,
    cost_problems,
    draft_problems,
    rate_of,
    review_problems,
    template_problems,
    warnings,
)
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.campaigns.timing import Timing
from whatsapp_studio.campaigns.waves import Cover
from whatsapp_studio.delivery.pace import below
from whatsapp_studio.services.conflicts import Conflicting
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.planning import Review, buckets, fill_of, language_of, wave_cover
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.audiences import audience_ids, both, pages
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.openings import OpeningStore
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
        # What messages of a draft cost from a moment on (None: no prices), and what people by day and market come to.
        self.prices: Callable[[Draft, datetime], Pricer | None] = lambda _draft, _at: None
        self.costs: Callable[[Pricer, Mapping[date, Mapping[str, int]]], Forecast | None] = lambda _one, _two: None

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """What is wrong with a draft, without looking at its people; quick."""
        template = self._template(draft)
        versions = self._versions(draft)
        account = self._account.current()
        mapping: dict[tuple[str, str], Problem] = {}
        for one in versions.values():
            for problem in self._filler(draft, one).problems if one is not None else ():
                mapping.setdefault((problem.code, problem.where), problem)
        found = draft_problems(
            draft,
            template,
            mapping.values(),
            sender=account.phone_number_id if account else "",
            now=self._clock.now(),
            list_exists=self._has_audience(draft.audience),
            translations={language: one for language, one in versions.items() if language != draft.language},
        )
        return (*found, *experiment_problems(draft), *self._treatment_problems(draft))

    def _treatment_problems(self, draft: Draft) -> Iterator[Problem]:
        """What is wrong with each further message of an experiment."""
        for each in others(draft):
            for one in self._versions(each).values():
                wrong = [*template_problems(each, one), *(self._filler(each, one).problems if one is not None else ())]
                for problem in wrong:
                    yield Problem(problem.code, "template.experiment", problem.facts)

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
        found: list[int] = []
        for one in self._planned(draft, self._planner(draft), Unwatched()):
            if one.reason == (reason or ""):
                found.append(one.contact.id)
                if len(found) == limit:
                    break
        return self._contacts.get_many(found)

    def longest(self, draft: Draft, place: str, progress: Progress = Unwatched()) -> Contact | None:
        """Whoever gets the longest text in a place; None where nobody gets anything. Raises ``Cancelled``."""
        reached = (one for one in self._planned(draft, self._planner(draft), progress) if not one.reason)
        found = max(reached, key=lambda one: len(one.fill.get(place, "")), default=None)
        return self._contacts.get(found.contact.id) if found is not None else None

    def why_not(self, draft: Draft, contact: Contact, progress: Progress = Unwatched()) -> str:
        """What keeps one contact from getting this message, or an empty text.

        Where waves leave people out everybody is planned to tell; raises ``Cancelled``.
        """
        reason = self.planned_for(draft, contact).reason
        if reason or draft.waves is None or draft.waves.rest != "leave" or waves.problem(draft.waves) is not None:
            return reason
        planned = self._planned(draft, self._planner(draft), progress)
        reached = array("q", (one.contact.id for one in planned if not one.reason))
        numbers = waves.wave_numbers(self._id_of(draft), reached, waves.cover(draft.waves, len(reached)).sizes)
        there = contact.id in reached
        return "" if not there or numbers[reached.index(contact.id)] else "no-wave"

    def planned_for(self, draft: Draft, contact: Contact) -> Planned:
        """What one contact gets, or why not (``reason``) and by which rule; waves aside, for they need everybody."""
        return next(iter(self._planner(draft, contact.id).plan([contact])))

    def preview(self, draft: Draft, contact: Contact) -> tuple[Bubble | None, Problem | None]:
        """The message as this contact would see it, and what stands in the way; None without a template."""
        whole, draft = draft, self._as_sent(draft, contact)
        template = self.version_for(draft, contact)
        if template is None:
            return None, None
        filler = self._filler(draft, template)
        values, known = contact.values(), beside(draft, template)
        now = self._clock.now()
        filled = filler.problems[0] if filler.problems else fill_of(draft, filler, template)(values)
        if isinstance(filled, Problem):
            partly = with_tags(filler.partly(values, known), template, draft.tags)
            return bubble(template, partly, now=now), filled
        programme = whole.experiment is not None or whole.schedule.each_zone
        answer = self.planned_for(whole, contact) if programme else self.reach(draft, contact.id).of(contact)
        reason = answer.reason
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
        # By the clocks of contacts it begins where it is that time first.
        begins = planner.spread.first if planner.spread is not None else self._begins(draft)
        covered, starts = wave_cover(draft, count.reachable, begins)
        finish = self._finish(draft, planner, begins, covered, starts)
        cost = self._cost(planner)
        recurs = draft.schedule.kind == "recurring"
        return Review(
            problems=(
                *self.problems(draft), *review_problems(count, planner.blocking, recurs=recurs),
                *cost_problems(draft.budget, cost),
            ),
            warnings=warnings(
                draft, count, template=self._template(draft), finish=finish, has_receiver=self.hears(), cost=cost,
                covered=covered, sent=[one for _, one in self.messages(draft)], at_night=planner.at_night,
            ),
            count=count,
            seconds=finish.seconds,
            rate=self.rate(draft),
            starts_at=begins if draft.schedule.kind != "now" else None,
            must_type_count=count.reachable > self._settings.type_count_above,
            evaluated_at=at,
            people=people,
            conflicts=self._conflicts.of(reached, begins),
            finish=finish,
            spread=planner.spread,
            cover=covered,
            wave_starts=starts,
            treatments=planner.treatments,
            cost=cost,
            upcoming=upcoming(draft.schedule, at) if recurs else (),
            samples=planner.samples,
        )  # fmt: skip

    def _finish(
        self, draft: Draft, planner: Planner, begins: datetime, covered: Cover | None, starts: tuple[datetime, ...]
    ) -> Finish:
        account = self._account.current()
        sizes = covered.sizes if covered is not None else ()
        return duration.forecast(
            begins, buckets(planner, begins, sizes, starts), rate=self.rate(draft), per_day=draft.per_day,
            zone=self._zone(draft), limit=limit_of(account.messaging_limit) if account else None,
            opened=OpeningStore(self._store).expiries(begins),
        )  # fmt: skip

    def _cost(self, planner: Planner) -> Forecast | None:
        pricer = planner.pricer
        if pricer is None or not planner.markets:
            return None
        return self.costs(pricer, planner.markets)

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
            case "outcome":
                known = self._store.value("SELECT 1 FROM campaigns WHERE id = ?", (audience.campaign_id,))
                return known is not None and audience.outcome in OUTCOMES
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
        begins, experiment = self._begins(draft), draft.experiment
        planner = partial(
            Planner, self.reach(draft, only), self._messages(draft), timing=self._timing(draft),
            pricer=self.prices(draft, begins),
        )  # fmt: skip
        if experiment is None:
            return planner()
        over = begins + timedelta(minutes=experiment.decide_after_minutes)
        return planner(treatment=assigned(self._id_of(draft), experiment), decided_at=over)

    def _messages(self, draft: Draft) -> dict[str, Message] | None:
        """What each treatment sends; None where any of them cannot be filled yet."""
        keys = [one.key for one in draft.experiment.treatments] if draft.experiment is not None else [""]
        found: dict[str, Message] = {}
        for key, each in zip(keys, (draft, *others(draft)), strict=False):
            message = self._message(each)
            if message is None:
                return None
            found[key] = message
        return found

    def _message(self, draft: Draft, versions: Mapping[str, Template | None] | None = None) -> Message | None:
        versions = self._versions(draft) if versions is None else versions
        fillers = {
            "" if language == draft.language else language: self._filler(draft, one)
            for language, one in versions.items()
            if one is not None
        }
        if not fillers or len(fillers) < len(versions) or any(filler.problems for filler in fillers.values()):
            return None
        fills = {
            language: fill_of(draft, filler, versions[language or draft.language])
            for language, filler in fillers.items()
        }
        read = [filler.names for filler in fillers.values()]
        names = None if None in read else frozenset().union(*(one for one in read if one))
        return Message(fills, language_of(draft) if draft.translations else None, names)

    def _timing(self, draft: Draft) -> Timing | None:
        """When each message leaves, where each contact's clock counts."""
        schedule, now = draft.schedule, self._clock.now()
        if not schedule.each_zone or not isinstance(start_of(schedule), datetime):
            return None
        if schedule.kind == "recurring" and (turn := next_turn(schedule, now)) is not None:
            schedule = msgspec.structs.replace(schedule, local_time=turn.local.isoformat())
        return Timing(schedule, now, zone_of(machine_zone()) or ZoneInfo("UTC"))

    def _as_sent(self, draft: Draft, contact: Contact) -> Draft:
        """The draft as the treatment that a contact gets."""
        if draft.experiment is None:
            return draft
        key = treatment_of(self._id_of(draft), contact.id, draft.experiment)
        keys = (one.key for one in draft.experiment.treatments)
        return dict(zip(keys, (draft, *others(draft)), strict=False)).get(key, draft)

    def _id_of(self, draft: Draft) -> str:
        """The campaign of a draft, by its name, which no other has."""
        return str(self._store.value("SELECT id FROM campaigns WHERE name = ?", (draft.name,)) or "")

    def _zone(self, draft: Draft) -> ZoneInfo:
        return zone_of(draft.schedule.zone or machine_zone()) or ZoneInfo("UTC")

    def reach(self, draft: Draft, only: int | None = None) -> Reach:
        """Who may be written to by this campaign when it is to start; asked of ``only`` one contact, or of all."""
        return self._reach.reach(draft.purpose, self._begins(draft), self._clock.now(), draft.quiet_id, only)

    def _begins(self, draft: Draft) -> datetime:
        """When its first message may leave."""
        now = self._clock.now()
        if draft.schedule.kind == "recurring":
            turn = next_turn(draft.schedule, now)
            return turn.at if turn is not None else now
        start = start_of(draft.schedule)
        return max(start, now) if isinstance(start, datetime) else now

    def _planned(
        self, draft: Draft, planner: Planner, progress: Progress, only: array[int] | None = None
    ) -> Iterator[Planned]:
        ids = audience_ids(self._store, draft.audience, self._clock.now())
        if only is not None:
            ids = both(ids, only)
        done = 0
        for page in pages(self._store, ids, _PAGE, planner.reads):
            yield from planner.plan(page)
            done += len(page)
            progress.report(done, len(ids))
            if progress.cancelled():
                raise Cancelled
