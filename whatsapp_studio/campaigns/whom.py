"""Decides in which words it is said who gets a campaign."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import listed
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.campaigns.follow import audience_sentence


def audience_words(
    audience: Audience, lists: Mapping[int, str], segments: Mapping[int, str], campaigns: Mapping[str, str]
) -> str:
    """An audience in one sentence without its full stop; names by id, "?" for what is not there any more."""
    match audience.kind:
        case "all":
            who = tr("All contacts")
        case "list":
            who = tr("The people on the list “{name}”", name=lists.get(audience.list_id or 0, "?"))
        case "segment":
            who = tr("The people of the segment “{name}”", name=segments.get(audience.segment_id or 0, "?"))
        case "outcome":
            who = audience_sentence(audience.outcome, campaigns.get(audience.campaign_id, "?"))
    if not audience.except_lists:
        return who
    without = listed(tr("“{name}”", name=lists.get(id, "?")) for id in audience.except_lists)
    return tr("{who}; without those on {lists}", who=who, lists=without)
