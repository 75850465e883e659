"""Decides what may be done to templates by hand, as Meta's reviewers and people's blocks would do it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from whatsapp_studio.sandbox.creating import CATEGORIES
from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.life import Life, Template
from whatsapp_studio.sandbox.review import REASONS

if TYPE_CHECKING:
    from whatsapp_studio.sandbox.app import Sandbox

Handler = Callable[[Request], Awaitable[Response]]
QUALITIES = ("GREEN", "YELLOW", "RED", "UNKNOWN")
GUIDE = """\
GET  /sandbox/templates          name, language, status, category, quality and pauses of every template
POST /sandbox/templates/{what}   {"name", "language" (all of them where it is left out), …}; what is one of
     approve {"category"?}       review ends well, in another category if one is given
     reject {"reason", "explanation"?, "recommendation"?}   review ends badly; reason is one of
                                 ABUSIVE_CONTENT INCORRECT_CATEGORY INVALID_FORMAT PROMOTIONAL SCAM TAG_CONTENT_MISMATCH
     pause                       low quality: 3 hours, the next time 6, then disabled; it comes back by itself
     resume, disable, archive, unarchive, flag, reinstate (flagged and reinstated ones can be sent as before)
     category {"category", "notice"?}   moved at once, or with "notice": true told now and moved in 24 hours
     quality {"quality"}         GREEN, YELLOW, RED or UNKNOWN
     All hours are the world's: with speed 60 three of them take three minutes.
"""
REVIEW = """\
Review approves a template after a part of review_seconds. It is rejected where its name holds "reject" ("reject_scam":
for that reason), where its words are abusive, ask for bank details, praise gambling, hold {one_bracket} placeholders or
shortened links, are written in another script than its language, or give a code without being AUTHENTICATION. What is
UTILITY and speaks of discounts is approved as MARKETING. rates {rejected} is the share that is rejected anyway.
"""


def routes(box: Sandbox) -> list[Route]:
    """The addresses under /sandbox that are about templates."""
    return [
        Route("/sandbox/templates", _list(box), methods=["GET"]),
        Route("/sandbox/templates/{what}", _do(box), methods=["POST"]),
        Route("/sandbox/samples/{key}", _sample(box), methods=["GET"]),
    ]


def _answer(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), status, media_type="application/json")


def _shown(template: Template) -> dict[str, Any]:
    raw = template.raw
    names = ("id", "name", "language", "status", "category", "rejected_reason")
    score = raw["quality_score"]["score"]
    return {**{name: raw[name] for name in names}, "quality": score, "pauses": template.pauses}


def _list(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        return _answer([_shown(template) for template in box.templates.every()])

    return handle


def _do(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        deed = _DEEDS.get(request.path_params["what"])
        if deed is None:
            return _answer({"error": f"One of {', '.join(_DEEDS)} is needed."}, 404)
        try:
            given = await request.json()
            if not isinstance(given, dict) or not given.get("name"):
                raise ValueError("name is needed")
            found = box.templates.named(str(given["name"]), str(given.get("language") or ""))
            for template in found:
                deed(box.templates.life, template, given)
        except (ValueError, UnicodeDecodeError) as error:
            return _answer({"error": str(error)}, 400)
        except GraphError:
            return _answer({"error": "There is no such template."}, 404)
        return _answer([_shown(template) for template in found])

    return handle


def _chosen(given: Mapping[str, Any], name: str, among: tuple[str, ...], missing: str | None = None) -> str:
    value = str(given.get(name) or (missing if missing is not None else "")).upper()
    if value not in among and not (missing == "" and not value):
        raise ValueError(f"{name} is one of {', '.join(among)}")
    return value


def _approve(life: Life, template: Template, given: Mapping[str, Any]) -> None:
    life.approve(template, _chosen(given, "category", CATEGORIES, missing=""))


def _reject(life: Life, template: Template, given: Mapping[str, Any]) -> None:
    reason = _chosen(given, "reason", REASONS, missing="INVALID_FORMAT")
    info = None
    if reason == "INVALID_FORMAT":
        info = (
            str(given.get("explanation") or "A placeholder stands where the sentence does not carry it."),
            str(given.get("recommendation") or "Put words around every placeholder."),
        )
    life.reject(template, reason, info)


def _category(life: Life, template: Template, given: Mapping[str, Any]) -> None:
    (life.announce if given.get("notice") is True else life.move)(template, _chosen(given, "category", CATEGORIES))


_DEEDS: Mapping[str, Callable[[Life, Template, Mapping[str, Any]], None]] = {
    "approve": _approve,
    "reject": _reject,
    "pause": lambda life, template, given: life.pause(template),
    "resume": lambda life, template, given: life.status(template, "APPROVED", title="UNPAUSE"),
    "disable": lambda life, template, given: life.disable(template),
    "archive": lambda life, template, given: life.archive(template),
    "unarchive": lambda life, template, given: life.archive(template, on=False),
    "flag": lambda life, template, given: life.warn(template, "FLAGGED"),
    "reinstate": lambda life, template, given: life.warn(template, "REINSTATED"),
    "category": _category,
    "quality": lambda life, template, given: life.quality(template, _chosen(given, "quality", QUALITIES)),
}


def _sample(box: Sandbox) -> Handler:
    async def handle(request: Request) -> Response:
        query = request.query_params
        found = box.uploads.fetch(request.path_params["key"], query.get("ext", ""), query.get("hash", ""))
        if found is None:
            return PlainTextResponse("URL signature expired", 404)
        return Response(found.data, media_type=found.mime)

    return handle
