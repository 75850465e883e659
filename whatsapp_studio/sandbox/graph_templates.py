"""Decides what the Graph addresses of templates answer: list, create, edit, delete, samples and analytics."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.gate import base_of
from whatsapp_studio.sandbox.refusals import bad

if TYPE_CHECKING:
    from whatsapp_studio.sandbox.app import Sandbox

Json = dict[str, Any]


def answer(value: object, status: int = 200) -> Response:
    """A JSON answer as Graph sends it."""
    return Response(json.dumps(value), status, media_type="application/json; charset=UTF-8")


async def given(request: Request) -> Json:
    """The parameters of a call: a JSON body, a form, or the address."""
    kind = request.headers.get("content-type", "")
    if kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        async with request.form() as form:
            return {name: _read(value) for name, value in form.items()}
    raw = await request.body()
    if not raw:
        return {name: _read(value) for name, value in request.query_params.items()}
    try:
        found = json.loads(raw)
    except (json.JSONDecodeError, UnicodeDecodeError):
        found = None
    if not isinstance(found, dict):
        raise GraphError(100, message="(#100) The request body must be valid JSON.")
    return found


def _read(value: object) -> object:
    """Lists and objects may come as JSON inside of a form or an address."""
    if not isinstance(value, str) or not value.startswith(("[", "{")):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


async def templates(box: Sandbox, request: Request) -> Response:
    """``/{waba}/message_templates``."""
    base = base_of(request.scope)
    if request.method == "GET":
        here = f"{base}/v{request.scope['graph_version']}.0/{box.world.waba_id}/message_templates"
        # Graph repeats the token in the address of the next page, however it was given.
        query = {"access_token": box.world.token, **request.query_params}
        reply = answer(box.templates.page(query, base, here))
        usage = {
            "type": "whatsapp",
            "call_count": 1,
            "total_cputime": 1,
            "total_time": 1,
            "estimated_time_to_regain_access": 0,
        }
        reply.headers["X-Business-Use-Case-Usage"] = json.dumps({box.world.waba_id: [usage]})
        return reply
    if request.method == "POST":
        return answer(box.templates.create(await given(request)))
    return answer(box.templates.delete(request.query_params))


async def insights(box: Sandbox, request: Request) -> Response:
    """``POST /{waba}``: what may be changed about the account; only insights may, and only to on."""
    asked = {**request.query_params, **await given(request)}
    if "is_enabled_for_insights" not in asked:
        raise bad("The parameter is_enabled_for_insights is required.")
    return answer(box.analytics.enable(str(asked["is_enabled_for_insights"])))


def analytics(box: Sandbox, request: Request) -> Response:
    """``GET /{waba}/template_analytics``."""
    known = [(t.raw["id"], t.raw["category"]) for t in box.templates.every()]
    return answer(box.analytics.told(request.query_params, known))


def begin_upload(box: Sandbox, request: Request) -> Response:
    """``POST /{app}/uploads``: a resumable upload begins."""
    query = request.query_params
    name, length = query.get("file_name", ""), query.get("file_length", "")
    return answer({"id": box.uploads.begin(name, length, query.get("file_type", ""))})


async def go_on_uploading(box: Sandbox, request: Request, key: str) -> Response:
    """``/{upload:…}``: how far it is, or more bytes of it."""
    if request.method == "GET":
        return answer(box.uploads.offset(key))
    return answer(box.uploads.resume(key, request.headers.get("file_offset", "0"), await request.body()))
