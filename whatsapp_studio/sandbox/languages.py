"""Decides which languages a template may be written in: the codes that Meta lists, kept here once more."""

from __future__ import annotations

# Source: Meta, "Supported languages" of message templates (2026).
CODES = frozenset(
    (
        "af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA ar_SA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl "
        "nl_BE en en_GB en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi "
        "fr fr_BE fr_CA fr_CH fr_CI fr_MA ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv "
        "lt mk ms ml mr nb ps_AF fa pl pt_BR pt_PT pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC "
        "es_HN es_MX es_PA es_PE es_ES es_UY es_VE sw sv ta te th tr uk ur uz vi zu"
    ).split()
)

# The first letters of the scripts that some of them are written in: (first, last) code point.
_SCRIPTS = {
    "ar": (0x0600, 0x06FF), "fa": (0x0600, 0x06FF), "ur": (0x0600, 0x06FF), "he": (0x0590, 0x05FF),
    "ru": (0x0400, 0x04FF), "uk": (0x0400, 0x04FF), "bg": (0x0400, 0x04FF), "mk": (0x0400, 0x04FF),
    "el": (0x0370, 0x03FF), "hi": (0x0900, 0x097F), "mr": (0x0900, 0x097F), "th": (0x0E00, 0x0E7F),
    "ko": (0xAC00, 0xD7A3), "zh": (0x4E00, 0x9FFF), "ja": (0x3040, 0x9FFF), "ka": (0x10A0, 0x10FF),
}  # fmt: skip


def fits(language: str, text: str) -> bool:
    """Whether ``text`` has a letter of the script its language is written in; true where that says nothing."""
    script = _SCRIPTS.get(language.split("_")[0])
    letters = [letter for letter in text if letter.isalpha()]
    if script is None or not letters:
        return True
    return any(script[0] <= ord(letter) <= script[1] for letter in letters)
