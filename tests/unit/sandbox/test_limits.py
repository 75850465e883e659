"""Limits: 80 a second for a number, one in six seconds for a pair with a borrowed burst."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sandbox.desk import MARIA, Desk, error, template
from whatsapp_studio.sandbox.limits import PAIR_BURST, Pairs, Throughput


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
