"""The builds on other machines: every script they name is there, all three systems try what they built."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / ".github" / "workflows" / "build.yml"
TEXT = FILE.read_text(encoding="utf-8")
JOBS = dict(re.findall(r"^  ([\w-]+):\n((?:    .*\n|\n)+)", TEXT.split("\njobs:\n")[1], re.MULTILINE))


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """What packaging/build.py can be asked."""
    import importlib

    monkeypatch.syspath_prepend(ROOT / "packaging")
    before = set(sys.modules)
    yield set(importlib.import_module("build").COMMANDS)
    for name in {"build", "bootstrap"} - before:
        sys.modules.pop(name, None)


def test_every_command_it_gives_exists(commands: set[str]) -> None:
    asked = set(re.findall(r"packaging/build\.py (\S+)", TEXT))
    assert asked >= {"program", "self-test", "linux", "windows", "macos"}
    assert asked <= commands
    for script in re.findall(r"run: (\.ci/run|packaging/\S+\.sh)", TEXT):
        assert (ROOT / script).is_file()


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_each_system_tries_what_it_built_and_keeps_it(system: str) -> None:
    job = JOBS[system]
    assert "packaging/build.py program" in job
    assert "packaging/build.py self-test" in job
    assert f"packaging/build.py {system}" in job
    assert "actions/upload-artifact@" in job
    assert "timeout-minutes:" in job


def test_it_runs_by_tag_and_every_night() -> None:
    head = TEXT.split("\njobs:\n")[0]
    assert re.search(r'tags: \["v\*"\]', head)
    assert re.search(r'cron: "\d+ \d+ \* \* \*"', head)


def test_it_may_write_nothing_and_names_no_host() -> None:
    assert "permissions:\n  contents: read\n" in TEXT
    assert TEXT.count("persist-credentials: false") == TEXT.count("actions/checkout@")
    assert not re.search(r"https?://|secrets\.", TEXT)
