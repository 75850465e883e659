"""Decides what a tag of a campaign may be, and which of several colours it has: always the same one."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.local import fold, sort_key

LONGEST, MOST = 40, 20


def clean(text: str) -> str:
    """A tag as it is kept: in one line, without blanks around; raises ``UserError("tag-empty" | "tag-too-long")``."""
    tag = " ".join(text.split())
    if not tag:
        raise UserError("tag-empty")
    if len(tag) > LONGEST:
        raise UserError("tag-too-long", most=LONGEST)
    return tag


def added(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    """The tags with one more, in order; one that differs in case alone is the same.

    Raises ``UserError("tag-too-many")``.
    """
    kept = tuple(tags)
    if any(fold(one) == fold(tag) for one in kept):
        return kept
    if len(kept) >= MOST:
        raise UserError("tag-too-many", most=MOST)
    return tuple(sorted((*kept, tag), key=sort_key))


def removed(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    """The tags without one."""
    return tuple(one for one in tags if fold(one) != fold(tag))


def colour_of(tag: str, colours: int) -> int:
    """Which of so many colours a tag has, on every machine and whatever its case."""
    return int.from_bytes(blake2b(fold(tag).encode(), digest_size=4).digest()) % colours
