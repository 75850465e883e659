"""The life of a template: reviewed by what it says, judged by hand, paused and back, edited, deleted, and told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.sandbox.desk import Desk, error, text
from tests.unit.sandbox.desk import body as filled

Json = dict[str, Any]
STATUS, QUALITY, CATEGORY = (
    "message_template_status_update",
    "message_template_quality_update",
    "template_category_update",
)
HOUR = 3600.0


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def path(desk: Desk) -> str:
    return f"/{desk.world.waba_id}/message_templates"


def draft(words: str = "Your bike is ready in the shop.", *more: Json, **facts: Any) -> Json:
    components = [{"type": "BODY", "text": words}, *more]
    return {"name": "bike_ready", "language": "en", "category": "UTILITY", "components": components, **facts}


def quick(desk: Desk, speed: float) -> None:
    """Let an hour of the world pass in 3600 / ``speed`` seconds."""
    desk.set(speed=speed)


def facts(desk: Desk, key: str) -> Json:
    fields = "status,category,previous_category,correct_category,rejected_reason,quality_score"
    return dict(desk.get(f"/{key}?fields={fields}"))


def hand(desk: Desk, what: str, **given: Any) -> Any:
    return desk.call("POST", f"/sandbox/templates/{what}", json={"name": "bike_ready", **given})


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (draft("Only idiots forget their bike in the shop."), "ABUSIVE_CONTENT"),
        (draft("Send us your bank details to get your bike."), "SCAM"),
        (draft("Spend your evening in our casino next to the shop."), "PROMOTIONAL"),
        (draft("Hello {name}, your bike is ready in the shop."), "INVALID_FORMAT"),
        (draft("Look at bit.ly/2xyz for your bike."), "INVALID_FORMAT"),
        (draft("Your bike is ready.", language="ar"), "TAG_CONTENT_MISMATCH"),
        (draft("Your verification code is ready in the shop."), "INCORRECT_CATEGORY"),
        (draft(name="reject_scam"), "SCAM"),
    ],
)
def test_review_rejects_for_what_stands_there(desk: Desk, path: str, given: Json, reason: str) -> None:
    key = desk.post(path, json=given)["id"]
    desk.later(10)
    (told,) = desk.changes(STATUS)
    assert (told["event"], told["reason"]) == ("REJECTED", reason)
    assert facts(desk, key)["rejected_reason"] == reason
    assert ("rejection_info" in told) == (reason == "INVALID_FORMAT")
    if reason == "INVALID_FORMAT":
        assert set(told["rejection_info"]) == {"reason", "recommendation"} and all(told["rejection_info"].values())


@pytest.mark.parametrize(
    "given",
    [
        draft(),
        draft("[Fietsgoed] Your bike is ready in the shop."),
        draft("دراجتك جاهزة في المتجر.", language="ar"),
        draft("Всё готово.", language="ru"),
        draft("All locks are 20% off this week.", category="MARKETING"),
    ],
)
def test_review_approves_the_rest(desk: Desk, path: str, given: Json) -> None:
    made = desk.post(path, json=given)
    desk.later(10)
    (told,) = desk.changes(STATUS)
    assert (told["event"], told["reason"]) == ("APPROVED", "NONE") and "rejection_info" not in told
    assert facts(desk, made["id"])["category"] == given["category"]


def test_utility_that_sells_is_approved_as_marketing(desk: Desk, path: str) -> None:
    made = desk.post(path, json=draft("Your bike is ready, and all locks are 20% off this week."))
    assert made["category"] == "UTILITY"
    desk.later(10)
    now = facts(desk, made["id"])
    assert (now["status"], now["category"], now["previous_category"]) == ("APPROVED", "MARKETING", "UTILITY")
    (moved,) = desk.changes(CATEGORY)
    assert (moved["previous_category"], moved["new_category"]) == ("UTILITY", "MARKETING")
    assert desk.changes(STATUS)[0]["message_template_category"] == "MARKETING"


def test_review_takes_a_time_of_its_own_and_chance_rejects_a_share() -> None:
    def waits(seed: int) -> float:
        desk = Desk(seed=seed, review_seconds=100)
        desk.post(f"/{desk.world.waba_id}/message_templates", json=draft())
        waited = 0
        while not desk.changes(STATUS):
            desk.later(1)
            waited += 1
        return waited

    took = [waits(seed) for seed in (1, 1, 2, 3, 4)]
    assert took[0] == took[1] and len(set(took)) > 2 and all(50 <= one <= 101 for one in took)
    desk = Desk()
    desk.set(rates={"rejected": 1})
    for n in range(20):
        desk.post(f"/{desk.world.waba_id}/message_templates", json=draft(f"Bike {n} is ready.", name=f"bike_{n}"))
    desk.later(10)
    told = desk.changes(STATUS)
    assert len(told) == 20 and {one["event"] for one in told} == {"REJECTED"}
    assert len({one["reason"] for one in told}) >= 4


def test_reviewed_by_hand(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    (shown,) = hand(desk, "reject", reason="PROMOTIONAL").json()
    assert shown["status"] == "REJECTED" and shown["rejected_reason"] == "PROMOTIONAL"
    desk.later(20)
    assert facts(desk, key)["status"] == "REJECTED", "the review that was under way is over"
    hand(desk, "approve", category="MARKETING")
    assert facts(desk, key)["category"] == "MARKETING" and facts(desk, key)["status"] == "APPROVED"
    hand(desk, "reject", explanation="Too short.", recommendation="Write more.")
    desk.later(1)
    told = desk.changes(STATUS)
    assert [one["event"] for one in told] == ["REJECTED", "APPROVED", "REJECTED"]
    assert told[-1]["rejection_info"] == {"reason": "Too short.", "recommendation": "Write more."}


def test_pauses_last_three_hours_then_six_then_it_is_disabled(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    desk.later(10)
    quick(desk, 60)
    for hours in (3, 6):
        hand(desk, "pause")
        assert error(desk.template("bike_ready", "en"))[1] == 132015
        desk.later(hours * HOUR / 60 - 2)
        assert facts(desk, key)["status"] == "PAUSED"
        desk.later(4)
        assert facts(desk, key)["status"] == "APPROVED" and desk.template("bike_ready", "en").status_code == 200
    hand(desk, "pause")
    assert error(desk.template("bike_ready", "en"))[1] == 132016
    desk.later(600)
    told = desk.changes(STATUS)[1:]
    assert [(one["event"], one["other_info"]["title"]) for one in told] == [
        ("PAUSED", "FIRST_PAUSE"),
        ("APPROVED", "UNPAUSE"),
        ("PAUSED", "SECOND_PAUSE"),
        ("APPROVED", "UNPAUSE"),
        ("DISABLED", "DISABLED"),
    ]
    assert told[-1]["disable_info"]["disable_date"] == "May 28, 2026"
    assert error(desk.call("DELETE", f"{path}?name=bike_ready")) == (400, 100)
    assert error(desk.call("POST", f"/{key}", json=draft())) == (400, 100)


def test_unpaused_sooner_it_is_not_disturbed_later(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    desk.later(10)
    quick(desk, 360)
    hand(desk, "pause")
    assert desk.post(f"/{key}/unpause") == {"success": True}
    hand(desk, "archive")
    desk.later(40)
    assert facts(desk, key)["status"] == "ARCHIVED"
    assert error(desk.template("bike_ready", "en"))[1] == 132001
    hand(desk, "unarchive")
    desk.later(1)
    assert facts(desk, key)["status"] == "APPROVED"
    assert [one["event"] for one in desk.changes(STATUS)][-2:] == ["ARCHIVED", "UNARCHIVED"]


def test_a_move_is_told_a_day_before(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    desk.later(10)
    quick(desk, 3600)
    hand(desk, "category", category="MARKETING", notice=True)
    desk.later(20)
    now = facts(desk, key)
    assert (now["category"], now["correct_category"]) == ("UTILITY", "MARKETING")
    (notice,) = desk.changes(CATEGORY)
    assert (notice["correct_category"], notice["new_category"]) == ("MARKETING", "UTILITY")
    assert notice["category_update_timestamp"] == int(desk.time) + 4
    desk.later(5)
    now = facts(desk, key)
    assert (now["category"], now["previous_category"]) == ("MARKETING", "UTILITY") and "correct_category" not in now
    assert "correct_category" not in desk.changes(CATEGORY)[1]


def test_a_flag_is_a_warning_and_no_more(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    desk.later(10)
    hand(desk, "flag")
    hand(desk, "reinstate")
    desk.later(1)
    flagged, reinstated = desk.changes(STATUS)[1:]
    assert (flagged["event"], reinstated["event"]) == ("FLAGGED", "REINSTATED") and flagged["disable_info"]
    assert facts(desk, key)["status"] == "APPROVED" and desk.template("bike_ready", "en").status_code == 200


def test_quality_is_told(desk: Desk) -> None:
    answer = desk.call("POST", "/sandbox/templates/quality", json={"name": "order_update", "quality": "RED"})
    assert len(answer.json()) == 3
    desk.later(1)
    assert {one["message_template_language"] for one in desk.changes(QUALITY)} == {"nl", "en", "de"}
    shown = [one for one in desk.get("/sandbox/templates") if one["name"] == "order_update"]
    assert {one["quality"] for one in shown} == {"RED"}


@pytest.mark.parametrize(
    ("what", "given", "status"),
    [
        ("dance", {"name": "welcome"}, 404),
        ("pause", {"name": "nothing_like_it"}, 404),
        ("pause", {}, 400),
        ("reject", {"name": "welcome", "reason": "BAD_TASTE"}, 400),
        ("category", {"name": "welcome"}, 400),
        ("quality", {"name": "welcome", "quality": "BLUE"}, 400),
    ],
)
def test_what_cannot_be_done_by_hand(desk: Desk, what: str, given: Json, status: int) -> None:
    answer = desk.call("POST", f"/sandbox/templates/{what}", json=given)
    assert answer.status_code == status and answer.json()["error"]
    assert desk.call("POST", "/sandbox/templates/pause", content=b"{").status_code == 400


def test_approved_ones_are_edited_once_a_day_and_ten_times_a_month(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    desk.later(10)
    quick(desk, 3600)
    for n in range(10):
        assert desk.post(f"/{key}", json={"components": [{"type": "BODY", "text": f"Edit {n}."}]}) == {"success": True}
        desk.later(3)
        again = desk.call("POST", f"/{key}", json=draft())
        assert again.json()["error"]["error_subcode"] == 2388039, "a day is 24 seconds here"
        desk.later(22)
    refused = desk.call("POST", f"/{key}", json=draft())
    assert "30 days" in refused.json()["error"]["error_user_msg"]
    desk.later(20 * 24)
    assert desk.call("POST", f"/{key}", json=draft()).status_code == 200


def test_paused_and_rejected_ones_are_edited_at_will(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft(name="reject_this"))["id"]
    for n in range(12):
        desk.later(10)
        words = [{"type": "BODY", "text": f"Edit {n}."}]
        assert desk.post(f"/{key}", json={"components": words, "category": "MARKETING"}) == {"success": True}
    assert facts(desk, key)["category"] == "MARKETING"
    assert error(desk.call("POST", f"/{key}", json={"name": "other"})) == (400, 100)


def test_an_edit_is_told_in_words(desk: Desk, path: str) -> None:
    key = desk.post(path, json=draft())["id"]
    desk.later(10)
    buttons = [
        {"type": "URL", "text": "Look", "url": "https://a.example/"},
        {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+31858880123"},
        {"type": "QUICK_REPLY", "text": "Fine"},
    ]
    head = {"type": "HEADER", "format": "TEXT", "text": "Bikes"}
    foot = {"type": "FOOTER", "text": "The shop"}
    edit = [head, {"type": "BODY", "text": "Ready."}, foot, {"type": "BUTTONS", "buttons": buttons}]
    desk.post(f"/{key}", json={"components": edit})
    desk.later(1)
    (told,) = desk.changes("message_template_components_update")
    assert told == {
        "message_template_id": int(key),
        "message_template_name": "bike_ready",
        "message_template_language": "en",
        "message_template_title": "Bikes",
        "message_template_element": "Ready.",
        "message_template_footer": "The shop",
        "message_template_buttons": [
            {
                "message_template_button_type": "URL",
                "message_template_button_text": "Look",
                "message_template_button_url": "https://a.example/",
            },
            {
                "message_template_button_type": "PHONE_NUMBER",
                "message_template_button_text": "Call",
                "message_template_button_phone_number": "+31858880123",
            },
        ],
    }


def test_a_time_to_live_alone_needs_no_review(desk: Desk) -> None:
    found = desk.get(f"/{desk.world.waba_id}/message_templates?name=workshop_video")["data"][0]
    assert desk.post(f"/{found['id']}", json={"message_send_ttl_seconds": 86_400}) == {"success": True}
    now = desk.get(f"/{found['id']}?fields=status,message_send_ttl_seconds")
    assert (now["status"], now["message_send_ttl_seconds"]) == ("APPROVED", 86_400)


def test_a_deleted_name_is_blocked_for_thirty_days(desk: Desk, path: str) -> None:
    for language in ("en", "nl"):
        desk.post(path, json=draft(f"Your bike is ready: {language}.", language=language))
    key = desk.get(f"{path}?name=bike_ready&language=nl")["data"][0]["id"]
    desk.call("DELETE", f"{path}?name=bike_ready&hsm_id={key}")
    blocked = desk.call("POST", path, json=draft(language="nl")).json()["error"]
    assert blocked["error_subcode"] == 2388023 and "30 days" in blocked["error_user_msg"]
    assert desk.call("POST", path, json=draft("Fertig.", language="de")).status_code == 200
    desk.call("DELETE", f"{path}?name=bike_ready")
    assert desk.call("POST", path, json=draft("Prêt.", language="fr")).json()["error"]["error_subcode"] == 2388023
    desk.later(1)
    assert [one["event"] for one in desk.changes(STATUS)].count("DELETED") == 3
    quick(desk, 36_000)
    desk.time += 30 * 2.4 + 1
    assert desk.call("POST", path, json=draft()).status_code == 400, "blocked at the speed of then"
    desk.time += 30 * 86_400
    assert desk.call("POST", path, json=draft()).status_code == 200


def test_nothing_happens_to_what_was_deleted(desk: Desk, path: str) -> None:
    desk.post(path, json=draft())
    desk.call("DELETE", f"{path}?name=bike_ready")
    desk.later(20)
    assert [one["event"] for one in desk.changes(STATUS)] == ["DELETED"]


def test_a_hundred_in_an_hour(desk: Desk, path: str) -> None:
    for n in range(100):
        assert desk.call("POST", path, json=draft(" ", name=f"bad_{n}")).status_code == 400, "costs nothing"
        made = desk.call("POST", path, json=draft(f"Bike number {n} is ready.", name=f"bike_{n}"))
        assert made.status_code == 200
    assert error(desk.call("POST", path, json=draft()))[1] == 80007
    desk.time += HOUR + 1
    assert desk.call("POST", path, json=draft()).status_code == 200


def test_an_account_that_is_not_verified_has_250(desk: Desk, path: str) -> None:
    desk.set(verified=False)
    account = desk.get(f"/{desk.world.waba_id}?fields=business_verification_status")
    assert account["business_verification_status"] == "not_verified"
    summary = desk.get(f"{path}?limit=1&summary=total_count")["summary"]
    assert summary["message_template_limit"] == 250
    for n in range(250 - summary["message_template_count"]):
        if n % 99 == 0:
            desk.time += HOUR + 1
        assert desk.post(path, json=draft(f"Bike number {n} is ready.", name=f"bike_{n}"))["status"] == "PENDING"
    refused = desk.call("POST", path, json=draft()).json()["error"]
    assert refused["error_subcode"] == 2388019
    desk.set(verified=True)
    assert desk.call("POST", path, json=draft()).status_code == 200


def test_many_are_deleted_by_their_ids(desk: Desk, path: str) -> None:
    ids = [desk.post(path, json=draft(f"Bike {n}.", name=f"bike_{n}"))["id"] for n in range(3)]
    assert error(desk.call("DELETE", path, params={"hsm_ids": json.dumps([*map(str, range(101))])})) == (400, 100)
    assert desk.call("DELETE", path, params={"hsm_ids": json.dumps(ids)}).json() == {"success": True}
    assert all(error(desk.call("GET", f"/{key}")) == (400, 100) for key in ids)


def test_codes_are_worded_by_meta(desk: Desk, path: str) -> None:
    parts = [
        {"type": "BODY", "add_security_recommendation": True},
        {"type": "FOOTER", "code_expiration_minutes": 5},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "copy_code"}]},
    ]
    key = desk.post(path, json=draft(category="AUTHENTICATION", components=parts))["id"]
    body, footer, buttons = desk.get(f"/{key}")["components"]
    assert body["text"].startswith("*{{1}}* is your verification code.") and "do not share" in body["text"]
    assert footer["text"] == "This code expires in 5 minutes."
    assert buttons["buttons"] == [{"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy code"}]
    desk.later(10)
    link = {"type": "button", "sub_type": "url", "index": 0, "parameters": [text("482913")]}
    assert desk.template("bike_ready", "en", filled(text("482913")), link).status_code == 200
