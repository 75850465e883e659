"""Decides that secrets and windows work with the real parts of a Linux desktop, not only with stand-ins."""

from __future__ import annotations

import os
import subprocess
import sys
import time
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


def windows(display: str) -> str:
    """What an X server says of its windows: a line each, with the title."""
    return subprocess.run(
        ["xwininfo", "-root", "-tree", "-display", display], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.xvfb
@pytest.mark.timeout(180)
def test_the_window_opens_on_a_real_screen(x_display: str, workspace: Path) -> None:
    program = Path(sys.executable).with_name("whatsapp-studio")
    studio = subprocess.Popen(
        [program, "--workspace", workspace, "gui", "--sample"],
        env={**os.environ, "DISPLAY": x_display, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        until = time.monotonic() + 60
        while "WhatsApp Studio" not in windows(x_display):
            assert studio.poll() is None, studio.communicate()[0]
            assert time.monotonic() < until, "no window within 60 s"
            time.sleep(0.1)
    finally:
        studio.kill()
        said, _ = studio.communicate()
    assert "Traceback" not in said
