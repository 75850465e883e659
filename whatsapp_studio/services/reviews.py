"""Decides when Meta is asked after templates: those in review soon, then less often, and what news left open."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from whatsapp_studio.base.clock import Clock, from_iso, iso
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_news import TO_READ

# Minutes after a review began at which it is asked after; then once an hour. Meta answers within a day (review page).
AFTER = (1, 2, 5, 10, 20, 30, 60)
_ASKED = "templates_asked_at"


class Reviews:
    """Asks after templates that are in review, and after those of which a webhook said too little."""

    def __init__(self, store: Store, templates: Templates, connections: Connections, clock: Clock) -> None:
        self._facts, self._templates = ConnectionStore(store), templates
        self._connections, self._clock = connections, clock

    def due(self) -> datetime | None:
        """When is asked next; None where nothing is in review."""
        if self._connections.current() is None:
            return None
        if self._open():
            return self._clock.now()
        asked = self._asked()
        return min((next_look(since, asked) for since in self._since()), default=None)

    def do(self, progress: Progress) -> None:
        """Ask after everything that is in review."""
        names = {one.name for one in self._templates.pending()} | set(self._open())
        self._facts.set_fact(_ASKED, iso(self._clock.now()))
        if names:
            self._templates.look_at(sorted(names), progress)
        self._facts.set_fact(TO_READ, json.dumps(sorted(set(self._open()) - names)))

    def _open(self) -> list[str]:
        found = self._facts.fact(TO_READ)
        return list(json.loads(found)) if found else []

    def _asked(self) -> datetime | None:
        asked = self._facts.fact(_ASKED)
        moments = [from_iso(asked) if asked else None, self._templates.synced_at()]
        return max((one for one in moments if one is not None), default=None)

    def _since(self) -> list[datetime]:
        """When each review began."""
        return [self._templates.changed_at(one) or self._clock.now() for one in self._templates.pending()]


def next_look(since: datetime, asked: datetime | None) -> datetime:
    """The first of the moments to ask at that comes after it was asked last."""
    if asked is None or asked < since:
        return since + timedelta(minutes=AFTER[0])
    minutes = (asked - since).total_seconds() / 60
    return since + timedelta(minutes=next((one for one in AFTER if one > minutes), (minutes // 60 + 1) * 60))
