"""Decides how a template is chosen: searched, looked at as on a phone, and only taken when Meta approved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QWidget

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.campaigns.programme import Experiment
from whatsapp_studio.campaigns.recipe import in_draft
from whatsapp_studio.qt.campaigns.experiment_line import ExperimentLine
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.campaigns.translations import TranslationChoice
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.recipes import RecipeDialog
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, SearchField, muted
from whatsapp_studio.qt.widgets.template_list import TemplateDelegate, TemplateModel, why_not
from whatsapp_studio.services.recipes import KeptRecipe
from whatsapp_studio.templates.personalise import suggest
from whatsapp_studio.templates.template import Template, content_hash, places

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class TemplateStep(StepPage):
    """The searchable list; ``looked_at`` carries the template to preview, chosen or not."""

    step = "template"
    looked_at = Signal(object)
    templates_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.search = SearchField(tr("Find a template"))
        self.age = muted("")
        self.model = TemplateModel(self)
        self.view = QListView()
        self.view.setAccessibleName(tr("Templates"))
        self.view.setModel(self.model)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self._delegate = TemplateDelegate(self.view)
        self._following = False
        self.view.setItemDelegate(self._delegate)
        self.refused = ErrorLine(self.view)
        self.error = ErrorLine(self.view)
        self.translations = TranslationChoice()
        self.translations.chosen.connect(self._translate)
        self.experiment = ExperimentLine(studio)
        self.experiment.chosen.connect(self._compare)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.more = secondary_button(tr("Open templates"))
        self.search.textChanged.connect(self._search)
        self.view.selectionModel().currentChanged.connect(self._current)
        self.view.clicked.connect(self._take)
        self.view.activated.connect(self._take)
        self.more.clicked.connect(self.templates_wanted)
        self.recipe = link_button(tr("Use a recipe…"), self.choose_recipe)
        for widget in (self.search, self.error, self.refused, self.view, self.translations, self.experiment, self.none):
            self.content.addWidget(widget, 1 if widget is self.view else 0)
        self.content.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.addWidget(self.age, 1)
        below.addWidget(self.recipe)
        self.content.addLayout(below)
        self.content.addStretch(0)

    def refresh(self) -> None:
        found = self.studio.templates.all()
        self._delegate.chosen = (self.draft.template, self.draft.language)
        self.model.show_all(found, self.draft.purpose.upper())
        self._follow()
        self.experiment.show_draft(self.draft)
        self.translations.show_choice(found, self.draft.template, self.draft.language, self.draft.translations)
        synced = self.studio.templates.synced_at()
        when = day_and_time(synced, self.studio.clock.now())
        self.age.setText(tr("Fetched from Meta {when}", when=when) if synced else "")
        self._show_emptiness(bool(found))

    def _show_emptiness(self, any_at_all: bool) -> None:
        shown = self.model.rowCount() > 0
        self.view.setVisible(shown)
        self.more.setVisible(not any_at_all)
        self.none.setVisible(not shown)
        self.none.setText(
            tr("Nothing found for “{text}”.", text=self.search.text())
            if any_at_all
            else tr("No templates are here yet. Connect a number and fetch them from Meta, or make one.")
        )

    def _search(self, text: str) -> None:
        self.model.search(text)
        self._show_emptiness(bool(self.studio.templates.all()))
        self._follow()

    def _follow(self) -> None:
        row = self.model.row_of(self.draft.template, self.draft.language)
        if row >= 0:
            self._following = True
            self.view.setCurrentIndex(self.model.index(row))
            self._following = False
            self.view.scrollTo(self.model.index(row))
        self.view.viewport().update()

    def _current(self, now: QModelIndex, before: QModelIndex) -> None:
        template = self.model.template(now.row())
        if template is not None and not self._following:
            self.refused.say(None)
            self.looked_at.emit(template)

    def _take(self, index: QModelIndex) -> None:
        template = self.model.template(index.row())
        if template is None:
            return
        self.looked_at.emit(template)
        reason = why_not(template)
        if reason:
            self.refused.say(tr("{name} cannot be chosen. {reason}.", name=template.name, reason=reason))
            return
        self.refused.say(None)
        self.choose(template)

    def choose(self, template: Template) -> None:
        """Take ``template``; what was mapped keeps its place where both have it, obvious places are filled in."""
        guesses = suggest(template, self._field_names())
        mapping = {
            place.name: self.draft.mapping.get(place.name) or Mapping(expression=guesses.get(place.name, ""))
            for place in places(template)
        }
        self._delegate.chosen = (template.name, template.language)
        self.change(
            template=template.name, language=template.language, template_hash=content_hash(template), mapping=mapping,
            translations={},
        )  # fmt: skip
        self._show_translations()
        self.experiment.show_draft(self.draft)
        self.view.viewport().update()

    def choose_recipe(self) -> None:
        """Take a template with all that fills it."""
        dialog = RecipeDialog(self.studio, self)
        dialog.used.connect(self._use_recipe)
        dialog.open()

    def _use_recipe(self, kept: KeptRecipe) -> None:
        draft = in_draft(kept.recipe, self.draft, self.studio.templates.get)
        self._delegate.chosen = (draft.template, draft.language)
        self.change(**{name: getattr(draft, name) for name in draft.__struct_fields__})
        self.refresh()
        template = self.studio.templates.get(draft.template, draft.language)
        if template is not None:
            self.looked_at.emit(template)

    def _compare(self, plan: Experiment | None) -> None:
        self.change(experiment=plan)
        self.experiment.show_draft(self.draft)

    def _translate(self, translations: dict[str, str]) -> None:
        """Send in these languages too; what has to be filled in them is added to the mapping."""
        fields, mapping = self._field_names(), dict(self.draft.mapping)
        for language in translations:
            version = self.studio.templates.get(self.draft.template, language)
            for place in places(version) if version is not None else ():
                guess = suggest(version, fields).get(place.name, "") if version is not None else ""
                mapping.setdefault(place.name, Mapping(expression=guess))
        self.change(translations=translations, mapping=mapping)
        self._show_translations()

    def _show_translations(self) -> None:
        self.translations.show_choice(
            self.studio.templates.all(), self.draft.template, self.draft.language, self.draft.translations
        )

    def _field_names(self) -> list[str]:
        return [*STANDARD_FIELDS, *(field.name for field in self.studio.contacts.fields())]

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        told = [p for p in problems if p.code != "template-missing"]
        self.error.say(told[0] if told else None)

    def fields(self) -> dict[str, QWidget]:
        return {
            "template.search": self.search, "template": self.view, "template.experiment": self.experiment.edit
        }

    def focus_field(self, where: str) -> None:
        if where == "template.search":
            self.search.setFocus()
            return
        (self.search if self.view.isHidden() or not self.draft.template else self.view).setFocus()
