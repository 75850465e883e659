"""Shows that what goes wrong around a journey that runs is seen at its step, follows a path, and loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtWidgets import QLabel

from tests.fixtures.live_desk import OFFER, LiveDesk, live_desk
from tests.fixtures.living import step_of
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import add_people
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.events import Changes, tell_nobody
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.journeys.live_view import LiveView
from whatsapp_studio.services.running.entries import Entries
from whatsapp_studio.services.sending import Brakes
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.streams import resume_approved

__all__ = ["live_desk"]
BY_HAND: dict[str, dict[str, Any]] = {"in": {"source": "manual", "event": "signed_up"}}


def published(desk: LiveDesk, lines: Sequence[str], fields: dict[str, dict[str, Any]]) -> Journey:
    made = desk.studio.journeys.create("Odd")
    journey = msgspec.structs.replace(journey_of(*lines, fields={**BY_HAND, **fields}), id=made.id, name="Odd")
    desk.studio.journeys.save(journey)
    desk.studio.running.publish(journey.id)
    return journey


def opened(desk: LiveDesk, journey: Journey) -> LiveView:
    view = LiveView(desk.studio, journey.id)
    desk.show(view, heard=view.on_changes)
    desk.until(lambda: view.seen is not None)
    return view


def said(view: LiveView) -> str:
    return "\n".join(one.text() for one in view.overview.findChildren(QLabel))


def ways(desk: LiveDesk, journey: Journey) -> dict[tuple[str, str], int]:
    rows = desk.store.rows(
        "SELECT p.step, p.port, count(*) AS n FROM passes p JOIN runs r ON r.id = p.run_id WHERE r.journey_id = ?"
        " GROUP BY 1, 2",
        (journey.id,),
    )
    return {(row["step"], row["port"]): row["n"] for row in rows}


def test_an_empty_audience_is_told_and_the_journey_goes_on_waiting(live_desk: LiveDesk) -> None:
    vip = ListStore(live_desk.store).create("Vip", "2026-03-03").id
    journey = published(
        live_desk, ("in audience next=day", "day wait next=out", "out end"),
        {"in": {"audience": {"kind": "list", "list": "Vip"}, "when": "recurring", "at": "2026-03-03T10:00",
                "repeat": {"every": 1, "unit": "days", "weekdays": [], "until": ""}}},
    )  # fmt: skip
    entries = Entries(live_desk.store, live_desk.plans, live_desk.told.append)

    def tomorrow() -> None:
        live_desk.later(days=1)
        while entries.step(live_desk.clock.now()):
            pass
        live_desk.move()

    tomorrow()
    view = opened(live_desk, journey)

    assert "Its audience was read, and nobody was found." in said(view)
    assert view.scene.steps["in"].badge == "warning"
    assert view.head.pill.text() == "Running · 0 inside"
    ListStore(live_desk.store).add(vip, live_desk.people)
    tomorrow()
    view.reader.look_well()
    live_desk.until(lambda: view.head.pill.text() == "Running · 6 inside")
    live_desk.until(lambda: view.scene.steps["in"].badge is None)


def test_ten_thousand_who_wait_for_a_template_that_is_paused_stay_and_leave_when_it_is_back(
    live_desk: LiveDesk,
) -> None:
    made = live_desk.published(OFFER, name="Offer")
    ids = add_people(live_desk.store, 10_000, first=100)
    assert live_desk.enter(made.id, ids) == 10_000
    outbox = OutboxStore(live_desk.store)
    (stream,) = [row["id"] for row in live_desk.store.rows("SELECT id FROM campaigns WHERE kind = 'stream'")]
    Brakes(live_desk.store, tell_nobody).pause_campaign(stream, "meta-132015")
    view = opened(live_desk, made)
    step = step_of(made, "send_template")

    assert "10,000 messages of this step are held back" in said(view)
    assert view.scene.steps[step].badge == "warning"
    assert view.head.pill.text() == "Running · 10,000 inside"
    assert outbox.claim(100, live_desk.clock.now())[0] == []
    live_desk.later(hours=2)
    assert live_desk.store.value("SELECT count(*) FROM outbox WHERE state = 'ready'") == 10_000

    with live_desk.store.write() as conn:
        assert resume_approved(conn, {("spring_offer", "nl")}) == 1
    view.on_changes(Changes(sending=True))
    live_desk.until(lambda: view.scene.steps[step].badge is None)
    left = [one.key for one in outbox.claim(20_000, live_desk.clock.now())[0]]
    assert len(left) == len(set(left)) == 10_000
    with live_desk.store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'accepted', settled_at = ? WHERE state = 'sending'",
            (iso(live_desk.clock.now()),),
        )
    live_desk.move()
    assert ways(live_desk, made)[step, "next"] == 10_000
    check_tallies(live_desk.store)


def test_a_field_that_was_deleted_from_under_a_condition_leads_to_other_and_is_seen(live_desk: LiveDesk) -> None:
    live_desk.studio.contacts.add_field(CustomField(name="city", label="City", kind="text"))
    keep = ContactStore(live_desk.store)
    for one in live_desk.people[:2]:
        person = keep.get(one)
        assert person is not None
        keep.write(msgspec.structs.replace(person, fields={"city": "Delft"}), iso(live_desk.clock.now()))
    rule = {"field": "contact.city", "op": "is", "value": "Delft"}
    journey = published(
        live_desk, ("in event next=which", "which condition p0=here other=there", "here wait next=out",
                    "there wait next=out", "out end"),
        {"which": {"by": "rules", "rules": [{"id": "p0", "name": "Delft", "rule": rule}]}},
    )  # fmt: skip
    live_desk.enter(journey.id, live_desk.people[:3])
    assert ways(live_desk, journey)["which", "p0"] == 2
    view = opened(live_desk, journey)
    assert view.scene.steps["which"].badge is None

    with live_desk.store.write() as conn:
        conn.execute("DELETE FROM fields WHERE name = 'city'")
    live_desk.plans.on_changes(Changes(contacts=True))
    live_desk.enter(journey.id, live_desk.people[3:])
    view.reader.look_well()

    live_desk.until(lambda: view.scene.steps["which"].badge == "warning")
    assert "city" in said(view)
    assert ways(live_desk, journey)["which", "other"] == 4
    life = live_desk.studio.running.life(journey.id)
    assert life is not None and life.inside == 6, "nobody is lost"


def test_a_request_that_hangs_times_out_on_its_own_path_and_is_seen(live_desk: LiveDesk) -> None:
    journey = published(
        live_desk, ("in event next=ask", "ask call_url next=good failed=bad timeout=slow", "good end", "bad end",
                    "slow wait next=out", "out end"),
        {"ask": {"url": "https://example.com/hangs", "seconds": 10}},
    )  # fmt: skip
    live_desk.enter(journey.id, live_desk.people)
    live_desk.later(seconds=11)
    view = opened(live_desk, journey)

    assert ways(live_desk, journey)["ask", "timeout"] == 6
    assert view.scene.steps["ask"].badge == "warning"
    assert "6 requests to another system had no answer in time." in said(view)
    assert view.head.pill.text() == "Running · 6 inside"


def test_a_list_that_was_deleted_changes_nothing_and_is_seen(live_desk: LiveDesk) -> None:
    lists = ListStore(live_desk.store)
    vip = lists.create("Vip", "2026-03-03").id
    journey = published(
        live_desk, ("in event next=add", "add list_member next=day", "day wait next=out", "out end"),
        {"add": {"list": "Vip"}},
    )  # fmt: skip
    lists.delete(vip)
    live_desk.plans.on_changes(Changes(lists=True))
    live_desk.enter(journey.id, live_desk.people)
    view = opened(live_desk, journey)

    assert ways(live_desk, journey)["add", "next"] == 6
    assert view.scene.steps["add"].badge == "warning"
    assert "Vip" in said(view)


def test_a_contact_that_was_deleted_leaves_and_the_others_go_on(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    with live_desk.store.write() as conn:
        conn.execute("DELETE FROM contacts WHERE id = ?", (live_desk.people[2],))
    live_desk.later(days=1, minutes=1)
    view = opened(live_desk, live_desk.journey)

    told = live_desk.store.value("SELECT count(*) FROM effects WHERE kind = 'notify'")
    assert told == 5
    gone = live_desk.store.rows("SELECT contact_id FROM runs WHERE ending = 'gone'")
    assert [row[0] for row in gone] == [live_desk.people[2]]
    wait = step_of(live_desk.journey, "wait")
    assert view.counters.cards[wait], "its numbers are still there"
    check_tallies(live_desk.store)
