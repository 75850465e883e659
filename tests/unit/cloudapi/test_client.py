"""How a send ends: every ending is one value."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from tests.fixtures.cloud import SECRET, TAKEN, WAMID, Handler, answer, api, ask, message, raising
from tests.fixtures.templates import OTP, body, media, raw
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.cloudapi.client import Token, open_http
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure


def sent(handler: Handler, given: Message | None = None) -> Outcome:
    return ask(handler, lambda cloud: cloud.send(given or message()))


def test_a_token_shows_itself_to_nobody():
    token = Token(SECRET)
    assert SECRET not in f"{token} {token!r} {[token]} {token!s}"
    assert token.reveal() == SECRET


@pytest.mark.parametrize("value", ["", " ", "EAAG x", "EAAG\n", "ключ"])
def test_what_cannot_be_a_token_is_refused_without_showing_it(value: str):
    with pytest.raises(UserError) as caught:
        Token(value)
    assert caught.value.code == "token-malformed"
    assert not value.strip() or value.strip() not in str(caught.value.facts)


def test_the_request_is_what_meta_expects():
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=TAKEN)

    assert sent(handler) == Accepted(WAMID, "31612345678", held=False)
    (request,) = seen
    assert (request.method, str(request.url)) == ("POST", "https://graph.facebook.com/v25.0/200/messages")
    assert request.headers["authorization"] == f"Bearer {SECRET}"
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.content)["biz_opaque_callback_data"] == "spring:7"


@pytest.mark.parametrize(
    ("graph_url", "url"),
    [
        ("", "https://graph.facebook.com/v25.0/200/messages"),
        ("http://127.0.0.1:8/", "http://127.0.0.1:8/v25.0/200/messages"),
        ("http://127.0.0.1:8/v24.0", "http://127.0.0.1:8/v24.0/200/messages"),
    ],
)
def test_the_address_can_be_another_one(graph_url: str, url: str):
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(200, json=TAKEN)

    ask(handler, lambda cloud: cloud.send(message(sender="")), graph_url=graph_url)
    assert seen == [url]


def test_a_held_message_is_accepted_and_held():
    held = TAKEN | {"messages": [{"id": WAMID, "message_status": "held_for_quality_assessment"}]}
    assert sent(answer(content=held)) == Accepted(WAMID, "31612345678", held=True)


def test_a_message_of_a_paused_template_was_refused():
    paused = TAKEN | {"messages": [{"id": WAMID, "message_status": "paused"}]}
    assert sent(answer(content=paused)) == Refused(132015, reach="campaign")


def test_a_person_without_a_shown_number_is_accepted_too():
    hidden = {"messages": [{"id": WAMID}], "contacts": [{"user_id": "NL.abc", "wa_id": None}]}
    assert sent(answer(content=hidden)) == Accepted(WAMID, user_id="NL.abc")


@pytest.mark.parametrize(
    "content", [None, {}, [], {"messages": []}, {"messages": [{}]}, {"messages": [{"id": ""}]}, {"messages": ["x"]},
                {"messages": [{"id": 5}]}, {"success": True}]
)  # fmt: skip
def test_success_that_names_no_message_leaves_it_open(content: object):
    assert sent(answer(content=content)) == Unsure("unreadable")


def test_success_that_cannot_be_read_leaves_it_open():
    assert sent(lambda request: httpx.Response(200, content=b'{"messages": [{"id"')) == Unsure("unreadable")
    assert sent(lambda request: httpx.Response(200, content=b"\xff\xfe")) == Unsure("unreadable")


def test_an_error_under_a_success_status_is_an_error():
    assert sent(answer(200, {"error": {"code": 190}})) == Refused(190, "", "all")


def test_errors_are_judged_by_their_code():
    assert sent(answer(400, {"error": {"code": 131026, "message": "Undeliverable"}})) == Refused(
        131026, "Undeliverable"
    )
    found = sent(answer(429, {"error": {"code": 130429}}, headers={"Retry-After": "7"}))
    assert found == NotTaken("meta-130429", 7.0, "all", True, 130429)


@pytest.mark.parametrize("status", [302, 404, 413, 500, 502, 503])
def test_an_answer_that_is_not_metas_leaves_it_open(status: int):
    found = sent(lambda request: httpx.Response(status, html="<h1>Bad gateway</h1>", headers={"location": "https://x"}))
    assert found == Unsure(f"http-{status}")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (httpx.ConnectError("refused"), "no-network"),
        (httpx.ConnectTimeout("slow"), "no-network"),
        (httpx.PoolTimeout("full"), "no-network"),
        (httpx.UnsupportedProtocol("htp"), "no-network"),
        (httpx.ProxyError("403"), "proxy-refused"),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]"), "connection-untrusted"),
    ],
)
def test_before_the_first_byte_nothing_was_taken(error: Exception, why: str):
    assert sent(raising(error)) == NotTaken(why)


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout("slow"),
        httpx.WriteTimeout("slow"),
        httpx.ReadError("cut"),
        httpx.WriteError("cut"),
        httpx.CloseError("cut"),
        httpx.RemoteProtocolError("cut"),
        httpx.LocalProtocolError("odd"),
        httpx.DecodingError("odd"),
        OSError("odd"),
    ],
)
def test_after_it_nobody_can_tell(error: Exception):
    assert sent(raising(error)) == Unsure(type(error).__name__)


@pytest.mark.parametrize(
    ("template", "values"),
    [
        (raw(body("Hi {{1}} {{2}}")), {"body.1": "An"}),
        (raw(media("LOCATION")), {"header.location": "here"}),
        (raw(media("PRODUCT"), body("Hi")), {}),
        (raw(body("Hi {{1}}")), {"body.1": "\ud800"}),
    ],
)
def test_a_message_that_cannot_be_built_never_leaves(template: dict[str, Any], values: dict[str, str]):
    found = sent(raising(AssertionError("it left")), message(template, values=values))
    assert isinstance(found, Refused)
    assert (found.code, found.reach) == (132000, "campaign")


def test_cancelling_a_send_is_not_an_ending():
    async def run() -> None:
        started = asyncio.Event()

        async def handler(request: httpx.Request) -> httpx.Response:
            started.set()
            await asyncio.Event().wait()
            raise AssertionError

        async with open_http(transport=httpx.MockTransport(handler)) as http:
            task = asyncio.create_task(api(http).send(message()))
            await started.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())


@contextlib.asynccontextmanager
async def listening(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[str]:
    """A server of this machine that does with each connection what ``serve`` does."""

    handling: list[asyncio.Task[None]] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        handling.append(task)
        try:
            await reader.readuntil(b"\r\n\r\n")
            await serve(reader, writer)
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        await asyncio.gather(*handling)


def over_a_socket(serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> Outcome:
    async def run() -> Outcome:
        async with listening(serve) as url, open_http(read_timeout=0.3) as http:
            return await api(http, graph_url=url).send(message())

    return asyncio.run(run())


def test_a_server_that_hangs_up_after_the_request_leaves_it_open():
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        return None

    assert isinstance(over_a_socket(hang_up), Unsure)


def test_a_server_that_never_answers_leaves_it_open():
    async def stay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # until the other side gives up

    assert over_a_socket(stay) == Unsure("ReadTimeout")


def test_half_an_answer_leaves_it_open():
    async def half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"messages":[{"id":"wamid.1"}]')
        await writer.drain()

    assert isinstance(over_a_socket(half), Unsure)


def test_a_closed_door_took_nothing():
    async def run() -> Outcome:
        async with listening(lambda reader, writer: asyncio.sleep(0)) as url:
            pass
        async with open_http() as http:
            return await api(http, graph_url=url).send(message())

    assert asyncio.run(run()) == NotTaken("no-network")


def test_this_machine_is_spoken_to_without_a_proxy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")

    async def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        content = json.dumps(TAKEN).encode()
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(content), content))
        await writer.drain()

    assert isinstance(over_a_socket(taken), Accepted)


def test_a_code_is_sent_in_both_its_places():
    seen: list[dict[str, Any]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(json.loads(request.content))
        return httpx.Response(200, json=TAKEN)

    sent(handler, message(OTP, values={"body.1": "123456"}))
    assert [part["type"] for part in seen[0]["template"]["components"]] == ["body", "button"]
