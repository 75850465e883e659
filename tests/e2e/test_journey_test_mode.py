"""Shows a journey tried out by command line: real messages to a test contact in the sandbox, and to nobody else."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.fixtures.journeys import drawn
from tests.fixtures.program import Program, running_sandbox, write_people
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.graph import Journey

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]


def week_long(sender: str) -> Journey:
    """In by an event, a week of waiting, a message, another week, and out."""
    made = drawn("in event next=pause", "pause wait next=hello", "hello send_template next=rest", "rest wait next=out",
                 "out end", name="Week by week")  # fmt: skip
    week = {"until": "duration", "duration": {"amount": 7, "unit": "days"}}
    fields: dict[str, dict[str, Any]] = {
        "in": {"source": "manual", "event": "signed_up"}, "pause": week, "rest": week, "out": {"label": "Done"},
        "hello": {
            "template": {"name": "spring_offer", "language": "nl"}, "sender": sender,
            "mapping": {"body.first_name": {"expression": "{{ contact.first_name }}", "fallback": "there"}},
        },
    }  # fmt: skip
    steps = {i: msgspec.structs.replace(one, fields={**one.fields, **fields[i]}) for i, one in made.steps.items()}
    return msgspec.structs.replace(made, id="weekbyweek12", steps=steps)


def test_a_test_contact_gets_the_message_within_seconds_and_nobody_else_does(tmp_path: Path, workspace: Path) -> None:
    with running_sandbox("--seed", "4") as box:
        program = Program(workspace, box)
        assert program.connect().code == 0
        program.run("templates", "sync")
        people = str(write_people(tmp_path / "people.csv", 3))
        assert program.run("contacts", "import", people, "--country", "NL", "--consent", "marketing=shop").code == 0
        file = tmp_path / "week.wsjourney"
        file.write_text(dump(week_long("")), encoding="utf-8")

        refused = program.run("journey", "test", str(file), "--contact", "+31612000000")
        assert refused.code == 1 and refused.json["error"]["code"] == "contact-not-test", refused.err
        assert "Person0" in refused.json["error"]["text"] and box.stats()["accepted"] == 0

        studio = Studio.open(workspace)
        try:
            with studio._store.write() as conn:
                conn.execute("UPDATE contacts SET is_test = 1 WHERE phone = '+31612000000'")
        finally:
            studio.close()

        log, began = tmp_path / "log.json", time.monotonic()
        tried = program.run("journey", "test", str(file), "--contact", "+31612000000", "--log", str(log),
                            "--within", "120")  # fmt: skip
        assert tried.code == 0, tried.err
        assert 18 < time.monotonic() - began < 90
        (one,) = tried.json["contacts"]
        assert [step["step"] for step in one["steps"]] == ["in", "pause", "hello", "rest", "out"]
        assert [step["port"] for step in one["steps"]] == ["next"] * 4 + [""]
        assert one["ending"] == "end" and tried.json["state"] == "done"
        assert json.loads(log.read_text(encoding="utf-8")) == tried.json
        assert "+31612000000" not in log.read_text(encoding="utf-8")
        assert box.stats()["accepted"] == 1, "one message, to one contact"
        assert "few seconds" in tried.err and "Traceback" not in tried.err
