"""Decides what a campaign that follows another one is: the same message, for those the first one came to less for."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Audience, Draft, Outcome, Schedule

# In the order they are offered: what went wrong, then what did not come to anything, then what did.
OUTCOMES: tuple[Outcome, ...] = (
    "failed-for-now", "failed-here", "undelivered", "unread", "no-reply", "not-clicked", "read", "replied", "clicked",
)  # fmt: skip
_WORDS: dict[Outcome, str] = {
    "failed-for-now": mark("Failed for now"),
    "failed-here": mark("Failed until something is mended"),
    "undelivered": mark("Accepted, not delivered"),
    "unread": mark("Delivered, not read"),
    "no-reply": mark("Delivered, no reply"),
    "not-clicked": mark("Delivered, no button tapped"),
    "read": mark("Read"),
    "replied": mark("Replied"),
    "clicked": mark("Tapped a button"),
}
_WHO: dict[Outcome, str] = {
    "failed-for-now": mark("Those of “{campaign}” whose message failed for a reason that may pass"),
    "failed-here": mark("Those of “{campaign}” whose message failed for what was filled in or sent along"),
    "undelivered": mark("Those of “{campaign}” whose message was accepted and is not known to be delivered"),
    "unread": mark("Those of “{campaign}” who got it and are not known to have read it"),
    "no-reply": mark("Those of “{campaign}” who got it and did not reply"),
    "not-clicked": mark("Those of “{campaign}” who got it and tapped no button"),
    "read": mark("Those of “{campaign}” who read it"),
    "replied": mark("Those of “{campaign}” who replied"),
    "clicked": mark("Those of “{campaign}” who tapped a button"),
}


def outcome_words(outcome: Outcome) -> str:
    """What a message came to, in a few words."""
    return tr(_WORDS[outcome])


def audience_sentence(outcome: Outcome, campaign: str) -> str:
    """Whom a follow-up of the campaign of this name is for."""
    return tr(_WHO[outcome], campaign=campaign)


def follow_up(before: Draft, campaign_id: str, outcome: Outcome, taken: Collection[str]) -> Draft:
    """The same message for those of ``before`` (the draft of ``campaign_id``) with this outcome, to be sent at once.

    Waves, treatments and the budget are not taken over: they were made for other people. ``taken`` are names that
    other campaigns have, case-folded.
    """
    name = wanted = tr("{campaign}: {outcome}", campaign=before.name, outcome=outcome_words(outcome).lower())
    n = 1
    while name.casefold() in taken:
        n += 1
        name = f"{wanted} {n}"
    audience = Audience(
        kind="outcome", campaign_id=campaign_id, outcome=outcome, except_lists=before.audience.except_lists
    )
    return msgspec.structs.replace(
        before, name=name, audience=audience,
        schedule=Schedule(), waves=None, experiment=None, budget=None, accepted_warnings=(), step="audience",
    )  # fmt: skip
