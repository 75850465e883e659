"""Template analytics: switched on once, by day of sending, equal to what really happened."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.unit.sandbox.desk import Desk, error, spring, template
from whatsapp_studio.sandbox.reserved import phone_for

DAY = 86_400
TODAY = 1_780_000_000 // DAY * DAY


@pytest.fixture
def desk() -> Desk:
    return Desk(throughput=0, pair_limit=False)


def switch(desk: Desk, value: str = "true") -> Any:
    return desk.call("POST", f"/{desk.world.waba_id}?is_enabled_for_insights={value}")


def key_of(desk: Desk, name: str, language: str = "nl") -> str:
    return str(desk.box.templates.find(name, language).raw["id"])


def ask(desk: Desk, *ids: str, **more: Any) -> Any:
    query = {"start": TODAY, "end": TODAY + DAY, "granularity": "DAILY", "template_ids": f"[{','.join(ids)}]", **more}
    return desk.call("GET", f"/{desk.world.waba_id}/template_analytics", params=query)


def points(desk: Desk, *ids: str, **more: Any) -> list[dict[str, Any]]:
    (found,) = ask(desk, *ids, **more).json()["data"]
    assert (found["granularity"], found["product_type"]) == ("DAILY", "cloud_api")
    return list(found["data_points"])


def test_it_is_switched_on_and_never_off(desk: Desk) -> None:
    key, account = key_of(desk, "spring_offer"), f"/{desk.world.waba_id}?fields=is_enabled_for_insights"
    assert error(ask(desk, key)) == (400, 200007)
    assert error(switch(desk, "perhaps")) == (400, 100) and desk.get(account)["is_enabled_for_insights"] is False
    assert switch(desk).json() == {"id": desk.world.waba_id}
    assert desk.get(account)["is_enabled_for_insights"] is True
    assert error(switch(desk, "false")) == (400, 200006)
    assert switch(desk).status_code == 200 and ask(desk, key).status_code == 200
    assert error(desk.call("POST", f"/{desk.world.waba_id}")) == (400, 100)


def test_some_accounts_are_not_offered_it(desk: Desk) -> None:
    desk.set(insights_offered=False)
    assert error(switch(desk)) == (400, 200005)
    assert error(ask(desk, key_of(desk, "spring_offer"))) == (400, 200005)


def test_the_counts_are_what_happened(desk: Desk) -> None:
    switch(desk)
    desk.set(rates={"read": 0.6, "tap": 0.4, "reply": 0.3, "unreachable": 0.1})
    for n in range(300):
        desk.send(f"+3161000{n:04d}")
    desk.send("+31620000001", **spring("Zoe", "en"))
    desk.later(400)
    told = Counter(status["status"] for status in desk.statuses() if status["recipient_id"] != "31620000001")
    replies = desk.inbound()
    (point,) = points(desk, key_of(desk, "spring_offer"), metric_types="SENT,DELIVERED,READ,CLICKED,REPLIED,COST")
    assert {name: point[name] for name in ("sent", "delivered", "read")} == {
        name: told[name] for name in ("sent", "delivered", "read")
    }
    assert 0 < told["read"] < told["delivered"] < 300 and told["failed"] == 300 - told["sent"]
    assert point["replied"] == sum(one["type"] == "text" for one in replies) > 0
    taps = Counter(one["button"]["text"] for one in replies if one["type"] == "button")
    assert taps and {one["button_content"]: one["count"] for one in point["clicked"]} == taps
    assert {one["type"] for one in point["clicked"]} == {"quick_reply_button"}
    costs = {one["type"]: one["value"] for one in point["cost"]}
    assert costs["amount_spent"] == pytest.approx(told["delivered"] * costs["cost_per_delivered"])
    assert (point["start"], point["end"]) == (TODAY, TODAY + DAY)


def test_links_are_opened_by_some_who_read(desk: Desk) -> None:
    switch(desk)
    desk.set(rates={"visit": 1})
    for act in ("reads", "unread"):
        desk.send(phone_for(act), **template("event_tomorrow", "nl", {"type": "body", "parameters": [
            {"type": "text", "parameter_name": "first_name", "text": "Zoe"}]}))  # fmt: skip
    desk.later(300)
    (point,) = points(desk, key_of(desk, "event_tomorrow"))
    assert (point["delivered"], point["read"]) == (2, 1)
    assert {(one["type"], one["count"]) for one in point["clicked"]} == {("url_button", 1), ("unique_url_button", 1)}
    assert {one["button_content"] for one in point["clicked"]} == {"Wijs me de weg"}
    assert "cost" not in point


def test_a_day_holds_what_was_sent_on_it(desk: Desk) -> None:
    switch(desk)
    key = key_of(desk, "welcome")
    desk.time = float(TODAY + DAY - 1)
    desk.send(phone_for("reads"), **template("welcome", "nl"))
    desk.later(60)
    desk.send(phone_for("reads"), **template("welcome", "nl"))
    desk.send(phone_for("unread"), **template("welcome", "nl"))
    desk.later(60)
    before, first, second = points(desk, key, start=TODAY - DAY, end=TODAY + 2 * DAY)
    assert [one["sent"] for one in (before, first, second)] == [0, 1, 2]
    assert [one["read"] for one in (before, first, second)] == [0, 1, 1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": "soon"},
        {"end": ""},
        {"end": TODAY},
        {"start": TODAY - 91 * DAY},
        {"granularity": "HOURLY"},
        {"template_ids": ""},
        {"template_ids": "[]"},
        {"template_ids": "[1]"},
        {"template_ids": ",".join(map(str, range(11)))},
        {"metric_types": '["SENT","JOY"]'},
        {"product_type": "PIGEON"},
    ],
)
def test_what_cannot_be_asked(desk: Desk, wrong: dict[str, Any]) -> None:
    switch(desk)
    assert error(ask(desk, key_of(desk, "welcome"), **wrong)) == (400, 100)


def test_ten_templates_and_ninety_days_can_be_asked(desk: Desk) -> None:
    switch(desk)
    ids = [t.raw["id"] for t in desk.box.templates.every()[:10]]
    found = points(desk, *ids, start=TODAY - 90 * DAY, end=TODAY + DAY)
    assert len(found) == 10 * 91 and {one["template_id"] for one in found} == set(ids)


def test_codes_have_no_clicks_and_a_reset_no_counts(desk: Desk) -> None:
    switch(desk)
    (point,) = points(desk, key_of(desk, "login_code"))
    assert "clicked" not in point
    desk.send(phone_for("reads"), **template("welcome", "nl"))
    desk.later(60)
    desk.post("/sandbox/reset")
    assert error(ask(desk, key_of(desk, "welcome"))) == (400, 200007)
    switch(desk)
    assert points(desk, key_of(desk, "welcome"))[0]["sent"] == 0
