"""What is live goes on with the texts its snippets had; drafts follow the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.living import Alive, alive, step_of
from tests.fixtures.studio import NUMBER, Outgoing, add_people, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash

__all__ = ["alive"]
SENT = {"body.1": {"expression": '{% snippet "Greeting" %}', "fallback": "", "if_empty": "skip"}}


def test_a_campaign_keeps_the_texts_it_was_launched_with(tmp_path: Path) -> None:
    clock = SettableClock(datetime(2026, 3, 3, 9, tzinfo=UTC))
    studio = Studio.open(tmp_path, clock=clock)
    add_people(studio._store, 2)
    ConnectionStore(studio._store).save(
        Connection(waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", checked_at=clock.now())
    )
    template = offer()
    TemplateRows(studio._store).replace_all([template], clock.now())
    greeting = studio.snippets.create("Greeting", "Dear {{ contact.first_name }} of {{ campaign.name }}")
    draft = Draft(
        name="Spring", sender=NUMBER, template=template.name, language="nl", template_hash=content_hash(template),
        mapping={"body.1": Mapping(expression='{% snippet "greeting" %}!')}, accepted_warnings=("no-receiver",),
    )  # fmt: skip
    campaign = studio.campaigns.create(draft)
    assert studio.campaigns.problems(draft) == ()
    other = msgspec.structs.replace(draft, mapping={"body.1": Mapping(expression='{% snippet "Gone" %}')})
    (problem,) = studio.campaigns.problems(other)
    assert (problem.code, problem.where, problem.facts["name"]) == ("snippet-unknown", "mapping.body.1", "Gone")
    studio.campaigns.launch(campaign.id, typed_count=None)
    studio.snippets.save(greeting.id, "Hoi")
    # Launched, the campaign holds what is sent; its draft no longer counts as a user.
    studio.snippets.delete(greeting.id)
    clock.forward(timedelta(minutes=1))
    sent = Outgoing(studio._store).claim(now=clock.now())
    assert {message.values["body.1"] for message in sent} == {"Dear Name1 of Spring!", "Dear Name2 of Spring!"}
    studio.close()


def test_a_live_journey_keeps_the_texts_it_was_published_with(alive: Alive) -> None:
    studio = alive.studio
    TemplateRows(studio._store).replace_all([offer("Hi {{1}}. STOP to stop")], alive.clock.now())
    greeting = studio.snippets.create("Greeting", "Dear {{ contact.first_name }}")
    message = ("send_template", {"template": {"name": "spring_offer", "language": "nl"}, "mapping": SENT})
    journey = alive.published(message)
    step = step_of(journey, "send_template")

    def says() -> str:
        plan = studio._plans.live(journey.id)
        assert plan is not None
        return str(plan.setup.journey.steps[step].fields["mapping"]["body.1"]["expression"])

    assert says() == "Dear {{ contact.first_name }}"
    alive.later(minutes=5)
    studio.snippets.save(greeting.id, "Hoi {{ contact.first_name }}")
    assert says() == "Dear {{ contact.first_name }}"
    assert {(one.kind, one.live) for one in studio.snippets.uses("Greeting")} == {("journey", False), ("journey", True)}
    with pytest.raises(UserError, match="snippet-in-use"):
        studio.snippets.delete(greeting.id)
    before = len(studio.journeys.versions(journey.id))
    studio.journeys.publish(journey.id)
    assert len(studio.journeys.versions(journey.id)) == before + 1
    alive.later(minutes=5)
    studio.journeys.publish(journey.id)
    assert len(studio.journeys.versions(journey.id)) == before + 1
