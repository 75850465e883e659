"""The whole program as a screen reader of a Linux desktop meets it: over the real bus, by names and roles alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAUNCHER = next(
    (str(path) for path in map(Path, ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"))
     if path.exists()), "",
)  # fmt: skip
PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xvfb,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is the bus of Linux desktops"),
]


def lacks() -> str:
    """What is not installed here, in words; empty when all is."""
    if not LAUNCHER or shutil.which("dbus-daemon") is None:
        return "at-spi2-core or dbus is not installed; `make test` installs them where it may use apt"
    known = subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode == 0
    return "" if known else "python3-pyatspi is not installed; `make test` installs it where it may use apt"


@pytest.fixture
def listening(x_display: str) -> Iterator[dict[str, str]]:
    """The environment of a desktop on which somebody uses a screen reader: a screen, a bus, and the reader's bus."""
    if reason := lacks():
        pytest.skip(reason)
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "DISPLAY": x_display},
    )  # fmt: skip
    assert bus.stdout is not None
    environment = {
        **os.environ, "DISPLAY": x_display, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
        "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0",
    }  # fmt: skip
    launcher = subprocess.Popen(
        [LAUNCHER, "--launch-immediately"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield environment
    finally:
        for one in (launcher, bus):
            one.terminate()
            one.wait()
        bus.stdout.close()


def test_a_screen_reader_goes_to_a_journey_and_reads_its_steps(listening: dict[str, str], workspace: Path) -> None:
    program = Path(sys.executable).with_name("whatsapp-studio")
    studio = subprocess.Popen(
        [program, "--workspace", workspace, "--language", "en", "gui"],
        env=listening, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        done = subprocess.run(
            [PYTHON, CLIENT, "Journeys", "New journey", "Welcome"],
            env=listening, capture_output=True, text=True, timeout=150, check=False,
        )  # fmt: skip
        assert studio.poll() is None, studio.communicate()[0]
    finally:
        studio.terminate()
        said, _ = studio.communicate(timeout=30)
    assert done.returncode == 0, done.stderr + said
    assert "Traceback" not in said
    found = json.loads(done.stdout)
    assert "WhatsApp Studio" in found["window"]
    assert found["canvas"] == "list"
    steps = [name for name in found["steps"] if ", step " in name]
    total = len(steps)
    assert total > 3 and all(f"step {n} of {total}" in name for n, name in enumerate(steps, 1))
    assert any("leads to" in name for name in steps)
    assert any(name.startswith("From ") for name in found["steps"])
    assert any(found["about"])
    assert found["hit"] == found["steps"][0]
