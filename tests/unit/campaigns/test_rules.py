"""Decides what blocks a campaign, what is only a warning, and on which step it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from tests.fixtures.studio import T0, offer
from tests.fixtures.templates import body, buttons, raw
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.wording import WORDS
from whatsapp_studio.campaigns.draft import STEPS, Audience, Draft, Schedule
from whatsapp_studio.campaigns.duration import Finish
from whatsapp_studio.campaigns.limits import LIMITS
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.campaigns.rules import (
    draft_problems,
    rate_of,
    review_problems,
    template_problems,
    warnings,
)
from whatsapp_studio.campaigns.waves import Cover
from whatsapp_studio.templates.template import Template, content_hash, parse

GOOD = Draft(
    name="Spring", sender="7", template="spring_offer", language="nl", template_hash=content_hash(offer()),
)  # fmt: skip


def found(
    draft: Draft = GOOD, *, template: Template | None = None, missing: bool = False, sender: str = "7",
    list_exists: bool = True, mapping: tuple[Problem, ...] = (), **changed: Any,
) -> list[tuple[str, str]]:  # fmt: skip
    problems = draft_problems(
        msgspec.structs.replace(draft, **changed), None if missing else template or offer(), mapping, sender=sender,
        now=T0, list_exists=list_exists,
    )  # fmt: skip
    for one in problems:
        assert one.severity == "error"
        assert one.where.split(".")[0] in STEPS
        assert one.code in WORDS, f"{one.code} has no words"
    return [(one.code, one.where) for one in problems]


def test_a_good_draft_has_no_problem() -> None:
    assert found() == []


@pytest.mark.parametrize("name", ["", "   ", "\t"])
def test_a_campaign_has_a_name(name: str) -> None:
    assert found(name=name) == [("name-missing", "purpose.name")]


def test_the_sender_is_the_connected_number() -> None:
    assert found(sender="") == [("not-connected", "sender")]
    assert found(draft=msgspec.structs.replace(GOOD, sender="")) == [("sender-missing", "sender")]
    assert found(sender="8") == [("sender-gone", "sender")]


def test_the_template_is_chosen_there_approved_and_complete() -> None:
    assert found(template=None, missing=True) == [("template-gone", "template")]
    assert [(p.code, p.where) for p in template_problems(Draft(name="x"), None)] == [("template-missing", "template")]
    assert found(template=offer(status="PAUSED")) == [("template-not-approved", "template")]
    odd = offer(components=[{"type": "BODY", "text": "Hi {{1}}, spring is here"}, {"type": "HOLOGRAM"}])
    assert odd.unsupported
    assert ("template-unsupported", "template") in found(template=odd, template_hash="")


def test_a_template_that_changed_since_it_was_chosen_blocks() -> None:
    assert found(template=offer("Another {{1}}")) == [("template-changed", "template")]
    assert found(template=offer("Another {{1}}"), template_hash="") == []


def test_the_purpose_fits_the_category() -> None:
    utility = offer(category="UTILITY")
    code = template_problems(msgspec.structs.replace(GOOD, template_hash=""), utility)
    assert code == []
    assert found(purpose="utility") == [("template-is-marketing", "purpose")]
    assert found(template=utility, purpose="authentication", template_hash="") == [
        ("template-other-category", "purpose")
    ]
    assert found(template=utility, purpose="utility", template_hash="") == []


def test_problems_of_the_mapping_count_only_with_a_template() -> None:
    mapping = (Problem("place-unmapped", "mapping.body.1", {"place": "body.1", "label": "x"}),)
    assert found(mapping=mapping) == [("place-unmapped", "mapping.body.1")]
    assert found(mapping=mapping, missing=True) == [("template-gone", "template")]


def test_the_list_still_exists() -> None:
    assert found(audience=Audience("list", 3), list_exists=False) == [("list-missing", "audience")]
    assert found(audience=Audience("list", 3)) == []
    assert found(list_exists=False) == []


def test_the_start_lies_ahead() -> None:
    assert found(schedule=Schedule("at", "2026-03-03T09:59", "Europe/Amsterdam")) == [
        ("start-in-past", "schedule.time")
    ]
    assert found(schedule=Schedule("at", "2026-03-03T10:00", "Europe/Amsterdam")) == []
    assert found(schedule=Schedule("at", "", "Europe/Amsterdam")) == [("time-unreadable", "schedule.time")]
    assert found(schedule=Schedule("at", "2026-03-03T10:00", "Mars")) == [("zone-unknown", "schedule.zone")]


def test_everything_wrong_is_told_at_once() -> None:
    assert len(found(Draft(schedule=Schedule("at"), audience=Audience("list")), list_exists=False, sender="")) == 5


def test_an_audience_nobody_of_which_can_be_reached_blocks() -> None:
    def codes(count: AudienceCount, blocking: dict[str, int]) -> list[tuple[str, str]]:
        return [(one.code, one.where) for one in review_problems(count, blocking)]

    assert codes(AudienceCount(total=1, reachable=1), {}) == []
    assert codes(AudienceCount(), {}) == [("audience-empty", "audience")]
    assert codes(AudienceCount(total=3, excluded={"no-consent": 3}), {}) == [("nobody-reachable", "audience")]
    assert codes(AudienceCount(total=1, reachable=1), {"body.1": 2, "body.2": 0}) == [
        ("value-blocks", "mapping.body.1")
    ]


def warned(
    count: AudienceCount = AudienceCount(total=10, reachable=10), *, template: Template | None = None,  # noqa: B008
    limit: int | None = None, seconds: float = 1, has_receiver: bool = True, covered: Cover | None = None,
    sent: Sequence[Template] = (), at_night: int = 0, **more: Any,
) -> list[str]:  # fmt: skip
    full = T0 if limit is not None and count.reachable > limit else None
    finish = Finish(T0, seconds, limit=limit, full_at=full)
    problems = warnings(
        Draft(**more), count, template=template, finish=finish, has_receiver=has_receiver, covered=covered,
        sent=sent, at_night=at_night,
    )  # fmt: skip
    assert all(one.severity == "warning" and one.code in WORDS for one in problems)
    return [one.code for one in problems]


def test_what_a_person_should_know_first() -> None:
    assert warned() == []
    assert warned(AudienceCount(total=251, reachable=251), limit=250) == ["above-messaging-limit"]
    assert warned(AudienceCount(total=251, reachable=251), limit=250, at_limit="stop") == ["stops-at-messaging-limit"]
    assert warned(AudienceCount(total=250, reachable=250), limit=250) == []
    assert warned(AudienceCount(total=9**9, reachable=9**9)) == []
    assert warned(covered=Cover((5, 3), 2)) == ["waves-leave-out"]
    assert warned(covered=Cover((5, 5), 0)) == []
    assert warned(schedule=Schedule("recurring", rule="FREQ=DAILY")) == ["recurs-without-end"]
    assert warned(schedule=Schedule("recurring", rule="FREQ=DAILY;COUNT=3")) == []
    assert warned(template=offer(quality_score={"score": "RED"})) == ["template-low-quality"]
    assert warned(template=offer(quality_score={"score": "GREEN"})) == []
    assert warned(AudienceCount(total=4, reachable=1, excluded={"a": 3})) == ["most-excluded"]
    assert warned(AudienceCount(total=4, reachable=2, excluded={"a": 2})) == []
    assert warned(seconds=7201) == ["takes-long"]
    assert warned(seconds=7200) == []
    assert warned(has_receiver=False) == ["no-receiver"]
    assert warned(at_night=1) == ["leaves-at-night"]


def test_a_link_that_cannot_have_tags_is_named() -> None:
    fixed = {"type": "URL", "text": "About", "url": "https://shop.example/about"}
    able = {"type": "URL", "text": "Shop", "url": "https://shop.example/{{1}}", "example": ["https://shop.example/x"]}
    template = parse(raw(body("Hi {{1}}!"), buttons(able, fixed)))
    tags = Tags(source="whatsapp")
    assert warned(sent=[template], tags=tags) == ["links-without-tags"]
    assert warned(sent=[template]) == []
    assert warned(sent=[parse(raw(body("Hi {{1}}!"), buttons(able)))], tags=tags) == []


def test_limits_grow_with_their_tier() -> None:
    assert list(LIMITS.values()) == sorted(LIMITS.values())


@pytest.mark.parametrize(
    ("wanted", "throughput", "rate"),
    [(20, "STANDARD", 20), (200, "STANDARD", 80), (200, "HIGH", 200), (2000, "HIGH", 1000), (200, "", 80), (0, "", 1)],
)
def test_the_rate_stays_within_what_meta_allows(wanted: int, throughput: str, rate: int) -> None:
    assert rate_of(wanted, throughput) == rate
