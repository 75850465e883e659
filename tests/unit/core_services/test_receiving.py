"""Decides that the receiver takes in what Meta signed, once, refuses everything else, and survives any body."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import socket
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import SettableClock
from tests.fixtures.studio import T0, Outgoing, add_people, phone_of
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.services.receiving import PATH, Intake, receiver, serve
from whatsapp_studio.services.sending import Brakes
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore

SECRET, VERIFY = "app-secret", "verify-me"


class Post:
    """Meta's side of the receiver."""

    def __init__(self, store: Store) -> None:
        self.told: list[Changes] = []
        self.secret: Callable[[], str] = lambda: SECRET
        self.verify = VERIFY
        self.brakes = Brakes(store, self.told.append)
        self.intake = Intake(LedgerStore(store), SettableClock(T0), self.told.append, self.brakes)
        self.store = store

    def ask(self, method: str, path: str = PATH, **request: Any) -> httpx.Response:
        app = receiver(self.intake, lambda: self.secret(), lambda: self.verify)

        async def go() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://receiver") as client:
                return await client.request(method, path, **request)

        return asyncio.run(go())

    def challenge(self, **query: str) -> httpx.Response:
        return self.ask("GET", params={name.replace("_", ".", 1): value for name, value in query.items()})

    def post(self, body: object, *, secret: str = SECRET, header: str | None = None) -> httpx.Response:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        made = "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
        headers = {"X-Hub-Signature-256": made if header is None else header}
        return self.ask("POST", content=raw, headers=headers)


@pytest.fixture
def post(store: Store) -> Post:
    return Post(store)


def hook(value: dict[str, Any], field: str = "messages") -> dict[str, Any]:
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "1", "changes": [{"field": field, "value": value}]}],
    }


def status(word: str, wamid: str = "wamid.1", **more: Any) -> dict[str, Any]:
    return hook({"statuses": [{"id": wamid, "status": word, "timestamp": "1772528400", **more}]})


def text(body: str, wamid: str = "wamid.in", sender: str = "31600000001", **more: Any) -> dict[str, Any]:
    return hook({"messages": [
        {"id": wamid, "from": sender, "timestamp": "1772528400", "type": "text", "text": {"body": body}, **more}
    ]})  # fmt: skip


@pytest.fixture
def campaign(outgoing: Outgoing, store: Store) -> str:
    made = outgoing.launch(add_people(store, 2))
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1"), T0)])
    return made


def test_the_right_challenge_is_answered(post: Post) -> None:
    reply = post.challenge(hub_mode="subscribe", hub_verify_token=VERIFY, hub_challenge="1158201444")

    assert (reply.status_code, reply.text) == (200, "1158201444")
    assert reply.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "query",
    [
        {}, {"hub_mode": "subscribe", "hub_challenge": "1"},
        {"hub_mode": "subscribe", "hub_verify_token": "wrong", "hub_challenge": "1"},
        {"hub_mode": "unsubscribe", "hub_verify_token": VERIFY, "hub_challenge": "1"},
        {"hub_mode": "subscribe", "hub_verify_token": "vérifié", "hub_challenge": "1"},
        {"hub_verify_token": VERIFY, "hub_challenge": "1"},
    ],
)  # fmt: skip
def test_a_wrong_challenge_is_refused(post: Post, query: dict[str, str]) -> None:
    reply = post.challenge(**query)

    assert reply.status_code == 403
    assert "1" not in reply.text


def test_without_a_verify_token_of_ours_nobody_can_subscribe(post: Post) -> None:
    post.verify = ""

    assert post.challenge(hub_mode="subscribe", hub_verify_token="", hub_challenge="1").status_code == 403


def test_signed_news_is_applied_once(post: Post, outgoing: Outgoing, campaign: str) -> None:
    for _ in range(2):
        assert post.post(status("delivered")).status_code == 200

    assert outgoing.states(campaign)[0] == "delivered"
    assert post.told == [Changes(campaigns=frozenset({campaign}), sending=True)]


@pytest.mark.parametrize("header", ["", "sha256=", "sha256=00", "sha1=abc", "garbage", "sha256=" + "0" * 64])
def test_what_is_not_signed_is_refused(post: Post, outgoing: Outgoing, campaign: str, header: str) -> None:
    assert post.post(status("read"), header=header).status_code == 401
    assert outgoing.states(campaign)[0] == "accepted"


def test_another_secret_or_a_changed_body_is_refused(post: Post, outgoing: Outgoing, campaign: str) -> None:
    raw = json.dumps(status("read")).encode()
    made = "sha256=" + hmac.new(SECRET.encode(), raw, hashlib.sha256).hexdigest()

    assert post.post(status("read"), secret="other").status_code == 401
    assert post.post(raw + b" ", header=made).status_code == 401
    assert post.ask("POST", content=raw).status_code == 401
    assert outgoing.states(campaign)[0] == "accepted"


def test_without_a_secret_of_ours_nothing_is_believed(post: Post, outgoing: Outgoing, campaign: str) -> None:
    post.secret = lambda: ""

    assert post.post(status("read"), secret="").status_code == 401
    assert outgoing.states(campaign)[0] == "accepted"


def test_a_locked_keyring_asks_meta_to_try_again(post: Post, expect_logs: Callable[[str], None]) -> None:
    expect_logs("keyring-locked")

    def locked() -> str:
        raise WorldError("keyring-locked")

    post.secret = locked
    assert post.post(status("read")).status_code == 503


def test_a_full_disk_asks_meta_to_try_again(
    post: Post, monkeypatch: pytest.MonkeyPatch, expect_logs: Callable[[str], None]
) -> None:  # fmt: skip
    expect_logs("disk-full")

    def full(*args: object) -> None:
        raise WorldError("disk-full")

    monkeypatch.setattr(LedgerStore, "apply", full)
    assert post.post(status("read")).status_code == 503


def test_a_failure_brings_its_reason(post: Post, outgoing: Outgoing, campaign: str) -> None:
    post.post(status("failed", errors=[{"code": 131049, "title": "t", "error_data": {"details": "not now"}}]))

    row = outgoing.row(1)
    assert (row["state"], row["code"], row["details"], row["reason"]) == ("failed", 131049, "not now", "meta-131049")


@pytest.mark.parametrize(
    ("code", "everything", "this_campaign"),
    [
        (131042, "meta-131042", "sending"),  # the payment method
        (132015, "", "paused"),  # the template was paused by Meta
        (131049, "", "sending"),  # this person's alone
        (99999, "", "sending"),  # a code nobody knows yet
    ],
)
def test_a_late_failure_stops_what_the_next_message_would_meet_too(
    post: Post, outgoing: Outgoing, campaign: str, code: int, everything: str, this_campaign: str
) -> None:  # fmt: skip
    post.post(status("failed", errors=[{"code": code, "title": "t"}]))

    assert post.brakes.paused() == everything
    assert outgoing.campaign_state(campaign) == this_campaign


def test_a_late_failure_told_again_pauses_nothing_again(post: Post, outgoing: Outgoing, campaign: str) -> None:
    body = status("failed", errors=[{"code": 131042, "title": "t"}])
    post.post(body)
    post.brakes.resume_all()
    post.post(body)

    assert post.brakes.paused() == ""


def test_a_stop_in_words_or_by_a_button_is_obeyed(post: Post, store: Store, outgoing: Outgoing, campaign: str) -> None:
    post.post(text("Stop!"))
    button = {"type": "button", "button": {"text": "Nee bedankt", "payload": "STOP"}}
    post.post(text("", "wamid.in2", "31600000002", **button))

    assert [row[0] for row in store.rows("SELECT phone FROM suppressions ORDER BY phone")] == [phone_of(1), phone_of(2)]
    assert outgoing.claim() == []
    assert post.told[0] == Changes(contacts=True, inbox=True)


def test_a_reply_is_kept_and_is_no_stop(post: Post, store: Store, campaign: str) -> None:
    post.post(text("don't stop, I love these", context={"id": "wamid.1"}))

    assert store.value("SELECT text FROM inbox") == "don't stop, I love these"
    assert store.value("SELECT count(*) FROM suppressions") == 0
    assert LedgerStore(store).replies(campaign) == 1


def test_metas_own_stop_and_resume(post: Post, store: Store) -> None:
    def wish(value: str, at: str) -> dict[str, Any]:
        one = {"wa_id": "31600000001", "category": "marketing_messages", "value": value, "timestamp": at}
        return hook({"user_preferences": [one]}, "user_preferences")

    post.post(wish("stop", "1772528400"))
    assert store.value("SELECT reason FROM suppressions") == "meta-stop"
    post.post(wish("resume", "1772528500"))
    assert store.value("SELECT count(*) FROM suppressions") == 0


def test_a_change_of_a_template_is_told(post: Post) -> None:
    post.post(hook({"event": "APPROVED"}, "message_template_status_update"))

    assert post.told == [Changes(templates=True)]


def test_news_without_a_time_is_of_now(post: Post, store: Store, campaign: str) -> None:
    body = status("sent")
    del body["entry"][0]["changes"][0]["value"]["statuses"][0]["timestamp"]
    post.post(body)

    assert str(store.value("SELECT news_at FROM outbox WHERE id = 1")).startswith("2026-03-03T09:00")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b"\xff\xfe", b'{"entry": 5}', b'{"entry": [{"changes": [null, 1]}]}', b"[" * 99]
)
def test_signed_garbage_is_taken_and_ignored(post: Post, store: Store, body: bytes) -> None:
    assert post.post(body).status_code == 200
    assert post.told == []
    assert store.value("SELECT count(*) FROM news") == 0


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from("id status from timestamp type text body errors code wa_id value".split()),
        inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=json_values, part=st.sampled_from(["statuses", "messages", "user_preferences"]))
def test_no_signed_body_can_break_it(post: Post, value: object, part: str) -> None:
    field = part if part == "user_preferences" else "messages"

    post.intake.take(json.dumps(hook({part: [value] if not isinstance(value, list) else value}, field)).encode())


def test_a_body_that_is_too_large_is_refused_whatever_it_says_of_its_size(post: Post) -> None:
    part = b"x" * 1_000_000

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(6):
            yield part

    assert post.ask("POST", content=parts()).status_code == 413
    assert post.ask("POST", content=part * 5).status_code == 413


@pytest.mark.parametrize(("method", "path", "code"), [("PUT", PATH, 405), ("GET", "/", 404), ("POST", "/other", 404)])
def test_other_requests(post: Post, method: str, path: str, code: int) -> None:
    assert post.ask(method, path).status_code == code


def test_it_listens_on_this_machine_alone_until_it_is_stopped(post: Post) -> None:
    async def go() -> tuple[int, str]:
        stop = asyncio.Event()
        ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        app = receiver(post.intake, post.secret, lambda: VERIFY)
        serving = asyncio.create_task(serve(app, 0, stop, ready.set_result))
        port = await ready
        query = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "42"}
        async with httpx.AsyncClient() as client:
            reply = await client.get(f"http://127.0.0.1:{port}{PATH}", params=query)
        stop.set()
        assert await serving
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", port)
        return reply.status_code, reply.text

    assert asyncio.run(go()) == (200, "42")


def test_a_port_that_is_taken_is_told(post: Post) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        app = receiver(post.intake, post.secret, lambda: VERIFY)

        assert asyncio.run(serve(app, port, asyncio.Event(), lambda port: None)) is False
