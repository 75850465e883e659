"""Decides which of Meta's language codes a written language means."""

from __future__ import annotations

import re
from functools import cache

# The languages a template can be in, as Meta's reference lists them.
_LISTED = (
    "af sq ar ar_AE ar_EG ar_LB ar_MA ar_QA ar_SA az be_BY bg bn bn_IN ca cs da de de_AT de_CH el en en_AE "
    "en_AU en_CA en_GB en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_US en_ZA es es_AR es_CL es_CO "
    "es_CR es_DO es_EC es_ES es_HN es_MX es_PA es_PE es_UY es_VE et fa fi fil fr fr_BE fr_CA fr_CH fr_CI fr_MA "
    "ga gu ha he hi hr hu id it ja ka kk kn ko ky_KG lo lt lv mk ml mr ms nb nl nl_BE pa pl prs_AF ps_AF pt_BR "
    "pt_PT ro ru rw_RW si_LK sk sl sr sv sw ta te th tr uk ur uz vi zh_CN zh_HK zh_TW zu"
)
CODES = tuple(_LISTED.split())
_EXACT = {code.lower(): code for code in CODES}
# Languages Meta has only with a country, and codes other systems use for the same language.
_MEANT = {
    "pt": "pt_PT", "zh": "zh_CN", "zh_hans": "zh_CN", "zh_hant": "zh_TW", "no": "nb", "nn": "nb", "iw": "he",
    "in": "id", "tl": "fil", "be": "be_BY", "ky": "ky_KG", "rw": "rw_RW", "si": "si_LK", "ps": "ps_AF",
    "flemish": "nl_BE", "vlaams": "nl_BE", "chinese": "zh_CN", "chinees": "zh_CN",
}  # fmt: skip

_SUBTAG = re.compile(r"[a-z]{2}|[a-z]{4}|\d{3}")


def read_language(text: str) -> str | None:
    """Meta's code for ``nl``, ``nl-NL``, ``EN_us``, ``Dutch`` or ``Nederlands``; empty for nothing, None if unknown."""
    key = text.strip().lower().replace("-", "_").replace(" ", "_")
    if not key:
        return ""
    if key in _EXACT:
        return _EXACT[key]
    parts = key.split("_")
    # Only a script or a region may follow that Meta does not tell apart: nl_NL, zh_hans_CN.
    known = len(parts[0]) <= 3 and all(_SUBTAG.fullmatch(part) for part in parts[1:])
    for size in range(len(parts), 0, -1):
        shorter = "_".join(parts[:size])
        found = _EXACT.get(shorter) or _MEANT.get(shorter)
        if found and (known or size == len(parts)):
            return found
    return _names().get(" ".join(parts))


@cache
def _names() -> dict[str, str]:
    """Language names in English, Dutch, German, French and Spanish, and as the language calls itself."""
    from babel import Locale, UnknownLocaleError

    found: dict[str, str] = {}
    for code in reversed(CODES):
        base = code.split("_")[0]
        short = _EXACT.get(base) or _MEANT.get(base) or code
        for seen_from in ("en", "nl", "de", "fr", "es", base):
            try:
                name = Locale(seen_from).languages.get(base)
            except UnknownLocaleError:
                continue
            if name:
                found[name.lower()] = short
    return found
