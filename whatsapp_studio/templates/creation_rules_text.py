"""Decides what Meta takes as the words of a template: its lengths, its formatting, and the variables in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.template import Template

ANY_VARIABLE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_POSITION = re.compile(r"[1-9][0-9]*")
_NAME = re.compile(r"[a-z_]+")
_NAME_WITH_DIGITS = re.compile(r"[a-z0-9_]*[a-z_][a-z0-9_]*")
_SPECIAL = re.compile(r"[#$%]")
_EDGE = re.compile(r"\A\s*(\{\{[^{}]*\}\})|(\{\{[^{}]*\}\})\s*\Z")
_TOUCHING = re.compile(r"\{\{[^{}]*\}\}\{\{[^{}]*\}\}")
# Formatting as WhatsApp reads it; a star is refused wherever it stands.
_FORMATTED = re.compile(r"\*|```|(?<!\w)_(?=[^\s_])[^_]*_(?!\w)|(?<!\w)~(?=[^\s~])[^~]*~(?!\w)")
_SPACES = " " * 5
_SOFT_BREAKS, _BREAKS = 2, 4
_WORDS_PER_VARIABLE = 3


def length_problem(where: str, text: str, most: int) -> Iterator[Problem]:
    """A text that is not there or is longer than ``most``."""
    length = counting.length(text)
    if not text.strip():
        yield Problem("template-text-missing", where, {"most": most})
    elif length > most:
        yield Problem("template-text-long", where, {"length": length, "most": most})


def header_text_problems(text: str, samples: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Everything wrong with a header of words: one line, no formatting, no emoji, at most one variable."""
    where = "header.text"
    yield from length_problem(where, text, counting.HEADER)
    if "\n" in text or "\r" in text:
        yield Problem("template-header-one-line", where)
    bare = ANY_VARIABLE.sub("", text)
    if _FORMATTED.search(bare):
        yield Problem("template-header-formatting", where)
    yield from no_emoji(where, text)
    found = ANY_VARIABLE.findall(text)
    if len(found) > 1:
        yield Problem("template-header-variables", where, {"count": len(found)})
    yield from _variables(where, text)
    yield from _missing_samples(text, dict(samples), lambda _: "header.sample")


def no_emoji(where: str, text: str) -> Iterator[Problem]:
    """An emoji where Meta takes none."""
    found = counting.EMOJI.search(text)
    if found:
        yield Problem("template-emoji", where, {"emoji": found[0]})


def body_problems(
    where: str, text: str, samples: Sequence[tuple[str, str]], *, most: int, required: bool = True
) -> Iterator[Problem]:
    """Everything wrong with a body, of the template or of one card."""
    if text.strip() or required:
        yield from length_problem(where, text, most)
    longest = max((len(run) for run in re.findall(r"\n+", text.replace("\r\n", "\n"))), default=0)
    if longest > _SOFT_BREAKS:
        yield Problem(
            "template-newlines",
            where,
            {"count": longest, "most": _SOFT_BREAKS},
            "error" if longest > _BREAKS else "warning",
        )
    yield from _variables(where, text)
    yield from _ratio(where, text)
    yield from _missing_samples(text, dict(samples), lambda name: f"{where}.samples.{name}")
    yield from _sample_layout(text, dict(samples), where)


def soft_problems(t: Template) -> Iterator[Problem]:
    """What Meta is said to refuse in a body though its pages do not say so: many characters, many emojis."""
    length, emojis = counting.length(t.body), counting.emojis(t.body)
    if counting.BODY_SOFT < length <= counting.body_most(t):
        yield Problem("template-body-soft", "body", {"length": length, "most": counting.BODY_SOFT}, "warning")
    if emojis > counting.EMOJIS_SOFT:
        yield Problem("template-emojis", "body", {"count": emojis, "most": counting.EMOJIS_SOFT}, "warning")


def footer_problems(text: str) -> Iterator[Problem]:
    """Everything wrong with a footer that is there."""
    yield from length_problem("footer", text, counting.FOOTER)
    found = ANY_VARIABLE.search(text)
    if found:
        yield Problem("template-footer-variable", "footer", {"variable": found[0]})
    if "{{" in ANY_VARIABLE.sub("", text):
        yield Problem("template-variable-open", "footer")
    if "\n" in text or "\r" in text:
        yield Problem("template-footer-one-line", "footer")


def format_problems(t: Template) -> Iterator[Problem]:
    """A variable that is a number where the template's are names, or the other way round."""
    named = t.parameter_format == "NAMED"
    for where, text in _texts(t):
        for name in ANY_VARIABLE.findall(text):
            if _well_made(name) and name.isdecimal() == named:
                yield Problem("template-variables-mixed", where, {"variable": shown(name)})
                return


def _texts(t: Template) -> Iterator[tuple[str, str]]:
    yield "body", t.body
    if t.header is not None and t.header.format == "TEXT":
        yield "header.text", t.header.text
    for number, card in enumerate(t.cards):
        yield f"cards.{number}.body", card.body


def shown(variable: str) -> str:
    """A variable as it stands in the text."""
    return f"{{{{{variable}}}}}"


def _variables(where: str, text: str) -> Iterator[Problem]:
    """Variables that are badly written, out of order, twice there, at an end or side by side."""
    found = ANY_VARIABLE.findall(text)
    yield from open_brackets(where, text)
    for name in dict.fromkeys(found):
        yield from name_problems(where, name)
    numbers = {int(name) for name in found if _POSITION.fullmatch(name)}
    missing = next((n for n in range(1, len(numbers) + 1) if n not in numbers), None)
    if missing is not None:
        yield Problem("template-variables-gap", where, {"variable": shown(str(missing))})
    names = [name for name in found if not name.isdecimal()]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        yield Problem("template-variable-twice", where, {"variable": shown(twice)})
    edge = _EDGE.search(text)
    if edge is not None:
        yield Problem("template-variable-edge", where, {"variable": edge[1] or edge[2]})
    touching = _TOUCHING.search(text)
    if touching is not None:
        yield Problem("template-variables-touch", where, {"variables": touching[0]})


def open_brackets(where: str, text: str) -> Iterator[Problem]:
    """Curly brackets that are no variable."""
    rest = ANY_VARIABLE.sub("", text)
    if "{{" in rest or "}}" in rest:
        yield Problem("template-variable-open", where)


def name_problems(where: str, name: str) -> Iterator[Problem]:
    """What is wrong with how a variable is written."""
    if _POSITION.fullmatch(name) or _NAME.fullmatch(name):
        return
    facts = {"variable": shown(name)}
    if _SPECIAL.search(name):
        yield Problem("template-variable-special", where, facts)
    elif _NAME_WITH_DIGITS.fullmatch(name):
        yield Problem("template-variable-digits", where, facts, "warning")
    else:
        yield Problem("template-variable-name", where, facts)


def _well_made(name: str) -> bool:
    return bool(_POSITION.fullmatch(name) or _NAME_WITH_DIGITS.fullmatch(name))


def _ratio(where: str, text: str) -> Iterator[Problem]:
    count, words = len(ANY_VARIABLE.findall(text)), len(text.split())
    least = _WORDS_PER_VARIABLE * count + 1
    if count and words < least:
        yield Problem("template-variables-ratio", where, {"count": count, "words": words, "least": least}, "warning")


def _missing_samples(text: str, samples: dict[str, str], place: Callable[[str], str]) -> Iterator[Problem]:
    for name in dict.fromkeys(ANY_VARIABLE.findall(text)):
        if _well_made(name) and not samples.get(name, "").strip():
            yield Problem("template-sample-missing", place(name), {"variable": shown(name)})


def _sample_layout(text: str, samples: dict[str, str], where: str) -> Iterator[Problem]:
    """Examples that could not be sent: what Meta refuses in a value is no good example of one."""
    for name in dict.fromkeys(ANY_VARIABLE.findall(text)):
        sample, place = samples.get(name, ""), f"{where}.samples.{name}"
        if "\n" in sample or "\r" in sample:
            yield Problem("template-sample-newline", place, {"variable": shown(name)}, "warning")
        if "\t" in sample:
            yield Problem("template-sample-tab", place, {"variable": shown(name)}, "warning")
        if _SPACES in sample:
            yield Problem("template-sample-spaces", place, {"variable": shown(name)}, "warning")
