"""Decides the words for edits of a journey, for arrows that cannot be and for fields that do not fit."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base.i18n import fill, mark, mark_many, ntr

_MOST = 48

# What an edit is called in the history and in "Undo …": codes of ``journeys.edits`` and of the canvas.
EDITS: dict[str, str] = {
    "edit-add": mark("Add “{what}”"),
    "edit-splice": mark("Put “{what}” into an arrow"),
    "edit-remove": mark("Delete “{what}”"),
    "edit-heal": mark("Delete “{what}” and join up"),
    "edit-remove-frame": mark("Delete a frame"),
    "edit-remove-note": mark("Delete a note"),
    "edit-connect": mark("Connect “{what}” to “{to}”"),
    "edit-disconnect": mark("Disconnect “{what}” from “{to}”"),
    "edit-reattach": mark("Lead “{what}” to “{to}”"),
    "edit-fields": mark("Change “{what}”"),
    "edit-field": mark("Change “{field}” of “{what}”"),
    "edit-disable": mark("Switch off “{what}”"),
    "edit-enable": mark("Switch on “{what}”"),
    "edit-rename": mark("Rename a step to “{name}”"),
    "edit-unname": mark("Take a step's name away"),
    "edit-step-note": mark("Remark at “{what}”"),
    "edit-note": mark("Change a note"),
    "edit-add-note": mark("Add a note"),
    "edit-frame": mark("Change the frame “{what}”"),
    "edit-add-frame": mark("Add a frame"),
    "edit-setting": mark("Change “{field}” of the journey"),
    "edit-settings": mark("Change the journey's settings"),
    "edit-rename-journey": mark("Rename the journey to “{name}”"),
    "edit-restore": mark("Bring an older version back"),
    "edit-import": mark("Import over this journey"),
}
# The same for edits of so many things: one, and more than one.
COUNTED: dict[str, tuple[str, str]] = {
    "edit-remove-many": mark_many("Delete {n} step", "Delete {n} steps"),
    "edit-heal-many": mark_many("Delete {n} step and join up", "Delete {n} steps and join up"),
    "edit-disable-many": mark_many("Switch off {n} step", "Switch off {n} steps"),
    "edit-enable-many": mark_many("Switch on {n} step", "Switch on {n} steps"),
    "edit-disconnect-many": mark_many("Remove {n} arrow", "Remove {n} arrows"),
    "edit-move": mark_many("Move {n} item", "Move {n} items"),
    "edit-nudge": mark_many("Nudge {n} item", "Nudge {n} items"),
    "edit-align": mark_many("Align {n} item", "Align {n} items"),
    "edit-distribute": mark_many("Distribute {n} item", "Distribute {n} items"),
    "edit-tidy": mark_many("Tidy up {n} item", "Tidy up {n} items"),
    "edit-paste": mark_many("Paste {n} item", "Paste {n} items"),
    "edit-duplicate": mark_many("Duplicate {n} item", "Duplicate {n} items"),
    "edit-cut": mark_many("Cut {n} item", "Cut {n} items"),
    "edit-drop": mark_many("Drop {n} item", "Drop {n} items"),
}
_OTHER = mark("Edit")

WORDS: dict[str, tuple[str, str, str]] = {
    # Arrows
    "link-no-step": (
        mark("One of the two steps is not there any more."), "", mark("Choose a step that is on the canvas.")
    ),
    "link-no-output": (mark("“{what}” has no such output any more."), "", mark("Start from one of its outputs.")),
    "link-to-itself": (
        mark("“{what}” cannot lead to itself."),
        mark("Contacts would go round for ever."),
        mark("Put a wait in between, and lead that back to it."),
    ),
    "link-into-entry": (
        mark("Nothing can lead to “{what}”."),
        mark("Contacts enter the journey there."),
        mark("Lead to a step after it."),
    ),
    "link-no-free-output": (
        mark("No output of this step is free."),
        "",
        mark("Start from an output itself, or free one first."),
    ),
    "journey-full": (
        mark("A journey has room for {most} steps."),
        mark("This would be more."),
        mark("Go on in another journey, and jump to it."),
    ),
    "journey-starts-with-entry": (
        mark("A journey begins with who enters."),
        "",
        mark("Add a step from Entry first."),
    ),
    "splice-own-link": (mark("“{what}” is an end of this arrow already."), "", mark("Choose another arrow.")),
    "splice-connected": (
        mark("An arrow leads to “{what}” already."),
        "",
        mark("Disconnect it first, or put a new step into this arrow."),
    ),
    "splice-no-output": (
        mark("“{what}” has no free output."),
        mark("The way would end there."),
        mark("Choose a step that contacts can go on from."),
    ),
    "journey-read-only": (
        mark("This journey can only be looked at here."),
        "",
        mark("Make a copy of it to change something."),
    ),
    # Fields; {what} is the step where there is one.
    "field-required": (mark("“{field}” is empty."), "", mark("Fill it in.")),
    "field-shape": (
        mark("“{field}” holds something that does not fit."), mark("A file or another program put it there."),
        mark("Set it anew."),
    ),
    "field-too-long": (
        mark("“{field}” is too long."), mark("It has {length} characters and {most} fit."), mark("Shorten it.")
    ),
    "field-number": (mark("“{field}” is no whole number."), "", mark("Type one, without a comma.")),
    "field-range": (mark("“{field}” is out of range."), "", mark("Choose a number from {low} to {high}.")),
    "field-choice": (mark("“{field}” is set to something unknown."), "", mark("Choose again.")),
    "field-duration-negative": (mark("“{field}” is less than nothing."), "", mark("Type a time of 0 or longer.")),
    "field-duration-none": (mark("“{field}” is no time at all."), "", mark("Type a time longer than 0.")),
    "field-duration-long": (mark("“{field}” is too long."), "", mark("Choose at most {most} days.")),
    "field-moment": (mark("“{field}” is no date and time."), "", mark("Choose a day that exists, and a time.")),
    "field-day": (mark("“{field}” holds something that is no date."), "", mark("Choose a day that exists.")),
    "field-clock": (mark("“{field}” holds something that is no time of day."), "", mark("Type one such as 09:00.")),
    "field-days-none": (mark("“{field}” has no day of the week."), "", mark("Choose at least one.")),
    "field-turned": (
        mark("A period of “{field}” ends before it begins."), "", mark("Choose a last day on or after the first.")
    ),
    "field-no-list": (mark("“{field}” does not say which list."), "", mark("Choose one.")),
    "field-url": (
        mark("“{field}” has no web address."), "", mark("Use one that starts with https://, or an expression.")
    ),
    "field-too-many": (mark("“{field}” has too many parts."), mark("At most {most} fit."), mark("Remove some.")),
    "field-path-id": (
        mark("A part of “{field}” cannot be told from another."), mark("A file or another program put it there."),
        mark("Remove it and add it again."),
    ),
    "field-part-required": (mark("A part of “{field}” has no {part}."), "", mark("Fill it in, or remove the part.")),
    "field-part-long": (
        mark("The {part} of a part of “{field}” is too long."), mark("At most {most} characters fit."),
        mark("Shorten it."),
    ),
    "field-twice": (mark("“{field}” has “{text}” twice."), "", mark("Change one of them.")),
    "field-name-odd": (
        mark("“{text}” cannot be a name in “{field}”."), mark("Expressions could not use it."),
        mark("Use letters, digits and underscores, such as order_total."),
    ),
    "field-header": (
        mark("“{text}” cannot be a header."), "",
        mark("Use letters, digits and dashes, and keep its value on one line."),
    ),
    # Rules
    "rule-missing": (mark("There is no rule yet."), "", mark("Add one.")),
    "rule-shape": (mark("This is no rule that can be read."), "", mark("Make the rule again.")),
    "rule-too-large": (
        mark("The rule is too large."),
        mark("It may ask {most} things, {deepest} groups deep."),
        mark("Split it up, or use a list."),
    ),
    "rule-op-unknown": (
        mark("The rule compares in a way this version does not know: “{op}”."),
        "",
        mark("Make the rule again, or install the newer version."),
    ),
    "rule-group-empty": (mark("A group of the rule is empty."), "", mark("Add a rule to it, or remove the group.")),
    "rule-list-missing": (mark("The rule does not say which list."), "", mark("Choose one.")),
    "rule-segment-missing": (mark("The rule does not say which segment."), "", mark("Choose one.")),
    "rule-template-missing": (mark("The rule does not say which template."), "", mark("Choose one.")),
    "rule-campaign-missing": (mark("The rule does not say which campaign."), "", mark("Choose one.")),
    "rule-journey-missing": (mark("The rule does not say which journey."), "", mark("Choose one.")),
    "rule-list-unknown": (mark("There is no list “{list}”."), "", mark("Choose another list in the rule.")),
    "rule-segment-unknown": (
        mark("There is no segment “{segment}”."), "", mark("Choose another segment in the rule.")
    ),
    "rule-field-missing": (mark("The rule does not say which field."), "", mark("Choose one.")),
    "rule-field-unknown": (
        mark("Contacts have no field “{field}”."), "", mark("Choose another field in the rule, or add this one.")
    ),
    "rule-op-misfit": (
        mark("“{field}” cannot be compared like this."), "", mark("Choose a comparison that fits the field.")
    ),
    "rule-value-missing": (mark("The rule does not say what “{field}” is held against."), "", mark("Fill in a value.")),
    "rule-value-one": (mark("“{field}” is held against several values."), "", mark("Leave one of them.")),
    "rule-value-number": (mark("“{field}” is held against something that is no number."), "", mark("Type a number.")),
    "rule-value-days": (
        mark("The days at “{field}” are no whole number."), "", mark("Type a number such as 7.")
    ),
    "rule-value-date": (mark("“{field}” is held against something that is no date."), "", mark("Choose a date.")),
    # Rules as expressions; the line and the column are shown beside.
    "rule-text-empty": (mark("There is no rule yet."), "", mark("Write one, such as: contact.country == \"NL\".")),
    "rule-text-large": (mark("The rule is too large."), "", mark("Split it up, or use a list.")),
    "rule-text-several": (mark("This is more than one rule."), "", mark("Join them with “and” or “or”.")),
    "rule-text-unreadable": (
        mark("The rule cannot be read from here on."), "", mark("Look for a slip just before.")
    ),
    "rule-text-equals": (mark("“=” compares nothing."), "", mark("Write “==” for “is”.")),
    "rule-text-quote": (mark("A quote is not closed."), "", mark("Put a quote at the end of the text.")),
    "rule-text-bracket": (mark("The brackets do not match."), "", mark("Give each bracket its other half.")),
    "rule-text-part": (
        mark("A rule cannot say this."), "", mark("Compare fields with values, and join with “and”, “or” and “not”.")
    ),
    "rule-text-two-fields": (mark("Two fields are compared."), "", mark("Compare a field with a value.")),
    "rule-text-no-field": (mark("There is no field here."), "", mark("Name one, such as contact.country.")),
    "rule-text-date": (
        mark("Dates cannot be compared like this."), "", mark("Use “<” for before, “>” for after, or “==”.")
    ),
    "rule-text-consent": (
        mark("Consent is compared like this: consent(\"marketing\") == \"yes\"."),
        "",
        mark("The answers are \"yes\", \"no\" and \"unknown\"."),
    ),
    "rule-text-value": (mark("There is no value here."), "", mark("Write a text in quotes, a number, True or False.")),
    "rule-text-function": (
        mark("There is no function “{name}”."), "", mark("Use one such as in_list, is_empty or starts_with.")
    ),
    "rule-text-arguments": (
        mark("“{name}” has too much or too little between its brackets."), "", mark("Look at an example in the help.")
    ),
    "rule-text-name": (
        mark("It is not clear what “{name}” is."),
        mark("Fields start with contact, event or journey."),
        mark("Write contact.{name}, or put a text in quotes."),
    ),
}  # fmt: skip


def edit_words(code: str, facts: Mapping[str, object] | None = None) -> str:
    """What an edit is called, with its facts; general words for a code that is new. Never raises."""
    known = {name: _short(value) for name, value in (facts or {}).items()}
    if code in COUNTED:
        count = known.get("count")
        return ntr(*COUNTED[code], count if isinstance(count, int) else 0)
    return fill(EDITS.get(code, _OTHER), known)


def _short(value: object) -> object:
    """A title on one line of a list."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"
