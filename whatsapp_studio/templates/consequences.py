"""Decides what has to be done when something happened to a template: what is held back, and what a person is told."""

from __future__ import annotations

import msgspec

from whatsapp_studio.templates.draft import Past

# Why messages of a template are held back; worded in base/words_watching.
PAUSED, DISABLED, GONE, REVIEW, MARKETING = (
    "held-paused", "held-disabled", "held-gone", "held-review", "held-marketing"
)  # fmt: skip
# Those that end by themselves once the template is approved; two are what Meta answers to a message.
UNTIL_APPROVED = (PAUSED, DISABLED, GONE, REVIEW, "meta-132015", "meta-132016")
_BY_STATUS = {"PAUSED": PAUSED, "DISABLED": DISABLED, "DELETED": GONE, "ARCHIVED": GONE}


class Consequence(msgspec.Struct, frozen=True, kw_only=True):
    """What follows: ``hold`` stops what uses it, ``free`` are reasons that are none any more, ``tell`` is a notice.

    A notice is for templates that something is sent by, or for any with ``always``.
    """

    hold: str = ""
    free: tuple[str, ...] = ()
    tell: str = ""
    always: bool = False


NOTHING = Consequence()


def consequence(entry: Past) -> Consequence:
    """What follows from one thing that happened to a template.

    Only an approved template can be sent (template overview page). One that became marketing needs consent and costs
    what marketing costs (template categorisation page), so what sent it as something else stops for a person to decide.
    """
    ours = entry.source == "us"
    match entry.kind:
        case "status" | "created" | "edited" if entry.after == "APPROVED":
            reviewed = entry.kind == "status" and entry.before == "PENDING"
            return Consequence(free=UNTIL_APPROVED, tell="template-approved" if reviewed else "", always=True)
        case "status" if entry.after == "REJECTED" and entry.before == "PENDING":
            return Consequence(hold=REVIEW, tell="template-rejected", always=True)
        case "status" | "edited":
            reason = _BY_STATUS.get(entry.after, REVIEW)
            return Consequence(hold=reason, tell="" if ours else f"template-{reason}")
        case "removed" | "deleted":
            return Consequence(hold=GONE, tell="" if ours else f"template-{GONE}")
        case "added" if entry.after == "APPROVED":
            return Consequence(free=UNTIL_APPROVED)
        case "category" if entry.after == "MARKETING":
            return Consequence(hold=MARKETING, tell="template-became-marketing")
        case "category" if entry.before == "MARKETING":
            return Consequence(free=(MARKETING,))
        case "correct-category" if entry.after == "MARKETING":
            return Consequence(tell="template-becomes-marketing")
        case "quality" if entry.after == "RED":
            return Consequence(tell="template-quality-red")
        case "flagged":
            return Consequence(tell="template-flagged")
        case "content" if not ours:
            return Consequence(tell="template-content-other")
        case _:
            return NOTHING
