"""Waves: the parts always sum to the audience, and what is left over is said."""

from __future__ import annotations

import pytest

from tests.fixtures.desk import Desk
from tests.qt.campaigns.test_schedule_step import pick
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.qt.campaigns.coverage import CoverageBar, Part
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.wave_words import coverage_words, parts_of
from whatsapp_studio.qt.campaigns.waves_fold import WavesFold

MARCH = Schedule(kind="at", local_time="2027-03-01T09:00", zone="UTC")


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    return desk.show(CampaignsPage)


def opened(desk: Desk, page: CampaignsPage, waves: Waves | None, schedule: Schedule = MARCH) -> WavesFold:
    draft = desk.complete(step="schedule", waves=waves, schedule=schedule)
    page.open(desk.studio.campaigns.create(draft).id)
    return page.wizard.schedule.waves


def chosen(page: CampaignsPage) -> Waves:
    waves = page.wizard.draft.waves
    assert waves is not None
    return waves


@pytest.mark.parametrize("people", [0, 1, 7, 9, 100, 4790, 1_000_001])
@pytest.mark.parametrize(
    "waves",
    [
        Waves(), Waves(sizes=(33, 33, 34)), Waves(sizes=(5,), rest="leave"), Waves(sizes=(7, 11, 13), rest="leave"),
        Waves(sizes=(500, 1000), unit="people"), Waves(sizes=(3,), unit="people", rest="leave"),
    ],
)  # fmt: skip
def test_the_parts_of_the_bar_are_always_everybody(waves: Waves, people: int) -> None:
    parts = parts_of(waves, people)
    assert sum(part.people for part in parts) == people
    assert len(parts) == len(waves.sizes) + 1


def test_who_is_left_out_is_said_and_hatched() -> None:
    left = Waves(sizes=(50,), rest="leave")
    assert coverage_words(left, 9) == "4 of 9 get nothing."
    assert [part.look for part in parts_of(left, 9)] == ["filled", "hatched"]
    assert coverage_words(Waves(), 9) == "9 people: everybody gets it."
    assert "Nobody is left for wave 2" in coverage_words(Waves(sizes=(20, 5), unit="people"), 9)


def test_the_bar_is_as_wide_as_its_parts_and_nobody_is_too_thin_to_be_seen(desk: Desk) -> None:
    bar = CoverageBar("Waves")
    bar.resize(400, 28)
    bar.show_parts([Part("a", 1), Part("b", 100_000), Part("c", 0), Part("d", 50_000, "hatched")])
    wide = bar.widths()
    assert sum(wide) == pytest.approx(400)
    assert wide[0] >= 4
    assert wide[2] == 0
    assert "b: 100,000" in bar.accessibleDescription()


def test_waves_are_switched_on_filled_and_switched_off(desk: Desk, page: CampaignsPage) -> None:
    fold = opened(desk, page, None)
    assert "one go" in fold.summary.text()
    fold.head.click()
    fold.on.click()
    assert chosen(page) == Waves()
    desk.until(lambda: fold.bar.parts)
    assert [part.people for part in fold.bar.parts] == [1, 2, 6]
    fold.rows.sizes[0].setValue(50)
    assert [part.people for part in fold.bar.parts] == [4, 2, 3]
    fold.more.click()
    assert len(chosen(page).sizes) == 3
    assert sum(chosen(page).sizes) <= 100
    fold.rows.removed.emit(2)
    pick(fold.rows.rest, "leave")
    assert chosen(page).rest == "leave"
    fold.hold.click()
    assert chosen(page).hold_percent is None
    fold.on.click()
    assert page.wizard.draft.waves is None


def test_each_wave_says_when_it_starts(desk: Desk, page: CampaignsPage) -> None:
    fold = opened(desk, page, Waves(every_minutes=90))
    fold.set_open(True)
    assert [label.text() for label in fold.rows._starts] == [
        "1 Mar 2027, 09:00", "1 Mar 2027, 10:30", "1 Mar 2027, 12:00",
    ]  # fmt: skip
    pick(fold.every.unit, 24 * 60)
    fold.every.number.setValue(2)
    assert chosen(page).every_minutes == 2 * 24 * 60


def test_times_of_their_own_begin_where_the_spans_were(desk: Desk, page: CampaignsPage) -> None:
    fold = opened(desk, page, Waves(sizes=(10, 20), every_minutes=60))
    fold.set_open(True)
    pick(fold.starts, True)
    assert chosen(page).times == ("2027-03-01T10:00", "2027-03-01T11:00")
    assert len(fold.rows.times) == 2
    pick(fold.rows.rest, "leave")
    assert chosen(page).times == ("2027-03-01T10:00",)
    pick(fold.starts, False)
    assert chosen(page).times == ()


def test_people_instead_of_per_cent_keep_the_people(desk: Desk, page: CampaignsPage) -> None:
    fold = opened(desk, page, Waves(sizes=(50, 20)))
    desk.until(lambda: fold.bar.parts)
    before = [part.people for part in fold.bar.parts]
    pick(fold.unit, "people")
    assert list(chosen(page).sizes) == before[:2]
    assert [part.people for part in fold.bar.parts] == before


def test_more_than_everybody_is_refused_at_the_waves(desk: Desk, page: CampaignsPage) -> None:
    fold = opened(desk, page, Waves(sizes=(80, 30)))
    desk.until(lambda: fold.error.text)
    assert page.wizard.rail.buttons["schedule"].state == "attention"
    assert fold.bar.parts == ()
