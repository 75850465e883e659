"""Decides what the local webhook receiver takes in: only what Meta signed, applied once."""

from __future__ import annotations

import asyncio
import hmac
import logging
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from whatsapp_studio.audience.keywords import Keywords
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.cloudapi.codes import RULES, rule_for
from whatsapp_studio.cloudapi.webhook import WebhookNews, parse, signature_ok
from whatsapp_studio.delivery.message import Inbound
from whatsapp_studio.delivery.sender import Brakes
from whatsapp_studio.storage.ledger import LedgerStore

log = logging.getLogger(__name__)
PATH = "/webhook"
# Meta sends bodies of up to 3 MB (webhooks overview page).
_LARGEST = 4_000_000


class Intake:
    """Turns one signed body into rows. Blocking: meant for a thread of its own."""

    def __init__(self, ledger: LedgerStore, clock: Clock, tell: Tell, brakes: Brakes) -> None:
        self._ledger, self._clock, self._tell, self._brakes = ledger, clock, tell, brakes

    def take(self, raw: bytes) -> WebhookNews:
        """Apply a body whose signature was checked; what is not Meta's JSON brings no news."""
        news = parse(raw, self._clock.now())
        asked = list(self._asked(news.inbound))
        stop = [one for one, said in asked if said.kind == "stop"]
        told = self._ledger.apply(
            news.statuses, news.inbound, news.preferences, stop, self._clock.now(), news.approved, news.templates, asked
        )
        changes = Changes(
            campaigns=told.campaigns, contacts=told.contacts, inbox=told.inbox, templates=news.template_changes,
            sending=bool(told.campaigns) or told.queued, notices=told.notices,
        )  # fmt: skip
        for campaign, code in told.failures:
            self._brake(campaign, code)
        if changes:
            self._tell(changes)
        return news

    def _asked(self, messages: Sequence[Inbound]) -> Iterator[tuple[Inbound, Keywords]]:
        """The messages that are a keyword, by their words or by the button that was tapped."""
        if not messages:
            return
        listener = self._ledger.listener()
        for one in messages:
            language = self._ledger.language_of(one)
            if (said := listener.heard(one.text, language) or listener.heard(one.payload, language)) is not None:
                yield one, said

    def _brake(self, campaign: str, code: int) -> None:
        """A failure that is not this person's alone meets the next message too: money, standing, the template."""
        rule = rule_for(code)
        if not code or code not in RULES or rule.effect != "refused":
            return
        if rule.reach == "all":
            self._brakes.pause_all(f"meta-{code}")
        elif rule.reach == "campaign":
            self._brakes.pause_campaign(campaign, f"meta-{code}")


def receiver(
    intake: Intake, secret: Callable[[], str], verify_token: Callable[[], str], doors: Sequence[Route] = ()
) -> Starlette:
    """The receiver as an ASGI application: Meta's challenge on GET, signed news on POST; ``doors`` are other routes."""

    async def challenge(request: Request) -> Response:
        query = request.query_params
        expected = await asyncio.to_thread(verify_token)
        right = expected and hmac.compare_digest(query.get("hub.verify_token", "").encode(), expected.encode())
        if query.get("hub.mode") != "subscribe" or not right:
            return PlainTextResponse("wrong verify token", 403)
        return PlainTextResponse(query.get("hub.challenge", ""))

    async def news(request: Request) -> Response:
        raw = b""
        async for part in request.stream():
            raw += part
            if len(raw) > _LARGEST:
                return PlainTextResponse("too large", 413)
        try:
            key = await asyncio.to_thread(secret)
        except WorldError as error:
            # Meta tries again for days: by then the keyring may be unlocked.
            log.warning("a webhook could not be checked: %s", error.code)
            return PlainTextResponse("try again later", 503)
        if not key or not signature_ok(key, raw, request.headers.get("x-hub-signature-256", "")):
            log.info("refused a webhook whose signature does not fit")
            return PlainTextResponse("signature does not fit", 401)
        try:
            await asyncio.to_thread(intake.take, raw)
        except WorldError as error:
            log.warning("a webhook could not be written down: %s", error.code)
            return PlainTextResponse("try again later", 503)
        return PlainTextResponse("ok")

    meta = [Route(PATH, challenge, methods=["GET"]), Route(PATH, news, methods=["POST"])]
    return Starlette(routes=[*meta, *doors])


async def serve(app: Starlette, port: int, stop: asyncio.Event, ready: Callable[[int], None]) -> bool:
    """Listen on loopback until ``stop``; False when the port is taken. ``ready`` gets the port that listens."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with suppress(OSError):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError:
        listening.close()
        return False
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    ready(listening.getsockname()[1])
    serving = asyncio.create_task(server.serve([listening]))
    await stop.wait()
    server.should_exit = True
    await serving
    return True
