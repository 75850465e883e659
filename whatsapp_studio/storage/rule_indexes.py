"""Decides which indexes segments are answered by: one that holds every field of a rule, those it is equal to first.

Texts that SQL cannot compare as rules do (beyond ASCII, or with blanks around them) have an index of their own, so
that it is quickly known which there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.audience.rules import Group, Rule, Test, full_name, tests
from whatsapp_studio.storage.columns import column
from whatsapp_studio.storage.db import Store

_BEGIN, _ODD = "rule_", "rule_odd_"
_EQUAL = frozenset(("is", "is_one_of", "is_true", "is_false"))
# Every index makes each import slower.
MOST_SEGMENTS, MOST_FIELDS = 8, 6
# What Python takes off the ends of a text, as far as it is ASCII.
BLANKS = "char(9, 10, 11, 12, 13, 28, 29, 30, 31, 32)"


def odd(cell: str) -> str:
    """SQL: whether a text is not plain: beyond ASCII, or with blanks around it."""
    return (
        f"({cell} <> '' AND (length(CAST({cell} AS BLOB)) <> length({cell}) OR {cell} < '!'"
        f" OR rtrim({cell}, {BLANKS}) <> {cell}))"
    )


def odd_index(field: str) -> str:
    """The name of the index of a field's texts that are not plain."""
    return f"{_ODD}{field}"


def keep_up(store: Store, rules: Iterable[Rule]) -> None:
    """Make the indexes that these rules are answered by, and drop those that none asks for.

    Making one takes two or three seconds for a million contacts.
    """
    kinds = {**dict.fromkeys(STANDARD_FIELDS, "text"), **_custom(store)}
    wanted: dict[str, str] = {}
    for _, fields in zip(range(MOST_SEGMENTS), filter(None, (_fields(rule, kinds) for rule in rules)), strict=False):
        parts = [_cell(name) + (" COLLATE NOCASE" if kinds[name] == "text" else "") for name in fields]
        text = f"ON contacts ({', '.join(parts)})"
        wanted[_BEGIN + sha256(text.encode()).hexdigest()[:12]] = text
        for name in fields:
            if kinds[name] == "text":
                wanted[odd_index(name)] = f"ON contacts ({_cell(name)}) WHERE {odd(_cell(name))}"
    there = set(_ours(store.db.conn))
    if there == wanted.keys():
        return
    with store.write() as conn:
        for name in there - wanted.keys():
            conn.execute(f'DROP INDEX "{name}"')
        for name in wanted.keys() - there:
            conn.execute(f'CREATE INDEX "{name}" {wanted[name]}')


def _ours(conn: sqlite3.Connection) -> dict[str, str]:
    rows = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'contacts'")
    return {name: text for name, text in rows if name.startswith(_BEGIN)}


def _custom(store: Store) -> dict[str, str]:
    return {row["name"]: row["kind"] for row in store.rows("SELECT name, kind FROM fields")}


def _cell(name: str) -> str:
    return name if name in STANDARD_FIELDS else column(name)


def _fields(rule: Rule, kinds: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of a rule in the order of its index; none where the rule asks for nothing that an index holds."""
    first = [test.field for test in _needed(rule) if test.op in _EQUAL]
    found = dict.fromkeys(
        name
        for field in (*first, *(one.field for one in tests(rule) if isinstance(one, Test)))
        for start, _, name in [full_name(field).partition(".")]
        if start == "contact" and kinds.get(name, "list") != "list"
    )
    return tuple(found)[:MOST_FIELDS]


def _needed(rule: Rule) -> Iterator[Test]:
    """The tests that have to be true for the rule to be."""
    if isinstance(rule, Test):
        yield rule
    elif isinstance(rule, Group) and (rule.how == "all" or (rule.how == "any" and len(rule.rules) == 1)):
        for one in rule.rules:
            yield from _needed(one)
