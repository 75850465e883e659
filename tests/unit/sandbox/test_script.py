"""A script says what happens to messages, one after the other; Meta's own rules come before it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.desk import MARIA, Desk, error

ANY = "+31611111111"
READ = [{"at": 0, "what": "sent"}, {"at": 60, "what": "delivered"}, {"at": 120, "what": "read"}]


@pytest.fixture
def desk() -> Desk:
    return Desk(pair_limit=False)


def say(desk: Desk, **scenes: Any) -> Any:
    answer = desk.call("POST", "/sandbox/script", json=scenes)
    return answer.json() if answer.status_code == 200 else answer.status_code


def told(desk: Desk, phone: str = MARIA) -> list[tuple[str, float]]:
    """Each status with how many seconds after the start it came."""
    return [(one["status"], int(one["timestamp"]) - 1_780_000_000) for one in desk.statuses(phone)]


def test_each_message_to_a_phone_meets_the_next_scene_at_its_moments(desk: Desk) -> None:
    assert say(desk, **{MARIA: [READ, [{"at": 5, "what": "failed", "code": 131049}]]}) == {"scenes": 2}
    desk.send()
    desk.later(200)
    assert told(desk) == [("sent", 1), ("delivered", 60), ("read", 120)]
    desk.send()
    desk.later(10)
    failed = desk.statuses(MARIA)[-1]
    assert (failed["status"], failed["errors"][0]["code"]) == ("failed", 131049)
    assert say(desk) == {"scenes": 0}


def test_a_silent_scene_is_a_message_nothing_is_heard_of(desk: Desk) -> None:
    say(desk, **{MARIA: [[]]})
    assert desk.send().status_code == 200
    desk.later(100_000)
    assert not desk.statuses(MARIA)


def test_phones_without_a_script_and_messages_after_it_go_their_own_ways(desk: Desk) -> None:
    say(desk, **{MARIA: [[]]})
    desk.send(ANY)
    desk.send()
    desk.send()
    desk.later()
    assert desk.statuses(ANY)[0]["status"] == "sent"
    assert {one["id"] for one in desk.statuses(MARIA)} == {list(desk.box.messages.sent)[2]}


def test_people_reply_tap_and_stop_as_they_are_told(desk: Desk) -> None:
    scene = [
        {"at": 10, "what": "reply", "arg": "Ja graag"}, {"at": 20, "what": "tap", "arg": "Yes, please"},
        {"at": 30, "what": "preference", "arg": "stop"},
    ]  # fmt: skip
    say(desk, **{MARIA: [scene]})
    sent = desk.send().json()["messages"][0]["id"]
    desk.later(60)
    reply, tap = desk.inbound()
    assert (reply["text"]["body"], "context" in reply) == ("Ja graag", False)
    assert (tap["type"], tap["button"]["text"], tap["context"]["id"]) == ("button", "Yes, please", sent)
    assert desk.changes("user_preferences")[0]["user_preferences"][0]["value"] == "stop"


@pytest.mark.parametrize(
    ("kind", "action", "reply"),
    [
        ("button", {"buttons": [{"type": "reply", "reply": {"id": "b", "title": "Yes"}}]}, {"id": "b", "title": "Yes"}),
        (
            "list",
            {"button": "Choose", "sections": [{"rows": [{"id": "r1", "title": "Yes", "description": "now"}]}]},
            {"id": "r1", "title": "Yes", "description": "now"},
        ),
    ],
)
def test_an_answer_of_a_free_message_comes_back_as_what_it_is(
    desk: Desk, kind: str, action: dict[str, Any], reply: dict[str, str]
) -> None:
    desk.call("POST", "/sandbox/inbound", json={"from": MARIA, "text": "Hi"})
    say(desk, **{MARIA: [[{"at": 1, "what": "tap", "arg": "Yes"}]]})
    desk.send(type="interactive", interactive={"type": kind, "body": {"text": "Coming?"}, "action": action})
    desk.later(5)
    told = desk.inbound()[-1]
    assert (told["type"], told["interactive"]) == ("interactive", {"type": f"{kind}_reply", f"{kind}_reply": reply})


def test_a_message_can_be_refused_at_once(desk: Desk) -> None:
    say(desk, **{MARIA: [[{"what": "refuse", "code": 131026}], READ]})
    assert error(desk.send()) == (400, 131026)
    assert desk.send().status_code == 200
    assert desk.stats()["accepted"] == 1


def test_metas_rules_hold_whatever_the_script_says(desk: Desk) -> None:
    """Free text outside the window, and marketing to somebody who stopped it, are not delivered."""
    say(desk, **{MARIA: [READ, [{"at": 1, "what": "preference", "arg": "stop"}], READ]})
    for body in ({"type": "text", "text": {"body": "Hi"}}, {}, {}):
        desk.send(**body)
        desk.later(5)
    codes = [one["errors"][0]["code"] for one in desk.statuses(MARIA) if one["status"] == "failed"]
    assert codes == [131047, 131050]


def test_what_was_limited_was_no_message(desk: Desk) -> None:
    desk.set(throughput=1)
    say(desk, **{MARIA: [[], READ]})
    assert desk.send().status_code == 200
    assert error(desk.send())[1] == 130429
    desk.later(10)
    desk.send()
    desk.later(1)
    assert [status for status, _ in told(desk)] == ["sent"]


def test_a_script_follows_the_speed_and_never_the_dice(desk: Desk) -> None:
    desk.set(speed=60.0, rates={"duplicate": 1.0, "shuffle": 1.0, "held": 1.0, "capped": 1.0})
    say(desk, **{MARIA: [READ]})
    assert desk.send().json()["messages"][0]["message_status"] == "accepted"
    desk.later(30)
    assert told(desk) == [("sent", 1), ("delivered", 1), ("read", 2)]


@pytest.mark.parametrize(
    "scenes",
    [
        {"nobody": [[]]}, {MARIA: "no"}, {MARIA: ["no"]}, {MARIA: [["no"]]}, {MARIA: [[{"what": "dance"}]]},
        {MARIA: [[{"what": "sent", "at": -1}]]}, {MARIA: [[{"what": "sent", "at": "soon"}]]},
        {MARIA: [[{"what": "reply"}]]},
        {MARIA: [[{"what": "tap", "arg": 7}]]}, {MARIA: [[{"what": "failed", "code": "x"}]]},
        {MARIA: [[{"what": "refuse"}, {"what": "sent"}]]}, {MARIA: [[{"what": "sent"}, {"what": "refuse"}]]},
    ],
)  # fmt: skip
def test_what_cannot_be_read_changes_nothing(desk: Desk, scenes: dict[str, Any]) -> None:
    say(desk, **{ANY: [[]]})
    assert say(desk, **{**scenes, "+31699999999": [[]]}) == 400
    assert len(desk.box.messages.script) == 1


def test_a_reset_and_an_empty_object_end_it(desk: Desk) -> None:
    say(desk, **{MARIA: [[], []]})
    assert say(desk) == {"scenes": 0}
    say(desk, **{MARIA: [[]]})
    desk.call("POST", "/sandbox/reset")
    assert not len(desk.box.messages.script)
    assert desk.call("POST", "/sandbox/script", content=b"[").status_code == 400
