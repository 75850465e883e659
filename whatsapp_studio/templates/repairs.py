"""Decides how what is found in everybody's messages is mended by a click: each repair is a new mapping."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Literal, TypeVar

import msgspec

from whatsapp_studio.templates.findings import Finding
from whatsapp_studio.templates.personalise import Slot

RepairKind = Literal["fallback", "oneLine", "trimSpaces", "truncate", "urlEncode", "noSpaces", "titleCase"]
S = TypeVar("S", bound=Slot)

_KINDS: Mapping[str, RepairKind] = {
    "value-empty": "fallback", "value-newline": "oneLine", "value-tab": "oneLine", "value-spaces": "trimSpaces",
    "value-too-long": "truncate", "value-url": "urlEncode", "value-code": "noSpaces",
    "lint-value-capitals": "titleCase",
}  # fmt: skip
_FILTERS: Mapping[RepairKind, str] = {
    "oneLine": "squish", "trimSpaces": "squish", "truncate": "truncate: {fits}", "urlEncode": "urlEncode",
    "noSpaces": 'remove: " "', "titleCase": "titleCase",
}  # fmt: skip
_TOO_SHORT_FOR_DOTS = 6
_ONE_OUTPUT = re.compile(r"\s*\{\{-?(?P<inside>(?:[^{}\"']|\"[^\"]*\"|'[^']*')+?)-?\}\}\s*")


class Repair(msgspec.Struct, frozen=True):
    """A mending of one place: what it does, and the expression and fallback that do it.

    ``asks`` is true where a person has to give the text (:func:`repair` takes it).
    """

    place: str
    kind: RepairKind
    expression: str
    fallback: str
    asks: bool = False


def repair_of(mapping: Mapping[str, S], finding: Finding) -> Repair | None:
    """How a finding can be mended, or None where only the contacts or the template can."""
    kind, slot = _KINDS.get(finding.code), mapping.get(finding.place)
    if kind is None or slot is None or (kind == "truncate" and finding.facts.get("kind") != "text"):
        return None  # half a code or link is none
    if kind == "fallback":
        return Repair(finding.place, kind, slot.expression, slot.fallback, asks=True)
    fits = finding.facts.get("fits")
    wanted = _FILTERS[kind].format(fits=fits)
    if isinstance(fits, int) and fits <= _TOO_SHORT_FOR_DOTS:
        wanted += ', ""'
    return Repair(finding.place, kind, filtered(slot.expression, wanted), _mended(kind, slot.fallback, finding))


def repair(mapping: Mapping[str, S], finding: Finding, text: str = "") -> dict[str, S]:
    """The mapping after a finding is mended; as it was where it cannot be. ``text`` is the fallback where it asks."""
    made = repair_of(mapping, finding)
    if made is None:
        return dict(mapping)
    fallback = text if made.asks and text else made.fallback
    return {**mapping, made.place: _replaced(mapping[made.place], made.expression, fallback)}


def leave_out(mapping: Mapping[str, S], finding: Finding) -> dict[str, S]:
    """The mapping that leaves out whoever has nothing for the place, where it blocked the campaign before."""
    slot = mapping[finding.place]
    return {**mapping, finding.place: _replaced(slot, slot.expression, slot.fallback, if_empty="skip")}


def filtered(expression: str, filter: str) -> str:
    """An expression with a filter over all that it writes."""
    if not expression.strip():
        return expression
    found = _ONE_OUTPUT.fullmatch(expression)
    if found is not None:
        inside = found["inside"].strip()
        return expression if inside.endswith(f"| {filter}") else f"{{{{ {inside} | {filter} }}}}"
    return f"{{% capture value %}}{expression}{{% endcapture %}}{{{{ value | {filter} }}}}"


def _mended(kind: RepairKind, fallback: str, finding: Finding) -> str:
    match kind:
        case "oneLine" | "trimSpaces":
            return " ".join(fallback.split())
        case "noSpaces":
            return "".join(fallback.split())
        case "truncate":
            fits = finding.facts.get("fits")
            return fallback[:fits] if isinstance(fits, int) else fallback
    return fallback


def _replaced(slot: S, expression: str, fallback: str, **more: str) -> S:
    changed = {"expression": expression, "fallback": fallback, **more}
    if isinstance(slot, msgspec.Struct):
        return msgspec.structs.replace(slot, **changed)
    if dataclasses.is_dataclass(slot) and not isinstance(slot, type):
        return dataclasses.replace(slot, **changed)
    raise TypeError(f"what fills a place is no value: {type(slot).__name__}")
