"""Decides how what was found is listed: errors, warnings and what is good to know, each with its people's number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.checking import words
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.templates.findings import Finding, Weight

_FINDING = Qt.ItemDataRole.UserRole
_ROOM = 10
_ORDER: tuple[Weight, ...] = ("error", "warning", "note")


class _Roomy(QStyledItemDelegate):
    """Rows that are easy to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + _ROOM)


class FindingsList(QListWidget):
    """``chosen`` carries the finding that is looked at."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What was found"))
        self.setWordWrap(True)
        self.setIconSize(QSize(16, 16))
        self.setItemDelegate(_Roomy(self))
        self.setMinimumWidth(280)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._moved)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List these; the one that was looked at stays so, if it is still there."""
        before = self.finding
        self.clear()
        for weight in _ORDER:
            alike = [one for one in findings if one.weight == weight]
            if alike:
                self._head(words.group(weight, len(alike)))
            for one in alike:
                item = QListWidgetItem(icon(*words.LOOKS[weight]), words.with_number(one))
                item.setData(_FINDING, one)
                self.addItem(item)
        rows = [row for row in range(self.count()) if self.item(row).data(_FINDING) is not None]
        kept = [row for row in rows if before is not None and _same(self.item(row).data(_FINDING), before)]
        if rows:
            self.setCurrentRow((kept or rows)[0])

    @property
    def finding(self) -> Finding | None:
        """The one that is looked at."""
        found = self.currentIndex().data(_FINDING)
        return found if isinstance(found, Finding) else None

    def _head(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setForeground(theme.color("text_muted"))
        self.addItem(item)

    def _moved(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.chosen.emit(self.finding)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            for row in range(self.count()):
                item = self.item(row)
                found = item.data(_FINDING)
                if isinstance(found, Finding):
                    item.setIcon(icon(*words.LOOKS[found.weight]))
                else:
                    item.setForeground(theme.color("text_muted"))
        super().changeEvent(event)


def _same(one: Finding, other: Finding) -> bool:
    return (one.code, one.place) == (other.code, other.place)
