"""Limits: 80 a second for a number, one in six seconds for a pair with a borrowed burst, people opened in 24 hours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sandbox.desk import MARIA, Desk, error, template
from whatsapp_studio.sandbox.limits import PAIR_BURST, Opened, Pairs, Throughput


@given(st.lists(st.floats(0, 0.1), min_size=50, max_size=300), st.integers(1, 40))
def test_no_second_holds_more_than_the_limit(gaps: list[float], limit: int) -> None:
    bucket, now, taken = Throughput(limit), 1000.0, []
    for gap in gaps:
        now += gap
        if bucket.take(now):
            taken.append(now)
        else:
            assert sum(t > now - 1 for t in taken) == limit
    assert all(sum(t - 1 < other <= t for other in taken) <= limit for t in taken)


def test_no_limit_when_there_is_none() -> None:
    assert all(Throughput(0).take(0.0) for _ in range(1000))


def test_a_pair_may_go_every_six_seconds_for_ever() -> None:
    pairs = Pairs()
    assert all(pairs.take("a", 6.0 * n) for n in range(100))


def test_a_burst_is_borrowed_from_what_follows() -> None:
    pairs = Pairs()
    assert all(pairs.take("a", n * 0.1) for n in range(PAIR_BURST))
    assert not pairs.take("a", 5.0)
    assert not pairs.take("a", PAIR_BURST * 6 - 0.1)
    assert pairs.take("a", PAIR_BURST * 6)
    pairs = Pairs()
    assert pairs.take("a", 0) and pairs.take("a", 1)
    assert not pairs.take("a", 7) and pairs.take("b", 7) and pairs.take("a", 12)


def test_pairs_that_owe_nothing_are_forgotten() -> None:
    pairs = Pairs()
    for n in range(100_000):
        pairs.take(str(n), 0.0)
    pairs.take("x", 100.0)
    assert len(pairs._pairs) == 1


def test_too_many_for_the_number() -> None:
    desk = Desk()
    answers = [desk.send(f"+3161000{n:04d}") for n in range(82)]
    assert [a.status_code for a in answers] == [200] * 80 + [400] * 2
    assert error(answers[-1]) == (400, 130429) and answers[-1].json()["error"]["is_transient"] is True
    desk.time += 1
    assert desk.send("+31610009999").status_code == 200
    desk.set(throughput=0)
    assert desk.get(f"/{desk.world.number.id}?fields=throughput")["throughput"] == {"level": "HIGH"}
    assert all(desk.send(f"+3162000{n:04d}").status_code == 200 for n in range(100))


def test_too_many_for_the_pair() -> None:
    desk = Desk(throughput=0)
    answers = [desk.send(MARIA, **template("welcome", "nl")) for _ in range(PAIR_BURST + 1)]
    assert [a.status_code for a in answers] == [200] * PAIR_BURST + [400]
    assert error(answers[-1]) == (400, 131056)
    desk.time += PAIR_BURST * 6
    assert desk.send(MARIA).status_code == 200
    desk.set(pair_limit=False)
    desk.time += 7
    assert desk.send(MARIA).status_code == 200


@pytest.mark.parametrize("body", [{"type": "text"}, template("nothing", "nl")])
def test_refused_messages_cost_no_allowance(body: dict[str, object]) -> None:
    desk = Desk()
    for _ in range(100):
        desk.send(MARIA, **body)
    assert desk.send(MARIA).status_code == 200


def test_no_more_people_than_the_tier_allows_in_any_24_hours() -> None:
    desk = Desk(throughput=0, pair_limit=False)
    desk.set(messaging_limit="TIER_50")
    people = [f"+3161000{n:04d}" for n in range(53)]
    assert all(desk.send(one).status_code == 200 for one in people[:50])
    assert error(desk.send(people[50])) == (400, 131048)
    # Whoever was written to already costs nothing, and counts from then on.
    desk.time += 3600
    assert desk.send(people[0]).status_code == 200
    desk.time += 23 * 3600
    assert [desk.send(one).status_code for one in people[50:]] == [200] * 3
    assert desk.box.messages.opened.count(desk.time, 86_400) == 4


def test_an_open_window_costs_nothing_of_the_tier() -> None:
    desk = Desk(throughput=0, pair_limit=False)
    desk.set(messaging_limit="TIER_50")
    for n in range(50):
        desk.send(f"+3161000{n:04d}")
    desk.post("/sandbox/inbound", json={"from": MARIA, "text": "Hallo"})
    assert desk.send(MARIA).status_code == 200
    assert desk.box.messages.opened.count(desk.time, 86_400) == 50


def test_the_tier_can_be_set_told_and_left_alone() -> None:
    desk = Desk()
    number = f"/{desk.world.number.id}?fields=whatsapp_business_manager_messaging_limit"
    assert desk.set(messaging_limit="TIER_250").json()["messaging_limit"] == "TIER_250"
    assert desk.get(number)["whatsapp_business_manager_messaging_limit"] == "TIER_250"
    assert desk.set(messaging_limit="TIER_9").status_code == 400
    desk.set(messaging_limit="TIER_50", enforce_limit=False, throughput=0)
    assert [desk.send(f"+3161000{n:04d}").status_code for n in range(52)] == [200] * 52


def test_a_world_that_goes_faster_forgets_people_sooner() -> None:
    desk = Desk(speed=24.0, throughput=0)
    desk.set(messaging_limit="TIER_50")
    for n in range(50):
        desk.send(f"+3161000{n:04d}")
    desk.time += 3599
    assert error(desk.send(MARIA)) == (400, 131048)
    desk.time += 1
    assert desk.send(MARIA).status_code == 200


def test_what_was_refused_opens_nobody() -> None:
    desk = Desk(throughput=1)
    desk.set(messaging_limit="TIER_50")
    assert [desk.send(MARIA).status_code, desk.send("+31612345679").status_code] == [200, 400]
    assert desk.box.messages.opened.count(desk.time, 86_400) == 1
    desk.post("/sandbox/reset")
    assert desk.box.messages.opened.count(desk.time, 86_400) == 0


def test_people_are_counted_once_and_from_their_last_message() -> None:
    opened = Opened()
    opened.add("a", 0.0)
    opened.add("b", 10.0)
    opened.add("a", 20.0)
    assert opened.count(100.0, 90.0) == 1
    assert opened.may("a", 100.0, 90.0, 1) and not opened.may("b", 100.0, 90.0, 1)
    assert opened.may("b", 100.0, 90.0, None)
