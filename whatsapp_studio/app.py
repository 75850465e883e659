"""Decides how the parts of the program are built and closed: one Studio a workspace, without any window."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from whatsapp_studio.base import log
from whatsapp_studio.base.clock import Clock, SystemClock, given_clock
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes, Hub, Tell
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.launching import Campaigns
from whatsapp_studio.services.noting import Noting, SettingNotes
from whatsapp_studio.services.reporting import Reports
from whatsapp_studio.services.rooms import Rooms
from whatsapp_studio.services.running.entries import Entries
from whatsapp_studio.services.running.events import let_in
from whatsapp_studio.services.running.lives import Running
from whatsapp_studio.services.running.loop import Seldom
from whatsapp_studio.services.running.notices import Notices
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.services.running.resting import Rest, resting
from whatsapp_studio.services.running.runner import Movement, Runner
from whatsapp_studio.services.sandboxing import SandboxProcess
from whatsapp_studio.services.sending import Engine
from whatsapp_studio.services.surrounding import Around
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store

Role = Literal["studio", "receiver", "reader", "teller"]


class Studio(Rooms):
    """Everything the faces may ask for. Built by :meth:`open`, ended by :meth:`close`."""

    def __init__(self, paths: WorkspacePaths, lock: FileLock | None, *, read_only: bool, clock: Clock) -> None:
        self.paths, self.read_only, self.clock = paths, read_only, clock
        self._lock = lock
        self._hub = Hub()
        tell = self._hub.tell
        self._store = Store(paths.database, read_only=read_only)
        self._setting_notes = SettingNotes(self._store, clock, tell)
        self.settings = Settings(paths.settings, self._setting_changed)
        self._log = log.log_to(paths.logs)
        self.vault = Vault(self._key())
        self.connection = Connections(self._store, self.vault, self.settings, clock, tell)
        self.contacts = Contacts(self._store, paths, clock, tell)
        self.templates = Templates(self._store, clock, tell, self.connection.api)
        self.reports = Reports(self._store, clock.now)
        self.engine = Engine(self._store, self.connection, self.settings, clock, tell, lambda: self.media)
        self.campaigns = Campaigns(
            self._store, self.contacts, self.templates, self.settings, clock, tell,
            wake=self.wake_campaigns, receiving=self.engine.receiving,
        )  # fmt: skip
        self.campaigns.prices = lambda draft, at: self.rates.prices(draft, at)
        self.campaigns.costs = lambda pricer, markets: self.rates.costs(pricer, markets)
        around = Around(
            self.contacts, self.templates, self.settings, clock,
            lambda: self.settings.webhook_enabled or self.campaigns.hears(), lambda: self.snippets.texts(),
            lambda: self.rules.default_quiet(), lambda: tuple(one.name for one in self.segments.all()),
        )  # fmt: skip
        self.journeys = Journeys(self._store, around, clock, tell)
        self._plans = plans = Plans(self._store, self.journeys.surroundings)
        seldom = Seldom(tell)
        moving = Movement(Runner(self._store, plans, let_in), seldom, self.engine.wake)
        entries = Entries(self._store, plans, seldom)
        self.engine.take_along(
            [entries, moving], seldom,
            beside=[
                lambda stop: self.events.run(stop), lambda stop: self.errands.run(stop),
                lambda stop: self.turning.run(stop),
            ],
            doors=lambda: self.events.doors(),
        )  # fmt: skip
        self.notices = Notices(self._store, tell)
        self.running = Running(self._store, self.journeys, clock, tell, self.engine.wake)
        self.sandbox = SandboxProcess(self.connection, paths.logs / "sandbox.log")
        self._hub.listen(plans.on_changes)
        self._hub.listen(entries.on_changes)
        self._hub.listen(self.engine.on_changes)

    @classmethod
    def open(cls, workspace: Path, *, role: Role = "studio", clock: Clock | None = None) -> Studio:
        """Open a workspace folder, making it where it is new.

        One program at a time may write: a second one gets ``read_only``. The ``receiver`` role only takes in webhooks
        and a ``teller`` only tells of events: both may write beside a studio. A ``reader`` never writes. Raises
        ``WorldError`` (disk, damaged file) and ``UserError("workspace-too-new")``.
        """
        paths = WorkspacePaths(workspace.expanduser().absolute())
        try:
            paths.create()
        except OSError as error:
            raise WorldError("cannot-write", path=str(paths.root), details=error.strerror or "") from error
        lock: FileLock | None = None
        read_only = role == "reader"
        if role in ("studio", "receiver"):
            lock = FileLock(paths.receiver_lock if role == "receiver" else paths.writer_lock, thread_local=False)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                if role == "receiver":
                    raise WorldError("receiver-runs-already", path=str(paths.root)) from None
                lock, read_only = None, True
            except OSError as error:
                raise WorldError("cannot-write", path=str(paths.root), details=error.strerror or "") from error
        try:
            made = cls(paths, lock, read_only=read_only, clock=clock or given_clock())
            if role == "studio" and not read_only and made.settings.quiet_from:
                from whatsapp_studio.services.quiet_moving import move_quiet

                move_quiet(made.settings, made.rules)
            return made
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def listen(self, tell: Tell) -> Callable[[], None]:
        """Hear of every change; ``tell`` is called on the thread that made it. Returns how to stop listening."""
        return self._hub.listen(tell)

    def rest(self) -> Rest:
        """Whether anything is to be done for journeys now, and what waits where nothing is."""
        return resting(self._store, self.clock, self.engine.journeys_rest)

    def done_with_thread(self) -> None:
        """Close what this thread has open; for the end of a job's thread."""
        self._store.close_thread()

    def backup(self, target: Path) -> int:
        """Write the whole workspace, without secrets, to a file; returns its size in bytes."""
        from whatsapp_studio.services.backup import backup

        size = backup(self._store, self.paths, target, self.clock.now())
        if not self.read_only:
            Noting(self._store, self.clock, "workspace")("backup-made", "", target.name, after={"bytes": size})
            self._hub.tell(Changes(audit=True))
        return size

    def _setting_changed(self, key: str, before: object, after: object) -> None:
        self._setting_notes.changed(key, before, after)
        self._hub.tell(Changes(settings=True))

    def must_write(self) -> None:
        """Raise ``WorldError("workspace-read-only")`` when another program has the workspace open."""
        if self.read_only:
            raise WorldError("workspace-read-only")

    def close(self) -> None:
        """End everything in reverse; safe to call twice."""
        self.engine.stop()
        self.sandbox.stop()
        self._setting_notes.close()
        self._store.close()
        log.stop_logging(self._log)
        if self._lock is not None:
            self._lock.release()

    def _key(self) -> str:
        """The name of this workspace's secrets in the keyring: made once, kept with the workspace."""
        facts = ConnectionStore(self._store)
        found = facts.fact("workspace.id")
        if not found and not self.read_only:
            found = uuid.uuid4().hex
            facts.set_fact("workspace.id", found)
        return found


def restore(source: Path, workspace: Path) -> Path | None:
    """Put a backup in the place of a workspace; returns where its former database was set aside.

    Raises ``UserError("workspace-in-use")`` while a program that may write has it open.
    """
    from whatsapp_studio.services.backup import restore as put_back

    paths = WorkspacePaths(workspace.expanduser().absolute())
    paths.create()
    # The receiver writes beside a studio: left running, it would go on writing into the file that is set aside.
    writer, receiver = FileLock(paths.writer_lock), FileLock(paths.receiver_lock)
    try:
        with writer.acquire(timeout=0), receiver.acquire(timeout=0):
            return put_back(source, paths, SystemClock().now())
    except Timeout:
        raise UserError("workspace-in-use", path=str(paths.root)) from None
