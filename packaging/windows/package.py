"""Decides what the installer for Windows is made of, and makes it.

    python packaging/windows/package.py PROGRAM OUT VERSION

with the Python of build/venv. PROGRAM is the folder that PyInstaller made on Windows; where it is the word "trial", the
payload of payload.py is made and taken instead. makensis must be on the PATH.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent)]

import iconfiles  # noqa: E402
import payload  # noqa: E402

BUILD = ROOT / "build" / "windows"
SCRIPT = HERE / "installer.nsi"
TRIAL = "trial"


def make(program: Path | None, out: Path, version: str) -> Path:
    """Make the installer of the folder ``program``, or of the trial payload where it is None; returns the file made."""
    makensis = shutil.which("makensis")
    if makensis is None:
        raise SystemExit("makensis is not here. Install NSIS 3.08 or newer; on Debian the package is called nsis.")
    icons = iconfiles.write(BUILD / "icons")
    source = payload.make(BUILD / "payload") if program is None else program
    removing = BUILD / "removing.nsh"
    removing.write_text(removal(source), encoding="utf-8-sig")
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"WhatsApp-Studio-{version}-x64{'-trial' if program is None else ''}.exe"
    values = {
        "VERSION": version, "NUMBERS": numbers(version), "PAYLOAD": source, "ICONS": icons, "REMOVING": removing,
        "TARGET": target, "KILOBYTES": sum(one.stat().st_size for one in source.rglob("*") if one.is_file()) // 1024,
    }  # fmt: skip
    defined = [f"-D{name}={value}" for name, value in values.items()] + (["-DTRIAL"] if program is None else [])
    subprocess.run([makensis, "-V2", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)], check=True)
    return target


def removal(program: Path) -> str:
    """The lines that remove what was installed and nothing else: a folder goes only once it is empty."""
    entries = sorted(program.rglob("*"), key=lambda one: one.relative_to(program).as_posix())
    lines = [f'Delete "{_place(one, program)}"' for one in entries if not one.is_dir()]
    lines += [f'RMDir "{_place(one, program)}"' for one in reversed(entries) if one.is_dir()]
    return "\n".join(lines) + "\n"


def _place(path: Path, program: Path) -> str:
    inside = path.relative_to(program).as_posix().replace("/", "\\").replace("$", "$$")
    return f"$INSTDIR\\{inside}"


def numbers(version: str) -> str:
    """The version as the four numbers that Windows wants."""
    release = version.split("+")[0].split("-")[0].split(".")
    digits = [int("".join(c for c in part if c.isdigit()) or 0) for part in release]
    return ".".join(str(n) for n in [*digits, 0, 0, 0, 0][:4])


def main(arguments: list[str]) -> int:
    """Make the installer that the command line names; gives the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    program = None if arguments[0] == TRIAL else Path(arguments[0]).resolve()
    made = make(program, Path(arguments[1]).resolve(), arguments[2])
    print(f"Made {made}: {made.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
