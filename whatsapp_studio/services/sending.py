"""Decides how the engine runs: one thread with its own loop, its own database thread, and a stop that lands."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from whatsapp_studio.base.clock import Clock, SystemClock, speed_of
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.campaigns.rules import THROUGHPUT, rate_of
from whatsapp_studio.cloudapi.client import open_http
from whatsapp_studio.delivery.pace import MARGIN, Pace, below
from whatsapp_studio.delivery.sender import Sender
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.gateway import Gateway
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.services.running.effects import Asked, Caller
from whatsapp_studio.services.running.loop import Loop, Part, Seldom
from whatsapp_studio.services.uploading import Uploader
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.effects import EffectStore
from whatsapp_studio.storage.enclosures import EnclosureStore
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.outbox import OutboxStore

if TYPE_CHECKING:
    from starlette.routing import Route

log = logging.getLogger(__name__)
unexpected = logging.getLogger("whatsapp_studio.unexpected")
Beside = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
Doors = Callable[[], "list[Route]"]
_PAUSED, _BY_YOU = "sending.paused", "by-you"
_WAITING_FOR_CONNECTION = ("token-missing", "not-connected")


class EngineStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How sending stands.

    ``rate`` is what was achieved a second over the last five, ``target`` what is aimed at; ``limited_by`` says what
    keeps it there: ``nothing``, ``you`` (the rate that was set), ``number`` (Meta's limit for the number), ``meta``
    (slowed down), ``network``; ``paused_reason`` is a code of ``base.wording``, or empty. ``campaigns`` says the same
    of each campaign that has something to send now, by its id; why one rests is with the campaign (``rests_for``).
    """

    running: bool = False
    rate: float = 0.0
    target: float = 0.0
    limited_by: str = "nothing"
    paused_reason: str = ""
    receiver_url: str = ""
    receiver_ok: bool = False
    offline: bool = False
    interrupted: dict[str, int] = {}
    campaigns: dict[str, str] = {}


class Brakes:
    """Stops sending when Meta, or a person, says so; kept in the database so that it outlives the program.

    Each campaign keeps what stopped it and when (``storage.campaign_log``).
    """

    def __init__(self, store: Store, tell: Tell, clock: Clock | None = None) -> None:
        self._facts, self._campaigns, self._tell = ConnectionStore(store), CampaignStore(store), tell
        self._store, self._clock = store, clock or SystemClock()

    def paused(self) -> str:
        return self._facts.fact(_PAUSED)

    def pause_all(self, reason: str) -> None:
        if self.paused() != reason:
            with self._store.write() as conn:
                self._facts.set_fact(_PAUSED, reason)
                if reason != _BY_YOU:
                    # The pause itself is told; here it is kept for the reports.
                    for (campaign,) in conn.execute(
                        "SELECT id FROM campaigns WHERE kind = 'campaign' AND state = 'sending'"
                    ).fetchall():
                        note(conn, campaign, self._clock.now(), reason, tell=False)
            self._tell(Changes(sending=True))

    def resume_all(self) -> None:
        self._facts.set_fact(_PAUSED, "")
        self._tell(Changes(sending=True))

    def pause_campaign(self, campaign: str, reason: str) -> None:
        with self._store.write() as conn:
            paused = self._campaigns.move(campaign, ("sending",), "paused", pause_reason=reason)
            kind = conn.execute("SELECT kind FROM campaigns WHERE id = ?", (campaign,)).fetchone()
            if paused and reason != _BY_YOU:
                note(conn, campaign, self._clock.now(), reason, tell=kind is not None and kind[0] == "campaign")
        if paused:
            self._tell(Changes(campaigns=frozenset({campaign}), sending=True, notices=True))


class Engine:
    """The background of a workspace: sender, schedule and webhook receiver."""

    def __init__(
        self, store: Store, connections: Connections, settings: Settings, clock: Clock, tell: Tell,
        media: Callable[[], MediaShelf],
    ) -> None:  # fmt: skip
        self._store, self._connections, self._settings = store, connections, settings
        self._media = media
        self._clock, self._tell = clock, tell
        self.brakes = Brakes(store, tell, clock)
        self._outbox = OutboxStore(
            store, usual_rate=lambda: settings.messages_per_second, pause_at=lambda: settings.pause_at_failures,
            speed=speed_of(clock),
        )  # fmt: skip
        self._gateway = Gateway(connections)
        self._pace = Pace(self._target(), speed=speed_of(clock))
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._sender: Sender | None = None
        self._uploader: Uploader | None = None
        self._parts: tuple[Part, ...] = ()
        self._beside: tuple[Beside, ...] = ()
        self._doors: Doors = list
        self._seldom = Seldom(tell)
        self._journeys: Loop | None = None
        self._listening = threading.Event()
        self._port, self._path = 0, ""
        self._receiver_ok = False
        self._interrupted: dict[str, int] = {}
        self._broke = ""
        self._asked: tuple[bool, bool, int | None] = (True, True, None)

    # -- from any thread -----------------------------------------------------------------------------

    def start(self, *, sending: bool = True, receiving: bool = True, port: int | None = None) -> None:
        """Start the engine's thread. Rows that were leaving when the program last died become ``unknown`` first."""
        if self._thread is not None:
            return
        self._broke, self._asked = "", (sending, receiving, port)
        if sending:
            self._interrupted = self._outbox.reconcile(self._clock.now())
        self._listening.clear()
        wanted = (self._settings.webhook_port if port is None else port) if receiving else None
        self._thread = threading.Thread(target=self._run, args=(sending, wanted), name="engine", daemon=True)
        self._thread.start()
        # The receiver is up, or known to be impossible, before anybody is told its address.
        self._listening.wait(10)
        self._tell(Changes(sending=True, campaigns=frozenset(self._interrupted)))

    def stop(self, timeout: float = 20) -> None:
        """Let what is in flight land, give back what has not left, and end the thread."""
        thread = self._thread
        if thread is None:
            return
        # Told to end while it is still starting, it would not hear it.
        self._listening.wait(timeout)
        loop, stop = self._loop, self._stop
        if loop is not None and stop is not None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(stop.set)
        thread.join(timeout)
        self._thread = None

    def take_along(
        self, parts: Sequence[Part], seldom: Seldom, *, beside: Sequence[Beside] = (), doors: Doors = list
    ) -> None:
        """Give these, which move journeys on, their turns while the engine sends. Asked for before the start.

        What is ``beside`` them runs until it is told to stop; ``doors`` are further addresses of the receiver.
        """
        self._parts, self._seldom, self._beside, self._doors = tuple(parts), seldom, tuple(beside), doors

    def wake(self) -> None:
        """Look at the queue again at once."""
        if self._sender is not None:
            self._sender.wake()
        if self._uploader is not None:
            self._uploader.wake()

    def wake_journeys(self) -> None:
        """Look again at once at what is due or was heard in journeys."""
        if self._journeys is not None:
            self._journeys.wake()

    def journeys_rest(self) -> tuple[bool, datetime | None]:
        """Whether nothing is to be done in journeys as far as the engine knows, and when something is, if ever."""
        journeys = self._journeys
        return journeys.rests if journeys is not None else (False, None)

    def on_changes(self, changes: Changes) -> None:
        """Follow what others changed: a new connection, another rate."""
        if changes.connection:
            self._gateway.renew()
            if self.brakes.paused() in _WAITING_FOR_CONNECTION and self._connections.token_state() != "missing":
                self.brakes.resume_all()
        if changes.connection or changes.settings:
            self._pace.aim(self._target())
        if changes.connection or changes.settings or changes.templates:
            self.wake()
        # Whatever happened to a message, a contact or a journey may let somebody in or on.
        self.wake_journeys()

    def pause_all(self, reason: str = _BY_YOU) -> None:
        """Let nothing leave, whatever the campaign, until :meth:`resume_all`."""
        self.brakes.pause_all(reason)
        self.wake()

    def resume_all(self) -> None:
        """Go on, also after the engine ended because the disk was full or the like."""
        if self._broke:
            self.stop()
            sending, receiving, port = self._asked
            self.start(sending=sending, receiving=receiving, port=port)
        self.brakes.resume_all()
        self.wake()

    def receiving(self) -> bool:
        """Whether statuses can reach this program, now or once it runs."""
        if self._thread is not None:
            return self._receiver_ok
        return self._settings.webhook_enabled and bool(self._connections.app_secret())

    def status(self) -> EngineStatus:
        """How it stands now; cheap."""
        sender = self._sender
        running = self._thread is not None and self._thread.is_alive() and sender is not None
        limit = self._limit(sender) if sender and running else "nothing"
        return EngineStatus(
            running=running,
            rate=sender.rate() if sender and running else 0.0,
            target=self._pace.target,
            limited_by=limit,
            paused_reason=self._broke or self.brakes.paused(),
            receiver_url=f"http://127.0.0.1:{self._port}{self._path}" if self._receiver_ok else "",
            receiver_ok=self._receiver_ok,
            offline=bool(sender and sender.offline),
            interrupted=self._interrupted,
            campaigns=self._limits(limit) if running else {},
        )

    # -- inside --------------------------------------------------------------------------------------

    def _target(self) -> float:
        account = self._connections.current()
        level = account.throughput if account else ""
        return below(rate_of(self._wanted(), level), THROUGHPUT.get(level, 80))

    def _wanted(self) -> int:
        """What the campaigns that have something to send want together; before any was asked, of those that run."""
        if together := self._outbox.wanted:
            return int(together)
        row = self._store.row("SELECT max(rate) AS rate FROM campaigns WHERE state = 'sending' AND rate IS NOT NULL")
        return int(row["rate"]) if row is not None and row["rate"] else self._settings.messages_per_second

    def _limit(self, sender: Sender) -> str:
        if sender.offline:
            return "network"
        if self._pace.slowed:
            return "meta"
        if sender.crowded:
            return "network"
        return "number" if self._pace.target >= self._most() else "you"

    def _limits(self, limit: str) -> dict[str, str]:
        """What holds each campaign: what holds everything, else its own rate or that all of them share the number."""
        found = self._outbox.held_by(self._most())
        return dict.fromkeys(found, limit) if limit in ("network", "meta") else {**found}

    def _most(self) -> float:
        """Messages a second that the number allows, with its margin."""
        account = self._connections.current()
        return THROUGHPUT.get(account.throughput if account else "", 80) * MARGIN

    def _run(self, sending: bool, port: int | None) -> None:
        try:
            asyncio.run(self._main(sending, port))
        except* StudioError as errors:
            first = errors.exceptions[0]
            log.error("the engine ended: %s", first)
            self._broke = first.code if isinstance(first, StudioError) else "internal-error"
            self._tell(Changes(sending=True))
        except* Exception:
            log.exception("the engine ended")
            self._broke = "internal-error"
            self._tell(Changes(sending=True))
        finally:
            self._listening.set()
            self._receiver_ok = False
            self._sender = self._uploader = None

    async def _main(self, sending: bool, port: int | None) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(_unexpected)
        self._stop = stop = asyncio.Event()
        # Names of hosts that nobody answers for are looked up there: a few of them must not keep webhooks waiting.
        self._loop.set_default_executor(ThreadPoolExecutor(32, thread_name_prefix="helper"))
        with ThreadPoolExecutor(1, thread_name_prefix="outbox") as database:
            try:
                async with asyncio.TaskGroup() as tasks:
                    if port is not None:
                        tasks.create_task(self._receive(port, stop))
                    else:
                        self._listening.set()
                    if sending:
                        self._sender = Sender(
                            self._outbox, self._gateway, self.brakes, self._pace, self._clock, database, self._tell,
                            target=self._target,
                        )  # fmt: skip
                        tasks.create_task(self._sender.run(stop))
                        self._uploader = Uploader(
                            EnclosureStore(self._store), self._media, self._connections.api, self.brakes, self._clock,
                            database, self._tell, uploaded=self._sender.wake,
                        )  # fmt: skip
                        tasks.create_task(self._uploader.run(stop))
                        if self._parts:
                            tasks.create_task(self._move(stop))
                    await stop.wait()
            finally:
                # Also when the sender failed: a client of this loop would be of no use to the next one.
                await self._gateway.close()
                await self._loop.run_in_executor(database, self._store.close_thread)

    async def _move(self, stop: asyncio.Event) -> None:
        """Journeys move on a database thread of their own: a batch of theirs keeps no message waiting to be settled."""
        with ThreadPoolExecutor(1, "journeys", self._store.keep_in_memory) as database:
            effects = EffectStore(self._store)
            caller = Caller(effects, self._clock, database, self.wake_journeys, open_http)
            self._journeys = Loop((*self._parts, Asked(effects, caller)), self._clock, database, self._seldom)
            try:
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._journeys.run(stop))
                    tasks.create_task(caller.run(stop))
                    for beside in self._beside:
                        tasks.create_task(beside(stop))
            finally:
                self._journeys = None
                await asyncio.get_running_loop().run_in_executor(database, self._store.close_thread)

    async def _receive(self, port: int, stop: asyncio.Event) -> None:
        # The web server is needed on this thread only; loading it would keep the window waiting.
        from whatsapp_studio.services.receiving import PATH, Intake, receiver, serve

        self._path = PATH
        intake = Intake(LedgerStore(self._store), self._clock, self._tell, self.brakes)
        app = receiver(intake, self._connections.app_secret, self._connections.verify_token, self._doors())

        def ready(actual: int) -> None:
            self._port, self._receiver_ok = actual, True
            self._listening.set()

        if not await serve(app, port, stop, ready):
            log.warning("the webhook port %s is taken; statuses cannot be received here", port)
            self._listening.set()
            self._tell(Changes(sending=True))


def _unexpected(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """An error that no task and no caller took: it is written down like any other (qt/guard.py tells of it)."""
    error = context.get("exception")
    unexpected.error("in the engine: %s", context.get("message", ""), exc_info=error)
