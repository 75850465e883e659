"""Decides what stands right of the canvas: what is selected, as a form, as a phone, with its note and its issues."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QTabWidget, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.journeys.diff import Diff
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.inspector.issues_tab import IssuesTab
from whatsapp_studio.qt.inspector.notes_tab import NotesTab
from whatsapp_studio.qt.inspector.outlook import InspectorContext
from whatsapp_studio.qt.inspector.preview_tab import PreviewTab
from whatsapp_studio.qt.inspector.step_tab import StepTab, scrolled
from whatsapp_studio.qt.inspector.undo import Scribe, UndoFirst

NARROW, USUAL, WIDE = 280, 328, 480
_SOON_MS = 60
_ISSUES = 3


class Inspector(QFrame):
    """Follows the document. ``wants`` carries a command for several things selected (``align-left``, ``frame``, …)."""

    wants = Signal(str)

    def __init__(self, document: JourneyDocument, context: InspectorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.setProperty("role", "side")
        self.setAccessibleName(tr("Inspector"))
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.tabs = QTabWidget(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self.scribe = Scribe(document)
        self.step_tab = StepTab(document, context, self.scribe)
        self.preview = PreviewTab(document, context)
        self.notes = NotesTab(document, self.scribe)
        self.issues = IssuesTab()
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setUsesScrollButtons(False)
        self.tabs.tabBar().setAccessibleName(tr("Parts of the inspector"))
        for page, words in (
            (self.step_tab, tr("Step")), (scrolled(self.preview), tr("Preview")), (self.notes, tr("Notes")),
            (scrolled(self.issues), tr("Issues")),
        ):  # fmt: skip
            self.tabs.addTab(page, words)
        self.tabs.currentChanged.connect(lambda _tab: self._list_issues())
        self.step_tab.wants.connect(self.wants)
        self.issues.chosen.connect(document.reveal)
        self._undo_first = UndoFirst(document, self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.step_tab.look_around)
        document.changed.connect(self._changed)
        document.selected.connect(self._mirror)
        document.checked.connect(self._checked)
        document.revealed.connect(self._revealed)
        document.surrounded.connect(self._look_around)
        self._mirror()
        self._checked()

    # -- following the document ----------------------------------------------------------------------

    def _step(self) -> Step | None:
        return self.document.journey.steps.get(self.document.current)

    def _mirror(self) -> None:
        step = self._step()
        typing = QApplication.focusWidget()
        typing = typing if typing is not None and self.step_tab.isAncestorOf(typing) else None
        shown = self.step_tab.shown
        self.step_tab.show_selection()
        if typing is not None and self.step_tab.shown != shown and not typing.isVisible():
            # What was typed in has gone with its step; going on typing must not fill another field.
            self.tabs.tabBar().setFocus()
        self.tabs.setTabText(0, tr("Step") if self.document.selection else tr("Journey"))
        self.preview.show_step(step)
        self.notes.show_step(step)
        self._list_issues()

    def _changed(self, what: Diff) -> None:
        self._mirror()
        if what.added or what.removed or what.changed or what.linked or what.unlinked:
            # What can be picked of the journey may be something else now; nobody opens a list that fast.
            self._soon.start()

    def _checked(self) -> None:
        self.step_tab.tell()
        self._list_issues()

    def _list_issues(self) -> None:
        step = self._step()
        problems = self.document.problems_of(step.id) if step is not None else self.document.problems
        if self.tabs.currentIndex() == _ISSUES:
            self.issues.show_problems(problems, self.document.journey, step.id if step is not None else "")
        n = len(problems)
        self.tabs.setTabText(_ISSUES, tr("Issues ({n})", n=number(n)) if n else tr("Issues"))

    def _look_around(self) -> None:
        self.step_tab.look_around()
        self.preview.show_step(self._step())

    # -- going somewhere -----------------------------------------------------------------------------

    def _revealed(self, item: str, field: str) -> None:
        if field:
            self.show_field(item, field)

    def show_field(self, id: str, field: str = "") -> None:
        """Open the form of an item (empty: of the journey), and put the focus on a field or a place inside it.

        ``field`` is as in a problem's place: ``template``, ``mapping.body.1``, ``rules.<id>``; empty is the first,
        ``name`` the step's own name.
        """
        journey = self.document.journey
        there = id in journey.steps or id in journey.notes or id in journey.frames or id in journey.links
        if self.document.selection != ({id} if there else set()):
            self.document.select({id} if there else (), id if there else "")
        self.tabs.setCurrentIndex(0)
        self.step_tab.focus_field(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.document.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.document.redo()
        else:
            super().keyPressEvent(event)


