"""A template with all that fills it is kept under a name and used again, without mapping anything anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.studio import NUMBER, Workspace, offer, rooms
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.recipe import Recipe, in_draft, in_step, of_draft, of_step
from whatsapp_studio.services.recipes import Recipes
from whatsapp_studio.templates.template import content_hash

__all__ = ["rooms"]
ENGLISH = offer("Hi {{1}}, spring is here", language="en")
RECIPE = Recipe(
    template="spring_offer", language="nl", translations=("en",),
    mapping={"body.1": Mapping(expression="{{ contact.first_name }}", fallback="you", if_empty="block")},
)  # fmt: skip


@pytest.fixture
def recipes(rooms: Workspace) -> Recipes:
    return Recipes(rooms.store, rooms.clock, rooms.told.append)  # type: ignore[arg-type]


def code_of(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(StudioError) as caught:
        call(*args)
    return caught.value.code


def test_a_recipe_is_kept_changed_renamed_and_forgotten(recipes: Recipes) -> None:
    kept = recipes.add("  Spring   offer ", RECIPE)
    assert (kept.name, kept.recipe) == ("Spring offer", RECIPE)
    assert recipes.all() == [kept]
    changed = recipes.change(kept.id, Recipe(template="other", language="nl"))
    assert changed.recipe.template == "other"
    assert recipes.rename(kept.id, "Autumn").name == "Autumn"
    recipes.delete(kept.id)
    assert recipes.all() == []
    assert code_of(recipes.get, kept.id) == "recipe-unknown"


def test_names_are_there_and_differ(recipes: Recipes) -> None:
    recipes.add("Spring", RECIPE)
    other = recipes.add("Autumn", RECIPE)

    assert code_of(recipes.add, "SPRING", RECIPE) == "recipe-name-taken"
    assert code_of(recipes.rename, other.id, "spring") == "recipe-name-taken"
    assert code_of(recipes.add, "   ", RECIPE) == "recipe-name-missing"
    assert code_of(recipes.add, "Nothing", Recipe(template="", language="nl")) == "template-missing"


def test_in_a_campaign_nothing_is_left_to_map(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(offer(), ENGLISH)

    draft = in_draft(RECIPE, Draft(name="New", sender=NUMBER, purpose="utility"), rooms.templates.get)

    assert rooms.campaigns.problems(draft) == ()
    assert draft.translations == {"en": content_hash(ENGLISH)}
    assert (draft.name, draft.purpose) == ("New", "marketing")
    assert of_draft(draft) == RECIPE


def test_a_language_that_went_is_left_out_and_a_template_that_went_is_told(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(offer())
    assert in_draft(RECIPE, Draft(), rooms.templates.get).translations == {}
    rooms.keep_templates()

    found = rooms.campaigns.problems(in_draft(RECIPE, Draft(name="New", sender=NUMBER), rooms.templates.get))

    assert [one.code for one in found] == ["template-gone"]


def test_a_step_and_its_recipe_say_the_same() -> None:
    fields = in_step(RECIPE)

    assert fields == {
        "template": {"name": "spring_offer", "language": "nl"},
        "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you", "if_empty": "block"}},
    }
    assert of_step(fields) == Recipe(template="spring_offer", language="nl", mapping=RECIPE.mapping)
    assert of_step({}) == Recipe(template="", language="")
