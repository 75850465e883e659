"""How calls to Meta end: every ending of a send is one value, every failed reading is one error."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from tests.fixtures.templates import OTP, body, media, raw
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.cloudapi.client import CloudApi, Token, open_http
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure

T = TypeVar("T")
Handler = Callable[[httpx.Request], httpx.Response]
SECRET = "EAAG-very-secret"
WAMID = "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJCOTY3NDc0NDFDRUI3NTA0Q0UA"
TAKEN = {
    "messaging_product": "whatsapp",
    "contacts": [{"input": "+31612345678", "wa_id": "31612345678"}],
    "messages": [{"id": WAMID, "message_status": "accepted"}],
}


def message(template: dict[str, Any] | None = None, **more: Any) -> Message:
    given = {"values": {"body.1": "An"}, "to": "+31612345678", "sender": "200", "key": "spring:7"} | more
    return Message(
        id=1, campaign="spring", contact=7, template_raw=json.dumps(template or raw(body("Hi {{1}}!"))), **given
    )  # fmt: skip


def api(http: httpx.AsyncClient, **more: str) -> CloudApi:
    return CloudApi(http, **({"token": Token(SECRET), "waba_id": "100", "phone_number_id": "200"} | more))  # type: ignore[arg-type]


def ask(handler: Handler, call: Callable[[CloudApi], Coroutine[Any, Any, T]], **more: str) -> T:
    async def run() -> T:
        async with open_http(transport=httpx.MockTransport(handler)) as http:
            return await call(api(http, **more))

    return asyncio.run(run())


def answer(status: int = 200, content: object = None, **more: Any) -> Handler:
    return lambda request: httpx.Response(status, json=content, **more)


def sent(handler: Handler, given: Message | None = None) -> Outcome:
    return ask(handler, lambda cloud: cloud.send(given or message()))


def raising(error: Exception) -> Handler:
    def handler(request: httpx.Request) -> httpx.Response:
        raise error

    return handler


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
    assert sent(answer(content=hidden)) == Accepted(WAMID)


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


def page(*names: str, after: str = "", following: bool = False) -> dict[str, Any]:
    paging = {"cursors": {"before": "b", "after": after}} | ({"next": "https://evil.example/x"} if following else {})
    return {"data": [{"id": name, "name": name} for name in names], "paging": paging}


async def every(cloud: CloudApi) -> list[str]:
    return [template["name"] async for template in cloud.templates()]


class Pages:
    """Answers the template list from prepared pages, by their cursor."""

    def __init__(self, pages: dict[str, list[object]]) -> None:
        self.pages = pages
        self.hosts: set[str] = set()
        self.asked: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.url.params["limit"] == "100"
        self.hosts.add(request.url.host)
        after = request.url.params.get("after", "")
        self.asked.append(after)
        content = self.pages[after].pop(0)
        return httpx.Response(400 if isinstance(content, dict) and "error" in content else 200, json=content)


def test_every_page_is_read_and_no_other_host_is_asked():
    pages = Pages({"": [page("a", "b", after="1", following=True)], "1": [page("c", after="2")]})
    assert ask(pages, every) == ["a", "b", "c"]
    assert pages.hosts == {"graph.facebook.com"}


def test_a_cursor_may_stand_only_in_the_next_address():
    first = {"data": [{"name": "a"}], "paging": {"next": "https://graph.facebook.com/v25.0/100/x?after=1"}}
    assert ask(Pages({"": [first], "1": [page("b")]}), every) == ["a", "b"]


def test_a_forgotten_cursor_starts_anew_without_repeating_anything():
    lost = {"error": {"code": 131059, "message": "Invalid cursor"}}
    pages = Pages(
        {
            "": [page("a", after="1", following=True), page("a", "b", after="9", following=True)],
            "1": [lost],
            "9": [page("c")],
        }
    )
    assert ask(pages, every) == ["a", "b", "c"]
    assert pages.asked == ["", "1", "", "9"]


def test_a_cursor_that_is_always_forgotten_is_an_error():
    lost = {"error": {"code": 131059}}
    pages = Pages({"": [page("a", after="1", following=True)] * 4, "1": [lost] * 4})
    with pytest.raises(WorldError) as caught:
        ask(pages, every)
    assert caught.value.code == "meta-131059"


@pytest.mark.parametrize(
    "odd", [{}, {"data": None}, {"data": ["x"]}, {"data": [], "paging": []}, {"data": [], "paging": {"next": 5}}]
)
def test_an_odd_page_is_an_empty_one(odd: dict[str, Any]):
    assert ask(answer(content=odd), every) == []


def test_a_list_that_goes_in_circles_ends():
    same = page("a", after="1", following=True)
    assert ask(Pages({"": [same], "1": [same]}), every) == ["a"]

    def turning(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, json=page("a", after="2" if request.url.params.get("after") == "1" else "1", following=True)
        )

    with pytest.raises(WorldError) as caught:
        ask(turning, every)
    assert caught.value.code == "meta-unclear"


def test_too_many_calls_are_the_worlds_doing():
    with pytest.raises(WorldError) as caught:
        ask(answer(400, {"error": {"code": 80007}}), every)
    assert caught.value.code == "meta-80007"


def test_the_number_the_account_and_the_token_are_read():
    def handler(request: httpx.Request) -> httpx.Response:
        content = {
            "/v25.0/200": {"id": "200", "verified_name": "Shop"},
            "/v25.0/100": {"id": "100", "name": "Shop account"},
            "/v25.0/debug_token": {"data": {"is_valid": True, "expires_at": 1800000000}},
        }[request.url.path]
        if "debug" in request.url.path:
            assert request.url.params["input_token"] == SECRET
        return httpx.Response(200, json=content)

    assert ask(handler, lambda cloud: cloud.phone()).verified_name == "Shop"
    assert ask(handler, lambda cloud: cloud.waba())["name"] == "Shop account"
    assert ask(handler, lambda cloud: cloud.debug_token()).expires_at == datetime.fromtimestamp(1800000000, UTC)


def test_the_checked_token_is_not_written_to_the_log(caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")
    ask(answer(content={"data": {}}), lambda cloud: cloud.debug_token())
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("handler", "code", "kind"),
    [
        (answer(401, {"error": {"code": 190, "error_subcode": 463}}), "meta-190", UserError),
        (answer(200, {"error": {"code": 100, "error_subcode": 33}}), "meta-100", UserError),
        (answer(502), "meta-unclear", WorldError),
        (answer(200, [1]), "meta-unclear", WorldError),
        (raising(httpx.ConnectError("x")), "no-network", WorldError),
        (raising(httpx.ReadTimeout("x")), "no-answer", WorldError),
        (raising(httpx.DecodingError("x")), "no-answer", WorldError),
        (raising(httpx.ConnectError("CERTIFICATE_VERIFY_FAILED")), "connection-untrusted", WorldError),
        (raising(OSError("x")), "no-answer", WorldError),
    ],
)
def test_a_failed_reading_is_an_error_with_a_code(handler: Handler, code: str, kind: type[StudioError]):
    with pytest.raises(kind) as caught:
        ask(handler, lambda cloud: cloud.phone())
    assert caught.value.code == code
    assert SECRET not in str(caught.value.facts)


def test_an_address_that_is_none_is_the_persons_to_mend():
    with pytest.raises(UserError) as caught:
        ask(answer(), lambda cloud: cloud.phone(), graph_url="http://[::1")
    assert caught.value.code == "graph-url-invalid"


def test_a_file_is_uploaded_for_the_number(tmp_path: Path):
    picture = tmp_path / "spring.png"
    picture.write_bytes(b"\x89PNG")

    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/v25.0/200/media"
        content = request.read()
        assert b"\x89PNG" in content
        assert b'filename="spring.png"' in content
        assert b"whatsapp" in content
        assert b"image/png" in content
        return httpx.Response(200, json={"id": "77"})

    assert ask(handler, lambda cloud: cloud.upload_media(picture, "image/png")) == "77"
    with pytest.raises(WorldError, match="meta-unclear"):
        ask(answer(content={}), lambda cloud: cloud.upload_media(picture, "image/png"))
    with pytest.raises(UserError, match="file-unreadable"):
        ask(answer(), lambda cloud: cloud.upload_media(tmp_path / "none.png", "image/png"))


def test_templates_are_made_and_deleted():
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/v25.0/100/message_templates"
        if request.method == "POST":
            assert json.loads(request.content)["name"] == "x"
            return httpx.Response(200, json={"id": "9", "status": "PENDING", "category": "MARKETING"})
        assert request.method == "DELETE"
        assert dict(request.url.params) in ({"name": "x"}, {"name": "x", "hsm_id": "9"})
        return httpx.Response(200, json={"success": True})

    assert ask(handler, lambda cloud: cloud.create_template({"name": "x"}))["status"] == "PENDING"
    ask(handler, lambda cloud: cloud.delete_template("x"))
    ask(handler, lambda cloud: cloud.delete_template("x", "9"))


def test_a_code_is_sent_in_both_its_places():
    seen: list[dict[str, Any]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(json.loads(request.content))
        return httpx.Response(200, json=TAKEN)

    sent(handler, message(OTP, values={"body.1": "123456"}))
    assert [part["type"] for part in seen[0]["template"]["components"]] == ["body", "button"]
