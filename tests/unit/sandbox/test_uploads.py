"""Samples of headers: what may be sent up, in pieces, and how a template tells them afterwards."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.desk import Desk, error

Json = dict[str, Any]
WORDS = {"type": "BODY", "text": "A picture with some words."}


@pytest.fixture
def desk() -> Desk:
    return Desk()


def begin(desk: Desk, length: int, mime: str) -> Any:
    path = f"/{desk.world.app_id}/uploads"
    return desk.call("POST", path, params={"file_name": "a", "file_length": length, "file_type": mime})


def handle(desk: Desk, mime: str = "image/png", data: bytes = b"a picture") -> str:
    key = begin(desk, len(data), mime).json()["id"]
    return str(desk.post(f"/{key}", content=data, headers={"file_offset": "0"})["h"])


def make(desk: Desk, form: str, sample: str, *parts: Json, **facts: Any) -> Any:
    header = {"type": "HEADER", "format": form, "example": {"header_handle": [sample]}}
    body = {
        "name": "with_sample",
        "language": "en",
        "category": "MARKETING",
        "components": [header, *(parts or (WORDS,))],
    }
    return desk.call("POST", f"/{desk.world.waba_id}/message_templates", json={**body, **facts})


@pytest.mark.parametrize(
    ("mime", "most"),
    [
        ("image/jpeg", 5 << 20),
        ("image/jpg", 5 << 20),
        ("image/png", 5 << 20),
        ("video/mp4", 16 << 20),
        ("application/pdf", 100 << 20),
    ],
)
def test_each_kind_has_its_size(desk: Desk, mime: str, most: int) -> None:
    assert begin(desk, most, mime).status_code == 200
    assert error(begin(desk, most + 1, mime)) == (400, 100)


@pytest.mark.parametrize("mime", ["image/webp", "video/3gpp", "text/plain", ""])
def test_other_kinds_are_refused(desk: Desk, mime: str) -> None:
    assert error(begin(desk, 10, mime)) == (400, 100)


def test_an_upload_goes_on_where_it_stopped(desk: Desk) -> None:
    key = begin(desk, 9, "image/png").json()["id"]
    assert desk.get(f"/{key}") == {"id": key, "file_offset": 0}
    assert desk.post(f"/{key}", content=b"a pic", headers={"file_offset": "0"}) == {"id": key, "file_offset": 5}
    for offset in ("0", "4", "6", "x"):
        refused = desk.call("POST", f"/{key}", content=b"ture", headers={"file_offset": offset})
        assert error(refused) == (400, 100) and desk.get(f"/{key}")["file_offset"] == 5
    assert error(desk.call("POST", f"/{key}", content=b"tures", headers={"file_offset": "5"})) == (400, 100)
    assert desk.get(f"/{key}")["file_offset"] == 5, "what is too much is not kept"
    told = desk.post(f"/{key}", content=b"ture", headers={"file_offset": "5", "Authorization": f"OAuth {desk.token}"})
    assert told["h"].startswith("4::aW1hZ2UvcG5n:AR")
    assert desk.post(f"/{key}", headers={"file_offset": "9"}) == told


@pytest.mark.parametrize(
    ("form", "mime", "fits"),
    [
        ("IMAGE", "image/jpeg", True),
        ("IMAGE", "image/png", True),
        ("IMAGE", "video/mp4", False),
        ("VIDEO", "video/mp4", True),
        ("VIDEO", "image/png", False),
        ("GIF", "video/mp4", True),
        ("DOCUMENT", "application/pdf", True),
        ("DOCUMENT", "image/png", False),
    ],
)
def test_a_sample_fits_its_header(desk: Desk, form: str, mime: str, fits: bool) -> None:
    answer = make(desk, form, handle(desk, mime))
    assert answer.status_code == (200 if fits else 400)
    assert fits or answer.json()["error"]["error_subcode"] == 2494102


def test_what_is_no_handle_is_refused(desk: Desk) -> None:
    whole = handle(desk)
    for sample in (whole[:-1], "http://sandbox/sandbox/media/collectie.png", "sample:collectie.png", "4::x"):
        assert make(desk, "IMAGE", sample).json()["error"]["error_subcode"] == 2494102
    for sample in ("", " "):
        assert make(desk, "IMAGE", sample).json()["error"]["error_subcode"] == 2388043


def test_a_template_tells_an_address_for_a_while_and_no_handle(desk: Desk) -> None:
    key = make(desk, "IMAGE", handle(desk, data=b"the very picture")).json()["id"]
    (told,) = desk.get(f"/{key}")["components"][0]["example"]["header_handle"]
    assert told.startswith("http://sandbox/sandbox/samples/")
    found = desk.call("GET", told, token="")
    assert found.content == b"the very picture" and found.headers["content-type"] == "image/png"
    assert desk.call("GET", told.replace("hash=", "hash=0")).status_code == 404
    refused = make(desk, "IMAGE", told, name="again", language="nl").json()["error"]
    assert refused["error_subcode"] == 2494102, "an address is no handle: edits need a fresh upload"
    desk.time += 15 * 86_400
    assert desk.call("GET", told).status_code == 404
    (anew,) = desk.get(f"/{key}")["components"][0]["example"]["header_handle"]
    assert desk.call("GET", anew).content == b"the very picture"


def test_every_card_has_its_sample(desk: Desk) -> None:
    def card(sample: str) -> Json:
        header = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": [sample]}}
        return {"components": [header, {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Fine"}]}]}

    def create(*cards: Json) -> Any:
        parts = [WORDS, {"type": "CAROUSEL", "cards": list(cards)}]
        body = {"name": "cards", "language": "en", "category": "MARKETING", "components": parts}
        return desk.call("POST", f"/{desk.world.waba_id}/message_templates", json=body)

    first, second = handle(desk, data=b"one"), handle(desk, data=b"two")
    assert create(card(first), card("4::none")).json()["error"]["error_subcode"] == 2494102
    key = create(card(first), card(second)).json()["id"]
    cards = desk.get(f"/{key}")["components"][1]["cards"]
    shown = [desk.call("GET", one["components"][0]["example"]["header_handle"][0]).content for one in cards]
    assert shown == [b"one", b"two"]


def test_a_reset_forgets_samples(desk: Desk) -> None:
    sample = handle(desk)
    desk.post("/sandbox/reset")
    assert make(desk, "IMAGE", sample).json()["error"]["error_subcode"] == 2494102


def test_a_still_sticker_is_small(desk: Desk) -> None:
    def send_up(size: int, *, moves: bool) -> Any:
        data = b"RIFF0000WEBPVP8X" + (b"ANIM" if moves else b"VP8 ")
        form = {"messaging_product": "whatsapp", "type": "image/webp"}
        files = {"file": ("a.webp", data.ljust(size, b"x"), "image/webp")}
        return desk.call("POST", f"/{desk.world.number.id}/media", data=form, files=files)

    assert send_up(100 << 10, moves=False).status_code == 200
    assert error(send_up((100 << 10) + 1, moves=False)) == (400, 131009)
    assert send_up(500 << 10, moves=True).status_code == 200
    assert error(send_up((500 << 10) + 1, moves=True)) == (400, 131009)
