"""Decides that a fresh clone comes up: what is installed, when it is done again, and what a person is told to type."""

from __future__ import annotations

import importlib.util
import os
import stat
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks system libraries")


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, for a project in an empty folder, on a system where no program is found."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    project, programs = tmp_path / "project", tmp_path / "programs"
    project.mkdir()
    programs.mkdir()
    for name, value in {
        "ROOT": project,
        "LOCK": project / "requirements.lock",
        "PROJECT": project / "pyproject.toml",
        "VENV": project / ".venv",
        "BIN": project / ".venv" / "bin",
        "PYTHON": project / ".venv" / "bin" / "python",
        "DONE": project / ".venv" / "setup-done.json",
        "DRAWING": {},
    }.items():
        monkeypatch.setattr(script, name, value)
    script.LOCK.write_text("a==1")
    script.PROJECT.write_text("[project]")
    monkeypatch.setenv("PATH", str(programs))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return script


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    return tmp_path / "programs"


def put(folder: Path, name: str, text: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def be_user(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number)


def test_whoever_may_not_install_is_told_the_line_to_type(
    bootstrap: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "DRAWING", {"libc.so.6": "libc6", "libmissing.so.9": "libmissing9"})
    be_user(monkeypatch, 1000)
    put(programs, "apt-get", "exit 0")
    put(programs, "sudo", "exit 1")

    assert bootstrap.main(["setup"]) == 3

    said = capsys.readouterr().err.splitlines()
    assert "lacks libmissing.so.9." in said[0]
    assert said[-1].strip() == "sudo apt-get install -y --no-install-recommends libmissing9"


def test_another_kind_of_linux_is_told_what_to_look_for(bootstrap: ModuleType) -> None:
    told = bootstrap.what_to_type({"libmissing.so.9": "libmissing9"})

    assert "libmissing.so.9" in told
    assert "sudo apt-get" not in told


def test_libraries_for_a_window_are_asked_for_only_where_there_is_one(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "X_WINDOWS", {"libmissing-x.so.9": "x"})
    monkeypatch.setattr(bootstrap, "WAYLAND_WINDOWS", {"libmissing-w.so.9": "w"})
    bootstrap.need_system()

    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(bootstrap.NotReadyError, match=r"libmissing-x\.so\.9"):
        bootstrap.need_system()

    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with pytest.raises(bootstrap.NotReadyError, match=r"libmissing-w\.so\.9, libmissing-x\.so\.9"):
        bootstrap.need_system()


@pytest.mark.parametrize("user", ["root", "may use sudo"])
def test_a_new_machine_gets_its_package_lists_first(
    bootstrap: ModuleType, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    library, asked = tmp_path / "libnew.so", tmp_path / "asked"
    some_library = importlib.util.find_spec("_ctypes")
    assert some_library is not None
    monkeypatch.setattr(bootstrap, "DRAWING", {str(library): "libnew1"})
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.defpath}")
    be_user(monkeypatch, 0 if user == "root" else 1000)
    put(programs, "sudo", f'echo sudo >> {asked}\n[ "$1" = -n ] && shift\n"$@"')
    lists = tmp_path / "lists"
    put(
        programs,
        "apt-get",
        f'echo "$*" >> {asked}\n'
        f'case "$*" in *update*) touch {lists} ;;\n'
        f"*install*libnew1*) [ -e {lists} ] || exit 100; cp {some_library.origin} {library} ;; esac",
    )

    bootstrap.need_system()

    orders = asked.read_text().splitlines()
    verbs = [word for line in orders for word in line.split() if word in ("install", "update")]
    assert verbs == ["install", "update", "install"]
    assert ("sudo" in orders) is (user != "root")


def test_an_install_that_brings_nothing_is_not_believed(
    bootstrap: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "DRAWING", {"libmissing.so.9": "libmissing9"})
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.defpath}")
    be_user(monkeypatch, 0)
    put(programs, "apt-get", "exit 0")

    with pytest.raises(bootstrap.NotReadyError):
        bootstrap.need_system()


def test_tests_go_on_where_their_programs_cannot_be_had(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    be_user(monkeypatch, 1000)

    bootstrap.offer_test_programs()

    assert "skipped for want of" in capsys.readouterr().out


@pytest.fixture
def commands(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would be run to make the environment; making one leaves its interpreter behind."""
    seen: list[list[str]] = []

    def run(command: list[str]) -> None:
        seen.append(command)
        if "venv" in command:
            bootstrap.BIN.mkdir(parents=True)
            bootstrap.PYTHON.touch()

    monkeypatch.setattr(bootstrap, "_run", run)
    return seen


def test_the_environment_is_made_from_the_lock_and_then_left_alone(
    bootstrap: ModuleType, commands: list[list[str]]
) -> None:
    bootstrap.make_environment()

    venv, packages, project = commands
    assert venv[1:3] == ["-m", "venv"]
    assert "--require-hashes" in packages
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(project)
    commands.clear()
    bootstrap.make_environment()
    assert commands == []


def test_uv_is_used_where_it_is_there(bootstrap: ModuleType, commands: list[list[str]], programs: Path) -> None:
    put(programs, "uv", "")

    bootstrap.make_environment()

    assert {Path(command[0]).name for command in commands} == {"uv"}
    assert {"--offline", "--no-deps"} <= set(commands[-1])


@pytest.mark.parametrize(
    ("changed", "again"),
    [("requirements.lock", 3), ("pyproject.toml", 1), (".venv/bin/python", 3), (".venv/setup-done.json", 3)],
)
def test_what_changed_is_done_again_and_no_more(
    bootstrap: ModuleType, commands: list[list[str]], changed: str, again: int
) -> None:
    bootstrap.make_environment()
    commands.clear()
    path = bootstrap.ROOT / changed
    if ".venv" in changed:
        path.unlink()
    else:
        path.write_text("new")

    bootstrap.make_environment()

    assert len(commands) == again


def test_a_setup_that_was_broken_off_is_begun_again(
    bootstrap: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.make_environment()
    bootstrap.LOCK.write_text("b==1")
    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "_run", lambda command: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            bootstrap.make_environment()
    bootstrap.LOCK.write_text("a==1")
    commands.clear()

    bootstrap.make_environment()

    assert len(commands) == 3


def test_wrong_words_are_answered_with_the_right_ones(
    bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["instal"]) == 2
    assert "bootstrap.py setup" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("display", "expected"),
    [(":0", ["--workspace", "build/sample", "gui", "--sample"]), ("", ["demo", "--out", "build/demo"])],
)
def test_run_opens_a_window_where_somebody_can_see_it(
    bootstrap: ModuleType,
    programs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    display: str,
    expected: list[str],
) -> None:
    if display:
        monkeypatch.setenv("DISPLAY", display)
    started: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda program, arguments: started.append(arguments))
    monkeypatch.setattr(bootstrap.subprocess, "call", lambda command: 0)
    monkeypatch.chdir(tmp_path)

    bootstrap.start()

    assert started == [[str(bootstrap.BIN / "whatsapp-studio"), *expected]]
    assert Path.cwd() == bootstrap.ROOT
