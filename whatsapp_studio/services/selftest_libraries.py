"""Decides the piece of work by which each library shows that it and its data are whole."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    '<c r="A1" t="inlineStr"><is><t>Zoë</t></is></c></row></sheetData></worksheet>'
)
_BOOK = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets>'
        "</workbook>"
    ),
    "xl/worksheets/sheet1.xml": _SHEET,
}


def _must(found: object, expected: object) -> None:
    if found != expected:
        raise ValueError(f"{found!r} instead of {expected!r}")


def _sqlite(_room: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
        conn.execute("INSERT INTO words VALUES ('Zoë uit Brugge')")
        _must(conn.execute("SELECT count(*) FROM words WHERE words MATCH 'zoe'").fetchone(), (1,))
        _must(conn.execute("""SELECT json_extract('{"a": [1, 2]}', '$.a[1]')""").fetchone(), (2,))


def _tls(_room: Path) -> None:
    import ssl

    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    _must(context.verify_mode, ssl.CERT_REQUIRED)


def _zones(_room: Path) -> None:
    from datetime import UTC, datetime
    from importlib.resources import files
    from zoneinfo import ZoneInfo

    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    _must(noon.astimezone(ZoneInfo("Europe/Amsterdam")).hour, 14)
    with (files("tzdata") / "zoneinfo" / "America" / "Sao_Paulo").open("rb") as file:
        _must(noon.astimezone(ZoneInfo.from_file(file)).hour, 9)


def _names_and_dates(_room: Path) -> None:
    from babel import Locale
    from babel.dates import format_date

    written = {"nl": "3 maart 2026", "pt_BR": "3 de março de 2026", "uk": "3 березня 2026\u202fр.", "ar": "3 مارس 2026"}
    for language, day in written.items():
        _must(format_date(date(2026, 3, 3), "long", locale=language), day)
    _must(Locale("de").territories["NL"], "Niederlande")


def _phone_numbers(_room: Path) -> None:
    import phonenumbers

    for region in phonenumbers.SUPPORTED_REGIONS:
        _must(phonenumbers.PhoneMetadata.metadata_for_region(region) is not None, True)
    _must(phonenumbers.is_valid_number(phonenumbers.parse("06 12345678", "NL")), True)


def _zones_of_numbers(_room: Path) -> None:
    import phonenumbers
    from phonenumbers.timezone import time_zones_for_number

    _must(time_zones_for_number(phonenumbers.parse("+14165550123")), ("America/Toronto",))


def _phone_numbers_fast(_room: Path) -> None:
    import rphonenumbers

    number = rphonenumbers.parse("06 12345678", "NL")
    _must(rphonenumbers.format_number(number, rphonenumbers.PhoneNumberFormat.E164), "+31612345678")


def _holidays(_room: Path) -> None:
    import holidays

    for country in ("NL", "BR", "IN", "US"):
        _must(date(2026, 1, 1) in holidays.country_holidays(country, years=2026), country != "IN")
    _must(date(2026, 1, 26) in holidays.country_holidays("IN", years=2026), True)


def _templating(_room: Path) -> None:
    from liquid import Environment

    text = Environment().from_string('{{ name | default: "daar" | upcase }} {{ day | date: "%d-%m-%Y" }}')
    _must(text.render(name="Zoë", day="2026-03-04"), "ZOË 04-03-2026")


def _workbooks(room: Path) -> None:
    from python_calamine_plus import CalamineWorkbook

    path = room / "boek – テスト.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        for name, text in _BOOK.items():
            book.writestr(name, text)
    _must(list(CalamineWorkbook.from_path(str(path)).stream_sheet_by_index(0)), [["Zoë"]])


def _cards(_room: Path) -> None:
    import vobject

    _must(vobject.readOne("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë\r\nEND:VCARD\r\n").fn.value, "Zoë")


def _recurrence(_room: Path) -> None:
    from dateutil.rrule import rrulestr

    rule = rrulestr("RRULE:FREQ=MONTHLY;BYDAY=-1FR", dtstart=datetime(2026, 1, 1, 9, tzinfo=UTC))
    _must(rule.after(datetime(2026, 2, 1, tzinfo=UTC)), datetime(2026, 2, 27, 9, tzinfo=UTC))


def _written_workbooks(room: Path) -> None:
    from python_calamine_plus import CalamineWorkbook
    from xlsxwriter import Workbook

    path = room / "rapport – テスト.xlsx"
    with Workbook(path, {"constant_memory": True}) as book:
        book.add_worksheet("Zoë").write(0, 0, "crème brûlée")
    _must(list(CalamineWorkbook.from_path(str(path)).stream_sheet_by_index(0)), [["crème brûlée"]])


def _encodings(_room: Path) -> None:
    from charset_normalizer import from_bytes

    best = from_bytes("Zoë eet crème brûlée in de kou".encode("cp1252"), cp_isolation=["cp1252"]).best()
    _must(best is not None and "crème brûlée" in str(best), True)


def _columns(_room: Path) -> None:
    import numpy as np

    _must(int(np.bincount(np.arange(10_000, dtype=np.int64) % 7)[3]), 1429)
    _must(np.random.default_rng(1).integers(0, 10, 5).size, 5)


def _layout(_room: Path) -> None:
    from whatsapp_studio.base.paths import resource
    from whatsapp_studio.journeys.codec import load
    from whatsapp_studio.journeys.layout import tidy

    for path in sorted(resource("samples/journeys").glob("*.wsjourney")):
        _must(bool(tidy(load(path.read_bytes()).journey)), True)


def _client_and_server(_room: Path) -> None:
    import asyncio

    import httpx
    import uvicorn
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    app = Starlette(routes=[Route("/", lambda _: PlainTextResponse("ja"))])
    uvicorn.Config(app, log_config=None).load()

    async def ask() -> str:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
            return (await client.get("/")).text

    _must(asyncio.run(ask()), "ja")


WORKS: dict[str, Callable[[Path], None]] = {
    "SQLite": _sqlite,
    "TLS": _tls,
    "tzdata": _zones,
    "Babel": _names_and_dates,
    "phonenumbers": _phone_numbers,
    "phonenumbers, time zones": _zones_of_numbers,
    "rphonenumbers": _phone_numbers_fast,
    "holidays": _holidays,
    "Liquid": _templating,
    "calamine": _workbooks,
    "vobject": _cards,
    "dateutil": _recurrence,
    "XlsxWriter": _written_workbooks,
    "charset-normalizer": _encodings,
    "numpy": _columns,
    "graphlay": _layout,
    "httpx, Starlette, uvicorn": _client_and_server,
}
