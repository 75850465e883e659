"""Decides that files with events are taken once each, whole or not at all, and never half written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ExpectedLogs
from tests.fixtures.entering import Entrance
from tests.fixtures.studio import phone_of, store
from whatsapp_studio.base.errors import Blocked, UserError, WorldError
from whatsapp_studio.services.running import arriving, dropping
from whatsapp_studio.services.running.arriving import Arriving
from whatsapp_studio.services.running.dropping import STEADY, DropFolder
from whatsapp_studio.storage.db import Store

__all__ = ["store"]


class Box:
    """A folder for events whose seconds a test lets pass."""

    def __init__(self, hall: Entrance, folder: Path) -> None:
        self.hall, self.path, self.seconds, self.woken = hall, folder, 0.0, 0
        self.arriving = Arriving(hall.store, lambda: "NL")
        self.open()

    def open(self) -> None:
        self.drops = DropFolder(self.path, self.hall.store, self.arriving, _Clock(self.hall), self._wake, self._time)
        self.drops.look()

    def _wake(self) -> None:
        self.woken += 1

    def _time(self) -> float:
        return self.seconds

    def put(self, name: str, text: str | bytes) -> Path:
        path = self.path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def wait(self) -> int:
        """Long enough for files to be steady."""
        taken = self.drops.look()
        self.seconds += STEADY + 0.01
        return taken + self.drops.look()

    def signals(self) -> list[tuple[Any, ...]]:
        rows = self.hall.store.rows("SELECT contact_id, text, data FROM signals ORDER BY id")
        return [(row["contact_id"], row["text"], json.loads(row["data"])["fields"]) for row in rows]

    def names(self, below: str = "") -> list[str]:
        folder = self.path / below
        return sorted(one.name for one in folder.iterdir() if one.is_file()) if folder.is_dir() else []


class _Clock:
    def __init__(self, hall: Entrance) -> None:
        self._hall = hall

    def now(self) -> Any:
        return self._hall.now


@pytest.fixture
def box(store: Store, tmp_path: Path) -> Box:
    hall = Entrance(store)
    hall.people(3)
    hall.store.db.conn.execute("UPDATE contacts SET wa_id = '31612345678' WHERE id = 1")
    return Box(hall, tmp_path / "events")


def three(event: str = "order_placed") -> str:
    lines = "".join(f"{event},{phone_of(n)},{n * 10}\n" for n in (1, 2, 3))
    return f"event,phone,total\n{lines}"


# -- what is in a file -------------------------------------------------------------------------------------------


def test_a_csv_file_gives_its_events_in_order(box: Box) -> None:
    box.put("orders.csv", three())

    assert box.wait() == 1

    assert box.signals() == [(n, "order_placed", {"total": str(n * 10)}) for n in (1, 2, 3)]
    assert box.woken == 1
    assert (box.names(), box.names("done"), box.names("failed")) == ([], ["orders.csv"], [])


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Event;Phone;Total;Note\norder;06 1234 5678;1,50;\n", {"Total": "1,50"}),
        ("\ufeffphone,event,note\n+31600000001,order,\"a, b\"\n\n", {"note": "a, b"}),
        ("event\tphone\torder no\norder\t+31 6 00000001\t7\n", {"order no": "7"}),
    ],
)
def test_a_csv_file_may_be_written_in_many_ways(box: Box, text: str, fields: dict[str, str]) -> None:
    box.put("a.csv", text)

    box.wait()

    assert box.signals() == [(1, "order", fields)]


def test_a_csv_file_in_another_encoding_is_read(box: Box) -> None:
    box.put("a.csv", "event,phone,place\norder,+31600000001,Zoë\n".encode("cp1252"))

    box.wait()

    assert box.signals() == [(1, "order", {"place": "Zoë"})]


def test_a_json_file_is_a_list_of_objects(box: Box) -> None:
    events = [
        {"event": "order_placed", "phone": phone_of(1), "fields": {"total": 12.5, "paid": True, "note": None}},
        {"event": "price_drop"},
        {"event": "order_placed", "phone": 31600000002, "total": 3},
    ]
    box.put("a.JSON", json.dumps(events))

    box.wait()

    assert box.signals() == [
        (1, "order_placed", {"total": 12.5, "paid": True, "note": None}),
        (None, "price_drop", {}),
        (2, "order_placed", {"total": 3}),
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "", "There is no event in this file."),
        ("a.csv", "event,phone\n", "There is no event in this file."),
        ("a.csv", "name,number\na,b\n", "The first line does not name the columns"),
        (
            "a.csv", f"event,phone\norder,{phone_of(1)}\norder,+31687654321\n",
            "Line or entry 3: No contact has the phone number “+31687654321”.",
        ),
        ("a.csv", f"event,phone\n,{phone_of(1)}\n", "Line or entry 2: This is not the name of an event."),
        ("a.csv", "event,phone\norder,12\n", "Line or entry 2: The phone number “12” is too short."),
        ("a.json", "", "The JSON has a mistake on line 1."),
        ("a.json", '[{"event": "a",\n}]', "The JSON has a mistake on line 2."),
        ("a.json", "[]", "There is no event in this file."),
        ("a.json", '{"event": "a"}', "The JSON is not what is expected."),
        ("a.json", "[3]", "The JSON is not what is expected."),
        ("a.json", '[{"event": "a", "fields": [1]}]', "The JSON is not what is expected."),
        ("a.json", "[" * 100_000, "The JSON is not what is expected."),
        ("a.json", '[{"event": 3}]', "Line or entry 1: This is not the name of an event."),
        ("a.json", '[{"event": "a", "phone": []}]', "Line or entry 1: “[]” is not a phone number."),
        ("a.json", '[{"event": "a", "fields": {"x": NaN}}]', "The JSON is not what is expected."),
        ("a.json", r'[{"event": "a", "note": "\ud83d"}]', "The JSON is not what is expected."),
        ("a.json", r'[{"event": "a", "phone": "\uDE00"}]', "The JSON is not what is expected."),
        ("a.json", '[{"event": "a", "fields": {"x": {"y": 1}}}]', "The value “x” of the event cannot be used."),
        ("a.json", '[{"event": "a", "note": "' + "x" * 1001 + '"}]', "The value “note” of the event is too long."),
        ("a.txt", three(), "The file a.txt is not read."),
        ("orders", three(), "The file orders is not read."),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole_with_the_reason(box: Box, name: str, text: str, said: str) -> None:
    box.put(name, text)

    assert box.wait() == 1

    assert box.signals() == []
    assert (box.names(), box.names("failed")) == ([], [name, name + ".txt"])
    words = (box.path / "failed" / f"{name}.txt").read_text(encoding="utf-8")
    assert words.startswith("Nothing of this file was taken.\n")
    assert said in words
    assert box.wait() == 0


def test_of_many_mistakes_the_first_are_named(box: Box) -> None:
    box.put("a.csv", "event,phone\n" + f"order,{phone_of(1)}\n" + "order,+31687654321\n" * 25)

    box.wait()

    lines = (box.path / "failed" / "a.csv.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 22
    assert lines[1].startswith("Line or entry 3: ")
    assert lines[-1] == "And 5 more."


def test_what_is_far_too_large_is_refused(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "MOST_EVENTS", 2)
    with pytest.raises(UserError) as many:
        box.arriving.file(box.put("a.csv", three()))
    monkeypatch.setattr(arriving, "MOST_BYTES", 20)
    with pytest.raises(UserError) as large:
        box.arriving.file(box.put("b.csv", three()))
    assert (many.value.code, large.value.code) == ("events-many", "events-file-large")


# -- when it is taken -----------------------------------------------------------------------------------------------


def test_a_file_that_grows_is_left_alone(box: Box) -> None:
    path = box.put("a.csv", "event,phone,total\n")
    for n in (1, 2, 3):
        box.drops.look()
        box.seconds += STEADY * 0.9
        assert box.drops.look() == 0
        with path.open("a") as file:
            file.write(f"order_placed,{phone_of(n)},{n * 10}\n")
            # Whatever the disk's clock: another size is another file.
    assert box.signals() == []

    box.wait()

    assert len(box.signals()) == 3


def test_a_file_that_changes_while_it_is_read_is_left_alone(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    path = box.put("a.csv", three())
    read = box.arriving.file

    def grows(given: Path) -> Any:
        found = read(given)
        with path.open("a") as file:
            file.write(f"order_placed,{phone_of(1)},40\n")
        return found

    monkeypatch.setattr(box.arriving, "file", grows)
    assert box.wait() == 0
    monkeypatch.undo()

    box.wait()

    assert len(box.signals()) == 4


@pytest.mark.parametrize("name", [".a.csv", "~a.csv", "a.csv.part", "a.csv.tmp", "a.csv.crdownload"])
def test_what_is_named_as_unfinished_is_left_alone(box: Box, name: str) -> None:
    box.put(name, three())

    assert box.wait() == 0

    assert box.names() == [name]


def test_folders_below_are_left_alone(box: Box) -> None:
    (box.path / "mine").mkdir()
    (box.path / "mine" / "a.csv").write_text(three())

    assert box.wait() == 0


def test_files_are_taken_in_the_order_they_were_written(box: Box) -> None:
    for n, name in enumerate(("b.csv", "c.csv", "a.csv")):
        path = box.put(name, f"event,phone\n{name},{phone_of(1)}\n")
        os.utime(path, ns=(1_000_000_000 * n, 1_000_000_000 * n))

    box.wait()

    assert [event for _, event, _ in box.signals()] == ["b.csv", "c.csv", "a.csv"]


def test_a_name_that_is_taken_gets_a_number(box: Box) -> None:
    for _ in range(3):
        box.put("a.csv", three())
        box.wait()
        box.put("b", "x")
        box.wait()

    assert box.names("done") == ["a 2.csv", "a 3.csv", "a.csv"]
    assert box.names("failed") == ["b", "b 2", "b 2.txt", "b 3", "b 3.txt", "b.txt"]
    assert len(box.signals()) == 9


def test_the_folder_is_made_again(box: Box) -> None:
    box.path.rmdir()

    box.drops.look()

    assert box.path.is_dir()


# -- when something breaks ---------------------------------------------------------------------------------------


def test_a_crash_before_it_is_moved_away_takes_nothing_twice(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    box.put("a.csv", three())
    monkeypatch.setattr(box.drops, "_away", _dies)
    with pytest.raises(KeyboardInterrupt):
        box.wait()
    assert len(box.signals()) == 3

    box.open()
    box.put("b.csv", three("other"))
    assert box.wait() == 2

    assert len(box.signals()) == 6
    assert box.names("done") == ["a.csv", "b.csv"]
    # Taken care of, the same again is something new.
    box.put("a.csv", three())
    box.wait()
    assert len(box.signals()) == 9


def test_a_crash_while_it_is_written_down_takes_it_at_the_next_start(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.put("a.csv", three())
    monkeypatch.setattr(box.drops, "_keep_taken", _dies)
    with pytest.raises(KeyboardInterrupt):
        box.wait()
    assert box.signals() == []

    box.open()
    box.wait()

    assert len(box.signals()) == 3


def test_a_file_that_cannot_be_moved_is_taken_once(
    box: Box, monkeypatch: pytest.MonkeyPatch, expect_logs: ExpectedLogs
) -> None:
    expect_logs("could not be moved")
    (box.path / "done").write_text("in the way")
    box.put("a.csv", three())

    for _ in range(4):
        box.wait()
    assert len(box.signals()) == 3
    box.open()
    for _ in range(3):
        box.wait()

    assert len(box.signals()) == 3
    assert "a.csv" in box.names()
    (box.path / "done").unlink()
    box.open()
    box.wait()
    assert box.names("done") == ["a.csv"]
    assert len(box.signals()) == 3


def test_a_file_that_is_locked_is_tried_again(
    box: Box, monkeypatch: pytest.MonkeyPatch, expect_logs: ExpectedLogs
) -> None:
    expect_logs("cannot be read yet")
    box.put("a.csv", three())

    def locked(path: Path) -> Any:
        raise WorldError("cannot-read", path=str(path), details="")

    monkeypatch.setattr(box.arriving, "file", locked)
    assert box.wait() == 0
    assert box.wait() == 0
    monkeypatch.undo()

    assert box.wait() == 1
    assert len(box.signals()) == 3


def test_a_folder_that_cannot_be_read_is_told(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(path: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(dropping.os, "scandir", refuses)

    with pytest.raises(WorldError):
        box.drops.look()


def _dies(*given: Any) -> Any:
    raise KeyboardInterrupt


def test_what_is_wrong_is_told_by_place(box: Box) -> None:
    with pytest.raises(Blocked) as caught:
        box.arriving.body("order_placed", json.dumps([{"phone": phone_of(1)}, {"phone": "x"}]).encode())

    assert [one.where for one in caught.value.problems] == ["2"]
