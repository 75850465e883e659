"""Shows that the self-test finds what is broken: each part as it should be, and with one thing of it spoilt."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MemoryKeyring
from whatsapp_studio.base import paths
from whatsapp_studio.services import selftest, selftest_libraries
from whatsapp_studio.services.selftest import NotWellError, Part, Trial, try_part
from whatsapp_studio.storage.db import Store


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program's files that a test may spoil, listed as a built program lists them."""
    root = tmp_path / "shipped"
    shutil.copytree(paths.resource("."), root)
    digests = {
        str(file.relative_to(root)): sha256(file.read_bytes()).hexdigest() for file in root.rglob("*") if file.is_file()
    }
    (root / selftest.MANIFEST).write_text(json.dumps(digests), encoding="utf-8")
    monkeypatch.setattr(selftest, "resource", lambda name: root / name)
    return root


def tried(trial: Trial, tmp_path: Path) -> Part:
    return try_part("part", trial, tmp_path / "prova è – テスト")


def test_files_that_are_all_there_are_counted(shipped: Path, tmp_path: Path) -> None:
    part = tried(selftest.resources, tmp_path)
    assert part.ok and part.said.startswith(str(sum(file.is_file() for file in shipped.rglob("*"))))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda root: (root / "icons/LICENSE").unlink(),
        lambda root: (root / "icons/send.svg").unlink(),
        lambda root: shutil.rmtree(root / "samples/journeys"),
        lambda root: (root / "icons/send.svg").write_text("<svg", encoding="utf-8"),
        lambda root: (root / "icons/send.svg").write_text("<svg/>", encoding="utf-8"),
        lambda root: (root / "samples/collectie.png").write_bytes(b"GIF89a"),
        lambda root: (root / "schemas/wsjourney-1.json").write_text("{", encoding="utf-8"),
        lambda root: (root / "samples/contacts.csv").write_text("phone\n", encoding="utf-8"),
    ],
)
def test_a_file_that_is_missing_or_not_as_it_was_is_named(
    shipped: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(shipped)
    part = tried(selftest.resources, tmp_path)
    assert not part.ok
    assert part.said.endswith(("is missing.", "is not as it was shipped.")) and str(shipped) in part.said


def test_an_old_workspace_becomes_as_a_new_one(tmp_path: Path) -> None:
    assert tried(selftest.migrations, tmp_path).ok


def test_a_workspace_that_stays_old_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "_migrate", lambda self: None)
    part = tried(selftest.migrations, tmp_path)
    assert not part.ok and "contacts" in part.said


def test_a_database_that_cannot_be_made_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Store) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(Store, "_migrate", full)
    part = tried(selftest.migrations, tmp_path)
    assert not part.ok and "fts5" in part.said


def test_a_secret_goes_round_through_the_keyring_and_nothing_stays(
    memory_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    part = tried(selftest.keyring, tmp_path)
    assert part.ok and part.said == "A secret was kept, read and removed."
    assert memory_keyring.kept == {}


def test_a_keyring_that_gives_something_else_is_noticed(
    memory_keyring: MemoryKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_keyring, "get_password", lambda service, name: "something else")
    assert "something else" in tried(selftest.keyring, tmp_path).said


def test_a_keyring_that_removes_nothing_is_noticed(
    memory_keyring: MemoryKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_keyring, "delete_password", lambda service, name: None)
    part = tried(selftest.keyring, tmp_path)
    assert not part.ok and part.said == "The keyring still has what was removed from it."


@pytest.mark.parametrize(("system", "allowed", "ok"), [
    ("linux", False, True), ("win32", False, False), ("darwin", False, False), ("win32", True, True),
])  # fmt: skip
def test_a_machine_without_a_keyring_is_told_as_a_fact_where_that_is_as_it_may_be(
    system: str, allowed: bool, ok: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest.sys, "platform", system)
    part = tried(partial(selftest.keyring, allow_none=allowed), tmp_path)
    assert part.ok is ok
    assert "no keyring" in part.said


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux finds its keyring through these")
@pytest.mark.parametrize("lost", ["keyring.backends.SecretService", "secretstorage", "jeepney"])
def test_a_program_that_would_find_no_keyring_anywhere_is_noticed(
    lost: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, lost, None)
    part = tried(selftest.keyring, tmp_path)
    assert not part.ok and lost in part.said


def test_every_library_works(tmp_path: Path) -> None:
    part = tried(selftest.libraries, tmp_path)
    assert part.ok, part.said
    assert all(name in part.said for name in selftest_libraries.WORKS)


_NEEDED = {
    "SQLite": "sqlite3", "TLS": "truststore", "tzdata": "importlib.resources", "Babel": "babel.dates",
    "phonenumbers": "phonenumbers", "Liquid": "liquid", "calamine": "python_calamine_plus", "vobject": "vobject",
    "charset-normalizer": "charset_normalizer", "numpy": "numpy", "graphlay": "whatsapp_studio.journeys.layout",
    "httpx, Starlette, uvicorn": "uvicorn", "phonenumbers, time zones": "phonenumbers.timezone",
    "rphonenumbers": "rphonenumbers", "holidays": "holidays", "dateutil": "dateutil.rrule", "XlsxWriter": "xlsxwriter",
}  # fmt: skip


@pytest.mark.parametrize("name", selftest_libraries.WORKS)
def test_a_library_that_was_left_out_is_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "SQLite":
        monkeypatch.setattr(selftest_libraries.sqlite3, "connect", _without_fts)
    else:
        monkeypatch.setitem(sys.modules, _NEEDED[name], None)
    part = tried(selftest.libraries, tmp_path)
    assert not part.ok
    assert part.said.startswith(f"{name} does not work: ")


def _without_fts(*_: Any) -> Any:
    raise sqlite3.OperationalError("no such module: fts5")


def test_a_library_whose_data_was_left_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from babel import localedata

    monkeypatch.setattr(localedata, "exists", lambda name: name == "en")
    monkeypatch.setattr(localedata, "_cache", {})
    assert tried(selftest.libraries, tmp_path).said.startswith("Babel does not work: ")


def test_what_a_part_raises_is_said_with_its_kind(tmp_path: Path) -> None:
    def breaks(_: Path) -> str:
        raise RuntimeError("no such thing")

    def unwell(_: Path) -> str:
        raise NotWellError("It is not well.")

    assert tried(breaks, tmp_path / "1").said == "RuntimeError: no such thing"
    assert tried(unwell, tmp_path / "2").said == "It is not well."
