"""Decides when the files of messages go up to Meta: before what needs them leaves, once for a number, anew in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractAsyncContextManager, suppress
from pathlib import Path
from typing import Protocol, TypeVar

from whatsapp_studio.base.clock import Clock, speed_of
from whatsapp_studio.base.errors import StudioError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.cloudapi.codes import rule_for
from whatsapp_studio.services.media import MediaFacts, MediaShelf
from whatsapp_studio.storage.enclosures import EnclosureStore, Wanted

log = logging.getLogger(__name__)
T = TypeVar("T")
# Something may be needed that nobody woke us for: a scheduled campaign comes near, an upload grows old.
_LOOK_EVERY = 60.0
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 300.0


class Api(Protocol):
    """What is asked of the Cloud API."""

    async def upload_media(self, path: Path, mime: str, number: str = "") -> str: ...


class Brakes(Protocol):
    """Who stops what when a file cannot be had; called on the database thread."""

    def pause_all(self, reason: str) -> None: ...
    def pause_campaign(self, campaign: str, reason: str) -> None: ...


class Uploader:
    """Uploads what is wanted, one file after another, until it is told to stop.

    A network that is gone is waited for; a file that is gone, or that Meta refuses, pauses the campaigns that need it
    with the reason. ``database`` runs every storage call.
    """

    def __init__(
        self, uploads: EnclosureStore, media: Callable[[], MediaShelf],
        api: Callable[[], AbstractAsyncContextManager[Api]], brakes: Brakes, clock: Clock, database: Executor,
        tell: Tell, *, uploaded: Callable[[], None],
    ) -> None:  # fmt: skip
        self._uploads, self._media, self._api, self._brakes = uploads, media, api, brakes
        self._clock, self._database, self._tell, self._uploaded = clock, database, tell, uploaded
        self._speed = speed_of(clock)
        self._woken = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """Look again at once. Safe from any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Upload until ``stop`` is set; what is on its way then is cut off, and goes up anew at the next start."""
        self._loop = asyncio.get_running_loop()
        working = asyncio.create_task(self._work())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait((working, stopped), return_when=asyncio.FIRST_COMPLETED)
        for task in (working, stopped):
            task.cancel()
        for ended in await asyncio.gather(working, stopped, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended

    async def _work(self) -> None:
        wait = _FIRST_WAIT
        while True:
            self._woken.clear()
            wanted = await self._db(self._uploads.wanted, self._clock.now())
            failed = False
            for one in wanted:
                if not await self._bring(one):
                    failed = True
                    break
            wait = min(_LONGEST_WAIT, wait * 2) if failed else _FIRST_WAIT
            # Not wait_for: woken at the moment it is cancelled, it would forget that it was (Python 3.11).
            with suppress(TimeoutError):
                async with asyncio.timeout((wait if failed else _LOOK_EVERY) / self._speed):
                    await self._woken.wait()

    async def _bring(self, wanted: Wanted) -> bool:
        """Whether there is an answer for this file, good or bad; False where the network gave none."""
        try:
            path, facts = await self._db(self._file, wanted.hash)
            async with self._api() as api:
                mark = await api.upload_media(path, facts.mime, wanted.place)
        except WorldError as error:
            log.info("a file could not be uploaded: %s", error.code)
            return False
        except StudioError as error:
            if _concerns_all(error):
                await self._db(self._brakes.pause_all, error.code)
            for campaign in () if _concerns_all(error) else wanted.campaigns:
                await self._db(self._brakes.pause_campaign, campaign, error.code)
            return not _concerns_all(error)
        await self._db(self._uploads.keep, wanted.hash, wanted.place, mark, self._clock.now())
        self._tell(Changes(content=True))
        self._uploaded()
        return True

    def _file(self, hash: str) -> tuple[Path, MediaFacts]:
        media = self._media()
        return media.path(hash), media.facts(hash)

    async def _db(self, call: Callable[..., T], *args: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._database, call, *args)


def _concerns_all(error: StudioError) -> bool:
    """Whether nothing else could be uploaded, nor sent, either."""
    if error.code in ("not-connected", "token-missing"):
        return True
    code, subcode = error.facts.get("code"), error.facts.get("subcode")
    return isinstance(code, int) and rule_for(code, subcode if isinstance(subcode, int) else None).reach == "all"
