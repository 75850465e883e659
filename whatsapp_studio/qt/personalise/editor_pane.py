"""Decides how the text of an expression is worked on: its tools, its search, and what is wrong in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontDatabase, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.personalise.checking import Trouble
from whatsapp_studio.qt.personalise.code_edit import CodeEdit
from whatsapp_studio.qt.personalise.find_bar import FindBar
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.plain import plain_label


class EditorPane(QWidget):
    """A text of Liquid with its tools above and its problems below; ``folded`` says that pills go on or off."""

    folded = Signal(bool)

    def __init__(self, name: str, *, pills: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = CodeEdit()
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(tr("Type text, or put in a field from the list"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(font)
        self.text.setMinimumHeight(90)
        self.bar = FindBar(self.text)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2)
        self.undo = self._tool("undo-2", tr("Undo"), QKeySequence.StandardKey.Undo, self.text.undo)
        self.redo = self._tool("redo-2", tr("Redo"), QKeySequence.StandardKey.Redo, self.text.redo)
        self.search = self._tool(
            "search", tr("Find"), QKeySequence.StandardKey.Find, lambda: self.bar.open_bar(replacing=False)
        )
        self.swap = self._tool("repeat", tr("Find and replace"), "Ctrl+H", lambda: self.bar.open_bar(replacing=True))
        self.pills = self._tool("tag", tr("Show names as pills"), "Ctrl+Shift+P", None)
        self.pills.setCheckable(True)
        self.pills.setChecked(pills)
        self.pills.toggled.connect(self._fold)
        self.text.set_folded(pills)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.text.undoAvailable.connect(self.undo.setEnabled)
        self.text.redoAvailable.connect(self.redo.setEnabled)
        self.tools.addStretch(1)
        self.mark = IconLabel("circle-check", "success")
        self.wrong_mark = IconLabel("circle-x", "error")
        self.trouble = plain_label("muted", wrap=True)
        self.show_me = link_button(tr("Show"), self._to_trouble)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.wrong_mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.trouble, 1)
        below.addWidget(self.show_me, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self.tools)
        box.addWidget(self.text, 1)
        box.addWidget(self.bar)
        box.addLayout(below)
        self.text.checked.connect(self.show_troubles)
        self.show_troubles(())

    def _tool(
        self, drawing: str, words: str, keys: QKeySequence.StandardKey | str, act: object
    ) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(drawing, "text"))
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(words)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({native})")
        self.tools.addWidget(button)
        if callable(act):
            button.clicked.connect(lambda _on=False: act())
        if not isinstance(keys, QKeySequence.StandardKey) or keys == QKeySequence.StandardKey.Find:
            # Undo and redo are keys of the text itself.
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False: button.click())
            self.addAction(action)
        return button

    def _fold(self, on: bool) -> None:
        self.text.set_folded(on)
        self.folded.emit(on)

    def show_troubles(self, found: Sequence[Trouble]) -> None:
        """Say the first problem with its line and column, and how many more there are."""
        self.mark.setVisible(not found)
        self.wrong_mark.setVisible(bool(found))
        self.show_me.setVisible(bool(found))
        if not found:
            self.trouble.setText(tr("It can be read."))
        else:
            first = found[0]
            words = tr(
                "Line {line}, column {column}: {what}", line=first.line, column=first.column,
                what=wording.sentence(first.problem),
            )  # fmt: skip
            more = len(found) - 1
            self.trouble.setText(words if not more else f"{words}\n{tr('And {n} more.', n=number(more))}")
        role = "error" if found else "muted"
        if self.trouble.property("role") != role:
            self.trouble.setProperty("role", role)
            self.trouble.style().unpolish(self.trouble)
            self.trouble.style().polish(self.trouble)
        self.text.setAccessibleDescription(self.trouble.text())

    def _to_trouble(self) -> None:
        found = self.text.troubles
        if found:
            cursor = self.text.textCursor()
            cursor.setPosition(min(found[0].start, len(self.text.text())))
            cursor.setPosition(min(found[0].end, len(self.text.text())), cursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(cursor)
            self.text.setFocus()
