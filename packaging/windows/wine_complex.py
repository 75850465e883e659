"""Decides how the trial under Wine gets the functions for complex numbers that Wine's C library only pretends to have.

    python3 packaging/windows/wine_complex.py SYSTEM32

puts Wine's own library aside as ucrtold.dll, and in its place one that hands everything on but these functions, which
come from MinGW's. Standard library only; needs MinGW. Nothing of this is ever in what is installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

CROSS = "x86_64-w64-mingw32-"
TO_COMPLEX = "ccos ccosh cexp clog conj cproj csin csinh csqrt ctan ctanh".split()
TO_REAL = "cabs carg cimag creal".split()


def source() -> tuple[str, list[str]]:
    """The functions in C, by the way Windows hands complex numbers over, and what they are to be called."""
    lines = ["#include <complex.h>", "typedef struct { double r, i; } D;", "typedef struct { float r, i; } F;"]
    names = []
    for kind, number, suffix in (("D", "double", ""), ("F", "float", "f")):
        for name in TO_COMPLEX:
            lines.append(
                f"{kind} s_{name}{suffix}({kind} z) {{ double _Complex w = {name}(__builtin_complex((double)z.r, "
                f"(double)z.i)); return ({kind}){{({number})creal(w), ({number})cimag(w)}}; }}"
            )
        for name in TO_REAL:
            lines.append(
                f"{number} s_{name}{suffix}({kind} z) "
                f"{{ return ({number}){name}(__builtin_complex((double)z.r, (double)z.i)); }}"
            )
        lines.append(
            f"{kind} s_cpow{suffix}({kind} a, {kind} b) {{ double _Complex w = cpow(__builtin_complex((double)a.r, "
            f"(double)a.i), __builtin_complex((double)b.r, (double)b.i)); "
            f"return ({kind}){{({number})creal(w), ({number})cimag(w)}}; }}"
        )
        names += [f"{name}{suffix} = s_{name}{suffix}" for name in [*TO_COMPLEX, *TO_REAL, "cpow"]]
    # A long double of Windows is a double.
    names += [f"{name}l = s_{name}" for name in [*TO_COMPLEX, *TO_REAL, "cpow"]]
    return "\n".join(lines) + "\n", names


def main(system: Path) -> None:
    """Make both libraries in the folder of Wine's libraries."""
    own = system / "ucrtbase.dll"
    said = subprocess.run([f"{CROSS}objdump", "-p", str(own)], capture_output=True, text=True, check=True).stdout
    exported = re.findall(r"^\s*\[\s*\d+\].*?(\w+)$", said.split("[Ordinal/Name Pointer] Table")[1], re.MULTILINE)
    text, names = source()
    replaced = {name.split()[0] for name in names}
    handed_on = [f'"{name}" = "ucrtold.{name}"' for name in sorted(set(exported)) if name not in replaced]
    former = own.read_bytes()
    with tempfile.TemporaryDirectory() as temporary:
        code, definition = Path(temporary, "complex.c"), Path(temporary, "complex.def")
        code.write_text(text, encoding="ascii")
        definition.write_text("\n".join(["LIBRARY ucrtbase.dll", "EXPORTS", *names, *handed_on]), encoding="ascii")
        own.unlink()
        options = ["-shared", "-static", "-s", "-O1", "-o", str(own)]
        subprocess.run([f"{CROSS}gcc", *options, str(code), str(definition)], check=True)
    (system / "ucrtold.dll").write_bytes(former.replace(b"Wine builtin DLL", b"Not  builtin DLL"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
