"""Decides how an audience is held as columns: what is known of each contact, a place in every column."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from whatsapp_studio.audience import rules
from whatsapp_studio.audience.contact import STANDARD_FIELDS, Consent, Contact
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.running import Person, Setup, person_of
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.templates.expression import Expression, ExpressionError

SAYS: tuple[Consent, ...] = ("unknown", "yes", "no")
# What is always asked for: whose time counts, and where a message goes.
_ALWAYS = ("time_zone", "country")
# So many characters of a number say where it is from: "+" and five digits.
AREA = 6


class Column(msgspec.Struct, frozen=True):
    """One field of every contact: for each a place in ``values``, which holds every different value once."""

    codes: array[int]
    values: Sequence[Any]


class Crowd(msgspec.Struct, frozen=True, kw_only=True):
    """Contacts in columns, all of the same length.

    ``numbers`` are their ids, from low to high; ``marketing`` holds places in :data:`SAYS`; ``blocked`` and each of
    ``lists`` 0 or 1. Where nothing asks for phones, the column of that name holds how they begin (:data:`AREA`): that
    tells where they are from.
    """

    numbers: array[int]
    marketing: array[int]
    blocked: array[int]
    columns: Mapping[str, Column] = {}
    lists: Mapping[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    def person(self, place: int) -> Person:
        """One of them, as the engine sees a contact."""
        return Person(
            number=self.numbers[place],
            values={name: column.values[column.codes[place]] for name, column in self.columns.items()},
            marketing=SAYS[self.marketing[place]],
            blocked=self.blocked[place] == 1,
            lists=frozenset(name for name, on in self.lists.items() if on[place]),
        )


class _Coder(dict[Any, int]):
    """Gives every value that is new the next place."""

    def __missing__(self, key: Any) -> int:
        self[key] = place = len(self)
        return place


class Gathering:
    """A crowd while its contacts are read, some at a time, in the order of their ids."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = tuple(fields)
        self._numbers, self._marketing, self._blocked = array("q"), array("b"), array("b")
        self._says = {say: place for place, say in enumerate(SAYS)}
        self._coders = [_Coder() for _ in self._fields]
        self._codes = [array("i") for _ in self._fields]
        self._lists: dict[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, some: Sequence[tuple[Any, ...]]) -> None:
        """More contacts: id, answer to marketing, whether blocked (0 or 1), and then each field."""
        if not some:
            return
        numbers, marketing, blocked, *columns = zip(*some, strict=True)
        self._numbers.extend(numbers)
        self._marketing.extend(map(self._says.__getitem__, marketing))
        self._blocked.extend(blocked)
        for codes, coder, column in zip(self._codes, self._coders, columns, strict=True):
            codes.extend(map(coder.__getitem__, column))

    def block(self, numbers: Iterable[int]) -> None:
        """Who of those added is blocked, too."""
        self._mark(self._blocked, numbers)

    def on_list(self, name: str, numbers: Iterable[int]) -> None:
        """Who of those added is on a list."""
        self._lists[name] = on = array("b", bytes(len(self._numbers)))
        self._mark(on, numbers)

    def _mark(self, on: array[int], numbers: Iterable[int]) -> None:
        for number in numbers:
            place = bisect_left(self._numbers, number)
            if place < len(on) and self._numbers[place] == number:
                on[place] = 1

    def done(self, kinds: Mapping[str, str] | None = None) -> Crowd:
        """The crowd. ``kinds`` are those of the fields: how a database keeps a value is not what it is."""
        columns = {
            name: Column(codes, [_kept(one, (kinds or {}).get(name, "")) for one in coder])
            for name, codes, coder in zip(self._fields, self._codes, self._coders, strict=True)
        }
        return Crowd(
            numbers=self._numbers, marketing=self._marketing, blocked=self._blocked, columns=columns,
            lists=self._lists,
        )  # fmt: skip


def _kept(given: Any, kind: str) -> Any:
    if kind == "boolean" and given is not None:
        return bool(given)
    if kind == "list" and isinstance(given, str):
        return tuple(json.loads(given))
    return int(given) if isinstance(given, float) and given.is_integer() else given


def crowd_of(people: Iterable[Person | Contact]) -> Crowd:
    """A crowd of people who are known already, whatever their values are; each number once."""
    persons = [one if isinstance(one, Person) else person_of(one) for one in people]
    persons.sort(key=lambda one: one.number)
    fields = sorted({name for one in persons for name in one.values})
    found = Gathering(())
    found.add([(one.number, one.marketing, int(one.blocked)) for one in persons])
    for name in sorted({name for one in persons for name in one.lists}):
        found.on_list(name, [one.number for one in persons if name in one.lists])
    bare = found.done()
    columns = {}
    for name in fields:
        # 1, 1.0 and True are three values.
        coder = _Coder()
        codes = array("i", [coder[type(one.values.get(name)), one.values.get(name)] for one in persons])
        columns[name] = Column(codes, [given for _, given in coder])
    return msgspec.structs.replace(bare, columns=columns)


def needs(setup: Setup, known: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of contacts and the lists that a journey can ask for; ``known`` are all the fields there are.

    Among the lists are the keys of what only the workspace can tell (``rules.keys_used``).
    """
    every = frozenset((*STANDARD_FIELDS, *known))
    asked = _Asked()
    for exit_ in rows(setting(setup.journey, "exits")):
        asked.rule(exit_.get("rule"))
    for step in setup.journey.steps.values():
        if not step.disabled:
            asked.step(step)
    fields = every if asked.all else every & (asked.fields | set(_ALWAYS))
    return fields, frozenset(asked.lists)


class _Asked:
    """What a journey asks of contacts, as it is found."""

    def __init__(self) -> None:
        self.fields: set[str] = set()
        self.lists: set[str] = set()
        self.all = False

    def step(self, step: Step) -> None:
        match step.kind:
            case "wait":
                self.fields.add(str(value(step, "field")).removeprefix("contact."))
            case "condition":
                for row in rows(value(step, "rules")):
                    self.rule(row.get("rule"))
            case "update_contact":
                for row in rows(value(step, "changes")):
                    self.fields.add(str(row.get("field")).removeprefix("contact."))
                    self.text(row.get("value"))
            case "send_template":
                for row in rows(value(step, "languages")):
                    self.rule(row.get("rule"))
                self.texts(value(step, "mapping"))
            case "send_window" | "call_url" | "notify":
                self.texts({name: value(step, name) for name in ("text", "media", "url", "body", "title", "headers")})

    def rule(self, raw: object) -> None:
        try:
            rule = rules.parse(raw)
        except rules.RuleError:
            return
        for one in rules.tests(rule):
            if isinstance(one, rules.InList):
                self.lists.add(one.list)
        self.lists.update(rules.keys_used(rule))
        for name in rules.fields_used(rule):
            start, _, field = name.partition(".")
            if start == "contact":
                self.fields.add(field)

    def texts(self, given: object) -> None:
        if isinstance(given, Mapping):
            for one in given.values():
                self.texts(one)
        elif isinstance(given, list | tuple):
            for one in given:
                self.texts(one)
        else:
            self.text(given)

    def text(self, source: object) -> None:
        if not isinstance(source, str) or "{" not in source:
            return
        try:
            paths = Expression(source).paths
        except ExpressionError:
            return
        for path in paths:
            if path[0] == "contact" and len(path) > 1 and isinstance(path[1], str):
                self.fields.add(path[1])
            elif path[0] == "contact":
                self.all = True
