"""Decides in which of its languages a template is sent to a person."""

from __future__ import annotations

from collections.abc import Collection


def best(languages: Collection[str], wanted: object, otherwise: str) -> str:
    """The one of ``languages`` (Meta's codes) that somebody reads whose language is ``wanted``; else ``otherwise``.

    ``wanted`` is a contact's field: ``nl``, ``pt-BR``, ``PT_br``. The same region is best, then the language without
    a region, then any region of it; of ``otherwise``, where it is that language too, before the rest.
    """
    asked = str(wanted or "").strip().replace("-", "_").casefold()
    if not asked:
        return otherwise
    spelled = {language.casefold(): language for language in languages}
    if asked in spelled:
        return spelled[asked]
    bare = asked.partition("_")[0]
    if otherwise.casefold().partition("_")[0] == bare:
        return otherwise
    if bare in spelled:
        return spelled[bare]
    return next((spelled[code] for code in sorted(spelled) if code.partition("_")[0] == bare), otherwise)
