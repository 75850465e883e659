"""Decides what can be asked of recipes: kept, used in a campaign or a step, renamed, deleted."""

from __future__ import annotations

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.campaigns.recipe import Recipe
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.recipes import KeptRecipe, RecipeStore

__all__ = ["KeptRecipe", "Recipe", "Recipes"]
_LONGEST = 100


class Recipes:
    """The recipes of a workspace."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._kept, self._clock, self._tell = store, RecipeStore(store), clock, tell
        self._audit = Noting(store, clock, "template")

    def all(self) -> list[KeptRecipe]:
        """Every recipe, by name."""
        return self._kept.all()

    def get(self, id: int) -> KeptRecipe:
        """One recipe; raises ``UserError("recipe-unknown")``."""
        return self._kept.get(id)

    def add(self, name: str, recipe: Recipe) -> KeptRecipe:
        """Keep a recipe under a new name; raises ``UserError`` ``recipe-name-taken``, ``recipe-name-missing`` or
        ``template-missing``."""
        if not recipe.template:
            raise UserError("template-missing")
        id = self._kept.add(_name(name), recipe, self._clock.now())
        self._tell(Changes(content=True))
        return self.get(id)

    def change(self, id: int, recipe: Recipe) -> KeptRecipe:
        """Keep this under the name of another one instead of it."""
        self._kept.change(id, recipe, self._clock.now())
        self._tell(Changes(content=True))
        return self.get(id)

    def rename(self, id: int, name: str) -> KeptRecipe:
        """Raises ``UserError`` ``recipe-name-taken`` or ``recipe-name-missing``."""
        self._kept.rename(id, _name(name), self._clock.now())
        self._tell(Changes(content=True))
        return self.get(id)

    def delete(self, id: int) -> None:
        """Forget one; what was made with it stays as it is."""
        with self._store.write():
            recipe = self._kept.get(id)
            self._kept.drop(id)
            self._audit("recipe-deleted", id, recipe.name)
        self._tell(Changes(content=True))


def _name(name: str) -> str:
    found = " ".join(name.split())[:_LONGEST]
    if not found:
        raise UserError("recipe-name-missing")
    return found
