"""Decides whether the program itself is whole: its versions, its languages, and what the system draws letters with."""

from __future__ import annotations

import platform
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from whatsapp_studio.base.catalogue import Catalogue
from whatsapp_studio.base.i18n import LANGUAGES, tr
from whatsapp_studio.base.paths import resource

_FONTS_WITHIN = 10.0
# SQLite with full-text search and JSON, both of which the workspace needs.
_SQLITE = (3, 35)


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the program and its surroundings: well or not, in words, with what to do where it is not.

    ``key`` is the part's name for programs: the same in every language and version.
    """

    key: str
    part: str
    ok: bool
    text: str


def findings() -> list[Finding]:
    """Each part in turn; nothing is changed."""
    return [_versions(), _languages(), _fonts()]


def _versions() -> Finding:
    try:
        mine = version("whatsapp-studio")
    except PackageNotFoundError:
        mine = "?"
    python, sqlite, system = platform.python_version(), sqlite3.sqlite_version, platform.system()
    told = f"WhatsApp Studio {mine} · Python {python} · SQLite {sqlite} · {system} {platform.machine()}"
    if sqlite3.sqlite_version_info < _SQLITE:
        fix = tr("SQLite is too old: install the program again.")
        return Finding("versions", tr("Versions"), False, f"{told}. {fix}")
    return Finding("versions", tr("Versions"), True, told)


def _languages() -> Finding:
    broken = []
    for code, name in LANGUAGES.items():
        try:
            Catalogue.read(resource("locale") / f"studio_{code}.qm", code)
        except (OSError, ValueError):
            broken.append(name)
    part = tr("Languages")
    if broken:
        told = tr("These languages cannot be read: {names}. Install the program again.", names=", ".join(broken))
        return Finding("languages", part, False, told)
    return Finding("languages", part, True, tr("Complete: {names}.", names=", ".join(LANGUAGES.values())))


def _fonts() -> Finding:
    """Windows and macOS bring coloured emoji; elsewhere the system's list of fonts says."""
    part = tr("Letters and emoji")
    if sys.platform in ("win32", "darwin"):
        return Finding("fonts", part, True, tr("The system brings emoji."))
    found = _families()
    if found is None:
        return Finding("fonts", part, True, tr("Could not be looked at: this system has no list of fonts."))
    if not any("emoji" in one.lower() for one in found):
        fix = tr("Emoji in messages are shown as boxes here. Install a font with emoji, such as Noto Color Emoji.")
        return Finding("fonts", part, False, fix)
    return Finding("fonts", part, True, tr("There is a font with emoji."))


def _families() -> list[str] | None:
    listing = shutil.which("fc-list")
    if listing is None:
        return None
    try:
        done = subprocess.run(
            [listing, ":", "family"], capture_output=True, text=True, timeout=_FONTS_WITHIN, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.splitlines()
