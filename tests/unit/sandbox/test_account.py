"""The account: facts of WABA, numbers and token, media, uploads, subscriptions and the handshake."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.unit.sandbox.desk import Desk, error
from whatsapp_studio.sandbox.reserved import phone_for

PNG = b"\x89PNG\r\n\x1a\n" + b"pixels"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_ids_and_secrets_follow_from_the_seed() -> None:
    one, other = Desk(1).world.info("u"), Desk(2).world.info("u")
    assert set(one) == {"url", "token", "waba_id", "phone_number_id", "app_secret"}
    assert Desk(1).world.info("u") == one and not set(one.values()) - {"u"} & set(other.values())
    assert one["waba_id"].isdigit() and one["phone_number_id"].isdigit() and one["token"].startswith("EAASANDBOX")
    assert len(one["app_secret"]) == 32 and int(one["app_secret"], 16)


def test_debug_token(desk: Desk) -> None:
    data = desk.get(f"/debug_token?input_token={desk.token}")["data"]
    assert data["is_valid"] is True and data["type"] == "SYSTEM_USER" and data["expires_at"] == 0
    assert {"whatsapp_business_management", "whatsapp_business_messaging"} <= set(data["scopes"])
    assert all(grant["target_ids"] == [desk.world.waba_id] for grant in data["granular_scopes"])
    wrong = desk.get("/debug_token?input_token=EAAother")["data"]
    assert wrong["is_valid"] is False and wrong["error"]["code"] == 190
    assert error(desk.call("GET", "/debug_token")) == (400, 100)
    assert error(desk.call("GET", f"/debug_token?input_token={desk.token}", token="EAAother")) == (401, 190)
    by_query = desk.call("GET", f"/debug_token?input_token={desk.token}&access_token={desk.token}", token="")
    assert by_query.status_code == 200
    desk.set(scopes=["whatsapp_business_messaging"])
    assert "whatsapp_business_management" not in desk.get(f"/debug_token?input_token={desk.token}")["data"]["scopes"]


def test_the_account_and_its_numbers(desk: Desk) -> None:
    waba = desk.world.waba_id
    assert set(desk.get(f"/{waba}")) == {"id", "name", "timezone_id", "message_template_namespace"}
    assert desk.get(f"/{waba}?fields=currency,country") == {"currency": "EUR", "country": "NL", "id": waba}
    numbers = desk.get(f"/{waba}/phone_numbers")["data"]
    assert [n["id"] for n in numbers] == list(desk.world.numbers)
    assert numbers[0]["verified_name"] == "Fietsgoed" and numbers[0]["throughput"] == {"level": "STANDARD"}
    assert numbers[1]["code_verification_status"] == "NOT_VERIFIED"
    own = f"/{numbers[0]['id']}"
    assert {"display_phone_number", "quality_rating", "verified_name", "throughput", "id"} <= set(desk.get(own))
    asked = desk.get(f"{own}?fields=status,quality_rating,whatsapp_business_manager_messaging_limit,health_status")
    assert asked["status"] == "CONNECTED" and asked["health_status"]["can_send_message"] == "AVAILABLE"
    assert desk.get(f"{own}?fields=webhook_configuration") == {"id": numbers[0]["id"]}
    assert error(desk.call("GET", f"{own}?fields=shoe_size")) == (400, 100)
    assert desk.get(f"{own}/whatsapp_business_profile")["data"][0]["messaging_product"] == "whatsapp"
    assert desk.get("/app")["id"] == desk.world.app_id and "name" in desk.get("/me")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/454545"),
        ("POST", "/454545"),
        ("DELETE", "/454545"),
        ("GET", "/454545/phone_numbers"),
        ("GET", "/{waba}/cats"),
    ],
)
def test_unknown_objects_are_100_33(desk: Desk, method: str, path: str) -> None:
    answer = desk.call(method, path.format(waba=desk.world.waba_id))
    assert error(answer) == (400, 100) and answer.json()["error"]["error_subcode"] == 33


def upload(desk: Desk, data: bytes = PNG, mime: str = "image/png", **form: str) -> object:
    fields = {"messaging_product": "whatsapp", "type": mime} | form
    path = f"/{desk.world.number.id}/media"
    return desk.call("POST", path, data=fields, files={"file": ("a", data, mime)})


def test_media_goes_up_and_comes_down(desk: Desk) -> None:
    media = upload(desk).json()["id"]
    facts = desk.get(f"/{media}")
    assert facts | {"url": ""} == {
        "messaging_product": "whatsapp",
        "url": "",
        "mime_type": "image/png",
        "sha256": hashlib.sha256(PNG).hexdigest(),
        "file_size": len(PNG),
        "id": media,
    }
    path = facts["url"].removeprefix("http://sandbox")
    right = {"Authorization": f"Bearer {desk.token}"}
    assert desk.call("GET", path, headers=right).content == PNG
    assert desk.call("GET", path).status_code == 401
    assert desk.call("GET", path.replace("hash=", "hash=0"), headers=right).status_code == 404
    desk.time += 301
    assert desk.call("GET", path, headers=right).status_code == 404
    assert desk.get(f"/{media}?phone_number_id={desk.world.number.id}")["id"] == media
    other = list(desk.world.numbers)[1]
    assert error(desk.call("GET", f"/{media}?phone_number_id={other}")) == (400, 100)
    assert desk.call("DELETE", f"/{media}").json() == {"success": True}
    assert error(desk.call("GET", f"/{media}")) == (400, 100)
    assert error(desk.call("DELETE", f"/{media}")) == (400, 100)


def test_media_lives_thirty_days(desk: Desk) -> None:
    media = upload(desk).json()["id"]
    desk.post("/sandbox/inbound", json={"from": phone_for("reads")})
    picture = {"type": "image", "image": {"id": media}}
    assert desk.send(phone_for("reads"), **picture).status_code == 200
    desk.time += 30 * 86400
    assert error(desk.send(phone_for("reads"), **picture))[1] == 131009


def test_media_is_checked(desk: Desk) -> None:
    path = f"/{desk.world.number.id}/media"
    assert error(upload(desk, mime="text/html")) == (400, 100)
    assert error(upload(desk, data=b"")) == (400, 131009)
    assert error(upload(desk, data=b"x" * (5 << 20) + b"x")) == (400, 131009)
    assert error(upload(desk, messaging_product="sms")) == (400, 100)
    assert error(desk.call("POST", path, data={"messaging_product": "whatsapp"}, files={"f": b"x"})) == (400, 100)
    assert error(desk.call("POST", path, json={"messaging_product": "whatsapp"})) == (400, 100)


def test_the_shelf_has_an_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whatsapp_studio.sandbox.media.MOST_BYTES", 20)
    assert upload(desk).status_code == 200
    assert error(upload(desk)) == (500, 131000)


def test_samples_are_uploaded_in_pieces(desk: Desk) -> None:
    begin = f"/{desk.world.app_id}/uploads?file_name=a.png&file_length={len(PNG)}&file_type=image/png"
    key = desk.post(begin)["id"]
    assert key.startswith("upload:")
    oauth = {"Authorization": f"OAuth {desk.token}"}
    first = desk.call("POST", f"/{key}", content=PNG[:4], headers=oauth | {"file_offset": "0"}).json()
    assert first["file_offset"] == 4 == desk.get(f"/{key}")["file_offset"]
    assert error(desk.call("POST", f"/{key}", content=PNG[4:], headers=oauth)) == (400, 100)
    handle = desk.call("POST", f"/{key}", content=PNG[4:], headers=oauth | {"file_offset": "4"}).json()["h"]
    assert handle.startswith("4::")
    made = desk.call(
        "POST",
        f"/{desk.world.waba_id}/message_templates",
        json={
            "name": "with_picture",
            "language": "nl",
            "category": "MARKETING",
            "components": [
                {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": [handle]}},
                {"type": "BODY", "text": "Een plaatje bij een praatje."},
            ],
        },
    )
    assert made.status_code == 200


def test_uploads_are_checked(desk: Desk) -> None:
    begin = f"/{desk.world.app_id}/uploads"
    assert error(desk.call("POST", begin)) == (400, 100)
    assert error(desk.call("POST", f"{begin}?file_length=3&file_type=text/html")) == (400, 100)
    assert error(desk.call("GET", "/upload:none")) == (400, 100)
    assert error(desk.call("POST", "/upload:none", content=b"x")) == (400, 100)
    key = desk.post(f"{begin}?file_length=3&file_type=image/png")["id"]
    assert error(desk.call("POST", f"/{key}", content=b"more than three")) == (400, 100)


@pytest.fixture
def callback() -> Iterator[str]:
    """An address that knows the word «open»."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            right = query["hub.mode"] == ["subscribe"] and query["hub.verify_token"] == ["open"]
            self.send_response(200 if right or self.path.startswith("/mute") else 403)
            self.end_headers()
            self.wfile.write(query["hub.challenge"][0].encode() if right else b"no")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/hook"
    server.shutdown()
    thread.join()
    server.server_close()


def test_apps_subscribe_with_a_handshake(callback: str) -> None:
    desk = Desk(hook="")
    path = f"/{desk.world.waba_id}/subscribed_apps"
    assert desk.get(path) == {"data": []}
    answer = desk.post(path, json={"override_callback_uri": callback, "verify_token": "open"})
    assert answer["success"] is True and answer["data"][0]["override_callback_uri"] == callback
    (shown,) = desk.get(path)["data"]
    assert shown["override_callback_uri"] == callback
    assert shown["whatsapp_business_api_data"]["id"] == desk.world.app_id
    desk.send(phone_for("reads"))
    desk.later()
    assert {s["status"] for s in desk.statuses()} == {"sent", "delivered", "read"}
    assert desk.call("DELETE", path).json() == {"success": True}
    assert desk.get(path) == {"data": []}


def test_subscribing_without_an_address_falls_back_to_the_apps_own(desk: Desk, callback: str) -> None:
    path = f"/{desk.world.waba_id}/subscribed_apps"
    form = {"override_callback_uri": callback, "verify_token": "open"}
    assert desk.post(path, data=form)["success"] is True
    assert desk.post(path) == {"success": True}
    (shown,) = desk.get(path)["data"]
    assert "override_callback_uri" not in shown
    assert desk.box.subscribers[desk.world.app_id].url == "http://hook/"


def test_a_failed_handshake_is_2200_and_changes_nothing(desk: Desk, callback: str) -> None:
    path = f"/{desk.world.waba_id}/subscribed_apps"
    nobody = "http://127.0.0.1:9/"
    for url, word in ((callback, "shut"), (callback.replace("hook", "mute"), "shut"), (nobody, "open")):
        answer = desk.call("POST", path, json={"override_callback_uri": url, "verify_token": word})
        assert error(answer) == (400, 2200)
    assert error(desk.call("POST", path, json={"override_callback_uri": callback})) == (400, 100)
    assert error(desk.call("POST", path, content=b"{")) == (400, 100)
    assert desk.box.subscribers[desk.world.app_id].url == "http://hook/"


def test_a_number_may_have_its_own_callback(desk: Desk, callback: str) -> None:
    wanted = {"webhook_configuration": {"override_callback_uri": callback, "verify_token": "open"}}
    assert desk.post(f"/{desk.world.number.id}", json=wanted) == {"success": True}
    assert desk.box.subscribers[desk.world.app_id].url == callback


def test_registering_asks_for_a_pin(desk: Desk) -> None:
    spare = list(desk.world.numbers)[1]
    assert error(desk.call("POST", f"/{spare}/register", json={"messaging_product": "whatsapp"})) == (400, 100)
    desk.post(f"/{spare}/register", json={"messaging_product": "whatsapp", "pin": "123456"})
    assert desk.get(f"/{spare}?fields=status")["status"] == "CONNECTED"
    assert desk.post(f"/{spare}/deregister") == {"success": True}
    assert desk.get(f"/{spare}?fields=status")["status"] == "PENDING"


def test_message_history(desk: Desk) -> None:
    wamid = desk.send(phone_for("reads")).json()["messages"][0]["id"]
    desk.later()
    path = f"/{desk.world.number.id}/message_history"
    (told,) = desk.call("GET", path, params={"message_id": wamid}).json()["data"]
    assert told["message_id"] == wamid
    events = told["events"]["data"]
    assert [e["delivery_status"] for e in events] == ["ACCEPTED", "SENT", "DELIVERED", "READ"]
    assert desk.get(f"{path}?message_id=wamid.none") == {"data": []}
