"""What an import does to the workspace, and what it never does."""

from __future__ import annotations

import csv
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Protocol

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.make_contacts import write_contacts
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.importing import ImportPlan, ImportResult, ReadOptions
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes, tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths, resource
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.base.words_audience import WORDS
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.tombstones import bury


class SettableClock(Clock, Protocol):
    def forward(self, by: float = 0.0, **parts: float) -> None: ...


class Studio:
    """A workspace with contacts, and a folder for files."""

    def __init__(self, root: Path, clock: Clock) -> None:
        self.paths = WorkspacePaths(root / "workspace")
        self.paths.create()
        self.store = Store(self.paths.database)
        self.told: list[Changes] = []
        self.contacts = Contacts(self.store, self.paths, clock, self.told.append)
        self.folder = root

    def file(self, text: str, name: str = "contacts.csv") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def take(self, text: str, **plan: object) -> ImportResult:
        """Import text with the Netherlands as country; the parts must add up to the rows."""
        result = self.contacts.import_file(self.file(text), ImportPlan(**{"country": "NL", **plan}))  # type: ignore[arg-type]
        assert result.rows == result.added + result.updated + result.duplicates + result.invalid
        return result

    def all(self) -> list[Contact]:
        return self.contacts.get_many(self.contacts.ids())

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, for "nothing changed"."""
        names = [row["name"] for row in self.store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [tuple(row) for row in self.store.rows(f'SELECT * FROM "{name}"')] for name in names}


@pytest.fixture
def studio(tmp_path: Path, clock: Clock) -> Iterator[Studio]:
    made = Studio(tmp_path, clock)
    yield made
    made.store.close()


def numbers(result: ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.updated, result.duplicates, result.invalid


def rows_of(path: str | None) -> list[dict[str, str]]:
    assert path is not None
    text = Path(path).read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))


def test_a_first_import(studio: Studio) -> None:
    result = studio.take(
        "Telefoonnummer;Voornaam;Achternaam;Taal;Stad\n"
        "0612345678;Maria;de Vries;nl-NL;Delft\n"
        "06-12345602;Zoë;'t Hart;Duits;'s-Gravenhage\n"
        "6,12E+08;Ellen;Excel;nl;Delft\n"
        "06 1234 5678;Maria;Dubbel;nl;Leiden\n",
        list_name="Spring",
    )
    assert numbers(result) == (2, 0, 1, 1)
    maria, zoe = studio.all()
    assert (maria.phone, maria.last_name, maria.language, maria.country) == ("+31612345678", "de Vries", "nl", "NL")
    assert (zoe.first_name, zoe.last_name, zoe.language, zoe.fields) == (
        "Zoë",
        "'t Hart",
        "de",
        {"stad": "'s-Gravenhage"},
    )
    assert {contact.marketing for contact in studio.all()} == {"unknown"}
    assert [(found.id, found.name, found.size) for found in studio.contacts.lists()] == [(result.list_id, "Spring", 2)]
    assert studio.contacts.fields() == [CustomField(name="stad", label="Stad")]
    assert studio.told == [Changes(contacts=True, lists=True)]
    [refused] = rows_of(result.errors_file)
    assert (refused["line"], refused["Achternaam"], refused["Telefoonnummer"]) == ("4", "Excel", "6,12E+08")
    assert "lost its digits" in refused["reason"]
    [repeated] = rows_of(result.duplicates_file)
    assert (repeated["line"], repeated["Achternaam"]) == ("5", "Dubbel")


def test_a_clean_import_leaves_no_files(studio: Studio) -> None:
    result = studio.take("phone\n0612345678\n")
    assert (result.errors_file, result.duplicates_file, result.list_id) == (None, None, None)
    assert list(studio.paths.exports.iterdir()) == []


def test_updating_keeps_what_the_file_does_not_say(studio: Studio) -> None:
    studio.take("phone,first name,last name,city\n0612345678,Maria,de Vries,Delft\n")
    result = studio.take("phone,first name,last name,city\n+31612345678,Mies,,\n0612345602,Jan,,\n")
    assert numbers(result) == (1, 1, 0, 0)
    maria = studio.all()[0]
    assert (maria.first_name, maria.last_name, maria.fields) == ("Mies", "de Vries", {"city": "Delft"})
    assert studio.contacts.count(ContactQuery(search="mies")) == 1
    assert studio.contacts.count(ContactQuery(search="maria")) == 0


def test_keeping_leaves_known_contacts_alone(studio: Studio) -> None:
    studio.take("phone,first name\n0612345678,Maria\n")
    result = studio.take(
        "phone,first name\n0612345678,Mies\n0612345602,Jan\n0612345602,Piet\n",
        on_duplicate="keep", list_name="All", consent_source="form",
    )  # fmt: skip
    assert numbers(result) == (1, 0, 2, 0)
    assert [(contact.first_name, contact.marketing) for contact in studio.all()] == [
        ("Maria", "unknown"),
        ("Jan", "yes"),
    ]
    # The list is of everybody in the file.
    assert studio.contacts.lists()[0].size == 2
    assert len(rows_of(result.duplicates_file)) == 1


def test_consent_with_its_source_and_date(studio: Studio) -> None:
    when = datetime(2026, 1, 31, 12, tzinfo=UTC)
    studio.take("phone\n0612345678\n", consent_source=" Shop form ", consent_at=when)
    assert studio.all()[0].marketing == "yes"
    assert studio.contacts.ledger("+31612345678") == [
        ("yes", "Shop form", "2026-01-31T12:00:00.000+00:00", "contacts.csv:2")
    ]  # fmt: skip


def test_consent_of_a_column_needs_a_source_too(studio: Studio) -> None:
    text = "phone,toestemming\n0612345601,ja\n0612345602,nee\n0612345603,\n"
    studio.take(text)
    assert [contact.marketing for contact in studio.all()] == ["unknown", "no", "unknown"]
    studio.take(text, consent_source="Shop form")
    assert [contact.marketing for contact in studio.all()] == ["yes", "no", "unknown"]


def test_an_opt_out_is_never_overwritten(studio: Studio) -> None:
    studio.take("phone\n0612345601\n0612345602\n0612345603\n0612345604\n", consent_source="form")
    studio.contacts.set_consent([1], "no", "phone call")
    studio.contacts.block(["+31612345602", "+31612345605"], "opted-out", "STOP")
    studio.contacts.block(["+31612345603", "+31612345606"], "by-hand", "")
    studio.contacts.set_consent([4], "no", "letter")
    studio.contacts.delete([4])
    studio.take("phone\n" + "".join(f"061234560{n}\n" for n in range(1, 8)), consent_source="bought list")
    after = {contact.phone[-1]: (contact.marketing, contact.blocked) for contact in studio.all()}
    assert after == {
        "1": ("no", True), "2": ("no", True), "3": ("yes", True), "4": ("no", True), "5": ("no", True),
        "6": ("unknown", True), "7": ("yes", False),
    }  # fmt: skip
    heard = {
        n: [(state, source) for state, source, *_ in studio.contacts.ledger(f"+3161234560{n}")] for n in range(1, 8)
    }
    assert [source for said in heard.values() for _, source in said].count("bought list") == 1
    assert heard[1] == [("no", "phone call"), ("yes", "form")]
    assert heard[7] == [("yes", "bought list")]


ANSWERS = list(product(["yes", "no", "unknown", None], ["", "opted-out", "meta-stop", "by-hand"], ["ja", "nee", ""]))


@pytest.mark.parametrize("source", ["", "form"])
@pytest.mark.parametrize("mode", ["update", "keep"])
def test_whose_answer_counts(studio: Studio, source: str, mode: str) -> None:
    cases = {f"+316123456{n:02d}": case for n, case in enumerate(ANSWERS)}
    known = [phone for phone, (now, _, _) in cases.items() if now is not None]
    studio.take("phone\n" + "".join(f"{phone}\n" for phone in known))
    for contact in studio.all():
        if cases[contact.phone][0] in ("yes", "no"):
            studio.contacts.set_consent([contact.id], cases[contact.phone][0], "before")  # type: ignore[arg-type]
    with studio.store.write() as conn:
        # Straight into the table: block() would change the answer as well.
        conn.executemany(
            "INSERT INTO suppressions (phone, reason, source, at) VALUES (?, ?, '', '2026-01-01T00:00:00.000+00:00')",
            [(phone, reason) for phone, (_, reason, _) in cases.items() if reason],
        )
    text = "phone,optin\n" + "".join(f"{phone},{said}\n" for phone, (_, _, said) in cases.items())
    studio.take(text, on_duplicate=mode, consent_source=source)
    assert len(studio.all()) == len(cases) == 48
    for contact in studio.all():
        now, reason, said = cases[contact.phone]
        written = now is None or mode == "update"
        if now != "no" and said == "nee":
            heard = ["no"]
        else:
            heard = ["yes"] if now != "no" and said == "ja" and source and not reason and written else []
        opted_out = now == "no" or (reason in ("opted-out", "meta-stop") and written)
        expected = heard[0] if heard else "no" if opted_out else now or "unknown"
        ledger = [state for state, where, *_ in studio.contacts.ledger(contact.phone) if where != "before"]
        assert (contact.marketing, ledger) == (expected, heard), (now, reason, said)
        assert contact.blocked == (expected == "no" or bool(reason))


def test_an_opt_out_in_the_file_beats_yes(studio: Studio) -> None:
    studio.take("phone\n0612345601\n0612345602\n", consent_source="form")
    result = studio.take(
        "phone,optin\n0612345601,no\n0612345603,yes\n0612345603,no\n0612345602,no\n",
        on_duplicate="keep",
        consent_source="new",
    )
    assert numbers(result) == (1, 0, 3, 0)
    assert [contact.marketing for contact in studio.all()] == ["no", "no", "no"]
    assert [state for state, *_ in studio.contacts.ledger("+31612345603")] == ["no"]


def test_typed_fields(studio: Studio) -> None:
    text = 'phone,Points,Last order,Member,Code\n0612345678,"1.250,5",31-01-2026,ja,007\n0612345602,,,,\n'
    result = studio.take(text, new_kinds={"Points": "number", "Last order": "date", "Member": "boolean"})
    assert numbers(result) == (2, 0, 0, 0)
    assert studio.all()[0].fields == {"points": 1250.5, "last_order": "2026-01-31", "member": True, "code": "007"}
    assert [field.kind for field in studio.contacts.fields()] == ["number", "date", "boolean", "text"]
    # The fields are known the next time, and keep their kinds.
    later = studio.take("phone;points;code\n0612345603;12;x\n0612345604;many;y\n")
    assert numbers(later) == (1, 0, 0, 1)
    [refused] = rows_of(later.errors_file)
    assert "“many” in the column “points” is not a number" in refused["reason"]
    assert len(studio.contacts.fields()) == 4


def test_a_new_field_is_text_where_one_value_does_not_fit(studio: Studio) -> None:
    rows = "".join(f"06123{n},{n},2026-01-01,x\n" for n in range(40_000, 42_500))
    text = f"phone,Code,Day,Note\n{rows}0612345678,12A,soon,x\n0612345678,,,\nx,,,\n"
    preview = studio.contacts.preview(studio.file(text), country="NL")
    assert preview.kinds == {"phone": "text", "Code": "number", "Day": "date", "Note": "text"}
    result = studio.take(text, new_kinds=preview.kinds)
    assert numbers(result) == (2_501, 0, 1, 1)
    assert [field.kind for field in studio.contacts.fields()] == ["text", "text", "text"]
    assert studio.all()[-1].fields == {"code": "12A", "day": "soon", "note": "x"}
    assert len(rows_of(result.errors_file)) == len(rows_of(result.duplicates_file)) == 1


def test_a_mapping_can_name_columns_freely(studio: Studio) -> None:
    studio.contacts.add_field(CustomField(name="city", label="City"))
    result = studio.take(
        "a,b,c,d\n0612345678,Maria,Delft,VIP\n",
        mapping={"a": "phone", "b": "first_name", "c": "city", "d": "new:Customer type"},
    )
    assert numbers(result) == (1, 0, 0, 0)
    assert studio.all()[0].fields == {"city": "Delft", "customer_type": "VIP"}
    # A name nobody knows is a new field; a label of a known field is that field.
    studio.take("a,b,c\n0612345602,x,y\n", mapping={"a": "phone", "b": "voucher", "c": "new:CITY"})
    assert studio.all()[1].fields == {"city": "y", "customer_type": None, "voucher": "x"}


def test_the_mapping_is_remembered_for_the_same_columns(studio: Studio) -> None:
    studio.take("a,b,c\n0612345678,Maria,x\n", mapping={"a": "phone", "b": "first_name", "c": "new:Code"})
    preview = studio.contacts.preview(studio.file("A,B,C\n0612345602,Jan,y\n"), country="NL")
    assert preview.mapping == {"A": "phone", "B": "first_name", "C": "code"}
    assert numbers(studio.take("A,B,C\n0612345602,Jan,y\n")) == (1, 0, 0, 0)
    assert studio.all()[1].fields == {"code": "y"}


@pytest.mark.parametrize(("mapping", "code"), [
    ({"x": "phone"}, "import-no-such-column"), ({"a": "first_name"}, "import-no-phone-column"),
    ({"a": "phone", "b": "phone"}, "import-field-twice"),
])  # fmt: skip
def test_a_mapping_that_does_not_fit(studio: Studio, mapping: dict[str, str], code: str) -> None:
    before = studio.everything()
    with pytest.raises(UserError, match=code):
        studio.take("a,b\n0612345678,x\n", mapping=mapping)
    assert studio.everything() == before


def test_a_dry_run_says_what_an_import_would_do_and_does_not(studio: Studio) -> None:
    studio.take("phone,first name\n0612345678,Maria\n")
    before, told = studio.everything(), len(studio.told)
    text = "phone,first name,city\n0612345678,Mies,Delft\n0612345602,Jan,\n0612345602,Jan,\nx,,\n"
    for keep in ("update", "keep"):
        tried = studio.take(text, on_duplicate=keep, dry_run=True, list_name="New", consent_source="form")
        assert tried.dry_run
        assert studio.everything() == before
        assert len(studio.told) == told
        assert len(rows_of(tried.errors_file)) == 1
    done = studio.take(text, on_duplicate="keep", list_name="New", consent_source="form")
    assert numbers(done) == numbers(tried)


def test_a_dry_run_works_where_nothing_can_be_written(studio: Studio, clock: Clock) -> None:
    studio.take("phone\n0612345678\n")
    second = Store(studio.paths.database, read_only=True)
    result = Contacts(second, studio.paths, clock, tell_nobody).import_file(
        studio.file("phone\n0612345678\n0612345602\n"), ImportPlan(country="NL", dry_run=True)
    )
    second.close()
    assert numbers(result) == (1, 1, 0, 0)


def test_two_spellings_are_one_person(studio: Studio) -> None:
    studio.contacts.save(Contact(id=0, phone="+5511987654321", first_name="João"))
    studio.contacts.save(Contact(id=0, phone="+541123456789", first_name="Sofía"))
    # Somebody known to Meta by an id that is not the number as written.
    studio.contacts.save(Contact(id=0, phone="+523312345678", wa_id="5215512345678", first_name="Ana"))
    result = studio.take(
        "phone,last name\n+55 11 8765 4321,Silva\n+55 11 98765-4321,Souza\n"
        "+54 9 11 2345 6789,Paz\n+52 1 55 1234 5678,Luz\n"
    )
    assert numbers(result) == (0, 3, 1, 0)
    assert [(contact.phone, contact.last_name) for contact in studio.all()] == [
        ("+5511987654321", "Silva"), ("+541123456789", "Paz"), ("+523312345678", "Luz")
    ]  # fmt: skip


def test_an_opt_out_under_another_spelling_counts(studio: Studio) -> None:
    studio.contacts.block(["+551187654321"], "opted-out", "STOP")
    studio.take("phone\n+55 11 98765-4321\n", consent_source="form")
    assert [(contact.marketing, contact.blocked) for contact in studio.all()] == [("no", True)]


def test_a_person_who_was_erased_does_not_come_again(studio: Studio) -> None:
    with studio.store.write() as conn:
        bury(conn, ["+31612345601", "+5511987654321"], "2026-03-03T09:00:00.000+00:00")
    text = "phone,first name\n0612345601,Maria\n+55 11 8765-4321,Ana\n0612345602,Jan\n"
    assert numbers(studio.take(text, dry_run=True)) == (1, 0, 0, 2)
    result = studio.take(text)
    assert numbers(result) == (1, 0, 0, 2)
    assert [contact.phone for contact in studio.all()] == ["+31612345602"]
    assert "was erased" in rows_of(result.errors_file)[0]["reason"]


def test_samples_become_real_when_imported_for_real(studio: Studio) -> None:
    studio.take("phone\n0612345601\n0612345602\n", is_sample=True)
    studio.take("phone\n0612345602\n")
    studio.take("phone\n0612345602\n0612345603\n", is_sample=True)
    assert studio.contacts.remove_sample() == 2
    assert [contact.phone for contact in studio.all()] == ["+31612345602"]


def test_the_list_of_an_earlier_import_grows(studio: Studio) -> None:
    first = studio.take("phone\n0612345601\n", list_name="Spring")
    second = studio.take("phone\n0612345602\n", list_name=" SPRING ")
    assert first.list_id == second.list_id
    assert studio.contacts.lists()[0].size == 2


def test_notes_count_what_was_left_out(studio: Studio) -> None:
    result = studio.take("phone,language,time zone\n0612345601,Klingon,Mars\n0612345602,nl,Europe/Amsterdam\n")
    assert result.notes == {"language-unknown": 1, "time-zone-unknown": 1}
    assert numbers(result) == (2, 0, 0, 0)


class StopAfter:
    """Progress that asks to stop at its n-th question."""

    def __init__(self, n: int) -> None:
        self.left = n
        self.reports: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.reports.append((done, total))

    def cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_cancelling_anywhere_leaves_everything_as_before(studio: Studio) -> None:
    path = write_contacts(studio.folder / "many.csv", 12_000).path
    studio.take("phone\n0612345678\n")
    before = studio.everything()
    plan = ImportPlan(country="NL", consent_source="form", list_name="Many")
    stops = 0
    while True:
        progress = StopAfter(stops)
        try:
            result = studio.contacts.import_file(path, plan, progress)
        except Cancelled:
            assert studio.everything() == before
            assert list(studio.paths.exports.iterdir()) == []
            stops += 1
        else:
            break
    # Asked while reading (each 2,000 rows and at the end) and between the parts of the merge.
    assert stops >= 10
    assert result.rows == 12_000
    assert [done for done, _ in progress.reports] == sorted(done for done, _ in progress.reports)
    assert progress.reports[-1] == (12_000, 12_000)


def test_trouble_in_the_middle_leaves_everything_as_before(studio: Studio) -> None:
    rows = "".join(f"06123{n:05d}\n" for n in range(40_000, 43_000))
    before = studio.everything()
    bad = studio.folder / "bad.csv"
    bad.write_bytes(("phone\n" + rows).encode() + b"06123456\xff\xfe\n" + b"x" * 10)
    with pytest.raises(UserError, match="import-wrong-encoding"):
        studio.contacts.import_file(bad, ImportPlan(country="NL", options=ReadOptions(encoding="utf-8")))
    with pytest.raises(UserError, match="import-open-quote"):
        studio.take("phone,name\n" + '0612345678,"Maria\n' + "0612345602,Jan\n" * 10_000)
    assert studio.everything() == before
    assert list(studio.paths.exports.iterdir()) == []
    # The connection is as it was: the next import works.
    assert numbers(studio.take("phone\n0612345678\n")) == (1, 0, 0, 0)


def test_a_full_disk_leaves_everything_as_before(studio: Studio) -> None:
    studio.take("phone\n0612345678\n")
    before = studio.everything()
    path = write_contacts(studio.folder / "many.csv", 5_000).path
    pages = studio.store.value("PRAGMA page_count")
    studio.store.db.conn.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorldError, match="disk-full"):
        studio.contacts.import_file(path, ImportPlan(country="NL", consent_source="form"))
    studio.store.db.conn.execute("PRAGMA max_page_count = 1000000")
    assert studio.everything() == before
    assert list(studio.paths.exports.iterdir()) == []
    assert studio.contacts.import_file(path, ImportPlan(country="NL")).rows == 5_000


def test_refused_rows_that_cannot_be_kept_stop_the_import(studio: Studio) -> None:
    before = studio.everything()
    studio.paths.exports.rmdir()
    studio.paths.exports.write_text("a file where the folder should be")
    with pytest.raises(WorldError, match="rejects-not-written") as caught:
        studio.take("phone\n0612345678\nx\n")
    assert WORDS["rejects-not-written"][1].format_map(caught.value.facts)
    assert studio.everything() == before
    # Nothing to hand back: nothing to write.
    assert numbers(studio.take("phone\n0612345678\n")) == (1, 0, 0, 0)


def test_a_read_only_workspace_says_so_at_once(studio: Studio, clock: Clock) -> None:
    second = Store(studio.paths.database, read_only=True)
    with pytest.raises(WorldError, match="workspace-read-only"):
        Contacts(second, studio.paths, clock, tell_nobody).import_file(studio.folder / "not there.csv", ImportPlan())
    second.close()


def test_others_read_on_while_an_import_writes(studio: Studio) -> None:
    path = write_contacts(studio.folder / "many.csv", 5_000).path
    studio.take("phone,first name\n0612345678,Maria\n")
    other = Store(studio.paths.database)
    seen = []

    class Reading(StopAfter):
        def report(self, done: int, total: int | None = None) -> None:
            found = [other.value(f"SELECT count(*) FROM {table}") for table in ("contacts", "lists", "fields")]
            seen.append((*found, other.value("SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH 'maria'")))

    studio.contacts.import_file(path, ImportPlan(country="NL", list_name="Many"), Reading(1000))
    # Nothing of it is seen before all of it is.
    assert set(seen) == {(1, 0, 0, 1)}
    assert len(seen) >= 5
    assert other.value("SELECT count(*) FROM contacts") == studio.contacts.count() > 4_000
    other.close()


def test_the_number_as_written_is_kept_where_it_differs(studio: Studio) -> None:
    studio.take("phone\n06-12345601\n+31612345602\n")
    studio.take("phone\n0612345601\n")
    assert [contact.raw_phone for contact in studio.all()] == ["06-12345601", ""]


def test_mended_numbers_are_counted(studio: Studio) -> None:
    result = studio.take("phone\n31612345601\n31612345602\n612345603\n31612345604.0\n0612345605\n3.1E+10\n")
    assert numbers(result) == (5, 0, 0, 1)
    assert result.notes == {"phone-plus-restored": 2, "phone-zero-restored": 1, "phone-float-mended": 1}


def test_one_import_at_a_time(studio: Studio) -> None:
    path = studio.file("phone\n0612345678\n")
    codes = []

    class Nested(StopAfter):
        def report(self, done: int, total: int | None = None) -> None:
            with pytest.raises(UserError) as caught:
                studio.contacts.import_file(path, ImportPlan(country="NL"))
            codes.append(caught.value.code)

    studio.contacts.import_file(path, ImportPlan(country="NL"), Nested(1000))
    assert codes == ["import-busy"]


def test_refused_rows_can_be_mended_and_imported(studio: Studio) -> None:
    first = studio.take("phone;first name;city\n+31 6 abc;Maria;Delft\n")
    assert first.errors_file is not None
    text = Path(first.errors_file).read_text("utf-8-sig")
    assert "'+31 6 abc" in text
    mended = studio.folder / "mended.csv"
    mended.write_text(text.replace("+31 6 abc", "+31 6 12345678"), encoding="utf-8-sig")
    assert numbers(studio.contacts.import_file(mended, ImportPlan(country="NL"))) == (1, 0, 0, 0)
    assert studio.all()[0].fields == {"city": "Delft"}


def test_refused_cells_cannot_run_in_a_spreadsheet(studio: Studio) -> None:
    result = studio.take('phone,name,note\nx,=1+1,"@SUM(A1)"\n')
    [refused] = rows_of(result.errors_file)
    assert (refused["name"], refused["note"]) == ("'=1+1", "'@SUM(A1)")


def test_memory_does_not_grow_with_the_file(studio: Studio) -> None:
    # What is loaded and compiled once and for all does not count.
    studio.take("phone\n0612345678\nx\n")
    peaks = []
    for n in (16_000, 32_000):
        path = write_contacts(studio.folder / f"{n}.csv", n, bad=0.3, repeated=0.3).path
        tracemalloc.start()
        studio.contacts.import_file(path, ImportPlan(country="NL", consent_source="form"))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_made_up_contacts_are_what_their_maker_says(studio: Studio) -> None:
    made = write_contacts(studio.folder / "made.csv", 5_000, seed=3)
    result = studio.contacts.import_file(made.path, ImportPlan(country="NL", consent_source="form"))
    assert (result.rows, result.added, result.duplicates, result.invalid) == (5_000, made.good, made.repeated, made.bad)
    assert write_contacts(studio.folder / "again.csv", 5_000, seed=3).path.read_bytes() == made.path.read_bytes()


def test_the_sample_shows_failures_of_several_kinds(studio: Studio) -> None:
    from whatsapp_studio.sandbox.reserved import RESERVED

    result = studio.contacts.import_file(
        resource("samples/contacts.csv"), ImportPlan(country="NL", consent_source="Shop", is_sample=True)
    )
    assert 200 <= result.added <= 260
    assert result.duplicates == 3
    assert len({row["reason"] for row in rows_of(result.errors_file)}) == result.invalid == 7
    people = studio.all()
    assert len({contact.country for contact in people}) == 9
    assert {contact.marketing for contact in people} == {"yes", "no", "unknown"}
    assert all(contact.language for contact in people)
    endings = {
        RESERVED[contact.phone].code or RESERVED[contact.phone].act for contact in people if contact.phone in RESERVED
    }
    assert len(endings) >= 12
    assert sum(not contact.fields["voucher"] for contact in people) == 5
    assert studio.contacts.remove_sample() == result.added


cells = st.sampled_from(
    ["0612345601", "+31612345601", "0612345602", "+5511987654321", "+551187654321", "x", "", "6.1E8"]
)
answers = st.sampled_from(["ja", "nee", ""])


def test_the_numbers_always_add_up(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any rows, twice, in any mode: the parts add up, nobody is there twice, and no opt-out is lost."""
    from whatsapp_studio.base.clock import SystemClock

    @settings(max_examples=40)
    @given(
        st.lists(st.tuples(cells, answers), min_size=1, max_size=12), st.sampled_from(["update", "keep"]),
        st.sampled_from(["", "form"]),
    )  # fmt: skip
    def run(rows: list[tuple[str, str]], mode: str, source: str) -> None:
        studio = Studio(tmp_path_factory.mktemp("any"), SystemClock())
        text = "phone,optin\n" + "".join(f"{phone},{answer}\n" for phone, answer in rows)
        filled = [row for row in rows if any(row)]
        plan = {"on_duplicate": mode, "consent_source": source, "options": ReadOptions(has_header=True, delimiter=",")}
        if not filled:
            with pytest.raises(UserError, match="import-no-rows"):
                studio.take(text, **plan)
            studio.store.close()
            return
        first, second = studio.take(text, **plan), studio.take(text, **plan)
        assert first.rows == second.rows == len(filled)
        assert first.added == len(studio.all())
        assert (second.added, second.invalid) == (0, first.invalid)
        lines = [contact.phone.replace("119", "11") for contact in studio.all()]
        assert len(set(lines)) == len(lines)
        said_no = {phone[-4:] for phone, answer in filled if answer == "nee"}
        for contact in studio.all():
            assert (contact.marketing == "no") == (contact.phone[-4:] in said_no)
            assert contact.marketing != "yes" or source
        assert studio.store.value("SELECT count(*) FROM consents WHERE state = 'no'") == studio.contacts.count(
            ContactQuery(marketing="no")
        )
        studio.store.close()

    run()


def test_results_are_values() -> None:
    result = ImportResult(rows=1, added=1, updated=0, duplicates=0, invalid=0, errors_file=None, seconds=0.1)
    assert msgspec.json.decode(msgspec.json.encode(result), type=ImportResult) == result
