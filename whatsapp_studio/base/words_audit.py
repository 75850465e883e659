"""Decides the words of the audit log: what was done, to what kind of thing, and which of its parts changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whatsapp_studio.base.audit import HIDDEN
from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import decimal, listed
from whatsapp_studio.base.wording import EXCLUSIONS, exclusion, state_word

ACTIONS: dict[str, str] = {
    "contact-added": mark("Contact added"),
    "contact-changed": mark("Contact changed"),
    "contact-deleted": mark("Contact deleted"),
    "contacts-deleted": mark("Contacts deleted"),
    "contacts-merged": mark("Contacts merged"),
    "contacts-unmerged": mark("Merge undone"),
    "contact-erased": mark("Person erased"),
    "contact-exported": mark("Data of a person exported"),
    "contacts-exported": mark("Contacts exported"),
    "contact-note-added": mark("Note added"),
    "contact-note-changed": mark("Note changed"),
    "contact-note-deleted": mark("Note deleted"),
    "sample-added": mark("Sample data added"),
    "sample-removed": mark("Sample data removed"),
    "list-created": mark("List made"),
    "list-renamed": mark("List renamed"),
    "list-deleted": mark("List deleted"),
    "list-filled": mark("Contacts put on a list"),
    "list-emptied": mark("Contacts taken off a list"),
    "segment-created": mark("Segment made"),
    "segment-changed": mark("Segment changed"),
    "segment-renamed": mark("Segment renamed"),
    "segment-deleted": mark("Segment deleted"),
    "field-added": mark("Field added"),
    "field-changed": mark("Field changed"),
    "field-deleted": mark("Field deleted"),
    "import-done": mark("File imported"),
    "import-undone": mark("Import undone"),
    "consent-given": mark("Consent given"),
    "consent-withdrawn": mark("Consent withdrawn"),
    "consent-cleared": mark("Consent no longer known"),
    "consent-recorded": mark("Consent recorded"),
    "suppression-added": mark("Numbers blocked"),
    "suppression-removed": mark("Numbers no longer blocked"),
    "suppression-expired": mark("Blocks ended by themselves"),
    "suppression-imported": mark("Block list imported"),
    "suppression-exported": mark("Block list exported"),
    "practice-on": mark("Practice switched on"),
    "practice-off": mark("Practice switched off"),
    "practice-people-changed": mark("Numbers for practice changed"),
    "keywords-changed": mark("Keywords changed"),
    "quiet-saved": mark("Quiet hours saved"),
    "quiet-deleted": mark("Quiet hours deleted"),
    "quiet-default": mark("Default quiet hours chosen"),
    "cap-saved": mark("Cap saved"),
    "cap-deleted": mark("Cap deleted"),
    "cap-reset": mark("Cap reset"),
    "country-limit-saved": mark("Limit of a country saved"),
    "country-limit-deleted": mark("Limit of a country deleted"),
    "campaign-created": mark("Campaign made"),
    "campaign-deleted": mark("Campaign deleted"),
    "campaign-trashed": mark("Campaign put into the trash"),
    "campaign-restored": mark("Campaign restored"),
    "campaign-archived": mark("Campaign archived"),
    "campaign-unarchived": mark("Campaign taken out of the archive"),
    "campaign-renamed": mark("Campaign renamed"),
    "campaign-tagged": mark("Tags of a campaign changed"),
    "campaign-moved": mark("Campaign moved to another time"),
    "calendar-imported": mark("Calendar imported"),
    "calendar-removed": mark("Calendar removed"),
    "campaign-launched": mark("Campaign launched"),
    "experiment-chosen": mark("Message of an experiment chosen"),
    "campaign-launch-undone": mark("Launch undone"),
    "campaign-paused": mark("Campaign paused"),
    "campaign-resumed": mark("Campaign resumed"),
    "campaign-stopped": mark("Campaign stopped"),
    "campaign-late-sent": mark("Late campaign sent all the same"),
    "campaign-late-skipped": mark("Late campaign left out"),
    "unknown-settled": mark("Messages in doubt settled"),
    "proof-sent": mark("Test sent"),
    "journey-published": mark("Journey published"),
    "journey-started": mark("Journey started"),
    "journey-paused": mark("Journey paused"),
    "journey-resumed": mark("Journey resumed"),
    "journey-closed": mark("Journey closed to new people"),
    "journey-reopened": mark("Journey opened to new people"),
    "journey-stopped": mark("Journey stopped"),
    "journey-amended": mark("Journey changed while it runs"),
    "journey-deleted": mark("Journey deleted"),
    "journey-undeleted": mark("Journey brought back"),
    "template-submitted": mark("Template submitted"),
    "template-edited": mark("Change of a template submitted"),
    "template-deleted": mark("Template deleted"),
    "snippet-deleted": mark("Snippet deleted"),
    "recipe-deleted": mark("Recipe deleted"),
    "connected": mark("Connected"),
    "connection-changed": mark("Connection changed"),
    "token-changed": mark("Access token changed"),
    "app-secret-changed": mark("App secret changed"),
    "disconnected": mark("Disconnected"),
    "setting-changed": mark("Setting changed"),
    "rates-imported": mark("Prices imported"),
    "rates-removed": mark("Prices removed"),
    "rate-set": mark("Price entered"),
    "budget-changed": mark("Budget changed"),
    "backup-made": mark("Backup made"),
    "backup-restored": mark("Backup restored"),
}

KINDS: dict[str, str] = {
    "contact": mark("Contact"),
    "list": mark("List"),
    "segment": mark("Segment"),
    "import": mark("Import"),
    "consent": mark("Consent"),
    "suppression": mark("Block list"),
    "campaign": mark("Campaign"),
    "journey": mark("Journey"),
    "template": mark("Template"),
    "connection": mark("Connection"),
    "rule": mark("Rule for writing"),
    "setting": mark("Setting"),
    "rates": mark("Prices"),
    "calendar": mark("Calendar"),
    "field": mark("Field"),
    "workspace": mark("Workspace"),
}


def action(code: str) -> str:
    """What was done; for a code of a newer program the code itself."""
    return tr(ACTIONS[code]) if code in ACTIONS else code


def kind(code: str) -> str:
    """To what kind of thing it was done."""
    return tr(KINDS[code]) if code in KINDS else code


# The parts of what changed; one that is not here is called as it is.
PARTS: dict[str, str] = {
    "state": mark("State"), "reason": mark("Reason"), "messages": mark("Messages"), "left_out": mark("Left out"),
    "unsent": mark("Not sent"), "inside": mark("Inside"), "discarded": mark("Left the journey"),
    "publication": mark("Version"), "steps": mark("Steps"), "name": mark("Name"), "label": mark("Label"),
    "kind": mark("Kind"), "count": mark("How many"), "ids": mark("Contacts"), "new": mark("New"), "gone": mark("Gone"),
    "template": mark("Template"), "status": mark("Status"), "category": mark("Category"), "language": mark("Language"),
    "country": mark("Country"), "time_zone": mark("Time zone"), "first_name": mark("First name"),
    "last_name": mark("Last name"), "phone": mark("Phone"), "is_test": mark("Test contact"),
    "marketing": mark("Marketing"), "utility": mark("Utility"), "account": mark("Account"), "sender": mark("Sender"),
    "address": mark("Address"), "sandbox": mark("Sandbox"), "place": mark("Kept in"), "bytes": mark("Size in bytes"),
    "made_at": mark("Made at"), "text": mark("Text"), "contacts": mark("Contacts"), "source": mark("Source"),
    "purpose": mark("Purpose"), "until": mark("Until"), "words": mark("Words"), "reply": mark("Reply"),
    "rule": mark("Rule"), "rows": mark("Rows"), "added": mark("Added"), "updated": mark("Changed"),
    "duplicates": mark("Twice"), "invalid": mark("Not valid"), "file": mark("File"), "list": mark("List"),
    "most": mark("At most"), "days": mark("Days"), "enabled": mark("Switched on"), "hours": mark("Hours"),
    "holidays": mark("Public holidays"), "on_due": mark("Due in quiet hours"), "window": mark("Window"),
    "length": mark("How long"), "rates": mark("Prices"), "price": mark("Price"), "currency": mark("Currency"),
    "budget": mark("Budget"), "tags": mark("Tags"), "starts": mark("Starts"),
    "costs.currency": mark("Currency of costs"),
    "look.theme": mark("Theme"), "look.language": mark("Language"), "look.notify": mark("Notifications"),
    "look.on_close": mark("When the window closes"), "sending.messages_per_second": mark("Messages per second"),
    "webhook.port": mark("Port"), "webhook.enabled": mark("Listen on this computer"),
    "contacts.default_country": mark("Default country"), "brand.banned": mark("Banned words"),
    "brand.signature": mark("Signature"), "sending.quiet_from": mark("Quiet from"),
    "sending.quiet_to": mark("Quiet until"), "campaigns.type_count_above": mark("Number to type above"),
    "campaigns.undo_seconds": mark("Seconds to undo"), "campaigns.second_look": mark("Code of the review file"),
    "campaigns.pause_at_failures": mark("Pause at failures (%)"),
}  # fmt: skip
_STATES = frozenset({"state", "status", "category"})
_VALUES: dict[str, dict[str, str]] = {
    "on_due": {"hold": mark("Waits until they are over"), "skip": mark("Is not sent")},
    "purpose": {"marketing": mark("Marketing"), "utility": mark("Utility")},
}
_WEEK = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip
_PERIOD = frozenset({"days", "begin", "end"})


def part(key: str) -> str:
    """What a part of a thing is called."""
    return tr(PARTS[key]) if key in PARTS else key.replace("_", " ").capitalize()


def value(key: str, kept: object) -> str:
    """A value before or after, in words; empty where there is none."""
    if kept is None or kept == "":
        return ""
    if kept == HIDDEN:
        return tr("(hidden)")
    if isinstance(kept, bool):
        return tr("Yes") if kept else tr("No")
    if isinstance(kept, int):
        return number(kept)
    if isinstance(kept, float):
        return decimal(kept, 6, least=0)
    if isinstance(kept, Mapping) and set(kept) == _PERIOD:
        return _period(kept)
    if isinstance(kept, Mapping):
        return "\n".join(f"{_inner(str(name))}: {value(str(name), one)}" for name, one in kept.items())
    if isinstance(kept, Sequence) and not isinstance(kept, str):
        between = "\n" if kept and isinstance(kept[0], Mapping) else ", "
        return between.join(value("", one) for one in kept)
    if str(kept) in _VALUES.get(key, {}):
        return tr(_VALUES[key][str(kept)])
    return state_word(str(kept)) if key in _STATES else str(kept)


def _inner(name: str) -> str:
    return exclusion(name) if name in EXCLUSIONS else part(name)


def _period(kept: Mapping[str, object]) -> str:
    """When a period of quiet hours is: its days of the week, from 0 for Monday, and its hours."""
    days = kept["days"] if isinstance(kept["days"], Sequence) else ()
    if list(days) == [0, 1, 2, 3, 4]:
        said = tr("Monday to Friday")
    else:
        said = tr("Every day") if len(days) == len(_WEEK) else listed([tr(_WEEK[day]) for day in days])
    if kept["begin"] == kept["end"]:
        return tr("{days}, all day", days=said)
    return tr("{days} {begin}–{end}", days=said, begin=kept["begin"], end=kept["end"])
