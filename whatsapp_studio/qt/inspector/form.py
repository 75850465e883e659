"""Decides how fields become a form: a row each, there while the field counts, in one order for eye and keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.fields import Field
from whatsapp_studio.qt.forms.editor import Told
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.inspector.row import FieldRow


class Form(QWidget):
    """The form of some fields. ``edited`` carries a field's name, its new value and what typing merges with.

    Of a long form only the first ``at_once`` rows are made with it, the others each a moment later.
    """

    edited = Signal(str, object, str)

    def __init__(
        self, fields: Sequence[Field], outlook: Outlook, parent: QWidget | None = None, *, at_once: int = 100
    ) -> None:
        super().__init__(parent)
        self._fields, self.outlook, self._at_once = fields, outlook, at_once
        self._by_name = {field.name: field for field in fields}
        self._owner: str | None = None
        self._told: dict[str, Told] = {}
        self._counting: list[str] = []
        # Fields whose editor may show something else than the value.
        self._stale: set[str] = set()
        self._rows: dict[str, FieldRow] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._order = QTimer(self, singleShot=True, interval=0)
        self._order.timeout.connect(lambda: set_order(self))
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._make_next)

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The row of each field that counts or ever did."""
        while self._make_next():
            pass
        return self._rows

    def show_fields(self, owner: str, given: Mapping[str, Any]) -> None:
        """Mirror the values of a step or of the settings; missing ones are at their default."""
        values = {name: given.get(name, field.default) for name, field in self._by_name.items()}
        before, self.outlook.values = self.outlook.values, values
        self.outlook.owner = owner
        fresh, self._owner = owner != self._owner, owner
        counting = [field.name for field in self._fields if field.counts(values, self._by_name)]
        other_rows, self._counting = counting != self._counting, counting
        moved = fresh or other_rows or any(values[name] is not before.get(name) for name in counting)
        if not moved and not self._stale:
            return
        for n, field in enumerate(self._fields):
            row, counts = self._rows.get(field.name), field.name in counting
            if row is None and counts and fresh and len(self._rows) >= self._at_once:
                self._more.start()
            elif row is None and counts:
                row = self._made(field, n)
            if row is None:
                continue
            row.setVisible(counts)
            if counts:
                if fresh or moved:
                    row.editor.look_around()
                if fresh or field.name in self._stale or values[field.name] is not before.get(field.name):
                    row.show_value(values[field.name])
                if fresh:
                    row.editor.forget()
        self._stale.clear()
        self._order.start()

    def _made(self, field: Field, at: int) -> FieldRow:
        row = FieldRow(field, self.outlook)
        row.editor.edited.connect(lambda value, key: self._edited(field.name, value, key))
        self._stale.add(field.name)
        before = sum(1 for other in self._fields[:at] if other.name in self._rows)
        self._rows[field.name] = row
        self._box.insertWidget(before, row)
        row.tell(self._told.get(field.name, {}))
        return row

    def _make_next(self) -> bool:
        """Make the first row that is still missing; false where none is."""
        missing = ((n, field) for n, field in enumerate(self._fields)
                   if field.name in self._counting and field.name not in self._rows)  # fmt: skip
        n, field = next(missing, (0, None))
        if field is None:
            return False
        row = self._made(field, n)
        row.setVisible(True)
        row.editor.look_around()
        row.show_value(self.outlook.values[field.name])
        self._stale.discard(field.name)
        self._more.start()
        self._order.start()
        return True

    def _edited(self, name: str, value: Any, key: str) -> None:
        self._stale.add(name)
        self.edited.emit(name, value, f"{name}.{key}" if key else "")

    def look_around(self) -> None:
        """The workspace or the journey around is another."""
        for row in self._rows.values():
            row.editor.look_around()
        self._order.start()

    def tell(self, problems: Sequence[Problem], root: str) -> tuple[Problem, ...]:
        """Say at each field what is wrong with it; gives back what concerns no field that is shown."""
        told: dict[str, dict[str, list[Problem]]] = {}
        left: list[Problem] = []
        for problem in problems:
            name, _, inner = problem.where.removeprefix(root).removeprefix(".").partition(".")
            row = self._rows.get(name)
            if row is None or row.isHidden():
                left.append(problem)
            if name in self._by_name:
                told.setdefault(name, {}).setdefault(inner, []).append(problem)
        self._told = dict(told)
        for name, row in self._rows.items():
            row.tell(told.get(name, {}))
        return tuple(left)

    def focus_field(self, path: str) -> QWidget | None:
        """Put the focus on a field, or on a place inside it (``mapping.body.1``); gives what has it now."""
        name, _, inner = path.partition(".")
        row = self.rows.get(name)
        if row is None or row.isHidden():
            row = next((one for one in self.rows.values() if not one.isHidden()), None)
            inner = ""
        return row.editor.focus_inner(inner) if row is not None else None


def set_order(root: QWidget) -> None:
    """Let the Tab key go through what is in ``root`` as it is read."""
    before: QWidget | None = None
    for widget in in_order(root):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def in_order(root: QWidget) -> Iterator[QWidget]:
    """Everything inside that Tab can reach, in the order of the layouts."""
    layout = root.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _of_layout(inner)
        elif (widget := item.widget()) is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
                yield widget
            yield from in_order(widget)
