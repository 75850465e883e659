"""Decides what becomes of files: uploads with an id, their facts and their bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from whatsapp_studio.sandbox.errors import GraphError, no_such_object
from whatsapp_studio.sandbox.world import World, digest, made_id

LIVES = 30 * 86400.0
URL_LIVES = 300.0
MOST_BYTES = 256_000_000
STILL_STICKER = 100 << 10
# MIME type: (kind, most bytes)
TYPES = {
    "audio/aac": ("audio", 16 << 20), "audio/amr": ("audio", 16 << 20), "audio/mpeg": ("audio", 16 << 20),
    "audio/mp4": ("audio", 16 << 20), "audio/ogg": ("audio", 16 << 20), "audio/opus": ("audio", 16 << 20),
    "image/jpeg": ("image", 5 << 20), "image/png": ("image", 5 << 20), "image/webp": ("sticker", 500 << 10),
    "video/mp4": ("video", 16 << 20), "video/3gpp": ("video", 16 << 20),
    "text/plain": ("document", 100 << 20), "application/pdf": ("document", 100 << 20),
    "application/msword": ("document", 100 << 20), "application/vnd.ms-excel": ("document", 100 << 20),
    "application/vnd.ms-powerpoint": ("document", 100 << 20),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("document", 100 << 20),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("document", 100 << 20),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("document", 100 << 20),
}  # fmt: skip


def kind_of(mime: str) -> str:
    """Which kind of message a MIME type can be sent as; empty where none."""
    return TYPES.get(mime.split(";")[0].strip().lower(), ("", 0))[0]


@dataclass(slots=True)
class Item:
    """One uploaded file."""

    id: str
    number_id: str
    mime: str
    data: bytes
    at: float


class Shelf:
    """The files of the account."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.items: dict[str, Item] = {}
        self._count = 0

    def forget(self) -> None:
        """Throw everything away."""
        self.items.clear()
        self._count = 0

    def usable(self, media_id: str, number_id: str) -> bool:
        """Whether a number may send this file now."""
        item = self.items.get(media_id)
        return item is not None and item.number_id == number_id and self._world.now() - item.at < LIVES

    def keep(self, number_id: str, mime: str, data: bytes) -> str:
        """Store an upload of ``number_id``; its media id."""
        bare = mime.split(";")[0].strip().lower()
        if bare not in TYPES:
            raise GraphError(
                100, message=f"(#100) Param file must be a file with one of the following types: {', '.join(TYPES)}. "
                f"Received file of type '{mime or 'application/octet-stream'}'."
            )  # fmt: skip
        kind, most = TYPES[bare]
        if not data:
            raise GraphError(131009, "Param file is empty.")
        if bare == "image/webp" and b"ANIM" not in data[:64]:
            most = STILL_STICKER
        if len(data) > most:
            raise GraphError(131009, f"The {kind} is {len(data)} bytes large; at most {most} are allowed.")
        if sum(len(item.data) for item in self.items.values()) + len(data) > MOST_BYTES:
            raise GraphError(131000, "The sandbox keeps no more media.")
        self._count += 1
        media_id = made_id(self._world.seed, "media", self._count)
        self.items[media_id] = Item(media_id, number_id, bare, data, self._world.now())
        return media_id

    def _get(self, media_id: str, method: str, number_id: str = "") -> Item:
        item = self.items.get(media_id)
        if item is None or (number_id and item.number_id != number_id) or self._world.now() - item.at >= LIVES:
            raise no_such_object(media_id, method)
        return item

    def facts(self, media_id: str, base: str, number_id: str = "") -> dict[str, Any]:
        """What ``GET /{media-id}`` tells, with an address that is good for five minutes."""
        item = self._get(media_id, "get", number_id)
        until = int(self._world.now() + URL_LIVES)
        return {
            "messaging_product": "whatsapp",
            "url": f"{base}/sandbox/attachments/?mid={item.id}&ext={until}&hash={self._seal(item.id, until)}",
            "mime_type": item.mime,
            "sha256": hashlib.sha256(item.data).hexdigest(),
            "file_size": len(item.data),
            "id": item.id,
        }

    def _seal(self, media_id: str, until: int) -> str:
        return digest(self._world.app_secret, media_id, until, size=16).hex()

    def fetch(self, media_id: str, until: str, seal: str) -> Item | None:
        """The file behind an attachment address; None when the address ran out or is not ours."""
        if not until.isdigit() or self._seal(media_id, int(until)) != seal or self._world.now() > int(until):
            return None
        return self.items.get(media_id)

    def drop(self, media_id: str) -> None:
        """Delete a file."""
        self._get(media_id, "delete")
        del self.items[media_id]
