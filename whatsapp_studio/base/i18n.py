"""Decides in which language a text is shown: the one door for every visible word."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from whatsapp_studio.base.catalogue import Catalogue, Texts, Untranslated
from whatsapp_studio.base.paths import resource

# The languages there are, each called as its own speakers call it.
LANGUAGES = {"en": "English", "nl": "Nederlands"}
ENVIRONMENT = "WHATSAPP_STUDIO_LANGUAGE"

_current: Texts = Untranslated()


def use_language(language: str) -> None:
    """Show texts in ``language`` (a BCP 47 code such as ``nl`` or ``nl-BE``) from now on.

    English where there is no such language, or where it has no word.
    """
    code = language.replace("_", "-").split("-")[0].lower()
    try:
        found: Texts = Catalogue.read(resource("locale") / f"studio_{code}.qm", code) if code in LANGUAGES else _ENGLISH
    except (OSError, ValueError):
        found = _ENGLISH
    use(found)


def use(words: Texts) -> None:
    """Show texts from ``words`` from now on: a catalogue, or whatever a test makes of one."""
    global _current
    _current = words


def language() -> Texts:
    """What stands for the language in use: what is made of words may be kept for as long as it is the same."""
    return _current


def chosen(setting: str, offered: Iterable[str] = ()) -> str:
    """The code of the language to use: what this run was told, else the setting, else the system's, else English.

    ``offered`` are the system's languages, best first, where somebody knows better than this.
    """
    for wish in (os.environ.get(ENVIRONMENT, ""), setting):
        code = _code(wish)
        if code in LANGUAGES:
            return code
    return next((code for code in map(_code, offered or _of_the_system()) if code in LANGUAGES), "en")


def _code(language: str) -> str:
    return language.replace("_", "-").split("-")[0].split(".")[0].lower()


def _of_the_system() -> list[str]:
    if sys.platform == "win32":
        import ctypes
        import locale

        return [locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")]
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    # As gettext has it: a list of preferences counts, except where the language is plain C.
    listed = os.environ.get("LANGUAGE", "") if told.split(".")[0] not in ("", "C", "POSIX") else ""
    return [*listed.split(":"), told] if listed else [told]


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language in use, with ``{name}`` places filled from ``values``."""
    shown = _current.text(text) or text
    return shown.format_map(values) if values else shown


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """The form of a text that ``n`` asks for; ``{n}`` is filled with grouped digits."""
    shown = _current.plural(many, n) or (one if n == 1 else many)
    return shown.format_map({"n": number(n), **values})


def ctr(context: str, text: str, /, **values: object) -> str:
    """Like :func:`tr`, for a word whose meaning depends on its place."""
    shown = _current.text(text, context) or text
    return shown.format_map(values) if values else shown


def said(context: str, text: str) -> str:
    """A text that stands in a file of ours instead of in the code, exactly as it is: nothing in it is filled."""
    return _current.text(text, context) or text


def mark(text: str) -> str:
    """Mark a text for translation where it is written but not yet shown."""
    return text


def mark_many(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a text with a count, for :func:`ntr`, where they are written but not yet shown."""
    return one, many


def number(n: int) -> str:
    """A count with grouped digits, as the language in use writes it."""
    return f"{n:,}".replace(",", ctr("digit group separator", ","))


def fill(text: str, values: Mapping[str, object]) -> str:
    """``text`` translated and filled; a missing place stays visible instead of raising."""
    return (_current.text(text) or text).format_map(_Lenient(values))


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


_ENGLISH = Untranslated()
