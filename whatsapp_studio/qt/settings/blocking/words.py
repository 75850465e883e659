"""Decides how it is said why somebody is on the suppression list, and what keywords do."""

from __future__ import annotations

from whatsapp_studio.audience.keywords import KeywordKind
from whatsapp_studio.base.i18n import mark, tr

REASONS = {
    "by-hand": mark("Blocked by hand"), "opted-out": mark("Asked to stop"), "complaint": mark("Complained"),
    "wrong-number": mark("Wrong number"), "meta-stop": mark("Stopped it in WhatsApp"),
    "unreachable": mark("Not reachable"), "blocked": mark("Blocked by hand"),
}  # fmt: skip
KINDS: dict[KeywordKind, tuple[str, str]] = {
    "stop": (mark("Stop words"), mark("Whoever sends one gets no marketing any more.")),
    "start": (mark("Start words"), mark("Whoever sends one gets marketing again.")),
    "help": (mark("Help words"), mark("Whoever sends one is only answered.")),
}


def reason(code: str) -> str:
    """Why somebody is on the list; what a file gave as its own reason stays as it is."""
    return tr(REASONS[code]) if code in REASONS else code


def effect(kind: KeywordKind) -> str:
    """What a message that is a keyword does."""
    match kind:
        case "stop":
            return tr("The person gets no marketing any more. What waits for them is not sent.")
        case "start":
            return tr("The person gets marketing again.")
    return tr("Nothing changes; the person is answered.")


def language_name(code: str) -> str:
    """The name of a language by its Meta code, in the language in use."""
    from babel import Locale, UnknownLocaleError

    from whatsapp_studio.base.i18n import language

    try:
        return str(Locale.parse(code).get_display_name(language().code) or code)
    except (UnknownLocaleError, ValueError):
        return code
