"""Decides what a second person gets to read before a campaign is sent: all that will be sent, in a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, WorldError
from whatsapp_studio.base.html import Markup, page, table, tag
from whatsapp_studio.base.i18n import language, mark, number, tr
from whatsapp_studio.base.local import day_and_clock, decimal, language_name
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.whom import audience_words
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.launching import Campaigns, Review
from whatsapp_studio.services.segments import Segments
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.bubble_html import bubble_html
from whatsapp_studio.templates.template import Template, places

_PURPOSE = {"marketing": mark("Marketing"), "utility": mark("Utility"), "authentication": mark("Authentication")}
_PAGE = 500


class ReviewFiles:
    """Writes review files."""

    def __init__(
        self, campaigns: Campaigns, contacts: Contacts, segments: Segments, connection: Connections, clock: Clock
    ) -> None:
        self._campaigns, self._contacts, self._segments = campaigns, contacts, segments
        self._connection, self._clock = connection, clock

    def code(self, draft: Draft, review: Review) -> str:
        """The code of what would be sent now: :func:`~whatsapp_studio.campaigns.approval.review_code`."""
        return self._campaigns.code(draft, review.people)

    def page(
        self, draft: Draft, review: Review, progress: Progress = Unwatched(), *, everybody: bool = False
    ) -> str:
        """The file as HTML that needs nothing else; with ``everybody`` it lists each person with their message.

        Raises ``Cancelled``.
        """
        now = self._clock.now()
        title = tr("Review of “{name}”", name=draft.name or tr("Unnamed campaign"))
        code = self.code(draft, review)
        parts = [
            tag("h1", title),
            tag("p", tr("As it stood on {when} ({zone}). Nothing was sent for this file.",
                        when=day_and_clock(now), zone=str(now.astimezone().tzinfo)), cls="quiet"),
            _section(tr("Code of this review"), tag("p", code, cls="code"), tag("p", tr(
                "The sender's screen shows the same code as long as it is the same message to the same people."
            ), cls="quiet")),
            _section(tr("What stands in the way"), *_problems(review.problems, "error"))
            if review.problems else Markup(""),
            _section(tr("What to know"), *_problems(review.warnings, "warning")) if review.warnings else Markup(""),
            _section(tr("The campaign"), table(self._facts(draft, review), cls="facts")),
            _section(tr("Who gets it"), *self._people(draft, review)),
            *(_message(message, one) for message, one in self._campaigns.messages(draft)),
            _section(tr("Real messages"), self._examples(draft, review)),
        ]  # fmt: skip
        if everybody:
            parts.append(_section(tr("Everybody's message"), self._everybody(draft, review, progress)))
        return page(title, *parts, language=language().code)

    def write(
        self, draft: Draft, review: Review, path: Path, progress: Progress = Unwatched(), *, everybody: bool = False
    ) -> None:
        """Put the page into a file, whole or not at all; raises ``WorldError("cannot-write")`` and ``Cancelled``."""
        text = self.page(draft, review, progress, everybody=everybody)
        waiting = path.with_name(path.name + ".part")
        try:
            waiting.write_text(text, encoding="utf-8")
            waiting.replace(path)
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        finally:
            waiting.unlink(missing_ok=True)

    # -- inside --------------------------------------------------------------------------------------

    def _facts(self, draft: Draft, review: Review) -> Iterator[tuple[str, str]]:
        account = self._connection.current()
        yield tr("Purpose"), tr(_PURPOSE[draft.purpose])
        if account is not None:
            yield tr("Sent from"), f"{account.verified_name} {account.display_phone_number}".strip()
        yield tr("Template"), draft.template
        languages = [draft.language, *draft.translations]
        yield tr("Languages"), ", ".join(language_name(one) for one in languages if one)
        yield tr("Starts"), self._starts(review)
        yield tr("Speed"), tr("Up to {n} messages a second", n=decimal(review.rate))

    def _starts(self, review: Review) -> str:
        if review.starts_at is None:
            return tr("When it is sent by hand")
        return day_and_clock(review.starts_at)

    def _people(self, draft: Draft, review: Review) -> Iterator[Markup]:
        lists = {one.id: one.name for one in self._contacts.lists()}
        segments = {one.id: one.name for one in self._segments.all()}
        names = {one.id: one.name for one in self._campaigns.all()} if draft.audience.kind == "outcome" else {}
        yield tag("p", tr("{audience}.", audience=audience_words(draft.audience, lists, segments, names)))
        count = review.count
        rows = [(tr("Get it"), number(count.reachable))]
        for reason, n in count.excluded.items():
            rows.append((wording.exclusion(reason), number(n)))
            rows += [(f"— {rule}", number(some)) for rule, some in count.rules.get(reason, {}).items()]
        rows.append((tr("All together"), number(count.total)))
        yield table(rows, (tr("People"), tr("Number")), numbers=(1,))

    def _examples(self, draft: Draft, review: Review) -> Markup:
        shown = [self._example(draft, one) for one in self._samples(draft, review)]
        return tag("div", *shown, cls="messages") if shown else tag("p", tr("Nobody gets it."))

    def _samples(self, draft: Draft, review: Review) -> list[Contact]:
        return self._contacts.get_many(review.samples)

    def _example(self, draft: Draft, contact: Contact) -> Markup:
        found, problem = self._campaigns.preview(draft, contact)
        inside = bubble_html(found) if found is not None else Markup("")
        why = tag("p", wording.explain(problem.code, problem.facts).title) if problem is not None else Markup("")
        return tag("div", tag("p", _name(contact), cls="quiet"), inside, why, cls="message")

    def _everybody(self, draft: Draft, review: Review, progress: Progress) -> Markup:
        rows: list[tuple[str, ...]] = []
        people = review.people
        for begin in range(0, len(people), _PAGE):
            for contact in self._contacts.get_many(people[begin : begin + _PAGE]):
                planned = self._campaigns.planned_for(draft, contact)
                if planned.reason:
                    rows.append((_name(contact), contact.phone, wording.left_out(planned.reason, planned.rule)))
                    continue
                found, _problem = self._campaigns.preview(draft, contact)
                text = "\n".join(line.text for line in found.body) if found is not None else ""
                rows.append((_name(contact), contact.phone, text))
            progress.report(min(begin + _PAGE, len(people)), len(people))
            if progress.cancelled():
                raise Cancelled
        return table(rows, (tr("Name"), tr("Phone"), tr("Message, or why there is none")))


def _section(title: str, *inside: str) -> Markup:
    return tag("section", tag("h2", title), *inside)


def _problems(problems: tuple[Problem, ...], kind: str) -> Iterator[Markup]:
    for one in problems:
        words = wording.explain(one.code, one.facts)
        yield tag("div", words.text, cls=f"box {kind}")


def _message(draft: Draft, template: Template) -> Markup:
    title = tr("The message in {language}", language=language_name(template.language))
    labels = {place.name: place.label for place in places(template, rare=True)}
    rows = [
        (labels.get(place, place), one.expression or "–", one.fallback or "–", _if_empty(one.if_empty))
        for place, one in sorted(draft.mapping.items())
        if place in labels
    ]
    head = (tr("Place"), tr("Is filled with"), tr("Otherwise"), tr("Where both are empty"))
    return _section(title, bubble_html(bubble(template)), table(rows, head) if rows else Markup(""))


def _if_empty(rule: str) -> str:
    return tr("The person is left out") if rule == "skip" else tr("Nothing can be sent")


def _name(contact: Contact) -> str:
    return f"{contact.first_name} {contact.last_name}".strip() or contact.phone
