"""Decides how the workspace's copy of the templates is brought up to date."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.cloudapi.client import CloudApi
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import Template, parse


class SyncResult(msgspec.Struct, frozen=True, kw_only=True):
    """How many templates there are now, and how many in each status."""

    synced: int
    by_status: dict[str, int]


class Templates(TemplateRows):
    """The account's templates as last read; everything but :meth:`sync` works without a network."""

    def __init__(
        self, store: Store, clock: Clock, tell: Tell, api: Callable[[], AbstractAsyncContextManager[CloudApi]]
    ) -> None:
        super().__init__(store)
        self._clock, self._tell, self._api = clock, tell, api

    def sync(self, progress: Progress = Unwatched()) -> SyncResult:
        """Read every template from Meta and keep them instead of the stored ones; blocks until done.

        Nothing stored changes when the reading fails or is cancelled.
        """
        found = asyncio.run(self._read(progress))
        self.replace_all(found, self._clock.now())
        self._tell(Changes(templates=True))
        return SyncResult(synced=len(found), by_status=dict(Counter(template.status for template in found)))

    async def _read(self, progress: Progress) -> list[Template]:
        found: list[Template] = []
        async with self._api() as api:
            async for raw in api.templates():
                if progress.cancelled():
                    raise Cancelled
                found.append(parse(raw))
                progress.report(len(found))
        return found
