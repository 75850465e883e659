"""Made-up people: what they answer follows from the seed, and every reserved number does what its table says."""

from __future__ import annotations

from itertools import pairwise

import httpx
import phonenumbers
import pytest

from tests.unit.sandbox.desk import MARIA, Desk, body, button, error, template, text
from whatsapp_studio.sandbox.people import Occasion, is_us, plan
from whatsapp_studio.sandbox.reserved import RESERVED, help_text, phone_for
from whatsapp_studio.sandbox.world import Rates

MARKETING = Occasion(marketing=True, window_open=False, template=True, buttons=("Ja", "Stop"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_reserved_numbers_are_valid_and_each_says_what_it_does() -> None:
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(phone)) for phone in RESERVED)
    assert all(f"{row.phone}  {row.what}" in help_text() for row in RESERVED.values())
    assert len({(row.how, row.act, row.code) for row in RESERVED.values()}) == len(RESERVED)
    with pytest.raises(KeyError):
        phone_for("dance")


@pytest.mark.parametrize("phone", [p for p, row in RESERVED.items() if row.how == "sync"])
def test_numbers_that_are_refused_at_once(desk: Desk, phone: str) -> None:
    for _ in range(2):
        answer = desk.send(phone)
        assert error(answer)[1] == RESERVED[phone].code and answer.status_code >= 400
    assert desk.stats()["accepted"] == 0


@pytest.mark.parametrize("phone", [p for p, row in RESERVED.items() if row.how == "once"])
def test_numbers_that_are_refused_once(desk: Desk, phone: str) -> None:
    assert error(desk.send(phone))[1] == RESERVED[phone].code
    assert desk.send(phone).status_code == 200


@pytest.mark.parametrize("phone", [p for p, row in RESERVED.items() if row.how == "async"])
def test_numbers_that_fail_later(desk: Desk, phone: str) -> None:
    assert desk.send(phone, biz_opaque_callback_data="k").status_code == 200
    desk.later()
    (told,) = desk.statuses()
    assert told["status"] == "failed" and told["biz_opaque_callback_data"] == "k" and "pricing" not in told
    (wrong,) = told["errors"]
    assert wrong["code"] == RESERVED[phone].code and wrong["title"] and wrong["message"] and wrong["href"]
    assert wrong["error_data"]["details"] == RESERVED[phone].details
    assert desk.stats()["by_status"] == {"failed": 1}


def tale(desk: Desk, act: str) -> list[str]:
    assert desk.send(phone_for(act)).status_code == 200
    desk.later()
    return [told["status"] for told in desk.statuses()]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("reads", ["sent", "delivered", "read"]),
        ("unread", ["sent", "delivered"]),
        ("silent", ["sent"]),
        ("read-first", ["read", "delivered", "sent"]),
        ("late-failure", ["sent", "failed"]),
        ("twice", ["sent", "delivered", "sent", "read", "delivered", "read"]),
        ("held", ["sent", "delivered", "read"]),
        ("held-dropped", ["failed"]),
    ],
)
def test_numbers_with_a_tale(desk: Desk, act: str, told: list[str]) -> None:
    assert tale(desk, act) == told
    top = "failed" if "failed" in told else max(told, key=["sent", "delivered", "read"].index)
    assert desk.stats()["by_status"] == {top: 1}


def test_held_messages_say_so_and_may_be_dropped(desk: Desk) -> None:
    for act in ("held", "held-dropped"):
        answer = desk.send(phone_for(act)).json()
        assert answer["messages"][0]["message_status"] == "held_for_quality_assessment"
    assert desk.stats()["by_status"] == {"held_for_quality_assessment": 2}
    desk.later()
    assert [e["code"] for s in desk.statuses() for e in s.get("errors", ())] == [132015]


def test_stop_word_reply_and_tap(desk: Desk) -> None:
    for act in ("stop-word", "reply", "tap"):
        tale(desk, act)
    found = {m["from"]: m for m in desk.inbound()}
    stop, reply, tap = (found[phone_for(act)[1:]] for act in ("stop-word", "reply", "tap"))
    assert stop["type"] == "text" and stop["text"] == {"body": "STOP"} and stop["timestamp"].isdigit()
    assert "Dank" in reply["text"]["body"]
    assert tap["type"] == "button" and tap["button"] == {"payload": "Proefrit plannen", "text": "Proefrit plannen"}
    own = next(s["id"] for s in desk.statuses(phone_for("tap")))
    assert tap["context"] == {"from": desk.world.number.digits, "id": own}
    contact = next(v["contacts"][0] for v in desk.changes() if v.get("messages", [{}])[0].get("type") == "button")
    assert contact["wa_id"] == tap["from"] and contact["profile"]["name"] and contact["user_id"].startswith("DE.")


def test_who_stops_marketing_gets_no_more_of_it_but_still_their_order(desk: Desk) -> None:
    phone = phone_for("stop-preference")
    tale(desk, "stop-preference")
    (told,) = desk.changes("user_preferences")
    preference = told["user_preferences"][0]
    assert preference["value"] == "stop" and preference["category"] == "marketing_messages"
    assert preference["wa_id"] == phone[1:] and isinstance(preference["timestamp"], int)
    desk.send(phone)
    desk.template("welcome", "nl", to=phone)
    desk.later()
    assert [e["code"] for s in desk.statuses(phone) for e in s.get("errors", ())] == [131050]
    assert [s["status"] for s in desk.statuses(phone)][-1] == "read"


def test_who_resumes_gets_marketing_again(desk: Desk) -> None:
    tale(desk, "resume-preference")
    assert [v["user_preferences"][0]["value"] for v in desk.changes("user_preferences")] == ["stop", "resume"]
    assert tale(desk, "resume-preference").count("failed") == 0


def test_numbers_that_break_the_connection(desk: Desk) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        desk.send(phone_for("drop-before"))
    assert desk.stats()["accepted"] == 0
    with pytest.raises(httpx.RemoteProtocolError):
        desk.send(phone_for("drop-after"), biz_opaque_callback_data="k")
    assert desk.stats()["accepted"] == 1
    desk.later()
    assert {s["biz_opaque_callback_data"] for s in desk.statuses()} == {"k"}


def test_numbers_with_answers_that_are_not_metas(desk: Desk) -> None:
    empty, page, rubbish = (desk.send(phone_for(act)) for act in ("empty-500", "gateway-502", "garbage-200"))
    assert (empty.status_code, empty.content) == (500, b"")
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html")
    assert rubbish.status_code == 200 and b"{" not in rubbish.content
    assert desk.stats()["accepted"] == 1


def test_the_slow_number_takes_the_message_and_answers_late(desk: Desk) -> None:
    desk.set(slow_seconds=0.05)
    assert desk.send(phone_for("slow")).status_code == 200
    desk.set(slow_seconds=60)
    desk.box.closing.set()  # the program ends: nobody waits for the two minutes
    with pytest.raises(httpx.RemoteProtocolError):
        desk.send(phone_for("slow"))
    assert desk.stats()["accepted"] == 2


def test_free_form_needs_an_open_window_and_a_reply_opens_it(desk: Desk) -> None:
    message = {"type": "text", "text": {"body": "Tot zaterdag!"}}
    desk.send(**message)
    desk.later(60)
    assert [(s["status"], s["errors"][0]["code"]) for s in desk.statuses()] == [("failed", 131047)]
    assert error(desk.send(phone_for(code=131047, how="sync"), **message))[1] == 131047
    desk.post("/sandbox/inbound", json={"from": MARIA, "text": "Hoi"})
    desk.send(**message)
    desk.later(60)
    sent = next(s for s in desk.statuses() if s["status"] == "sent")
    assert sent["pricing"] == {
        "billable": False, "pricing_model": "PMP", "category": "service", "type": "free_customer_service",
    }  # fmt: skip
    desk.time += 24 * 3600
    desk.send(**message)
    desk.later(60)
    assert [e["code"] for s in desk.statuses() for e in s.get("errors", ())] == [131047, 131047]


def test_price_facts_name_the_category(desk: Desk) -> None:
    desk.template("welcome", "nl", to=phone_for("reads"))
    desk.later()
    told = {s["status"]: s.get("pricing") for s in desk.statuses()}
    assert told["sent"] == told["delivered"]
    assert told["sent"] == {"billable": True, "pricing_model": "PMP", "category": "utility", "type": "regular"}
    assert told["read"] is None


def test_the_united_states_get_no_marketing() -> None:
    assert is_us("12125550123") and not is_us("14165550123") and not is_us("18765550123") and not is_us("31612345678")
    assert [s.code for s in plan(1, "12125550123", 0, MARKETING, Rates(), False)] == [131049]
    utility = MARKETING._replace(marketing=False)
    assert [s.what for s in plan(1, "12125550123", 0, utility, Rates(unreachable=0, silent=0, read=0), False)] == [
        "sent", "delivered",
    ]  # fmt: skip


def test_the_same_seed_tells_the_same_story_and_another_does_not() -> None:
    def story(seed: int) -> list[tuple[object, ...]]:
        phones = [f"316{n:08d}" for n in range(10_000_000, 10_000_300)]
        return [step for phone in phones for step in plan(seed, phone, 0, MARKETING, Rates(), False)]

    assert story(1) == story(1)
    assert story(1) != story(2)

    def whole(seed: int) -> list[object]:
        desk = Desk(seed)
        for n in range(20):
            desk.send(f"+3161000{n:04d}", biz_opaque_callback_data=f"k{n}")
        desk.later()
        return [desk.posts, desk.stats()["by_status"], desk.token, desk.world.info("u")]

    assert whole(3) == whole(3)
    assert whole(3) != whole(4)


def test_what_people_do_comes_as_often_as_the_rates_say() -> None:
    rates = Rates(
        unreachable=0.1,
        capped=0.1,
        experiment=0.05,
        silent=0.1,
        read=0.5,
        tap=0.3,
        reply=0.2,
        stop_word=0.1,
        stop_preference=0.1,
    )
    plans = [plan(9, f"316{n:08d}", 0, MARKETING, rates, False) for n in range(4000)]
    ends = {code: sum(steps[-1].code == code for steps in plans) / 4000 for code in (131026, 131049, 130472)}
    assert ends == pytest.approx({131026: 0.085, 131049: 0.1, 130472: 0.05}, abs=0.02)
    reached = [steps for steps in plans if steps[-1].what != "failed"]
    assert sum(len(steps) == 1 for steps in reached) / len(reached) == pytest.approx(0.1, abs=0.02)
    read = [steps for steps in reached if any(s.what == "read" for s in steps)]
    deeds = [steps[-1] for steps in read if steps[-1].what != "read"]
    share = {what: sum(s.what == what for s in deeds) / len(read) for what in ("tap", "reply", "preference")}
    assert share == pytest.approx({"tap": 0.3, "reply": 0.3, "preference": 0.1}, abs=0.04)
    assert {s.arg for s in deeds if s.what == "tap"} == {"Ja", "Stop"}
    assert any(s.arg == "STOP" for s in deeds) and any(s.arg not in ("STOP", "Ja", "Stop") for s in deeds)
    assert all(a.at <= b.at for steps in plans for a, b in pairwise(steps))


def test_speed_compresses_time() -> None:
    def until_read(speed: float) -> float:
        desk = Desk(speed=speed)
        desk.world.rates.read = 1.0
        desk.send()
        start = desk.time
        while desk.stats()["by_status"] != {"read": 1}:
            desk.later(0.5)
            assert desk.time < start + 300
        return desk.time - start

    assert until_read(20) < until_read(1) / 8


def test_media_of_another_kind_fails_later(desk: Desk) -> None:
    path = f"/{desk.world.number.id}/media"
    files = {"file": ("a.pdf", b"%PDF-", "application/pdf")}
    pdf = desk.post(path, data={"messaging_product": "whatsapp", "type": "application/pdf"}, files=files)["id"]
    picture = {"type": "image", "image": {"id": pdf}}
    parts = [{"type": "header", "parameters": [picture]}, body(text("a"), text("b"))]
    assert desk.send(phone_for("reads"), **template("new_collection", "nl", *parts)).status_code == 200
    desk.post("/sandbox/inbound", json={"from": MARIA})
    assert desk.send(**picture).status_code == 200
    desk.later()
    told = [s["errors"][0] for s in desk.statuses()]
    assert [e["code"] for e in told] == [131053, 131053]
    assert "application/pdf" in told[0]["error_data"]["details"]


def test_people_can_be_written_to_by_the_id_webhooks_gave(desk: Desk) -> None:
    desk.post("/sandbox/inbound", json={"from": MARIA})
    desk.later(1)
    user_id = desk.changes()[0]["contacts"][0]["user_id"]
    told = desk.send("", recipient=user_id, type="text", text={"body": "Hoi"}).json()
    assert told["contacts"] == [{"input": user_id, "user_id": user_id}]
    desk.later(60)
    assert desk.statuses(MARIA)[0]["status"] == "sent"
    assert error(desk.send("", recipient="NL.1", type="text", text={"body": "Hoi"}))[1] == 131009
    code = [body(text("482913")), button("url", 0, text("482913"))]
    assert error(desk.send("", recipient=user_id, **template("login_code", "en", *code)))[1] == 131062


def test_new_templates_may_be_held_by_rate(desk: Desk) -> None:
    desk.set(rates={"held": 1})
    assert desk.send().json()["messages"][0]["message_status"] == "held_for_quality_assessment"
    assert desk.template("welcome", "nl").json()["messages"][0]["message_status"] == "accepted"
    desk.later(5)
    assert "held_for_quality_assessment" in desk.stats()["by_status"]
    desk.later(300)
    assert "held_for_quality_assessment" not in desk.stats()["by_status"]
