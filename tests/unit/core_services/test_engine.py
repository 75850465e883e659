"""Decides that the engine's thread starts, sends, receives, heeds the brakes, and ends with everything landed."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import socket
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from tests.conftest import MemoryKeyring
from tests.fixtures.studio import Workspace, add_people
from whatsapp_studio.base.clock import SystemClock
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, Outcome, Refused
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.gateway import Gateway
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.services.sending import Brakes, Engine
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.storage.outbox import OutboxStore

PATIENCE = 15.0


class Api:
    """The Cloud API as the engine sees it."""

    def __init__(self, wired: Wired) -> None:
        self.wired = wired
        self.loop = asyncio.get_running_loop()

    async def send(self, message: Message) -> Outcome:
        if self.loop is not asyncio.get_running_loop():
            raise RuntimeError("a client of an ended loop")
        self.wired.sent.append(message)
        await self.wired.gate()
        return self.wired.answer(message)


class Wired(Connections):
    """The connection of a workspace, to a network of the test's."""

    def __init__(self, rooms: Workspace, vault: Vault) -> None:
        super().__init__(rooms.store, vault, rooms.settings, SystemClock(), lambda changes: None)
        self.sent: list[Message] = []
        self.opened = self.closed = 0
        self.answer: Callable[[Message], Outcome] = lambda m: Accepted(f"wamid.{m.id}.{m.attempts}")
        self.open_gate = threading.Event()
        self.open_gate.set()

    async def gate(self) -> None:
        while not self.open_gate.is_set():
            await asyncio.sleep(0.01)

    @asynccontextmanager
    async def api(self) -> AsyncIterator[Any]:
        if self.current() is None:
            raise UserError("not-connected")
        if not self._vault.get("access-token"):
            raise UserError("token-missing")
        self.opened += 1
        yield Api(self)
        self.closed += 1


class Stand:
    """An engine on real threads, and a way to wait for what it says."""

    def __init__(self, rooms: Workspace) -> None:
        self.rooms = rooms
        rooms.settings.messages_per_second = 80
        self.vault = Vault("w1", MemoryKeyring())
        self.vault.keep("access-token", "EAAsecret")
        self.vault.keep("app-secret", "hush")
        self.wired = Wired(rooms, self.vault)
        self.changed = threading.Condition()
        self.media = MediaShelf(rooms.store, rooms.paths.media, SystemClock(), self.tell)
        self.engine = Engine(rooms.store, self.wired, rooms.settings, SystemClock(), self.tell, lambda: self.media)
        # Nobody is waited for here; the gap between two messages to one person has tests of its own.
        self.engine._pace.pair_gap = 0.0

    def tell(self, changes: Changes) -> None:
        with self.changed:
            self.changed.notify_all()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something told makes it true."""
        with self.changed:
            assert self.changed.wait_for(true, PATIENCE), "it never came"

    def launch(self, people: int = 5, **named: Any) -> str:
        ids = add_people(self.rooms.store, people, first=1 + 100 * len(self.rooms.campaigns.all()))
        return self.rooms.outgoing.launch(ids, f"C{len(self.rooms.campaigns.all())}", **named)

    def state(self, campaign: str) -> str:
        return self.rooms.campaigns.get(campaign).state


@pytest.fixture
def stand(rooms: Workspace) -> Iterator[Stand]:
    made = Stand(rooms)
    yield made
    made.wired.open_gate.set()
    made.engine.stop()
    assert not [thread for thread in threading.enumerate() if thread.name in ("engine", "outbox_0")]


def test_it_sends_and_ends_with_everything_landed(stand: Stand) -> None:
    campaign = stand.launch()
    stand.engine.start(receiving=False)
    stand.until(lambda: stand.state(campaign) == "done")

    status = stand.engine.status()
    assert (status.running, status.paused_reason, status.offline, status.receiver_ok) == (True, "", False, False)
    assert status.target == pytest.approx(80 * 0.97)
    assert status.rate > 0
    assert stand.rooms.outgoing.states(campaign) == ["accepted"] * 5
    stand.engine.stop()
    assert not stand.engine.status().running
    assert (stand.wired.opened, stand.wired.closed) == (1, 1)


def test_what_is_launched_while_it_idles_goes_at_once(stand: Stand) -> None:
    stand.engine.start(receiving=False)
    campaign = stand.launch()
    stand.engine.wake()

    stand.until(lambda: stand.state(campaign) == "done")


def test_starting_twice_and_stopping_twice_is_harmless(stand: Stand) -> None:
    stand.engine.start(receiving=False)
    stand.engine.start(receiving=False)
    assert sum(1 for thread in threading.enumerate() if thread.name == "engine") == 1
    stand.engine.stop()
    stand.engine.stop()
    stand.engine.wake()


def test_a_stop_waits_for_what_is_in_flight(stand: Stand) -> None:
    stand.wired.open_gate.clear()
    campaign = stand.launch(3)
    stand.engine.start(receiving=False)
    stand.until(lambda: stand.rooms.campaigns.get(campaign).counts.in_flight > 0)
    stopping = threading.Thread(target=stand.engine.stop)
    stopping.start()
    stand.wired.open_gate.set()
    stopping.join(PATIENCE)

    states = stand.rooms.outgoing.states(campaign)
    assert set(states) <= {"accepted", "ready"}
    assert states.count("accepted") == len(stand.wired.sent)


def test_what_was_leaving_when_the_program_died_is_in_doubt_at_the_start(stand: Stand) -> None:
    campaign = stand.launch(2)
    stand.rooms.outgoing.claim_one()

    stand.engine.start(receiving=False)
    stand.until(lambda: stand.state(campaign) == "done")

    assert stand.rooms.outgoing.states(campaign) == ["unknown", "accepted"]
    assert stand.engine.status().interrupted == {campaign: 1}


def test_a_pause_is_heeded_kept_and_lifted(stand: Stand) -> None:
    stand.engine.pause_all()
    campaign = stand.launch()
    stand.engine.start(receiving=False)
    stand.engine.wake()
    assert stand.engine.status().paused_reason == "by-you"
    assert Brakes(stand.rooms.store, lambda changes: None).paused() == "by-you"
    assert stand.wired.sent == []

    stand.engine.resume_all()

    stand.until(lambda: stand.state(campaign) == "done")
    assert stand.engine.status().paused_reason == ""


def test_a_refused_token_waits_for_a_new_connection(stand: Stand) -> None:
    stand.wired.answer = lambda message: Refused(190, "expired", "all")
    campaign = stand.launch(2)
    stand.engine.start(receiving=False)
    stand.until(lambda: stand.engine.status().paused_reason == "meta-190")
    stand.until(lambda: stand.rooms.campaigns.get(campaign).counts.in_flight == 0)

    assert stand.rooms.outgoing.states(campaign) == ["ready", "ready"]
    stand.wired.answer = lambda m: Accepted(f"w{m.id}")
    stand.engine.on_changes(Changes(connection=True))
    stand.engine.resume_all()
    stand.until(lambda: stand.state(campaign) == "done")
    assert stand.wired.opened == 2


@pytest.mark.parametrize("missing", ["token", "connection"])
def test_without_a_token_or_connection_it_waits_and_goes_on_by_itself(stand: Stand, missing: str) -> None:
    if missing == "token":
        stand.vault.forget("access-token")
    else:
        stand.wired._kept.forget()
    campaign = stand.launch(1)
    stand.engine.start(receiving=False)
    reason = "token-missing" if missing == "token" else "not-connected"
    stand.until(lambda: stand.engine.status().paused_reason == reason)

    stand.vault.keep("access-token", "EAAnew")
    stand.rooms.connect()
    stand.engine.on_changes(Changes(connection=True))

    stand.until(lambda: stand.state(campaign) == "done")


def test_another_rate_is_aimed_at(stand: Stand) -> None:
    stand.engine.start(receiving=False)
    stand.rooms.settings.messages_per_second = 10
    stand.engine.on_changes(Changes(settings=True))
    assert stand.engine.status().target == 10
    assert stand.engine.status().limited_by == "you"
    stand.rooms.settings.messages_per_second = 500
    stand.engine.on_changes(Changes(settings=True))
    assert stand.engine.status().target == pytest.approx(80 * 0.97)
    assert stand.engine.status().limited_by == "number"


def test_a_campaign_names_its_own_rate(stand: Stand) -> None:
    stand.engine.pause_all()
    stand.launch(1, rate=7)

    assert stand.engine._target() == pytest.approx(7)


def signed(body: dict[str, Any]) -> dict[str, Any]:
    raw = json.dumps(body).encode()
    made = hmac.new(b"hush", raw, hashlib.sha256).hexdigest()
    return {"content": raw, "headers": {"X-Hub-Signature-256": f"sha256={made}"}}


def test_it_receives_what_meta_says(stand: Stand) -> None:
    campaign = stand.launch(1)
    stand.engine.start(port=0)
    stand.until(lambda: stand.state(campaign) == "done")
    status = stand.engine.status()
    assert status.receiver_ok and stand.engine.receiving()
    news = {"statuses": [{"id": "wamid.1.1", "status": "read", "timestamp": "1772528400"}]}
    body = {"entry": [{"changes": [{"field": "messages", "value": news}]}]}

    assert httpx.post(status.receiver_url, **signed(body)).status_code == 200

    stand.until(lambda: stand.rooms.campaigns.get(campaign).counts.read == 1)
    stand.engine.stop()
    assert (stand.engine.status().receiver_ok, stand.engine.status().receiver_url) == (False, "")


def test_the_receiver_alone_sends_nothing_and_doubts_nothing(stand: Stand) -> None:
    campaign = stand.launch(2)
    stand.rooms.outgoing.claim_one()
    stand.engine.start(sending=False, port=0)

    assert stand.engine.receiving()
    stand.engine.stop()
    assert stand.rooms.outgoing.states(campaign) == ["sending", "ready"]
    assert stand.wired.sent == []


def test_a_port_that_is_taken_does_not_keep_it_from_sending(
    stand: Stand, expect_logs: Callable[[str], None]
) -> None:  # fmt: skip
    expect_logs("port .* is taken")
    campaign = stand.launch(1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        stand.engine.start(port=taken.getsockname()[1])
        stand.until(lambda: stand.state(campaign) == "done")

        assert (stand.engine.status().receiver_ok, stand.engine.status().receiver_url) == (False, "")
        assert stand.engine.status().running


def test_a_disk_that_fails_ends_it_with_a_word_and_a_resume_starts_it_again(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, expect_logs: Callable[[str], None]
) -> None:  # fmt: skip
    expect_logs("the engine ended")
    stand.engine.start(receiving=False)
    first = stand.launch(1)
    stand.engine.wake()
    stand.until(lambda: stand.state(first) == "done")

    def full(*args: object) -> None:
        raise WorldError("disk-full")

    monkeypatch.setattr(OutboxStore, "claim", full)
    stand.engine.wake()
    stand.until(lambda: stand.engine.status().paused_reason == "disk-full")
    monkeypatch.undo()
    assert not stand.engine.status().running
    second = stand.launch(1)

    stand.engine.resume_all()

    stand.until(lambda: stand.state(second) == "done")
    assert stand.rooms.outgoing.states(second) == ["accepted"]


def test_each_thread_gives_its_connection_back(stand: Stand) -> None:
    campaign = stand.launch(1)
    before = len(stand.rooms.store._open)
    stand.engine.start(receiving=False)
    stand.until(lambda: stand.state(campaign) == "done")
    stand.engine.stop()

    assert len(stand.rooms.store._open) <= before + 1
    for db in stand.rooms.store._open:
        try:
            db.conn.execute("SELECT 1")
        except sqlite3.ProgrammingError:
            pytest.fail("a closed connection is still listed")


def test_a_gateway_opens_once_and_anew_when_the_connection_changed(stand: Stand) -> None:
    stand.launch(1)
    message = stand.rooms.outgoing.claim_one()

    async def go() -> list[Outcome]:
        gateway = Gateway(stand.wired)
        found = [await gateway.send(message), await gateway.send(message)]
        assert (stand.wired.opened, stand.wired.closed) == (1, 0)
        gateway.renew()
        found.append(await gateway.send(message))
        assert (stand.wired.opened, stand.wired.closed) == (2, 1)
        await gateway.close()
        await gateway.close()
        return found

    assert all(isinstance(one, Accepted) for one in asyncio.run(go()))
    assert stand.wired.closed == 2


def test_a_changed_connection_cuts_off_nothing_that_is_under_way(stand: Stand) -> None:
    stand.launch(4)
    messages, _ = stand.rooms.outgoing.outbox.claim(4, SystemClock().now())
    stand.wired.open_gate.clear()

    async def go() -> list[Outcome]:
        gateway = Gateway(stand.wired)
        first = [asyncio.create_task(gateway.send(one)) for one in messages[:3]]
        await asyncio.sleep(0.05)
        assert stand.wired.opened == 1, "messages that leave together share one client"
        gateway.renew()
        last = asyncio.create_task(gateway.send(messages[3]))
        await asyncio.sleep(0.05)
        assert (stand.wired.opened, stand.wired.closed) == (2, 0), "the former one still has messages on it"
        stand.wired.open_gate.set()
        found = await asyncio.gather(*first, last)
        assert stand.wired.closed == 1
        await gateway.close()
        return list(found)

    assert all(isinstance(one, Accepted) for one in asyncio.run(go()))
    assert stand.wired.closed == 2


def test_without_a_token_every_message_of_a_handful_is_given_back(stand: Stand) -> None:
    stand.launch(3)
    messages, _ = stand.rooms.outgoing.outbox.claim(3, SystemClock().now())
    stand.wired._vault.forget("access-token")

    async def go() -> list[Outcome]:
        gateway = Gateway(stand.wired)
        return list(await asyncio.gather(*(gateway.send(one) for one in messages)))

    assert asyncio.run(go()) == [Refused(0, "token-missing", "all")] * 3


def test_it_is_said_what_holds_each_campaign(stand: Stand) -> None:
    slow, fast = stand.launch(30, rate=3), stand.launch(90, rate=79)
    stand.engine.start(receiving=False)
    stand.until(lambda: len(stand.engine.status().campaigns) == 2)
    assert stand.engine.status().campaigns == {slow: "you", fast: "number"}
    stand.engine.stop()
    assert stand.engine.status().campaigns == {}


def test_too_many_failures_pause_a_campaign_by_the_setting(stand: Stand) -> None:
    stand.rooms.settings.pause_at_failures = 35
    # Every third fails at first; then every second.
    stand.wired.answer = lambda m: (
        Refused(131026) if len(stand.wired.sent) % (3 if len(stand.wired.sent) < 150 else 2) == 0
        else Accepted(f"wamid.{m.id}")
    )  # fmt: skip
    first = stand.launch(99, rate=80)
    stand.engine.start(receiving=False)
    stand.until(lambda: stand.state(first) == "done")
    stand.rooms.settings.pause_at_failures = 20
    second = stand.launch(99, rate=80)
    stand.engine.wake()
    stand.until(lambda: stand.state(second) == "paused")
    paused = stand.rooms.campaigns.get(second)
    assert paused.pause_reason == "too-many-failures"
    assert paused.counts.queued > 0 and paused.counts.total == 99
    stand.engine.stop()
