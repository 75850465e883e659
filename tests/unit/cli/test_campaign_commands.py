"""Campaigns from the command line: what the options say, the review, and what may be done with those that are there."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.fixtures.studio import NUMBER, T0, add_people, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Audience, Schedule
from whatsapp_studio.campaigns.programme import Budget, Tags, Waves
from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.templates import TemplateRows

PEOPLE = 10


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    studio = Studio.open(tmp_path)
    add_people(studio._store, PEOPLE)
    add_people(studio._store, 2, first=50, marketing="no")
    ConnectionStore(studio._store).save(
        Connection(
            waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", throughput="STANDARD",
            messaging_limit="TIER_10K", checked_at=T0, verify_token="verify-me",
        )
    )  # fmt: skip
    TemplateRows(studio._store).replace_all([offer()], T0)
    studio.close()
    return tmp_path


def run(workspace: Path, *args: str, as_json: bool = True) -> Result:
    return CliRunner().invoke(
        studio_command, ["--workspace", str(workspace), *(["--json"] if as_json else []), "campaign", *args]
    )


def create(workspace: Path, *more: str, name: str = "Spring") -> Result:
    return run(
        workspace, "create", name, "--template", "spring_offer", "--language", "nl", "--set",
        "body.1={{ contact.first_name }}", *more,
    )  # fmt: skip


def kept(workspace: Path) -> list[Campaign]:
    studio = Studio.open(workspace, role="reader")
    try:
        return studio.campaigns.all()
    finally:
        studio.close()


def answer(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, (result.output, result.exception)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_options_say_when_in_which_parts_and_within_which_limits(workspace: Path) -> None:
    made = answer(create(
        workspace, "--at", "2031-12-01T09:00", "--zone", "Europe/Amsterdam", "--each-zone", "--late", "skip",
        "--late-minutes", "30", "--waves", "10%,20%", "--waves-every", "15", "--hold-percent", "5", "--per-day", "500",
        "--fail-percent", "20", "--rate", "7", "--utm", "source=whatsapp", "--utm", "campaign=Spring & more",
    ))  # fmt: skip

    assert made == {"campaign": "Spring", "recipients": PEOPLE, "excluded": {"opted-out": 2}}
    (draft,) = (one.draft for one in kept(workspace))
    assert draft.schedule == Schedule(
        kind="at", local_time="2031-12-01T09:00", zone="Europe/Amsterdam", each_zone=True, late="skip", late_minutes=30
    )
    assert draft.waves == Waves(sizes=(10, 20), every_minutes=15, hold_percent=5)
    assert (draft.per_day, draft.fail_percent, draft.rate) == (500, 20, 7)
    assert draft.tags == Tags(source="whatsapp", campaign="Spring & more")


def test_it_may_recur_and_have_waves_of_people(workspace: Path) -> None:
    answer(create(workspace, "--at", "2031-12-01T09:00", "--zone", "UTC", "--every", "FREQ=WEEKLY;COUNT=3",
                  "--waves", "2,3"))  # fmt: skip

    (draft,) = (one.draft for one in kept(workspace))
    assert (draft.schedule.kind, draft.schedule.rule) == ("recurring", "FREQ=WEEKLY;COUNT=3")
    assert draft.waves is not None
    assert (draft.waves.sizes, draft.waves.unit) == ((2, 3), "people")
    told = answer(run(workspace, "plan", "Spring"))
    assert told["upcoming"] == [f"2031-12-{day}T09:00:00.000+00:00" for day in ("01", "08", "15")]


def test_a_budget_is_an_amount_and_a_currency(workspace: Path) -> None:
    blocked = create(workspace, "--budget", "12.50 eur")

    assert isinstance(blocked.exception, Blocked)
    codes = [one.code for one in blocked.exception.problems]
    assert codes in (["budget-without-prices"], ["budget-unknown-prices"], ["budget-currency"])
    assert Budget(Decimal("12.50"), "EUR").most == Decimal("12.50")


@pytest.mark.parametrize("wrong", [
    ("--budget", "lots"), ("--budget", "5 gold"), ("--budget", "NaN EUR"), ("--utm", "colour=red"), ("--utm", "source"),
    ("--waves", "10%,many"), ("--every", "FREQ=DAILY"), ("--each-zone",),
])  # fmt: skip
def test_what_nobody_can_read_is_wrong_usage(workspace: Path, wrong: tuple[str, ...]) -> None:
    assert create(workspace, *wrong).exit_code == 2
    assert kept(workspace) == []


def test_a_plan_prints_the_review(workspace: Path) -> None:
    answer(create(workspace, "--at", "2031-12-01T09:00", "--zone", "UTC", "--each-zone", "--waves", "5,2"))
    told = answer(run(workspace, "plan", "Spring"))

    assert (told["total"], told["recipients"], told["excluded"]) == (PEOPLE + 2, PEOPLE, {"opted-out": 2})
    assert [one["people"] for one in told["waves"]] == [5, 2, 3]
    assert told["zones"] == {"Europe/Amsterdam": PEOPLE}
    assert told["first_at"] == told["last_at"] == "2031-12-01T08:00:00.000+00:00"
    assert told["waves"][1]["starts_at"] == "2031-12-01T09:00:00.000+00:00"
    assert sum(day["messages"] for day in told["days"]) == PEOPLE
    assert told["tier"] == {"limit": 10_000, "used": 0, "left": 10_000}
    assert told["problems"] == []
    words = run(workspace, "plan", "Spring", as_json=False)
    assert "10 recipients; 2 left out." in words.stdout
    assert "Wave 2: 2 people" in words.stdout


def test_a_plan_of_what_cannot_be_sent_is_blocked(workspace: Path) -> None:
    answer(create(workspace))
    studio = Studio.open(workspace)
    TemplateRows(studio._store).replace_all([], T0)
    studio.close()
    found = run(workspace, "plan", "Spring")

    assert found.exit_code == 3
    assert [one["code"] for one in json.loads(found.stdout)["problems"]] == ["template-gone"]


def test_campaigns_are_listed_paused_resumed_stopped_copied_and_archived(workspace: Path) -> None:
    answer(create(workspace, "--at", "2031-12-01T09:00", "--zone", "UTC"))
    studio = Studio.open(workspace)
    (one,) = studio.campaigns.all()
    studio.campaigns.launch(one.id, typed_count=PEOPLE)
    studio.close()

    assert [row["state"] for row in answer(run(workspace, "list"))["campaigns"]] == ["scheduled"]
    assert answer(run(workspace, "pause", "Spring"))["state"] == "paused"
    assert answer(run(workspace, "resume", "spring"))["state"] == "scheduled"
    asked = CliRunner().invoke(studio_command, ["--workspace", str(workspace), "campaign", "stop", "Spring"], input="n")
    assert asked.exit_code == 1
    stopped = answer(run(workspace, "stop", "Spring", "--yes"))
    assert (stopped["state"], stopped["counts"]["excluded"], stopped["counts"]["total"]) == (
        "stopped", PEOPLE + 2, PEOPLE + 2,
    )  # fmt: skip
    assert answer(run(workspace, "duplicate", "Spring", "Summer"))["campaign"] == "Summer"
    assert answer(run(workspace, "archive", "Spring"))["archived"] is True
    assert [row["campaign"] for row in answer(run(workspace, "list"))["campaigns"]] == ["Summer"]
    assert len(answer(run(workspace, "list", "--archived"))["campaigns"]) == 2
    assert answer(run(workspace, "archive", "Spring", "--undo"))["archived"] is False
    assert isinstance(run(workspace, "plan", "Spring").exception, UserError)


def test_one_may_follow_another(workspace: Path) -> None:
    answer(create(workspace))
    studio = Studio.open(workspace)
    (first,) = studio.campaigns.all()
    studio.campaigns.launch(first.id, typed_count=PEOPLE, hold_seconds=0)
    with studio._store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'failed', code = 131049 WHERE id IN"
            " (SELECT id FROM outbox WHERE state = 'ready' LIMIT 4)"
        )
    studio.close()

    made = answer(create(workspace, "--follow", "Spring", name="Again"))
    assert made["recipients"] == 4
    again = kept(workspace)[0]
    assert again.follows == first.id
    assert again.draft.audience == Audience(kind="outcome", campaign_id=first.id, outcome="failed-for-now")
