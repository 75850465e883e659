#!/usr/bin/env python3
"""Decides how the program that people install is made out of this folder.

Standard library only. From the project's folder:

    python3 packaging/build.py program   the program as a folder: dist/whatsapp-studio
    python3 packaging/build.py bare      a window with nothing in it, frozen the same way: dist/bare
    python3 packaging/build.py linux     of that folder the Linux packages: dist/packages
    python3 packaging/build.py windows   the installer for Windows, elsewhere one to try it with: dist/packages
    python3 packaging/build.py macos     on a Mac the disk image with the app: dist/packages
    python3 packaging/build.py sizes     what the program's folder holds, part by part
    python3 packaging/build.py self-test the program tries itself out, in a folder with an awkward name

The tools it needs come into build/venv, from packaging/requirements-build.lock.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap import NotReadyError, base_python, use_a_fitting_python

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
LOCK = HERE / "requirements-build.lock"
BUILD, DIST = ROOT / "build", ROOT / "dist"
VENV = BUILD / "venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DONE = VENV / "setup-done.json"
PROGRAM = DIST / "whatsapp-studio"
START = "whatsapp-studio-cli.exe" if os.name == "nt" else "whatsapp-studio"


def make_environment() -> None:
    """Bring build/venv to what the lock says; quick when it is there already."""
    wanted = {
        "python": f"{base_python()} {sys.version}",
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
    }
    try:
        done = json.loads(DONE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        done = {}
    if done == wanted and PYTHON.exists():
        return
    print("Making build/venv with the locked tools; the first time this may take a minute or two.", flush=True)
    uv = shutil.which("uv")
    pip = (
        [uv, "pip", "install", "-q", "--python", str(PYTHON)]
        if uv
        else [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    )
    if {**done, "project": ""} != {**wanted, "project": ""} or not PYTHON.exists():
        shutil.rmtree(VENV, ignore_errors=True)
        made_by = [uv, "venv", "-q", "--python", base_python()] if uv else [base_python(), "-m", "venv"]
        run([*made_by, str(VENV)])
        run([*pip, "--require-hashes", "-r", str(LOCK)])
    local = ["--offline"] if uv else ["--no-index"]
    run([*pip, *local, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    DONE.write_text(json.dumps(wanted), encoding="utf-8")


def run(command: list[str]) -> None:
    """Run a command in the project's folder; raises where it fails."""
    subprocess.run(command, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)


def freeze(spec: Path, name: str) -> Path:
    """Have PyInstaller make dist/``name``; the former one stays until the new one is whole."""
    fresh = BUILD / "frozen"
    work = BUILD / "pyinstaller"
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(fresh), "--workpath", str(work)]
    run([str(PYTHON), "-m", "PyInstaller", *options, str(spec)])
    DIST.mkdir(exist_ok=True)
    for app in fresh.glob("*.app"):
        shutil.rmtree(DIST / app.name, ignore_errors=True)
        app.rename(DIST / app.name)
    target, former = DIST / name, BUILD / f"{name}-former"
    shutil.rmtree(former, ignore_errors=True)
    if target.exists():
        target.rename(former)
    (fresh / name).rename(target)
    shutil.rmtree(former, ignore_errors=True)
    return target


def program() -> None:
    """The program as a folder."""
    make_environment()
    made = freeze(HERE / "whatsapp-studio.spec", "whatsapp-studio")
    run([str(made / START), "--version"])
    print(f"Made {made.relative_to(ROOT)}: {_megabytes(made):.0f} MB")


def linux() -> None:
    """Of the program the Linux packages; the program is made where it is not there yet."""
    make_environment()
    if not PROGRAM.exists():
        program()
    run([str(PYTHON), str(HERE / "linux" / "packages.py"), str(PROGRAM), str(DIST / "packages"), version()])


def windows() -> None:
    """The installer of the program; elsewhere than on Windows one of the trial payload, that Wine can try."""
    make_environment()
    if os.name == "nt" and not PROGRAM.exists():
        program()
    payload = str(PROGRAM) if os.name == "nt" else "trial"
    run([str(PYTHON), str(HERE / "windows" / "package.py"), payload, str(DIST / "packages"), version()])


def macos() -> None:
    """The disk image, signed with what the environment says; macOS alone has the tools."""
    if sys.platform != "darwin":
        raise NotReadyError("The app for macOS can be made on a Mac only.")
    make_environment()
    app = DIST / "WhatsApp Studio.app"
    if not app.exists():
        program()
    run([str(HERE / "macos" / "package.sh"), str(app), str(DIST / "packages"), version()])


def version() -> str:
    """The version that pyproject.toml says."""
    import tomllib

    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def sizes() -> None:
    """What the program's folder holds, part by part, and why; as the table of packaging/README.md."""
    import sizes as parts

    print(parts.table(PROGRAM))


def self_test() -> None:
    """A copy of the program, in a folder with spaces and letters of others, tries itself out without our Python."""
    room = BUILD / "self-test" / "prova è – テスト"
    shutil.rmtree(room.parent, ignore_errors=True)
    (room / "tmp").mkdir(parents=True)
    copy = shutil.copytree(PROGRAM, room / PROGRAM.name, symlinks=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment = {**kept, "TMPDIR": str(room / "tmp"), "TEMP": str(room / "tmp")}
    command = [str(copy / START), "--workspace", str(room / "workspace"), "self-test"]
    subprocess.run(command, check=True, cwd=room, env=environment, stdin=subprocess.DEVNULL)
    shutil.rmtree(room.parent)


def bare() -> None:
    """The window that the program's start is measured against."""
    make_environment()
    made = freeze(HERE / "bare" / "bare.spec", "bare")
    print(f"Made {made.relative_to(ROOT)}: {_megabytes(made):.0f} MB")


@contextmanager
def _alone() -> Iterator[None]:
    """One build at a time: they share their folders. A second one waits."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        if os.name == "posix":
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Waiting for another build to end.", flush=True)
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _megabytes(folder: Path) -> float:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


COMMANDS = {
    "program": program, "linux": linux, "windows": windows, "macos": macos, "bare": bare, "sizes": sizes,
    "self-test": self_test,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run one command; gives the exit code."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        use_a_fitting_python()
        with _alone():
            COMMANDS[arguments[0]]()
    except NotReadyError as error:
        print(error, file=sys.stderr)
        return 3
    except subprocess.CalledProcessError as error:
        print(f"This did not succeed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
