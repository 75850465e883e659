"""Decides which packages of a distribution the built program needs: what it does not bring itself."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

# Library → the package of Debian and Ubuntu that brings it; since Ubuntu 24.04 some have a new name, which comes first.
DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Without these the program opens all the same: through X, and without a printer.
WISHES = {"libcups.so.2", "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"}
# All of these come with the C library.
C_LIBRARY = re.compile(r"(ld-linux.*|lib(c|dl|m|pthread|resolv|rt|util))\.so\.\d+")


@dataclass(frozen=True)
class Needs:
    """``libraries``: sonames that the machine must bring; ``glibc``: the oldest C library that will do."""

    libraries: frozenset[str]
    glibc: str

    def debian(self, *, wishes: bool = False) -> list[str]:
        """Packages of Debian and Ubuntu; raises ``KeyError`` for a library that nobody has looked up yet."""
        return sorted({DEBIAN[name] for name in self.libraries if (name in WISHES) is wishes})

    def rpm(self, *, wishes: bool = False) -> list[str]:
        """The same for systems with RPM, by library name as these want it."""
        return sorted(f"{name}()(64bit)" for name in self.libraries if (name in WISHES) is wishes)


def needs(program: Path) -> Needs:
    """What the program in the folder ``program`` asks of the machine. Uses ``objdump`` (binutils)."""
    files = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink() and is_elf(path)]
    beside = {path.name for path in program.rglob("*.so*")}
    asked: set[str] = set()
    newest = (0, 0)
    for path in files:
        said = subprocess.run(
            ["objdump", "-p", str(path)], capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}
        ).stdout
        asked |= set(re.findall(r"^\s+NEEDED\s+(\S+)$", said, re.MULTILINE))
        versions = ((int(a), int(b)) for a, b in re.findall(r"\bGLIBC_(\d+)\.(\d+)", said))
        newest = max(newest, *versions, newest)
    lacking = {name for name in asked - beside if not C_LIBRARY.fullmatch(name)}
    return Needs(frozenset(lacking), f"{newest[0]}.{newest[1]}")


def is_elf(path: Path) -> bool:
    """Whether a file is a program or library of Linux."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
