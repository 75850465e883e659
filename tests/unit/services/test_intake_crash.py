"""An import that is killed leaves the workspace as it was."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.make_contacts import write_contacts
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.importing import ImportPlan
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import SystemClock
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.storage.db import Store

pytestmark = pytest.mark.crash

# Kills itself at the chosen question: nothing is closed, nothing is rolled back.
CHILD = """
import os, signal, sys
from pathlib import Path
from whatsapp_studio.audience.importing import ImportPlan
from whatsapp_studio.base.clock import SystemClock
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.storage.db import Store

class Deadly:
    def __init__(self, left):
        self.left = left
    def report(self, done, total=None):
        pass
    def cancelled(self):
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

root, file, after = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
paths = WorkspacePaths(root)
contacts = Contacts(Store(paths.database), paths, SystemClock(), tell_nobody)
if file == "undo":
    contacts.undo_import(Deadly(after))
else:
    contacts.import_file(
        Path(file), ImportPlan(country="NL", consent_source="form", list_name="Many"), Deadly(after)
    )
print("whole")
"""


def everything(store: Store) -> str:
    """A fingerprint of every row of every table, the search index included."""
    text = "\n".join(store.db.conn.iterdump())
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_import_or_undo_leaves_everything_as_before(tmp_path: Path) -> None:
    paths = WorkspacePaths(tmp_path / "workspace")
    paths.create()
    store = Store(paths.database)
    contacts = Contacts(store, paths, SystemClock(), tell_nobody)
    contacts.save(Contact(id=0, phone="+31612345678", first_name="Maria", marketing="yes"))
    file = write_contacts(tmp_path / "many.csv", 20_000).path
    before = everything(store)
    store.close()
    killed = 0
    # Asked after each thousand rows, and twice at the end: while the indexes are made and before the commit.
    for after in (0, 5, 19, 20, 21, 999):
        child = _kill(paths, str(file), after)
        store = Store(paths.database)
        assert store.value("PRAGMA integrity_check") == "ok"
        if after == 999:
            assert (child.returncode, child.stdout.strip()) == (0, "whole"), child.stderr
            found = Contacts(store, paths, SystemClock(), tell_nobody)
            assert found.count() == found.lists()[0].size + 1
            assert found.count() > 19_000
            assert found.count(ContactQuery(search="maria")) > 1
        else:
            assert child.returncode == -signal.SIGKILL, child.stderr
            assert everything(store) == before
            killed += 1
        store.close()
    assert killed >= 4
    imported = _fingerprint(paths)
    for after in (0, 1, 2, 999):
        child = _kill(paths, "undo", after)
        if after == 999:
            assert (child.returncode, child.stdout.strip()) == (0, "whole"), child.stderr
            store = Store(paths.database)
            assert [row["phone"] for row in store.rows("SELECT phone FROM contacts")] == ["+31612345678"]
            assert store.value("SELECT count(*) FROM lists") == 0
            store.close()
        else:
            assert child.returncode == -signal.SIGKILL, child.stderr
            assert _fingerprint(paths) == imported


def _fingerprint(paths: WorkspacePaths) -> str:
    store = Store(paths.database)
    assert store.value("PRAGMA integrity_check") == "ok"
    found = everything(store)
    store.close()
    return found


def _kill(paths: WorkspacePaths, file: str, after: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHILD, str(paths.root), file, str(after)],
        cwd=Path(__file__).resolve().parents[3], capture_output=True, text=True, timeout=50,
    )  # fmt: skip


def test_what_a_killed_import_left_on_the_disk_does_not_stop_the_next(tmp_path: Path) -> None:
    paths = WorkspacePaths(tmp_path / "workspace")
    paths.create()
    store = Store(paths.database)
    (paths.exports / "contacts-errors-20260303-090000.part").write_text("half a file")
    file = tmp_path / "contacts.csv"
    file.write_text("phone\n0612345678\nx\n")
    contacts = Contacts(store, paths, SystemClock(), tell_nobody)
    assert contacts.import_file(file, ImportPlan(country="NL")).added == 1
    store.close()
