"""Decides what is told of the works of others that the program stands on, and where their licences are found."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import msgspec

from whatsapp_studio.base.paths import resource

OURS = "whatsapp-studio"
INDEX = "index.json"
# What a library asks for and the program never loads.
_UNUSED = frozenset({OURS, "pip", "setuptools"})
_QT = frozenset({"pyside6-essentials", "shiboken6"})
_TEXT_OF_LICENCE = re.compile(r"(licen[sc]e|copying|notice|authors)[^/]*$", re.IGNORECASE)


class Licence(msgspec.Struct, frozen=True):
    """A work by others: its name, its version, its terms in a few words, and their whole text."""

    name: str
    version: str
    terms: str
    text: str


class Entry(msgspec.Struct, frozen=True):
    """A line of the index that a built program carries: the text is a file beside it."""

    name: str
    version: str
    terms: str
    file: str


def licences() -> list[Licence]:
    """Everything that is in this program: what was collected when it was built, else what is installed here."""
    folder = resource("licences")
    try:
        index = msgspec.convert(json.loads((folder / INDEX).read_text(encoding="utf-8")), list[Entry])
    except FileNotFoundError:
        return collected()
    return [Licence(one.name, one.version, one.terms, _read(folder / one.file)) for one in index]


def collected() -> list[Licence]:
    """The licences of Python, of Qt, of the icons, and of every library that is installed because we ask for it."""
    found = [_of_distribution(one) for one in _installed()]
    return [_qt(), _python(), _icons(), *sorted(found, key=lambda one: one.name.casefold())]


def _qt() -> Licence:
    texts = [_read(resource(f"licences/{name}")) for name in ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")]
    version = distribution("PySide6-Essentials").version
    return Licence("Qt, Qt for Python", version, "LGPL-3.0", "\n\n".join(texts))


def _python() -> Licence:
    version = ".".join(str(part) for part in sys.version_info[:3])
    places = (
        Path(os.__file__).with_name("LICENSE.txt"),
        Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright"),
        Path(sys.base_prefix) / "LICENSE.txt",
    )
    text = next((_read(place) for place in places if place.is_file()), sys.copyright)
    return Licence("Python", version, "PSF-2.0", text)


def _icons() -> Licence:
    return Licence("Lucide", "", "ISC, MIT", _read(resource("icons/LICENSE")))


def _installed() -> Iterable[Distribution]:
    """The distributions that ours asks for, and what these ask for in turn."""
    seen: set[str] = set()
    wanted = [OURS]
    while wanted:
        name = wanted.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # asked for on another system
        for line in found.requires or ():
            asked, _, condition = line.partition(";")
            first = re.match(r"[\w.-]+", asked)
            if first and "extra" not in condition:
                wanted.append(first[0])
        if key not in _UNUSED | _QT:
            yield found


def _of_distribution(one: Distribution) -> Licence:
    about = one.metadata
    # Whoever asks for a field that is not there may be answered by None or by an error: keyring brings its own reader.
    said = [about[name] for name in ("License-Expression", "License") if name in about]
    terms = "".join(said[:1]).strip().split("\n")[0][:60] or _classified(one)
    files = [file for file in one.files or () if _TEXT_OF_LICENCE.search(str(file)) and ".dist-info" in str(file)]
    texts = [_read(Path(str(one.locate_file(file)))) for file in sorted(files, key=str)]
    if not texts and "Apache-2.0" in terms:
        texts = [_read(resource("licences/Apache-2.0.txt"))]
    return Licence(about["Name"], one.version, terms, "\n\n".join(texts))


def _classified(one: Distribution) -> str:
    kinds = [line.rsplit(" :: ", 1)[1] for line in one.metadata.get_all("Classifier") or () if "License ::" in line]
    return ", ".join(kinds)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip()
