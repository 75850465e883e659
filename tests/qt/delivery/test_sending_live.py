"""From the wizard through a real sandbox to the report: the same numbers everywhere."""

from __future__ import annotations

import httpx
import msgspec
import pytest

from tests.fixtures.desk import ACCEPTED, Desk
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.delivery.equation import sentence
from whatsapp_studio.qt.delivery.page import SendingPage
from whatsapp_studio.qt.reports.page import ReportsPage
from whatsapp_studio.templates.template import content_hash

pytestmark = [pytest.mark.slow, pytest.mark.e2e]


def test_a_campaign_made_in_the_wizard_is_sent_once_to_each_and_reported(desk: Desk) -> None:
    studio = desk.studio
    studio.settings.undo_seconds = 1
    studio.engine.start(port=0)
    connection = studio.sandbox.connect_workspace(webhook_url=studio.engine.status().receiver_url, speed=500)
    studio.templates.sync()
    template = studio.templates.get("spring_offer", "nl")
    assert template is not None
    draft = msgspec.structs.replace(
        desk.complete(accepted_warnings=ACCEPTED, rate=50),
        sender=connection.phone_number_id,
        template_hash=content_hash(template),
        mapping={"body.first_name": Mapping(expression="{{ contact.first_name }}", fallback="there")},
    )
    wizard_page, sending, reports = desk.show(CampaignsPage), desk.show(SendingPage), desk.show(ReportsPage)
    id = studio.campaigns.create(draft).id
    wizard_page.open(id)
    desk.until(wizard_page.send_button.isEnabled)
    promised = wizard_page.wizard.review.review
    assert promised is not None
    wizard_page.send_button.click()
    desk.until(lambda: id in sending.cards)
    desk.until(lambda: studio.campaigns.get(id).state == "done", 20_000)
    counts = studio.campaigns.get(id).counts
    assert (counts.done, counts.excluded, counts.total) == (promised.count.reachable, 3, 12)
    assert sentence(counts).endswith("= 12 in total")
    desk.until(lambda: sending.empty.isVisible() or bool(sending.doubts))
    assert studio.sandbox.info is not None
    truth = httpx.get(f"{studio.sandbox.info.url}/sandbox/stats").json()
    assert truth["duplicates"] == 0
    desk.until(lambda: studio.reports.report(id).has_receipts, 20_000)
    reports.open(id)
    desk.until(lambda: reports.report is not None and dict(reports.report.funnel)["accepted"] == truth["accepted"])
    desk.until(lambda: "Accepted by Meta" in [tile.figure.label for tile in reports.overview.tiles])
