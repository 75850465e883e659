"""Decides how one row of the audit log is told: what was done to what, and each part before and after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.base import words_audit
from whatsapp_studio.base.audit import AuditEntry
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.plain import plain_label

_WIDTH, _WIDEST, _AIR = 380, 440, 12
_KINDS = ("contact", "campaign", "journey", "template", "list", "segment")


class DetailPane(QFrame):
    """The chosen row. ``wanted`` asks for the page where its object is: kind and id."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: AuditEntry | None = None
        self.setProperty("role", "side")
        self.setFixedWidth(min(with_letters(_WIDTH), _WIDEST))
        self.title, self.object = plain_label("subtitle", wrap=True), plain_label(wrap=True)
        self.when = plain_label("muted", wrap=True)
        self.go = link_button(tr("Show it"), self._go)
        self.parts = QTableWidget(0, 3)
        self.parts.setHorizontalHeaderLabels([tr("What"), tr("Before"), tr("After")])
        self.parts.verticalHeader().hide()
        self.parts.setAccessibleName(tr("What changed"))
        self.parts.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.parts.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.parts.setShowGrid(False)
        self.parts.setWordWrap(True)
        self.parts.setTabKeyNavigation(False)
        header = self.parts.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.nothing = muted(tr("Nothing else was written down about it."))
        told = QWidget()
        box = QVBoxLayout(told)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(6)
        for one in (self.title, self.object, self.when):
            box.addWidget(one)
        box.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.parts, 1)
        box.addWidget(self.nothing)
        box.addStretch(0)
        hint = QWidget()
        hinting = QVBoxLayout(hint)
        hinting.setContentsMargins(16, 24, 16, 16)
        hinting.addWidget(muted(tr("Choose a line to see what it changed.")))
        hinting.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(hint)
        self._stack.addWidget(told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_entry(self, entry: AuditEntry | None) -> None:
        """Tell a row, or that none is chosen."""
        self._entry = entry
        self._stack.setCurrentIndex(0 if entry is None else 1)
        if entry is None:
            return
        self.title.setText(words_audit.action(entry.action))
        self.object.setText(called(entry))
        self.when.setText(day_and_clock(entry.at))
        self.go.setVisible(entry.kind in _KINDS and bool(entry.object))
        self._show_parts(entry)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._entry is not None:
            self._show_parts(self._entry)
        super().changeEvent(event)

    def _show_parts(self, entry: AuditEntry) -> None:
        keys = list({**entry.before, **entry.after})
        self.parts.setVisible(bool(keys))
        self.nothing.setVisible(not keys)
        self.parts.setRowCount(len(keys))
        for row, key in enumerate(keys):
            before, after = entry.before.get(key), entry.after.get(key)
            texts = (words_audit.part(key), words_audit.value(key, before), words_audit.value(key, after))
            # What is hidden is only there because it changed.
            changed = key in entry.before and key in entry.after
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                if changed:
                    font = QFont(self.parts.font())
                    font.setBold(column == 2)
                    item.setFont(font)
                    item.setBackground(theme.color("accent_soft"))
                    item.setForeground(theme.color("on_accent_soft"))
                self.parts.setItem(row, column, item)
        self.parts.resizeRowsToContents()
        for row in range(len(keys)):
            self.parts.setRowHeight(row, self.parts.rowHeight(row) + _AIR)

    def _go(self) -> None:
        if self._entry is not None:
            self.wanted.emit(self._entry.kind, self._entry.object)


def called(entry: AuditEntry) -> str:
    """What something was done to: its name, or for a contact its number among them."""
    if entry.name:
        return entry.name
    if entry.kind == "contact" and entry.object:
        return tr("Contact {id}", id=entry.object)
    return words_audit.part(entry.object) if entry.kind == "setting" else entry.object
