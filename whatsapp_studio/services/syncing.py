"""Decides how the workspace's copy of the templates is brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.cloudapi.client import CloudApi
from whatsapp_studio.services.cancelling import finished
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_history import HistoryRows
from whatsapp_studio.storage.template_holds import Followed
from whatsapp_studio.storage.template_used import used
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.draft import Past
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
        self._history = HistoryRows(store)

    def sync(self, progress: Progress = Unwatched()) -> SyncResult:
        """Read every template from Meta and keep them instead of the stored ones; blocks until done.

        Nothing stored changes when the reading fails or is cancelled.
        """
        since = self._clock.now()
        found = finished(self._read(progress), progress)
        self._told(self.replace_all(found, self._clock.now(), since))
        return SyncResult(synced=len(found), by_status=dict(Counter(template.status for template in found)))

    def look_at(self, names: Collection[str], progress: Progress = Unwatched()) -> None:
        """Read the templates of some names from Meta; the others stay as they are. Blocks until done."""
        found = finished(self._read(progress, names), progress)
        self._told(self.replace_named(names, found, self._clock.now()))

    def history(self, name: str, language: str | None = None) -> list[Past]:
        """What happened to a template as far as this program knows, the newest first."""
        return self._history.of(name, language)

    def used(self) -> frozenset[tuple[str, str]]:
        """Name and language of every template that something here uses."""
        return used(self._store)

    def changed_at(self, template: Template) -> datetime | None:
        """Since when it has its status; None where that was never seen to change."""
        kinds = ("status", "added", "created", "edited")
        past = self.history(template.name, template.language)
        return next((one.at for one in past if one.kind in kinds and one.after == template.status), None)

    def pending(self) -> list[Template]:
        """The templates that Meta is still looking at."""
        return [one for one in self.all() if one.status in ("PENDING", "IN_APPEAL")]

    def _told(self, followed: Followed) -> None:
        touched = followed.touched
        self._tell(Changes(templates=True, campaigns=touched, sending=bool(touched), notices=followed.told))

    async def _read(self, progress: Progress, names: Collection[str] = ()) -> list[Template]:
        found: list[Template] = []
        async with self._api() as api:
            for name in names or ("",):
                async for raw in api.templates(name):
                    if progress.cancelled():
                        raise Cancelled
                    found.append(parse(raw))
                    progress.report(len(found))
        return found
