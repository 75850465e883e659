"""Decides how one begins with audiences: what they are, and a few segments to start from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.audience.rules import in_words, parse
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.audiences.history import Shape
from whatsapp_studio.qt.audiences.sight import Seen
from whatsapp_studio.qt.audiences.starters import Starter, starters
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import muted

_ACROSS, _MEASURE = 3, 980


class Starting(QWidget):
    """Cards to begin with. ``chosen`` carries the name and the rule of a new segment."""

    chosen = Signal(object)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QWidget] = []
        self._shown: tuple[Starter, ...] = ()
        title = QLabel(tr("Whom do you want to reach?"))
        title.setProperty("role", "subtitle")
        hint = muted(tr(
            "A segment is a rule: whoever it holds for at the moment of sending belongs to it. "
            "A list is a fixed group of people. Begin with one of these and change it."
        ))  # fmt: skip
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.blank = secondary_button(tr("Begin with nothing"), lambda: self.chosen.emit(Shape()), "plus")
        self.list = link_button(tr("Make a list instead"), self.list_wanted.emit)
        inner = QWidget()
        inner.setMaximumWidth(_MEASURE)
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for widget in (title, hint, self._cards):
            box.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.blank)
        foot.addWidget(self.list)
        foot.addStretch(1)
        box.addLayout(foot)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def see(self, seen: Seen) -> None:
        """Offer what makes sense with these fields."""
        found = starters(seen.kinds)
        if found == self._shown:
            return
        self._shown = found
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for n, one in enumerate(found):
            self._grid.addWidget(self._card(one, seen), n // _ACROSS, n % _ACROSS)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)

    def _card(self, one: Starter, seen: Seen) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        name = QLabel(tr(one.name))
        name.setProperty("role", "strong")
        name.setWordWrap(True)
        head.addWidget(IconLabel(one.icon, "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(name, 1)
        card.body.addLayout(head)
        card.body.addWidget(muted(tr(one.about)))
        rule = muted(in_words(parse(one.rule), seen.labels))
        rule.setProperty("role", "caption")
        card.body.addWidget(rule)
        card.body.addStretch(1)
        begin = secondary_button(tr("Begin with this"), partial(self.chosen.emit, Shape(tr(one.name), dict(one.rule))))
        begin.setAccessibleName(tr("Begin with this: {name}", name=tr(one.name)))
        self.buttons.append(begin)
        card.body.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def focus_first(self) -> None:
        """Put the focus on the first thing to begin with."""
        (self.buttons[0] if self.buttons else self.blank).setFocus()
