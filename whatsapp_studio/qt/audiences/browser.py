"""Decides how one finds an audience: every list and segment by name, with a search above."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.audiences.items import KEY_ROLE, AudienceModel, Item, Key
from whatsapp_studio.qt.personalise.two_lines import TwoLines
from whatsapp_studio.qt.widgets.fields import SearchField

_WIDTH = 348


class Browser(QFrame):
    """The audiences, one of them chosen where there is any. ``chosen`` carries it, or None; ``deed`` what is asked."""

    chosen = Signal(object)
    deed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setFixedWidth(_WIDTH)
        self._wanted: Key | None = None
        self._now: Key | None = None
        self.model = AudienceModel(self)
        self.search = SearchField(tr("Find an audience"))
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(tr("Lists and segments"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(tr("No audience has this in its name."))
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self.model.search)
        self.model.modelReset.connect(self.choose_again)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.activated.connect(lambda _index: self.deed.emit("edit"))
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(lambda: self.deed.emit("delete"))

    def choose(self, key: Key | None) -> None:
        """Choose one, as soon as it is known; None keeps the choice."""
        self._wanted = key or self._wanted
        if self.model.row_of(self._wanted) < 0 and self._wanted and self.model.item(self._wanted) is not None:
            self.search.clear()
        self.choose_again()

    def choose_again(self) -> None:
        """Choose what is wanted, else what was chosen, else the first; tell who it is now."""
        row = self.model.row_of(self._wanted)
        if row >= 0:
            self._wanted = None
        else:
            row = self.model.row_of(self._now)
        row = 0 if row < 0 and self.model.items else row
        found = bool(self.model.items)
        self.nothing.setVisible(not found)
        self.list.setVisible(found)
        if row < 0:
            self._tell(None)
            return
        blocked = self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(self.model.index(row))
        self.list.selectionModel().blockSignals(blocked)
        self.list.viewport().update()
        self._tell(self.model.items[row])

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        key = now.data(KEY_ROLE) if now.isValid() else None
        item = self.model.item(key) if key is not None else None
        if item is not None and item.key != self._now:
            self._tell(item)

    def _tell(self, item: Item | None) -> None:
        self._now = item.key if item is not None else self._now
        self.chosen.emit(item)
