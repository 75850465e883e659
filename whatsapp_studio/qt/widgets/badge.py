"""Decides how a state looks: icon, word and colour together, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from whatsapp_studio.base.wording import state_word
from whatsapp_studio.qt.icons import pixmap

Look = tuple[str, str]
# The icon and the colour role of each state of a campaign, a recipient or a template.
LOOKS: dict[str, Look] = {
    "draft": ("pencil", "text_muted"), "scheduled": ("calendar", "info"), "sending": ("send", "accent"),
    "paused": ("pause", "warning"), "done": ("circle-check", "success"), "stopped": ("square", "text_muted"),
    "deleted": ("trash-2", "text_muted"), "running": ("radio", "success"), "closed": ("lock", "info"),
    "published": ("circle-check", "success"), "published-changed": ("circle-dot", "info"),
    "queued": ("clock", "text_muted"), "in_flight": ("send", "info"), "accepted": ("check", "info"),
    "held": ("clock", "warning"), "sent": ("check", "accent"), "delivered": ("circle-check", "success"),
    "read": ("eye", "success"), "failed": ("circle-x", "error"), "unknown": ("circle-help", "warning"),
    "excluded": ("ban", "text_muted"),
    "APPROVED": ("circle-check", "success"), "PENDING": ("clock", "info"), "REJECTED": ("circle-x", "error"),
    "PAUSED": ("pause", "warning"), "DISABLED": ("ban", "error"), "IN_APPEAL": ("clock", "info"),
    "ok": ("circle-check", "success"), "warning": ("triangle-alert", "warning"), "error": ("circle-x", "error"),
    "info": ("info", "info"), "skipped": ("circle", "text_muted"),
}  # fmt: skip


def look_of(state: str) -> Look:
    """Icon and colour role of a state; a neutral one for states nobody foresaw."""
    return LOOKS.get(state, ("circle-dot", "text_muted"))


class StatusBadge(QWidget):
    """A state as icon and word. The word is ``state_word`` unless another one is given."""

    def __init__(self, state: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon, self._word = QLabel(), QLabel()
        row.addWidget(self._icon)
        row.addWidget(self._word)
        row.addStretch(1)
        self._state, self._text = "", ""
        self.set_state(state, text)

    def set_state(self, state: str, text: str = "") -> None:
        """Show another state."""
        self._state, self._text = state, text
        name, role = look_of(state)
        self._icon.setPixmap(pixmap(name, role, 16, self.devicePixelRatioF()))
        self._word.setText(text or (state_word(state) if state else ""))
        self.setVisible(bool(state))

    def text(self) -> str:
        """The word that is shown."""
        return self._word.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.set_state(self._state, self._text)
        super().changeEvent(event)
