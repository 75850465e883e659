"""Decides what can be set of a journey as a whole: one table that form, checks, help and schema read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whatsapp_studio.base.i18n import mark
from whatsapp_studio.journeys.fields import (
    Choice,
    Clock,
    Duration,
    ExitRules,
    Field,
    Moment,
    Number,
    Text,
    Words,
    Zone,
)
from whatsapp_studio.journeys.graph import Fields, Journey

SETTINGS: tuple[Field, ...] = (
    Text(
        name="description", label=mark("Description"), lines=3, limit=2000, logic=False,
        help=mark("What this journey is for. Contacts never see it."),
    ),
    Words(
        name="tags", label=mark("Tags"), logic=False, help=mark("Words to find the journey by."),
    ),
    Zone(
        name="time_zone", label=mark("Time zone"),
        help=mark("For dates and times of the journey, and for contacts whose own zone is not known."),
    ),
    Moment(
        name="starts", label=mark("Starts"), help=mark("Nobody enters before. Empty is as soon as it is published."),
    ),
    Moment(
        name="ends", label=mark("Ends"),
        help=mark("Nobody enters after. Whoever is inside then goes on to the end."),
    ),
    Choice(
        name="reentry", label=mark("Can a contact enter again?"), default="never",
        options=(
            ("never", mark("Never")),
            ("after_end", mark("After having left")),
            ("after_period", mark("Some time after having left")),
        ),
        help=mark("Nobody is in the same journey twice at a time."),
    ),
    Duration(
        name="reentry_after", label=mark("How long after"), default={"amount": 7, "unit": "days"}, required=True,
        when=("reentry", ("after_period",)), help=mark("Counted from the moment the contact left."),
    ),
    ExitRules(
        name="exits", label=mark("Leave early when"),
        help=mark("Looked at before every step. Whoever one of them is true for leaves at once."),
    ),
    Duration(
        name="life", label=mark("Leave at the latest after"), default={"amount": 91, "unit": "days"}, required=True,
        most_days=3650, help=mark("So that nobody is kept waiting for ever."),
    ),
    Choice(
        name="goal_on", label=mark("Goal"), default="none",
        options=(
            ("none", mark("No goal")),
            ("end", mark("Reaching an end that is marked as the goal")),
            ("event", mark("An event")),
        ),
        help=mark("What the journey wants of contacts. Reports count who did it."),
    ),
    Text(
        name="goal_event", label=mark("Goal event"), required=True, limit=64, when=("goal_on", ("event",)),
        help=mark("The name by which the event is sent in."), placeholder=mark("order_placed"),
    ),
    Duration(
        name="goal_within", label=mark("Counts until"), default={"amount": 7, "unit": "days"}, required=True,
        when=("goal_on", ("event",)), help=mark("How long after leaving the journey the event still counts."),
    ),
    Choice(
        name="quiet", label=mark("Quiet hours"), default="workspace",
        options=(
            ("none", mark("None: write at any hour")),
            ("workspace", mark("Those of the workspace")),
            ("custom", mark("Of its own")),
        ),
        help=mark("Messages that are due then wait until the quiet hours are over, by the contact's clock."),
    ),
    Clock(
        name="quiet_from", label=mark("Quiet from"), default="21:00", required=True, when=("quiet", ("custom",)),
        help=mark("By the contact's clock."),
    ),
    Clock(
        name="quiet_to", label=mark("Quiet until"), default="09:00", required=True, when=("quiet", ("custom",)),
        help=mark("On the next day where it is earlier than the start."),
    ),
    Choice(
        name="late", label=mark("When a message is late"), default="send",
        options=(
            ("send", mark("Send it if it is not too late")),
            ("skip", mark("Skip it")),
            ("ask", mark("Ask me")),
        ),
        help=mark("Messages are late when this computer was off or asleep as they became due."),
    ),
    Duration(
        name="late_within", label=mark("Too late after"), default={"amount": 12, "unit": "hours"}, required=True,
        when=("late", ("send",)), help=mark("Later than this the message is skipped."),
    ),
    Number(
        name="priority", label=mark("Priority"), default=50, low=0, high=100,
        help=mark("Where a cap leaves room for one of two messages to a contact, the one of higher priority is sent."),
    ),
)  # fmt: skip
BY_NAME: Mapping[str, Field] = {field.name: field for field in SETTINGS}


def setting(journey: Journey, name: str) -> Any:
    """A setting of a journey, its default where the journey says nothing."""
    return journey.settings.get(name, BY_NAME[name].default)


def shown(settings: Fields) -> tuple[Field, ...]:
    """The settings that count with these values, in order."""
    return tuple(field for field in SETTINGS if field.counts(settings, BY_NAME))


def defaults() -> dict[str, Any]:
    """Every setting at its default."""
    return {field.name: field.default for field in SETTINGS}
