"""The eight steps of a welcome journey, made twice: with the keyboard alone and with the mouse alone (C25, A04, A07).

Both are saved, both can be published, and both files are the same but for ids and places.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QStyle,
    QStyleOptionSpinBox,
    QWidget,
)

from tests.fixtures.journey_desk import Editors
from whatsapp_studio.journeys import codec
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.inspector.editors.template import TemplatePick
from whatsapp_studio.qt.journeys.editor import JourneyEditor

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def only(journey: Journey, kind: str, nth: int = 0) -> str:
    """The step of a kind, the highest first where there are several."""
    found = [i for i, step in journey.steps.items() if step.kind == kind]
    return sorted(found, key=lambda i: journey.places[i][::-1])[nth]


def plain(journey: Journey) -> Any:
    """A journey's file without ids and places: steps in the order in which a walk from the entry meets them."""
    raw = json.loads(codec.dump(journey))
    order: list[str] = []
    left = [only(journey, "audience")]
    while left:
        step = left.pop(0)
        if step not in order:
            order.append(step)
            left += [link.target for link in sorted(journey.out.get(step, ()), key=lambda link: link.port)]
    names = {id: str(n) for n, id in enumerate(order)}
    text = json.dumps(raw)
    for id, name in names.items():
        text = text.replace(id, name)
    raw = json.loads(text)
    del raw["layout"], raw["id"]
    return raw


def called(widget: QWidget) -> str:
    """What a screen reader calls a field or a button."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


class Built:
    """What both hands make, and what is asked of it."""

    def __init__(self, editors: Editors) -> None:
        self.editors = editors

    def check(self, editor: JourneyEditor) -> Any:
        """Without errors, saved, and the same when it is opened again; its file without ids and places."""
        document = editor.document
        self.editors.desk.until(lambda: editor.saver.state == "saved")
        document.check_now()
        assert [p for p in document.problems if p.severity == "error"] == []
        assert editor.header.publish_button.isEnabled()
        kept = editor.studio.journeys.get(editor.journey_id)
        assert codec.dump(kept) == codec.dump(document.journey)
        assert len(kept.steps) == 8 and len(kept.links) == 9
        return plain(kept)


@pytest.fixture
def built(editors: Editors) -> Built:
    return Built(editors)


# -- the keyboard -------------------------------------------------------------------------------------


class Keyboard:
    """Nothing but keys, for whatever has the focus."""

    def __init__(self, editor: JourneyEditor) -> None:
        self.editor = editor

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.editor
            QTest.keyClick(QApplication.focusWidget() or target, key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def until(self, key: Qt.Key, there: Callable[[QWidget], bool], keys: Qt.KeyboardModifier = NONE) -> None:
        """Press a key until the focus is where it should be."""
        seen = []
        for _ in range(60):
            focus = QApplication.focusWidget()
            if focus is not None and there(focus):
                return
            seen.append(focus.accessibleName() or type(focus).__name__ if focus else "")
            self.key(key, keys)
        raise AssertionError(f"the focus never came there, only to {seen}")

    def to(self, name: str) -> None:
        """Tab to the field that a screen reader calls like that."""
        self.until(KEY.Key_Tab, lambda focus: called(focus).startswith(name))

    def to_canvas(self) -> None:
        self.until(KEY.Key_F6, lambda focus: focus is self.editor.view)

    def add(self, text: str) -> str:
        """Insert, the first letters, Enter; the new step is the current one."""
        before = set(self.editor.document.journey.steps)
        self.key(KEY.Key_Insert)
        self.type(text)
        self.key(KEY.Key_Return)
        (new,) = set(self.editor.document.journey.steps) - before
        assert self.editor.document.current == new
        return new

    def open(self) -> None:
        """Enter: the form of the current step."""
        self.key(KEY.Key_Return)
        assert self.editor.inspector.isAncestorOf(QApplication.focusWidget())


def by_keyboard(editor: JourneyEditor) -> None:
    hand, document = Keyboard(editor), editor.document
    hand.to_canvas()
    hand.add("read aud")
    hand.add("send temp")
    hand.open()
    hand.to("Template:")
    hand.key(KEY.Key_Space)
    hand.type("plain_news")
    hand.key(KEY.Key_Return)
    hand.to_canvas()
    hand.add("reaction")
    reaction = document.current
    hand.add("add to")
    hand.open()
    hand.to("List")
    hand.type("Regulars")
    hand.to_canvas()
    hand.add("opt in")
    hand.until(KEY.Key_Up, lambda _: document.current == reaction)
    hand.add("wait")
    hand.open()
    hand.to("How long")
    hand.key(KEY.Key_Up)
    hand.to_canvas()
    hand.add("send temp")
    hand.open()
    hand.to("Template:")
    hand.key(KEY.Key_Space)
    hand.type("spring")
    hand.key(KEY.Key_Return)
    hand.to("Fill in what is obvious")
    hand.key(KEY.Key_Space)
    hand.to_canvas()
    hand.add("end")
    # The step that opts in and the first message's failures lead to the end as well.
    end = document.current
    for source in (only(document.journey, "consent"), only(document.journey, "send_template")):
        hand.to_canvas()
        hand.key(KEY.Key_Home)
        hand.until(KEY.Key_Down, lambda _, source=source: document.current == source)
        hand.key(KEY.Key_C)
        hand.until(KEY.Key_Down, lambda _: editor.hand.connecting.target == end)
        hand.key(KEY.Key_Return)
    hand.key(KEY.Key_S, CONTROL)


def test_the_welcome_journey_is_made_by_keyboard_alone(built: Built) -> None:
    editor = built.editors.open("")
    by_keyboard(editor)
    built.check(editor)


# -- the mouse ----------------------------------------------------------------------------------------


class Mouse:
    """Nothing but the pointer: presses, drags, choices in lists. No key is ever sent."""

    def __init__(self, editor: JourneyEditor) -> None:
        self.editor, self.document = editor, editor.document

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible() and widget.isEnabled(), f"nobody can click {widget.accessibleName()}"
        QTest.mouseClick(widget, LEFT, NONE, at if at is not None else widget.rect().center())

    def named(self, name: str) -> QWidget:
        """The widget in the form that a screen reader calls like that."""
        fields = [w for w in self.editor.inspector.findChildren(QWidget)
                  if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]  # fmt: skip
        found = [w for w in fields if called(w).startswith(name)]
        assert found, f"no {name} in the form"
        return found[0]

    def palette(self, label: str) -> QMimeData:
        """What is dragged when a line of the palette is."""
        model = self.editor.palette_box.model
        row = next(row for row in range(model.rowCount()) if model.item(row).label == label and model.item(row).kind)
        assert model.flags(model.index(row)) & Qt.ItemFlag.ItemIsDragEnabled
        return model.mimeData([model.index(row)])

    def drag_in(self, label: str, x: int, y: int) -> str:
        """Drag a line of the palette to a point of the canvas; the new step."""
        view, before = self.editor.view, set(self.document.journey.steps)
        mime, where = self.palette(label), view.mapFromScene(QPointF(x, y))
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(where, copy, mime, LEFT, NONE)
        QApplication.sendEvent(view.viewport(), enter)
        assert enter.isAccepted()
        QApplication.sendEvent(view.viewport(), QDragMoveEvent(where, copy, mime, LEFT, NONE))
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(where), copy, mime, LEFT, NONE))
        (new,) = set(self.document.journey.steps) - before
        return new

    def connect(self, source: str, target: str, port: str = "next") -> None:
        """Pull an arrow from an output to a step."""
        scene = self.editor.scene
        self.pull(scene.port_point(source, port), scene.steps[target].card.center())

    def pull(self, start: QPointF, end: QPointF) -> None:
        view = self.editor.view
        view.ensureVisible(start.x(), start.y(), 1, 1)
        self._send(QEvent.Type.MouseButtonPress, start)
        for part in (0.3, 0.7, 1.0):
            self._send(QEvent.Type.MouseMove, start + (end - start) * part)
        self._send(QEvent.Type.MouseButtonRelease, end)

    def select(self, step: str) -> None:
        at = self.editor.scene.steps[step].card.center()
        self._send(QEvent.Type.MouseButtonPress, at)
        self._send(QEvent.Type.MouseButtonRelease, at)
        assert self.document.current == step

    def pick_template(self, name: str) -> None:
        pick = next(one for one in self.editor.inspector.findChildren(TemplatePick) if one.isVisible())
        self.click(pick.button)
        row = pick.model.row_of(name, "nl")
        area = pick.view.visualRect(pick.model.index(row))
        self.click(pick.view.viewport(), area.center())

    def choose(self, box: QComboBox, text: str) -> None:
        """Open a list and click a line of it."""
        self.click(box, QPoint(box.width() - 10, box.height() // 2))
        lines = box.view()
        row = box.findText(text)
        assert row >= 0 and lines.isVisible()
        lines.scrollTo(box.model().index(row, 0))
        line = lines.visualRect(box.model().index(row, 0)).center()
        kinds = QEvent.Type
        # A list that just opened takes a release only after the pointer has moved.
        for kind, at in (
            (kinds.MouseMove, line - QPoint(0, 3)), (kinds.MouseMove, line + QPoint(24, 0)),
            (kinds.MouseButtonPress, line), (kinds.MouseButtonRelease, line),
        ):  # fmt: skip
            self._mouse(lines.viewport(), kind, at)
        assert box.currentText() == text

    def step_up(self, box: QAbstractSpinBox) -> None:
        """Click the arrow that makes a number larger."""
        option = QStyleOptionSpinBox()
        box.initStyleOption(option)
        up = box.style().subControlRect(
            QStyle.ComplexControl.CC_SpinBox, option, QStyle.SubControl.SC_SpinBoxUp, box
        )  # fmt: skip
        self.click(box, up.center())

    def _send(self, kind: QEvent.Type, point: QPointF) -> None:
        self._mouse(self.editor.view.viewport(), kind, self.editor.view.mapFromScene(point))

    def _mouse(self, widget: QWidget, kind: QEvent.Type, where: QPoint) -> None:
        moving, up = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
        event = QMouseEvent(
            kind, QPointF(where), QPointF(widget.mapToGlobal(where)),
            Qt.MouseButton.NoButton if moving else LEFT, Qt.MouseButton.NoButton if up else LEFT, NONE,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)


def by_mouse(editor: JourneyEditor) -> None:
    hand = Mouse(editor)
    editor.view.look_at(QPointF(300, 450))
    everybody = hand.drag_in("Read audience", 300, 100)
    first = hand.drag_in("Send template", 300, 240)
    hand.pick_template("plain_news")
    answered = hand.drag_in("Reaction", 300, 380)
    listed = hand.drag_in("Add to list", 120, 520)
    box = hand.named("List")
    assert isinstance(box, QComboBox)
    hand.choose(box, "Regulars")
    opted_in = hand.drag_in("Opt in", 120, 660)
    pause = hand.drag_in("Wait", 520, 520)
    number = hand.named("How long")
    assert isinstance(number, QAbstractSpinBox)
    hand.step_up(number)
    second = hand.drag_in("Send template", 520, 660)
    hand.pick_template("spring_offer")
    hand.click(hand.named("Fill in what is obvious"))
    end = hand.drag_in("End", 300, 800)
    reply = editor.document.journey.steps[answered].fields["outcomes"][0]["id"]
    for source, target, port in (
        (everybody, first, "next"), (first, answered, "next"), (first, end, "failed"), (answered, listed, reply),
        (listed, opted_in, "next"), (opted_in, end, "next"), (answered, pause, "timeout"), (pause, second, "next"),
        (second, end, "next"),
    ):  # fmt: skip
        hand.connect(source, target, port)


def test_the_same_journey_is_made_by_mouse_alone(built: Built) -> None:
    mouse = built.editors.open("", size=(1366, 1000))
    by_mouse(mouse)
    keyboard = built.editors.open("", size=(1366, 1000))
    by_keyboard(keyboard)
    assert built.check(mouse) == built.check(keyboard)
