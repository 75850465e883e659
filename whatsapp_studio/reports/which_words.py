"""Decides how a choice of recipients is said, for a file that holds no more than them."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import day_and_clock, language_name, listed
from whatsapp_studio.base.wording import exclusion, meta_error, state_word
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import WEEK, namer
from whatsapp_studio.reports.which import EVERYBODY, Which

_MARKS = {
    "accepted": mark("Accepted by Meta"), "replied": mark("Replied"), "clicked": mark("Tapped a button"),
    "opted-out": mark("Opted out"),
}  # fmt: skip
_EVENTS = {
    "accepted": mark("Accepted"), "delivered": mark("Delivered"), "read": mark("Read"), "replied": mark("Replied"),
}  # fmt: skip


def which_words(report: Report, which: Which) -> tuple[tuple[str, str], ...]:
    """What a choice asks for, each part with its name; for everybody that it is everybody."""
    if which == EVERYBODY:
        return ((tr("People"), tr("Everybody")),)
    said: list[tuple[str, str]] = []
    if which.states:
        said.append((tr("Outcome"), listed(state_word(one) for one in which.states)))
    if which.mark:
        said.append((tr("What happened"), tr(_MARKS[which.mark])))
    if which.reason:
        said.append((tr("Reason"), _reason(which.reason)))
    if which.but_reason:
        said.append((tr("But not"), _reason(which.but_reason)))
    if which.search:
        said.append((tr("Searched for"), which.search))
    if which.treatment is not None:
        said.append((tr("Treatment"), namer(report, "treatment")(which.treatment)))
    if which.market is not None:
        said.append((tr("Market"), which.market or tr("Not known")))
    if which.language is not None:
        said.append((tr("Language"), language_name(which.language)))
    if which.version is not None:
        said.append((tr("Template"), namer(report, "version")(which.version)))
    if which.campaign:
        said.append((tr("Turn"), namer(report, "turn")(which.campaign)))
    if which.weekday is not None and which.hour is not None:
        said.append((tr("Delivered"), f"{tr(WEEK[which.weekday])} {which.hour:02}:00"))
    if which.event and which.begin and which.end:
        when = tr("{begin} to {end}", begin=day_and_clock(which.begin), end=day_and_clock(which.end))
        said.append((tr(_EVENTS[which.event]), when))
    return tuple(said)


def _reason(reason: str) -> str:
    return meta_error(int(reason.removeprefix("meta-"))).title if reason.startswith("meta-") else exclusion(reason)
