"""Decides what goes into a template's places for one person."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple, Protocol

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates import snippets
from whatsapp_studio.templates.expression import Beside, Expression, ExpressionError, Values, for_liquid
from whatsapp_studio.templates.rules import FILE_NAME_MAX, Limits, lint, value_problem
from whatsapp_studio.templates.template import Place, Template, places


class Slot(Protocol):
    """What fills one place, as a campaign's draft keeps it."""

    @property
    def expression(self) -> str: ...
    @property
    def fallback(self) -> str: ...
    @property
    def if_empty(self) -> Literal["skip", "block"]: ...


class Used(NamedTuple):
    """A place that is filled, and how; ``short`` is a length that its text may have whatever else there is."""

    place: Place
    slot: Slot
    expression: Expression
    fallback: str
    short: int

    def plainly_fine(self, text: str) -> bool:
        """Whether there is nothing wrong with a text in itself, seen at a glance; the rules tell of all others."""
        return 0 < len(text) <= self.short and text.isprintable() and "     " not in text


class Filler:
    """A template and its mapping, checked once and then applied to any number of contacts.

    ``mapping`` is keyed by place name; ``known`` are the names that may follow ``contact.`` (left out: any);
    ``beside`` is what else expressions may read: ``event``, with its fields. ``problems`` are what is wrong with the
    mapping itself; with any of them :meth:`fill` must not be used. ``used`` are the places that are filled, in
    the order of the template; ``limits`` the lengths of its filled parts.
    """

    def __init__(
        self, template: Template, mapping: Mapping[str, Slot], *, known: Collection[str] | None = None,
        beside: Beside | None = None,
    ) -> None:  # fmt: skip
        self.limits = Limits(template)
        self._language = template.language
        self._places = {place.name: place for place in places(template, rare=True)}
        self.used: list[Used] = []
        found: list[Problem] = []
        for place in self._places.values():
            slot = mapping.get(place.name)
            if slot is None or not (slot.expression.strip() or slot.fallback.strip()):
                if place.required:
                    found.append(Problem("place-unmapped", f"mapping.{place.name}", _facts(place)))
                continue
            found += self._use(place, slot, known, beside)
        self.problems: tuple[Problem, ...] = tuple(found)
        read = [used.expression.fields for used in self.used]
        # None: some expression may read any field.
        self._names = None if None in read else frozenset().union(*(names for names in read if names))

    def _use(self, place: Place, slot: Slot, known: Collection[str] | None, beside: Beside | None) -> list[Problem]:
        where, facts = f"mapping.{place.name}", _facts(place)
        try:
            expression = Expression(slot.expression, self._language)
        except ExpressionError as error:
            left = snippets.used(slot.expression)
            if left:  # those that there are have been put in by now, but for what would hold itself
                return [Problem("snippet-unknown", where, {**facts, "name": left[0]})]
            at = {"line": error.line, "column": error.column, "details": error.details}
            return [Problem("expression-syntax", where, {**facts, **at})]
        short = FILE_NAME_MAX if place.kind == "text" else 0
        self.used.append(Used(place, slot, expression, slot.fallback.strip(), short))
        return expression.problems(where, facts, known, beside)

    @property
    def names(self) -> frozenset[str] | None:
        """The fields of the contact that are read; None where it may be any."""
        return self._names

    def partly(self, values: Values, beside: Mapping[str, Values] | None = None) -> dict[str, str]:
        """Every value that works out for this contact, whatever is wrong with the others: for a preview."""
        scope, filled = self.scope(values, beside), {}
        for used in self.used:
            try:
                text = used.expression.write(scope).strip() or used.fallback
            except ExpressionError:
                continue
            if text and not lint(used.place, text):
                filled[used.place.name] = text
        return filled

    def scope(self, values: Values, beside: Mapping[str, Values] | None) -> dict[str, object]:
        """All that can be read; of the contact what is read, as Liquid prints it."""
        if self._names is None:
            contact = {name: for_liquid(value) for name, value in values.items()}
        else:
            contact = {name: for_liquid(values[name]) for name in self._names if name in values}
        return {**(beside or {}), "contact": contact, "language": self._language}

    def fill(self, values: Values, beside: Mapping[str, Values] | None = None) -> dict[str, str] | Problem:
        """What goes where for a contact with these values, or the first thing that stands in the way."""
        scope = self.scope(values, beside)
        filled: dict[str, str] = {}
        for used in self.used:
            place, slot, expression, fallback, _ = used
            try:
                text = expression.write(scope).strip() or fallback
            except ExpressionError as error:
                return value_problem("value-invalid", place, details=error.details)
            if not used.plainly_fine(text):
                code = lint(place, text)
                if code:
                    return value_problem(code, place, if_empty=slot.if_empty)
                if not text:
                    continue
            filled[place.name] = text
        return self.too_long(filled) or filled

    def too_long(self, filled: Mapping[str, str]) -> Problem | None:
        """What is wrong with the length of a part that is filled with these values."""
        long = self.limits.too_long(filled)
        if long is None:
            return None
        name, length, most = long
        return value_problem("value-too-long", self._places[name], length=length, most=most)


def _facts(place: Place) -> dict[str, object]:
    return {"place": place.name, "label": place.label}


_FIRST_NAME = frozenset(
    {"name", "first_name", "firstname", "customer_name", "client_name", "voornaam", "naam", "nombre", "prenom"}
)
_LAST_NAME = frozenset({"last_name", "lastname", "surname", "achternaam", "family_name"})
_GREETINGS = (
    "hi", "hi there", "hello", "hey", "dear", "good morning", "good afternoon", "hallo", "hoi", "beste", "dag",
    "geachte", "goedemorgen", "goedemiddag", "liebe", "lieber", "guten tag", "moin", "bonjour", "salut", "cher",
    "chère", "hola", "estimado", "estimada", "olá", "ola", "oi", "prezado", "prezada", "ciao", "buongiorno", "hej",
    "cześć", "ahoj", "merhaba", "selam", "привет", "здравствуйте", "مرحبا", "مرحبًا", "أهلا", "أهلًا", "שלום", "नमस्ते",
)  # fmt: skip
_GREETING = re.compile(rf"\W*(?:{'|'.join(_GREETINGS)})[\s,،*_~]*\{{\{{1\}}\}}", re.IGNORECASE)


def suggest(template: Template, field_names: Collection[str]) -> dict[str, str]:
    """Obvious first guesses, place by place: a place named like a field, and the name after a greeting."""
    found: dict[str, str] = {}
    for place in places(template):
        if place.kind != "text" or not place.required:
            continue
        variable = place.name.rpartition(".")[2].lower()
        text = template.body if place.name.startswith("body.") else ""
        if variable in field_names:
            field = variable
        elif variable in _FIRST_NAME or (variable == "1" and _GREETING.match(text)):
            field = "first_name"
        elif variable in _LAST_NAME:
            field = "last_name"
        else:
            continue
        if field in field_names:
            found[place.name] = f"{{{{ contact.{field} }}}}"
    return found


def sample_values(template: Template) -> dict[str, str]:
    """The examples given when the template was made, for a preview without a contact."""
    return {place.name: place.sample for place in places(template) if place.sample}
