"""Decides how the sample of a header comes to Meta: by the resumable upload, once for each content."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.cloudapi.client import CloudApi, open_http
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.sample_handles import SAMPLE, UNFINISHED, HandleRows
from whatsapp_studio.templates.template import Header, Template

# Meta does not say how long a handle or an unfinished upload lives: none is used after a day.
_GOOD_FOR = timedelta(hours=24)
# A broken upload goes on from where it was, so often in one go.
_TRIES = 3
# The largest kind of file a message may carry (media page: documents).
_LARGEST = 100 * 1024 * 1024
FILE = "file:"
Fetch = Callable[[str], Awaitable[bytes]]


class Handles:
    """Swaps the samples of a draft's headers, kept files and web addresses, for handles of uploads."""

    def __init__(self, store: Store, media: MediaShelf, clock: Clock, fetch: Fetch | None = None) -> None:
        self._marks, self._media, self._clock = HandleRows(store), media, clock
        self._fetch = fetch or fetched

    async def swapped(self, api: CloudApi, template: Template, *, fresh: bool = False) -> Template:
        """The template with handles for samples; ``fresh`` uploads what was uploaded before once more."""
        header = await self._header(api, template.header, fresh)
        cards = tuple(
            [msgspec.structs.replace(c, header=await self._header(api, c.header, fresh)) for c in template.cards]
        )
        return msgspec.structs.replace(template, header=header, cards=cards)

    async def _header(self, api: CloudApi, header: Header | None, fresh: bool) -> Header | None:
        samples = dict(header.samples) if header else {}
        given = samples.get("media", "")
        if header is None or not given.startswith((FILE, "http://", "https://")):
            return header
        hash = given.removeprefix(FILE) if given.startswith(FILE) else await self._brought(given)
        samples["media"] = await self._handle(api, hash, fresh)
        return msgspec.structs.replace(header, samples=tuple(samples.items()))

    async def _handle(self, api: CloudApi, hash: str, fresh: bool) -> str:
        kept = self._marks.mark(hash, SAMPLE)
        if kept is not None and not fresh and kept[1] > self._clock.now() - _GOOD_FOR:
            return kept[0]
        path, facts = self._media.path(hash), self._media.facts(hash)
        upload, offset = await self._begun(api, hash)
        for tried in range(_TRIES):
            try:
                if not upload:
                    app = (await api.debug_token()).app_id
                    upload = await api.begin_sample(facts.name, facts.size, facts.mime, app or "app")
                    self._marks.keep(hash, UNFINISHED, upload, self._clock.now())
                handle = await api.send_sample(upload, path, offset)
                break
            except WorldError as error:
                if tried + 1 == _TRIES or not upload or error.code != "no-answer":
                    raise
                offset = await api.sample_offset(upload)
        self._marks.forget(hash, UNFINISHED)
        self._marks.keep(hash, SAMPLE, handle, self._clock.now())
        return handle

    async def _begun(self, api: CloudApi, hash: str) -> tuple[str, int]:
        """The upload of this file that broke off earlier, and how far it came."""
        kept = self._marks.mark(hash, UNFINISHED)
        if kept is None or kept[1] <= self._clock.now() - _GOOD_FOR:
            return "", 0
        try:
            return kept[0], await api.sample_offset(kept[0])
        except UserError:
            self._marks.forget(hash, UNFINISHED)
            return "", 0

    async def _brought(self, url: str) -> str:
        """The hash of what is at a web address, kept here: Meta takes samples as uploads only."""
        content = await self._fetch(url)
        handle, name = tempfile.mkstemp(suffix=Path(url.partition("?")[0]).suffix[:8])
        try:
            with os.fdopen(handle, "wb") as target:
                target.write(content)
            return self._media.keep(Path(name))
        finally:
            Path(name).unlink(missing_ok=True)


async def fetched(url: str) -> bytes:
    """What is at a web address, up to 100 MB; raises ``UserError("sample-unreachable")``."""
    import httpx

    content = b""
    try:
        async with open_http() as http, http.stream("GET", url, follow_redirects=True) as reply:
            if not reply.is_success:
                raise UserError("sample-unreachable", url=url, details=str(reply.status_code))
            async for part in reply.aiter_bytes():
                content += part
                if len(content) > _LARGEST:
                    raise UserError("sample-unreachable", url=url, details="> 100 MB")
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise UserError("sample-unreachable", url=url, details=type(error).__name__) from error
    return content


def is_bad_handle(error: StudioError) -> bool:
    """Whether Meta does not know (any more) the handle of a sample."""
    return error.facts.get("subcode") == 2494102
