"""Decides how the program is connected to an account at Meta, and proves each part of it."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from whatsapp_studio.base.audit import difference, ending
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.cloudapi.client import CloudApi, Token, open_http
from whatsapp_studio.cloudapi.wire import PhoneFacts, TokenFacts
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.db import Store

# Meta is never on this machine: an account there is a look-alike's.
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
META = "https://graph.facebook.com"
CheckName = Literal["network", "token", "permissions", "number", "templates"]
CHECKS: tuple[CheckName, ...] = ("network", "token", "permissions", "number", "templates")
SCOPES = ("whatsapp_business_messaging", "whatsapp_business_management")
ACKNOWLEDGEMENTS = ("content-rules", "meta-policies", "messaging-limits")
PREREQUISITES = ("business-account", "verified-number", "token", "approved-templates")

__all__ = ["CHECKS", "META", "Check", "ChecklistItem", "Connection", "Connections", "Credentials"]


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """Which account and number; ``graph_url`` empty means Meta's own, or what the environment names."""

    waba_id: str
    phone_number_id: str
    graph_url: str = ""

    @property
    def base_url(self) -> str:
        return (self.graph_url or os.environ.get("WHATSAPP_STUDIO_GRAPH_URL", "") or META).rstrip("/")


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the connection test; ``code`` is worded by ``base.wording`` when it failed."""

    name: CheckName
    state: Literal["ok", "failed", "skipped"]
    code: str = ""
    facts: dict[str, object] = {}


class ChecklistItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that must be in place before sending. ``automatic`` ones tick themselves."""

    code: str
    done: bool
    at: datetime | None = None
    automatic: bool = False


class Connections:
    """The one connection of a workspace."""

    def __init__(self, store: Store, vault: Vault, settings: Settings, clock: Clock, tell: Tell) -> None:
        self._kept, self._audit = ConnectionStore(store), Noting(store, clock, "connection")
        self._store, self._vault, self._settings, self._clock, self._tell = store, vault, settings, clock, tell

    def current(self) -> Connection | None:
        """The connection as it was last checked, or None."""
        return self._kept.current()

    def keyring_available(self) -> bool:
        """Whether the token can be kept; takes up to half a second the first time."""
        return self._vault.available()

    def token_state(self) -> Literal["stored", "session", "missing"]:
        """Where the token is: in the keyring, given for this run, or nowhere."""
        if self._vault.lent("access-token"):
            return "session"
        return "stored" if self._vault.get("access-token") else "missing"

    def give_token(self, token: str, app_secret: str = "") -> None:
        """Use a token until the program ends, for machines without a keyring."""
        self._vault.lend("access-token", token)
        if app_secret:
            self._vault.lend("app-secret", app_secret)
        self._note_secrets(bool(app_secret), "this run")
        self._tell(Changes(connection=True, sending=True))

    def app_secret(self) -> str:
        return self._vault.get("app-secret")

    def verify_token(self) -> str:
        found = self._kept.current()
        return found.verify_token if found else ""

    def test(
        self, credentials: Credentials, token: str, on_check: Callable[[Check], None] = lambda check: None
    ) -> tuple[Check, ...]:
        """Try network, token, permissions, number and templates in this order; blocking.

        The first failure skips the rest. Each part is told to ``on_check`` as soon as it is known.
        """
        return asyncio.run(self._test(credentials, token, on_check))[0]

    def save(
        self, credentials: Credentials, token: str, app_secret: str = "", *, for_this_run: bool = False,
        on_check: Callable[[Check], None] = lambda check: None,
    ) -> Connection:  # fmt: skip
        """Test a connection and keep it, the secrets in the keyring. Nothing is stored when a part fails.

        With ``for_this_run``, or without a keyring, the secrets are kept in memory until the program ends.

        Raises the error of the part that failed.
        """
        checks, phone, facts = asyncio.run(self._test(credentials, token, on_check))
        failed = next((check for check in checks if check.state == "failed"), None)
        if failed is not None:
            kind = WorldError if failed.name == "network" else UserError
            raise kind(failed.code, **failed.facts)
        assert phone is not None
        assert facts is not None
        before = self._kept.current()
        connection = self._described(credentials, phone, facts, before)
        put = self._vault.lend if for_this_run else self._vault.keep
        put("access-token", token)
        if app_secret:
            put("app-secret", app_secret)
        if before is not None and before.waba_id != connection.waba_id:
            self._kept.forget()
            if not app_secret:
                # The other account's app signs with another secret; an unknown one is asked for, a wrong one refuses.
                self._vault.forget("app-secret")
        with self._store.write():
            self._kept.save(connection)
            self._note_connection(before, connection)
            self._note_secrets(bool(app_secret), "this run" if for_this_run else "keyring")
        self._tell(Changes(connection=True, templates=True, sending=True))
        return connection

    def refresh(self) -> Connection:
        """Ask Meta for the number's facts again; raises when there is no connection or no answer."""
        before = self._kept.current()
        if before is None:
            raise UserError("not-connected")

        async def ask() -> tuple[PhoneFacts, TokenFacts]:
            async with self.api() as api:
                return await api.phone(), await api.debug_token()

        phone, facts = asyncio.run(ask())
        found = self._described(
            Credentials(waba_id=before.waba_id, phone_number_id=before.phone_number_id, graph_url=before.graph_url),
            phone, facts, before,
        )  # fmt: skip
        self._kept.save(found)
        self._tell(Changes(connection=True))
        return found

    def forget(self) -> None:
        """Remove the connection, the copy of its templates and both secrets; campaigns and reports stay."""
        before = self._kept.current()
        self._vault.forget("access-token")
        self._vault.forget("app-secret")
        with self._store.write():
            self._kept.forget()
            if before is not None:
                self._audit("disconnected", "", before.verified_name, _told(before))
        self._tell(Changes(connection=True, templates=True, sending=True))

    @asynccontextmanager
    async def api(self) -> AsyncIterator[CloudApi]:
        """A client on the current connection; raises ``UserError`` ``not-connected`` or ``token-missing``."""
        found = self._kept.current()
        if found is None:
            raise UserError("not-connected")
        token = await asyncio.to_thread(self._vault.get, "access-token")
        if not token:
            raise UserError("token-missing")
        async with open_http() as http:
            yield self._client(http, found.waba_id, found.phone_number_id, self.url(found), token)

    def url(self, connection: Connection) -> str:
        """The Graph base URL in use: the environment's where it names one, else the connection's own."""
        return os.environ.get("WHATSAPP_STUDIO_GRAPH_URL", "").rstrip("/") or connection.graph_url

    def checklist(self) -> tuple[ChecklistItem, ...]:
        """What has to be in place before sending, in order."""
        acknowledged = self._kept.acknowledged()
        connection = self._kept.current()
        approved = self._store.value("SELECT 1 FROM templates WHERE status = 'APPROVED' LIMIT 1") is not None
        automatic = {
            "business-account": connection is not None,
            "verified-number": connection is not None and bool(connection.verified_name),
            "token": connection is not None,
            "approved-templates": approved,
        }
        at = connection.checked_at if connection else None
        items = [
            ChecklistItem(
                code=code, done=automatic[code] or code in acknowledged, automatic=True,
                at=at if automatic[code] else acknowledged.get(code),
            )
            for code in PREREQUISITES
        ]  # fmt: skip
        items += [
            ChecklistItem(code=code, done=code in acknowledged, at=acknowledged.get(code)) for code in ACKNOWLEDGEMENTS
        ]
        return tuple(items)

    def acknowledge(self, code: str, done: bool = True) -> None:
        """Keep with its date that a person acknowledged ``code``, or take it back."""
        self._kept.acknowledge(code, self._clock.now() if done else None)
        self._tell(Changes(connection=True))

    def _note_connection(self, before: Connection | None, after: Connection) -> None:
        was, now = difference(_told(before) if before else {}, _told(after))
        if now:
            self._audit("connection-changed" if before else "connected", "", after.verified_name, was, now)

    def _note_secrets(self, app_secret: bool, where: str) -> None:
        """That there are new ones, and where they are; never which."""
        if not self._store.read_only:
            self._audit("token-changed", after={"place": where})
            if app_secret:
                self._audit("app-secret-changed", after={"place": where})

    def _client(self, http: object, waba_id: str, phone_number_id: str, url: str, token: str) -> CloudApi:
        return CloudApi(
            http, token=Token(token), waba_id=waba_id, phone_number_id=phone_number_id, graph_url=url,  # type: ignore[arg-type]
            version=self._settings.graph_version,
        )  # fmt: skip

    async def _test(
        self, credentials: Credentials, token: str, on_check: Callable[[Check], None]
    ) -> tuple[tuple[Check, ...], PhoneFacts | None, TokenFacts | None]:
        checks: list[Check] = []
        phone: PhoneFacts | None = None
        facts: TokenFacts | None = None

        def note(check: Check) -> None:
            checks.append(check)
            on_check(check)

        async with open_http() as http:
            api = self._client(http, credentials.waba_id, credentials.phone_number_id, credentials.base_url, token)

            async def token_facts() -> dict[str, object]:
                nonlocal facts
                facts = await api.debug_token()
                if not facts.valid:
                    raise UserError("meta-190", details="")
                return {}

            async def permissions() -> dict[str, object]:
                missing = [scope for scope in SCOPES if facts is not None and scope not in facts.scopes]
                if missing:
                    raise UserError("permission-missing", scopes=", ".join(missing))
                return {}

            async def number() -> dict[str, object]:
                nonlocal phone
                phone = await api.phone()
                if phone.status and phone.status not in ("CONNECTED", "PENDING", "FLAGGED"):
                    raise UserError("number-not-connected", status=phone.status)
                return {"display_phone_number": phone.display_phone_number, "verified_name": phone.verified_name}

            async def templates() -> dict[str, object]:
                async for _ in api.templates():
                    break
                return {}

            parts: list[tuple[CheckName, Callable[[], Awaitable[dict[str, object]]]]] = [
                ("token", token_facts), ("permissions", permissions), ("number", number), ("templates", templates),
            ]  # fmt: skip
            for name, part in parts:
                try:
                    found = await part()
                except StudioError as error:
                    if name == "token" and isinstance(error, WorldError):
                        note(Check(name="network", state="failed", code=error.code, facts=error.facts))
                    else:
                        if name == "token":
                            note(Check(name="network", state="ok"))
                        note(Check(name=name, state="failed", code=error.code, facts=error.facts))
                    break
                if name == "token":
                    note(Check(name="network", state="ok"))
                note(Check(name=name, state="ok", facts=found))
        for name in CHECKS[len(checks) :]:
            note(Check(name=name, state="skipped"))
        return tuple(checks), phone, facts

    def _described(
        self, credentials: Credentials, phone: PhoneFacts, facts: TokenFacts, before: Connection | None
    ) -> Connection:
        return Connection(
            waba_id=credentials.waba_id,
            phone_number_id=credentials.phone_number_id,
            graph_url=credentials.base_url,
            display_phone_number=phone.display_phone_number,
            verified_name=phone.verified_name,
            quality_rating=phone.quality_rating,
            throughput=phone.throughput,
            messaging_limit=phone.messaging_limit,
            is_sandbox=urlsplit(credentials.base_url).hostname in _LOOPBACK,
            checked_at=self._clock.now(),
            token_expires_at=facts.expires_at,
            verify_token=before.verify_token if before and before.verify_token else secrets.token_urlsafe(18),
        )


def _told(connection: Connection) -> dict[str, object]:
    """What the audit log says of a connection: no secret, and no number."""
    return {
        "account": ending(connection.waba_id), "sender": ending(connection.phone_number_id),
        "address": connection.graph_url, "sandbox": connection.is_sandbox,
    }  # fmt: skip


def expires_soon(connection: Connection, now: datetime) -> timedelta | None:
    """How long the token still works when that is 14 days or less; None otherwise."""
    if connection.token_expires_at is None:
        return None
    left = connection.token_expires_at - now
    return left if left <= timedelta(days=14) else None
