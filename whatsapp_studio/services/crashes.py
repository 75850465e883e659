"""Decides how a run that did not end in order is recognised at the next start, and what is written down of it.

While a window runs, a mark lies in the workspace's logs, and beside it a file into which Python's fault handler writes
when the process dies. A mark that is found at a start means that the run before it never came to its end; the file and
the machine's own count of its starts tell what happened. All of it stays on this machine.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TextIO

from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.log import hide

# fault: the process died of itself; error: an error nobody caught; killed: ended from outside; power: the machine went.
How = Literal["fault", "error", "killed", "power"]
_LINES, _MOST = 60, 20_000
# So many ends in a row that nobody wanted are no chance any more: safe mode is offered.
OFTEN = 2
_PERSON = re.compile(r"(/home/|/Users/|[A-Za-z]:\\+Users\\+)[^/\\\s\"']+")
_QUOTED = re.compile(r"\"[^\"\n]{3,}\"|'[^'\n]{3,}'|“[^”\n]{3,}”")
# The last line of a traceback: what was raised, and words that may be anybody's.
_RAISED = re.compile(r"^(\s*(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*(?:Error|Exception|Exit|Warning|Cancelled)): (.+)$", re.M)
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Crash:
    """A run that did not end in order. ``began`` and ``seen`` are ISO moments; ``row`` counts such runs in a row."""

    how: How
    began: str
    seen: str
    safe: bool
    row: int
    details: str


class Watch:
    """Keeps the mark of one run, and tells of the run before."""

    def __init__(self, logs: Path, clock: Clock) -> None:
        self._logs, self._clock = logs, clock
        self._mark, self._last = logs / "running.json", logs / "last-crash.json"
        self._faults = logs / f"fault-{os.getpid()}.log"
        self._file: TextIO | None = None
        self._broke = False

    def begin(self, safe: bool = False) -> Crash | None:
        """Put down the mark of this run; returns what became of the last one when that did not end in order.

        To be called by the one program that may write in the workspace: any mark that lies there is of the dead.
        """
        found = self._before()
        row = found.row if found is not None else 0
        self._file = self._faults.open("w", encoding="utf-8")
        faulthandler.enable(self._file)
        _write(self._mark, {
            "pid": os.getpid(), "began": iso(self._clock.now()), "boot": boot(), "safe": safe, "row": row,
        })  # fmt: skip
        return found

    def broke(self, traceback: str) -> None:
        """Write down the error that ends this run."""
        self.said(traceback)
        self._broke = True

    def said(self, text: str) -> None:
        """Write down the last words of somebody about to end the process."""
        if self._file is not None:
            self._file.write(f"{text}\n")
            self._file.flush()

    def end(self) -> None:
        """This run ended in order, unless an error was written down."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        if not self._broke:
            self._mark.unlink(missing_ok=True)
            self._faults.unlink(missing_ok=True)

    def last(self) -> Crash | None:
        """The last run that did not end in order, however long ago; None when there was none."""
        kept = _read(self._last)
        with suppress(TypeError):
            return Crash(**kept) if kept else None
        return None

    def _before(self) -> Crash | None:
        mark = _read(self._mark)
        if not mark:
            return None
        faults = self._logs / f"fault-{mark.get('pid')}.log"
        died = _text(faults)
        faults.unlink(missing_ok=True)
        how = _how(died, str(mark.get("boot", "")))
        row = int(mark.get("row", 0)) + (how != "power")
        found = Crash(
            how, str(mark.get("began", "")), iso(self._clock.now()), bool(mark.get("safe")), row,
            redacted("\n".join([died.strip(), *_last_lines(self._logs / "studio.log")]).strip()),
        )  # fmt: skip
        _write(self._last, asdict(found))
        return found


def redacted(text: str) -> str:
    """``text`` as it may be shown to somebody else: no secrets, numbers, names of people's folders, or quoted words."""
    text = _RAISED.sub(lambda found: f"{found[1]}: {found[2] if _CODE.fullmatch(found[2]) else '…'}", text)
    home = str(Path.home())
    shorter = text.replace(home, "~") if len(home) > 1 else text
    return hide(_PERSON.sub(r"\1…", shorter))


def boot() -> str:
    """What is the same until the machine is started anew."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    # Elsewhere the clock that begins at the machine's start says when that was, to the minute or so.
    since = time.clock_gettime(time.CLOCK_MONOTONIC) if sys.platform == "darwin" else time.monotonic()
    return f"@{round(time.time() - since)}"


def _same_boot(one: str, other: str) -> bool:
    if one[:1] == other[:1] == "@":
        return abs(int(one[1:]) - int(other[1:])) < 120
    return one == other


def _how(died: str, booted: str) -> How:
    if "Fatal Python error" in died or "Windows fatal exception" in died:
        return "fault"
    if died.strip():
        return "error"
    return "killed" if _same_boot(booted, boot()) else "power"


def _last_lines(log: Path) -> list[str]:
    """The end of the log: when, how bad, where, and what; quoted words may be a person's, and are left out."""
    found = []
    for line in _text(log).splitlines()[-_LINES:]:
        with suppress(ValueError):
            entry: dict[str, Any] = json.loads(line)
            said = _QUOTED.sub("…", str(entry.get("event", "")))
            found.append(" ".join(str(entry.get(key, "")) for key in ("timestamp", "level", "logger")) + f": {said}")
            if "exception" in entry:
                found.append(str(entry["exception"]))
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[-_MOST:]
    except OSError:
        return ""


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    waiting = path.with_suffix(".new")
    # Without room for it the program still starts; it only could not tell how it ended.
    with suppress(OSError):
        waiting.write_text(json.dumps(values), encoding="utf-8")
        os.replace(waiting, path)


def moment(crash: Crash) -> datetime:
    """When the run that did not end in order began."""
    return datetime.fromisoformat(crash.began)
