#!/usr/bin/env python3
"""Decides how a fresh clone becomes a program that runs: system libraries, .venv with the locked packages, a start.

Standard library only, because it runs before anything is installed. From the project's folder:

    python3 packaging/bootstrap.py setup    makes .venv, or leaves it when nothing changed
    python3 packaging/bootstrap.py tests    the same, and what a few tests need where it may be installed
    python3 packaging/bootstrap.py run      the same as setup, then opens the Studio on sample data

Ends with 3 and the line to type when the system lacks something that this script may not install.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DONE = VENV / "setup-done.json"
OLDEST, NEWEST = (3, 11), (3, 14)
NOT_READY = 3

# Library or program → the package of Debian and Ubuntu that brings it.
DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
X_WINDOWS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_WINDOWS = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xwininfo": "x11-utils",
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
}
# What a screen reader talks through, for one test: not on the PATH, but where Debian has it.
READING_ALOUD = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}


EMOJI_FONT = "NotoColorEmoji.ttf"


class NotReadyError(Exception):
    """The system lacks something; the text says what to type."""


def has_display() -> bool:
    """Whether a window can be shown to somebody here."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def lacking(libraries: dict[str, str]) -> dict[str, str]:
    """Those of ``libraries`` that the system's loader does not find."""

    def loads(name: str) -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return {name: package for name, package in libraries.items() if not loads(name)}


def as_administrator() -> list[str] | None:
    """What to put in front of apt-get so that it may install, or None where it may not without being asked."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(wanted: dict[str, str]) -> bool:
    """Install the system packages of ``wanted``, where that is allowed; whether apt-get says that it did."""
    first = as_administrator()
    if first is None:
        return False
    packages = sorted(set(wanted.values()))
    print("Installing with apt-get:", *packages, flush=True)
    apt = [*first, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # A new machine has no package lists, or old ones that name files no longer there.
    return _quietly(command) or (_quietly([*apt, "update"]) and _quietly(command, show=True))


def _quietly(command: list[str], *, show: bool = False) -> bool:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode and show:
        print(done.stdout.decode(errors="replace"), file=sys.stderr)
    return done.returncode == 0


def what_to_type(wanted: dict[str, str]) -> str:
    """The line that brings ``wanted``, for the person who may type it."""
    packages = " ".join(sorted(set(wanted.values())))
    if shutil.which("apt-get"):
        return f"Type this line, then try again:\n  sudo apt-get install -y --no-install-recommends {packages}"
    return (
        f"Install what brings {', '.join(sorted(wanted))} with your system's package manager, then try again."
        f"\nOn Debian and Ubuntu the packages are: {packages}"
    )


def need_system() -> None:
    """Make sure that Qt finds its libraries and that Python can make an environment."""
    wanted: dict[str, str] = {}
    if sys.platform.startswith("linux"):
        libraries = dict(DRAWING)
        if os.environ.get("DISPLAY"):
            libraries |= X_WINDOWS
        if os.environ.get("WAYLAND_DISPLAY"):
            libraries |= WAYLAND_WINDOWS
        wanted = lacking(libraries)
    if not shutil.which("uv") and importlib.util.find_spec("ensurepip") is None:
        wanted["ensurepip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not wanted:
        return
    if install(wanted):
        importlib.invalidate_caches()
        wanted = lacking({name: package for name, package in wanted.items() if name != "ensurepip"})
        if not wanted:
            return
    raise NotReadyError(f"This system lacks {', '.join(sorted(wanted))}.\n{what_to_type(wanted)}")


def offer_test_programs() -> None:
    """Install what the tests of a real display and a real keyring need; without it those tests are skipped."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {name: package for name, package in TEST_PROGRAMS.items() if shutil.which(name) is None}
    wanted |= lacking(X_WINDOWS)
    wanted |= {path: package for path, package in READING_ALOUD.items() if not Path(path).exists()}
    if wanted and not install(wanted):
        print(f"A few tests will be skipped for want of {', '.join(sorted(wanted))}.\n{what_to_type(wanted)}")


def offer_fonts() -> None:
    """Bring a font with the little pictures that messages are full of, where that needs no asking."""
    if sys.platform.startswith("linux") and not any(Path("/usr/share/fonts").glob(f"**/{EMOJI_FONT}")):
        install({EMOJI_FONT: "fonts-noto-color-emoji"})


def base_python() -> str:
    """The interpreter that an environment is made from, also when this one runs inside an environment."""
    return os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable)


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment() -> None:
    """Bring .venv to what the lock and the project say; quick when it is there already."""
    python = f"{base_python()} {sys.version}"
    packages = _digest(LOCK.read_bytes(), python.encode(), str(ROOT).encode())
    project = _digest(PROJECT.read_bytes())
    try:
        done = json.loads(DONE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        done = {}
    whole = PYTHON.exists() and done.get("packages") == packages
    if whole and done.get("project") == project:
        return
    DONE.unlink(missing_ok=True)
    uv = shutil.which("uv")
    pip = (
        [uv, "pip", "install", "-q", "--python", str(PYTHON)]
        if uv
        else [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    )
    if not whole:
        print("Making .venv with the locked packages; the first time this may take a minute or two.", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        if uv:
            _run([uv, "venv", "-q", "--python", base_python(), str(VENV)])
        else:
            _run([base_python(), "-m", "venv", str(VENV)])
        _run([*pip, "--require-hashes", "-r", str(LOCK)])
    local = ["--offline"] if uv else ["--no-index"]
    _run([*pip, *local, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    DONE.write_text(json.dumps({"packages": packages, "project": project}), encoding="utf-8")


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)


def start() -> int:
    """Open the Studio on sample data; where nobody could see a window, write what it does into a folder."""
    command = [str(BIN / "whatsapp-studio")]
    if has_display():
        command += ["--workspace", os.path.join("build", "sample"), "gui", "--sample"]
    else:
        print("There is no display here: the Studio does its main job without a window.", flush=True)
        command += ["demo", "--out", os.path.join("build", "demo")]
    os.chdir(ROOT)
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def use_a_fitting_python() -> None:
    """Go on with another interpreter of this machine when this one is too old or too new."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            os.execv(other, [other, *sys.argv])
    raise NotReadyError(
        f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this is {sys.version.split()[0]}.\n"
        "Install one of them (on Debian 12 and Ubuntu 24.04: sudo apt-get install python3), then try again."
    )


def main(arguments: list[str]) -> int:
    """Run one of the three commands; gives the exit code."""
    if arguments not in (["setup"], ["tests"], ["run"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        use_a_fitting_python()
        need_system()
        if arguments == ["tests"]:
            offer_test_programs()
        if arguments == ["run"]:
            offer_fonts()
        make_environment()
    except NotReadyError as error:
        print(error, file=sys.stderr)
        return NOT_READY
    except subprocess.CalledProcessError as error:
        print(f"This did not succeed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return start() if arguments == ["run"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
