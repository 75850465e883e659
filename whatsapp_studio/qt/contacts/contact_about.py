"""Decides what is gathered to show one contact on a page of its own."""

from __future__ import annotations

from typing import NamedTuple

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.consent import PURPOSES, ConsentEntry, Purpose
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.note import Note
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.i18n import language, tr
from whatsapp_studio.base.local import clock
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.reach import Answer
from whatsapp_studio.services.people import InJourney, TheirClock


class About(NamedTuple):
    """One contact with all that the page shows beside its timeline."""

    contact: Contact
    phone: str
    fields: tuple[CustomField, ...]
    latest: dict[Purpose, ConsentEntry]
    lists: list[tuple[int, str]]
    segments: list[tuple[int, str]]
    journeys: list[InJourney]
    notes: list[Note]
    clock: TheirClock
    country: str
    undoable: int
    reach: Answer


def gather(studio: Studio, id: int) -> About | None:
    """Everything at once, for a thread of its own; None where the contact is gone."""
    contact = studio.contacts.get(id)
    if contact is None:
        return None
    from whatsapp_studio.audience.phone import shown

    people = studio.people
    latest: dict[Purpose, ConsentEntry] = {}
    for entry in studio.consent.history(id):
        latest.setdefault(entry.purpose, entry)
    merges = [one.id for one in people.merges(id) if one.undone_at is None]
    return About(
        contact=contact, phone=shown(contact.phone) if contact.phone else "", fields=tuple(studio.contacts.fields()),
        latest={purpose: latest[purpose] for purpose in PURPOSES if purpose in latest}, lists=people.lists(id),
        segments=[(one.id, one.name) for one in studio.segments.belongs_to(id)], journeys=people.journeys(id),
        notes=people.notes(id), clock=people.clock_of(contact),
        country=country_name(contact.country), undoable=merges[0] if merges else 0,
        reach=studio.campaigns.reach(Draft(purpose="marketing"), id).of(contact),
    )  # fmt: skip


def country_name(code: str) -> str:
    """``Netherlands`` for ``NL``, in the language in use; the code itself where nobody named it."""
    from babel import Locale

    return str(Locale(language().code).territories.get(code, code)) if code else ""


def zone_said(about: About, now: Clock) -> str:
    """Which clock counts for a contact, why, and what it shows."""
    zone, time = about.clock.zone.key, clock(now.now(), about.clock.zone)
    match about.clock.source:
        case "own":
            return tr("It is {time} there now.", time=time)
        case "number":
            return tr("By the number: {zone} ({country}). It is {time} there now.", zone=zone, country=about.country,
                      time=time) if about.country else tr("By the number: {zone}. It is {time} there now.",
                                                          zone=zone, time=time)  # fmt: skip
        case "country":
            return tr("By the country: {zone}. It is {time} there now.", zone=zone, time=time)
    return tr("Of the workspace: {zone}. It is {time} there now.", zone=zone, time=time)
