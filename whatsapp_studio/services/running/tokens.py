"""Decides with which token other programs may send events in: made once, kept where the other secrets are."""

from __future__ import annotations

import secrets
import threading

from whatsapp_studio.services.vault import Vault


class EventToken:
    """The token of a workspace for events. May be used from any thread."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._lock = threading.Lock()

    def get(self) -> str:
        """The token, made where there is none yet. Raises ``WorldError("keyring-locked")``."""
        with self._lock:
            return self._vault.get("events-token") or self._made()

    def renew(self) -> str:
        """Another token from now on; whoever has the old one is refused."""
        with self._lock:
            return self._made()

    def stays(self) -> bool:
        """Whether the token is the same at the next start."""
        return not self._vault.lent("events-token")

    def _made(self) -> str:
        made = secrets.token_urlsafe(24)
        self._vault.keep("events-token", made)
        return made
