"""Decides how other programs, and people, let something have happened: by hand, by a file, by a request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.journeys.entries import SOURCES, Source
from whatsapp_studio.services.running.arriving import Arriving
from whatsapp_studio.services.running.dropping import DropFolder
from whatsapp_studio.services.running.events import Event, Events, Listener, Scalar, hears
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.services.running.tokens import EventToken
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.storage.db import Store

if TYPE_CHECKING:
    from starlette.routing import Route

__all__ = ["Event", "Listener", "Outside", "Scalar", "Source"]


def _names(listeners: Iterable[Listener]) -> str:
    return ", ".join(f"“{name}”" for name in sorted({one.journey for one in listeners}))


class Outside:
    """Everything that can be asked of events. Every method may be called from any thread."""

    def __init__(
        self, store: Store, plans: Plans, vault: Vault, settings: Settings, folder: Path, clock: Clock,
        wake: Callable[[], None],
    ) -> None:  # fmt: skip
        self.folder = folder
        self.token = EventToken(vault)
        self._arriving = Arriving(store, lambda: settings.default_country)
        self._events = Events(store, plans, clock, wake)
        self._drops = DropFolder(folder, store, self._arriving, clock, wake)

    def fire(
        self, name: str, contact: int | None = None, fields: Mapping[str, Scalar] | None = None, *,
        source: Source = "manual",
    ) -> tuple[Listener, ...]:  # fmt: skip
        """Let something have happened to a contact, or to nobody in particular; returns who listens to it."""
        return self._events.fire(name, contact, fields, source=source)

    def contact(self, phone: str) -> int:
        """The contact a number is of; raises ``UserError`` for what is no number, and for nobody's."""
        return self._arriving.contact(phone)

    def listeners(self) -> tuple[Listener, ...]:
        """Every place in a journey that runs where an event is heard."""
        return self._events.listeners()

    def heard_by(self, event: Event, source: Source) -> tuple[Listener, ...]:
        """Who listens to an event that comes from ``source``."""
        return self._events.heard_by(event, source)

    def outlook(self, event: Event, source: Source) -> str:
        """What an event does now, in words: who hears it, or why nobody does."""
        listeners = [one for one in self.listeners() if one.ear.event == event.name.strip()]
        heard = [one for one in listeners if hears(one.ear, event, source)]
        if heard:
            return tr("It is heard by {journeys}.", journeys=_names(heard))
        if not listeners:
            return tr("No journey that runs waits for it.")
        meant = [one for one in listeners if any(hears(one.ear, event, other) for other in SOURCES)]
        if meant:
            names = _names(meant)
            if meant[0].ear.source == "manual":
                return tr("Nobody hears it: {journeys} waits for it by hand.", journeys=names)
            if meant[0].ear.source == "file":
                return tr("Nobody hears it: {journeys} waits for it from a file.", journeys=names)
            return tr("Nobody hears it: {journeys} waits for it from a request.", journeys=names)
        if event.contact is None:
            return tr("Nobody hears it: {journeys} waits for it of one contact.", journeys=_names(listeners))
        return tr("Nobody hears it: {journeys} waits for it of no contact in particular.", journeys=_names(listeners))

    # -- for the engine ------------------------------------------------------------------------------

    def doors(self) -> list[Route]:
        """The addresses at which the receiver takes events."""
        from whatsapp_studio.services.running.posting import event_route

        return [event_route(self._arriving, self._events, self.token.get)]

    async def run(self, stop: asyncio.Event) -> None:
        """Take files out of the folder until ``stop`` is set."""
        await self._drops.run(stop)
