"""Decides which fields of contacts have an index: those that rules of segments compare with a value."""

from __future__ import annotations

from collections.abc import Iterable

from whatsapp_studio.audience.rules import Rule, Test, full_name, tests
from whatsapp_studio.storage.columns import column
from whatsapp_studio.storage.db import Store

_BEGIN = "rule_"
# Comparisons that an index answers; the others look at every value anyway.
_ANSWERED = frozenset(
    ("is", "is_one_of", "more", "less", "at_least", "at_most", "before", "after", "in_last_days", "in_next_days",
     "is_true", "more_days_ago")
)  # fmt: skip
# Every index makes each import slower.
MOST = 12


def keep_up(store: Store, rules: Iterable[Rule]) -> tuple[str, ...]:
    """Make the indexes that these rules are answered by, and drop those that none asks for; returns their fields.

    Making one takes about three seconds for a million contacts.
    """
    kinds = {row["name"]: row["kind"] for row in store.rows("SELECT name, kind FROM fields")}
    asked: dict[str, None] = {}
    for rule in rules:
        for one in tests(rule):
            if isinstance(one, Test) and one.op in _ANSWERED:
                start, _, name = full_name(one.field).partition(".")
                if start == "contact" and name in kinds and kinds[name] != "list":
                    asked[name] = None
    wanted = tuple(asked)[:MOST]
    names = store.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'contacts'")
    there = {row["name"].removeprefix(_BEGIN) for row in names if row["name"].startswith(_BEGIN)}
    if there == set(wanted):
        return wanted
    with store.write() as conn:
        for name in there - set(wanted):
            conn.execute(f'DROP INDEX "{_BEGIN}{name}"')
        for name in set(wanted) - there:
            order = " COLLATE NOCASE" if kinds[name] == "text" else ""
            conn.execute(f'CREATE INDEX "{_BEGIN}{name}" ON contacts ({column(name)}{order})')
    return wanted
