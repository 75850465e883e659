"""People who do not exist are the same for a seed, and have values that the rules of a journey tell apart."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.fixtures.journeys import drawn
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.audience import rules
from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.journeys.chosen import by_chance, only, true_for
from whatsapp_studio.journeys.crowd import Crowd, Gathering, crowd_of
from whatsapp_studio.journeys.made_up import Hint, hints, made_up
from whatsapp_studio.journeys.running import Person

TODAY = date(2026, 3, 3)
NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
UTC_ZONE = ZoneInfo("UTC")


def made(fields: tuple[str, ...], asked: dict[str, Hint] | None = None, count: int = 400, seed: int = 1) -> Crowd:
    found = Gathering(fields)
    kinds = {"since": "date", "vip": "boolean"}
    found.add(made_up(fields, kinds, asked or {}, count=count, first=11, seed=seed, today=TODAY))
    return found.done(kinds)


def test_the_first_are_the_same_however_many_there_are() -> None:
    fields = (*STANDARD_FIELDS, "since", "vip", "colour")

    few, many, others = made(fields, count=50), made(fields), made(fields, seed=2)

    assert [few.person(n) for n in range(50)] == [many.person(n) for n in range(50)]
    assert [few.person(n) for n in range(50)] != [others.person(n) for n in range(50)]
    assert list(few.numbers) == list(range(11, 61))
    assert len({many.person(n).values["phone"] for n in range(400)}) == 400


def test_they_are_as_it_is_said() -> None:
    says = Counter(made(()).person(n).marketing for n in range(400))
    assert 300 < says["yes"] < 380
    assert says["no"] and says["unknown"]
    dates = [made(("since",)).person(n).values["since"] for n in range(400)]
    assert any(one > TODAY.isoformat() for one in dates) and any(one < TODAY.isoformat() for one in dates)
    assert {made(("vip",)).person(n).values["vip"] for n in range(400)} == {True, False}


@pytest.mark.parametrize(
    "rule",
    [
        {"field": "contact.colour", "op": "is", "value": "red"},
        {"field": "contact.colour", "op": "is_one_of", "value": ["red", "blue"]},
        {"field": "contact.points", "op": "at_least", "value": 500},
        {"field": "contact.points", "op": "less", "value": 500},
        {"field": "contact.since", "op": "before", "value": "2026-03-03"},
        {"field": "contact.vip", "op": "is_true"},
        {"field": "contact.country", "op": "is", "value": "NL"},
    ],
)
def test_a_rule_is_true_for_some_and_not_for_others(rule: dict[str, object]) -> None:
    path = {"id": "p0", "name": "", "rule": rule}
    journey = with_fields(drawn("c condition p0=e other=e", "e end"), "c", rules=[path])
    asked = hints(journey)
    (field,) = asked
    crowd = made((field,), dict(asked))

    found = true_for(crowd, rules.parse(rule), NOW, UTC_ZONE)

    assert 0 < len(found) < len(crowd)


def test_waits_for_a_date_and_audiences_are_asked_for_too() -> None:
    lines = ("in audience next=w", "w wait next=e", "e end")
    rule = {"all": [{"field": "city", "op": "is", "value": "Gent"}, {"field": "event.x", "op": "is", "value": "1"}]}
    journey = with_fields(with_fields(drawn(*lines), "w", field="contact.born"), "in", audience={"rule": rule})

    assert hints(journey) == {"born": Hint("date"), "city": Hint("", ("Gent",))}


def test_those_a_rule_is_true_for_keep_everything_they_had() -> None:
    people = [
        Person(number=n, values={"city": "Gent" if n % 2 else "Oss", "n": n}, marketing="yes" if n % 3 else "no",
               blocked=n == 4, lists=frozenset({"VIP"} if n > 3 else ()))
        for n in range(1, 8)
    ]  # fmt: skip
    crowd = crowd_of(people)

    some = only(crowd, true_for(crowd, rules.parse({"field": "city", "op": "is", "value": "gent"}), NOW, UTC_ZONE))

    assert [some.person(n) for n in range(len(some))] == [one for one in people if one.number % 2]
    on_list = rules.parse({"all": [{"list": "VIP", "op": "in"}, {"consent": "marketing", "op": "is", "value": "no"}]})
    assert list(true_for(crowd, on_list, NOW, UTC_ZONE)) == [5]
    assert list(true_for(crowd, rules.parse({"list": "Gone", "op": "in"}), NOW, UTC_ZONE)) == []


def test_a_rule_about_days_goes_by_the_contacts_own_clock() -> None:
    late = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    born = {"birthday": "1990-03-04"}
    crowd = crowd_of(
        [Person(number=1, values=born | {"time_zone": "Asia/Tokyo"}), Person(number=2, values=born | {"time_zone": ""})]
    )

    found = true_for(crowd, rules.parse({"field": "birthday", "op": "day_is_today"}), late, UTC_ZONE)

    assert list(found) == [0]


def test_chance_takes_so_many_and_always_the_same() -> None:
    assert list(by_chance(range(5), 9, 1)) == [0, 1, 2, 3, 4]
    one = by_chance(range(1000), 10, 1)
    assert len(one) == 10 and list(one) == sorted(one) == list(by_chance(range(1000), 10, 1))
    assert one != by_chance(range(1000), 10, 2)
