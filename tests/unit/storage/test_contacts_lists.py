"""How static lists are named and filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore

NOW = "2026-03-03T09:00:00.000+00:00"


@pytest.fixture
def lists(tmp_path: Path) -> Iterator[ListStore]:
    store = Store(tmp_path / "studio.db")
    for n in range(3):
        ContactStore(store).write(Contact(id=0, phone=f"+3161234560{n}"), NOW)
    yield ListStore(store)
    store.close()


def shown(lists: ListStore) -> list[tuple[str, int]]:
    return [(found.name, found.size) for found in lists.all()]


def test_lists_are_sorted_by_name(lists: ListStore) -> None:
    for name in ("winter", "Autumn", "  Spring   2026 "):
        lists.create(name, NOW)
    assert shown(lists) == [("Autumn", 0), ("Spring 2026", 0), ("winter", 0)]


def test_names_are_unique_without_regard_to_case(lists: ListStore) -> None:
    first, second = lists.create("Spring", NOW), lists.create("Summer", NOW)
    with pytest.raises(UserError, match="list-name-taken"):
        lists.create("SPRING", NOW)
    with pytest.raises(UserError, match="list-name-taken"):
        lists.rename(second.id, "spring")
    with pytest.raises(UserError, match="list-name-empty"):
        lists.create("  ", NOW)
    lists.rename(first.id, "SPRING")
    assert lists.find("spring") == lists.all()[0]
    assert lists.find("Winter") is None
    with pytest.raises(UserError, match="list-gone"):
        lists.rename(99, "Winter")


def test_members(lists: ListStore) -> None:
    spring = lists.create("Spring", NOW)
    assert lists.add(spring.id, [1, 2, 2, 99]) == 2
    assert lists.add(spring.id, [2, 3]) == 1
    assert shown(lists) == [("Spring", 3)]
    assert lists.remove(spring.id, [1, 99]) == 1
    assert shown(lists) == [("Spring", 2)]
    with pytest.raises(UserError, match="list-gone"):
        lists.add(99, [1])


def test_a_deleted_list_leaves_its_contacts(lists: ListStore) -> None:
    spring = lists.create("Spring", NOW)
    lists.add(spring.id, [1, 2])
    lists.delete(spring.id)
    assert lists.all() == []
    lists.delete(spring.id)
    again = lists.create("Spring", NOW)
    assert again.size == 0
    assert shown(lists) == [("Spring", 0)]
