"""Decides how one button of a template is written: what each kind asks for, and how it is moved and taken out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.section import Spot, mirror
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import muted, spin_box, wheel_needs_focus
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.creation_rules_buttons import word
from whatsapp_studio.templates.edits import FIXED
from whatsapp_studio.templates.template import Button, Flow, variables

_CALL_MINUTES = (1, 43_200, 10_080)


class _Grip(IconLabel):
    """What the pointer takes a button by."""

    moved = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__("grip-vertical", "text_muted", 18)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to another place (Alt+Up, Alt+Down)"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(event.globalPosition().toPoint())


class ButtonRow(QFrame):
    """One button at ``where``. ``changed`` carries it with the key of the edit, ``moved`` by how many places it goes,
    ``dropped`` the point of the screen where it was let go."""

    changed = Signal(object, str)
    moved = Signal(int)
    dropped = Signal(QPoint)
    removed = Signal()

    def __init__(self, where: str, kind: str, *, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where, self.kind = where, kind
        self._button = Button(kind)
        self.setProperty("role", "choice")
        self._fields: list[Callable[[Button], None]] = []
        self.rows: list[FieldRow] = []
        title = QLabel(word(kind))
        title.setProperty("role", "strong")
        self.up = icon_button("chevron-up", tr("Move up"), lambda: self.moved.emit(-1))
        self.down = icon_button("chevron-down", tr("Move down"), lambda: self.moved.emit(1))
        self.take_out = icon_button("trash-2", tr("Take the button out"), self.removed.emit)
        grip = _Grip()
        grip.moved.connect(self.dropped)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(grip)
        head.addWidget(title, 1)
        for button in (self.up, self.down, self.take_out):
            head.addWidget(button)
        self.take_out.setVisible(not fixed)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._cells = 0
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 10)
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(self._grid)
        self.spot = Spot(where, self.up)
        box.addWidget(self.spot)
        self._make(kind)

    # -- fields --------------------------------------------------------------------------------------

    def _make(self, kind: str) -> None:
        if kind in FIXED:
            self._say(tr("WhatsApp writes “{text}” on it, in the person's language.", text=FIXED[kind]))
        else:
            self._line("text", tr("Words on the button"), lambda b: b.text, lambda b, v: replace(b, text=v))
        if kind == "URL":
            self._line("url", tr("Address"), lambda b: b.url, lambda b, v: replace(b, url=v.strip()),
                       "https://example.com/{{1}}")  # fmt: skip
            self._line("sample", tr("The whole address as a sample"), lambda b: b.sample,
                       lambda b, v: replace(b, sample=v.strip()), "https://example.com/spring")  # fmt: skip
        elif kind == "PHONE_NUMBER":
            self._line("phone", tr("Phone number"), lambda b: b.phone, lambda b, v: replace(b, phone=v),
                       "+31201234567")  # fmt: skip
        elif kind == "COPY_CODE":
            self._line("sample", tr("Code as a sample"), lambda b: b.sample, lambda b, v: replace(b, sample=v.strip()),
                       "SPRING15")  # fmt: skip
        elif kind == "FLOW":
            self._line("flow", tr("Number of the form at Meta"), lambda b: b.flow.id if b.flow else "", _with_flow)
            self._flow()
        elif kind == "VOICE_CALL":
            self._minutes()

    def _add(self, row: QWidget, wide: bool = False) -> None:
        if wide and self._cells % 2:
            self._cells += 1
        self._grid.addWidget(row, self._cells // 2, self._cells % 2, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
        self._cells += 2 if wide else 1

    def _say(self, text: str) -> None:
        self._add(muted(text))

    def _line(
        self, name: str, label: str, read: Callable[[Button], str], write: Callable[[Button, str], Button],
        example: str = "",
    ) -> FieldRow:  # fmt: skip
        field = Line()
        field.setPlaceholderText(example)
        if name != "text":
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = FieldRow(f"{self.where}.{name}", label, field, counted=True)
        spot = f"{self.where}.code" if self.kind == "COPY_CODE" else row.where

        def show(button: Button) -> None:
            mirror(field, read(button))
            # Addresses have so much room that counting them tells nobody anything before they are nearly full.
            count = counter(spot, read(button))
            row.counter.show_count(count if count and (name == "text" or count.state != "ok") else None)
            if self.kind == "URL" and name == "sample":
                row.setVisible(bool(variables(button.url)))

        def typed(text: str) -> None:
            row.touched = True
            self.changed.emit(write(self._button, text), row.where)

        field.textEdited.connect(typed)
        self._fields.append(show)
        self.rows.append(row)
        self._add(row, wide=name != "text" and self.kind == "URL")
        return row

    def _flow(self) -> None:
        action = QComboBox()
        action.addItem(tr("Opens at a screen"), "navigate")
        action.addItem(tr("Asks your server first"), "data_exchange")
        wheel_needs_focus(action)
        self._add(FieldRow(f"{self.where}.flow.action", tr("How it begins"), action))
        self._line("flow.screen", tr("First screen"), lambda b: b.flow.screen if b.flow else "",
                   lambda b, v: replace(b, flow=replace(b.flow or Flow(), screen=v.strip())))  # fmt: skip

        def show(button: Button) -> None:
            wanted = button.flow.action.lower() if button.flow is not None else ""
            action.setCurrentIndex(max(0, action.findData(wanted)))

        def chosen() -> None:
            flow = replace(self._button.flow or Flow(), action=str(action.currentData()))
            self.changed.emit(replace(self._button, flow=flow), "")

        action.activated.connect(chosen)
        self._fields.append(show)

    def _minutes(self) -> None:
        least, most, usual = _CALL_MINUTES
        box: QSpinBox = spin_box(least, most, usual)
        box.setSuffix(" " + tr("minutes"))
        wheel_needs_focus(box)
        self._add(FieldRow(f"{self.where}.minutes", tr("How long it works"), box))

        def show(button: Button) -> None:
            if button.minutes is not None and box.value() != button.minutes:
                box.blockSignals(True)
                box.setValue(button.minutes)
                box.blockSignals(False)

        box.valueChanged.connect(lambda n: self.changed.emit(replace(self._button, minutes=n), f"{self.where}.minutes"))
        self._fields.append(show)

    # -- showing -------------------------------------------------------------------------------------

    def show_button(self, button: Button, first: bool, last: bool) -> None:
        """Mirror a button; ``first`` and ``last`` say where it stands among those it may change places with."""
        self._button = button
        for show in self._fields:
            show(button)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        name = button.text or word(self.kind)
        for tool, said in (
            (self.up, tr("Move “{button}” up", button=name)), (self.down, tr("Move “{button}” down", button=name)),
            (self.take_out, tr("Take “{button}” out", button=name)),
        ):  # fmt: skip
            tool.setAccessibleName(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)


def _with_flow(button: Button, id: str) -> Button:
    return replace(button, flow=replace(button.flow or Flow(), id=id.strip(), name="", json=""))
