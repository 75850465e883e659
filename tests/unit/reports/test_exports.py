"""Decides that every file of a report says what the report says, is safe to open, and is whole or not there."""

from __future__ import annotations

import csv
import html
import re
from datetime import datetime
from pathlib import Path

import pytest
from python_calamine_plus import CalamineWorkbook

from tests.fixtures.sent import sent
from tests.fixtures.studio import T0, Outgoing, add_people
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.reports.report import Report, as_json
from whatsapp_studio.reports.sections import Rate, sections
from whatsapp_studio.reports.which import Which
from whatsapp_studio.services.reporting import Reports
from whatsapp_studio.services.reporting_html import cell_words, report_page
from whatsapp_studio.storage.db import Store


@pytest.fixture
def reports(store: Store) -> Reports:
    return Reports(store, lambda: T0)


@pytest.fixture
def campaign(outgoing: Outgoing, store: Store) -> str:
    """Some hundred recipients, of all kinds."""
    ids = add_people(store, 4)
    made = outgoing.launch(ids, name='=HYPERLINK("x")', left_out={ids[0]: "no-consent"})
    sent(store, made, 300, T0, treatments=("a", "b"), waiting=5, cancelled=20)
    return made


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def rows_below(sheet: list[list[object]], title: str, head: tuple[str, ...], n: int) -> list[list[object]]:
    """The ``n`` rows of the table with this title."""
    at = next(at for at, row in enumerate(sheet) if row[0] == title)
    assert tuple(sheet[at + 1][: len(head)]) == head
    return [row[: len(head)] for row in sheet[at + 2 : at + 2 + n]]


def test_the_workbook_has_every_table_as_numbers_and_dates(reports: Reports, campaign: str, tmp_path: Path) -> None:
    report, path = reports.full(campaign), tmp_path / "r.xlsx"
    assert reports.export(campaign, path) == report.counts.total
    found = sheets(path)
    assert list(found) == ["Summary", "Time line", "Reasons", "Breakdowns", "Best hours", "People"]
    places = {"summary": "Summary", "funnel": "Summary", "time_line": "Time line", "failures": "Reasons",
              "excluded": "Reasons", "hours": "Best hours"}  # fmt: skip
    for section in sections(report):
        shown = rows_below(
            found[places.get(section.key, "Breakdowns")], section.title, section.head, len(section.rows)
        )
        for wanted, got in zip(section.rows, shown, strict=True):
            for cell, value in zip(wanted, got, strict=True):
                if isinstance(cell, Rate):
                    assert value == pytest.approx(cell.part / cell.whole) if cell.whole else value == ""
                elif isinstance(cell, datetime):
                    assert isinstance(value, datetime)
                elif isinstance(cell, int):
                    assert value == cell and isinstance(value, float | int)
                else:
                    assert str(value) == (cell or "")
    facts = {str(row[0]): row[1] for row in found["Summary"] if row[0]}
    assert facts["Campaign"] == '=HYPERLINK("x")', "a text, not a formula"
    assert facts["As it stood"] and facts["Time zone"] == str(reports.zone())
    assert facts["People in this file: People"] == "Everybody"


def test_the_workbooks_people_are_everybody_with_times_and_amounts(
    reports: Reports, campaign: str, tmp_path: Path
) -> None:
    reports.export(campaign, tmp_path / "r.xlsx")
    head, *lines = sheets(tmp_path / "r.xlsx")["People"]
    people = [dict(zip(head, line, strict=True)) for line in lines]
    figures = reports.report(campaign).figures
    assert len(people) == figures.total
    assert sum(isinstance(one["Read (UTC)"], datetime) for one in people) == figures.read
    assert sum(isinstance(one["Accepted (UTC)"], datetime) for one in people) == figures.accepted
    assert sum(isinstance(one["Replied (UTC)"], datetime) for one in people) == figures.replied
    assert sum(isinstance(one["Opted out (UTC)"], datetime) for one in people) == figures.opted_out
    assert sum(one["Outcome"] == "Cancelled" for one in people) == figures.cancelled == 20
    assert {one["Price"] for one in people} == {"", 0.0732}
    assert {one["Treatment"] for one in people} == {"", "a", "b"}


def test_csv_and_command_line_say_the_same(reports: Reports, campaign: str, tmp_path: Path) -> None:
    reports.export(campaign, tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        people = list(csv.DictReader(file))
    told = as_json(reports.full(campaign))
    words = {"read": "Read", "delivered": "Delivered", "failed": "Failed"}
    for key, word in words.items():
        assert sum(one["Outcome"] == word for one in people) == told[key]
    assert sum(bool(one["Replied (UTC)"]) for one in people) == told["replied"]
    assert sum(bool(one["Tapped a button"]) for one in people) == told["clicked"]
    excluded = told["excluded"]
    assert isinstance(excluded, dict)
    assert sum(one["Outcome"] == "Cancelled" for one in people) == excluded["stopped"]
    by = told["by"]
    assert isinstance(by, dict)
    for market, figures in by["market"].items():
        assert sum(one["Market"] == market for one in people) == figures["total"]
    assert not [one for one in people if one["Campaign"].startswith("=")]


def tables(text: str) -> list[list[list[str]]]:
    """Every table of a page, as its rows of cells."""
    found = []
    for inside in re.findall(r"<table.*?</table>", text, re.DOTALL):
        rows = re.findall(r"<tr>(.*?)</tr>", inside, re.DOTALL)
        found.append([[html.unescape(re.sub("<.*?>", "", cell)) for cell in re.findall(r"<t[dh].*?</t[dh]>", row)]
                      for row in rows])  # fmt: skip
    return found


def test_the_page_has_every_table_and_a_chart_and_needs_nothing_else(
    reports: Reports, campaign: str, tmp_path: Path
) -> None:
    report = reports.full(campaign)
    reports.export(campaign, tmp_path / "r.html")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    shown = tables(text)
    for section in sections(report):
        for begin in range(1, len(section.head), 5):
            columns = [0, *range(begin, min(begin + 5, len(section.head)))]
            head = [section.head[at] for at in columns]
            bodies = [rows[1:] for rows in shown if rows[0] == head]
            # The first column of a time line says a span, which its own test reads.
            wanted = [[cell_words(row[at]) for at in columns[section.key == "time_line" :]] for row in section.rows]
            assert wanted in [[row[section.key == "time_line" :] for row in body] for body in bodies], section.key
    assert text.count("<svg") >= 5
    assert not re.search(r'(src|href)="(?!data:)', text), "nothing is loaded from anywhere"
    assert "+316" not in text and "Person 1" not in text, "a page has nobody's number or name"


def test_a_file_of_some_says_whom_it_has(reports: Reports, campaign: str, tmp_path: Path) -> None:
    which = Which(states=("failed",), search="Person")
    n = reports.row_count(campaign, which)
    assert 0 < n < 30
    assert reports.export(campaign, tmp_path / "r.xlsx", which=which) == n
    found = sheets(tmp_path / "r.xlsx")
    assert len(found["People"]) == n + 1
    facts = {str(row[0]): row[1] for row in found["Summary"] if row[0]}
    assert facts["People in this file: Outcome"] == "Failed"
    assert facts["People in this file: Searched for"] == "Person"


def test_without_receipts_nothing_is_zero_that_nobody_knows(reports: Reports, outgoing: Outgoing, store: Store) -> None:
    made = outgoing.launch(add_people(store, 2), name="Quiet")
    sent(store, made, 50, T0, receipts=False)
    found = {one.key: one for one in sections(reports.full(made))}
    assert [row[1] for row in found["funnel"].rows][2:] == [None, None, None]
    assert "hours" not in found
    page = report_page(reports.full(made))
    assert "not known" in page and "nothing is known of delivery" in page


class Cancels(Progress):
    def __init__(self, after: int) -> None:
        self.asked, self.after = 0, after

    def report(self, done: int, total: int | None = None) -> None:
        pass

    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked > self.after


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".html"])
def test_a_file_that_is_cancelled_or_fails_is_not_there(
    ending: str, reports: Reports, outgoing: Outgoing, store: Store, tmp_path: Path
) -> None:
    made = outgoing.launch(add_people(store, 1), name="Large")
    sent(store, made, 1500, T0)
    for after in (0, 1) if ending == ".xlsx" else (0,):
        with pytest.raises(Cancelled):
            reports.export(made, tmp_path / f"r{ending}", Cancels(after))
    with pytest.raises(WorldError):
        reports.export(made, tmp_path / "nowhere" / f"r{ending}")
    assert list(tmp_path.glob("r.*")) == []


def test_other_endings_are_refused(reports: Reports, campaign: str, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        reports.export(campaign, tmp_path / "r.doc")


def test_the_report_of_the_page_and_of_its_files_is_one(reports: Reports, campaign: str) -> None:
    full: Report = reports.full(campaign)
    assert full.figures == reports.report(campaign).figures
