"""Decides what the sender does in every situation: on the real outbox, in virtual time, with a made-up network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from tests.fixtures.streams import a_message, a_plan, a_step, put
from tests.fixtures.studio import Outgoing, add_people, check_counts, later
from tests.fixtures.virtual_time import AtOnce, LoopClock, run
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.delivery.pace import Pace
from whatsapp_studio.delivery.sender import Sender
from whatsapp_studio.services.sending import Brakes
from whatsapp_studio.storage.db import Store

Answer = Callable[[Message], "Outcome | Coroutine[Any, Any, Outcome]"]


def take(message: Message) -> Outcome:
    return Accepted(f"wamid.{message.id}.{message.attempts}")


class Net:
    """A network that answers as it is told, and remembers what left and when."""

    def __init__(self, answer: Answer = take, latency: float = 0.0) -> None:
        self.answer, self.latency = answer, latency
        self.left: list[tuple[float, Message]] = []
        self.flying = self.most = 0

    async def send(self, message: Message) -> Outcome:
        self.left.append((asyncio.get_running_loop().time() - 1000.0, message))
        self.flying += 1
        self.most = max(self.most, self.flying)
        try:
            await asyncio.sleep(self.latency)
            found = self.answer(message)
            return await found if asyncio.iscoroutine(found) else found  # type: ignore[return-value]
        finally:
            self.flying -= 1

    @property
    def keys(self) -> list[str]:
        return [message.key for _, message in self.left]

    @property
    def times(self) -> list[float]:
        return [at for at, _ in self.left]


class Scene:
    """A sender on the real outbox, in virtual time."""

    def __init__(self, outgoing: Outgoing, net: Net, *, rate: float = 20.0, in_flight: int = 40) -> None:
        self.outgoing, self.net = outgoing, net
        self.told: list[Changes] = []
        self.brakes = Brakes(outgoing.store, self.told.append)
        self.pace = Pace(rate)
        self.rate = rate
        self.in_flight = in_flight
        self.outbox: Any = outgoing.outbox
        self.stop = asyncio.Event()

    def make(self) -> Sender:
        return Sender(
            self.outbox, self.net, self.brakes, self.pace, LoopClock(), AtOnce(), self.told.append,
            target=lambda: self.rate, in_flight=self.in_flight,
        )  # fmt: skip

    async def during(self, *acts: tuple[float, Callable[[], object]], end: float) -> Sender:
        """Run, do each act at its second, and stop at ``end``."""
        self.sender = sender = self.make()
        running = asyncio.create_task(sender.run(self.stop))
        loop = asyncio.get_running_loop()
        for at, act in (*acts, (end, self.stop.set)):
            await asyncio.wait({running}, timeout=max(0.0, 1000.0 + at - loop.time()))
            if running.done():
                break
            act()
        await running
        return sender

    def play(self, *acts: tuple[float, Callable[[], object]], end: float = 30.0) -> Sender:
        return run(self.during(*acts, end=end))

    def pause(self, reason: str = "by-you") -> None:
        self.brakes.pause_all(reason)
        self.sender.wake()

    def resume(self) -> None:
        self.brakes.resume_all()
        self.sender.wake()


@pytest.fixture
def campaign(outgoing: Outgoing, store: Store) -> str:
    return outgoing.launch(add_people(store, 10))


def test_everybody_gets_it_once_and_the_campaign_is_done(outgoing: Outgoing, store: Store, campaign: str) -> None:
    net = Net(latency=0.2)
    scene = Scene(outgoing, net)
    scene.play()

    assert sorted(net.keys) == sorted(set(net.keys)) and len(net.keys) == 10
    assert outgoing.states(campaign) == ["accepted"] * 10
    assert outgoing.campaign_state(campaign) == "done"
    assert any(campaign in one.campaigns and one.sending for one in scene.told)
    check_counts(store)


def test_messages_are_spaced_evenly(outgoing: Outgoing, campaign: str) -> None:
    net = Net()
    Scene(outgoing, net, rate=5.0).play()

    gaps = [b - a for a, b in pairwise(net.times)]
    assert min(gaps) > 0.2 - 0.031
    assert net.times[-1] == pytest.approx(9 / 5, abs=0.1)


def test_no_more_fly_at_once_than_allowed(outgoing: Outgoing, campaign: str) -> None:
    net = Net(latency=3.0)
    sender = Scene(outgoing, net, rate=50.0, in_flight=3).play()

    assert net.most == 3
    assert outgoing.states(campaign) == ["accepted"] * 10
    assert not sender.offline


def test_a_pause_holds_what_was_claimed_but_had_no_free_line(outgoing: Outgoing, campaign: str) -> None:
    net = Net(latency=5.0)
    scene = Scene(outgoing, net, rate=50.0, in_flight=2)
    scene.play((1.0, scene_pause(scene)), end=29.0)

    assert len(net.left) == 2
    assert outgoing.states(campaign) == ["accepted"] * 2 + ["ready"] * 8
    assert all(outgoing.row(n)["attempts"] == 0 for n in range(3, 11))


def scene_pause(scene: Scene) -> Callable[[], None]:
    return lambda: scene.pause()


def test_a_pause_takes_effect_within_a_turn_and_a_resume_goes_on(outgoing: Outgoing, campaign: str) -> None:
    net = Net()
    scene = Scene(outgoing, net, rate=2.0)
    scene.play((1.2, scene_pause(scene)), (10.0, scene.resume), end=30.0)

    assert [at for at in net.times if 1.75 < at < 10.0] == []
    assert len(net.keys) == len(set(net.keys)) == 10
    assert outgoing.campaign_state(campaign) == "done"


def test_a_paused_campaign_lets_another_go_on(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 12)
    one = outgoing.launch(ids[:6], "One")
    two = outgoing.launch(ids[6:], "Two")
    net = Net()
    scene = Scene(outgoing, net, rate=4.0)
    scene.play((1.0, lambda: scene.brakes.pause_campaign(one, "by-you")), end=20.0)

    assert outgoing.states(two) == ["accepted"] * 6
    assert outgoing.states(one).count("ready") >= 3
    assert outgoing.campaign_state(one) == "paused"


def test_a_stop_gives_back_what_has_not_left(outgoing: Outgoing, store: Store, campaign: str) -> None:
    net = Net(latency=2.0)
    scene = Scene(outgoing, net, rate=10.0)
    scene.play(end=0.55)

    sent = len(net.left)
    assert 0 < sent < 10
    assert sorted(outgoing.states(campaign)) == ["accepted"] * sent + ["ready"] * (10 - sent)
    assert store.value("SELECT count(*) FROM outbox WHERE state = 'ready' AND attempts > 0") == 0


def test_a_stop_frees_what_waits_for_its_turn(outgoing: Outgoing, campaign: str) -> None:
    net = Net()
    scene = Scene(outgoing, net, rate=0.1)
    scene.play(end=3.0)

    assert len(net.left) == 1
    assert outgoing.states(campaign) == ["accepted"] + ["ready"] * 9


def test_what_never_lands_is_in_doubt(outgoing: Outgoing, campaign: str) -> None:
    net = Net(latency=10_000.0)
    scene = Scene(outgoing, net)
    scene.play(end=0.2)

    sent = len(net.left)
    assert outgoing.states(campaign) == ["unknown"] * sent + ["ready"] * (10 - sent)
    assert outgoing.row(1)["details"] == "interrupted"


def test_without_a_network_it_tries_one_message_ever_more_rarely(outgoing: Outgoing, campaign: str) -> None:
    net = Net(lambda message: NotTaken("no-network", 0.0))
    scene = Scene(outgoing, net)
    sender = scene.play(end=300.0)

    assert sender.offline
    assert outgoing.states(campaign) == ["ready"] * 10
    assert all(outgoing.row(n)["attempts"] == 0 for n in range(1, 11))
    tries = net.times[-5:]
    gaps = [b - a for a, b in pairwise(tries)]
    assert all(29.9 < gap < 31.5 for gap in gaps)
    assert len(net.left) < 25


def test_when_the_network_is_back_everything_goes_out(outgoing: Outgoing, campaign: str) -> None:
    working = False
    net = Net(lambda message: take(message) if working else NotTaken("no-network", 0.0))
    scene = Scene(outgoing, net)

    def mend() -> None:
        nonlocal working
        working = True

    sender = scene.play((20.0, mend), end=120.0)

    assert not sender.offline
    assert outgoing.states(campaign) == ["accepted"] * 10
    back = [at for at in net.times if at > 20.0]
    assert back[-1] - back[0] < 2.0


def test_slower_when_meta_says_so_and_nobody_is_lost(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 60))
    said = []

    def answer(message: Message) -> Outcome:
        if len(said) < 4:
            said.append(message)
            return NotTaken("rate", 1.0, slow_down=True, code=130429)
        return take(message)

    net = Net(answer)
    scene = Scene(outgoing, net, rate=20.0)
    scene.play((0.9, lambda: said.append(scene.pace.slowed)), end=60.0)  # type: ignore[func-returns-value]

    assert said[-1] is True
    assert outgoing.states(campaign) == ["accepted"] * 60
    assert store.value("SELECT max(attempts) FROM outbox") == 1


def test_a_refused_token_pauses_everything_and_fails_nobody(outgoing: Outgoing, store: Store, campaign: str) -> None:
    net = Net(lambda message: Refused(190, "expired", "all"), latency=0.3)
    scene = Scene(outgoing, net)
    scene.play()

    assert scene.brakes.paused() == "meta-190"
    assert outgoing.states(campaign) == ["ready"] * 10
    assert outgoing.campaign_state(campaign) == "sending"
    assert len(net.left) < 10
    net.answer = take
    scene.brakes.resume_all()
    again = Scene(outgoing, net)
    again.play()
    assert outgoing.states(campaign) == ["accepted"] * 10


def test_without_a_connection_everything_waits(outgoing: Outgoing, campaign: str) -> None:
    scene = Scene(outgoing, Net(lambda message: Refused(0, "token-missing", "all")))
    scene.play()

    assert scene.brakes.paused() == "token-missing"
    assert outgoing.states(campaign) == ["ready"] * 10


def test_a_paused_template_pauses_its_campaign_alone(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 10)
    one = outgoing.launch(ids[:5], "One")
    two = outgoing.launch(ids[5:], "Two")
    scene = Scene(
        outgoing, Net(lambda m: Refused(132015, "paused", "campaign") if m.campaign == one else take(m))
    )  # fmt: skip
    scene.play()

    assert outgoing.campaigns.get(one).state == "paused"
    assert outgoing.campaigns.get(one).pause_reason == "meta-132015"
    assert outgoing.states(one) == ["ready"] * 5
    assert outgoing.states(two) == ["accepted"] * 5
    assert outgoing.campaign_state(two) == "done"
    assert scene.brakes.paused() == ""


def test_a_short_campaign_is_done_while_a_long_one_goes_on(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 200)
    short, long = outgoing.launch(ids[:5], "Short"), outgoing.launch(ids[5:], "Long")
    seen: list[str] = []
    Scene(outgoing, Net()).play((5.0, lambda: seen.append(outgoing.campaign_state(short))), end=6.0)

    assert seen == ["done"]
    assert outgoing.campaign_state(long) == "sending"


def test_our_own_mistake_pauses_once_and_then_fails_the_recipient(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    net = Net(lambda message: Refused(132008, "bad", "campaign", "trace", 7))
    scene = Scene(outgoing, net)
    scene.play()
    assert outgoing.campaign_state(campaign) == "paused"
    assert outgoing.states(campaign) == ["ready"]

    outgoing.campaigns.move(campaign, ("paused",), "sending")
    Scene(outgoing, net).play()

    assert outgoing.states(campaign) == ["failed"]
    assert outgoing.campaign_state(campaign) == "done"
    assert outgoing.row(1)["reason"] == "meta-132008"


@pytest.mark.parametrize("again", [0, 2])
def test_a_journeys_step_says_how_often_it_is_tried_again(outgoing: Outgoing, store: Store, again: int) -> None:
    add_people(store, 1)
    put(store, a_plan(store, a_step("hello", "send_template", retry_times=again)), a_message(1))
    net = Net(lambda message: NotTaken("service", 5.0, code=131000))
    Scene(outgoing, net).play(end=300.0)
    assert len(net.times) == 1 + again
    assert outgoing.row(1)["reason"] == "meta-131000"


def test_a_failing_service_is_tried_four_times_further_and_further_apart(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    net = Net(lambda message: NotTaken("service", 5.0, code=131000))
    Scene(outgoing, net).play(end=120.0)

    gaps = [b - a for a, b in pairwise(net.times)]
    assert [round(gap) for gap in gaps] == [6, 10, 20]  # the first is the gap between two messages to one person
    assert outgoing.states(campaign) == ["failed"]
    assert outgoing.row(1)["reason"] == "meta-131000"


def test_a_recipient_refused_does_not_stop_the_others(outgoing: Outgoing, campaign: str) -> None:
    Scene(outgoing, Net(lambda m: Refused(131026) if m.contact == 3 else take(m))).play()

    assert outgoing.states(campaign) == ["accepted"] * 2 + ["failed"] + ["accepted"] * 7


def test_two_messages_to_one_person_keep_their_distance(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 1)
    outgoing.launch(ids, "One")
    outgoing.launch(ids, "Two")
    net = Net()
    Scene(outgoing, net).play()

    assert len(net.left) == 2
    assert net.times[1] - net.times[0] >= 6.0
    assert store.value("SELECT max(attempts) FROM outbox") == 1


def test_metas_own_word_on_a_pair_waits_for_that_person_only(outgoing: Outgoing, campaign: str) -> None:
    said: list[str] = []

    def answer(message: Message) -> Outcome:
        if message.contact == 1 and not said:
            said.append(message.key)
            return NotTaken("pair", 6.0, "recipient", code=131056)
        return take(message)

    net = Net(answer)
    Scene(outgoing, net).play()

    assert outgoing.states(campaign) == ["accepted"] * 10
    (first, second) = [at for at, message in net.left if message.contact == 1]
    assert second - first >= 6.0
    assert max(at for at, message in net.left if message.contact != 1) < 2.0


def test_a_gateway_that_raises_leaves_doubt_and_pauses(
    outgoing: Outgoing, store: Store, expect_logs: Callable[[str], None]
) -> None:  # fmt: skip
    expect_logs("sending raised")
    campaign = outgoing.launch(add_people(store, 3))

    def answer(message: Message) -> Outcome:
        raise RuntimeError("a mistake of ours")

    scene = Scene(outgoing, Net(answer), rate=2.0)
    scene.play()

    assert outgoing.states(campaign) == ["unknown", "ready", "ready"]
    assert scene.brakes.paused() == "internal-error"


def test_an_unsure_ending_is_never_tried_again(outgoing: Outgoing, campaign: str) -> None:
    net = Net(lambda m: Unsure("time-out") if m.contact % 3 == 0 else take(m))
    scene = Scene(outgoing, net)
    scene.play()

    assert [outgoing.state(n) for n in (3, 6, 9)] == ["unknown"] * 3
    assert outgoing.states(campaign).count("accepted") == 7
    assert len(net.left) == 10
    assert scene.brakes.paused() == ""


def test_a_run_of_unclear_endings_pauses_everything(outgoing: Outgoing, campaign: str) -> None:
    net = Net(lambda m: Unsure("no-graph-answer"))
    scene = Scene(outgoing, net, rate=2.0)
    scene.play()

    assert scene.brakes.paused() == "answers-unclear"
    assert outgoing.states(campaign) == ["unknown"] * 5 + ["ready"] * 5
    assert len(net.left) == 5


def test_a_scheduled_campaign_starts_by_itself(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1), starts_at=later(hours=2))
    net = Net()
    Scene(outgoing, net).play(end=7300.0)

    assert outgoing.states(campaign) == ["accepted"]
    assert 7200.0 <= net.times[0] < 7201.0


def test_the_undo_window_is_waited_for(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 1), held_until=later(seconds=10))
    net = Net()
    Scene(outgoing, net).play()

    assert 10.0 <= net.times[0] < 10.2


def test_another_rate_is_followed_while_sending(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 100))
    net = Net()
    scene = Scene(outgoing, net, rate=2.0)

    def faster() -> None:
        scene.rate = 50.0
        scene.sender.wake()

    scene.play((5.0, faster), end=10.0)

    assert sum(1 for at in net.times if at < 5.0) <= 12
    assert len(net.left) == 100


def test_the_rate_is_what_was_achieved_lately(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 100))
    seen: list[float] = []
    scene = Scene(outgoing, Net(), rate=10.0)
    scene.play(
        (8.0, lambda: seen.append(scene.sender.rate())), (40.0, lambda: seen.append(scene.sender.rate())), end=41
    )

    assert seen[0] == pytest.approx(10.0, abs=0.5)
    assert seen[1] == 0.0
    assert Scene(outgoing, Net()).make().rate() == 0.0


def test_waking_before_and_after_the_run_is_harmless(outgoing: Outgoing) -> None:
    scene = Scene(outgoing, Net())
    scene.make().wake()
    scene.play(end=1.0).wake()


class Broken:
    """An outbox whose disk fails in settling, for a while or for good."""

    def __init__(self, inner: Any, times: int) -> None:
        self._inner, self.times = inner, times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def settle(self, endings: list[tuple[Message, Outcome, datetime]]) -> set[str]:
        if self.times:
            self.times -= 1
            raise WorldError("disk-full")
        settled: set[str] = self._inner.settle(endings)
        return settled


def test_when_endings_cannot_be_written_nothing_more_leaves(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 50))
    net = Net()
    scene = Scene(outgoing, net, rate=10.0)
    scene.outbox = Broken(outgoing.outbox, 99)

    with pytest.raises(WorldError) as caught:
        scene.play()

    assert caught.value.code == "disk-full"
    assert len(net.left) < 6
    assert outgoing.outbox.reconcile(later(minutes=1)) == {campaign: len(net.left)}
    assert sorted(outgoing.states(campaign)) == ["ready"] * (50 - len(net.left)) + ["unknown"] * len(net.left)


def test_endings_are_not_lost_when_writing_them_failed_once(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 20))
    net = Net()
    scene = Scene(outgoing, net, rate=10.0)
    scene.outbox = Broken(outgoing.outbox, 1)

    with pytest.raises(WorldError):
        scene.play()

    assert outgoing.states(campaign).count("accepted") == len(net.left)
    assert "sending" not in outgoing.states(campaign)
