"""Decides how the presets of quiet hours are listed, and which one counts where nothing is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.quiet import QuietHours
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.settings.rules import words
from whatsapp_studio.qt.settings.rules.quiet_dialog import QuietDialog
from whatsapp_studio.qt.settings.rules.rows import Rows, RuleRow, do
from whatsapp_studio.qt.settings.rules.week_view import WeekView
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.latest import Latest


class QuietCard(Card):
    """Presets, with a picture of the week of the one that counts by itself."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Quiet hours"), parent)
        self._studio = studio
        self.body.addWidget(muted(tr(
            "Nobody is written to in their quiet hours, by their own clock. A campaign or a journey can choose other "
            "ones, or none."
        )))  # fmt: skip
        self.rows = Rows()
        self.body.addWidget(self.rows)
        self.none = muted(tr("There are none: people are written to day and night."))
        self.body.addWidget(self.none)
        self.week = WeekView()
        self.body.addWidget(self.week)
        self.now = muted("")
        self.now.hide()
        self.body.addWidget(self.now)
        self._counting = Latest(self)
        self.error = ErrorLine()
        self.body.addWidget(self.error)
        self.add = secondary_button(tr("New quiet hours…"), self._new, "plus")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read the presets again."""
        presets = self._studio.rules.quiet_presets()
        self.add.setEnabled(not self._studio.read_only)
        self.rows.show_rows(self._row(one) for one in presets)
        self.none.setVisible(not presets)
        default = next((one for one in presets if one.is_default), None)
        self.week.setVisible(default is not None and bool(default.periods))
        self.week.show_periods(default.periods if default else ())
        self.now.setVisible(False)
        if default is not None:
            rules = self._studio.rules
            self._counting.ask(lambda: rules.quiet_now(default), self._show_now)

    def _show_now(self, found: tuple[int, int]) -> None:
        quiet, total = found
        self.now.setText(tr(
            "At this moment it is quiet for {n} of {total} contacts.", n=number(quiet), total=number(total)
        ))  # fmt: skip
        self.now.setVisible(total > 0)

    def _row(self, hours: QuietHours) -> RuleRow:
        buttons: list[QWidget] = []
        if not hours.is_default:
            buttons.append(link_button(tr("Make default"), partial(self._make_default, hours.id)))
        buttons.append(icon_button("pencil", tr("Edit “{name}”", name=hours.name), partial(self._edit, hours)))
        buttons.append(icon_button("trash-2", tr("Delete “{name}”", name=hours.name), partial(self._delete, hours)))
        for one in buttons:
            one.setEnabled(not self._studio.read_only)
        text = f"{words.when(hours)}\n{words.meanwhile(hours)}"
        return RuleRow(
            hours.name, text, icon="moon", pill=tr("Default") if hours.is_default else "", buttons=buttons
        )

    def _new(self) -> None:
        QuietDialog(self._studio, parent=self).open()

    def _edit(self, hours: QuietHours) -> None:
        dialog = QuietDialog(self._studio, hours, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _make_default(self, id: int) -> None:
        do(self, lambda: self._studio.rules.set_default(id), self.error.say)

    def _delete(self, hours: QuietHours) -> None:
        text = tr("What goes by them goes by the default ones from now on.")
        title = tr("Delete the quiet hours “{name}”?", name=hours.name)
        if ask(self, title, text, tr("Delete"), tr("Keep"), danger=True):
            do(self, lambda: self._studio.rules.delete_quiet(hours.id), self.error.say)
