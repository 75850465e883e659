"""Decides which settings a workspace has, their types, bounds and defaults."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from whatsapp_studio.base.errors import UserError, WorldError

T = TypeVar("T", int, str, bool, float)

_CLOCK = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9])?"


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key in the file, its default, and what it may be (``like`` is a pattern)."""

    key: str
    default: T
    low: float | None = None
    high: float | None = None
    among: tuple[T, ...] = ()
    like: str = ""

    @overload
    def __get__(self, owner: None, kind: type) -> Setting[T]: ...
    @overload
    def __get__(self, owner: Settings, kind: type) -> T: ...
    def __get__(self, owner: Settings | None, kind: type) -> Setting[T] | T:
        if owner is None:
            return self
        kept = owner.values.get(self.key, self.default)
        return kept if self.fits(kept) else self.default

    def __set__(self, owner: Settings, value: T) -> None:
        if not self.fits(value):
            raise UserError("setting-out-of-range", key=self.key, value=value, low=self.low, high=self.high)
        owner.change(self.key, value)

    def fits(self, value: object) -> bool:
        """Whether ``value`` has the type and lies within the bounds."""
        if type(value) is not type(self.default) or (self.among and value not in self.among):
            return False
        if self.like and re.fullmatch(self.like, str(value)) is None:
            return False
        if type(value) not in (int, float):
            return True
        low, high, size = self.low, self.high, float(str(value))
        return not (low is not None and size < low) and not (high is not None and size > high)


class Settings:
    """A workspace's settings, kept as JSON beside its database.

    Unknown keys of a newer program are kept; a value that does not fit counts as its default.
    """

    theme = Setting("look.theme", "system", among=("system", "light", "dark"))
    language = Setting("look.language", "system")
    notify = Setting("look.notify", True)
    on_close = Setting("look.on_close", "ask", among=("ask", "keep", "quit"))
    messages_per_second = Setting("sending.messages_per_second", 20, low=1, high=1000)
    # Of messages in journeys, by the contact's clock; empty: none.
    quiet_from = Setting("sending.quiet_from", "", like=_CLOCK)
    quiet_to = Setting("sending.quiet_to", "", like=_CLOCK)
    webhook_port = Setting("webhook.port", 8765, low=1024, high=65535)
    webhook_enabled = Setting("webhook.enabled", True)
    default_country = Setting("contacts.default_country", "NL")
    graph_version = Setting("connection.graph_version", "v25.0", among=("v23.0", "v24.0", "v25.0", "v26.0"))
    type_count_above = Setting("campaigns.type_count_above", 100, low=0, high=100_000)
    undo_seconds = Setting("campaigns.undo_seconds", 10, low=0, high=60)
    # A campaign leaves only with the code of its review file.
    second_look = Setting("campaigns.second_look", False)
    # A campaign of whose messages more percent fail is paused; 100: none ever is.
    pause_at_failures = Setting("campaigns.pause_at_failures", 20, low=1, high=100)
    # What messages are paid in where Meta did not tell; ISO 4217.
    currency = Setting("costs.currency", "USD", like="[A-Z]{3}")
    # The brand kit: one banned word a line, and how marketing is signed.
    brand_banned = Setting("brand.banned", "")
    brand_signature = Setting("brand.signature", "")

    def __init__(self, path: Path, changed: Callable[[str, object, object], None] | None = None) -> None:
        self._path = path
        self._changed = changed
        self._changing = threading.Lock()
        self.values: dict[str, Any] = _read(path)

    @classmethod
    def default(cls, key: str) -> object:
        """What a setting is as long as nobody changed it; None for one that this program does not know."""
        return next((one.default for one in vars(cls).values() if isinstance(one, Setting) and one.key == key), None)

    def change(self, key: str, value: object) -> None:
        """Keep one value, on the disk before in memory; raises ``WorldError("cannot-write")``."""
        with self._changing:
            kept = _read(self._path)
            values = {**kept, key: value}
            waiting = self._path.with_suffix(".new")
            try:
                waiting.write_text(json.dumps(values, indent=1, sort_keys=True), encoding="utf-8")
                os.replace(waiting, self._path)
            except OSError as error:
                raise WorldError("cannot-write", path=str(self._path), details=error.strerror or "") from error
            self.values = values
        if self._changed:
            self._changed(key, kept.get(key, self.default(key)), value)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
