"""Decides how an experiment is made: its messages and shares, what counts, who waits for the winner."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.experiment import MOST, begun, copy_of, evenly, experiment_problems
from whatsapp_studio.campaigns.programme import KEYS, Experiment, Treatment
from whatsapp_studio.qt.campaigns.experiment_rows import TreatmentRows
from whatsapp_studio.qt.campaigns.experiment_values import TreatmentValues
from whatsapp_studio.qt.campaigns.experiment_words import METRICS, planner
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.template_list import why_not
from whatsapp_studio.templates.personalise import suggest
from whatsapp_studio.templates.template import Template, content_hash, places

_replace = msgspec.structs.replace


class ExperimentDialog(QDialog):
    """``experiment()`` is what was made; ``people`` is how many the audience reaches, None while nobody counted."""

    def __init__(self, studio: Studio, draft: Draft, people: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare messages"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._studio, self._draft, self._people = studio, draft, people
        self._plan = draft.experiment or begun(draft)
        self._offered = [
            one for one in studio.templates.all()
            if one.category == draft.purpose.upper() and not why_not(one)
        ]  # fmt: skip
        self.rows = TreatmentRows()
        self.rows.edited.connect(lambda treatments: self._set(treatments=treatments))
        self.rows.removed.connect(self._remove)
        self.rows.filling.connect(self._fill)
        self.rows.chosen.connect(self._choose)
        self.more = link_button(tr("Add a message"), self._add, "plus")
        self.even = link_button(tr("Distribute evenly"), lambda: self._set(treatments=evenly(self._plan.treatments)))
        self.measure = _combo(tr("Measured by"), [(name, tr(words)) for name, words in METRICS])
        self.goal = _combo(tr("Segment"), [(one.id, one.name) for one in studio.segments.all()])
        self.holdout = _percent(0, 50, self._plan.holdout, tr("Held out"))
        self.slice = _percent(1, 100, self._plan.slice, tr("Tested on"))
        self.wait = spin_box(1, 24 * 30, max(1, self._plan.decide_after_minutes // 60))
        self.wait.setSuffix(tr(" hours"))
        self.wait.setAccessibleName(tr("Decided after"))
        self.otherwise = _combo(tr("Without a winner"), [])
        self.expected = _percent(1, 95, self._plan.expected, tr("Expected share"))
        self.lift = _percent(1, 300, self._plan.lift, tr("Lift to show"))
        self.planner = muted("")
        self.error = ErrorLine()
        self.keep = primary_button(tr("Compare these"), self.accept)
        self._build()
        self._connect()
        self._show()
        fit(self, 780)
        follow_layout(self)

    def experiment(self) -> Experiment:
        """What was made."""
        return self._plan

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        rows: tuple[tuple[str, QWidget, str], ...] = (
            (tr("Measured by"), self.measure, tr("More of these is better.")),
            (tr("Segment"), self.goal, tr("Asked when the experiment is looked at.")),
            (tr("Held out"), self.holdout, tr("They get nothing, to compare with.")),
            (tr("Tested on"), self.slice, tr("Below 100 %, the rest gets the winner.")),
            (tr("Decided after"), self.wait, tr("Earlier where a winner is certain.")),
            (tr("Without a winner"), self.otherwise, tr("What the rest gets then.")),
            (tr("Expected share"), self.expected, tr("As far as you know.")),
            (tr("Lift to show"), self.lift, tr("The smallest difference worth seeing.")),
        )  # fmt: skip
        for row, (label, widget, hint) in enumerate(rows):
            name = QLabel(label)
            name.setBuddy(widget)
            grid.addWidget(name, row, 0)
            grid.addWidget(widget, row, 1)
            said = muted(hint)
            grid.addWidget(said, row, 2)
            for one in (name, widget, said):
                one.setProperty("of", row)
        self._grid = grid
        links = QHBoxLayout()
        links.addWidget(self.more)
        links.addWidget(self.even)
        links.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self.rows)
        box.addLayout(links)
        box.addLayout(grid)
        box.addWidget(self.planner)
        box.addWidget(self.error)
        box.addStretch(1)
        box.addLayout(buttons)
        self.keep.setDefault(True)

    def _connect(self) -> None:
        self.measure.activated.connect(lambda: self._set(metric=self.measure.currentData()))
        self.goal.activated.connect(lambda: self._set(goal_segment=self.goal.currentData()))
        self.otherwise.activated.connect(lambda: self._set(otherwise=self.otherwise.currentData()))
        self.wait.valueChanged.connect(lambda hours: self._set(decide_after_minutes=hours * 60))
        for name in ("holdout", "slice", "expected", "lift"):
            getattr(self, name).valueChanged.connect(lambda value, name=name: self._set(**{name: value}))

    def _set(self, **changed: object) -> None:
        self._plan = _replace(self._plan, **changed)
        if self._plan.metric == "goal" and self._plan.goal_segment is None and self.goal.count():
            self._plan = _replace(self._plan, goal_segment=self.goal.itemData(0))
        self._show()

    def _show(self) -> None:
        plan = self._plan
        self.rows.show_treatments(plan.treatments, self._draft.template, self._offered)
        self.more.setEnabled(len(plan.treatments) < MOST)
        for box, value in ((self.measure, plan.metric), (self.goal, plan.goal_segment)):
            box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.otherwise):
            self.otherwise.clear()
            for one in plan.treatments:
                self.otherwise.addItem(one.name or tr("Message {letter}", letter=one.key.upper()), one.key)
            self.otherwise.addItem(tr("I say so then"), "ask")
            self.otherwise.setCurrentIndex(max(0, self.otherwise.findData(plan.otherwise)))
        shown = {1: plan.metric == "goal", 4: plan.slice < 100, 5: plan.slice < 100}
        for at in range(self._grid.count()):
            item = self._grid.itemAt(at)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(shown.get(widget.property("of"), True))
        self.planner.setText(planner(plan, self._people))
        problems = experiment_problems(_replace(self._draft, experiment=plan))
        self.error.say(problems[0] if problems else None)
        self.keep.setEnabled(not problems)

    def _add(self) -> None:
        last = self._plan.treatments[-1]
        taken = {one.key for one in self._plan.treatments}
        key = next(one for one in KEYS if one not in taken)
        self._set(treatments=evenly((*self._plan.treatments, copy_of(self._draft, last, key))))

    def _remove(self, place: int) -> None:
        treatments = self._plan.treatments
        self._set(treatments=evenly((*treatments[:place], *treatments[place + 1 :])))

    def _choose(self, place: int, template: Template) -> None:
        """Take another template; what was filled keeps its place where both have it."""
        before = self._plan.treatments[place]
        known = [*STANDARD_FIELDS, *(field.name for field in self._studio.contacts.fields())]
        guesses = suggest(template, known)
        mapping = {
            one.name: before.mapping.get(one.name) or Mapping(expression=guesses.get(one.name, ""))
            for one in places(template)
        }
        self._put(place, _replace(before, template=template.name, language=template.language,
                                  template_hash=content_hash(template), mapping=mapping, translations={}))  # fmt: skip

    def _fill(self, place: int) -> None:
        one = self._plan.treatments[place]
        template = self._studio.templates.get(one.template, one.language)
        if template is None:
            return
        self.values = TreatmentValues(self._studio, template, one.mapping, self)
        self.values.accepted.connect(lambda: self._put(place, _replace(one, mapping=self.values.mapping())))
        self.values.open()

    def _put(self, place: int, treatment: Treatment) -> None:
        treatments = self._plan.treatments
        self._set(treatments=(*treatments[:place], treatment, *treatments[place + 1 :]))


def _combo(name: str, offered: list[tuple[object, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumWidth(200)
    for value, words in offered:
        box.addItem(words, value)
    wheel_needs_focus(box)
    return box


def _percent(low: int, high: int, value: int, name: str) -> QSpinBox:
    box = spin_box(low, high, value)
    box.setSuffix(tr(" %"))
    box.setAccessibleName(name)
    wheel_needs_focus(box)
    return box
