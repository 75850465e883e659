"""Decides that events get in from outside while the program runs: by a file, by a request, by the command line."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import ExpectedLogs, MemoryKeyring
from tests.fixtures.entering import walk_in
from tests.fixtures.studio import add_people, phone_of
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.cli import main
from whatsapp_studio.journeys.goals import Conversion
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running.outside import Event
from whatsapp_studio.storage.runs import ms

PATIENCE = 15.0


class Office:
    """A Studio with three people whose engine runs on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.studio = Studio.open(folder)
        self.store = self.studio._store
        self.people = add_people(self.store, 3)

    def publish(self, journey: Journey) -> None:
        self.studio.journeys._add(journey)
        self.studio.running.publish(journey.id)

    def start(self, *, sending: bool = True) -> None:
        self.studio.engine.start(sending=sending, port=0)

    @property
    def url(self) -> str:
        return self.studio.engine.status().receiver_url.removesuffix("/webhook") + "/events"

    def post(self, name: str, body: object = None, *, token: str | None = None) -> httpx.Response:
        told = self.studio.events.token.get() if token is None else token
        headers = {"Authorization": f"Bearer {told}".encode()} if told else {}
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return httpx.post(f"{self.url}/{name}", content=content, headers=headers, timeout=PATIENCE)

    def entered(self, journey: str = "j") -> list[int]:
        rows = self.store.rows("SELECT contact_id FROM runs WHERE journey_id = ? ORDER BY id", (journey,))
        return [row["contact_id"] for row in rows]

    def moved(self, journey: str = "j") -> int:
        """How many took their first step."""
        found = self.store.value("SELECT count(*) FROM passes p JOIN runs r ON r.id = p.run_id AND r.journey_id = ?"
                                 " WHERE p.n = 0", (journey,))  # fmt: skip
        return int(str(found))

    def until(self, holds: Callable[[], bool]) -> float:
        """Wait until ``holds``; returns for how many seconds."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() - began < PATIENCE, "it never came to be"
            time.sleep(0.01)
        return time.monotonic() - began


@pytest.fixture
def office(workspace: Path, memory_keyring: MemoryKeyring) -> Iterator[Office]:
    made = Office(workspace)
    yield made
    made.studio.close()


def by(source: str, id: str = "j", kind: str = "event", **more: Any) -> Journey:
    return walk_in(kind, id, source=source, event="order_placed", wait="1", **more)


# -- files ------------------------------------------------------------------------------------------------------


def test_three_events_in_a_file_enter_three_people_within_two_seconds(office: Office) -> None:
    office.publish(by("file", event_fields=[{"name": "total", "kind": "number"}]))
    office.start()
    folder = office.studio.events.folder
    office.until(folder.is_dir)

    lines = "".join(f"order_placed,{phone_of(n)},{n}\n" for n in (1, 2, 3))
    (folder / "orders.csv").write_text(f"event,phone,total\n{lines}")

    assert office.until(lambda: office.moved() == 3) < 2
    assert office.entered() == office.people
    office.until((folder / "done" / "orders.csv").exists)


def test_a_file_that_came_while_nothing_ran_is_taken_at_the_start(office: Office) -> None:
    office.publish(by("file"))
    folder = office.studio.events.folder
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps([{"event": "order_placed", "phone": phone_of(2)}]))

    office.start()

    office.until(lambda: office.moved() == 1)
    assert office.entered() == office.people[1:2]


def test_a_receiver_alone_takes_no_files(office: Office) -> None:
    office.start(sending=False)
    folder = office.studio.events.folder

    assert office.post("order_placed").status_code == 200
    assert not folder.exists()


# -- requests ---------------------------------------------------------------------------------------------------


def test_a_request_lets_its_contact_in(office: Office) -> None:
    office.publish(by("http"))
    office.start()

    answer = office.post("order_placed", {"phone": phone_of(1), "fields": {"total": 5}})

    assert (answer.status_code, answer.text) == (200, "1 event was taken. It is heard by “Spring”.")
    office.until(lambda: office.moved() == 1)
    assert office.entered() == office.people[:1]


def test_a_request_may_hold_several_or_nobody(office: Office) -> None:
    office.publish(by("http"))
    office.publish(by("http", "k", "business_event"))
    office.start()

    both = office.post("order_placed", [{"phone": phone_of(1)}, {"phone": phone_of(2)}])
    assert both.text.startswith("2 events were taken.")
    nobody = office.post("order_placed")

    assert nobody.text == "1 event was taken. It is heard by “Spring”."
    office.until(lambda: office.moved() == 2 and office.moved("k") == 3)


def test_a_request_that_nobody_waits_for_is_told(office: Office) -> None:
    office.start()

    answer = office.post("order%20placed", {})

    assert (answer.status_code, answer.text) == (200, "1 event was taken. No journey that runs waits for it.")
    assert office.post("x", []).text == "0 events were taken."


@pytest.mark.parametrize("token", ["", "wrong", "ünknown"])
def test_without_the_token_nothing_is_taken(office: Office, token: str) -> None:
    office.publish(by("http"))
    office.start()

    answer = office.post("order_placed", {"phone": phone_of(1)}, token=token)

    assert answer.status_code == 401
    assert answer.text.startswith("The token is missing or wrong.")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert office.store.value("SELECT count(*) FROM signals") == 0


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"{", "The JSON has a mistake on line 1."),
        (b"[[]]", "The JSON is not what is expected."),
        (b"\xff\xfe", "The JSON is not what is expected."),
        ({"phone": "+31687654321"}, "Line or entry 1: No contact has the phone number “+31687654321”."),
        ([{"phone": phone_of(1)}, {"fields": {"a": [1]}}], "Line or entry 2: The value “a” of the event cannot"),
    ],
)
def test_what_is_wrong_is_answered_in_words(office: Office, body: object, said: str) -> None:
    office.publish(by("http"))
    office.start()

    answer = office.post("order_placed", body)

    assert answer.status_code == 400
    assert answer.text.startswith("Nothing was taken.\n")
    assert said in answer.text
    assert office.store.value("SELECT count(*) FROM signals") == 0
    assert office.entered() == []


def test_a_name_that_is_none_and_a_body_without_end_are_refused(office: Office) -> None:
    office.start()

    assert office.post("x" * 65).status_code == 400
    assert office.post("a", b" " * 5_000_001).status_code == 413
    assert httpx.get(f"{office.url}/a", timeout=PATIENCE).status_code == 405


def test_a_locked_keyring_says_try_again(
    office: Office, monkeypatch: pytest.MonkeyPatch, expect_logs: ExpectedLogs
) -> None:
    expect_logs("could not be taken")
    office.start()

    def locked() -> str:
        raise WorldError("keyring-locked", details="")

    monkeypatch.setattr(office.studio.events.token, "_made", locked)
    office.studio.vault.forget("events-token")

    assert office.post("a", token="x").status_code == 503


# -- the token ---------------------------------------------------------------------------------------------------


def test_the_token_is_made_once_and_kept_with_the_secrets(office: Office, memory_keyring: MemoryKeyring) -> None:
    token = office.studio.events.token
    made = token.get()

    assert token.get() == made
    assert len(made) >= 32
    assert token.stays()
    assert made in memory_keyring.kept.values()
    assert made not in office.studio.paths.settings.parent.joinpath("studio.db").read_bytes().decode("latin-1")
    renewed = token.renew()
    assert renewed != made
    assert token.get() == renewed


def test_without_a_keyring_the_token_is_of_this_run(workspace: Path) -> None:
    studio = Studio.open(workspace)
    try:
        made = studio.events.token.get()
        assert studio.events.token.get() == made
        assert not studio.events.token.stays()
    finally:
        studio.close()


# -- the command line ----------------------------------------------------------------------------------------------


@pytest.fixture
def fire(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any, str]]:
    def firing(*args: str, as_json: bool = True) -> tuple[int, Any, str]:
        code = main(["--workspace", str(workspace), *(["--json"] if as_json else []), "journey", "fire", *args])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if as_json and shown.out else shown.out, shown.err

    return firing


def test_an_event_is_fired_beside_a_program_that_runs(office: Office, fire: Callable[..., Any]) -> None:
    office.publish(by("manual"))
    office.start()

    code, said, errors = fire("order_placed", "--contact", phone_of(3), "--set", "total=5", "--set", "note=a=b")

    assert code == 0
    assert said == {
        "event": "order_placed", "contact": office.people[2], "fields": {"total": "5", "note": "a=b"},
        "heard": [{"journey": "j", "name": "Spring", "as": "event", "step": "in"}],
    }  # fmt: skip
    assert "Journeys move while this program is open" in errors
    office.until(lambda: office.moved() == 1)
    assert office.entered() == office.people[2:]


@pytest.mark.parametrize(
    ("source", "kind", "args", "said"),
    [
        ("manual", "event", ["--contact", phone_of(1)], "It is heard by “Spring”."),
        ("file", "event", ["--contact", phone_of(1)], "Nobody hears it: “Spring” waits for it from a file."),
        ("file", "event", ["--contact", phone_of(1), "--from", "file"], "It is heard by “Spring”."),
        ("manual", "event", [], "Nobody hears it: “Spring” waits for it of one contact."),
        ("http", "business_event", [], "Nobody hears it: “Spring” waits for it from a request."),
        ("manual", "business_event", ["--contact", phone_of(1)],
         "Nobody hears it: “Spring” waits for it of no contact in particular."),
    ],
)  # fmt: skip
def test_who_hears_it_is_said(
    office: Office, fire: Callable[..., Any], source: str, kind: str, args: list[str], said: str
) -> None:
    office.publish(by(source, kind=kind))

    code, out, _ = fire("order_placed", *args, as_json=False)

    assert (code, out) == (0, f"“order_placed” was fired. {said}\n")


def test_an_event_that_nobody_waits_for_is_fired_all_the_same(office: Office, fire: Callable[..., Any]) -> None:
    code, out, _ = fire("anything", as_json=False)

    assert (code, out) == (0, "“anything” was fired. No journey that runs waits for it.\n")
    assert office.store.value("SELECT text FROM signals") == "anything"


@pytest.mark.parametrize(
    ("args", "code", "exits"),
    [
        (["order_placed", "--contact", "+31687654321"], "event-phone-unknown", 1),
        (["order_placed", "--contact", "nobody"], "phone-not-a-number", 1),
        (["order_placed", "--set", "total"], "event-field", 1),
        (["order_placed", "--set", "=5"], "event-field", 1),
        ([" "], "event-name", 1),
        (["order_placed", "--from", "moon"], "", 2),
    ],
)
def test_what_is_wrong_is_said(
    office: Office, fire: Callable[..., Any], args: list[str], code: str, exits: int
) -> None:
    ended, said, _ = fire(*args)

    assert ended == exits
    assert not code or said["error"]["code"] == code
    assert office.store.value("SELECT count(*) FROM signals") == 0


def test_the_goal_is_counted_on_the_command_line(
    office: Office, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.publish(by("manual", set_goal_on="event", set_goal_event="paid"))
    office.start()
    for id in office.people[:2]:
        office.studio.events.fire("order_placed", id)
    office.until(lambda: office.moved() == 2)
    office.studio.events.fire("paid", office.people[0])
    office.until(lambda: office.studio.running.conversion("j") == Conversion(2, 1))

    main(["--workspace", str(workspace), "--json", "journey", "status", "j"])
    assert json.loads(capsys.readouterr().out)["goal"] == {"entered": 2, "reached": 1, "share": 0.5}
    main(["--workspace", str(workspace), "journey", "status", "j"])
    assert "Goal: reached by 1 of 2" in capsys.readouterr().out
    assert office.studio.running.conversion("nowhere") is None


# -- asked of the Studio ---------------------------------------------------------------------------------------------


def test_firing_by_hand_is_now_and_of_whom_it_is(office: Office) -> None:
    office.publish(by("manual"))

    heard = office.studio.events.fire("order_placed", office.people[0], {"a": 1})

    assert [one.journey for one in heard] == ["Spring"]
    row = office.store.row("SELECT * FROM signals")
    assert row is not None
    assert abs(row["at"] - ms(office.studio.clock.now())) < 60_000
    assert office.studio.events.heard_by(Event(name="order_placed"), "manual") == ()
    assert len(office.studio.events.listeners()) == 1
    with pytest.raises(UserError):
        office.studio.events.fire("")
