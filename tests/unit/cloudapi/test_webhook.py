"""Which webhooks are Meta's, and what news they bring."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import EXAMPLES, with_examples
from whatsapp_studio.cloudapi.webhook import WebhookNews, parse, signature_ok
from whatsapp_studio.delivery.message import Inbound, News, Preference

AT = datetime.fromtimestamp(1700000000, UTC)
RECEIVED = datetime(2026, 3, 3, 9, tzinfo=UTC)


def webhook(field: str = "messages", **value: Any) -> bytes:
    change = {"field": field, "value": {"messaging_product": "whatsapp", **value}}
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "100", "changes": [change]}]}).encode()


def status(word: str, **more: Any) -> dict[str, Any]:
    return {"id": "wamid.1", "status": word, "timestamp": "1700000000", "recipient_id": "31612345678", **more}


def test_only_the_right_secret_signs():
    raw = b'{"name": "Zo\\u00eb"}'
    signed = "sha256=" + hmac.new(b"secret", raw, hashlib.sha256).hexdigest()
    assert signature_ok("secret", raw, signed)
    assert signature_ok("secret", raw, f" {signed} ")
    assert not signature_ok("secret", raw + b" ", signed)
    assert not signature_ok("other", raw, signed)
    assert not signature_ok("secret", raw, signed.removeprefix("sha256="))
    assert not signature_ok("secret", raw, "")
    assert not signature_ok("secret", raw, "sha256=ключ\ud800")


def test_without_a_secret_nothing_is_signed():
    assert not signature_ok("", b"x", "sha256=" + hmac.new(b"", b"x", hashlib.sha256).hexdigest())


@pytest.mark.parametrize(
    ("word", "read"), [("sent", "sent"), ("delivered", "delivered"), ("read", "read"), ("played", "read")]
)
def test_a_status_brings_our_key_back(word: str, read: str):
    found = parse(webhook(statuses=[status(word, biz_opaque_callback_data="spring:7")]))
    assert found.statuses == (
        News(wamid="wamid.1", status=read, at=AT, key="spring:7", wa_id="31612345678"),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("error", "code", "details"),
    [
        ({"code": 131026, "title": "T", "message": "M", "error_data": {"details": "D"}}, 131026, "D"),
        ({"code": 131026, "title": "T", "message": "M"}, 131026, "M"),
        ({"code": 131026, "title": "T"}, 131026, "T"),
        ({"code": "x"}, 0, ""),
    ],
)
def test_a_failure_says_why(error: dict[str, Any], code: int, details: str):
    (news,) = parse(webhook(statuses=[status("failed", errors=[error])])).statuses
    assert (news.status, news.code, news.details) == ("failed", code, details)


def test_many_statuses_come_in_one_webhook():
    found = parse(webhook(statuses=[status("sent"), status("warmed"), status("read"), status("sent", id="")]))
    assert [news.status for news in found.statuses] == ["sent", "read"]


@pytest.mark.parametrize("stamp", [None, "", "soon", "-5", True, 10**40, "٣"])
def test_a_time_that_cannot_be_read_is_when_it_came(stamp: object):
    (news,) = parse(webhook(statuses=[status("sent", timestamp=stamp)]), RECEIVED).statuses
    assert news.at == RECEIVED


def test_a_time_may_be_a_number():
    assert parse(webhook(statuses=[status("sent", timestamp=1700000000)])).statuses[0].at == AT


@pytest.mark.parametrize(
    ("message", "text", "payload"),
    [
        ({"type": "text", "text": {"body": "STOP"}}, "STOP", ""),
        ({"type": "button", "button": {"text": "Stop", "payload": "stop"}}, "Stop", "stop"),
        ({"type": "interactive", "interactive": {"button_reply": {"id": "a", "title": "A"}}}, "A", "a"),
        ({"type": "interactive", "interactive": {"list_reply": {"id": "b", "title": "B"}}}, "B", "b"),
        ({"type": "interactive", "interactive": {"nfm_reply": {"response_json": "{}"}}}, "", "{}"),
        ({"type": "image", "image": {"id": "1", "caption": "Look"}}, "Look", ""),
        ({"type": "reaction", "reaction": {"emoji": "👍"}}, "👍", ""),
        ({"type": "sticker", "sticker": {"id": "1"}}, "", ""),
        ({"type": "hologram"}, "", ""),
        ({}, "", ""),
    ],
)
def test_what_people_write_is_read(message: dict[str, Any], text: str, payload: str):
    given = {"id": "wamid.2", "from": "31612345678", "timestamp": "1700000000", "context": {"id": "wamid.1"}} | message
    contacts = [{"wa_id": "31612345678", "profile": {"name": "An"}}]
    (inbound,) = parse(webhook(messages=[given], contacts=contacts)).inbound
    assert inbound == Inbound(
        wamid="wamid.2", phone="+31612345678", at=AT, kind=message.get("type", ""), text=text, payload=payload,
        context="wamid.1", profile_name="An",
    )  # fmt: skip


def test_a_person_without_a_shown_number_has_none():
    found = parse(webhook(messages=[{"id": "wamid.2", "from_user_id": "NL.abc", "type": "text"}, {"type": "text"}]))
    assert [(inbound.phone, inbound.profile_name) for inbound in found.inbound] == [("", "")]


def test_user_ids_are_read_from_the_message_its_contact_the_status_and_the_preference():
    found = parse(webhook(
        contacts=[{"wa_id": "31612345678", "user_id": "NL.1"}, {"user_id": "NL.2", "profile": {"name": "Zoë"}}],
        messages=[
            {"id": "w.1", "from": "31612345678", "type": "text"}, {"id": "w.2", "from_user_id": "NL.2", "type": "text"},
        ],
        statuses=[{"id": "w.3", "status": "read", "recipient_user_id": "NL.3"}],
    ))  # fmt: skip
    assert [(one.phone, one.user_id, one.profile_name) for one in found.inbound] == [
        ("+31612345678", "NL.1", ""), ("", "NL.2", "Zoë")
    ]  # fmt: skip
    assert found.statuses[0].user_id == "NL.3"
    wish = {"user_id": "NL.4", "category": "marketing_messages", "value": "stop", "detail": "why"}
    (told,) = parse(webhook("user_preferences", user_preferences=[wish])).preferences
    assert (told.phone, told.user_id, told.details) == ("", "NL.4", "why")


@pytest.mark.parametrize(
    ("system", "moved"),
    [
        ({"type": "user_changed_number", "wa_id": "31699999999"}, ("+31699999999", "", "")),
        (
            {"type": "user_changed_user_id", "user_id": "NL.new", "previous_user_id": "NL.old"},
            ("", "NL.new", "NL.old"),
        ),
        ({"type": "customer_identity_changed", "wa_id": "31699999999"}, ("", "", "")),
    ],
)
def test_who_moved_is_followed(system: dict[str, str], moved: tuple[str, str, str]):
    (told,) = parse(
        webhook(messages=[{"id": "w.1", "from": "31612345678", "type": "system", "system": system}])
    ).inbound
    assert (told.new_phone, told.new_user_id, told.user_id) == moved


@with_examples
def test_metas_examples_of_people_without_a_number_and_of_a_changed_number():
    hidden = parse((EXAMPLES / "webhook-message-text-bsuid-2.json").read_bytes()).inbound[0]
    assert (hidden.phone, hidden.user_id) == ("", "BSUID_123")
    moved = parse((EXAMPLES / "webhook-message-system-user-changed-number.json").read_bytes()).inbound[0]
    assert (moved.phone, moved.new_phone) == ("+16505551234", "+12195555358")


def test_metas_own_stop_and_resume_are_told():
    wishes = [
        {"wa_id": "31612345678", "category": "marketing_messages", "value": "stop", "timestamp": 1700000000},
        {"wa_id": "31612345679", "category": "marketing_messages", "value": "resume", "timestamp": 1700000000},
        {"wa_id": "31612345670", "category": "other", "value": "stop"},
        {"wa_id": "31612345671", "category": "marketing_messages", "value": "maybe"},
        {"category": "marketing_messages", "value": "stop"},
    ]
    assert parse(webhook("user_preferences", user_preferences=wishes)).preferences == (
        Preference(phone="+31612345678", stop=True, at=AT),
        Preference(phone="+31612345679", stop=False, at=AT),
    )


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("message_template_status_update", True),
        ("message_template_quality_update", True),
        ("template_category_update", True),
        ("account_update", False),
        ("messages", False),
    ],
)
def test_a_changed_template_asks_for_a_sync(field: str, changes: bool):
    assert parse(webhook(field)).template_changes is changes


@pytest.mark.parametrize("half", [b"\\ud83d", b"\xf0\x9f", b"NaN"])
def test_a_text_that_ends_within_a_character_costs_no_other_news(half: bytes):
    written = {"from": "31612345678", "id": "wamid.2", "timestamp": "1700000000", "type": "text",
               "text": {"body": "Hi HALF"}}  # fmt: skip
    raw = webhook(statuses=[status("read")], messages=[written]).replace(b"HALF", half)
    news = parse(raw, RECEIVED)
    assert [(one.wamid, one.status) for one in news.statuses] == [("wamid.1", "read")]
    assert news.inbound[0].text.startswith("Hi ")
    news.inbound[0].text.encode()


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[]", b'"x"', b'{"entry": 5}', b'{"entry": [{"changes": [1]}]}'])
def test_what_cannot_be_read_brings_no_news(raw: bytes):
    assert parse(raw) == WebhookNews()


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["entry", "changes", "field", "value", "statuses", "messages", "id", "status", "errors", "from",
                         "timestamp", "contacts", "user_preferences", "wa_id", "type", "text"]),
        inner | st.sampled_from(["messages", "user_preferences", "sent", "failed", "text"]),
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@given(_json)
def test_nothing_that_could_come_makes_it_fall(anything: Any):
    assert isinstance(parse(json.dumps({"entry": [{"changes": [{"field": "messages", "value": anything}]}]}).encode()),
                      WebhookNews)  # fmt: skip
    assert isinstance(parse(json.dumps(anything).encode()), WebhookNews)


@with_examples
def test_metas_own_examples_are_read():
    for path in sorted(EXAMPLES.glob("webhook-*.json")):
        found = parse(path.read_bytes())
        name = path.name.removeprefix("webhook-")
        if name.startswith("status-"):
            assert found.statuses[0].status == name.split("-")[1]
        elif name.startswith("message-template"):
            assert found.template_changes
        elif name.startswith("message-") and "example" not in name:
            assert found.inbound, name
