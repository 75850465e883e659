"""Decides what a person would regret in a message: links that go nowhere, shouting, no way to stop, a brand's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from whatsapp_studio.audience.stopwords import is_stop_word
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.rules import Limits, value_problem
from whatsapp_studio.templates.template import VARIABLE, Place, Template, places

Tone = Literal["", "formal", "informal"]
# Addresses that hide where they lead; wa.me leads back into WhatsApp. Meta refuses or distrusts both (Templates ›
# Template review).
SHORT = (
    "bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly", "t.ly", "lnkd.in",
    "shorturl.at", "tiny.cc", "rebrand.ly", "bl.ink", "s.id", "v.gd", "wa.me", "api.whatsapp.com", "chat.whatsapp.com",
)  # fmt: skip
_LINK = re.compile(r"(?:\bh?t?tps?:[/\\]*|\bwww\b[.,])[^\s<>\"”]*", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:https?://|(?=www\.))((?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}|(?:[^\W_](?:[\w-]*[^\W_])?\.)+xn--[\w-]+)\.?"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_AFTER = ".,;:!?)]}'*_~»”"
_SHOUT = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:[^\w\n]+[^\W\d_]{2,})*")
_MARKS = re.compile(r"([!?！？])(?:\s?\1)+|[!?！？]{3,}|\.{4,}|,{2,}")
_STOP = re.compile(
    r"\bstop\b|\bunsub|opt[ -]?out|afmeld|uitschrij|abmeld|abbestell|d[ée]s(?:abonn|inscri)|\bde baja\b|"
    r"(?:responde|env[ií]a|escribe)\w* [\"“«']?baja\b|cancelar (?:la |a )?(?:suscrip|inscri|subscri)|"
    r"(?:responda|envie|digite|clique em) [\"“«']?(?:parar|sair)\b|parar promo|descadastr|cancella(?:mi|ti|rti|rsi)\b|"
    r"annulla\w* (?:l['’])?iscrizion|disiscri|avregistrer|meld\w* deg av|avsluta|wypisz|zrezygn|odhl[áa][sš]|"
    r"leiratkoz|dezabon|отпис|стоп|إيقاف|[اإ]لغاء الاشتراك|הסר|停止|退订|수신 ?거부",
    re.IGNORECASE,
)
_WORDS_SHOUTED = 3  # so many words in capitals in a row, or nearly all of a text
_LETTERS_SHOUTED, _SHARE_SHOUTED = 12, 0.7
_VALUE_SHOUTED = 4
_TEXT_PLACES = ("header.", "body.")
# How a language speaks to a stranger and to a friend.
_FORMAL = {
    "nl": r"\b(?:u|uw|uzelf)\b", "fr": r"\b(?:vous|votre|vos)\b", "es": r"\b(?:usted|ustedes)\b",
    "pt": r"\b(?:o senhor|a senhora)\b",
    # At the start of a sentence these may mean "she" or "they".
    "de": r"(?<![.!?]\s)(?<!^)\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b", "it": r"(?<![.!?]\s)(?<!^)\b(?:Lei|Suo|Sua|Suoi)\b",
}  # fmt: skip
_INFORMAL = {
    "nl": r"\b(?:je|jij|jou|jouw|jullie)\b", "de": r"\b(?:du|dich|dir|deine?[nmrs]?|euch|eure?[nmrs]?)\b",
    "fr": r"\b(?:tu|toi|ton|tes|ta)\b", "es": r"\b(?:tú|tu|tus|contigo)\b", "it": r"\b(?:tu|te|tuo|tua|tuoi|tue)\b",
    "pt": r"\b(?:tu|teu|tua|teus|tuas|contigo)\b",
}  # fmt: skip


class BrandKit(msgspec.Struct, frozen=True):
    """A business's own rules for what it writes.

    ``banned`` are words or phrases; a ``*`` at the end stands for any ending. ``signature`` is how marketing ends or
    what its footer holds. ``tone`` is how people are spoken to; ``emojis`` the most in one message (None: any).
    """

    banned: tuple[str, ...] = ()
    signature: str = ""
    tone: Tone = ""
    emojis: int | None = None


NO_BRAND = BrandKit()


def says_how_to_stop(t: Template) -> bool:
    """Whether a message tells people how to hear no more: by a button, or by a word to answer with."""
    if any(button.kind == "QUICK_REPLY" and is_stop_word(button.text) for button in t.buttons):
        return True
    shown = (t.footer, t.body, *(button.text for button in t.buttons))
    return any(_STOP.search(part) is not None for part in shown)


def template_lint(t: Template, brand: BrandKit = NO_BRAND) -> tuple[Problem, ...]:
    """Warnings about what is always the same in the messages of ``t``; what is filled in is left out."""
    return tuple(_template_lint(t, brand))


def _template_lint(t: Template, brand: BrandKit) -> Iterator[Problem]:
    for where, text in _texts(t):
        bare = VARIABLE.sub("x", text)
        yield from _links(where, VARIABLE.sub("x.example", text))  # any part of an address may be filled in
        yield from _loud(where, VARIABLE.sub("", text))
        yield from _brand_words(where, bare, _banned(brand))
        yield from _tone(where, text, t.language, brand.tone)
    if t.category == "MARKETING":
        if not says_how_to_stop(t):
            yield Problem("lint-no-way-to-stop", "footer", {}, "warning")
        if brand.signature and not any(_has(text, brand.signature) for text in (t.body, t.footer)):
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


def _links(where: str, text: str) -> Iterator[Problem]:
    for found in _LINK.finditer(text):
        link = found[0].rstrip(_AFTER)
        whole = _WHOLE.fullmatch(link)
        if whole is None:
            yield Problem("lint-link-broken", where, {"link": link[:80]}, "warning")
        elif whole[1].lower().removeprefix("www.") in SHORT:
            yield Problem("lint-link-short", where, {"link": whole[1]}, "warning")


def broken_link(text: str) -> str:
    """The first link of a text that cannot work, by its spelling alone; empty where there is none."""
    return next((str(found.facts["link"]) for found in _links("", text) if found.code == "lint-link-broken"), "")


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


def _banned(brand: BrandKit) -> re.Pattern[str] | None:
    entries = sorted((entry.strip() for entry in brand.banned if entry.strip(" *")), key=len, reverse=True)
    if not entries:
        return None
    each = "|".join(re.escape(e.rstrip("*")) + (r"\w*" if e.endswith("*") else "") for e in entries)
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE)


def _brand_words(where: str, text: str, banned: re.Pattern[str] | None) -> Iterator[Problem]:
    if banned is not None:
        for word in dict.fromkeys(found[0] for found in banned.finditer(text)):
            yield Problem("lint-brand-word", where, {"word": word}, "warning")


def _tone(where: str, text: str, language: str, tone: Tone) -> Iterator[Problem]:
    """Words of the other way of speaking to people; languages without two of them have none."""
    if not tone or where.endswith(".url"):
        return
    table = _INFORMAL if tone == "formal" else _FORMAL
    pattern = table.get(language.split("_")[0])
    exact = language.split("_")[0] in ("de", "it") and tone == "informal"
    found = re.search(pattern, text, 0 if exact else re.IGNORECASE) if pattern else None
    if found:
        code = "lint-brand-formal" if tone == "formal" else "lint-brand-informal"
        yield Problem(code, where, {"word": found[0]}, "warning")


def _has(text: str, wanted: str) -> bool:
    return wanted.casefold() in text.casefold()


class Lint:
    """A template and a brand kit, looked at once; then any number of filled messages, only for what varies in them.

    ``template`` holds the warnings that every message has. Quick enough for 100,000 messages: most values are passed
    by a single look.
    """

    def __init__(self, t: Template, brand: BrandKit = NO_BRAND) -> None:
        self.template = template_lint(t, brand)
        self._banned = _banned(brand)
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
        for problem in (*_links(where, value), *_brand_words(where, value, self._banned)):
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
