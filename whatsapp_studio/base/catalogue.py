"""Decides how translations are read: Qt's own .qm files, without Qt, for window and command line alike."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Protocol

# The first sixteen bytes of every file that Qt's lrelease writes.
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_MESSAGES = 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8
_SIZED = frozenset({2, _TRANSLATION, 4, _SOURCE, _CONTEXT, _COMMENT})
# A part that says nothing but its own four bytes.
_OBSOLETE = 5


class Texts(Protocol):
    """What a language must answer: the texts of a file, or made-up ones in tests."""

    @property
    def code(self) -> str:
        """The language's code, such as ``nl``."""

    def text(self, source: str, comment: str = "") -> str | None:
        """The translation of ``source``; None where there is none."""

    def plural(self, source: str, n: int) -> str | None:
        """The form of ``source`` (the text for many) that the count ``n`` asks for; None where there is none."""


class Untranslated:
    """English as it is written in the code."""

    code = "en"

    def text(self, source: str, comment: str = "") -> str | None:
        return None

    def plural(self, source: str, n: int) -> str | None:
        return None


class Catalogue:
    """The translations of one ``.qm`` file, by (text, comment); a file without the source texts is refused."""

    def __init__(self, code: str, messages: dict[tuple[str, str], tuple[str, ...]]) -> None:
        self.code = code
        self.messages = messages

    @classmethod
    def read(cls, path: Path, code: str) -> Catalogue:
        """Read a file; raises ``OSError``, and ``ValueError`` where it is none of lrelease's."""
        raw = path.read_bytes()
        if not raw.startswith(_MAGIC):
            raise ValueError(f"not a file of translations: {path.name}")
        at = len(_MAGIC)
        while at + 5 <= len(raw):
            tag, size = struct.unpack_from(">BI", raw, at)
            at += 5
            if tag == _MESSAGES:
                return cls(code, _messages(raw[at : at + size]))
            at += size
        return cls(code, {})

    def text(self, source: str, comment: str = "") -> str | None:
        # lrelease leaves a comment out where no other message has the same text.
        forms = self.messages.get((source, comment)) or self.messages.get((source, ""))
        return forms[0] if forms else None

    def plural(self, source: str, n: int) -> str | None:
        forms = self.messages.get((source, ""))
        return forms[0 if n == 1 else -1] if forms else None


def _messages(raw: bytes) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    forms: list[str] = []
    source = comment = ""
    at, end = 0, len(raw)
    while at < end:
        tag = raw[at]
        at += 1
        if tag == _END:
            if not source:
                raise ValueError("translations without their source texts")
            found[source, comment] = tuple(forms)
            forms, source, comment = [], "", ""
        elif tag in _SIZED:
            size = int.from_bytes(raw[at : at + 4], "big")
            at += 4
            if size == 0xFFFFFFFF:
                size = 0
            part = raw[at : at + size]
            at += size
            if tag == _TRANSLATION:
                forms.append(part.decode("utf-16-be"))
            elif tag == _SOURCE:
                source = part.decode("utf-8")
            elif tag == _COMMENT:
                comment = part.decode("utf-8")
        elif tag == _OBSOLETE:
            at += 4
        else:
            raise ValueError(f"unknown part of a translation: {tag}")
    return found
