"""Decides how long Meta tries to deliver a message, as a choice of times that its category allows."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.phrases import duration
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.section import Section, Write
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.templates.creation_rules import TTL, TTL_MONTH
from whatsapp_studio.templates.template import Template

_OFFERED = (30, 60, 120, 300, 600, 900, 1800, 3600, 3 * 3600, 12 * 3600, 86_400, 7 * 86_400, 30 * 86_400)


class MoreSection(Section):
    """What few templates need."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("More"), write, parent)
        self._for: tuple[str, int | None] | None = None
        self.lives = QComboBox()
        wheel_needs_focus(self.lives)
        hint = tr("A phone may be off. After this time the message is not delivered any more.")
        self.row = FieldRow("ttl", tr("How long Meta tries to deliver"), self.lives, hint)
        self.body.addWidget(self.row)
        self.lives.activated.connect(self._chosen)

    def fits(self, t: Template) -> bool:
        return t.category in TTL

    def show_template(self, t: Template) -> None:
        key = (t.category, t.lives_seconds)
        if key != self._for and t.category in TTL:
            self._for = key
            self._fill(t)

    def _fill(self, t: Template) -> None:
        least, most = TTL[t.category]
        offered = [one for one in _OFFERED if least <= one <= most]
        self.lives.clear()
        usual = tr("10 minutes, as usual") if t.category == "AUTHENTICATION" else tr("30 days, as usual")
        self.lives.addItem(usual, None)
        for seconds in offered:
            self.lives.addItem(duration(seconds), seconds)
        if t.category == "AUTHENTICATION":
            self.lives.addItem(tr("30 days"), TTL_MONTH)
        if t.lives_seconds is not None and self.lives.findData(t.lives_seconds) < 0:
            words = tr("30 days") if t.lives_seconds == TTL_MONTH else duration(t.lives_seconds)
            self.lives.addItem(words, t.lives_seconds)
        self.lives.setCurrentIndex(0 if t.lives_seconds is None else self.lives.findData(t.lives_seconds))

    def _chosen(self) -> None:
        seconds: int | None = self.lives.currentData()
        self.row.touched = True
        self.write(lambda t: replace(t, lives_seconds=seconds), "")
