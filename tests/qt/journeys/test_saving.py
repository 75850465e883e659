"""Decides that no edit is ever lost: on the disk in two seconds, in order, tried again, at once on leaving."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.jobs import Job, wait_for_all
from whatsapp_studio.qt.journeys import saving
from whatsapp_studio.qt.journeys.saving import Saver

FIRST = Journey(id="j", name="0")


def named(name: str) -> Journey:
    return msgspec.structs.replace(FIRST, name=name)


class Disk:
    """Takes journeys; on request it is slow or full."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.full = False
        self.go_on = threading.Event()
        self.go_on.set()
        self.busy = threading.Event()

    def save(self, journey: Journey) -> datetime:
        self.busy.set()
        assert self.go_on.wait(5)
        if self.full:
            raise WorldError("cannot-write", path="/full")
        self.kept.append(journey.name)
        return datetime(2026, 3, 3, 9, tzinfo=UTC) + timedelta(minutes=len(self.kept))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(qtbot: QtBot, disk: Disk) -> Iterator[Saver]:
    made = Saver(disk.save)
    yield made
    disk.go_on.set()
    wait_for_all()


def test_what_a_crash_can_cost_is_less_than_two_seconds() -> None:
    assert saving.SOON_MS <= 1500


def test_an_edit_is_on_the_disk_by_itself(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    assert saver.state == "saved"
    saver.change(named("a"))
    assert saver.state == "waiting"
    qtbot.waitUntil(lambda: disk.kept == ["a"], timeout=2000)
    qtbot.waitUntil(lambda: saver.state == "saved")
    assert saver.at is not None


def test_going_on_typing_does_not_put_it_off(
    saver: Saver, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saver._soon.setInterval(60)
    n = 0
    while not disk.kept:
        n += 1
        assert n < 400
        saver.change(named(str(n)))
        qtbot.wait(5)
    saver.flush()
    assert disk.kept[-1] == str(n)


def test_what_changes_while_it_is_written_is_written_next(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    disk.go_on.clear()
    saver.change(named("a"))
    saver.save_now()
    assert disk.busy.wait(5)
    saver.change(named("b"))
    disk.go_on.set()
    qtbot.waitUntil(lambda: disk.kept == ["a", "b"], timeout=5000)
    qtbot.waitUntil(lambda: saver.state == "saved")


def test_leaving_writes_at_once_and_what_was_under_way_never_lands_on_it(
    saver: Saver, disk: Disk, qtbot: QtBot
) -> None:
    disk.go_on.clear()
    saver.change(named("a"))
    saver.save_now()
    assert disk.busy.wait(5)
    saver.change(named("b"))
    threading.Timer(0.05, disk.go_on.set).start()
    assert saver.flush()
    assert disk.kept[-1] == "b" and saver.state == "saved"
    wait_for_all()
    assert disk.kept[-1] == "b"


def test_a_failure_is_told_and_tried_again(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    saver._again.setInterval(20)
    disk.full = True
    saver.change(named("a"))
    with qtbot.waitSignal(saver.failed) as failed:
        saver.save_now()
    assert failed.args[0].code == "cannot-write" and saver.state == "failed"
    disk.full = False
    qtbot.waitUntil(lambda: saver.state == "saved")
    assert disk.kept == ["a"]


def test_leaving_with_a_full_disk_says_so(saver: Saver, disk: Disk) -> None:
    disk.full = True
    saver.change(named("a"))
    assert not saver.flush()
    assert saver.state == "failed"
    disk.full = False
    assert saver.flush() and disk.kept == ["a"]


def test_nothing_to_save_writes_nothing(saver: Saver, disk: Disk) -> None:
    saver.save_now()
    assert saver.flush() and disk.kept == []


def test_what_failed_is_not_what_is_tried_again_but_what_it_is_now(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    saver._again.setInterval(20)
    disk.full = True
    saver.change(named("a"))
    with qtbot.waitSignal(saver.failed):
        saver.save_now()
    saver.change(named("b"))
    disk.full = False
    qtbot.waitUntil(lambda: disk.kept == ["b"])


def test_an_autosave_that_is_told_after_a_flush_changes_nothing(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    disk.go_on.clear()
    saver.change(named("a"))
    saver.save_now()
    assert disk.busy.wait(5)
    threading.Timer(0.05, disk.go_on.set).start()
    assert saver.flush()
    at = saver.at
    qtbot.waitUntil(lambda: not Job._running)
    assert (saver.state, saver.at) == ("saved", at)
    assert saver.flush(), "leaving asks nothing"


def test_an_autosave_that_failed_before_a_flush_changes_nothing(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    disk.full = True
    saver.change(named("a"))
    saver.save_now()
    for job in list(Job._running):
        job._thread.join(5)
    disk.full = False
    assert saver.flush(), "before the failure was told"
    qtbot.waitUntil(lambda: not Job._running)
    assert saver.state == "saved" and not saver._again.isActive()
