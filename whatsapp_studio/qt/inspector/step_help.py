"""Decides how help on the kinds of steps is read: all of them by group, and of one what it does, sets and leads to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.help import FieldHelp, help_of
from whatsapp_studio.journeys.search import matches
from whatsapp_studio.journeys.table import GROUPS, KINDS
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import SearchField, muted

_SIZE, _LIST, _LINE = (720, 600), 220, 30
_NAME = Qt.ItemDataRole.UserRole


class StepHelp(QDialog):
    """Every kind of step; ``kind`` is the one to begin with, empty the first."""

    def __init__(self, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Steps"))
        self.resize(*_SIZE)
        self.search = SearchField(tr("Find a kind of step"))
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(tr("Kinds of steps"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("What the step does"))
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(side)
        body.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(secondary_button(tr("Close"), self.accept))
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addLayout(body, 1)
        box.addLayout(foot)
        self.search.setFixedWidth(_LIST)
        self.list.setFixedWidth(_LIST)
        self._fill()
        self.list.currentItemChanged.connect(lambda now, _before: self._show(now))
        self.show_kind(kind)
        self.list.setFocus()

    def show_kind(self, name: str) -> None:
        """Show the help of a kind; of the first for one that is not known."""
        rows = [row for row in range(self.list.count()) if self._name(row)]
        self.list.setCurrentRow(next((row for row in rows if self._name(row) == name), rows[0]))
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def _fill(self) -> None:
        for group, label in GROUPS:
            heading = QListWidgetItem(tr(label))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setSizeHint(QSize(0, _LINE))
            self.list.addItem(heading)
            for kind in (one for one in KINDS.values() if one.group == group):
                item = QListWidgetItem(icon(kind.icon, f"n_{kind.tone}"), tr(kind.label))
                item.setData(_NAME, kind.name)
                item.setSizeHint(QSize(0, _LINE))
                self.list.addItem(item)

    def _name(self, row: int) -> str:
        return str(self.list.item(row).data(_NAME) or "")

    def _filter(self, query: str) -> None:
        heading: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item, kind = self.list.item(row), KINDS.get(self._name(row))
            if kind is None:
                heading = item
                heading.setHidden(True)
                continue
            known = " ".join((help_of(kind).text, tr(kind.keywords) if kind.keywords else ""))
            item.setHidden(not matches(known, query))
            if heading is not None and not item.isHidden():
                heading.setHidden(False)
        row = self.list.currentRow()
        if row < 0 or self.list.item(row).isHidden():
            found = (row for row in range(self.list.count()) if self._name(row) and not self.list.item(row).isHidden())
            self.list.setCurrentRow(next(found, -1))

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            nothing = muted(tr("Nothing found. Try another word."))
            nothing.setContentsMargins(20, 16, 20, 16)
            nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.area.setWidget(nothing)
            return
        kind = KINDS[item.data(_NAME)]
        said = help_of(kind)
        page = QWidget()
        page.setProperty("role", "surface")
        page.setAccessibleName(said.text)
        box = QVBoxLayout(page)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(IconLabel(kind.icon, f"n_{kind.tone}", 22))
        top.addWidget(_line(said.title, "subtitle"), 1)
        box.addLayout(top)
        box.addWidget(_line(said.about))
        if said.outputs:
            box.addWidget(_heading(tr("It leads on by")))
            box.addWidget(_line(" · ".join(said.outputs)))
        if said.fields:
            box.addWidget(_heading(tr("You can set")))
        for field in said.fields:
            box.addSpacing(4)
            box.addWidget(_line(field.label, "strong"))
            for words in _about(field):
                box.addWidget(_line(words, "muted"))
        box.addStretch(1)
        self.area.setWidget(page)


def _about(field: FieldHelp) -> list[str]:
    """The lines under a field's name."""
    return [words for words in (field.when, field.text, field.one_of) if words]


def _heading(text: str) -> QLabel:
    made = _line(text, "caption")
    made.setContentsMargins(0, 14, 0, 0)
    return made


def _line(text: str, role: str = "") -> QLabel:
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        made.setProperty("role", role)
    return made
