"""Decides over which client messages leave: the current connection's, without cutting off what is under way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.cloudapi.client import CloudApi
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Outcome, Refused
from whatsapp_studio.services.connecting import Connections


class _Line:
    """An open client, and how many messages are on it."""

    def __init__(self, api: Callable[[], AbstractAsyncContextManager[CloudApi]]) -> None:
        self._make = api
        self._context: AbstractAsyncContextManager[CloudApi] | None = None
        self._opening = asyncio.Lock()
        self._api: CloudApi | None = None
        self._busy = 0
        self._left = False

    async def send(self, message: Message) -> Outcome:
        self._busy += 1
        try:
            async with self._opening:
                if self._api is None:
                    self._context = self._make()
                    self._api = await self._context.__aenter__()
            return await self._api.send(message)
        finally:
            self._busy -= 1
            await self._end_if_idle()

    async def leave(self) -> None:
        """Close it as soon as the messages on it have their answer."""
        self._left = True
        await self._end_if_idle()

    async def _end_if_idle(self) -> None:
        if self._left and not self._busy and self._api is not None and self._context is not None:
            self._api = None
            import httpx  # loaded by now: something was sent through it

            with suppress(httpx.HTTPError):
                await self._context.__aexit__(None, None, None)


class Gateway:
    """Sends through the current connection; made anew when that changes, without cutting off what is under way."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._changed = threading.Event()
        self._line: _Line | None = None

    def renew(self) -> None:
        """Use the connection as it is now from the next message on."""
        self._changed.set()

    async def send(self, message: Message) -> Outcome:
        if self._changed.is_set():
            self._changed.clear()
            await self.close()
        if self._line is None:
            self._line = _Line(self._connections.api)
        line = self._line
        try:
            return await line.send(message)
        except StudioError as error:
            if self._line is line:
                self._line = None
            return Refused(0, error.code, "all")

    async def close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            await line.leave()
