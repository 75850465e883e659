"""Decides how a template is picked in a form: the one in use, and a list to search when it is to be another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.campaigns.recipe import in_step, of_step
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.qt.forms.editor import Editor, as_dict, as_text
from whatsapp_studio.qt.forms.plain import slim_combo
from whatsapp_studio.qt.inspector.outlook import Outlook, StudioContext
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.recipes import RecipeDialog, save_recipe
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, SearchField, muted
from whatsapp_studio.qt.widgets.template_list import TemplateDelegate, TemplateModel, why_not
from whatsapp_studio.services.recipes import KeptRecipe
from whatsapp_studio.templates.template import Template

_LIST_TALL = 232


class TemplatePick(Editor):
    """A button that says which template it is; it opens the list below it."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self._value: dict[str, Any] = {}
        self.button = QPushButton()
        self.button.setProperty("role", "picker")
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        inside = QHBoxLayout(self.button)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.addStretch(1)
        self._down, self._up = IconLabel("chevron-down", "text"), IconLabel("chevron-up", "text")
        inside.addWidget(self._down)
        inside.addWidget(self._up)
        self._up.hide()
        self.about = muted("")
        self.search = SearchField(tr("Find a template"))
        self.status = slim_combo(tr("Status of templates"))
        self.category = slim_combo(tr("Category of templates"))
        self.language = slim_combo(tr("Language of templates"))
        self.model = TemplateModel(self)
        self.view = QListView()
        self.view.setAccessibleName(tr("Templates"))
        self.view.setModel(self.model)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setUniformItemSizes(True)
        self.view.setFixedHeight(_LIST_TALL)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = TemplateDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.refused = ErrorLine()
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.panel = QWidget()
        inner = QVBoxLayout(self.panel)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        filters = QGridLayout()
        filters.setSpacing(6)
        for n, box in enumerate((self.category, self.status, self.language)):
            filters.addWidget(box, n // 2, n % 2)
            box.activated.connect(lambda _row: self._fill())
        inner.addWidget(self.search)
        inner.addLayout(filters)
        inner.addWidget(self.view)
        inner.addWidget(self.none)
        inner.addWidget(self.refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button)
        column.addWidget(self.about)
        self.recipe = link_button(tr("Use a recipe…"), self._choose_recipe)
        self.keep = link_button(tr("Save as recipe…"), self._save_recipe)
        self._recipes = QWidget()
        links = QHBoxLayout(self._recipes)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(4)
        links.addWidget(self.recipe)
        links.addWidget(self.keep)
        links.addStretch(1)
        column.addWidget(self._recipes)
        self._recipes.setVisible(isinstance(outlook.context, StudioContext))
        column.addWidget(self.panel)
        self.panel.hide()
        self.panel.installEventFilter(self)
        self.search.installEventFilter(self)
        self.button.toggled.connect(self._open)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.view.clicked.connect(self._take)
        self.view.activated.connect(self._take)
        self.setFocusProxy(self.button)

    # -- the list ------------------------------------------------------------------------------------

    def _open(self, on: bool) -> None:
        if on:
            self.search.clear()
            self._offer_filters()
            self._fill()
            self.refused.say(None)
        self.panel.setVisible(on)
        self._paint_button()
        (self.search if on else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _templates(self) -> list[Template]:
        return list(self.outlook.document.surroundings.templates.values())

    def _offer_filters(self) -> None:
        found = self._templates()
        for box, everything, values in (
            (self.language, tr("Language"), {one.language: one.language for one in found}),
            (self.category, tr("Category"), {one.category: state_word(one.category) for one in found}),
            (self.status, tr("Status"), {one.status: state_word(one.status) for one in found}),
        ):
            kept = box.currentData()
            box.clear()
            box.addItem(everything, None)
            for value, words in sorted(values.items(), key=lambda pair: pair[1]):
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(kept)))

    def _fill(self) -> None:
        wanted = {
            "language": self.language.currentData(), "category": self.category.currentData(),
            "status": self.status.currentData(),
        }  # fmt: skip
        shown = [
            one
            for one in self._templates()
            if all(value is None or getattr(one, part) == value for part, value in wanted.items())
        ]
        self.model.show_all(shown, "MARKETING")
        self.model.search(self.search.text())
        self._delegate.chosen = (as_text(self._value.get("name")), as_text(self._value.get("language")))
        row = self.model.row_of(*self._delegate.chosen)
        self.view.setCurrentIndex(self.model.index(max(row, 0)))
        self.view.setVisible(self.model.rowCount() > 0)
        self.none.setVisible(self.model.rowCount() == 0)
        self.none.setText(
            tr("Nothing found. Change the search or the filters.")
            if self._templates()
            else tr("No templates are here yet. Fetch them on the page Templates.")
        )

    def _take(self, index: QModelIndex) -> None:
        template = self.model.template(index.row())
        if template is None:
            return
        reason = why_not(template)
        if reason:
            self.refused.say(tr("{name} cannot be chosen. {reason}.", name=template.name, reason=reason))
            return
        self.button.setChecked(False)
        self.edited.emit({"name": template.name, "language": template.language}, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.button.setChecked(False)
            return True
        if watched is self.search:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.model.rowCount():
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + step))
                self.view.setCurrentIndex(self.model.index(row))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.view.currentIndex())
                return True
        return False

    # -- the one in use ------------------------------------------------------------------------------

    def show_value(self, value: Any) -> None:
        self._value = as_dict(value)
        self._paint_button()

    def look_around(self) -> None:
        self._paint_button()
        if not self.panel.isHidden():
            self._fill()

    def _paint_button(self) -> None:
        name, language = as_text(self._value.get("name")), as_text(self._value.get("language"))
        self._down.setVisible(not self.button.isChecked())
        self._up.setVisible(self.button.isChecked())
        words = name or tr("Choose a template…")
        self.button.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, 200))
        self.button.setToolTip(name)
        self.button.setAccessibleName(tr("{name}: {value}", name=self.name, value=words))
        found = self.outlook.document.surroundings.templates.get((name, language))
        if not name:
            self.about.setText("")
        elif found is None:
            self.about.setText(tr("{language} · not in this workspace", language=language))
        else:
            facts = (language, state_word(found.category), state_word(found.status))
            self.about.setText(" · ".join(facts))
        self.about.setVisible(bool(self.about.text()))
        self.keep.setEnabled(bool(name))

    # -- recipes -------------------------------------------------------------------------------------

    def _choose_recipe(self) -> None:
        context = self.outlook.context
        if isinstance(context, StudioContext):
            dialog = RecipeDialog(context.studio, self)
            dialog.used.connect(self._use_recipe)
            dialog.open()

    def _use_recipe(self, kept: KeptRecipe) -> None:
        """Template and values in one edit, so that one step back undoes both."""
        self.outlook.document.do(SetFields(step=self.outlook.owner, fields=in_step(kept.recipe)))

    def _save_recipe(self) -> None:
        context, step = self.outlook.context, self.outlook.document.journey.steps.get(self.outlook.owner)
        if isinstance(context, StudioContext) and step is not None:
            save_recipe(self, context.studio, of_step(dict(step.fields)))

    def fits(self, value: Any) -> bool:
        found = as_dict(value)
        return value is None or (
            isinstance(value, dict) and all(isinstance(found.get(part), str) for part in ("name", "language"))
        )

    def inputs(self) -> Sequence[QWidget]:
        return (self.button,) if self._recipes.isHidden() else (self.button, self.recipe, self.keep)
