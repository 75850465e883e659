"""Decides the words for Meta's error codes about templates, numbers and the account: met when setting up."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

Entry = tuple[str, str, str]
REPORT = mark("Report this with its details: it is a fault of this program, not of yours.")


def each(entry: Entry, *codes: str) -> dict[str, Entry]:
    """The same words for several codes."""
    return {f"meta-{code}": entry for code in codes}


_TEMPLATES: dict[str, Entry] = {
    "meta-100-2388019": (
        mark("This account has as many templates as it may have."),
        "",
        mark("Delete templates you no longer use. A verified business may have more."),
    ),
    "meta-100-2388023": (
        mark("A template of this name and language is being deleted."),
        mark("Its name is blocked for some weeks."),
        mark("Choose another name."),
    ),
    "meta-100-2388024": (
        mark("A template of this name and language exists already."),
        "",
        mark("Choose another name or another language."),
    ),
    "meta-100-2388039": (
        mark("This template cannot be changed now."),
        mark("It is in review, or was changed as often as Meta allows."),
        mark("Try again tomorrow."),
    ),
    "meta-100-2388040": (mark("A text of the template is too long."), "{details}", mark("Shorten it.")),
    "meta-100-2388047": (
        mark("The header of the template is not right."),
        mark("It may have no line breaks, no formatting and no emoji."),
        mark("Correct the header."),
    ),
    "meta-100-2388072": (
        mark("The text of the template is not right."),
        mark("Its places are next to each other or misspelled, or it has too many empty lines."),
        mark("Correct the text."),
    ),
    "meta-100-2388073": (
        mark("The footer of the template is not right."),
        mark("It may have no places and no line breaks."),
        mark("Correct the footer."),
    ),
    "meta-100-2388077": (mark("Meta did not understand a filter."), "{details}", REPORT),
    "meta-100-2388109": (
        mark("This template cannot be made."),
        "{details}",
        mark("Check that no other template has the same text."),
    ),
    "meta-100-2388293": (
        mark("The template has too many places for so short a text."),
        "",
        mark("Write more words, or use fewer places."),
    ),
    "meta-100-2388299": (
        mark("A place stands at the very start or end of the text."),
        "",
        mark("Put words before the first and after the last place."),
    ),
    **each(
        (mark("This message cannot be sent without a template."), "{details}", mark("Send an approved template.")),
        "100-2388318", "100-2388330",
    ),
}  # fmt: skip

_ACCOUNT_WORK: dict[str, Entry] = {
    "meta-133000": (mark("The number was not signed off fully."), "", mark("Sign it off again, then register it.")),
    "meta-133005": (mark("The two-step PIN is wrong."), "", mark("Check the PIN in WhatsApp Manager.")),
    "meta-133006": (mark("The number has to be verified again."), "", mark("Verify it, then register it.")),
    "meta-133008": (mark("The PIN was guessed too often."), "{details}", mark("Wait, then try the right PIN.")),
    "meta-133009": (mark("The PIN was entered too quickly."), "{details}", mark("Wait a moment, then try again.")),
    "meta-133015": (mark("The number was deleted a moment ago."), "", mark("Wait five minutes, then register it.")),
    "meta-133016": (
        mark("The number was registered too often."),
        mark("Meta allows it ten times in three days."),
        mark("Wait three days."),
    ),
    "meta-136024": (mark("Meta did not send a verification code."), "{details}", mark("Try again later.")),
    "meta-136025": (mark("The verification code was not accepted."), "{details}", mark("Check the code.")),
    "meta-200005": (mark("Template figures are not available for this account yet."), "", ""),
    "meta-200006": (mark("Template figures cannot be switched off again."), "", ""),
    "meta-200007": (mark("Template figures are not switched on."), "", mark("Switch them on in WhatsApp Manager.")),
    "meta-1752041": (mark("This was asked for already."), "", mark("Nothing to do.")),
    **each(
        (
            mark("Meta cannot add or move this number now."),
            "{details}",
            mark("Follow the steps in WhatsApp Manager for the number."),
        ),
        "2388001", "2388012", "2388091", "2388093", "2388103", "2593107", "2593108",
    ),
    **each(
        (mark("Meta refused the change to a form."), "{details}", mark("Correct the flow in WhatsApp Manager.")),
        "139000", "139001", "139002", "139003", "139004",
    ),
    **each(
        (mark("The block list at Meta could not be changed."), "{details}", mark("Try again in a moment.")),
        "139100", "139102", "139103",
    ),
    "meta-139101": (mark("The block list at Meta is full."), "", mark("Unblock numbers you no longer need there.")),
    **each(
        (mark("Meta refused this for a group."), "{details}", mark("Look at the group in WhatsApp.")),
        "131020", "131041", "131201", "131202", "131204", "131207", "131208", "131209", "131210", "131211", "131212",
        "131213", "131214", "131215",
    ),
    **each(
        (mark("Meta refused a call."), "{details}", mark("Check the calling settings in WhatsApp Manager.")),
        "138000", "138001", "138002", "138003", "138004", "138005", "138006", "138007", "138009", "138012", "138013",
        "138018",
    ),
    **each(
        (mark("Meta refused the user name."), "{details}", mark("Choose another user name in WhatsApp Manager.")),
        "147001", "147002", "147003", "147004", "147005",
    ),
}  # fmt: skip

ACCOUNT_WORDS: dict[str, Entry] = {**_TEMPLATES, **_ACCOUNT_WORK}
