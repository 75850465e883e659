"""Decides what is wrong with an entry: who it means, when it begins, and whether it can hear what it waits for."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.journeys.checks_rules import audience
from whatsapp_studio.journeys.flow import wall_of
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.journeys.reading import inner, text


def read_audience(look: Look) -> None:
    """An audience that exists, read at a time that still comes and lies within the journey."""
    audience(look, "audience")
    when, at = look.get("when"), wall_of(look.get("at"))
    until = _until(look)
    if when not in ("scheduled", "recurring"):
        return
    if look.here is not None:
        if when == "scheduled" and at is not None and at < look.here:
            look.error("entry-in-past", "at")
        if until is not None and until < look.here:
            look.error("repeat-is-over", "repeat")
    if at is None:
        return
    starts, ends = wall_of(look.settings.get("starts")), wall_of(look.settings.get("ends"))
    if until is not None and until < at:
        look.error("repeat-ends-first", "repeat")
    if ends is not None and at > ends:
        look.error("entry-after-end", "at")
    elif starts is not None and at < starts and when == "scheduled":
        look.error("entry-before-start", "at")


def event(look: Look) -> None:
    """Replies can come in, where an entry waits for one."""
    if look.get("source") == "inbound" and look.around.known and not look.around.receiver:
        look.warn("entry-no-receiver", "source")


def business_event(look: Look) -> None:
    """An audience that exists."""
    audience(look, "audience")


def audience_change(look: Look) -> None:
    """An audience that exists, and that contacts can leave."""
    audience(look, "audience")
    chosen = look.get("audience")
    if isinstance(chosen, dict) and chosen.get("kind") == "all" and look.get("on") == "exit":
        look.warn("nobody-leaves-all", "on")


def _until(look: Look) -> datetime | None:
    """The last minute of the last day of a repetition."""
    day = text(inner({"repeat": look.get("repeat")}, "repeat"), "until")
    return wall_of(f"{day}T23:59") if day else None
