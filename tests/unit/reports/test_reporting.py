"""Decides what the report of a real campaign says, and that its file is safe to open and whole or not there."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.fixtures.studio import T0, Outgoing, add_people, later, phone_of
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.delivery.message import Inbound, News
from whatsapp_studio.delivery.outcome import Accepted, Refused, Unsure
from whatsapp_studio.reports.which import Which
from whatsapp_studio.services.reporting import Reports
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore


@pytest.fixture
def reports(store: Store) -> Reports:
    return Reports(store)


@pytest.fixture
def campaign(outgoing: Outgoing, store: Store) -> str:
    """Ten people: two left out, one queued, and the others each somewhere else."""
    ids = add_people(store, 10)
    made = outgoing.launch(ids, left_out={ids[8]: "no-consent", ids[9]: "value-empty"})
    messages = outgoing.claim(7)
    endings = [
        Accepted("w0"), Accepted("w1"), Accepted("w2"), Accepted("w3", held=True), Refused(131026, "cannot"),
        Unsure("time-out"), Accepted("w6"),
    ]  # fmt: skip
    outgoing.outbox.settle([(m, e, later(seconds=n)) for n, (m, e) in enumerate(zip(messages, endings, strict=True))])
    at = later(minutes=1)
    news = [
        News(wamid="w1", status="read", at=at), News(wamid="w2", status="delivered", at=at),
        News(wamid="w6", status="failed", at=at, code=131049, details="not now"),
    ]  # fmt: skip
    reply = Inbound(wamid="in", phone=phone_of(2), at=at, kind="text", text="thanks", context="w1")
    LedgerStore(store).apply(news, (reply,), (), (), at)
    return made


def test_the_report_says_where_everybody_stands(reports: Reports, campaign: str) -> None:
    found = reports.report(campaign)

    assert found.counts.total == 10
    assert dict(found.funnel) == {"planned": 8, "accepted": 5, "sent": 2, "delivered": 2, "read": 1}
    assert found.errors == {131026: 1, 131049: 1}
    assert found.excluded == {"no-consent": 1, "value-empty": 1}
    assert (found.replied, found.has_receipts) == (1, True)


def test_receipts_of_another_campaign_say_nothing_of_this_one(
    reports: Reports, outgoing: Outgoing, store: Store, campaign: str
) -> None:
    quiet = outgoing.launch(add_people(store, 1, first=50), name="Quiet")
    (message,) = [one for one in outgoing.claim() if one.campaign == quiet]
    outgoing.outbox.settle([(message, Accepted("w50"), T0)])

    assert reports.report(campaign).has_receipts
    assert not reports.report(quiet).has_receipts


def test_a_campaign_of_which_nothing_left_has_no_receipts(reports: Reports, outgoing: Outgoing, store: Store) -> None:
    found = reports.report(outgoing.launch(add_people(store, 1)))

    assert (found.has_receipts, found.replied) == (False, 0)
    with pytest.raises(UserError):
        reports.report("unknown")


def test_rows_can_be_chosen_by_state_reason_and_search(reports: Reports, campaign: str) -> None:
    everybody = reports.rows(campaign)
    assert [row.name for row in everybody] == [f"Name{n} Jansen" for n in range(1, 11)]
    assert [row.name for row in reports.rows(campaign, offset=3, limit=2)] == ["Name4 Jansen", "Name5 Jansen"]
    assert [row.state for row in everybody] == [
        "accepted", "read", "delivered", "held", "failed", "unknown", "failed", "queued", "excluded", "excluded"
    ]  # fmt: skip
    assert [row.code for row in reports.rows(campaign, Which(states=("failed",)))] == [131026, 131049]
    assert reports.row_count(campaign, Which(states=("failed",))) == 2
    assert [row.phone for row in reports.rows(campaign, Which(states=("queued",)))] == [phone_of(8)]
    assert [row.reason for row in reports.rows(campaign, Which(reason="no-consent"))] == ["no-consent"]
    assert [row.phone for row in reports.rows(campaign, Which(search="0000003"))] == [phone_of(3)]
    assert reports.row_count(campaign, Which(search="name1 ")) == 1
    assert reports.row_count(campaign) == reports.row_count(campaign, Which(search="Jansen")) == 10
    assert reports.rows(campaign, Which(states=("failed",), search="Name5", reason="meta-131049")) == []


def test_a_search_is_taken_literally(reports: Reports, campaign: str) -> None:
    assert reports.row_count(campaign, Which(search="%")) == 0
    assert reports.row_count(campaign, Which(search="Name_")) == 0


def test_the_time_of_a_row_is_its_latest_news(reports: Reports, campaign: str) -> None:
    rows = reports.rows(campaign)

    assert rows[0].at == T0
    assert rows[1].at == later(minutes=1)
    assert rows[7].at is None
    assert (rows[4].details, rows[6].details) == ("cannot", "not now")


def read(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_file_has_a_line_for_everybody(reports: Reports, campaign: str, tmp_path: Path) -> None:
    path = tmp_path / "report.csv"

    assert reports.export_csv(campaign, path) == 10

    head, *lines = read(path)
    assert head[:3] == ["Phone", "Name", "Outcome"]
    assert [line[0] for line in lines] == [phone_of(n) for n in range(1, 11)]
    assert lines[1][2] == "Read"
    assert lines[4][4] == "131026" and lines[4][3]
    assert lines[8][3] == "No consent for marketing messages"
    assert [one.name for one in tmp_path.glob("report*")] == ["report.csv"]


def test_no_cell_can_be_a_formula(reports: Reports, outgoing: Outgoing, store: Store, tmp_path: Path) -> None:
    ids = add_people(store, 6)
    evil = ['=HYPERLINK("http://x")', "+1+1", "-1", "@SUM(A1)", "\t=1", 'plain "quoted", name']
    with store.write() as conn:
        conn.executemany("UPDATE contacts SET first_name = ?, last_name = '' WHERE id = ?", zip(evil, ids, strict=True))
    campaign = outgoing.launch(ids)

    reports.export_csv(campaign, tmp_path / "r.csv")

    names = [line[1] for line in read(tmp_path / "r.csv")[1:]]
    assert names[:4] == ["'" + name for name in evil[:4]]
    assert not [name for name in names if name.startswith(("=", "+", "-", "@", "\t"))]
    assert names[5] == evil[5]


class Cancels(Progress):
    def __init__(self) -> None:
        self.reported: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.reported.append((done, total))

    def cancelled(self) -> bool:
        return True


def test_a_cancelled_export_leaves_the_older_file_alone(
    reports: Reports, outgoing: Outgoing, store: Store, tmp_path: Path
) -> None:  # fmt: skip
    campaign = outgoing.launch(add_people(store, 1200))
    path = tmp_path / "r.csv"
    path.write_text("older")
    watcher = Cancels()

    with pytest.raises(Cancelled):
        reports.export_csv(campaign, path, watcher)

    assert watcher.reported == [(1000, 1200)]
    assert path.read_text() == "older"
    assert [one.name for one in tmp_path.glob("r.csv*")] == ["r.csv"]


def test_an_export_that_cannot_be_written_says_so(reports: Reports, campaign: str, tmp_path: Path) -> None:
    with pytest.raises(WorldError) as caught:
        reports.export_csv(campaign, tmp_path / "nowhere" / "r.csv")
    assert caught.value.code == "cannot-write"
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(WorldError):
        reports.export_csv(campaign, tmp_path / "taken.csv")
    assert not list(tmp_path.glob("*.part"))
