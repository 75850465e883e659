"""Decides the window in which a template is written: languages above, the form, the phone beside it, problems below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.templates.writing.checks import Checker
from whatsapp_studio.qt.templates.writing.compare_view import CompareView, Version
from whatsapp_studio.qt.templates.writing.form import Form
from whatsapp_studio.qt.templates.writing.languages import LanguageBar, LanguageDialog, name_of
from whatsapp_studio.qt.templates.writing.line import is_redo, is_undo
from whatsapp_studio.qt.templates.writing.phone import PhonePanel
from whatsapp_studio.qt.templates.writing.problem_list import ProblemList
from whatsapp_studio.qt.templates.writing.saving import Saved
from whatsapp_studio.qt.templates.writing.section import Change
from whatsapp_studio.qt.templates.writing.session import Session
from whatsapp_studio.qt.templates.writing.state_notes import StateNotes
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.services.writing import EditRight, Use
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_Facts = tuple[EditRight | None, tuple[Use, ...]]


class WritingView(QWidget):
    """One template in all its languages. ``moved`` says that its name, state or problems may be others; ``trouble``
    carries an error, ``duplicate_wanted`` a template that is to be copied under a new name."""

    moved = Signal()
    trouble = Signal(object)
    duplicate_wanted = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.session = Session(studio, self)
        self.checks = Checker(studio, self.session, self)
        self.languages = LanguageBar()
        self.notes = StateNotes({"edit": self.edit, "duplicate": self._duplicate, "withdraw": self.withdraw})
        self.form = Form(studio, self._write)
        self.phone = PhonePanel(studio)
        self.problems = ProblemList()
        self.compare = CompareView()
        self.compare_button = QPushButton(tr("Compare"))
        self.compare_button.setCheckable(True)
        self.compare_button.setAutoDefault(False)
        self.languages.more.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignTop)
        self._facts: _Facts = (None, ())
        self._asking = Latest(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.form)
        self.middle.addWidget(self.compare)
        column.addWidget(self.middle, 1)
        column.addWidget(self.problems)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(left, 1)
        below.addWidget(self.phone)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.languages)
        box.addLayout(below, 1)
        self.undo = self.session.stack.createUndoAction(self, tr("&Undo"))
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo = self.session.stack.createRedoAction(self, tr("&Redo"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])

    def _connect(self) -> None:
        self.session.changed.connect(self._show)
        self.session.languages_changed.connect(self._show_languages)
        self.session.told.connect(self._saved)
        self.checks.found.connect(self._show_problems)
        self.languages.chosen.connect(self.session.show)
        self.languages.wanted.connect(self.add_language)
        self.problems.wanted.connect(self.go)
        self.form.carousel.turned.connect(self.phone.turn_to)
        self.compare_button.toggled.connect(self._compare)
        self.compare.closed.connect(lambda: self.compare_button.setChecked(False))

    # -- opening and leaving -------------------------------------------------------------------------

    def open_draft(self, id: int) -> None:
        """Write in a draft and the other languages of its name; raises ``UserError("template-draft-unknown")``."""
        draft = self.studio.writing.draft(id)
        self.compare_button.setChecked(False)
        self.session.open(draft.template.name, draft.template.language, id)
        self.checks.read(fresh=True)

    def focus_start(self) -> None:
        """Put the keyboard where writing begins."""
        entry = self.session.entry
        if entry is None or not entry.editable:
            self.languages.setFocus()
        elif not entry.shown.name:
            self.form.basics.name.setFocus()
        elif self.form.text.isVisible():
            self.form.text.text.paper.setFocus()

    def open_template(self, name: str, language: str = "") -> None:
        """Look at a template as Meta has it, and at its drafts."""
        self.compare_button.setChecked(False)
        self.session.open(name, language)
        self.checks.read(fresh=True)

    def open_compare(self, one: Template, other: Template) -> None:
        """See two languages of a template side by side."""
        self.session.open(one.name, one.language)
        self.compare_button.setChecked(True)
        names = [name for name, _ in self._versions()]
        for box, template in ((self.compare.left, one), (self.compare.right, other)):
            wanted = name_of(template.language)
            box.setCurrentIndex(names.index(wanted) if wanted in names else 0)
        self.compare.show_versions(self._versions())

    def leave(self) -> None:
        """What is typed goes to the disk."""
        self.session.saver.flush()

    def on_changes(self, changes: Changes) -> None:
        """Something of the workspace is not what it was."""
        if changes.templates or changes.journeys or changes.campaigns:
            self.session.look()
            self._ask()
            if changes.templates:
                self.checks.read()

    # -- showing -------------------------------------------------------------------------------------

    def _show(self) -> None:
        entry = self.session.entry
        if entry is None:
            return
        t = entry.shown
        known = entry.known is not None and entry.draft is not None and bool(entry.draft.base_id)
        approved = known and entry.known is not None and entry.known.status == "APPROVED"
        writes = entry.editable and not self.studio.read_only
        self.form.show_template(t, editable=writes, known=known, approved=approved)
        self.phone.show_template(t)
        if t.cards:
            self.phone.turn_to(self.form.carousel.number)
        self.form.show_problems(self.checks.of(entry.language))
        if self.compare_button.isChecked():
            self.compare.show_versions(self._versions())
        self.moved.emit()

    def _show_languages(self) -> None:
        counts = {language: self.checks.errors(language) for language in self.session.entries}
        self.languages.show_languages(self.session.entries, self.session.language, counts)
        self.languages.add.setEnabled(not self.studio.read_only)
        self.compare_button.setEnabled(len(self._versions()) > 1)
        self._show_notes()
        self._ask()
        self.moved.emit()

    def _show_problems(self) -> None:
        entry = self.session.entry
        if entry is None:
            return
        found = self.checks.of(entry.language)
        self.form.show_problems(found)
        self.problems.show_problems(found)
        self.problems.setVisible(entry.draft is not None)
        counts = {language: self.checks.errors(language) for language in self.session.entries}
        self.languages.show_languages(self.session.entries, self.session.language, counts)
        self.moved.emit()

    @property
    def uses(self) -> tuple[Use, ...]:
        """What uses the language shown, as far as it was read."""
        return self._facts[1]

    def _ask(self) -> None:
        """Who uses the template, and whether it may be changed: read outside this thread."""
        entry, writing = self.session.entry, self.studio.writing
        if entry is None or entry.known is None:
            self._facts = (None, ())
            self._show_notes()
            return
        known = entry.known

        def ask() -> _Facts:
            uses = writing.uses(known.name, known.language)
            return writing.allowed(known), tuple(use for use in uses if use.kind != "draft")

        def show(facts: _Facts) -> None:
            self._facts = facts
            self._show_notes()

        self._asking.ask(ask, show)

    def _show_notes(self) -> None:
        right, uses = self._facts
        self.notes.show_entry(self.session.entry, right, self._why_not(right), uses)

    def _why_not(self, right: EditRight | None) -> str:
        entry = self.session.entry
        if right is None or right.allowed or not right.why or entry is None or entry.known is None:
            return ""
        when = day_and_time(right.at, self.studio.clock.now())
        facts = {"name": entry.known.name, "status": wording.state_word(entry.known.status).lower(), "at": when}
        words = wording.sentence(Problem(right.why, facts=facts))
        return f"{words} {tr('It can be edited again from {when} on.', when=when)}" if when else words

    def _saved(self, result: Saved) -> None:
        for error in result.errors:
            self.trouble.emit(error)
        self.moved.emit()

    # -- doing ---------------------------------------------------------------------------------------

    def _write(self, change: Change, key: str) -> None:
        self.session.edit(change, key)

    def go(self, where: str) -> None:
        """To the place of a problem."""
        self.compare_button.setChecked(False)
        self.form.go(where)

    def add_language(self) -> None:
        """Ask for a language, and go on in it."""
        dialog = LanguageDialog(self.session.entries, self)
        if dialog.exec() and dialog.code:
            self.take_language(dialog.code)
        dialog.deleteLater()

    def take_language(self, code: str) -> None:
        """A copy of the language shown, to be translated."""
        entry = self.session.entry
        if entry is None:
            return
        self.session.saver.flush()
        try:
            if entry.draft is not None:
                made = self.studio.writing.add_language(entry.draft.id, code)
            else:
                t = entry.shown
                made = self.studio.writing.start(t.name, code, t.category)
                made = self.studio.writing.save(made.id, replace(t, language=code))
        except StudioError as error:
            self.trouble.emit(error)
            return
        self.session.open(made.template.name, code, made.id)
        self.form.text.text.paper.setFocus()

    def edit(self) -> None:
        """Write in a draft of what Meta has."""
        entry = self.session.entry
        if entry is None or entry.known is None:
            return
        try:
            draft = self.studio.writing.edit(entry.known)
        except StudioError as error:
            self.trouble.emit(error)
            return
        self.open_draft(draft.id)

    def withdraw(self) -> None:
        """Take a draft out of the queue."""
        entry = self.session.entry
        if entry is None or entry.draft is None:
            return
        try:
            self.studio.writing.withdraw(entry.draft.id)
        except StudioError as error:
            self.trouble.emit(error)
        self.session.look()

    def _duplicate(self) -> None:
        if self.session.template is not None:
            self.duplicate_wanted.emit(self.session.template)

    # -- comparing -----------------------------------------------------------------------------------

    def _versions(self) -> list[Version]:
        found: list[Version] = []
        for language, entry in self.session.entries.items():
            if entry.draft is not None and entry.known is not None:
                found.append((tr("{language}, as Meta has it", language=name_of(language)), entry.known))
            found.append((name_of(language), entry.shown))
        return found

    def _compare(self, on: bool) -> None:
        self.middle.setCurrentWidget(self.compare if on else self.form)
        if on:
            versions = self._versions()
            names = [name for name, _ in versions]
            mine = names.index(name_of(self.session.language))
            entry = self.session.entry
            other = mine - 1 if entry is not None and entry.draft is not None and entry.known is not None else next(
                (n for n in range(len(names)) if n != mine), mine
            )  # fmt: skip
            self.compare.show_versions(versions, other, mine)
            self.compare.only.setFocus()

    # -- undo ----------------------------------------------------------------------------------------

    def actions_for_edit(self) -> Sequence[QAction]:
        """The commands of the window's Edit menu while this is open."""
        return (self.undo, self.redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self.session.stack.undo()
        elif is_redo(event):
            self.session.stack.redo()
        else:
            super().keyPressEvent(event)
