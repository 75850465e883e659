"""Decides how it is told where an audience is used, each place a way there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_tip, unmarked
from whatsapp_studio.services.audience_uses import Use

_ICONS = {"campaign": "megaphone", "journey": "workflow", "segment": "filter"}
_SHOWN, _LONGEST = 12, 60


class Uses(Card):
    """``wanted`` carries the place that somebody goes to."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Used by"), parent)
        self.body.setSpacing(2)
        self._lines: list[QWidget] = []

    def show_uses(self, uses: Sequence[Use]) -> None:
        """One line each; where there are many, how many more."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for one in uses[:_SHOWN]:
            name = one.name or tr("No name")
            line = link_button(unmarked(name[:_LONGEST]), partial(self.wanted.emit, one), _ICONS[one.kind])
            line.setToolTip(plain_tip(name) if len(name) > _LONGEST else "")
            self._lines.append(line)
            self.body.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        rest = len(uses) - _SHOWN
        if not uses or rest > 0:
            nowhere = tr("No campaign, journey or segment uses it.")
            said = muted(ntr("and {n} more", "and {n} more", rest) if uses else nowhere)
            self._lines.append(said)
            self.body.addWidget(said)
