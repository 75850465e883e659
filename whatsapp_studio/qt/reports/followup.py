"""Decides how a follow-up is made: a list of the people an outcome has, and a draft that is addressed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.qt.reports.choice import Choice
from whatsapp_studio.qt.reports.outcomes import PAGE

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

# Never for those in doubt, who may have it already, nor for those left out, who may not get it. For those whose message
# failed the report offers it by what failed: some of them can never be reached.
OFFERED = frozenset({"delivered", "sent", "accepted"})


def follow_up(studio: Studio, choice: Choice, words: str, progress: Progress) -> Campaign:
    """A draft like the campaign of ``choice`` for the people in it; ``words`` name the outcome.

    Consent is asked again when the draft is counted and once more when each message leaves.
    """
    ids: list[int] = []
    while rows := choice.page(len(ids)):
        ids += [row.contact for row in rows]
        progress.report(len(ids))
        if progress.cancelled():
            raise Cancelled
        if len(rows) < PAGE:
            break
    before = studio.campaigns.get(choice.campaign)
    taken = {one.name.casefold() for one in studio.contacts.lists()}
    taken |= {one.name.casefold() for one in studio.campaigns.all()}
    name = wanted = tr("{campaign}: {outcome}", campaign=before.name, outcome=words.lower())
    n = 1
    while name.casefold() in taken:
        n += 1
        name = f"{wanted} {n}"
    made = studio.contacts.create_list(name)
    studio.contacts.add_to_list(made.id, ids)
    copy = studio.campaigns.duplicate(before.id)
    audience = Audience(kind="list", list_id=made.id)
    return studio.campaigns.save(copy.id, msgspec.structs.replace(copy.draft, name=name, audience=audience))
