"""Decides which kinds of step write to a contact."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.fields import (
    Buttons,
    Choice,
    Duration,
    LanguageRules,
    Media,
    Menu,
    Number,
    TemplateRef,
    Text,
    ValueMap,
)
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, Preset, StepKind
from whatsapp_studio.journeys.reading import inner, rows, text


def _sent(fields: Fields) -> tuple[Port, Port, Port]:
    return (
        Port("next", tr("sent")),
        Port("failed", tr("failed"), "failed"),
        Port("timeout", tr("timed out"), "timeout"),
    )


# -- send template -----------------------------------------------------------------------------------


def _template_title(fields: Fields) -> str:
    name = text(inner(fields, "template"), "name")
    return tr("Send {template}", template=phrases.short(name)) if name else tr("Send template")


def _template_summary(fields: Fields) -> str:
    if not text(inner(fields, "template"), "name"):
        return tr("No template chosen")
    return phrases.parts(tr("Template"), _languages(fields))


def _template_named(fields: Fields) -> str:
    name = text(inner(fields, "template"), "name")
    return phrases.parts(phrases.short(name), _languages(fields)) if name else tr("No template chosen")


def _languages(fields: Fields) -> str:
    chosen = inner(fields, "template")
    more = len(rows(fields, "languages"))
    languages = ntr("{language} + {n} language", "{language} + {n} languages", more, language=text(chosen, "language"))
    return phrases.parts(
        languages if more else text(chosen, "language"),
        tr("anyone not opted out") if text(fields, "consent") == "anyone" else "",
    )


SEND_TEMPLATE = StepKind(
    name="send_template", group="message", tone="message", icon="message-circle",
    label=mark("Send template"),
    about=mark("Sends an approved template. It may be sent at any time."),
    keywords=mark("message whatsapp hsm marketing utility write text"),
    fields=(
        TemplateRef(name="template", label=mark("Template"), required=True),
        ValueMap(
            name="mapping", label=mark("Values"), default={},
            help=mark("What each place of the template is filled with, and what to do where that is empty."),
        ),
        LanguageRules(
            name="languages", label=mark("Languages"),
            help=mark("The first rule that is true gives the language. Everybody else gets the template above."),
        ),
        Choice(
            name="consent", label=mark("Send to"), default="opted_in",
            options=(
                ("opted_in", mark("Who opted in to marketing")),
                ("anyone", mark("Anyone who has not opted out")),
            ),
            help=mark("A marketing template goes only to who opted in, whatever is chosen here. "
                      "Whoever may not be written to leaves by “failed”."),
        ),
        Text(
            name="sender", label=mark("From number"), limit=32,
            help=mark("Empty is the number of the workspace."), placeholder=mark("The workspace's number"),
        ),
        Number(
            name="retry_times", label=mark("Try again"), unit=mark("times"), default=3, low=0, high=10,
            help=mark("When WhatsApp could not take the message for a reason that may pass."),
        ),
        Duration(
            name="retry_within", label=mark("Give up after"), default={"amount": 1, "unit": "days"}, most_days=7,
            help=mark("Whoever could not be sent to by then leaves by “timed out”."),
        ),
    ),
    ports=_sent, title=_template_title, summary=_template_summary, named=_template_named,
)  # fmt: skip


# -- send in the 24-hour window ----------------------------------------------------------------------


def _window_ports(fields: Fields) -> tuple[Port, ...]:
    return (*_sent(fields), Port("closed", tr("closed"), "other"))


def _window_title(fields: Fields) -> str:
    match text(fields, "what", "text"):
        case "media":
            return {
                "video": tr("Send a video"), "document": tr("Send a document"), "audio": tr("Send audio"),
            }.get(text(inner(fields, "media"), "kind"), tr("Send a picture"))  # fmt: skip
        case "buttons":
            return tr("Ask with buttons")
        case "list":
            return tr("Ask with a list")
        case _:
            return tr("Send text")


def _window_summary(fields: Fields) -> str:
    what = text(fields, "what", "text")
    if what == "media":
        media = inner(fields, "media")
        return phrases.written(text(media, "caption") or text(media, "url")) or tr("No file chosen")
    if what == "buttons":
        asked = [phrases.short(text(row, "text")) for row in rows(fields, "buttons")]
    elif what == "list":
        asked = [phrases.short(text(row, "title")) for row in rows(inner(fields, "menu"), "rows")]
    else:
        return phrases.written(text(fields, "text")) or tr("No text yet")
    return phrases.listed(name for name in asked if name) or tr("No answers yet")


def _say(name: str) -> Preset:
    label, icon, keywords = {
        "media": (mark("Picture or file"), "image", mark("media image photo video document audio voice")),
        "buttons": (mark("Reply buttons"), "rectangle-ellipsis", mark("message quick reply question ask choice")),
        "list": (mark("Choice list"), "list", mark("message menu options question ask choice")),
    }[name]
    return Preset(label, {"what": name}, icon, keywords)


SEND_WINDOW = StepKind(
    name="send_window", group="message", tone="message", icon="message-square-text",
    label=mark("Free message"),
    about=mark("Sends what you like to contacts who wrote to you in the last 24 hours."),
    keywords=mark("text session window reply answer chat service write"),
    fields=(
        Choice(
            name="what", label=mark("What"), default="text",
            options=(
                ("text", mark("Text")),
                ("media", mark("Picture, video, document or audio")),
                ("buttons", mark("Text with reply buttons")),
                ("list", mark("Text with a list to choose from")),
            ),
        ),
        Text(
            name="text", label=mark("Text"), required=True, lines=6, liquid=True, limit=4096,
            when=("what", ("text", "buttons", "list")), limit_when=("what", ("buttons", "list"), 1024),
            help=mark("With buttons or a list at most 1,024 characters."),
        ),
        Media(
            name="media", label=mark("File"), required=True, when=("what", ("media",)),
            default={"kind": "image", "url": "", "caption": ""},
            help=mark("The web address of a picture, video, document or sound."),
        ),
        Buttons(
            name="buttons", label=mark("Buttons"), required=True, when=("what", ("buttons",)),
            default=[{"id": "button1", "text": ""}],
            help=mark("One to three, at most 20 characters each."),
        ),
        Menu(
            name="menu", label=mark("List"), required=True, when=("what", ("list",)),
            default={"button": "", "rows": [{"id": "row1", "title": "", "description": ""}]},
            help=mark("A button that opens a list of at most ten."),
        ),
    ),
    presets=(_say("media"), _say("buttons"), _say("list")),
    ports=_window_ports, title=_window_title, summary=_window_summary,
)  # fmt: skip

KINDS = (SEND_TEMPLATE, SEND_WINDOW)
