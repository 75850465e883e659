"""Decides for whom a rule is true, and on which day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import JSON
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.rules import OPS, RuleFacts, Test, facts_of, from_text, matches

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
FIELDS: dict[str, Any] = {
    "age": 41.0, "member": True, "vip": "ja", "lost": False, "born": "1985-11-22", "leap": "2000-02-29",
    "order": "2026-11-15", "visit": "2026-11-29", "note": " Likes TEA ", "empty": "  ", "none": None,
    "number": "12.5", "odd": "twelve", "when": datetime(2026, 11, 22, 23, 45, tzinfo=UTC),
    "day": date(2026, 11, 22), "wall": "2026-11-22T23:45", "edge": "0001-01-01T00:00:00+14:00",
}  # fmt: skip
MARIA = facts_of(
    Contact(id=1, phone="+31612345678", first_name="Maria", country="NL", marketing="yes", fields=FIELDS),
    ["VIP"],
    event={"total": 99, "order no": "A1"},
    journey={"answer.status": 200},
)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ('contact.country == "NL"', True),
        ('contact.country == "nl "', True),
        ('contact.country == "BE"', False),
        ('contact.country != "BE"', True),
        ('contact.none == "BE"', False),
        ('contact.none != "BE"', True),
        ('contact.none == ""', False),
        ('contact.country == ""', False),
        ('field("country") == "NL"', True),
        ('contact.country in ["BE", "nl"]', True),
        ('contact.country in "NL"', True),
        ('contact.country not in ["BE"]', True),
        ('contact.country not in ["NL"]', False),
        ("contact.country in []", False),
        ('"tea" in contact.note', True),
        ('"tea" not in contact.note', False),
        ('"coffee" not in contact.note', True),
        ('"" in contact.note', False),
        ('"x" in contact.none', False),
        ('"x" not in contact.none', True),
        ('starts_with(contact.note, "likes")', True),
        ('starts_with(contact.note, "tea")', False),
        ('ends_with(contact.note, "Tea")', True),
        ('ends_with(contact.note, "")', False),
        ('"4" in contact.age', True),
        ("contact.age == 41", True),
        ('contact.age == "41"', True),
        ('contact.age == "old"', False),
        ("contact.age > 40", True),
        ("contact.age > 41", False),
        ("contact.age >= 41", True),
        ("contact.age < 42", True),
        ("contact.age <= 40", False),
        ("contact.number > 12", True),
        ("contact.odd > 1", False),
        ("contact.odd < 1", False),
        ("contact.member > 0", False),
        ("contact.none < 5", False),
        ("event.total >= 99", True),
        ('event["order no"] == "a1"', True),
        ("journey.answer.status == 200", True),
        ("contact.member", True),
        ("not contact.member", False),
        ("contact.lost", False),
        ("not contact.lost", True),
        ("contact.vip", True),
        ("contact.none", False),
        ("not contact.none", False),
        ("contact.note", False),
        ("contact.day", False),
        ("contact.member == True", True),
        ('contact.member == "yes"', True),
        ("contact.vip == True", True),
        ("contact.note == True", False),
        ("is_empty(contact.none)", True),
        ("is_empty(contact.empty)", True),
        ("is_empty(contact.unknown)", True),
        ("is_empty(contact.lost)", False),
        ("is_filled(contact.note)", True),
        ("is_filled(contact.empty)", False),
        ('contact.order == date("2026-11-15")', True),
        ('contact.day == "2026-11-22"', True),
        ('contact.day == "today"', False),
        ('contact.note == "2026-11-22"', False),
        ('contact.order < date("2026-11-16")', True),
        ('contact.order < date("2026-11-15")', False),
        ('contact.order > date("2026-11-14")', True),
        ('contact.order > date("never")', False),
        ('contact.note > date("2026-11-14")', False),
        ('contact.edge < date("2026-11-14")', False),
        ('contact.age > date("2026-11-14")', False),
        ("in_last_days(contact.order, 7)", True),
        ("in_last_days(contact.order, 6)", False),
        ("in_last_days(contact.visit, 9)", False),
        ('in_last_days(contact.order, "7")', True),
        ('in_last_days(contact.order, "soon")', False),
        ("in_last_days(contact.order, -1)", False),
        ("in_last_days(contact.order, 1000000)", False),
        ("in_last_days(contact.none, 7)", False),
        ("in_next_days(contact.visit, 7)", True),
        ("in_next_days(contact.visit, 6)", False),
        ("in_next_days(contact.order, 6)", False),
        ("in_next_days(contact.day, 0)", True),
        ("day_is_today(contact.born)", True),
        ("day_is_today(contact.order)", False),
        ("day_is_today(contact.none)", False),
        ("before_last_days(contact.order, 6)", True),
        ("before_last_days(contact.order, 7)", False),
        ("before_last_days(contact.visit, 0)", False),
        ("before_last_days(contact.none, 0)", False),
        ("after_next_days(contact.visit, 6)", True),
        ("after_next_days(contact.visit, 7)", False),
        ('after_next_days(contact.visit, "soon")', False),
        ("in_this_month(contact.order)", True),
        ("in_this_month(contact.edge)", False),
        ("in_this_month(contact.none)", False),
        ("day_in_next_days(contact.born, 0)", True),
        ("day_in_next_days(contact.visit, 6)", False),
        ("day_in_next_days(contact.visit, 7)", True),
        ("day_in_next_days(contact.order, 357)", False),
        ("day_in_next_days(contact.order, 358)", True),
        ("day_in_next_days(contact.none, 400)", False),
        ('in_list("VIP")', True),
        ('not in_list("VIP")', False),
        ('not in_list("vip")', True),
        ('consent("marketing") == "yes"', True),
        ('consent("marketing") == "no"', False),
        ('in_list("VIP") and contact.age > 40', True),
        ('in_list("VIP") and contact.age > 41', False),
        ('in_list("x") or contact.age > 40', True),
        ('not (in_list("x") or contact.age > 40)', False),
        ("all_of()", True),
        ("any_of()", False),
        ("none_of()", True),
    ],
)
def test_for_whom_a_rule_is_true(text: str, true: bool) -> None:
    assert matches(from_text(text), MARIA, NOW) is true


def test_which_day_it_is_depends_on_the_contact() -> None:
    birthday = from_text("day_is_today(contact.born)")
    assert matches(birthday, MARIA, NOW, "UTC")
    assert not matches(birthday, MARIA, NOW, "Europe/Amsterdam")
    assert matches(birthday, MARIA, NOW, ZoneInfo("America/New_York"))
    assert matches(birthday, MARIA, NOW, "No/Where")


def test_a_moment_is_the_day_it_is_for_the_contact() -> None:
    rule = from_text('contact.when == date("2026-11-23")')
    assert matches(rule, MARIA, NOW, "Europe/Amsterdam")
    assert not matches(rule, MARIA, NOW, "UTC")
    assert not matches(from_text('contact.wall == date("2026-11-23")'), MARIA, NOW, "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("today", "true"),
    [
        (datetime(2024, 2, 29, tzinfo=UTC), True),
        (datetime(2024, 2, 28, tzinfo=UTC), False),
        (datetime(2026, 2, 28, tzinfo=UTC), True),
        (datetime(2100, 2, 28, tzinfo=UTC), True),
        (datetime(2026, 3, 1, tzinfo=UTC), False),
    ],
)
def test_the_birthday_of_a_leap_day(today: datetime, true: bool) -> None:
    assert matches(from_text("day_is_today(contact.leap)"), MARIA, today) is true


def test_who_was_never_asked_has_not_said() -> None:
    assert matches(from_text('consent("marketing") == "unknown"'), RuleFacts(), NOW)


WILD = JSON | st.datetimes() | st.dates() | st.integers()


@given(st.sampled_from([op.name for op in OPS]), WILD, st.none() | st.integers() | st.text(max_size=9) | st.floats())
def test_no_value_upsets_a_rule(op: str, value: object, wanted: str | int | float | None) -> None:
    assert matches(Test("contact.x", op, wanted), RuleFacts(contact={"x": value}), NOW) in (True, False)


@given(WILD, st.text(max_size=9) | st.integers(-99, 99))
def test_each_test_and_its_opposite_are_never_the_same(value: object, wanted: str | int) -> None:
    facts = RuleFacts(contact={"x": value})
    opposites = ("is is_not", "contains not_contains", "is_empty is_filled", "is_one_of is_not_one_of")
    for one, two in map(str.split, opposites):
        assert matches(Test("x", one, wanted), facts, NOW) is not matches(Test("x", two, wanted), facts, NOW)
