"""Decides how a finding and its repair are put into words."""

from __future__ import annotations

import re

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.words_checking import said_of_many
from whatsapp_studio.templates.findings import Finding, Weight
from whatsapp_studio.templates.repairs import RepairKind

LOOKS: dict[Weight, tuple[str, str]] = {
    "error": ("circle-x", "error"), "warning": ("triangle-alert", "warning"), "note": ("info", "info"),
}  # fmt: skip
_DEEDS: dict[RepairKind, tuple[str, str]] = {
    "fallback": (mark("Add a fallback"), mark("Whoever has nothing in the field gets this text instead.")),
    "oneLine": (mark("Put on one line"), mark("Line breaks and tabs become single spaces.")),
    "trimSpaces": (mark("Trim the spaces"), mark("Spaces in a row become one.")),
    "truncate": (mark("Shorten"), mark("What does not fit is cut off, with three dots at the end.")),
    "urlEncode": (mark("Make it fit a link"), mark("Spaces and other signs are written as a link needs them.")),
    "noSpaces": (mark("Take the spaces out"), mark("The code is sent without its spaces.")),
    "titleCase": (mark("Write with one capital"), mark("Every word keeps only its first capital.")),
}  # fmt: skip
_GAP = re.compile(" {5,}")


def group(weight: Weight, n: int) -> str:
    """The heading above the findings of a weight."""
    if weight == "error":
        return ntr("{n} error", "{n} errors", n)
    if weight == "warning":
        return ntr("{n} warning", "{n} warnings", n)
    return ntr("{n} good to know", "{n} good to know", n)


def said(finding: Finding) -> str:
    """The finding in a few words, without its number."""
    words = said_of_many(finding.code, finding.facts)
    word = finding.facts.get("word")
    if word:
        return tr("{what}: “{word}”", what=words, word=word)
    return words or wording.explain(finding.code, finding.facts).title


def with_number(finding: Finding) -> str:
    """The finding with how many people it is about."""
    return ntr("{n} person: {what}", "{n} people: {what}", finding.count, what=said(finding))


def more(finding: Finding) -> str:
    """Why it matters and what to do."""
    words = wording.explain(finding.code, finding.facts)
    return " ".join(part for part in (words.why, words.fix) if part)


def deed(kind: RepairKind) -> str:
    """What the button of a repair says."""
    return tr(_DEEDS[kind][0])


def effect(kind: RepairKind) -> str:
    """What a repair does, in a sentence."""
    return tr(_DEEDS[kind][1])


def shown(value: str) -> str:
    """A value as a table shows it: what cannot be seen has a sign, nothing is said to be nothing."""
    if not value.strip():
        return tr("(empty)")
    seen = value.replace("\r\n", "\n").replace("\n", " ⏎ ").replace("\t", " ⇥ ")
    return _GAP.sub(lambda found: "␣" * len(found[0]), seen)
