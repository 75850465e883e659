"""Decides how a name, a label or a note is written where it stands: Enter keeps it, Esc does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.edits import ChangeStep, PutFrame, PutNote, SetFields
from whatsapp_studio.journeys.edits import replace as changed
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.table import kind_of, ports_of, title_of

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand

_LEAST, _TALL, _CLEAR = 120, 30, 4
_CONTROL = Qt.KeyboardModifier.ControlModifier


class InPlace(QObject):
    """At most one field lies over the canvas. Losing the focus keeps what was written, as Enter does."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._document, self._scene, self._view = hand.document, hand.scene, hand.view
        self.field: QLineEdit | QPlainTextEdit | None = None
        self._keep: Callable[[str], object] = lambda text: None

    def rename(self, id: str) -> None:
        """Write the name of a step, the title of a frame or the text of a note."""
        journey = self._document.journey
        if self._document.read_only:
            return
        if id in journey.steps:
            item = self._scene.steps[id]
            area = item.title_area
            step = journey.steps[id]
            field = self._line(area, step.name, tr("Name of the step"), title_of(changed(step, name="")))
            self._begin(field, lambda text: self._document.do(ChangeStep(step=id, name=text.strip())))
        elif id in journey.notes:
            note = self._scene.notes[id]
            self._begin(self._box(note.card, journey.notes[id].text), lambda text: self._put_note(id, text))
        elif id in journey.frames:
            bar = self._scene.frames[id].bar
            field = self._line(bar, journey.frames[id].title, tr("Title of the frame"), tr("Title"))
            self._begin(field, lambda text: self._put_frame(id, text.strip()))

    def label(self, step: str, port: str) -> bool:
        """Write the name of one of a step's own paths; false for an output whose name is made from its settings."""
        journey = self._document.journey
        found = journey.steps.get(step)
        if found is None or self._document.read_only or (place := path_of(found, port)) is None:
            return False
        at = self._scene.port_point(step, port)
        area = QRectF(at + QPointF(-70, 6), at + QPointF(70, 6 + _TALL))
        field, index = place
        paths = kind_of(found).value(found, field)
        line = self._line(area, str(paths[index].get("name", "")), tr("Name of the path"), tr("Name"))
        self._begin(line, lambda text: self._name_path(step, field, port, text.strip()))
        return True

    def close(self, *, keep: bool) -> None:
        """End writing."""
        field, self.field = self.field, None
        if field is None:
            return
        field.removeEventFilter(self)
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        field.hide()
        field.deleteLater()
        if keep:
            self._keep(text)
            self._document.stop_merging()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self.close(keep=True)
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if isinstance(self.field, QPlainTextEdit):
                done = done and bool(event.modifiers() & _CONTROL)
            if done or event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.KeyPress:
                    self.close(keep=done)
                    self._view.setFocus()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    # -- inside --------------------------------------------------------------------------------------

    def _begin(self, field: QLineEdit | QPlainTextEdit, keep: Callable[[str], object]) -> None:
        self.close(keep=True)
        self._document.stop_merging()
        self.field, self._keep = field, keep
        field.installEventFilter(self)
        field.show()
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, area: QRectF, text: str, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(text, self._view.viewport())
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        shown = self._shown(area)
        self._lay(field, QRect(shown.x(), shown.center().y() - _TALL // 2, max(shown.width(), _LEAST), _TALL))
        return field

    def _box(self, area: QRectF, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text, self._view.viewport())
        field.setAccessibleName(tr("Text of the note"))
        field.setPlaceholderText(tr("Write a note. Esc leaves it as it was."))
        field.setTabChangesFocus(True)
        shown = self._shown(area)
        self._lay(field, QRect(shown.x(), shown.y(), max(shown.width(), 160), max(shown.height(), 80)))
        return field

    def _lay(self, field: QLineEdit | QPlainTextEdit, place: QRect) -> None:
        """Where it stands, but wholly in sight."""
        seen = self._view.viewport().rect()
        place.moveRight(min(place.right(), seen.right() - _CLEAR))
        place.moveBottom(min(place.bottom(), seen.bottom() - _CLEAR))
        place.moveTo(max(place.left(), _CLEAR), max(place.top(), _CLEAR))
        field.setGeometry(place)

    def _shown(self, area: QRectF) -> QRect:
        return self._view.mapFromScene(area).boundingRect()

    def _put_note(self, id: str, text: str) -> None:
        if (note := self._document.journey.notes.get(id)) is not None:
            self._document.do(PutNote(note=changed(note, text=text)))

    def _put_frame(self, id: str, title: str) -> None:
        if (frame := self._document.journey.frames.get(id)) is not None:
            self._document.do(PutFrame(frame=changed(frame, title=title)))

    def _name_path(self, step: str, field: str, port: str, name: str) -> None:
        found = self._document.journey.steps.get(step)
        if found is not None and name:
            before = kind_of(found).value(found, field)
            paths = [{**path, "name": name} if path.get("id") == port else path for path in before]
            self._document.do(SetFields(step=step, fields={field: paths}))


def path_of(step: Step, port: str) -> tuple[str, int] | None:
    """The field and the index in it of the path that an output is, where it has a name of its own."""
    if not any(one.name == port and one.custom for one in ports_of(step)):
        return None
    kind = kind_of(step)
    for field in kind.shown(step.fields):
        paths: Any = kind.value(step, field.name)
        if isinstance(paths, list | tuple):
            for index, path in enumerate(paths):
                if isinstance(path, dict) and path.get("id") == port and "name" in path:
                    return field.name, index
    return None
