"""Decides what a preview may know of a file: its picture, its size, how long a video lasts; never from the network."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.templates.bubble import HeaderPart

_MOST_PIXELS = 1200
_KEPT = 12
_AT_ONCE = 256 * 1024  # bytes; a larger picture takes longer to read than a window may stand still
_OF_WORKSPACE = re.compile(r"file:([0-9a-f]{64})")
Resolve = Callable[[str], Path | None]

_images: OrderedDict[tuple[Path, int], QImage] = OrderedDict()


class Files:
    """Finds and reads the files of messages.

    ``resolve`` gives the path of a file of the workspace by its SHA-256, None or a StudioError where there is none;
    ``later`` is asked to :func:`load` a large picture elsewhere, and the picture is None until then. Without ``later``
    every picture is read at once.
    """

    def __init__(self, resolve: Resolve | None = None, later: Callable[[Path], None] | None = None) -> None:
        self._resolve, self._later = resolve, later
        self._found: dict[str, Path] = {}
        self._fitted: dict[tuple[Path, int, int, int], QPixmap] = {}

    def path(self, header: HeaderPart) -> Path | None:
        """The file of a header on this machine, or None where it is elsewhere."""
        if not header.media_is_link:
            return None
        if ours := _OF_WORKSPACE.fullmatch(header.media):
            return self._of_workspace(ours[1])
        try:
            address = urlparse(header.media)
        except ValueError:
            return None
        if address.scheme == "file":
            return Path(url2pathname(address.path))
        # No scheme, or the letter of a drive.
        return Path(header.media) if len(address.scheme) <= 1 else None

    def _of_workspace(self, sha: str) -> Path | None:
        if sha not in self._found:
            try:
                path = self._resolve(sha) if self._resolve else None
            except StudioError:
                return None
            if path is None:
                return None
            self._found[sha] = path
        return self._found[sha]

    def picture(self, header: HeaderPart, size: QSize) -> QPixmap | None:
        """The header's picture as it fills ``size`` device pixels, cut at its edges; None where there is none yet."""
        path = self.path(header)
        changed_at = _changed_at(path) if path else None
        if path is None or changed_at is None:
            return None
        key = (path, changed_at, size.width(), size.height())
        if key not in self._fitted:
            image = _images.get((path, changed_at))
            if image is None and self._later and path.stat().st_size > _AT_ONCE:
                self._later(path)
                return None
            image = load(path) if image is None else image
            if image.isNull():
                return None
            self._fitted.clear() if len(self._fitted) > _KEPT else None
            self._fitted[key] = _fitted(image, size)
        return self._fitted[key]

    def bytes(self, header: HeaderPart) -> int | None:
        """How large the header's file is."""
        path = self.path(header)
        try:
            return path.stat().st_size if path else None
        except (OSError, ValueError):
            return None

    def seconds(self, header: HeaderPart) -> int | None:
        """How long the header's video lasts, where the file says so near its begin or its end."""
        path = self.path(header)
        return video_seconds(path) if path else None


def load(path: Path) -> QImage:
    """Read a picture, small enough for a phone, and keep it; a null image where it cannot be read. Any thread."""
    changed_at = _changed_at(path)
    if changed_at is None:
        return QImage()
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _MOST_PIXELS:
        reader.setScaledSize(size.scaled(_MOST_PIXELS, _MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    _images[path, changed_at] = image
    while len(_images) > _KEPT:
        _images.popitem(last=False)
    return image


def video_seconds(path: Path) -> int | None:
    """The length of an MP4 or 3GP file from its movie header (``mvhd``, ISO/IEC 14496-12), or None."""
    try:
        with path.open("rb") as file:
            end = file.seek(0, 2)
            for start in (0, max(0, end - _AT_ONCE)):
                file.seek(start)
                piece = file.read(_AT_ONCE)
                at = piece.find(b"mvhd")
                if at >= 0:
                    return _length(piece[at + 4 : at + 36])
    except (OSError, ValueError):
        return None
    return None


def _length(box: bytes) -> int | None:
    wide = box[:1] == b"\1"
    scale_at = 20 if wide else 12
    scale = int.from_bytes(box[scale_at : scale_at + 4])
    length = int.from_bytes(box[scale_at + 4 : scale_at + (12 if wide else 8)])
    return round(length / scale) if scale and len(box) == 32 else None


def _changed_at(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


def _fitted(image: QImage, size: QSize) -> QPixmap:
    grown = image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    cut = QRect((grown.width() - size.width()) // 2, (grown.height() - size.height()) // 2, size.width(), size.height())
    return QPixmap.fromImage(grown.copy(cut))
