"""Custom fields: what is in them, where they are used, changing their kind where every value fits, deleting."""

from __future__ import annotations

import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import NUMBER, Workspace, add_people, later, rooms
from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.services.fields import Fields

__all__ = ["rooms"]


@pytest.fixture
def fields(rooms: Workspace, clock: SettableClock) -> Fields:
    return Fields(rooms.store, clock, rooms.told.append)


def fill(rooms: Workspace, name: str, *values: object) -> list[int]:
    ids = add_people(rooms.store, len(values))
    with rooms.store.write() as conn:
        conn.executemany(f'UPDATE contacts SET "f_{name}" = ? WHERE id = ?', list(zip(values, ids, strict=True)))
    return ids


def test_a_field_says_how_many_have_a_value_and_where_it_is_used(rooms: Workspace, fields: Fields) -> None:
    city, nick = fields.add("City", "text"), fields.add("Nick name", "text")
    fill(rooms, "city", "Delft", None, "Gent")
    draft = Draft(name="Spring", sender=NUMBER, template="spring_offer", language="nl",
                  mapping={"body.1": Mapping(expression="{{ contact.city | upcase }}")})  # fmt: skip
    rooms.outgoing.campaigns.add(draft, later())
    with rooms.store.write() as conn:
        conn.execute("INSERT INTO segments VALUES (1, 'Delft', '{\"field\": \"city\", \"op\": \"is\"}', '', '')")
    kept = {one.field.name: one for one in fields.all()}
    assert (kept["city"].filled, kept[nick.name].filled) == (2, 0)
    assert [(use.kind, use.name) for use in kept["city"].uses] == [("campaign", "Spring"), ("segment", "Delft")]
    assert kept[nick.name].uses == ()
    with pytest.raises(UserError, match="field-used") as refused:
        fields.delete(city.name)
    assert refused.value.facts["places"] == "“Spring”, “Delft”"
    assert rooms.contacts.fields()[0].name == "city"


def test_a_longer_name_is_no_use_of_a_shorter_one(rooms: Workspace, fields: Fields) -> None:
    fields.add("City", "text")
    with rooms.store.write() as conn:
        conn.execute("INSERT INTO segments VALUES (1, 'x', '{\"field\": \"contact.city_code\"}', '', '')")
    assert fields.all()[0].uses == ()


@pytest.mark.parametrize(
    ("kind", "values", "to", "becomes"),
    [
        ("text", ("12", "1.250,50", None), "number", (12, 1250.5, None)),
        ("text", ("2026-11-22", "23-11-2026"), "date", ("2026-11-22", "2026-11-23")),
        ("text", ("ja", "no"), "boolean", (True, False)),
        ("number", (12.0, 7.25), "text", ("12", "7.25")),
        ("boolean", (1, 0), "text", ("yes", "no")),
        ("date", ("2026-11-22",), "text", ("2026-11-22",)),
    ],
)
def test_the_kind_changes_with_every_value(
    rooms: Workspace, fields: Fields, kind: FieldKind, values: tuple[object, ...], to: FieldKind,
    becomes: tuple[object, ...],
) -> None:  # fmt: skip
    field = fields.add("Thing", kind)
    ids = fill(rooms, field.name, *values)
    with rooms.store.write() as conn:
        conn.execute(f"CREATE INDEX of_thing ON contacts (f_{field.name})")
    assert fields.change(field.name, kind=to).kind == to
    assert tuple(one.fields[field.name] for one in rooms.contacts.get_many(ids)) == becomes
    assert rooms.store.value("PRAGMA integrity_check") == "ok"
    (row,) = rooms.store.rows("SELECT before, after FROM audit WHERE action = 'field-changed'")
    assert f'"{kind}"' in row["before"] and f'"{to}"' in row["after"]


def test_one_value_that_does_not_fit_keeps_all_as_it_was(rooms: Workspace, fields: Fields) -> None:
    field = fields.add("Age", "text")
    ids = fill(rooms, field.name, "12", "old")
    with pytest.raises(UserError, match="field-kind-unfit") as refused:
        fields.change(field.name, label="Years", kind="number")
    assert refused.value.facts["value"] == "old"
    assert rooms.contacts.fields() == [field]
    assert [one.fields["age"] for one in rooms.contacts.get_many(ids)] == ["12", "old"]


def test_another_label_and_other_options_leave_the_name_in_expressions(rooms: Workspace, fields: Fields) -> None:
    field = fields.add("Colour", "text", ("red",))
    changed = fields.change(field.name, label="  Favourite   colour ", options=("blue", " blue", "", "green"))
    assert (changed.name, changed.label, changed.options) == ("colour", "Favourite colour", ("blue", "green"))
    assert rooms.contacts.fields() == [changed]


def test_a_field_is_deleted_with_what_is_in_it(rooms: Workspace, fields: Fields) -> None:
    field = fields.add("City", "text")
    ids = fill(rooms, field.name, "Delft")
    with rooms.store.write() as conn:
        conn.execute("CREATE INDEX of_city ON contacts (country, f_city)")
    fields.delete(field.name)
    assert rooms.contacts.fields() == []
    assert rooms.contacts.get_many(ids)[0].fields == {}
    assert fields.add("City", "number").name == "city"


def test_names_are_said_and_said_once(fields: Fields) -> None:
    fields.add("City", "text")
    for label, code in (("  ", "field-label-empty"), ("CITY", "field-label-taken")):
        with pytest.raises(UserError, match=code):
            fields.add(label, "text")
    for act in (lambda: fields.change("nothing", label="x"), lambda: fields.delete("nothing")):
        with pytest.raises(UserError, match="field-gone"):
            act()
