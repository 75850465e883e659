"""Decides how a snippet stands in an expression, ``{% snippet "name" %}``, and what the expression is with its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

TAG = re.compile(r"""\{%-?\s*snippet\s+(?:"([^"]*)"|'([^']*)')\s*-?%\}""")
# No text that fits in a message comes near it; snippets that hold one another twice each would.
MOST_SIGNS = 400_000


def used(source: str) -> tuple[str, ...]:
    """The names of the snippets that a text brings in, as they are written, each once."""
    return tuple(dict.fromkeys(map(_name, TAG.finditer(source))))


def expand(source: str, texts: Mapping[str, str]) -> str:
    """``source`` with every snippet's text (by name, whatever its case) in its place, and those inside it in theirs.

    A snippet that is not there, or would hold itself, stays as it stands: to Liquid it is then a tag nobody knows.
    """
    if not texts or "snippet" not in source:
        return source
    return _Expansion(texts).of(source)


def missing(source: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The names a text brings in that there is no snippet for."""
    known = {name.casefold() for name in texts}
    return tuple(name for name in used(source) if name.casefold() not in known)


def way_back(name: str, content: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """How the snippet ``name`` would come to hold itself with this content: the names on the way; empty: it does not.

    ``texts`` are the other snippets by name.
    """
    known = {one.casefold(): text for one, text in texts.items()}
    left: list[tuple[str, tuple[str, ...]]] = [(one, (name, one)) for one in used(content)]
    seen: set[str] = set()
    while left:
        one, way = left.pop()
        if one.casefold() == name.casefold():
            return way
        if one.casefold() not in seen:
            seen.add(one.casefold())
            left += [(more, (*way, more)) for more in used(known.get(one.casefold(), ""))]
    return ()


class _Expansion:
    """One expansion: every snippet is worked out once, however often it stands somewhere."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {name.casefold(): text for name, text in texts.items()}
        # None: it holds itself, or is too much.
        self._made: dict[str, str | None] = {}

    def of(self, source: str) -> str:
        return TAG.sub(lambda found: self._named(_name(found).casefold()) or found[0], source)

    def _named(self, name: str) -> str | None:
        if name not in self._made:
            self._made[name] = None
            text = self._texts.get(name)
            made = self.of(text) if text is not None else None
            self._made[name] = made if made is not None and len(made) <= MOST_SIGNS else None
        return self._made[name]


def _name(found: re.Match[str]) -> str:
    return found[1] if found[1] is not None else found[2]
