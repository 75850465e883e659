"""Decides that a workspace has one window: a second start raises the first, and hands over the files it was given.

A lock says who is the one; it is freed by the system however its holder ends. The one listens at a local socket that is
named after the workspace. Who does not get the lock speaks there, also while the first is still starting.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# How long a first start may take until it listens, or a last turn until it ends; and how long one may be too busy to
# answer: asked a second time, it would open the same files twice.
_PATIENCE, _ANSWER_MS, _MOST = 30.0, 30_000, 1_000_000
_DONE = b"shown\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"


class Instance(QObject):
    """The one window of a workspace. ``asked`` carries the files that another start was given, maybe none."""

    asked = Signal(list)

    def __init__(self, lock: FileLock, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._name = lock, name
        self._server: QLocalServer | None = None

    @classmethod
    def take(cls, workspace: Path, files: Sequence[Path]) -> Instance | None:
        """Be the one, or hand ``files`` to who is: then None, and there is nothing left to do.

        Where the one neither ends nor answers there is no way to the workspace: raises ``TimeoutError``.
        """
        workspace.mkdir(parents=True, exist_ok=True)
        name, until = socket_name(workspace), time.monotonic() + _PATIENCE
        lock = FileLock(workspace / "window.lock", thread_local=False)
        while True:
            with suppress(Timeout):
                lock.acquire(timeout=0)
                return cls(lock, name)
            if _hand_over(name, files):
                return None
            if time.monotonic() > until:
                raise TimeoutError(str(workspace))

    def listen(self) -> None:
        """Hear of other starts from now on; until then they wait."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What a process that was killed left of its socket; nobody listens there, for the lock is ours.
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._name)

    def deafen(self) -> None:
        """Listen no longer: who starts now waits until this one has ended."""
        if self._server is not None:
            self._server.close()

    def leave(self) -> None:
        """Let another one be the one."""
        self.deafen()
        self._lock.release()

    def _greet(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST:
            socket.abort()
        elif socket.canReadLine():
            files, token = _heard(bytes(socket.readLine().data()))
            if token:
                # Without it the desktop would not let a window come forward that nobody clicked on.
                os.environ[_TOKEN] = token
            if files is not None:
                self.asked.emit(files)
                socket.write(_DONE)
                socket.flush()
            socket.disconnectFromServer()


class FileOpens(QObject):
    """On macOS the desktop tells a running program of a file by an event. ``asked`` carries it."""

    asked = Signal(list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit([Path(event.file())])
            return True
        return False


def socket_name(workspace: Path) -> str:
    """Where the window of a workspace listens; another person's window of the same name listens elsewhere."""
    person = str(getattr(os, "getuid", lambda: os.environ.get("USERNAME", ""))())
    told = f"{person}\n{os.path.normcase(workspace.resolve())}"
    return f"whatsapp-studio-{hashlib.sha256(told.encode()).hexdigest()[:24]}"


def _hand_over(name: str, files: Sequence[Path]) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(200):
        # Nobody listens yet, or not any more: the lock is asked again in a moment.
        time.sleep(0.05)
        return False
    told = {"files": [str(path.absolute()) for path in files], "token": os.environ.get(_TOKEN, "")}
    socket.write(json.dumps(told).encode() + b"\n")
    socket.waitForBytesWritten(_ANSWER_MS)
    heard = b""
    while _DONE not in heard and socket.waitForReadyRead(_ANSWER_MS):
        heard += bytes(socket.readAll().data())
    return _DONE in heard


def _heard(line: bytes) -> tuple[list[Path] | None, str]:
    with suppress(ValueError):
        told = json.loads(line)
        files = told.get("files") if isinstance(told, dict) else None
        if isinstance(files, list) and all(isinstance(one, str) for one in files):
            return [Path(one) for one in files], str(told.get("token") or "")
    return None, ""
