"""Decides which messages mean "do not write to me again", and which only sound like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.keywords import DEFAULTS
from whatsapp_studio.audience.stopwords import is_stop_word

WORDS = sorted({word for one in DEFAULTS if one.kind == "stop" for word in one.words})


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop", " Stop. ", "stop!!!", "“Stop”", "STOP 🙏", "stop\n", "Stop all", "STOPALL",
        "Unsubscribe", "opt-out", "Opt out", "OPTOUT", "Afmelden", "UITSCHRIJVEN!", "Geen berichten meer", "Abmelden",
        "STOPP", "arrêt", "ARRÊTER", "Arre\u0302t", "Désabonner", "se désabonner", "Désinscription", "Baja", "BAJA.",
        "Cancelar suscripción", "Sair", "Cancelar inscrição", "Cancellami", "إيقاف", "توقف", "الغاء الاشتراك",
        "ＳＴＯＰ", "stop  promotions", "Stop marketing",
    ],
)  # fmt: skip
def test_a_whole_message_that_asks_to_stop(text: str) -> None:
    assert is_stop_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "!!!", "🛑", "don't stop, I love these", "Please stop by tomorrow", "non-stop", "stopping", "bus stop",
        "At the end of the day", "happy ending", "I quit smoking", "Stopwatch", "Ik wil stoppen met roken",
        "el sonido está alto", "stop? no", "nonstop", "parar de fumar", "yes",
    ],
)  # fmt: skip
def test_a_message_that_only_sounds_like_it(text: str) -> None:
    assert not is_stop_word(text)


@given(st.sampled_from(WORDS), st.sampled_from(["", " ", "!", ".", "…", "🙏", "\n"]), st.booleans())
def test_case_and_marks_do_not_matter(word: str, mark: str, loud: bool) -> None:
    assert is_stop_word(mark + (word.upper() if loud else word) + mark)


@given(st.text(max_size=40))
def test_no_text_raises_and_more_words_are_never_a_stop(text: str) -> None:
    is_stop_word(text)
    assert not is_stop_word(f"please do not {text} tomorrow")
