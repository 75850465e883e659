"""Decides what a person can ask of campaigns: drafts, numbers before sending, the launch and what may follow it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import NUMBER, T0, Workspace, add_people, later, offer, phone_of
from whatsapp_studio.base.errors import Blocked, StudioError, UserError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.draft import Audience, Draft, Mapping, Schedule
from whatsapp_studio.delivery.outcome import Accepted, Unsure
from whatsapp_studio.storage import enclosures
from whatsapp_studio.templates.template import content_hash

DRAFT = Draft(
    name="Spring", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
    mapping={"body.1": Mapping(expression="{{ contact.first_name }}")}, step="review",
)  # fmt: skip


def draft(**changed: Any) -> Draft:
    return msgspec.structs.replace(DRAFT, **changed)


def code_of(call: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(StudioError) as caught:
        call(*args, **named)
    return caught.value.code


def blockers(call: Any, *args: Any, **named: Any) -> list[str]:
    with pytest.raises(Blocked) as caught:
        call(*args, **named)
    return [one.code for one in caught.value.problems]


def launched(rooms: Workspace, people: int = 3, **changed: Any) -> str:
    add_people(rooms.store, people)
    campaign = rooms.campaigns.create(draft(**changed))
    return rooms.campaigns.launch(campaign.id, typed_count=people, hold_seconds=0).id


def test_a_draft_is_made_kept_copied_and_deleted(rooms: Workspace, clock: SettableClock) -> None:
    made = rooms.campaigns.create(draft(schedule=Schedule("at", "2026-12-01T09:00", "Europe/Amsterdam")))
    clock.forward(minutes=5)
    saved = rooms.campaigns.save(made.id, draft(name="Spring sale", rate=5, accepted_warnings=("takes-long",)))
    copy = rooms.campaigns.duplicate(made.id)
    second = rooms.campaigns.duplicate(made.id)

    assert (saved.name, saved.updated_at) == ("Spring sale", later(minutes=5))
    assert (copy.name, second.name) == ("Spring sale 2", "Spring sale 3")
    assert copy.draft == draft(name="Spring sale 2", rate=5, step="purpose")
    assert [one.name for one in rooms.campaigns.all()] == ["Spring sale 3", "Spring sale 2", "Spring sale"]
    assert rooms.campaigns.by_name("spring SALE 2") == copy
    rooms.campaigns.delete(copy.id)
    assert code_of(rooms.campaigns.get, copy.id) == "campaign-unknown"
    assert {one for told in rooms.told for one in told.campaigns} == {made.id, copy.id, second.id}


def test_an_incomplete_draft_is_kept_as_it_is(rooms: Workspace) -> None:
    made = rooms.campaigns.create(Draft(name="Half"))

    assert rooms.campaigns.get(made.id).draft == Draft(name="Half")
    assert {one.code for one in rooms.campaigns.problems(made.draft)} == {"sender-missing", "template-missing"}


def test_a_copy_of_a_launched_campaign_is_a_draft(rooms: Workspace) -> None:
    copy = rooms.campaigns.duplicate(launched(rooms))

    assert (copy.state, copy.counts.total, copy.launched_at) == ("draft", 0, None)


def test_everybody_is_counted_with_the_reason_why_not(rooms: Workspace) -> None:
    add_people(rooms.store, 4)
    add_people(rooms.store, 2, first=10, marketing="unknown")
    add_people(rooms.store, 1, first=20, country="US")
    rooms.contacts.block([phone_of(1)], "by-hand", "test")
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = '' WHERE phone = ?", (phone_of(2),))
        conn.execute("UPDATE contacts SET phone = '+12125550100' WHERE country = 'US'")

    count = rooms.campaigns.count(DRAFT)

    assert (count.total, count.reachable) == (7, 2)
    assert count.excluded == {"no-consent": 2, "suppressed": 1, "us-marketing": 1, "value-empty": 1}
    for reason, n in count.excluded.items():
        assert len(rooms.campaigns.people(DRAFT, reason)) == n
    assert [one.phone for one in rooms.campaigns.people(DRAFT, None)] == [phone_of(3), phone_of(4)]
    assert len(rooms.campaigns.people(DRAFT, None, limit=1)) == 1
    assert rooms.campaigns.why_not(DRAFT, rooms.campaigns.people(DRAFT, "us-marketing")[0]) == "us-marketing"


def test_a_list_is_an_audience_and_a_lost_one_a_problem(rooms: Workspace) -> None:
    ids = add_people(rooms.store, 5)
    made = rooms.contacts.create_list("Members")
    rooms.contacts.add_to_list(made.id, ids[:2])
    chosen = draft(audience=Audience("list", made.id))

    assert rooms.campaigns.count(chosen).total == 2
    assert rooms.campaigns.problems(chosen) == ()
    rooms.contacts.delete_list(made.id)
    assert [one.code for one in rooms.campaigns.problems(chosen)] == ["list-missing"]


class Cancels(Progress):
    def report(self, done: int, total: int | None = None) -> None:
        self.seen = (done, total)

    def cancelled(self) -> bool:
        return True


def test_counting_and_launching_can_be_cancelled(rooms: Workspace) -> None:
    add_people(rooms.store, 3)
    watcher = Cancels()
    campaign = rooms.campaigns.create(DRAFT)

    with pytest.raises(Cancelled):
        rooms.campaigns.count(DRAFT, watcher)
    with pytest.raises(Cancelled):
        rooms.campaigns.launch(campaign.id, typed_count=None, progress=watcher)

    assert watcher.seen == (3, 3)
    assert rooms.campaigns.get(campaign.id).state == "draft"
    assert rooms.outgoing.states(campaign.id) == []


def test_a_preview_shows_the_message_and_what_stands_in_its_way(rooms: Workspace) -> None:
    add_people(rooms.store, 1)
    add_people(rooms.store, 1, first=2, marketing="unknown")
    one, two = rooms.contacts.get_many([1, 2])

    def shown(chosen: Draft, person: Any) -> tuple[str, str]:
        bubble, problem = rooms.campaigns.preview(chosen, person)
        return repr(bubble), problem.code if problem else ""

    assert "Name1" in shown(DRAFT, one)[0] and shown(DRAFT, one)[1] == ""
    assert "Name2" in shown(DRAFT, two)[0] and shown(DRAFT, two)[1] == "no-consent"
    assert shown(draft(mapping={}), one)[1] == "place-unmapped"
    assert shown(draft(mapping={"body.1": Mapping("{{ contact.language }}")}), one)[1] == "value-empty"
    assert rooms.campaigns.preview(draft(template=""), one) == (None, None)


def test_the_review_says_how_long_it_takes_and_what_to_know(rooms: Workspace, clock: SettableClock) -> None:
    add_people(rooms.store, 30)
    rooms.connect(limit="TIER_250")
    rooms.receiving = False
    rooms.settings.type_count_above = 29

    review = rooms.campaigns.review(draft(rate=10))

    assert review.problems == ()
    assert [one.code for one in review.warnings] == ["no-receiver"]
    assert review.rate == 10
    # The last of thirty leaves when 29 have had their tenth of a second.
    assert review.seconds == pytest.approx(2.9)
    assert review.must_type_count
    assert review.starts_at is None
    later_on = rooms.campaigns.review(draft(schedule=Schedule("at", "2026-03-04T09:00", "Europe/Amsterdam")))
    assert later_on.starts_at == later(hours=23)


def test_the_rate_is_the_campaigns_the_workspaces_or_metas(rooms: Workspace) -> None:
    rooms.settings.messages_per_second = 50
    assert rooms.campaigns.rate(DRAFT) == pytest.approx(50)
    assert rooms.campaigns.rate(draft(rate=500)) == pytest.approx(80 * 0.97)
    rooms.connect(throughput="HIGH")
    assert rooms.campaigns.rate(draft(rate=500)) == pytest.approx(500)


def test_a_launch_queues_the_reachable_and_wakes_the_sender(rooms: Workspace) -> None:
    add_people(rooms.store, 2, marketing="unknown", first=50)
    campaign = launched(rooms)

    kept = rooms.campaigns.get(campaign)
    assert (kept.state, kept.counts.queued, kept.counts.excluded) == ("sending", 3, 2)
    assert kept.held_until is None
    assert rooms.woken == 1
    assert rooms.told[-1].campaigns == {campaign} and rooms.told[-1].sending
    assert rooms.outgoing.claim_one().values == {"body.1": "Name1"}


def test_the_undo_window_holds_and_undo_brings_the_draft_back(rooms: Workspace) -> None:
    add_people(rooms.store, 1)
    campaign = rooms.campaigns.create(DRAFT).id
    rooms.settings.undo_seconds = 25
    assert rooms.campaigns.launch(campaign, typed_count=None).held_until == later(seconds=25)

    undone = rooms.campaigns.undo_launch(campaign)

    assert (undone.state, undone.draft) == ("draft", DRAFT)
    again = rooms.campaigns.launch(campaign, typed_count=None, hold_seconds=0)
    assert again.held_until is None
    rooms.outgoing.claim()
    assert code_of(rooms.campaigns.undo_launch, campaign) == "already-left"


def test_a_second_launch_changes_nothing(rooms: Workspace) -> None:
    campaign = launched(rooms)
    before = rooms.store.rows("SELECT * FROM outbox")

    assert code_of(rooms.campaigns.launch, campaign, typed_count=3) == "campaign-not-a-draft"

    assert [tuple(row) for row in rooms.store.rows("SELECT * FROM outbox")] == [tuple(row) for row in before]


def test_a_scheduled_launch_waits_without_an_undo_window(rooms: Workspace) -> None:
    campaign = launched(rooms, schedule=Schedule("at", "2026-03-29T02:30", "Europe/Amsterdam"))

    kept = rooms.campaigns.get(campaign)
    assert (kept.state, kept.held_until) == ("scheduled", None)
    assert kept.starts_at is not None
    assert kept.starts_at.isoformat() == "2026-03-29T01:00:00+00:00"


def test_a_large_audience_is_typed_first(rooms: Workspace) -> None:
    add_people(rooms.store, 5)
    rooms.settings.type_count_above = 4
    campaign = rooms.campaigns.create(DRAFT).id

    for typed in (None, 4, 6, 0):
        assert blockers(rooms.campaigns.launch, campaign, typed_count=typed) == ["count-not-typed"]
    assert rooms.campaigns.get(campaign).state == "draft"
    assert rooms.campaigns.launch(campaign, typed_count=5).counts.queued == 5


def test_a_template_that_changed_since_it_was_chosen_blocks_the_launch(rooms: Workspace) -> None:
    add_people(rooms.store, 1)
    campaign = rooms.campaigns.create(DRAFT).id
    rooms.keep_templates(offer("Hello {{1}}, something else"))
    assert blockers(rooms.campaigns.launch, campaign, typed_count=None) == ["template-changed"]
    rooms.keep_templates(offer(status="PAUSED"))
    assert blockers(rooms.campaigns.launch, campaign, typed_count=None) == ["template-not-approved"]
    rooms.keep_templates()
    assert blockers(rooms.campaigns.launch, campaign, typed_count=None) == ["template-gone"]
    assert rooms.outgoing.states(campaign) == []


def test_nobody_to_reach_blocks_the_launch(rooms: Workspace) -> None:
    campaign = rooms.campaigns.create(DRAFT).id
    assert blockers(rooms.campaigns.launch, campaign, typed_count=None) == ["audience-empty"]
    add_people(rooms.store, 2, marketing="no")
    assert blockers(rooms.campaigns.launch, campaign, typed_count=None) == ["nobody-reachable"]


def test_an_empty_value_can_block_instead_of_leaving_out(rooms: Workspace) -> None:
    add_people(rooms.store, 2)
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = '' WHERE id = 1")
    name = "{{ contact.first_name }}"
    campaign = rooms.campaigns.create(draft(mapping={"body.1": Mapping(name, if_empty="block")})).id

    assert blockers(rooms.campaigns.launch, campaign, typed_count=None) == ["value-blocks"]
    rooms.campaigns.save(campaign, draft(mapping={"body.1": Mapping(name, fallback="there", if_empty="block")}))
    assert rooms.campaigns.launch(campaign, typed_count=None).counts.queued == 2


def test_a_launch_that_dies_in_the_middle_leaves_nothing(rooms: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    add_people(rooms.store, 4)
    campaign = rooms.campaigns.create(DRAFT).id

    def dies(*_given: object) -> None:
        raise MemoryError

    # The last that is written down.
    monkeypatch.setattr(enclosures, "note", dies)
    with pytest.raises(MemoryError):
        rooms.campaigns.launch(campaign, typed_count=None)
    monkeypatch.undo()

    assert rooms.campaigns.get(campaign).state == "draft"
    assert rooms.outgoing.states(campaign) == []
    assert rooms.store.value("SELECT count(*) FROM counts") == 0
    assert rooms.woken == 0
    assert rooms.campaigns.launch(campaign, typed_count=None).counts.queued == 4


def test_who_opts_out_between_launch_and_claim_is_left_out(rooms: Workspace) -> None:
    campaign = launched(rooms)
    rooms.contacts.block([phone_of(2)], "opted-out", "asked by telephone")
    rooms.contacts.set_consent([3], "no", "by hand")

    assert [message.contact for message in rooms.outgoing.claim()] == [1]
    assert rooms.campaigns.get(campaign).counts.excluded == 2


def test_pause_resume_and_stop(rooms: Workspace) -> None:
    campaign = launched(rooms)
    assert (rooms.campaigns.pause(campaign).state, rooms.outgoing.claim()) == ("paused", [])
    assert rooms.campaigns.get(campaign).pause_reason == "by-you"
    rooms.woken = 0
    assert rooms.campaigns.resume(campaign).state == "sending"
    assert rooms.woken == 1
    rooms.outgoing.outbox.settle([(rooms.outgoing.claim_one(), Accepted("w1"), T0)])

    stopped = rooms.campaigns.stop(campaign)

    assert (stopped.state, stopped.finished_at) == ("stopped", T0)
    assert (stopped.counts.accepted, stopped.counts.excluded) == (1, 2)
    assert rooms.campaigns.resume(campaign).state == "stopped"
    assert rooms.campaigns.pause(campaign).state == "stopped"
    assert rooms.campaigns.stop(campaign).counts == stopped.counts


def test_a_paused_schedule_waits_on_or_starts_at_once(rooms: Workspace, clock: SettableClock) -> None:
    campaign = launched(rooms, schedule=Schedule("at", "2026-03-03T12:00", "Europe/Amsterdam"))
    rooms.campaigns.pause(campaign)
    assert rooms.campaigns.resume(campaign).state == "scheduled"
    rooms.campaigns.pause(campaign)
    clock.forward(hours=4)
    assert rooms.campaigns.resume(campaign).state == "sending"
    assert len(rooms.outgoing.claim(now=clock.now())) == 3


def test_a_person_settles_rows_in_doubt(rooms: Workspace) -> None:
    campaign = launched(rooms)
    one, two = rooms.outgoing.claim(2)
    rooms.outgoing.outbox.settle([(one, Unsure("x"), T0), (two, Unsure("x"), T0)])
    rooms.told.clear()
    rooms.woken = 0

    rooms.campaigns.settle_unknown([one.id], as_sent=True)
    rooms.campaigns.settle_unknown([two.id], as_sent=False)

    assert rooms.outgoing.states(campaign) == ["accepted", "ready", "ready"]
    assert all(told.campaigns == {campaign} for told in rooms.told)
    assert rooms.woken == 2


def test_a_disconnected_workspace_can_plan_but_not_send(tmp_path: Path, clock: SettableClock) -> None:
    bare = Workspace(tmp_path / "bare", clock)
    bare.keep_templates(offer())
    add_people(bare.store, 1)
    campaign = bare.campaigns.create(DRAFT).id

    assert bare.campaigns.count(DRAFT).reachable == 1
    assert blockers(bare.campaigns.launch, campaign, typed_count=None) == ["not-connected"]
    bare.close()


def test_a_launched_campaign_cannot_be_changed(rooms: Workspace) -> None:
    campaign = launched(rooms)

    for call, args in ((rooms.campaigns.save, (campaign, DRAFT)), (rooms.campaigns.delete, (campaign,))):
        with pytest.raises(UserError):
            call(*args)  # type: ignore[operator]
