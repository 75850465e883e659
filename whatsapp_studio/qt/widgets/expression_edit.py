"""Decides how an expression is filled in beside its label: typed, put in from a menu, or made in the editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.personalise.line import ExpressionField
from whatsapp_studio.qt.personalise.offers import Offer
from whatsapp_studio.qt.widgets.plain import unmarked

KEYS = "Ctrl+E"


class ExpressionEdit(QWidget):
    """The line, a button that inserts a contact's field, and one that opens the editor.

    ``edited`` carries the expression; ``personalise`` says that the editor is asked for.
    """

    edited = Signal(str)
    personalise = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.line = ExpressionField()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(tr("Text, or a field of the contact"))
        self.line.edited.connect(self.edited)
        self.pick = self._button("user-plus", tr("Insert a field of the contact"), name)
        self.pick.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.pick.setProperty("role", "menu")
        self._menu = QMenu(self.pick)
        self.pick.setMenu(self._menu)
        self.open = self._button("wand-sparkles", tr("Personalise… ({keys})", keys=_native(KEYS)), name)
        self.open.setAccessibleName(tr("Personalise: {place}", place=name))
        self.open.clicked.connect(self.personalise)
        self.open.hide()
        self._keys = QAction(self)
        self._keys.setShortcut(QKeySequence(KEYS))
        self._keys.setShortcutContext(self._keys.shortcutContext().WidgetWithChildrenShortcut)
        self._keys.triggered.connect(self.personalise)
        self._keys.setEnabled(False)
        self.addAction(self._keys)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        row.addWidget(self.open)
        self.setFocusProxy(self.line)

    def _button(self, drawing: str, tip: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(drawing, "text"))
        button.setAccessibleName(tr("Insert a field of the contact: {place}", place=name))
        button.setToolTip(tip)
        button.setMinimumSize(32, 32)
        return button

    def offer_editor(self, on: bool = True) -> None:
        """Show the button that opens the editor; its key works then, too."""
        self.open.setVisible(on)
        self._keys.setEnabled(on)

    def set_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """The contact's fields on offer: their names and the words for them."""
        self.set_paths([(f"contact.{name}", label) for name, label in fields])

    def set_paths(self, paths: Sequence[tuple[str, str]]) -> None:
        """What is on offer: paths (``contact.city``, ``event.order_id``) and the words for them."""
        self.line.set_offers([Offer("field", path, label) for path, label in paths])
        self._menu.clear()
        for path, label in paths:
            self._menu.addAction(unmarked(label)).triggered.connect(lambda _on=False, path=path: self._put(path))

    def insert(self, name: str) -> None:
        """Put a field of the contact at the cursor; an empty line becomes just the field."""
        self._put(f"contact.{name}")

    def _put(self, path: str) -> None:
        self.line.put_in(f"{{{{ {path} }}}}")
        self.line.popup.hide()
        self.line.setFocus()

    def show_text(self, text: str) -> None:
        """Mirror an expression without announcing it or moving the cursor of somebody who types."""
        if self.line.text() != text:
            self.line.setText(text)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
