"""Decides how files with events are taken out of a folder: once each, whole or not at all, never half written."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, StudioError, UserError, WorldError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.services.running import events
from whatsapp_studio.services.running.arriving import MOST_TOLD, Arriving
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store

log = logging.getLogger(__name__)
LOOK_EVERY = 0.25
# A file that did not change for so long is written to its end.
STEADY = 0.7
DONE, FAILED = "done", "failed"
_TAKEN = "events.taken"
# What browsers and editors call a file that they are still writing.
_UNFINISHED = (".part", ".tmp", ".crdownload", ".download", ".swp")


class _Look(NamedTuple):
    """A file as it was seen: its size, its times and its number on the disk, and since when it is so."""

    size: int
    changed: int
    born: int
    inode: int
    since: float

    def same(self, other: _Look) -> bool:
        return self[:4] == other[:4]

    def named(self, name: str) -> str:
        return f"{name}:{self.size}:{self.changed}:{self.born}:{self.inode}"


class DropFolder:
    """The folder for events of a workspace. :meth:`look` is of one thread; ``wake`` has the journeys look at once."""

    def __init__(
        self, folder: Path, store: Store, arriving: Arriving, clock: Clock, wake: Callable[[], None],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self.folder = folder
        self._store, self._arriving, self._clock, self._wake, self._seconds = store, arriving, clock, wake, seconds
        self._facts = ConnectionStore(store)
        self._seen: dict[str, _Look] = {}
        # Files that could not be moved away, and those that cannot be read yet: each is told of once.
        self._stuck: dict[str, _Look] = {}
        self._unread: set[str] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Look into the folder until ``stop`` is set."""
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(1, thread_name_prefix="events") as reader:
            try:
                while not stop.is_set():
                    try:
                        await loop.run_in_executor(reader, self.look)
                    except WorldError as error:
                        log.warning("the folder for events could not be looked into: %s", error.code)
                    with suppress(TimeoutError):
                        await asyncio.wait_for(stop.wait(), LOOK_EVERY)
            finally:
                await loop.run_in_executor(reader, self._store.close_thread)

    def look(self) -> int:
        """Take every file that is written to its end; returns how many were taken or refused."""
        found = self._files()
        self._seen = {name: one for name, one in self._seen.items() if name in found}
        self._stuck = {name: one for name, one in self._stuck.items() if name in found}
        settled = 0
        for name, now in sorted(found.items(), key=lambda item: (item[1].changed, item[0])):
            before = self._seen.get(name)
            if before is None or not before.same(now):
                self._seen[name] = now
            elif now.since - before.since >= STEADY:
                stuck = self._stuck.get(name)
                if stuck is None or not stuck.same(now):
                    settled += self._take(self.folder / name, before)
        return settled

    def _files(self) -> dict[str, _Look]:
        found = {}
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    name = entry.name
                    if name in (DONE, FAILED) or name.startswith((".", "~")) or name.lower().endswith(_UNFINISHED):
                        continue
                    # A file may be gone by now.
                    with suppress(OSError):
                        if entry.is_file():
                            stat = os.stat(entry.path)
                            found[name] = _Look(
                                stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, self._seconds()
                            )
        except FileNotFoundError:
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorldError("cannot-read", path=str(self.folder), details=error.strerror or "") from error
        return found

    def _take(self, path: Path, look: _Look) -> int:
        mark = look.named(path.name)
        if mark in self._taken():
            # The program ended between taking it and moving it away.
            self._away(path, look, DONE)
            return 1
        try:
            found = self._arriving.file(path)
        except WorldError as error:
            # Whoever writes it may have locked it: it is tried again.
            if path.name not in self._unread:
                log.warning("a file with events cannot be read yet: %s", error.code)
            self._unread.add(path.name)
            self._seen.pop(path.name, None)
            return 0
        except UserError as error:
            self._refuse(path, look, error)
            return 1
        if (now := self._files().get(path.name)) is None or not now.same(look):
            return 0
        rows = events.rows_of(found, "file", runs.ms(self._clock.now()))
        with self._store.write() as conn:
            events.write(conn, rows)
            self._keep_taken([*self._taken(), mark])
        log.info("%s events were taken from a file", len(rows))
        self._wake()
        self._away(path, look, DONE)
        return 1

    def _refuse(self, path: Path, look: _Look, error: StudioError) -> None:
        log.info("a file with events was refused: %s", error.code)
        moved = self._away(path, look, FAILED)
        if moved is not None:
            with suppress(OSError):
                moved.with_name(moved.name + ".txt").write_text(reason(error), encoding="utf-8")

    def _away(self, path: Path, look: _Look, to: str) -> Path | None:
        """Move a file into a folder below, under a free name; None where that cannot be."""
        try:
            folder = self.folder / to
            folder.mkdir(exist_ok=True)
            target = _free(folder, path.name)
            path.replace(target)
        except OSError as error:
            log.warning("a file with events could not be moved to %s: %s", to, error.strerror)
            self._stuck[path.name] = look
            return None
        mark, taken = look.named(path.name), self._taken()
        if mark in taken:
            self._keep_taken([one for one in taken if one != mark])
        self._seen.pop(path.name, None)
        self._unread.discard(path.name)
        return target

    def _taken(self) -> list[str]:
        """The files that were taken and still lie where they lay."""
        kept = self._facts.fact(_TAKEN)
        return msgspec.json.decode(kept, type=list[str]) if kept else []

    def _keep_taken(self, marks: list[str]) -> None:
        self._facts.set_fact(_TAKEN, msgspec.json.encode(marks).decode())


def _free(folder: Path, name: str) -> Path:
    stem, dot, suffix = name.rpartition(".")
    target, n = folder / name, 2
    while target.exists() or target.with_name(target.name + ".txt").exists():
        target = folder / (f"{stem} {n}{dot}{suffix}" if dot else f"{name} {n}")
        n += 1
    return target


def reason(error: StudioError, first: str = "") -> str:
    """Why events were refused, in words: one line for each thing that is wrong."""
    lines = [first or tr("Nothing of this file was taken.")]
    if isinstance(error, Blocked):
        lines += [
            tr("Line or entry {place}: {why}", place=problem.where, why=sentence(problem))
            for problem in error.problems[:MOST_TOLD]
        ]
        if len(error.problems) > MOST_TOLD:
            lines.append(tr("And {n} more.", n=number(len(error.problems) - MOST_TOLD)))
    else:
        lines.append(sentence(error))
    return "\n".join(lines) + "\n"
