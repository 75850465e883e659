"""What the faces ask about contacts: keeping, lists, consent and blocking, and that every change is told."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.storage.db import Store


class Clock(Protocol):
    def now(self) -> datetime: ...
    def forward(self, by: float = 0.0, **parts: float) -> None: ...


@dataclass
class Told:
    """What was told since the last look."""

    changes: list[Changes] = field(default_factory=list)

    def __call__(self, changes: Changes) -> None:
        self.changes.append(changes)

    def look(self) -> list[Changes]:
        seen, self.changes = self.changes, []
        return seen


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def contacts(workspace: Path, clock: Clock, told: Told) -> Iterator[Contacts]:
    paths = WorkspacePaths(workspace)
    paths.create()
    store = Store(paths.database)
    yield Contacts(store, paths, clock, told)
    store.close()


CONTACTS, LISTS = Changes(contacts=True), Changes(lists=True)
BOTH = CONTACTS | LISTS


def maria(**changes: object) -> Contact:
    return Contact(**{"id": 0, "phone": "06 1234 5678", "country": "NL", "first_name": " Maria ", **changes})  # type: ignore[arg-type]


def test_saving_makes_the_number_international(contacts: Contacts, told: Told) -> None:
    saved = contacts.save(maria(language="nl-NL"))
    assert (saved.id, saved.phone, saved.country, saved.first_name, saved.language) == (
        1,
        "+31612345678",
        "NL",
        "Maria",
        "nl",
    )
    assert told.look() == [CONTACTS]
    assert contacts.get(1) == saved
    assert contacts.get(2) is None
    abroad = contacts.save(maria(phone="+32 470 00 00 11"))
    assert abroad.country == "BE"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"phone": "6.12E8"}, "phone-invalid"),
        ({"country": ""}, "phone-invalid"),
        ({"phone": "+31612345602"}, "phone-taken"),
        ({"phone": "+55 11 8765 4321"}, "phone-taken"),
        ({"language": "Klingon"}, "language-invalid"),
        ({"id": 99}, "contact-gone"),
    ],
)
def test_what_cannot_be_saved_changes_nothing(
    contacts: Contacts, told: Told, changes: dict[str, object], code: str
) -> None:
    contacts.save(maria(phone="+31612345602"))
    contacts.save(maria(phone="+5511987654321"))
    told.look()
    with pytest.raises(UserError, match=code):
        contacts.save(maria(**changes))
    assert contacts.count() == 2
    assert told.look() == []


def test_changing_a_contact(contacts: Contacts) -> None:
    contacts.add_field(CustomField(name="city", label="City"))
    saved = contacts.save(maria(wa_id="31612345678", fields={"city": "Delft"}))
    assert contacts.save(Contact(id=saved.id, phone=saved.phone, wa_id=saved.wa_id)).wa_id == "31612345678"
    moved = contacts.save(Contact(id=saved.id, phone="+31612345679", wa_id=saved.wa_id, is_test=True))
    assert (moved.wa_id, moved.is_test, moved.fields["city"]) == ("", True, "Delft")
    assert contacts.by_phone("+31612345678") is None
    assert contacts.by_phone("+31612345679") == moved


def test_typed_text_is_read_as_its_field(contacts: Contacts) -> None:
    for kind in ("text", "number", "date", "boolean"):
        contacts.add_field(CustomField(name=kind, label=kind.title(), kind=kind))  # type: ignore[arg-type]
    saved = contacts.save(
        maria(fields={"text": " a ", "number": "12,5", "date": "31-01-2026", "boolean": "ja", "x": "y"})
    )
    assert saved.fields == {"text": "a", "number": 12.5, "date": "2026-01-31", "boolean": True}
    again = contacts.save(maria(id=saved.id, fields={"number": 3, "boolean": False, "date": None}))
    assert again.fields == {"text": "a", "number": 3, "date": None, "boolean": False}
    with pytest.raises(UserError, match="value-not-a-number") as caught:
        contacts.save(maria(id=saved.id, fields={"number": "many"}))
    assert caught.value.facts == {"value": "many", "column": "Number"}


def test_a_number_is_found_by_its_other_spelling(contacts: Contacts) -> None:
    saved = contacts.save(maria(phone="+52 55 1234 5678"))
    assert contacts.by_phone("+5215512345678") == saved
    # The same person may be saved again under it.
    assert contacts.save(Contact(id=saved.id, phone="+5215512345678")).phone == "+525512345678"


def test_an_answer_given_by_hand_is_in_the_ledger(contacts: Contacts, clock: Clock) -> None:
    saved = contacts.save(maria(marketing="yes"))
    assert saved.marketing == "yes"
    contacts.save(saved)
    clock.forward(60)
    contacts.save(Contact(id=saved.id, phone=saved.phone, marketing="unknown"))
    assert [state for state, *_ in contacts.ledger(saved.phone)] == ["yes"]
    said_no = contacts.save(Contact(id=saved.id, phone=saved.phone, marketing="no"))
    assert (said_no.marketing, said_no.blocked) == ("no", True)
    assert [(state, source) for state, source, *_ in contacts.ledger(saved.phone)] == [
        ("no", "by hand"),
        ("yes", "by hand"),
    ]


def test_ids_are_an_array_in_the_order_asked_for(contacts: Contacts) -> None:
    for n, name in enumerate(("Zoë", "Anna", "Maria")):
        contacts.save(maria(phone=f"+3161234560{n}", first_name=name))
    assert contacts.ids() == array("q", [1, 2, 3])
    assert contacts.ids(ContactQuery(sort="first_name")) == array("q", [2, 3, 1])
    assert [contact.first_name for contact in contacts.get_many(contacts.ids(ContactQuery(sort="first_name"))[:2])] == [
        "Anna", "Maria"
    ]  # fmt: skip


def test_consent_blocking_and_deleting_are_told(contacts: Contacts, told: Told) -> None:
    saved = contacts.save(maria())
    told.look()
    assert contacts.set_consent([saved.id], "yes", "shop form") == 1
    assert contacts.block([saved.phone], "opted-out", "STOP") == 1
    assert contacts.block([saved.phone], "by-hand", "") == 0
    blocked = contacts.get(saved.id)
    assert blocked is not None
    assert (blocked.blocked, blocked.marketing) == (True, "no")
    assert [(phone, reason) for phone, reason, _ in contacts.blocked_phones()] == [(saved.phone, "opted-out")]
    assert contacts.unblock([saved.phone]) == 1
    assert contacts.blocked_phones() == []
    assert contacts.delete([saved.id]) == 1
    assert told.look() == [CONTACTS] * 4 + [BOTH]


def test_a_meta_stop_is_an_opt_out_and_a_block_by_hand_is_not(contacts: Contacts) -> None:
    one, two = contacts.save(maria(marketing="yes")), contacts.save(maria(phone="+31612345602", marketing="yes"))
    contacts.block([one.phone], "meta-stop", "user_preferences")
    contacts.block([two.phone], "by-hand", "")
    assert [contact.marketing for contact in contacts.get_many([one.id, two.id])] == ["no", "yes"]


def test_lists_are_told(contacts: Contacts, told: Told) -> None:
    saved = contacts.save(maria())
    told.look()
    spring = contacts.create_list("Spring")
    contacts.rename_list(spring.id, "Summer")
    assert contacts.add_to_list(spring.id, [saved.id]) == 1
    assert [(found.name, found.size) for found in contacts.lists()] == [("Summer", 1)]
    assert contacts.remove_from_list(spring.id, [saved.id]) == 1
    contacts.delete_list(spring.id)
    assert contacts.lists() == []
    assert told.look() == [LISTS] * 5


def test_a_new_field_is_there_at_once(contacts: Contacts, told: Told) -> None:
    contacts.save(maria())
    told.look()
    contacts.add_field(CustomField(name="points", label="Points", kind="number"))
    assert told.look() == [CONTACTS]
    assert contacts.fields() == [CustomField(name="points", label="Points", kind="number")]
    found = contacts.get(1)
    assert found is not None
    assert "points" in found.values()
