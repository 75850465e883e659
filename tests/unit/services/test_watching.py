"""Decides that a number's people are exactly those it counts, and that a way is told whole and with reasons."""

from __future__ import annotations

import csv
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.living import A_DAY, BEGIN, Alive, alive, line, step_of
from tests.fixtures.studio import offer
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Cancelled, Unwatched
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Edition, Life, Place, Trouble, What
from whatsapp_studio.services.running.entering import enter
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.templates import TemplateRows

__all__ = ["alive"]
OFFER: tuple[str, dict[str, Any]] = ("send_template", {
    "template": {"name": "spring_offer", "language": "nl"},
    "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you"}},
})  # fmt: skip


def life(alive: Alive, journey: Journey) -> Life:
    found = alive.studio.running.life(journey.id)
    assert found is not None
    return found


def edition(alive: Alive, journey: Journey) -> Edition:
    return life(alive, journey).editions[0]


def keep_offer(alive: Alive, status: str = "APPROVED") -> None:
    TemplateRows(alive.store).replace_all([offer("Hi {{1}}, spring is here", status=status)], BEGIN)
    alive.plans.on_changes(Changes(templates=True))


def place(alive: Alive, journey: Journey, kind: str, what: What, port: str = "") -> Place:
    return Place(plan=edition(alive, journey).plan, step=step_of(journey, kind), what=what, port=port)


def who(alive: Alive, at: Place, search: str = "") -> list[int]:
    return [one.contact for one in alive.studio.running.watch.people(at, search=search)]


def troubles(alive: Alive, journey: Journey) -> list[Trouble]:
    return list(alive.studio.running.watch.troubles(life(alive, journey), edition(alive, journey)))


def set_streams(alive: Alive, reason: str) -> None:
    with alive.store.write() as conn:
        conn.execute("UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE kind = 'stream'", (reason,))


# -- people at a number ----------------------------------------------------------------------------------


def test_each_number_opens_exactly_those_it_counts(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people[:3])
    alive.later(days=1, minutes=1)
    alive.enter(made.id, alive.people[3:])

    numbers = alive.studio.running.numbers(made.id)
    wait, end = numbers[step_of(made, "wait")], numbers[step_of(made, "end")]
    assert (wait.entered, wait.waiting, dict(wait.passed), wait.failed, wait.over) == (5, 2, {"next": 3}, 0, 0)
    assert (end.entered, end.over, dict(end.ended)) == (3, 3, {"end": 3})
    first, rest = alive.people[:3], alive.people[3:]
    assert who(alive, place(alive, made, "wait", "waiting")) == rest
    assert who(alive, place(alive, made, "wait", "passed")) == first
    assert who(alive, place(alive, made, "wait", "passed", "next")) == first
    assert who(alive, place(alive, made, "wait", "passed", "failed")) == []
    assert sorted(who(alive, place(alive, made, "wait", "entered"))) == alive.people
    assert who(alive, place(alive, made, "end", "ended")) == first
    assert who(alive, place(alive, made, "end", "ended", "end")) == first
    assert who(alive, place(alive, made, "end", "ended", "goal")) == []
    assert who(alive, Place(plan=edition(alive, made).plan, what="inside")) == rest


def test_who_could_not_be_written_to_is_behind_the_failed_number(alive: Alive) -> None:
    keep_offer(alive)
    made = alive.published(OFFER)
    with alive.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE id = ?", (alive.people[0],))
    alive.enter(made.id, alive.people)

    numbers = alive.studio.running.numbers(made.id)[step_of(made, "send_template")]
    assert (numbers.failed, numbers.waiting, numbers.over) == (1, 4, 1)
    (one,) = alive.studio.running.watch.people(place(alive, made, "send_template", "failed"))
    assert (one.contact, one.reasons[-1][0], one.port) == (alive.people[0], "opted-out", "failed")
    assert who(alive, place(alive, made, "send_template", "ended", "output")) == [alive.people[0]]


def test_messages_that_were_taken_are_counted_at_their_step(alive: Alive) -> None:
    keep_offer(alive)
    made = alive.published(OFFER)
    alive.enter(made.id, alive.people)
    with alive.store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'accepted', settled_at = '2026-03-03T09:00:01.000+00:00' WHERE id < 4")
    alive.move()

    assert alive.studio.running.numbers(made.id)[step_of(made, "send_template")].sent == 3


def test_people_are_found_by_name_and_number_and_read_by_page(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    at = place(alive, made, "wait", "waiting")

    assert who(alive, at, "name3") == [alive.people[2]]
    assert who(alive, at, "nobody") == []
    watch = alive.studio.running.watch
    page = watch.people(at, offset=1, limit=2)
    assert [one.contact for one in page] == alive.people[1:3]
    assert (page[0].name, page[0].phone[0], page[0].since) == ("Name2 Jansen", "+", BEGIN)
    assert page[0].until == BEGIN + timedelta(days=1)
    assert page[0].reasons[0][0] == "wait"


def test_who_went_on_between_two_looks_is_shown_where_they_went_on(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    watch = alive.studio.running.watch
    keys = watch.keys(place(alive, made, "wait", "waiting"))
    alive.later(days=1, minutes=1)

    found = watch.read(keys)
    assert [one.key for one in found] == list(keys)
    assert {one.ending for one in found} == {"end"}


def test_a_contact_that_was_deleted_is_still_counted(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    alive.studio.contacts.delete(alive.people[:1])

    watch = alive.studio.running.watch
    assert len(watch.people(place(alive, made, "wait", "waiting"))) == 4
    assert [(one.name, one.phone) for one in watch.people(place(alive, made, "wait", "ended"))] == [("", "")]


def test_people_are_written_into_a_file(alive: Alive, tmp_path: Path) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    alive.studio.running.stop(made.id)
    watch, stopped = alive.studio.running.watch, edition(alive, made)
    file = tmp_path / "who.csv"

    assert watch.export(stopped, watch.stopped(stopped), file, "", Unwatched()) == 5
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    assert rows[0] == ["Name", "Phone", "Step", "Since", "Left", "Why"]
    assert len(rows) == 6
    assert rows[1][0] == "Name1 Jansen"
    assert "stopped" in rows[1][5].lower()


def test_a_file_that_cannot_be_written_or_is_cancelled_leaves_nothing(alive: Alive, tmp_path: Path) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    watch, at = alive.studio.running.watch, place(alive, made, "wait", "waiting")

    class Stopped(Unwatched):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(WorldError, match="cannot-write"):
        watch.export(edition(alive, made), at, tmp_path / "none" / "who.csv", "", Unwatched())
    with pytest.raises(Cancelled):
        watch.export(edition(alive, made), at, tmp_path / "who.csv", "", Stopped())
    assert list(tmp_path.glob("who*")) == []


# -- where is Maria --------------------------------------------------------------------------------------


def test_the_way_of_a_contact_is_told_with_every_step_time_and_reason(alive: Alive) -> None:
    made = alive.published(("wait", A_DAY), ("notify", {"title": "Hello", "text": "there"}))
    alive.enter(made.id, alive.people)
    maria = alive.people[0]

    (story,) = alive.studio.running.watch.where(maria)
    assert (story.journey_name, story.publication, story.ended, story.ending) == ("Welcome", 1, None, "")
    assert [(one.step, one.left is None, one.port) for one in story.stays] == [
        (step_of(made, "event"), False, "next"), (step_of(made, "wait"), True, ""),
    ]  # fmt: skip
    assert story.stays[-1].reasons[-1][0] == "wait"
    assert story.until == BEGIN + timedelta(days=1)
    alive.later(days=1, minutes=1)
    (story,) = alive.studio.running.watch.where(maria)
    assert [one.step for one in story.stays] == [step_of(made, i) for i in ("event", "wait", "notify", "end")]
    assert story.ending == "end" and story.ended is not None
    assert [code for code, _ in story.stays[1].reasons] == ["wait", "waited"]


def test_every_journey_a_contact_was_in_is_told_the_last_first(alive: Alive) -> None:
    first, second = alive.published(name="First"), alive.published(name="Second")
    alive.enter(first.id, alive.people[:1])
    alive.enter(second.id, alive.people[:1])
    alive.studio.running.pause(second.id)

    stories = alive.studio.running.watch.where(alive.people[0])
    assert [(one.journey_name, one.held) for one in stories] == [("Second", True), ("First", False)]
    assert alive.studio.running.watch.where(alive.people[1]) == ()


def test_whoever_waits_to_be_let_in_is_told_so(alive: Alive) -> None:
    made = alive.published()
    plan, now = alive.plans.get(edition(alive, made).plan), runs.ms(BEGIN)
    with alive.store.write() as conn:
        enter(conn, plan, alive.people[:1], plan.entry, at=now, due=now + 60_000)
    (story,) = alive.studio.running.watch.where(alive.people[0])
    assert story.stays[0].reasons == (("entering", {"until": BEGIN + timedelta(minutes=1)}),)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("Name3", 2), ("{phone}", 0), ("  {phone} ", 0)],
)  # fmt: skip
def test_a_contact_is_known_by_number_or_by_a_name_of_its_own(alive: Alive, asked: str, found: int) -> None:
    contact = alive.studio.contacts.get(alive.people[0])
    assert contact is not None
    wanted = asked.format(phone=contact.phone)
    assert alive.studio.running.watch.contact(wanted) == alive.people[found]


@pytest.mark.parametrize(("asked", "code"), [("Jansen", "contact-name-twice"), ("Zoë", "contact-unknown")])
def test_a_contact_that_is_none_or_several(alive: Alive, asked: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        alive.studio.running.watch.contact(asked)


# -- late messages ---------------------------------------------------------------------------------------


@pytest.fixture
def late(alive: Alive) -> Journey:
    """Five messages that were due while the computer was off, in a journey that asks."""
    keep_offer(alive)
    made = alive.published(("wait", A_DAY), OFFER, late="ask")
    alive.enter(made.id, alive.people)
    alive.later(days=1, hours=5)
    return made


def test_late_messages_wait_for_a_decision(alive: Alive, late: Journey) -> None:
    watch = alive.studio.running.watch

    assert (watch.late_count(), watch.late_count(late.id), watch.late_count("other")) == (5, 5, 0)
    first = watch.late(late.id)[0]
    assert (first.contact, first.name, first.planned) == (alive.people[0], "Name1 Jansen", BEGIN + timedelta(days=1))
    assert first.step == step_of(late, "send_template")
    assert len(watch.late(late.id, limit=2, offset=4)) == 1


@pytest.mark.parametrize("send", [True, False])
def test_all_late_messages_are_decided_at_once(alive: Alive, late: Journey, send: bool) -> None:
    watch = alive.studio.running.watch

    assert watch.decide(late.id, send=send) == 5
    assert watch.decide(late.id, send=send) == 5, "asked once more before anybody acted on it"
    alive.move()
    assert watch.late_count() == 0
    queued = alive.store.value("SELECT count(*) FROM outbox WHERE state = 'ready'")
    assert queued == (5 if send else 0)
    assert life(alive, late).inside == (5 if send else 0)
    assert watch.log(late.id)[0].code == f"late-decided-{'send' if send else 'skip'}"


def test_one_late_message_is_decided_alone(alive: Alive, late: Journey) -> None:
    watch = alive.studio.running.watch

    assert watch.decide(late.id, send=True, among=[watch.late(late.id)[1].run, 999]) == 1
    alive.move()
    assert watch.late_count(late.id) == 4
    assert watch.decide(late.id, send=True, among=[]) == 0


# -- what is wrong ---------------------------------------------------------------------------------------


def test_nothing_is_wrong(alive: Alive) -> None:
    assert troubles(alive, alive.published()) == []


def test_a_template_that_meta_paused_is_told_at_its_step(alive: Alive) -> None:
    keep_offer(alive)
    made = alive.published(OFFER)
    alive.enter(made.id, alive.people)
    set_streams(alive, "meta-132015")

    step = step_of(made, "send_template")
    assert [(one.code, one.step, one.count) for one in troubles(alive, made)] == [("stream-paused", step, 5)]
    keep_offer(alive, "PAUSED")
    assert step in {one.step for one in troubles(alive, made) if one.code != "stream-paused"}
    set_streams(alive, "journey-paused")
    assert "stream-paused" not in {one.code for one in troubles(alive, made)}


def test_a_field_that_was_deleted_is_told_at_its_step(alive: Alive) -> None:
    alive.studio.contacts.add_field(CustomField(name="birthday", label="Birthday", kind="date"))
    made = alive.published(("wait", {"until": "field", "field": "birthday"}))
    assert troubles(alive, made) == []

    with alive.store.write() as conn:
        conn.execute("DELETE FROM fields WHERE name = 'birthday'")
    assert [one.step for one in troubles(alive, made)] == [step_of(made, "wait")]


def test_an_audience_that_was_empty_is_told_at_its_entry(alive: Alive) -> None:
    made = alive.published()
    with alive.store.write() as conn:
        for slot, found in ((1, 3), (2, 0)):
            conn.execute(
                "INSERT INTO readings (plan_id, step, slot, state, found) VALUES (?, ?, ?, 'done', ?)",
                (edition(alive, made).plan, step_of(made, "event"), slot, found),
            )
    assert [(one.code, one.step) for one in troubles(alive, made)] == [("audience-nobody", step_of(made, "event"))]


def test_messages_in_doubt_are_told(alive: Alive) -> None:
    keep_offer(alive)
    made = alive.published(OFFER)
    alive.enter(made.id, alive.people)
    with alive.store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'unknown' WHERE id = 1")
    assert [(one.code, one.count) for one in troubles(alive, made)] == [("messages-in-doubt", 1)]


def test_a_call_that_hangs_is_told(alive: Alive) -> None:
    made = alive.published(("call_url", {"url": "https://example.com/x", "seconds": 10}))
    alive.enter(made.id, alive.people)
    assert json.loads(str(alive.store.value("SELECT details FROM effects")))["url"] == "https://example.com/x"
    alive.later(minutes=5)
    step = step_of(made, "call_url")
    assert [(one.code, one.step, one.count) for one in troubles(alive, made)] == [("calls-timed-out", step, 5)]


def test_a_journey_that_is_over_tells_only_what_was(alive: Alive) -> None:
    keep_offer(alive)
    made = alive.published(OFFER)
    alive.enter(made.id, alive.people)
    keep_offer(alive, "PAUSED")
    set_streams(alive, "meta-132015")
    alive.studio.running.stop(made.id)
    assert troubles(alive, made) == []


def test_the_log_is_read_by_pages(alive: Alive) -> None:
    made = line(alive.studio.journeys.create("Log"))
    alive.studio.journeys.save(made)
    alive.studio.running.publish(made.id)
    for _ in range(3):
        alive.studio.running.pause(made.id)
        alive.studio.running.resume(made.id)
    watch = alive.studio.running.watch
    first = watch.log(made.id, limit=4)
    rest = watch.log(made.id, before=first[-1].id)
    assert [one.code for one in (*first, *rest)] == ["resumed", "paused-hold"] * 3 + ["published"]
