"""Decides how journeys are made, kept, checked and published; nothing that was saved is ever lost."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, Problem, UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys import kept
from whatsapp_studio.journeys.codec import Opened, dump, load
from whatsapp_studio.journeys.graph import Journey, new_id
from whatsapp_studio.journeys.kept import JourneyRow, Version, thinned_out
from whatsapp_studio.journeys.snippets import expanded
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.version import version_id
from whatsapp_studio.services.examples import Example, example, examples
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.services.surrounding import Around
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journeys import JourneyStore
from whatsapp_studio.storage.snippets import SnippetStore

__all__ = ["Example", "JourneyRow", "Journeys", "Opened", "Version"]
# After this long without a change, the next one begins a new sitting.
SITTING = timedelta(minutes=30)
# A file that is larger is no journey: five thousand steps take a few megabytes.
MOST_BYTES = 80_000_000
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
Also = Callable[[sqlite3.Connection, Version], object]


class Journeys:
    """Everything a person can ask of journeys. Every method may be called from any thread."""

    def __init__(self, store: Store, around: Around, clock: Clock, tell: Tell) -> None:
        self._kept, self._around, self._clock, self._tell = JourneyStore(store), around, clock, tell
        self._snippets, self._audit = SnippetStore(store), Noting(store, clock, "journey")
        self._lock = threading.Lock()
        self._held: set[str] = set()
        # Journeys changed since they were opened: what they were before is a version already.
        self._begun: set[str] = set()

    # -- finding -------------------------------------------------------------------------------------

    def all(self) -> tuple[JourneyRow, ...]:
        """Every journey, the last saved first."""
        return self._kept.all()

    def deleted(self) -> tuple[JourneyRow, ...]:
        """The journeys that :meth:`undelete` brings back, the last deleted first."""
        return self._kept.deleted()

    def get(self, journey_id: str) -> Journey:
        """The draft as last saved; raises ``UserError("journey-unknown")``."""
        return self.open(journey_id).journey

    def open(self, journey_id: str) -> Opened:
        """The draft as last saved, and whether it may only be looked at (a newer version made it)."""
        return load(self._kept.get(journey_id).text, strict=False)

    def saved_at(self, journey_id: str) -> datetime:
        """When the draft was last saved."""
        return self._kept.get(journey_id).saved_at

    def surroundings(self, journey_id: str = "") -> Surroundings:
        """What the workspace has that this journey may rely on."""
        return self._around.look(self.all(), journey_id)

    def problems(self, journey_id: str) -> tuple[Problem, ...]:
        """What the checks say of the draft as it is saved."""
        return _problems(self.get(journey_id), self.surroundings(journey_id))

    def health(self) -> dict[str, tuple[int, int]]:
        """How many errors and warnings each journey has now, by id. Reads and checks them all: not for the window."""
        found = {}
        rows = self.all()
        for row in rows:
            ailing = _problems(self.get(row.id), self._around.look(rows, row.id))
            errors = sum(one.severity == "error" for one in ailing)
            found[row.id] = errors, len(ailing) - errors
        return found

    def has_templates(self) -> bool:
        """Whether the account's templates were ever read: before, none can be said to be missing."""
        return self._around.has_templates()

    def check_file(self, path: Path) -> tuple[Problem, ...]:
        """What the checks say of a file. Where templates were never read from Meta only the file itself counts."""
        journey = load(_read(path)).journey
        around = self.surroundings(journey.id)
        if not self.has_templates():
            around = msgspec.structs.replace(around, known=False)
        return _problems(journey, around)

    def read_file(self, path: Path) -> Journey:
        """The journey of a file, which the workspace need not have; raises as :meth:`import_file`."""
        return load(_read(path)).journey

    # -- making --------------------------------------------------------------------------------------

    def create(self, name: str = "", example: str = "") -> Journey:
        """A new draft, blank or from an example; without a name it gets a free one."""
        made = self.example(example) if example else Journey(id=new_id())
        title = next((one.title for one in examples() if one.name == example), tr("New journey"))
        return self._add(msgspec.structs.replace(made, id=new_id(), name=name.strip() or self._free_name(title)))

    def duplicate(self, journey_id: str) -> Journey:
        """A draft like this one under a free name, without its versions."""
        journey = self._writable(journey_id)
        return self._add(msgspec.structs.replace(journey, id=new_id(), name=self._free_name(journey.name)))

    def examples(self) -> tuple[Example, ...]:
        """What there is to start from."""
        return examples()

    def example(self, name: str) -> Journey:
        """The journey of an example."""
        return example(name)

    def import_file(self, path: Path) -> Journey:
        """Add the journey of a file. It keeps its id unless there is one of that id already, which stays as it is.

        A file of a newer version is kept as it is, and can only be looked at. Raises ``UserError`` for what is no
        journey and ``WorldError("cannot-read")``.
        """
        opened = load(_read(path))
        journey = opened.journey
        taken = _ID.fullmatch(journey.id) is None or self._kept.has(journey.id)
        if opened.read_only:
            if taken:
                raise UserError("journey-newer-here-already", name=journey.name)
            return self._add(journey, text=opened.text)
        return self._add(msgspec.structs.replace(journey, id=new_id()) if taken else journey)

    def export_file(self, journey_id: str, path: Path) -> None:
        """Write the draft to a file, which is whole or not there; raises ``WorldError("cannot-write")``."""
        waiting = path.with_name(path.name + ".part")
        try:
            waiting.write_bytes(self._kept.get(journey_id).text.encode())
            waiting.replace(path)
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        finally:
            with contextlib.suppress(OSError):
                waiting.unlink(missing_ok=True)

    # -- keeping -------------------------------------------------------------------------------------

    def save(self, journey: Journey) -> datetime:
        """Keep the draft, valid or not; on the disk when this returns. Returns when it was saved.

        What it was before the first change of a sitting becomes a version by itself.
        """
        with self._lock:
            stored = self._kept.get(journey.id)
            if stored.about.newer:
                raise UserError("journey-newer", name=stored.name)
            text = dump(journey)
            if text == stored.text:
                return stored.saved_at
            now = self._clock.now()
            begins = journey.id not in self._begun or now - stored.saved_at >= SITTING
            self._kept.save(
                journey.id, journey.name, text, kept.about(journey, version_id(journey)), now,
                version_before=begins and stored.about.steps > 0,
            )  # fmt: skip
            self._begun.add(journey.id)
            if begins:
                self._kept.drop_versions(thinned_out(self.versions(journey.id), now))
        self._told(journey.id)
        return now

    def rename(self, journey_id: str, name: str) -> None:
        """Give a journey another name."""
        if not name.strip():
            raise UserError("journey-name-empty")
        self.save(msgspec.structs.replace(self._writable(journey_id), name=name.strip()))

    def delete(self, journey_id: str) -> None:
        """Put a journey away; :meth:`undelete` brings it back with all its versions."""
        with self._kept.write():
            self._kept.delete(journey_id, self._clock.now())
            self._audit("journey-deleted", journey_id, self._kept.get(journey_id).name, {"state": "draft"})
        self._told(journey_id)

    def undelete(self, journey_id: str) -> None:
        """Bring a deleted journey back."""
        with self._kept.write():
            self._kept.undelete(journey_id)
            self._audit("journey-undeleted", journey_id, self._kept.get(journey_id).name, None, {"state": "draft"})
        self._told(journey_id)

    # -- versions ------------------------------------------------------------------------------------

    def versions(self, journey_id: str) -> tuple[Version, ...]:
        """Every version, the newest first. Published ones and those kept by name stay for ever."""
        return self._kept.versions(journey_id)

    def version(self, journey_id: str, number: int) -> Journey:
        """The journey as it was; raises ``UserError("journey-version-unknown")``."""
        return load(self._kept.version_text(journey_id, number), strict=False).journey

    def keep(self, journey_id: str, label: str) -> Version:
        """Keep the draft as it is saved now, under a name."""
        if not label.strip():
            raise UserError("journey-version-name-empty")
        return self._version(journey_id, self._kept.keep(journey_id, "kept", label.strip(), self._clock.now()))

    def publish(self, journey_id: str, also: Also | None = None, *, anew: bool = False) -> Version:
        """Freeze the draft as the published version; raises ``Blocked`` with every error.

        A draft that does what is published already is not published again: that version is given back, unless it is to
        be made ``anew``, or snippets in it have other texts since. ``also`` is called with the version in the
        transaction that makes it.
        """
        with self._lock:
            stored = self._kept.get(journey_id)
            if stored.about.newer:
                raise UserError("journey-newer", name=stored.name)
            errors = tuple(one for one in self.problems(journey_id) if one.severity == "error")
            if errors:
                raise Blocked(errors)
            with self._kept.write() as conn:
                made = self._published(journey_id)
                if anew or made is None or made.logic != stored.about.logic or self._texts_changed(journey_id, made):
                    made = self._kept.keep(journey_id, "published", "", self._clock.now())
                if also is not None:
                    also(conn, made)
        return self._version(journey_id, made)

    def publish_file(self, path: Path, also: Also | None = None) -> Version:
        """Make a file the journey of its id (a new one where there is none) and publish it.

        With an error nothing changes: raises ``Blocked`` as :meth:`publish`.
        """
        opened = load(_read(path))
        journey = opened.journey
        if opened.read_only:
            raise UserError("journey-newer", name=journey.name)
        errors = tuple(one for one in _problems(journey, self.surroundings(journey.id)) if one.severity == "error")
        if errors:
            raise Blocked(errors)
        if journey.id in {row.id for row in self.all()}:
            self.save(journey)
        else:
            journey = self.import_file(path)
        return self.publish(journey.id, also)

    def published(self, journey_id: str) -> Journey | None:
        """The journey as last published, or None."""
        latest = self._published(journey_id)
        return self.version(journey_id, latest.number) if latest else None

    # -- one editor a journey ------------------------------------------------------------------------

    def hold(self, journey_id: str) -> bool:
        """Ask to edit a journey; false while another editor of this program does. Begins a sitting."""
        with self._lock:
            if journey_id in self._held:
                return False
            self._held.add(journey_id)
            self._begun.discard(journey_id)
            return True

    def release(self, journey_id: str) -> None:
        """The editor is closed."""
        with self._lock:
            self._held.discard(journey_id)

    # -- inside --------------------------------------------------------------------------------------

    def _add(self, journey: Journey, *, text: str = "") -> Journey:
        made = kept.about(journey, version_id(journey), newer=bool(text))
        self._kept.add(journey.id, journey.name, text or dump(journey), made, self._clock.now())
        self._told(journey.id)
        return journey

    def _writable(self, journey_id: str) -> Journey:
        opened = self.open(journey_id)
        if opened.read_only:
            raise UserError("journey-newer", name=opened.journey.name)
        return opened.journey

    def _free_name(self, name: str) -> str:
        taken = {row.name.casefold() for row in self.all()}
        free, n = name, 1
        while free.casefold() in taken:
            n += 1
            free = f"{name} {n}"
        return free

    def _published(self, journey_id: str) -> Version | None:
        return next((one for one in self.versions(journey_id) if one.kind == "published"), None)

    def _texts_changed(self, journey_id: str, made: Version) -> bool:
        """Whether a snippet of the draft has another text than when this version was made."""
        now = self._snippets.at(self._clock.now())
        draft = self.get(journey_id) if now else None
        return draft is not None and expanded(draft, now) != expanded(draft, self._snippets.at(made.at))

    def _version(self, journey_id: str, made: Version) -> Version:
        self._told(journey_id)
        return made

    def _told(self, journey_id: str) -> None:
        self._tell(Changes(journeys=frozenset({journey_id})))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError("journey-file-large")
        return path.read_bytes()
    except OSError as error:
        raise WorldError("cannot-read", path=str(path), details=error.strerror or "") from error


def _problems(journey: Journey, around: Surroundings) -> tuple[Problem, ...]:
    # Every rule there is: a window opens sooner without them.
    from whatsapp_studio.journeys import check

    return check.problems(journey, around)
