"""Decides whether the window may close: while messages leave or contacts move, the person is asked, once or always."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.words_running import must_be_open


class Hiding(Protocol):
    """Where the window goes while the program goes on."""

    @property
    def there(self) -> bool: ...
    def put_away(self) -> None: ...


def may_close(window: QWidget, studio: Studio, hiding: Hiding) -> bool:
    """Whether the program may end now; false where the window was put away instead, or the person stays."""
    why = _under_way(studio)
    if why is None:
        return True
    said, means = why
    # Behind the icon it is out of the way already: who closes it there wants to quit, and is asked.
    answer = studio.settings.on_close if window.isVisible() else "ask"
    if answer == "ask":
        answer = _ask(window, studio, hiding, said, means)
    if answer == "keep":
        hiding.put_away()
    return answer == "quit"


def _under_way(studio: Studio) -> tuple[str, str] | None:
    """What goes on, and what quitting means for it."""
    status = studio.engine.status()
    if not status.running:
        return None
    if not status.paused_reason and any(c.state == "sending" for c in studio.campaigns.all()):
        means = tr(
            "They leave only while the program runs. When you quit, sending waits and goes on at the next start; "
            "nobody gets a message twice."
        )
        return tr("Messages are being sent."), means
    moving = [one for one in studio.running.lives().values() if one.state in ("running", "closed") and one.inside]
    if not moving:
        return None
    inside = sum(one.inside for one in moving)
    said = ntr("{n} contact is inside a journey that runs.", "{n} contacts are inside journeys that run.", inside)
    return said, must_be_open()


def _ask(window: QWidget, studio: Studio, hiding: Hiding, said: str, means: str) -> str:
    """keep, quit or stay; the first one is what Enter does."""
    box = QMessageBox(window)
    box.setWindowTitle(tr("WhatsApp Studio"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(said)
    box.setInformativeText(means)
    words = tr("Keep going in the background") if hiding.there else tr("Keep going, minimise")
    keep = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("Quit, go on next time"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    always = QCheckBox(tr("Do this from now on, without asking"))
    box.setCheckBox(always)
    box.setDefaultButton(keep)
    box.setEscapeButton(stay)
    box.exec()
    chosen = {id(keep): "keep", id(leave): "quit"}.get(id(box.clickedButton()), "stay")
    if always.isChecked() and chosen != "stay" and not studio.read_only:
        studio.settings.on_close = chosen
    return chosen
