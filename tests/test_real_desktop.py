"""Decides that secrets and windows work with the real parts of a Linux desktop, not only with stand-ins."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows and macOS bring parts of their own"),
]

KEEP = """
from whatsapp_studio.services.vault import Vault
vault = Vault("a workspace")
assert vault.available()
assert vault.keep("access-token", "EAAsecret")
assert not vault.lent("access-token")
"""
READ = """
from whatsapp_studio.services.vault import Vault
assert Vault("another workspace").get("access-token") == ""
vault = Vault("a workspace")
print(vault.get("access-token"))
vault.forget("access-token")
print(repr(Vault("a workspace").get("access-token")))
"""


def test_a_secret_outlives_the_program_in_the_secret_service(secret_service: dict[str, str], home: Path) -> None:
    def run(code: str) -> str:
        done = subprocess.run([sys.executable, "-c", code], env=secret_service, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run(KEEP)

    assert not [path for path in home.rglob("*") if path.is_file() and b"EAAsecret" in path.read_bytes()]
    assert run(READ).split() == ["EAAsecret", "''"]
