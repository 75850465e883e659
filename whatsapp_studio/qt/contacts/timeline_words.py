"""Decides how each thing that happened to a contact is said and drawn."""

from __future__ import annotations

import msgspec

from whatsapp_studio.audience.note import Happening, HappeningKind
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.wording import exclusion
from whatsapp_studio.base.words_audit import action, part

# What the timeline can be narrowed to, and how that is called.
KIND_WORDS: dict[HappeningKind, str] = {
    "message": mark("Messages"), "reply": mark("Replies"), "consent": mark("Consent"), "journey": mark("Journeys"),
    "import": mark("Imports"), "note": mark("Notes"), "merge": mark("Merges"), "edit": mark("Changes"),
}  # fmt: skip
# Words, icon and colour role of what happened.
_SAID: dict[tuple[str, str], tuple[str, str, str]] = {
    ("message", "queued"): (mark("Message queued"), "clock", "text_muted"),
    ("message", "accepted"): (mark("Message accepted by Meta"), "check", "info"),
    ("message", "sent"): (mark("Message sent"), "send", "accent"),
    ("message", "delivered"): (mark("Message delivered"), "circle-check", "success"),
    ("message", "read"): (mark("Message read"), "eye", "success"),
    ("message", "failed"): (mark("Message failed"), "circle-x", "error"),
    ("message", "unknown"): (mark("Not known whether the message left"), "circle-help", "warning"),
    ("message", "excluded"): (mark("Message not sent"), "ban", "text_muted"),
    ("reply", "wrote"): (mark("Wrote"), "message-circle", "accent"),
    ("reply", "pressed"): (mark("Pressed a button"), "reply", "accent"),
    ("consent", "marketing-yes"): (mark("Agreed to marketing"), "circle-check", "success"),
    ("consent", "marketing-no"): (mark("Said no to marketing"), "ban", "error"),
    ("consent", "marketing-unknown"): (mark("Answer to marketing taken back"), "circle-help", "text_muted"),
    ("consent", "utility-yes"): (mark("Agreed to service messages"), "circle-check", "success"),
    ("consent", "utility-no"): (mark("Said no to service messages"), "ban", "error"),
    ("consent", "utility-unknown"): (mark("Answer to service messages taken back"), "circle-help", "text_muted"),
    ("journey", "entered"): (mark("Entered a journey"), "workflow", "info"),
    ("journey", "left"): (mark("Left a journey"), "workflow", "text_muted"),
    ("import", "added"): (mark("Added"), "user-plus", "text_muted"),
    ("import", "updated"): (mark("Changed by an import"), "file-up", "text_muted"),
    ("note", "note"): (mark("Note"), "pencil", "warning"),
    ("merge", "merged"): (mark("Merged with another contact"), "users", "info"),
    ("merge", "undone"): (mark("Merge undone"), "undo-2", "info"),
}  # fmt: skip


class Line(msgspec.Struct, frozen=True):
    """What happened in a few words, more about it, and the icon with its colour role."""

    title: str
    detail: str
    icon: str
    ink: str


def line(one: Happening) -> Line:
    """How a line of the timeline is shown."""
    code = f"{one.facts.get('purpose', '')}-{one.code}" if one.kind == "consent" else one.code
    said, icon, ink = _SAID.get((one.kind, code), ("", "pencil", "text_muted"))
    return Line(tr(said) if said else action(one.code), " · ".join(_details(one)), icon, ink)


def where_said(source: str) -> str:
    """Where an answer was given; a message of the person's own is known by an id nobody can read."""
    if source == "user_preferences":
        return "WhatsApp"
    return tr("their own message") if source.startswith("inbound:") else source


def _details(one: Happening) -> list[str]:
    facts = one.facts
    match one.kind:
        case "message":
            told = [one.name or _test(facts.get("kind", "")), facts.get("template", "")]
            reason = facts.get("reason", "")
            told += [exclusion(reason) if reason else "", facts.get("rule", "")]
        case "reply":
            told = [facts.get("text", "") or facts.get("kind", ""), one.name]
        case "consent":
            told = [where_said(facts.get("source", "")), facts.get("wording", "")]
        case "journey":
            told = [one.name, tr("as a test") if facts.get("test") else ""]
        case "import":
            told = [facts.get("file", ""), tr("written as {number}", number=facts["written"])
                    if facts.get("written") else ""]  # fmt: skip
        case "note":
            told = [facts.get("text", "")]
        case "edit":
            names = [*_parts(facts.get("before", "")), *_parts(facts.get("after", ""))]
            told = [", ".join(dict.fromkeys(part(name) for name in names))]
        case _:
            told = []
    return [" ".join(text.split()) for text in told if text]


def _test(kind: str) -> str:
    return tr("Test message") if kind == "proof" else ""


def _parts(said: str) -> list[str]:
    return list(msgspec.json.decode(said, type=dict[str, object])) if said else []
