"""Decides what a cell of the list of campaigns says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.local import listed, money
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.qt.phrases import day_and_time, share

NONE = "–"
PURPOSES: dict[str, str] = {
    "marketing": mark("Marketing"), "utility": mark("Utility"), "authentication": mark("Authentication"),
}  # fmt: skip
Costs = Mapping[str, tuple[Decimal, str]]


def title(campaign: Campaign) -> str:
    """Its name, or words for one without."""
    return campaign.name or tr("Unnamed campaign")


def beneath(campaign: Campaign, turns: int, now: datetime) -> str:
    """What stands under the name: what it waits for, or what it is one of."""
    said: list[str] = []
    if campaign.deleted_at is not None:
        said.append(tr("Deleted {when}", when=day_and_time(campaign.deleted_at, now)))
    elif campaign.state == "paused" and campaign.pause_reason:
        facts = {"template": campaign.draft.template, "name": campaign.name}
        said.append(wording.explain(campaign.pause_reason, facts).title.rstrip("."))
    elif campaign.rests_until is not None and campaign.rests_until > now and campaign.state == "sending":
        said.append(tr("Waits until {when}", when=day_and_time(campaign.rests_until, now)))
    if campaign.draft.schedule.kind == "recurring" and not campaign.parent_id:
        said.append(tr("Recurring"))
    if turns:
        said.append(ntr("{n} turn", "{n} turns", turns))
    return " · ".join(said)


def when(campaign: Campaign, now: datetime) -> str:
    """When it starts, or did."""
    moment = start(campaign)
    if campaign.state == "draft":
        return tr("planned {when}", when=day_and_time(moment, now)) if moment else NONE
    if campaign.recurs and campaign.state in ("scheduled", "paused"):
        return tr("next {when}", when=day_and_time(moment, now)) if moment else NONE
    if campaign.state == "scheduled":
        return tr("starts {when}", when=day_and_time(moment, now))
    return day_and_time(moment, now) or NONE


def start(campaign: Campaign) -> datetime | None:
    """The moment of its start, to come or over; of a draft the planned one."""
    if campaign.state == "draft":
        found = start_of(campaign.draft.schedule)
        return found if isinstance(found, datetime) else None
    if campaign.state == "scheduled" or campaign.recurs:
        return campaign.starts_at
    return campaign.launched_at


def template(campaign: Campaign) -> str:
    """The template with its languages."""
    draft = campaign.draft
    if not draft.template:
        return NONE
    languages = listed((draft.language, *sorted(draft.translations)))
    return tr("{name} · {language}", name=draft.template, language=languages)


def share_done(campaign: Campaign) -> float | None:
    """How much of a campaign is over, from 0 to 1; ``None`` before the launch, and of a series."""
    counts = campaign.counts
    to_send = counts.total - counts.excluded
    if campaign.state == "draft" or campaign.recurs:
        return None
    return counts.done / to_send if to_send else 1.0


def progress(campaign: Campaign) -> str:
    """How many of those who get something it is over for."""
    counts = campaign.counts
    if share_done(campaign) is None:
        return NONE
    return tr("{done} of {total}", done=number(counts.done), total=number(counts.total - counts.excluded))


def came_to(campaign: Campaign) -> str:
    """How many it was delivered to, and at least how many read it: receipts can be switched off."""
    counts = campaign.counts
    delivered = counts.delivered + counts.read
    if not counts.done:
        return NONE
    return tr("{delivered} · {read} read", delivered=number(delivered), read=share(counts.read, delivered))


def result_tip(campaign: Campaign) -> str:
    """What the numbers of :func:`came_to` are of."""
    counts = campaign.counts
    if not counts.done:
        return ""
    delivered = counts.delivered + counts.read
    return tr(
        "Delivered to {delivered} of {done}; at least {read} of them read it.", delivered=number(delivered),
        done=number(counts.done), read=number(counts.read),
    )  # fmt: skip


def cost(campaign: Campaign, costs: Costs) -> str:
    """What it has cost so far; a dash where prices are not known."""
    found = costs.get(campaign.id)
    return money(float(found[0]), found[1]) if found is not None else NONE
