"""Decides what is asked before a template is deleted at Meta: what uses it, which languages, what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.templates.side_cards import UsedBy
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import danger_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.use import Use


class DeleteDialog(QDialog):
    """Asks, and has it done outside the window's thread. ``deleted`` comes once Meta has agreed."""

    deleted = Signal()
    wanted = Signal(str, object)

    def __init__(
        self, studio: Studio, template: Template, languages: Sequence[str], uses: Sequence[Use],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._studio, self._template, self._uses = studio, template, uses
        self.setWindowTitle(tr("Delete template"))
        title = QLabel(tr("Delete “{name}”?", name=template.name))
        title.setProperty("role", "subtitle")
        title.setWordWrap(True)
        self.one = QRadioButton(tr("Only in {language}", language=language_name(template.language)))
        self.all = QRadioButton(ntr("In all {n} language", "In all {n} languages", len(languages)))
        self._scope = QButtonGroup(self)
        for choice in (self.one, self.all):
            self._scope.addButton(choice)
        (self.one if len(languages) > 1 else self.all).setChecked(True)
        self.live = Banner("warning", "")
        self.used = UsedBy(320)
        self.used.wanted.connect(self._go)
        self.error = ErrorLine()
        self.delete = danger_button(tr("Delete"), self._delete)
        self.keep = secondary_button(tr("Keep it"), self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(title)
        if len(languages) > 1:
            box.addWidget(self.one)
            box.addWidget(self.all)
        for widget in (self.live, self.used):
            box.addWidget(widget)
        meaning = tr("Meta deletes it at once, and nothing brings it back. Its name stays blocked for 30 days.")
        box.addWidget(muted(meaning))
        box.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.delete)
        box.addLayout(buttons)
        self.keep.setDefault(True)
        self.all.toggled.connect(self._show_uses)
        self._show_uses()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_layout(self)

    def _show_uses(self) -> None:
        shown = [one for one in self._uses if self.all.isChecked() or one.language in ("", self._template.language)]
        live = sum(one.live for one in shown)
        self.live.setVisible(bool(live))
        self.live.set_text(tr("What is live stops sending it: people get nothing instead."))
        self.used.show_uses(shown)
        fit(self, 460)
        follow_layout(self)

    def _delete(self) -> None:
        writing, template, all_languages = self._studio.writing, self._template, self.all.isChecked()

        def work(_progress: Progress) -> None:
            writing.delete(template, all_languages)

        self._busy(True)
        Job(self, work).on_done(self._done).on_failed(self._failed).run()

    def _done(self, _nothing: object) -> None:
        self.deleted.emit()
        self.accept()

    def _failed(self, error: StudioError) -> None:
        self._busy(False)
        self.error.say(error)

    def _busy(self, busy: bool) -> None:
        self.delete.setEnabled(not busy)
        self.delete.setText(tr("Deleting…") if busy else tr("Delete"))

    def _go(self, page: str, what: object) -> None:
        self.reject()
        self.wanted.emit(page, what)
