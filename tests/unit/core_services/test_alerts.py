"""What happens to campaigns by itself is told once, in one list with the notices of journeys, until somebody saw it."""

from __future__ import annotations

import json

import pytest

from tests.fixtures.studio import T0, Workspace, add_people, later
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.services.alerts import Alerts
from whatsapp_studio.services.running.notices import Notices
from whatsapp_studio.services.sending import Brakes
from whatsapp_studio.storage.campaign_log import CampaignLog, note
from whatsapp_studio.storage.db import Store


@pytest.fixture
def campaign(rooms: Workspace) -> str:
    return rooms.outgoing.launch(add_people(rooms.store, 3), "Spring")


def happens(store: Store, campaign: str, code: str, minutes: int = 0, **facts: object) -> None:
    with store.write() as conn:
        note(conn, campaign, later(minutes=minutes), code, facts)


def test_it_is_worded_and_names_its_campaign(rooms: Workspace, campaign: str) -> None:
    happens(rooms.store, campaign, "too-many-failures", percent=31, most=20)
    (one,) = Alerts(rooms.store, rooms.told.append).unseen()
    assert (one.title, one.journey, one.campaign) == ("“Spring” waits for you.", "Spring", campaign)
    assert one.text.startswith("Too many of its latest messages failed. 31 % failed. It was paused")


def test_a_pause_at_the_limit_that_was_chosen_says_so(rooms: Workspace, campaign: str) -> None:
    happens(rooms.store, campaign, "messaging-limit", limit=250, paused=True)
    happens(rooms.store, campaign, "messaging-limit", limit=250, paused=False)
    rests, paused = Alerts(rooms.store, rooms.told.append).unseen()
    assert paused.title == "“Spring” waits for you." and "It is paused, as you chose." in paused.text
    assert rests.title == "“Spring” rests, and goes on by itself." and "paused" not in rests.text


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("start-skipped", "“Spring” was not sent."), ("turn-skipped", "“Spring” goes on with its next turn."),
        ("turn-without-people", "“Spring” goes on with its next turn."), ("turn-blocked", "“Spring” waits for you."),
        ("meta-132015", "“Spring” waits for you."),
    ],
)  # fmt: skip
def test_its_title_says_whether_a_person_is_needed(rooms: Workspace, campaign: str, code: str, title: str) -> None:
    happens(rooms.store, campaign, code, at="2026-03-03T09:00:00.000+00:00")
    (one,) = Alerts(rooms.store, rooms.told.append).unseen()
    assert one.title == title and one.text


def test_one_list_holds_what_journeys_and_campaigns_say_the_newest_first(rooms: Workspace, campaign: str) -> None:
    with rooms.store.write() as conn:
        conn.execute(
            "INSERT INTO effects (key, run_id, step, visit, kind, details, at) VALUES ('t', 0, '', 0, 'notify', ?, ?)",
            (json.dumps({"title": "Call Maria"}), round(later(minutes=5).timestamp() * 1000)),
        )
    happens(rooms.store, campaign, "messaging-limit", 1)
    happens(rooms.store, campaign, "wave-held", 9)
    notices = Notices(rooms.store, rooms.told.append)
    assert [one.code or one.title for one in notices.all()] == ["wave-held", "Call Maria", "messaging-limit"]
    assert (notices.count(), len(notices.all(2))) == (3, 2)

    rooms.told.clear()
    notices.put_away([notices.all()[0].key])
    assert notices.count() == 2 and rooms.told == [Changes(notices=True)]
    notices.put_away()
    assert notices.count() == 0
    rooms.told.clear()
    notices.put_away()
    assert rooms.told == []
    assert [one.seen for one in Alerts(rooms.store, rooms.told.append).of(campaign)] == [True, True]


def test_what_metas_refusals_stop_is_kept_with_the_campaign(rooms: Workspace, campaign: str) -> None:
    other = rooms.outgoing.launch(add_people(rooms.store, 2, first=20), "Autumn")
    brakes = Brakes(rooms.store, rooms.told.append, rooms.clock)  # type: ignore[arg-type]
    brakes.pause_campaign(campaign, "meta-132015")
    brakes.pause_campaign(campaign, "meta-132015")
    brakes.pause_all("meta-190")
    brakes.pause_all("meta-190")
    log = CampaignLog(rooms.store)
    assert [one.code for one in log.of(campaign)] == ["meta-132015"]
    assert [one.code for one in log.of(other)] == ["meta-190"]
    # That everything is paused is told once, for all of them.
    assert [one.code for one in log.unseen()] == ["meta-132015"]
    assert any(one.notices for one in rooms.told)
    brakes.resume_all()
    brakes.pause_all("by-you")
    rooms.outgoing.campaigns.move(campaign, ("paused",), "sending")
    brakes.pause_campaign(campaign, "by-you")
    assert len(log.of(other)) == len(log.of(campaign)) == 1


def test_the_log_goes_with_its_campaign(rooms: Workspace) -> None:
    made = rooms.outgoing.campaigns.add(Draft(name="Gone"), T0)
    happens(rooms.store, made.id, "wave-held")
    rooms.outgoing.campaigns.delete_draft(made.id)
    assert Alerts(rooms.store, rooms.told.append).count() == 0
