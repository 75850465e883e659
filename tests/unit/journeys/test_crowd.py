"""An audience in columns holds what is known of each contact, and of a journey only what it asks for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fixtures.journeys import drawn
from tests.fixtures.simulated import Chance
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.journeys.crowd import Gathering, crowd_of, needs
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.running import Person, person_of, setup

KNOWN = ("points", "city", "born", "unused")


def test_each_is_who_was_put_in() -> None:
    people = [Chance(n).person(n) for n in range(200)]
    crowd = crowd_of(people)
    assert [crowd.person(place) for place in range(len(crowd))] == people


def test_they_stand_in_the_order_of_their_numbers() -> None:
    crowd = crowd_of([Person(number=9), Contact(id=3, phone="+31612345678"), Person(number=5, blocked=True)])
    assert list(crowd.numbers) == [3, 5, 9]
    assert list(crowd.blocked) == [0, 1, 0]


def test_values_that_only_look_alike_are_kept_apart() -> None:
    people = [Person(number=n, values={"x": x}) for n, x in enumerate([1, 1.0, True, "1", None, 0, False, ""])]
    crowd = crowd_of(people)
    found = [crowd.person(place).values["x"] for place in range(len(people))]
    assert [(type(one), one) for one in found] == [(type(one.values["x"]), one.values["x"]) for one in people]


def test_a_crowd_is_gathered_in_parts() -> None:
    gathering = Gathering(("points", "vip", "city"))
    gathering.add([(1, "yes", 0, 5.0, 1, "Delft"), (2, "no", 1, 7.5, None, "Gent")])
    gathering.add([])
    gathering.add([(5, "unknown", 0, None, 0, "Delft")])
    gathering.on_list("friends", [2, 3, 5])
    gathering.block([5, 99])
    crowd = gathering.done({"points": "number", "vip": "boolean"})
    assert len(gathering) == len(crowd) == 3
    assert [crowd.person(place) for place in range(3)] == [
        Person(number=1, values={"points": 5, "vip": True, "city": "Delft"}, marketing="yes"),
        Person(number=2, values={"points": 7.5, "vip": None, "city": "Gent"}, marketing="no", blocked=True,
               lists=frozenset({"friends"})),
        Person(number=5, values={"points": None, "vip": False, "city": "Delft"}, blocked=True,
               lists=frozenset({"friends"})),
    ]  # fmt: skip


def test_a_contact_is_itself() -> None:
    contact = Contact(id=4, phone="+31612345678", first_name="Ann", marketing="yes", fields={"points": 3})
    assert crowd_of([contact]).person(0) == person_of(contact)


RULE = {"any": [{"field": "contact.points", "op": "more", "value": 3}, {"list": "friends", "op": "in"}]}
ASKS: list[tuple[str, dict[str, Any], set[str]]] = [
    ("wait", {"until": "field", "field": "contact.born"}, {"born"}),
    ("condition", {"rules": [{"id": "p0", "rule": RULE}]}, {"points"}),
    ("send_template", {"mapping": {"body.1": {"expression": "{{ contact.city | upcase }}"}}}, {"city"}),
    ("send_template", {"languages": [{"language": "nl", "rule": RULE}]}, {"points"}),
    ("send_window", {"text": "Hi {{ contact.city }}"}, {"city"}),
    ("send_window", {"what": "media", "media": {"caption": "{{ contact.city }}"}}, {"city"}),
    ("update_contact", {"changes": [{"field": "points", "value": "{{ contact.city }}"}]}, {"points", "city"}),
    ("call_url", {"url": "https://x.y/{{ contact.city }}", "headers": [{"name": "a", "value": "{{ contact.born }}"}]},
     {"city", "born"}),
    ("send_window", {"text": "{{ contact.city }} {{ event.total }}"}, {"city"}),
    ("send_window", {"text": "{% for x in contact %}{{ x }}{% endfor %}"}, set(KNOWN)),
    ("send_window", {"text": "{{ broken"}, set()), ("condition", {"rules": [{"id": "p0", "rule": 5}]}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "asked"), ASKS)
def test_only_what_a_journey_asks_for_is_read(kind: str, fields: dict[str, Any], asked: set[str]) -> None:
    journey = with_fields(drawn("in audience next=s", f"s {kind}"), "s", **fields)
    found, lists = needs(setup(journey), KNOWN)
    assert found & set(KNOWN) == asked
    assert {"country", "time_zone"} <= found
    rules = [row.get("rule") for row in fields.get("rules", fields.get("languages", []))]
    assert lists == ({"friends"} if RULE in rules else set())


def test_rules_to_leave_by_are_asked_for() -> None:
    journey = Journey(id="j", settings={"exits": [{"on": "rule", "rule": RULE}]})
    assert needs(setup(journey), KNOWN) == ({"country", "time_zone", "points"}, {"friends"})
