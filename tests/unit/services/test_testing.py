"""Shows that a test of a journey sends to contacts marked for it and to nobody else, within seconds, and says all."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from tests.fixtures.living import Alive, alive, line, step_of
from tests.fixtures.studio import offer
from tests.fixtures.trying import SEND, WEEK
from whatsapp_studio.base.errors import Blocked, UserError, WorldError
from whatsapp_studio.base.wording import explain
from whatsapp_studio.journeys.edits import ChangeStep
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running.testing import Testing
from whatsapp_studio.storage.templates import TemplateRows

__all__ = ["alive"]


class Tried:
    """A draft that waits a week, sends, and waits again; two of the five contacts are marked for tests."""

    def __init__(self, alive: Alive) -> None:
        self.alive, self.studio = alive, alive.studio
        self.testing: Testing = alive.studio.testing
        TemplateRows(alive.store).replace_all([offer()], alive.clock.now())
        with alive.store.write() as conn:
            conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(i,) for i in alive.people[:2]])
        made = line(self.studio.journeys.create("Welcome"), ("wait", WEEK), ("send_template", SEND), ("wait", WEEK))
        self.studio.journeys.save(made)
        self.journey: Journey = made
        self.id = made.id

    def marked(self) -> list[int]:
        return self.alive.people[:2]

    def outbox(self) -> list[tuple[int, str, str]]:
        rows = self.alive.store.rows("SELECT contact_id, state, reason FROM outbox ORDER BY id")
        return [tuple(row) for row in rows]

    def accept(self) -> None:
        """WhatsApp takes every message that waits."""
        with self.alive.store.write() as conn:
            conn.execute("UPDATE outbox SET state = 'accepted', settled_at = '2026-03-03T09:00:11Z'"
                         " WHERE state = 'ready'")  # fmt: skip
        self.alive.move()


@pytest.fixture
def tried(alive: Alive) -> Tried:
    return Tried(alive)


def test_a_week_takes_ten_seconds_and_the_message_is_real(tried: Tried) -> None:
    tried.testing.start(tried.id, tried.marked())
    tried.alive.move()
    assert tried.testing.runs(tried.id) and tried.outbox() == []
    tried.alive.later(seconds=9)
    assert tried.outbox() == []
    tried.alive.later(seconds=1)
    assert tried.outbox() == [(one, "ready", "") for one in tried.marked()]
    tried.accept()
    tried.alive.later(seconds=10)
    assert not tried.testing.runs(tried.id)
    life = tried.testing.life(tried.id)
    assert life is not None and life.test and life.state == "done"
    ways = [[(stay.step, stay.port) for stay in one.stays] for one in tried.testing.stories(tried.id)]
    assert len(ways) == 2 and ways[0] == ways[1] and len(ways[0]) == 5


def test_a_contact_that_is_not_marked_is_refused_with_a_sentence(tried: Tried) -> None:
    outsider = tried.alive.people[3]
    with pytest.raises(UserError) as caught:
        tried.testing.start(tried.id, [*tried.marked(), outsider])
    assert caught.value.code == "contact-not-test"
    assert "Name4" in explain(caught.value.code, caught.value.facts).text
    assert tried.testing.life(tried.id) is None and tried.testing.stories(tried.id) == ()
    with pytest.raises(UserError, match="contact-not-test"):
        tried.testing.start(tried.id, [10**9])
    with pytest.raises(UserError, match="test-without-contacts"):
        tried.testing.start(tried.id, [])
    tried.alive.later(days=1)
    assert tried.outbox() == []


def test_whoever_is_unmarked_meanwhile_never_comes_in(tried: Tried) -> None:
    assert [one.id for one in tried.testing.contacts()] == tried.marked()
    with tried.alive.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 0")
    assert tried.testing.contacts() == ()
    with pytest.raises(UserError, match="contact-not-test"):
        tried.testing.start(tried.id, tried.marked())


def test_a_test_reads_no_audience_and_listens_to_no_event(tried: Tried) -> None:
    tried.testing.start(tried.id, tried.marked()[:1])
    tried.alive.move()
    for one in tried.alive.people:
        with tried.alive.store.write() as conn:
            conn.execute(
                "INSERT INTO signals (kind, at, contact_id, text) VALUES ('event', ?, ?, 'signed_up')",
                (int(tried.alive.clock.now().timestamp() * 1000), one),
            )
    tried.alive.move()
    assert len(tried.testing.stories(tried.id)) == 1


def test_a_test_and_the_journey_itself_do_not_meet(tried: Tried) -> None:
    tried.studio.running.publish(tried.id)
    assert tried.alive.enter(tried.id, tried.marked()) == 2
    tried.testing.start(tried.id, tried.marked())
    tried.alive.move()
    tried.alive.later(seconds=10)
    assert len(tried.outbox()) == 2
    life = tried.studio.running.life(tried.id)
    assert life is not None and life.state == "running" and life.inside == 2
    assert sum(one.entered for one in tried.studio.running.numbers(tried.id).values()) == 4
    assert tried.testing.stop(tried.id) == 2
    assert {state for _, state, _ in tried.outbox()} == {"excluded"}
    life = tried.studio.running.life(tried.id)
    assert life is not None and life.inside == 2, "the journey itself goes on"
    tried.alive.later(days=7)
    assert [state for _, state, _ in tried.outbox()] == ["excluded", "excluded", "ready", "ready"]


def test_stopping_says_how_many_and_twice_is_nothing(tried: Tried) -> None:
    tried.testing.start(tried.id, tried.marked())
    tried.alive.move()
    tried.alive.later(seconds=10)
    assert tried.testing.stop(tried.id) == 2 and tried.testing.stop(tried.id) == 0
    tried.alive.later(days=30)
    assert {state for _, state, _ in tried.outbox()} == {"excluded"}
    assert {one.ending for one in tried.testing.stories(tried.id)} == {"stopped"}
    assert not tried.testing.runs(tried.id)


def test_another_test_ends_the_one_before_and_tests_the_draft_as_it_is_now(tried: Tried) -> None:
    tried.testing.start(tried.id, tried.marked())
    tried.alive.move()
    first = {one.run for one in tried.testing.stories(tried.id)}
    wait = step_of(tried.journey, "wait")
    tried.studio.journeys.save(ChangeStep(step=wait, disabled=True).apply(tried.journey))
    tried.testing.start(tried.id, tried.marked()[:1])
    tried.alive.move()
    (story,) = tried.testing.stories(tried.id)
    assert story.run not in first and [stay.port for stay in story.stays[:2]] == ["next", "next"]
    assert story.stays[1].reasons[0][0] == "disabled"
    assert len(tried.outbox()) == 1


def test_the_same_draft_is_kept_once(tried: Tried) -> None:
    for _ in range(3):
        tried.testing.start(tried.id, tried.marked())
        tried.alive.move()
    kept = [one for one in tried.studio.journeys.versions(tried.id) if one.kind == "kept"]
    assert [one.label for one in kept] == ["Tested"]


def test_errors_block_a_test_and_it_begins_where_one_likes(tried: Tried) -> None:
    broken = msgspec.structs.replace(tried.journey, links={})
    tried.studio.journeys.save(broken)
    with pytest.raises(Blocked):
        tried.testing.start(tried.id, tried.marked())
    tried.studio.journeys.save(tried.journey)
    with pytest.raises(UserError, match="test-entry-unknown"):
        tried.testing.start(tried.id, tried.marked(), entry=step_of(tried.journey, "wait"))
    entry = step_of(tried.journey, "event")
    tried.testing.start(tried.id, tried.marked(), entry=entry, event={"product": "tea"})
    tried.alive.move()
    assert {one.stays[0].step for one in tried.testing.stories(tried.id)} == {entry}


def test_neither_dates_nor_night_stand_in_the_way(tried: Tried) -> None:
    settings = {"starts": "2030-01-01T00:00", "quiet": "custom", "quiet_from": "00:00", "quiet_to": "23:59"}
    tried.studio.journeys.save(msgspec.structs.replace(tried.journey, settings=settings))
    tried.testing.start(tried.id, tried.marked())
    tried.alive.move()
    tried.alive.later(seconds=10)
    rows = tried.alive.store.rows("SELECT state, quiet FROM outbox")
    assert [tuple(row) for row in rows] == [("ready", "")] * 2


def test_the_log_says_why_and_holds_no_numbers(tried: Tried, tmp_path: Path) -> None:
    tried.testing.start(tried.id, tried.marked()[:1])
    tried.alive.move()
    tried.alive.later(seconds=10)
    tried.accept()
    tried.alive.later(seconds=10)
    file = tmp_path / "log.json"
    tried.testing.export(tried.id, file)
    text = file.read_text(encoding="utf-8")
    found = json.loads(text)
    assert (found["test"], found["state"], found["name"]) == (True, "done", "Welcome")
    (one,) = found["contacts"]
    assert one["ending"] == "end" and one["ended"] > one["entered"]
    assert [step["port"] for step in one["steps"]] == ["next", "next", "next", "next", ""]
    assert one["steps"][1]["codes"] == ["wait", "test-shortened", "waited"]
    assert any("a few seconds" in said for said in one["steps"][1]["why"])
    assert "+316" not in text and found == tried.testing.log(tried.id)
    with pytest.raises(WorldError):
        tried.testing.export(tried.id, tmp_path / "nowhere" / "log.json")


def test_a_journey_that_was_never_tested_has_an_empty_log(tried: Tried) -> None:
    assert tried.testing.log(tried.id)["contacts"] == [] and tried.testing.stop(tried.id) == 0
