"""Decides how files that go along with messages are kept: by what is in them, whatever they are called."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.storage.db import Store

_AT_ONCE = 1 << 20
# As many bytes of the beginning as the longest of the marks below needs.
_BEGINNING = 512
# What files begin with; for an ISO file (mp4, 3gp) the brand at byte 8 says which.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
UNKNOWN = "application/octet-stream"


class MediaFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A kept file: ``hash`` is its SHA-256 in hexadecimal, ``size`` in bytes, ``name`` what it was called first."""

    hash: str
    name: str
    mime: str
    size: int


class MediaShelf:
    """The files of a workspace that go along with messages. Blocking; every method may be called from any thread."""

    def __init__(self, store: Store, folder: Path, clock: Clock, tell: Tell) -> None:
        self._store, self._folder, self._clock, self._tell = store, folder, clock, tell

    def keep(self, path: Path) -> str:
        """Copy a file into the workspace; returns its hash. The same content is kept once.

        Raises ``UserError("file-unreadable")`` and ``WorldError("cannot-write")``.
        """
        try:
            with path.open("rb") as source:
                hash = hashlib.file_digest(source, "sha256").hexdigest()
                source.seek(0)
                beginning, size = source.read(_BEGINNING), source.seek(0, os.SEEK_END)
            if not self._has(hash, size):
                self._copy(path, hash)
        except OSError as error:
            raise UserError("file-unreadable", path=str(path), details=error.strerror or "") from error
        with self._store.write() as conn:
            conn.execute(
                "INSERT OR IGNORE INTO media_files VALUES (?, ?, ?, ?, ?)",
                (hash, path.name, mime_of(beginning), size, iso(self._clock.now())),
            )
        self._tell(Changes(content=True))
        return hash

    def path(self, hash: str) -> Path:
        """Where the file is; raises ``UserError("media-gone")`` where it is not (any more)."""
        self.facts(hash)
        found = self._folder / hash
        if not found.is_file():
            raise UserError("media-gone", name=self.facts(hash).name)
        return found

    def facts(self, hash: str) -> MediaFacts:
        """What is known of a file; raises ``UserError("media-gone")`` for one that was never kept."""
        row = self._store.row("SELECT hash, name, mime, size FROM media_files WHERE hash = ?", (hash,))
        if row is None:
            raise UserError("media-gone", name=hash[:12])
        return MediaFacts(hash=row["hash"], name=row["name"], mime=row["mime"], size=row["size"])

    def _has(self, hash: str, size: int) -> bool:
        try:
            return (self._folder / hash).stat().st_size == size
        except OSError:
            return False

    def _copy(self, source: Path, hash: str) -> None:
        """Whole or not at all, also where the program dies meanwhile."""
        half = self._folder / f"{hash}.part"
        with source.open("rb") as content:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                with half.open("wb") as target:
                    while part := content.read(_AT_ONCE):
                        target.write(part)
                    target.flush()
                    os.fsync(target.fileno())
                half.replace(self._folder / hash)
            except OSError as error:
                with suppress(OSError):
                    half.unlink(missing_ok=True)
                raise WorldError("cannot-write", path=str(self._folder), details=error.strerror or "") from error


def mime_of(beginning: bytes) -> str:
    """What kind of file begins so, whatever its name says; ``application/octet-stream`` where nobody can tell."""
    for mark, mime in _MARKS:
        if beginning.startswith(mark):
            return mime
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP":
        return "image/webp"
    if beginning[4:8] == b"ftyp":
        return "video/3gpp" if beginning[8:11] in (b"3gp", b"3g2") else "video/mp4"
    return UNKNOWN
