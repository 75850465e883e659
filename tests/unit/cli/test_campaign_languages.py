"""A campaign in several languages from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.fixtures.studio import NUMBER, T0, add_people, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Blocked
from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash

DUTCH = offer("Hoi {{1}}, het is lente", language="nl")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    with_people = Studio.open(tmp_path)
    store = with_people._store
    (dutch, _) = add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET language = 'nl', updated_at = ? WHERE id = ?", (iso(T0), dutch))
    ConnectionStore(store).save(
        Connection(
            waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", verified_name="Bloom",
            display_phone_number="+31 20 123 4567", throughput="STANDARD", messaging_limit="TIER_10K", checked_at=T0,
            verify_token="verify-me",
        )
    )  # fmt: skip
    TemplateRows(store).replace_all([offer("Hi {{1}}, spring is here", language="en"), DUTCH], T0)
    with_people.close()
    return tmp_path


def create(workspace: Path, *more: str) -> Result:
    return CliRunner().invoke(
        studio_command,
        ["--workspace", str(workspace), "--json", "campaign", "create", "Spring", "--template", "spring_offer",
         "--language", "en", "--set", "body.1={{ contact.first_name }}", *more],
    )  # fmt: skip


def test_a_campaign_is_made_in_two_languages(workspace: Path) -> None:
    made = create(workspace, "--also", "nl")
    studio = Studio.open(workspace, role="reader")
    (campaign,) = studio.campaigns.all()
    studio.close()

    assert made.exit_code == 0
    assert json.loads(made.stdout)["recipients"] == 2
    assert (campaign.draft.language, campaign.draft.translations) == ("en", {"nl": content_hash(DUTCH)})


def test_a_language_that_is_not_there_is_told(workspace: Path) -> None:
    made = create(workspace, "--also", "de")

    assert isinstance(made.exception, Blocked)
    assert [(one.code, one.facts["language"]) for one in made.exception.problems] == [("template-gone", "de")]
