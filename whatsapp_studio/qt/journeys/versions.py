"""Decides how older versions of a journey are looked at, compared with another, and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.compare import compare
from whatsapp_studio.journeys.edits import Become
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.differences import Differences
from whatsapp_studio.qt.journeys.version_list import DRAFT, VersionList, full_name
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.services.designing import Journeys, Version

_NOTHING = -1
_LIST, _WORDS = 248, 320


class VersionsView(QWidget):
    """The versions of the journey of ``document``, in the place of its editor until ``closed``.

    Nothing of the journey is changed here but by bringing a version back, which is one edit that can be undone.
    """

    closed = Signal()

    def __init__(self, journeys: Journeys, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journeys, self._document = journeys, document
        self._versions: dict[int, Version] = {}
        self._values: dict[int, Journey] = {}
        self._shown = DRAFT
        self._looked = False
        # What is shown is a value like any other; one canvas follows from one to the next.
        shown = JourneyDocument(
            Journey(id=""), check=lambda *_: (), words=lambda *_: "", read_only=True, parent=self
        )
        self.scene = JourneyScene(shown, self)
        self.view = JourneyView(self.scene)
        self.list, self.differences = VersionList(), Differences()
        self.list.chosen.connect(self.look_at)
        self.differences.chosen.connect(self._go_to)
        self._lay_out()

    def _lay_out(self) -> None:
        self.back_button = secondary_button(tr("Back to the draft"), self.closed.emit, "chevron-left")
        self.name = OneLine("", "subtitle")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.with_box = QComboBox()
        tell_whole(self.with_box)
        self.with_box.setAccessibleName(tr("Compare with"))
        self.with_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.with_box.setMaximumWidth(300)
        self.with_box.activated.connect(lambda _at: self.look_at(self._shown))
        beside = QLabel(tr("Compare with"))
        beside.setBuddy(self.with_box)
        self.restore_button = primary_button(tr("Bring this version back"), self.restore, "undo-2")
        head = QFrame()
        head.setProperty("role", "surface")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.name, 1)
        row.addWidget(beside)
        row.addWidget(self.with_box)
        row.addWidget(self.restore_button)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        for part in (self.list, self.view, self.differences):
            self.panes.addWidget(part)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes([_LIST, 10_000, _WORDS])
        self.list.setMinimumWidth(200)
        self.differences.setMinimumWidth(220)
        self._problem: Banner | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(head)
        self._box.addWidget(self.panes, 1)

    # -- what is looked at ---------------------------------------------------------------------------

    def begin(self, *, compare_published: bool = False) -> None:
        """Read the versions anew and show the newest; with ``compare_published`` the draft beside what is live."""
        journeys, id = self._journeys, self._document.journey.id
        self._values.clear()
        self._looked = False

        def filled(versions: tuple[Version, ...]) -> None:
            self._versions = {version.number: version for version in versions}
            self._hush()
            now = datetime.now(UTC)
            self.list.fill(versions, now)
            self._fill_choices(versions, now)
            live = next((version.number for version in versions if version.kind == "published"), None)
            if compare_published and live is not None:
                self.with_box.setCurrentIndex(self.with_box.findData(live))
                self.list.select(DRAFT)
            else:
                self.with_box.setCurrentIndex(self.with_box.findData(DRAFT))
                self.list.select(versions[0].number if versions else DRAFT)
            self.list.rows.setFocus()

        Job(self, lambda _progress: journeys.versions(id)).on_done(filled).on_failed(self._say).run()

    def look_at(self, number: int) -> None:
        """Show a version, and what is different in it where another one is chosen to compare with."""
        self._shown = number
        wanted = self._missing()
        if not wanted:
            self._show()
            return
        self.restore_button.setEnabled(False)
        journeys, id = self._journeys, self._document.journey.id

        def read(values: dict[int, Journey]) -> None:
            self._values.update(values)
            # Meanwhile something else may have been chosen, which is being read then.
            if not self._missing():
                self._show()

        def work(_progress: object) -> dict[int, Journey]:
            return {one: journeys.version(id, one) for one in wanted}

        Job(self, work).on_done(read).on_failed(self._say).run()

    def restore(self) -> None:
        """Make the journey what the shown version is, as one edit, and go back to the editor."""
        version = self._versions.get(self._shown)
        if version is None or self._shown not in self._values:
            return
        changed = self._document.do(Become(journey=self._values[self._shown]))
        # The editor comes to the front; what is said then lies above it.
        self.closed.emit()
        if changed:
            said = tr("The draft is now as it was: {version}.", version=full_name(version, datetime.now(UTC)))
            Toast.show_in(self, said, tr("Undo"), partial(self._take_back, self._document.journey))

    def _take_back(self, restored: Journey) -> None:
        """Undo bringing a version back, unless the person went on from there: then that would be undone."""
        if self._document.journey is restored:
            self._document.undo()
        else:
            Toast.show_in(self, tr("The journey was changed since. Undo goes back step by step."))

    def _show(self) -> None:
        shown, other = self._value(self._shown), self._other()
        self.name.setText(shown.name or tr("Unnamed journey"))
        self.restore_button.setEnabled(self._shown != DRAFT and not self._document.read_only)
        if other == _NOTHING or other == self._shown:
            self._put(shown, {})
            self.differences.clear(self._title(self._shown), tr("Choose what to compare it with above."))
            return
        # The older one comes first; the draft is the newest.
        older, newer = sorted((self._shown, other), key=lambda one: one or max(self._versions, default=0) + 1)
        found = compare(self._value(older), self._value(newer))
        self._put(found.together(), found.marks)
        title = tr("From “{older}” to “{newer}”", older=self._title(older), newer=self._title(newer))
        self.differences.show_comparison(title, found)

    def _put(self, journey: Journey, marks: Mapping[str, str]) -> None:
        self.scene.document.show(journey)
        self.scene.show_marks(marks)
        if not self._looked:
            # Only once it is laid out does the view know how large it is.
            QTimer.singleShot(0, self.view, self.view.fit)
            self._looked = True

    def _go_to(self, id: str) -> None:
        if self.scene.item_of(id) is not None:
            self.scene.document.select({id}, id)
            self.view.centre_on(id)

    # -- pieces --------------------------------------------------------------------------------------

    def _fill_choices(self, versions: tuple[Version, ...], now: datetime) -> None:
        self.with_box.clear()
        self.with_box.addItem(tr("Nothing"), _NOTHING)
        self.with_box.addItem(tr("The draft"), DRAFT)
        for version in versions:
            self.with_box.addItem(full_name(version, now), version.number)

    def _other(self) -> int:
        data = self.with_box.currentData()
        return data if isinstance(data, int) else _NOTHING

    def _missing(self) -> list[int]:
        return [one for one in (self._shown, self._other()) if one > DRAFT and one not in self._values]

    def _value(self, number: int) -> Journey:
        return self._document.journey if number == DRAFT else self._values[number]

    def _title(self, number: int) -> str:
        version = self._versions.get(number)
        return full_name(version, datetime.now(UTC)) if version else tr("The draft")

    def _say(self, error: StudioError) -> None:
        self._hush()
        self._problem = Banner("error", wording.sentence(error), (tr("Try again"), self.begin))
        self._box.insertWidget(1, self._problem)

    def _hush(self) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
