"""Which way one contact takes through a journey, when, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.journeys import drawn, journeys
from tests.fixtures.studio import offer
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.words_walk import ENDS, REASONS, end_words, reason_words
from whatsapp_studio.journeys.asking import Answer
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.running import Person, person_of
from whatsapp_studio.journeys.surroundings import OtherJourney, Surroundings
from whatsapp_studio.journeys.walk import MOST, Walk, follow, key

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)  # a Tuesday
MARIA = Person(number=7, values={"first_name": "Maria", "country": "NL", "points": 12.0}, marketing="yes")
OFFER = offer("Hi {{1}}", components=[
    {"type": "BODY", "text": "Hi {{1}}"}, {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"}]},
])  # fmt: skip
AROUND = Surroundings(
    templates={(OFFER.name, OFFER.language): OFFER}, fields={"points": "number", "birthday": "date"},
    journeys={"other": OtherJourney("Other")},
)  # fmt: skip
SENT = {
    "template": {"name": "spring_offer", "language": "nl"},
    "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": ""}},
}
replace = msgspec.structs.replace


def walk(journey: Journey, person: Person = MARIA, around: Surroundings = AROUND, **more: Any) -> Walk:
    answers = {k if "#" in k else key(k, 1): v for k, v in more.pop("answers", {}).items()}
    found = follow(journey, person, **{"start": START, "around": around, "answers": answers, **more})
    for one in found.steps:
        assert one.at <= one.left
        for code, facts in one.reasons:
            assert code in REASONS, code
            assert reason_words(code, facts)
    assert (found.ask is None) == bool(found.end)
    assert bool(end_words(found.end, found.facts)) == bool(found.end)
    return found


def way(found: Walk) -> str:
    """The steps and outputs in one line, and how it ended."""
    return " ".join(f"{one.step}:{one.port}" if one.port else one.step for one in found.steps) + f" ({found.end})"


def why(found: Walk, step: str) -> list[str]:
    return [code for one in found.steps if one.step == step for code, _ in one.reasons]


def line(*middle: str, **fields: Any) -> Journey:
    """in → the step ``x`` of a kind → every output to an end of its own."""
    return with_fields(drawn("in audience next=x", *middle, "e end"), "x", **fields)


# -- waits -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "start", "duration", "left"),
    [
        # A day is a day on the clock, also the one of 23 hours; hours are counted.
        ("Europe/Amsterdam", "2026-03-28T12:00+01:00", (1, "days"), "2026-03-29T12:00+02:00"),
        ("Europe/Amsterdam", "2026-03-28T12:00+01:00", (24, "hours"), "2026-03-29T13:00+02:00"),
        ("Europe/Amsterdam", "2026-10-24T12:00+02:00", (1, "weeks"), "2026-10-31T12:00+01:00"),
        ("Europe/Amsterdam", "2026-03-28T02:30+01:00", (1, "days"), "2026-03-29T03:00+02:00"),  # 02:30 is skipped
        ("", "2026-03-28T12:00+00:00", (90, "minutes"), "2026-03-28T13:30+00:00"),
    ],
)
def test_waits_go_by_the_clock_of_the_contact(zone: str, start: str, duration: tuple[int, str], left: str) -> None:
    person = replace(MARIA, values={**MARIA.values, "time_zone": zone})
    journey = line("x wait next=e", duration={"amount": duration[0], "unit": duration[1]})
    found = walk(journey, person, start=datetime.fromisoformat(start))
    assert found.steps[1].left == datetime.fromisoformat(left) and why(found, "x") == ["wait", "waited"]
    assert way(found) == "in:next x:next e (end)" and found.links == ("in:next", "x:next")


def test_a_wait_until_a_date_of_the_journey_or_the_contact() -> None:
    fixed = line("x wait next=e", until="date", date="2026-03-10T09:00", clock="journey")
    fixed = replace(fixed, settings={"time_zone": "Asia/Tokyo"})
    assert walk(fixed).steps[1].left == datetime(2026, 3, 10, 0, 0, tzinfo=UTC)
    assert why(walk(fixed, start=datetime(2026, 4, 1, tzinfo=UTC)), "x") == ["wait-over"]
    born = replace(MARIA, values={"birthday": "2026-03-20", "time_zone": "America/New_York"})
    before = {"amount": -2, "unit": "days"}
    own = line("x wait next=e", until="field", field="contact.birthday", at="10:00", offset=before)
    assert walk(own, born).steps[1].left == datetime(2026, 3, 18, 14, 0, tzinfo=UTC)
    assert why(walk(own), "x") == ["wait-nothing"]


def test_a_wait_for_opening_hours() -> None:
    hours = {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}
    journey = line("x wait next=e", until="window", window=hours)
    assert why(walk(journey), "x") == ["wait-open"]
    evening = walk(journey, start=datetime(2026, 3, 6, 18, 30, tzinfo=UTC))  # Friday
    assert evening.steps[1].left == datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
    night = line("x wait next=e", until="window", window={"weekdays": [6], "from": "22:00", "to": "02:00"})
    assert walk(night).steps[1].left == datetime(2026, 3, 8, 22, 0, tzinfo=UTC)
    assert why(walk(night, start=datetime(2026, 3, 9, 1, 0, tzinfo=UTC)), "x") == ["wait-open"]  # still Sunday's


def test_nobody_stays_longer_than_the_journey_allows() -> None:
    journey = line("x wait next=e", duration={"amount": 100, "unit": "days"})
    found = walk(journey)
    assert way(found) == "in:next x (life)" and found.steps[-1].left == START + timedelta(days=91)
    round_ = drawn("in audience next=x", "x wait next=x2", "x2 wait next=x")
    assert walk(round_).end == "life"
    at_once = drawn("in audience next=n", "n notify next=m", "m notify next=n")
    assert walk(at_once).end == "endless" and len(walk(at_once).steps) < MOST
    hourly = with_fields(round_, "x", duration={"amount": 1, "unit": "minutes"})
    hourly = with_fields(hourly, "x2", duration={"amount": 1, "unit": "minutes"})
    assert walk(hourly).end == "long" and len(walk(hourly).steps) == MOST


# -- branches ----------------------------------------------------------------------------------------


def test_the_first_rule_that_is_true_gives_the_path() -> None:
    dutch = {"field": "contact.country", "op": "is", "value": "NL"}
    rich = {"field": "contact.points", "op": "more", "value": 5}
    journey = drawn("in audience next=x", "x condition p0=a p1=b other=c", "a end", "b end", "c end")
    both = with_fields(journey, "x", rules=[{"id": "p0", "rule": None}, {"id": "p1", "name": "Rich", "rule": rich}])
    found = walk(both)
    assert way(found) == "in:next x:p1 b (end)" and found.steps[1].reasons[0][1]["path"] == "Rich"
    first = with_fields(journey, "x", rules=[{"id": "p0", "rule": dutch}, {"id": "p1", "rule": rich}])
    assert way(walk(first)) == "in:next x:p0 a (end)"
    assert way(walk(first, Person())) == "in:next x:other c (end)"
    assert why(walk(first, Person()), "x") == ["rule-none"]
    broken = with_fields(journey, "x", rules=[{"id": "p0", "rule": {"what": 1}}])
    assert way(walk(broken)) == "in:next x:other c (end)"


def test_time_and_date() -> None:
    times = [{"id": "t", "name": "Day", "weekdays": [1], "from": "09:00", "to": "10:00"}]
    journey = line("x condition t=e other=e", by="time", times=times)
    assert why(walk(journey), "x") == ["time-fits"]
    tokyo = replace(MARIA, values={"time_zone": "Asia/Tokyo"})
    assert why(walk(journey, tokyo), "x") == ["time-none"]
    assert why(walk(with_fields(journey, "x", clock="journey"), tokyo), "x") == ["time-fits"]
    dates = [{"id": "d", "name": "", "from": "2026-03-03", "to": "2026-03-03"}]
    journey = line("x condition d=e other=e", by="date", dates=dates)
    assert why(walk(journey), "x") == ["date-fits"]
    assert why(walk(journey, start=START + timedelta(days=1)), "x") == ["date-none"]


def test_chance_is_the_same_each_time_and_fair() -> None:
    journey = line("x condition a=e b=e", by="split", shares=[{"id": "a", "percent": 30}, {"id": "b", "percent": 70}])
    taken = [walk(journey, replace(MARIA, number=n)).steps[1].port for n in range(2000)]
    assert taken == [walk(journey, replace(MARIA, number=n)).steps[1].port for n in range(2000)]
    assert 0.26 < taken.count("a") / 2000 < 0.34
    nothing = with_fields(journey, "x", shares=[{"id": "a", "percent": 0}])
    assert way(walk(nothing)) == "in:next x (end)"


def test_an_experiment_holds_out_its_share() -> None:
    paths = [{"id": "a", "name": "A", "percent": 1}, {"id": "b", "name": "B", "percent": 3}]
    journey = line("x experiment a=e b=e", paths=paths, holdout=20)
    taken = [walk(journey, replace(MARIA, number=n)).steps[1].port for n in range(2000)]
    assert 0.16 < taken.count("holdout") / 2000 < 0.24
    assert 0.16 < taken.count("a") / (2000 - taken.count("holdout")) < 0.34
    assert way(walk(with_fields(journey, "x", paths=[]), replace(MARIA, number=taken.index("a")))) == "in:next x (end)"


def test_a_cap_lets_the_first_through() -> None:
    from whatsapp_studio.journeys.meaning import arrive
    from whatsapp_studio.journeys.running import State, setup

    journey = line("x condition within=e other=e", by="cap", cap=2)
    assert why(walk(journey), "x") == ["cap-open"]
    full = setup(journey, AROUND, {"x": 2})
    move = arrive(full, journey.steps["x"], State(person=MARIA, entered=START), START)
    assert (move.code, move.port) == ("cap-full", "other")


# -- messages ----------------------------------------------------------------------------------------


def sending(**fields: Any) -> Journey:
    return line("x send_template next=e failed=f timeout=f", "f end", **{**SENT, **fields})


def test_a_message_is_filled_and_asks_what_became_of_it() -> None:
    asked = walk(sending())
    assert way(asked) == "in:next x ()" and asked.ask is not None and asked.ask.step == "x" and asked.ask.visit == 1
    assert asked.ask.texts == ("Yes",) and "clicked" in asked.ask.can
    (effect,) = asked.steps[-1].effects
    assert effect.kind == "send" and effect.details["values"] == {"body.1": "Maria"}
    found = walk(sending(), answers={"x": Answer("read")})
    assert way(found) == "in:next x:next e (end)" and why(found, "x") == ["sending", "sent"]
    assert way(walk(sending(), answers={"x": Answer("refused")})) == "in:next x:failed f (end)"
    late = walk(sending(), answers={"x": Answer("silence")})
    assert way(late) == "in:next x:timeout f (end)" and late.steps[1].left == START + timedelta(days=1)


def test_where_nothing_goes_by_it_nobody_is_asked() -> None:
    quiet = drawn("in audience next=x", "x send_template next=e", "e end")
    assert way(walk(with_fields(quiet, "x", **SENT))) == "in:next x:next e (end)"


@pytest.mark.parametrize(
    ("person", "fields", "reason"),
    [
        (replace(MARIA, blocked=True), {}, "opted-out"),
        (replace(MARIA, marketing="no"), {"consent": "anyone"}, "opted-out"),
        (replace(MARIA, marketing="unknown"), {}, "no-consent"),
        (replace(MARIA, marketing="unknown"), {"consent": "anyone"}, "no-consent"),
        (replace(MARIA, values={**MARIA.values, "phone": "+12125550100"}), {}, "us-marketing"),
        (replace(MARIA, values={}), {}, "value-missing"),
        (MARIA, {"mapping": {}}, "value-missing"),
        (MARIA, {"template": None}, "template-not-set"),
        (MARIA, {"template": {"name": "gone", "language": "nl"}}, "template-not-there"),
    ],
)
def test_who_may_not_be_written_to_leaves_by_failed(person: Person, fields: dict[str, Any], reason: str) -> None:
    found = walk(sending(**fields), person)
    assert way(found) == "in:next x:failed f (end)" and why(found, "x") == [reason]


def test_anyone_and_other_languages() -> None:
    bill = replace(AROUND, templates={("spring_offer", "nl"): offer(category="UTILITY")})
    anyone = walk(sending(consent="anyone"), replace(MARIA, marketing="unknown"), around=bill)
    assert anyone.ask is not None
    # A country that somebody typed decides nothing: the number does.
    canadian = {**MARIA.values, "country": "US", "phone": "+14165550100"}
    assert walk(sending(), replace(MARIA, values=canadian)).ask is not None
    english = offer("Dear {{1}}", language="en")
    paused = offer("Dear {{1}}", language="fr", status="PAUSED")
    more = {("spring_offer", "en"): english, ("spring_offer", "fr"): paused}
    around = replace(AROUND, templates={**AROUND.templates, **more})
    rule = {"field": "contact.country", "op": "is", "value": "NL"}
    found = walk(sending(languages=[{"rule": rule, "language": "en"}]), around=around)
    assert found.steps[-1].effects[0].details["language"] == "en"
    found = walk(sending(languages=[{"rule": rule, "language": "fr"}]), around=around)
    assert why(found, "x") == ["template-not-sendable"]


def test_quiet_hours_hold_a_message() -> None:
    quiet = replace(sending(), settings={"quiet": "custom", "quiet_from": "21:00", "quiet_to": "08:00"})
    found = walk(quiet, start=datetime(2026, 3, 3, 23, 30, tzinfo=UTC), answers={"x": Answer("read")})
    assert why(found, "x") == ["quiet", "sending", "sent"]
    assert found.steps[1].left == datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
    early = walk(quiet, start=datetime(2026, 3, 3, 2, 0, tzinfo=UTC), answers={"x": Answer("read")})
    assert early.steps[1].left == datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    assert why(walk(quiet), "x") == ["sending"]


def test_free_text_only_after_they_wrote() -> None:
    journey = line("x send_window next=e closed=f", "f end", text="Hi {{ contact.first_name }}")
    found = walk(journey)
    assert way(found) == "in:next x:closed f (end)" and why(found, "x") == ["never-wrote"]
    lines = ("in event next=w", "w wait next=x", "x send_window next=e closed=f", "e end", "f end")
    inbound = with_fields(with_fields(drawn(*lines), "in", source="inbound"), "x", text="Hi {{ contact.first_name }}")
    assert why(walk(inbound), "x") == ["window-closed"]
    soon = with_fields(inbound, "w", duration={"amount": 23, "unit": "hours"})
    found = walk(soon, answers={"x": Answer("read")})
    assert found.steps[2].effects[0].details["text"] == "Hi Maria"
    broken = with_fields(soon, "x", text="{{ contact.first_name")
    assert why(walk(broken), "x") == ["value-missing"]
    asks = with_fields(soon, "x", what="buttons", buttons=[{"id": "b", "text": "Sure"}], text="Ok?")
    listed = {"button": "Pick", "rows": [{"id": "r", "title": "One", "description": ""}]}
    picks = with_fields(soon, "x", what="list", menu=listed, text="Which?")
    for journey, text in ((asks, "Sure"), (picks, "One")):
        again = with_fields(journey, "w", duration={"amount": 1, "unit": "hours"})
        again = replace(again, links={**again.links, "x:next": Link("x", "next", "x")})
        found = walk(again)
        assert found.ask is not None and found.ask.texts == (text,)
    picture = {"kind": "image", "url": "https://x.example/a.png", "caption": "A"}
    media = with_fields(soon, "x", what="media", media=picture)
    assert walk(media, answers={"x": Answer("read")}).steps[2].effects[0].details["text"] == "A"


# -- reactions and events ----------------------------------------------------------------------------

REPLY = [
    {"id": "yes", "on": "replied", "keywords": ["yes", "ja graag"], "button": ""},
    {"id": "tap", "on": "clicked", "keywords": [], "button": "Yes"},
    {"id": "any", "on": "replied", "keywords": [], "button": ""},
    {"id": "lost", "on": "failed", "keywords": [], "button": ""},
]


def reacting(**fields: Any) -> Journey:
    lines = ("in audience next=m", "m send_template next=x", "x reaction yes=e tap=e any=e lost=e timeout=e", "e end")
    journey = with_fields(drawn(*lines), "m", **SENT)
    return with_fields(journey, "x", **{"outcomes": REPLY, "timeout": {"amount": 2, "unit": "days"}, **fields})


@pytest.mark.parametrize(
    ("answer", "port", "reason"),
    [
        (Answer("replied", "Já gráág, please"), "yes", "reaction-replied"),
        (Answer("replied", "YES!"), "yes", "reaction-replied"),
        (Answer("replied", "yesterday"), "any", "reaction-replied"),
        (Answer("clicked", "Yes"), "yes", "reaction-clicked"),  # a tap is a message too, and the path above fits it
        (Answer("clicked", "Yes"), "tap", "reaction-clicked"),
        (Answer("read"), "timeout", "reaction-none"),
        (Answer("nothing"), "timeout", "reaction-none"),
        (Answer("undelivered"), "lost", "reaction-failed"),
        (Answer("replied", "no", after=3 * 24 * 60), "timeout", "reaction-none"),  # too late
    ],
)
def test_what_the_contact_does_decides(answer: Answer, port: str, reason: str) -> None:
    journey = reacting() if port != "tap" else reacting(outcomes=REPLY[1:])
    found = walk(journey, answers={"m": answer})
    assert way(found) == f"in:next m:next x:{port} e (end)" and why(found, "x")[-1] == reason
    waits = timedelta(days=2) if port == "timeout" else timedelta(minutes=5)
    assert found.steps[2].left - found.steps[2].at == waits


def test_of_several_at_once_the_upper_one_wins() -> None:
    on = [{"id": i, "on": i, "keywords": [], "button": ""} for i in ("read", "delivered")]
    journey = with_fields(drawn("in audience next=m", "m send_template next=w", "w wait next=x",
                                "x reaction read=e delivered=e timeout=e", "e end"), "m", **SENT)  # fmt: skip
    journey = with_fields(journey, "x", outcomes=on)
    # Both were heard while it waited: at the same moment the upper one, else the first.
    assert walk(journey, answers={"m": Answer("read", after=0)}).steps[3].port == "read"
    assert walk(journey, answers={"m": Answer("read", after=5)}).steps[3].port == "delivered"


def test_a_reaction_is_to_the_message_it_names() -> None:
    lines = ("in audience next=a", "a send_template next=b", "b send_template next=x",
             "x reaction read=e timeout=e", "e end")  # fmt: skip
    on = [{"id": "read", "on": "read", "keywords": [], "button": ""}]
    journey = with_fields(with_fields(with_fields(drawn(*lines), "a", **SENT), "b", **SENT), "x", outcomes=on)
    answers = {"a": Answer("read"), "b": Answer("nothing")}
    assert walk(journey, answers=answers).steps[3].port == "timeout"
    assert walk(with_fields(journey, "x", to="a"), answers=answers).steps[3].port == "read"
    alone = drawn("in audience next=x", "x reaction replied=e timeout=e", "e end")
    assert why(walk(alone), "x") == ["no-message", "reaction-none"]


def test_a_reply_opens_the_window_and_stop_means_stop() -> None:
    lines = ("in audience next=m", "m send_template next=r", "r reaction replied=t timeout=t",
             "t send_window next=n closed=c", "n send_template next=e failed=f", "c end", "e end", "f end")  # fmt: skip
    journey = with_fields(with_fields(drawn(*lines), "m", **SENT), "t", text="Hello")
    journey = with_fields(journey, "n", **SENT)
    found = walk(journey, answers={"m": Answer("replied", "hi"), "t": Answer("read"), "n": Answer("read")})
    assert way(found) == "in:next m:next r:replied t:next n:next e (end)"
    assert way(walk(journey, answers={"m": Answer("nothing")})) == "in:next m:next r:timeout t:closed c (end)"
    stopped = walk(journey, answers={"m": Answer("replied", "STOP")})
    assert why(stopped, "t") == ["opted-out"] and stopped.state.person.marketing == "no"


def test_the_first_event_wins_or_none() -> None:
    events = [{"id": "paid", "name": "", "event": "paid"}, {"id": "lost", "name": "", "event": "lost"}]
    journey = line("x wait_event paid=e lost=e timeout=e", events=events)
    asked = walk(journey)
    assert asked.ask is not None and asked.ask.texts == ("paid", "lost") and asked.ask.can == ("event", "nothing")
    assert way(walk(journey, answers={"x": Answer("event", "lost", 60)})) == "in:next x:lost e (end)"
    assert way(walk(journey, answers={"x": Answer("event", "other", 60)})) == "in:next x:timeout e (end)"
    found = walk(journey, answers={"x": Answer("nothing")})
    assert way(found) == "in:next x:timeout e (end)" and found.steps[1].left == START + timedelta(days=3)


def test_each_visit_is_asked_about() -> None:
    journey = drawn("in audience next=m", "m send_template next=r", "r reaction replied=m timeout=e", "e end")
    journey = with_fields(journey, "m", **SENT)
    first = walk(journey, answers={"m": Answer("replied", "again")})
    assert first.ask is not None and (first.ask.step, first.ask.visit) == ("m", 2)
    found = walk(journey, answers={"m": Answer("replied", "again"), "m#2": Answer("nothing")})
    assert way(found) == "in:next m:next r:replied m:next r:timeout e (end)"


# -- actions -----------------------------------------------------------------------------------------


def test_the_next_step_sees_what_a_step_changed() -> None:
    lines = ("in audience next=u", "u update_contact next=l", "l list_member next=c", "c consent next=x",
             "x condition p0=e other=f", "e end", "f end")  # fmt: skip
    rule = {"all": [{"field": "contact.points", "op": "is", "value": 13}, {"list": "vip", "op": "in"},
                    {"consent": "marketing", "op": "is", "value": "no"}]}  # fmt: skip
    changes = [{"field": "points", "value": "{{ contact.points | plus: 1 }}"}, {"field": "birthday", "value": "soon"}]
    journey = with_fields(with_fields(drawn(*lines), "u", changes=changes), "l", list="vip")
    journey = with_fields(with_fields(journey, "c", set="out"), "x", rules=[{"id": "p0", "rule": rule}])
    found = walk(journey)
    assert found.steps[-1].step == "e" and found.state.person.values["points"] == 13.0
    assert found.steps[1].reasons == (("updated", {"fields": "points"}),)  # "soon" is no date
    assert [e.kind for one in found.steps for e in one.effects] == ["update", "list", "consent"]
    nothing = with_fields(journey, "u", changes=[{"field": "", "value": "x"}, {"field": "a", "value": "{{ x"}])
    assert why(walk(nothing), "u") == ["updated-nothing"]
    assert why(walk(with_fields(journey, "u", changes=[])), "u") == ["updated-nothing"]
    off = walk(with_fields(journey, "l", do="remove"), replace(MARIA, lists=frozenset({"vip"})))
    assert off.state.person.lists == frozenset() and why(off, "l") == ["list-removed"]
    assert why(walk(with_fields(journey, "c", set="in")), "c") == ["opted-in-now"]


def test_an_answer_is_kept_for_later_steps() -> None:
    lines = ("in audience next=x", "x call_url next=n failed=f timeout=f", "n notify next=e", "e end", "f end")
    journey = with_fields(drawn(*lines), "n", title="Order {{ journey.order }}")
    journey = with_fields(journey, "x", url="https://x.example/{{ contact.first_name }}", save_as="order",
                          headers=[{"name": "X", "value": "1"}])  # fmt: skip
    assert walk(journey).ask is not None
    found = walk(journey, answers={"x": Answer("answered", "A-17")})
    assert way(found) == "in:next x:next n:next e (end)"
    assert [dict(e.details) for one in found.steps for e in one.effects][1]["title"] == "Order A-17"
    assert found.steps[1].effects[0].details["url"] == "https://x.example/Maria"
    assert why(walk(journey, answers={"x": Answer("refused")}), "x") == ["calling", "call-failed"]
    late = walk(journey, answers={"x": Answer("silence")})
    assert why(late, "x") == ["calling", "call-timed-out"] and late.steps[1].left == START + timedelta(seconds=10)
    assert why(walk(with_fields(journey, "x", url="{{ broken")), "x") == ["value-missing"]


def test_jumps_ends_and_goals() -> None:
    journey = line("x jump next=e", journey="other")
    found = walk(journey)
    assert found.steps[1].reasons == (("jumped", {"journey": "Other"}),)
    assert found.steps[1].effects[0].details == {"step": "x", "journey": "other", "if_inside": "skip"}
    assert walk(with_fields(journey, "e", goal=True)).end == "goal"
    assert walk(replace(journey, links={"in:next": Link("in", "next", "x")})).end == "output"
    assert walk(drawn("in audience next=x", "x of_tomorrow")).end == "unknown"


# -- entries, exits, disabled ------------------------------------------------------------------------


def test_how_somebody_comes_in() -> None:
    both = drawn("in audience_change enter=a exit=b", "a end", "b end")
    both = with_fields(both, "in", on="both")
    assert way(walk(both)) == "in:enter a (end)" and way(walk(both, came="exit")) == "in:exit b (end)"
    two = drawn("in event next=x", "low event next=x", "x condition p0=e other=f", "e end", "f end")
    rule = {"field": "event.total", "op": "more", "value": 10}
    two = with_fields(two, "x", rules=[{"id": "p0", "rule": rule}])
    assert way(walk(two, entry="low", event={"total": 12})) == "low:next x:p0 e (end)"
    assert way(walk(two)) == "in:next x:other f (end)"
    assert walk(two, entry="gone").end == "nowhere" and walk(drawn("e end")).end == "nowhere"
    assert way(walk(two, entry="x")) == "x:other f (end)"


def test_what_takes_a_contact_out_is_asked_at_every_step() -> None:
    lines = ("in audience next=u", "u update_contact next=w", "w wait_event paid=e timeout=e", "e end")
    rich = {"field": "contact.points", "op": "more", "value": 100}
    exits = [
        {"id": "r", "name": "Rich", "on": "rule", "rule": rich},
        {"id": "b", "name": "", "on": "event", "event": "bought"},
    ]
    journey = with_fields(drawn(*lines), "u", changes=[{"field": "points", "value": "500"}])
    journey = replace(journey, settings={"exits": exits})
    found = walk(journey)
    assert way(found) == "in:next u:next w (exit)" and found.facts == {"name": "Rich"}
    poor = with_fields(journey, "u", changes=[{"field": "points", "value": "5"}])
    events = [{"id": "paid", "name": "", "event": "paid"}]
    poor = with_fields(poor, "w", events=events)
    assert way(walk(poor, answers={"w": Answer("event", "bought")})) == "in:next u:next w (exit)"
    assert way(walk(poor, answers={"w": Answer("event", "paid")})) == "in:next u:next w:paid e (end)"


@pytest.mark.parametrize(
    ("kind", "fields", "port"),
    [
        ("wait", {}, "next"), ("send_template", {}, "next"), ("condition", {}, "other"), ("reaction", {}, "timeout"),
        ("wait_event", {}, "timeout"), ("experiment", {"holdout": 10}, "a"), ("condition", {"by": "cap"}, "within"),
        ("condition", {"by": "split"}, "a"), ("end", {}, ""),
    ],
)  # fmt: skip
def test_contacts_pass_straight_through_a_disabled_step(kind: str, fields: dict[str, Any], port: str) -> None:
    journey = line(f"x {kind}", **fields)
    journey = replace(journey, steps={**journey.steps, "x": replace(journey.steps["x"], disabled=True)})
    found = walk(journey)
    assert found.steps[1].port == port and found.steps[1].left == START
    assert why(found, "x") == (["disabled"] if port else ["end"])


def test_a_contact_as_journeys_see_it() -> None:
    contact = Contact(id=5, phone="+31612345678", first_name="Ann", marketing="no", blocked=True, fields={"points": 3})
    person = person_of(contact, frozenset({"vip"}))
    assert (person.number, person.marketing, person.blocked, person.lists) == (5, "no", True, {"vip"})
    assert person.values["points"] == 3 and person.values["first_name"] == "Ann"


# -- anything ----------------------------------------------------------------------------------------

ANSWERS = st.builds(
    Answer, st.sampled_from(["nothing", "delivered", "read", "clicked", "replied", "undelivered", "refused", "silence",
                             "event", "answered"]), st.sampled_from(["", "yes", "stop", "Yes"]), st.integers(0, 10_000),
)  # fmt: skip


@given(journeys(wild=True), st.lists(ANSWERS, min_size=1, max_size=8), st.integers(0, 2**63))
@settings(max_examples=60)
def test_every_way_ends_or_asks(journey: Journey, given_: list[Answer], number: int) -> None:
    for entry in journey.steps:
        answers: dict[str, Answer] = {}
        person = replace(MARIA, number=number)
        for turn in range(30):
            found = follow(journey, person, start=START, answers=answers, around=AROUND, entry=entry)
            assert len(found.steps) <= MOST
            assert (found.ask is None) == bool(found.end) and (not found.end or found.end in ENDS)
            assert all(one.at <= one.left for one in found.steps)
            assert found.steps[-1].left <= START + timedelta(days=3660)
            if found.ask is None:
                break
            answers[key(found.ask.step, found.ask.visit)] = given_[turn % len(given_)]


def test_quiet_hours_that_end_in_an_hour_that_comes_twice_end() -> None:
    night = {"quiet": "custom", "quiet_from": "22:00", "quiet_to": "02:30", "time_zone": "Europe/Amsterdam"}
    second = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02:10 for the second time
    found = walk(replace(sending(), settings=night), start=second, answers={"x": Answer("read")})
    assert why(found, "x") == ["quiet", "sending", "sent"]
    assert next(one for one in found.steps if one.step == "x").left == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "fields", "end"),
    [
        ("experiment", {"paths": [{"id": "a", "percent": -50}, {"id": "b", "percent": 50}]}, "output"),
        ("call_url", {"url": "https://example.org", "seconds": 2**53 - 1}, "end"),
        ("wait", {"until": "date", "date": "9999-12-31T23:59"}, "life"),
        ("wait", {"until": "date", "date": "0001-01-01T00:00"}, "end"),
    ],
)  # fmt: skip
def test_values_beyond_all_bounds_lead_somewhere(kind: str, fields: dict[str, Any], end: str) -> None:
    journey = with_fields(drawn("in audience next=x", f"x {kind} next=e", "e end"), "x", **fields)
    for zone in ("America/New_York", "Asia/Tokyo"):
        found = walk(replace(journey, settings={"time_zone": zone}))
        assert found.end == end, zone


def test_a_share_is_said_of_the_shares_that_count() -> None:
    shares = [{"id": "a", "name": "", "percent": -50}, {"id": "b", "name": "", "percent": 50}]
    found = walk(with_fields(drawn("in audience next=x", "x experiment b=e", "e end"), "x", paths=shares, holdout=0))
    assert ("share", {"path": "b", "percent": 100}) in found.steps[1].reasons
