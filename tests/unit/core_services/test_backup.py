"""Decides that a backup brings the whole workspace back without secrets, and that nothing is sent twice by it."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.streams import a_message, a_plan, put
from tests.fixtures.studio import T0, Workspace, add_people, later, offer
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.services.backup import backup, restore
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.drafts import DraftRows
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.streams import resume_streams
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import Template


@pytest.fixture
def made(rooms: Workspace, tmp_path: Path) -> Path:
    """A backup of a workspace with ten people, settings, and one campaign half sent."""
    rooms.outgoing.launch(add_people(rooms.store, 10))
    message = rooms.outgoing.claim_one()
    rooms.outgoing.outbox.settle([(message, Accepted("wamid.1"), T0)])
    rooms.settings.messages_per_second = 33
    target = tmp_path / "backup.zip"
    assert backup(rooms.store, rooms.paths, target, T0) == target.stat().st_size
    return target


@pytest.fixture
def other(tmp_path: Path) -> WorkspacePaths:
    return WorkspacePaths(tmp_path / "other")


@pytest.fixture
def opened(other: WorkspacePaths) -> Iterator[list[Store]]:
    stores: list[Store] = []
    yield stores
    for one in stores:
        one.close()


def open_other(other: WorkspacePaths, opened: list[Store]) -> Store:
    opened.append(Store(other.database))
    return opened[-1]


def test_everything_comes_back(made: Path, other: WorkspacePaths, opened: list[Store]) -> None:
    assert restore(made, other, T0) is None

    store = open_other(other, opened)
    assert store.value("SELECT count(*) FROM contacts") == 10
    assert store.value("SELECT verified_name FROM connection") == "Bloom"
    assert Settings(other.settings).messages_per_second == 33
    (campaign,) = CampaignStore(store).all()
    assert (campaign.counts.accepted, campaign.counts.queued) == (1, 9)
    assert store.value("PRAGMA integrity_check") == "ok"


def test_what_was_being_sent_waits_for_a_person(made: Path, other: WorkspacePaths, opened: list[Store]) -> None:
    restore(made, other, T0)

    store = open_other(other, opened)
    (campaign,) = CampaignStore(store).all()
    assert (campaign.state, campaign.pause_reason) == ("paused", "restored")
    assert OutboxStore(store).claim(100, later(days=1)) == ([], set())


def test_journeys_that_ran_wait_too_and_ask_nothing_of_other_systems_twice(
    rooms: Workspace, other: WorkspacePaths, opened: list[Store], tmp_path: Path
) -> None:
    add_people(rooms.store, 1)
    put(rooms.store, a_plan(rooms.store, state="closed"), a_message(1))
    with rooms.store.write() as conn:
        conn.execute(
            "INSERT INTO effects (key, run_id, step, visit, kind, details, at) VALUES ('k', 1, 's', 1, 'call', '{}', 0)"
        )
    backup(rooms.store, rooms.paths, tmp_path / "backup.zip", T0)
    restore(tmp_path / "backup.zip", other, T0)

    store = open_other(other, opened)
    life = store.row("SELECT * FROM lives")
    assert life is not None
    assert (life["state"], life["pause"], life["before_pause"], life["reason"]) == (
        "paused", "hold", "closed", "restored",
    )  # fmt: skip
    assert OutboxStore(store).claim(100, later(days=1)) == ([], set())
    assert store.value("SELECT state FROM effects") == "unknown"
    with store.write() as conn:
        assert resume_streams(conn, "j1", False) == 1
    assert len(OutboxStore(store).claim(100, later(days=1))[0]) == 1


def test_a_backup_is_made_while_the_program_works(rooms: Workspace, made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        assert sorted(archive.namelist()) == ["backup.json", "settings.json", "studio.db"]
        assert json.loads(archive.read("backup.json")) == {"format": 1, "made_at": "2026-03-03T09:00:00.000+00:00"}
    assert rooms.store.value("SELECT count(*) FROM contacts") == 10
    assert sorted(path.name for path in made.parent.iterdir()) == ["backup.zip", "workspace"]


def test_a_workspace_without_settings_can_be_backed_up(
    rooms: Workspace, tmp_path: Path, other: WorkspacePaths
) -> None:  # fmt: skip
    backup(rooms.store, rooms.paths, tmp_path / "b.zip", T0)
    restore(tmp_path / "b.zip", other, T0)

    assert not other.settings.exists()


def test_a_backup_that_cannot_be_written_leaves_the_older_one(rooms: Workspace, made: Path) -> None:
    with pytest.raises(WorldError) as caught:
        backup(rooms.store, rooms.paths, made.parent / "nowhere" / "b.zip", T0)

    assert caught.value.code == "cannot-write"
    assert zipfile.is_zipfile(made)


def test_the_former_database_is_set_aside_with_all_it_held(
    made: Path, other: WorkspacePaths, opened: list[Store]
) -> None:  # fmt: skip
    formers = []
    for name in ("first", "second"):
        other.create()
        store = Store(other.database)
        with store.write() as conn:
            conn.execute("INSERT OR REPLACE INTO facts VALUES ('mine', ?)", (name,))
        store.close()
        formers.append(restore(made, other, T0))

    assert all(former is not None and former.parent == other.root for former in formers)
    assert len(set(formers)) == 2
    for name, former in zip(("first", "second"), formers, strict=True):
        conn = sqlite3.connect(str(former))
        assert conn.execute("SELECT value FROM facts WHERE name = 'mine'").fetchone() == (name,)
        conn.close()
    assert open_other(other, opened).value("SELECT value FROM facts WHERE name = 'mine'") is None


def test_a_damaged_workspace_can_be_replaced(made: Path, other: WorkspacePaths, opened: list[Store]) -> None:
    other.create()
    other.database.write_bytes(b"not a database at all" * 500)
    log = other.database.with_name("studio.db-wal")
    log.write_bytes(b"a log")

    former = restore(made, other, T0)

    assert former is not None and former.read_bytes().startswith(b"not a database")
    assert not log.exists()
    assert open_other(other, opened).value("SELECT count(*) FROM contacts") == 10


def zipped(path: Path, **members: bytes | str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return path


LABEL = '{"format": 1, "made_at": "x"}'


@pytest.mark.parametrize(
    "members",
    [
        {}, {"backup__json": LABEL}, {"studio__db": b"x"}, {"backup__json": "[]", "studio__db": b"x"},
        {"backup__json": "{}", "studio__db": b"x"}, {"backup__json": "{", "studio__db": b"x"},
        {"backup__json": '{"format": null}', "studio__db": b"x"},
        {"backup__json": LABEL, "studio__db": b"garbage" * 999},
        {"backup__json": LABEL, "studio__db": b""}, {"backup__json": b"\xff\xfe\xff", "studio__db": b""},
    ],
)  # fmt: skip
def test_a_zip_that_is_no_backup_touches_nothing(
    tmp_path: Path, other: WorkspacePaths, members: dict[str, bytes | str]
) -> None:  # fmt: skip
    other.create()
    other.database.write_bytes(b"mine")

    with pytest.raises(UserError) as caught:
        restore(zipped(tmp_path / "odd.zip", **members), other, T0)

    assert caught.value.code == "not-a-backup"
    assert other.database.read_bytes() == b"mine"
    assert sorted(path.name for path in other.root.iterdir()) == ["exports", "logs", "studio.db"]


def test_files_that_are_no_zip(tmp_path: Path, other: WorkspacePaths) -> None:
    (tmp_path / "letter.zip").write_text("dear aunt")
    for path, code in ((tmp_path / "letter.zip", "not-a-backup"), (tmp_path / "missing.zip", "cannot-read")):
        with pytest.raises(StudioError) as caught:
            restore(path, other, T0)
        assert caught.value.code == code


def test_any_damage_to_a_backup_is_noticed_or_harmless(made: Path, tmp_path: Path, other: WorkspacePaths) -> None:
    whole = made.read_bytes()
    broken = tmp_path / "broken.zip"
    refused = 0
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        for content in (whole[:place], whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]):
            broken.write_bytes(content)
            # Another error than this one ends the test.
            try:
                restore(broken, other, T0)
            except UserError:
                refused += 1
    assert refused > 40


def test_a_backup_of_a_newer_program(tmp_path: Path, made: Path, other: WorkspacePaths) -> None:
    with pytest.raises(UserError) as caught:
        restore(zipped(tmp_path / "new.zip", backup__json='{"format": 2}', studio__db=b""), other, T0)
    assert caught.value.code == "backup-too-new"

    with zipfile.ZipFile(made) as archive:
        archive.extract("studio.db", tmp_path)
    conn = sqlite3.connect(tmp_path / "studio.db")
    conn.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('studio', 'm0999_x', 'x')")
    conn.commit()
    conn.close()
    newer = zipped(tmp_path / "newer.zip", backup__json=LABEL, studio__db=(tmp_path / "studio.db").read_bytes())
    with pytest.raises(UserError) as deeper:
        restore(newer, other, T0)
    assert deeper.value.code == "backup-too-new"
    assert not other.database.exists()


def test_what_waited_for_its_template_or_to_be_handed_in_waits_for_a_person(
    rooms: Workspace, other: WorkspacePaths, opened: list[Store], tmp_path: Path
) -> None:
    rooms.outgoing.launch(add_people(rooms.store, 1))
    rooms.keep_templates(offer(status="PAUSED"))
    drafts = DraftRows(rooms.store)
    for n, state in enumerate(("queued", "submitting", "refused")):
        draft = drafts.add(Template(name=f"draft_{n}", language="nl"), "", T0)
        drafts.move(draft.id, ("draft",), state)  # type: ignore[arg-type]
    backup(rooms.store, rooms.paths, tmp_path / "backup.zip", T0)
    restore(tmp_path / "backup.zip", other, T0)

    store = open_other(other, opened)
    assert [one.state for one in DraftRows(store).all()] == ["draft", "submitting", "refused"]
    TemplateRows(store).replace_all([offer()], later(hours=3))
    (campaign,) = CampaignStore(store).all()
    assert (campaign.state, campaign.pause_reason) == ("paused", "restored")


def test_files_of_messages_come_back(rooms: Workspace, other: WorkspacePaths, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    hash = MediaShelf(rooms.store, rooms.paths.media, rooms.clock, tell_nobody).keep(file)  # type: ignore[arg-type]
    (rooms.paths.media / f"{hash}.part").write_bytes(b"half")
    target = tmp_path / "backup.zip"
    backup(rooms.store, rooms.paths, target, T0)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("media/../../outside", "x")
    restore(target, other, T0)
    assert [one.name for one in other.media.iterdir()] == [hash]
    assert (other.media / hash).read_bytes() == file.read_bytes()
    assert not list(tmp_path.rglob("outside"))
