"""Shows that ``self-test`` says of each part how it fared, and ends with 1 when one of them did not fare well."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.program import PROGRAM
from whatsapp_studio.cli import main, selftest
from whatsapp_studio.services import sandboxing

QUIET = ("--json", "self-test")


def answered(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def parts(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["part"]: one for one in found["parts"]}


def test_the_quick_one_sends_nothing_and_the_one_without_a_window_opens_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*QUIET, "--quick", "--no-window"]) == 0
    found = answered(capsys)
    assert found["ok"] is True
    assert list(parts(found)) == ["resources", "migrations", "keyring", "libraries"]
    assert all(one["ok"] and one["said"] and one["seconds"] >= 0 for one in found["parts"])


@pytest.mark.parametrize(("part", "lost"), [
    ("resources", "xml.etree"), ("migrations", "sqlite_utils"), ("keyring", "secretstorage"), ("libraries", "numpy"),
])  # fmt: skip
def test_one_part_that_is_broken_makes_it_end_with_1(
    part: str, lost: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if part == "resources":
        monkeypatch.setattr(selftest.selftest, "_SHIPPED", ("icons/none.svg",))
    else:
        monkeypatch.setitem(sys.modules, lost, None)
    assert main([*QUIET, "--quick", "--no-window"]) == 1
    found = answered(capsys)
    assert found["ok"] is False
    assert [name for name, one in parts(found).items() if not one["ok"]] == [part]


def test_a_person_reads_a_line_for_each_part(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest.selftest, "_SHIPPED", ("icons/none.svg",))
    assert main(["self-test", "--quick", "--no-window"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("✗ Files of the program") and "none.svg is missing." in told.err
    assert "✓ Libraries" in told.err
    assert told.out == "Something does not work: see the lines marked with ✗.\n"


@pytest.mark.slow
def test_a_campaign_goes_through_the_sandbox_and_never_to_where_real_messages_go(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHATSAPP_STUDIO_GRAPH_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("WHATSAPP_STUDIO_TOKEN", "a real one")
    assert main([*QUIET, "--no-window"]) == 0
    said = parts(answered(capsys))["campaign"]["said"]
    assert said.startswith("12 messages were sent to the sandbox and arrived")


def test_a_sandbox_that_does_not_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandboxing, "program", lambda: [sys.executable, "-c", "print('no')"])
    part = selftest.selftest.try_part("campaign", selftest.campaign, tmp_path)
    assert not part.ok and "sandbox" in part.said.lower()


@pytest.mark.slow
def test_messages_that_do_not_arrive_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "_LONGEST", 0.0)
    part = selftest.selftest.try_part("campaign", selftest.campaign, tmp_path)
    assert not part.ok and part.said == "Only 0 of 12 messages arrived in time."


@pytest.mark.slow
def test_the_window_is_tried_in_a_child_of_this_program(tmp_path: Path) -> None:
    said = selftest.window(tmp_path / "window")
    assert said.startswith("9 pages were painted twice, in English and in Dutch") and said.endswith("offscreen.")


@pytest.mark.xvfb
@pytest.mark.slow
def test_the_window_is_tried_on_the_screen_where_there_is_one(
    x_display: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert selftest.window(tmp_path / "window").endswith("xcb.")


def test_qt_that_ends_the_whole_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none-such")
    part = selftest.selftest.try_part("window", selftest.window, tmp_path)
    assert not part.ok
    assert part.said.startswith("The window ended the program (exit code -6)") and "none-such" in part.said


def test_a_window_that_hangs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    monkeypatch.setattr(selftest, "program", lambda: hangs)
    monkeypatch.setattr(selftest, "_WINDOW_WITHIN", 0.5)
    part = selftest.selftest.try_part("window", selftest.window, tmp_path)
    assert not part.ok and part.said == "The window did not come to an end in time."


def test_the_program_starts_itself_as_it_was_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from whatsapp_studio.base.paths import program

    assert program() == PROGRAM
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "whatsapp-studio.exe"))
    assert program() == [str(tmp_path / "whatsapp-studio.exe")]
    twin = tmp_path / "whatsapp-studio-cli.exe"
    twin.touch()
    assert program() == [str(twin)]


@pytest.mark.slow
def test_a_real_keyring_is_used_and_left_as_it_was(secret_service: dict[str, str], tmp_path: Path) -> None:
    run = partial(subprocess.run, env=secret_service, capture_output=True, text=True, timeout=60, check=False)
    done = run([*PROGRAM, "--json", "self-test", "--quick", "--no-window"])
    assert parts(json.loads(done.stdout))["keyring"]["said"] == "A secret was kept, read and removed."
