"""Decides what is known of how templates do: what they affect, and Meta's figures of them, read once a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from whatsapp_studio.base.clock import Clock, from_iso, iso
from whatsapp_studio.base.errors import StudioError, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.cloudapi.client import CloudApi
from whatsapp_studio.cloudapi.template_calls import MOST_IN_FIGURES
from whatsapp_studio.services.cancelling import finished
from whatsapp_studio.services.submitting import Api
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_figures import FigureRows
from whatsapp_studio.storage.template_uses import live_uses
from whatsapp_studio.templates.figures import FROZEN_AFTER, REACH, Day, Figures, Why, day_of, frozen_before
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.use import Use

__all__ = ["Figures", "Watching", "Why"]
# What is known of the account's counting: on, off, not offered; empty before Meta was asked.
_STATE, _READ = "insights.state", "insights.read_at"
# 200007: not switched on; 200005: not to be had for this account (error codes page).
_STATES = {"meta-200007": "off", "meta-200005": "none"}
_EVERY = timedelta(days=1)
# Of others nothing was sent, or nothing that still counts.
_SENT = ("APPROVED", "PAUSED", "DISABLED")


class Watching:
    """How templates do. Every method may be called from any thread; those that ask Meta block."""

    def __init__(self, store: Store, templates: Templates, clock: Clock, tell: Tell, api: Api) -> None:
        self._store, self._facts, self._figures = store, ConnectionStore(store), FigureRows(store)
        self._templates, self._clock, self._tell, self._api = templates, clock, tell, api

    def affected(self, template: Template) -> tuple[Use, ...]:
        """What sends a template now, or will without another decision."""
        return tuple(live_uses(self._store.db.conn, template.name, template.language))

    # -- figures -------------------------------------------------------------------------------------

    def figures(self, template: Template) -> Figures | Why:
        """Meta's figures of a template as last read, or why there are none."""
        days, read_at = self._figures.of(template.meta_id) if template.meta_id else ((), None)
        if days and read_at is not None:
            return Figures(days=days, read_at=read_at, frozen_before=frozen_before(self._clock.now()))
        match self._facts.fact(_STATE):
            case "off":
                return Why("insights-off", can_enable=True)
            case "none":
                return Why("insights-region")
        return Why("insights-none")

    def read_figures(self, templates: Collection[Template] = (), progress: Progress = Unwatched()) -> None:
        """Ask Meta for the figures of some templates, or of all; blocks.

        That the account does not count is no error: :meth:`figures` says so then. Raises ``UserError`` and
        ``WorldError`` where Meta cannot be spoken to.
        """
        known = (one for one in self._templates.all() if one.status in _SENT)
        chosen = [one for one in templates or known if one.meta_id]
        try:
            finished(self._read(chosen, progress), progress)
            state = "on"
        except StudioError as error:
            if error.code not in _STATES:
                raise
            state = _STATES[error.code]
        self._facts.set_fact(_STATE, state)
        if not templates:
            self._facts.set_fact(_READ, iso(self._clock.now()))
        self._tell(Changes(templates=True))

    def enable_insights(self) -> None:
        """Let Meta count what becomes of each template from now on, for good; blocks.

        The person has agreed: it cannot be switched off again. Raises ``UserError`` where it is not offered.
        """

        async def ask() -> None:
            async with self._api() as api:
                await api.enable_insights()

        try:
            finished(ask(), Unwatched())
        except StudioError as error:
            self._facts.set_fact(_STATE, _STATES.get(error.code, self._facts.fact(_STATE)))
            self._tell(Changes(templates=True))
            raise
        self._facts.set_fact(_STATE, "on")
        self._facts.set_fact(_READ, "")
        self._tell(Changes(templates=True))

    # -- as an errand of the engine ------------------------------------------------------------------

    def due(self) -> datetime | None:
        """When figures are read next: once a day where the account counts, or where nobody asked yet."""
        if self._facts.current() is None or not self._templates.synced_at():
            return None
        read = self._facts.fact(_READ)
        return from_iso(read) + _EVERY if read else self._clock.now()

    def do(self, progress: Progress) -> None:
        """Read the figures of every template; what Meta refuses today is asked again tomorrow."""
        try:
            self.read_figures((), progress)
        except UserError:
            self._facts.set_fact(_READ, iso(self._clock.now()))
            raise

    # -- inside --------------------------------------------------------------------------------------

    async def _read(self, templates: list[Template], progress: Progress) -> None:
        now = self._clock.now()
        end = _midnight(now) + timedelta(days=1)
        async with self._api() as api:
            for done, (start, batch) in enumerate(batches := list(self._batches(templates, now))):
                progress.report(done, len(batches))
                await self._read_batch(api, batch, start, end)

    def _batches(self, templates: Iterable[Template], now: datetime) -> Iterator[tuple[datetime, list[Template]]]:
        """Templates that are asked for together: from the first day that may have moved since they were read."""
        groups: dict[datetime, list[Template]] = {}
        for one in templates:
            read_at = self._figures.of(one.meta_id)[1]
            since = now - REACH if read_at is None else max(now - REACH, read_at - FROZEN_AFTER)
            groups.setdefault(_midnight(since), []).append(one)
        for start, group in groups.items():
            for first in range(0, len(group), MOST_IN_FIGURES):
                yield start, group[first : first + MOST_IN_FIGURES]

    async def _read_batch(self, api: CloudApi, batch: list[Template], start: datetime, end: datetime) -> None:
        found: dict[str, list[Day]] = {}
        for point in await api.template_figures([one.meta_id for one in batch], start, end):
            day = day_of(point)
            if day is not None and (day.sent or day.delivered or day.read or day.clicks):
                found.setdefault(str(point.get("template_id")), []).append(day)
        for meta_id, days in found.items():
            self._figures.keep(meta_id, days, self._clock.now())


def _midnight(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
