"""Decides what is done with every request before it has a meaning: counting, outage, delay, the hot path."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import httpx
from starlette.datastructures import Headers, QueryParams
from starlette.types import ASGIApp, Receive, Scope, Send

from whatsapp_studio.sandbox.errors import GraphError, no_such_object
from whatsapp_studio.sandbox.messages import Dropped, RawAnswer

if TYPE_CHECKING:
    from whatsapp_studio.sandbox.app import Sandbox

JSON = b"application/json; charset=UTF-8"
_VERSION = re.compile(r"/v(\d{1,2})\.0(?=/|$)")
_LATEST = 25


class Gate:
    """Plain ASGI around the routes; ``POST /{number}/messages`` never goes further than here."""

    def __init__(self, app: ASGIApp, sandbox: Sandbox) -> None:
        self._app = app
        self._sandbox = sandbox

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        if path.startswith("/sandbox/"):
            await self._app(scope, receive, send)
            return
        sandbox = self._sandbox
        sandbox.truth.requests += 1
        settings = sandbox.world.settings
        if settings.offline:
            await self._drop(scope, httpx.ConnectError("The sandbox is offline."))
            return
        found = _VERSION.match(path)
        version = _LATEST
        if found is not None:
            version = int(found[1])
            path = scope["path"] = path[found.end() :] or "/"
            scope["raw_path"] = path.encode()
        scope["graph_version"] = version
        if settings.latency_ms:
            await asyncio.sleep(settings.latency_ms / 1000)
        try:
            if scope["method"] == "POST" and path.endswith("/messages"):
                node = path[1:-9]
                body = await _body(receive)
                authorize(sandbox, scope, "whatsapp_business_messaging")
                number = sandbox.world.numbers.get(node)
                if number is None:
                    raise no_such_object(node, "post")
                await answer(send, 200, await sandbox.messages.accept(number, body, version))
            else:
                await self._app(scope, receive, send)
        except GraphError as error:
            sandbox.truth.refused[str(error.code)] += 1
            await answer(send, error.status, error.body())
        except RawAnswer as raw:
            await answer(send, raw.status, raw.body, raw.content_type)
        except Dropped:
            await self._drop(scope, httpx.RemoteProtocolError("Server disconnected without sending a response."))

    async def _drop(self, scope: Scope, in_process: Exception) -> None:
        """End the connection without an answer; in process, the error that a client would see."""
        if self._sandbox.connections is None:
            raise in_process
        transport = self._sandbox.connections.get(scope.get("client"))
        if transport is not None:
            transport.close()
        # The server learns of the end in the next turns of the loop; answering before would send a 500.
        await asyncio.sleep(0.01)


def authorize(sandbox: Sandbox, scope: Scope, needed: str) -> None:
    """Refuse a request whose token is missing, wrong, revoked or may not do this."""
    given = b""
    for name, value in scope["headers"]:
        if name == b"authorization":
            given = value
    token = given.partition(b" ")[2].strip().decode("latin-1")
    if not token and b"access_token=" in scope["query_string"]:
        token = QueryParams(scope["query_string"]).get("access_token", "")
    if not token:
        raise GraphError(104)
    if token != sandbox.world.token:
        raise GraphError(190, message="Invalid OAuth access token - Cannot parse access token")
    if not sandbox.world.settings.token_valid:
        raise GraphError(190, message="Error validating access token: The session has been invalidated.", subcode=467)
    if needed and needed not in sandbox.world.scopes:
        raise GraphError(
            200, message=f"(#200) Requires {needed} permission to manage the object", subcode=1349174, status=403
        )


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    parts = [body]
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
    return b"".join(parts)


async def answer(send: Send, status: int, body: bytes, content_type: bytes = JSON) -> None:
    """One whole answer, with the headers Meta's have that matter."""
    headers = [
        (b"content-type", content_type),
        (b"content-length", str(len(body)).encode()),
        (b"facebook-api-version", b"v25.0"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def base_of(scope: Scope) -> str:
    """``http://host:port`` as the client called it."""
    return f"{scope.get('scheme', 'http')}://{Headers(scope=scope).get('host', '127.0.0.1')}"
