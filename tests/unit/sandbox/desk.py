"""Decides how the sandbox's tests talk to it: in process, with a clock moved by hand and webhooks caught."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from typing import Any

import httpx

from whatsapp_studio.sandbox.app import Sandbox, create

MARIA = "+31612345678"


class Desk:
    """One sandbox in process. Nothing happens by itself; ``later`` moves its clock and lets things happen."""

    def __init__(self, seed: int = 1, hook: str = "http://hook/", **settings: Any) -> None:
        self.time = 1_780_000_000.0
        self.posts: list[tuple[bytes, dict[str, str]]] = []
        self.hook_says = 200
        self.box = Sandbox(seed=seed, webhook_url=hook, now=lambda: self.time, by_hand=True, post=self._caught)
        # Chance has no part in a test unless it asks for it.
        for name in ("unreachable", "capped", "experiment", "silent", "duplicate", "shuffle"):
            setattr(self.box.world.rates, name, 0.0)
        for name, value in settings.items():
            setattr(self.box.world.settings, name, value)
        self.world = self.box.world
        self.app = create(sandbox=self.box)
        self.token = self.world.token

    async def _caught(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        self.posts.append((body, headers))
        return self.hook_says

    def call(self, method: str, path: str, *, token: str | None = None, **rest: Any) -> httpx.Response:
        """One request; Graph paths get the usual version and token."""

        async def talk() -> httpx.Response:
            headers = dict(rest.pop("headers", {}))
            given = self.token if token is None else token
            if given and not path.startswith("/sandbox"):
                headers.setdefault("Authorization", f"Bearer {given}")
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
                whole = path.startswith(("http", "/sandbox", "/v"))
                return await client.request(method, path if whole else f"/v25.0{path}", headers=headers, **rest)

        return asyncio.run(talk())

    def get(self, path: str, **rest: Any) -> Any:
        return self.call("GET", path, **rest).json()

    def post(self, path: str, **rest: Any) -> Any:
        return self.call("POST", path, **rest).json()

    def send(self, to: str = MARIA, *, number: str = "", **body: Any) -> httpx.Response:
        """A message; without a body the spring offer for Zoë."""
        if not body or set(body) == {"biz_opaque_callback_data"}:
            body = {**spring(), **body}
        path = f"/{number or self.world.number.id}/messages"
        return self.call("POST", path, json={"messaging_product": "whatsapp", "to": to, **body})

    def template(self, name: str, language: str, *components: dict[str, Any], to: str = MARIA) -> httpx.Response:
        return self.send(to, **template(name, language, *components))

    def set(self, **settings: Any) -> httpx.Response:
        return self.call("POST", "/sandbox/settings", json=settings)

    def later(self, seconds: float = 600.0) -> None:
        """Let time pass, step by step, and deliver what it tells."""

        async def pass_by() -> None:
            end = self.time + seconds
            while self.time < end:
                self.time = min(self.time + 1.0, end)
                await self.box.advance()

        asyncio.run(pass_by())

    def stats(self) -> Any:
        return self.get("/sandbox/stats?detail=1")

    def changes(self, field: str = "messages") -> list[dict[str, Any]]:
        """Every change told so far, checked against its signature."""
        found = []
        for body, headers in self.posts:
            mark = hmac.new(self.world.app_secret.encode(), body, hashlib.sha256).hexdigest()
            assert headers["X-Hub-Signature-256"] == f"sha256={mark}"
            for entry in json.loads(body)["entry"]:
                assert entry["id"] == self.world.waba_id
                found += [change["value"] for change in entry["changes"] if change["field"] == field]
        return found

    def statuses(self, phone: str = "") -> list[dict[str, Any]]:
        told = [status for value in self.changes() for status in value.get("statuses", ())]
        return [status for status in told if status["recipient_id"] == (phone.lstrip("+") or status["recipient_id"])]

    def inbound(self) -> list[dict[str, Any]]:
        return [message for value in self.changes() for message in value.get("messages", ())]


def text(value: str, name: str = "") -> dict[str, Any]:
    return {"type": "text", "text": value} | ({"parameter_name": name} if name else {})


def header(*parameters: dict[str, Any]) -> dict[str, Any]:
    return {"type": "header", "parameters": list(parameters)}


def body(*parameters: dict[str, Any]) -> dict[str, Any]:
    return {"type": "body", "parameters": list(parameters)}


def button(kind: str, index: int | str, *parameters: dict[str, Any]) -> dict[str, Any]:
    return {"type": "button", "sub_type": kind, "index": index, "parameters": list(parameters)}


def template(name: str, language: str, *components: dict[str, Any]) -> dict[str, Any]:
    wanted: dict[str, Any] = {"name": name, "language": {"code": language}}
    return {"type": "template", "template": wanted | ({"components": list(components)} if components else {})}


def spring(first_name: str = "Zoë", language: str = "nl") -> dict[str, Any]:
    return template("spring_offer", language, body(text(first_name, "first_name")))


def error(answer: httpx.Response) -> tuple[int, int]:
    """HTTP status and Meta's code of a refusal, whose shape is checked on the way."""
    told = answer.json()["error"]
    assert isinstance(told["message"], str) and isinstance(told["type"], str) and told["fbtrace_id"]
    return answer.status_code, told["code"]
