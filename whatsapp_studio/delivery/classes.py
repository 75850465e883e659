"""Decides what a failure says of a second try: whether it may pass, needs a repair here, or stays what it is.

The classes follow Meta's pages on error codes (Cloud API, September 2026). A code that nobody knows stays: a person
has to look before anybody is written to again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

FailureClass = Literal["passes", "ours", "account", "permanent"]

# Nothing was wrong with the message or its person: a limit, a fault at Meta, a time of Meta's own.
_PASSES = frozenset({
    1, 2, 4, 17, 613, 80007, 130429, 131000, 131016, 131049, 131056, 131057, 131059, 133004, 134101, 2494100,
})  # fmt: skip
# The account, its money, its standing or its template: nobody's message can leave until that is over.
_ACCOUNT = frozenset({
    3, 10, 33, 104, 190, 368, 803, 131005, 131031, 131037, 131042, 131044, 131045, 131048, 131064, 133010, 132001,
    132007, 132015, 132016, 132068, 132069, 131063, 134102,
})  # fmt: skip
# What was filled in or sent along: another value or file, and it goes.
_OURS = frozenset({
    100, 192, 131008, 131009, 131014, 131051, 131052, 131053, 131061, 132000, 132005, 132008, 132012, 132018, 134100,
    135000,
})  # fmt: skip

PASSING = _PASSES | _ACCOUNT
REPAIRABLE = _OURS

# How long after the failure a second try is of no use (Meta: per-user marketing limits, template pausing).
_WAIT = {
    131049: timedelta(hours=24),
    131048: timedelta(hours=24),
    131064: timedelta(hours=24),
    132015: timedelta(hours=3),
    132069: timedelta(hours=1),
}


def class_of(code: int) -> FailureClass:
    """What a failure with Meta's ``code`` says; 0 (no code came) and unknown codes are permanent."""
    if code in _PASSES:
        return "passes"
    if code in _ACCOUNT or 200 <= code <= 299:
        return "account"
    return "ours" if code in _OURS else "permanent"


def passes(code: int) -> bool:
    """Whether a new attempt may succeed where nothing of the message is changed."""
    return class_of(code) in ("passes", "account")


def wait_after(code: int) -> timedelta:
    """How long to wait after a failure before anybody should be tried again."""
    return _WAIT.get(code, timedelta(0))
