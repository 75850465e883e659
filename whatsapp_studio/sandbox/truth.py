"""Decides what really happened: the counts a sender's own books can be held against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Truth:
    """Exact counts since the start or the last reset.

    ``per_recipient`` and ``keys`` count accepted messages by phone and by ``biz_opaque_callback_data``;
    ``by_status`` holds every accepted message once, under its latest status.
    """

    requests: int = 0
    accepted: int = 0
    duplicates: int = 0
    webhook_posts: int = 0
    webhook_updates: int = 0
    webhook_dropped: int = 0
    per_recipient: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    by_status: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def accept(self, phone: str, key: str, status: str) -> None:
        """One more message taken."""
        self.accepted += 1
        self.per_recipient[phone] += 1
        self.by_status[status] += 1
        if key:
            seen = self.keys[key]
            self.keys[key] = seen + 1
            if seen:
                self.duplicates += 1

    def move(self, before: str, after: str) -> None:
        """A message went on to another status."""
        self.by_status[before] -= 1
        self.by_status[after] += 1

    def told(self, detail: bool = False) -> dict[str, object]:
        """As JSON; with ``detail`` also each recipient and each key."""
        answer: dict[str, object] = {
            "requests": self.requests,
            "accepted": self.accepted,
            "recipients": len(self.per_recipient),
            "duplicates": self.duplicates,
            "by_status": {status: n for status, n in sorted(self.by_status.items()) if n},
            "refused": dict(sorted(self.refused.items())),
            "webhooks": {
                "posts": self.webhook_posts,
                "updates": self.webhook_updates,
                "dropped": self.webhook_dropped,
            },
        }
        if detail:
            answer["per_recipient"] = {f"+{phone}": n for phone, n in self.per_recipient.items()}
            answer["keys"] = dict(self.keys)
        return answer
