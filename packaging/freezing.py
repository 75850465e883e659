"""Decides which parts of Qt, Python and the system go into a built program, for every spec alike."""

from __future__ import annotations

import sys
from fnmatch import fnmatch

# Modules that some library can use, and that nothing here does.
NOT_IMPORTED = [
    "tkinter", "unittest", "pydoc", "doctest", "test", "lib2to3", "distutils", "ensurepip", "venv", "turtle", "idlelib",
    "setuptools", "pip", "pkg_resources", "wheel", "hatchling", "editables",
    "rich", "pygments", "IPython", "trio", "yaml", "websockets", "httptools", "uvloop", "watchfiles", "dotenv", "jinja2",
    "numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.tests", "numpy.conftest", "numpy._pyinstaller",
    "babel.messages", "sqlite_utils.cli", "liquid.cli", "httpx._main",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf", "PySide6.QtVirtualKeyboard", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtDesigner",
    "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtConcurrent", "PySide6.QtSvgWidgets",
]  # fmt: skip

# Destination names, because that is what a file is dropped by, wherever it came from.
NOT_BUNDLED = [
    # GTK is there because the machine that builds has it; on a desktop with GTK Qt draws by itself.
    "*platformthemes/libqgtk3.so", "libgtk-3*", "libgdk-3*", "libgdk_pixbuf*", "libcairo*", "libpango*", "libatk*",
    "libatspi*", "libepoxy*", "libpixman*", "libfribidi*", "libthai*", "libdatrie*", "libgraphite2*", "libharfbuzz*",
    # Screens without a desktop.
    "*platforms/*qeglfs*", "*platforms/*qlinuxfb*", "*platforms/*qminimal*", "*platforms/*qvnc*",
    "*platforms/*qvkkhrdisplay*", "*egldeviceintegrations/*", "*Qt6EglFS*", "*Qt6EglFs*", "*generic/*tuio*",
    # Parts of Qt that nothing here uses.
    "*Qt6Qml*", "*Qt6Quick*", "*Qt6Pdf*", "*Qt6VirtualKeyboard*", "*Qt6Sql*", "*Qt6Test*", "*Qt6Designer*",
    "*Qt6Multimedia*", "*Qt6ShaderTools*", "*qtvirtualkeyboard*", "*networkinformation/*", "*/tls/*", "*sqldrivers/*",
    "*imageformats/*qpdf*", "*imageformats/*qtiff*", "*imageformats/*qtga*", "*imageformats/*qwbmp*",
    "*imageformats/*qicns*", "*opengl32sw.dll",
]  # fmt: skip

LANGUAGES = ("nl", "en")


def is_bundled(name: str) -> bool:
    """Whether the file that would be called ``name`` within the bundle goes in."""
    name = name.replace("\\", "/")
    if any(fnmatch(name, pattern) for pattern in NOT_BUNDLED):
        return False
    if "/translations/" in name and "PySide6" in name:
        file = name.rsplit("/", 1)[1]
        return file.removesuffix(".qm") in {f"qtbase_{code}" for code in LANGUAGES}
    return True


def may_be_stripped(name: str) -> bool:
    """Whether a library still works without its symbols: Qt's own do not all, nor do those of wheels with their own."""
    return sys.platform == "linux" and (name.startswith(("libpython", "lib-dynload/", "python3")) or "cryptography" in name)
