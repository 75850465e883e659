"""Decides what becomes of samples for templates: sent in pieces, known by a handle, shown at an address for a while."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from whatsapp_studio.sandbox.errors import GraphError, no_such_object
from whatsapp_studio.sandbox.world import World, digest, made_id

# MIME type: most bytes. Source: Meta, template media and the Resumable Upload API.
TYPES = {
    "image/jpeg": 5 << 20, "image/jpg": 5 << 20, "image/png": 5 << 20, "video/mp4": 16 << 20,
    "application/pdf": 100 << 20,
}  # fmt: skip
MOST_BYTES = 256_000_000
SHOWN_FOR = 14 * 86400.0
_OFFSET_WRONG = 1363037


@dataclass(slots=True)
class Upload:
    """One resumable upload, on its way or whole."""

    id: str
    name: str
    length: int
    mime: str
    data: bytes = b""


class Uploads:
    """The samples of the app."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._uploads: dict[str, Upload] = {}
        self._handles: dict[str, Upload] = {}
        self._count = 0

    def forget(self) -> None:
        """Throw everything away."""
        self._uploads.clear()
        self._handles.clear()
        self._count = 0

    def begin(self, name: str, length: str, mime: str) -> str:
        """Start an upload of ``length`` bytes; its id."""
        if not length.isdigit() or int(length) == 0:
            raise GraphError(100, message="(#100) The parameter file_length is required")
        if mime not in TYPES:
            raise GraphError(100, message=f"(#100) Param file_type must be one of {{{', '.join(TYPES)}}}")
        if int(length) > TYPES[mime]:
            raise GraphError(100, message=f"(#100) Param file_length must be at most {TYPES[mime]} for {mime}")
        if sum(upload.length for upload in self._uploads.values()) + int(length) > MOST_BYTES:
            raise GraphError(131000, "The sandbox keeps no more samples.")
        self._count += 1
        key = "upload:" + digest(self._world.seed, "upload", self._count, size=18).hex()
        self._uploads[key] = Upload(key, name, int(length), mime)
        return key

    def _get(self, key: str, method: str) -> Upload:
        upload = self._uploads.get(key)
        if upload is None:
            raise no_such_object(key, method)
        return upload

    def resume(self, key: str, offset: str, data: bytes) -> dict[str, Any]:
        """Take bytes from ``offset`` on; the handle once all are there, else how far it is."""
        upload = self._get(key, "post")
        if not offset.isdigit() or int(offset) != len(upload.data):
            raise GraphError(100, f"file_offset must be {len(upload.data)}", subcode=_OFFSET_WRONG)
        if len(upload.data) + len(data) > upload.length:
            raise GraphError(100, "More bytes than file_length were sent.")
        upload.data += data
        if len(upload.data) < upload.length:
            return self.offset(key)
        handle = self._handle(upload)
        self._handles[handle] = upload
        return {"h": handle}

    def offset(self, key: str) -> dict[str, Any]:
        """How far an upload is."""
        return {"id": key, "file_offset": len(self._get(key, "get").data)}

    def _handle(self, upload: Upload) -> str:
        """As Meta's look: version, MIME type, what it is, when it ends, the app and the user, a seal."""
        world = self._world
        mime = base64.b64encode(upload.mime.encode()).decode()
        mark = base64.urlsafe_b64encode(digest(world.seed, upload.id, upload.data, size=48)).decode()
        ends = int(world.now() + SHOWN_FOR)
        user = made_id(world.seed, "user", first="6")
        return f"4::{mime}:AR{mark}:e:{ends}:{world.app_id}:{user}:AR{mark[:17]}"

    def type_of(self, handle: str) -> str:
        """The MIME type behind a handle; empty where it is none of ours."""
        upload = self._handles.get(handle)
        return upload.mime if upload is not None else ""

    def address(self, handle: str, base: str) -> str:
        """Where anyone may fetch a sample for a while, as templates are told with it; empty where it is none."""
        upload = self._handles.get(handle)
        if upload is None:
            return ""
        until = int(self._world.now() + SHOWN_FOR)
        key = upload.id.removeprefix("upload:")
        return f"{base}/sandbox/samples/{key}?ext={until}&hash={self._seal(key, until)}"

    def _seal(self, key: str, until: int) -> str:
        return digest(self._world.app_secret, "sample", key, until, size=16).hex()

    def fetch(self, key: str, until: str, seal: str) -> Upload | None:
        """The sample behind an address; None when the address ran out or is not ours."""
        if not until.isdigit() or self._seal(key, int(until)) != seal or self._world.now() > int(until):
            return None
        return self._uploads.get(f"upload:{key}")
