"""Which files are read, how: encodings, delimiters, headers, workbooks, and files that are no tables."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.importing import ImportPlan, ImportPreview, ImportResult, ReadOptions
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.words_audience import WORDS
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.reading import open_table
from whatsapp_studio.services.textfile import DELIMITERS, guess_delimiter
from whatsapp_studio.services.workbook import cell_text
from whatsapp_studio.storage.db import Store

HEAD = ("Telefoon", "Voornaam", "Achternaam", "Stad")
PEOPLE = (
    ("0612345601", "Zoë", "van 't Hart", "'s-Gravenhage"),
    ("0612345602", "André", "Müller", "Köln"),
    ("+32 470 00 00 11", "Noémie", "Lefèvre", "Liège"),
)
PHONES = ["+31612345601", "+31612345602", "+32470000011"]


@pytest.fixture
def contacts(workspace: Path, clock: Clock) -> Iterator[Contacts]:
    paths = WorkspacePaths(workspace)
    paths.create()
    store = Store(paths.database)
    yield Contacts(store, paths, clock, tell_nobody)
    store.close()


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    def write(data: bytes | str, name: str = "contacts.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write


def table(delimiter: str = ";", end: str = "\n") -> str:
    return end.join(delimiter.join(row) for row in (HEAD, *PEOPLE)) + end


def take(contacts: Contacts, path: Path, **options: object) -> ImportResult:
    plan = ImportPlan(country="NL", options=ReadOptions(**options))  # type: ignore[arg-type]
    previewed = contacts.preview(path, plan.options, country="NL")
    result = contacts.import_file(path, plan)
    assert result.rows == result.added + result.updated + result.duplicates + result.invalid
    # What is shown before is what happens.
    if result.rows <= 100:
        assert sum(phone is None for phone, _ in previewed.phones) <= result.invalid
        assert len(previewed.rows) == result.rows
    return result


def everybody(contacts: Contacts) -> list[tuple[str, ...]]:
    return [
        (found.phone, found.first_name, found.last_name, str(found.fields.get("stad")))
        for found in contacts.get_many(contacts.ids())
    ]


# Spreadsheets know no time zones.
MIDNIGHT = datetime(2026, 1, 31)  # noqa: DTZ001
WANTED = [(phone, *row[1:]) for phone, row in zip(PHONES, PEOPLE, strict=True)]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-16-le", b""), ("utf-16-be", b""), ("utf-32", b""),
        ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b""), ("latin-1", b""), ("mac_roman", b""),
    ],
)  # fmt: skip
def test_encodings(contacts: Contacts, put: Callable[..., Path], encoding: str, mark: bytes) -> None:
    assert take(contacts, put(mark + table().encode(encoding))).added == 3
    assert everybody(contacts) == WANTED


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1251", "Телефон;Имя\n0612345601;Алексей\n0612345602;Наталья Сергеевна\n0612345603;Юлия Щербакова\n"),
        ("cp1253", "phone;name\n0612345601;Γιώργος Παπαδόπουλος\n0612345602;Ελένη Νικολάου\n0612345603;Δημήτρης\n"),
        ("cp932", "phone;name\n0612345601;山田太郎\n0612345602;鈴木花子\n0612345603;佐藤健一\n"),
    ],
)
def test_encodings_of_other_scripts_come_out_whole(put: Callable[..., Path], encoding: str, names: str) -> None:
    rows = [cells for _, cells in open_table(put(names.encode(encoding))).rows()]
    assert rows == [line.split(";") for line in names.splitlines()[1:]]


@pytest.mark.parametrize("name", ["Böhm", "São", "Jörg", "Zoë", "Çelik", "Muñoz", "’t Hart é", "Øst"])
def test_one_accent_is_enough(put: Callable[..., Path], name: str) -> None:
    path = put(f"phone;name\n0612345601;{name}\n0612345602;Jan\n".encode("cp1252"))
    assert [cells[1] for _, cells in open_table(path).rows()] == [name, "Jan"]


def test_turkish_is_not_taken_for_icelandic(put: Callable[..., Path]) -> None:
    text = (
        "telefon;ad\n0612345601;Şükrü Yıldız Ağaoğlu İstanbul çalışma\n0612345602;Gülşah Özdağ Işık yazılım müşteri\n"
    )
    assert next(cells for _, cells in open_table(put(text.encode("cp1254"))).rows())[1].startswith("Şükrü Yıldız")


def test_a_wrong_encoding_is_seen_in_the_preview_and_refused_by_the_import(
    contacts: Contacts, put: Callable[..., Path]
) -> None:
    path = put(table().encode("cp1252"))
    options = ReadOptions(encoding="utf-8")
    shown = contacts.preview(path, options, country="NL")
    assert "�" in shown.rows[0][1]
    assert "encoding" not in shown.options_guessed
    with pytest.raises(UserError, match="import-wrong-encoding"):
        contacts.import_file(path, ImportPlan(country="NL", options=options))
    with pytest.raises(UserError, match="import-unknown-encoding"):
        contacts.preview(path, ReadOptions(encoding="klingon"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(contacts: Contacts, put: Callable[..., Path], delimiter: str, end: str) -> None:
    path = put(table(delimiter, end))
    assert contacts.preview(path).options.delimiter == delimiter
    assert contacts.preview(path).total_rows == 3
    assert take(contacts, path).added == 3
    assert everybody(contacts) == WANTED


NASTY: dict[str, tuple[str, list[str]]] = {
    "no newline at the end": ("phone;name\n0612345601;A", ["+31612345601"]),
    "blank lines": ("\n\nphone;name\n\n0612345601;A\n;;\n  ;\n0612345602;B\n\n", PHONES[:2]),
    "padded cells": ("  phone ;  name\n  0612345601  ;  A  \n\u00a00612345602\u00a0;B\n", PHONES[:2]),
    "quotes and commas": ('phone,name\n"0612345601","Hart, van ""t"""\n0612345602,"B"\n', PHONES[:2]),
    "line break in a cell": ('phone;name\n0612345601;"A\nB"\n0612345602;C\n', PHONES[:2]),
    "space after the delimiter": ('phone, name\n0612345601, "A, B"\n', PHONES[:1]),
    "short rows": ("phone;name;city\n0612345601\n0612345602;B\n", PHONES[:2]),
    "empty cells too many": ("phone;name\n0612345601;A;;;\n0612345602;B;\n", PHONES[:2]),
    "header with empty end": ("phone;name;;\n0612345601;A;;\n", PHONES[:1]),
    "repeated headers": ("phone;name;name\n0612345601;A;B\n", PHONES[:1]),
    "unnamed column": ("phone;;city\n0612345601;A;Delft\n", PHONES[:1]),
    "one column": ("phone\n0612345601\n0612345602\n", PHONES[:2]),
    "one column of plus signs": ("+31612345601\n+31612345602\n", PHONES[:2]),
    "no header": ("0612345601;Maria;Delft\n0612345602;Jan;Breda\n", PHONES[:2]),
    "no header, phone second": ("Maria;0612345601\nJan;0612345602\n", PHONES[:2]),
    "told delimiter": ("sep=;\nphone;name\n0612345601;A,B,C\n", PHONES[:1]),
    "told delimiter, quoted": ('"sep=,"\r\nphone,name\r\n0612345601,A\r\n', PHONES[:1]),
    "commas in values": ("phone;city\n0612345601;Delft, NL\n0612345602;Breda, NL\n", PHONES[:2]),
    "semicolons in one value": ('phone,note\n0612345601,"a;b;c"\n0612345602,"d;e;f"\n', PHONES[:2]),
    "headers nobody knows": ("kolom a;kolom b\nx;0612345601\ny;0612345602\n", PHONES[:2]),
    "apostrophes": ("phone;name\n'0612345601;'t Hart\n’0612345602;A\n", PHONES[:2]),
    "formulas": ('phone;name\n"=""0612345601""";A\n="0612345602";B\n', PHONES[:2]),
    "floats": ("phone;name\n31612345601.0;A\n612345602.0;B\n", PHONES[:2]),
    "zeros in front": ("phone;name\n0031612345601;A\n00 31 6 12345602;B\n", PHONES[:2]),
    "no plus": ("phone;name\n31612345601;A\n32470000011;B\n", [PHONES[0], PHONES[2]]),
    "zero bytes in a name": ("phone;name\n0612345601;A\tB\n", PHONES[:1]),
    "steering marks": ("phone;name\n\u202a+31 6 12345601\u202c;A\n", PHONES[:1]),
    "upper case": ("PHONE;FIRST NAME\n0612345601;A\n", PHONES[:1]),
    "very long cell": ("phone;name\n0612345601;" + "x" * 50_000 + "\n", PHONES[:1]),
    "emoji": ("phone;name\n0612345601;Maria 🎉\n", PHONES[:1]),
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_files(contacts: Contacts, put: Callable[..., Path], name: str) -> None:
    text, phones = NASTY[name]
    result = take(contacts, put(text))
    assert [found.phone for found in contacts.get_many(contacts.ids())] == phones
    assert (result.added, result.invalid) == (len(phones), 0)


def test_a_shifted_row_is_refused(contacts: Contacts, put: Callable[..., Path]) -> None:
    result = take(contacts, put("phone;name;city\n0612345601;A;Delft; NL\n0612345602;B;Breda\n"))
    assert (result.added, result.invalid) == (1, 1)


def test_a_quote_that_swallows_rows_is_found(contacts: Contacts, put: Callable[..., Path]) -> None:
    rows = "".join(f"06123456{n:02d};Name {n};Delft\n" for n in range(10, 40))
    path = put('phone;name;city\n0612345601;"Maria;Delft\n' + rows + '0612345602;"Jan";Delft\n0612345603;Piet;Delft\n')
    result = take(contacts, path)
    assert (result.rows, result.added, result.invalid) == (2, 1, 1)
    assert result.errors_file is not None
    assert "30 or more other rows became part of it" in Path(result.errors_file).read_text("utf-8-sig")


@pytest.mark.parametrize("start", ["", "sep=;\n"])
def test_a_quote_open_at_the_end_is_refused(contacts: Contacts, put: Callable[..., Path], start: str) -> None:
    path = put(start + 'phone;note\n0612345601;A\n0612345602;"B\n0612345603;C\n0612345604;D\n')
    with pytest.raises(UserError, match="import-open-quote") as caught:
        contacts.import_file(path, ImportPlan(country="NL"))
    assert caught.value.facts["line"] == 5 + bool(start)
    assert contacts.count() == 0


def test_a_last_row_of_several_lines_is_fine(contacts: Contacts, put: Callable[..., Path]) -> None:
    assert take(contacts, put('phone;note\n0612345601;"A\nB; C\nD"\n')).added == 1
    # A stray quote inside is not an open one.
    assert take(contacts, put('phone;note\n0612345602;"A\n" B"\n')).added == 1


def test_a_disk_that_goes_away_is_told(
    contacts: Contacts, put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("phone;name\n0612345601;A\n")
    opened = open_table(path)

    class Gone(io.StringIO):
        def __next__(self) -> str:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(opened.source, "_open", Gone)
    with pytest.raises(WorldError, match="import-cannot-open") as caught:
        list(opened.rows())
    assert caught.value.facts == {"name": "contacts.csv", "details": "Input/output error"}


def test_bytes_that_do_not_fit_far_down_are_found(contacts: Contacts, put: Callable[..., Path]) -> None:
    rows = "".join(f"06123{n:05d}\n" for n in range(20_000))
    path = put(f"phone\n{rows}".encode() + b"06\xff\n")
    with pytest.raises(UserError, match="import-wrong-encoding"):
        contacts.import_file(path, ImportPlan(country="NL", options=ReadOptions(encoding="utf-8")))
    assert contacts.count() == 0
    # Cut off in the middle of a letter: not UTF-8 either.
    assert open_table(put(b"phone;name\n0612345601;Zo" + "ë".encode()[:1])).options.encoding == "cp1252"


def test_text_that_is_mostly_accents_is_looked_at_closely(put: Callable[..., Path]) -> None:
    long = "phone;name\n" + "0612345601;Алексей Петров Сергеевич\n" * 3_000
    assert open_table(put(long.encode("cp1251"))).options.encoding == "cp1251"


def test_the_delimiter_of_a_head_that_cannot_be_parsed() -> None:
    assert guess_delimiter('a;b\n"' + "x" * 200_000 + "\n1;2\n") == ","


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import-empty"),
        (b"\n\n \n;;;\n", "import-empty"),
        (b"\xef\xbb\xbf", "import-empty"),
        (b"phone;name\n", "import-no-rows"),
        (b"phone;name", "import-no-rows"),
        (b"%PDF-1.7\n%\xe2\xe3", "import-not-a-table"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "import-not-a-table"),
        (bytes(range(256)) * 40, "import-not-a-table"),
        (b"abc\x00\x00\x00def\x00ghi" * 50, "import-not-a-table"),
        (b"<!DOCTYPE html><html><table><tr><td>0612345601</td></tr></table>", "import-web-page"),
        (b'\n {"phone": "0612345601"}', "import-web-page"),
        (b"PK\x03\x04 not really a zip", "import-broken-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "import-broken-workbook"),
        (b"name;city\nMaria;Delft\n", "import-no-phone-column"),
        (b"Dear Sir,\nthis is a letter about nothing.\nYours\n", "import-no-phone-column"),
        (b'phone;name\n0612345601;"' + b"open\n" * 30_000, "import-open-quote"),
    ],
)
def test_files_that_cannot_be_imported_say_why(
    contacts: Contacts, put: Callable[..., Path], data: bytes, code: str
) -> None:
    with pytest.raises(UserError) as caught:
        contacts.import_file(put(data), ImportPlan(country="NL"))
    assert caught.value.code == code
    title, why, fix = WORDS[code]
    assert all(text.format_map(caught.value.facts) for text in (title, why, fix))
    assert contacts.count() == 0


def test_a_file_that_is_not_there_or_not_ours(contacts: Contacts, tmp_path: Path, put: Callable[..., Path]) -> None:
    with pytest.raises(UserError, match="import-no-such-file"):
        contacts.preview(tmp_path / "gone.csv")
    with pytest.raises(WorldError, match="import-cannot-open"):
        contacts.preview(tmp_path)
    if os.name == "posix" and os.geteuid() != 0:
        secret = put("phone\n0612345601\n")
        secret.chmod(stat.S_IWUSR)
        with pytest.raises(WorldError, match="import-cannot-open"):
            contacts.preview(secret)


# Workbooks


def book(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    made = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                if cell is not None:
                    sheet.write(y, x, cell)
    made.close()
    return path


def test_a_workbook(contacts: Contacts, tmp_path: Path) -> None:
    path = book(tmp_path / "contacts.xlsx", {
        "Klanten": [
            ["Telefoon", "Voornaam", "Punten", "Laatste bestelling", "Lid"],
            [31612345601, "Zoë", 12, MIDNIGHT, True],
            [612345602.0, "André", 2.5, date(2026, 2, 1), False],
            ["'0612345603", "Maria", None, None, None],
            ["6,12E+08", "Ellen", None, None, None],
            [6.12e8, "Nul", None, None, None],
        ],
        "Leeg": [],
    })  # fmt: skip
    shown = contacts.preview(path, country="NL")
    assert (shown.sheets, shown.options.sheet, shown.total_rows) == (("Klanten", "Leeg"), "Klanten", 5)
    assert shown.kinds["Punten"] == "number"
    assert shown.kinds["Laatste bestelling"] == "date"
    assert shown.kinds["Lid"] == "boolean"
    assert shown.kinds["Telefoon"] == "text"
    result = take(contacts, path)
    # A number cell is whole, however it is shown; the text "6,12E+08" is not.
    assert (result.added, result.invalid) == (4, 1)
    found = contacts.get_many(contacts.ids())
    assert [one.phone for one in found] == [*PHONES[:2], "+31612345603", "+31612000000"]
    assert found[0].fields == {"punten": "12", "laatste_bestelling": "2026-01-31", "lid": "true"}


def test_the_sheet_can_be_chosen(contacts: Contacts, tmp_path: Path) -> None:
    path = book(tmp_path / "two.xlsx", {
        "Notes": [], "One": [["phone"], ["0612345601"]], "Two": [[], [], ["x"], ["phone", "name"], ["0612345602", "B"]],
    })  # fmt: skip
    assert contacts.preview(path).options.sheet == "One"
    with pytest.raises(UserError, match="import-no-such-sheet"):
        contacts.preview(path, ReadOptions(sheet="Three"))
    assert take(contacts, path, sheet="One").added == 1


def test_rows_are_numbered_as_the_sheet_shows_them(contacts: Contacts, tmp_path: Path) -> None:
    path = book(tmp_path / "low.xlsx", {"S": [[], [], ["phone", "name"], ["x", "A"], ["0612345601", "B"]]})
    result = take(contacts, path)
    assert result.errors_file is not None
    assert Path(result.errors_file).read_text("utf-8-sig").splitlines()[1].startswith("4,")


def test_a_workbook_with_nothing_in_it(contacts: Contacts, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="import-empty"):
        contacts.preview(book(tmp_path / "empty.xlsx", {"S": []}))


def test_a_workbook_without_sheets(contacts: Contacts, tmp_path: Path) -> None:
    path = open_document(tmp_path / "none.ods", [])
    bare = tmp_path / "bare.ods"
    with ZipFile(path) as old, ZipFile(bare, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<table:table .*</table:table>", b"", old.read(name)))
    with pytest.raises(UserError, match=r"import-(broken-workbook|empty)"):
        contacts.preview(bare)


def test_a_broken_workbook(contacts: Contacts, tmp_path: Path) -> None:
    whole = book(tmp_path / "whole.xlsx", {"S": [["phone"], ["0612345601"]]}).read_bytes()
    broken = tmp_path / "broken.xlsx"
    for size in (30, len(whole) // 2, len(whole) - 30):
        broken.write_bytes(whole[:size])
        with pytest.raises(UserError, match="import-broken-workbook"):
            contacts.preview(broken)


def test_a_workbook_is_known_by_what_it_holds(contacts: Contacts, tmp_path: Path) -> None:
    path = book(tmp_path / "contacts.csv", {"S": [["phone"], ["0612345601"]]})
    assert take(contacts, path).added == 1


def test_an_open_document_sheet(contacts: Contacts, tmp_path: Path) -> None:
    assert (
        take(contacts, open_document(tmp_path / "contacts.ods", [["phone", "name"], ["0612345601", "Zoë"]])).added == 1
    )


def open_document(path: Path, rows: list[list[str]]) -> Path:
    ns = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' \
         'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' \
         'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # fmt: skip
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(f"<table:table-row>{''.join(cell.format(c) for c in row)}</table:table-row>" for row in rows)
    with ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", "<manifest/>")
        made.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {ns} office:version="1.2"><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{body}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return path


def test_a_password_is_told(contacts: Contacts, tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(encrypted_container())
    with pytest.raises(UserError, match="import-password"):
        contacts.preview(path)


def encrypted_container() -> bytes:
    """The outside of an encrypted workbook: a compound file with a stream named EncryptedPackage."""
    import struct

    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<109I", *([free] * 108), free)
    table_sector = struct.pack("<128I", fat, end, *([free] * 126))
    entries = b""
    for name, kind, child in (("Root Entry", 5, 1), ("EncryptedPackage", 2, free), ("EncryptionInfo", 2, free)):
        text = (name + "\0").encode("utf-16-le")
        right = 2 if name == "EncryptedPackage" else free
        entries += text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, free, right, child)
        entries += b"\0" * 36 + struct.pack("<IQ", end, 0)
    return header[:76] + struct.pack("<I", 0) + header[80:512] + table_sector + entries.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (True, "true"), (False, "false"), (3, "3"), (31612000000.0, "31612000000"), (2.5, "2.5"), (1e22, "1e+22"),
        (date(2026, 1, 31), "2026-01-31"), (MIDNIGHT, "2026-01-31"),
        (MIDNIGHT.replace(hour=9, minute=30), "2026-01-31 09:30:00"), (time(9, 30), "09:30:00"), (timedelta(hours=1),
        "1:00:00"),
    ],
)  # fmt: skip
def test_cells_become_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text  # type: ignore[arg-type]


# Guesses


def preview(contacts: Contacts, path: Path, **options: object) -> ImportPreview:
    return contacts.preview(path, ReadOptions(**options), country="NL")  # type: ignore[arg-type]


def test_guesses_are_called_guesses(contacts: Contacts, put: Callable[..., Path]) -> None:
    path = put(table())
    assert preview(contacts, path).options_guessed == ("encoding", "delimiter", "first_row", "has_header")
    chosen = preview(contacts, path, encoding="utf-8", delimiter=",", has_header=False, first_row=1)
    assert chosen.options_guessed == ()
    assert len(chosen.columns) == 1
    assert chosen.rows[0] == (";".join(HEAD),)


def test_the_preview_shows_every_row_with_its_number(contacts: Contacts, put: Callable[..., Path]) -> None:
    path = put("Mobiel;Land;Naam\n0612345601;;A\n0470000011;BE;B\n6.1E8;;C\n" + "0612345602;;D\n" * 300)
    shown = preview(contacts, path)
    assert len(shown.rows) == len(shown.phones) == 100
    assert shown.phones[:3] == (("+31612345601", None), ("+32470000011", None), (None, "phone-scientific"))
    assert shown.mapping == {"Mobiel": "phone", "Land": "country", "Naam": "full_name"}
    assert shown.total_rows == 303
    unmapped = contacts.preview(path, mapping={"Naam": "first_name"})
    assert set(unmapped.phones) == {(None, None)}
    assert contacts.preview(path, country="").phones[0] == (None, "phone-needs-country")


@pytest.mark.parametrize(
    ("head", "delimiter"),
    [
        ("a;b\n1;2\n", ";"), ("a,b\n1,2\n", ","), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("a\n1\n", ","),
        ("", ","),
        ("a;b,c\n1;2,3\n", ";"), ("a;b\n1,5;2,5\n3,5;4,5\n", ";"), ('"a,b";c\n"1,2";3\n', ";"),
        ("a\nx;y\nz;w\n", ","), ("a;b;c", ";"),
    ],
)  # fmt: skip
def test_delimiters_are_guessed(head: str, delimiter: str) -> None:
    assert guess_delimiter(head) == delimiter


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n")), min_size=2, max_size=5)),
    st.sampled_from(DELIMITERS), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]), st.booleans(),
)  # fmt: skip
def test_what_a_program_writes_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str, encoding: str, told: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
        writer.writerows([["phone", "first name"], *rows])
    # Without a mark short UTF-16 can be anything.
    told = told or encoding == "utf-16-le"
    options = ReadOptions(has_header=True)
    if told:
        options = ReadOptions(encoding=encoding, delimiter=delimiter, has_header=True)
    opened = open_table(path, options)
    read = [cells for _, cells in opened.rows()]
    if told or opened.options.delimiter == delimiter:
        assert opened.columns == ("phone", "first name")
        assert read == [row for row in rows if any(cell.strip() for cell in row)]


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_reason(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    error = None
    try:
        assert all(isinstance(cells, list) for _, cells in open_table(path).rows())
    except StudioError as caught:
        error = caught
    assert error is None or error.code in WORDS
