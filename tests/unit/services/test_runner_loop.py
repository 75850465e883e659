"""Decides that journeys are looked at when something is due or heard, and that faces are told seldom but at last."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.fixtures.running import Stage, journey_of, stage
from tests.fixtures.studio import add_people, store
from tests.fixtures.virtual_time import AtOnce, LoopClock, run
from whatsapp_studio.base.events import Changes
from whatsapp_studio.services.running import loop
from whatsapp_studio.services.running.loop import LONGEST_SLEEP, TELL_EVERY, Loop, Seldom
from whatsapp_studio.services.running.runner import Movement, Worked

__all__ = ["stage", "store"]
BEGIN = datetime.fromisoformat("2026-03-03T09:00:00+00:00")
JOURNEY = Changes(runs=frozenset({"j"}))


class Work:
    """A part that writes down when it was asked, and does what it was given to do."""

    def __init__(self, clock: LoopClock, *, more: int = 0, due_in: float | None = None) -> None:
        self.clock, self.more = clock, more
        self.due = None if due_in is None else BEGIN + timedelta(seconds=due_in)
        self.stepped: list[float] = []

    def step(self, now: datetime) -> bool:
        self.stepped.append((now - BEGIN).total_seconds())
        self.more -= 1
        return self.more >= 0

    def next_due(self, now: datetime) -> datetime | None:
        return self.due if self.due is not None and now < self.due else None


def run_for(seconds: float, *parts: Work, tell: Seldom | None = None, meanwhile: Any = None) -> Loop:
    """Let a loop run for so many virtual seconds."""
    made: list[Loop] = []

    async def program() -> None:
        stop = asyncio.Event()
        made.append(Loop(parts, LoopClock(), AtOnce(), tell or Seldom(lambda _: None)))
        running = asyncio.create_task(made[0].run(stop))
        if meanwhile is not None:
            await meanwhile(made[0])
        await asyncio.sleep(seconds)
        stop.set()
        await running

    run(program())
    return made[0]


def test_what_has_more_to_do_gets_its_turns_at_once_and_then_rests() -> None:
    work = Work(LoopClock(), more=3)
    run_for(1, work)
    assert work.stepped == pytest.approx([0, 0, 0, 0])


def test_it_looks_again_when_something_is_due_and_at_least_every_few_seconds() -> None:
    work = Work(LoopClock(), due_in=2)
    run_for(2 + 2 * LONGEST_SLEEP + 1, work)
    assert work.stepped == pytest.approx([0, 2, 2 + LONGEST_SLEEP, 2 + 2 * LONGEST_SLEEP], abs=0.01)


def test_the_first_of_several_moments_counts() -> None:
    never = Work(LoopClock())
    soon = Work(LoopClock(), due_in=3)
    run_for(4, never, soon)
    assert never.stepped == soon.stepped == pytest.approx([0, 3], abs=0.01)


def test_it_is_woken_from_any_thread() -> None:
    work = Work(LoopClock())

    async def wake(running: Loop) -> None:
        await asyncio.sleep(1)
        other = threading.Thread(target=running.wake)
        other.start()
        other.join()

    ended = run_for(2, work, meanwhile=wake)
    assert work.stepped == pytest.approx([0, 1], abs=0.01)
    ended.wake()
    Loop((), LoopClock(), AtOnce(), Seldom(lambda _: None)).wake()


def test_a_stop_is_heard_between_two_parts() -> None:
    clock = LoopClock()
    second = Work(clock)
    stop = asyncio.Event()

    class First(Work):
        def step(self, now: datetime) -> bool:
            stop.set()
            return True

    async def program() -> None:
        await Loop((First(clock), second), clock, AtOnce(), Seldom(lambda _: None)).run(stop)

    run(program())
    assert second.stepped == []


def test_what_a_part_raises_ends_the_loop_and_what_changed_is_told() -> None:
    told: list[Changes] = []
    seldom = Seldom(told.append)
    seldom(JOURNEY)

    class Broken(Work):
        def step(self, now: datetime) -> bool:
            seldom(Changes(notices=True))
            raise ZeroDivisionError

    async def program() -> None:
        await Loop((Broken(LoopClock()),), LoopClock(), AtOnce(), seldom).run(asyncio.Event())

    with pytest.raises(ZeroDivisionError):
        run(program())
    assert told == [JOURNEY, Changes(notices=True)]


# -- telling -------------------------------------------------------------------------------------------------


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The machine's seconds, as the last of these."""
    passed = [100.0]
    monkeypatch.setattr(loop.time, "monotonic", lambda: passed[-1])
    return passed


def test_changes_are_told_at_once_and_then_together(seconds: list[float]) -> None:
    told: list[Changes] = []
    seldom = Seldom(told.append)
    assert seldom.left() is None
    seldom(JOURNEY)
    seldom(Changes(notices=True))
    seldom(Changes(contacts=True))
    assert told == [JOURNEY]
    assert seldom.left() == pytest.approx(TELL_EVERY)
    seconds.append(100 + TELL_EVERY)
    assert seldom.left() is None
    assert told == [JOURNEY, Changes(notices=True, contacts=True)]


def test_a_thousand_changes_in_a_second_are_ten_or_so(seconds: list[float]) -> None:
    told: list[Changes] = []
    seldom = Seldom(told.append)
    for n in range(1000):
        seconds.append(100 + n / 1000)
        seldom(JOURNEY)
    assert 9 <= len(told) <= 11


def test_what_waits_to_be_told_is_told_while_the_loop_rests() -> None:
    told: list[Changes] = []
    heard = asyncio.Event()

    def tell(changes: Changes) -> None:
        told.append(changes)
        if len(told) == 2:
            heard.set()

    async def program() -> None:
        seldom, stop = Seldom(tell), asyncio.Event()
        seldom(JOURNEY)
        seldom(Changes(notices=True))
        running = asyncio.create_task(Loop((), LoopClock(), AtOnce(), seldom).run(stop))
        await asyncio.wait_for(heard.wait(), 5)
        stop.set()
        await running

    asyncio.run(program())
    assert told == [JOURNEY, Changes(notices=True)]


def test_the_runners_turn_tells_what_moved_and_wakes_the_sender(stage: Stage) -> None:
    told: list[Changes] = []
    sent: list[int] = []
    plan = stage.publish(journey_of("in audience next=hello", "hello send_template next=out", "out end"))
    turn = Movement(stage.runner, told.append, lambda: sent.append(1))
    assert not turn.step(stage.now)
    assert (told, sent) == ([], [])
    stage.enter(plan, add_people(stage.store, 2))
    assert turn.next_due(stage.now) == stage.now
    assert not turn.step(stage.now)
    assert [one.runs for one in told] == [{"j"}]
    assert sent == [1]
    assert Worked().changes == Changes()
