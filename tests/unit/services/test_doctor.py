"""Decides that the check-up names what is wrong, and what to do about it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from whatsapp_studio.app import Studio
from whatsapp_studio.services import doctor as doctor_module
from whatsapp_studio.services import program
from whatsapp_studio.services.crashes import Watch, redacted


class Usage(NamedTuple):
    free: int


@pytest.fixture
def studio(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    # Nobody is asked for the time: that is tried against the sandbox elsewhere.
    clock = doctor_module.Finding("clock", "Clock", True, "")
    monkeypatch.setattr(doctor_module.Doctor, "_clock", lambda _self: clock)
    made = Studio.open(workspace)
    yield made
    made.close()


def found(studio: Studio, key: str) -> tuple[bool, str]:
    (one,) = [one for one in studio.doctor.examine() if one.key == key]
    return one.ok, one.text


def crash(studio: Studio, row: int) -> None:
    mark = {"pid": 0, "began": "2026-03-03T09:00:00.000+00:00", "boot": "", "safe": False, "row": row}
    (studio.paths.logs / "running.json").write_text(json.dumps(mark))
    watch = Watch(studio.paths.logs, studio.clock)
    watch.begin()
    watch.end()


def test_one_end_that_nobody_wanted_is_told_and_many_are_a_fault(studio: Studio) -> None:
    assert found(studio, "last-crash") == (True, "Every run ended as it should.")
    crash(studio, 0)
    ok, text = found(studio, "last-crash")
    assert ok and "2026-03-03" in text
    (studio.paths.logs / "fault-0.log").write_text("Fatal Python error: Segmentation fault")
    crash(studio, 1)
    ok, text = found(studio, "last-crash")
    assert not ok and "--safe-mode" in text


def test_a_disk_that_is_nearly_full_says_what_to_do(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_module.shutil, "disk_usage", lambda _path: Usage(12_000_000))
    ok, text = found(studio, "disk")
    assert not ok and text.startswith("12 MB free.") and "Free some space" in text


def test_rows_that_refer_to_nothing_are_damage(studio: Studio) -> None:
    assert found(studio, "workspace")[0]
    conn = studio._store.db.conn
    conn.execute("PRAGMA foreign_keys=OFF")
    conn.execute(
        "INSERT INTO consents (contact_id, phone, purpose, state, source, at)"
        " VALUES (99, '', 'marketing', 'yes', '', '')"
    )
    assert not found(studio, "workspace")[0]


def test_a_second_one_says_that_the_first_is_open(studio: Studio, workspace: Path) -> None:
    other = Studio.open(workspace)
    try:
        assert "open in a window" in found(other, "instance")[1]
    finally:
        other.close()


@pytest.mark.parametrize(("families", "ok"), [("DejaVu Sans\n", False), ("DejaVu Sans\nNoto Color Emoji\n", True)])
def test_a_system_without_emoji_is_told(families: str, ok: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.sys, "platform", "linux")
    monkeypatch.setattr(program.shutil, "which", lambda _name: "fc-list")
    done = subprocess.CompletedProcess([], 0, families)
    monkeypatch.setattr(program.subprocess, "run", lambda *_, **__: done)
    assert program._fonts().ok is ok


def test_a_language_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program._languages().ok
    monkeypatch.setattr(program, "resource", lambda _name: tmp_path)
    assert not program._languages().ok


def test_what_may_be_anybodys_is_left_out_of_a_report() -> None:
    home, others = Path.home(), "/".join(("", "home", "marieke"))
    told = redacted(
        f"Traceback (most recent call last):\n  File \"{home}/studio/a.py\", line 3, in go\n"
        f"  File \"{others}/b.py\", line 4, in on\nValueError: Hi Maria, your code is 12\n"
        "whatsapp_studio.base.errors.WorldError: disk-full\nto +31 6 1234 5678 with EAAGabcdefgh1234"
    )
    assert "Maria" not in told and "marieke" not in told and str(home) not in told
    assert "1234 5678" not in told and "EAAG" not in told
    assert "ValueError: …" in told and "WorldError: disk-full" in told and "line 3, in go" in told
