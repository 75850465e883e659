"""Decides which whole messages ask to stop, to start again or for help, in each language, and what is answered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

KeywordKind = Literal["stop", "start", "help"]
KINDS: tuple[KeywordKind, ...] = ("stop", "start", "help")


class Keywords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a kind in a language (a Meta language code), and the ``reply`` to them; empty: none is sent."""

    language: str
    kind: KeywordKind
    words: tuple[str, ...] = ()
    reply: str = ""


_STOP: Mapping[str, tuple[str, ...]] = {
    "en": (
        "stop", "stop all", "stopall", "unsubscribe", "opt out", "optout", "opt-out", "cancel subscription", "end",
        "quit", "stop promotions", "stop messages", "stop marketing",
    ),
    "nl": ("stop", "afmelden", "uitschrijven", "stoppen", "afmelding", "geen berichten meer"),
    "de": ("stop", "abmelden", "stopp", "abbestellen", "keine nachrichten mehr", "keine werbung mehr"),
    "fr": ("stop", "arret", "arreter", "desabonner", "desinscription", "se desabonner", "me desabonner"),
    "es": ("stop", "baja", "alto", "parar", "cancelar suscripcion", "darse de baja", "darme de baja"),
    "pt_BR": ("stop", "parar", "sair", "descadastrar", "cancelar inscricao"),
    "it": ("stop", "cancellami", "annulla iscrizione"),
    "ar": ("stop", "إيقاف", "توقف", "الغاء الاشتراك"),
}  # fmt: skip
_START: Mapping[str, tuple[str, ...]] = {
    "en": ("start", "subscribe", "opt in", "optin", "unstop"),
    "nl": ("start", "aanmelden", "inschrijven"),
    "de": ("start", "anmelden"),
    "fr": ("start", "reprendre", "m'inscrire"),
    "es": ("start", "alta", "suscribirme"),
    "pt_BR": ("start", "voltar", "inscrever"),
    "it": ("start", "iscrivimi"),
    "ar": ("start", "اشتراك"),
}  # fmt: skip
_HELP: Mapping[str, tuple[str, ...]] = {
    "en": ("help", "info"), "nl": ("help", "hulp"), "de": ("hilfe",), "fr": ("aide",), "es": ("ayuda",),
    "pt_BR": ("ajuda",), "it": ("aiuto",), "ar": ("مساعدة",),
}  # fmt: skip
_BUILT_IN: Mapping[KeywordKind, Mapping[str, tuple[str, ...]]] = {"stop": _STOP, "start": _START, "help": _HELP}
DEFAULTS: tuple[Keywords, ...] = tuple(
    Keywords(language=language, kind=kind, words=words)
    for kind, table in _BUILT_IN.items()
    for language, words in table.items()
)


def plain(text: str) -> str:
    """Folded: no case, no accents, no punctuation and pictures around, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in bare)
    return " ".join(kept.split()).strip("- ")


class Listener:
    """Knows what a whole message asks for; "don't stop, I love these" asks for nothing."""

    def __init__(self, keywords: Iterable[Keywords]) -> None:
        self._found: dict[str, list[Keywords]] = {}
        # Where two kinds have the same word, to stop goes before everything.
        for one in sorted(keywords, key=lambda one: KINDS.index(one.kind)):
            for word in one.words:
                if said := plain(word):
                    self._found.setdefault(said, []).append(one)

    def asks(self, text: str) -> KeywordKind | None:
        """What the message asks for, if anything."""
        found = self.heard(text)
        return found.kind if found is not None else None

    def heard(self, text: str, language: str = "") -> Keywords | None:
        """The keywords a message is one of: of somebody's ``language`` where several have it, else with a reply."""
        found = self._found.get(plain(text), []) if text else []
        same = [one for one in found if one.kind == found[0].kind]
        own = {language, language.partition("_")[0]} - {""}
        return min(same, key=lambda one: (one.language not in own, not one.reply), default=None)


def merged(changed: Iterable[Keywords]) -> tuple[Keywords, ...]:
    """The keywords in force: the built-in ones, each replaced by what somebody made of it."""
    found = {(one.kind, one.language): one for one in DEFAULTS}
    found.update({(one.kind, one.language): one for one in changed})
    return tuple(found[key] for key in sorted(found, key=lambda key: (KINDS.index(key[0]), key[1])))
