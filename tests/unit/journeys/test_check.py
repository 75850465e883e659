"""What the checks say of a journey as a whole: entries, reach, loops, ends, order, and what is looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.journeys import WELCOME, drawn, journeys
from tests.fixtures.studio import offer
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.wording import WORDS, sentence
from whatsapp_studio.journeys.check import Checker, blocks, problems
from whatsapp_studio.journeys.checks_jump import legal_jumps
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.surroundings import NOWHERE, OtherJourney, Surroundings

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
OFFER = offer("Hi {{1}}. Reply STOP to unsubscribe.")
AROUND = Surroundings(
    templates={(OFFER.name, OFFER.language): OFFER}, lists=("vip",),
    fields={"phone": "text", "first_name": "text", "points": "number", "birthday": "date"}, now=NOW,
)  # fmt: skip
replace = msgspec.structs.replace


def with_fields(journey: Journey, step: str, /, **fields: Any) -> Journey:
    old = journey.steps[step]
    return replace(journey, steps={**journey.steps, step: replace(old, fields={**old.fields, **fields})})


def codes(journey: Journey, around: Surroundings = NOWHERE) -> list[tuple[str, str]]:
    """Codes and places of what is found; each has words that say it."""
    found = problems(journey, around)
    for one in found:
        assert one.code in WORDS, f"{one.code} has no words"
        assert "…" not in sentence(one).replace(str(one.facts.get("steps", "")), ""), sentence(one)
    return [(one.code, one.where) for one in found]


def of(code: str, journey: Journey, around: Surroundings = NOWHERE) -> list[str]:
    """Where a code is found."""
    return [where for found, where in codes(journey, around) if found == code]


def disabled(journey: Journey, step: str) -> Journey:
    return replace(journey, steps={**journey.steps, step: replace(journey.steps[step], disabled=True)})


# -- entries -----------------------------------------------------------------------------------------


def test_an_empty_journey_says_only_that() -> None:
    assert codes(drawn()) == [("journey-empty", "")]


def test_a_journey_needs_an_entry_that_is_not_disabled() -> None:
    assert codes(drawn("w wait next=e", "e end")) == [("entry-missing", "")]
    off = disabled(drawn("in audience next=e", "e end"), "in")
    assert codes(off) == [("entry-disabled", "in"), ("step-disabled", "in")]


def test_one_audience_is_read_and_events_may_be_many() -> None:
    two = drawn("a audience next=e", "b audience next=e", "c business_event next=e", "e end")
    assert of("entry-several", two) == ["b", "c"]
    events = drawn("a audience next=e", "b event next=e", "c event next=e", "d audience_change next=e", "e end")
    assert of("entry-several", events) == []


def test_two_entries_that_wait_for_the_same_thing() -> None:
    both = drawn("a event next=e", "b event next=e", "e end")
    assert of("entry-twice", both) == []  # neither says which
    same = with_fields(with_fields(both, "a", event="order"), "b", event=" order ")
    assert of("entry-twice", same) == ["b.event"]
    assert of("entry-twice", with_fields(same, "b", source="file")) == []
    words = [{"source": "inbound", "match": "keywords", "keywords": keys} for keys in (["Hi", "Join"], ["join"])]
    assert of("entry-twice", with_fields(with_fields(both, "a", **words[0]), "b", **words[1])) == ["b.keywords"]
    any_ = {"source": "inbound", "match": "any"}
    assert of("entry-twice", with_fields(with_fields(both, "a", **any_), "b", **any_)) == ["b.event"]
    assert of("entry-twice", disabled(same, "a")) == []


# -- reach -------------------------------------------------------------------------------------------


def test_of_what_nobody_comes_to_the_first_is_named_and_the_rest_counted() -> None:
    lost = drawn("in audience next=e", "a wait next=b", "b wait next=c", "c end", "e end")
    found = [p for p in problems(lost, NOWHERE) if p.code == "step-unreachable"]
    assert [(p.where, p.facts["behind"], p.severity) for p in found] == [("a", 2, "error")]


def test_a_loop_nobody_comes_to_is_named_once() -> None:
    loop = drawn("in audience next=e", "a wait next=b", "b wait next=a", "c wait next=a", "e end")
    assert of("step-unreachable", loop) == ["c"]
    alone = drawn("in audience next=e", "a wait next=b", "b wait next=a", "e end")
    assert of("step-unreachable", alone) == ["a"]


def test_what_is_parked_disabled_is_not_called_lost() -> None:
    parked = disabled(drawn("in audience next=e", "a wait", "e end"), "a")
    assert codes(parked) == [("step-disabled", "a")]


def test_a_step_behind_a_branch_that_a_disabled_step_never_takes_is_lost() -> None:
    journey = drawn("in audience next=c", "c condition p0=x other=e", "x wait next=e", "e end")
    assert of("step-unreachable", disabled(journey, "c")) == ["x"]


# -- loops -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loop", "endless"),
    [
        ({"duration": {"amount": 1, "unit": "minutes"}}, False),
        ({"until": "date", "date": "2026-12-01T09:00"}, True),  # over after the first round
        ({"until": "window"}, True),  # inside the hours nobody is held
    ],
)
def test_a_loop_without_a_wait_is_endless(loop: Mapping[str, Any], endless: bool) -> None:
    journey = drawn("in audience next=w", "w wait next=c", "c condition p0=w other=e", "e end")
    assert bool(of("loop-endless", with_fields(journey, "w", **loop))) is endless


def test_a_disabled_wait_holds_nobody() -> None:
    journey = drawn("in audience next=w", "w wait next=c", "c condition p0=w other=e", "e end")
    assert of("loop-endless", disabled(journey, "w")) == ["w"]


def test_only_what_a_person_does_or_time_holds_at_a_reaction() -> None:
    journey = drawn("in audience next=m", "m send_template next=r", "r reaction replied=m timeout=e", "e end")
    assert of("loop-endless", journey) == []
    at_once = [{"id": "replied", "on": "delivered", "keywords": [], "button": ""}]
    assert of("loop-endless", with_fields(journey, "r", outcomes=at_once)) == ["m"]


def test_a_loop_nobody_gets_out_of_is_a_warning() -> None:
    round_ = drawn("in audience next=w", "w wait next=m", "m send_template next=w")
    found = [p for p in problems(round_, NOWHERE) if p.code == "loop-no-way-out"]
    assert [(p.where, p.severity) for p in found] == [("w", "warning")]
    out = drawn("in audience next=w", "w wait next=v", "v wait_event event1=w timeout=w")
    assert of("loop-no-way-out", out) == ["w"]
    silent = drawn("in audience next=w", "w wait next=v", "v wait_event event1=w")
    assert of("loop-no-way-out", silent) == []


def test_an_unknown_step_may_well_hold_people() -> None:
    assert of("loop-endless", drawn("in audience next=x", "x of_tomorrow a=c", "c notify next=x")) == []


# -- outputs and links -------------------------------------------------------------------------------


def test_an_output_meant_to_lead_on_says_that_the_journey_ends_there() -> None:
    journey = drawn("in audience next=m", "m send_template", "c condition")
    assert of("output-ends-here", journey) == ["m"]  # failed and timed out end the journey unsaid
    assert of("ends-here", drawn("in audience")) == ["in"]
    split = drawn("in audience next=c", "c condition p0=e", "e end")
    found = next(p for p in problems(split, NOWHERE) if p.code == "output-ends-here")
    assert found.facts["outputs"] == "Path 1, Path 2" and found.severity == "warning"
    assert of("ends-here", drawn("in audience next=e", "e end")) == []


def test_links_from_files_that_lead_nowhere_or_cannot_be() -> None:
    journey = drawn("in audience next=e", "w wait", "e end")
    bad = {
        "in:gone": Link("in", "gone", "e"), "w:next": Link("w", "next", "w"), "in:next": Link("in", "next", "in"),
        "x:a": Link("x", "a", "nobody"), "e:n": Link("w", "n", "nobody"),
    }  # fmt: skip
    found = codes(replace(journey, links=bad))
    for expected in (("link-lost", "in"), ("link-to-itself", "w"), ("link-into-entry", "in"), ("link-no-step", "w")):
        assert expected in found
    assert ("link-no-step", "") in found


# -- the rest of the whole ---------------------------------------------------------------------------


def test_a_large_journey_gets_a_hint() -> None:
    many = drawn("in audience next=s0", *(f"s{n} wait next=s{n + 1}" for n in range(199)), "s199 end")
    assert codes(many) == [("journey-large", "")]
    assert not blocks(problems(many, NOWHERE))


def test_unknown_and_disabled_steps() -> None:
    journey = disabled(drawn("in audience next=x", "x of_tomorrow a=n", "n notify next=e", "e end"), "n")
    found = problems(journey, NOWHERE)
    assert [(p.code, p.where, p.severity) for p in found] == [
        ("step-unknown", "x", "error"), ("step-disabled", "n", "warning"),
    ]  # fmt: skip
    assert found[0].facts["kind"] == "of_tomorrow"


def test_jumps_never_come_back() -> None:
    around = replace(
        AROUND,
        journeys={
            "a": OtherJourney("A", jumps=("b",)), "b": OtherJourney("B", jumps=("j",)), "c": OtherJourney("C"),
        },
    )  # fmt: skip
    journey = drawn("in audience next=x", "x jump next=e", "e end")
    assert of("field-required", journey, around) == ["x.journey"]
    for target, code in (("j", "jump-to-itself"), ("a", "jump-loop"), ("b", "jump-loop"), ("gone", "jump-target-gone")):
        assert of(code, with_fields(journey, "x", journey=target), around) == ["x.journey"]
    assert legal_jumps(journey, around) == ("c",)
    assert codes(with_fields(journey, "x", journey="c"), around) == []
    assert codes(with_fields(journey, "x", journey="gone"), NOWHERE) == []
    assert of("jump-loop", disabled(with_fields(journey, "x", journey="a"), "x"), around) == []


def test_problems_come_in_the_order_of_the_canvas() -> None:
    journey = drawn(*WELCOME, settings={"starts": "2026-05-01T00:00", "ends": "2026-04-01T00:00"})
    found = codes(journey)
    assert found[0] == ("end-before-start", "settings.ends")
    steps = [where.partition(".")[0] for _, where in found[1:]]
    assert steps == sorted(steps, key=list(journey.steps).index)
    turned = replace(journey, places={i: (0, -y) for i, (_, y) in journey.places.items()})
    assert [w.partition(".")[0] for _, w in codes(turned)[1:]] == sorted(
        steps, key=list(journey.steps).index, reverse=True
    )


# -- again and again ---------------------------------------------------------------------------------


def test_what_did_not_change_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from whatsapp_studio.journeys.checks_steps import StepChecks

    looked: list[str] = []
    honest = StepChecks.problems

    def counted(self: StepChecks, step: Any, before: Any, beside: Any) -> tuple[Problem, ...]:
        looked.append(step.id)
        return honest(self, step, before, beside)

    monkeypatch.setattr(StepChecks, "problems", counted)
    journey, check = drawn(*WELCOME), Checker()
    first = check(journey, AROUND)
    assert sorted(looked) == sorted(journey.steps)
    looked.clear()
    assert check(journey, AROUND) == first and looked == []
    check(replace(journey, places={**journey.places, "day": (5, 5)}), AROUND)
    assert looked == []
    check(with_fields(journey, "day", duration={"amount": 2, "unit": "days"}), AROUND)
    assert "day" in looked and "in" not in looked
    looked.clear()
    check(journey, replace(AROUND, lists=()))
    assert sorted(looked) == sorted(journey.steps)


def test_where_steps_stand_is_no_news_but_for_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    journey, check = drawn(*WELCOME, "lost end"), Checker()
    check(journey, AROUND)
    moved = replace(journey, places={i: (-x, -y) for i, (x, y) in journey.places.items()})
    wanted = problems(moved, AROUND)
    looked: list[Journey] = []

    def counted(one: Journey, _web: object) -> tuple[Problem, ...]:
        looked.append(one)
        return ()

    monkeypatch.setattr("whatsapp_studio.journeys.check.web_problems", counted)

    assert check(moved, AROUND) == wanted != () and looked == []
    check(replace(moved, links={}), AROUND)
    assert len(looked) == 1


def test_a_loop_is_told_from_its_topmost_step_wherever_that_stands() -> None:
    journey, check = drawn("in event next=a", "a update_contact next=b", "b update_contact next=a"), Checker()
    check(journey, AROUND)
    turned = replace(journey, places={i: (x, -y) for i, (x, y) in journey.places.items()})
    assert check(turned, AROUND) == problems(turned, AROUND) != check(journey, AROUND)


def test_a_new_name_is_said_at_once() -> None:
    journey, check = drawn("in audience next=e", "e end", "lost wait next=e", "c condition"), Checker()
    check(journey, NOWHERE)
    named = replace(journey, steps={**journey.steps, "lost": replace(journey.steps["lost"], name="Parked")})
    assert [p.facts["what"] for p in check(named, NOWHERE) if p.where == "lost"] == ["Parked"]


@given(st.lists(journeys(wild=True), min_size=1, max_size=6), st.data())
@settings(max_examples=60)
def test_looking_again_finds_what_looking_anew_finds(some: list[Journey], data: st.DataObject) -> None:
    check = Checker()
    for _ in range(4):
        journey, around = data.draw(st.sampled_from(some)), data.draw(st.sampled_from([NOWHERE, AROUND]))
        step = data.draw(st.sampled_from(sorted(journey.steps)))
        named = replace(journey, steps={**journey.steps, step: replace(journey.steps[step], name="Other")})
        moved = replace(named, places={**named.places, step: (data.draw(st.integers(-900, 900)), 0)})
        for edited in (journey, named, moved, disabled(journey, step), journey):
            found = check(edited, around)
            assert found == problems(edited, around)
            for one in found:
                assert one.code in WORDS, one.code
                assert sentence(one)
