"""Decides how many templates may be made and edited, and which names are blocked; time is handed in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.refusals import refuse

HOUR, DAY = 3600.0, 86400.0
CREATIONS_AN_HOUR = 100
EDITS_A_MONTH = 10
BLOCKED_FOR = 30 * DAY
MOST_DELETED = 100
# Templates of an account: of a business that is not verified, and of one that is. Each language counts.
UNVERIFIED_MOST, VERIFIED_MOST = 250, 6000


class Allowances:
    """What the account used up. ``span`` turns seconds of the world's into those of its clock."""

    def __init__(self, span: Callable[[float], float]) -> None:
        self._span = span
        self._made: deque[float] = deque()
        self._blocked: dict[tuple[str, str], float] = {}

    def clear(self) -> None:
        """Nothing was made, nothing deleted."""
        self._made.clear()
        self._blocked.clear()

    def create(self, name: str, language: str, now: float, count: int, verified: bool) -> None:
        """Refuse a creation that comes too soon, too much, or under a name that is being deleted."""
        while self._made and self._made[0] <= now - self._span(HOUR):
            self._made.popleft()
        if len(self._made) >= CREATIONS_AN_HOUR:
            raise GraphError(80007, f"{CREATIONS_AN_HOUR} templates were created in this hour; wait for the next.")
        if count >= (VERIFIED_MOST if verified else UNVERIFIED_MOST):
            raise refuse(2388019, f"The account has {count} templates; delete some before you add another.")
        if max(self._blocked.get((name, ""), 0.0), self._blocked.get((name, language), 0.0)) > now:
            raise refuse(
                2388023, f"A template {name!r} was deleted; its name is blocked for 30 days. Use another name."
            )

    def created(self, now: float) -> None:
        """One more was made."""
        self._made.append(now)

    def block(self, name: str, language: str, now: float) -> None:
        """A template was deleted: in one language, or with an empty ``language`` in all of them."""
        self._blocked[name, language] = now + self._span(BLOCKED_FOR)

    def edit(self, edits: Sequence[float], now: float) -> None:
        """Refuse one edit too many of an approved template: once in 24 hours, ten times in 30 days may be."""
        if any(at > now - self._span(DAY) for at in edits):
            raise refuse(2388039, "An approved template can be edited once in 24 hours.")
        if sum(at > now - self._span(30 * DAY) for at in edits) >= EDITS_A_MONTH:
            raise refuse(2388039, f"An approved template can be edited {EDITS_A_MONTH} times in 30 days.")
