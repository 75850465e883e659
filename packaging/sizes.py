"""Decides how the size of the built program is told: part by part, each with what it is there for."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path

OTHER = "Anything else"
# Part, what it is for, and its files; the first part that a file fits is its part.
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Qt: ICU",
        "Qt's libraries ask for it by name; it knows how every language sorts, breaks lines and writes numbers",
        ("*/libicu*",),
    ),
    (
        "Qt: Core, Gui, Widgets",
        "the window",
        ("*/lib/libQt6Core*", "*/lib/libQt6Gui*", "*/lib/libQt6Widgets*", "*/QtCore*", "*/QtGui*", "*/QtWidgets*",
         "*/Qt6Core.dll", "*/Qt6Gui.dll", "*/Qt6Widgets.dll"),
    ),
    (
        "Qt: Svg, PrintSupport, Network, DBus, plugins",
        "icons, printing and PDF, one program at a time, X and Wayland, pictures, the desktop's own dialogs",
        ("*/PySide6/Qt/*", "*/PySide6/plugins/*", "*/PySide6/Qt*", "*/PySide6/translations/*", "*/PySide6/*"),
    ),
    ("Qt for Python: binding", "how Python speaks to Qt", ("*/shiboken6/*", "*shiboken6*", "*pyside6*")),
    (
        "numpy",
        "journeys are simulated for a million contacts at once; it cannot be loaded without its OpenBLAS",
        ("*/numpy/*", "*/numpy.libs/*"),
    ),
    (
        "Python",
        "the language: its library, its modules, OpenSSL and SQLite",
        ("*/libpython*", "*/python3*", "*/base_library.zip", "*/lib-dynload/*", "*/libcrypto*", "*/libssl*",
         "*/libsqlite3*", "*/libffi*", "*/libbz2*", "*/liblzma*", "*/libz.*", "*/libuuid*", "*.pyd", "*/libexpat*"),
    ),
    (
        "The program and the code of its libraries",
        "ours, and every library that is Python only, compressed in the program file; phone rules of all countries",
        ("whatsapp-studio", "whatsapp-studio*.exe"),
    ),
    (
        "Languages and dates (Babel)",
        "dates and names in every language a message can be written in; others were left out",
        ("*/babel/*",),
    ),
    (
        "cryptography, cffi",
        "secrets go encrypted to the keyring of Linux",
        ("*/cryptography*", "*/_cffi_backend*"),
    ),
    ("graphlay", "tidying a journey", ("*/graphlay/*",)),
    ("calamine", "workbooks of Excel and LibreOffice", ("*/python_calamine*/*",)),
    ("rphonenumbers", "phone numbers of a million contacts", ("*/rphonenumbers/*",)),
    ("Time zones", "the same on every machine", ("*/tzdata*", "*/pytz*")),
    ("Our files", "icons, samples, translations, and the licences of all of this", ("*/whatsapp_studio/*",)),
    (
        "Smaller libraries with a part in C",
        "files, encodings, templates",
        ("*/charset_normalizer/*", "*/msgspec/*", "*/markupsafe/*", "*/certifi/*", "*.dist-info/*"),
    ),
    (
        "Libraries of the system",
        "of X, the keyboard and GLib, so that it starts on Debian and Ubuntu, old or new",
        ("_internal/lib*.so*",),
    ),
)  # fmt: skip


def by_part(folder: Path) -> dict[str, int]:
    """Bytes of each part below ``folder``; parts without a file are left out. Links weigh nothing."""
    found = {name: 0 for name, _, _ in PARTS} | {OTHER: 0}
    for root, _, files in os.walk(folder):
        for file in files:
            path = Path(root, file)
            if not path.is_symlink():
                found[part_of(path.relative_to(folder).as_posix())] += path.stat().st_size
    return {name: size for name, size in found.items() if size}


def part_of(name: str) -> str:
    """The part that a file belongs to, by its path within the program's folder."""
    return next((part for part, _, patterns in PARTS if any(fnmatch(name, one) for one in patterns)), OTHER)


def table(folder: Path) -> str:
    """A table in Markdown, the largest part first."""
    why = {name: reason for name, reason, _ in PARTS}
    sizes = sorted(by_part(folder).items(), key=lambda one: -one[1])
    lines = ["| part | MB | what for |", "|---|---:|---|"]
    lines += [f"| {name} | {size / 1e6:.1f} | {why.get(name, '')} |" for name, size in sizes]
    lines.append(f"| **all of it** | **{sum(size for _, size in sizes) / 1e6:.1f}** | |")
    return "\n".join(lines)
