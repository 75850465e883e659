"""Decides the endings of one request: every way it can end is one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reach = Literal["recipient", "campaign", "all"]


@dataclass(frozen=True, slots=True)
class Accepted:
    """Meta took the message and gave it an id; that is not delivery.

    ``held`` is true when Meta holds it back to judge the template's quality.
    """

    wamid: str
    wa_id: str = ""
    held: bool = False
    user_id: str = ""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Nothing left, or Meta said plainly that it took nothing for now: it may be tried again.

    ``wait`` is in seconds; ``slow_down`` asks the pace to fall; ``reach`` says who has to wait;
    ``code`` is Meta's code, or 0 where no answer came (``why`` then names what failed).
    """

    why: str
    wait: float = 5.0
    reach: Literal["recipient", "all"] = "all"
    slow_down: bool = False
    code: int = 0

    @property
    def counts(self) -> bool:
        """Whether it was a try that failed, rather than a turn that had to wait."""
        return self.code != 0 and not self.slow_down and self.reach == "all"


@dataclass(frozen=True, slots=True)
class Refused:
    """Meta refused it for good: for this recipient, for this campaign (its template), or for everything."""

    code: int
    details: str = ""
    reach: Reach = "recipient"
    trace: str = ""
    subcode: int | None = None


@dataclass(frozen=True, slots=True)
class Unsure:
    """Bytes left and no clear answer came: never sent again by itself."""

    why: str


Outcome = Accepted | NotTaken | Refused | Unsure
