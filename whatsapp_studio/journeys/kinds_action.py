"""Decides which kinds of step do something else than write."""

from __future__ import annotations

from urllib.parse import urlsplit

from whatsapp_studio.audience.rules import field_words
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.fields import (
    Choice,
    ContactChanges,
    Flag,
    JourneyRef,
    ListName,
    Number,
    Pairs,
    Text,
)
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, Preset, StepKind
from whatsapp_studio.journeys.reading import rows, text


def _next(fields: Fields) -> tuple[Port, ...]:
    return (Port("next", tr("next")),)


# -- update contact ----------------------------------------------------------------------------------


def _changes(fields: Fields) -> list[tuple[str, str]]:
    return [(text(row, "field"), text(row, "value")) for row in rows(fields, "changes") if text(row, "field")]


def _update_title(fields: Fields) -> str:
    changes = _changes(fields)
    if len(changes) == 1:
        return tr("Set {field}", field=phrases.short(field_words(changes[0][0])))
    return ntr("Update {n} field", "Update {n} fields", len(changes)) if changes else tr("Update contact")


def _update_summary(fields: Fields) -> str:
    changes = _changes(fields)
    if len(changes) == 1:
        value = phrases.written(changes[0][1])
        return tr("to {value}", value=value) if value else tr("to nothing")
    return phrases.listed(phrases.short(field_words(name)) for name, _ in changes[:4]) or tr("No field chosen")


UPDATE_CONTACT = StepKind(
    name="update_contact", group="action", tone="action", icon="user-pen",
    label=mark("Update contact"),
    about=mark("Writes values into fields of the contact."),
    keywords=mark("field attribute tag property set change profile"),
    fields=(
        ContactChanges(
            name="changes", label=mark("Fields"), required=True, default=[{"field": "", "value": ""}],
            help=mark("Each field and its new value. An empty value empties the field."),
        ),
    ),
    ports=_next, title=_update_title, summary=_update_summary,
    named=lambda fields: phrases.parts(_update_title(fields), _update_summary(fields)),
)  # fmt: skip


# -- consent -----------------------------------------------------------------------------------------

CONSENT = StepKind(
    name="consent", group="action", tone="action", icon="shield-check",
    label=mark("Opt in"),
    about=mark("Writes down that the contact wants marketing messages, or wants none any more."),
    keywords=mark("consent permission marketing subscribe unsubscribe stop gdpr"),
    fields=(
        Choice(
            name="set", label=mark("The contact"), default="in",
            options=(("in", mark("Opts in to marketing")), ("out", mark("Opts out of marketing"))),
        ),
        Text(
            name="reason", label=mark("Because"), limit=200,
            help=mark("Kept with the contact, so that you can show later where the answer came from."),
            placeholder=mark("Chose “Yes, keep me posted”"),
        ),
    ),
    presets=(
        Preset(mark("Opt out"), {"set": "out"}, "user-x", mark("consent unsubscribe stop remove marketing")),
    ),
    ports=_next,
    title=lambda fields: tr("Opt out") if text(fields, "set", "in") == "out" else tr("Opt in"),
    summary=lambda fields: phrases.short(text(fields, "reason"), 60) or tr("marketing messages"),
)  # fmt: skip


# -- lists -------------------------------------------------------------------------------------------


def _list_title(fields: Fields) -> str:
    name, out = phrases.short(text(fields, "list"), 24), text(fields, "do", "add") == "remove"
    if not name:
        return tr("Remove from list") if out else tr("Add to list")
    return tr("Remove from {list}", list=name) if out else tr("Add to {list}", list=name)


LIST_MEMBER = StepKind(
    name="list_member", group="action", tone="action", icon="list-plus",
    label=mark("Add to list"),
    about=mark("Puts the contact on a list, or takes it off."),
    keywords=mark("tag segment group audience static member"),
    fields=(
        Choice(
            name="do", label=mark("Do"), default="add",
            options=(("add", mark("Add to the list")), ("remove", mark("Remove from the list"))),
        ),
        ListName(name="list", label=mark("List"), required=True),
    ),
    presets=(
        Preset(mark("Remove from list"), {"do": "remove"}, "list-minus", mark("delete untag segment group member")),
    ),
    ports=_next, title=_list_title,
    summary=lambda fields: "" if text(fields, "list") else tr("No list chosen"),
    named=lambda fields: _list_title(fields) if text(fields, "list") else tr("No list chosen"),
)  # fmt: skip


# -- call a URL --------------------------------------------------------------------------------------


def _url_parts(fields: Fields) -> tuple[str, str]:
    """Host and path of the address; all of it as path where it is none."""
    url = text(fields, "url")
    try:
        found = urlsplit(url)
        host = found.hostname or ""
    except ValueError:
        host = ""
    return (host, found.path or "/") if host else ("", url)


def _call_title(fields: Fields) -> str:
    host, _ = _url_parts(fields)
    return tr("Call {host}", host=phrases.short(host, 28)) if host else tr("Call a URL")


def _call_summary(fields: Fields) -> str:
    _, path = _url_parts(fields)
    if not path:
        return tr("No address yet")
    saved = text(fields, "save_as")
    return phrases.parts(
        f"{phrases.short(text(fields, 'method', 'POST'), 8)} {phrases.short(path)}",
        tr("kept as {name}", name=phrases.short(saved, 16)) if saved else "",
    )


CALL_URL = StepKind(
    name="call_url", group="action", tone="action", icon="webhook",
    label=mark("Call a URL"),
    about=mark("Sends a request to another system, and can keep the answer for later steps."),
    keywords=mark("webhook http api request post get crm zapier custom action"),
    fields=(
        Choice(
            name="method", label=mark("Method"), default="POST",
            options=tuple((name, name) for name in ("GET", "POST", "PUT", "PATCH", "DELETE")),
        ),
        Text(
            name="url", label=mark("Address"), required=True, liquid=True, limit=2000,
            placeholder=mark("https://example.com/orders"),
        ),
        Pairs(name="headers", label=mark("Headers")),
        Text(
            name="body", label=mark("Body"), liquid=True, lines=6, limit=65_536,
            when=("method", ("POST", "PUT", "PATCH", "DELETE")),
        ),
        Number(name="seconds", label=mark("Wait for an answer"), unit=mark("seconds"), default=10, low=1, high=60),
        Text(
            name="save_as", label=mark("Keep the answer as"), limit=40, placeholder=mark("order"),
            help=mark("Later steps can then use journey.order. Empty: the answer is not kept."),
        ),
    ),
    ports=lambda fields: (
        Port("next", tr("answered")),
        Port("failed", tr("failed"), "failed"),
        Port("timeout", tr("timed out"), "timeout"),
    ),
    title=_call_title, summary=_call_summary,
    named=lambda fields: phrases.parts(_url_parts(fields)[0], _call_summary(fields)),
)  # fmt: skip


# -- notify ------------------------------------------------------------------------------------------

NOTIFY = StepKind(
    name="notify", group="action", tone="action", icon="bell",
    label=mark("Notify me"),
    about=mark("Shows you a notice on this computer."),
    keywords=mark("alert message team desktop notification tell"),
    fields=(
        Text(name="title", label=mark("Title"), required=True, liquid=True, limit=100),
        Text(name="text", label=mark("Text"), liquid=True, lines=3, limit=500),
    ),
    ports=_next, title=lambda fields: tr("Notify me"),
    summary=lambda fields: phrases.written(text(fields, "title")) or tr("No title yet"),
)  # fmt: skip


# -- jump and end ------------------------------------------------------------------------------------


def _jump_summary(fields: Fields) -> str:
    if not text(fields, "journey"):
        return tr("No journey chosen")
    if text(fields, "if_inside", "skip") == "restart":
        return tr("starts again if inside already")
    return tr("not if inside already")


JUMP = StepKind(
    name="jump", group="action", tone="exit", icon="corner-down-right",
    label=mark("Jump to a journey"),
    about=mark("The contact also enters another journey and goes on here."),
    keywords=mark("other start enter chain connect goto subflow"),
    fields=(
        JourneyRef(name="journey", label=mark("Journey"), required=True),
        Choice(
            name="if_inside", label=mark("If the contact is in it already"), default="skip",
            options=(("skip", mark("Do not enter again")), ("restart", mark("Start again from its entry"))),
        ),
    ),
    ports=_next, title=lambda fields: tr("Jump to a journey"), summary=_jump_summary,
)  # fmt: skip

END = StepKind(
    name="end", group="action", tone="exit", icon="flag",
    label=mark("End"),
    about=mark("The journey ends here for whoever comes by."),
    keywords=mark("exit stop finish goal done"),
    fields=(
        Text(name="label", label=mark("Name"), limit=60, placeholder=mark("Bought something")),
        Flag(
            name="goal", label=mark("This is the goal"),
            help=mark("Whoever ends here counts as reached by the journey."),
        ),
    ),
    presets=(Preset(mark("Goal"), {"goal": True}, "goal", mark("end success conversion reached exit")),),
    ports=lambda fields: (),
    title=lambda fields: (
        phrases.short(text(fields, "label")) or (tr("Goal reached") if fields.get("goal") is True else tr("End"))
    ),
    summary=lambda fields: tr("goal") if fields.get("goal") is True and text(fields, "label") else "",
)  # fmt: skip

KINDS = (UPDATE_CONTACT, CONSENT, LIST_MEMBER, CALL_URL, NOTIFY, JUMP, END)
