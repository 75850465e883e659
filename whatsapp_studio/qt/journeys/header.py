"""Decides what stands above the canvas: the journey's name and state, and what is wanted most often."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.words_running import life_meaning
from whatsapp_studio.journeys.diff import Diff
from whatsapp_studio.journeys.edits import RenameJourney
from whatsapp_studio.journeys.living import Life
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.issues import IssuesButton, counts
from whatsapp_studio.qt.journeys.live_words import life_text
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.phrases import clock_time
from whatsapp_studio.qt.widgets.buttons import icon_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.page import HEADER
from whatsapp_studio.qt.widgets.plain import plain_tip

# Below this width what the state says is only its short form.
_NARROW = 1000
_LEAST_NAME, _MOST_NAME = 120, 380


class EditorHeader(QFrame):
    """The line above the canvas. Its signals ask, but ``may_publish``: whether nothing stands in the way now."""

    left = Signal()
    test_wanted = Signal()
    simulate_wanted = Signal()
    publish_wanted = Signal()
    live_wanted = Signal()
    may_publish = Signal(bool)

    def __init__(self, document: JourneyDocument, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._saver = document, saver
        self.setProperty("role", "header")
        self.setFixedHeight(HEADER)
        self._published, self._live, self._waits = "", False, True
        self.back_button = icon_button("chevron-left", tr("All journeys"), self.left.emit)
        self.name = _Name(document)
        self.pill, self.duration = QLabel(), QLabel()
        self.pill.setProperty("role", "pill")
        self.live_button = secondary_button("", self.live_wanted.emit, "radio")
        self.live_button.hide()
        self.duration.setProperty("role", "muted")
        self.duration.setToolTip(tr("The longest a contact can be in this journey"))
        # It is shown where it fits, and must not keep the window from being made smaller.
        self.duration.setMinimumWidth(1)
        self.issues = IssuesButton(document)
        self.test_button = secondary_button(tr("Test"), self.test_wanted.emit)
        self.test_button.setCheckable(True)
        self.test_button.setToolTip(tr("Follow one contact through the journey; nothing is sent"))
        self.simulate_button = secondary_button(tr("Simulate"), self.simulate_wanted.emit)
        self.simulate_button.setToolTip(tr("Let the whole audience go through the journey; nothing is sent"))
        self.publish_button = primary_button(tr("Publish…"), self.publish_wanted.emit)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.back_button)
        row.addWidget(self.name)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.live_button)
        row.addSpacing(2)
        row.addWidget(self.duration)
        row.addStretch(1)
        self._tools = row.count()
        for one in (self.issues, self.test_button, self.simulate_button, self.publish_button):
            row.addWidget(one)
        document.changed.connect(self._changed)
        document.checked.connect(self.tell)
        saver.moved.connect(self.tell)
        self.name.tell()
        self.tell()

    def _changed(self, what: Diff) -> None:
        if what.name:
            self.name.tell()
            self._settle()

    def add_tool(self, action: QAction) -> None:
        """Put a command before the list of problems, as an icon."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        self._row.insertWidget(self._tools, button)
        self._tools += 1

    def show_duration(self, text: str) -> None:
        """The longest time in words; empty where there is nothing to say."""
        self.duration.setText(text)
        self._settle()

    def show_published(self, text: str, *, live: bool = False) -> None:
        """What is published, for the state's tooltip; ``live`` is whether it is what is seen here."""
        self._published, self._live = text, live
        self.tell()

    def show_life(self, life: Life | None) -> None:
        """How the journey runs, on the button that leads to where it is watched; None where it never did."""
        self.live_button.setVisible(life is not None)
        if life is not None:
            self.live_button.setText(life_text(life))
            self.live_button.setToolTip(tr("{meaning} Press to watch it run.", meaning=life_meaning(life.state)))
            self.live_button.setAccessibleName(tr("{state}: watch it run", state=life_text(life)))
        self._settle()

    def wait(self, waits: bool) -> None:
        """Whether something has to be known or done before anything can be published."""
        self._waits = waits
        self.tell()

    def tell(self) -> None:
        """Say how it stands: what is saved, and what keeps it from being published."""
        self._settle()
        errors, warnings = counts(self._document.problems)
        locked = self._document.read_only
        ready = not errors and not locked and not self._waits
        self.publish_button.setEnabled(ready)
        self.may_publish.emit(ready)
        if locked:
            said = tr("This journey can only be looked at.")
        elif errors:
            said = ntr("{n} error remains before it can be published", "{n} errors remain before it can be published",
                       errors)  # fmt: skip
        elif warnings:
            said = ntr("Ready to be published, with {n} warning", "Ready to be published, with {n} warnings", warnings)
        else:
            said = tr("Ready to be published")
        self.publish_button.setToolTip(said)
        self.publish_button.setAccessibleDescription(said)

    def _tell_pill(self) -> None:
        at = clock_time(self._saver.at) if self._saver.at else ""
        narrow = 0 < self.width() < _NARROW
        if self._document.read_only:
            text, kind = tr("Read-only"), "warning"
        elif self._saver.state == "failed":
            text, kind = tr("Not saved"), "error"
        elif self._saver.state == "waiting":
            text, kind = tr("Saving…") if narrow else tr("Draft · saving…"), "neutral"
        else:
            whole = tr("Published · saved {time}", time=at) if self._live else tr("Draft · saved {time}", time=at)
            text, kind = tr("Saved {time}", time=at) if narrow else whole, "ok" if self._live else "neutral"
        self.pill.setText(text)
        self.pill.setToolTip("\n".join(part for part in (self._published, self.duration.text()) if part))
        if self.pill.property("kind") != kind:
            self.pill.setProperty("kind", kind)
            self.pill.style().unpolish(self.pill)
            self.pill.style().polish(self.pill)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Where there is little room the longest time gives way first: the state's tooltip says it. Then the name."""
        self._tell_pill()
        self.duration.setVisible(False)
        self.name.setMaximumWidth(_MOST_NAME)
        self._row.invalidate()
        others = self._row.sizeHint().width() - self.name.sizeHint().width()
        with_time = others + self.duration.sizeHint().width() + self._row.spacing()
        fits = bool(self.duration.text()) and with_time + self.name.sizeHint().width() <= self.width()
        self.duration.setVisible(fits)
        room = self.width() - (with_time if fits else others)
        self.name.setMaximumWidth(max(_LEAST_NAME, min(room, _MOST_NAME)))


class _Name(QLineEdit):
    """The journey's name, edited where it stands. Enter and Esc give the keyboard back."""

    def __init__(self, document: JourneyDocument) -> None:
        super().__init__()
        self._document = document
        self.setProperty("role", "title")
        self.setPlaceholderText(tr("Unnamed journey"))
        self.setAccessibleName(tr("Name of the journey"))
        self.setReadOnly(document.read_only)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxLength(200)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self.updateGeometry)
        self.editingFinished.connect(document.stop_merging)

    def tell(self) -> None:
        """Show the name as it is now, unless it was typed here."""
        if self.text() != self._document.journey.name:
            self.setText(self._document.journey.name)
            self.setCursorPosition(0)
        self.setToolTip(plain_tip("\n".join(part for part in (self.text(), tr("Click to rename")) if part)))

    def _typed(self, text: str) -> None:
        self._document.do(RenameJourney(name=text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.clearFocus()
            self.setCursorPosition(0)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText()) + 30
        return QSize(max(_LEAST_NAME, min(wanted, _MOST_NAME)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_NAME, super().minimumSizeHint().height())
