"""Decides what every test may rely on: nothing of the person's own is touched, and what goes wrong quietly fails."""

from __future__ import annotations

import gc
import logging
import os
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

# Before any import of Qt: without a display its default platform ends the process instead of raising.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# One language and one encoding for every machine; Qt warns when the locale is plain C.
os.environ["LC_ALL"] = "C.UTF-8"
# The session bus is the way to the person's real keyring and desktop.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _name in list(os.environ):
    if _name.startswith("WHATSAPP_STUDIO_") or _name.lower().endswith("_proxy"):
        del os.environ[_name]

import pytest
from hypothesis import HealthCheck, settings
from keyring.backend import KeyringBackend

pytest_plugins = ["tests.fixtures.desktop"]

# Neither other work on the machine nor chance decides whether a test passes: the same examples at every run, and new
# ones at night. A failure is printed so that it can be run again.
_LAX = [HealthCheck.too_slow]
settings.register_profile("studio", deadline=None, derandomize=True, print_blob=True, suppress_health_check=_LAX)
settings.register_profile("nightly", deadline=None, max_examples=1000, print_blob=True, suppress_health_check=_LAX)
settings.load_profile(os.environ.get("STUDIO_PROFILE", "studio"))

_homes = count()
# How long threads that were told to stop may take to end.
_THREADS_END_WITHIN = 5.0


@pytest.fixture(scope="session")
def _all_homes() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="studio-homes-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def home(_all_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, also for the programs it starts."""
    folder = _all_homes / str(next(_homes))
    folder.mkdir()
    for name, below in (
        ("HOME", ""),
        ("USERPROFILE", ""),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", ".run"),
    ):
        place = folder / below
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(name, str(place))
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Where a test's workspace goes; the folder is not made yet."""
    return tmp_path / "workspace"


class SettableClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        """Show ``moment`` (with its time zone) from now on."""
        if moment.tzinfo is None:
            raise ValueError("a clock shows a moment with a time zone")
        self.moment = moment.astimezone(UTC)

    def forward(self, by: timedelta | float = 0.0, **parts: float) -> None:
        """Go on by a timedelta, by seconds, or by parts such as ``minutes=5``."""
        self.moment += by if isinstance(by, timedelta) else timedelta(seconds=by)
        self.moment += timedelta(**parts)


@pytest.fixture
def clock() -> SettableClock:
    """A Tuesday morning, 09:00 UTC, on which nothing special happens."""
    return SettableClock(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))


class MemoryKeyring(KeyringBackend):
    """A keyring that lasts as long as its test."""

    # It stands where the Secret Service would: the vault trusts only the systems' own keyrings, by their module.
    __module__ = "keyring.backends.SecretService"
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        from keyring.errors import PasswordDeleteError

        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


@pytest.fixture
def memory_keyring() -> Iterator[MemoryKeyring]:
    """A working keyring for this test. Without it there is none, as on a server."""
    import keyring

    before, here = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(here)
    yield here
    keyring.set_keyring(before)


class ExpectedLogs:
    """The log messages that a test calls for, by a regular expression each."""

    def __init__(self) -> None:
        self.patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        self.patterns.append(pattern)


@pytest.fixture
def expect_logs() -> ExpectedLogs:
    """Call it with a pattern for each warning or error that must be logged; any other still fails the test."""
    return ExpectedLogs()


@pytest.fixture(autouse=True)
def _no_stray_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    expected = request.getfixturevalue("expect_logs").patterns if "expect_logs" in request.fixturenames else []
    yield
    records = [
        record
        for when in ("setup", "call", "teardown")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    texts = [record.getMessage() for record in records]
    stray = [
        f"{record.levelname} {record.name}: {text}"
        for record, text in zip(records, texts, strict=True)
        if not any(re.search(pattern, text) for pattern in expected)
    ]
    missing = [pattern for pattern in expected if not any(re.search(pattern, text) for text in texts)]
    if stray:
        pytest.fail("logged without the test expecting it:\n  " + "\n  ".join(stray), pytrace=False)
    if missing:
        pytest.fail("expected in the log and not found:\n  " + "\n  ".join(missing), pytrace=False)


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """What the window does (qt/collecting.py), with a turn after every test instead of every second."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from whatsapp_studio.qt.collecting import collect_some

    gc.disable()
    yield
    collect_some()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Nothing of a window is left for the threads of other tests to find."""
    if "qapp" in getattr(item, "fixturenames", ()) and "qapp" not in getattr(nextitem, "fixturenames", ()):
        gc.collect()
        gc.enable()


@pytest.fixture(autouse=True)
def _no_leftover_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + _THREADS_END_WITHIN
    for thread in set(threading.enumerate()) - before:
        # A dummy is how Python sees a thread of somebody else, such as Qt's pool; it cannot be waited for.
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, until - time.monotonic()))
            if thread.is_alive():
                pytest.fail(f"left a thread running: {thread.name}", pytrace=False)
