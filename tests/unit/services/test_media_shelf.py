"""Files of messages are kept by what is in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.fixtures.studio import store
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.services.media import UNKNOWN, MediaShelf, mime_of
from whatsapp_studio.storage.db import Store

__all__ = ["store"]


@pytest.fixture
def shelf(store: Store, tmp_path: Path, clock: Clock) -> MediaShelf:
    return MediaShelf(store, tmp_path / "media", clock, lambda changes: None)


def test_the_same_content_is_kept_once(shelf: MediaShelf, tmp_path: Path) -> None:
    one, two = tmp_path / "een.jpg", tmp_path / "twee.png"
    for path in (one, two):
        path.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    hash = shelf.keep(one)
    assert shelf.keep(two) == hash == hashlib.sha256(one.read_bytes()).hexdigest()
    facts = shelf.facts(hash)
    assert (facts.name, facts.mime, facts.size) == ("een.jpg", "image/jpeg", 14)
    assert shelf.path(hash).read_bytes() == one.read_bytes()
    assert len(list((tmp_path / "media").iterdir())) == 1


def test_what_was_lost_is_said_and_can_come_back(shelf: MediaShelf, tmp_path: Path) -> None:
    file = tmp_path / "een.pdf"
    file.write_bytes(b"%PDF-1.7 ...")
    hash = shelf.keep(file)
    shelf.path(hash).unlink()
    with pytest.raises(UserError) as gone:
        shelf.path(hash)
    assert (gone.value.code, gone.value.facts["name"]) == ("media-gone", "een.pdf")
    assert shelf.path(shelf.keep(file)).is_file()
    with pytest.raises(UserError):
        shelf.facts("0" * 64)


def test_what_cannot_be_read_or_written_is_said(shelf: MediaShelf, tmp_path: Path) -> None:
    with pytest.raises(UserError) as unread:
        shelf.keep(tmp_path / "none.png")
    assert unread.value.code == "file-unreadable"
    (tmp_path / "media").write_text("a file where the folder goes", encoding="utf-8")
    file = tmp_path / "a.gif"
    file.write_bytes(b"GIF89a")
    with pytest.raises(WorldError) as unwritten:
        shelf.keep(file)
    assert unwritten.value.code == "cannot-write"


def test_keeping_is_told(store: Store, tmp_path: Path, clock: Clock) -> None:
    told: list[Changes] = []
    file = tmp_path / "a.gif"
    file.write_bytes(b"GIF89a")
    MediaShelf(store, tmp_path / "media", clock, told.append).keep(file)
    assert told == [Changes(content=True)]


@pytest.mark.parametrize(
    ("beginning", "mime"),
    [
        (b"\xff\xd8\xff\xdb", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF87a", "image/gif"),
        (b"%PDF-1.4", "application/pdf"), (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"), (b"\x00\x00\x00\x14ftyp3gp4", "video/3gpp"),
        (b"RIFF\x00\x00\x00\x00WAVE", UNKNOWN), (b"", UNKNOWN), (b"hello", UNKNOWN),
    ],
)  # fmt: skip
def test_the_beginning_says_what_it_is(beginning: bytes, mime: str) -> None:
    assert mime_of(beginning) == mime
