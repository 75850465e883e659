"""Notes of a contact, and everything that happened to one, the newest first."""

from __future__ import annotations

import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import T0, Workspace, add_people, later, phone_of, rooms
from whatsapp_studio.audience.note import Happening
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.people import People

__all__ = ["rooms"]


@pytest.fixture
def people(rooms: Workspace, clock: SettableClock) -> People:
    return People(rooms.store, clock, rooms.told.append)


def said(found: list[Happening]) -> list[tuple[str, str]]:
    return [(one.kind, one.code) for one in found]


def test_notes_are_kept_changed_and_forgotten_and_the_audit_knows_no_word_of_them(
    rooms: Workspace, people: People
) -> None:
    (id,) = add_people(rooms.store, 1)
    first = people.add_note(id, "  Likes tulips ")
    people.add_note(id, "Moved to Delft")
    people.change_note(first, "Likes roses")
    assert [note.text for note in people.notes(id)] == ["Moved to Delft", "Likes roses"]
    people.delete_note(first)
    assert [note.text for note in people.notes(id)] == ["Moved to Delft"]
    rows = rooms.store.rows("SELECT action, object, before, after FROM audit ORDER BY id")
    assert [row["action"] for row in rows] == [
        "contact-note-added", "contact-note-added", "contact-note-changed", "contact-note-deleted",
    ]  # fmt: skip
    assert {row["object"] for row in rows} == {str(id)}
    assert not any("tulips" in row["before"] + row["after"] for row in rows)


@pytest.mark.parametrize(("text", "code"), [("   ", "note-empty"), ("x" * 10_001, "note-too-long")])
def test_a_note_says_something_of_bearable_length(rooms: Workspace, people: People, text: str, code: str) -> None:
    (id,) = add_people(rooms.store, 1)
    with pytest.raises(UserError, match=code):
        people.add_note(id, text)
    assert people.notes(id) == []


def test_nothing_is_noted_of_nobody(rooms: Workspace, people: People) -> None:
    with pytest.raises(UserError, match="contact-gone"):
        people.add_note(1, "hello")
    for act in (lambda: people.change_note(1, "x"), lambda: people.delete_note(1)):
        with pytest.raises(UserError, match="note-gone"):
            act()


def test_a_message_is_told_from_its_queue_to_its_reading(rooms: Workspace, people: People) -> None:
    ids = add_people(rooms.store, 2)
    campaign = rooms.outgoing.launch(ids, left_out={ids[1]: "no-consent"})
    rows = rooms.store.rows("SELECT id FROM outbox ORDER BY id")
    with rooms.store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'read', wamid = 'w1', claimed_at = ?, settled_at = ? WHERE id = ?",
            (iso(later(minutes=1)), iso(later(minutes=1)), rows[0]["id"]),
        )
        for minutes, status in ((2, "sent"), (3, "delivered"), (4, "read")):
            conn.execute(
                "INSERT INTO news (wamid, status, at) VALUES ('w1', ?, ?)", (status, iso(later(minutes=minutes)))
            )
        conn.execute(
            "INSERT INTO inbox (wamid, phone, at, kind, text, context) VALUES ('r1', ?, ?, 'text', 'Nice!', 'w1')",
            (phone_of(1), iso(later(minutes=5))),
        )
        conn.execute(
            "INSERT INTO inbox (wamid, phone, at, kind, text, payload) VALUES ('r2', ?, ?, 'button', 'Yes', 'go')",
            (phone_of(1), iso(later(minutes=6))),
        )
    found = people.timeline(ids[0], ("message", "reply"))
    assert said(found) == [
        ("reply", "pressed"), ("reply", "wrote"), ("message", "read"), ("message", "delivered"), ("message", "sent"),
        ("message", "accepted"), ("message", "queued"),
    ]  # fmt: skip
    assert {(one.page, one.what) for one in found if one.kind == "message"} == {("campaigns", campaign)}
    assert (found[1].page, found[1].what, found[1].facts["text"]) == ("campaigns", campaign, "Nice!")
    assert found[-1].facts["template"] == "spring_offer"
    left_out = people.timeline(ids[1], ("message",))
    assert [(one.code, one.facts["reason"]) for one in left_out if one.code == "excluded"] == [
        ("excluded", "no-consent")
    ]


def test_what_failed_or_is_not_known_says_why(rooms: Workspace, people: People) -> None:
    ids = add_people(rooms.store, 2)
    rooms.outgoing.launch(ids)
    with rooms.store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'failed', reason = 'meta-131026', claimed_at = ? WHERE contact_id = ?",
            (iso(later(minutes=1)), ids[0]),
        )
        conn.execute(
            "UPDATE outbox SET state = 'unknown', claimed_at = ? WHERE contact_id = ?", (iso(later(minutes=1)), ids[1])
        )
    assert [(one.code, one.facts.get("reason")) for one in people.timeline(ids[0], ("message",))] == [
        ("failed", "meta-131026"), ("queued", None),
    ]  # fmt: skip
    assert [one.code for one in people.timeline(ids[1], ("message",))] == ["unknown", "queued"]


def test_journeys_notes_consent_imports_and_edits_are_told(
    rooms: Workspace, people: People, clock: SettableClock
) -> None:
    (id,) = add_people(rooms.store, 1)
    rooms.contacts.set_consent([id], "no", "by phone")
    people.add_note(id, "Called")
    with rooms.store.write() as conn:
        conn.execute("INSERT INTO journeys VALUES ('j1', 'Welcome', '', '{}', '', '', NULL)")
        conn.execute("INSERT INTO plans (id, journey_id, version, zone, made) VALUES (1, 'j1', 1, 'UTC', 0)")
        conn.execute(
            "INSERT INTO runs (plan_id, journey_id, contact_id, entered, step, came, state, ended, ending)"
            " VALUES (1, 'j1', ?, ?, 's', 0, x'', ?, 'gone')",
            (id, int(T0.timestamp() * 1000) + 500, int(T0.timestamp() * 1000) + 60_000),
        )
    kinds = {one.kind: one for one in people.timeline(id)}
    assert set(kinds) >= {"journey", "note", "consent", "import"}
    assert [one.code for one in people.timeline(id, ("journey",))] == ["left", "entered"]
    assert kinds["journey"].what == "j1"
    assert kinds["journey"].at == later(milliseconds=500) or kinds["journey"].at == later(minutes=1)
    assert kinds["consent"].facts["source"] == "by phone"
    assert kinds["note"].facts["text"] == "Called"
    assert people.journeys(id)[0].name == "Welcome"
    assert not people.journeys(id)[0].inside


def test_a_long_timeline_comes_in_pages_without_a_gap_or_a_repetition(rooms: Workspace, people: People) -> None:
    (id,) = add_people(rooms.store, 1)
    with rooms.store.write() as conn:
        conn.executemany(
            "INSERT INTO notes (contact_id, at, text) VALUES (?, ?, ?)",
            # Four at each moment, so that a page ends between notes of the same moment.
            [(id, iso(later(minutes=n // 4)), str(n)) for n in range(450)],
        )
    seen: list[Happening] = []
    page = people.timeline(id, ("note",), limit=200)
    while page:
        assert len(page) <= 200
        seen += page
        page = people.timeline(id, ("note",), after=seen[-1], limit=200)
    assert len(seen) == len({one.key for one in seen}) == 450
    assert [one.at for one in seen] == sorted((one.at for one in seen), reverse=True)


def test_the_timeline_of_nobody_and_of_no_kind_is_empty(rooms: Workspace, people: People) -> None:
    (id,) = add_people(rooms.store, 1)
    assert people.timeline(99) == []
    assert people.timeline(id, ()) == []
    assert said(people.timeline(id)) == [("import", "added")]
