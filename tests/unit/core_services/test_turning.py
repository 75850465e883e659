"""Decides that a running engine starts the turns of campaigns that recur, and hears at once of those that begin."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import MemoryKeyring
from tests.fixtures.studio import NUMBER, add_people, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import FastClock
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.draft import Draft, Mapping, Schedule
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash

# A Monday in June, on a clock that makes a minute of a second.
BEGUN, FACTOR = datetime(2026, 6, 1, 7, tzinfo=UTC), 60.0
PATIENCE = 20.0


@pytest.fixture
def studio(workspace: Path, memory_keyring: MemoryKeyring) -> Iterator[Studio]:
    """A workspace with two people, whose engine runs; nothing can leave it."""
    made = Studio.open(workspace, clock=FastClock(BEGUN, FACTOR))
    add_people(made._store, 2)
    connection = Connection(
        waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", verified_name="Bloom",
        display_phone_number="+31 20 123 4567", throughput="STANDARD", messaging_limit="TIER_10K", checked_at=BEGUN,
        verify_token="verify-me",
    )  # fmt: skip
    ConnectionStore(made._store).save(connection)
    TemplateRows(made._store).replace_all([offer()], BEGUN)
    made.engine.start(receiving=False)
    yield made
    made.close()


def test_a_campaign_that_begins_while_the_engine_runs_starts_in_its_time(studio: Studio) -> None:
    started = threading.Event()

    def heard(changes: Changes) -> None:
        if changes.campaigns and any(one.parent_id and one.state != "draft" for one in studio.campaigns.all()):
            started.set()

    studio.listen(heard)
    at = studio.clock.now().replace(second=0, microsecond=0) + timedelta(minutes=4)
    schedule = Schedule(kind="recurring", local_time=f"{at:%Y-%m-%dT%H:%M}", zone="UTC", rule="FREQ=DAILY")
    draft = Draft(
        name="Spring", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
        mapping={"body.1": Mapping(expression="{{ contact.first_name }}")}, schedule=schedule,
    )  # fmt: skip
    parent = studio.campaigns.launch(studio.campaigns.create(draft).id, typed_count=None)
    assert parent.starts_at == at

    assert started.wait(PATIENCE)
    studio.engine.stop()

    (turn,) = [one for one in studio.campaigns.all() if one.parent_id == parent.id]
    assert turn.launched_at is not None and turn.launched_at >= at
    assert turn.counts.total == 2
    kept = studio.campaigns.get(parent.id)
    assert (kept.state, kept.starts_at) == ("scheduled", at + timedelta(days=1))
    assert [one.child_id for one in studio.turns.of(parent.id)] == [turn.id]
