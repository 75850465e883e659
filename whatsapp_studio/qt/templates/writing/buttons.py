"""Decides how the buttons of a message or of a card are listed: added by kind, kept in their groups, put in order."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.templates.writing.button_row import ButtonRow
from whatsapp_studio.qt.templates.writing.section import Section, Spot, Write
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.creation_rules_buttons import word
from whatsapp_studio.templates.edits import KINDS, grouped, kinds_left, moved, new_button
from whatsapp_studio.templates.rules import SHOWN_BUTTONS
from whatsapp_studio.templates.template import Button, Template

Buttons = tuple[Button, ...]


class ButtonList(QWidget):
    """The buttons at ``where``. ``changed`` carries all of them with the key of the edit."""

    changed = Signal(object, str)

    def __init__(self, where: str, *, card: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where, self._card = where, card
        self._buttons: Buttons = ()
        self._offer = False
        self.rows: list[ButtonRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add = secondary_button(tr("Add a button"), None, "plus")
        self.menu = QMenu(self.add)
        self.kinds: dict[str, QAction] = {}
        for kind in KINDS:
            self.kinds[kind] = self.menu.addAction(word(kind))
            self.kinds[kind].triggered.connect(partial(self.add_kind, kind))
        self.add.setMenu(self.menu)
        self.about = plain_label("caption")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addSpacing(8)
        foot.addWidget(self.about, 1)
        self.spot = Spot(where, self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self._list)
        box.addLayout(foot)
        box.addWidget(self.spot)

    def show_buttons(self, buttons: Buttons, where: str = "", *, offer: bool = False) -> None:
        """Mirror these buttons."""
        moved_place = bool(where) and where != self._where
        self._where = where or self._where
        self.spot.where = self._where
        self._buttons, self._offer = buttons, offer
        if moved_place or [row.kind for row in self.rows] != [button.kind for button in buttons]:
            self._make()
        for number, (row, button) in enumerate(zip(self.rows, buttons, strict=True)):
            row.show_button(button, self._stays(number, -1), self._stays(number, 1))
        self._show_left()

    def _make(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, button in enumerate(self._buttons):
            fixed = self._offer and button.kind in ("COPY_CODE",)
            row = ButtonRow(f"{self._where}.{number}", button.kind, fixed=fixed)
            row.changed.connect(partial(self._changed, number))
            row.moved.connect(partial(self._moved, number))
            row.dropped.connect(partial(self._dropped, number))
            row.removed.connect(partial(self._removed, number))
            self.rows.append(row)
            self._list.addWidget(row)
            row.show()

    def _show_left(self) -> None:
        kinds = kinds_left(self._buttons, card=self._card, offer=self._offer)
        for kind, action in self.kinds.items():
            action.setVisible(kind in kinds)
        self.add.setEnabled(bool(kinds))
        count = len(self._buttons)
        words = ntr("{n} button; there may be {most}.", "{n} buttons; there may be {most}.", count,
                    most=2 if self._card else 10)  # fmt: skip
        if count > SHOWN_BUTTONS:
            words += " " + tr("WhatsApp shows two of them and “See all options”.")
        self.about.setText(words)

    def _stays(self, number: int, by: int) -> bool:
        to = number + by
        return not 0 <= to < len(self._buttons) or self._placed(number, to) == self._buttons

    def _placed(self, number: int, to: int) -> Buttons:
        return grouped(moved(self._buttons, number, to), offer=self._offer)

    # -- editing -------------------------------------------------------------------------------------

    def add_kind(self, kind: str, _on: bool = False) -> None:
        """One more button of a kind, in its group, with the keyboard in it."""
        fresh = new_button(kind)
        after = grouped((*self._buttons, fresh), offer=self._offer)
        self.changed.emit(after, "")
        place = max((n for n, row in enumerate(self.rows) if row.kind == kind), default=-1)
        if place >= 0 and self.rows[place].rows:
            self.rows[place].rows[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, number: int, button: Button, key: str) -> None:
        after = tuple(button if n == number else one for n, one in enumerate(self._buttons))
        self.changed.emit(after, key)

    def _moved(self, number: int, by: int) -> None:
        to = number + by
        if not 0 <= to < len(self._buttons):
            return
        after = self._placed(number, to)
        if after == self._buttons:
            return
        button = self._buttons[number]
        self.changed.emit(after, "")
        at = next((n for n, one in enumerate(after) if one is button), to)
        row = self.rows[at]
        (row.up if by < 0 and row.up.isEnabled() else row.down if row.down.isEnabled() else row.up).setFocus()

    def _dropped(self, number: int, at: QPoint) -> None:
        y = self.mapFromGlobal(at).y()
        others = [row for n, row in enumerate(self.rows) if n != number]
        to = sum(row.geometry().center().y() < y for row in others)
        after = self._placed(number, to)
        if after != self._buttons:
            self.changed.emit(after, "")

    def _removed(self, number: int) -> None:
        self.changed.emit(tuple(one for n, one in enumerate(self._buttons) if n != number), "")
        self.add.setFocus()


class ButtonsSection(Section):
    """The buttons below the message."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("Buttons"), write, parent)
        self.list = ButtonList("buttons")
        self.body.addWidget(self.list)
        self.list.changed.connect(lambda buttons, key: self.write(lambda t: replace(t, buttons=buttons), key))

    def fits(self, t: Template) -> bool:
        return t.category != "AUTHENTICATION" and not t.cards

    def show_template(self, t: Template) -> None:
        self.list.show_buttons(t.buttons, offer=t.offer is not None)
