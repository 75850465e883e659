"""How the engine takes a contact from one holding to the next, and what ends its way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.running import journey_of
from tests.fixtures.studio import offer
from whatsapp_studio.base.words_walk import ENDS, REASONS
from whatsapp_studio.journeys.late import GRACE, deadline, quiet_text
from whatsapp_studio.journeys.motion import ENTERING, Stretch, begin, due, due_at, heard
from whatsapp_studio.journeys.running import Heard, News, Person, Setup, State, setup
from whatsapp_studio.journeys.surroundings import Surroundings

T0 = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
MARIA = Person(number=1, values={"first_name": "Maria", "points": 3}, marketing="yes")
AROUND = Surroundings(templates={("spring_offer", "nl"): offer()})
SENDS = ("in audience next=day", "day wait next=m", "m send_template next=m2 failed=f timeout=t",
         "m2 send_template next=e", "e end", "f end", "t end")  # fmt: skip
replace = msgspec.structs.replace


def known(*lines: str, around: Surroundings = AROUND, fields: Mapping[str, Any] | None = None, **more: Any) -> Setup:
    return setup(journey_of(*lines, fields=fields, **more), around)


def entered(to: Setup, person: Person = MARIA, **more: Any) -> Stretch:
    made = begin(to, State(person=person, entered=T0, **more), "in", T0)
    said(made)
    return made


def said(made: Stretch) -> list[str]:
    """Why, of every step that was left and of this one; all of it has words."""
    here = () if made.run.end else made.run.reasons
    codes = [code for reasons in (*(one.reasons for one in made.passed), here) for code, _ in reasons]
    assert all(code in REASONS for code in codes), codes
    assert not made.run.end or made.run.end in ENDS
    return codes


def way(made: Stretch) -> str:
    return " ".join(f"{one.step}:{one.port}" if one.port else one.step for one in made.passed)


def news(on: News, at: datetime, text: str = "", step: str = "") -> Heard:
    return Heard(on, at, step, text)


# -- entering, going on, ending ----------------------------------------------------------------------


def test_a_contact_enters_goes_as_far_as_it_can_and_is_held() -> None:
    to = known(*SENDS)
    made = entered(to)
    run = made.run
    assert way(made) == "in:next" and (run.step, run.code, run.visit, run.end) == ("day", "wait", 1, "")
    assert (run.came, run.held, run.until, due_at(to, run)) == (T0, T0, *[T0 + timedelta(days=1)] * 2)
    later = due(to, run, run.until or T0)
    assert way(later) == "day:next" and later.run.code == "sending"
    assert [(step, visit, one.kind) for step, visit, one in later.effects] == [("m", 1, "send")]
    assert later.run.effects == (later.effects[0][2],) and later.passed[0].left == T0 + timedelta(days=1)
    sent = heard(to, later.run, news("sent", later.run.held, step="m"))
    assert way(sent) == "m:next" and sent.run.step == "m2" and sent.run.state.message == "m"
    assert sent.passed[0].effects == (later.effects[0][2],)
    over = heard(to, sent.run, news("sent", sent.run.held, step="m2"))
    assert way(over) == "m2:next e" and over.run.end == "end" and over.run.until is None


@pytest.mark.parametrize(
    ("lines", "fields", "end", "taken"),
    [
        (("in audience next=e", "e end"), {"e": {"goal": True}}, "goal", "in:next e"),
        (("in audience next=e", "e end"), {}, "end", "in:next e"),
        (("in audience",), {}, "output", "in:next"),
        (("in audience next=x", "x of_tomorrow any=e", "e end"), {}, "unknown", "in:next x"),
    ],
)
def test_how_a_way_ends(lines: tuple[str, ...], fields: dict[str, Any], end: str, taken: str) -> None:
    made = entered(known(*lines, fields=fields))
    assert (made.run.end, way(made), made.run.until) == (end, taken, None)


def test_a_link_to_a_step_that_is_not_there_is_the_end_of_the_way() -> None:
    to = known("in audience next=nobody")
    assert entered(to).run.end == "output"


def test_a_round_without_end_is_stopped() -> None:
    made = entered(known("in audience next=n", "n notify next=k", "k notify next=n"))
    assert made.run.end == "endless" and len(made.passed) == 301
    assert made.passed[-1].visit == 150 and len(made.effects) == 300


def test_who_comes_by_again_is_there_for_the_second_time() -> None:
    to = known("in audience next=n", "n notify next=day", "day wait next=n")
    run = entered(to).run
    again = due(to, run, due_at(to, run))
    assert way(again) == "day:next n:next" and again.run.visit == 2 and again.effects[0][1] == 2


def test_a_disabled_step_is_passed_and_a_disabled_end_ends() -> None:
    journey = journey_of(*SENDS)
    off = {id: replace(step, disabled=id != "e") for id, step in journey.steps.items()}
    made = entered(setup(replace(journey, steps=off), AROUND))
    assert way(made) == "in:next day:next m:next m2:next e" and made.effects == ()
    ended = replace(journey, steps={**off, "e": replace(journey.steps["e"], disabled=True)})
    assert entered(setup(ended, AROUND)).run.end == "end"


# -- life and exits ----------------------------------------------------------------------------------


def test_life_ends_a_holding_and_comes_before_a_later_time() -> None:
    week = {"day": {"duration": {"amount": 1, "unit": "weeks"}}}
    to = known(*SENDS, fields=week, life={"amount": 2, "unit": "days"})
    run = entered(to).run
    assert due_at(to, run) == T0 + timedelta(days=2)
    gone = due(to, run, T0 + timedelta(days=2))
    assert (gone.run.end, way(gone), gone.effects) == ("life", "day", ())
    # Looked at long after both, the life was over first.
    assert due(to, run, T0 + timedelta(days=30)).run.end == "life"


def test_life_is_over_for_who_goes_on_after_it() -> None:
    to = known(*SENDS, life={"amount": 2, "unit": "days"})
    run = entered(to).run
    late = due(to, run, T0 + timedelta(days=2))
    assert (late.run.end, way(late)) == ("life", "day:next m") and late.effects == ()
    none = known(*SENDS, life={"amount": 0, "unit": "days"})
    assert (entered(none).run.end, way(entered(none))) == ("life", "in")


def test_a_rule_to_leave_is_looked_at_before_every_step_and_an_event_at_once() -> None:
    rich = {"name": "Rich", "on": "rule", "rule": {"field": "contact.points", "op": "more", "value": 5}}
    bought = {"name": "", "on": "event", "event": "bought"}
    to = known(*SENDS, exits=[rich, bought])
    run = entered(to).run
    richer = replace(run, state=replace(run.state, person=replace(MARIA, values={"points": 9})))
    left = due(to, richer, due_at(to, richer))
    assert (left.run.end, left.facts, way(left)) == ("exit", {"name": "Rich"}, "day:next m")
    event = heard(to, run, news("event", T0 + timedelta(hours=1), "bought"))
    assert (event.run.end, event.facts, way(event)) == ("exit", {"name": "2"}, "day")
    other = heard(to, run, news("event", T0 + timedelta(hours=1), "sold"))
    assert not other.moved and other.run == run
    assert entered(to, replace(MARIA, values={"points": 9})).run.end == "exit"


# -- news --------------------------------------------------------------------------------------------


def test_news_that_moves_nobody_is_noted() -> None:
    to = known(*SENDS)
    run = entered(to).run
    reply = heard(to, run, news("replied", T0 + timedelta(hours=1), "STOP"))
    assert not reply.moved and reply.passed == () and reply.run.until == run.until
    assert reply.run.state.person.blocked and reply.run.state.wrote == T0 + timedelta(hours=1)
    refused = due(to, reply.run, due_at(to, reply.run))
    assert said(refused) == ["wait", "waited", "opted-out", "end"] and way(refused) == "day:next m:failed f"


def test_news_is_acted_upon_no_earlier_than_the_contact_came() -> None:
    to = known(*SENDS)
    run = entered(to).run
    message = due(to, run, due_at(to, run)).run
    early = heard(to, message, news("refused", message.held - timedelta(hours=1), "131026", "m"))
    assert way(early) == "m:failed f" and all(one.left == message.held for one in early.passed)


def test_what_became_of_a_message_counts_only_while_it_is_being_sent() -> None:
    to = known(*SENDS, quiet="custom", quiet_from="08:00", quiet_to="11:00")
    run = entered(to).run
    quiet = due(to, run, due_at(to, run)).run
    assert quiet.code == "quiet" and quiet.until == T0 + timedelta(days=1, hours=2)
    assert not heard(to, quiet, news("sent", quiet.held, step="m")).moved
    sending = due(to, quiet, due_at(to, quiet)).run
    assert sending.code == "sending" and not heard(to, sending, news("sent", sending.held, step="m2")).moved
    assert not heard(to, sending, news("decided", sending.held, "skip")).moved
    timeout = due(to, sending, due_at(to, sending))
    assert way(timeout) == "m:timeout t" and said(timeout)[-2:] == ["send-timed-out", "end"]


# -- late --------------------------------------------------------------------------------------------


def woken(to: Setup, late: timedelta) -> Stretch:
    """Maria's wait ends, so much too late."""
    run = entered(to).run
    return due(to, run, due_at(to, run) + late)


def test_half_an_hour_is_not_late() -> None:
    made = woken(known(*SENDS, late="skip"), GRACE)
    assert made.run.code == "sending" and made.run.state.planned is None


def test_late_within_the_rule_is_sent_and_what_follows_at_once_is_as_late() -> None:
    to = known(*SENDS)
    made = woken(to, timedelta(hours=12))
    planned = T0 + timedelta(days=1)
    assert made.run.code == "sending" and made.run.state.planned == planned
    sent = heard(to, made.run, news("sent", made.run.held + timedelta(minutes=5), step="m"))
    # Five minutes more than the rule allows: the second message is late by its own moment.
    assert way(sent) == "m:next m2:next e" and said(sent)[-2:] == ["late-skipped", "end"] and sent.effects == ()


def test_later_than_the_rule_allows_is_skipped() -> None:
    made = woken(known(*SENDS), timedelta(hours=12, minutes=1))
    assert way(made) == "day:next m:next m2:next e" and said(made).count("late-skipped") == 2 and made.effects == ()


def test_who_is_asked_about_waits_for_the_decision() -> None:
    to = known(*SENDS, late="ask")
    asked = woken(to, timedelta(hours=1)).run
    assert asked.code == "late-ask" and due_at(to, asked) == T0 + timedelta(days=91)
    now = asked.held + timedelta(hours=3)
    reply = heard(to, asked, news("replied", now, "Hello"))
    assert not reply.moved and reply.run.code == "late-ask"
    send = heard(to, reply.run, news("decided", now, "send"))
    assert said(send) == ["late-ask", "decided-send", "sending"] and send.run.state.planned is None
    assert send.effects[0][:2] == ("m", 1)
    follows = heard(to, send.run, news("sent", now, step="m"))
    assert follows.run.step == "m2" and follows.run.code == "sending"
    skip = heard(to, asked, news("decided", now, "skip"))
    assert way(skip) == "m:next" and skip.run.step == "m2" and skip.run.code == "late-ask"
    assert "decided-skip" in said(skip)
    nobody = due(to, asked, due_at(to, asked))
    assert nobody.run.end == "life" and nobody.effects == ()


def test_a_message_that_became_late_in_the_outbox_follows_the_same_rule() -> None:
    for rule, code, step in (("send", "sending", "m2"), ("skip", "", "e"), ("ask", "late-ask", "m")):
        to = known(*SENDS, late=rule)
        run = woken(to, timedelta()).run
        made = heard(to, run, news("refused", run.held + timedelta(minutes=20), "late", "m"))
        assert (made.run.code, made.run.step) == (code, step)
        assert ("late-skipped" in said(made)) == (rule != "ask")
        if rule == "ask":
            again = heard(to, made.run, news("decided", made.run.held, "send"))
            assert again.effects[0][:2] == ("m", 1)


def test_news_that_is_acted_upon_late_makes_what_follows_late() -> None:
    to = known("in audience next=w", "w wait_event ev=m timeout=e", "m send_template next=e", "e end",
               fields={"w": {"events": [{"id": "ev", "name": "", "event": "bought"}]}}, late="skip")  # fmt: skip
    run = entered(to).run
    came = news("event", T0 + timedelta(hours=1), "bought")
    assert heard(to, run, came).run.code == "sending"
    assert "late-skipped" in said(heard(to, run, came, T0 + timedelta(hours=2)))


def test_a_request_between_leaves_a_message_as_late_as_it_was() -> None:
    to = known("in audience next=day", "day wait next=c", "c call_url next=m failed=m timeout=m",
               "m send_template next=e", "e end", fields={"c": {"url": "https://shop.example"}},
               late="skip")  # fmt: skip
    calling = woken(to, timedelta(hours=1)).run
    assert calling.code == "calling"
    answered = heard(to, calling, news("answered", calling.held, "ok", "c"))
    assert "late-skipped" in said(answered)
    assert "late-skipped" in said(due(to, calling, due_at(to, calling)))


def test_who_waits_to_be_let_in_enters_then() -> None:
    to = known(*SENDS)
    state = State(person=MARIA, entered=T0)
    waits = replace(entered(to).run, state=state, step="in", code=ENTERING, until=T0 + timedelta(days=200))
    assert due_at(to, waits) == T0 + timedelta(days=200)
    now = T0 + timedelta(days=200)
    made = due(to, waits, now)
    assert way(made) == "in:next" and made.run.state.entered == now and made.run.state.planned is None
    assert made.passed[0].at == now and made.run.until == now + timedelta(days=1)
    assert due(to, waits, now + timedelta(hours=2)).run.step == "day"


# -- what the outbox is told -------------------------------------------------------------------------


def test_until_when_a_queued_message_may_leave() -> None:
    state = State(person=MARIA, entered=T0)
    send, skip = known(*SENDS), known(*SENDS, late="skip")
    assert deadline(send, state, T0, None) == T0 + timedelta(hours=12)
    assert deadline(send, state, T0, T0 + timedelta(hours=1)) == T0 + timedelta(hours=1)
    assert deadline(skip, state, T0, None) == T0 + GRACE
    late = replace(state, planned=T0 - timedelta(hours=2))
    assert deadline(send, late, T0, None) == T0 + timedelta(hours=10)
    assert deadline(known(*SENDS, late="ask"), late, T0, None) == T0 + GRACE


def test_quiet_hours_are_the_journeys_own_those_of_the_workspace_or_none() -> None:
    quiet = replace(AROUND, quiet="21:00-09:00", time_zone="Europe/Amsterdam")
    here = State(person=MARIA, entered=T0)
    there = replace(here, person=replace(MARIA, values={"time_zone": "America/New_York"}))
    assert quiet_text(known(*SENDS, around=quiet), here) == "workspace:21:00-09:00@Europe/Amsterdam"
    assert quiet_text(known(*SENDS, around=quiet), there) == "workspace:21:00-09:00@America/New_York"
    own = known(*SENDS, around=quiet, quiet="custom", quiet_from="20:00", quiet_to="08:00")
    assert quiet_text(own, here) == "20:00-08:00@Europe/Amsterdam"
    assert quiet_text(known(*SENDS, around=quiet, quiet="none"), here) == ""
    # The workspace may have some by the time it leaves.
    assert quiet_text(known(*SENDS), here).startswith("workspace:@")
    assert quiet_text(known(*SENDS, around=replace(quiet, quiet="at night")), here).startswith("workspace:@")
