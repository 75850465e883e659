"""Decides which kinds of step hold contacts up."""

from __future__ import annotations

from whatsapp_studio.audience.rules import field_words
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.fields import Choice, Clock, ContactField, Duration, Events, Moment, Window
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, Preset, StepKind
from whatsapp_studio.journeys.reading import inner, paths, rows, text, whole

DAY = {"amount": 1, "unit": "days"}
THREE_DAYS = {"amount": 3, "unit": "days"}
ON_THE_DAY = {"amount": 0, "unit": "days"}
OFFICE = {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}
FIRST_EVENT = [{"id": "event1", "name": "", "event": ""}]
CLOCKS = (("contact", mark("The contact's")), ("journey", mark("The journey's")))


def _next(fields: Fields) -> tuple[Port, ...]:
    return (Port("next", tr("next")),)


# -- wait --------------------------------------------------------------------------------------------


def _wait_title(fields: Fields) -> str:
    match text(fields, "until", "duration"):
        case "date":
            at = text(fields, "date")
            return tr("Wait until {date}", date=phrases.day(at[:10])) if at else tr("Wait until a date")
        case "field":
            return _field_title(text(fields, "field"), inner(fields, "offset", ON_THE_DAY))
        case "window":
            window = inner(fields, "window", OFFICE)
            days = phrases.hours(window) if _every_day(window) else phrases.weekdays(window.get("weekdays"))
            return tr("Wait for {days}", days=days)
        case _:
            return tr("Wait {span}", span=phrases.span(inner(fields, "duration", DAY)))


def _every_day(window: Fields) -> bool:
    return phrases.weekdays(window.get("weekdays")) == tr("every day")


def _field_title(field: str, offset: Fields) -> str:
    if not field:
        return tr("Wait for a contact's date")
    name, amount = phrases.short(field_words(field), 20), whole(offset, "amount")
    if amount == 0:
        return tr("Wait until {field}", field=name)
    if amount < 0:
        return tr("{span} before {field}", span=phrases.span(offset), field=name)
    return tr("{span} after {field}", span=phrases.span(offset), field=name)


def _wait_summary(fields: Fields) -> str:
    whose = phrases.whose_clock(text(fields, "clock", "contact"))
    match text(fields, "until", "duration"):
        case "date":
            at = text(fields, "date")
            return phrases.parts(phrases.clock(at[11:16]), whose) if at else tr("No date chosen")
        case "field":
            if not text(fields, "field"):
                return tr("No field chosen")
            return phrases.parts(tr("at {time}", time=phrases.clock(text(fields, "at", "09:00"))), whose)
        case "window":
            window = inner(fields, "window", OFFICE)
            return phrases.parts(tr("every day") if _every_day(window) else phrases.hours(window), whose)
        case _:
            return ""


def _wait_named(fields: Fields) -> str:
    whose = phrases.whose_clock(text(fields, "clock", "contact"))
    match text(fields, "until", "duration"):
        case "date" if at := text(fields, "date"):
            return phrases.parts(tr("until {date}", date=phrases.moment(at)), whose)
        case "window":
            window = inner(fields, "window", OFFICE)
            days = "" if _every_day(window) else phrases.weekdays(window.get("weekdays"))
            return phrases.parts(f"{days} {phrases.hours(window)}".strip(), whose)
        case _:
            return phrases.parts(_wait_title(fields), _wait_summary(fields))


WAIT = StepKind(
    name="wait", group="flow", tone="wait", icon="clock",
    label=mark("Wait"),
    about=mark("Holds contacts for a while, until a date, or until it is a good time."),
    keywords=mark("delay pause sleep timer hold time"),
    fields=(
        Choice(
            name="until", label=mark("Wait"), default="duration",
            options=(
                ("duration", mark("For some time")),
                ("date", mark("Until a date and time")),
                ("field", mark("Until a date of the contact")),
                ("window", mark("Until the next opening hours")),
            ),
        ),
        Duration(name="duration", label=mark("How long"), default=DAY, required=True, when=("until", ("duration",))),
        Moment(
            name="date", label=mark("Until"), required=True, when=("until", ("date",)),
            help=mark("Whoever comes by later goes straight on."),
        ),
        ContactField(
            name="field", label=mark("Date of the contact"), required=True, kinds=("date",),
            when=("until", ("field",)), help=mark("Such as a birthday or an appointment."),
        ),
        Duration(
            name="offset", label=mark("Before or after it"), default=ON_THE_DAY, signed=True,
            when=("until", ("field",)), help=mark("Nothing is the day itself."),
        ),
        Clock(name="at", label=mark("At"), default="09:00", when=("until", ("field",))),
        Window(
            name="window", label=mark("Days and hours"), default=OFFICE, required=True, when=("until", ("window",)),
            help=mark("Whoever comes by inside these hours goes straight on."),
        ),
        Choice(
            name="clock", label=mark("Whose time"), default="contact", options=CLOCKS,
            when=("until", ("date", "field", "window")),
            help=mark("The contact's own time zone, or the journey's where that is not known."),
        ),
    ),
    presets=(
        Preset(mark("Wait until a date"), {"until": "date"}, "calendar-clock", mark("delay day moment calendar time")),
        Preset(
            mark("Wait for a contact's date"), {"until": "field"}, "calendar-days",
            mark("birthday anniversary appointment renewal before after delay"),
        ),
        Preset(
            mark("Wait for opening hours"), {"until": "window"}, "sun",
            mark("window weekday office hours business quiet delay daytime"),
        ),
    ),
    ports=_next, title=_wait_title, summary=_wait_summary,
    named=_wait_named,
)  # fmt: skip


# -- wait for an event -------------------------------------------------------------------------------


def _event_ports(fields: Fields) -> tuple[Port, ...]:
    named = (
        Port(path, _event_label(row) or tr("event {n}", n=n), "path", True)
        for n, (path, row) in enumerate(paths(fields, "events", FIRST_EVENT), 1)
        if path != "timeout"
    )
    late = tr("none in {span}", span=phrases.short_span(inner(fields, "timeout", THREE_DAYS)))
    return (*named, Port("timeout", late, "timeout"))


def _event_label(row: Fields) -> str:
    return phrases.short(text(row, "name") or text(row, "event"), 24)


def _event_title(fields: Fields) -> str:
    found = rows(fields, "events", FIRST_EVENT)
    if len(found) == 1 and _event_label(found[0]):
        return tr("Wait for {event}", event=_event_label(found[0]))
    return ntr("Wait for {n} event", "Wait for {n} events", len(found)) if len(found) > 1 else tr("Wait for an event")


def _event_summary(fields: Fields) -> str:
    named = [label for row in rows(fields, "events", FIRST_EVENT) if (label := _event_label(row))]
    if not named:
        return tr("No event named yet")
    return phrases.parts(phrases.listed(named[:4]) if len(named) > 1 else "", _at_most(fields))


def _event_named(fields: Fields) -> str:
    named = [label for row in rows(fields, "events", FIRST_EVENT) if (label := _event_label(row))]
    return phrases.parts(phrases.listed(named[:4]) or tr("No event named yet"), _at_most(fields))


def _at_most(fields: Fields) -> str:
    return tr("at most {span}", span=phrases.span(inner(fields, "timeout", THREE_DAYS)))


WAIT_EVENT = StepKind(
    name="wait_event", group="flow", tone="wait", icon="hourglass",
    label=mark("Wait for an event"),
    about=mark("Holds contacts until something happens. What happens first decides the path."),
    keywords=mark("listen trigger order purchase until timeout webhook"),
    fields=(
        Events(
            name="events", label=mark("Events"), required=True, default=FIRST_EVENT,
            help=mark("Each has a path of its own. The first to happen wins."),
        ),
        Duration(
            name="timeout", label=mark("Wait at most"), default=THREE_DAYS, required=True,
            help=mark("After that contacts go on by the last path."),
        ),
    ),
    ports=_event_ports, title=_event_title, summary=_event_summary, named=_event_named,
)  # fmt: skip

KINDS = (WAIT, WAIT_EVENT)
