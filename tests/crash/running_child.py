"""Decides what the child of ``test_running_kill`` does: the engine on a fast clock, until it is ended or all is over.

``python -m tests.crash.running_child WORKSPACE START FACTOR forever|to-the-end``; the first line it writes is what
its clock shows once the engine runs.
"""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import FastClock
from whatsapp_studio.base.events import Changes


def main(workspace: str, start: str, factor: str, how: str) -> int:
    studio = Studio.open(Path(workspace), clock=FastClock(datetime.fromisoformat(start), float(factor)))
    moved = threading.Event()

    def heard(changes: Changes) -> None:
        if changes.runs:
            moved.set()

    studio.listen(heard)
    try:
        studio.engine.start(receiving=False)
        sys.stdout.write(f"{studio.clock.now().isoformat()}\n")
        sys.stdout.flush()
        while how == "forever" or not over(studio):
            moved.wait(5)
            moved.clear()
    finally:
        studio.close()
    return 0


def over(studio: Studio) -> bool:
    """Whether everybody came in and left, and nothing waits to be sent."""
    (life,) = studio.running.lives().values()
    counts = studio.running.numbers(life.journey)
    inside = sum(one.waiting for one in counts.values())
    return bool(counts) and not inside


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
