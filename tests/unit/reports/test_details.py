"""Decides that details of real rows add up, that every bar and cell opens as many people as it says, and what stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fixtures.sent import sent
from tests.fixtures.studio import T0, Outgoing, add_people, later
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.reports.adding_up import faults
from whatsapp_studio.reports.headline import headline, stages
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.series import end_of
from whatsapp_studio.reports.which import Which
from whatsapp_studio.services.reporting import Reports
from whatsapp_studio.storage import erasing, report_figures
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store


@pytest.fixture
def reports(store: Store) -> Reports:
    return Reports(store, lambda: T0)


@pytest.fixture
def campaign(outgoing: Outgoing, store: Store) -> str:
    ids = add_people(store, 3)
    made = outgoing.launch(ids, left_out={ids[0]: "no-consent"})
    sent(store, made, 400, T0, per_minute=5, treatments=("a", "b"), waiting=7, cancelled=11)
    return made


def full(reports: Reports, campaign: str) -> Report:
    found = reports.full(campaign)
    assert faults(found) == ()
    assert found.details is not None
    return found


def test_everything_adds_up_also_in_small_batches(
    reports: Reports, campaign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = full(reports, campaign)
    monkeypatch.setattr(report_figures, "BATCH", 17)
    assert full(reports, campaign).details == whole.details
    assert whole.details is not None and sum(whole.details.line.untimed.values()) == 0


def test_every_number_opens_as_many_people(reports: Reports, campaign: str) -> None:
    report = full(reports, campaign)
    details = report.details
    assert details is not None
    for figure in (*headline(report), *stages(report)):
        assert reports.row_count(campaign, figure.which) == figure.n, figure.label
    for part in details.parts["treatment"]:
        assert reports.row_count(campaign, Which(treatment=part.key)) == part.figures.total
    for part in details.parts["market"]:
        assert reports.row_count(campaign, Which(market=part.key)) == part.figures.total
    for part in details.parts["language"]:
        assert reports.row_count(campaign, Which(language=part.key)) == part.figures.total
    for part in details.parts["version"]:
        assert reports.row_count(campaign, Which(version=part.key)) == part.figures.total
    for cell in details.heat.cells:
        which = Which(states=("delivered", "read"), weekday=cell.weekday, hour=cell.hour)
        assert reports.row_count(campaign, which) == cell.delivered
    zone = reports.zone()
    for event, values in details.line.series.items():
        for start, n in zip(details.line.starts, values, strict=True):
            which = Which(event=event, begin=start, end=end_of(start, details.line.minutes, zone))
            assert reports.row_count(campaign, which) == n
    for code, n in report.errors.items():
        assert reports.row_count(campaign, Which(states=("failed",), reason=f"meta-{code}")) == n


def test_the_hour_is_that_of_the_persons_clock(reports: Reports, outgoing: Outgoing, store: Store) -> None:
    """09:00 UTC on Tuesday 3 March 2026: 10:00 in Amsterdam, 14:45 in Kathmandu for whoever says so."""
    ids = add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET time_zone = 'Asia/Kathmandu' WHERE id = ?", (ids[1],))
    made = outgoing.launch(ids)
    for n, message in enumerate(outgoing.claim()):
        outgoing.outbox.settle([(message, Accepted(f"w{n}"), T0)])
    with store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'delivered'")
        conn.executemany("INSERT INTO news (wamid, status, at) VALUES (?, 'delivered', ?)",
                         [("w0", iso(T0)), ("w1", iso(T0))])  # fmt: skip
    details = full(reports, made).details
    assert details is not None
    assert [(cell.weekday, cell.hour, cell.delivered, cell.thin) for cell in details.heat.cells] == [
        (1, 10, 1, True), (1, 14, 1, True),
    ]  # fmt: skip


@pytest.mark.parametrize("how", ["erased", "deleted"])
def test_figures_stay_when_people_go(how: str, reports: Reports, outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 6)
    made = outgoing.launch(ids)
    messages = outgoing.claim()
    outgoing.outbox.settle([(one, Accepted(f"w{n}"), T0) for n, one in enumerate(messages)])
    with store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'read', language = 'de', treatment = 'b', opted_at = ?", (iso(T0),))
        for n in range(len(ids)):
            for status, at in (("delivered", later(minutes=n)), ("read", later(minutes=60 * n))):
                conn.execute("INSERT INTO news (wamid, status, at) VALUES (?, ?, ?)", (f"w{n}", status, iso(at)))
        conn.execute(
            "INSERT INTO inbox (wamid, phone, at, kind, text, context) SELECT 'in', phone, ?, 'button', 'Yes', wamid"
            " FROM outbox ORDER BY id LIMIT 1",
            (iso(T0),),
        )
    before = full(reports, made)
    assert before.clicked == before.replied == 1 and before.opted_out == 6
    if how == "erased":
        with store.write() as conn:
            erasing.erase(conn, erasing.person(conn, ids), iso(later(hours=1)))
    else:
        ContactStore(store).delete(ids, iso(later(hours=1)))
    after = full(reports, made)
    assert after.details == before.details
    assert (after.figures, after.errors, after.excluded) == (before.figures, before.errors, before.excluded)


def test_a_recurring_campaign_is_the_sum_of_its_turns(reports: Reports, outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 5)
    turns = [outgoing.launch(ids, f"Weekly {n}", now=later(days=7 * n)) for n in range(3)]
    mother = outgoing.launch([], "Weekly")
    with store.write() as conn:
        conn.execute("UPDATE campaigns SET recurs = 1 WHERE id = ?", (mother,))
        for n, one in enumerate(turns):
            conn.execute("UPDATE campaigns SET parent_id = ?, occurs_at = ? WHERE id = ?",
                         (mother, iso(T0 + timedelta(days=7 * n)), one))  # fmt: skip
    for n, one in enumerate(turns):
        sent(store, one, 30 + n, later(days=7 * n), seed=n)
    whole = full(reports, mother)
    parts = [full(reports, one) for one in turns]
    assert whole.counts.total == sum(one.counts.total for one in parts)
    assert whole.details is not None
    assert [part.key for part in whole.details.parts["turn"]] == turns
    assert [part.figures for part in whole.details.parts["turn"]] == [one.figures for one in parts]
    assert reports.row_count(mother) == whole.counts.total
    assert reports.row_count(mother, Which(campaign=turns[1])) == parts[1].counts.total


def test_what_happened_is_told_of_turns_too(reports: Reports, outgoing: Outgoing, store: Store, campaign: str) -> None:
    with store.write() as conn:
        note(conn, campaign, T0, "too-many-failures", {"failed": 3})
        note(conn, campaign, later(minutes=5), "by-you", {})
    assert [one.code for one in reports.happened(campaign)] == ["by-you", "too-many-failures"]


def test_all_that_is_known_of_one_message(reports: Reports, campaign: str) -> None:
    (row, *_) = reports.rows(campaign, Which(mark="replied"))
    found = reports.recipient(row.id)
    assert found is not None
    assert [one.status for one in found.statuses] == ["sent", "delivered", "read"]
    assert found.row.accepted_at is not None and found.claimed_at is not None and found.wamid
    assert [one.at for one in found.replies] == [found.row.replied_at]
    assert reports.recipient(-1) is None


def test_details_can_be_stopped(reports: Reports, campaign: str) -> None:
    class Stops(Progress):
        def report(self, done: int, total: int | None = None) -> None:
            assert 0 < done <= (total or 0)

        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        reports.full(campaign, Stops())
    assert faults(reports.full(campaign)) == ()
