"""Sending stops by itself: at Meta's limit of people, at the end of a day's messages, where too much fails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, later, offer, phone_of
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.delivery.message import Inbound, Message, News
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.storage import failing, openings
from whatsapp_studio.storage.campaign_log import CampaignLog
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.erasing import erase, person
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.openings import OpeningStore
from whatsapp_studio.storage.outbox import OutboxStore


def tier(store: Store, limit: str) -> None:
    ConnectionStore(store).save(
        Connection(
            waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", verified_name="Bloom",
            display_phone_number="+31 20 123 4567", throughput="STANDARD", messaging_limit=limit, checked_at=T0,
            verify_token="v",
        )
    )  # fmt: skip


class Campaigns(Outgoing):
    """An outbox whose campaigns may have limits of their own."""

    def go(self, ids: Sequence[int], name: str = "Spring", **more: Any) -> str:
        draft = Draft(name=name, sender=NUMBER, template="spring_offer", language="nl", purpose="marketing", **more)
        campaign = self.campaigns.add(draft, T0).id
        self.launches.launch(
            campaign, draft, offer().raw, self.planned(ids), now=T0, starts_at=None, held_until=None, rate=draft.rate
        )
        return campaign

    def send(self, limit: int, now: datetime, outcome: Outcome | None = None) -> list[Message]:
        """Claim and settle at once; without an outcome Meta takes everything."""
        found = self.claim(limit, now)
        self.settle(found, now, outcome)
        return found

    def settle(self, found: Sequence[Message], now: datetime, outcome: Outcome | None = None) -> None:
        self.outbox.settle([(one, outcome or Accepted(f"wamid.{one.id}"), now) for one in found])

    def all_that_goes(self, now: datetime, step: int = 40) -> int:
        n = 0
        while found := self.send(step, now):
            n += len(found)
        return n

    def restart(self, **more: Any) -> None:
        self.outbox = OutboxStore(self.store, **more)

    def says(self, message: Message, status: Any, now: datetime, code: int = 0) -> None:
        news = News(wamid=f"wamid.{message.id}", status=status, at=now, code=code)
        LedgerStore(self.store).apply([news], [], [], [], now)

    def hears(self, phone: str, at: datetime) -> None:
        LedgerStore(self.store).apply(
            [], [Inbound(wamid=f"in.{phone}.{iso(at)}", phone=phone, at=at, kind="text", text="Hi")], [], [], at
        )


@pytest.fixture
def out(store: Store) -> Campaigns:
    return Campaigns(store)


# -- Meta's limit of people ----------------------------------------------------------------------------


def test_no_more_people_than_the_tier_are_written_to_and_the_rest_waits(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    campaign = out.go(add_people(store, 70))
    assert out.all_that_goes(T0) == 50

    rests = out.campaigns.get(campaign)
    assert (rests.state, rests.rests_for, rests.rests_until) == ("sending", "messaging-limit", T0 + timedelta(days=1))
    assert out.outbox.next_due(later(hours=3)) == T0 + timedelta(days=1)
    assert out.all_that_goes(later(hours=23, minutes=59)) == 0
    assert out.outbox.finish(later(hours=23)) == []

    assert out.all_that_goes(later(hours=24)) == 20
    assert (out.campaigns.get(campaign).rests_until, out.campaigns.get(campaign).rests_for) == (None, "")
    assert out.outbox.finish(later(hours=25)) == [campaign]
    (entry,) = CampaignLog(store).of(campaign)
    assert (entry.code, entry.facts["limit"], entry.facts["paused"]) == ("messaging-limit", 50, False)


def test_room_that_comes_back_bit_by_bit_is_used_bit_by_bit(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    campaign = out.go(add_people(store, 90))
    assert len(out.send(30, T0)) == 30
    assert len(out.send(30, later(hours=5))) == 20
    assert out.all_that_goes(later(hours=6)) == 0
    assert out.all_that_goes(later(hours=24)) == 30
    assert out.campaigns.get(campaign).rests_until == later(hours=29)
    assert out.all_that_goes(later(hours=29)) == 10
    assert len(CampaignLog(store).of(campaign)) == 1


def test_a_portion_comes_free_before_sending_goes_on(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_2K")
    with store.write() as conn:
        conn.executemany(
            "INSERT INTO openings (phone, at) VALUES (?, ?)",
            [(f"+4915{n:09d}", iso(later(seconds=n))) for n in range(2000)],
        )
        conn.execute("INSERT INTO facts VALUES ('openings.complete', '1')")
    campaign = out.go(add_people(store, 20))
    assert out.send(40, later(hours=1)) == []
    # 1 in 500 at a time: the fourth comes free three seconds after the first.
    assert out.campaigns.get(campaign).rests_until == later(days=1, seconds=3)
    assert out.send(40, later(days=1, seconds=2)) == []
    assert len(out.send(40, later(days=1, seconds=3))) == 4


def test_without_a_limit_that_is_known_nothing_rests_or_is_counted(out: Campaigns, store: Store) -> None:
    people = add_people(store, 80)
    for limit in ("TIER_UNLIMITED", "TIER_NOT_SET", ""):
        tier(store, limit)
        out.go(people, f"To all {limit}")
        assert out.all_that_goes(T0) == 80
    assert OpeningStore(store).used(T0) == 0


def test_a_limit_that_is_told_later_counts_whom_one_wrote_to_before(out: Campaigns, store: Store) -> None:
    people = add_people(store, 100)
    out.go(people[:30], "Before")
    assert out.all_that_goes(T0) == 30
    out.go(people[30:34], "Refused")
    out.send(10, T0, Refused(131026))
    tier(store, "TIER_50")
    out.restart()
    out.go(people[40:])
    assert out.all_that_goes(later(hours=1)) == 20
    assert OpeningStore(store).used(later(hours=1)) == 50
    tier(store, "TIER_UNLIMITED")
    assert len(out.send(10, later(hours=2))) == 10
    tier(store, "TIER_50")
    assert out.send(10, later(hours=3)) == []
    assert OpeningStore(store).used(later(hours=3)) == 60


def test_a_higher_tier_wakes_it_at_once_and_a_lower_one_holds_it_longer(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    campaign = out.go(add_people(store, 300))
    assert out.all_that_goes(T0) == 50
    tier(store, "TIER_250")
    assert out.all_that_goes(later(hours=1)) == 200
    tier(store, "TIER_50")
    assert out.send(10, later(hours=24)) == []
    assert out.campaigns.get(campaign).rests_until == later(hours=25)


def test_a_restart_forgets_nobody(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    out.go(add_people(store, 70))
    assert len(out.send(30, T0)) == 30
    out.restart()
    assert out.all_that_goes(later(hours=1)) == 20
    out.restart()
    assert out.all_that_goes(later(hours=2)) == 0
    assert out.outbox.next_due(later(hours=2)) == later(hours=24)


def test_whoever_is_counted_already_costs_nothing(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    people = add_people(store, 70)
    out.go(people[:50], "First")
    assert out.all_that_goes(T0) == 50
    # Most of them are new, and they come first: those who are known leave all the same.
    second = out.go([*people[50:], *people[:8]], "Second")
    assert out.all_that_goes(later(hours=2)) == 8
    assert out.states(second).count("ready") == 20
    assert OpeningStore(store).used(later(hours=2)) == 50
    # Who was written to again counts from then on.
    assert out.all_that_goes(later(hours=24)) == 20
    assert OpeningStore(store).used(later(hours=24)) == 28


def test_whoever_writes_meanwhile_gets_it_at_once(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    campaign = out.go(add_people(store, 60))
    assert out.all_that_goes(T0) == 50
    assert out.send(10, later(hours=1)) == []
    out.hears(phone_of(57), later(hours=1))
    (found,) = out.send(10, later(hours=1, seconds=1))
    assert found.to == phone_of(57)
    assert out.campaigns.get(campaign).rests_for == "messaging-limit"
    assert OpeningStore(store).used(later(hours=2)) == 50
    # A window that closed is no reason any more.
    out.hears(phone_of(58), T0 - timedelta(hours=23))
    assert out.send(10, later(hours=2)) == []


def test_guests_of_a_resting_campaign_are_found_page_by_page(
    out: Campaigns, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whatsapp_studio.storage.resting._PAGE", 7)
    tier(store, "TIER_50")
    people = add_people(store, 70)
    out.go(people[:50], "First")
    assert out.all_that_goes(T0) == 50
    out.go([*people[50:], *people[:30]], "Second")
    sent = 0
    for _ in range(20):
        sent += len(out.send(4, later(hours=2)))
        if out.outbox.next_due(later(hours=2)) != later(hours=2):
            break
    sent += out.all_that_goes(later(hours=2), 4)
    assert sent == 30


def test_a_guest_is_asked_by_every_rule(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    people = add_people(store, 60)
    out.go(people[:50], "First")
    assert out.all_that_goes(T0) == 50
    second = out.go([*people[50:], *people[:2]], "Second")
    with store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE id = ?", (people[0],))
    assert out.all_that_goes(later(hours=1)) == 1
    assert out.states(second).count("excluded") == 1


def test_what_meta_did_not_take_counts_for_nobody(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    out.go(add_people(store, 60))
    for outcome in (NotTaken("meta-130429", 1.0, slow_down=True, code=130429), Refused(190, reach="all")):
        out.send(10, T0, outcome)
        assert OpeningStore(store).used(T0) == 0
    out.outbox.release(out.claim(10, later(hours=1)))
    assert OpeningStore(store).used(later(hours=1)) == 0
    out.send(10, later(hours=1), Refused(131026))
    assert OpeningStore(store).used(later(hours=1)) == 0
    # Nobody knows whether these arrived.
    out.send(10, later(hours=1), Unsure("time-out"))
    assert OpeningStore(store).used(later(hours=1)) == 10


def test_a_second_message_that_was_refused_leaves_the_first_as_it_was(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    people = add_people(store, 1)
    out.go(people, "One")
    out.go(people, "Two")
    assert len(out.send(1, T0)) == 1
    out.send(1, later(hours=5), Refused(131026))
    assert OpeningStore(store).expiries(later(hours=5)) == {later(hours=24): 1}


def test_it_counts_from_when_meta_took_it(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    out.go(add_people(store, 1))
    out.settle(out.claim(1, T0), later(seconds=40))
    assert OpeningStore(store).expiries(later(minutes=1)) == {later(hours=24, seconds=40): 1}


def test_who_is_erased_still_counts_and_cannot_be_told(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    people = add_people(store, 55)
    out.go(people)
    assert out.all_that_goes(T0) == 50
    with store.write() as conn:
        erase(conn, person(conn, people[:3]), iso(T0))
    assert OpeningStore(store).used(T0) == 50
    assert not store.rows("SELECT 1 FROM openings WHERE phone IN (?, ?)", (phone_of(1), phone_of(2)))
    with store.write() as conn:
        conn.execute("DELETE FROM contacts WHERE id = ?", (people[10],))
    assert out.all_that_goes(later(hours=1)) == 0
    assert out.all_that_goes(later(hours=24)) == 5


def test_two_campaigns_share_the_room_fairly(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_250")
    people = add_people(store, 800)
    one, two = out.go(people[:400], "One"), out.go(people[400:], "Two")
    assert out.all_that_goes(T0, 30) == 250
    assert [out.states(each).count("accepted") for each in (one, two)] == [125, 125]
    for n in range(5):
        with store.write() as conn:
            conn.execute(
                "DELETE FROM openings WHERE phone IN (SELECT phone FROM openings ORDER BY at, phone LIMIT 5)"
            )
        assert out.all_that_goes(later(minutes=n + 1), 30) == 5
    sent = [out.states(each).count("accepted") for each in (one, two)]
    assert sum(sent) == 275 and abs(sent[0] - sent[1]) <= 2


def test_who_chose_to_stop_is_paused_with_the_reason(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    campaign = out.go(add_people(store, 60), at_limit="stop")
    assert out.all_that_goes(T0) == 50
    found = out.campaigns.get(campaign)
    assert (found.state, found.pause_reason, found.rests_until) == ("paused", "messaging-limit", None)
    assert out.states(campaign).count("ready") == 10
    (entry,) = CampaignLog(store).of(campaign)
    assert entry.facts["paused"] is True


def test_clocks_that_are_put_back_forget_nobody(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    out.go(add_people(store, 60))
    assert out.all_that_goes(later(hours=30)) == 50
    assert out.all_that_goes(later(hours=1)) == 0
    assert out.all_that_goes(later(hours=53)) == 0
    assert out.all_that_goes(later(hours=54)) == 10


def test_old_openings_are_thrown_away(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    out.go(add_people(store, 5))
    assert out.all_that_goes(T0) == 5
    out.claim(1, later(hours=49))
    assert store.value("SELECT count(*) FROM openings") == 0


def test_the_table_may_be_asked_for_what_it_was_not_told(store: Store) -> None:
    with store.write() as conn:
        openings.arrived(conn, 1, "+31600000001", iso(T0))
        openings.took_back(conn, 1, "+31600000001")
    assert OpeningStore(store).expiries(T0) == {}


# -- the most of a day ---------------------------------------------------------------------------------


def test_a_day_has_so_many_messages_and_the_next_begins_at_midnight(out: Campaigns, store: Store) -> None:
    campaign = out.go(add_people(store, 25), per_day=10, schedule=Schedule(zone="Europe/Amsterdam"))
    assert out.all_that_goes(T0, 4) == 10
    found = out.campaigns.get(campaign)
    midnight = datetime(2026, 3, 3, 23, tzinfo=UTC)
    assert (found.rests_for, found.rests_until) == ("day-limit", midnight)
    assert out.outbox.next_due(later(hours=1)) == midnight
    out.restart()
    assert out.all_that_goes(midnight - timedelta(seconds=1)) == 0
    assert out.all_that_goes(midnight) == 10
    assert out.all_that_goes(midnight + timedelta(hours=24)) == 5
    assert CampaignLog(store).unseen() == []


@pytest.mark.parametrize(
    ("at", "next_day"),
    [
        # The clock is put forward on 29 March, back on 25 October: days of 23 and 25 hours.
        (datetime(2026, 3, 29, 0, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_days_that_are_shorter_or_longer(out: Campaigns, store: Store, at: datetime, next_day: datetime) -> None:
    campaign = out.go(add_people(store, 12), per_day=5, schedule=Schedule(zone="Europe/Amsterdam"))
    assert out.all_that_goes(at) == 5
    assert out.campaigns.get(campaign).rests_until == next_day
    assert out.all_that_goes(next_day - timedelta(milliseconds=1)) == 0
    assert out.all_that_goes(next_day) == 5


def test_what_did_not_leave_is_not_counted_for_the_day(out: Campaigns, store: Store) -> None:
    campaign = out.go(add_people(store, 20), per_day=5)
    found = out.claim(10)
    assert len(found) == 5 and out.claim(10) == []
    assert out.campaigns.get(campaign).rests_for == "day-limit"
    out.outbox.release(found[:2])
    assert (out.campaigns.get(campaign).rests_until, len(out.claim(10))) == (None, 2)
    out.settle(found[2:3], T0, NotTaken("meta-131000", 10.0, code=131000))
    assert len(out.claim(10)) == 1
    # What was claimed yesterday says nothing of today.
    out.settle(found[3:4], later(days=1), NotTaken("meta-131000", 10.0, code=131000))
    assert len(out.claim(10, later(days=1, minutes=1))) == 5


def test_both_limits_hold_for_guests_too(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    people = add_people(store, 80)
    out.go(people[:50], "First")
    assert out.all_that_goes(T0) == 50
    second = out.go([*people[50:], *people[:20]], "Second", per_day=5)
    assert out.all_that_goes(later(hours=1)) == 5
    assert out.states(second).count("accepted") == 5


# -- too many failures ---------------------------------------------------------------------------------


def failing_campaign(out: Campaigns, store: Store, n: int = 400, **more: Any) -> str:
    campaign = out.go(add_people(store, n), **more)
    out.restart(pause_at=lambda: 20)
    return campaign


def test_too_many_refusals_pause_it_and_the_rest_stays_ready(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store)
    found = out.claim(49)
    out.settle(found[:36], T0)
    out.settle(found[36:], T0, Refused(131026))
    (one,) = out.claim(1)
    assert out.campaigns.get(campaign).state == "sending", "13 of 49 are more than 20 %, but 49 are too few"
    out.settle([one], T0)
    assert out.claim(10) == []
    paused = out.campaigns.get(campaign)
    assert (paused.state, paused.pause_reason) == ("paused", "too-many-failures")
    assert (paused.counts.queued, paused.counts.failed) == (350, 13)
    (entry,) = CampaignLog(store).unseen()
    assert (entry.code, entry.facts) == ("too-many-failures", {"percent": 26, "most": 20})
    assert out.claim(10) == [] and len(CampaignLog(store).of(campaign)) == 1


def test_failures_that_are_told_later_pause_it_too(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store)
    found = out.send(100, T0)
    for n, one in enumerate(found):
        out.says(one, "sent", T0)
        out.says(one, "failed" if n < 25 else "delivered", T0, 131026 if n < 25 else 0)
    assert out.claim(1) == []
    assert out.campaigns.get(campaign).pause_reason == "too-many-failures"


def test_a_person_who_resumes_begins_a_new_count(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store)
    out.send(60, T0, Refused(131026))
    assert out.claim(1) == []
    assert out.campaigns.move(campaign, ("paused",), "sending")
    assert store.rows("SELECT * FROM failing") == []
    out.send(49, T0, Refused(131026))
    (one,) = out.claim(1)
    out.settle([one], T0, Refused(131026))
    assert out.claim(1) == []
    assert len(CampaignLog(store).of(campaign)) == 2


@pytest.mark.parametrize("code", [130429, 131056, 80007])
def test_too_fast_is_no_failure(out: Campaigns, store: Store, code: int) -> None:
    failing_campaign(out, store)
    out.send(100, T0, Refused(code))
    found = out.send(60, T0)
    for one in found[:30]:
        out.says(one, "failed", T0, code)
    assert len(out.claim(1)) == 1
    assert failing.too_many(store.db.conn.cursor(), found[0].campaign, 0) is None


def test_a_few_percent_are_life(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store)
    for _ in range(7):
        found = out.claim(50)
        out.settle(found[:42], T0)
        out.settle(found[42:], T0, Refused(131026))
        for one in found[:42]:
            out.says(one, "delivered", T0)
    assert out.campaigns.get(campaign).state == "sending"


def test_its_own_threshold_is_before_the_usual_one(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store, fail_percent=60)
    found = out.claim(100)
    out.settle(found[:50], T0)
    out.settle(found[50:], T0, Refused(131026))
    assert len(out.claim(1)) == 1
    out.send(60, T0, Refused(131026))
    assert out.claim(1) == []
    assert out.campaigns.get(campaign).pause_reason == "too-many-failures"


def test_what_was_long_ago_weighs_less(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store, 1400)
    for _ in range(10):
        for one in out.send(100, T0):
            out.says(one, "delivered", T0)
    assert out.campaigns.get(campaign).state == "sending"
    # Of the last 250 every third fails: over the whole campaign that would still be less than 1 in 10.
    for _ in range(5):
        found = out.claim(50)
        out.settle(found[:33], T0)
        out.settle(found[33:], T0, Refused(131026))
        for one in found[:33]:
            out.says(one, "delivered", T0)
    assert out.claim(1) == []
    assert out.campaigns.get(campaign).state == "paused"


def test_streams_of_journeys_are_not_paused_by_failures(out: Campaigns, store: Store) -> None:
    campaign = failing_campaign(out, store)
    with store.write() as conn:
        conn.execute("UPDATE campaigns SET kind = 'stream' WHERE id = ?", (campaign,))
    out.send(100, T0, Refused(131026))
    assert store.rows("SELECT * FROM failing") == []


# -- the log -------------------------------------------------------------------------------------------


def test_what_was_seen_is_not_told_again(out: Campaigns, store: Store) -> None:
    tier(store, "TIER_50")
    out.go(add_people(store, 120), "One")
    assert out.all_that_goes(T0) == 50
    log = CampaignLog(store)
    (entry,) = log.unseen()
    assert (log.count(), log.see([entry.id]), log.see([entry.id]), log.count()) == (1, 1, 0, 0)
    assert log.of(entry.campaign_id)[0].seen is True
    assert out.all_that_goes(later(days=2)) == 50
    assert (log.count(), log.see(), log.count()) == (1, 1, 0)
    assert msgspec.json.encode(entry.facts)
