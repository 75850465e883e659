"""Decides how one person is erased: what goes is said first, it can be kept in a file, and there is no way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.contacts.model import name_of
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import danger_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.services.erasing import KIND_WORDS, Erased, Held


class EraseDialog(QDialog):
    """``export_wanted`` asks for a file of everything held; ``erased`` says whether no trace is left in the file."""

    export_wanted = Signal(object)
    erased = Signal(bool)

    def __init__(self, studio: Studio, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._contact = studio, contact
        self.setWindowTitle(tr("Erase this person"))
        head = plain_label("subtitle", wrap=True)
        name = name_of(contact) or ltr(contact.phone) or tr("Without a name")
        head.setText(tr("Erase {name} everywhere?", name=name))
        self._held = QFormLayout()
        self._held.setHorizontalSpacing(24)
        self._held.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.sure = QCheckBox(tr("I understand that this cannot be undone"))
        self.error = ErrorLine()
        self.go = danger_button(tr("Erase this person"), self._erase, "user-x")
        self.keep = secondary_button(tr("Save everything held…"), lambda: self.export_wanted.emit(contact), "download")
        self.leave = secondary_button(tr("Keep them"), self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(head)
        inner = QWidget()
        said = QVBoxLayout(inner)
        said.setContentsMargins(0, 0, 8, 0)
        said.setSpacing(12)
        said.addWidget(muted(tr("This is taken out of the workspace for good. Counts in reports stay.")))
        said.addLayout(self._held)
        said.addWidget(muted(
            tr("The number can never be added or written to again. Backups made before still hold this person.")
        ))  # fmt: skip
        said.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        box.addWidget(scroll, 1)
        box.addWidget(self.sure)
        box.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        box.addLayout(buttons)
        self.sure.toggled.connect(self.go.setEnabled)
        self.go.setEnabled(False)
        fit(self, 540, 500)
        follow_layout(self)
        erasing = studio.erasing

        def look(_progress: Progress) -> Held:
            return erasing.preview(contact.id)

        Job(self, look).on_done(self._show).run()

    def _show(self, held: Held) -> None:
        for kind, count in held.counts.items():
            if count:
                key, value = plain_label("muted"), plain_label()
                key.setText(tr(KIND_WORDS[kind]))
                value.setText(number(count))
                self._held.addRow(key, value)

    def _erase(self) -> None:
        erasing, id = self._studio.erasing, self._contact.id
        self.go.setEnabled(False)

        def work(_progress: Progress) -> Erased:
            return erasing.erase([id])

        def done(found: Erased) -> None:
            self.accept()
            self.erased.emit(found.clean)

        def failed(error: StudioError) -> None:
            self.error.say(error)
            self.go.setEnabled(True)

        Job(self, work).on_done(done).on_failed(failed).run()
