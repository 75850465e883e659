"""Decides whether a text of a template may be: its length, its variables, their examples."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from whatsapp_studio.sandbox.refusals import refuse, wrong

Json = Mapping[str, Any]
BODY_MOST, HEADER_MOST, FOOTER_MOST = 1024, 60, 60
VARIABLE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
# Blocks of pictographs, with the marks that turn other signs into one.
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u231a\u231b\u23e9-\u23fa\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d"
    "\u3297\u3299\ufe0f\u20e3]"
)
_FORMATTED = re.compile(r"[*\n\r]|```|(?<!\w)_[^_\s][^_]*_(?!\w)|(?<!\w)~[^~\s][^~]*~(?!\w)")
_MANY_NEWLINES = re.compile(r"(?:\r?\n[ \t]*){5,}")


def has_emoji(text: str) -> bool:
    """Whether a text holds a pictograph."""
    return _EMOJI.search(text) is not None


def plain_words(where: str, component: Json, most: int) -> str:
    """The text of a part, which must have some words and not too many characters."""
    words = component.get("text")
    if not isinstance(words, str) or not words.strip():
        raise wrong(f"The {where} needs a text.")
    if len(words) > most:
        raise refuse(2388040, f"The {where} has {len(words)} characters; {most} are allowed.")
    return words


def check_header_text(component: Json, form: str) -> None:
    """A header of words: one line, one variable, no formatting, no emoji."""
    bare = VARIABLE.sub("", str(component.get("text", "")))
    if _FORMATTED.search(bare) or has_emoji(bare):
        raise refuse(2388047, "The header can have no newlines, emojis, asterisks or formatting.")
    words = plain_words("header", component, HEADER_MOST)
    found = _variables("header", words, form, 2388047)
    if len(found) > 1:
        raise refuse(2388047, "The header can have one variable.")
    _check_ends(words)
    _check_example("header", component, form, found)


def check_body_text(component: Json, form: str, most: int = BODY_MOST) -> None:
    """A body, or that of a card."""
    words = plain_words("body", component, most)
    if _MANY_NEWLINES.search(words):
        raise refuse(2388072, "The body can have at most four newlines in a row.")
    found = _variables("body", words, form, 2388072)
    _check_ends(words)
    if found and len(words.split()) < 3 * len(found) + 1:
        raise refuse(2388293, "Use fewer variables or write more words around them.")
    _check_example("body", component, form, found)


def check_footer_text(component: Json) -> None:
    """A footer: one line without variables."""
    words = plain_words("footer", component, FOOTER_MOST)
    if "{{" in words or "\n" in words or "\r" in words:
        raise refuse(2388073, "The footer can have no variables and no newlines.")


def _variables(where: str, words: str, form: str, subcode: int) -> list[str]:
    found = VARIABLE.findall(words)
    rest = VARIABLE.sub("", words)
    if "{{" in rest or "}}" in rest:
        raise refuse(subcode, f"A variable of the {where} is not closed, or was never opened.")
    pattern = r"[1-9][0-9]*" if form == "POSITIONAL" else r"[a-z_][a-z0-9_]*"
    for name in found:
        if not re.fullmatch(pattern, name):
            raise refuse(subcode, f"Variable {{{{{name}}}}} does not fit a {form.lower()} template.")
    if form == "POSITIONAL" and sorted({int(name) for name in found}) != list(range(1, len(set(found)) + 1)):
        raise refuse(subcode, "Variables must be numbered 1, 2, 3 without gaps.")
    if form == "NAMED" and len(set(found)) != len(found):
        raise refuse(subcode, "Every named variable may stand once.")
    if "}}{{" in words:
        raise refuse(subcode, "Two variables may not stand side by side.")
    return found


def _check_ends(words: str) -> None:
    if re.search(r"\A\s*\{\{|\}\}\s*\Z", words):
        raise refuse(2388299, "Put words before the first and after the last variable.")


def _check_example(where: str, component: Json, form: str, found: Sequence[str]) -> None:
    if not found:
        return
    example = component.get("example")
    example = example if isinstance(example, dict) else {}
    if form == "NAMED":
        given = example.get(f"{where}_text_named_params")
        rows = [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []
        complete = {str(item.get("param_name")) for item in rows if _told(item.get("example"))} >= set(found)
    else:
        values = example.get(f"{where}_text")
        row = values[0] if isinstance(values, list) and values and isinstance(values[0], list) else values
        complete = isinstance(row, list) and len(row) >= len(set(found)) and all(map(_told, row))
    if not complete:
        raise refuse(2388043, f"Every variable of the {where} needs an example.")


def _told(value: object) -> bool:
    return bool(str(value).strip()) if isinstance(value, str | int | float) else False
