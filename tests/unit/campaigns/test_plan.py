"""Decides that everybody of an audience is either reachable or left out for one reason, and the numbers add up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.contact import Consent, Contact
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Purpose, Schedule
from whatsapp_studio.campaigns.plan import AudienceCount, Message, Planner
from whatsapp_studio.campaigns.reach import Reach
from whatsapp_studio.campaigns.timing import Timing

AT = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
DUTCH, AMERICAN, CANADIAN = "+31612345678", "+12125550100", "+14165550100"
NIGHT = QuietHours(name="Night", periods=(Period(begin="22:00", end="08:00"),))
contacts = st.builds(
    Contact, id=st.integers(1, 40), phone=st.sampled_from(["", DUTCH, AMERICAN, CANADIAN]),
    first_name=st.sampled_from(["", "Maria"]), marketing=st.sampled_from(["yes", "no", "unknown"]),
    utility=st.sampled_from(["yes", "no", "unknown"]), country=st.sampled_from(["NL", "US", ""]),
)  # fmt: skip
purposes = st.sampled_from(["marketing", "utility", "authentication"])


def fill(values: Mapping[str, object]) -> dict[str, str] | Problem:
    if values["first_name"]:
        return {"body.1": str(values["first_name"])}
    return Problem("value-empty", "mapping.body.1", {"place": "body.1", "if_empty": "block"})


@pytest.mark.parametrize(
    ("purpose", "marketing", "utility", "blocked", "phone", "reason"),
    [
        ("marketing", "yes", "no", "", DUTCH, ""), ("marketing", "unknown", "yes", "", DUTCH, "no-consent"),
        ("marketing", "no", "yes", "", DUTCH, "opted-out"),
        ("marketing", "yes", "yes", "opted-out", DUTCH, "opted-out"),
        ("marketing", "yes", "yes", "complaint", DUTCH, "suppressed"), ("marketing", "yes", "yes", "", "", "no-number"),
        ("marketing", "yes", "unknown", "", AMERICAN, "us-marketing"), ("marketing", "yes", "", "", CANADIAN, ""),
        ("marketing", "unknown", "", "", AMERICAN, "no-consent"), ("utility", "unknown", "", "", AMERICAN, ""),
        ("utility", "no", "unknown", "", DUTCH, ""), ("utility", "yes", "no", "", DUTCH, "opted-out"),
        ("utility", "yes", "yes", "by-hand", DUTCH, "suppressed"), ("authentication", "no", "no", "", DUTCH, ""),
        ("authentication", "yes", "yes", "opted-out", DUTCH, "opted-out"),
    ],
)  # fmt: skip
def test_who_may_get_a_message(
    purpose: Purpose, marketing: Consent, utility: Consent, blocked: str, phone: str, reason: str
) -> None:
    # A country that somebody typed decides nothing: the number does.
    contact = Contact(id=1, phone=phone, marketing=marketing, utility=utility, country="US")

    assert Reach(purpose, AT, suppressed={1: blocked} if blocked else {}).of(contact).reason == reason


def test_what_decides_has_a_name() -> None:
    reach = Reach(
        "marketing", AT, suppressed={1: "+3161"}, limited={2: ("capped", "Two a week")}, allowed=frozenset({1, 2, 3}),
        nowhere=frozenset({"BE"}), calling=("+32",),
    )  # fmt: skip
    people = [Contact(id=n, phone=DUTCH, marketing="yes") for n in (1, 2, 3, 4)]
    people += [Contact(id=3, phone="+32470123456", marketing="yes")]
    assert [reach.of(one)[:2] for one in people] == [
        ("suppressed", "+3161"), ("capped", "Two a week"), ("", ""), ("practice-only", ""), ("country-limit", "BE"),
    ]  # fmt: skip


def test_quiet_hours_are_told_before_by_each_clock() -> None:
    reach = Reach("marketing", AT, hours=NIGHT)
    planner = Planner(reach, None)
    asleep, awake = Contact(id=1, phone=DUTCH, marketing="yes"), Contact(id=2, phone="+447911123456", marketing="yes")
    elsewhere = Contact(id=3, phone=DUTCH, marketing="yes", time_zone="Europe/London")
    assert [one.reason for one in planner.plan([asleep, awake, elsewhere])] == ["", "", ""]
    assert planner.count.waits == ((datetime(2026, 11, 25, 7, 0, tzinfo=UTC), 1),)


def test_quiet_hours_that_skip_leave_out_and_say_which() -> None:
    planner = Planner(Reach("utility", AT, hours=msgspec.structs.replace(NIGHT, on_due="skip")), None)
    assert [(one.reason, one.rule) for one in planner.plan([Contact(id=1, phone=DUTCH)])] == [("quiet", "Night")]
    assert planner.count.rules == {"quiet": {"Night": 1}} and planner.count.waits == ()
    codes = Reach("authentication", AT, hours=NIGHT)
    assert codes.of(Contact(id=1, phone=DUTCH)).until is None


@given(st.lists(contacts, max_size=20), purposes)
def test_everybody_is_counted_once(people: list[Contact], purpose: Purpose) -> None:
    reach = Reach(purpose, AT, suppressed={1: "by-hand", 2: "opted-out"}, limited={3: ("capped", "Few")}, hours=NIGHT)
    planner = Planner(reach, Message({"": fill}))

    planned = list(planner.plan(people))

    assert [one.contact for one in planned] == people
    count = planner.count
    assert count.total == len(people)
    assert count.total == count.reachable + sum(count.excluded.values())
    assert count.reachable == sum(1 for one in planned if not one.reason)
    assert all(sum(by.values()) <= count.excluded[reason] for reason, by in count.rules.items())
    assert sum(n for _, n in count.waits) <= count.reachable
    assert list(count.excluded.values()) == sorted(count.excluded.values(), reverse=True)
    for one in planned:
        assert bool(one.fill) != bool(one.reason)
        if not one.reason:
            assert one.contact.id > 3 and one.contact.phone
            assert purpose != "marketing" or one.contact.marketing == "yes"


def test_empty_values_that_block_are_counted_by_place() -> None:
    planner = Planner(Reach("utility", AT), Message({"": fill}))
    list(planner.plan([Contact(id=n, phone="+31612345678", first_name="") for n in range(3)]))

    assert planner.blocking == {"body.1": 3}
    assert planner.count.excluded == {"value-empty": 3}


def test_empty_values_that_skip_do_not_block() -> None:
    skipped = Problem("value-empty", facts={"place": "body.1", "if_empty": "skip"})
    planner = Planner(Reach("utility", AT), Message({"": lambda values: skipped}))
    list(planner.plan([Contact(id=1, phone="+31612345678")]))

    assert planner.blocking == {}


def test_who_may_not_get_it_is_not_rendered() -> None:
    def explodes(values: Mapping[str, object]) -> dict[str, str]:
        raise AssertionError("rendered")

    planner = Planner(Reach("marketing", AT), Message({"": explodes}))

    assert [one.reason for one in planner.plan([Contact(id=1, phone="+31612345678")])] == ["no-consent"]


def test_without_a_template_only_the_people_are_counted() -> None:
    planner = Planner(Reach("marketing", AT), None)
    (one,) = planner.plan([Contact(id=1, phone="+31612345678", marketing="yes")])

    assert (one.reason, one.fill) == ("", {})
    assert planner.count == AudienceCount(total=1, reachable=1)


def test_whoever_goes_by_their_own_clock_is_asked_about_the_hours_there() -> None:
    # 18:00 for everybody; by Amsterdam's clock it is deep in the night for Tokyo, and that matters to nobody.
    schedule = Schedule(kind="at", local_time="2026-11-25T18:00", zone="Europe/Amsterdam", each_zone=True)
    hours = msgspec.structs.replace(NIGHT, on_due="skip")
    start = datetime(2026, 11, 25, 17, tzinfo=UTC)
    people = [Contact(id=1, phone=DUTCH, marketing="yes"), Contact(id=2, phone="+819012345678", marketing="yes")]
    planner = Planner(Reach("marketing", start, hours=hours), None, timing=Timing(schedule, AT, ZoneInfo("UTC")))
    assert [one.reason for one in planner.plan(people)] == ["", ""]
    late = msgspec.structs.replace(schedule, local_time="2026-11-25T22:30")
    planner = Planner(Reach("marketing", start, hours=hours), None, timing=Timing(late, AT, ZoneInfo("UTC")))
    assert [(one.reason, one.rule) for one in planner.plan(people)] == [("quiet", "Night")] * 2


@pytest.mark.parametrize(
    ("purpose", "hours", "people"), [("marketing", None, 1), ("marketing", NIGHT, 0), ("authentication", None, 0)]
)
def test_who_would_be_woken_is_counted_where_no_quiet_hours_are(
    purpose: Purpose, hours: QuietHours | None, people: int
) -> None:
    planner = Planner(Reach(purpose, AT, hours=hours), None)
    abroad = [Contact(id=1, phone=DUTCH, marketing="yes"), Contact(id=2, phone=CANADIAN, marketing="yes")]
    assert [one.reason for one in planner.plan(abroad)] == ["", ""]
    assert planner.at_night == people


def test_samples_are_the_first_each_language_and_the_longest() -> None:
    message = Message({"": fill, "nl": fill}, lambda values: "nl" if values["language"] == "nl" else "")
    names = ["Al", "", "Bo", "Cy", "Di", "Maximiliane", "Ed", "Flo"]
    people = [
        Contact(id=n, phone=DUTCH, marketing="yes", first_name=name, language="nl" if n == 8 else "en")
        for n, name in enumerate(names, 1)
    ]
    planner = Planner(Reach("marketing", AT), message)
    assert planner.samples == ()
    list(planner.plan(people))
    assert planner.samples == (1, 8, 6, 3, 4)
