"""Who is never written to: numbers and beginnings of numbers, in every spelling, until they end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fixtures.studio import T0
from tests.fixtures.studio import add_people as add_some
from whatsapp_studio.audience.suppression import read_entry
from whatsapp_studio.base.clock import FastClock, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.consent import Consents
from whatsapp_studio.storage import suppressions
from whatsapp_studio.storage.contacts import blocked_sql, opted_out_sql
from whatsapp_studio.storage.db import Store

HOUR = timedelta(hours=1)


def phone_of(n: int) -> str:
    return f"+316{12345600 + n}"


def add_people(store: Store, n: int) -> list[int]:
    return add_some(store, n, first=12345601)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "studio.db")
    yield opened
    opened.close()


@pytest.fixture
def consent(store: Store) -> Consents:
    return Consents(store, FastClock(T0, 1), lambda _changes: None, lambda: "NL")


def blocked(store: Store, condition: str) -> list[str]:
    return [row[0] for row in store.rows(f"SELECT c.phone FROM contacts c WHERE {condition} ORDER BY c.id")]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("+3190*", ("+3190", True)), ("0031 90…", ("+3190", True)), ("+31 6 12345601", ("+31612345601", False)),
        ("0612345601", ("+31612345601", False)), ("90*", "prefix-needs-plus"), ("+*", "prefix-length"),
        ("+123456789012345*", "prefix-length"),
    ],
)  # fmt: skip
def test_what_may_stand_on_the_list(text: str, read: tuple[str, bool] | str) -> None:
    assert read_entry(text, "NL") == read


def test_a_beginning_blocks_everybody_below_it(store: Store, consent: Consents) -> None:
    add_people(store, 3)
    done = consent.suppress(["+3161234560*", phone_of(2), "not a number"])
    assert (done.added, done.known, [text for _line, text, _problem in done.invalid]) == (2, 0, ["not a number"])
    assert blocked(store, blocked_sql) == [phone_of(n) for n in (1, 2, 3)]
    consent.unsuppress(["+3161234560*"])
    assert blocked(store, blocked_sql) == [phone_of(2)]


def test_metas_stop_blocks_marketing_alone(store: Store) -> None:
    add_people(store, 1)
    with store.write() as conn:
        suppressions.suppress(conn, [(phone_of(1), False)], "meta-stop", "", iso(T0))
    assert (blocked(store, blocked_sql), blocked(store, opted_out_sql)) == ([], [phone_of(1)])


def test_what_blocks_a_number_is_named_in_both_spellings(store: Store) -> None:
    conn = store.db.conn
    with store.write():
        suppressions.suppress(conn, [("+5511987654321", False)], "complaint", "", iso(T0))
        suppressions.suppress(conn, [("+3190", True), ("+319", True)], "by-hand", "", iso(T0))
    assert suppressions.why(conn, "+551187654321") == ("complaint", "+5511987654321")
    assert suppressions.why(conn, "+31901234567") == ("by-hand", "+3190")
    assert suppressions.why(conn, "+31612345601") is None
    with store.write():
        assert suppressions.lift(conn, [("+551187654321", False)]) == [("+551187654321", False)]
    assert suppressions.why(conn, "+5511987654321") is None


def test_an_entry_ends_by_itself(store: Store, consent: Consents) -> None:
    consent.suppress([phone_of(1), "+3190*"], until=T0 + HOUR)
    consent.suppress([phone_of(2)])
    with store.write() as conn:
        assert suppressions.sweep(conn, T0 + HOUR / 2) == 0
        assert suppressions.sweep(conn, T0 + HOUR) == 2
    assert [one.value for one in consent.suppressions()] == [phone_of(2)]
    with pytest.raises(UserError, match="suppression-ended"):
        consent.suppress([phone_of(3)], until=T0 - HOUR)


def test_the_later_end_and_the_persons_own_reason_stay(store: Store, consent: Consents) -> None:
    consent.suppress([phone_of(1)], "opted-out", until=None)
    consent.suppress([phone_of(1)], "by-hand", until=T0 + HOUR)
    (one,) = consent.suppressions()
    assert (one.reason, one.until) == ("opted-out", None)


def test_what_is_exported_is_imported_again(store: Store, consent: Consents, tmp_path: Path) -> None:
    consent.suppress([phone_of(1)], "complaint", until=T0 + HOUR, source="letter")
    consent.suppress(["+3190*"])
    before = {(one.value, one.is_prefix, one.reason, one.until) for one in consent.suppressions()}
    assert consent.export_suppressions(tmp_path / "list.csv") == 2
    consent.unsuppress([phone_of(1), "+3190*"])
    assert consent.import_suppressions(tmp_path / "list.csv").added == 2
    assert {(one.value, one.is_prefix, one.reason, one.until) for one in consent.suppressions()} == before


def test_lines_that_are_no_numbers_are_named_and_the_others_count(consent: Consents, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("number,reason,until\n0612345601,complaint,\nhello,,\n+3190*,,someday\n", encoding="utf-8")
    done = consent.import_suppressions(table)
    assert done.added == 1
    assert [(line, problem.code) for line, _text, problem in done.invalid] == [
        (3, "phone-not-a-number"), (4, "suppression-until-unclear")
    ]  # fmt: skip


def test_who_is_let_in_again_has_said_nothing(store: Store, consent: Consents) -> None:
    (id,) = add_people(store, 1)
    consent.suppress([phone_of(1)], "opted-out", source="phone call")
    assert [(one.state, one.source) for one in consent.history(id)] == [("no", "phone call")]
    consent.unsuppress([phone_of(1)])
    assert consent.history(id)[0].state == "unknown"
    assert store.value("SELECT marketing FROM contacts") == "unknown"


def test_keywords_are_changed_and_put_back(consent: Consents) -> None:
    assert consent.listener().asks("doei") is None
    consent.save_keywords("nl", "stop", ["Doei", " doei ", ""], "Tot ziens")
    heard = consent.listener().heard("DOEI!", "nl")
    assert heard is not None
    assert (heard.kind, heard.reply) == ("stop", "Tot ziens")
    with pytest.raises(UserError, match="keyword-taken"):
        consent.save_keywords("nl", "start", ["doei"])
    consent.reset_keywords("nl", "stop")
    assert consent.listener().asks("doei") is None and consent.listener().asks("afmelden") == "stop"


def test_practice_is_switched_and_its_people_kept(consent: Consents) -> None:
    assert consent.practice().on is False
    consent.set_practice(True)
    consent.set_practice_people([phone_of(1), phone_of(2), phone_of(1)])
    consent.set_practice_people([phone_of(2)])
    assert (consent.practice().on, consent.practice().people) == (True, (phone_of(2),))
