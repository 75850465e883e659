"""What an account may do with its templates, and when: just within each of Meta's limits, and just beyond it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from whatsapp_studio.templates.draft import ALLOWED, Past, may_create, may_edit, name_free
from whatsapp_studio.templates.template import Template

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def template(status: str = "APPROVED", language: str = "nl") -> Template:
    return Template(name="offer", language=language, status=status, meta_id="7")


def happened(kind: str, ago: timedelta, language: str = "nl") -> Past:
    return Past(name="offer", language=language, at=NOW - ago, kind=kind, source="us")


def test_a_hundred_templates_an_hour() -> None:
    moments = [NOW - timedelta(minutes=59) + timedelta(seconds=n) for n in range(100)]
    assert may_create(moments[:99], NOW) == ALLOWED
    right = may_create(moments, NOW)
    assert (right.allowed, right.at) == (False, moments[0] + timedelta(hours=1))
    assert may_create(moments, moments[0] + timedelta(hours=1)) == ALLOWED


def test_an_approved_template_is_edited_once_a_day() -> None:
    day = timedelta(hours=24)
    assert may_edit(template(), [happened("edited", day)], NOW) == ALLOWED
    right = may_edit(template(), [happened("edited", day - SECOND)], NOW)
    assert (right.allowed, right.at, right.why) == (False, NOW + SECOND, "template-edit-day")


def test_an_approved_template_is_edited_ten_times_a_month() -> None:
    days = [happened("edited", timedelta(days=2 * n + 2)) for n in range(10)]
    assert may_edit(template(), days[:9], NOW) == ALLOWED
    right = may_edit(template(), days, NOW)
    assert (right.allowed, right.at, right.why) == (False, NOW + timedelta(days=10), "template-edit-month")


@pytest.mark.parametrize("status", ["REJECTED", "PAUSED"])
def test_a_rejected_or_paused_template_is_edited_any_time(status: str) -> None:
    often = [happened("edited", timedelta(minutes=n)) for n in range(20)]
    assert may_edit(template(status), often, NOW) == ALLOWED


@pytest.mark.parametrize("status", ["PENDING", "DISABLED", "ARCHIVED", "IN_APPEAL", "DELETED", "DRAFT"])
def test_others_are_not_edited(status: str) -> None:
    right = may_edit(template(status), [], NOW)
    assert (right.allowed, right.why) == (False, "template-edit-status")


def test_a_name_rests_for_thirty_days() -> None:
    month = timedelta(days=30)
    assert name_free("offer", "nl", [happened("deleted", month)], [], NOW) == ALLOWED
    right = name_free("offer", "nl", [happened("deleted", month - SECOND)], [], NOW)
    assert (right.allowed, right.at, right.why) == (False, NOW + SECOND, "template-name-rests")
    assert name_free("other", "nl", [happened("deleted", SECOND)], [], NOW) == ALLOWED
