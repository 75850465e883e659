"""A campaign whose template is sent to each person in the language that he or she reads."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from tests.fixtures.studio import NUMBER, Workspace, add_people, offer
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.templates.bubble import plain_text
from whatsapp_studio.templates.template import Template, content_hash

ENGLISH = offer("Hi {{1}}, spring is here", language="en_US")
DUTCH = offer("Hoi {{1}}, het is lente", language="nl")
FRENCH = offer("Salut {{1}}, le printemps de {{2}} est là", language="fr")


def draft(*translations: Template, **changed: Any) -> Draft:
    made = Draft(
        name="Spring", sender=NUMBER, template="spring_offer", language="en_US", template_hash=content_hash(ENGLISH),
        mapping={"body.1": Mapping(expression="{{ contact.first_name }}")},
        translations={one.language: content_hash(one) for one in translations},
    )  # fmt: skip
    return msgspec.structs.replace(made, **changed)


def speak(rooms: Workspace, *languages: str) -> None:
    ids = add_people(rooms.store, len(languages))
    with rooms.store.write() as conn:
        conn.executemany(
            "UPDATE contacts SET language = ? WHERE id = ?", list(zip(languages, ids, strict=True))
        )


def sent(rooms: Workspace) -> dict[str, tuple[str, dict[str, str]]]:
    """By the name of the contact: the language of the template that is sent, and its values."""
    names = {one.id: one.first_name for one in ContactStore(rooms.store).get_many(list(range(1, 20)))}
    return {
        names[one.contact]: (json.loads(one.template_raw)["language"], one.values)
        for one in rooms.outgoing.claim(now=rooms.clock.now())  # type: ignore[attr-defined]
    }


def test_everybody_gets_the_own_language_and_the_others_the_fallback(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(ENGLISH, DUTCH)
    speak(rooms, "nl", "nl-BE", "en_GB", "", "sv")
    made = rooms.campaigns.create(draft(DUTCH))

    assert rooms.campaigns.problems(made.draft) == ()
    rooms.campaigns.launch(made.id, typed_count=5, hold_seconds=0)
    rooms.keep_templates(offer("Something else", language="en_US"), offer("Iets anders", language="nl"))

    assert sent(rooms) == {
        "Name1": ("nl", {"body.1": "Name1"}), "Name2": ("nl", {"body.1": "Name2"}),
        "Name3": ("en_US", {"body.1": "Name3"}), "Name4": ("en_US", {"body.1": "Name4"}),
        "Name5": ("en_US", {"body.1": "Name5"}),
    }  # fmt: skip


def test_the_preview_is_in_the_persons_language(rooms: Workspace) -> None:
    rooms.keep_templates(ENGLISH, DUTCH)

    def said(language: str) -> str:
        shown, _ = rooms.campaigns.preview(
            draft(DUTCH), Contact(id=1, phone="+31612345678", first_name="Ada", language=language, marketing="yes")
        )
        assert shown is not None
        return plain_text(shown)

    assert said("nl") == "Hoi Ada, het is lente"
    assert said("fr") == "Hi Ada, spring is here"


def test_a_place_of_one_translation_has_to_be_filled_too(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(ENGLISH, FRENCH)

    found = rooms.campaigns.problems(draft(FRENCH))

    assert [(one.code, one.where) for one in found] == [("place-unmapped", "mapping.body.2")]


def test_a_translation_that_changed_or_went_blocks_the_launch(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(ENGLISH, offer("Hoi {{1}}, het is zomer", language="nl"))
    changed = rooms.campaigns.problems(draft(DUTCH))
    rooms.keep_templates(ENGLISH)
    gone = rooms.campaigns.problems(draft(DUTCH))
    rooms.keep_templates(ENGLISH, offer("Hoi {{1}}, het is lente", language="nl", status="PAUSED"))
    paused = rooms.campaigns.problems(draft(DUTCH))

    assert [(one.code, one.facts["language"]) for one in (*changed, *gone, *paused)] == [
        ("template-changed", "nl"), ("template-gone", "nl"), ("template-not-approved", "nl"),
    ]  # fmt: skip


def test_an_undone_launch_can_be_launched_again_in_other_languages(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(ENGLISH, DUTCH)
    speak(rooms, "nl")
    made = rooms.campaigns.create(draft(DUTCH))
    rooms.campaigns.launch(made.id, typed_count=1, hold_seconds=60)
    rooms.campaigns.undo_launch(made.id)
    rooms.campaigns.save(made.id, draft())
    rooms.campaigns.launch(made.id, typed_count=1, hold_seconds=0)

    assert sent(rooms) == {"Name1": ("en_US", {"body.1": "Name1"})}


def test_a_copy_keeps_the_languages(rooms: Workspace) -> None:
    made = rooms.campaigns.create(draft(DUTCH))

    assert rooms.campaigns.duplicate(made.id).draft.translations == {"nl": content_hash(DUTCH)}


def test_an_empty_value_in_one_language_blocks_nobody_else(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(ENGLISH, FRENCH)
    speak(rooms, "fr", "en")
    mapping = {
        "body.1": Mapping(expression="{{ contact.first_name }}"), "body.2": Mapping(expression="{{ contact.country }}")
    }  # fmt: skip
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET country = ''")
    made = rooms.campaigns.create(draft(FRENCH, mapping=mapping))
    rooms.campaigns.launch(made.id, typed_count=1, hold_seconds=0)

    assert rooms.campaigns.get(made.id).counts.excluded == 1
    assert sent(rooms) == {"Name2": ("en_US", {"body.1": "Name2"})}
