"""Decides how another program on this computer sends events in: a POST with the token, answered in plain words."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.services.running.arriving import Arriving
from whatsapp_studio.services.running.dropping import reason
from whatsapp_studio.services.running.events import Event, Events

log = logging.getLogger(__name__)
PATH = "/events"
_LARGEST = 5_000_000


def event_route(arriving: Arriving, events: Events, token: Callable[[], str]) -> Route:
    """``POST /events/<name>``: one event, or several in a list. All of them are taken, or none."""

    async def post(request: Request) -> Response:
        raw = b""
        async for part in request.stream():
            raw += part
            if len(raw) > _LARGEST:
                return PlainTextResponse(tr("This is too large. Send at most 5 MB at a time."), 413)
        given = request.headers.get("authorization", "")
        return await asyncio.to_thread(_answer, arriving, events, token, request.path_params["name"], given, raw)

    return Route(PATH + "/{name:path}", post, methods=["POST"])


def _answer(
    arriving: Arriving, events: Events, token: Callable[[], str], name: str, given: str, raw: bytes
) -> Response:
    """Take what was sent; all words are for whoever writes the other program."""
    try:
        scheme, _, told = given.partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(told.strip().encode(), token().encode()):
            log.info("refused an event whose token does not fit")
            words = tr("The token is missing or wrong. Send the header “Authorization: Bearer …” with the token that "
                       "the settings show.")  # fmt: skip
            return PlainTextResponse(words, 401, {"WWW-Authenticate": "Bearer"})
        found = arriving.body(name, raw)
        count = events.fire_all(found, source="http") if found else 0
        return PlainTextResponse(_taken(events, found, count))
    except UserError as error:
        return PlainTextResponse(reason(error, tr("Nothing was taken.")), 400)
    except WorldError as error:
        log.warning("an event could not be taken: %s", error.code)
        return PlainTextResponse(sentence(error), 503)


def _taken(events: Events, found: list[Event], count: int) -> str:
    said = ntr("{n} event was taken.", "{n} events were taken.", count)
    if not found:
        return said
    kinds = {(one.contact is None): one for one in found}
    names = {heard.journey for one in kinds.values() for heard in events.heard_by(one, "http")}
    if not names:
        return f"{said} {tr('No journey that runs waits for it.')}"
    listed = ", ".join(f"“{name}”" for name in sorted(names))
    return f"{said} {tr('It is heard by {journeys}.', journeys=listed)}"
