"""The rules of writing at the last moment: quiet hours, caps, countries, practice and which of two goes first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.fixtures.streams import a_message, a_plan, a_step, put
from tests.fixtures.studio import T0, Outgoing, add_people, offer, phone_of
from whatsapp_studio.audience.caps import Cap, CountryLimit
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.outcome import Accepted, Refused, Unsure
from whatsapp_studio.services.writing_rules import WritingRules
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.practice import set_people, switch

NIGHT = QuietHours(name="Night", periods=(Period(begin="22:00", end="08:00"),))
# 22:30 in the Netherlands.
LATE = datetime(2026, 3, 3, 21, 30, tzinfo=UTC)
MORNING = datetime(2026, 3, 4, 7, 0, tzinfo=UTC)


class Clock:
    now_is = T0

    def now(self) -> datetime:
        return self.now_is


@pytest.fixture
def rules(store: Store) -> WritingRules:
    return WritingRules(store, Clock(), lambda changes: None, lambda: None)


def reasons(store: Store) -> list[tuple[str, str]]:
    return [tuple(row) for row in store.rows("SELECT reason, rule FROM outbox WHERE state = 'excluded' ORDER BY id")]


# -- quiet hours -------------------------------------------------------------------------------------


def test_what_is_due_at_half_past_ten_leaves_in_the_morning(
    store: Store, outgoing: Outgoing, rules: WritingRules
) -> None:
    rules.set_default(rules.save_quiet(NIGHT).id)
    outgoing.launch(add_people(store, 3), now=LATE)

    assert outgoing.claim(now=LATE) == []
    assert outgoing.outbox.next_due(LATE) == MORNING
    assert outgoing.claim(now=MORNING - timedelta(minutes=1)) == []
    assert len(outgoing.claim(now=MORNING)) == 3


def test_or_never_where_the_preset_skips(store: Store, outgoing: Outgoing, rules: WritingRules) -> None:
    rules.set_default(rules.save_quiet(msgspec.structs.replace(NIGHT, on_due="skip")).id)
    outgoing.launch(add_people(store, 1), now=LATE)

    assert outgoing.claim(now=LATE) == []
    assert reasons(store) == [("quiet", "Night")]
    assert outgoing.outbox.next_due(LATE) is None


def test_each_goes_by_the_own_clock(store: Store, outgoing: Outgoing, rules: WritingRules) -> None:
    rules.set_default(rules.save_quiet(NIGHT).id)
    ids = add_people(store, 3)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET time_zone = 'America/New_York' WHERE id = ?", (ids[0],))
        conn.execute("UPDATE contacts SET phone = '+5511987654321' WHERE id = ?", (ids[1],))
    outgoing.launch(ids, now=LATE)
    assert [one.contact for one in outgoing.claim(now=LATE)] == ids[:2]


def test_a_change_counts_for_what_waits_already(store: Store, outgoing: Outgoing, rules: WritingRules) -> None:
    kept = rules.save_quiet(NIGHT)
    rules.set_default(kept.id)
    outgoing.launch(add_people(store, 2), now=LATE)
    assert outgoing.claim(now=LATE) == []
    rules.save_quiet(msgspec.structs.replace(kept, periods=(Period(begin="23:00", end="08:00"),)))
    assert len(outgoing.claim(1, now=LATE)) == 1
    rules.save_quiet(msgspec.structs.replace(kept, periods=(Period(begin="22:15", end="06:00"),)))
    assert outgoing.claim(now=LATE) == []
    assert outgoing.outbox.next_due(LATE) == MORNING - timedelta(hours=2)
    rules.delete_quiet(kept.id)
    assert len(outgoing.claim(now=LATE)) == 1


def test_codes_to_sign_in_with_and_those_without_hours_do_not_wait(
    store: Store, outgoing: Outgoing, rules: WritingRules
) -> None:
    rules.set_default(rules.save_quiet(NIGHT).id)
    ids = add_people(store, 1)
    outgoing.launch(ids, "Code", now=LATE, purpose="authentication")
    free = outgoing.launch(ids, "Free", now=LATE)
    with store.write() as conn:
        conn.execute("UPDATE campaigns SET quiet_id = 0 WHERE id = ?", (free,))
    assert len(outgoing.claim(now=LATE)) == 2


def test_a_journey_goes_by_the_preset_as_it_is_when_the_message_is_due(
    store: Store, outgoing: Outgoing, rules: WritingRules
) -> None:
    add_people(store, 2)
    put(store, a_plan(store), a_message(1, quiet="workspace:@Europe/Amsterdam"),
        a_message(2, quiet="21:00-07:00@Europe/Amsterdam"), now=LATE)  # fmt: skip
    rules.set_default(rules.save_quiet(NIGHT).id)
    assert outgoing.claim(now=LATE) == []
    assert [one.contact for one in outgoing.claim(now=MORNING - timedelta(hours=1))] == [2]
    assert [one.contact for one in outgoing.claim(now=MORNING)] == [1]


# -- caps --------------------------------------------------------------------------------------------


def test_with_two_a_week_the_third_is_left_out_and_its_rule_named(
    store: Store, outgoing: Outgoing, rules: WritingRules
) -> None:
    rules.save_cap(Cap(name="Two a week", most=2, window="week"))
    ids = add_people(store, 1)
    for name in ("One", "Two", "Three"):
        outgoing.launch(ids, name)
    assert len(outgoing.claim()) == 2
    assert reasons(store) == [("capped", "Two a week")]
    # The week begins on Monday, by the clock of the contact.
    monday = datetime(2026, 3, 8, 23, 0, tzinfo=UTC)
    outgoing.launch(ids, "Four", now=monday)
    assert len(outgoing.claim(now=monday)) == 1


@pytest.mark.parametrize(
    ("ending", "counts"),
    [(Accepted("w1", ""), True), (Unsure("timed out"), True), (None, True), (Refused(131026, "", "recipient"), False)],
)  # fmt: skip
def test_what_failed_at_the_recipient_does_not_count(
    store: Store, outgoing: Outgoing, rules: WritingRules, ending: Accepted | Unsure | Refused | None, counts: bool
) -> None:
    rules.save_cap(Cap(name="One a day", most=1, window="hours", length=24))
    ids = add_people(store, 1)
    outgoing.launch(ids, "One")
    message = outgoing.claim_one()
    if ending is not None:
        outgoing.outbox.settle([(message, ending, T0)])
    outgoing.launch(ids, "Two")
    assert len(outgoing.claim()) == (not counts)


def test_a_cap_counts_its_purpose(store: Store, outgoing: Outgoing, rules: WritingRules) -> None:
    rules.save_cap(Cap(name="Offers", most=1, purpose="marketing", window="day"))
    rules.save_cap(Cap(name="All", most=2, purpose="any", window="day"))
    ids = add_people(store, 1)
    outgoing.launch(ids, "Offer")
    outgoing.launch(ids, "Bill", purpose="utility")
    outgoing.launch(ids, "Code", purpose="authentication")
    assert len(outgoing.claim()) == 3
    outgoing.launch(ids, "Code again", purpose="authentication")
    outgoing.launch(ids, "Bill again", purpose="utility")
    outgoing.launch(ids, "Offer again")
    assert len(outgoing.claim()) == 1
    assert sorted(reasons(store)) == [("capped", "All"), ("capped", "Offers")]


def test_a_cap_is_reset_for_one_or_for_all_and_can_be_switched_off(
    store: Store, outgoing: Outgoing, rules: WritingRules
) -> None:
    kept = rules.save_cap(Cap(name="One", most=1, window="month"))
    ids = add_people(store, 3)
    outgoing.launch(ids, "One")
    assert len(outgoing.claim()) == 3
    Clock.now_is = T0 + timedelta(minutes=1)
    rules.reset_cap(kept.id, ids[0])
    outgoing.launch(ids, "Two")
    assert [one.contact for one in outgoing.claim(now=T0 + timedelta(minutes=2))] == [ids[0]]
    Clock.now_is = T0 + timedelta(minutes=3)
    rules.reset_cap(kept.id)
    outgoing.launch(ids, "Three")
    assert len(outgoing.claim(now=T0 + timedelta(minutes=4))) == 3
    rules.save_cap(msgspec.structs.replace(kept, enabled=False))
    outgoing.launch(ids, "Four")
    assert len(outgoing.claim(now=T0 + timedelta(minutes=5))) == 3
    Clock.now_is = T0


def test_a_country_has_a_limit_by_the_number_and_not_by_the_field(
    store: Store, outgoing: Outgoing, rules: WritingRules
) -> None:
    rules.save_country_limit(CountryLimit(country="NL", purpose="any", most=1, days=2))
    rules.save_country_limit(CountryLimit(country="BE"))
    ids = add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+32470123456' WHERE id = ?", (ids[1],))
    outgoing.launch(ids, "One")
    assert [one.contact for one in outgoing.claim()] == ids[:1]
    assert reasons(store) == [("country-limit", "BE")]
    outgoing.launch(ids[:1], "Two")
    assert outgoing.claim(now=T0 + timedelta(hours=47)) == []
    assert reasons(store)[-1] == ("country-limit", "NL")
    outgoing.launch(ids[:1], "Three")
    assert len(outgoing.claim(now=T0 + timedelta(hours=48))) == 1


# -- which of two ------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["low", "high"])
def test_of_two_journeys_the_higher_priority_goes_and_the_other_is_logged(
    store: Store, outgoing: Outgoing, rules: WritingRules, first: str
) -> None:
    rules.save_cap(Cap(name="One a day", most=1, window="day"))
    add_people(store, 1)
    plans = {}
    for id, (name, priority) in enumerate({"low": 10, "high": 90}.items(), 1):
        plan = a_plan(store, a_step("hello", "send_template"), id=id, journey=name)
        journey = msgspec.structs.replace(plan.setup.journey, settings={"priority": priority})
        plans[name] = msgspec.structs.replace(plan.setup, journey=journey), plan
    for run, name in enumerate((first, "high" if first == "low" else "low"), 1):
        known, plan = plans[name]
        put(store, type(plan)(plan.id, plan.journey_id, known), a_message(1, run=run))
    (sent,) = outgoing.claim()
    assert sent.campaign.startswith("s2-")
    assert reasons(store) == [("lower-priority", "One a day")]
    log = store.rows("SELECT journey_id, code, contact_id FROM journey_log")
    assert [tuple(row) for row in log] == [("low", "message-outranked", 1)]


def test_who_goes_first_must_be_able_to_go(store: Store, outgoing: Outgoing, rules: WritingRules) -> None:
    rules.save_cap(Cap(name="One a day", most=1, purpose="any", window="day"))
    (person,) = add_people(store, 1, marketing="unknown")
    high, low = outgoing.launch([person], "High"), outgoing.launch([person], "Low", purpose="utility")
    with store.write() as conn:
        conn.execute("UPDATE campaigns SET priority = 90 WHERE id = ?", (high,))
    assert [one.campaign for one in outgoing.claim()] == [low]
    assert reasons(store) == [("no-consent", "")]


# -- practice ----------------------------------------------------------------------------------------


def test_while_one_practises_others_wait_and_nothing_is_lost(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 3)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1 WHERE id = ?", (ids[2],))
        set_people(conn, [phone_of(2)], iso(T0))
        switch(conn, True)
    campaign = outgoing.launch(ids)
    assert [one.contact for one in outgoing.claim()] == ids[1:]
    # Nobody looks again and again for what may not leave.
    assert outgoing.outbox.next_due(T0) is None
    assert outgoing.outbox.finish(T0) == []
    assert outgoing.states(campaign) == ["ready", "sending", "sending"]
    with store.write() as conn:
        switch(conn, False)
    assert outgoing.outbox.next_due(T0) == T0
    assert [one.contact for one in outgoing.claim()] == ids[:1]


def test_a_utility_message_asks_for_the_answer_to_utility(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 2, marketing="no")
    with store.write() as conn:
        conn.execute("UPDATE contacts SET utility = 'no' WHERE id = ?", (ids[0],))
    outgoing.launch(ids, purpose="utility")
    assert [one.contact for one in outgoing.claim()] == ids[1:]
    assert reasons(store) == [("opted-out", "")]


def test_what_meta_stopped_is_marketing_alone(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 1)
    with store.write() as conn:
        conn.execute("INSERT INTO suppressions (phone, reason, at) VALUES (?, 'meta-stop', '')", (phone_of(1),))
    outgoing.launch(ids, "Offer")
    outgoing.launch(ids, "Bill", purpose="utility")
    assert len(outgoing.claim()) == 1
    assert reasons(store) == [("opted-out", "")]


def test_a_block_that_has_ended_blocks_nobody(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 1)
    with store.write() as conn:
        conn.execute(
            "INSERT INTO suppressions (phone, reason, at, until) VALUES (?, 'by-hand', '', ?)", (phone_of(1), iso(T0))
        )
    outgoing.launch(ids)
    assert len(outgoing.claim()) == 1


def test_either_spelling_of_a_number_is_blocked(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+5511987654321' WHERE id = ?", (ids[0],))
        conn.execute("UPDATE contacts SET wa_id = '4915700000000' WHERE id = ?", (ids[1],))
        for phone in ("+551187654321", "+4915700000000"):
            conn.execute("INSERT INTO suppressions (phone, reason, at) VALUES (?, 'complaint', '')", (phone,))
    outgoing.launch(ids)
    assert outgoing.claim() == []
    assert reasons(store) == [("suppressed", "complaint")] * 2


def test_the_template_says_what_a_message_is_for(store: Store, outgoing: Outgoing) -> None:
    (person,) = add_people(store, 1, marketing="unknown")
    plan = a_plan(store, a_step("hello", "send_template", consent="anyone"))
    put(store, plan.with_template(offer(category="UTILITY")), a_message(1))
    put(store, plan.with_template(offer("Buy")), a_message(1, visit=2))
    assert [one.contact for one in outgoing.claim()] == [person]
    purposes = store.rows("SELECT purpose FROM campaigns WHERE kind = 'stream' ORDER BY purpose")
    assert [row[0] for row in purposes] == ["marketing", "utility"]
