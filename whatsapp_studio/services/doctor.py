"""Decides what is looked at when something seems wrong, and says of each part how it is."""

from __future__ import annotations

import shutil
import socket
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.services import program
from whatsapp_studio.services.connecting import META, Check, Connections, Credentials
from whatsapp_studio.services.crashes import OFTEN, Watch
from whatsapp_studio.services.program import Finding
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.storage.db import Store

_ENOUGH_ROOM = 500_000_000
_WORST_DRIFT = 120.0


class Doctor:
    """Looks at workspace, disk, keyring, connection, clock, receiver, window and program; changes nothing."""

    def __init__(
        self, store: Store, paths: WorkspacePaths, settings: Settings, vault: Vault, connections: Connections,
        clock: Clock,
    ) -> None:  # fmt: skip
        self._store, self._paths, self._settings, self._clock_of = store, paths, settings, clock
        self._vault, self._connections = vault, connections

    def examine(self) -> list[Finding]:
        """Each part in turn; blocking."""
        return [
            self._workspace(), self._disk(), self._keyring(), *self._connection(), self._clock(), self._receiver(),
            self._open(), self._last_crash(), *program.findings(),
        ]  # fmt: skip

    def _open(self) -> Finding:
        """One program at a time may write; a second one looks on."""
        part = tr("Open elsewhere")
        if self._store.read_only:
            return Finding("instance", part, True, tr("The workspace is open in a window or a command, as it may be."))
        return Finding("instance", part, True, tr("Nothing else has the workspace open."))

    def _last_crash(self) -> Finding:
        part, crash = tr("Last unexpected end"), Watch(self._paths.logs, self._clock_of).last()
        if crash is None:
            return Finding("last-crash", part, True, tr("Every run ended as it should."))
        day = crash.began[:10]
        if crash.row < OFTEN:
            return Finding("last-crash", part, True, tr("One run, begun on {day}, did not end as it should.", day=day))
        fix = tr("Start it with --safe-mode, and send the report that is shown then to whoever helps you.")
        said = tr("The last runs, begun until {day}, did not end as they should.", day=day)
        return Finding("last-crash", part, False, f"{said} {fix}")

    def _workspace(self) -> Finding:
        sound = self._store.value("PRAGMA quick_check") == "ok" and not self._store.rows("PRAGMA foreign_key_check")
        text = tr("{path} is sound.", path=self._paths.root) if sound else sentence(Problem("database-damaged"))
        return Finding("workspace", tr("Workspace"), sound, text)

    def _disk(self) -> Finding:
        free = shutil.disk_usage(self._paths.root).free
        room = tr("{n} MB free.", n=number(free // 1_000_000))
        if free > _ENOUGH_ROOM:
            return Finding("disk", tr("Disk"), True, room)
        fix = tr("Free some space: sending stops when the disk is full.")
        return Finding("disk", tr("Disk"), False, f"{room} {fix}")

    def _keyring(self) -> Finding:
        found = self._vault.available()
        text = tr("The system keyring answers.") if found else sentence(Problem("no-keyring"))
        return Finding("keyring", tr("Keyring"), found, text)

    def _connection(self) -> list[Finding]:
        account = self._connections.current()
        if account is None:
            return [Finding("connection", tr("Connection"), False, sentence(Problem("not-connected")))]
        try:
            token = self._vault.get("access-token")
        except StudioError as error:
            return [Finding("connection", tr("Connection"), False, sentence(error))]
        if not token:
            return [Finding("connection", tr("Connection"), False, sentence(Problem("token-missing")))]
        credentials = Credentials(
            waba_id=account.waba_id, phone_number_id=account.phone_number_id, graph_url=self._connections.url(account)
        )
        return [_of_check(check) for check in self._connections.test(credentials, token)]

    def _clock(self) -> Finding:
        """Meta's own time comes with every answer; a wrong clock breaks certificates and schedules."""
        import httpx  # not before somebody asks for a check-up

        account = self._connections.current()
        part = tr("Clock")
        try:
            reply = httpx.get(self._connections.url(account) if account else META, timeout=10)
            theirs = parsedate_to_datetime(reply.headers["date"])
        except (httpx.HTTPError, KeyError, ValueError):
            return Finding("clock", part, True, tr("Could not be compared, for nobody answered."))
        drift = abs((datetime.now(UTC) - theirs).total_seconds())
        if drift > _WORST_DRIFT:
            off = tr("This machine's clock is {n} seconds off.", n=number(round(drift)))
            return Finding("clock", part, False, f"{off} " + tr("Have the system set its clock by the internet."))
        return Finding("clock", part, True, tr("Right to within {n} seconds.", n=number(round(drift))))

    def _receiver(self) -> Finding:
        port = self._settings.webhook_port
        part = tr("Webhook receiver")
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                # With the workspace open elsewhere it is most likely our own receiver.
                taken = tr("Port {port} is in use by another program.", port=port)
                if not self._store.read_only:
                    taken += " " + tr("End that program, or choose another port in the settings.")
                return Finding("receiver", part, self._store.read_only, taken)
        if not self._connections.app_secret():
            return Finding("receiver", part, False, sentence(Problem("no-app-secret")))
        return Finding("receiver", part, True, tr("Port {port} is free.", port=port))


def _of_check(check: Check) -> Finding:
    names = {
        "network": tr("Network"), "token": tr("Token"), "permissions": tr("Permissions"), "number": tr("Number"),
        "templates": tr("Templates"),
    }  # fmt: skip
    if check.state == "failed":
        text = sentence(Problem(check.code, facts=check.facts))
    elif check.state == "skipped":
        text = tr("Not tried, because an earlier part failed.")
    else:
        text = tr("Good.")
    return Finding(check.name, names[check.name], check.state == "ok", text)
