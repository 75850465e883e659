"""How calls that read or change the account end: with their answer, or with one error that says who can help."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fixtures.cloud import SECRET, Handler, answer, ask, raising
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.cloudapi.client import CloudApi


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
