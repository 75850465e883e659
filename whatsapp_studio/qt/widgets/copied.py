"""Decides how a text is shown that is to be pasted elsewhere: as it is or hidden, with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.buttons import icon_button


class CopiedField(QWidget):
    """A field that is only read. A ``secret`` is shown while its eye is open."""

    def __init__(self, label: str, parent: QWidget | None = None, *, secret: bool = False) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setReadOnly(True)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setAccessibleName(label)
        self.setFocusProxy(self.field)
        self._what = label.lower()
        self.copy = icon_button("copy", tr("Copy {what}", what=self._what), self._copy)
        self.eye = icon_button("eye", "", self._turn)
        self.eye.setVisible(secret)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.eye)
        row.addWidget(self.copy)
        self._hidden = secret
        self._show()
        self.set_text("")

    def text(self) -> str:
        """What is copied."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show another text; there is nothing to copy of an empty one."""
        self.field.setText(text)
        self.field.setCursorPosition(0)
        for button in (self.copy, self.eye):
            button.setEnabled(bool(text))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.field.text())

    def _turn(self) -> None:
        self._hidden = not self._hidden
        self._show()

    def _show(self) -> None:
        mode = QLineEdit.EchoMode.Password if self._hidden else QLineEdit.EchoMode.Normal
        self.field.setEchoMode(mode)
        self.eye.setIcon(icon("eye" if self._hidden else "eye-off", "text"))
        name = tr("Show {what}", what=self._what) if self._hidden else tr("Hide {what}", what=self._what)
        self.eye.setToolTip(name)
        self.eye.setAccessibleName(name)
