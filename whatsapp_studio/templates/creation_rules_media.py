"""Decides whether Meta takes a file: its type and its size, for a header's example and for what is sent."""

from __future__ import annotations

from whatsapp_studio.base.errors import Problem, Severity
from whatsapp_studio.base.local import decimal

_MIB = 1024 * 1024
_IMAGE = ("image/jpeg", "image/png")
_DOCUMENT = (
    "application/pdf", "text/plain", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
)  # fmt: skip
# What may be sent, and the most bytes (Business phone numbers › Media); Meta says MB and counts 1,048,576 bytes.
SENT: dict[str, tuple[tuple[str, ...], int]] = {
    "image": (_IMAGE, 5 * _MIB),
    "video": (("video/mp4", "video/3gpp"), 16 * _MIB),
    "gif": (("video/mp4",), 16 * _MIB),
    "document": (_DOCUMENT, 100 * _MIB),
    "audio": (("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), 16 * _MIB),
    "sticker": (("image/webp",), 512_000),
}
# What a header's example may be (Templates › Components › Media headers).
EXAMPLES: dict[str, tuple[str, ...]] = {
    "image": _IMAGE, "video": ("video/mp4",), "gif": ("video/mp4",), "document": ("application/pdf",)
}  # fmt: skip
GIF_MOVES = 3_670_016  # a larger one is shown as a video that has to be started
STICKER_STILL = 102_400


def media_problem(
    kind: str, mime: str, size: int, *, where: str = "header.sample", example: bool = True
) -> Problem | None:
    """What stands in the way of a file of ``size`` bytes as a header or message of ``kind`` (``image``, ``GIF``, …).

    ``example`` is for a header's example at creation; without it, for what is sent. None where Meta takes it; a
    warning where it may not. An unknown kind is taken as it is.
    """
    form = kind.lower()
    if form not in SENT:
        return None
    mimes, most = SENT[form]
    wanted = EXAMPLES.get(form, mimes) if example else mimes
    if size <= 0:
        return Problem("template-media-empty", where)
    told = mime.partition(";")[0].strip().lower()
    if told not in wanted:
        # Other documents are often taken when they are sent, and 3gpp may be as an example: Meta's pages differ.
        unsure = told in mimes or (form == "document" and not example)
        severity: Severity = "warning" if unsure else "error"
        return Problem("template-media-type", where, {"mime": told or "?", "types": _types(wanted)}, severity)
    if size > most:
        return Problem("template-media-large", where, {"size": _shown(size), "most": _shown(most)})
    if form == "gif" and size > GIF_MOVES:
        return Problem("template-gif-large", where, {"size": _shown(size), "most": _shown(GIF_MOVES)}, "warning")
    if form == "sticker" and size > STICKER_STILL:
        return Problem(
            "template-sticker-large", where, {"size": _shown(size), "most": _shown(STICKER_STILL)}, "warning"
        )
    if size > most // _MIB * 1_000_000 and most >= _MIB:
        return Problem("template-media-close", where, {"size": _shown(size), "most": _shown(most)}, "warning")
    return None


_NAMES = {
    "image/jpeg": "JPEG", "image/png": "PNG", "video/mp4": "MP4", "video/3gpp": "3GP", "application/pdf": "PDF",
    "text/plain": "TXT", "image/webp": "WebP", "audio/ogg": "OGG", "audio/mpeg": "MP3", "audio/mp4": "M4A",
    "audio/aac": "AAC", "audio/amr": "AMR", "application/msword": "DOC", "application/vnd.ms-excel": "XLS",
    "application/vnd.ms-powerpoint": "PPT",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PPTX",
}  # fmt: skip


def _types(mimes: tuple[str, ...]) -> str:
    return ", ".join(_NAMES[mime] for mime in mimes)


def _shown(size: int) -> str:
    """``5 MB``, ``6.2 MB``, ``500 kB``: never less than there is."""
    unit, name = (_MIB, "MB") if size >= _MIB else (1024, "kB")
    return f"{decimal(-(-size * 10 // unit) / 10, 1, least=0)} {name}"
