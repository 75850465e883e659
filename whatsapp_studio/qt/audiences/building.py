"""Decides how a segment is built: its name and its rule, what the rule says in words, and whom it holds for now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.audience.rules import Rule, RuleError, in_words, parse, problems
from whatsapp_studio.audience.segment import Segment
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.audiences.history import BLANK, Change, Shape
from whatsapp_studio.qt.audiences.matches import Matches
from whatsapp_studio.qt.audiences.sight import Seen, WorkspaceSight
from whatsapp_studio.qt.forms.text import show_line
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.rules.editor import RuleEditor
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow
from whatsapp_studio.qt.widgets.plain import plain_label

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SIDE, _WIDEST, _LETTERS = 296, 420, 26


class SegmentBuilder(QWidget):
    """Edits one segment, new or kept. ``moved`` says that what it shows or may do changed; ``saved`` carries it."""

    moved = Signal()
    saved = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.sight = WorkspaceSight(studio)
        self.id: int | None = None
        self._clean, self.shape = Shape(), Shape()
        self.problems: tuple[Problem, ...] = ()
        self._saving: Job[Segment] | None = None
        self.stack = QUndoStack(self)
        self.stack.indexChanged.connect(self._told)
        self.undo_action = self._taken_back(tr("Undo"), QKeySequence.StandardKey.Undo, self.stack.undo)
        self.redo_action = self._taken_back(tr("Redo"), QKeySequence.StandardKey.Redo, self.stack.redo)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(tr("What you call these people"))
        self.name.textEdited.connect(lambda text: self._change(Shape(text, self.shape.rule), "name"))
        self.rule = RuleEditor(self.sight, tr("Rule"))
        self.rule.edited.connect(lambda rule, key: self._change(Shape(self.shape.name, rule), key and f"rule.{key}"))
        self.error = ErrorLine()
        self.words = plain_label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.matches = Matches(studio)
        self._lay_out()

    def _taken_back(self, text: str, keys: QKeySequence.StandardKey, act: Any) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: act())
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self.row = FormRow(tr("&Name"), self.name)
        self.row.setMaximumWidth(560)
        who = Card(tr("Who belongs to it"))
        who.body.addWidget(self.error)
        who.body.addWidget(self.rule)
        said = Card(tr("In words"))
        said.body.addWidget(self.words)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (self.row, who, said):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        side = QScrollArea()
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidgetResizable(True)
        side.setWidget(self.matches)
        side.setFixedWidth(max(_SIDE, min(_WIDEST, self.fontMetrics().averageCharWidth() * _LETTERS)))
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll, 1)
        row.addWidget(side)

    # -- what is edited ------------------------------------------------------------------------------

    def begin(self, seen: Seen, segment: Segment | None, start: Shape = BLANK) -> None:
        """Edit a segment, or a new one that begins as ``start``."""
        self.id = segment.id if segment is not None else None
        self.sight.own = segment.name if segment is not None else ""
        self.see(seen)
        self._clean = Shape(segment.name, _read(segment.rule)) if segment is not None else Shape()
        self.rule.forget()
        self.stack.clear()
        self._show(self._clean if segment is not None else start)
        self.name.setFocus()
        self.name.selectAll()

    def take(self, shape: Shape) -> None:
        """Go on with what was edited in a window of before, as one step to undo."""
        self._change(shape, "")

    def see(self, seen: Seen) -> None:
        """The workspace is another now: fields and lists are offered as they are."""
        self.sight.seen = seen
        self.rule.look_around()
        self._check()

    @property
    def changed(self) -> bool:
        """Whether anything would be lost."""
        return self.shape != self._clean

    @property
    def may_save(self) -> bool:
        """Whether it can be kept as it is."""
        return self.changed and not self.problems and bool(self.shape.name.strip()) and self._saving is None

    def waits_for(self) -> str:
        """What is missing before it can be saved, in words; empty where nothing is."""
        if not self.shape.name.strip():
            return tr("Give it a name first.")
        return wording.sentence(self.problems[0]) if self.problems else ""

    def _change(self, after: Shape, key: str) -> None:
        if after != self.shape:
            self.stack.push(Change(self.shape, after, key, self._show))

    def _show(self, shape: Shape) -> None:
        rule_changed = shape.rule != self.shape.rule or self.matches.found is None
        self.shape = shape
        show_line(self.name, shape.name)
        self.rule.show_value(shape.rule)
        self.row.set_error("")
        self._check()
        if rule_changed:
            self._count()
        self.moved.emit()

    # -- what it says --------------------------------------------------------------------------------

    def _rule(self) -> Rule | None:
        try:
            return parse(self.shape.rule) if self.shape.rule is not None else None
        except RuleError:
            return None

    def _told(self, _at: int) -> None:
        self.moved.emit()

    def _check(self) -> None:
        rule = self._rule()
        seen = self.sight.seen
        self.problems = (Problem("rule-missing"),)
        if rule is not None:
            self.problems = problems(rule, seen.kinds, seen.lists, segments=self.sight.segment_names())
        told: dict[str, list[Problem]] = {}
        for one in self.problems:
            told.setdefault(one.where, []).append(one)
        left = self.rule.tell(told) if rule is not None else ()
        self.error.say(left[0] if left else None)
        self.words.setText(self._in_words(rule))

    def _in_words(self, rule: Rule | None) -> str:
        if rule is None:
            return tr("Nobody yet: add a comparison.")
        return tr("Everybody for whom: {rule}.", rule=in_words(rule, self.sight.seen.labels))

    def _count(self) -> None:
        if self.shape.rule is None:
            self.matches.show_none(tr("Add a comparison to see how many belong to it."))
        elif self.problems:
            self.matches.show_none(tr("This is counted once every comparison is complete."))
        else:
            self.matches.ask(self.shape.rule)

    # -- keeping -------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep it as it is now."""
        if not self.may_save or self.shape.rule is None:
            return
        shape, id, studio = self.shape, self.id, self._studio
        rule = json.dumps(shape.rule, ensure_ascii=False)

        def work(_progress: Progress) -> Segment:
            return studio.segments.save(shape.name.strip(), rule, id or 0)

        self._saving = Job(self, work)
        self._saving.on_done(self._kept).on_failed(self._not_kept).run()
        self.moved.emit()

    def _kept(self, segment: Segment) -> None:
        self._saving = None
        self.id, self._clean = segment.id, Shape(segment.name, _read(segment.rule))
        self.shape = self._clean
        self.saved.emit(segment)
        self.moved.emit()

    def _not_kept(self, error: StudioError) -> None:
        self._saving = None
        self.row.set_error(wording.sentence(error))
        self.name.setFocus()
        self.moved.emit()


def _read(rule: str) -> dict[str, Any] | None:
    try:
        found = json.loads(rule)
    except ValueError:
        return None
    return found if isinstance(found, dict) and found else None
