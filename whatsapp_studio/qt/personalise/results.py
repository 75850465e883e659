"""Decides what comes out of an expression for a person: the value, what is wrong with it, and the whole message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.campaigns.expressions import expanded
from whatsapp_studio.qt.personalise.reach import values_of
from whatsapp_studio.templates.bubble import Bubble, bubble
from whatsapp_studio.templates.expression import Expression, ExpressionError, for_liquid
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.rules import Limits, lint, value_problem
from whatsapp_studio.templates.snippets import expand
from whatsapp_studio.templates.template import Place, Template


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to try an expression with: a contact, or a sample. ``key`` is ``c:12`` or ``s:3``."""

    key: str
    name: str
    values: Mapping[str, object]
    beside: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @classmethod
    def of_contact(cls, contact: Contact, beside: Mapping[str, Mapping[str, object]]) -> Person:
        name = f"{contact.first_name} {contact.last_name}".strip() or contact.phone
        return cls(f"c:{contact.id}", name, contact.values(), beside)

    @classmethod
    def of_sample(cls, id: int, name: str, values: Mapping[str, str]) -> Person:
        """A person made of a saved sample's values, by path."""
        roots = values_of(values)
        return cls(f"s:{id}", name, roots.pop("contact", {}), roots)


@dataclass(frozen=True, slots=True)
class Asked:
    """One place and all that fills it. ``others`` is how the other places of ``template`` are filled."""

    place: Place
    slot: Slot
    template: Template | None = None
    others: Mapping[str, Slot] = field(default_factory=dict)
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: ``value`` as it is sent, ``problem`` with it, and whether the fallback is what is used."""

    value: str = ""
    problem: Problem | None = None
    fallback: bool = False


class Worked:
    """An expression made ready once, then worked out for any number of people. May run on any thread."""

    def __init__(self, asked: Asked, snippets: Mapping[str, str]) -> None:
        self._asked = asked
        self._language = asked.template.language if asked.template is not None else asked.language
        self._error: ExpressionError | None = None
        try:
            self._expression: Expression | None = Expression(expand(asked.slot.expression, snippets), self._language)
        except ExpressionError as error:
            self._expression, self._error = None, error
        self._filler: Filler | None = None
        if asked.template is not None:
            slots = {**asked.others, asked.place.name: asked.slot}
            read = expanded(slots, snippets)
            self._filler = Filler(asked.template, read, beside=dict.fromkeys(("event", "journey", "campaign")))
            self._limits = Limits(asked.template)

    def value(self, person: Person) -> Result:
        """What the place holds for a person."""
        place, slot = self._asked.place, self._asked.slot
        if self._expression is None:
            assert self._error is not None
            at = {"line": self._error.line, "column": self._error.column, "details": self._error.details}
            return Result(problem=Problem("expression-syntax", "", {"label": place.label, **at}))
        values = person.values
        if self._expression.plain is None:
            values = {name: for_liquid(value) for name, value in values.items()}
        try:
            text = self._expression.render(values, person.beside).strip()
        except ExpressionError as error:
            return Result(problem=value_problem("value-invalid", place, details=error.details))
        used = not text and bool(slot.fallback.strip())
        text = text or slot.fallback.strip()
        code = lint(place, text)
        if not code and self._filler is not None:
            long = self._limits.too_long({**self._filler.partly(person.values, person.beside), place.name: text})
            if long is not None and long[0] == place.name:
                problem = value_problem("value-too-long", place, length=long[1], most=long[2])
                return Result(text, problem, used)
        return Result(text, value_problem(code, place) if code else None, used)

    def bubble(self, person: Person) -> Bubble | None:
        """The whole message for a person; None without a template."""
        if self._asked.template is None or self._filler is None:
            return None
        return bubble(self._asked.template, self._filler.partly(person.values, person.beside))


def rendered(source: str, person: Person, snippets: Mapping[str, str]) -> str | None:
    """What a text says for a person; None where it cannot be worked out."""
    try:
        expression = Expression(expand(source, snippets))
        values = {name: for_liquid(value) for name, value in person.values.items()}
        return expression.render(values if expression.plain is None else person.values, person.beside).strip()
    except ExpressionError:
        return None
