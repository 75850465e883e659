"""Decides what each Graph address answers: account, numbers, templates, media, uploads and subscriptions."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import httpx
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from whatsapp_studio.sandbox import graph_templates
from whatsapp_studio.sandbox.errors import GraphError, no_such_object
from whatsapp_studio.sandbox.gate import authorize, base_of
from whatsapp_studio.sandbox.graph_templates import answer, given
from whatsapp_studio.sandbox.world import Number, made_id

if TYPE_CHECKING:
    from whatsapp_studio.sandbox.app import Sandbox

Json = dict[str, Any]
Handler = Callable[[Request], Awaitable[Response]]
MANAGE, SEND = "whatsapp_business_management", "whatsapp_business_messaging"
NUMBER_SHOWN = (
    "verified_name", "code_verification_status", "display_phone_number", "quality_rating", "platform_type",
    "throughput", "last_onboarded_time", "id",
)  # fmt: skip
# Fields that exist but hold nothing here: Graph leaves such out of its answer.
UNSET = frozenset(
    "webhook_configuration conversational_automation certificate new_certificate new_display_name username "
    "subscribed_apps on_behalf_of_business_info primary_funding_id template_auto_archival_enabled".split()
)
ACCOUNT_SHOWN = ("id", "name", "timezone_id", "message_template_namespace")


def debug_token(box: Sandbox) -> Handler:
    """``GET /debug_token?input_token=``."""

    async def handle(request: Request) -> Response:
        authorize(box, request.scope, "")
        asked = request.query_params.get("input_token")
        if not asked:
            raise GraphError(100, message="(#100) The parameter input_token is required.")
        if asked != box.world.token or not box.world.settings.token_valid:
            error = {"code": 190, "message": "Invalid OAuth access token - Cannot parse access token"}
            return answer({"data": {"error": error, "is_valid": False, "scopes": []}})
        return answer({"data": box.world.debug()})

    return handle


def edge(box: Sandbox) -> Handler:
    """``/{node}/{edge}``: a list or an action of an object."""

    async def handle(request: Request) -> Response:
        key, name = request.path_params["node"], request.path_params["edge"]
        place = (request.method, name)
        world = box.world
        if key == world.waba_id:
            authorize(box, request.scope, MANAGE)
            if name == "message_templates":
                return await graph_templates.templates(box, request)
            if place == ("GET", "template_analytics"):
                return graph_templates.analytics(box, request)
            if place == ("GET", "phone_numbers"):
                facts = [
                    _pick(request, n.facts(world.settings.throughput), NUMBER_SHOWN) for n in world.numbers.values()
                ]
                return answer({"data": facts, "paging": {"cursors": {"before": "QVFIUjBr", "after": "QVFIUjJr"}}})
            if name == "subscribed_apps":
                return await _subscribed(box, request)
        elif key in world.numbers:
            number = world.numbers[key]
            if place == ("POST", "media"):
                authorize(box, request.scope, SEND)
                return await _upload(box, request, number)
            authorize(box, request.scope, MANAGE)
            if place in (("POST", "register"), ("POST", "deregister")):
                return await _register(request, number, name == "register")
            if place == ("GET", "message_history"):
                return _history(box, request, number)
            if place == ("GET", "whatsapp_business_profile"):
                return answer({"data": [_profile()]})
        elif place == ("POST", "uploads") and key in (world.app_id, "app"):
            authorize(box, request.scope, "")
            return graph_templates.begin_upload(box, request)
        elif name == "unpause" and request.method == "POST" and box.templates.known(key) is not None:
            authorize(box, request.scope, MANAGE)
            return answer(box.templates.unpause(key))
        authorize(box, request.scope, "")
        raise no_such_object(key, request.method)

    return handle


def node(box: Sandbox) -> Handler:
    """``/{node}``: one object by its id."""

    async def handle(request: Request) -> Response:
        key, world, base = request.path_params["node"], box.world, base_of(request.scope)
        authorize(box, request.scope, "")
        if key.startswith("upload:"):
            return await graph_templates.go_on_uploading(box, request, key)
        if key == world.waba_id and request.method == "GET":
            authorize(box, request.scope, MANAGE)
            if (asked := request.query_params.get("fields", "")).startswith("pricing_analytics."):
                return answer(box.prices.told(asked))
            return answer(_pick(request, world.account(), ACCOUNT_SHOWN))
        if key == world.waba_id and request.method == "POST":
            authorize(box, request.scope, MANAGE)
            return await graph_templates.insights(box, request)
        if key in world.numbers:
            authorize(box, request.scope, MANAGE)
            if request.method == "GET":
                return answer(_pick(request, world.numbers[key].facts(world.settings.throughput), NUMBER_SHOWN))
            return await _configure_number(box, request)
        if key in (world.app_id, "app") and request.method == "GET":
            return answer({"id": world.app_id, "name": "Fietsgoed messaging", "category": "Business"})
        if key == "me" and request.method == "GET":
            return answer({"id": made_id(world.seed, "user", first="6"), "name": "Fietsgoed system user"})
        template = box.templates.get(key, request.query_params, base)
        if template is not None:
            authorize(box, request.scope, MANAGE)
            if request.method == "GET":
                return answer(template)
            if request.method == "POST":
                return answer(box.templates.edit(key, await given(request)))
        elif request.method == "GET":
            authorize(box, request.scope, SEND)
            return answer(box.media.facts(key, base, request.query_params.get("phone_number_id", "")))
        elif request.method == "DELETE":
            authorize(box, request.scope, SEND)
            box.media.drop(key)
            return answer({"success": True})
        raise no_such_object(key, request.method)

    return handle


def _pick(request: Request, facts: Json, shown: tuple[str, ...]) -> Json:
    asked = request.query_params.get("fields", "")
    names = [name.split("{")[0].split(".")[0].strip() for name in asked.split(",") if name.strip()] or list(shown)
    for name in names:
        if name not in facts and name not in UNSET:
            raise GraphError(100, message=f"(#100) Tried accessing nonexisting field ({name})")
    return {name: facts[name] for name in [*names, "id"] if name in facts}


async def _upload(box: Sandbox, request: Request, number: Number) -> Response:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise GraphError(100, message="(#100) The parameter messaging_product is required.")
    async with request.form() as form:
        if form.get("messaging_product") != "whatsapp":
            raise GraphError(100, message="(#100) The parameter messaging_product is required.")
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise GraphError(100, message="(#100) The parameter file is required.")
        mime = file.content_type or str(form.get("type") or "")
        return answer({"id": box.media.keep(number.id, mime, await file.read())})


async def _register(request: Request, number: Number, on: bool) -> Response:
    body = await given(request)
    if on and (body.get("messaging_product") != "whatsapp" or not str(body.get("pin", "")).isdigit()):
        raise GraphError(100, message="(#100) The parameter pin is required.")
    number.registered = on
    return answer({"success": True})


async def _configure_number(box: Sandbox, request: Request) -> Response:
    body = await given(request)
    wanted = body.get("webhook_configuration")
    if isinstance(wanted, dict):
        await _handshake(str(wanted.get("override_callback_uri", "")), str(wanted.get("verify_token", "")))
        box.subscribe(box.world.app_id, str(wanted["override_callback_uri"]))
    return answer({"success": True})


def _history(box: Sandbox, request: Request, number: Number) -> Response:
    wamid = request.query_params.get("message_id", "")
    message = box.messages.sent.get(wamid)
    if message is None or message.number is not number:
        return answer({"data": []})
    steps = [("accepted", message.at), *message.history]
    events = [
        {
            "id": made_id(wamid, n),
            "delivery_status": "ERROR" if what == "failed" else what.upper(),
            "timestamp": int(at),
            "webhook_update_state": "DELIVERED" if box.subscribers else "NOT_SUBSCRIBED",
        }
        for n, (what, at) in enumerate(steps)
    ]
    return answer({"data": [{"id": made_id(wamid), "message_id": wamid, "events": {"data": events}}]})


def _profile() -> Json:
    return {
        "messaging_product": "whatsapp",
        "about": "Fietsen, onderhoud en goede raad",
        "address": "Oudegracht 112, 3511 AX Utrecht",
        "description": "Nieuwe en tweedehands fietsen, met werkplaats.",
        "email": "hallo@fietsgoed.example",
        "websites": ["https://fietsgoed.example/"],
        "vertical": "RETAIL",
    }


def _app(box: Sandbox) -> Json:
    app = box.world.app_id
    return {
        "whatsapp_business_api_data": {
            "id": app,
            "name": "Fietsgoed messaging",
            "link": f"https://www.facebook.com/games/?app_id={app}",
        }
    }


async def _subscribed(box: Sandbox, request: Request) -> Response:
    app = box.world.app_id
    if request.method == "GET":
        known = box.subscribers.get(app)
        override = {"override_callback_uri": known.url} if known is not None and known.url != box.webhook_url else {}
        shown = [{**_app(box), **override}] if known is not None else []
        return answer({"data": shown})
    if request.method == "DELETE":
        box.subscribe(app, "")
        return answer({"success": True})
    body = await given(request)
    url = str(body.get("override_callback_uri") or "")
    if not url:  # no override: news goes to the app's own callback again
        box.subscribe(app, box.webhook_url)
        return answer({"success": True})
    if not body.get("verify_token"):
        raise GraphError(100, message="(#100) The parameter verify_token is required.")
    await _handshake(url, str(body["verify_token"]))
    box.subscribe(app, url)
    return answer({"success": True, "data": [{**_app(box), "override_callback_uri": url}]})


async def _handshake(url: str, token: str) -> None:
    """Ask the address for its challenge, as Meta does before it sends anything there."""
    challenge = str(secrets.randbelow(2_000_000_000))
    query = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": token}
    try:
        async with httpx.AsyncClient(timeout=10.0, trust_env=False, verify=url.startswith("https:")) as client:
            reply = await client.get(url, params=query)
        failed = "" if reply.status_code == 200 and reply.text.strip() == challenge else (
            f"HTTP Status Code = {reply.status_code}" if reply.status_code != 200 else "the challenge was not returned"
        )  # fmt: skip
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        failed = f"curl_errno = 7; {type(error).__name__}"
    if failed:
        raise GraphError(2200, message=f"(#2200) Callback verification failed with the following errors: {failed}")
