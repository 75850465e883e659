"""Decides in which words it is said when a campaign leaves, how long that takes, and what holds it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.local import decimal, listed
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.duration import Finish
from whatsapp_studio.campaigns.timing import Spread
from whatsapp_studio.qt.phrases import clock_time, day_and_time, duration
from whatsapp_studio.services.planning import Review

_ZONES = 3
_HELD_UP = {
    "rate": mark("at {rate} messages a second"),
    "day": mark("held up by the most messages of a day"),
    "tier": mark("held up by Meta's limit of people"),
    "waves": mark("held up by the time between the waves"),
    "quiet": mark("held up by quiet hours"),
    "zones": mark("held up by the clocks of the contacts"),
    "start": mark("at {rate} messages a second"),
}


def starts_words(draft: Draft, review: Review, now: datetime) -> str:
    """When the first message leaves."""
    if draft.schedule.kind == "recurring":
        return day_and_time(review.upcoming[0].at, now) if review.upcoming else "–"
    if review.spread is not None:
        return day_and_time(review.spread.first, now)
    return tr("As soon as you confirm") if review.starts_at is None else day_and_time(review.starts_at, now)


def moments_words(moments: Sequence[datetime], now: datetime) -> list[str]:
    """Moments one after another, each with its day unless it is that of the one before."""
    said: list[str] = []
    for before, one in zip((None, *moments), moments, strict=False):
        same_day = before is not None and before.astimezone().date() == one.astimezone().date()
        said.append(clock_time(one) if same_day else day_and_time(one, now))
    return said


def spread_words(draft: Draft, spread: Spread, now: datetime) -> str:
    """Between which moments it is that time on people's own clocks."""
    n = len(spread.zones)
    time = draft.schedule.local_time.partition("T")[2]
    if n < 2:
        return tr("{time} on each contact's clock, and all have the same one.", time=time)
    return tr(
        "{time} on each contact's clock, in {n} time zones: the first {first}, the last {last}.", time=time,
        n=number(n), first=day_and_time(spread.first, now), last=day_and_time(spread.last, now),
    )  # fmt: skip


def zones_words(spread: Spread) -> str:
    """Whose clocks: the zones that most people have."""
    named = [tr("{zone}: {n}", zone=zone.replace("_", " "), n=number(n)) for zone, n in spread.zones.items()]
    rest = len(named) - _ZONES
    if rest > 0:
        named = [*named[:_ZONES], ntr("{n} more zone", "{n} more zones", rest)]
    return " · ".join(named)


def takes_words(finish: Finish, rate: float) -> str:
    """How long it takes, and by what."""
    shown = decimal(rate, 2, least=0)
    how = tr(_HELD_UP[finish.limited_by], rate=shown)
    return tr("about {span}, {how}", span=duration(finish.seconds), how=how)


def limit_words(draft: Draft, finish: Finish, mine: int, now: datetime) -> str:
    """What Meta's limit leaves beside the ``mine`` of this campaign, and what happens when it is reached."""
    if finish.limit is None or finish.left is None:
        return tr("No limit of people is known for this number.")
    said = tr(
        "Meta allows {limit} people in 24 hours: {used} used, {mine} for this campaign, {left} left.",
        limit=number(finish.limit), used=number(finish.used), mine=number(mine), left=number(finish.left - mine),
    )  # fmt: skip
    if finish.full_at is None:
        return said
    when = day_and_time(finish.full_at, now)
    if draft.at_limit == "stop":
        return said + " " + tr("The limit is reached {when}; the campaign then pauses and waits for you.", when=when)
    return said + " " + tr("The limit is reached {when}; it goes on by itself when there is room again.", when=when)


def treatments_words(draft: Draft, review: Review) -> str:
    """How many people get each message of an experiment, and how many none or a later one."""
    experiment = draft.experiment
    if experiment is None or not review.treatments:
        return ""
    said = [
        tr("{name}: {n}", name=one.name or one.key.upper(), n=number(review.treatments.get(one.key, 0)))
        for one in experiment.treatments
    ]
    waiting = review.treatments.get("", 0)
    if waiting:
        said.append(ntr("{n} waits for the winner", "{n} wait for the winner", waiting))
    held = review.count.excluded.get("holdout", 0)
    if held:
        said.append(ntr("{n} gets nothing, to compare with", "{n} get nothing, to compare with", held))
    return listed(said)
