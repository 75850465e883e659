"""Decides whether a zipped workbook may be unpacked: its true sizes are measured before anything is kept in memory."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

import msgspec

from whatsapp_studio.base.errors import UserError

# A workbook of a million rows unpacks to about one gigabyte; what holds repeats shrinks to a hundredth at most.
_MOST_BYTES = 4 << 30
_MOST_KEPT = 512 << 20
_MOST_RATIO = 200
_SMALL = 64 << 20
_BLOCK = 1 << 20
_STORED, _DEFLATED = 0, 8
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_NEVER_CALCULATED = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
_REPEATED_ROW = re.compile(
    rb'<table:table-row\b[^>]*number-rows-repeated="(\d{4,})"[^>]*>(.*?)</table:table-row>', re.S
)
_REPEATED_CELL = re.compile(rb'<table:table-cell\b[^>]*number-columns-repeated="(\d{4,})"[^>]*[^/]>')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PACKED_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class SheetFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the text of a sheet tells beforehand: an upper bound of its rows, and formulas without a value."""

    rows: int
    has_uncalculated: bool


def look_into(path: Path) -> dict[str, SheetFacts]:
    """Measure every part of the zip file; facts of its sheets by their names.

    Raises UserError: ``import-too-large`` where it unpacks to more than a real list (what its directory says is not
    believed), ``import-cell-too-long``, ``import-broken-workbook``, ``import-password`` for an encrypted zip.
    """
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise UserError("import-password", name=path.name)
            _believable(path, parts)
            with path.open("rb") as file:
                found = {part.filename: facts for part in parts if (facts := _measured(path, file, part))}
            return _by_name(archive, found)
    except (BadZipFile, zlib.error, struct.error, OSError, EOFError, NotImplementedError, ValueError) as error:
        raise UserError("import-broken-workbook", name=path.name) from error


def _believable(path: Path, parts: list[ZipInfo]) -> None:
    """Refuse by the directory alone: the quickest way out of an honest bomb."""
    if len(parts) > 10_000:
        raise UserError("import-too-large", name=path.name)
    whole, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if whole > _MOST_BYTES or (whole > _SMALL and whole > _MOST_RATIO * max(1, packed)):
        raise UserError("import-too-large", name=path.name)
    if sum(part.file_size for part in parts if _is_kept(part.filename)) > _MOST_KEPT:
        raise UserError("import-too-large", name=path.name)


def _is_kept(name: str) -> bool:
    """Whether a reader has all of a part in memory at once; sheets of Excel are read row by row."""
    return name.lower().endswith((".xml", ".rels")) and not _SHEET.fullmatch(name)


def _measured(path: Path, file: BinaryIO, part: ZipInfo) -> SheetFacts | None:
    """Unpack a part to nowhere. More than its directory says, or one cell of a megabyte, ends it."""
    if part.is_dir():
        return None
    is_sheet, is_text = bool(_SHEET.fullmatch(part.filename)), part.filename.lower().endswith(".xml")
    size = rows = 0
    uncalculated = False
    # An open document may say "this row, a million times".
    kept: list[bytes] | None = [] if part.filename == "content.xml" else None
    for block in _unpacked(file, part):
        size += len(block)
        if size > part.file_size:
            raise UserError("import-too-large", name=path.name)
        if is_text and len(block) == _BLOCK and b"<" not in block:
            raise UserError("import-cell-too-long", name=path.name)
        if is_sheet:
            rows += block.count(b"<row ")
            uncalculated = uncalculated or (size <= _BLOCK and bool(_NEVER_CALCULATED.search(block)))
        if kept is not None:
            kept.append(block)
    if size != part.file_size:
        raise UserError("import-broken-workbook", name=path.name)
    if kept is not None:
        _no_endless_rows(path, b"".join(kept))
    return SheetFacts(rows=rows, has_uncalculated=uncalculated) if is_sheet else None


def _unpacked(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    file.seek(part.header_offset)
    header = file.read(30)
    if header[:4] != b"PK\x03\x04":
        raise BadZipFile
    name, extra = struct.unpack("<HH", header[26:30])
    file.seek(name + extra, 1)
    left = part.compress_size
    if part.compress_type == _STORED:
        while left > 0 and (block := file.read(min(left, _BLOCK))):
            left -= len(block)
            yield block
        return
    if part.compress_type != _DEFLATED:
        raise NotImplementedError
    inflate = zlib.decompressobj(-15)
    while left > 0 and (packed := file.read(min(left, 1 << 16))):
        left -= len(packed)
        while packed:
            yield inflate.decompress(packed, _BLOCK)
            packed = inflate.unconsumed_tail
    # What a full block held back.
    while block := inflate.decompress(inflate.unconsumed_tail, _BLOCK):
        yield block
    if not inflate.eof:
        raise BadZipFile


def _no_endless_rows(path: Path, content: bytes) -> None:
    """Refuse rows or cells that hold something and are said to be there thousands of times."""
    cells = any(_holds(found[0]) for found in _REPEATED_CELL.finditer(content))
    if cells or any(_holds(found[2]) for found in _REPEATED_ROW.finditer(content)):
        raise UserError("import-too-large", name=path.name)


def _holds(xml: bytes) -> bool:
    return b"value" in xml or b"<text:p" in xml


def _by_name(archive: ZipFile, facts: dict[str, SheetFacts]) -> dict[str, SheetFacts]:
    """Facts by the names of the sheets; empty where the parts of the book are written in some way of their own."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    target = {link.get("Id"): (link.get("Target") or "").lstrip("/") for link in links.iter(_PACKED_REL)}
    named = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        place = target.get(sheet.get(_REL), "")
        found = facts.get(place) or facts.get(f"xl/{place}")
        if found is not None:
            named[sheet.get("name") or ""] = found
    return named
