"""Decides how it is shown that people get something else within a day: in a review, and from what."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.scenes_campaigns import opened
from tests.screens.stage import Stage
from whatsapp_studio.qt.campaigns.conflicts import ConflictsDialog
from whatsapp_studio.services.writing_rules import Period, QuietHours


@screen("campaigns.conflicts", small=True)
def conflicts(stage: Stage) -> QWidget:
    """A review of which some people get another message, with quiet hours of its own."""
    rules = stage.desk.studio.rules
    kept = rules.save_quiet(QuietHours(name="Nights", periods=(Period(begin="00:00", end="23:59"),)))
    stage.desk.launched("Winter sale")
    draft = stage.desk.complete("Spring in the nursery", accepted_warnings=("no-receiver",), quiet_id=kept.id)
    return opened(stage, draft)[0]


@screen("campaigns.conflicts-which")
def which(stage: Stage) -> QWidget:
    """The campaigns and journeys that write to the same people."""
    for name in ("Winter sale", "A letter to everybody who ever bought a plant, with what is new this spring"):
        stage.desk.launched(name)
    campaigns = stage.desk.studio.campaigns
    review = campaigns.review(stage.desk.complete("Spring in the nursery"))
    return stage.show(ConflictsDialog(review.conflicts))
