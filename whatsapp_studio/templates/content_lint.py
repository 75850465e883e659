"""Decides what a person would regret in a message: links that go nowhere, shouting, no way to stop, a brand's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.brand import NO_BRAND, BrandKit, banned_words, brand_words, signed, tone_problems
from whatsapp_studio.templates.links import broken_link, link_problems, says_how_to_stop
from whatsapp_studio.templates.rules import Limits, value_problem
from whatsapp_studio.templates.template import VARIABLE, Place, Template, places

_SHOUT = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:[^\w\n]+[^\W\d_]{2,})*")
_MARKS = re.compile(r"([!?！？])(?:\s?\1)+|[!?！？]{3,}|\.{4,}|,{2,}")
_WORDS_SHOUTED = 3  # so many words in capitals in a row, or nearly all of a text
_LETTERS_SHOUTED, _SHARE_SHOUTED = 12, 0.7
_VALUE_SHOUTED = 4
_TEXT_PLACES = ("header.", "body.")


def template_lint(t: Template, brand: BrandKit = NO_BRAND) -> tuple[Problem, ...]:
    """Warnings about what is always the same in the messages of ``t``; what is filled in is left out."""
    return tuple(_template_lint(t, brand))


def _template_lint(t: Template, brand: BrandKit) -> Iterator[Problem]:
    for where, text in _texts(t):
        bare = VARIABLE.sub("x", text)
        yield from link_problems(where, VARIABLE.sub("x.example", text))  # any part of an address may be filled in
        yield from _loud(where, VARIABLE.sub("", text))
        yield from brand_words(where, bare, banned_words(brand))
        yield from tone_problems(where, text, t.language, brand.tone)
    if t.category == "MARKETING":
        if not says_how_to_stop(t):
            yield Problem("lint-no-way-to-stop", "footer", {}, "warning")
        if brand.signature and not any(signed(text, brand.signature) for text in (t.body, t.footer)):
            yield Problem("lint-brand-signature", "footer", {"signature": brand.signature}, "warning")
    count = sum(counting.emojis(text) for _, text in _texts(t))
    if brand.emojis is not None and count > brand.emojis:
        yield Problem("lint-brand-emojis", "body", {"count": count, "most": brand.emojis}, "warning")


def _texts(t: Template) -> Iterator[tuple[str, str]]:
    """Every text a reader sees or follows, with its place as in the rules."""
    if t.header is not None and t.header.text:
        yield "header.text", t.header.text
    yield "body", t.body
    yield "footer", t.footer
    for number, button in enumerate(t.buttons):
        yield from ((f"buttons.{number}.text", button.text), (f"buttons.{number}.url", button.url))
    for number, card in enumerate(t.cards):
        yield f"cards.{number}.body", card.body
        for at, button in enumerate(card.buttons):
            prefix = f"cards.{number}.buttons.{at}"
            yield from ((f"{prefix}.text", button.text), (f"{prefix}.url", button.url))


def shouted(text: str) -> str:
    """The words in capitals where a text shouts: three or more in a row, or nearly all of it; empty where not."""
    if text.islower() or not text:
        return ""
    letters = [letter for letter in text if letter.lower() != letter.upper()]
    capitals = sum(letter.isupper() for letter in letters)
    if len(letters) >= _LETTERS_SHOUTED and capitals >= _SHARE_SHOUTED * len(letters):
        return text.strip()[:60]
    if capitals < 2 * _WORDS_SHOUTED:
        return ""
    row: list[str] = []
    for word in text.split():
        bare = word.strip("*_~.,;:!?()\"'«»“”")
        row = [*row, bare] if len(bare) > 1 and bare.isupper() and bare.isalpha() else []
        if len(row) >= _WORDS_SHOUTED:
            return " ".join(row)
    return ""


def _loud(where: str, text: str) -> Iterator[Problem]:
    words = shouted(text) if not where.endswith(".url") else ""
    if words:
        yield Problem("lint-capitals", where, {"words": words}, "warning")
    marks = _MARKS.search(text) if not where.endswith(".url") else None
    if marks:
        yield Problem("lint-marks", where, {"marks": marks[0]}, "warning")


class Lint:
    """A template and a brand kit, looked at once; then any number of filled messages, only for what varies in them.

    ``template`` holds the warnings that every message has. Quick enough for 100,000 messages: most values are passed
    by a single look.
    """

    def __init__(self, t: Template, brand: BrandKit = NO_BRAND) -> None:
        self.template = template_lint(t, brand)
        self._banned = banned_words(brand)
        self._places = {place.name: place for place in places(t)}
        self._spoken = [
            name for name, place in self._places.items() if place.kind == "text" and not name.endswith(".filename")
        ]
        # (the first place, the prefix of all of them, the link)
        self._joined = [
            (f"{prefix}.{found[1]}", prefix, text)
            for prefix, text in _joined_links(t)
            if (found := VARIABLE.search(text)) is not None and f"{prefix}.{found[1]}" in self._places
        ]
        fixed = sum(counting.emojis(text) for _, text in _texts(t))
        self._most_emojis = counting.EMOJIS_SOFT if brand.emojis is None else min(brand.emojis, counting.EMOJIS_SOFT)
        self._fixed_emojis = fixed

    def message(self, values: Mapping[str, str]) -> tuple[Problem, ...]:
        """What is to be regretted in one message with these ``values`` (by place) that not all messages have."""
        found: list[Problem] = []
        emojis = 0
        for name in self._spoken:
            value = values.get(name, "")
            if not value:
                continue
            if not value.isascii():
                emojis += counting.emojis(value)
            if _look(value) or (self._banned is not None and self._banned.search(value)):
                found += self._value(self._places[name], value)
        if emojis and self._fixed_emojis + emojis > self._most_emojis:
            count = {"count": self._fixed_emojis + emojis, "most": self._most_emojis}
            found.append(Problem("lint-emojis", "body", count, "warning"))
        for name, prefix, text in self._joined:
            link = _filled(text, prefix, values)
            if broken_link(link):
                facts = {"place": name, "label": self._places[name].label, "link": link[:80]}
                found.append(Problem("lint-link-broken", f"mapping.{name}", facts, "warning"))
        return tuple(found)

    def _value(self, place: Place, value: str) -> Iterator[Problem]:
        where, facts = f"mapping.{place.name}", {"place": place.name, "label": place.label}
        if value.isupper() and sum(map(str.isalpha, value)) >= _VALUE_SHOUTED and not any(map(str.isdigit, value)):
            yield Problem("lint-value-capitals", where, {**facts, "value": value[:60]}, "warning")
        marks = _MARKS.search(value)
        if marks:
            yield Problem("lint-marks", where, {**facts, "marks": marks[0]}, "warning")
        for problem in (*link_problems(where, value), *brand_words(where, value, self._banned)):
            yield Problem(problem.code, where, {**facts, **problem.facts}, "warning")


def _look(value: str) -> bool:
    """Whether a value deserves a closer look: capitals only, a link, or marks in a row."""
    return value.isupper() or _CLOSER.search(value) is not None


_CLOSER = re.compile(r"tps?:|www|[!?！？]\s?[!?！？]|\.{4}|,,", re.IGNORECASE)


def _joined_links(t: Template) -> Iterator[tuple[str, str]]:
    """Links that are made of fixed and filled parts, with the prefix of their places."""
    for number, button in enumerate(t.buttons):
        if button.kind == "URL" and VARIABLE.search(button.url):
            yield f"button.{number}", button.url
    for at, card in enumerate(t.cards):
        for number, button in enumerate(card.buttons):
            if button.kind == "URL" and VARIABLE.search(button.url):
                yield f"card.{at}.button.{number}", button.url
    for match in re.finditer(r"(?:https?://|www\.)\S*\{\{\s*\w+\s*\}\}\S*", t.body):
        yield "body", match[0]


def _filled(text: str, prefix: str, values: Mapping[str, str]) -> str:
    return VARIABLE.sub(lambda found: values.get(f"{prefix}.{found[1]}", ""), text)


def filled_lint(t: Template, values: Mapping[str, str], brand: BrandKit = NO_BRAND) -> Sequence[Problem]:
    """Everything to be regretted in one message: its template's words, what is filled in, and its length."""
    lint = Lint(t, brand)
    found = [*lint.template, *lint.message(values)]
    long = Limits(t).too_long(values)
    if long is not None:
        name, length, most = long
        place = next(place for place in places(t) if place.name == name)
        found.append(value_problem("value-too-long", place, length=length, most=most))
    return found
