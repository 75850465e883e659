"""Stop at message 500 of 1,000: the other 500 are cancelled, and every total says so."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import datetime
from pathlib import Path

from tests.fixtures.studio import T0, Workspace, add_people, check_counts
from tests.unit.core_services.test_review_file import DRAFT
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.reports.report import as_json
from whatsapp_studio.services.reporting import Reports


def _send(rooms: Workspace, n: int, at: datetime = T0) -> None:
    messages = rooms.outgoing.claim(n, at)
    assert len(messages) == n
    rooms.outgoing.outbox.settle([(one, Accepted(f"wamid.{one.id}"), at) for one in messages])


def test_five_hundred_are_sent_and_five_hundred_cancelled(rooms: Workspace, tmp_path: Path) -> None:
    add_people(rooms.store, 1000)
    campaign = rooms.campaigns.create(DRAFT).id
    rooms.campaigns.launch(campaign, typed_count=1000, hold_seconds=0)
    _send(rooms, 500)
    stopped = rooms.campaigns.stop(campaign)

    assert stopped.state == "stopped"
    assert (stopped.counts.accepted, stopped.counts.excluded, stopped.counts.total) == (500, 500, 1000)
    assert rooms.outgoing.claim(10) == []
    check_counts(rooms.store)

    reports = Reports(rooms.store)
    report = reports.report(campaign)
    assert report.excluded == {"stopped": 500}
    told = as_json(report)
    parts = ("queued", "accepted", "sent", "delivered", "read", "failed", "unknown")
    assert sum(int(str(told[name])) for name in parts) + sum(report.excluded.values()) == told["total"] == 1000
    path = tmp_path / "people.csv"
    assert reports.export_csv(campaign, path) == 1000
    with path.open(encoding="utf-8-sig", newline="") as file:
        outcomes = Counter(row["Outcome"] for row in csv.DictReader(file))
    assert outcomes == {"Accepted by Meta": 500, "Cancelled": 500}


def test_what_was_leaving_when_it_stopped_is_not_called_cancelled(rooms: Workspace) -> None:
    add_people(rooms.store, 10)
    campaign = rooms.campaigns.create(DRAFT).id
    rooms.campaigns.launch(campaign, typed_count=None, hold_seconds=0)
    leaving = rooms.outgoing.claim(4)
    rooms.campaigns.stop(campaign)
    counts = rooms.campaigns.get(campaign).counts
    assert (counts.in_flight, counts.excluded) == (4, 6)
    rooms.outgoing.outbox.settle([(one, Accepted(f"wamid.{one.id}"), T0) for one in leaving])
    counts = rooms.campaigns.get(campaign).counts
    assert (counts.accepted, counts.excluded, counts.total) == (4, 6, 10)
