"""Decides how the Cloud API is spoken to, and reads every ending of a call as one value."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.cloudapi.codes import graph_error, outcome_of, read_error
from whatsapp_studio.cloudapi.freeform import free_body
from whatsapp_studio.cloudapi.price_calls import PriceCalls
from whatsapp_studio.cloudapi.template_calls import TemplateCalls
from whatsapp_studio.cloudapi.wire import Json, PhoneFacts, TokenFacts, parsed, phone_facts, template_body, token_facts
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure

if TYPE_CHECKING:
    import ssl

    import httpx  # loading it takes a fifth of a second, so each function that needs it brings it in

GRAPH_URL = "https://graph.facebook.com"
VERSION = "v25.0"
_VERSIONED = re.compile(r"/v\d+\.\d+$")
_PHONE_FIELDS = (
    "id,display_phone_number,verified_name,status,quality_rating,throughput,"
    "whatsapp_business_manager_messaging_limit,health_status"
)
_WABA_FIELDS = "id,name,currency,timezone_id"


@dataclass(frozen=True, slots=True)
class Token:
    """An access token that shows itself to nobody but the one line that sends it."""

    _value: str = field(repr=False)

    def __post_init__(self) -> None:
        # A blank or a line break, easily pasted along, would break the header of every request.
        if not re.fullmatch(r"[!-~]+", self._value):
            raise UserError("token-malformed")

    def __str__(self) -> str:
        return "Token(…)"

    def reveal(self) -> str:
        """The token itself."""
        return self._value


def open_http(
    *, connections: int = 64, read_timeout: float = 30.0, transport: httpx.AsyncBaseTransport | None = None
) -> httpx.AsyncClient:
    """The HTTP client of one event loop: the system's certificates, limits and time-outs.

    The machine's proxy settings are followed, except to this machine itself.
    """
    import httpx

    # httpx writes each address at INFO, and a token being checked travels in one.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=transport,
        verify=True if transport else _certificates(),
        # Equal limits: fewer kept alive than allowed would open a new connection again and again.
        limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        timeout=httpx.Timeout(10.0, read=read_timeout),
        mounts=None if transport else {"all://127.0.0.1": None, "all://localhost": None, "all://[::1]": None},
        follow_redirects=False,
    )


def _certificates() -> ssl.SSLContext:
    import ssl

    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class CloudApi(TemplateCalls, PriceCalls):
    """One business account at Meta, spoken to over ``http``."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        token: Token,
        waba_id: str,
        phone_number_id: str,
        graph_url: str = "",
        version: str = VERSION,
    ) -> None:
        self._http = http
        self._token = token
        self._waba = waba_id
        self._phone = phone_number_id
        base = (graph_url or GRAPH_URL).rstrip("/")
        self._base = base if _VERSIONED.search(base) else f"{base}/{version}"
        self._messages: dict[str, httpx.URL] = {}

    def _secret(self) -> str:
        return self._token.reveal()

    async def send(self, message: Message) -> Outcome:
        """Put one message on the wire, once. Cancelling leaves it to the caller to call it unknown."""
        if message.body:
            try:
                free = free_body(msgspec.json.decode(message.body, type=dict[str, Any]), message.to, message.key)
            except ValueError as error:
                # What this person was to be told did not fit; the next one's may.
                return Refused(131009, str(error))
            return await self.send_json(message.sender or self._phone, msgspec.json.encode(free))
        try:
            body = msgspec.json.encode(
                template_body(parsed(message.template_raw), message.values, message.to, message.key)
            )
        except (KeyError, ValueError) as error:
            # Found before a byte left; the whole campaign was filled by the same rules.
            return Refused(132000, f"{type(error).__name__}: {error}", "campaign")
        return await self.send_json(message.sender or self._phone, body)

    async def send_json(self, phone_number_id: str, body: bytes) -> Outcome:
        """Put one body of ``/messages`` on the wire, once."""
        import httpx

        url = self._messages.get(phone_number_id)
        if url is None:
            url = self._messages[phone_number_id] = httpx.URL(f"{self._base}/{phone_number_id}/messages")
        try:
            reply = await self._http.post(url, content=body, headers=self._headers("application/json"))
        except (httpx.RequestError, OSError) as error:
            return NotTaken(_network_code(error)) if _nothing_left(error) else Unsure(type(error).__name__)
        return _ending(reply)

    async def phone(self) -> PhoneFacts:
        """The number that sends."""
        return phone_facts(await self._get(self._phone, {"fields": _PHONE_FIELDS}))

    async def waba(self) -> Json:
        """The business account's own node."""
        return await self._get(self._waba, {"fields": _WABA_FIELDS})

    async def debug_token(self) -> TokenFacts:
        """What Meta says of the token in use."""
        return token_facts(await self._get("debug_token", {"input_token": self._secret()}))

    async def upload_media(self, path: Path, mime: str, number: str = "") -> str:
        """Upload a file for the number that sends, or for another one (its id); Meta's id of it lives for 30 days."""
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise UserError("file-unreadable", path=str(path), details=error.strerror or "") from error
        answer = await self._call(
            "POST", f"{number or self._phone}/media",
            data={"messaging_product": "whatsapp", "type": mime}, files={"file": (path.name, content, mime)},
        )  # fmt: skip
        found = answer.get("id")
        if not isinstance(found, str) or not found:
            raise WorldError("meta-unclear", details="no media id")
        return found

    async def _call(
        self, method: str, path: str, *, more_headers: Mapping[str, str] | None = None, **request: Any
    ) -> Json:
        import httpx

        headers = {**self._headers(), **(more_headers or {})}
        try:
            reply = await self._http.request(method, f"{self._base}/{path}", headers=headers, **request)
        except (httpx.RequestError, OSError) as error:
            raise WorldError(_network_code(error), details=type(error).__name__) from error
        except httpx.InvalidURL as error:
            raise UserError("graph-url-invalid", url=self._base) from error
        answer = _json(reply)
        if reply.is_success and isinstance(answer, dict) and graph_error(answer) is None:
            return answer
        raise read_error(reply.status_code, answer)

    def _upload_headers(self) -> dict[str, str]:
        # The one guide of Meta's that names another scheme than Bearer.
        return {"authorization": f"OAuth {self._secret()}"}

    def _headers(self, content_type: str = "") -> dict[str, str]:
        found = {"authorization": f"Bearer {self._secret()}"}
        return found | {"content-type": content_type} if content_type else found


def _ending(reply: httpx.Response) -> Outcome:
    answer = _json(reply)
    if not reply.is_success or graph_error(answer) is not None:
        return outcome_of(reply.status_code, answer, reply.headers)
    message = _first(answer, "messages")
    wamid = message.get("id")
    if not isinstance(wamid, str) or not wamid:
        return Unsure("unreadable")
    status = message.get("message_status")
    if status == "paused":
        return Refused(132015, reach="campaign")
    contact = _first(answer, "contacts")
    wa_id, user_id = (one if isinstance(one := contact.get(name), str) else "" for name in ("wa_id", "user_id"))
    return Accepted(wamid, wa_id, status == "held_for_quality_assessment", user_id)


def _first(answer: object, key: str) -> Mapping[str, Any]:
    found = answer.get(key) if isinstance(answer, dict) else None
    return found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}


def _json(reply: httpx.Response) -> object:
    try:
        return msgspec.json.decode(reply.content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _nothing_left(error: Exception) -> bool:
    """Whether httpx raises this only before it writes the request."""
    import httpx

    return isinstance(
        error,
        httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError | httpx.UnsupportedProtocol,
    )


def _network_code(error: Exception) -> str:
    import httpx

    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "connection-untrusted"
    if isinstance(error, httpx.ProxyError):
        return "proxy-refused"
    return "no-network" if _nothing_left(error) else "no-answer"
