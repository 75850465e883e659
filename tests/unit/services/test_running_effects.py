"""Decides that a journey's requests are made once, side by side, that one which hangs holds up nothing, and notices."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fixtures.streams import a_plan, signals
from tests.fixtures.studio import add_people
from tests.fixtures.virtual_time import AtOnce, LoopClock, run
from whatsapp_studio.base.clock import FastClock
from whatsapp_studio.services.running.effects import AT_ONCE, MOST_BYTES, TO_ONE, Asked, Caller
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.effects import EffectStore
from whatsapp_studio.storage.runs import ms

# When a virtual loop begins.
START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
BEGIN = ms(START)
Handler = Callable[[httpx.Request], Awaitable[httpx.Response]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "studio.db")
    add_people(made, 3)
    a_plan(made)
    yield made
    made.close()


def ask(store: Store, n: int = 1, *, seconds: float | None = 10, ended: bool = False, **details: Any) -> str:
    """A request of run ``n``, to be answered within so many seconds."""
    key = f"run:{n}:call:1"
    given = {"step": "call", "method": "POST", "url": f"https://host{n}.example/x", "headers": {}, "body": ""}
    until = None if seconds is None else BEGIN + round(seconds * 1000)
    with store.write() as conn:
        conn.execute(
            "INSERT INTO runs (id, plan_id, journey_id, contact_id, entered, step, came, state, ended)"
            " VALUES (?, 1, 'j1', ?, 0, 'call', 0, x'', ?)",
            (n, n, 1 if ended else None),
        )
        conn.execute(
            "INSERT INTO effects (key, run_id, step, visit, kind, details, at, until)"
            " VALUES (?, ?, 'call', 1, 'call', ?, ?, ?)",
            (key, n, json.dumps({**given, **details}), BEGIN + n, until),
        )
    return key


def states(store: Store) -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["state"], row["answer"]) for row in store.rows("SELECT * FROM effects ORDER BY at")}


class World:
    """Other systems, and a caller in virtual time that talks to them."""

    def __init__(self, store: Store, handler: Handler) -> None:
        self.store, self.handler = store, handler
        self.asked: list[httpx.Request] = []
        self.heard = 0
        self.most = self.now = 0

    async def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            return await self.handler(request)
        finally:
            self.now -= 1

    def run(self, seconds: float = 60, meanwhile: Callable[[Caller], None] | None = None) -> None:
        async def program() -> None:
            caller = Caller(
                EffectStore(self.store), LoopClock(), AtOnce(), self._hear,
                lambda: httpx.AsyncClient(transport=httpx.MockTransport(self.answer)),
            )  # fmt: skip
            stop = asyncio.Event()
            running = asyncio.create_task(caller.run(stop))
            await asyncio.sleep(seconds / 2)
            if meanwhile is not None:
                meanwhile(caller)
            await asyncio.sleep(seconds / 2)
            stop.set()
            await running

        run(program())

    def _hear(self) -> None:
        self.heard += 1


def says(status: int = 200, **content: Any) -> Handler:
    async def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, **content)

    return handler


async def hangs(request: httpx.Request) -> httpx.Response:
    await asyncio.sleep(10_000)
    raise AssertionError("nobody waits so long")


def test_a_request_is_made_as_its_step_says_and_its_run_hears_the_answer(store: Store) -> None:
    key = ask(store, method="PUT", url=" https://a.example/o ", headers={"X-Key": "s"}, body='{"a": 1}')
    world = World(store, says(text="thanks"))
    world.run()
    (request,) = world.asked
    assert (request.method, str(request.url), request.content) == ("PUT", "https://a.example/o", b'{"a": 1}')
    assert (request.headers["x-key"], request.headers["content-type"]) == ("s", "application/json")
    assert states(store) == {key: ("done", "thanks")}
    assert signals(store) == [("answer", 1, "call", 1, "thanks", "answered")]
    assert world.heard == 1


@pytest.mark.parametrize(
    ("details", "content", "kind"),
    [
        ({"body": "plain"}, b"plain", "text/plain; charset=utf-8"), ({"method": "GET", "body": "x"}, b"", None),
        ({"body": "<a/>", "headers": {"Content-Type": "text/xml"}}, b"<a/>", "text/xml"),
    ],
)  # fmt: skip
def test_a_body_says_what_it_is(store: Store, details: dict[str, Any], content: bytes, kind: str | None) -> None:
    ask(store, **details)
    world = World(store, says())
    world.run()
    assert (world.asked[0].content, world.asked[0].headers.get("content-type")) == (content, kind)


@pytest.mark.parametrize("status", [301, 404, 500])
def test_what_is_no_success_is_a_refusal_that_says_why(store: Store, status: int) -> None:
    key = ask(store)
    World(store, says(status, text="no such order" + "!" * 900)).run()
    state, answer = states(store)[key]
    assert state == "failed" and answer.startswith(f"HTTP {status} no such order!") and len(answer) < 320
    assert signals(store)[0][5] == "refused"


@pytest.mark.parametrize("url", ["", "nonsense", "ftp://a.example", "https://a\x00.example", "//x"])
def test_an_address_that_is_none_is_a_refusal(store: Store, url: str) -> None:
    key = ask(store, url=url)

    async def program() -> None:
        caller = Caller(EffectStore(store), LoopClock(), AtOnce(), lambda: None, httpx.AsyncClient)
        stop = asyncio.Event()
        running = asyncio.create_task(caller.run(stop))
        await asyncio.sleep(1)
        stop.set()
        await running

    run(program())
    assert states(store)[key][0] == "failed"


def test_a_connection_that_breaks_is_a_refusal(store: Store) -> None:
    async def breaks(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("gone")

    key = ask(store)
    World(store, breaks).run()
    assert states(store)[key] == ("failed", "ReadError: gone")


def test_of_a_long_answer_the_beginning_is_kept(store: Store) -> None:
    async def endless(request: httpx.Request) -> httpx.Response:
        async def parts() -> Any:
            while True:
                yield "é".encode() * 10_000

        return httpx.Response(200, content=parts())

    key = ask(store)
    World(store, endless).run()
    assert states(store)[key] == ("done", "é" * (MOST_BYTES // 2))


def test_a_request_nobody_answers_is_given_up_when_its_run_goes_on(store: Store) -> None:
    key = ask(store, seconds=10)
    world = World(store, hangs)
    world.run(30)
    assert states(store)[key] == ("unknown", "timed-out")
    assert not signals(store) and not world.heard, "the run's own time-out moves it"


def test_a_host_that_hangs_holds_up_no_other(store: Store) -> None:
    """Twenty requests to one that hangs, then one to another: that one is answered at once."""
    for n in range(1, 21):
        ask(store, n, seconds=600, url="https://slow.example/")
    key = ask(store, 21, seconds=10)

    async def by_host(request: httpx.Request) -> httpx.Response:
        return await (hangs if request.url.host == "slow.example" else says())(request)

    world = World(store, by_host)
    world.run(2)
    assert states(store)[key][0] == "done"
    assert sum(request.url.host == "slow.example" for request in world.asked) == TO_ONE


def test_so_many_are_made_side_by_side_and_all_in_the_end(store: Store) -> None:
    async def slow(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1)
        return httpx.Response(200)

    for n in range(1, 1001):
        ask(store, n, seconds=None)
    world = World(store, slow)
    world.run(40)
    assert world.most == AT_ONCE and len(world.asked) == 1000
    assert {state for state, _ in states(store).values()} == {"done"}


def test_what_nobody_waits_for_is_never_made(store: Store) -> None:
    late, over = ask(store, 1, seconds=0), ask(store, 2, ended=True)
    world = World(store, says())
    world.run()
    assert not world.asked
    assert states(store) == {late: ("failed", "too-late"), over: ("failed", "stopped")}


def test_a_request_that_comes_later_is_made_when_the_loop_of_journeys_has_looked(store: Store) -> None:
    world = World(store, says(text="later"))

    def then(caller: Caller) -> None:
        key = ask(store, seconds=600)
        assert states(store)[key][0] == "ready"
        turn = Asked(EffectStore(store), caller)
        assert turn.step(LoopClock().now()) is False and turn.next_due(LoopClock().now()) is None

    world.run(60, then)
    assert [answer for _, answer in states(store).values()] == ["later"]


def test_a_request_under_way_when_the_program_dies_is_never_repeated(store: Store) -> None:
    key = ask(store, seconds=None)
    effects = EffectStore(store)
    calls, after = effects.waiting(10, BEGIN)
    assert effects.begin(calls) == calls and effects.begin(calls) == [] and after is None
    world = World(store, says())
    world.run()
    assert not world.asked and not signals(store)
    assert states(store) == {key: ("unknown", "interrupted")}


def test_when_told_to_stop_what_is_under_way_gets_a_moment(store: Store) -> None:
    async def slow(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(32 if request.url.host == "host1.example" else 4000)
        return httpx.Response(200, text="in time")

    quick, never = ask(store, 1, seconds=None), ask(store, 2, seconds=None)
    World(store, slow).run(30)
    assert states(store) == {quick: ("done", "in time"), never: ("unknown", "interrupted")}


def test_notices_are_kept_until_they_are_put_away(store: Store) -> None:
    with store.write() as conn:
        for n in (1, 2, 3):
            conn.execute(
                "INSERT INTO runs (id, plan_id, journey_id, contact_id, entered, step, came, state)"
                " VALUES (?, 1, 'j1', ?, 0, 'tell', 0, x'')",
                (n, n if n < 3 else 99),
            )
            conn.execute(
                "INSERT INTO effects (key, run_id, step, visit, kind, details, at)"
                " VALUES (?, ?, 'tell', 1, 'notify', ?, ?)",
                (f"run:{n}:tell:1", n, json.dumps({"title": f"Order {n}", "text": "Look"}), n),
            )
    effects = EffectStore(store)
    third, second, first = effects.notices()
    assert (first.title, first.text, first.journey, first.contact, first.name) == (
        "Order 1", "Look", "Welcome", 1, "Name1 Jansen",
    )  # fmt: skip
    assert (second.at, third.name) == (2, "")
    assert effects.unseen() == 3 and len(effects.notices(2)) == 2
    assert effects.dismiss([first.key, first.key, "run:9:tell:1"]) == 1
    assert [one.key for one in effects.notices()] == [third.key, second.key]
    assert effects.dismiss() == 2 and not effects.notices()
    assert not effects.ready(), "a notice is no request"


def test_the_moment_a_request_is_given_up_follows_a_fast_clock(store: Store) -> None:
    """At a thousand times the speed, ten seconds are a hundredth."""
    key = ask(store, seconds=10)
    clock = FastClock(START, 1000)

    async def program() -> float:
        caller = Caller(
            EffectStore(store), clock, AtOnce(), lambda: None,
            lambda: httpx.AsyncClient(transport=httpx.MockTransport(hangs)),
        )  # fmt: skip
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        began = loop.time()
        running = asyncio.create_task(caller.run(stop))
        while states(store)[key][0] != "unknown":
            await asyncio.sleep(0.001)
        took = loop.time() - began
        stop.set()
        await running
        return took

    assert run(program()) < 1
