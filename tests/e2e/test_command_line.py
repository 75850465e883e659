"""Decides that the whole road can be driven by command line alone, with numbers that add up."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.fixtures.program import CREATE, Program, running_sandbox, write_people

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
PEOPLE = 400


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def add_up(report: dict[str, object]) -> int:
    excluded = report["excluded"]
    assert isinstance(excluded, dict)
    states = ("queued", "accepted", "sent", "delivered", "read", "failed", "unknown")
    return sum(excluded.values()) + sum(int(str(report[state])) for state in states)


def test_a_contacts_file_becomes_a_delivered_campaign(tmp_path: Path, workspace: Path) -> None:
    port = free_port()
    with running_sandbox("--speed", "200", "--webhook-url", f"http://127.0.0.1:{port}/webhook") as box:
        program = Program(workspace, box)
        receiver = None
        try:
            connected = program.connect()
            assert connected.code == 0, connected.err
            assert set(connected.json["sender"]) >= {
                "display_phone_number", "verified_name", "quality_rating", "throughput"
            }  # fmt: skip
            receiver = program.start("webhook", "receive", "--port", str(port))
            assert receiver.stdout is not None
            assert str(port) in receiver.stdout.readline()

            synced = program.run("templates", "sync").json
            assert synced["synced"] == sum(synced["by_status"].values()) > 25
            assert len(program.run("templates", "list").json["templates"]) == synced["synced"]

            people = write_people(tmp_path / "people.csv", PEOPLE)
            imported = program.run("contacts", "import", str(people), "--consent", "marketing=stand at the fair").json
            assert (imported["rows"], imported["added"], imported["invalid"]) == (PEOPLE, PEOPLE, 0)

            created = program.run(*CREATE, "--rate", "80").json
            assert created == {"campaign": "Spring", "recipients": PEOPLE, "excluded": {}}
            assert program.run("campaign", "send", "Spring").code == 2  # nobody there to be asked

            sent = program.run("campaign", "send", "Spring", "--yes")
            assert sent.code == 0, sent.err
            truth = box.stats()
            assert truth["recipients"] == truth["accepted"] == PEOPLE
            assert truth["duplicates"] == 0

            again = program.run("campaign", "send", "Spring", "--yes")
            assert (again.code, box.stats()["accepted"]) == (0, PEOPLE)

            report = settled(program, box)
            assert report["total"] == add_up(report) == PEOPLE
            by_status = box.stats()["by_status"]
            assert {name: report[name] for name in ("delivered", "read", "failed")} == {
                name: by_status.get(name, 0) for name in ("delivered", "read", "failed")
            }
            assert sum(report["errors"].values()) == report["failed"]
        finally:
            if receiver is not None:
                receiver.terminate()
                receiver.communicate(timeout=10)
        nobody_finds(workspace, box.token, box.app_secret)


def settled(program: Program, box: object) -> dict[str, object]:
    """The report once the sandbox has told everything it had to tell."""
    while True:
        told = program.sandbox.stats()
        report: dict[str, object] = program.run("campaign", "report", "Spring").json
        if not told["planned"] and not told["webhooks"]["waiting"]:
            return report


def nobody_finds(folder: Path, *secrets: str) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for secret in secrets:
                assert secret.encode() not in content, f"a secret is in {path.name}"


def test_what_cannot_be_sent_is_refused_with_its_problems(tmp_path: Path, workspace: Path) -> None:
    with running_sandbox() as box:
        program = Program(workspace, box)
        empty = program.run("campaign", "create", "X", "--template", "none", "--language", "nl", "--audience", "all")
        assert empty.code == 3
        assert {problem["code"] for problem in empty.json["problems"]} >= {"not-connected", "template-gone"}
        program.connect()
        program.run("templates", "sync")
        program.run("contacts", "import", str(write_people(tmp_path / "people.csv", 20)))
        unmapped = program.run(*CREATE[:-2])
        assert unmapped.code == 3
        assert {problem["code"] for problem in unmapped.json["problems"]} >= {"place-unmapped"}
        without_consent = program.run(*CREATE)
        assert without_consent.code == 3
        assert {problem["code"] for problem in without_consent.json["problems"]} == {"nobody-reachable"}
        assert program.run("campaign", "report", "Spring").code == 1


def test_a_wrong_token_stores_nothing(workspace: Path) -> None:
    with running_sandbox() as box:
        program = Program(workspace, box)
        refused = program.run(
            "connect", "--waba-id", box.waba_id, "--phone-number-id", box.phone_number_id, "--token-stdin",
            stdin="EAAwrongwrongwrongwrong\n",
        )  # fmt: skip
        assert refused.code == 1
        assert "token" in refused.err.lower()
        assert refused.json["error"]["code"] == "meta-190"
        assert program.run("templates", "sync").code == 1
    nobody_finds(workspace, "EAAwrongwrongwrongwrong")


def test_a_campaign_that_could_not_be_sent_ends_with_one_and_goes_on_later(tmp_path: Path, workspace: Path) -> None:
    with running_sandbox() as box:
        program = Program(workspace, box)
        program.connect()
        program.run("templates", "sync")
        program.run("contacts", "import", str(write_people(tmp_path / "people.csv", 20)), "--consent", "marketing=shop")
        assert program.run(*CREATE).code == 0
        box.settings(token_valid=False)
        revoked = program.run("campaign", "send", "Spring", "--yes")
        assert (revoked.code, revoked.json["queued"], box.stats()["accepted"]) == (1, 20, 0)
        assert "token" in revoked.err
        assert program.run("run", "--until-idle").code == 1
        box.settings(token_valid=True)
        sent = program.run("campaign", "send", "Spring", "--yes")
        assert (sent.code, sent.json["queued"], box.stats()["accepted"]) == (0, 0, 20)
        assert box.stats()["duplicates"] == 0


@pytest.mark.skipif(os.name != "posix", reason="asks a program to end by a signal")
def test_a_send_that_is_told_to_end_lands_and_goes_on_later(tmp_path: Path, workspace: Path) -> None:
    with running_sandbox("--latency-ms", "300") as box:
        program = Program(workspace, box)
        program.connect()
        program.run("templates", "sync")
        program.run("contacts", "import", str(write_people(tmp_path / "people.csv", 150)), "--consent", "marketing=x")
        program.run(*CREATE, "--rate", "40")
        sending = program.start("campaign", "send", "Spring", "--yes")
        while not box.stats()["accepted"]:
            time.sleep(0.1)
        sending.terminate()
        sending.communicate(timeout=20)
        assert sending.returncode == 130
        report = program.run("campaign", "report", "Spring").json
        assert report["unknown"] == 0
        assert report["accepted"] == box.stats()["accepted"] < 150
        sent = program.run("campaign", "send", "Spring", "--yes")
        assert (sent.code, sent.json["accepted"], box.stats()["accepted"]) == (0, 150, 150)
        assert box.stats()["duplicates"] == 0


def test_backup_and_restore_bring_everything_back(tmp_path: Path, workspace: Path) -> None:
    with running_sandbox() as box:
        program = Program(workspace, box)
        program.connect()
        program.run("contacts", "import", str(write_people(tmp_path / "people.csv", 30)), "--consent", "marketing=shop")
        file = tmp_path / "all.wsbackup"
        assert program.run("backup", str(file)).code == 0
        program.run("contacts", "import", str(write_people(tmp_path / "more.csv", 5, first=3_000_000)))
        assert program.run("restore", str(file)).code == 0
        again = program.run("contacts", "import", str(write_people(tmp_path / "people.csv", 30))).json
        assert (again["added"], again["updated"] + again["duplicates"]) == (0, 30)
        assert program.run("restore", str(tmp_path / "people.csv")).code == 1
        nobody_finds(tmp_path, box.token, box.app_secret)


def test_the_doctor_looks_at_every_part(workspace: Path) -> None:
    with running_sandbox() as box:
        program = Program(workspace, box)
        program.connect()
        told = program.run("doctor")
    assert told.code == 1, "one part is not well: there is no keyring"
    # Scripts go by these keys: they stay, in every language.
    checks = {check["key"]: check["ok"] for check in told.json["checks"]}
    healthy = {
        "workspace", "disk", "network", "token", "permissions", "number", "templates", "clock", "instance",
        "last-crash", "versions", "languages",
    }  # fmt: skip
    assert {part for part, ok in checks.items() if ok} >= healthy
    assert checks.keys() - healthy == {"keyring", "receiver", "fonts"}
    assert checks["keyring"] is False


def test_the_engine_runs_until_idle_and_ends_on_an_interrupt(tmp_path: Path, workspace: Path) -> None:
    import signal

    with running_sandbox() as box:
        program = Program(workspace, box)
        program.connect()
        assert program.run("run", "--until-idle").code == 0
        engine = subprocess.Popen(
            program.command("run"), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=program.env()
        )
        assert engine.stderr is not None
        assert "Running" in engine.stderr.readline()
        second = program.run("contacts", "import", str(write_people(tmp_path / "people.csv", 3)))
        assert second.code == 1
        assert "open" in second.err
        engine.send_signal(signal.SIGINT)
        engine.communicate(timeout=20)
        assert engine.returncode == 130
