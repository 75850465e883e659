"""Decides how the webhook receiver is explained and set up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import FormRow, spin_box


class ReceiverCard(Card):
    """On or off, the port, the address to give to a tunnel, and the verify token to give to Meta."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Statuses and replies"), parent)
        self._studio = studio
        about = QLabel(
            tr("Meta tells what was delivered, read and answered by calling an address on the internet. A tunnel of "
               "yours can pass those calls on to this computer. Without it the Studio shows what Meta accepted, and "
               "calls nothing delivered.")
        )  # fmt: skip
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        self.body.addWidget(about)
        self.state = StatusBadge("skipped", tr("Not listening"))
        self.body.addWidget(self.state)
        self.enabled = QCheckBox(tr("&Listen on this computer (from the next start)"))
        self.enabled.setChecked(studio.settings.webhook_enabled)
        self.enabled.toggled.connect(self._enable)
        self.body.addWidget(self.enabled)
        self.port = spin_box(1024, 65535, studio.settings.webhook_port)
        self.port.setMaximumWidth(160)
        self.port.editingFinished.connect(self._set_port)
        self.body.addWidget(FormRow(tr("&Port (from the next start)"), self.port))
        for field in (self.enabled, self.port):
            field.setEnabled(not studio.read_only)
        self.url, self.verify = self._copied(tr("Local address")), self._copied(tr("Verify token"))
        self.refresh()

    def _copied(self, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setReadOnly(True)
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setAccessibleName(label)
        copy = icon_button(
            "copy", tr("Copy {what}", what=label.lower()), lambda: QApplication.clipboard().setText(field.text())
        )
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(field, 1)
        across.addWidget(copy)
        self.body.addWidget(FormRow(label, row))
        return field

    def refresh(self) -> None:
        """Show whether it listens, and where."""
        status = self._studio.engine.status()
        if status.receiver_ok:
            self.state.set_state("ok", tr("Listening"))
        elif not self._studio.settings.webhook_enabled:
            self.state.set_state("skipped", tr("Switched off"))
        elif status.running:
            self.state.set_state("error", tr("The port is taken by another program"))
        else:
            self.state.set_state("skipped", tr("Not listening yet"))
        self.url.setText(status.receiver_url)
        self.verify.setText(self._studio.connection.verify_token())

    def _enable(self, on: bool) -> None:
        self._studio.settings.webhook_enabled = on

    def _set_port(self) -> None:
        if self.port.value() != self._studio.settings.webhook_port:
            self._studio.settings.webhook_port = self.port.value()
