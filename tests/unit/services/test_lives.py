"""Decides that a journey starts, pauses, closes, stops and changes as it says, and that nobody gets lost in it."""

from __future__ import annotations

import sqlite3

import pytest

from tests.fixtures.living import A_DAY, BEGIN, Alive, alive, line, step_of
from tests.fixtures.studio import offer
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.edits import AddStep, ChangeStep, Disconnect, SetFields, SetSettings
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.living import Life, Place
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.services.running.events import Events
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.templates import TemplateRows

__all__ = ["alive"]


def life(alive: Alive, journey: Journey) -> Life:
    found = alive.studio.running.life(journey.id)
    assert found is not None
    return found


def codes(alive: Alive, journey: Journey) -> list[str]:
    return [one.code for one in alive.studio.running.watch.log(journey.id)]


def longer(journey: Journey, days: int = 3) -> Journey:
    wait = step_of(journey, "wait")
    return SetFields(step=wait, fields={"duration": {"amount": days, "unit": "days"}}).apply(journey)


def test_a_journey_that_was_never_published_does_not_run(alive: Alive) -> None:
    made = line(alive.studio.journeys.create("Draft"))
    alive.studio.journeys.save(made)

    assert alive.studio.running.life(made.id) is None
    assert alive.studio.running.lives() == {}
    assert alive.studio.running.numbers(made.id) == {}
    assert alive.studio.running.impact(made.id).first
    for act in (alive.studio.running.pause, alive.studio.running.close, alive.studio.running.stop):
        with pytest.raises(UserError) as caught:
            act(made.id)
        assert caught.value.code == "journey-never-ran"
    with pytest.raises(UserError, match="journey-not-resumable"):
        alive.studio.running.resume(made.id)


def test_publishing_lets_contacts_in_and_is_told(alive: Alive) -> None:
    made = alive.published(time_zone="Asia/Tokyo")

    found = life(alive, made)
    assert (found.state, found.inside, len(found.editions)) == ("running", 0, 1)
    assert (found.edition.publication, found.edition.zone, found.edition.open) == (1, "Asia/Tokyo", True)
    assert alive.enter(made.id, alive.people) == 5
    assert life(alive, made).inside == 5
    assert codes(alive, made) == ["published"]
    assert any(made.id in one.runs and made.id in one.journeys for one in alive.told)


def test_a_journey_without_a_zone_keeps_that_of_the_workspace(alive: Alive) -> None:
    made = alive.published()

    assert life(alive, made).edition.zone == alive.studio.journeys.surroundings().time_zone


def test_publishing_the_same_again_changes_nothing(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    before = life(alive, made)

    assert alive.studio.running.impact(made.id).same
    assert alive.studio.running.publish(made.id).publication == 1
    assert life(alive, made) == before
    assert codes(alive, made) == ["published"]


def test_a_new_version_lets_in_and_those_inside_finish_theirs(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people[:3])
    alive.studio.journeys.save(longer(made))

    impact = alive.studio.running.impact(made.id)
    assert (impact.first, impact.same, impact.next_publication) == (False, False, 2)
    assert [(one.publication, one.inside) for one in impact.inside] == [(1, 3)]
    assert impact.standing == ((1, "Wait 1 day", 3),)
    assert impact.amends, "a longer wait could be applied to those inside, too"

    assert alive.studio.running.publish(made.id).publication == 2
    assert alive.enter(made.id, alive.people[3:]) == 2
    found = life(alive, made)
    assert [(one.publication, one.inside, one.open) for one in found.editions] == [(2, 2, True), (1, 3, False)]
    alive.later(days=1, minutes=1)
    assert [(one.publication, one.inside) for one in life(alive, made).editions] == [(2, 2), (1, 0)]
    alive.later(days=2)
    assert life(alive, made).inside == 0


def test_what_cannot_be_published_leaves_what_runs(alive: Alive) -> None:
    made = alive.published()
    alive.studio.journeys.save(AddStep(step=new_step("send_template"), place=(300, 0)).apply(made))
    before = life(alive, made)

    with pytest.raises(UserError, match="blocked"):
        alive.studio.running.publish(made.id)
    assert life(alive, made) == before


def test_the_version_and_the_plan_come_together_or_not_at_all(alive: Alive, monkeypatch: pytest.MonkeyPatch) -> None:
    made = line(alive.studio.journeys.create("Half"))
    alive.studio.journeys.save(made)

    def fails(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr("whatsapp_studio.storage.lives.LifeStore.begin", staticmethod(fails))
    with pytest.raises(sqlite3.OperationalError):
        alive.studio.running.publish(made.id)
    monkeypatch.undo()
    assert alive.studio.running.life(made.id) is None
    assert alive.studio.journeys.published(made.id) is None


@pytest.mark.parametrize("how", ["hold", "discard"])
def test_while_paused_nobody_goes_on(alive: Alive, how: str) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    alive.studio.running.pause(made.id, "discard" if how == "discard" else "hold")

    assert (life(alive, made).state, life(alive, made).pause) == ("paused", how)
    alive.later(days=2)
    found = life(alive, made)
    if how == "hold":
        assert found.inside == 5
        alive.studio.running.resume(made.id)
        alive.move()
        assert alive.studio.running.numbers(made.id)[step_of(made, "end")].over == 5
    else:
        assert found.inside == 0
        assert alive.studio.running.numbers(made.id)[step_of(made, "wait")].ended == {"discarded": 5}
        alive.studio.running.resume(made.id)
    assert life(alive, made).state == "running"
    assert codes(alive, made)[:2] == ["resumed", f"paused-{how}"]


def ready(alive: Alive) -> int:
    found = alive.store.value("SELECT count(*) FROM outbox WHERE state = 'ready'")
    assert isinstance(found, int)
    return found


@pytest.fixture
def offered(alive: Alive) -> Journey:
    """Five messages of a journey wait in the outbox; WhatsApp has not got any."""
    TemplateRows(alive.store).replace_all([offer("Hi {{1}}, spring is here")], BEGIN)
    alive.plans.on_changes(Changes(templates=True))
    mapping = {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you"}}
    message = {"template": {"name": "spring_offer", "language": "nl"}, "mapping": mapping}
    made = alive.published(("send_template", message))
    alive.enter(made.id, alive.people)
    assert ready(alive) == 5
    return made


def test_while_held_no_message_leaves_and_all_do_after(alive: Alive, offered: Journey) -> None:
    outbox = OutboxStore(alive.store)
    (given,), _ = outbox.claim(1, alive.clock.now())
    alive.studio.running.pause(offered.id)

    assert outbox.claim(100, alive.clock.now())[0] == []
    alive.studio.running.resume(offered.id)
    left = {one.key for one in outbox.claim(100, alive.clock.now())[0]}
    assert len(left) == 4 and given.key not in left


def test_whoever_waits_for_a_message_is_discarded_with_it(alive: Alive, offered: Journey) -> None:
    outbox = OutboxStore(alive.store)
    (given,), _ = outbox.claim(1, alive.clock.now())
    alive.studio.running.pause(offered.id, "discard")

    found = life(alive, offered)
    assert (ready(alive), found.inside) == (0, 1), "the one WhatsApp may have already stays"
    assert alive.studio.running.watch.log(offered.id)[0].facts == {"inside": 5, "discarded": 4}
    alive.studio.running.resume(offered.id)
    assert outbox.claim(100, alive.clock.now())[0] == []
    assert given.contact in {one.contact for one in alive.studio.running.watch.people(
        Place(plan=found.editions[0].plan, what="inside")
    )}  # fmt: skip


def test_stop_sends_nothing_more(alive: Alive, offered: Journey) -> None:
    assert alive.studio.running.stop(offered.id) == 5
    assert ready(alive) == 0 and OutboxStore(alive.store).claim(100, alive.clock.now())[0] == []
    assert alive.studio.running.watch.log(offered.id)[0].facts == {"inside": 5, "messages": 5}


def test_a_paused_journey_is_not_paused_again_nor_resumed_twice(alive: Alive) -> None:
    made = alive.published()
    alive.studio.running.pause(made.id)

    with pytest.raises(UserError, match="journey-not-pausable"):
        alive.studio.running.pause(made.id)
    alive.studio.running.resume(made.id)
    with pytest.raises(UserError, match="journey-not-resumable"):
        alive.studio.running.resume(made.id)


def test_a_new_version_of_a_paused_journey_waits_too(alive: Alive) -> None:
    made = alive.published()
    alive.studio.running.pause(made.id)
    alive.studio.journeys.save(longer(made))

    alive.studio.running.publish(made.id)
    assert (life(alive, made).state, life(alive, made).edition.publication) == ("paused", 2)
    alive.studio.running.resume(made.id)
    assert life(alive, made).state == "running"


def test_a_closed_journey_lets_nobody_in_and_is_done_when_nobody_is_inside(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people[:2])
    alive.studio.running.close(made.id)

    assert life(alive, made).state == "closed"
    assert alive.enter(made.id, alive.people[2:]) == 0
    with pytest.raises(UserError, match="journey-not-closable"):
        alive.studio.running.close(made.id)
    alive.later(days=1, minutes=1)
    assert life(alive, made).state == "done"
    assert alive.studio.running.impact(made.id).first
    with pytest.raises(UserError, match="journey-not-pausable"):
        alive.studio.running.pause(made.id)


def test_a_closed_journey_with_nobody_inside_is_done_at_once(alive: Alive) -> None:
    made = alive.published()
    alive.studio.running.close(made.id)

    assert life(alive, made).state == "done"
    assert codes(alive, made)[:2] == ["done", "closed"]


@pytest.mark.parametrize("by", ["resume", "publish"])
def test_a_closed_journey_opens_again_on_the_same_plan(alive: Alive, by: str) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people[:2])
    alive.studio.running.close(made.id)

    (alive.studio.running.resume if by == "resume" else alive.studio.running.publish)(made.id)
    assert life(alive, made).state == "running"
    assert len(life(alive, made).editions) == 1
    assert codes(alive, made)[0] == "reopened"
    assert alive.enter(made.id, alive.people[2:]) == 3


def test_a_paused_journey_that_is_closed_is_closed_when_it_goes_on(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    alive.studio.running.pause(made.id)
    alive.studio.running.close(made.id)

    assert life(alive, made).state == "paused"
    assert not life(alive, made).editions[0].open
    alive.studio.running.resume(made.id)
    assert life(alive, made).state == "closed"


def test_a_closed_journey_that_is_paused_stays_closed(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    alive.studio.running.close(made.id)
    alive.studio.running.pause(made.id)
    alive.studio.running.resume(made.id)

    assert life(alive, made).state == "closed"


def test_stop_ends_it_for_everybody_and_keeps_who_was_inside(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)

    assert alive.studio.running.stop(made.id) == 5
    found = life(alive, made)
    assert (found.state, found.inside) == ("stopped", 0)
    numbers = alive.studio.running.numbers(made.id)[step_of(made, "wait")]
    assert (numbers.waiting, numbers.ended) == (0, {"stopped": 5})
    watch = alive.studio.running.watch
    who = watch.people(watch.stopped(found.editions[0]))
    assert [one.contact for one in who] == alive.people
    assert {one.ending for one in who} == {"stopped"}
    assert watch.log(made.id)[0].facts == {"inside": 5, "messages": 0}
    alive.later(days=30)
    assert alive.studio.running.numbers(made.id).get(step_of(made, "end")) is None
    with pytest.raises(UserError, match="journey-not-stoppable"):
        alive.studio.running.stop(made.id)


def test_a_stopped_journey_begins_anew_when_it_is_published(alive: Alive) -> None:
    made = alive.published(reentry="after_end")
    alive.enter(made.id, alive.people)
    alive.studio.running.stop(made.id)

    assert alive.studio.running.impact(made.id).first
    alive.studio.running.publish(made.id)
    assert life(alive, made).state == "running"
    assert alive.enter(made.id, alive.people) == 5


def test_a_safe_change_counts_for_those_who_have_not_come_to_it(alive: Alive) -> None:
    made = alive.published(("wait", A_DAY), ("notify", {"title": "Old", "text": "words"}))
    alive.enter(made.id, alive.people)
    notify = step_of(made, "notify")
    alive.studio.journeys.save(SetFields(step=notify, fields={"title": "New"}).apply(made))

    changed = alive.studio.running.amendment(made.id)
    assert changed.any and not changed.structural
    assert [(one.step, one.ahead, one.here) for one in changed.touched] == [(notify, 5, 0)]
    version = alive.studio.running.amend(made.id)
    assert version.publication == 2
    found = life(alive, made)
    assert [(one.publication, one.inside, one.open) for one in found.editions] == [(2, 5, True)]
    (told, _) = alive.studio.running.watch.log(made.id)
    assert told.code == "amended"
    assert told.facts["publication"] == 2
    assert told.facts["ahead"] == 5
    alive.later(days=1, minutes=1)
    titles = alive.store.rows("SELECT details FROM effects")
    assert len(titles) == 5 and all("New" in row["details"] for row in titles)


def test_a_changed_wait_leaves_those_who_wait_already(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people[:2])
    alive.studio.journeys.save(longer(made))
    assert [(one.ahead, one.here) for one in alive.studio.running.amendment(made.id).touched] == [(0, 2)]

    alive.studio.running.amend(made.id)
    alive.enter(made.id, alive.people[2:])
    alive.later(days=1, minutes=1)
    assert life(alive, made).inside == 3


def test_a_rule_to_leave_that_is_added_counts_for_those_inside(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    exits = {"exits": [{"id": "bought", "name": "Bought", "on": "event", "event": "bought"}]}
    alive.studio.journeys.save(SetSettings(fields=exits).apply(made))

    alive.studio.running.amend(made.id)
    Events(alive.store, alive.plans, alive.clock, lambda: None).fire("bought", alive.people[0])
    alive.move()
    assert life(alive, made).inside == 4
    assert alive.studio.running.watch.where(alive.people[0])[0].ending == "exit"


def test_a_name_alone_is_applied_too(alive: Alive) -> None:
    made = alive.published()
    alive.studio.journeys.rename(made.id, "Better name")

    assert alive.studio.running.impact(made.id).same
    alive.studio.running.amend(made.id)
    assert alive.studio.running.journey_of(life(alive, made).edition).name == "Better name"


def test_what_is_structural_is_not_applied_to_what_runs(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    loose = Disconnect(links=frozenset({link_id(step_of(made, "wait"), "next")})).apply(made)
    alive.studio.journeys.save(loose)

    assert not alive.studio.running.impact(made.id).amends
    with pytest.raises(UserError, match="amend-structural"):
        alive.studio.running.amend(made.id)
    assert life(alive, made).edition.publication == 1


def test_what_is_changed_between_the_question_and_the_answer_is_not_applied(
    alive: Alive, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people)
    alive.studio.journeys.save(longer(made))
    seen = alive.studio.running.amendment(made.id)
    alive.studio.journeys.save(ChangeStep(step=step_of(made, "wait"), disabled=True).apply(made))
    monkeypatch.setattr(alive.studio.running, "amendment", lambda _id: seen)

    with pytest.raises(UserError, match="amend-structural"):
        alive.studio.running.amend(made.id)
    assert life(alive, made).edition.publication == 1
    monkeypatch.undo()
    alive.studio.journeys.save(longer(made))
    monkeypatch.setattr(alive.studio.running, "amendment", lambda _id: seen)
    alive.studio.journeys.save(longer(made, days=9))
    assert alive.studio.running.amend(made.id).publication == 2


def test_without_a_difference_there_is_nothing_to_apply(alive: Alive) -> None:
    made = alive.published()

    assert not alive.studio.running.amendment(made.id).any
    with pytest.raises(UserError, match="amend-structural"):
        alive.studio.running.amend(made.id)


def test_a_journey_that_runs_is_not_deleted(alive: Alive) -> None:
    made = alive.published()

    with pytest.raises(UserError, match="journey-runs"):
        alive.studio.journeys.delete(made.id)
    alive.studio.running.stop(made.id)
    alive.studio.journeys.delete(made.id)
    assert alive.studio.running.lives() == {}


def test_changes_are_told_for_the_journey_and_its_runs(alive: Alive) -> None:
    made = alive.published()
    alive.told.clear()

    alive.studio.running.pause(made.id)
    assert Changes(runs=frozenset({made.id}), journeys=frozenset({made.id}), sending=True) in alive.told


def test_the_numbers_of_one_version_and_of_all(alive: Alive) -> None:
    made = alive.published()
    alive.enter(made.id, alive.people[:2])
    alive.studio.journeys.save(longer(made))
    alive.studio.running.publish(made.id)
    alive.enter(made.id, alive.people[2:])
    wait, found = step_of(made, "wait"), life(alive, made)

    running = alive.studio.running
    assert running.numbers(made.id)[wait].waiting == 5
    assert running.numbers(made.id, found.editions[0])[wait].waiting == 3
    assert running.numbers(made.id, found.editions[1])[wait].entered == 2
    assert len(running.watch.keys(Place(plan=found.editions[1].plan, step=wait))) == 2


@pytest.mark.parametrize(
    ("audience", "n"),
    [
        ({"kind": "all"}, 5),
        ({"kind": "list", "list": "Regulars"}, 2),
        ({"kind": "list", "list": "Gone"}, None),
        ({"kind": "rule", "rule": None}, None),
    ],
)
def test_publishing_says_how_many_are_in_its_audience(alive: Alive, audience: dict[str, object], n: int | None) -> None:
    regulars = alive.studio.contacts.create_list("Regulars").id
    alive.studio.contacts.add_to_list(regulars, alive.people[:2])
    made = alive.studio.journeys.create("Read")
    entry = new_step("audience", {"audience": audience})
    alive.studio.journeys.save(AddStep(step=entry, place=(0, 0)).apply(made))

    assert alive.studio.running.impact(made.id).audiences == ({} if n is None else {entry.id: n})
