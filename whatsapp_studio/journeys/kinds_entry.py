"""Decides which kinds of step let contacts in."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.fields import (
    Audience,
    Choice,
    EventFields,
    Flag,
    Moment,
    Number,
    Repeat,
    Text,
    Words,
)
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, Preset, StepKind
from whatsapp_studio.journeys.reading import inner, rows, text, whole, words

SOURCES = (
    ("manual", mark("By hand, in this program")),
    ("file", mark("A file dropped in the folder")),
    ("http", mark("A request to this computer")),
)
_INBOUND = ("inbound", mark("A message comes in"))
_OUTSIDE = ("source", ("manual", "file", "http"))
EVERYONE = {"kind": "all"}
DAILY = {"every": 1, "unit": "days", "weekdays": [], "until": ""}

When = tuple[str, tuple[str, ...]] | None


def _next(fields: Fields) -> tuple[Port, ...]:
    return (Port("next", tr("next")),)


# -- read audience -----------------------------------------------------------------------------------


def _audience_title(fields: Fields) -> str:
    return phrases.audience_title(inner(fields, "audience", EVERYONE))


def _audience_summary(fields: Fields) -> str:
    return phrases.parts(phrases.audience_rule(inner(fields, "audience", EVERYONE)), _pace(fields))


def _audience_named(fields: Fields) -> str:
    return phrases.parts(phrases.audience(inner(fields, "audience", EVERYONE)), _pace(fields))


def _pace(fields: Fields) -> str:
    hourly = whole(fields, "per_hour")
    return phrases.parts(_starts(fields), tr("{n} an hour", n=number(hourly)) if hourly > 0 else "")


def _starts(fields: Fields) -> str:
    match text(fields, "when", "once"):
        case "scheduled":
            at = text(fields, "at")
            return phrases.moment(at) if at else tr("No time chosen")
        case "recurring":
            return phrases.repeat(inner(fields, "repeat", DAILY), text(fields, "at"))
        case _:
            return tr("once, at the start")


AUDIENCE = StepKind(
    name="audience", group="entry", tone="entry", icon="users", is_entry=True,
    label=mark("Read audience"),
    about=mark("Everybody in an audience enters, once or again and again."),
    keywords=mark("contacts list segment group everyone start batch"),
    fields=(
        Audience(
            name="audience", label=mark("Who enters"), default=EVERYONE, required=True,
            help=mark("All contacts, a list, a segment, or those a rule is true for."),
        ),
        Choice(
            name="when", label=mark("When"), default="once",
            options=(
                ("once", mark("Once, when the journey starts")),
                ("scheduled", mark("Once, at a date and time")),
                ("recurring", mark("Again and again")),
            ),
        ),
        Moment(
            name="at", label=mark("First time"), required=True, when=("when", ("scheduled", "recurring")),
        ),
        Repeat(name="repeat", label=mark("How often"), default=DAILY, required=True, when=("when", ("recurring",))),
        Flag(
            name="incremental", label=mark("Only who is new since the last time"), when=("when", ("recurring",)),
            help=mark("Those who were in the audience the time before do not enter again."),
        ),
        Flag(
            name="reentry", label=mark("Start again for those still inside"), when=("when", ("recurring",)),
            help=mark("Whoever is still in the journey leaves it and enters at the start."),
        ),
        Number(
            name="per_hour", label=mark("At most an hour"), unit=mark("contacts"), low=0, high=1_000_000,
            help=mark("Lets a large audience in little by little. 0 is no limit."),
        ),
    ),
    presets=(
        Preset(
            mark("Recurring audience"),
            {"when": "recurring", "repeat": {"every": 1, "unit": "weeks", "weekdays": [0], "until": ""}},
            "repeat", mark("every week daily schedule repeat"),
        ),
    ),
    ports=_next, title=_audience_title, summary=_audience_summary, named=_audience_named,
)  # fmt: skip


# -- event -------------------------------------------------------------------------------------------


def _event_title(fields: Fields) -> str:
    if text(fields, "source", "manual") == "inbound":
        return tr("Incoming message")
    event = text(fields, "event")
    return tr("Event: {event}", event=phrases.short(event)) if event else tr("Event")


def _event_heard(fields: Fields) -> str:
    inbound = text(fields, "source", "manual") == "inbound"
    return tr("Incoming message") if inbound else phrases.short(text(fields, "event"))


def _event_summary(fields: Fields) -> str:
    source = text(fields, "source", "manual")
    if source != "inbound":
        return _from_outside(fields)
    if text(fields, "match", "any") != "keywords":
        return tr("any message")
    keywords = words(fields, "keywords")
    return phrases.listed(f"“{phrases.short(word)}”" for word in keywords[:5]) or tr("No keyword yet")


def _from_outside(fields: Fields) -> str:
    if not text(fields, "event"):
        return tr("No event named yet")
    carried = len(rows(fields, "event_fields"))
    return phrases.parts(
        {"file": tr("from a dropped file"), "http": tr("from a request")}.get(
            text(fields, "source", "manual"), tr("started by hand")
        ),
        ntr("{n} value", "{n} values", carried) if carried else "",
    )


def _event_name(when: When = None) -> Text:
    return Text(
        name="event", label=mark("Event"), required=True, limit=64, when=when, placeholder=mark("order_placed"),
        help=mark("The name by which the event is sent in."),
    )  # fmt: skip


def _event_fields(when: When = None) -> EventFields:
    return EventFields(
        name="event_fields", label=mark("What comes with it"), when=when,
        help=mark("Values the event carries. Later steps can use them as event.name."),
    )  # fmt: skip


EVENT = StepKind(
    name="event", group="entry", tone="entry", icon="zap", is_entry=True,
    label=mark("Event"),
    about=mark("One contact enters each time something happens."),
    keywords=mark("trigger webhook api signal start"),
    fields=(
        Choice(name="source", label=mark("Comes from"), default="manual", options=(*SOURCES, _INBOUND)),
        _event_name(_OUTSIDE),
        Choice(
            name="match", label=mark("Which messages"), default="any", when=("source", ("inbound",)),
            options=(("any", mark("Any message")), ("keywords", mark("Messages with a keyword"))),
        ),
        Words(
            name="keywords", label=mark("Keywords"), required=True, when=("match", ("keywords",)),
            help=mark("One of them as a word of the message is enough. Capitals and accents do not matter."),
        ),
        _event_fields(_OUTSIDE),
    ),
    presets=(
        Preset(
            mark("Incoming message"), {"source": "inbound"}, "message-circle",
            mark("reply keyword inbound whatsapp chat"),
        ),
    ),
    ports=_next, title=_event_title, summary=_event_summary,
    named=lambda fields: phrases.parts(_event_heard(fields), _event_summary(fields)),
)  # fmt: skip


# -- business event ----------------------------------------------------------------------------------


def _business_title(fields: Fields) -> str:
    event = text(fields, "event")
    return tr("Business event: {event}", event=phrases.short(event)) if event else tr("Business event")


def _business_summary(fields: Fields) -> str:
    if not text(fields, "event"):
        return tr("No event named yet")
    return phrases.audience(inner(fields, "audience", EVERYONE))


BUSINESS_EVENT = StepKind(
    name="business_event", group="entry", tone="entry", icon="radio", is_entry=True,
    label=mark("Business event"),
    about=mark("Something happens in the business, such as a price drop, and a whole audience enters."),
    keywords=mark("trigger stock sale price news audience start"),
    fields=(
        _event_name(),
        Choice(name="source", label=mark("Comes from"), default="manual", options=SOURCES),
        _event_fields(),
        Audience(
            name="audience", label=mark("Who enters"), default=EVERYONE, required=True,
            help=mark("All contacts, a list, a segment, or those a rule is true for."),
        ),
        Number(
            name="reuse_minutes", label=mark("Look the audience up again after"), unit=mark("minutes"),
            default=60, low=0, high=7 * 24 * 60,
            help=mark("Events that follow each other sooner use the audience that was found before."),
        ),
    ),
    ports=_next, title=_business_title, summary=_business_summary,
    named=lambda fields: phrases.parts(phrases.short(text(fields, "event")), _business_summary(fields)),
)  # fmt: skip


# -- audience enter / exit ---------------------------------------------------------------------------


def _change_ports(fields: Fields) -> tuple[Port, ...]:
    if text(fields, "on", "enter") == "both":
        return (Port("enter", tr("enters"), "path"), Port("exit", tr("leaves"), "path"))
    return _next(fields)


def _change_title(fields: Fields) -> str:
    whom = inner(fields, "audience", EVERYONE)
    name = phrases.short(text(whom, "list"), 24) if text(whom, "kind") == "list" else ""
    match text(fields, "on", "enter"):
        case "exit":
            return tr("Leaves {list}", list=name) if name else tr("Leaves the audience")
        case "both":
            return tr("Joins or leaves {list}", list=name) if name else tr("Joins or leaves the audience")
        case _:
            return tr("Joins {list}", list=name) if name else tr("Joins the audience")


def _change_summary(fields: Fields) -> str:
    whom = inner(fields, "audience", EVERYONE)
    return "" if text(whom, "kind") == "list" and text(whom, "list") else phrases.audience(whom)


AUDIENCE_CHANGE = StepKind(
    name="audience_change", group="entry", tone="entry", icon="user-plus", is_entry=True,
    label=mark("Joins or leaves"),
    about=mark("A contact enters on joining or leaving a list, or when a rule becomes true or false."),
    keywords=mark("qualification segment list enter exit added removed start"),
    fields=(
        Audience(
            name="audience", label=mark("Audience"), default=EVERYONE, required=True,
            help=mark("With all contacts, joining is being added to the workspace."),
        ),
        Choice(
            name="on", label=mark("Enter when a contact"), default="enter",
            options=(
                ("enter", mark("Joins it")),
                ("exit", mark("Leaves it")),
                ("both", mark("Joins or leaves it, each with a path of its own")),
            ),
        ),
    ),
    ports=_change_ports, title=_change_title, summary=_change_summary,
    named=lambda fields: phrases.parts(_change_title(fields), _change_summary(fields)),
)  # fmt: skip

KINDS = (AUDIENCE, EVENT, BUSINESS_EVENT, AUDIENCE_CHANGE)
