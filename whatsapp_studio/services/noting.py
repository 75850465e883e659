"""Decides how services write down in the audit log what they did, and how settings do without holding a window up."""

from __future__ import annotations

import logging
import threading
from collections import deque
from datetime import datetime

from whatsapp_studio.base.audit import Values
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.storage.audit import note
from whatsapp_studio.storage.db import Store

log = logging.getLogger(__name__)


class Noting:
    """Adds rows of one kind, in the transaction that is open on this thread, or in one of their own."""

    def __init__(self, store: Store, clock: Clock, kind: str) -> None:
        self._store, self._clock, self._kind = store, clock, kind

    def __call__(
        self, action: str, object: str | int = "", name: str = "", before: Values | None = None,
        after: Values | None = None,
    ) -> None:  # fmt: skip
        """As ``storage.audit.note``."""
        with self._store.write() as conn:
            note(conn, self._clock.now(), action, self._kind, object, name, before, after)


class SettingNotes:
    """Adds a row for each setting that changes, on a thread of its own: a long import may hold the database."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._clock, self._tell = store, clock, tell
        self._waiting: deque[tuple[datetime, str, object, object]] = deque()
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None

    def changed(self, key: str, before: object, after: object) -> None:
        """A setting is ``after`` now; returns at once."""
        if self._store.read_only or before == after:
            return
        with self._lock:
            self._waiting.append((self._clock.now(), key, before, after))
            if self._writer is None:
                self._writer = threading.Thread(target=self._write, name="setting-notes", daemon=True)
                self._writer.start()

    def close(self) -> None:
        """Wait until everything is written down."""
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join()

    def _write(self) -> None:
        try:
            while True:
                with self._lock:
                    if not self._waiting:
                        self._writer = None
                        return
                    at, key, before, after = self._waiting.popleft()
                try:
                    with self._store.write() as conn:
                        note(conn, at, "setting-changed", "setting", key, "", {key: before}, {key: after})
                    self._tell(Changes(audit=True))
                except WorldError as error:
                    log.warning("a changed setting is not in the audit log: %s", error.code)
        finally:
            self._store.close_thread()
