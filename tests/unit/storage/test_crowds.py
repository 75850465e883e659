"""An audience that is read as columns is the one that is read contact by contact."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.journeys.running import person_of, replace
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store

NOW = "2026-03-03T09:00:00+00:00"
FIELDS = (
    "phone", "first_name", "last_name", "language", "country", "time_zone", "points", "vip", "city", "born",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A thousand contacts with fields of every kind, some on a list, some blocked."""
    store = Store(tmp_path / "studio.db")
    contacts = ContactStore(store)
    for name, kind in (("points", "number"), ("vip", "boolean"), ("city", "text"), ("born", "date")):
        contacts.add_field(CustomField(name=name, label=name, kind=kind))  # type: ignore[arg-type]
    with store.write() as conn:
        for n in range(1000):
            fields = {
                "points": n % 7 or None, "vip": n % 3 == 0, "city": f"City {n % 9}", "born": f"1990-01-{n % 28 + 1:02}",
            }  # fmt: skip
            contacts.write(
                Contact(id=0, phone=f"+3161{n:07}", first_name=f"N{n % 50}", country="NL", fields=fields), NOW
            )
        conn.execute("INSERT INTO lists (name, created_at) VALUES ('friends', ?)", (NOW,))
        conn.execute("INSERT INTO list_members SELECT 1, id FROM contacts WHERE id % 4 = 0")
    contacts.say(range(1, 600), "yes", "form", NOW)
    contacts.say(range(600, 700), "no", "form", NOW)
    contacts.block([f"+3161{n:07}" for n in range(50)], "opted-out", "stop", NOW, opts_out=False)
    return store


def test_columns_hold_every_contact(store: Store) -> None:
    crowd = read_crowd(store, FIELDS, ["friends", "nobody"])
    expected = []
    for one in ContactStore(store).iter_audience("all", None, 0, 2000):
        person = person_of(one, frozenset({"friends"} if one.id % 4 == 0 else ()))
        # Who only said no to marketing may still be answered.
        expected.append(replace(person, blocked=one.id <= 50))
    assert [crowd.person(place) for place in range(len(crowd))] == expected
    assert set(crowd.lists) == {"friends", "nobody"}


def test_only_what_is_asked_for_is_read(store: Store) -> None:
    crowd = read_crowd(store, {"city", "gone"})
    assert set(crowd.columns) == {"city", "phone"}
    # Of a number as much as says where it is from.
    assert all(len(one) == 6 for one in crowd.columns["phone"].values)
    assert len(crowd.columns["city"].values) == 9


def test_some_of_them_are_read(store: Store) -> None:
    chosen = ("SELECT contact_id FROM list_members WHERE list_id = ?", (1,))
    assert list(read_crowd(store, (), ids=chosen).numbers) == list(range(4, 1001, 4))
    assert list(read_crowd(store, (), ids=chosen, most=3).numbers) == [4, 8, 12]


class Impatient:
    """Says stop after the first contacts."""

    def __init__(self) -> None:
        self.told: list[int] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append(done)

    def cancelled(self) -> bool:
        return bool(self.told)


def test_reading_can_be_cancelled(store: Store) -> None:
    watching = Impatient()
    with pytest.raises(Cancelled):
        read_crowd(store, FIELDS, progress=watching)
    assert 0 < watching.told[-1] < 1000
