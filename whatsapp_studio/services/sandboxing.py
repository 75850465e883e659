"""Decides how the built-in sandbox is started beside the Studio, and connected to a workspace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import msgspec

from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.paths import program
from whatsapp_studio.services.connecting import Connection, Connections, Credentials

# On Windows a program with output would otherwise show a console beside our window.
NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class SandboxInfo(msgspec.Struct, frozen=True):
    """Where the sandbox listens, and the made-up secrets it goes by."""

    url: str
    token: str
    waba_id: str
    phone_number_id: str
    app_secret: str


class SandboxProcess:
    """The sandbox as a child process; it ends with the program."""

    def __init__(self, connections: Connections, log: Path) -> None:
        self._connections = connections
        self._log = log
        self._child: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self.info: SandboxInfo | None = None

    @property
    def running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def start(self, *, webhook_url: str = "", port: int = 0, seed: int = 1, speed: float = 1.0) -> SandboxInfo:
        """Start it, or return the one that runs; raises ``WorldError("sandbox-did-not-start")``."""
        with self._lock:
            if self.running and self.info is not None:
                return self.info
            command = [
                *program(),
                "sandbox",
                "--with-parent",
                "--port",
                str(port),
                "--seed",
                str(seed),
                "--speed",
                str(speed),
            ]
            if webhook_url:
                command += ["--webhook-url", webhook_url]
            with self._log.open("a", encoding="utf-8") as log:
                child = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
                    creationflags=NO_CONSOLE,
                )  # fmt: skip
            assert child.stdout is not None
            line = child.stdout.readline()
            try:
                self.info = msgspec.convert(json.loads(line), SandboxInfo)
            except (ValueError, msgspec.ValidationError) as error:
                child.kill()
                child.communicate()
                raise WorldError("sandbox-did-not-start", log=str(self._log)) from error
            self._child = child
            return self.info

    def connect_workspace(self, *, webhook_url: str = "", speed: float = 1.0) -> Connection:
        """Start it and make it the workspace's connection; its token is kept for this run alone."""
        info = self.start(webhook_url=webhook_url, speed=speed)
        credentials = Credentials(waba_id=info.waba_id, phone_number_id=info.phone_number_id, graph_url=info.url)
        return self._connections.save(credentials, info.token, info.app_secret, for_this_run=True)

    def stop(self) -> None:
        """End the child and wait for it."""
        with self._lock:
            child, self._child, self.info = self._child, None, None
            if child is None:
                return
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def sandbox_guide() -> str:
    """What can be set while the sandbox runs, and which numbers answer in a special way."""
    from whatsapp_studio.sandbox.control import GUIDE
    from whatsapp_studio.sandbox.reserved import help_text

    return f"{GUIDE}{help_text()}\n"


def run_sandbox(*, port: int, seed: int, latency_ms: int, webhook_url: str, speed: float, with_parent: bool) -> None:
    """Run the sandbox in this process until it is ended; with ``with_parent`` also when standard input closes."""
    from whatsapp_studio.sandbox.server import serve

    if with_parent:
        threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()

    def ready(info: dict[str, str]) -> None:
        sys.stdout.write(json.dumps(info) + "\n")
        sys.stdout.flush()

    serve(port, seed, latency_ms, webhook_url, speed, ready)


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)
