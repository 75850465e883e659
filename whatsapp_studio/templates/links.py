"""Decides what a reader makes of a message's words: links that lead nowhere or hide where, and how to hear no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whatsapp_studio.audience.stopwords import is_stop_word
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.template import Template

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
_STOP = re.compile(
    r"\bstop\b|\bunsub|opt[ -]?out|afmeld|uitschrij|abmeld|abbestell|d[ée]s(?:abonn|inscri)|\bde baja\b|"
    r"(?:responde|env[ií]a|escribe)\w* [\"“«']?baja\b|cancelar (?:la |a )?(?:suscrip|inscri|subscri)|"
    r"(?:responda|envie|digite|clique em) [\"“«']?(?:parar|sair)\b|parar promo|descadastr|cancella(?:mi|ti|rti|rsi)\b|"
    r"annulla\w* (?:l['’])?iscrizion|disiscri|avregistrer|meld\w* deg av|avsluta|wypisz|zrezygn|odhl[áa][sš]|"
    r"leiratkoz|dezabon|отпис|стоп|إيقاف|[اإ]لغاء الاشتراك|הסר|停止|退订|수신 ?거부",
    re.IGNORECASE,
)


def says_how_to_stop(t: Template) -> bool:
    """Whether a message tells people how to hear no more: by a button, or by a word to answer with."""
    if any(button.kind == "QUICK_REPLY" and is_stop_word(button.text) for button in t.buttons):
        return True
    shown = (t.footer, t.body, *(button.text for button in t.buttons))
    return any(_STOP.search(part) is not None for part in shown)


def link_problems(where: str, text: str) -> Iterator[Problem]:
    """Links of a text that cannot work by their spelling, and those that hide where they lead."""
    for found in _LINK.finditer(text):
        link = found[0].rstrip(_AFTER)
        whole = _WHOLE.fullmatch(link)
        if whole is None:
            yield Problem("lint-link-broken", where, {"link": link[:80]}, "warning")
        elif whole[1].lower().removeprefix("www.") in SHORT:
            yield Problem("lint-link-short", where, {"link": whole[1]}, "warning")


def broken_link(text: str) -> str:
    """The first link of a text that cannot work, by its spelling alone; empty where there is none."""
    return next((str(found.facts["link"]) for found in link_problems("", text) if found.code == "lint-link-broken"), "")
