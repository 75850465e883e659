"""When a template may be changed, created or named, by what is known of its past."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from tests.fixtures.studio import T0, offer
from whatsapp_studio.templates.differing import changes
from whatsapp_studio.templates.draft import ALLOWED, EditRight, Past, may_create, may_edit, name_free
from whatsapp_studio.templates.template import Template

DAY = timedelta(days=1)


def happened(kind: str, ago: timedelta, *, name: str = "spring_offer", language: str = "nl") -> Past:
    return Past(name=name, language=language, at=T0 - ago, kind=kind, source="us")


@pytest.mark.parametrize("status", ["PENDING", "DISABLED", "IN_APPEAL", "ARCHIVED", ""])
def test_only_some_states_may_be_changed(status: str) -> None:
    assert may_edit(offer(status=status), [], T0) == EditRight(False, None, "template-edit-status")


@pytest.mark.parametrize("status", ["REJECTED", "PAUSED"])
def test_what_is_rejected_or_paused_may_be_changed_any_time(status: str) -> None:
    past = [happened("edited", DAY / 100) for _ in range(20)]
    assert may_edit(offer(status=status), past, T0) == ALLOWED


@pytest.mark.parametrize("kind", ["edited", "content"])
def test_an_approved_one_once_in_24_hours(kind: str) -> None:
    just_under = happened(kind, DAY - timedelta(seconds=1))
    right = may_edit(offer(), [just_under], T0)
    assert right == EditRight(False, T0 + timedelta(seconds=1), "template-edit-day")
    assert may_edit(offer(), [happened(kind, DAY)], T0) == ALLOWED
    assert may_edit(offer(), [happened("status", DAY / 2)], T0) == ALLOWED


def test_an_approved_one_ten_times_in_30_days() -> None:
    past = [happened("edited", DAY * days) for days in range(2, 29, 3)]
    assert len(past) == 9
    assert may_edit(offer(), past, T0) == ALLOWED
    tenth = [*past, happened("edited", DAY * 29)]
    assert may_edit(offer(), tenth, T0) == EditRight(False, T0 + DAY, "template-edit-month")
    assert may_edit(offer(), [*past, happened("edited", DAY * 30)], T0) == ALLOWED


def test_one_that_meta_does_not_have_is_no_change() -> None:
    assert not may_edit(msgspec.structs.replace(offer(), meta_id=""), [], T0).allowed


@pytest.mark.parametrize("kind", ["deleted", "removed"])
def test_a_name_rests_for_30_days(kind: str) -> None:
    gone = [happened(kind, DAY * 10)]
    rests = EditRight(False, T0 + DAY * 20, "template-name-rests")
    assert name_free("spring_offer", "nl", gone, [], T0) == rests
    assert name_free("spring_offer", "de", gone, [], T0) == rests
    assert name_free("spring_offer", "de", gone, [offer(language="fr")], T0) == ALLOWED
    assert name_free("spring_offer", "nl", gone, [offer(language="fr")], T0) == rests
    assert name_free("other", "nl", gone, [], T0) == ALLOWED
    assert name_free("spring_offer", "nl", [happened(kind, DAY * 30)], [], T0) == ALLOWED


def test_a_hundred_may_be_created_in_an_hour() -> None:
    hour = timedelta(hours=1)
    moments = [T0 - timedelta(minutes=59) + timedelta(seconds=n) for n in range(99)]
    assert may_create([*moments, T0 - hour], T0) == ALLOWED
    full = [*moments, T0 - timedelta(seconds=1)]
    assert may_create(full, T0) == EditRight(False, T0 + timedelta(minutes=1), "template-create-hour")


def told(before: Template | None, after: Template | None) -> list[tuple[str, str, str]]:
    return [(one.kind, one.before, one.after) for one in changes(before, after, T0, "sync")]


def test_what_is_different_is_said() -> None:
    old = offer(quality_score={"score": "GREEN"})
    assert told(old, old) == told(None, None) == []
    assert told(None, old) == [("added", "", "APPROVED")]
    assert told(old, None) == [("removed", "APPROVED", "")]
    new = offer("Hi {{1}}, it is summer", status="REJECTED", category="UTILITY", rejected_reason="SCAM",
                quality_score={"score": "RED"}, correct_category="MARKETING")  # fmt: skip
    (category, correct, quality, content, status) = changes(old, new, T0, "sync")
    assert (category.before, category.after) == ("MARKETING", "UTILITY")
    assert correct.after == "MARKETING"
    assert (quality.before, quality.after) == ("GREEN", "RED")
    assert content.before != content.after
    assert (status.after, status.reason) == ("REJECTED", "SCAM")
