"""Decides that everybody of an audience is either reachable or left out for one reason, and the numbers add up."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.contact import Consent, Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Purpose
from whatsapp_studio.campaigns.plan import AudienceCount, Planner, reason_against

contacts = st.builds(
    Contact, id=st.integers(1), phone=st.just("+31612345678"), first_name=st.sampled_from(["", "Maria"]),
    marketing=st.sampled_from(["yes", "no", "unknown"]), blocked=st.booleans(),
    country=st.sampled_from(["NL", "US", ""]),
)  # fmt: skip
purposes = st.sampled_from(["marketing", "utility", "authentication"])


def fill(values: Mapping[str, object]) -> dict[str, str] | Problem:
    if values["first_name"]:
        return {"body.1": str(values["first_name"])}
    return Problem("value-empty", "mapping.body.1", {"place": "body.1", "if_empty": "block"})


@pytest.mark.parametrize(
    ("purpose", "marketing", "blocked", "country", "reason"),
    [
        ("marketing", "yes", False, "NL", ""), ("marketing", "unknown", False, "NL", "no-consent"),
        ("marketing", "no", False, "NL", "opted-out"), ("marketing", "yes", True, "NL", "opted-out"),
        ("marketing", "yes", False, "US", "us-marketing"), ("marketing", "unknown", False, "US", "no-consent"),
        ("utility", "unknown", False, "US", ""), ("utility", "no", False, "NL", ""),
        ("utility", "yes", True, "NL", "opted-out"), ("authentication", "no", False, "US", ""),
        ("authentication", "yes", True, "NL", "opted-out"),
    ],
)  # fmt: skip
def test_who_may_get_a_message(purpose: Purpose, marketing: Consent, blocked: bool, country: str, reason: str) -> None:
    contact = Contact(id=1, phone="+31612345678", marketing=marketing, blocked=blocked, country=country)

    assert reason_against(contact, purpose) == reason


@given(st.lists(contacts, max_size=20), purposes)
def test_everybody_is_counted_once(people: list[Contact], purpose: Purpose) -> None:
    planner = Planner(purpose, fill)

    planned = list(planner.plan(people))

    assert [one.contact for one in planned] == people
    count = planner.count
    assert count.total == len(people)
    assert count.total == count.reachable + sum(count.excluded.values())
    assert count.reachable == sum(1 for one in planned if not one.reason)
    assert list(count.excluded.values()) == sorted(count.excluded.values(), reverse=True)
    for one in planned:
        assert bool(one.fill) != bool(one.reason)
        if not one.reason:
            assert not one.contact.blocked
            assert purpose != "marketing" or one.contact.marketing == "yes"


def test_empty_values_that_block_are_counted_by_place() -> None:
    planner = Planner("utility", fill)
    list(planner.plan([Contact(id=n, phone="+31612345678", first_name="") for n in range(3)]))

    assert planner.blocking == {"body.1": 3}
    assert planner.count.excluded == {"value-empty": 3}


def test_empty_values_that_skip_do_not_block() -> None:
    planner = Planner("utility", lambda values: Problem("value-empty", facts={"place": "body.1", "if_empty": "skip"}))
    list(planner.plan([Contact(id=1, phone="+31612345678")]))

    assert planner.blocking == {}


def test_who_may_not_get_it_is_not_rendered() -> None:
    def explodes(values: Mapping[str, object]) -> dict[str, str]:
        raise AssertionError("rendered")

    planner = Planner("marketing", explodes)

    assert [one.reason for one in planner.plan([Contact(id=1, phone="+31612345678")])] == ["no-consent"]


def test_without_a_template_only_the_people_are_counted() -> None:
    planner = Planner("marketing", None)
    (one,) = planner.plan([Contact(id=1, phone="+31612345678", marketing="yes")])

    assert (one.reason, one.fill) == ("", {})
    assert planner.count == AudienceCount(total=1, reachable=1)
