"""Decides how it is shown what became of templates that are used: notices at home, and what waits in Sending."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.fixtures.studio import offer
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.storage.templates import TemplateRows


def _became(stage: Stage, **facts: str) -> None:
    """The template of a campaign that is being sent is another one now."""
    desk = stage.desk
    given = {"category": "UTILITY", **facts}
    TemplateRows(desk.store).replace_all([offer("Hi {{1}}, spring is here", **given)], desk.studio.clock.now())  # type: ignore[arg-type]


def _sending(stage: Stage, name: str = "Spring") -> None:
    _became(stage)
    campaign = stage.desk.launched(name)
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE campaigns SET marketing = 0 WHERE id = ?", (campaign.id,))


@screen("watching.home", small=True)
def at_home(stage: Stage) -> QWidget:
    """Home after a template was paused, and another time became marketing."""
    _sending(stage)
    _became(stage, status="PAUSED")
    _became(stage)
    _became(stage, category="MARKETING")
    return stage.window("home")


@screen("watching.sending-paused")
def paused(stage: Stage) -> QWidget:
    """Sending while a template is paused."""
    _sending(stage)
    _became(stage, status="PAUSED")
    return stage.window("sending")


@screen("watching.sending-marketing")
def marketing(stage: Stage) -> QWidget:
    """Sending after a template became marketing."""
    _sending(stage)
    _became(stage, category="MARKETING")
    return stage.window("sending")
