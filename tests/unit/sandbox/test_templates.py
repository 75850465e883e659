"""The shop's templates: listed to the end, filtered, made by Meta's rules, edited, deleted, changed by Meta."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.sandbox.desk import Desk, body, error, text
from whatsapp_studio.base.paths import resource
from whatsapp_studio.sandbox.creating import refuse_template
from whatsapp_studio.sandbox.creating_kinds import OLD_SAMPLE
from whatsapp_studio.sandbox.review import judge

Json = dict[str, Any]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def path(desk: Desk) -> str:
    return f"/{desk.world.waba_id}/message_templates"


def every(desk: Desk, path: str, limit: int) -> list[Json]:
    found, page = [], desk.get(f"{path}?limit={limit}")
    while True:
        found += page["data"]
        if "next" not in page["paging"]:
            return found
        page = desk.call("GET", page["paging"]["next"], token="").json()


def test_the_shop_has_every_kind_of_template(desk: Desk, path: str) -> None:
    found = every(desk, path, 100)
    assert len(found) >= 30
    assert {t["language"] for t in found} == {"nl", "en", "de", "ar", "pt_BR"}
    assert {t["category"] for t in found} == {"MARKETING", "UTILITY", "AUTHENTICATION"}
    assert {t["status"] for t in found} == {"APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED"}
    assert {t["parameter_format"] for t in found} == {"NAMED", "POSITIONAL"}
    parts = [c for t in found for c in t["components"]]
    assert {c["format"] for c in parts if c["type"] == "HEADER"} == {"TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"}
    assert {"CAROUSEL", "LIMITED_TIME_OFFER"} <= {c["type"] for c in parts}
    buttons = [b["type"] for c in parts if c["type"] == "BUTTONS" for b in c["buttons"]]
    assert set(buttons) >= {"QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG"}
    assert max(len(c["buttons"]) for c in parts if c["type"] == "BUTTONS") > 3
    assert max(len(c["cards"]) for c in parts if c["type"] == "CAROUSEL") == 3


def test_the_shops_own_templates_would_pass_review(desk: Desk, path: str) -> None:
    """What cannot be made is not a sample of anything; Meta's own wordings aside, and what is older than its rules."""
    old = 0
    for template in every(desk, path, 100):
        if template["name"] == "login_code":
            continue
        header = template["components"][0]
        if header.get("text", "").endswith("{{1}}"):  # which a header could before October 2025
            header["text"] += "."
            old += 1
        refuse_template(template, [], lambda address: OLD_SAMPLE)
        if template["status"] in ("APPROVED", "PENDING"):
            assert judge(template).status == "APPROVED", template["name"]
    assert 0 < old < 6


@pytest.mark.parametrize("limit", [1, 7, 10, 33, 100])
def test_pages_go_to_the_end_without_gap_or_repeat(desk: Desk, path: str, limit: int) -> None:
    ids = [t["id"] for t in every(desk, path, limit)]
    assert len(ids) == len(set(ids)) == len(json.loads(resource("samples/sandbox_templates.json").read_text("utf-8")))
    assert all(key.isdigit() and len(key) == 15 for key in ids)


def test_pages_go_backwards_and_summaries_count(desk: Desk, path: str) -> None:
    first = desk.get(f"{path}?limit=5&summary=total_count")
    assert first["summary"]["total_count"] == len(every(desk, path, 100)) and "previous" not in first["paging"]
    second = desk.call("GET", first["paging"]["next"]).json()
    back = desk.call("GET", second["paging"]["previous"]).json()
    assert back["data"] == first["data"]
    assert "paging" not in desk.get(f"{path}?name=nothing_like_it")


def test_a_cursor_that_ran_out_is_131059(desk: Desk, path: str) -> None:
    page = desk.get(f"{path}?limit=3")
    desk.call("DELETE", f"{path}?name={page['data'][2]['name']}")
    assert error(desk.call("GET", page["paging"]["next"])) == (400, 131059)
    assert error(desk.call("GET", f"{path}?after=%%%")) == (400, 131059)


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("name=spring", lambda t: "spring" in t["name"]),
        ("status=PAUSED", lambda t: t["status"] == "PAUSED"),
        ('status=["PAUSED","DISABLED"]', lambda t: t["status"] in ("PAUSED", "DISABLED")),
        ("status=paused,rejected", lambda t: t["status"] in ("PAUSED", "REJECTED")),
        ("language=ar", lambda t: t["language"] == "ar"),
        ("category=UTILITY", lambda t: t["category"] == "UTILITY"),
        ("content=proefrit", lambda t: "roefrit" in json.dumps(t)),
        ("name_or_content=spring", lambda t: "spring" in json.dumps(t)),
        ("quality_score=RED&fields=quality_score", lambda t: t["quality_score"]["score"] == "RED"),
    ],
)
def test_filters(desk: Desk, path: str, query: str, right: Any) -> None:
    found = desk.get(f"{path}?limit=100&{query}")["data"]
    assert found and all(map(right, found)) and len(found) < 33


def test_fields_are_those_asked_for(desk: Desk, path: str) -> None:
    wanted = desk.get(f"{path}?fields=name,quality_score{{score}},rejected_reason,health_status&status=REJECTED")[
        "data"
    ]
    assert all(set(t) == {"name", "quality_score", "rejected_reason", "health_status", "id"} for t in wanted)
    assert {t["rejected_reason"] for t in wanted} == {"SCAM", "TAG_CONTENT_MISMATCH"}
    assert wanted[0]["health_status"]["can_send_message"] == "BLOCKED"
    assert "quality_score" not in desk.get(path)["data"][0]
    assert error(desk.call("GET", f"{path}?fields=name,shoe_size")) == (400, 100)
    assert error(desk.call("GET", f"{path}?limit=many")) == (400, 100)


def test_one_by_its_id(desk: Desk, path: str) -> None:
    template = desk.get(path)["data"][0]
    assert desk.get(f"/{template['id']}") == template
    assert desk.get(f"/{template['id']}?fields=status") == {"status": "APPROVED", "id": template["id"]}
    assert error(desk.call("GET", f"/{'9' * 15}")) == (400, 100)


def test_samples_are_addresses_anyone_can_fetch(desk: Desk, path: str) -> None:
    texts = json.dumps(every(desk, path, 100))
    urls = {word for word in texts.split('"') if word.startswith("http://sandbox/sandbox/media/")}
    assert len(urls) >= 6 and "sample:" not in texts
    for url in urls:
        answer = desk.call("GET", url.removeprefix("http://sandbox"))
        assert answer.status_code == 200 and answer.headers["content-type"] in ("image/png", "application/pdf")
    assert desk.call("GET", "/sandbox/media/sandbox_templates.json").status_code == 404
    assert desk.call("GET", "/sandbox/media/nothing.png").status_code == 404


def upload(desk: Desk, mime: str = "image/png", data: bytes = b"a picture") -> str:
    """The handle of a sample that was sent up."""
    begin = f"/{desk.world.app_id}/uploads?file_name=sample&file_length={len(data)}&file_type={mime}"
    key = desk.post(begin)["id"]
    return str(desk.post(f"/{key}", content=data, headers={"file_offset": "0"})["h"])


def with_samples(desk: Desk, parts: Json) -> Json:
    """The same parts with a picture uploaded wherever one is needed."""
    words = json.dumps(parts)
    return json.loads(words.replace("<an uploaded picture>", upload(desk))) if "<an uploaded" in words else parts


def draft(**parts: Any) -> Json:
    return {
        "name": "summer_sale",
        "language": "nl",
        "category": "MARKETING",
        "components": [
            {
                "type": "BODY",
                "text": "Hoi {{1}}, de uitverkoop is begonnen bij ons.",
                "example": {"body_text": [["Maria"]]},
            },
        ],
        **parts,
    }


def test_made_reviewed_told_and_sent(desk: Desk, path: str) -> None:
    made = desk.post(path, json=draft())
    assert made == {"id": made["id"], "status": "PENDING", "category": "MARKETING"}
    assert error(desk.template("summer_sale", "nl", body(text("Zoë"))))[1] == 132001
    desk.later(30)
    (told,) = desk.changes("message_template_status_update")
    assert told["event"] == "APPROVED" and told["message_template_name"] == "summer_sale"
    assert told["message_template_id"] == int(made["id"]) and told["reason"] == "NONE"
    assert desk.template("summer_sale", "nl", body(text("Zoë"))).status_code == 200


def test_a_name_with_reject_is_rejected(desk: Desk, path: str) -> None:
    made = desk.post(path, json=draft(name="reject_me"))
    desk.later(30)
    (told,) = desk.changes("message_template_status_update")
    assert told["event"] == "REJECTED" and told["reason"] == "INVALID_FORMAT" and told["rejection_info"]
    assert desk.get(f"/{made['id']}?fields=rejected_reason")["rejected_reason"] == "INVALID_FORMAT"


def words(value: str, *examples: str, kind: str = "BODY", **rest: Any) -> Json:
    name = f"{kind.lower()}_text"
    given = [list(examples)] if kind == "BODY" else list(examples)
    return {"type": kind, "text": value, **({"example": {name: given}} if examples else {}), **rest}


def named(value: str, **examples: str) -> Json:
    given = [{"param_name": name, "example": value} for name, value in examples.items()]
    return {"type": "BODY", "text": value, "example": {"body_text_named_params": given}}


def buttons(*each: Json) -> Json:
    return {"type": "BUTTONS", "buttons": list(each)}


NAMED = {"parameter_format": "NAMED"}
PLAIN = words("Een gewone zin zonder plaatsen.")
QUICK = {"type": "QUICK_REPLY", "text": "Ja"}
LINK = {"type": "URL", "text": "Kijk", "url": "https://a.example/"}
PHONE = {"type": "PHONE_NUMBER", "text": "Bel", "phone_number": "+31858880123"}
IMAGE = {"type": "HEADER", "format": "IMAGE"}
SAMPLE = {"example": {"header_handle": ["<an uploaded picture>"]}}
COPIED = words(
    "Welkom bij Fietsgoed! Fijn dat je er bent. "
    "We sturen je hier alleen berichten over je fiets, je bestelling en je afspraken."
)
CARD = {"components": [{**IMAGE, **SAMPLE}, words("Een mooie fiets."), buttons(QUICK)]}


@pytest.mark.parametrize(
    ("parts", "subcode"),
    [
        ({"name": "Summer Sale"}, None),
        ({"name": ""}, None),
        ({"language": "Dutch"}, None),
        ({"language": None}, None),
        ({"category": "CHATTER"}, None),
        ({"components": []}, None),
        ({"components": [{"type": "HAT"}, PLAIN]}, None),
        ({"components": [PLAIN, PLAIN]}, None),
        ({"components": [words("Alleen een kop", kind="HEADER", format="TEXT")]}, None),
        ({"parameter_format": "POETIC"}, None),
        ({"components": [words("{{1}} begint hier met een plaats.", "x")]}, 2388299),
        ({"components": [words("Hier eindigt de zin met {{1}}", "x")]}, 2388299),
        ({"components": [words("Twee naast {{1}}{{2}} elkaar in een lange zin die verder gaat.", "x", "y")]}, 2388072),
        ({"components": [words("Er mist een {{1}} nummer in {{3}} deze zin met veel woorden.", "x", "y")]}, 2388072),
        ({"components": [words("Wat een {{vreemde plaats}} is dit in deze zin.", "x")]}, 2388072),
        ({"components": [named("Hoi {{first_name}}, welkom in de winkel.", first_name="Maria")]}, 2388072),
        ({**NAMED, "components": [named("Tweemaal {{x}} en nog eens {{x}} in deze lange zin.", x="1")]}, 2388072),
        ({"components": [words("Te {{1}} veel {{2}} plaatsen.", "x", "y")]}, 2388293),
        ({"components": [words("Een plaats {{1}} zonder voorbeeld erbij.")]}, 2388043),
        ({**NAMED, "components": [named("Een plaats {{naam}} zonder goed voorbeeld.", ander="1")]}, 2388043),
        ({"components": [words("x" * 1025)]}, 2388040),
        ({"components": [words(" ")]}, None),
        ({"components": [PLAIN, words("x" * 61, kind="FOOTER")]}, 2388040),
        ({"components": [PLAIN, words("Voet met {{1}}", kind="FOOTER")]}, 2388073),
        ({"components": [PLAIN, words("Kop *vet*", kind="HEADER", format="TEXT")]}, 2388047),
        ({"components": [PLAIN, words("Kop 🚲", kind="HEADER", format="TEXT")]}, 2388047),
        ({"components": [PLAIN, words("Kop {{1}} en {{2}}", "a", "b", kind="HEADER", format="TEXT")]}, 2388047),
        ({"components": [PLAIN, words("x" * 61, kind="HEADER", format="TEXT")]}, 2388040),
        ({"components": [PLAIN, {"type": "HEADER", "format": "SMELL"}]}, None),
        ({"components": [PLAIN, IMAGE]}, 2388043),
        ({"components": [PLAIN, IMAGE | {"example": {"header_handle": ["4::wrong"]}}]}, 2494102),
        ({"components": [PLAIN, buttons(*[QUICK] * 11)]}, None),
        ({"components": [PLAIN, buttons(QUICK, LINK, QUICK)]}, None),
        ({"components": [PLAIN, buttons(LINK, LINK, LINK)]}, None),
        ({"components": [PLAIN, buttons(PHONE, PHONE)]}, None),
        ({"components": [PLAIN, buttons({**QUICK, "text": "x" * 26})]}, 2388040),
        ({"components": [PLAIN, buttons({**LINK, "url": "a.example"})]}, None),
        ({"components": [PLAIN, buttons({**LINK, "url": "https://a.example/{{1}}"})]}, 2388043),
        ({"components": [PLAIN, buttons({**LINK, "url": "https://a.example/{{1}}/x", "example": ["x"]})]}, None),
        ({"components": [PLAIN, buttons({**PHONE, "phone_number": "call me"})]}, None),
        ({"components": [PLAIN, buttons({"type": "COPY_CODE"})]}, 2388043),
        ({"components": [PLAIN, buttons({"type": "FLOW", "text": "Start"})]}, None),
        ({"components": [PLAIN, buttons({"type": "OTP", "otp_type": "COPY_CODE"})]}, None),
        ({"components": [PLAIN, buttons({"type": "LEVER"})]}, None),
        ({"components": [PLAIN, {"type": "BUTTONS"}]}, None),
        (
            {"category": "AUTHENTICATION", "components": [{"type": "BODY"}, buttons({"type": "OTP", "otp_type": "X"})]},
            None,
        ),
        ({"components": [PLAIN, {"type": "CAROUSEL", "cards": [CARD]}]}, None),
        ({"components": [PLAIN, {"type": "CAROUSEL", "cards": [CARD, {"components": [words("Geen kop.")]}]}]}, None),
        ({"components": [PLAIN, {"type": "CAROUSEL", "cards": [CARD, {"components": CARD["components"][:2]}]}]}, None),
        ({"components": [PLAIN, words("Voet", kind="FOOTER"), {"type": "CAROUSEL", "cards": [CARD, CARD]}]}, None),
        ({"category": "UTILITY", "components": [PLAIN, {"type": "CAROUSEL", "cards": [CARD, CARD]}]}, None),
        ({"components": [PLAIN, {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "x" * 17}}]}, 2388040),
        ({"components": [PLAIN, words("Voet", kind="FOOTER"), {"type": "LIMITED_TIME_OFFER"}]}, None),
        ({"name": "spring_offer"}, 2388024),
        ({"name": "spring_offer", "language": "fr", "category": "UTILITY"}, None),
        ({"name": "copied", "components": [COPIED, words("Antwoord STOP om je af te melden", kind="FOOTER")]}, 2388109),
    ],
)
def test_metas_rules_of_making(desk: Desk, path: str, parts: Json, subcode: int | None) -> None:
    answer = desk.call("POST", path, json=draft(**with_samples(desk, parts)))
    assert error(answer) == (400, 100)
    told = answer.json()["error"]
    assert told.get("error_subcode") == subcode
    assert subcode is None or (told["error_user_title"] and told["error_user_msg"])


@pytest.mark.parametrize(
    "parts",
    [
        {"components": [{"type": "body", "text": "Kleine letters mogen ook."}]},
        {"components": [PLAIN, IMAGE | SAMPLE, buttons(LINK, PHONE, QUICK, QUICK)]},
        {"components": [PLAIN, {"type": "CAROUSEL", "cards": [CARD, CARD]}]},
        {**NAMED, "components": [named("Hoi {{first_name}}, welkom in de winkel.", first_name="Maria")]},
        {
            "category": "AUTHENTICATION",
            "components": [
                {"type": "BODY", "add_security_recommendation": True},
                {"type": "FOOTER", "code_expiration_minutes": 5},
                buttons({"type": "OTP", "otp_type": "copy_code"}),
            ],
        },
    ],
)
def test_good_ones_are_made(desk: Desk, path: str, parts: Json) -> None:
    answer = desk.call("POST", path, json=draft(**with_samples(desk, parts)))
    assert answer.status_code == 200, answer.text
    kept = desk.get(f"/{answer.json()['id']}")
    assert all(c["type"].isupper() for c in kept["components"])


def test_a_form_brings_its_parts_as_json(desk: Desk, path: str) -> None:
    form = {name: json.dumps(value) if isinstance(value, list) else value for name, value in draft().items()}
    made = desk.call("POST", path, data=form)
    assert made.status_code == 200 and desk.get(f"/{made.json()['id']}")["components"] == draft()["components"]
    assert error(desk.call("POST", path, data={**form, "components": "[x"})) == (400, 100)
    assert error(desk.call("POST", path, params={"name": "a", "language": "{"})) == (400, 100)


def test_edits_are_reviewed_again(desk: Desk, path: str) -> None:
    paused = desk.get(f"{path}?status=PAUSED")["data"][0]
    assert desk.post(f"/{paused['id']}", json={"components": [PLAIN]}) == {"success": True}
    assert desk.get(f"/{paused['id']}")["status"] == "PENDING"
    assert error(desk.call("POST", f"/{paused['id']}", json={"components": [PLAIN]})) == (400, 100)
    desk.later(30)
    assert desk.template("winter_check", "nl").status_code == 200
    assert error(desk.call("POST", f"/{paused['id']}", json={"category": "UTILITY"})) == (400, 100)
    assert error(desk.call("POST", f"/{paused['id']}", json={"components": [words("")]})) == (400, 100)


def test_paused_ones_can_be_unpaused(desk: Desk, path: str) -> None:
    paused = desk.get(f"{path}?status=PAUSED")["data"][0]
    assert desk.post(f"/{paused['id']}/unpause") == {"success": True}
    assert desk.post(f"/{paused['id']}/unpause")["success"] is False
    assert desk.get(f"/{paused['id']}")["status"] == "APPROVED"


def test_deleting(desk: Desk, path: str) -> None:
    assert desk.call("DELETE", f"{path}?name=spring_offer").json() == {"success": True}
    assert desk.get(f"{path}?name=spring_offer")["data"] == []
    both = desk.get(f"{path}?name=welcome")["data"]
    desk.call("DELETE", f"{path}?name=welcome&hsm_id={both[0]['id']}")
    assert [t["id"] for t in desk.get(f"{path}?name=welcome")["data"]] == [both[1]["id"]]
    desk.call("DELETE", path, params={"hsm_ids": json.dumps([both[1]["id"]])})
    assert desk.get(f"{path}?name=welcome")["data"] == []
    for query in ("", "?name=nothing_like_it", "?name=clearance_shout"):
        assert error(desk.call("DELETE", path + query)) == (400, 100)


def test_meta_changes_templates_by_itself(desk: Desk, path: str) -> None:
    desk.set(
        template=[
            {"name": "spring_offer", "language": "nl", "status": "PAUSED"},
            {"name": "welcome", "language": "en", "category": "MARKETING"},
            {"name": "order_update", "language": "de", "quality": "RED"},
            {"name": "order_ready", "components": [PLAIN]},
        ]
    )
    assert error(desk.send())[1] == 132015
    assert desk.template("order_ready", "nl").status_code == 200
    desk.later(1)
    (paused,) = desk.changes("message_template_status_update")
    assert paused["event"] == "PAUSED" and paused["other_info"]
    (moved,) = desk.changes("template_category_update")
    assert (moved["previous_category"], moved["new_category"]) == ("UTILITY", "MARKETING")
    (judged,) = desk.changes("message_template_quality_update")
    assert (judged["previous_quality_score"], judged["new_quality_score"]) == ("GREEN", "RED")
    assert all("time" in json.loads(raw)["entry"][0] for raw, _ in desk.posts)
    assert desk.set(template={"name": "nothing_like_it"}).status_code == 404
