"""Decides what can be seen and turned from outside: the sandbox's own truth, its settings and its samples."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from whatsapp_studio.base.paths import resource
from whatsapp_studio.sandbox import control_templates
from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.gate import authorize
from whatsapp_studio.sandbox.limits import NO_LIMIT, TIERS
from whatsapp_studio.sandbox.reserved import help_text
from whatsapp_studio.sandbox.world import Rates, Settings

if TYPE_CHECKING:
    from whatsapp_studio.sandbox.app import Sandbox

Handler = Callable[[Request], Awaitable[Response]]
GUIDE = """\
WhatsApp Studio sandbox: a look-alike of Meta's Cloud API with made-up people.

GET  /sandbox/stats[?detail=1]   what really happened (requests, accepted, recipients, duplicates, by_status, refused)
POST /sandbox/reset              forget what happened
POST /sandbox/settings           a JSON object with any of
     latency_ms, speed (20 = twenty times as fast), throughput (messages a second, 0 = no limit),
     pair_limit (true/false), messaging_limit (TIER_250, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED: people written to
     first in 24 hours), enforce_limit (false: that limit is told but not kept), review_seconds, slow_seconds,
     offline (true drops every connection), outage_seconds (stops listening for a while), token_valid,
     scopes (a list), registered (of the sending number), webhook_url ("" ends it), rates {unreachable, capped,
     experiment, silent, read, tap, reply,
     stop_word, stop_preference, held, duplicate, shuffle, visit (a link is opened), rejected},
     verified (false: 250 templates at most), insights_offered (false: as in the EU, no template analytics),
     pays_itself (false: pricing analytics tell no costs, as of an account that a partner pays for),
     template {name, language, status, category, quality, components} or a list of them
POST /sandbox/inbound            {"from": "+49…", "text": "…"}, {"from", "button", "context"} or {"from", "preference"}
     or {"from", "new_number"}; "hidden": true shows the user id in place of the number
POST /sandbox/script             what is done with messages to a phone, the first, the second and so on, instead of what
     made-up people do: {"+31…": [[{"at": 0, "what": "sent"}, {"at": 60, "what": "reply", "arg": "Yes"}], …]}
     at: seconds after it was taken; what: sent, delivered, read, failed (code), reply, tap (arg: the words),
     preference (arg: stop or resume), refuse (code; alone). Meta's own rules still hold; an empty object ends it.
GET  /sandbox/help               this text
"""


async def _nothing_here(request: Request) -> Response:
    return PlainTextResponse("There is nothing here: GET /sandbox/help tells what there is.\n", 404)


# What nothing else under /sandbox answers; no object of the Graph API is there.
ELSEWHERE = Route("/sandbox/{rest:path}", _nothing_here, methods=["GET", "POST", "PUT", "DELETE"])


def routes(box: Sandbox) -> list[Route]:
    """The addresses under /sandbox."""
    return [
        Route("/sandbox/stats", _stats(box), methods=["GET"]),
        Route("/sandbox/help", _help, methods=["GET"]),
        Route("/sandbox/reset", _reset(box), methods=["POST"]),
        Route("/sandbox/settings", _settings(box), methods=["GET", "POST"]),
        Route("/sandbox/inbound", _inbound(box), methods=["POST"]),
        Route("/sandbox/script", _script(box), methods=["POST"]),
        Route("/sandbox/media/{name}", _sample, methods=["GET"]),
        Route("/sandbox/attachments/", _attachment(box), methods=["GET"]),
    ]


def _answer(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), status, media_type="application/json")


async def _help(request: Request) -> Response:
    return PlainTextResponse("\n".join((GUIDE + control_templates.GUIDE, control_templates.REVIEW, help_text(), "")))


def _stats(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        told = box.truth.told("detail" in request.query_params)
        told["webhooks"] |= {"waiting": sum(s.waiting for s in box.subscribers.values())}  # type: ignore[operator]
        told["planned"] = len(box.timeline)
        return _answer(told)

    return handle


def _reset(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        box.reset()
        return _answer({"success": True})

    return handle


async def _object(request: Request) -> dict[str, Any] | None:
    try:
        found = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        return None
    return found if isinstance(found, dict) else None


def _shown(box: Sandbox) -> dict[str, Any]:
    return {
        **dataclasses.asdict(box.world.settings),
        "rates": dataclasses.asdict(box.world.rates),
        "scopes": sorted(box.world.scopes),
        "registered": box.world.number.registered,
        "messaging_limit": box.world.number.limit,
        "webhook_url": next((s.url for s in box.subscribers.values()), ""),
    }


def _settings(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        if request.method == "POST":
            wanted = await _object(request)
            if wanted is None:
                return _answer({"error": "The body must be a JSON object."}, 400)
            try:
                for name, value in wanted.items():
                    _set(box, name, value)
            except (KeyError, TypeError, ValueError) as error:
                return _answer({"error": f"{type(error).__name__}: {error}"}, 400)
            except GraphError:
                return _answer({"error": "There is no such template."}, 404)
        return _answer(_shown(box))

    return handle


def _set(box: Sandbox, name: str, value: Any) -> None:
    world = box.world
    kinds = {field.name: field.type for field in dataclasses.fields(Settings)}
    if name in kinds:
        _assign(world.settings, name, value)
        if name == "speed" and not world.settings.speed > 0:
            world.settings.speed = 1.0
            raise ValueError("speed must be above 0")
    elif name == "rates":
        for key, share in value.items():
            if key not in {field.name for field in dataclasses.fields(Rates)} or not 0 <= share <= 1:
                raise ValueError(f"rates.{key} = {share!r}")
            setattr(world.rates, key, float(share))
    elif name == "outage_seconds":
        box.outages.put_nowait(float(value))
    elif name == "scopes":
        world.scopes = set(map(str, value))
    elif name == "messaging_limit":
        if value not in (*TIERS, NO_LIMIT):
            raise ValueError(f"messaging_limit = {value!r}")
        for number in world.numbers.values():
            number.limit = str(value)
    elif name == "registered":
        world.number.registered = bool(value)
    elif name == "webhook_url":
        box.webhook_url = str(value)
        box.subscribe(world.app_id, box.webhook_url)
    elif name == "template":
        for change in value if isinstance(value, list) else [value]:
            rest = {k: change[k] for k in ("status", "category", "quality", "components") if k in change}
            box.templates.change(box.templates.find(change["name"], change.get("language", "")), **rest)
    else:
        raise ValueError(f"no setting is called {name!r}")


def _assign(target: object, name: str, value: Any) -> None:
    old = getattr(target, name)
    if isinstance(old, bool) != isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} = {value!r}")
    setattr(target, name, type(old)(value))


def _inbound(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        body = await _object(request)
        phone = "".join(filter(str.isdigit, str((body or {}).get("from", ""))))
        if body is None or not phone:
            return _answer({"error": "from is needed."}, 400)
        if "preference" in body:
            box.messages.prefer(phone, str(body["preference"]))
            return _answer({"success": True})
        context = box.messages.sent.get(str(body.get("context", "")))
        if "button" in body:
            word = str(body["button"])
            content: dict[str, Any] = {
                "type": "button",
                "button": {"payload": str(body.get("payload", word)), "text": word},
            }
        elif "new_number" in body:
            new = "".join(filter(str.isdigit, str(body["new_number"])))
            words = f"User changed from {phone} to {new}"
            content = {"type": "system", "system": {"body": words, "wa_id": new, "type": "user_changed_number"}}
        else:
            content = {"type": "text", "text": {"body": str(body.get("text", "Hallo!"))}}
        name, hidden = str(body.get("name", "")), body.get("hidden") is True
        return _answer({"id": box.messages.write(phone, content, context, name, hidden=hidden)})

    return handle


def _script(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        body = await _object(request)
        if body is None:
            return _answer({"error": "The body must be a JSON object."}, 400)
        script = box.messages.script
        try:
            if body:
                script.say(body)
            else:
                script.clear()
        except ValueError as error:
            return _answer({"error": str(error)}, 400)
        return _answer({"scenes": len(script)})

    return handle


async def _sample(request: Request) -> Response:
    name = request.path_params["name"]
    path = resource("samples") / name
    if "/" in name or path.suffix not in (".png", ".pdf", ".mp4") or not path.is_file():
        return PlainTextResponse("Not found", 404)
    return FileResponse(path)


def _attachment(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        query = request.query_params
        try:
            authorize(box, request.scope, "")
        except GraphError as error:
            return Response(error.body(), error.status, media_type="application/json")
        item = box.media.fetch(query.get("mid", ""), query.get("ext", ""), query.get("hash", ""))
        if item is None:
            return PlainTextResponse("URL signature expired", 404)
        return Response(item.data, media_type=item.mime)

    return handle
