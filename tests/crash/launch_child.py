"""Decides what the child of ``test_launch_kill`` does: it launches the campaign of a workspace, and says when.

``python -m tests.crash.launch_child WORKSPACE PEOPLE``; it writes a line before it begins and one when it is through.
"""

from __future__ import annotations

import sys
from pathlib import Path

from whatsapp_studio.app import Studio


def main(workspace: str, people: str) -> int:
    studio = Studio.open(Path(workspace))
    try:
        (campaign,) = studio.campaigns.all()
        _say("begins")
        studio.campaigns.launch(campaign.id, typed_count=int(people), hold_seconds=3600)
        _say("launched")
    finally:
        studio.close()
    return 0


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
