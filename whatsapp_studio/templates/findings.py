"""Decides how what is found in everybody's messages is kept: for each reason and place who, how many and a sample."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from whatsapp_studio.base.errors import Problem, Severity

# An error keeps the message from being sent; a note is worth knowing only.
Weight = Literal["error", "warning", "note"]
_WEIGHTS: tuple[Weight, ...] = ("error", "warning", "note")
SAMPLES = 5
_SAMPLE_SIGNS = 120


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One reason at one place.

    ``contacts`` are the ids of all it is about, in the order they came; ``samples`` the first of them with what the
    place would say. ``facts`` are those of the first; ``fits`` among them, the length that a value may have, is the
    shortest of anybody's.
    """

    code: str
    place: str
    weight: Weight
    facts: Mapping[str, object]
    contacts: array[int]
    samples: tuple[tuple[int, str], ...]

    @property
    def count(self) -> int:
        return len(self.contacts)

    @property
    def problem(self) -> Problem:
        """In the form that is worded; a note is worded as a warning."""
        severity: Severity = "error" if self.weight == "error" else "warning"
        return Problem(self.code, f"mapping.{self.place}", self.facts, severity)


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    ``checked`` people were looked at; ``refused`` of them have an error and would get nothing; ``warned`` have a
    warning and no error. ``whole`` is false where the work was broken off. ``mapping`` are the problems of the mapping
    itself (then nobody was looked at), ``everyone`` those that every message has.
    """

    checked: int = 0
    refused: int = 0
    warned: int = 0
    whole: bool = True
    mapping: tuple[Problem, ...] = ()
    everyone: tuple[Problem, ...] = ()
    found: tuple[Finding, ...] = ()

    @property
    def fine(self) -> int:
        """How many messages have neither an error nor a warning."""
        return self.checked - self.refused - self.warned

    def of(self, code: str, place: str | None = None) -> Finding | None:
        """The finding with this reason (at this place), or None."""
        return next((one for one in self.found if one.code == code and place in (None, one.place)), None)


class Tally:
    """Findings while they are gathered; memory is 8 bytes for each contact of each finding."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], _Gathered] = {}

    def add(self, contact: int, code: str, place: str, weight: Weight, text: str, facts: Mapping[str, object]) -> None:
        """One more contact; a contact is added to a finding once."""
        gathered = self._found.get((code, place))
        if gathered is None:
            gathered = self._found[code, place] = _Gathered(weight, facts)
        gathered.add(contact, text, facts)

    def done(self) -> tuple[Finding, ...]:
        """The gravest first, then those of most people."""
        made = [
            Finding(
                code=code, place=place, weight=one.weight, facts=one.facts, contacts=one.contacts,
                samples=tuple(one.samples),
            )
            for (code, place), one in self._found.items()
        ]  # fmt: skip
        return tuple(sorted(made, key=lambda one: (_WEIGHTS.index(one.weight), -one.count)))


class _Gathered:
    def __init__(self, weight: Weight, facts: Mapping[str, object]) -> None:
        self.weight, self.facts = weight, dict(facts)
        self.contacts = array("q")
        self.samples: list[tuple[int, str]] = []

    def add(self, contact: int, text: str, facts: Mapping[str, object]) -> None:
        fits, before = facts.get("fits"), self.facts.get("fits")
        if isinstance(fits, int) and isinstance(before, int):
            self.facts["fits"] = min(fits, before)
        if self.contacts and self.contacts[-1] == contact:
            return
        self.contacts.append(contact)
        if len(self.samples) < SAMPLES:
            self.samples.append((contact, text[:_SAMPLE_SIGNS]))


def ids(findings: Iterable[Finding]) -> array[int]:
    """Everybody that one of the findings is about, each once, from low to high."""
    return array("q", sorted({contact for one in findings for contact in one.contacts}))
