"""Decides how a campaign's experiment stands on the template step: a line, and the way to make, change or end it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.experiment_dialog import ExperimentDialog
from whatsapp_studio.qt.campaigns.experiment_words import summary
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted


class ExperimentLine(QWidget):
    """``chosen`` carries the experiment there is from now on, or None."""

    chosen = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._draft = Draft()
        self.said = muted("")
        self.edit = link_button(tr("Compare messages…"), self.open_dialog, "flask-conical")
        self.end = link_button(tr("Send one message only"), lambda: self.chosen.emit(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self.said, 1)
        row.addWidget(self.end)

    def show_draft(self, draft: Draft) -> None:
        """Mirror the draft's experiment."""
        self._draft = draft
        plan = draft.experiment
        self.edit.setText(tr("Compare messages…") if plan is None else tr("Change the comparison…"))
        self.edit.setEnabled(bool(draft.template) and not self._studio.read_only)
        self.said.setText(summary(plan) if plan is not None else tr("Send two or more, and see which does best."))
        self.end.setVisible(plan is not None)

    def open_dialog(self) -> None:
        """Make the experiment, or change it."""
        self.dialog = ExperimentDialog(self._studio, self._draft, None, self)
        self.dialog.accepted.connect(lambda: self.chosen.emit(self.dialog.experiment()))
        self.dialog.open()
