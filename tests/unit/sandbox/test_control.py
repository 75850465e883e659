"""The sandbox's own addresses: exact truth, reset, settings, and people who write of their own accord."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from tests.unit.sandbox.desk import MARIA, Desk, error
from whatsapp_studio.sandbox.reserved import RESERVED, phone_for


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_stats_are_the_exact_truth(desk: Desk) -> None:
    desk.send(MARIA, biz_opaque_callback_data="a")
    desk.send(MARIA, biz_opaque_callback_data="b")
    desk.send(phone_for("reads"), biz_opaque_callback_data="a")
    desk.send(phone_for("reads"))
    desk.send(phone_for(code=131031))
    desk.send("nobody")
    told = desk.stats()
    assert {name: told[name] for name in ("requests", "accepted", "recipients", "duplicates")} == {
        "requests": 6,
        "accepted": 4,
        "recipients": 2,
        "duplicates": 1,
    }
    assert told["by_status"] == {"accepted": 4} and told["refused"] == {"131009": 1, "131031": 1}
    assert told["per_recipient"] == {MARIA: 2, phone_for("reads"): 2} and told["keys"] == {"a": 2, "b": 1}
    assert "keys" not in desk.get("/sandbox/stats")
    desk.later()
    assert sum(desk.stats()["by_status"].values()) == 4


def test_reset_forgets_what_happened_and_keeps_the_settings(desk: Desk) -> None:
    desk.hook_says = 500
    before = desk.send().json()
    desk.later(5)
    assert desk.stats()["webhooks"]["waiting"] > 0
    desk.set(speed=9)
    desk.call("DELETE", f"/{desk.world.waba_id}/message_templates?name=welcome")
    desk.post("/sandbox/inbound", json={"from": MARIA, "preference": "stop"})
    assert desk.post("/sandbox/reset") == {"success": True}
    told = desk.stats()
    assert told["requests"] == told["accepted"] == told["recipients"] == told["planned"] == 0
    assert set(told["webhooks"].values()) == {0}
    assert desk.get("/sandbox/settings")["speed"] == 9
    after = desk.send().json()
    assert after["contacts"] == before["contacts"]
    assert after["messages"][0]["id"] != before["messages"][0]["id"], "an id is never given twice"
    assert desk.template("welcome", "nl").status_code == 200


def test_settings_are_shown_and_checked(desk: Desk) -> None:
    shown = desk.get("/sandbox/settings")
    assert shown["throughput"] == 80 and shown["rates"]["read"] == 0.78 and shown["webhook_url"] == "http://hook/"
    changed = desk.set(latency_ms=5, speed=20, rates={"read": 1}, pair_limit=False, throughput=1000).json()
    assert (changed["latency_ms"], changed["speed"], changed["rates"]["read"]) == (5.0, 20.0, 1.0)
    wrong: list[Any] = [
        {"speed": 0}, {"speed": "fast"}, {"speed": True}, {"offline": 1}, {"rates": {"read": 2}}, {"rates": {"joy": 1}},
        {"colour": "red"}, {"template": {}}, {"outage_seconds": "long"},
    ]  # fmt: skip
    for settings in wrong:
        assert desk.set(**settings).status_code == 400, settings
    assert desk.call("POST", "/sandbox/settings", content=b"[]").status_code == 400
    assert desk.call("POST", "/sandbox/settings", content=b"{").status_code == 400


def test_latency_is_waited_for(desk: Desk) -> None:
    desk.set(latency_ms=60)
    start = time.perf_counter()
    desk.send()
    assert time.perf_counter() - start >= 0.06


def test_offline_drops_graph_calls_and_not_its_own(desk: Desk) -> None:
    desk.set(offline=True)
    with pytest.raises(httpx.ConnectError):
        desk.send()
    with pytest.raises(httpx.ConnectError):
        desk.get(f"/{desk.world.waba_id}")
    assert desk.stats()["accepted"] == 0
    desk.set(offline=False)
    assert desk.send().status_code == 200


def test_people_write_and_tap_when_told_to(desk: Desk) -> None:
    wamid = desk.send().json()["messages"][0]["id"]
    desk.post("/sandbox/inbound", json={"from": MARIA, "text": "Hoi", "name": "Maria"})
    desk.post("/sandbox/inbound", json={"from": MARIA, "button": "Ja", "payload": "yes", "context": wamid})
    desk.post("/sandbox/inbound", json={"from": MARIA, "preference": "resume"})
    assert desk.call("POST", "/sandbox/inbound", json={"text": "from nobody"}).status_code == 400
    assert desk.call("POST", "/sandbox/inbound", content=b"x").status_code == 400
    desk.later(1)
    written, tapped = desk.inbound()
    assert written["text"] == {"body": "Hoi"} and written["from"] == MARIA[1:]
    assert tapped["button"] == {"payload": "yes", "text": "Ja"} and tapped["context"]["id"] == wamid
    assert desk.changes()[0]["contacts"][0]["profile"] == {"name": "Maria"}
    assert desk.changes("user_preferences")[0]["user_preferences"][0]["value"] == "resume"


def test_help_lists_every_reserved_number(desk: Desk) -> None:
    text = desk.call("GET", "/sandbox/help").text
    assert all(phone in text for phone in RESERVED) and "/sandbox/settings" in text


def test_memory_of_messages_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whatsapp_studio.sandbox.messages.REMEMBERED", 3)
    for n in range(6):
        desk.send(f"+3161000{n:04d}")
        desk.post("/sandbox/inbound", json={"from": f"+3161000{n:04d}"})
    assert len(desk.box.messages.sent) == len(desk.box.messages.inbound_ids) == 3
    assert desk.stats()["accepted"] == 6


def test_an_unknown_method_is_refused(desk: Desk) -> None:
    assert desk.call("PUT", f"/{desk.world.waba_id}").status_code == 405
    assert error(desk.call("GET", f"/{desk.world.number.id}/messages")) == (400, 100)


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_where_nothing_is_it_says_so(method: str, desk: Desk) -> None:
    for path in ("/sandbox/nope", "/sandbox/a/b/c"):
        found = desk.call(method, path)
        assert found.status_code == 404 and "/sandbox/help" in found.text


def test_people_hide_their_number_and_move_to_another(desk: Desk) -> None:
    desk.post("/sandbox/inbound", json={"from": MARIA, "text": "STOP", "hidden": True})
    desk.post("/sandbox/inbound", json={"from": MARIA, "new_number": "+31699999999"})
    desk.later(5)
    hidden, moved = desk.inbound()
    assert "from" not in hidden and hidden["from_user_id"] and hidden["text"]["body"] == "STOP"
    assert moved["from"] == MARIA.removeprefix("+")
    assert (moved["system"]["type"], moved["system"]["wa_id"]) == ("user_changed_number", "31699999999")
