"""Decides the words for what can be wrong with snippets and saved samples."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "snippet-gone": (
        mark("This snippet was deleted meanwhile."), "", mark("Make it again, or choose another one."),
    ),
    "snippet-unknown": (
        mark("{label}: there is no snippet “{name}”."), "", mark("Choose a snippet from the list, or make this one."),
    ),
    "snippet-name-empty": (mark("The snippet has no name."), "", mark("Type a name for it.")),
    "snippet-name-bad": (
        mark("“{name}” cannot be the name of a snippet."),
        mark("A name has at most {most} characters, and no quotes, brackets or percent signs."),
        mark("Choose another name."),
    ),
    "snippet-name-taken": (mark("There is a snippet “{name}” already."), "", mark("Choose another name.")),
    "snippet-empty": (mark("The snippet is empty."), "", mark("Type what it stands for.")),
    "snippet-large": (
        mark("The snippet is too large: {size} kilobytes."),
        mark("A snippet has at most {most} kilobytes."),
        mark("Divide it into smaller ones."),
    ),
    "snippet-in-itself": (
        mark("The snippet “{name}” would hold itself."),
        mark("It would never end: {way}."),
        mark("Take the snippet that leads back to it out."),
    ),
    "snippet-in-use": (
        mark("The snippet “{name}” is in use."),
        mark("These use it: {users}."),
        mark("Take it out there first."),
    ),
    "sample-gone": (mark("This sample was deleted meanwhile."), "", mark("Make it again.")),
    "sample-name-empty": (mark("The sample has no name."), "", mark("Type a name for it.")),
    "sample-name-taken": (mark("There is a sample “{name}” already."), "", mark("Choose another name.")),
    "samples-many": (
        mark("More than {most} samples cannot be kept."), "", mark("Delete some, or bring in a smaller file."),
    ),
    "samples-file-large": (
        mark("The file is larger than {most} megabytes."), "", mark("Choose a file with fewer samples."),
    ),
    "samples-file-odd": (
        mark("“{name}” holds no samples that can be read."),
        mark("A file has a row of column names and a sample in each row after it, or is a JSON list of objects."),
        mark("Save it as CSV or JSON in UTF-8 and try again."),
    ),
}  # fmt: skip
