"""Decides which parts of Qt, Python and the system go into a built program, for every spec alike."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

Binaries = list[tuple[str, str, str]]

# Modules that some library can use, and that nothing here does.
NOT_IMPORTED = [
    "tkinter", "unittest", "pydoc", "doctest", "test", "lib2to3", "distutils", "ensurepip", "venv", "turtle", "idlelib",
    "setuptools", "pip", "pkg_resources", "wheel", "hatchling", "editables", "rich", "pygments", "IPython", "trio",
    # Names of places and of telephone companies: 43 MB. The time zones of numbers stand beside them.
    "phonenumbers.geodata", "phonenumbers.geocoder", "phonenumbers.carrierdata", "phonenumbers.carrier",
    "yaml", "websockets", "httptools", "uvloop", "watchfiles", "dotenv", "jinja2",
    "numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.tests", "numpy.conftest", "numpy._pyinstaller",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf", "PySide6.QtVirtualKeyboard", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtDesigner",
    "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtConcurrent", "PySide6.QtSvgWidgets",
]  # fmt: skip

# By the name within the bundle, wherever a file came from.
NOT_BUNDLED = [
    # On a desktop with GTK Qt draws by itself; with this it would bring all of GTK along.
    "*platformthemes/libqgtk3.so",
    # Every desktop has these: its graphics driver, fonts and printers want its own ones, never older ones from here.
    "libstdc++.so.6", "libgcc_s.so.1", "libexpat.so.1", "libfontconfig.so.1", "libfreetype.so.6", "libcups.so.2",
    # Screens without a desktop.
    "*platforms/*qeglfs*", "*platforms/*qlinuxfb*", "*platforms/*qminimal*", "*platforms/*qvnc*",
    "*platforms/*qvkkhrdisplay*", "*egldeviceintegrations/*", "*Qt6EglF*", "*generic/*tuio*",
    "*generic/*evdev*",
    # Parts of Qt that nothing here uses. What is sent goes through Python's own TLS.
    "*Qt6Qml*", "*Qt6Quick*", "*Qt6Pdf*", "*Qt6VirtualKeyboard*", "*Qt6Sql*", "*Qt6Test*", "*Qt6Designer*",
    "*Qt6Multimedia*", "*Qt6ShaderTools*", "*qtvirtualkeyboard*", "*networkinformation/*", "*/tls/*", "*sqldrivers/*",
    "*imageformats/*qpdf*", "*imageformats/*qtiff*", "*imageformats/*qtga*", "*imageformats/*qwbmp*",
    "*imageformats/*qicns*", "*opengl32sw.dll",
    # Where on the building machine a package came from.
    "*.dist-info/direct_url.json", "*.dist-info/RECORD", "*.dist-info/uv_*.json",
    # What translators work with.
    "*/_resources/locale/*.ts", "*/_resources/locale/*.md",
]  # fmt: skip

LANGUAGES = ("nl", "en")
# What a wheel has joined with libraries of others, as numpy, may not be touched; Qt stays as its makers made it.
STRIPPED = ("libpython", "python3", "cryptography/", "python_calamine_plus/", "rphonenumbers/", "graphlay/")


def is_bundled(name: str) -> bool:
    """Whether the file that would be called ``name`` within the bundle goes in."""
    name = name.replace("\\", "/")
    if any(fnmatch(name, pattern) for pattern in NOT_BUNDLED):
        return False
    if "/translations/" in name and "PySide6" in name:
        return name.rsplit("/", 1)[1].removesuffix(".qm") in {f"qtbase_{code}" for code in LANGUAGES}
    if "babel/locale-data/" in name:
        return name.rsplit("/", 1)[1].split(".")[0].split("_")[0] in spoken()
    return True


def spoken() -> frozenset[str]:
    """The languages whose dates and names are needed: every one that a contact or a template may have."""
    from babel import Locale, UnknownLocaleError

    from whatsapp_studio.audience.languages import CODES

    found = {"root", "no"}
    for code in CODES:
        for name in (code, code.split("_")[0]):
            try:
                found |= {name.split("_")[0], Locale.parse(name).language}
            except (UnknownLocaleError, ValueError):
                continue  # written in English, in the built program as in the source
    return frozenset(found)


def wanted(binaries: Binaries) -> Binaries:
    """Those of PyInstaller's ``binaries`` that go in: without what is not bundled, and what only that needed."""
    kept = [one for one in binaries if is_bundled(one[0])]
    return _reached(kept) if sys.platform == "linux" else kept


def _reached(binaries: Binaries) -> Binaries:
    """Libraries stay that a plugin, a module of Python or another library asks for."""
    real = {name.rsplit("/", 1)[-1]: (name, source) for name, source, kind in binaries if kind != "SYMLINK"}
    todo = [file for file, (name, _) in real.items() if _begins(name)]
    seen: set[str] = set()
    while todo:
        file = todo.pop()
        if file in seen or file not in real:
            continue
        seen.add(file)
        todo += _asked_by(real[file][1])
    return [one for one in binaries if one[0].rsplit("/", 1)[-1] in seen]


def _asked_by(source: str) -> list[str]:
    """The libraries that one asks for itself; what these ask for in turn is theirs."""
    said = subprocess.run(["objdump", "-p", source], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)$", said, re.MULTILINE)


def _begins(name: str) -> bool:
    """Whether a library is loaded by its name, not because another asks for it."""
    return "/plugins/" in name or ".cpython-" in name or ".abi3.so" in name or name.startswith("libpython")


def modules(package: Path) -> list[str]:
    """Every module of a package, read from its files: importing it to see would leave out what has a mistake in it."""
    files = (file.relative_to(package.parent).with_suffix("") for file in package.rglob("*.py"))
    return sorted(".".join(file.parts).removesuffix(".__init__") for file in files)


def must_hold(wanted_modules: list[str], pure: Binaries) -> None:
    """End the build where a module is not among those that go in, as one with a mistake in it."""
    lost = sorted(set(wanted_modules) - {name for name, _, _ in pure})
    if lost:
        raise SystemExit(f"These modules could not be taken in: {', '.join(lost)}")


def write_manifest(datas: Binaries, file: Path, within: str) -> tuple[str, str, str]:
    """Write which of ``datas`` are shipped below ``within``, each with its digest; the entry that ships the list."""
    shipped = {
        Path(name).relative_to(within).as_posix(): sha256(Path(source).read_bytes()).hexdigest()
        for name, source, _ in datas
        if Path(name).is_relative_to(within)
    }
    file.write_text(json.dumps(shipped, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return f"{within}/{file.name}", str(file), "DATA"


def strip_symbols(binaries: Binaries, folder: str) -> Binaries:
    """The same, with what debuggers read taken out of Python, its modules and cryptography; copies are in ``folder``.

    Qt's libraries and those that a wheel has joined with others stay as they were made.
    """
    if sys.platform != "linux" or shutil.which("strip") is None:
        return binaries
    shutil.rmtree(folder, ignore_errors=True)
    made = []
    for name, source, kind in binaries:
        if kind != "SYMLINK" and name.startswith(STRIPPED):
            target = os.path.join(folder, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)
            os.chmod(target, 0o755)
            subprocess.run(["strip", "--strip-unneeded", target], check=True)
            source = target
        made.append((name, source, kind))
    return made
