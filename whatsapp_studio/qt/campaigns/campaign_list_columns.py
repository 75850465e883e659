"""Decides which columns the list of campaigns shows: what a person chose, or what there is room for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QMenu, QTableView

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.campaigns.listing import CHANGED, COST, HEADERS, KEYS, RESULT, SIZE, TAGS, TEMPLATE
from whatsapp_studio.qt.widgets.fitting import with_letters

_PLACE = "campaigns/columns"
_USUALLY_HIDDEN = frozenset({KEYS[COST], KEYS[CHANGED]})
# What makes way for the name where a window is narrower than this, the least important first.
_MAKE_WAY = ((TEMPLATE, 1300), (TAGS, 1060), (SIZE, 960), (RESULT, 860))


class Columns:
    """A menu of columns, on the header and on a button; the name always stays."""

    def __init__(self, table: QTableView, memory: Callable[[], QSettings | None]) -> None:
        self._table, self._memory = table, memory
        self._hidden: set[str] | None = None
        self._width = 0
        self.menu = QMenu(tr("Columns"), table)
        self.menu.aboutToShow.connect(self._fill)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._popup)

    @property
    def hidden(self) -> set[str] | None:
        """The keys of the columns that a person does not want; None while nothing was chosen."""
        if self._hidden is None:
            memory = self._memory()
            kept = memory.value(_PLACE) if memory is not None else None
            if kept is not None:
                self._hidden = {one for one in ([kept] if isinstance(kept, str) else kept) if one in KEYS}
        return self._hidden

    def apply(self, width: int) -> None:
        """Show what is chosen; what was not chosen by anybody makes way in a narrow window."""
        self._width = width
        for column in range(1, len(HEADERS)):
            self._table.setColumnHidden(column, self._is_hidden(column))

    def _is_hidden(self, column: int) -> bool:
        if self.hidden is not None:
            return KEYS[column] in self.hidden
        least = dict(_MAKE_WAY).get(column, 0)
        return KEYS[column] in _USUALLY_HIDDEN or (bool(least) and self._width < with_letters(least))

    def _fill(self) -> None:
        self.menu.clear()
        for column in range(1, len(HEADERS)):
            action = self.menu.addAction(tr(HEADERS[column]))
            action.setCheckable(True)
            action.setChecked(not self._is_hidden(column))
            action.toggled.connect(partial(self.choose, column))

    def choose(self, column: int, on: bool) -> None:
        """Show a column or hide it, from now on in every window."""
        hidden = {KEYS[one] for one in range(1, len(HEADERS)) if self._is_hidden(one)}
        (hidden.discard if on else hidden.add)(KEYS[column])
        self._hidden = hidden
        memory = self._memory()
        if memory is not None:
            memory.setValue(_PLACE, sorted(hidden))
        self.apply(self._width)

    def _popup(self, at: QPoint) -> None:
        self.menu.popup(self._table.horizontalHeader().viewport().mapToGlobal(at))
