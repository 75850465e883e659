"""Decides what goes into a template's places for one person."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.expression import Beside, Expression, ExpressionError, Values, for_liquid
from whatsapp_studio.templates.rules import Limits, lint, value_problem
from whatsapp_studio.templates.template import Place, Template, places

if TYPE_CHECKING:
    from whatsapp_studio.templates.liquid import Compiled

# Not whitespace, so that {{- -}} leaves it alone; a value that holds it is refused anyway.
_BETWEEN = "\x00"


class Slot(Protocol):
    """What fills one place, as a campaign's draft keeps it."""

    @property
    def expression(self) -> str: ...
    @property
    def fallback(self) -> str: ...
    @property
    def if_empty(self) -> Literal["skip", "block"]: ...


class Filler:
    """A template and its mapping, checked once and then applied to any number of contacts.

    ``mapping`` is keyed by place name; ``known`` are the names that may follow ``contact.`` (left out: any);
    ``beside`` is what else expressions may read: ``event``, with its fields. ``problems`` are what is wrong with the
    mapping itself; with any of them :meth:`fill` must not be used.
    """

    def __init__(
        self, template: Template, mapping: Mapping[str, Slot], *, known: Collection[str] | None = None,
        beside: Beside | None = None,
    ) -> None:  # fmt: skip
        self._limits = Limits(template)
        self._language = template.language
        self._places = {place.name: place for place in places(template, rare=True)}
        self._used: list[tuple[Place, Slot, Expression]] = []
        found: list[Problem] = []
        for place in self._places.values():
            slot = mapping.get(place.name)
            if slot is None or not (slot.expression.strip() or slot.fallback.strip()):
                if place.required:
                    found.append(Problem("place-unmapped", f"mapping.{place.name}", _facts(place)))
                continue
            found += self._use(place, slot, known, beside)
        self.problems: tuple[Problem, ...] = tuple(found)
        self._join()

    def _use(self, place: Place, slot: Slot, known: Collection[str] | None, beside: Beside | None) -> list[Problem]:
        where, facts = f"mapping.{place.name}", _facts(place)
        try:
            expression = Expression(slot.expression, self._language)
        except ExpressionError as error:
            at = {"line": error.line, "column": error.column, "details": error.details}
            return [Problem("expression-syntax", where, {**facts, **at})]
        self._used.append((place, slot, expression))
        return expression.problems(where, facts, known, beside)

    def _join(self) -> None:
        """Put every expression that needs Liquid and leaves nothing behind into one template."""
        together = [n for n, (_, _, e) in enumerate(self._used) if e.plain is None and e.only_output]
        if self.problems or len(together) < 2:
            together = []
        self._together = together
        self._joined: Compiled | None = None
        if together:
            from whatsapp_studio.templates.liquid import join

            self._joined = join([self._used[n][2].source for n in together], _BETWEEN, self._language)
        by_liquid = [e.names for _, _, e in self._used if e.plain is None]
        self._needs_liquid = bool(by_liquid)
        # None: some expression may read any field.
        self._names = None if None in by_liquid else frozenset().union(*(names for names in by_liquid if names))

    def partly(self, values: Values, beside: Mapping[str, Values] | None = None) -> dict[str, str]:
        """Every value that works out for this contact, whatever is wrong with the others: for a preview."""
        contact, filled = self._for_liquid(values), {}
        for place, slot, expression in self._used:
            try:
                text = expression.render(values if expression.plain is not None else contact, beside)
            except ExpressionError:
                continue
            text = text.strip() or slot.fallback.strip()
            if text and not lint(place, text):
                filled[place.name] = text
        return filled

    def _for_liquid(self, values: Values) -> dict[str, object]:
        if not self._needs_liquid:
            return {}
        names = self._names
        return {n: for_liquid(v) for n, v in values.items() if names is None or n in names}

    def fill(self, values: Values, beside: Mapping[str, Values] | None = None) -> dict[str, str] | Problem:
        """What goes where for a contact with these values, or the first thing that stands in the way."""
        contact = self._for_liquid(values)
        texts = self._render_together(contact, beside)
        filled: dict[str, str] = {}
        for number, (place, slot, expression) in enumerate(self._used):
            text = texts.get(number)
            if text is None:
                try:
                    text = expression.render(values if expression.plain is not None else contact, beside)
                except ExpressionError as error:
                    return value_problem("value-invalid", place, details=error.details)
            text = text.strip() or slot.fallback.strip()
            code = lint(place, text)
            if code:
                return value_problem(code, place, if_empty=slot.if_empty)
            if text:
                filled[place.name] = text
        long = self._limits.too_long(filled)
        if long is not None:
            name, length, most = long
            return value_problem("value-too-long", self._places[name], length=length, most=most)
        return filled

    def _render_together(self, contact: Values, beside: Mapping[str, Values] | None) -> dict[int, str]:
        if self._joined is None:
            return {}
        try:
            parts = self._joined.render(contact, beside).split(_BETWEEN)
        except ExpressionError:
            return {}  # one of them failed: run alone, each says which place it is
        return dict(zip(self._together, parts, strict=True)) if len(parts) == len(self._together) else {}


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
