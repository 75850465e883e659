"""Decides that the tests themselves can be trusted: each quiet kind of trouble is made once and has to be noticed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

QUIET_TROUBLE = '''
"""Tests that end well although something went wrong."""

import logging, threading, time, warnings
import pytest
from PySide6.QtCore import QObject, QTimer, Signal, qWarning

def test_good(workspace, clock): assert not workspace.exists() and clock.now().tzinfo
def test_good_that_expects_a_log(expect_logs):
    expect_logs("disk .* full")
    logging.getLogger("whatsapp_studio.storage").error("the disk is full")

def test_warning(): warnings.warn("old", DeprecationWarning)
def test_file_left_open(tmp_path): (tmp_path / "x").open("w")
def test_log_warning(): logging.getLogger("whatsapp_studio.delivery").warning("hm")
def test_log_error_of_another_library(): logging.getLogger("httpx").error("hm")
def test_log_error_beside_an_expected_one(expect_logs):
    expect_logs("this")
    logging.getLogger("x").error("this")
    logging.getLogger("x").error("and that")
def test_expected_log_that_never_came(expect_logs): expect_logs("this")
def test_thread_left():
    threading.Thread(target=time.sleep, args=(30,), daemon=True, name="lost").start()
def test_exception_in_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
def test_exception_in_a_slot(qtbot):
    class Sender(QObject):
        sent = Signal()
    sender = Sender()
    sender.sent.connect(lambda: 1 / 0)
    sender.sent.emit()
def test_qt_warning(qtbot): qWarning("hm")
@pytest.mark.xfail
def test_that_was_to_fail(): pass
'''


def run_tests(folder: Path, text: str) -> tuple[dict[str, str], str]:
    """Run ``text`` as a test file under the project's own settings; gives each test's trouble ("" is none)."""
    file, result = folder / "test_trouble.py", folder / "result.xml"
    file.write_text(text, encoding="utf-8")
    ours = ["-p", "no:cacheprovider", "-p", "tests.conftest", "-c", ROOT / "pyproject.toml"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *ours, f"--junitxml={result}", file],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    said = done.stdout + done.stderr
    if not result.exists():
        return {}, said
    troubles: dict[str, str] = {}
    for case in ElementTree.parse(result).iter("testcase"):
        worst = [child.get("message") or child.tag for child in case if child.tag in ("failure", "error")]
        troubles[case.get("name", "")] = troubles.get(case.get("name", ""), "") + " ".join(worst)
    return troubles, said


def test_what_goes_wrong_quietly_fails_a_test(tmp_path: Path) -> None:
    troubles, said = run_tests(tmp_path, QUIET_TROUBLE)

    assert len(troubles) == QUIET_TROUBLE.count("def test_"), said
    for name, trouble in troubles.items():
        assert bool(trouble) is not name.startswith("test_good"), f"{name}: {trouble}\n{said}"


def test_a_marker_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    troubles, said = run_tests(tmp_path, '"""T."""\nimport pytest\n@pytest.mark.slwo\ndef test_good(): pass\n')

    assert "'slwo' not found in `markers`" in said + str(troubles)


def test_a_loop_that_never_ends_is_ended(tmp_path: Path) -> None:
    endless = '"""T."""\nimport pytest\n@pytest.mark.timeout(1)\ndef test_endless():\n    while True: pass\n'

    troubles, said = run_tests(tmp_path, endless)

    assert "Timeout" in troubles["test_endless"], said


def test_nothing_of_the_persons_own_is_in_reach(home: Path) -> None:
    import keyring
    import platformdirs
    from keyring.backends import fail

    assert isinstance(keyring.get_keyring(), fail.Keyring)
    assert Path.home() == home
    for place in (platformdirs.user_data_path(), platformdirs.user_config_path(), platformdirs.user_log_path()):
        assert place.is_relative_to(home)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False cannot be used up any more")
def test_qt_calls_leave_the_count_of_none_and_true_alone(qtbot: object) -> None:
    # PySide6 6.12.0 takes one reference of None in every call that gives nothing back, and one of True in every emit;
    # after some thousand calls the interpreter ends.
    from PySide6.QtCore import QObject, QTimer, Signal

    class Sender(QObject):
        sent = Signal(int)

    sender, timer, calls = Sender(), QTimer(), 200
    sender.sent.connect(lambda number: None)

    def taken(call: Callable[[], object], of: object) -> int:
        call()
        before = sys.getrefcount(of)
        for _ in range(calls):
            call()
        return before - sys.getrefcount(of)

    assert taken(lambda: timer.setSingleShot(True), None) < calls / 2
    assert taken(lambda: sender.sent.emit(1), True) < calls / 2


def locked() -> dict[str, str]:
    """Name → version of every package in the lock."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    found = (re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line) for line in lines)
    return {canonicalize_name(one[1]): one[2] for one in found if one}


def test_the_lock_fits_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    versions = locked()
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    for requirement in map(Requirement, wanted + project["build-system"]["requires"]):
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is not locked"
        assert requirement.specifier.contains(version), f"{requirement} is locked at {version}"


def test_the_lock_is_names_versions_and_hashes() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in filter(None, map(str.strip, text.splitlines())):
        assert re.fullmatch(r"[\w.-]+==[\w.+!]+( ; [^#@]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", line), line[:200]


def test_the_wheel_carries_the_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from whatsapp_studio.base import paths\n"
        "print(paths.resource('.'))\n"
    )
    unpacked = tmp_path / "somewhere è else"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, unpacked], check=True)

    done = subprocess.run([sys.executable, "-c", code, unpacked], capture_output=True, text=True, check=True)

    shipped = Path(done.stdout.strip())
    assert shipped.is_relative_to(unpacked)
    source = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert source
    assert {path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()} == source
