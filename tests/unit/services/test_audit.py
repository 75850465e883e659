"""The audit log: rows are only added, each says when, to what and what changed, and none holds a secret or a number."""

from __future__ import annotations

import ast
import csv
import re
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import msgspec
import pytest

from tests.conftest import MemoryKeyring, SettableClock
from whatsapp_studio.app import Studio, restore
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base import words_audit
from whatsapp_studio.base.audit import HIDDEN, KINDS, AuditEntry, AuditFilter, clean, difference
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.cloudapi.client import open_http
from whatsapp_studio.sandbox.app import Sandbox, create
from whatsapp_studio.services import connecting
from whatsapp_studio.services.connecting import Credentials
from whatsapp_studio.storage.audit import note, note_many

SOURCE = Path(__file__).resolve().parents[3] / "whatsapp_studio"


@pytest.fixture
def studio(workspace: Path, clock: SettableClock) -> Iterator[Studio]:
    made = Studio.open(workspace, clock=clock)
    yield made
    made.close()


def noted(studio: Studio, n: int = 1, *, action: str = "campaign-paused", kind: str = "campaign") -> None:
    with studio._store.write() as conn:
        note_many(conn, studio.clock.now(), action, kind, ((f"c{i}", f"Spring {i}", None, None) for i in range(n)))


def newest(studio: Studio) -> AuditEntry:
    return studio.audit.entries(limit=1)[0]


def test_a_row_says_when_to_what_and_what_it_was(studio: Studio, clock: SettableClock) -> None:
    with studio._store.write() as conn:
        note(conn, clock.now(), "cap-saved", "rule", 7, "Two a week", {"most": 3, "gone": None}, {"most": 2})
    found = newest(studio)
    assert (found.at, found.action, found.kind, found.object, found.name) == (
        clock.now(), "cap-saved", "rule", "7", "Two a week",
    )  # fmt: skip
    assert (found.before, found.after) == ({"most": 3}, {"most": 2})


def test_rows_are_only_added(studio: Studio) -> None:
    noted(studio)
    for statement in ("UPDATE audit SET name = 'x'", "DELETE FROM audit", "INSERT OR REPLACE INTO audit (id, at,"
                      " action, kind) VALUES (1, 'a', 'b', 'c')"):  # fmt: skip
        before = studio._store.rows("SELECT * FROM audit")
        with pytest.raises(sqlite3.IntegrityError), studio._store.write() as conn:
            conn.execute(statement)
        assert [tuple(row) for row in studio._store.rows("SELECT * FROM audit")] == [tuple(row) for row in before]


def test_a_transaction_that_is_undone_leaves_no_row(studio: Studio) -> None:
    with studio._store.write() as conn:
        note(conn, studio.clock.now(), "cap-saved", "rule")
        conn.rollback()
    assert studio.audit.newest() == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (AuditFilter(), ["snippet-deleted", "contact-deleted", "campaign-paused"]),
        (AuditFilter(kinds=("campaign", "contact")), ["contact-deleted", "campaign-paused"]),
        (AuditFilter(text="PAUSED"), ["campaign-paused"]),
        (AuditFilter(text="d’été"), ["campaign-paused"]),
        (AuditFilter(text="100%_"), ["snippet-deleted"]),
        (AuditFilter(text="no such thing"), []),
        (AuditFilter(object="5"), ["contact-deleted"]),
        (AuditFilter(text="5"), ["contact-deleted"]),
    ],
)
def test_rows_are_found(studio: Studio, wanted: AuditFilter, found: list[str]) -> None:
    now = studio.clock.now()
    with studio._store.write() as conn:
        note(conn, now, "campaign-paused", "campaign", "c", "Solde d’Été")
        note(conn, now, "contact-deleted", "contact", "5")
        note(conn, now, "snippet-deleted", "template", "x", "", {"text": "100%_off"})
    assert [one.action for one in studio.audit.entries(wanted)] == found


def test_a_period_begins_with_its_first_moment(studio: Studio, clock: SettableClock) -> None:
    noted(studio)
    then = clock.now()
    clock.forward(hours=1)
    noted(studio)
    hour = timedelta(hours=1)
    assert len(studio.audit.ids(AuditFilter(since=then))) == 2
    assert len(studio.audit.ids(AuditFilter(since=then + hour))) == 1
    assert len(studio.audit.ids(AuditFilter(until=then + hour))) == 1


def test_pages_follow_each_other(studio: Studio) -> None:
    noted(studio, 1200)
    assert [one.object for one in studio.audit.entries(offset=0, limit=2)] == ["c1199", "c1198"]
    assert [one.object for one in studio.audit.entries(offset=1198, limit=5)] == ["c1", "c0"]


def test_an_export_is_whole_or_not_there(studio: Studio, tmp_path: Path) -> None:
    noted(studio, 1100)
    target = tmp_path / "log.csv"

    class Stopped(Progress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        studio.audit.export(target, progress=Stopped())
    with pytest.raises(WorldError, match="cannot-write"):
        studio.audit.export(tmp_path / "nowhere" / "log.csv")
    assert list(tmp_path.glob("log*")) == []
    assert studio.audit.export(target, AuditFilter(text="Spring 7")) == 111
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 111
    assert rows[0]["What was done"] == "Campaign paused" and rows[0]["Kind"] == "Campaign"


@pytest.mark.parametrize(
    "values",
    [
        {"access_token": "EAAGm0PX4ZCpsBAKZC"}, {"note": "EAAGm0PX4ZCpsBAKZC"}, {"app_secret": "f00dfeed"},
        {"phone": "+31612345678"}, {"text": "call +31 6 1234 5678 or 06-12345678 now"}, {"n": 31612345678},
        {"deep": {"to": "x", "list": ["0031612345678"]}}, {"wa_id": "31612345678"}, {"first_name": "Maria"},
        {"text": "(06) 12 34 56 78"}, {"text": "wamid.HBgLMzE2MTIzNDU2NzgVAgARGBI5"}, {"at": "tel:+31612345678"},
    ],
)  # fmt: skip
def test_what_must_not_be_known_is_not_kept(values: dict[str, object]) -> None:
    kept = msgspec.json.encode(clean(values)).decode()
    assert not re.search(r"EAA|f00d|12345678|1234 5678|12 34 56|Maria|HBgL", kept), kept


def test_what_may_be_known_is_kept() -> None:
    values = {
        "at": "2026-03-03T09:00:00.000+00:00", "due": "on 2026-03-03 09:00", "most": 2, "on": True, "rate": 1.5,
        "id": "5f0c1e9a3b7d", "hours": ["21:00", "09:00"],
    }  # fmt: skip
    assert clean(values) == values
    assert clean({"phone": "", "token": None}) == {"phone": ""}
    assert difference({"a": 1, "b": 2}, {"a": 1, "c": 3}) == ({"b": 2, "c": None}, {"b": None, "c": 3})


def actions_in_the_program() -> dict[str, str]:
    """Every action that is written down somewhere, and where."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "whatsapp_studio.storage.audit"
            for alias in node.names
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in names or (called in ("note", "note_many") and ast.unparse(node.func).startswith("audit.")):
                given = node.args[2:4]
            elif called.startswith("_audit") or called == "_noted":
                given = node.args[:1]
            else:
                continue
            for one in ast.walk(given[0]) if given else ():
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and re.fullmatch(
                    r"[a-z]+(-[a-z]+)*", one.value
                ):
                    found[one.value] = path.name
    return found


def test_every_action_has_words() -> None:
    written = actions_in_the_program()
    assert len(written) > 15
    assert {code: where for code, where in written.items() if code not in words_audit.ACTIONS} == {}
    assert set(words_audit.KINDS) == set(KINDS)
    assert words_audit.action("from-a-newer-program") == "from-a-newer-program"


def test_values_are_said_in_words() -> None:
    said = words_audit.value
    assert said("state", "sending") == "Sending" and said("most", 12000) == "12,000"
    assert said("is_test", True) == "Yes" and said("ids", [1, 2]) == "1, 2" and said("x", HIDDEN) == "(hidden)"
    assert said("left_out", {"no-consent": 3}) == "No consent for marketing messages: 3"
    nights = {"days": [0, 1, 2, 3, 4], "begin": "21:00", "end": "09:00"}
    weekend = {"days": [5, 6], "begin": "00:00", "end": "00:00"}
    assert said("hours", [nights, weekend]) == "Monday to Friday 21:00–09:00\nSaturday and Sunday, all day"
    assert said("on_due", "hold") == "Waits until they are over" and said("purpose", "marketing") == "Marketing"
    assert said("gone", None) == "" and words_audit.part("a_new_key") == "A new key"


# -- the long road -------------------------------------------------------------------------------------

SECRET, VERIFY = "5ec2e7c0ffee5ec2e7c0ffee", "verify-me-please"
PHONE = "+31612345678"


@pytest.fixture
def road(
    workspace: Path, memory_keyring: MemoryKeyring, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Studio, Sandbox]]:
    box = Sandbox(seed=1, by_hand=True)
    transport = httpx.ASGITransport(app=create(sandbox=box))
    monkeypatch.setattr(connecting, "open_http", lambda: open_http(transport=transport))
    studio = Studio.open(workspace, clock=clock)
    yield studio, box
    studio.close()
    box.close()


def travel(studio: Studio, box: Sandbox, folder: Path) -> None:
    right = Credentials(
        waba_id=box.world.waba_id, phone_number_id=box.world.number.id, graph_url="http://127.0.0.1:9"
    )
    studio.connection.save(right, box.world.token, SECRET)
    studio.connection.save(right, box.world.token)
    studio.connection.give_token(box.world.token, SECRET)
    contact = studio.contacts.save(Contact(id=0, phone=PHONE, first_name="Maria", country="NL"))
    studio.contacts.add_field(CustomField(name="other", label="Other number"))
    studio.contacts.save(msgspec.structs.replace(contact, last_name="Jansen", fields={"other": "06 12345678"}))
    list_id = studio.contacts.create_list(f"Friends of {PHONE}").id
    studio.contacts.add_to_list(list_id, [contact.id])
    studio.contacts.remove_from_list(list_id, [contact.id])
    studio.contacts.rename_list(list_id, "Friends")
    studio.contacts.delete_list(list_id)
    studio.contacts.delete([contact.id])
    studio.settings.brand_signature = f"Call {PHONE}"
    snippet = studio.snippets.create("Opening hours", f"Call {PHONE} before 17:00")
    studio.snippets.delete(snippet.id)
    journey = studio.journeys.create("Welcome")
    studio.journeys.delete(journey.id)
    studio.journeys.undelete(journey.id)
    studio.backup(folder / "all.wsbackup")
    studio.connection.forget()
    studio._setting_notes.close()


def test_a_long_road_leaves_no_secret_and_no_number(road: tuple[Studio, Sandbox], tmp_path: Path) -> None:
    studio, box = road
    travel(studio, box, tmp_path)
    done = {one.action for one in studio.audit.entries(limit=1000)}
    assert done >= {
        "connected", "token-changed", "app-secret-changed", "contact-added", "contact-changed", "contact-deleted",
        "field-added", "list-created", "list-filled", "list-emptied", "list-renamed", "list-deleted",
        "setting-changed", "snippet-deleted", "journey-deleted", "journey-undeleted", "backup-made", "disconnected",
    }  # fmt: skip
    studio.audit.export(tmp_path / "log.csv")
    rows = "\n".join(str(tuple(row)) for row in studio._store.rows("SELECT * FROM audit"))
    logs = "".join(path.read_text(encoding="utf-8") for path in studio.paths.logs.glob("*"))
    told = rows + logs + (tmp_path / "log.csv").read_text(encoding="utf-8")
    number = box.world.number.digits
    for hidden in (
        box.world.token, SECRET, PHONE, PHONE[1:], "0612345678", "12345678", number, number[-8:], box.world.waba_id,
        box.world.number.id, "Maria", "Jansen",
    ):  # fmt: skip
        assert hidden not in told
        assert hidden not in re.sub(r"[\s().-]", "", told) or not hidden.isdigit()


def test_a_change_says_only_what_changed(road: tuple[Studio, Sandbox]) -> None:
    studio, _box = road
    contact = studio.contacts.save(Contact(id=0, phone=PHONE, first_name="Maria", country="NL", language="nl"))
    assert newest(studio).after["language"] == "nl" and newest(studio).before == {}
    studio.contacts.save(msgspec.structs.replace(contact, language="de"))
    found = newest(studio)
    assert (found.action, found.object, found.name) == ("contact-changed", str(contact.id), "")
    assert (found.before, found.after) == ({"language": "nl"}, {"language": "de"})
    count = studio.audit.newest()
    studio.contacts.save(msgspec.structs.replace(contact, language="de"))
    assert studio.audit.newest() == count


def test_a_backup_that_comes_back_says_so(road: tuple[Studio, Sandbox], tmp_path: Path, workspace: Path) -> None:
    studio, _box = road
    noted(studio)
    studio.backup(tmp_path / "all.wsbackup")
    studio.close()
    restore(tmp_path / "all.wsbackup", workspace)
    back = Studio.open(workspace)
    try:
        assert [one.action for one in back.audit.entries()] == ["backup-restored", "campaign-paused"]
    finally:
        back.close()


def test_the_command_line_tells_and_exports(workspace: Path, clock: SettableClock, tmp_path: Path) -> None:
    from click.testing import CliRunner

    with_one = Studio.open(workspace, clock=clock)
    noted(with_one, 3)
    with_one.close()
    run = CliRunner().invoke
    words = ["--workspace", str(workspace), "--json", "audit"]
    told = msgspec.json.decode(run(studio_command, [*words, "--kind", "campaign", "--limit", "2"]).stdout)
    assert told["lines"] == 3 and [one["object"] for one in told["entries"]] == ["c2", "c1"]
    assert msgspec.json.decode(run(studio_command, [*words, "--since", "2100-01-01"]).stdout)["lines"] == 0
    assert run(studio_command, [*words, "--kind", "nonsense"]).exit_code == 2
    target = tmp_path / "log.csv"
    assert msgspec.json.decode(run(studio_command, [*words, "--export", str(target)]).stdout)["lines"] == 3
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 4
    said = run(studio_command, ["--workspace", str(workspace), "audit", "--text", "paused"]).stdout
    assert said.count("Campaign paused") == 3
