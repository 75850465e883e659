"""Decides what is said of what happened to campaigns by themselves, until somebody has seen it."""

from __future__ import annotations

from collections.abc import Sequence

from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.storage.campaign_log import CampaignLog, Entry
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.effects import Notice

__all__ = ["Alerts", "Entry", "Notice"]

_KEY = "campaign:"
# After anything else a campaign waits for a person.
_NEXT_TURN = mark("“{name}” goes on with its next turn.")
_TITLES = {
    "start-skipped": mark("“{name}” was not sent."),
    "turn-skipped": _NEXT_TURN,
    "turn-without-people": _NEXT_TURN,
}


class Alerts:
    """What happened to campaigns while nobody did anything. Every method may be called from any thread."""

    def __init__(self, store: Store, tell: Tell) -> None:
        self._log, self._tell = CampaignLog(store), tell

    def of(self, campaign_id: str) -> list[Entry]:
        """All that happened to one campaign, the newest first, seen or not."""
        return self._log.of(campaign_id)

    def unseen(self, limit: int = 200) -> list[Notice]:
        """What nobody has put away yet, in words, the newest first."""
        return [_worded(one) for one in self._log.unseen(limit)]

    def count(self) -> int:
        """How much nobody has put away yet."""
        return self._log.count()

    def seen(self, keys: Sequence[str] | None = None) -> None:
        """Put some away, by the keys of their notices, or all of them."""
        ids = None if keys is None else [int(one.removeprefix(_KEY)) for one in keys if one.startswith(_KEY)]
        if self._log.see(ids):
            self._tell(Changes(notices=True))


def _worded(entry: Entry) -> Notice:
    words = explain(entry.code, entry.facts)
    said = filter(None, (words.title, _detail(entry), words.why, words.fix))
    return Notice(
        key=f"{_KEY}{entry.id}", at=round(entry.at.timestamp() * 1000), title=_title(entry), text=" ".join(said),
        journey_id="", journey=entry.name, contact=0, name="", test=False, campaign=entry.campaign_id, code=entry.code,
        facts=entry.facts,
    )  # fmt: skip


def _title(entry: Entry) -> str:
    if entry.code == "messaging-limit" and not entry.facts.get("paused"):
        return tr("“{name}” rests, and goes on by itself.", name=entry.name)
    return tr(_TITLES.get(entry.code, mark("“{name}” waits for you.")), name=entry.name)


def _detail(entry: Entry) -> str:
    """What the words of the code cannot know."""
    facts = entry.facts
    if entry.code == "too-many-failures" and "percent" in facts:
        return tr("{percent} % failed.", percent=number(int(facts["percent"])))
    if entry.code == "messaging-limit" and facts.get("paused"):
        return tr("It is paused, as you chose.")
    return ""
