"""Decides how the places of a template are filled: one row each, with what happens where a value is empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.campaigns.expressions import NAMES, beside
from whatsapp_studio.campaigns.link_tags import links
from whatsapp_studio.campaigns.recipe import of_draft
from whatsapp_studio.qt.campaigns.empties import Empties, empty_words
from whatsapp_studio.qt.campaigns.fields import first
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.campaigns.tags_fold import TagsFold
from whatsapp_studio.qt.personalise.checking import checker
from whatsapp_studio.qt.personalise.dialog import Filled, Wanted, edit_expression
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace, with_fields
from whatsapp_studio.qt.recipes import save_recipe
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.place_row import PlaceRow
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.templates.template import Place, Template, places, rare_places

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.checking import Report


class MappingStep(StepPage):
    """Every place of the chosen template. ``check_wanted`` asks to have everybody's message checked."""

    step = "mapping"
    check_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(
            studio, tr("Say what goes into each place of the template. The preview shows it for real people."), parent
        )
        self.rows: dict[str, PlaceRow] = {}
        # Whom to try an expression with first: the person that the preview shows.
        self.trying: Callable[[], int | None] = lambda: None
        self._shape: tuple[Any, ...] = ()
        self._texts: dict[str, str] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.content.addWidget(self.none)
        self.content.addLayout(self._list)
        self._rare = False
        self.more = link_button(tr("Show places for developers too"), self._show_rare)
        self.content.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.empties = Empties(studio, self)
        self.empties.counted.connect(self._tell_empties)
        self.count = link_button(tr("Count who has nothing here"), self.empties.count)
        self.count.hide()
        self.content.addWidget(self.count, 0, Qt.AlignmentFlag.AlignLeft)
        self.tags = TagsFold()
        self.tags.chosen.connect(lambda tags: self.change(tags=tags))
        self.content.addWidget(self.tags)
        self.everybody = secondary_button(tr("Check everybody…"), self.check_wanted.emit, "clipboard-list")
        self.content.addWidget(self.everybody, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep = link_button(tr("Save as recipe…"), self._save_recipe)
        self.content.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)

    def refresh(self) -> None:
        template = self.studio.templates.get(self.draft.template, self.draft.language) if self.draft.template else None
        found = self._places()
        reach = self._reach()
        shape, texts = (found, reach), self.studio.snippets.texts()
        if shape != self._shape:
            self._shape = shape
            self._build(found, reach)
            self._texts = None
        if texts != self._texts:
            self._texts = texts
            for row in self.rows.values():
                row.expression.line.set_check(checker(reach, texts, row.place.label, self.draft.language or "en"))
        for name, row in self.rows.items():
            row.show_mapping(self.draft.mapping.get(name, Mapping()))
        self.tags.show_draft(self.draft, {name: at for one in self._versions() for name, at in links(one).items()})
        self.more.setVisible(not self._rare and any(map(rare_places, self._versions())))
        self.keep.setVisible(template is not None)
        self.everybody.setVisible(template is not None)
        self.none.setVisible(not found)
        self.none.setText(
            tr("Choose a template first; its places appear here.")
            if template is None
            else tr("This template has no places: everybody gets the same text.")
        )

    def enter(self) -> None:
        """The step is shown: count who has a value where."""
        self.empties.follow(self.draft)
        self.count.setVisible(bool(self.rows) and not self.empties.is_quick())

    def stop(self) -> None:
        """The step is left."""
        self.empties.stop()
        self.empties.forget()

    def _tell_empties(self, report: Report | None) -> None:
        for name, row in self.rows.items():
            known = report is not None and not report.problems and bool(row.mapping().expression)
            row.told.setVisible(known)
            if report is not None and known:
                row.told.setText(empty_words(name, row.mapping(), report.findings, report.checked))

    def _show_rare(self) -> None:
        self._rare = True
        self.refresh()

    def _versions(self) -> list[Template]:
        draft = self.draft
        languages = (draft.language, *draft.translations) if draft.template else ()
        found = (self.studio.templates.get(draft.template, language) for language in languages)
        return [one for one in found if one is not None]

    def _places(self) -> tuple[Place, ...]:
        """What has to be filled in any of the languages; a place that several have is there once."""
        versions, filled = self._versions(), {n for n, one in self.draft.mapping.items() if one.expression}
        self._rare = self._rare or any(place.name in filled for one in versions for place in rare_places(one))
        found: dict[str, Place] = {}
        for version in versions:
            for place in places(version, rare=self._rare):
                found.setdefault(place.name, place)
        return tuple(found.values())

    def _reach(self) -> Reach:
        own = {
            "name": tr("Name of the campaign"), "purpose": tr("Purpose"), "template": tr("Template"),
            "language": tr("Language"),
        }  # fmt: skip
        return with_fields(of_workspace(self.studio), "campaign", [(n, own[n], kind) for n, kind in NAMES.items()])

    def _build(self, found: tuple[Place, ...], reach: Reach) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for place in found:
            row = PlaceRow(place, tr("Block the campaign"), shelf=self.studio.media)
            row.expression.set_paths([(field.path, field.label) for field in reach.fields])
            row.expression.offer_editor()
            row.expression.personalise.connect(lambda name=place.name: self.personalise(name))
            row.expression.edited.connect(self._edited)
            row.fallback.textEdited.connect(self._edited)
            row.if_empty.currentIndexChanged.connect(self._edited)
            self.rows[place.name] = row
            self._list.addWidget(row)

    def personalise(self, name: str) -> None:
        """Open the editor for a place."""
        row, draft = self.rows[name], self.draft
        template = self.studio.templates.get(draft.template, draft.language)
        filled = edit_expression(
            self,
            self.studio,
            Wanted(
                row.place, Filled.of(row.mapping()), self._reach(), template, draft.mapping,
                beside(draft, template) if template is not None else {}, self.trying(), tr("Block the campaign"),
                f"campaign:{draft.name}:{name}",
            ),
        )  # fmt: skip
        if filled is not None:
            row.show_mapping(filled.slot)
            self._edited()

    def _save_recipe(self) -> None:
        kept = save_recipe(self, self.studio, of_draft(self.draft))
        if kept is not None:
            Toast.show_in(self, tr("Saved as the recipe “{name}”.", name=kept.name))

    def _edited(self, *_change: object) -> None:
        kept = {name: row.mapping() for name, row in self.rows.items()}
        self.change(mapping={**self.draft.mapping, **kept})
        self.empties.follow(self.draft)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        for name, row in self.rows.items():
            row.error.say(first(problems, f"mapping.{name}"))

    def fields(self) -> dict[str, QWidget]:
        found: dict[str, QWidget] = {}
        for name, row in self.rows.items():
            found[f"mapping.{name}:fallback"] = row.fallback
            found[f"mapping.{name}:empty"] = row.if_empty
            found[f"mapping.{name}"] = row
        return {**found, "mapping.:tags": self.tags}

    def focus_field(self, where: str) -> None:
        name, _, part = where.removeprefix("mapping.").partition(":")
        if part == "tags":
            self.tags.set_open(True)
            self.tags.on.setFocus()
            return
        row = self.rows.get(name) or next(iter(self.rows.values()), None)
        if row is not None:
            {"fallback": row.fallback, "empty": row.if_empty}.get(part, row.expression.line).setFocus()
