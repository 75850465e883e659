"""Decides what is read of a test at once, outside the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Life, Story

if TYPE_CHECKING:
    from whatsapp_studio.services.running.testing import Testing


class Read(msgspec.Struct, frozen=True):
    """How a test stands: who may enter, its life, everybody's way and the journey they go through; ``names`` theirs."""

    contacts: tuple[Contact, ...] = ()
    life: Life | None = None
    stories: tuple[Story, ...] = ()
    journey: Journey | None = None
    names: list[str] = []


def read(testing: Testing, journey_id: str) -> Read:
    """Everything there is to show of the last test of a journey."""
    contacts, life = testing.contacts(), testing.life(journey_id)
    if life is None:
        return Read(contacts)
    stories = testing.stories(journey_id)
    known = {one.id: name_of(one) for one in contacts}
    names = [known.get(one.contact, tr("No name")) for one in stories]
    return Read(contacts, life, stories, testing.journey_of(journey_id), names)


def name_of(contact: Contact) -> str:
    """A contact as it is listed."""
    return f"{contact.first_name} {contact.last_name}".strip() or contact.phone
