"""The ledger only grows, and the answer of a contact is what its lines say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.studio import T0, add_people
from whatsapp_studio.audience.consent import PURPOSES, Purpose
from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage import consents
from whatsapp_studio.storage.consents import ConsentStore
from whatsapp_studio.storage.db import Store

Line = tuple[Purpose, Consent, int]
_LINES = st.lists(
    st.tuples(st.sampled_from(PURPOSES), st.sampled_from(["yes", "no", "unknown"]), st.integers(0, 5)), max_size=12
)


def told(lines: Sequence[Line], purpose: Purpose) -> Consent:
    """What the lines of a purpose come to: a yes that is older than a no does not undo it."""
    state: Consent = "unknown"
    newest_no = -1
    for _purpose, said, at in (line for line in lines if line[0] == purpose):
        if said == "no":
            newest_no = max(newest_no, at)
        if said != "yes" or at >= newest_no:
            state = said
    return state


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store(tmp_path_factory.mktemp("ledger") / "studio.db")
    yield opened
    opened.close()


_NEXT = count(1, 2)


@given(_LINES)
def test_the_answer_follows_the_ledger(ledger: Store, lines: list[Line]) -> None:
    one, other = add_people(ledger, 2, first=next(_NEXT), marketing="unknown")
    with ledger.write() as conn:
        for n, (purpose, state, at) in enumerate(lines):
            moment = iso(T0 + timedelta(minutes=at))
            assert consents.record(conn, [one], purpose, state, f"source {n}", iso(T0), at=moment) == 1
    rows = ledger.rows("SELECT marketing, utility FROM contacts WHERE id IN (?, ?) ORDER BY id", (one, other))
    assert tuple(rows[0]) == (told(lines, "marketing"), told(lines, "utility"))
    assert tuple(rows[1]) == ("unknown", "unknown")
    history = ConsentStore(ledger).of(one)
    assert [(e.purpose, e.state, e.source) for e in reversed(history)] == [
        (purpose, state, f"source {n}") for n, (purpose, state, _at) in enumerate(lines)
    ]


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM consents", "UPDATE consents SET state = 'yes'", "UPDATE consents SET source = ''",
        "UPDATE consents SET at = ''", "UPDATE consents SET evidence = 'x'", "UPDATE consents SET wording = 'x'",
        "UPDATE consents SET recorded_at = ''", "UPDATE consents SET phone = ''", "UPDATE consents SET id = 99",
    ],
)  # fmt: skip
def test_what_was_said_stays(tmp_path: Path, change: str) -> None:
    store = Store(tmp_path / "studio.db")
    (id,) = add_people(store, 1)
    with store.write() as conn:
        consents.record(conn, [id], "marketing", "no", "shop", iso(T0), evidence="form", wording="News?")
    with pytest.raises(sqlite3.IntegrityError, match="what was said"), store.write() as conn:
        conn.execute(change)
    (line,) = ConsentStore(store).of(id)
    assert (line.state, line.source, line.evidence, line.wording) == ("no", "shop", "form", "News?")
    store.close()
