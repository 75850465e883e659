"""Decides how the token is asked for at a start, on a machine that cannot keep it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.fitting import fit


class TokenDialog(QDialog):
    """Asks for the access token, and the app secret where statuses are received."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setWindowTitle(tr("Access token"))
        self.token, self.secret = QLineEdit(), QLineEdit()
        for field in (self.token, self.secret):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        text = QLabel(
            tr("This machine has no keyring that could keep the token, so it is asked for at each start. "
               "It stays in memory until the program ends. Without it you can keep editing; sending waits.")
        )  # fmt: skip
        text.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addWidget(text)
        box.addWidget(FormRow(tr("Access &token"), self.token))
        box.addWidget(FormRow(tr("App &secret (optional)"), self.secret, tr("Needed to receive statuses and replies.")))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(secondary_button(tr("Not now"), self.reject))
        self.use = primary_button(tr("Use this token"), self.accept)
        self.use.setDefault(True)
        self.use.setEnabled(False)
        self.token.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        row.addWidget(self.use)
        box.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, 460)

    def accept(self) -> None:
        self._studio.connection.give_token(self.token.text().strip(), self.secret.text().strip())
        super().accept()


def ask_for_token(parent: QWidget, studio: Studio) -> TokenDialog:
    """Open the dialog above ``parent`` without blocking the program."""
    dialog = TokenDialog(studio, parent)
    dialog.open()
    return dialog
