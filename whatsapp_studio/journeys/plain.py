"""Decides what may stand in a file: plain JSON that every reader takes, from any text and from any value."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from whatsapp_studio.base.errors import UserError

# What a person draws is far below all of these; beyond them a file is a mistake or an attack.
MOST_CHARACTERS = 20_000_000
MOST_DEPTH = 64
MOST_NUMBER = 2**53 - 1
_LINES = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def decode(data: bytes) -> str:
    """The text of a file; raises ``UserError`` where it is none."""
    if len(data) > MOST_CHARACTERS * 4:
        raise UserError("journey-file-large")
    try:
        # Some editors save as UTF-16 and say so with a mark in front.
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("journey-file-encoding") from error


def parse(text: str) -> Any:
    """The value a JSON text says, cleaned by :func:`clean`; raises ``UserError`` on anything else."""
    if len(text) > MOST_CHARACTERS:
        raise UserError("journey-file-large")
    text = text.removeprefix("\ufeff")
    if not text.strip("\0 \t\r\n"):
        raise UserError("journey-file-empty")
    try:
        raw = json.loads(
            text, object_pairs_hook=_pairs, parse_int=_whole, parse_float=_broken, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        raise UserError("journey-file-syntax", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise UserError("journey-file-deep") from error
    try:
        return clean(raw)
    except ValueError as error:
        raise UserError("journey-file-deep") from error


def clean(value: Any, depth: int = MOST_DEPTH) -> Any:
    """``value`` as JSON that can be written and read again: lists for tuples, text without lone surrogates or NUL.

    What JSON has no word for becomes None; deeper than ``depth`` raises ``ValueError``.
    """
    if depth < 0:
        raise ValueError("too deep")
    if isinstance(value, str):
        return clean_text(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) <= MOST_NUMBER else None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {clean_text(str(name)): clean(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(inner, depth - 1) for inner in value]
    return None


def clean_text(text: str) -> str:
    """``text`` without what UTF-8, SQLite or a window cannot take."""
    if text.isascii():
        return text.replace("\0", "\ufffd") if "\0" in text else text
    # A pair of surrogates is one sign written in two halves; a lone half is no sign at all.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "\ufffd")


def line(value: Any) -> str:
    """A cleaned value as one line of JSON, keys sorted."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False).translate(_LINES)


def block(value: Mapping[str, Any], deeper: str = "") -> str:
    """A cleaned mapping as JSON: a line for each member of its members, one level more below ``deeper``."""
    return "\n".join(_lines(value, lambda name: 2 if name == deeper else 1, 0))


def _lines(value: Mapping[str, Any], depth_of: Callable[[str], int], indent: int) -> list[str]:
    if not value:
        return ["{}"]
    found = ["{"]
    pad = " " * (indent + 1)
    for name in sorted(value):
        inner, depth = value[name], depth_of(name)
        split = depth > 0 and isinstance(inner, dict)
        lines = _lines(inner, lambda _, left=depth - 1: left, indent + 1) if split else [line(inner)]  # type: ignore[misc]
        lines[0] = f"{pad}{line(name)}: {lines[0]}"
        lines[-1] += ","
        found += lines
    found[-1] = found[-1].removesuffix(",")
    found.append(" " * indent + "}")
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise UserError("journey-file-twice", id=clean_text(twice)[:80])
    return found


def _whole(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > MOST_NUMBER:
        raise UserError("journey-file-number", value=f"{digits[:20]}…" if len(digits) > 20 else digits)
    return int(digits)


def _broken(digits: str) -> float:
    found = float(digits)
    if not math.isfinite(found):
        raise UserError("journey-file-number", value=digits[:20])
    return found


def _constant(word: str) -> NoReturn:
    raise UserError("journey-file-number", value=word)
