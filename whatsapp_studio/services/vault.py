"""Decides where secrets are kept: the system's keyring, or this run's memory; never a file of ours."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Literal, Protocol, TypeVar, cast

from whatsapp_studio.base.errors import WorldError

SERVICE = "WhatsApp Studio"
# A keyring backend outside this list may keep secrets in plain text (keyrings.alt does).
_TRUSTED = ("keyring.backends.SecretService", "keyring.backends.libsecret", "keyring.backends.kwallet",
            "keyring.backends.macOS", "keyring.backends.Windows")  # fmt: skip
R = TypeVar("R")
Kind = Literal["access-token", "app-secret", "events-token"]
_ENVIRONMENT: dict[Kind, str] = {
    "access-token": "WHATSAPP_STUDIO_TOKEN",
    "app-secret": "WHATSAPP_STUDIO_APP_SECRET",
    "events-token": "WHATSAPP_STUDIO_EVENTS_TOKEN",
}


class Backend(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class Vault:
    """Keeps the secrets of a workspace, each under a name of its own.

    A secret given for this run (by the environment or by :meth:`lend`) wins over the stored one.
    """

    def __init__(self, workspace_key: str, backend: Backend | None = None) -> None:
        self._key = workspace_key
        self._given = backend
        self._lent: dict[Kind, str] = {}
        self._seen: dict[Kind, str] = {}
        self._lock = threading.Lock()

    def available(self) -> bool:
        """Whether a keyring that can be trusted answers here. May take 0.3 s the first time."""
        return self._backend() is not None

    def get(self, kind: Kind) -> str:
        """The secret, or an empty text where there is none.

        Raises ``WorldError("keyring-locked")`` when the keyring is there but refuses.
        """
        given = self._lent.get(kind) or os.environ.get(_ENVIRONMENT[kind], "")
        if given:
            return given
        with self._lock:
            if kind not in self._seen:
                backend = self._backend()
                found = _ask(lambda: backend.get_password(SERVICE, self._name(kind))) if backend else None
                self._seen[kind] = found or ""
            return self._seen[kind]

    def lent(self, kind: Kind) -> bool:
        """Whether the secret in use is for this run only."""
        return bool(self._lent.get(kind) or os.environ.get(_ENVIRONMENT[kind]))

    def lend(self, kind: Kind, secret: str) -> None:
        """Use ``secret`` until the program ends, without keeping it anywhere."""
        self._lent[kind] = secret

    def keep(self, kind: Kind, secret: str) -> bool:
        """Store ``secret``; False (and it is lent instead) where there is no keyring."""
        backend = self._backend()
        if backend is None:
            self.lend(kind, secret)
            return False
        _ask(lambda: backend.set_password(SERVICE, self._name(kind), secret))
        with self._lock:
            self._seen[kind] = secret
        self._lent.pop(kind, None)
        return True

    def forget(self, kind: Kind) -> None:
        """Remove the secret from memory and from the keyring; raises ``WorldError("keyring-locked")``."""
        self._lent.pop(kind, None)
        with self._lock:
            self._seen.pop(kind, None)
        backend = self._backend()
        if backend is not None and _ask(lambda: backend.get_password(SERVICE, self._name(kind))) is not None:
            _ask(lambda: backend.delete_password(SERVICE, self._name(kind)))
        with self._lock:
            # Whoever asked meanwhile may have read it once more.
            self._seen.pop(kind, None)

    def _name(self, kind: Kind) -> str:
        return f"{kind}:{self._key}"

    def _backend(self) -> Backend | None:
        if self._given is None:
            self._given = _system_keyring()
        return self._given


def _system_keyring() -> Backend | None:
    import keyring
    from keyring.backends import chainer

    found = keyring.get_keyring()
    choices = found.backends if isinstance(found, chainer.ChainerBackend) else [found]
    for one in choices:
        if type(one).__module__.startswith(_TRUSTED):
            return cast(Backend, one)
    return None


def _ask(call: Callable[[], R]) -> R:
    from keyring.errors import KeyringError

    try:
        return call()
    except KeyringError as error:
        raise WorldError("keyring-locked", details=type(error).__name__) from error
