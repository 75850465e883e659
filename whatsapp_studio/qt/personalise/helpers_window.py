"""Decides how the words of expressions are looked up: ours, Adobe's, what each does, and an example with its result."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.personalise.vocabulary import group_word, left_out, words
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.cells import Index
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.tables import set_up

_SIZE = (980, 600)
_BESIDE = 24
_WIDTHS = (140, 140, 240, 270, 120)


class HelpersWindow(QDialog):
    """A table of every filter, tag and operator, with a search over all of its columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Helpers for expressions"))
        self.words = words()
        self._rows = [
            *((one.name, one.adobe or "–", one.meaning, one.example, one.result) for one in self.words),
            *(("–", adobe, why, "", "") for adobe, why in left_out()),
        ]
        self.search = SearchField(tr("Find a helper, by our name, Adobe's, or what it does"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.count = plain_label("muted")
        self.table = QTableWidget(len(self._rows), len(_WIDTHS))
        self.table.setHorizontalHeaderLabels(
            [tr("Name"), tr("In Adobe"), tr("What it does"), tr("Example"), tr("Result")]
        )
        header = set_up(self.table, tr("Helpers for expressions"), 44)
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        self.table.setWordWrap(True)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setItemDelegate(_Cells(self.table))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        header.setStretchLastSection(True)
        for row, texts in enumerate(self._rows):
            self._put(row, texts)
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(self.fontMetrics().height() * 2 + 12)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.copy = secondary_button(tr("Copy the example"), self._copy)
        close = secondary_button(tr("Close"), self.accept)
        self.table.itemSelectionChanged.connect(self._settle)
        self.search.returnPressed.connect(self.table.setFocus)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(close)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        box.addLayout(foot)
        self._filter()
        self._settle()
        fit(self, *_SIZE)

    def shown(self) -> list[str]:
        """The names that are listed now."""
        return [one.name for row, one in enumerate(self.words) if not self.table.isRowHidden(row)]

    def _put(self, row: int, texts: Sequence[str]) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == 0:
                font = self.table.font()
                font.setBold(True)
                item.setFont(font)
            if column == 1:
                item.setForeground(theme.color("text_muted"))
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            self.table.setItem(row, column, item)

    def _filter(self) -> None:
        wanted = fold(self.search.text().strip()).split()
        count = 0
        for row, texts in enumerate(self._rows):
            group = group_word(self.words[row].group) if row < len(self.words) else ""
            said = fold(" ".join((*texts[:4], group)))
            hidden = not all(part in said for part in wanted)
            self.table.setRowHidden(row, hidden)
            count += not hidden and row < len(self.words)
        self.count.setText(ntr("{n} helper", "{n} helpers", count))

    def _settle(self) -> None:
        chosen = 0 <= self.table.currentRow() < len(self.words)
        self.copy.setEnabled(chosen and bool(self.table.selectedItems()))

    def _copy(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self.words):
            QApplication.clipboard().setText(self.words[row].example)


class _Cells(QStyledItemDelegate):
    """Cells as high as all lines of their text, with the room that the style sheet leaves beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        wide = view.columnWidth(index.column()) - _BESIDE if isinstance(view, QTableWidget) else 200
        room = QRect(0, 0, max(wide, 40), 10_000)
        tall = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data())).height()
        return QSize(wide, tall + 10)


def show_helpers(parent: QWidget | None) -> HelpersWindow:
    """Open the table beside whatever is being done."""
    window = HelpersWindow(parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    return window
