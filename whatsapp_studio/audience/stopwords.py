"""Decides whether a message means "do not write to me again": a whole message, in several languages."""

from __future__ import annotations

import unicodedata

# English, Dutch, German, French, Spanish, Portuguese, Italian, Arabic.
_WORDS = (
    "stop", "stop all", "stopall", "unsubscribe", "opt out", "optout", "opt-out", "cancel subscription", "end", "quit",
    "stop promotions", "stop messages", "stop marketing",
    "afmelden", "uitschrijven", "stoppen", "afmelding", "geen berichten meer",
    "abmelden", "stopp", "abbestellen", "keine nachrichten mehr", "keine werbung mehr",
    "arret", "arreter", "desabonner", "desinscription", "se desabonner", "me desabonner",
    "baja", "alto", "parar", "cancelar suscripcion", "darse de baja", "darme de baja",
    "sair", "descadastrar", "cancelar inscricao", "cancellami", "annulla iscrizione",
    "إيقاف", "توقف", "الغاء الاشتراك",
)  # fmt: skip


def _plain(text: str) -> str:
    """Folded: no case, no accents, no punctuation at the ends, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in bare)
    return " ".join(kept.split()).strip("- ")


_PLAIN = frozenset(map(_plain, _WORDS))


def is_stop_word(text: str) -> bool:
    """Whether the whole message asks to stop, whatever its case, accents and punctuation.

    Only a whole message counts: "don't stop, I love these" is not one.
    """
    return bool(text) and _plain(text) in _PLAIN
