"""What an import would do is told row by row, and is what it then does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.make_contacts import write_contacts
from tests.unit.services.test_intake_import import Studio, numbers
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.importing import ImportPlan, ReadOptions
from whatsapp_studio.audience.outcome import OUTCOME_ROWS, FieldChange, ImportOutcome
from whatsapp_studio.base.clock import Clock, SystemClock
from whatsapp_studio.base.progress import Cancelled


@pytest.fixture
def studio(tmp_path: Path, clock: Clock) -> Iterator[Studio]:
    made = Studio(tmp_path, clock)
    yield made
    made.store.close()


def foreseen(studio: Studio, text: str, **plan: object) -> ImportOutcome:
    return studio.contacts.outcome(studio.file(text), ImportPlan(**{"country": "NL", **plan}))  # type: ignore[arg-type]


def test_what_is_added_updated_and_left_out(studio: Studio) -> None:
    studio.contacts.add_field(CustomField(name="member", label="Member", kind="boolean"))
    studio.contacts.add_field(CustomField(name="tags", label="Tags", kind="list"))
    studio.take("phone,first name,member,tags\n0612345601,Maria,ja,a; b\n0612345602,Jan,,\n")
    before = studio.everything()
    text = (
        "phone,first name,member,tags,city\n0612345601,Mies,nee,b; c,Delft\n0612345602,Jan,,,\n"
        "0612345603,Zoë,,,\n0612345603,Zoë,,,\nx,,,,\n"
    )
    outcome = foreseen(studio, text, consent_source="form")
    assert numbers(outcome.result) == (1, 2, 1, 1)
    assert (outcome.result.errors_file, outcome.result.duplicates_file) == (None, None)
    maria, jan = outcome.updated
    assert (maria.line, maria.phone, maria.name) == (2, "+31612345601", "Mies")
    assert maria.changes == (
        FieldChange("first_name", "Maria", "Mies"), FieldChange("member", True, False),
        FieldChange("tags", ("a", "b"), ("b", "c")), FieldChange("city", None, "Delft"),
        FieldChange("marketing", "unknown", "yes"),
    )  # fmt: skip
    assert jan.changes == (FieldChange("marketing", "unknown", "yes"),)
    [zoe] = outcome.added
    assert (zoe.line, zoe.name) == (4, "Zoë")
    assert zoe.changes == (
        FieldChange("country", None, "NL"), FieldChange("first_name", None, "Zoë"),
        FieldChange("marketing", None, "yes"),
    )  # fmt: skip
    again, bad = outcome.skipped
    assert again.problem is not None
    assert bad.problem is not None
    assert (again.line, again.phone, again.problem.code) == (5, "+31612345603", "duplicate-in-file")
    assert (bad.line, bad.cells, bad.problem.code) == (6, ("x", "", "", "", ""), "phone-not-a-number")
    assert studio.everything() == before
    assert list(studio.paths.exports.iterdir()) == []


def test_what_is_kept_does_not_change(studio: Studio) -> None:
    studio.take("phone,first name\n0612345601,Maria\n0612345602,Jan\n")
    outcome = foreseen(
        studio, "phone,first name,optin\n0612345601,Mies,ja\n0612345602,Piet,nee\n", on_duplicate="keep",
        consent_source="form",
    )  # fmt: skip
    assert [row.changes for row in outcome.updated] == [(), (FieldChange("marketing", "unknown", "no"),)]
    assert numbers(outcome.result) == (0, 0, 2, 0)


def test_the_first_rows_of_each_kind(studio: Studio) -> None:
    made = write_contacts(studio.folder / "many.csv", 6_000, bad=0.1, repeated=0.1)
    outcome = studio.contacts.outcome(made.path, ImportPlan(country="NL"))
    assert (outcome.result.added, outcome.result.duplicates, outcome.result.invalid) == (
        made.good, made.repeated, made.bad,
    )  # fmt: skip
    assert (len(outcome.added), len(outcome.skipped), outcome.updated) == (OUTCOME_ROWS, OUTCOME_ROWS, ())
    lines = [row.line for row in outcome.added]
    assert lines == sorted(lines)

    class Stop:
        def report(self, done: int, total: int | None = None) -> None:
            pass

        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        studio.contacts.outcome(made.path, ImportPlan(country="NL"), Stop())


phones = st.sampled_from(
    ["0612345601", "+31612345601", "0612345602", "+5511987654321", "+551187654321", "+5491123456789", "x", ""]
)
names = st.sampled_from(["", "Maria", "Jan"])
answers = st.sampled_from(["ja", "nee", ""])
people = st.lists(st.tuples(phones, names, answers), min_size=1, max_size=8).filter(lambda rows: any(map(any, rows)))


def test_the_import_does_what_was_foreseen(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any rows after any other rows, in any mode: counts and every value are as foreseen."""

    @settings(max_examples=15)
    @given(people, people, st.sampled_from(["update", "keep"]), st.sampled_from(["", "form"]))
    def run(
        first: list[tuple[str, str, str]], second: list[tuple[str, str, str]], mode: str, source: str
    ) -> None:  # fmt: skip
        studio = Studio(tmp_path_factory.mktemp("any"), SystemClock())
        plan = {
            "on_duplicate": mode, "consent_source": source, "options": ReadOptions(has_header=True, delimiter=","),
            "mapping": {"phone": "phone", "name": "first_name", "optin": "marketing"},
        }  # fmt: skip
        for rows in (first, second):
            text = "phone,name,optin\n" + "".join(",".join(row) + "\n" for row in rows)
            before = {contact.phone: contact for contact in studio.all()}
            outcome = foreseen(studio, text, **plan)
            result = studio.take(text, **plan)
            assert numbers(outcome.result) == numbers(result)
            after = {contact.phone: contact for contact in studio.all()}
            assert {row.phone for row in outcome.added} == after.keys() - before.keys()
            for row in (*outcome.added, *outcome.updated):
                changes = {change.field: change.after for change in row.changes}
                old = before.get(row.phone)
                assert after[row.phone].first_name == changes.get("first_name", old.first_name if old else "")
                later_no = any(
                    said == "nee" and skipped.phone == row.phone
                    for skipped in outcome.skipped
                    for *_, said in [skipped.cells]
                )
                expected = changes.get("marketing", old.marketing if old else "unknown")
                assert after[row.phone].marketing == ("no" if later_no else expected)
        studio.store.close()

    run()
