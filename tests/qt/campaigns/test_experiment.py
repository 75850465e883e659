"""Comparing messages in the wizard and in the report: made, changed, ended, decided."""

from __future__ import annotations

import msgspec
import pytest

from tests.fixtures.desk import Desk
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.experiment import begun
from whatsapp_studio.campaigns.plan import UNDECIDED
from whatsapp_studio.campaigns.programme import Experiment
from whatsapp_studio.qt.campaigns.experiment_dialog import ExperimentDialog
from whatsapp_studio.qt.campaigns.experiment_line import ExperimentLine
from whatsapp_studio.qt.campaigns.experiment_words import planner, summary
from whatsapp_studio.qt.reports.experiment_card import ExperimentCard


@pytest.fixture
def dialog(desk: Desk) -> ExperimentDialog:
    made = ExperimentDialog(desk.studio, desk.complete("Spring"), 4800)
    desk.qtbot.addWidget(made)
    made.open()
    return made


def test_a_new_comparison_begins_with_two_like_messages(dialog: ExperimentDialog) -> None:
    plan = dialog.experiment()
    assert [(one.key, one.share) for one in plan.treatments] == [("a", 50), ("b", 50)]
    assert dialog.rows.templates[0].currentText().startswith("spring_offer")
    assert dialog.keep.isEnabled()


def test_messages_are_added_taken_away_named_and_shared_out(dialog: ExperimentDialog) -> None:
    dialog.more.click()
    assert [one.share for one in dialog.experiment().treatments] == [34, 33, 33]
    dialog.rows.shares[0].setValue(50)
    assert "117" in dialog.error.text or "116" in dialog.error.text
    assert not dialog.keep.isEnabled()
    dialog.even.click()
    assert dialog.keep.isEnabled()
    dialog.rows.names[1].setText("Short")
    dialog.rows.names[1].textEdited.emit("Short")
    dialog.rows.removed.emit(2)
    assert [one.name for one in dialog.experiment().treatments] == ["", "Short"]
    for _ in range(3):
        dialog.more.click()
    assert not dialog.more.isEnabled()


def test_what_the_rest_gets_is_asked_only_where_there_is_a_rest(dialog: ExperimentDialog) -> None:
    assert not dialog.otherwise.isVisible() and not dialog.wait.isVisible()
    dialog.slice.setValue(20)
    assert dialog.otherwise.isVisible() and dialog.wait.isVisible()
    dialog.wait.setValue(6)
    dialog.otherwise.setCurrentIndex(dialog.otherwise.findData("ask"))
    dialog.otherwise.activated.emit(dialog.otherwise.currentIndex())
    plan = dialog.experiment()
    assert (plan.slice, plan.decide_after_minutes, plan.otherwise) == (20, 360, "ask")
    assert "20 %" in summary(plan)


def test_values_of_a_further_message_are_its_own(dialog: ExperimentDialog) -> None:
    dialog.rows.filling.emit(1)
    (row, *_) = dialog.values.rows.values()
    row.fallback.setText("you")
    dialog.values.keep.click()
    assert dialog.experiment().treatments[1].mapping[row.place.name].fallback == "you"


def test_the_planner_says_what_so_many_people_can_show() -> None:
    plan = Experiment(treatments=begun_plan(), expected=10, lift=20)
    assert "7,356" in planner(plan, None)
    assert "too few" in planner(plan, 20)
    assert "10,000 each" in planner(plan, 20_000)
    assert "more than there can be" in planner(msgspec.structs.replace(plan, expected=90, lift=50), 100)


def begun_plan() -> tuple:  # type: ignore[type-arg]
    from whatsapp_studio.campaigns.draft import Draft

    return begun(Draft(template="t", language="nl")).treatments


def test_the_step_shows_makes_and_ends_a_comparison(desk: Desk) -> None:
    line = ExperimentLine(desk.studio)
    desk.qtbot.addWidget(line)
    said: list[object] = []
    line.chosen.connect(said.append)
    draft = desk.complete("Spring")
    line.show_draft(draft)
    assert line.edit.isEnabled() and line.end.isHidden()
    line.open_dialog()
    line.dialog.keep.click()
    assert isinstance(said[0], Experiment)
    line.show_draft(msgspec.structs.replace(draft, experiment=said[0]))
    assert "A 50 %" in line.said.text() and not line.end.isHidden()
    line.end.click()
    assert said[1] is None


def test_the_report_tells_the_verdict_and_asks_what_the_rest_gets(desk: Desk) -> None:
    studio = desk.studio
    draft = desk.complete("Spring")
    plan = msgspec.structs.replace(begun(draft), slice=40, otherwise="ask")
    campaign = studio.campaigns.create(msgspec.structs.replace(draft, experiment=plan))
    studio.campaigns.launch(campaign.id, typed_count=None, hold_seconds=0)
    card = ExperimentCard(studio)
    desk.qtbot.addWidget(card)
    card.show_campaign(campaign.id)
    desk.until(lambda: bool(card.buttons))
    assert "No difference" in card.verdict.text()
    assert "wait for the winner" in card.said.text()
    waiting = "SELECT count(*) FROM outbox WHERE campaign_id = ? AND not_before = ?"
    assert int(str(studio._store.value(waiting, (campaign.id, iso(UNDECIDED))))) > 0
    card.buttons[1].click()  # type: ignore[attr-defined]
    desk.until(lambda: studio._store.value(waiting, (campaign.id, iso(UNDECIDED))) == 0)
    desk.until(lambda: not card.buttons)
    standing = studio.experiments.standing(campaign.id)
    assert standing is not None and standing.kept.winner == "b"


def test_a_campaign_that_compares_nothing_has_no_card(desk: Desk) -> None:
    campaign = desk.launched("Plain")
    card = ExperimentCard(desk.studio)
    desk.qtbot.addWidget(card)
    heard: list[bool] = []
    card.found.connect(heard.append)
    card.show_campaign(campaign.id)
    desk.until(lambda: heard == [False])
    assert card.isHidden()
