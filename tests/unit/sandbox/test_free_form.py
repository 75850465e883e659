"""Free-form messages: every type that is taken, and how badly made ones are refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.desk import Desk, error, template


@pytest.fixture
def desk() -> Desk:
    return Desk()


def interactive(kind: str, action: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": "Kies"}, "action": action, **rest}}


def replies(*titles: str) -> dict[str, Any]:
    return {"buttons": [{"type": "reply", "reply": {"id": f"id-{n}", "title": t}} for n, t in enumerate(titles)]}


def rows(count: int, **row: Any) -> list[dict[str, Any]]:
    return [{"title": "S", "rows": [{"id": str(n), "title": f"Row {n}", **row} for n in range(count)]}]


@pytest.mark.parametrize(
    "message",
    [
        {"type": "text", "text": {"body": "Hallo", "preview_url": False}},
        {"text": {"body": "text is the type when none is named"}},
        {"type": "image", "image": {"link": "https://a.example/a.png", "caption": "Mooi"}},
        {"type": "document", "document": {"link": "https://a.example/a.pdf", "filename": "a.pdf"}},
        {"type": "audio", "audio": {"link": "https://a.example/a.mp3"}},
        {"type": "location", "location": {"latitude": 52.09, "longitude": "5.12"}},
        {"type": "contacts", "contacts": [{"name": {"formatted_name": "Joost", "first_name": "Joost"}}]},
        {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "👍"}},
        interactive(
            "button", replies("Ja", "Nee", "Misschien"), footer={"text": "f"}, header={"type": "text", "text": "h"}
        ),
        interactive("list", {"button": "Kies", "sections": rows(10)}),
        interactive("cta_url", {"name": "cta_url", "parameters": {"display_text": "Kijk", "url": "https://a.example"}}),
        interactive("flow", {"name": "flow", "parameters": {"flow_message_version": "3", "flow_cta": "Start"}}),
        interactive("location_request_message", {"name": "send_location"}),
        interactive("product", {"catalog_id": "1", "product_retailer_id": "2"}),
        interactive(
            "product_list",
            {"catalog_id": "1", "sections": [{"title": "a", "product_items": [{"product_retailer_id": "2"}]}]},
            header={"type": "text", "text": "h"},
        ),
        interactive(
            "carousel", {"cards": [{"card_index": 0, "type": "cta_url"}, {"card_index": 1, "type": "cta_url"}]}
        ),
    ],
)
def test_free_form_messages_are_taken(desk: Desk, message: dict[str, Any]) -> None:
    answer = desk.send(**message)
    assert answer.status_code == 200, answer.text
    assert "message_status" not in answer.json()["messages"][0]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"type": "text"}, 131008),
        ({"type": "text", "text": {}}, 131008),
        ({"type": "text", "text": "Hallo"}, 131009),
        ({"type": "text", "text": {"body": 3}}, 131009),
        ({"type": "text", "text": {"body": "x" * 4097}}, 131009),
        ({"type": "hologram", "hologram": {}}, 131051),
        ({"type": "image", "image": {}}, 131008),
        ({"type": "image", "image": {"id": "12"}}, 131009),
        ({"type": "image", "image": {"link": "a.png"}}, 131009),
        ({"type": "image", "image": {"link": "https://a.example/a.png", "caption": "x" * 1025}}, 131009),
        ({"type": "audio", "audio": {"link": "https://a.example/a.mp3", "caption": "x"}}, 131009),
        ({"type": "location", "location": {"latitude": 95, "longitude": 5}}, 131009),
        ({"type": "location", "location": {"latitude": "north", "longitude": 5}}, 131009),
        ({"type": "contacts", "contacts": []}, 131009),
        ({"type": "contacts", "contacts": "Joost"}, 131009),
        ({"type": "contacts"}, 131008),
        ({"type": "reaction", "reaction": {"message_id": "w", "emoji": 3}}, 131009),
        ({"type": "interactive", "interactive": {}}, 131008),
        (interactive("button", replies()), 131009),
        (interactive("button", replies("a", "b", "c", "d")), 131009),
        (interactive("button", replies("x" * 21)), 131009),
        (interactive("button", replies("same", "same")), 131009),
        (interactive("button", {"buttons": [{"type": "url"}]}), 131009),
        (interactive("button", replies("a"), header={"type": "audio"}), 131009),
        (interactive("list", {"button": "Kies", "sections": rows(11)}), 131009),
        (interactive("list", {"button": "Kies", "sections": rows(2) + rows(2)}), 131009),
        (
            interactive(
                "list",
                {
                    "button": "Kies",
                    "sections": [*rows(6), {"title": "T", "rows": [{"id": f"b{n}", "title": "t"} for n in range(6)]}],
                },
            ),
            131009,
        ),
        (interactive("list", {"sections": rows(1)}), 131008),
        (interactive("cta_url", {"parameters": {"display_text": "Kijk"}}), 131008),
        (interactive("product_list", {"catalog_id": "1", "sections": rows(1)}), 131008),
        (interactive("carousel", {"cards": [{"type": "cta_url"}]}), 131009),
        (interactive("carousel", {"cards": [{"type": "cta_url"}, {"type": "quick_reply"}]}), 131009),
        (interactive("telepathy", {}), 131009),
        ({"type": "template"}, 131008),
        ({"type": "template", "template": {"name": "welcome"}}, 131008),
        (template("welcome", "nl") | {"biz_opaque_callback_data": "x" * 513}, 131009),
        (template("welcome", "nl") | {"recipient_type": "crowd"}, 131009),
        ({"type": "template", "template": {"name": "welcome", "language": {"code": "nl"}, "components": {}}}, 131009),
    ],
)
def test_badly_made_messages_are_refused(desk: Desk, message: dict[str, Any], code: int) -> None:
    assert error(desk.send(**message))[1] == code
