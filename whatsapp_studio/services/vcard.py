"""Decides how the cards of an address book (vCard 2.1, 3.0 and 4.0) become rows with columns."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from whatsapp_studio.audience.fields import split_name
from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.services.textfile import guess_encoding, opened

# Pictures and keys say nothing of a contact, and are most of a file.
_LEFT_OUT = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT|X-[\w-]+)[;:]", re.IGNORECASE)
_PROPERTY = re.compile(r"(?:[\w-]+\.)?[A-Za-z][A-Za-z0-9-]*[;:]")
_LONGEST_CARD = 200_000
_MOBILE = ("CELL", "MOBILE", "IPHONE")
_NO_PHONES = frozenset(("FAX", "PAGER"))


class CardFile:
    """One row for each card. ``notes`` counts what was left out of those that were read last, by code."""

    sheets: tuple[str, ...] = ()

    def __init__(self, path: Path, options: ReadOptions, *, lenient: bool = False) -> None:
        self._path = path
        self._errors = "replace" if lenient else "strict"
        self.notes: dict[str, int] = {}
        self.guessed: tuple[str, ...] = () if options.encoding else ("encoding",)
        self.options = ReadOptions(encoding=options.encoding or guess_encoding(path), has_header=True)
        self.total_lines: int | None = 1 + sum(1 for _ in self._lines("BEGIN:VCARD"))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The names of the columns, then every card with the line it begins on."""
        self.notes = {}
        yield 0, [
            tr("Phone number"), tr("First name"), tr("Last name"), tr("Company"), tr("Email"), tr("Birthday"),
            tr("Language"), tr("Time zone"),
        ]  # fmt: skip
        for line, text in self._cards():
            yield line, self._row(text)

    def _lines(self, beginning: str = "") -> Iterator[tuple[int, str]]:
        with opened(self._path, self.options.encoding, self._errors) as file:
            try:
                for n, line in enumerate(file, 1):
                    if not beginning or line.lstrip("\ufeff")[:20].strip().upper() == beginning:
                        yield n, line.lstrip("\ufeff").rstrip("\r\n")
            except UnicodeError as error:
                raise UserError("import-wrong-encoding", encoding=self.options.encoding) from error

    def _cards(self) -> Iterator[tuple[int, str]]:
        """The text of each card with its first line; a card nobody closed ends where the next one begins."""
        kept: list[str] | None = None
        begun = size = 0
        skipping = False
        for n, line in self._lines():
            bare = line.strip().upper()
            if bare == "BEGIN:VCARD":
                if kept:
                    self._note("card-unfinished")
                    yield begun, _closed(kept)
                kept, begun, size, skipping = [line], n, 0, False
            elif kept is not None and bare == "END:VCARD":
                yield begun, _closed(kept)
                kept = None
            elif kept is not None:
                folded = line[:1] in (" ", "\t")
                skipping = (skipping and (folded or not _PROPERTY.match(line))) or bool(_LEFT_OUT.match(line))
                if not skipping and size < _LONGEST_CARD:
                    kept.append(line)
                    size += len(line)
        if kept:
            self._note("card-unfinished")
            yield begun, _closed(kept)

    def _row(self, text: str) -> list[str]:
        found = _read(text)
        phones = sorted((one for one in found.get("tel", ()) if not _is_fax(one)), key=_order)
        numbers = list(dict.fromkeys(_number(one) for one in phones if _text(one)))
        if len(numbers) > 1:
            self._note("card-more-numbers")
        first, last = _names(found)
        return [
            numbers[0] if numbers else "", first, last, _first(found, "org"), _first(found, "email"),
            _day(_first(found, "bday")), _first(found, "lang"), _first(found, "tz"),
        ]  # fmt: skip

    def _note(self, code: str) -> None:
        self.notes[code] = self.notes.get(code, 0) + 1


def _closed(lines: list[str]) -> str:
    return "\r\n".join([*lines, "END:VCARD", ""])


def _read(text: str) -> Mapping[str, list[Any]]:
    """The properties of a card by name; none where it cannot be read at all."""
    import vobject

    # It would write the lines it cannot read, with what is in them, into the log.
    logging.getLogger("vobject.base").disabled = True
    try:
        card = next(vobject.readComponents(text, ignoreUnreadable=True, allowQP=True), None)
    except Exception:
        # It raises whatever its parts raise, for one card of many.
        return {}
    contents = getattr(card, "contents", {})
    return contents if isinstance(contents, dict) else {}


def _kinds(phone: Any) -> set[str]:
    """What a card says of a number: ``TYPE=CELL,VOICE`` (3.0, 4.0) or ``CELL`` alone (2.1), and its label."""
    written = [*phone.singletonparams, *(kind for kinds in phone.params.get("TYPE", ()) for kind in kinds.split(","))]
    return {kind.strip().strip('"').upper() for kind in written}


def _is_fax(phone: Any) -> bool:
    kinds = _kinds(phone)
    return bool(kinds & _NO_PHONES) and not kinds & {*_MOBILE, "VOICE"}


def _order(phone: Any) -> tuple[bool, bool]:
    """Mobile numbers first, then the preferred one; otherwise as the card has them."""
    kinds = _kinds(phone)
    return not kinds.intersection(_MOBILE), not ("PREF" in kinds or phone.params.get("PREF"))


def _text(line: Any) -> str:
    value = line.value
    parts = value if isinstance(value, list) else [value]
    return " ".join(str(part) for part in parts if isinstance(part, str | int | float)).strip()


def _number(phone: Any) -> str:
    text = _text(phone)
    return text[4:].partition(";")[0] if text.lower().startswith("tel:") else text


def _first(found: Mapping[str, list[Any]], name: str) -> str:
    lines = found.get(name, ())
    best = sorted(lines, key=lambda line: not (line.params.get("PREF") or "PREF" in _kinds(line)))
    return next((text for line in best if (text := _text(line))), "")


def _names(found: Mapping[str, list[Any]]) -> tuple[str, str]:
    """First and last name; of the formatted name where a card has no parts of it."""
    for line in found.get("n", ()):
        name = line.value
        first, middle, last = (_flat(getattr(name, part, "")) for part in ("given", "additional", "family"))
        if first or last:
            return first, " ".join(part for part in (middle, last) if part) if middle.islower() else last
    whole = _first(found, "fn")
    return split_name(whole) if whole != _first(found, "org") else ("", whole)


def _flat(part: object) -> str:
    return " ".join(str(one) for one in part if one).strip() if isinstance(part, list) else str(part or "").strip()


def _day(text: str) -> str:
    """A birthday as ISO: ``19800131`` too. One without a year stays as it is written."""
    try:
        return date.fromisoformat(text[:10] if text[4:5] == "-" else text[:8]).isoformat()
    except ValueError:
        return text
