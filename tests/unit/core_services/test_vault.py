"""Decides that secrets are kept in a keyring that can be trusted or in memory, and nowhere else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked

from tests.conftest import MemoryKeyring
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.services.vault import SERVICE, Vault


@pytest.fixture
def use_keyring() -> Iterator[Any]:
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


class PlainText(KeyringBackend):
    """Like the one of keyrings.alt: it works, and keeps secrets for everybody to read."""

    __module__ = "keyrings.alt.file"
    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept.append(password)

    def delete_password(self, service: str, username: str) -> None:
        pass


class Refusing:
    """A keyring that is there and says no."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


def test_a_secret_is_kept_in_the_keyring_under_the_workspaces_name(memory_keyring: MemoryKeyring) -> None:
    vault = Vault("w1")

    assert vault.keep("access-token", "EAAsecret")
    assert vault.keep("app-secret", "hush")

    assert memory_keyring.kept == {(SERVICE, "access-token:w1"): "EAAsecret", (SERVICE, "app-secret:w1"): "hush"}
    again = Vault("w1")
    assert (again.get("access-token"), again.get("app-secret")) == ("EAAsecret", "hush")
    assert not again.lent("access-token")
    assert Vault("w2").get("access-token") == ""


def test_forgetting_removes_it_everywhere(memory_keyring: MemoryKeyring) -> None:
    vault = Vault("w1")
    vault.keep("access-token", "one")
    vault.lend("access-token", "two")

    vault.forget("access-token")
    vault.forget("access-token")

    assert vault.get("access-token") == ""
    assert not vault.lent("access-token")
    assert memory_keyring.kept == {}


def test_the_keyring_is_asked_once(memory_keyring: MemoryKeyring) -> None:
    vault = Vault("w1")
    assert vault.get("access-token") == ""
    memory_keyring.kept[SERVICE, "access-token:w1"] = "of another program"
    assert vault.get("access-token") == ""
    vault.keep("access-token", "new")
    assert vault.get("access-token") == "new"


def test_a_secret_for_this_run_wins_and_is_not_kept(memory_keyring: MemoryKeyring) -> None:
    vault = Vault("w1")
    vault.keep("access-token", "stored")
    vault.lend("access-token", "lent")

    assert (vault.get("access-token"), vault.lent("access-token")) == ("lent", True)
    assert "lent" not in memory_keyring.kept.values()
    vault.keep("access-token", "newer")
    assert (vault.get("access-token"), vault.lent("access-token")) == ("newer", False)


@pytest.mark.parametrize(
    ("name", "kind"), [("WHATSAPP_STUDIO_TOKEN", "access-token"), ("WHATSAPP_STUDIO_APP_SECRET", "app-secret")]
)
def test_the_environment_gives_a_secret_for_one_run(monkeypatch: pytest.MonkeyPatch, name: str, kind: Any) -> None:
    monkeypatch.setenv(name, "given")
    vault = Vault("w1")

    assert (vault.get(kind), vault.lent(kind)) == ("given", True)


@pytest.mark.parametrize("backend", [PlainText, null.Keyring, fail.Keyring])
def test_a_keyring_that_cannot_be_trusted_is_none(use_keyring: Any, backend: type[KeyringBackend], home: Path) -> None:
    found = backend()
    use_keyring(found)
    vault = Vault("w1")

    assert not vault.available()
    assert not vault.keep("access-token", "EAAsecret")
    assert vault.get("access-token") == "EAAsecret"
    assert vault.lent("access-token")
    assert not getattr(found, "kept", [])
    assert not [path for path in home.rglob("*") if path.is_file()]
    vault.forget("access-token")
    assert vault.get("access-token") == ""


def test_the_trusted_one_of_several_is_taken(use_keyring: Any, memory_keyring: MemoryKeyring) -> None:
    class Several(chainer.ChainerBackend):
        backends = (PlainText(), memory_keyring)  # type: ignore[assignment]

    use_keyring(Several())
    vault = Vault("w1")

    assert vault.keep("access-token", "EAAsecret")
    assert "EAAsecret" in memory_keyring.kept.values()


@pytest.mark.parametrize("error", [KeyringLocked("x"), InitError("Prompt dismissed"), KeyringError("x")])
def test_a_locked_keyring_says_so_and_nothing_is_lent_silently(error: Exception) -> None:
    vault = Vault("w1", Refusing(error))

    for call in (lambda: vault.get("access-token"), lambda: vault.keep("access-token", "EAAsecret")):
        with pytest.raises(WorldError) as caught:
            call()
        assert caught.value.code == "keyring-locked"
        assert "EAAsecret" not in str(caught.value.facts)
    assert not vault.lent("access-token")


def test_a_locked_keyring_is_asked_again_after_it_was_unlocked() -> None:
    backend = MemoryKeyring()
    vault = Vault("w1", backend)
    locked = Refusing(KeyringLocked("x"))
    vault._given = locked
    with pytest.raises(WorldError):
        vault.get("access-token")
    vault._given = backend
    backend.kept[SERVICE, "access-token:w1"] = "EAAsecret"

    assert vault.get("access-token") == "EAAsecret"


def test_forgetting_with_a_locked_keyring_forgets_what_is_in_memory() -> None:
    vault = Vault("w1", Refusing(KeyringLocked("x")))
    vault.lend("access-token", "EAAsecret")

    with pytest.raises(WorldError):
        vault.forget("access-token")

    assert not vault.lent("access-token")


# What follows asks a real Secret Service, in a program of its own.

pytest_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have other keyrings")


def ask(code: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from whatsapp_studio.services.vault import *\n" + code], env=environment,
        capture_output=True, text=True, timeout=40,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


TRY = """
from whatsapp_studio.base.errors import WorldError
vault = Vault("w1")
assert vault.available()
for call in (lambda: vault.keep("access-token", "EAAsecret"), lambda: vault.get("access-token")):
    try:
        print("done", call())
    except WorldError as error:
        print(error.code, error.facts)
print(vault.lent("access-token"))
"""


@pytest_linux
@pytest.mark.slow
def test_a_real_secret_service_keeps_gets_and_forgets(secret_service: dict[str, str]) -> None:
    assert (
        ask("v = Vault('w1'); print(v.available(), v.keep('access-token', 'é' * 3000))", secret_service) == "True True"
    )
    assert ask("print(len(Vault('w1').get('access-token')))", secret_service) == "3000"
    ask("Vault('w1').forget('access-token')", secret_service)
    assert ask("print(repr(Vault('w1').get('access-token')))", secret_service) == "''"


@pytest_linux
@pytest.mark.slow
def test_a_real_locked_secret_service_is_told(secret_service: dict[str, str]) -> None:
    ask("Vault('w1').keep('access-token', 'EAAsecret')", secret_service)
    lock = """
import secretstorage
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
assert secretstorage.get_default_collection(bus).is_locked()
"""
    lines = ask(lock + TRY, secret_service).splitlines()

    assert [line.split()[0] for line in lines] == ["keyring-locked", "keyring-locked", "False"]
    assert "EAAsecret" not in "".join(lines)


@pytest_linux
@pytest.mark.slow
def test_a_secret_service_that_went_away_is_told(secret_service: dict[str, str]) -> None:
    gone = """
import secretstorage, os, signal
from jeepney import DBusAddress, new_method_call
vault = Vault("w1")
assert vault.keep("access-token", "EAAsecret")
bus = secretstorage.dbus_init()
address = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
asked = new_method_call(address, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
os.kill(bus.send_and_get_reply(asked).body[0], signal.SIGKILL)
from whatsapp_studio.base.errors import WorldError
try:
    print("done", repr(Vault("w1").get("access-token")))
except WorldError as error:
    print(error.code)
"""
    assert ask(gone, secret_service).split()[0] in ("keyring-locked", "done")
