"""A draft reaches the disk soon, in order, whole."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.saving import SOON_MS, Saver

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


class Disk:
    """Takes drafts; ``taken`` names are refused, and a write waits while ``gate`` is closed."""

    def __init__(self) -> None:
        self.kept: list[Draft] = []
        self.taken: set[str] = set()
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    def save(self, id: str, draft: Draft) -> Campaign:
        self.entered.set()
        assert self.gate.wait(5)
        if draft.name in self.taken:
            raise UserError("campaign-name-taken", name=draft.name)
        self.kept.append(draft)
        return campaign(draft, id)


def campaign(draft: Draft, id: str = "a") -> Campaign:
    return Campaign(id=id, name=draft.name, draft=draft, created_at=NOW, updated_at=NOW)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(qtbot: QtBot, disk: Disk) -> Saver:
    made = Saver(disk.save)
    made.start(campaign(Draft(name="Spring")))
    return made


def test_many_changes_in_a_row_are_one_write_of_the_last_within_a_second(
    saver: Saver, disk: Disk, qtbot: QtBot
) -> None:
    assert SOON_MS < 1000
    with qtbot.waitSignal(saver.saved, timeout=2000):
        for rate in (1, 2, 3):
            saver.change(Draft(name="Spring", rate=rate))
    assert [draft.rate for draft in disk.kept] == [3]
    assert saver.clean


def test_leaving_writes_at_once(saver: Saver, disk: Disk) -> None:
    saver.change(Draft(name="Spring", rate=7))
    saver.flush()
    assert [draft.rate for draft in disk.kept] == [7]


def test_leaving_waits_for_what_is_being_written_and_writes_it_once(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    disk.gate.clear()
    saver.change(Draft(name="Spring", rate=7))
    saver.save_now()
    assert disk.entered.wait(5)
    threading.Timer(0.05, disk.gate.set).start()
    saver.flush()
    assert [draft.rate for draft in disk.kept] == [7], "it is on the disk when flush returns"
    saver.flush()
    assert len(disk.kept) == 1


def test_opening_another_campaign_writes_what_waits_of_this_one_first(saver: Saver, disk: Disk) -> None:
    saver.change(Draft(name="Spring", rate=7))
    saver.start(campaign(Draft(name="Other"), "b"))
    assert [draft.rate for draft in disk.kept] == [7]


def test_a_slow_older_write_never_lands_on_a_newer_one(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    disk.gate.clear()
    saver.change(Draft(name="Spring", rate=1))
    saver.save_now()
    assert disk.entered.wait(5)
    saver.change(Draft(name="Spring", rate=2))
    threading.Timer(0.05, disk.gate.set).start()
    saver.flush()
    qtbot.wait(50)
    assert [draft.rate for draft in disk.kept] == [1, 2]


def test_a_name_that_is_taken_costs_nothing_but_the_name(saver: Saver, disk: Disk, qtbot: QtBot) -> None:
    disk.taken = {"Taken"}
    told: list[UserError] = []
    saver.failed.connect(told.append)
    saver.change(msgspec.structs.replace(Draft(name="Taken"), rate=9))
    saver.flush()
    assert [(draft.name, draft.rate) for draft in disk.kept] == [("Spring", 9)]
    assert [error.code for error in told] == ["campaign-name-taken"]
