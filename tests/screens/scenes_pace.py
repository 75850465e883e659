"""Decides how it is shown that campaigns rested or were paused by themselves."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.storage.campaign_log import note


@screen("home.alerts", small=True)
def alerts(stage: Stage) -> QWidget:
    """Home after campaigns stopped at a limit, for failures and because their template was paused."""
    studio = stage.desk.studio
    names = ("Spring", "A campaign whose name goes on for quite a while, as names do", "Autumn")
    campaigns = [stage.desk.launched(name).id for name in names]
    now = studio.clock.now()
    with studio._store.write() as conn:
        note(conn, campaigns[2], now - timedelta(hours=3), "meta-132015", {})
        note(conn, campaigns[0], now - timedelta(minutes=50), "messaging-limit", {"limit": 2000, "paused": False})
        note(conn, campaigns[1], now - timedelta(minutes=4), "too-many-failures", {"percent": 31, "most": 20})
    return stage.window("home")
