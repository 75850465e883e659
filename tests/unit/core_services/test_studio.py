"""Decides that one program at a time writes to a workspace, what others may do beside it, and how it is closed."""

from __future__ import annotations

import logging
import os
import stat
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import MemoryKeyring, SettableClock
from tests.fixtures.studio import add_people
from whatsapp_studio.app import Role, Studio, restore
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.base.events import Changes, Hub
from whatsapp_studio.campaigns.draft import Draft

Open = Callable[..., Studio]


@pytest.fixture
def open_studio(workspace: Path, clock: SettableClock) -> Iterator[Open]:
    """Opens the test's workspace in a role; closed at the end in reverse."""
    studios: list[Studio] = []

    def opening(role: Role = "studio", folder: Path = workspace) -> Studio:
        studios.append(Studio.open(folder, role=role, clock=clock))
        return studios[-1]

    yield opening
    for studio in reversed(studios):
        studio.close()


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(StudioError) as caught:
        call()
    return caught.value.code


def test_a_new_folder_becomes_a_workspace(open_studio: Open, workspace: Path) -> None:
    studio = open_studio()

    assert (workspace / "studio.db").is_file()
    assert not studio.read_only
    studio.must_write()
    assert studio.clock.now().year == 2026
    if os.name == "posix":
        assert stat.S_IMODE(workspace.stat().st_mode) == 0o700


def test_what_is_made_is_there_again(open_studio: Open) -> None:
    studio = open_studio()
    made = studio.campaigns.create(Draft(name="Spring"))
    studio.settings.messages_per_second = 7
    studio.close()
    studio.close()

    again = open_studio()
    assert again.campaigns.get(made.id).name == "Spring"
    assert again.settings.messages_per_second == 7
    assert not again.read_only


def test_a_second_program_reads_and_cannot_write_or_send(open_studio: Open) -> None:
    first = open_studio()
    made = first.campaigns.create(Draft(name="Spring"))
    second = open_studio()

    assert second.read_only
    assert second.campaigns.get(made.id).name == "Spring"
    for call in (
        second.must_write,
        lambda: second.campaigns.create(Draft(name="Summer")),
        lambda: second.campaigns.delete(made.id),
        lambda: second.contacts.create_list("Members"),
        second.engine.start,
        lambda: second.engine.pause_all(),
    ):
        assert code_of(call) == "workspace-read-only"
    assert [one.name for one in first.campaigns.all()] == ["Spring"]
    first.campaigns.create(Draft(name="Autumn"))
    assert len(second.campaigns.all()) == 2


def test_the_second_may_write_after_the_first_has_gone(open_studio: Open) -> None:
    first = open_studio()
    assert open_studio().read_only
    first.close()

    assert not open_studio().read_only


def test_a_reader_never_takes_the_lock(open_studio: Open, workspace: Path) -> None:
    assert code_of(lambda: open_studio("reader")) == "workspace-empty"
    open_studio().close()
    assert open_studio("reader").read_only
    assert not open_studio().read_only


def test_a_receiver_writes_beside_a_studio_and_only_one_runs(open_studio: Open, memory_keyring: MemoryKeyring) -> None:
    studio = open_studio()
    receiver = open_studio("receiver")

    assert not receiver.read_only
    assert code_of(lambda: open_studio("receiver")) == "receiver-runs-already"
    ids = add_people(studio._store, 1)
    assert receiver.contacts.block([studio.contacts.get_many(ids)[0].phone], "opted-out", "test") == 1
    assert studio.contacts.get_many(ids)[0].blocked
    receiver.engine.start(sending=False, port=0)
    assert receiver.engine.status().receiver_ok
    receiver.close()
    assert not open_studio("receiver").read_only


def test_a_folder_that_cannot_be_made(open_studio: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert code_of(lambda: open_studio(folder=tmp_path / "file" / "workspace")) == "cannot-write"


def test_a_damaged_workspace_is_told_and_not_locked(open_studio: Open, workspace: Path) -> None:
    workspace.mkdir()
    (workspace / "studio.db").write_bytes(b"not a database" * 999)
    assert code_of(open_studio) == "database-damaged"

    (workspace / "studio.db").unlink()
    assert not open_studio().read_only


def test_secrets_have_a_name_of_the_workspaces_own(
    open_studio: Open, memory_keyring: MemoryKeyring, tmp_path: Path
) -> None:  # fmt: skip
    one, two = open_studio(), open_studio(folder=tmp_path / "another")
    one.vault.keep("access-token", "EAAone")

    assert two.vault.get("access-token") == ""
    one.close()
    assert open_studio().vault.get("access-token") == "EAAone"


def test_changes_reach_whoever_listens(open_studio: Open) -> None:
    studio = open_studio()
    heard: list[Changes] = []
    stop = studio.listen(heard.append)

    campaign = studio.campaigns.create(Draft(name="Spring"))
    studio.settings.theme = "dark"
    stop()
    stop()
    studio.campaigns.create(Draft(name="Summer"))

    assert heard == [Changes(campaigns=frozenset({campaign.id}), sending=True), Changes(settings=True)]


def test_the_hub_can_be_told_and_listened_to_from_any_thread() -> None:
    hub, heard = Hub(), []
    together = threading.Barrier(4)

    def work() -> None:
        together.wait()
        for _ in range(50):
            stop = hub.listen(lambda changes: None)
            hub.tell(Changes(contacts=True))
            stop()

    hub.listen(heard.append)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert heard == [Changes(contacts=True)] * 200


def test_closing_ends_the_engine_the_log_and_the_lock(open_studio: Open, workspace: Path) -> None:
    studio = open_studio()
    studio.engine.start(port=0)
    handlers = list(logging.getLogger("whatsapp_studio").handlers)

    studio.close()

    assert not [thread for thread in threading.enumerate() if thread.name == "engine"]
    assert len(logging.getLogger("whatsapp_studio").handlers) == len(handlers) - 1
    assert not open_studio().read_only


def test_backup_and_restore_through_the_studio(open_studio: Open, tmp_path: Path, workspace: Path) -> None:
    studio = open_studio()
    studio.campaigns.create(Draft(name="Spring"))
    target = tmp_path / "b.zip"
    assert studio.backup(target) == target.stat().st_size
    assert zipfile.is_zipfile(target)
    studio.campaigns.create(Draft(name="Summer"))

    assert code_of(lambda: restore(target, workspace)) == "workspace-in-use"
    studio.close()
    former = restore(target, workspace)

    assert former is not None and former.is_file()
    assert [one.name for one in open_studio().campaigns.all()] == ["Spring"]


def test_no_secret_is_part_of_a_backup_or_any_file(
    open_studio: Open, memory_keyring: MemoryKeyring, tmp_path: Path
) -> None:  # fmt: skip
    studio = open_studio()
    studio.vault.keep("access-token", "EAAsecretsecret")
    studio.vault.keep("app-secret", "hush-hush-hush")
    logging.getLogger("whatsapp_studio.tests").info("with %s", "EAAsecretsecret")
    studio.backup(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    studio.close()

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "studio.log" for path in files)
    for path in files:
        content = path.read_bytes()
        assert b"EAAsecretsecret" not in content
        assert b"hush-hush-hush" not in content


def test_errors_of_opening_are_of_the_right_kind(open_studio: Open, workspace: Path) -> None:
    studio = open_studio()
    with studio._store.write() as conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('studio', 'm0999_x', 'x')"
        )
    studio.close()

    with pytest.raises(UserError) as caught:
        open_studio()
    assert caught.value.code == "workspace-too-new"
    with pytest.raises(WorldError):
        open_studio("reader", workspace.parent / "nowhere")


def test_a_failed_opening_leaves_no_log_behind(open_studio: Open, workspace: Path) -> None:
    workspace.mkdir()
    (workspace / "studio.db").write_bytes(b"not a database" * 999)
    before = list(logging.getLogger("whatsapp_studio").handlers)

    assert code_of(open_studio) == "database-damaged"

    assert logging.getLogger("whatsapp_studio").handlers == before


def test_nothing_is_restored_beneath_a_receiver_that_runs(open_studio: Open, tmp_path: Path, workspace: Path) -> None:
    studio = open_studio()
    target = tmp_path / "b.zip"
    studio.backup(target)
    studio.close()
    receiver = open_studio(role="receiver")

    assert code_of(lambda: restore(target, workspace)) == "workspace-in-use"
    receiver.close()
    assert restore(target, workspace) is not None
