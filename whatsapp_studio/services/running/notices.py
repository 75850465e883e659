"""Decides what journeys, templates and campaigns say to the person here, and how long: until it is put away."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.wording import explain, rejection
from whatsapp_studio.services.alerts import Alerts
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.effects import EffectStore, Notice

__all__ = ["Notice", "Notices"]


class Notices:
    """What steps that notify have said, what became of templates that are used, what happened to campaigns.

    Every method may be called from any thread.
    """

    def __init__(self, store: Store, tell: Tell) -> None:
        self._kept, self._alerts, self._tell = EffectStore(store), Alerts(store, tell), tell

    def all(self, limit: int = 200) -> list[Notice]:
        """What was not put away yet, the newest first."""
        found = [*map(_worded, self._kept.notices(limit)), *self._alerts.unseen(limit)]
        return sorted(found, key=lambda one: one.at, reverse=True)[:limit]

    def count(self) -> int:
        """How many were not put away yet."""
        return self._kept.unseen() + self._alerts.count()

    def put_away(self, keys: Sequence[str] | None = None) -> None:
        """Put some away, or all of them."""
        self._alerts.seen(keys)
        if self._kept.dismiss(keys):
            self._tell(Changes(notices=True))


def _worded(notice: Notice) -> Notice:
    """In the language of today: what is kept is a code."""
    if not notice.code:
        return notice
    reason = str(notice.facts.get("reason") or "")
    why = " ".join(filter(None, (rejection(reason).title, str(notice.facts.get("details") or ""))))
    words = explain(notice.code, {**notice.facts, "why": why})
    return msgspec.structs.replace(notice, title=words.title, text=" ".join(filter(None, (words.why, words.fix))))
