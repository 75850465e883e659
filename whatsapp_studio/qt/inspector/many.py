"""Decides what is offered when several things are selected: how many they are, and what can be done to all."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label

ALIGN = (
    ("align-left", "align-start-vertical", mark("Align left")),
    ("align-centre", "align-center-vertical", mark("Align centres")),
    ("align-right", "align-end-vertical", mark("Align right")),
    ("align-top", "align-start-horizontal", mark("Align tops")),
    ("align-middle", "align-center-horizontal", mark("Align middles")),
    ("align-bottom", "align-end-horizontal", mark("Align bottoms")),
)
DISTRIBUTE = (
    ("distribute-across", "align-horizontal-distribute-center", mark("Same distance across")),
    ("distribute-down", "align-vertical-distribute-center", mark("Same distance down")),
)


class Many(QWidget):
    """``wants`` carries the name of a command for what is selected."""

    wants = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = plain_label("subtitle", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(self.said)
        box.addSpacing(8)
        self._distributing: list[QWidget] = []
        for words, commands in ((tr("Align"), ALIGN), (tr("Distribute"), DISTRIBUTE)):
            title = QLabel(words)
            title.setProperty("role", "strong")
            box.addWidget(title)
            row = QHBoxLayout()
            row.setSpacing(4)
            for name, icon_name, label in commands:
                button = icon_button(icon_name, tr(label), partial(self.wants.emit, name))
                button.setIconSize(QSize(20, 20))
                button.setMinimumSize(36, 32)
                row.addWidget(button)
                if commands is DISTRIBUTE:
                    self._distributing.append(button)
            row.addStretch(1)
            box.addLayout(row)
            box.addSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(8)
        self.frame = secondary_button(tr("Frame"), lambda: self.wants.emit("frame"), "frame")
        self.disable = secondary_button(tr("Switch off"), lambda: self.wants.emit("disable"), "power")
        self.tidy = secondary_button(tr("Tidy up"), lambda: self.wants.emit("tidy"), "wand-sparkles")
        self.copy = secondary_button(tr("Duplicate"), lambda: self.wants.emit("duplicate"), "copy")
        for n, button_ in enumerate((self.frame, self.disable, self.tidy, self.copy)):
            grid.addWidget(button_, n // 2, n % 2)
        box.addLayout(grid)
        box.addStretch(1)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_chosen(self, journey: Journey, chosen: Collection[str]) -> None:
        """Say what is selected."""
        steps = [journey.steps[i] for i in chosen if i in journey.steps]
        others = sum(1 for i in chosen if i in journey.notes or i in journey.frames)
        parts = [ntr("{n} step selected", "{n} steps selected", len(steps))] if steps else []
        if others:
            parts.append(ntr("{n} note or frame", "{n} notes and frames", others))
        self.said.setText(", ".join(parts))
        for button in self._distributing:
            button.setEnabled(len(steps) + others > 2)
        self.frame.setEnabled(bool(steps))
        self.disable.setEnabled(bool(steps))
        off = bool(steps) and all(step.disabled for step in steps)
        self.disable.setText(tr("Switch on") if off else tr("Switch off"))
