"""Files as people really have them: each is imported as stated here, or refused with its sentence and nothing done."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.fixtures.broken_books import bomb, excel, lying
from tests.fixtures.broken_files import CARD, CARDS, TEXT, TEXTS, Case
from tests.fixtures.broken_workbooks import BOOKS, cells
from whatsapp_studio.audience.importing import ImportPlan, ReadOptions
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.words_audience import WORDS
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.package import look_into
from whatsapp_studio.services.reading import open_table
from whatsapp_studio.storage.db import Store

CASES = {**TEXTS, **BOOKS, **CARDS}


@pytest.fixture
def store(workspace: Path) -> Iterator[Store]:
    paths = WorkspacePaths(workspace)
    paths.create()
    opened = Store(paths.database)
    yield opened
    opened.close()


@pytest.fixture
def contacts(store: Store, workspace: Path, clock: Clock) -> Contacts:
    return Contacts(store, WorkspacePaths(workspace), clock, tell_nobody)


def counts(store: Store) -> dict[str, object]:
    names = [row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: store.value(f'SELECT count(*) FROM "{name}"') for name in names}


def put(folder: Path, case: Case) -> Path:
    path = folder / case.name
    path.write_bytes(case.data.encode() if isinstance(case.data, str) else case.data)
    return path


def refused(contacts: Contacts, store: Store, path: Path, options: ReadOptions | None = None) -> str:
    """The code with which a file is refused, worded and with nothing done."""
    before = counts(store)
    with pytest.raises(StudioError) as caught:
        contacts.import_file(path, ImportPlan(country="NL", options=options or ReadOptions()))
    assert counts(store) == before
    assert list((path.parent / "workspace").rglob("*.part")) == []
    assert all(text.format_map(caught.value.facts) for text in WORDS[caught.value.code])
    return caught.value.code


@pytest.mark.parametrize("name", CASES)
def test_each_file_has_its_outcome(contacts: Contacts, store: Store, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    path = put(tmp_path, case)
    if case.refused:
        assert refused(contacts, store, path, case.options) == case.refused
        return
    shown = contacts.preview(path, case.options, country="NL")
    result = contacts.import_file(path, ImportPlan(country="NL", options=case.options or ReadOptions()))
    assert (result.invalid, result.duplicates) == (case.invalid, case.repeated)
    assert result.rows == result.added + result.invalid + result.duplicates
    assert case.columns is None or shown.columns == case.columns
    assert case.notes is None or {code: n for code, n in result.notes.items() if code in WORDS} == dict(case.notes)
    people = {one.phone: one.first_name for one in contacts.get_many(contacts.ids())}
    assert case.people is None or people == case.people


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 100
    assert all(bool(case.refused) != (case.people is not None or case.notes is not None) for case in CASES.values())


@pytest.mark.parametrize("since_1904", [False, True])
def test_dates_are_those_of_the_calendar_of_the_workbook(tmp_path: Path, since_1904: bool) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(excel({"S": [["telefoon", "dag"], ["0612345601", date(2026, 11, 22)]]}, since_1904=since_1904))
    assert [row for _, row in open_table(path).rows()] == [["0612345601", "2026-11-22"]]


def test_a_link_is_followed_and_a_folder_is_not_read(contacts: Contacts, store: Store, tmp_path: Path) -> None:
    real = put(tmp_path, TEXTS["UTF-8"])
    link = tmp_path / "link.csv"
    link.symlink_to(real)
    assert contacts.import_file(link, ImportPlan(country="NL", dry_run=True)).added == 2
    assert refused(contacts, store, tmp_path) == "import-cannot-open"
    assert refused(contacts, store, tmp_path / "gone.csv") == "import-no-such-file"
    link.unlink()
    link.symlink_to(tmp_path / "nowhere.csv")
    assert refused(contacts, store, link) == "import-no-such-file"


@pytest.mark.skipif(os.name != "posix", reason="pipes and permissions as Unix has them")
def test_a_pipe_is_not_waited_for_and_a_file_of_others_not_read(
    contacts: Contacts, store: Store, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert refused(contacts, store, pipe) == "import-not-a-table"
    if os.geteuid() != 0:
        secret = put(tmp_path, TEXTS["UTF-8"])
        secret.chmod(stat.S_IWUSR)
        assert refused(contacts, store, secret) == "import-cannot-open"


@pytest.mark.parametrize("what", ["vanishes", "grows"])
def test_a_file_that_changes_meanwhile_is_not_imported(
    contacts: Contacts, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path = put(tmp_path, TEXTS["UTF-8"])

    def change(path: Path, *given: object, read: Callable[..., object] = open_table, **named: object) -> object:
        found = read(path, *given, **named)
        path.unlink() if what == "vanishes" else path.write_text(TEXT + "0612345603;Ans;Delft\n", encoding="utf-8")
        return found

    monkeypatch.setattr("whatsapp_studio.services.importing.open_table", change)
    assert refused(contacts, store, path) == ("import-no-such-file" if what == "vanishes" else "import-file-changed")


def test_a_bomb_is_known_by_its_directory_and_a_lie_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    for data in (bomb(90_000_000), lying(bomb(90_000_000))):
        path.write_bytes(data)
        with pytest.raises(StudioError, match="import-too-large"):
            look_into(path)
    path.write_bytes(excel({"S": cells()}))
    assert {name: facts.rows for name, facts in look_into(path).items()} == {"S": 3}


def test_what_is_on_a_card_becomes_columns(tmp_path: Path) -> None:
    path = tmp_path / "people.vcf"
    path.write_text(CARD.format(
        "FN:Zoë de Vries\r\nORG:Bakkerij;Winkel\r\nEMAIL;TYPE=WORK:z@example.org\r\nBDAY:19800131\r\nLANG:nl\r\n"
        "TZ:Europe/Amsterdam\r\nitem1.TEL:0612345601\r\nitem1.X-ABLabel:thuis"
    ), encoding="utf-8")  # fmt: skip
    table = open_table(path)
    assert table.columns == (
        "Phone number", "First name", "Last name", "Company", "Email", "Birthday", "Language", "Time zone",
    )  # fmt: skip
    assert list(table.rows()) == [
        (1, ["0612345601", "Zoë", "de Vries", "Bakkerij Winkel", "z@example.org", "1980-01-31", "nl",
             "Europe/Amsterdam"]),
    ]  # fmt: skip
    assert not re.search("0612345601", str(table.notes))


def test_new_fields_of_every_kind_are_filled_from_a_file(contacts: Contacts, tmp_path: Path) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text("phone;seen;likes;born\n0612345601;2026-11-22T13:05+00:00;tea, cake;1-3-1980\n", encoding="utf-8")
    contacts.import_file(path, ImportPlan(
        country="NL", new_kinds={"seen": "datetime", "likes": "list", "born": "date"}
    ))  # fmt: skip
    [one] = contacts.get_many(contacts.ids())
    assert one.fields == {"seen": "2026-11-22T13:05:00.000+00:00", "likes": ("tea", "cake"), "born": "1980-03-01"}
    shown = contacts.outcome(path, ImportPlan(country="NL"))
    assert [row.changes for row in shown.updated] == [()]
