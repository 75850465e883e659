"""Decides how a recipe is chosen, kept and looked after: a template with all that fills it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import fold, language_name
from whatsapp_studio.campaigns.recipe import Recipe
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.buttons import icon_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask, ask_text
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import ErrorLine, SearchField, muted
from whatsapp_studio.services.recipes import KeptRecipe
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.personalise import sample_values

_ROW = 34


class RecipeDialog(QDialog):
    """The recipes of the workspace. ``used`` carries the one that was taken."""

    used = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._recipes: list[KeptRecipe] = []
        self.setWindowTitle(tr("Recipes"))
        self.resize(760, 520)
        self.search = SearchField(tr("Find a recipe"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Recipes"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.rename = icon_button("pencil", tr("Rename the recipe"), self._rename)
        self.delete = icon_button("trash-2", tr("Delete the recipe"), self._delete)
        self.bubble = BubbleView()
        self.bubble.set_dark(theme.is_dark())
        self.bubble.set_files(studio.media.path)
        phone = QScrollArea()
        phone.setWidgetResizable(True)
        phone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        phone.setWidget(self.bubble)
        self.about = muted("")
        self.none = EmptyState(
            "clipboard-list", tr("No recipes yet."),
            tr("A recipe keeps a template with all that fills it. Save one from a campaign or a step."),
        )  # fmt: skip
        self.error = ErrorLine(self.list)
        self.use = primary_button(tr("Use"), self._use)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        tools = QHBoxLayout()
        tools.addWidget(self.rename)
        tools.addWidget(self.delete)
        tools.addStretch(1)
        left.addLayout(tools)
        right.addWidget(phone, 1)
        right.addWidget(self.about)
        self._choice = QWidget()
        across = QHBoxLayout(self._choice)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        across.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.use)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self._choice, 1)
        box.addWidget(self.none, 1)
        box.addWidget(self.error)
        box.addLayout(buttons)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.list.itemActivated.connect(lambda _item: self._use())
        self._read()

    @property
    def chosen(self) -> KeptRecipe | None:
        """The recipe that is looked at."""
        items = self.list.selectedItems()
        id = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return next((one for one in self._recipes if one.id == id), None)

    def _read(self, then: int | None = None) -> None:
        self._recipes = self._studio.recipes.all()
        self._choice.setVisible(bool(self._recipes))
        self.none.setVisible(not self._recipes)
        self._fill(then)

    def _fill(self, then: int | None = None) -> None:
        words = fold(self.search.text()).split()
        self.list.clear()
        for one in self._recipes:
            if all(word in fold(f"{one.name} {one.recipe.template}") for word in words):
                item = QListWidgetItem(one.name)
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                item.setSizeHint(QSize(0, _ROW))
                self.list.addItem(item)
                if one.id == then:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        kept, writes = self.chosen, not self._studio.read_only
        template = self._studio.templates.get(kept.recipe.template, kept.recipe.language) if kept else None
        self.use.setEnabled(template is not None and writes)
        for button in (self.rename, self.delete):
            button.setEnabled(kept is not None and writes)
        values = {}
        if kept is not None and template is not None:
            files = {place: one.expression for place, one in kept.recipe.mapping.items() if "{" not in one.expression}
            values = {**sample_values(template), **{place: text for place, text in files.items() if text}}
        self.bubble.show_bubble(bubble(template, values) if template else None)
        self.about.setText(self._said(kept) if kept else "")
        self.error.say(
            tr("Its template “{name}” is not on this account any more.", name=kept.recipe.template)
            if kept and template is None else None
        )  # fmt: skip

    def _said(self, kept: KeptRecipe) -> str:
        filled = sum(bool(one.expression or one.fallback) for one in kept.recipe.mapping.values())
        named = tr("{name} · {language}", name=kept.recipe.template, language=language_name(kept.recipe.language))
        places = ntr("{n} place is filled.", "{n} places are filled.", filled)
        return tr("{template}. {places}", template=named, places=places)

    def _use(self) -> None:
        kept = self.chosen
        if kept is not None and self.use.isEnabled():
            self.accept()
            self.used.emit(kept)

    def _rename(self) -> None:
        kept = self.chosen
        if kept is None:
            return
        name = ask_text(self, tr("Rename recipe"), tr("Name of the recipe"), tr("Rename"), kept.name)
        if name and name != kept.name:
            try:
                self._studio.recipes.rename(kept.id, name)
            except StudioError as error:
                self.error.say(error)
                return
            self._read(kept.id)

    def _delete(self) -> None:
        kept = self.chosen
        if kept is None:
            return
        title, text = tr("Delete “{name}”?", name=kept.name), tr("What was made with it stays as it is.")
        if ask(self, title, text, tr("Delete"), tr("Keep it"), danger=True):
            self._studio.recipes.delete(kept.id)
            self._read()


def save_recipe(parent: QWidget, studio: Studio, recipe: Recipe) -> KeptRecipe | None:
    """Ask for a name and keep the recipe; one of that name is replaced where the person says so. None: not kept."""
    name, said = recipe.template, tr("Name of the recipe")
    while name := ask_text(parent, tr("Save as recipe"), said, tr("Save"), name):
        there = next((one for one in studio.recipes.all() if one.name.casefold() == name.casefold()), None)
        try:
            if there is None:
                return studio.recipes.add(name, recipe)
            title = tr("There is a recipe called “{name}” already.", name=there.name)
            lost = tr("The one that is there would be lost.")
            if ask(parent, title, lost, tr("Replace it"), tr("Keep it"), danger=True):
                return studio.recipes.change(there.id, recipe)
        except StudioError as error:
            said = wording.sentence(error)
    return None
