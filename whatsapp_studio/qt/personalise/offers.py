"""Decides what is offered while an expression is typed: the names, filters, tags and snippets that fit there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from whatsapp_studio.base.local import fold
from whatsapp_studio.qt.personalise.putting_in import inside, tag

_HALF = re.compile(
    r"""(?P<tag>\{%-?[ ]*(?P<tag_word>\w*))$
      |(?P<snippet>\{%-?\s*snippet\s+["']?(?P<snippet_word>[^"'{}%]*))$
      |(?P<filter>\|[ ]*(?P<filter_word>\w*))$
      |(?P<open>\{\{-?[ ]*(?P<open_word>[\w.]*))$
      |(?<![\w.])(?P<path>(?:contact|event|journey|campaign)\.\w*)$""",
    re.VERBOSE,
)
_SPLIT = re.compile(r"[\s_.-]+")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to put in: what it is called, what it says beside that, and what is written."""

    kind: str
    name: str
    says: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is half typed: the kinds that fit there, the letters typed so far and how many characters they replace."""

    kinds: tuple[str, ...]
    letters: str
    length: int


def asked(before: str) -> Asked | None:
    """What is asked for by the text before the cursor; None where nothing is to be offered."""
    found = _HALF.search(before)
    if found is None:
        return None
    if found["snippet"] is not None:
        return Asked(("snippet",), found["snippet_word"], len(found[0]))
    if found["tag"] is not None:
        return Asked(("tag", "snippet"), found["tag_word"], len(found[0]))
    if found["filter"] is not None:
        if not inside(before):
            return None
        return Asked(("filter",), found["filter_word"], len(found[0]))
    if found["open"] is not None:
        return Asked(("field",), found["open_word"], len(found[0]))
    return Asked(("field",), found["path"], len(found[0]))


def fitting(half: Asked, offers: Iterable[Offer], most: int = 200) -> list[Offer]:
    """The offers that fit what is half typed, those that begin with it first."""
    wanted = fold(half.letters)
    starts, within = [], []
    for one in offers:
        if one.kind not in half.kinds:
            continue
        name, says = fold(one.name), fold(one.says)
        short = name.partition(".")[2] or name
        if name.startswith(wanted) or short.startswith(wanted):
            starts.append(one)
        elif (len(wanted) > 1 and wanted in name) or any(word.startswith(wanted) for word in _SPLIT.split(says)):
            within.append(one)
    return (starts + within)[:most]


def completed(before: str, after: str, half: Asked, offer: Offer) -> tuple[str, str]:
    """The text before and after the cursor once ``offer`` took the place of what is half typed."""
    head = before[: len(before) - half.length]
    if offer.kind == "field":
        within = inside(head)
        opened = head if within else head + "{{ "
        closed = after if within or after.lstrip().startswith(("}", "|", "-}")) else " }}" + after
        return opened + offer.name, _spaced(closed)
    if offer.kind == "filter":
        return f"{head.rstrip()} | {offer.text or offer.name}", _spaced(after)
    closed = re.sub(r"^\s*[\"']?\s*-?%\}", "", after)
    if offer.kind == "tag":
        text, back = tag(offer.name)
        return head + text[: len(text) - back], text[len(text) - back :] + closed
    return head + offer.text, closed


def _spaced(after: str) -> str:
    """One space before what closes."""
    return f" {after}" if after.startswith(("}}", "|", "%}")) else after
