"""Decides what a card and its arrows say, kind by kind."""

from __future__ import annotations

from typing import Any

import pytest

from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.phrases import short_span, span
from whatsapp_studio.journeys.table import ports_of, summary_of, title_of

VIP = {"kind": "list", "list": "VIP"}
DUTCH = {"kind": "rule", "rule": {"field": "contact.country", "op": "is", "value": "NL"}}
IS_DUTCH: dict[str, Any] = {"id": "nl", "name": "", "rule": DUTCH["rule"]}


def days(n: int) -> dict[str, Any]:
    return {"amount": n, "unit": "days"}


@pytest.mark.parametrize(
    ("kind", "fields", "title", "summary"),
    [
        ("audience", {}, "All contacts", "once, at the start"),
        ("audience", {"audience": VIP}, "List: VIP", "once, at the start"),
        ("audience", {"audience": {"kind": "list"}}, "No list chosen", "once, at the start"),
        ("audience", {"audience": None}, "No audience chosen", "once, at the start"),
        ("audience", {"audience": DUTCH}, "Contacts by rule", "country is NL · once, at the start"),
        ("audience", {"audience": {"kind": "rule"}}, "Contacts by rule", "No rule yet · once, at the start"),
        ("audience", {"when": "scheduled"}, "All contacts", "No time chosen"),
        ("audience", {"when": "scheduled", "at": "2026-12-01T09:00"}, "All contacts", "1 Dec 2026 09:00"),
        ("audience", {"when": "scheduled", "at": "soon"}, "All contacts", "soon"),
        ("audience", {"when": "recurring", "at": "2026-12-01T09:00"}, "All contacts", "every day, 09:00"),
        ("audience", {"when": "recurring", "repeat": {"every": 3, "unit": "days"}}, "All contacts", "every 3 days"),
        (
            "audience", {"when": "recurring", "repeat": {"every": 1, "unit": "weeks", "weekdays": [0, 2]}},
            "All contacts", "every week on Mon, Wed",
        ),
        ("audience", {"when": "recurring", "repeat": {"every": 2, "unit": "weeks"}}, "All contacts", "every 2 weeks"),
        ("audience", {"when": "recurring", "repeat": {"every": 1, "unit": "months"}}, "All contacts", "every month"),
        ("audience", {"when": "recurring", "repeat": {"every": 6, "unit": "months"}}, "All contacts", "every 6 months"),
        ("audience", {"per_hour": 1500}, "All contacts", "once, at the start · 1,500 an hour"),
        ("event", {}, "Event", "No event named yet"),
        ("event", {"event": "order_placed"}, "Event: order_placed", "started by hand"),
        ("event", {"event": "order", "source": "file"}, "Event: order", "from a dropped file"),
        (
            "event", {"event": "order", "source": "http", "event_fields": [{"name": "total", "kind": "number"}]},
            "Event: order", "from a request · 1 value",
        ),
        ("event", {"source": "inbound"}, "Incoming message", "any message"),
        ("event", {"source": "inbound", "match": "keywords"}, "Incoming message", "No keyword yet"),
        (
            "event", {"source": "inbound", "match": "keywords", "keywords": ["hello", " hi "]},
            "Incoming message", "“hello”, “hi”",
        ),
        ("business_event", {}, "Business event", "No event named yet"),
        ("business_event", {"event": "sale", "audience": VIP}, "Business event: sale", "List: VIP"),
        ("business_event", {"event": "sale", "audience": DUTCH}, "Business event: sale", "country is NL"),
        ("audience_change", {}, "Joins the audience", "All contacts"),
        ("audience_change", {"audience": VIP}, "Joins VIP", ""),
        ("audience_change", {"audience": VIP, "on": "exit"}, "Leaves VIP", ""),
        ("audience_change", {"audience": DUTCH, "on": "exit"}, "Leaves the audience", "country is NL"),
        ("audience_change", {"audience": VIP, "on": "both"}, "Joins or leaves VIP", ""),
        ("audience_change", {"on": "both"}, "Joins or leaves the audience", "All contacts"),
        ("send_template", {}, "Send template", "No template chosen"),
        ("send_template", {"template": {"name": "welcome", "language": "nl"}}, "Send welcome", "Template · nl"),
        (
            "send_template",
            {
                "template": {"name": "welcome", "language": "nl"}, "consent": "anyone",
                "languages": [{"rule": None, "language": "en"}],
            },
            "Send welcome", "Template · nl + 1 language · anyone not opted out",
        ),
        ("send_window", {}, "Send text", "No text yet"),
        ("send_window", {"text": " Hi \n there"}, "Send text", "Hi there"),
        ("send_window", {"text": "Lorem ipsum " * 99}, "Send text", "Lorem ipsum " * 4 + "Lorem ipsum…"),
        ("send_window", {"what": "media"}, "Send a picture", "No file chosen"),
        ("send_window", {"what": "media", "media": {"kind": "video", "url": "u"}}, "Send a video", "u"),
        ("send_window", {"what": "media", "media": {"kind": "audio", "url": "u"}}, "Send audio", "u"),
        (
            "send_window", {"what": "media", "media": {"kind": "document", "url": "u", "caption": "Menu"}},
            "Send a document", "Menu",
        ),
        ("send_window", {"what": "buttons"}, "Ask with buttons", "No answers yet"),
        (
            "send_window", {"what": "buttons", "buttons": [{"text": "Yes"}, {"text": "No"}]},
            "Ask with buttons", "Yes, No"
        ),
        ("send_window", {"what": "list", "menu": {"rows": [{"title": "Red"}]}}, "Ask with a list", "Red"),
        ("wait", {}, "Wait 1 day", ""),
        ("wait", {"duration": {"amount": 90, "unit": "minutes"}}, "Wait 90 minutes", ""),
        ("wait", {"duration": {"amount": 1, "unit": "hours"}}, "Wait 1 hour", ""),
        ("wait", {"duration": {"amount": 2, "unit": "weeks"}}, "Wait 2 weeks", ""),
        ("wait", {"duration": None}, "Wait 0 days", ""),
        ("wait", {"until": "date"}, "Wait until a date", "No date chosen"),
        ("wait", {"until": "date", "date": "2026-12-24T18:00"}, "Wait until 24 Dec 2026", "18:00 · contact's time"),
        ("wait", {"until": "field"}, "Wait for a contact's date", "No field chosen"),
        ("wait", {"until": "field", "field": "birthday"}, "Wait until birthday", "at 09:00 · contact's time"),
        (
            "wait",
            {"until": "field", "field": "contact.due_day", "offset": days(-3), "clock": "journey", "at": "08:30"},
            "3 days before due day", "at 08:30 · journey's time",
        ),
        (
            "wait", {"until": "field", "field": "due", "offset": {"amount": 1, "unit": "weeks"}},
            "1 week after due", "at 09:00 · contact's time",
        ),
        ("wait", {"until": "window"}, "Wait for Mon–Fri", "09:00–17:00 · contact's time"),
        (
            "wait", {"until": "window", "window": {"weekdays": [5, 6], "from": "", "to": "12:00"}},
            "Wait for Sat, Sun", "…–12:00 · contact's time",
        ),
        (
            "wait", {"until": "window", "window": {"weekdays": list(range(7))}},
            "Wait for …–…", "every day · contact's time"
        ),
        ("wait", {"until": "window", "window": {"weekdays": []}}, "Wait for no day", "…–… · contact's time"),
        (
            "wait", {"until": "window", "window": {"weekdays": [0, 1, 3, 4, 5]}},
            "Wait for Mon, Tue, Thu–Sat", "…–… · contact's time"
        ),
        ("wait_event", {}, "Wait for an event", "No event named yet"),
        ("wait_event", {"events": [{"id": "a", "event": "order"}]}, "Wait for order", "at most 3 days"),
        (
            "wait_event", {"events": [{"id": "a", "event": "order"}, {"id": "b", "event": "c", "name": "Call"}]},
            "Wait for 2 events", "order, Call · at most 3 days",
        ),
        ("condition", {}, "Condition", "1 path + other"),
        ("condition", {"rules": []}, "Condition", "No path yet"),
        ("condition", {"rules": [IS_DUTCH]}, "Country is NL?", "1 path + other"),
        (
            "condition", {"rules": [IS_DUTCH, {**IS_DUTCH, "id": "b", "name": "Rest"}]},
            "Condition", "country is NL, Rest, other"
        ),
        ("condition", {"rules": [{**IS_DUTCH, "id": str(n)} for n in range(5)]}, "Condition", "5 paths + other"),
        ("condition", {"rules": [{"id": "a", "name": "a" * 20}, {"id": "b"}]}, "Condition", "2 paths + other"),
        ("condition", {"by": "time"}, "Time of the week", "Mon–Fri 09:00–17:00"),
        ("condition", {"by": "date"}, "Date", "period 1"),
        ("condition", {"by": "date", "dates": []}, "Date", "No path yet"),
        (
            "condition", {"by": "date", "dates": [{"id": "a", "from": "2026-12-01", "to": "2026-12-24"}]},
            "Date", "1 Dec 2026 – 24 Dec 2026"
        ),
        (
            "condition", {"by": "date", "dates": [{"id": "a", "from": "2026-12-01", "to": "2026-12-01"}]},
            "Date", "1 Dec 2026"
        ),
        ("condition", {"by": "date", "dates": [{"id": "a", "from": "2026-12-01"}]}, "Date", "from 1 Dec 2026"),
        ("condition", {"by": "date", "dates": [{"id": "a", "to": "2026-12-01"}]}, "Date", "until 1 Dec 2026"),
        ("condition", {"by": "date", "dates": [{"id": "a", "from": "x", "to": "y", "name": "Sale"}]}, "Date", "Sale"),
        ("condition", {"by": "split"}, "Split", "A 50 % · B 50 %"),
        ("condition", {"by": "split", "shares": [{"id": "a", "percent": 100}]}, "Split", "100 %"),
        ("condition", {"by": "cap"}, "At most 1,000 contacts", "the others take another path"),
        ("reaction", {}, "Replied?", "within 2 days"),
        ("reaction", {"outcomes": []}, "Reaction", "No outcome yet"),
        ("reaction", {"outcomes": [{"id": "a", "on": "read"}]}, "Read?", "read · within 2 days"),
        (
            "reaction", {"outcomes": [{"id": "a", "on": "clicked", "button": "Buy"}]},
            "Clicked?", "clicked “Buy” · within 2 days"
        ),
        ("reaction", {"outcomes": [{"id": "a", "on": "delivered"}]}, "Delivered?", "delivered · within 2 days"),
        ("reaction", {"outcomes": [{"id": "a", "on": "failed"}]}, "Failed?", "failed · within 2 days"),
        ("reaction", {"outcomes": [{"id": "a", "on": "waved"}]}, "Reaction", "something · within 2 days"),
        (
            "reaction",
            {
                "outcomes": [
                    {"id": "a", "on": "replied", "keywords": ["yes", "ok"]},
                    {"id": "b", "on": "replied", "button": "No"},
                ]
            },
            "Replied?", "“yes” +1, “No” · within 2 days",
        ),
        (
            "reaction", {"outcomes": [{"id": "a", "on": "replied"}, {"id": "b", "on": "clicked"}]},
            "Reaction", "replied, clicked · within 2 days"
        ),
        ("experiment", {}, "Experiment", "A 50 · B 50"),
        ("experiment", {"paths": [], "holdout": 10}, "Experiment", "10 % held out"),
        ("experiment", {"paths": []}, "Experiment", "No path yet"),
        ("update_contact", {}, "Update contact", "No field chosen"),
        ("update_contact", {"changes": [{"field": "home_city", "value": "Utrecht"}]}, "Set home city", "to Utrecht"),
        ("update_contact", {"changes": [{"field": "city", "value": ""}]}, "Set city", "to nothing"),
        ("update_contact", {"changes": [{"field": "a"}, {"field": "b"}]}, "Update 2 fields", "a, b"),
        ("consent", {}, "Opt in", "marketing messages"),
        ("consent", {"set": "out", "reason": "Said stop"}, "Opt out", "Said stop"),
        ("list_member", {}, "Add to list", "No list chosen"),
        ("list_member", {"list": "VIP"}, "Add to VIP", ""),
        ("list_member", {"do": "remove"}, "Remove from list", "No list chosen"),
        ("list_member", {"do": "remove", "list": "VIP"}, "Remove from VIP", ""),
        ("call_url", {}, "Call a URL", "No address yet"),
        ("call_url", {"url": "https://example.com/orders"}, "Call example.com", "POST /orders"),
        (
            "call_url", {"url": "https://example.com", "method": "GET", "save_as": "order"},
            "Call example.com", "GET / · kept as order"
        ),
        ("call_url", {"url": "{{ event.url }}"}, "Call a URL", "POST {{ event.url }}"),
        ("call_url", {"url": "http://[broken"}, "Call a URL", "POST http://[broken"),
        ("notify", {}, "Notify me", "No title yet"),
        ("notify", {"title": "Hot lead"}, "Notify me", "Hot lead"),
        (
            "notify", {"title": '{{ contact.first_name | default: "}" }}!'},
            "Notify me", '{{ contact.first_name | default: "}" }}!'
        ),
        (
            "notify", {"title": "{{-event.order_no}} of {{ contact.first_name | upcase }}"},
            "Notify me", "[event order no] of [first name]"
        ),
        ("jump", {}, "Jump to a journey", "No journey chosen"),
        ("jump", {"journey": "j2"}, "Jump to a journey", "not if inside already"),
        ("jump", {"journey": "j2", "if_inside": "restart"}, "Jump to a journey", "starts again if inside already"),
        ("end", {}, "End", ""),
        ("end", {"goal": True}, "Goal reached", ""),
        ("end", {"goal": True, "label": "Bought"}, "Bought", "goal"),
        ("end", {"label": "Bought"}, "Bought", ""),
    ],
)  # fmt: skip
def test_what_a_card_says(kind: str, fields: dict[str, Any], title: str, summary: str) -> None:
    step = Step(id="a", kind=kind, fields=fields)
    assert (title_of(step), summary_of(step)) == (title, summary)


@pytest.mark.parametrize(
    ("kind", "fields", "summary"),
    [
        ("audience", {}, "All contacts · once, at the start"),
        ("audience", {"audience": VIP, "when": "recurring"}, "List: VIP · every day"),
        ("event", {"source": "inbound"}, "Incoming message · any message"),
        ("event", {"event": "order", "source": "http"}, "order · from a request"),
        ("event", {}, "No event named yet"),
        ("business_event", {"event": "sale", "audience": VIP}, "sale · List: VIP"),
        ("audience_change", {"audience": VIP, "on": "exit"}, "Leaves VIP"),
        ("audience_change", {"audience": DUTCH}, "Joins the audience · country is NL"),
        ("send_template", {}, "No template chosen"),
        ("send_template", {"template": {"name": "hello", "language": "nl"}}, "hello · nl"),
        ("send_window", {"text": "Hi"}, "Hi"),
        ("wait", {"duration": days(2)}, "Wait 2 days"),
        ("wait", {"until": "window"}, "Mon–Fri 09:00–17:00 · contact's time"),
        ("wait", {"until": "window", "window": {"weekdays": list(range(7))}}, "…–… · contact's time"),
        ("wait", {"until": "date"}, "Wait until a date · No date chosen"),
        ("wait", {"until": "date", "date": "2026-12-24T18:00"}, "until 24 Dec 2026 18:00 · contact's time"),
        ("wait", {"until": "field"}, "Wait for a contact's date · No field chosen"),
        ("wait_event", {}, "No event named yet · at most 3 days"),
        ("wait_event", {"events": [{"id": "a", "event": "order"}]}, "order · at most 3 days"),
        ("condition", {}, "1 path + other"),
        ("condition", {"rules": [IS_DUTCH]}, "country is NL"),
        ("condition", {"rules": [IS_DUTCH, {"id": "b"}]}, "country is NL, path 2, other"),
        ("condition", {"by": "cap"}, "At most 1,000 contacts"),
        ("condition", {"by": "split"}, "A 50 % · B 50 %"),
        ("update_contact", {"changes": [{"field": "city", "value": "Utrecht"}]}, "Set city · to Utrecht"),
        ("list_member", {"list": "VIP"}, "Add to VIP"),
        ("list_member", {}, "No list chosen"),
        ("call_url", {"url": "https://example.com/a"}, "example.com · POST /a"),
        ("call_url", {}, "No address yet"),
        ("end", {}, ""),
    ],
)
def test_under_its_own_name_a_card_says_what_that_does_not(kind: str, fields: dict[str, Any], summary: str) -> None:
    step = Step(id="a", kind=kind, name="My own", fields=fields)
    assert (title_of(step), summary_of(step)) == ("My own", summary)


def test_a_card_with_the_name_it_would_have_anyhow_says_it_once() -> None:
    assert summary_of(Step(id="a", kind="wait", name="Wait 1 day")) == ""


@pytest.mark.parametrize(
    ("kind", "fields", "ports"),
    [
        ("audience_change", {"on": "both"}, {"enter": "enters", "exit": "leaves"}),
        ("audience_change", {"on": "exit"}, {"next": "next"}),
        ("send_template", {}, {"next": "sent", "failed": "failed", "timeout": "timed out"}),
        ("send_window", {}, {"next": "sent", "failed": "failed", "timeout": "timed out", "closed": "closed"}),
        ("call_url", {}, {"next": "answered", "failed": "failed", "timeout": "timed out"}),
        ("condition", {}, {"path1": "path 1", "other": "other"}),
        ("condition", {"rules": [IS_DUTCH]}, {"nl": "country is NL", "other": "other"}),
        ("condition", {"rules": [{**IS_DUTCH, "name": "Dutch"}]}, {"nl": "Dutch", "other": "other"}),
        (
            "condition", {"rules": [{**IS_DUTCH, "id": "other"}, IS_DUTCH, IS_DUTCH]},
            {"nl": "country is NL", "other": "other"}
        ),
        ("condition", {"by": "time"}, {"time1": "Mon–Fri 09:00–17:00", "other": "other"}),
        ("condition", {"by": "date"}, {"date1": "period 1", "other": "other"}),
        ("condition", {"by": "split"}, {"a": "A 50 %", "b": "B 50 %"}),
        ("condition", {"by": "cap", "cap": 25}, {"within": "first 25", "other": "other"}),
        ("wait_event", {}, {"event1": "event 1", "timeout": "none in 3 d"}),
        (
            "wait_event", {"events": [{"id": "a", "event": "order"}, {"id": "timeout"}]},
            {"a": "order", "timeout": "none in 3 d"}
        ),
        ("reaction", {}, {"replied": "replied", "timeout": "no reply in 2 d"}),
        ("reaction", {"outcomes": [{"id": "a", "on": "read"}]}, {"a": "read", "timeout": "not read in 2 d"}),
        (
            "reaction", {"outcomes": [{"id": "a", "on": "replied", "keywords": ["yes"]}]},
            {"a": "“yes”", "timeout": "no reply in 2 d"},
        ),
        ("reaction", {"outcomes": [{"id": "a", "on": "clicked"}]}, {"a": "clicked", "timeout": "no click in 2 d"}),
        (
            "reaction", {"outcomes": [{"id": "a", "on": "delivered"}], "timeout": {"amount": 6, "unit": "hours"}},
            {"a": "delivered", "timeout": "not delivered in 6 h"},
        ),
        (
            "reaction",
            {
                "outcomes": [{"id": "a", "on": "read"}, {"id": "b", "on": "failed"}, {"id": "timeout", "on": "failed"}],
                "timeout": {"amount": 30, "unit": "minutes"},
            },
            {"a": "read", "b": "failed", "timeout": "nothing in 30 min"},
        ),
        (
            "reaction", {"timeout": {"amount": 2, "unit": "weeks"}},
            {"replied": "replied", "timeout": "no reply in 2 wk"}
        ),
        ("experiment", {}, {"a": "A 50", "b": "B 50"}),
        ("experiment", {"holdout": 10}, {"a": "A 50", "b": "B 50", "holdout": "10 % held out"}),
        ("end", {}, {}),
    ],
)  # fmt: skip
def test_what_the_arrows_say(kind: str, fields: dict[str, Any], ports: dict[str, str]) -> None:
    assert {port.name: port.label for port in ports_of(Step(id="a", kind=kind, fields=fields))} == ports


def test_only_a_path_with_a_name_of_its_own_can_be_renamed() -> None:
    condition = ports_of(Step(id="a", kind="condition"))
    assert [(port.role, port.custom) for port in condition] == [("path", True), ("other", False)]
    event = ports_of(Step(id="a", kind="wait_event"))
    assert [(port.role, port.custom) for port in event] == [("path", True), ("timeout", False)]
    reaction = ports_of(Step(id="a", kind="reaction"))
    assert [(port.role, port.custom) for port in reaction] == [("path", False), ("timeout", False)]
    sent = ports_of(Step(id="a", kind="send_window"))
    assert [port.role for port in sent] == ["next", "failed", "timeout", "other"]


def test_a_span_that_is_none_is_no_time() -> None:
    assert (span("long"), short_span(None)) == ("0 days", "0 d")
