"""Decides which kinds of step part contacts."""

from __future__ import annotations

from collections.abc import Iterable

from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.fields import (
    Choice,
    DatePaths,
    Duration,
    Number,
    Outcomes,
    RulePaths,
    Shares,
    StepRef,
    TimePaths,
)
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, Preset, StepKind
from whatsapp_studio.journeys.kinds_flow import CLOCKS
from whatsapp_studio.journeys.reading import Row, inner, paths, rows, text, whole, words

RULES = [{"id": "path1", "name": "", "rule": None}]
TIMES = [{"id": "time1", "name": "", "weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}]
DATES = [{"id": "date1", "name": "", "from": "", "to": ""}]
HALVES = [{"id": "a", "name": "A", "percent": 50}, {"id": "b", "name": "B", "percent": 50}]
REPLIED = [{"id": "replied", "on": "replied", "keywords": [], "button": ""}]
CAP = 1000
TWO_DAYS = {"amount": 2, "unit": "days"}
SENDS = ("send_template", "send_window")
Named = Iterable[tuple[str, str]]


def _ports(named: Named, *last: Port) -> tuple[Port, ...]:
    """Outputs that can be renamed, and those that are always there; these keep their names for themselves."""
    taken = {port.name for port in last}
    return (*(Port(name, label, "path", True) for name, label in named if name not in taken), *last)


def _own(row: Row, otherwise: str) -> str:
    return phrases.short(text(row, "name"), 60) or otherwise


# -- condition ---------------------------------------------------------------------------------------


def _rule_label(row: Row, n: int) -> str:
    # A rule takes a while to say: only where the path has no name.
    return _own(row, "") or phrases.short(phrases.rule_words(row.get("rule")), 28) or tr("path {n}", n=n)


def _time_label(row: Row) -> str:
    return _own(row, f"{phrases.weekdays(row.get('weekdays'))} {phrases.hours(row)}")


def _date_label(row: Row, n: int) -> str:
    if not text(row, "from") and not text(row, "to"):
        return _own(row, tr("period {n}", n=n))
    return _own(row, phrases.days(text(row, "from"), text(row, "to")))


def _share_label(row: Row, *, weight: bool = False) -> str:
    share = str(whole(row, "percent")) if weight else tr("{n} %", n=whole(row, "percent"))
    name = phrases.short(text(row, "name"), 24)
    return f"{name} {share}" if name else share


def _condition_named(fields: Fields) -> Named:
    match text(fields, "by", "rules"):
        case "time":
            return [(i, _time_label(row)) for i, row in paths(fields, "times", TIMES)]
        case "date":
            return [(i, _date_label(row, n)) for n, (i, row) in enumerate(paths(fields, "dates", DATES), 1)]
        case "split":
            return [(i, _share_label(row)) for i, row in paths(fields, "shares", HALVES)]
        case "cap":
            return ()
        case _:
            return [(i, _rule_label(row, n)) for n, (i, row) in enumerate(paths(fields, "rules", RULES), 1)]


def _condition_ports(fields: Fields) -> tuple[Port, ...]:
    by, named = text(fields, "by", "rules"), _condition_named(fields)
    if by == "split":
        return _ports(named)
    other = Port("other", tr("other"), "other")
    if by == "cap":
        return (Port("within", tr("first {n}", n=number(whole(fields, "cap", CAP))), "path"), other)
    return _ports(named, other)


def _condition_title(fields: Fields) -> str:
    match text(fields, "by", "rules"):
        case "time":
            return tr("Time of the week")
        case "date":
            return tr("Date")
        case "split":
            return tr("Split")
        case "cap":
            return tr("At most {n} contacts", n=number(whole(fields, "cap", CAP)))
        case _:
            rule = _only_rule(fields)
            return tr("{rule}?", rule=_capital(phrases.short(rule, 40))) if rule else tr("Condition")


def _condition_summary(fields: Fields) -> str:
    match text(fields, "by", "rules"):
        case "cap":
            return tr("the others take another path")
        case "rules":
            named = [label for _, label in _condition_named(fields)]
            many = len(named)
            if many > 1 and all(len(label) < 16 for label in named[:3]):
                return phrases.listed((*named[:3], tr("other"))) if many <= 3 else _counted(many)
            return _counted(many) if many else tr("No path yet")
        case _:
            return phrases.parts(*(label for _, label in _condition_named(fields))) or tr("No path yet")


def _condition_words(fields: Fields) -> str:
    """What decides, where the title does not say it."""
    by = text(fields, "by", "rules")
    if by == "cap":
        return _condition_title(fields)
    return (_only_rule(fields) if by == "rules" else "") or _condition_summary(fields)


def _only_rule(fields: Fields) -> str:
    """The rule of a condition with one path, in words."""
    found = list(paths(fields, "rules", RULES))
    return phrases.rule_words(found[0][1].get("rule")) if len(found) == 1 else ""


def _counted(many: int) -> str:
    return ntr("{n} path + other", "{n} paths + other", many)


def _capital(value: str) -> str:
    return value[:1].upper() + value[1:]


CONDITION = StepKind(
    name="condition", group="flow", tone="branch", icon="split",
    label=mark("Condition"),
    about=mark("Parts contacts: by what is known of them, by time, by date, by share or by number."),
    keywords=mark("branch if else rule filter decision split"),
    fields=(
        Choice(
            name="by", label=mark("Part contacts by"), default="rules",
            options=(
                ("rules", mark("Rules about them")),
                ("time", mark("Day of the week and time")),
                ("date", mark("Date")),
                ("split", mark("Share, at random")),
                ("cap", mark("Number, first come first served")),
            ),
        ),
        RulePaths(
            name="rules", label=mark("Paths"), required=True, default=RULES, when=("by", ("rules",)),
            help=mark(
                "Tried from the top. The first rule that is true gives the path. A simulation looks once, as it starts,"
                " which segments people are in and what they did; live that is looked up at each step."
            ),
        ),
        TimePaths(
            name="times", label=mark("Paths"), required=True, default=TIMES, when=("by", ("time",)),
            help=mark("Tried from the top. Up to the next day where the end is before the start."),
        ),
        DatePaths(
            name="dates", label=mark("Paths"), required=True, default=DATES, when=("by", ("date",)),
            help=mark("Tried from the top. Both days are included."),
        ),
        Shares(
            name="shares", label=mark("Shares"), required=True, default=HALVES, when=("by", ("split",)),
            help=mark("Together 100 %. A contact takes the same path each time."),
        ),
        Number(
            name="cap", label=mark("How many"), unit=mark("contacts"), default=CAP, low=1, high=10_000_000,
            when=("by", ("cap",)), help=mark("So many contacts go on; all that come later take the other path."),
        ),
        Choice(
            name="clock", label=mark("Whose time"), default="contact", options=CLOCKS, when=("by", ("time", "date")),
            help=mark("The contact's own time zone, or the journey's where that is not known."),
        ),
    ),
    presets=(
        Preset(mark("Time of the week"), {"by": "time"}, "clock", mark("weekday hours opening branch condition")),
        Preset(mark("Date"), {"by": "date"}, "calendar", mark("period season campaign branch condition")),
        Preset(mark("Percentage split"), {"by": "split"}, "percent", mark("random share branch half condition")),
        Preset(mark("Cap"), {"by": "cap"}, "gauge", mark("limit most maximum number first condition")),
    ),
    ports=_condition_ports, title=_condition_title, summary=_condition_summary, named=_condition_words,
)  # fmt: skip


# -- reaction ----------------------------------------------------------------------------------------


def _outcome(row: Row) -> str:
    """What a contact did, as the words on an arrow."""
    on = text(row, "on")
    if on == "replied":
        if keywords := words(row, "keywords"):
            first = f"“{phrases.short(keywords[0], 16)}”"
            return tr("{word} +{n}", word=first, n=len(keywords) - 1) if len(keywords) > 1 else first
        if button := text(row, "button"):
            return f"“{phrases.short(button, 20)}”"
        return tr("replied")
    if on == "clicked":
        button = phrases.short(text(row, "button"), 20)
        return tr("clicked “{button}”", button=button) if button else tr("clicked")
    return {"delivered": tr("delivered"), "read": tr("read"), "failed": tr("failed")}.get(on, tr("something"))


def _question(row: Row) -> str:
    return {
        "delivered": tr("Delivered?"), "read": tr("Read?"), "clicked": tr("Clicked?"), "replied": tr("Replied?"),
        "failed": tr("Failed?"),
    }.get(text(row, "on"), tr("Reaction"))  # fmt: skip


def _silence(fields: Fields) -> str:
    """What did not happen in time."""
    late = phrases.short_span(inner(fields, "timeout", TWO_DAYS))
    waited = {text(row, "on") for row in rows(fields, "outcomes", REPLIED)}
    if waited == {"replied"}:
        return tr("no reply in {span}", span=late)
    if waited == {"read"}:
        return tr("not read in {span}", span=late)
    if waited == {"clicked"}:
        return tr("no click in {span}", span=late)
    if waited == {"delivered"}:
        return tr("not delivered in {span}", span=late)
    return tr("nothing in {span}", span=late)


def _reaction_ports(fields: Fields) -> tuple[Port, ...]:
    named = ((path, _outcome(row)) for path, row in paths(fields, "outcomes", REPLIED) if path != "timeout")
    return (*(Port(path, label, "path") for path, label in named), Port("timeout", _silence(fields), "timeout"))


def _reaction_title(fields: Fields) -> str:
    found = rows(fields, "outcomes", REPLIED)
    same = {text(row, "on") for row in found}
    return _question(found[0]) if len(same) == 1 else tr("Reaction")


def _reaction_summary(fields: Fields) -> str:
    found = rows(fields, "outcomes", REPLIED)
    if not found:
        return tr("No outcome yet")
    within = tr("within {span}", span=phrases.span(inner(fields, "timeout", TWO_DAYS)))
    plain = len(found) == 1 and _outcome(found[0]) == tr("replied")
    return phrases.parts("" if plain else phrases.listed(_outcome(row) for row in found[:4]), within)


REACTION = StepKind(
    name="reaction", group="flow", tone="branch", icon="reply",
    label=mark("Reaction"),
    about=mark("Parts contacts by what they do with a message: receive, read, click or reply."),
    keywords=mark("reply answer read delivered clicked button keyword response branch wait"),
    fields=(
        StepRef(
            name="to", label=mark("To which message"), kinds=SENDS,
            help=mark("Empty is the message right before this step."),
        ),
        Outcomes(
            name="outcomes", label=mark("Outcomes"), required=True, default=REPLIED,
            help=mark("Each has a path of its own. The first to happen wins; of several at once, the upper one."),
        ),
        Duration(
            name="timeout", label=mark("Wait at most"), default=TWO_DAYS, required=True,
            help=mark("After that contacts go on by the last path."),
        ),
    ),
    ports=_reaction_ports, title=_reaction_title, summary=_reaction_summary,
)  # fmt: skip


# -- experiment --------------------------------------------------------------------------------------


def _experiment_ports(fields: Fields) -> tuple[Port, ...]:
    held = _holdout(fields)
    last = (Port("holdout", held, "other"),) if held else ()
    return _ports(((i, _share_label(row, weight=True)) for i, row in paths(fields, "paths", HALVES)), *last)


def _holdout(fields: Fields) -> str:
    percent = whole(fields, "holdout")
    return tr("{n} % held out", n=percent) if percent > 0 else ""


def _experiment_summary(fields: Fields) -> str:
    named = [_share_label(row, weight=True) for _, row in paths(fields, "paths", HALVES)]
    return phrases.parts(*named[:6], _holdout(fields)) or tr("No path yet")


EXPERIMENT = StepKind(
    name="experiment", group="flow", tone="branch", icon="shuffle",
    label=mark("Experiment"),
    about=mark("Tries several ways on contacts at random, so that you can compare them."),
    keywords=mark("ab test a/b split random variant control holdout weighted"),
    fields=(
        Shares(
            name="paths", label=mark("Paths"), required=True, default=HALVES, weights=True,
            help=mark("The weights are relative: 1 and 3 send a quarter and three quarters."),
        ),
        Number(
            name="holdout", label=mark("Hold out"), unit=mark("%"), default=0, low=0, high=90,
            help=mark("This share takes none of the paths, to compare with."),
        ),
    ),
    ports=_experiment_ports, title=lambda fields: tr("Experiment"), summary=_experiment_summary,
)  # fmt: skip

KINDS = (CONDITION, REACTION, EXPERIMENT)
