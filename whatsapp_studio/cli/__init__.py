"""Decides what a command line starts: the window where nothing else is asked, else a command."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run what is asked for; returns what to exit with."""
    argv = sys.argv[1:] if argv is None else argv
    # As desktops start it: the window is there sooner when the commands are not loaded first.
    if not argv or (len(argv) == 2 and argv[0] == "--workspace"):
        from whatsapp_studio.cli.window import open_window

        return open_window(argv[1:])
    from whatsapp_studio.cli.running import run

    return run(argv)
