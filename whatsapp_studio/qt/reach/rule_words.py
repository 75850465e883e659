"""Decides how the rule that decides about a message is called: by its own name, or as people say it."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import ltr

_CODES = {
    "by-hand": mark("Blocked by hand"), "complaint": mark("Complained"), "wrong-number": mark("Wrong number"),
    "unreachable": mark("Not reachable"), "blocked": mark("Blocked by hand"),
}  # fmt: skip


def rule_words(rule: str) -> str:
    """A cap's or a preset's name as it is; why a number is blocked; the beginning of blocked numbers."""
    if rule in _CODES:
        return tr(_CODES[rule])
    return tr("Numbers that begin with {prefix}", prefix=ltr(rule)) if rule.startswith("+") else rule
