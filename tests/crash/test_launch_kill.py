"""Killed at any moment of a launch of 20,000 messages, all of them are there or none; launching again works."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fixtures.program import ROOT, environment
from tests.fixtures.studio import NUMBER, T0, check_counts, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.programme import Experiment, Treatment
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300)]
PEOPLE, KILLS = 20_000, 10
OTHER = offer("Hello {{1}}", name="other_offer")
SAYS = {"body.1": Mapping("{{ contact.first_name }}")}
DRAFT = Draft(
    name="Spring", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
    mapping=SAYS, experiment=Experiment(
        treatments=(Treatment(key="a"), Treatment(
            key="b", template="other_offer", language="nl", template_hash=content_hash(OTHER), mapping=SAYS
        )), holdout=5,
    ),
)  # fmt: skip
# What a launch writes to, beside the campaign itself.
TABLES = ("outbox", "counts", "campaign_translations", "waves", "experiments")


def test_a_launch_that_is_killed_is_whole_or_not_there(workspace: Path) -> None:
    seed = random.randrange(1_000_000)
    chance = random.Random(seed)
    reached, triggers = _prepare(workspace)
    _, whole = _launch(workspace, reached, None)
    assert _found(workspace, triggers) == "whole"
    _undo(workspace)
    killed = 0
    for place in range(KILLS):
        # As many early as late: the last part writes what counts.
        ended, _ = _launch(workspace, reached, whole * chance.uniform(place, place + 1) / KILLS)
        killed += ended
        if _found(workspace, triggers, f"seed {seed}, kill {place}") == "whole":
            _undo(workspace)
    assert killed >= KILLS * 0.6, f"too few kills hit a launch (seed {seed})"
    assert _launch(workspace, reached, None)[0] is False
    assert _found(workspace, triggers) == "whole"


def _prepare(workspace: Path) -> tuple[int, set[str]]:
    """People, templates and the draft: how many it reaches, and the triggers that there are."""
    studio = Studio.open(workspace)
    with studio._store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, first_name, last_name, marketing, created_at, updated_at)"
            f" VALUES (?, ?, 'Jansen', 'yes', '{iso(T0)}', '{iso(T0)}')",
            ((f"+316{n:08d}", f"Name{n}") for n in range(PEOPLE)),
        )
    ConnectionStore(studio._store).save(
        Connection(waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", throughput="HIGH",
                   messaging_limit="TIER_UNLIMITED", checked_at=T0, verify_token="v")
    )  # fmt: skip
    TemplateRows(studio._store).replace_all([offer(), OTHER], T0)
    studio.campaigns.create(DRAFT)
    reached = studio.campaigns.count(DRAFT).reachable
    triggers = _triggers(studio)
    studio.close()
    return reached, triggers


def _triggers(studio: Studio) -> set[str]:
    return {row[0] for row in studio._store.rows("SELECT sql FROM sqlite_master WHERE type = 'trigger'")}


def _launch(workspace: Path, reached: int, seconds: float | None) -> tuple[bool, float]:
    """Launch in another process, killed so long after it began: whether it was, and how long it took."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.launch_child", str(workspace), str(reached)], stdout=subprocess.PIPE,
        text=True, cwd=ROOT, env=environment(),
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == "begins\n"
    begun = time.perf_counter()
    if seconds is None:
        assert child.stdout.readline() == "launched\n"
    else:
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
    took = time.perf_counter() - begun
    killed = child.wait(60) == -signal.SIGKILL
    child.stdout.close()
    return killed, took


def _found(workspace: Path, triggers: set[str], hint: str = "") -> str:
    """Whether the launch is there: ``whole`` or ``absent``, and nothing between."""
    studio = Studio.open(workspace)
    try:
        (campaign,) = studio.campaigns.all()
        rows = {table: studio._store.value(f"SELECT count(*) FROM {table}") for table in TABLES}
        assert _triggers(studio) == triggers, hint
        check_counts(studio._store)
        if campaign.state == "draft":
            assert set(rows.values()) == {0}, (rows, hint)
            return "absent"
        assert (campaign.state, rows["outbox"], campaign.counts.total) == ("sending", PEOPLE, PEOPLE), (rows, hint)
        assert (rows["campaign_translations"], rows["waves"], rows["experiments"]) == (2, 0, 1), (rows, hint)
        return "whole"
    finally:
        studio.close()


def _undo(workspace: Path) -> None:
    studio = Studio.open(workspace)
    (campaign,) = studio.campaigns.all()
    assert studio.campaigns.undo_launch(campaign.id).counts.total == 0
    studio.close()
