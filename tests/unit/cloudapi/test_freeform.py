"""How a free message reads in Meta's JSON, and what is found wrong with one before anything leaves."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.fixtures.cloud import TAKEN, ask
from tests.fixtures.meta import EXAMPLES, with_examples
from tests.unit.cloudapi.test_with_sandbox import SOMEBODY, speak
from whatsapp_studio.cloudapi.client import CloudApi
from whatsapp_studio.cloudapi.freeform import free_body
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, Outcome, Refused
from whatsapp_studio.sandbox.app import Sandbox

TO = "+31612345678"
LINK = "https://example.org/a/map.pdf?x=1"
TEXT = {"what": "text", "text": "Hello https://example.org"}
BUTTONS = {"what": "buttons", "text": "Coming?", "choices": [{"id": "b1", "text": "Yes"}, {"id": "b2", "text": "No"}]}
ROWS = [{"id": "r1", "title": "Morning", "description": "9 to 12"}, {"id": "r2", "title": "Later", "description": ""}]
LIST = {"what": "list", "text": "When?", "choices": {"button": "Choose", "rows": ROWS}}


def file(kind: str, url: str, caption: str = "") -> dict[str, Any]:
    return {"what": "media", "media": {"kind": kind, "url": url, "caption": "raw"}, "text": caption}


GOOD = [
    TEXT, BUTTONS, LIST, file("image", "https://example.org/a.png", "Look"), file("video", "https://example.org/a.mp4"),
    file("document", LINK, "The map"), file("audio", "https://example.org/a.mp3", "never shown"),
]  # fmt: skip


def content(details: dict[str, Any]) -> Any:
    made = free_body(details, TO, "run:1:a:1")
    assert made["biz_opaque_callback_data"] == "run:1:a:1" and made["to"] == TO
    return made[made["type"]]


def test_a_link_in_a_text_is_not_shown_in_advance() -> None:
    assert content(TEXT) == {"preview_url": False, "body": "Hello https://example.org"}


def test_files_come_by_address_or_by_id() -> None:
    assert content(file("image", "https://example.org/a.png", "Look")) == {
        "link": "https://example.org/a.png", "caption": "Look",
    }  # fmt: skip
    assert content(file("image", "1234567890123")) == {"id": "1234567890123"}
    assert content(file("document", LINK, "The map")) == {"link": LINK, "caption": "The map", "filename": "map.pdf"}
    assert content(file("audio", "https://example.org/a.mp3", "no")) == {"link": "https://example.org/a.mp3"}


def test_answers_are_buttons_or_a_list() -> None:
    assert content(BUTTONS)["action"]["buttons"][0] == {"type": "reply", "reply": {"id": "b1", "title": "Yes"}}
    assert content(LIST) == {
        "type": "list", "body": {"text": "When?"},
        "action": {"button": "Choose", "sections": [{"rows": [ROWS[0], {"id": "r2", "title": "Later"}]}]},
    }  # fmt: skip


@with_examples
@pytest.mark.parametrize(
    ("details", "example"),
    [
        (TEXT, "send-text-7"), (BUTTONS, "send-interactive-button"), (LIST, "send-interactive-list-htext-3"),
        (file("image", "1234567890123"), "send-image"), (file("image", "https://example.org/a.png"), "send-image-2"),
    ],
)  # fmt: skip
def test_the_shape_is_that_of_metas_examples(details: dict[str, Any], example: str) -> None:
    """Every member we write stands at the same place of Meta's example, with a value of the same kind."""
    theirs = json.loads((EXAMPLES / f"{example}.json").read_text(encoding="utf-8"))
    ours = free_body(details, TO, "k")
    del ours["biz_opaque_callback_data"]
    _within(ours, theirs)


def _within(ours: Any, theirs: Any) -> None:
    assert type(ours) is type(theirs)
    if isinstance(ours, dict):
        assert set(ours) <= set(theirs)
        for name in ours:
            _within(ours[name], theirs[name])
    elif isinstance(ours, list):
        for one in ours:
            _within(one, theirs[0])


@pytest.mark.parametrize(
    "details",
    [
        {"what": "text", "text": ""}, {"what": "text", "text": "x" * 4097}, {"what": "poem", "text": "x"}, {},
        file("image", ""), file("sticker", LINK), file("image", LINK, "x" * 1025), {"what": "media", "text": ""},
        {**BUTTONS, "choices": []}, {**BUTTONS, "choices": [{"id": f"b{n}", "text": f"{n}"} for n in range(4)]},
        {**BUTTONS, "choices": [{"id": "a", "text": "x" * 21}]}, {**BUTTONS, "text": "x" * 1025},
        {**BUTTONS, "choices": [{"id": "a", "text": "Yes"}, {"id": "b", "text": "Yes"}]},
        {**LIST, "choices": {"button": "", "rows": ROWS}}, {**LIST, "choices": {"button": "Choose", "rows": ROWS * 6}},
        {**LIST, "choices": {"button": "Choose", "rows": [ROWS[0], ROWS[0]]}},
        {**LIST, "choices": {"button": "Choose", "rows": [{**ROWS[0], "description": "x" * 73}]}},
    ],
)  # fmt: skip
def test_what_meta_would_refuse_fails_for_this_person_alone_and_never_leaves(details: dict[str, Any]) -> None:
    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError("it left")

    outcome = ask(never, lambda cloud: cloud.send(message(details)))
    assert isinstance(outcome, Refused) and (outcome.code, outcome.reach) == (131009, "recipient")


def message(details: dict[str, Any], sender: str = "200") -> Message:
    return Message(
        id=1, key="run:1:a:1", campaign="s1-a-0", contact=1, to=SOMEBODY, sender=sender, template_raw="", values={},
        body=json.dumps(details),
    )  # fmt: skip


def test_without_a_number_of_its_own_a_message_leaves_from_the_workspaces() -> None:
    asked: list[str] = []

    def taken(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, json=TAKEN)

    assert isinstance(ask(taken, lambda cloud: cloud.send(message(TEXT, ""))), Accepted)
    assert asked == ["/v25.0/200/messages"]


@pytest.mark.parametrize("details", GOOD, ids=lambda one: f"{one['what']}{one.get('media', {}).get('kind', '')}")
def test_the_sandbox_takes_every_kind(details: dict[str, Any]) -> None:
    """Two readings of Meta's rules, written apart, agree."""

    async def call(cloud: CloudApi, sandbox: Sandbox) -> Outcome:
        return await cloud.send(message(details, sandbox.world.number.id))

    assert isinstance(speak(call), Accepted)
