"""Decides, for every reason that sending is paused, where its remedy is."""

from __future__ import annotations

from dataclasses import dataclass

from whatsapp_studio.base.i18n import tr

_CONNECTION = frozenset({
    "not-connected", "token-missing", "no-keyring", "keyring-locked", "permission-missing", "number-not-connected",
    "meta-0", "meta-10", "meta-190", "meta-131005", "meta-131031", "meta-131042", "meta-131045", "meta-133010",
    "meta-33", "meta-3", "meta-200",
})  # fmt: skip
_LIMITS = frozenset({
    "meta-4", "meta-80007", "meta-130429", "meta-131048", "meta-131056", "meta-131057", "messaging-limit",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the button says, and the page it leads to; ``page`` is empty where going on is the remedy.

    ``deed`` is what a person decides here: ``late-send``, ``late-skip`` or ``budget``.
    """

    words: str
    page: str = ""
    part: str = ""
    deed: str = ""


def remedies(reason: str) -> tuple[Remedy, ...]:
    """What a person can do about a pause, the first in place of going on as it is."""
    if reason == "late-ask":
        return Remedy(tr("Send now"), deed="late-send"), Remedy(tr("Leave out"), deed="late-skip")
    if reason == "budget-reached":
        return (Remedy(tr("Raise the budget…"), deed="budget"),)
    return (remedy(reason),)


def remedy(reason: str) -> Remedy:
    """The remedy for a pause reason."""
    if reason in _CONNECTION:
        return Remedy(tr("Open connection"), "connection")
    if reason.startswith("meta-132") or (reason.startswith("held-") and reason != "held-marketing"):
        return Remedy(tr("Open templates"), "templates")
    if reason in _LIMITS:
        return Remedy(tr("See your number's limits"), "settings", "connection")
    return Remedy(tr("Resume"))
