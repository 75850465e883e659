"""Shapes held against recorded payloads, where the machine has them: the same keys and the same types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.sandbox.desk import MARIA, Desk
from whatsapp_studio.sandbox.creating import refuse_template
from whatsapp_studio.sandbox.creating_kinds import OLD_SAMPLE
from whatsapp_studio.sandbox.errors import KNOWN, GraphError
from whatsapp_studio.sandbox.languages import CODES
from whatsapp_studio.sandbox.refusals import TITLES
from whatsapp_studio.sandbox.reserved import phone_for

# Reference material may lie beside the project's folder; nothing needs it.
RECORDED = Path(__file__).resolve().parents[4] / "shared" / "cloud-api" / "fixtures"
pytestmark = pytest.mark.skipif(not RECORDED.is_dir(), reason="no recorded payloads on this machine")


def recorded(name: str) -> Any:
    return json.loads((RECORDED / f"{name}.json").read_text("utf-8"))


def missing(wanted: Any, got: Any, where: str = "") -> list[str]:
    """What ``wanted`` has that ``got`` has not, by path; lists are compared by their first items."""
    if isinstance(wanted, dict):
        if not isinstance(got, dict):
            return [f"{where}: not an object"]
        lost = [f"{where}.{key}" for key in wanted if key not in got]
        return lost + [m for key in wanted if key in got for m in missing(wanted[key], got[key], f"{where}.{key}")]
    if isinstance(wanted, list):
        if not isinstance(got, list):
            return [f"{where}: not a list"]
        return missing(wanted[0], got[0], f"{where}[]") if wanted and got else []
    return [] if isinstance(got, type(wanted)) else [f"{where}: {type(got).__name__}, not {type(wanted).__name__}"]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_answers_to_sending(desk: Desk) -> None:
    assert missing(recorded("response-send"), desk.send().json()) == []
    assert missing(recorded("response-send-8"), desk.send().json()) == []


def test_media_facts(desk: Desk) -> None:
    form = {"messaging_product": "whatsapp", "type": "image/png"}
    path = f"/{desk.world.number.id}/media"
    answer = desk.call("POST", path, data=form, files={"file": ("a.png", b"x", "image/png")}).json()
    assert missing(recorded("response-uploadresponse"), answer) == []
    assert missing(recorded("response-media"), desk.get(f"/{answer['id']}")) == []


def test_numbers_and_account(desk: Desk) -> None:
    assert missing(recorded("response-phonenumber"), desk.get(f"/{desk.world.number.id}")) == []
    assert missing(recorded("response-phonenumberslist"), desk.get(f"/{desk.world.waba_id}/phone_numbers")) == []
    asked = ",".join(recorded("response-get-waba-id-verified-account"))
    account = desk.get(f"/{desk.world.waba_id}?fields={asked}")
    assert missing(recorded("response-get-waba-id-verified-account"), account) == []
    form = {"override_callback_uri": "http://127.0.0.1:9/", "verify_token": "x"}
    assert "error" in desk.post(f"/{desk.world.waba_id}/subscribed_apps", json=form)


def test_templates(desk: Desk) -> None:
    wanted = recorded("response-template-list-3")
    del wanted["data"][0]["previous_category"], wanted["data"][0]["components"]
    assert missing(wanted, desk.get(f"/{desk.world.waba_id}/message_templates")) == []
    body = recorded("template-create-utility-htext-phone-number")
    answer = desk.post(f"/{desk.world.waba_id}/message_templates", json=body)
    assert missing(recorded("response-post-waba-id-message-templates-example-response"), answer) == []


@pytest.mark.parametrize(
    "name",
    [
        "template-create-marketing-htext-quick-reply-2",
        "template-create-authentication-otp-4",
        "template-create-utility-htext-phone-number",
    ],
)
def test_recorded_templates_can_be_made(desk: Desk, name: str) -> None:
    answer = desk.call("POST", f"/{desk.world.waba_id}/message_templates", json=recorded(name))
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("error-100-33", None),
        ("error-190-post-phone-number-id-marketing-messages-http401-invalidaccesstoken", "EAAbad"),
        ("error-104-get-phone-number-id-http401-missing-token", ""),
    ],
)
def test_errors(desk: Desk, name: str, token: str | None) -> None:
    answer = desk.call("GET", "/454545", token=token).json()
    assert missing(recorded(name), answer) == []
    for key in ("code", "type", "error_subcode"):
        assert answer["error"].get(key) == recorded(name)["error"].get(key)


SENDABLE = [
    path.stem
    for path in sorted(RECORDED.glob("send-*.json"))
    # One recorded reply has no text at all, which Meta would refuse as well.
    if not any(word in path.stem for word in ("template", "mark-read", "marketing", "send-text-reply"))
]


@pytest.mark.parametrize("name", SENDABLE)
def test_recorded_messages_are_taken(desk: Desk, name: str) -> None:
    body = json.loads((RECORDED / f"{name}.json").read_text("utf-8"), object_hook=_mended) | {"to": MARIA}
    desk.box.media.usable = lambda media_id, number_id: True  # type: ignore[method-assign]
    desk.box.messages._wrong_media = lambda template, body: ""  # type: ignore[method-assign]
    answer = desk.send(**body)
    assert answer.status_code == 200, answer.text


def _mended(found: dict[str, Any]) -> dict[str, Any]:
    """Documentation's placeholders stand where an address or a number belongs."""
    for name, value in found.items():
        if name == "link":
            found[name] = "https://a.example/file"
        elif name in ("latitude", "longitude") and not str(value).lstrip("-").replace(".", "").isdigit():
            found[name] = "5.0"
        elif name == "type" and isinstance(value, str) and value.startswith("<"):
            found[name] = "text"
        elif isinstance(value, str) and value.startswith("<"):
            found[name] = value[-20:]
    return found


def test_news_has_the_shapes_of_recorded_news(desk: Desk) -> None:
    for act in ("reads", "tap", "stop-word"):
        desk.send(phone_for(act))
    desk.send(phone_for(code=131047, how="async"))
    desk.later()
    bodies = [json.loads(body) for body, _ in desk.posts]
    told = [change for body in bodies for entry in body["entry"] for change in entry["changes"]]

    def first(kind: str, what: str) -> Any:
        for change in told:
            for item in change["value"].get(kind, ()):
                if what in (item.get("status"), item.get("type")):
                    one = {"field": "messages", "value": {**change["value"], kind: [item]}}
                    return {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [one]}]}
        raise AssertionError(what)

    assert missing(recorded("webhook-status-failed-131047"), first("statuses", "failed")) == []
    assert missing(recorded("webhook-status-read-2"), first("statuses", "read")) == []
    delivered = recorded("webhook-status-delivered-marketing-2")
    # Since Graph v24 there is no conversation; the price stays.
    del delivered["entry"][0]["changes"][0]["value"]["statuses"][0]["conversation"]
    assert missing(delivered, first("statuses", "delivered")) == []
    assert missing(recorded("webhook-message-button"), first("messages", "button")) == []
    assert missing(recorded("webhook-message-text-10"), first("messages", "text")) == []


# Creations that Meta took once and refuses by now: (its subcode, a word of its sentence).
OUTLIVED = {
    "authentication-htext-quick-reply": (None, "HEADER"),
    "authentication-otp-5": (None, "supported_apps"),
    "marketing-himage-quick-reply-2": (2388299, "variable"),
    "transactional-htext-quick-reply-2": (None, "category"),
    "transactional-htext-quick-reply": (None, "category"),
    "transactional-htext": (None, "category"),
}


@pytest.mark.parametrize("file", sorted(RECORDED.glob("template-create-*.json")), ids=lambda file: file.stem)
def test_recorded_creations_are_taken_unless_rules_changed(file: Path) -> None:
    raw = json.loads(file.read_text("utf-8"))
    raw["name"] = raw["name"].replace("<TEMPLATE_NAME>", "named")
    subcode, word = OUTLIVED.get(file.stem.removeprefix("template-create-"), (0, ""))
    if not word:
        assert refuse_template(raw, [], lambda handle: OLD_SAMPLE)["components"]
        return
    with pytest.raises(GraphError) as refusal:
        refuse_template(raw, [], lambda handle: OLD_SAMPLE)
    assert refusal.value.subcode == subcode
    assert word in (refusal.value.text or refusal.value.message)


def test_languages_are_those_of_the_record() -> None:
    known = json.loads((RECORDED.parent / "languages.json").read_text("utf-8"))
    assert {one["code"] for one in known} == CODES


def test_subcodes_are_those_of_the_record() -> None:
    rows = json.loads((RECORDED.parent / "errors.json").read_text("utf-8"))
    told = {row["subcode"]: row["code"] for row in rows if row.get("subcode") in TITLES}
    assert set(told.values()) == {100}
    # Seen in public answers, and in no table of Meta's.
    assert set(TITLES) - set(told) == {2388043, 2494102, 2593002}
    assert {200005, 200006, 200007} <= {row["code"] for row in rows} & set(KNOWN)
