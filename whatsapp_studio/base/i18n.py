"""Decides in which language a text is shown: the one door for every visible word."""

from __future__ import annotations

import gettext
from collections.abc import Mapping

from whatsapp_studio.base.paths import resource

_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Show texts in ``language`` (a BCP 47 code such as ``nl``) from now on; English where it has no word."""
    global _current
    _current = gettext.translation("studio", str(resource("locale")), [language.replace("-", "_")], fallback=True)


def language() -> object:
    """What stands for the language in use: what is made of words may be kept for as long as it is the same."""
    return _current


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language in use, with ``{name}`` places filled from ``values``."""
    shown = _current.gettext(text)
    return shown.format_map(values) if values else shown


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """The form of a text that ``n`` asks for; ``{n}`` is filled with grouped digits."""
    return _current.ngettext(one, many, n).format_map({"n": number(n), **values})


def ctr(context: str, text: str, /, **values: object) -> str:
    """Like :func:`tr`, for a word whose meaning depends on its place."""
    shown = _current.pgettext(context, text)
    return shown.format_map(values) if values else shown


def mark(text: str) -> str:
    """Mark a text for translation where it is written but not yet shown."""
    return text


def number(n: int) -> str:
    """A count with grouped digits, as the language in use writes it."""
    separator = _current.pgettext("digit group separator", ",")
    return f"{n:,}".replace(",", separator)


def fill(text: str, values: Mapping[str, object]) -> str:
    """``text`` translated and filled; a missing place stays visible instead of raising."""
    return _current.gettext(text).format_map(_Lenient(values))


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
