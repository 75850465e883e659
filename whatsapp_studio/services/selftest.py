"""Decides what the program looks at in itself, on the machine it has come to: each part tried for real, and told."""

from __future__ import annotations

import json
import sqlite3
import sys
import time
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import msgspec

from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.paths import resource
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.services import selftest_libraries
from whatsapp_studio.services.vault import Vault

# What was shipped, with the digest of each file; only a built program has it.
MANIFEST = "manifest.json"
NAMES = {
    "resources": mark("Files of the program"), "migrations": mark("Workspace"), "keyring": mark("Keyring"),
    "libraries": mark("Libraries"), "campaign": mark("Campaign in the sandbox"), "window": mark("Window"),
}  # fmt: skip
_SHIPPED = (
    "icons/*.svg", "icons/LICENSE", "licences/LGPL-3.0.txt", "locale/studio_en.qm", "locale/studio_nl.qm",
    "samples/contacts.csv", "samples/journeys/*.wsjourney", "samples/sandbox_templates.json", "samples/*.png",
    "schemas/wsjourney-1.json",
)  # fmt: skip
_PICTURE = b"\x89PNG\r\n\x1a\n"

Trial = Callable[[Path], str]


class NotWellError(Exception):
    """A part is not as it should be; the text says what, in words."""


class Part(msgspec.Struct, frozen=True):
    """How one part fared, in words, and how long it took."""

    part: str
    ok: bool
    said: str
    seconds: float


def try_part(name: str, trial: Trial, room: Path) -> Part:
    """Try one part in a folder of its own under ``room``; whatever it raises becomes what is said."""
    began = time.monotonic()
    own = room / name
    own.mkdir(parents=True)
    try:
        ok, said = True, trial(own)
    except NotWellError as error:
        ok, said = False, str(error)
    except StudioError as error:
        ok, said = False, sentence(error)
    except Exception as error:
        ok, said = False, f"{type(error).__name__}: {error}"
    return Part(name, ok, said, round(time.monotonic() - began, 2))


def resources(_room: Path) -> str:
    """Every file that the program comes with is there, whole, and of its kind."""
    root = resource(".")
    for pattern in _SHIPPED:
        if not any(root.glob(pattern)):
            raise NotWellError(tr("{file} is missing.", file=root / pattern))
    files = [file for file in root.rglob("*") if file.is_file()]
    for file in files:
        _of_its_kind(file)
    manifest = root / MANIFEST
    if manifest.is_file():
        shipped: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))
        for name, digest in shipped.items():
            if not (root / name).is_file():
                raise NotWellError(tr("{file} is missing.", file=root / name))
            if sha256((root / name).read_bytes()).hexdigest() != digest:
                raise NotWellError(tr("{file} is not as it was shipped.", file=root / name))
    return ntr("{n} file is there and can be read.", "{n} files are there and can be read.", len(files))


def _of_its_kind(file: Path) -> None:
    raw = file.read_bytes()
    try:
        if file.suffix == ".svg":
            ET.fromstring(raw)
        elif file.suffix in (".json", ".wsjourney"):
            json.loads(raw)
        elif file.suffix == ".png" and not raw.startswith(_PICTURE):
            raise ValueError
    except (ValueError, ET.ParseError):
        raise NotWellError(tr("{file} is not as it was shipped.", file=file)) from None


def migrations(room: Path) -> str:
    """A workspace of the program's first days is brought to today's shape, and a new one is made."""
    from sqlite_utils import Database

    from whatsapp_studio.storage import migrations as shape
    from whatsapp_studio.storage.db import Store

    old, new = room / "old.db", room / "new.db"
    with closing(sqlite3.connect(old)) as conn:
        shape.migrations().apply(Database(conn), stop_before="m0002_connection")
    shapes = []
    for file in (old, new):
        store = Store(file)
        try:
            if store.value("PRAGMA quick_check") != "ok":
                raise NotWellError(sentence(Problem("database-damaged")))
            shapes.append({(row["type"], row["name"]) for row in store.rows("SELECT type, name FROM sqlite_master")})
        finally:
            store.close()
    if shapes[0] != shapes[1]:
        differing = ", ".join(sorted(name for _, name in shapes[0] ^ shapes[1]))
        raise NotWellError(tr("An old workspace does not become as a new one: {names}", names=differing))
    return tr("A new workspace can be made, and an old one becomes as a new one.")


def keyring(_room: Path, *, allow_none: bool = False) -> str:
    """A secret made up for this goes into the system's keyring, is read again, and is removed.

    Where the machine has no keyring that is told, and is no failure on Linux, where there need not be one.
    """
    if sys.platform == "linux":
        # Without them no keyring of Linux would ever be found.
        for module in ("keyring.backends.SecretService", "secretstorage", "jeepney"):
            import_module(module)
    name = f"self-test-{uuid.uuid4().hex}"
    vault = Vault(name)
    if not vault.available():
        if allow_none or sys.platform == "linux":
            return sentence(Problem("no-keyring"))
        raise NotWellError(sentence(Problem("no-keyring")))
    secret = uuid.uuid4().hex
    try:
        vault.keep("events-token", secret)
        # Another one, for what was kept is remembered.
        read = Vault(name).get("events-token")
    finally:
        vault.forget("events-token")
    if read != secret:
        raise NotWellError(tr("The keyring gave back something else than what was kept in it."))
    if Vault(name).get("events-token"):
        raise NotWellError(tr("The keyring still has what was removed from it."))
    return tr("A secret was kept, read and removed.")


def libraries(room: Path) -> str:
    """Each library that the program stands on does a small piece of its work, with the data it comes with."""
    done = []
    for name, work in selftest_libraries.WORKS.items():
        try:
            work(room)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            raise NotWellError(tr("{name} does not work: {error}", name=name, error=what)) from error
        done.append(name)
    return tr("All of them work: {names}.", names=", ".join(done))
