"""Decides that a client we did not write works against the sandbox: a second opinion about its shapes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from whatsapp_studio.sandbox.reserved import phone_for
from whatsapp_studio.sandbox.world import World

HERE = Path(__file__).parent
LOCK = HERE / "requirements.lock"
ENVIRONMENTS = HERE.parents[2] / "build"

pytestmark = [pytest.mark.pywa, pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def python() -> Path:
    """The interpreter of an environment that holds pywa alone; made once for each state of the lock."""
    folder = ENVIRONMENTS / f"pywa-venv-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    found = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "complete"
    if not done.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True, timeout=120)
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", str(LOCK)]
        subprocess.run([str(found), *install], check=True, timeout=180)
        done.touch()
    return found


@pytest.fixture(scope="module")
def seen(python: Path) -> dict[str, Any]:
    """What pywa saw in one talk with a sandbox of its own process."""
    command = [sys.executable, "-m", "whatsapp_studio.sandbox.server", "--seed", "5", "--speed", "20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE.parents[2]) as server:
        assert server.stdout is not None
        info = json.loads(server.stdout.readline())
        people = {
            "app_id": World(5).app_id,
            "reads": phone_for("reads")[1:],
            "tap": phone_for("tap")[1:],
            "fails": phone_for(code=131026, how="async")[1:],
            "stop": phone_for("stop-preference")[1:],
        }
        try:
            talk = subprocess.run(
                [str(python), str(HERE / "talk.py")],
                input=json.dumps(info | people) + "\n",
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=60,
            )
        finally:
            server.terminate()
    assert talk.returncode == 0, talk.stderr
    told: dict[str, Any] = json.loads(talk.stdout)
    return told | {"people": people}


def test_a_template_with_header_body_and_button_is_accepted(seen: dict[str, Any]) -> None:
    assert seen["template"]["id"].startswith("wamid.")
    assert seen["template"] | {"id": ""} == {"id": "", "to": seen["people"]["reads"], "status": "accepted"}


def test_text_goes_to_somebody_who_wrote(seen: dict[str, Any]) -> None:
    assert seen["text"]["to"] == seen["people"]["tap"]


def test_refusals_become_its_own_kinds_of_error(seen: dict[str, Any]) -> None:
    assert seen["refused"]["code"] == 132000 and seen["refused"]["kind"] == "TemplateParamCountMismatch"
    assert "expected number of params (1)" in seen["refused"]["details"]
    assert seen["handshake_refused"] == 2200


def test_media_comes_back_as_it_was_uploaded_and_can_be_sent(seen: dict[str, Any]) -> None:
    assert seen["media"]["same"] is True
    assert seen["picture"].startswith("wamid.")


def test_every_template_is_listed_to_the_last_page(seen: dict[str, Any]) -> None:
    assert seen["total"] == len(seen["templates"]) == len({tuple(t[:2]) for t in seen["templates"]}) >= 30
    assert {status for _, _, status, _ in seen["templates"]} >= {
        "APPROVED",
        "PENDING",
        "REJECTED",
        "PAUSED",
        "DISABLED",
    }


def test_a_created_template_is_reviewed_and_told(seen: dict[str, Any]) -> None:
    assert seen["created"]["status"] == "PENDING"
    assert ["made_by_another", "APPROVED"] in seen["updates"]


def test_statuses_taps_and_preferences_are_read_from_signed_posts(seen: dict[str, Any]) -> None:
    of_order = [status for _, status, tracker, _ in seen["statuses"] if tracker == "order-1"]
    assert set(of_order) == {"sent", "delivered", "read"}
    assert [[s, c] for _, s, tracker, c in seen["statuses"] if tracker == "spring-2"] == [["failed", 131026]]
    assert seen["taps"] == [[seen["people"]["tap"], "Proefrit plannen"]]
    assert seen["preferences"] == [[seen["people"]["stop"], "stop"]]


def test_facts_of_number_and_account_are_read(seen: dict[str, Any]) -> None:
    assert seen["phone"][1:] == ["Fietsgoed", "GREEN"]
    assert seen["account"] == [World(5).waba_id, "Fietsgoed"]


def test_nothing_it_logged_says_that_a_shape_was_wrong(seen: dict[str, Any]) -> None:
    assert seen["logged"] == []
