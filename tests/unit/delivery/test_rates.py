"""Several campaigns at once: each goes at its own rate, none starves, and the number's limit stands above them all."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.studio import T0, Outgoing, add_people
from tests.unit.delivery.test_sender import Net, Scene
from whatsapp_studio.delivery.pace import MARGIN, Pace, Shares, below
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore


def shares(usual: float = 20.0) -> Shares:
    return Shares(lambda: usual)


def test_alone_a_campaign_goes_by_the_pace() -> None:
    one = shares()
    one.among({"a": 5}, T0)
    assert (one.left("a", 100), one.wanted, one.next_at(T0)) == (100, 5, T0)
    one.among({"a": None, "b": None}, T0)
    assert (one.left("a", 100), one.wanted) == (100, 20)


def test_beside_others_a_campaign_has_what_its_rate_gave_it() -> None:
    both = shares()
    both.among({"a": 2, "b": 40, "c": None}, T0)
    assert both.wanted == 62
    assert {one: both.left(one, 9) for one in "abc"} == {"a": 1, "b": 1, "c": 1}
    both.used("a", 1)
    assert both.left("a", 9) == 0
    both.among({"a": 2, "b": 40, "c": None}, T0 + timedelta(seconds=0.25))
    assert {one: both.left(one, 100) for one in "abc"} == {"a": 0, "b": 11, "c": 6}
    both.among({"a": 2, "b": 40, "c": None}, T0 + timedelta(minutes=5))
    # Half a second and no more: a pause is not made up for.
    assert {one: both.left(one, 100) for one in "abc"} == {"a": 2, "b": 21, "c": 11}


def test_when_the_next_may_leave_is_known() -> None:
    both = shares()
    both.among({"a": 2, "b": 4}, T0)
    both.used("a", 1)
    both.used("b", 1)
    assert both.next_at(T0) == T0 + timedelta(seconds=0.25)
    both.used("nobody", 5)
    both.among({"a": 2}, T0)
    assert both.next_at(T0) == T0


def test_what_holds_each_is_its_own_rate_or_the_number() -> None:
    some = shares(100.0)
    some.among({"slow": 5, "fast": 60, "usual": None}, T0)
    assert some.held_by(78.0) == {"slow": "you", "fast": "number", "usual": "number"}
    assert some.held_by(200.0) == {"slow": "you", "fast": "you", "usual": "you"}
    assert shares().held_by(78.0) == {}


@given(
    rates=st.lists(st.integers(1, 80), min_size=2, max_size=5),
    steps=st.lists(st.floats(0.005, 0.4), min_size=20, max_size=120),
)
@settings(max_examples=60, deadline=None)
def test_whoever_takes_what_it_may_goes_at_its_rate(rates: list[int], steps: list[float]) -> None:
    each = {str(n): rate for n, rate in enumerate(rates)}
    some, now, used = shares(), T0, Counter[str]()
    for step in steps:
        now += timedelta(seconds=step)
        some.among(each, now)
        for one in each:
            n = some.left(one, 1000)
            some.used(one, n)
            used[one] += n
    passed = (now - T0).total_seconds()
    for one, rate in each.items():
        assert used[one] <= rate * passed + 1
        assert used[one] > rate * (passed - steps[0]) - 1


class Several(Scene):
    """A sender that aims at what its campaigns want together, as the engine does."""

    def __init__(self, outgoing: Outgoing, net: Net, *, usual: float = 20.0, most: float = 80.0) -> None:
        super().__init__(outgoing, net)
        self.outbox = OutboxStore(outgoing.store, usual_rate=lambda: usual)
        self.usual, self.most = usual, most

    def target(self) -> float:
        return below(self.outbox.wanted or self.usual, self.most)

    def play(self, *acts: object, end: float = 30.0) -> object:  # type: ignore[override]
        self.pace = Pace(self.target())
        return super().play(*acts, end=end)  # type: ignore[arg-type]

    def make(self) -> object:  # type: ignore[override]
        made = super().make()
        made._target = self.target
        return made


def counted(net: Net, first: float, last: float) -> Counter[str]:
    return Counter(message.campaign for at, message in net.left if first <= at < last)


def test_two_campaigns_keep_their_own_rates(outgoing: Outgoing, store: Store) -> None:
    people = add_people(store, 800)
    slow, fast = outgoing.launch(people[:300], "Slow", rate=5), outgoing.launch(people[300:], "Fast", rate=30)
    net = Net(latency=0.1)
    Several(outgoing, net).play(end=14.0)

    seen = counted(net, 2, 12)
    assert seen[slow] == pytest.approx(50, rel=0.05)
    assert seen[fast] == pytest.approx(300, rel=0.05)


def test_the_number_is_above_them_and_the_slow_one_keeps_its_rate(outgoing: Outgoing, store: Store) -> None:
    people = add_people(store, 900)
    slow, fast = outgoing.launch(people[:200], "Slow", rate=10), outgoing.launch(people[200:], "Fast", rate=80)
    net = Net(latency=0.1)
    Several(outgoing, net, most=50.0).play(end=13.0)

    seen = counted(net, 2, 12)
    assert seen.total() == pytest.approx(10 * 50 * MARGIN, rel=0.05)
    assert seen[slow] == pytest.approx(100, rel=0.05)
    assert seen[fast] == pytest.approx(10 * 50 * MARGIN - 100, rel=0.05)


def test_those_without_a_rate_share_the_usual_one_beside_one_that_has_its_own(outgoing: Outgoing, store: Store) -> None:
    people = add_people(store, 900)
    first, second = outgoing.launch(people[:300], "First"), outgoing.launch(people[300:600], "Second")
    own = outgoing.launch(people[600:], "Own", rate=8)
    net = Net(latency=0.1)
    Several(outgoing, net, usual=20.0).play(end=13.0)

    seen = counted(net, 2, 12)
    assert seen[own] == pytest.approx(80, rel=0.05)
    assert seen[first] + seen[second] == pytest.approx(200, rel=0.05)
    assert min(seen[first], seen[second]) > 70


@pytest.mark.parametrize("rate", [1, 7, 20, 55, 80])
def test_alone_the_measured_rate_is_the_set_one(outgoing: Outgoing, store: Store, rate: int) -> None:
    outgoing.launch(add_people(store, rate * 13), rate=rate)
    net = Net(latency=0.12)
    Several(outgoing, net, usual=rate, most=1000.0).play(end=12.5)
    assert counted(net, 2, 12).total() == pytest.approx(rate * 10, rel=0.05)


def test_the_rate_that_is_shown_is_the_measured_one(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 400), rate=25)
    scene = Several(outgoing, Net(latency=0.1))
    shown: list[float] = []
    scene.play((9.0, lambda: shown.append(scene.sender.rate())), end=10.0)
    assert shown == [pytest.approx(25, rel=0.05)]


def test_a_slow_down_is_kept_when_another_campaign_begins(outgoing: Outgoing, store: Store) -> None:
    pace = Pace(40.0)
    pace.slow_down(10.0)
    pace.aim(60.0)
    assert (pace.rate, pace.target) == (30.0, 60.0)
    pace.aim(20.0)
    assert (pace.rate, pace.slowed) == (20.0, False)
