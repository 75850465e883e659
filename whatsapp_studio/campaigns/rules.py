"""Decides whether a campaign may be sent: what blocks it, and what the person should know first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.local import listed
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.campaigns import recurrence, waves
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.duration import Finish
from whatsapp_studio.campaigns.forecast import Forecast
from whatsapp_studio.campaigns.link_tags import untagged
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.campaigns.schedule import last_start, start_of
from whatsapp_studio.campaigns.waves import Cover
from whatsapp_studio.templates.template import Template, content_hash
from whatsapp_studio.templates.unsupported import unsupported_words

_CATEGORY = {"marketing": "MARKETING", "utility": "UTILITY", "authentication": "AUTHENTICATION"}
_MISSING = {"list": "list-missing", "segment": "segment-missing", "outcome": "followed-missing"}
# Messages a second that Meta allows a number at each level (throughput page).
THROUGHPUT = {"STANDARD": 80, "HIGH": 1000}


def draft_problems(
    draft: Draft, template: Template | None, mapping_problems: Iterable[Problem], *, sender: str, now: datetime,
    list_exists: bool, translations: Mapping[str, Template | None] | None = None,
) -> tuple[Problem, ...]:  # fmt: skip
    """What is wrong with a draft, quickly: without looking at its people.

    ``translations`` is the template in each further language of the draft, None where there is none any more.
    ``sender`` is the connected phone number id, or empty; ``where`` of each problem starts with its step.
    """
    found: list[Problem] = []
    if not draft.name.strip():
        found.append(Problem("name-missing", "purpose.name"))
    if not sender:
        found.append(Problem("not-connected", "sender"))
    elif draft.sender != sender:
        found.append(Problem("sender-missing" if not draft.sender else "sender-gone", "sender"))
    found += template_problems(draft, template)
    for language, translated in (translations or {}).items():
        found += _version_problems(draft, language, draft.translations[language], translated)
    if template is not None:
        found += mapping_problems
    if draft.audience.kind != "all" and not list_exists:
        found.append(Problem(_MISSING[draft.audience.kind], "audience"))
    if draft.waves is not None and (wrong := waves.problem(draft.waves)) is not None:
        found.append(wrong)
    if draft.schedule.kind == "recurring":
        if (wrong := recurrence.problem(draft.schedule, now)) is not None:
            found.append(wrong)
        return tuple(found)
    start = start_of(draft.schedule)
    if isinstance(start, Problem):
        found.append(start)
    elif start is not None and last_start(draft.schedule, start) < now:
        found.append(Problem("start-in-past", "schedule.time", {"start": start}))
    elif draft.waves is not None:
        begun = waves.starts(draft.waves, draft.schedule, start or now)
        found += [begun] if isinstance(begun, Problem) else []
    return tuple(found)


def template_problems(draft: Draft, template: Template | None) -> list[Problem]:
    """Whether the chosen template exists, may be sent, and is still what it was."""
    if not draft.template:
        return [Problem("template-missing", "template")]
    return _version_problems(draft, draft.language, draft.template_hash, template)


def _version_problems(draft: Draft, language: str, known_as: str, template: Template | None) -> list[Problem]:
    facts = {"template": draft.template, "language": language}
    if template is None:
        return [Problem("template-gone", "template", facts)]
    found: list[Problem] = []
    if template.status != "APPROVED":
        status = state_word(template.status).lower()
        found.append(Problem("template-not-approved", "template", {**facts, "status": status}))
    if template.category != _CATEGORY[draft.purpose]:
        if template.category == "MARKETING":
            found.append(Problem("template-is-marketing", "purpose", facts))
        elif draft.purpose != "marketing":
            found.append(Problem("template-other-category", "purpose", {**facts, "category": template.category}))
    if template.unsupported:
        parts = unsupported_words(template.unsupported)
        found.append(Problem("template-unsupported", "template", {**facts, "parts": parts}))
    if known_as and known_as != content_hash(template):
        found.append(Problem("template-changed", "template", facts))
    return found


def review_problems(
    count: AudienceCount, blocking: dict[str, int], *, recurs: bool = False
) -> tuple[Problem, ...]:
    """What the counted audience adds to the blockers; ``blocking`` counts empty values whose rule is to block.

    Of a campaign that ``recurs`` there may be nobody today: it is asked again at each turn.
    """
    found = [
        Problem("value-blocks", f"mapping.{place}", {"place": place, "count": n}) for place, n in blocking.items() if n
    ]
    if recurs:
        return tuple(found)
    if count.total == 0:
        found.append(Problem("audience-empty", "audience"))
    elif count.reachable == 0:
        found.append(Problem("nobody-reachable", "audience", {"total": count.total}))
    return tuple(found)


def cost_problems(budget: Budget | None, cost: Forecast | None) -> tuple[Problem, ...]:
    """What stands in the way of a budget: it is kept to only where every price is known, in its own currency."""
    if budget is None:
        return ()
    if cost is None:
        return (Problem("budget-without-prices", "review.budget"),)
    if cost.currency != budget.currency:
        facts = {"budget": budget.currency, "currency": cost.currency}
        return (Problem("budget-currency", "review.budget", facts),)
    if cost.unknown:
        unknown = {"markets": listed(sorted(cost.unknown)), "count": sum(cost.unknown.values())}
        return (Problem("budget-unknown-prices", "review.budget", unknown),)
    return ()


def warnings(
    draft: Draft, count: AudienceCount, *, template: Template | None, finish: Finish, has_receiver: bool,
    cost: Forecast | None = None, covered: Cover | None = None, sent: Iterable[Template] = (), at_night: int = 0,
) -> tuple[Problem, ...]:  # fmt: skip
    """What the person should know, and may accept, before sending.

    ``sent`` are the templates of every language and treatment; ``at_night`` people would get it at night, by their
    own clock and without quiet hours.
    """
    found: list[Problem] = []

    def warn(code: str, where: str, **facts: object) -> None:
        found.append(Problem(code, where, facts, "warning"))

    if finish.limit is not None and finish.full_at is not None:
        stops = draft.at_limit == "stop"
        warn(
            "stops-at-messaging-limit" if stops else "above-messaging-limit", "schedule.limit", limit=finish.limit,
            count=count.reachable, days=max(2, len(finish.days)),
        )  # fmt: skip
    if template is not None and template.quality == "RED":
        warn("template-low-quality", "template", template=template.name)
    if count.total and sum(count.excluded.values()) * 2 > count.total:
        warn("most-excluded", "audience", excluded=sum(count.excluded.values()), total=count.total)
    if covered is not None and covered.left_out:
        warn("waves-leave-out", "schedule.waves", count=covered.left_out)
    if finish.seconds > timedelta(hours=2).total_seconds():
        warn("takes-long", "review", seconds=finish.seconds)
    # Without any price the review says so by itself; who has a list should know that it leaves some out.
    if cost is not None and cost.unknown and cost.lines:
        unknown = sum(cost.unknown.values())
        warn("cost-unknown", "review.cost", markets=listed(sorted(cost.unknown)), count=unknown)
    if cost is not None and draft.budget is not None and not cost.unknown and cost.most > draft.budget.most:
        budget = f"{draft.budget.most} {cost.currency}"
        warn("budget-too-small", "review.budget", budget=budget, most=f"{cost.most} {cost.currency}")
    if draft.schedule.kind == "recurring" and not {"COUNT", "UNTIL"} & set(re.split("[;=]", draft.schedule.rule)):
        warn("recurs-without-end", "schedule.rule")
    plain = dict.fromkeys(text for one in sent for text in untagged(one)) if draft.tags is not None else {}
    if plain:
        warn("links-without-tags", "mapping.:tags", buttons=listed([f"“{text}”" for text in plain]))
    if at_night:
        warn("leaves-at-night", "schedule.time", count=at_night)
    if not has_receiver:
        warn("no-receiver", "review")
    return tuple(found)


def rate_of(wanted: int, throughput: str) -> int:
    """Messages a second: what is wanted, never above what Meta allows the number."""
    return max(1, min(wanted, THROUGHPUT.get(throughput, 80)))
