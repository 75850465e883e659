"""Decides how the caps are listed, switched on and off, and counted anew."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.caps import Cap
from whatsapp_studio.base.i18n import ctr, tr
from whatsapp_studio.qt.settings.rules import words
from whatsapp_studio.qt.settings.rules.cap_dialog import CapDialog
from whatsapp_studio.qt.settings.rules.rows import Rows, RuleRow, do
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted


class CapsCard(Card):
    """How often one person is written to."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Caps"), parent)
        self._studio = studio
        self.body.addWidget(muted(tr(
            "So often at most is one person written to, over all campaigns and journeys. Who has had that many is left "
            "out, and the report names the cap."
        )))  # fmt: skip
        self.rows = Rows()
        self.body.addWidget(self.rows)
        self.none = muted(tr("There are none: nobody counts how often somebody is written to."))
        self.body.addWidget(self.none)
        self.error = ErrorLine()
        self.body.addWidget(self.error)
        self.add = secondary_button(tr("New cap…"), self._new, "plus")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read the caps again."""
        caps = self._studio.rules.caps()
        self.add.setEnabled(not self._studio.read_only)
        self.rows.show_rows(self._row(one) for one in caps)
        self.none.setVisible(not caps)

    def _row(self, cap: Cap) -> RuleRow:
        on = QCheckBox(ctr("switch", "On"))
        on.setChecked(cap.enabled)
        on.setAccessibleName(tr("“{name}” is on", name=cap.name))
        on.toggled.connect(partial(self._switch, cap))
        buttons = [
            on,
            icon_button("rotate-ccw", tr("Count “{name}” anew…", name=cap.name), partial(self._reset, cap)),
            icon_button("pencil", tr("Edit “{name}”", name=cap.name), partial(self._edit, cap)),
            icon_button("trash-2", tr("Delete “{name}”", name=cap.name), partial(self._delete, cap)),
        ]
        for one in buttons:
            one.setEnabled(not self._studio.read_only)
        said = words.cap(cap)
        return RuleRow(cap.name, "" if said == cap.name else said, icon="gauge", buttons=buttons)

    def _new(self) -> None:
        CapDialog(self._studio, parent=self).open()

    def _edit(self, cap: Cap) -> None:
        dialog = CapDialog(self._studio, cap, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _switch(self, cap: Cap, on: bool) -> None:
        changed = msgspec.structs.replace(cap, enabled=on)
        do(self, lambda: self._studio.rules.save_cap(changed), self.error.say)

    def _reset(self, cap: Cap) -> None:
        title = tr("Count “{name}” anew?", name=cap.name)
        text = tr("What people were sent until now no longer counts: everybody can get as many again.")
        if ask(self, title, text, tr("Count anew"), tr("Leave it")):
            do(self, lambda: self._studio.rules.reset_cap(cap.id), self.error.say)

    def _delete(self, cap: Cap) -> None:
        title = tr("Delete the cap “{name}”?", name=cap.name)
        text = tr("It no longer leaves anybody out.")
        if ask(self, title, text, tr("Delete"), tr("Keep"), danger=True):
            do(self, lambda: self._studio.rules.delete_cap(cap.id), self.error.say)
