"""Decides how what is written is seen as people will get it, while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

WIDTH = 344
LARGE = 1.3
_CODE = "123456"


class PhonePanel(QFrame):
    """The phone, its look, and whether samples are filled in. ``phone_changed``: it looks different now."""

    phone_changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self.setProperty("role", "side")
        self.setFixedWidth(WIDTH)
        self.bubble = BubbleView()
        self.bubble.set_files(studio.media.path)
        self.filled = icon_button("user-check", tr("Fill the samples in"))
        self.dark = icon_button("moon", tr("Dark phone"))
        self.large = icon_button("smartphone", tr("Large text on the phone"))
        self.large.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.large.setText("A+")
        for button in (self.filled, self.dark, self.large):
            button.setCheckable(True)
        self.filled.setChecked(True)
        said = QLabel(tr("As people see it"))
        said.setProperty("role", "strong")
        said.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(said, 1)
        for button in (self.filled, self.dark, self.large):
            head.addWidget(button)
        self.note = plain_label("caption", wrap=True)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 12, 16, 16)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.bubble)
        box.addWidget(self.note)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.filled.toggled.connect(lambda _on: self._draw())
        self.dark.toggled.connect(self._look)
        self.large.toggled.connect(self._look)

    def show_template(self, t: Template) -> None:
        """Show how a template looks now."""
        self._template = t
        is_code = t.category == "AUTHENTICATION"
        empty = _is_empty(t)
        words = tr("Meta translates these words for each language.") if is_code else ""
        self.note.setText(tr("The message appears here while you write.") if empty else words)
        self.note.setVisible(is_code or empty)
        self._draw()

    def turn_to(self, card: int) -> None:
        """Slide a carousel to a card."""
        if card != self.bubble.first_card:
            self.bubble.swipe(card - self.bubble.first_card)

    def _draw(self) -> None:
        t = self._template
        if t is None:
            return
        if _is_empty(t):
            self.bubble.show_bubble(None)
            return
        values = sample_values(t) if self.filled.isChecked() else {}
        if self.filled.isChecked() and t.category == "AUTHENTICATION":
            values.setdefault("body.1", _CODE)
        self.bubble.show_bubble(bubble(t, values))

    def _look(self) -> None:
        self.bubble.set_dark(self.dark.isChecked())
        self.bubble.set_text_scale(LARGE if self.large.isChecked() else 1.0)
        self.phone_changed.emit()


def _is_empty(t: Template) -> bool:
    return not (t.body or t.header or t.buttons or t.cards or t.footer)
