"""Recipes from the window: used in a campaign and in a step without mapping anything, kept, renamed, deleted."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, desk
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.recipe import Recipe
from whatsapp_studio.qt import recipes as shown
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.recipes import RecipeDialog, save_recipe

__all__ = ["desk"]
MAPPING = {"body.1": Mapping(expression="{{ contact.first_name }}", fallback="you")}
RECIPE = Recipe(template="spring_offer", language="nl", mapping=MAPPING)


def dialog(desk: Desk, qtbot: QtBot) -> RecipeDialog:
    made = RecipeDialog(desk.studio)
    qtbot.addWidget(made)
    made.open()
    return made


def test_a_recipe_fills_the_whole_campaign(desk: Desk, qtbot: QtBot) -> None:
    kept = desk.studio.recipes.add("Spring", RECIPE)
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(Draft(name="New", step="template")).id)

    page.wizard.template._use_recipe(kept)

    draft = page.wizard.draft
    assert (draft.template, draft.language, draft.mapping) == ("spring_offer", "nl", MAPPING)
    page.wizard.go("mapping")
    assert page.wizard.mapping.rows["body.1"].mapping() == MAPPING["body.1"]
    desk.until(lambda: desk.studio.campaigns.all()[0].draft.template == "spring_offer")


def test_the_values_of_a_campaign_become_a_recipe(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(step="mapping")).id)
    monkeypatch.setattr(shown, "ask_text", lambda *_: "My spring")

    page.wizard.mapping.keep.click()

    (kept,) = desk.studio.recipes.all()
    assert (kept.name, kept.recipe.template) == ("My spring", "spring_offer")


def test_one_is_chosen_with_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.studio.recipes.add("Autumn", Recipe(template="plain_news", language="nl"))
    spring = desk.studio.recipes.add("Spring", RECIPE)
    made = dialog(desk, qtbot)
    assert made.chosen is not None and made.chosen.name == "Autumn"
    made.search.setText("spring")

    with qtbot.waitSignal(made.used) as told:
        made.list.itemActivated.emit(made.list.currentItem())

    assert told.args == [spring]
    assert "1 place is filled" in made.about.text()


def test_a_recipe_whose_template_went_can_be_deleted_but_not_used(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.studio.recipes.add("Gone", Recipe(template="long_ago", language="nl"))
    made = dialog(desk, qtbot)
    assert not made.use.isEnabled() and "long_ago" in made.error.text
    monkeypatch.setattr(shown, "ask", lambda *_, **__: True)

    made.delete.click()

    assert desk.studio.recipes.all() == []
    assert not made.none.isHidden() and not made.use.isEnabled()


def test_a_taken_name_is_told(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.studio.recipes.add("Autumn", RECIPE)
    desk.studio.recipes.add("Spring", RECIPE)
    made = dialog(desk, qtbot)
    monkeypatch.setattr(shown, "ask_text", lambda *_: "spring")

    made.rename.click()

    assert "Spring" in made.error.text or "spring" in made.error.text
    monkeypatch.setattr(shown, "ask_text", lambda *_: "Harvest")
    made.rename.click()
    assert [one.name for one in desk.studio.recipes.all()] == ["Harvest", "Spring"]
    assert made.chosen is not None and made.chosen.name == "Harvest"


def test_saving_under_a_name_that_is_there_asks_first(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.studio.recipes.add("Spring", RECIPE)
    other = Recipe(template="plain_news", language="nl")
    page = desk.show(CampaignsPage)
    names = iter(["Spring", "Second"])
    monkeypatch.setattr(shown, "ask_text", lambda *_: next(names))
    monkeypatch.setattr(shown, "ask", lambda *_, **__: False)

    kept = save_recipe(page, desk.studio, other)

    assert kept is not None and kept.name == "Second"
    assert [one.recipe.template for one in desk.studio.recipes.all()] == ["plain_news", "spring_offer"]
    names = iter(["spring"])
    monkeypatch.setattr(shown, "ask", lambda *_, **__: True)
    replaced = save_recipe(page, desk.studio, other)
    assert replaced is not None and (replaced.name, replaced.recipe) == ("Spring", other)
