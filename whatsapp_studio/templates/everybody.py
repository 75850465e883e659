"""Decides what is wrong with anybody's message before one is sent: every recipient's is filled and looked over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.content_lint import Lint
from whatsapp_studio.templates.expression import Beside, ExpressionError, Values
from whatsapp_studio.templates.findings import Findings, Tally, Weight
from whatsapp_studio.templates.personalise import Filler, Slot, Used
from whatsapp_studio.templates.rules import lint as value_lint
from whatsapp_studio.templates.rules import value_problem
from whatsapp_studio.templates.template import MEDIA, Template

CHUNK = 2_000
# Different values of a place whose outcome is remembered: most fields have few, and names repeat.
_REMEMBERED = 20_000

Person = tuple[int, Values]
# What is wrong with a value of media, by what the workspace knows: a file that is gone or ends too soon.
MediaProblem = Callable[[str], Problem | None]
# What is added to everybody's values at last, such as tags at the end of links.
Ends = Callable[[Mapping[str, str]], Mapping[str, str]]


class _Outcome(msgspec.Struct, frozen=True, gc=False):
    """What one place says for some values of its fields, and what is found in it: (code, weight, facts)."""

    text: str
    found: tuple[tuple[str, Weight, Mapping[str, object]], ...]
    refused: bool


class Check:
    """A template and what fills it, looked over for any number of people, some at a time.

    ``beside`` is what expressions read beside the contact, the same for everybody; ``lint`` looks for what a person
    would regret; ``media`` for files that are not to be had; ``ends`` adds to the values at last.
    ``problems`` are those of the mapping: with any, nobody can be looked at.
    """

    def __init__(
        self, template: Template, mapping: Mapping[str, Slot], *, known: Collection[str] | None = None,
        beside: Mapping[str, Values] | None = None, lint: Lint | None = None, media: MediaProblem | None = None,
        ends: Ends | None = None,
    ) -> None:  # fmt: skip
        names: Beside = {root: list(values) for root, values in (beside or {}).items()}
        self._filler = Filler(template, mapping, known=known, beside=names)
        self._beside, self._lint, self._ends = beside, lint, ends
        self._places = [_OnePlace(used, media) for used in self._filler.used]
        self._tally = Tally()
        self._checked = self._refused = self._warned = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._filler.problems

    def add(self, people: Iterable[Person]) -> int:
        """Look at more people, each an id and the values of the contact; says how many have been looked at so far."""
        for contact, values in people:
            self._checked += 1
            worst = self._one(contact, values)
            self._refused += worst == "error"
            self._warned += worst == "warning"
        return self._checked

    def findings(self, *, whole: bool = True) -> Findings:
        """All that was found so far."""
        return Findings(
            checked=self._checked, refused=self._refused, warned=self._warned, whole=whole, mapping=self.problems,
            everyone=self._lint.template if self._lint is not None else (), found=self._tally.done(),
        )  # fmt: skip

    def _one(self, contact: int, values: Values) -> Weight:
        scope: dict[str, object] | None = None
        filled: dict[str, str] = {}
        worst: Weight = "note"
        for place in self._places:
            key = place.key(values)
            outcome = place.known.get(key) if key is not None else None
            if outcome is None:
                scope = scope or self._filler.scope(values, self._beside)
                outcome = place.outcome(scope)
                if key is not None and len(place.known) < _REMEMBERED:
                    place.known[key] = outcome
            for code, weight, facts in outcome.found:
                self._tally.add(contact, code, place.name, weight, outcome.text, facts)
                worst = _worse(worst, weight)
            if outcome.text and not outcome.refused:
                filled[place.name] = outcome.text
        return _worse(worst, self._whole(contact, filled if self._ends is None else self._ends(filled)))

    def _whole(self, contact: int, filled: Mapping[str, str]) -> Weight:
        """What is wrong with the parts of a message together."""
        worst: Weight = "note"
        long = self._filler.limits.too_long(filled)
        if long is not None:
            name, length, most = long
            place = next(one.used.place for one in self._places if one.name == name)
            fits = max(1, len(filled[name]) - (length - most))
            facts = value_problem("value-too-long", place, length=length, most=most, fits=fits, kind=place.kind).facts
            self._tally.add(contact, "value-too-long", name, "error", filled[name], facts)
            worst = "error"
        for problem in self._lint.message(filled) if self._lint is not None else ():
            name = str(problem.facts.get("place", problem.where))
            self._tally.add(contact, problem.code, name, "warning", filled.get(name, ""), problem.facts)
            worst = _worse(worst, "warning")
        return worst


def check(
    template: Template, mapping: Mapping[str, Slot], people: Iterable[Person], *,
    known: Collection[str] | None = None, beside: Mapping[str, Values] | None = None, lint: Lint | None = None,
    media: MediaProblem | None = None, progress: Callable[[int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Findings:  # fmt: skip
    """What is wrong with anybody's message. ``people`` are read :data:`CHUNK` at a time, and none of them is kept.

    After each chunk ``progress`` is told how many were looked at, and ``cancelled`` asked whether to go on. The rest is
    as for :class:`Check`.
    """
    made = Check(template, mapping, known=known, beside=beside, lint=lint, media=media)
    left = iter(people)
    while not made.problems and (chunk := list(islice(left, CHUNK))):
        done = made.add(chunk)
        if progress is not None:
            progress(done)
        if cancelled is not None and cancelled():
            return made.findings(whole=False)
    return made.findings()


class _OnePlace:
    """A place that is filled, and the outcomes it had."""

    def __init__(self, used: Used, media: MediaProblem | None) -> None:
        self.used, self.name = used, used.place.name
        self.known: dict[object, _Outcome] = {}
        self._media = media if used.place.kind in MEDIA.values() else None
        fields = used.expression.fields
        self._fields = tuple(sorted(fields)) if fields is not None else None
        self._field = self._fields[0] if self._fields is not None and len(self._fields) == 1 else None

    def key(self, values: Values) -> object:
        """What its outcome depends on; None where that may be anything. A text is no number that looks alike."""
        if self._fields is None:
            return None
        if self._field is not None:
            value = values.get(self._field, _MISSING)
            if type(value) is str:
                return value
        key = tuple([(type(value), value) for name in self._fields for value in (values.get(name, _MISSING),)])
        try:
            hash(key)
        except TypeError:
            return None
        return key

    def outcome(self, scope: dict[str, object]) -> _Outcome:
        """What it says, and what is found in it."""
        place, slot, expression, fallback, _ = self.used
        try:
            text = expression.write(scope).strip()
        except ExpressionError as error:
            facts = value_problem("value-invalid", place, details=error.details).facts
            return _Outcome("", (("value-invalid", "error", facts),), refused=True)
        found: list[tuple[str, Weight, Mapping[str, object]]] = []
        if not text and fallback:
            text = fallback
            facts = {"place": place.name, "label": place.label, "text": fallback[:80]}
            found.append(("value-fallback", "note", facts))
        code = "" if self.used.plainly_fine(text) else value_lint(place, text)
        if code:
            facts = dict(value_problem(code, place, if_empty=slot.if_empty).facts)
            if code == "value-too-long":
                facts |= {"fits": facts["most"], "kind": place.kind}
            found.append((code, "error", facts))
        elif self._media is not None and text and (problem := self._media(text)) is not None:
            facts = {"place": place.name, "label": place.label, **problem.facts}
            found.append((problem.code, problem.severity, facts))
        # What is too long by itself is also too long together with the text around it, which leaves it less room.
        refused = any(weight == "error" and code != "value-too-long" for code, weight, _ in found)
        return _Outcome(text, tuple(found), refused)


class _Missing:
    """What stands for a field that a contact does not have."""


_MISSING = _Missing()


def _worse(one: Weight, other: Weight) -> Weight:
    if "error" in (one, other):
        return "error"
    return "warning" if "warning" in (one, other) else "note"
