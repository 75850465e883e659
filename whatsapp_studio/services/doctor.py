"""Decides what is looked at when something seems wrong, and says of each part how it is."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx

from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.services.connecting import META, Credentials

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_ENOUGH_ROOM = 500_000_000
_WORST_DRIFT = 120.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the program and its surroundings: well or not, in words."""

    part: str
    ok: bool
    text: str


def examine(studio: Studio) -> list[Finding]:
    """Look at workspace, disk, keyring, connection, clock and receiver; blocking, changes nothing."""
    return [
        _workspace(studio),
        _disk(studio),
        _keyring(studio),
        *_connection(studio),
        _clock(studio),
        _receiver(studio),
    ]


def _workspace(studio: Studio) -> Finding:
    result = studio.quick_check()
    text = tr("{path} is sound.", path=studio.paths.root) if result == "ok" else sentence(Problem("database-damaged"))
    return Finding(tr("Workspace"), result == "ok", text)


def _disk(studio: Studio) -> Finding:
    free = studio.free_bytes()
    text = tr("{n} MB free.", n=number(free // 1_000_000))
    return Finding(tr("Disk"), free > _ENOUGH_ROOM, text)


def _keyring(studio: Studio) -> Finding:
    found = studio.connection.keyring_available()
    text = tr("The system keyring answers.") if found else sentence(Problem("no-keyring"))
    return Finding(tr("Keyring"), found, text)


def _connection(studio: Studio) -> list[Finding]:
    account = studio.connection.current()
    if account is None:
        return [Finding(tr("Connection"), False, sentence(Problem("not-connected")))]
    try:
        token = studio.vault.get("access-token")
    except StudioError as error:
        return [Finding(tr("Connection"), False, sentence(error))]
    if not token:
        return [Finding(tr("Connection"), False, sentence(Problem("token-missing")))]
    credentials = Credentials(
        waba_id=account.waba_id, phone_number_id=account.phone_number_id, graph_url=studio.connection.url(account)
    )
    names = {
        "network": tr("Network"), "token": tr("Token"), "permissions": tr("Permissions"), "number": tr("Number"),
        "templates": tr("Templates"),
    }  # fmt: skip
    good = tr("Good.")
    skipped = tr("Not tried, because an earlier part failed.")
    return [
        Finding(
            names[check.name],
            check.state == "ok",
            good if check.state == "ok" else skipped if check.state == "skipped"
            else sentence(Problem(check.code, facts=check.facts)),
        )
        for check in studio.connection.test(credentials, token)
    ]  # fmt: skip


def _clock(studio: Studio) -> Finding:
    """Meta's own time comes with every answer; a wrong clock breaks certificates and schedules."""
    account = studio.connection.current()
    url = studio.connection.url(account) if account else META
    part = tr("Clock")
    try:
        reply = httpx.get(url, timeout=10)
        theirs = parsedate_to_datetime(reply.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return Finding(part, True, tr("Could not be compared, for nobody answered."))
    drift = abs((datetime.now(UTC) - theirs).total_seconds())
    if drift > _WORST_DRIFT:
        return Finding(part, False, tr("This machine's clock is {n} seconds off.", n=number(round(drift))))
    return Finding(part, True, tr("Right to within {n} seconds.", n=number(round(drift))))


def _receiver(studio: Studio) -> Finding:
    port = studio.settings.webhook_port
    part = tr("Webhook receiver")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return Finding(part, studio.read_only, tr("Port {port} is in use by another program.", port=port))
    if not studio.connection.app_secret():
        return Finding(part, False, sentence(Problem("no-app-secret")))
    return Finding(part, True, tr("Port {port} is free.", port=port))
