"""Decides what is said of a selected connection: which output of which step it leads from, and where to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.table import ports_of, title_of
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_label, plain_tip, unmarked


class Connection(QWidget):
    """``wanted`` carries the id of a step to go to."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        kind = QLabel(tr("Connection"))
        kind.setProperty("role", "muted")
        self.said = plain_label("strong", wrap=True)
        self.source = link_button("", lambda: self.wanted.emit(self._ends[0]), "arrow-up")
        self.target = link_button("", lambda: self.wanted.emit(self._ends[1]), "arrow-down")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(kind)
        box.addWidget(self.said)
        box.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.target, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(muted(tr("Drag one of its ends to lead it elsewhere.")))
        box.addStretch(1)

    def show_link(self, journey: Journey, link: Link) -> None:
        """Say where a connection leads from and to."""
        self._ends = (link.source, link.target)
        source, target = journey.steps[link.source], journey.steps[link.target]
        label = next((port.label for port in ports_of(source, journey) if port.name == link.port), link.port)
        what, to = title_of(source), title_of(target)
        self.said.setText(tr("From “{what}”, {output}, to “{to}”", what=what, output=label, to=to))
        for button, title in ((self.source, what), (self.target, to)):
            room = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 200)
            button.setText(unmarked(room))
            button.setAccessibleName(tr("Go to {what}", what=title))
            button.setToolTip(plain_tip(tr("Go to {what}", what=title)))
