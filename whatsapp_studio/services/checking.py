"""Decides how a message is checked for everybody who would get it, before anything is sent."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial

import msgspec

from whatsapp_studio.audience.contact import STANDARD_FIELDS, Contact
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.campaigns.draft import Draft, Purpose
from whatsapp_studio.campaigns.link_tags import with_tags
from whatsapp_studio.campaigns.reach import Reach
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.checking_subjects import Subject, of_draft, of_journey_step
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.audiences import audience_ids, pages
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.reach import ReachStore
from whatsapp_studio.storage.snippets import SnippetStore
from whatsapp_studio.templates.brand import BrandKit
from whatsapp_studio.templates.content_lint import Lint
from whatsapp_studio.templates.everybody import CHUNK, Check
from whatsapp_studio.templates.expression import ExpressionError, as_text
from whatsapp_studio.templates.findings import SAMPLES, Finding, Findings
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.rules import hydrate, is_media_id

__all__ = ["Checking", "Concerned", "Finding", "Report", "brand_kit"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What was found of a message to everybody.

    Of ``total`` people in the audience ``left_out`` get nothing, by reason; ``checked`` are all others. ``refused`` of
    them have something that keeps their message back, ``warned`` only something to be regretted. With ``problems`` of
    the mapping itself nobody was checked. ``seconds`` is how long it took.
    """

    subject: Subject
    total: int = 0
    left_out: dict[str, int] = {}
    checked: int = 0
    refused: int = 0
    warned: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def fine(self) -> int:
        """How many messages have neither an error nor a warning."""
        return self.checked - self.refused - self.warned


class Concerned(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody behind a finding: what was read of the contact (by field), and what would be sent."""

    contact: Contact
    read: tuple[tuple[str, str], ...]
    text: str


class Checking:
    """Renders everybody's message without sending one. Every method may be called from any thread."""

    def __init__(
        self, store: Store, contacts: Contacts, templates: Templates, journeys: Journeys, settings: Settings,
        media: Callable[[], MediaShelf], clock: Clock,
    ) -> None:  # fmt: skip
        self._store, self._snippets, self._reach = store, SnippetStore(store), ReachStore(store)
        self._contacts, self._templates, self._journeys = contacts, templates, journeys
        self._settings, self._media, self._clock = settings, media, clock

    def check(self, draft: Draft, progress: Progress = Unwatched()) -> Report:
        """Look over what everybody of a campaign would get.

        Raises ``Cancelled`` and ``UserError("checking-no-template")``.
        """
        now, start = self._clock.now(), start_of(draft.schedule)
        leaves = max(start, now) if isinstance(start, datetime) else now
        reach = self._reach.reach(draft.purpose, leaves, now, draft.quiet_id)
        return self._look(of_draft(draft, self._templates.get, self._texts(), reach), progress)

    def check_step(self, journey: Journey, step_id: str, progress: Progress = Unwatched()) -> Report:
        """Look over what a step that sends a template would send to everybody its journey may take in.

        Raises as :meth:`check`.
        """
        lists = {one.name: one.id for one in self._contacts.lists()}
        around = self._journeys.surroundings(journey.id)
        now = self._clock.now()
        found = of_journey_step(journey, step_id, around, lists, lambda: self._members(lists), self._reach_of, now)
        return self._look(found, progress)

    def people(self, report: Report, finding: Finding, offset: int, limit: int) -> list[Concerned]:
        """The people behind a finding, ``limit`` of them from ``offset`` on; those that are gone are left out."""
        subject, fillers = report.subject, self._fillers(report.subject)
        found = {one.id: one for one in self._contacts.get_many(finding.contacts[offset : offset + limit])}
        made = []
        for id in finding.contacts[offset : offset + limit]:
            contact = found.get(id)
            if contact is None:
                continue
            language = subject.language_of(contact)
            made.append(_concerned(contact, subject, fillers[language], language, finding))
        return made

    def _reach_of(self, purpose: Purpose) -> Reach:
        now = self._clock.now()
        return self._reach.reach(purpose, now, now, 0)

    def _texts(self) -> dict[str, str]:
        return {one.name: one.content for one in self._snippets.all()}

    def _members(self, lists: Mapping[str, int]) -> dict[int, frozenset[str]]:
        """The names of the lists that each contact is on."""
        found: dict[int, frozenset[str]] = {}
        for name, id in lists.items():
            for contact in self._contacts.ids(ContactQuery(list_id=id)):
                found[contact] = found.get(contact, frozenset()) | {name}
        return found

    def _known(self) -> list[str]:
        return [*STANDARD_FIELDS, *(field.name for field in self._contacts.fields())]

    def _fillers(self, subject: Subject) -> dict[str, Filler]:
        known = self._known()
        return {
            language: Filler(
                template, subject.slots, known=known,
                beside={root: list(values) for root, values in subject.beside[language].items()},
            )
            for language, template in subject.versions.items()
        }  # fmt: skip

    def _look(self, subject: Subject | None, progress: Progress) -> Report:
        if subject is None:
            raise UserError("checking-no-template")
        brand, known = brand_kit(self._settings), self._known()
        checks = {
            language: Check(
                template, subject.slots, known=known, beside=subject.beside[language], lint=Lint(template, brand),
                media=self._media_problem,
                ends=partial(with_tags, template=template, tags=subject.tags) if subject.tags is not None else None,
            )
            for language, template in subject.versions.items()
        }  # fmt: skip
        problems = {(one.code, one.where): one for check in checks.values() for one in check.problems}
        if problems:
            return Report(subject=subject, problems=tuple(problems.values()))
        begin = time.monotonic()
        got: dict[str, array[int]] = {language: array("q") for language in checks}
        left_out: dict[str, int] = {}
        ids = audience_ids(self._store, subject.audience, self._clock.now())
        total, done = len(ids), 0
        progress.report(0, total)
        for page in pages(self._store, ids, CHUNK):
            shares: dict[str, list[Contact]] = {}
            for contact in page:
                reason = subject.reason(contact)
                if reason:
                    left_out[reason] = left_out.get(reason, 0) + 1
                else:
                    shares.setdefault(subject.language_of(contact), []).append(contact)
            for language, share in shares.items():
                checks[language].add((one.id, one.values()) for one in share)
                got[language].extend(one.id for one in share)
            done += len(page)
            progress.report(done, total)
            if progress.cancelled():
                raise Cancelled
        return _report(
            subject, {language: check.findings() for language, check in checks.items()}, got, left_out,
            time.monotonic() - begin,
        )

    def _media_problem(self, value: str) -> Problem | None:
        """What is wrong with a file or an address, by what is known without a network."""
        if is_media_id(value):
            return Problem("media-number", severity="warning")
        if value.lower().startswith("http:"):
            return Problem("media-insecure", severity="warning")
        if value.startswith("file:"):
            try:
                self._media().path(value.removeprefix("file:"))
            except UserError as error:
                return Problem(error.code, facts=error.facts)
        return None


def brand_kit(settings: Settings) -> BrandKit:
    """The brand kit as the settings keep it: one banned word a line."""
    words = (line.strip() for line in settings.brand_banned.splitlines())
    return BrandKit(banned=tuple(word for word in words if word), signature=settings.brand_signature.strip())


def _report(
    subject: Subject, found: Mapping[str, Findings], got: Mapping[str, array[int]], left_out: dict[str, int],
    seconds: float,
) -> Report:  # fmt: skip
    merged: dict[tuple[str, str], Finding] = {}
    for language, one in found.items():
        for finding in (*one.found, *_of_all(one.everyone, got[language])):
            key = (finding.code, finding.place)
            merged[key] = _together(merged[key], finding) if key in merged else _weighed(finding)
    checked = sum(one.checked for one in found.values())
    refused = sum(one.refused for one in found.values())
    return Report(
        subject=subject, total=checked + sum(left_out.values()), checked=checked, refused=refused,
        left_out=dict(sorted(left_out.items(), key=lambda item: (-item[1], item[0]))), seconds=seconds,
        warned=sum(one.checked - one.refused if one.everyone else one.warned for one in found.values()),
        findings=tuple(sorted(merged.values(), key=lambda one: (_ORDER.index(one.weight), -one.count))),
    )  # fmt: skip


_ORDER = ("error", "warning", "note")


def _of_all(problems: Iterable[Problem], ids: array[int]) -> Iterable[Finding]:
    """What every message of a translation has, as findings."""
    for one in problems:
        if ids:
            yield Finding(
                code=one.code, place=one.where, weight="warning", facts=one.facts, contacts=ids, samples=()
            )


def _weighed(finding: Finding) -> Finding:
    """Whoever is left out as the mapping asks for is worth a warning only."""
    if finding.code == "value-empty" and finding.facts.get("if_empty") == "skip":
        return msgspec.structs.replace(finding, weight="warning")
    return finding


def _together(one: Finding, other: Finding) -> Finding:
    facts = dict(one.facts)
    fits, also = facts.get("fits"), other.facts.get("fits")
    if isinstance(fits, int) and isinstance(also, int):
        facts["fits"] = min(fits, also)
    return msgspec.structs.replace(
        one, facts=facts, contacts=one.contacts + other.contacts, samples=(*one.samples, *other.samples)[:SAMPLES]
    )


def _concerned(contact: Contact, subject: Subject, filler: Filler, language: str, finding: Finding) -> Concerned:
    values, beside = contact.values(), subject.beside[language]
    used = next((one for one in filler.used if one.place.name == finding.place), None)
    if used is None:
        filled = filler.partly(values, beside)
        return Concerned(contact=contact, read=(), text=hydrate(subject.versions[language].body, "body", filled))
    fields = used.expression.fields
    read = tuple((name, as_text(values.get(name))) for name in sorted(fields or ()))
    try:
        text = used.expression.write(filler.scope(values, beside)).strip() or used.fallback
    except ExpressionError:
        text = ""
    return Concerned(contact=contact, read=read, text=text)
