"""Decides what ``python -m tests.screens`` does: every screen in every look, in one contact sheet."""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import time
from pathlib import Path

# The platform a parent chose: tests.conftest has its own for whoever comes without one.
_platform = os.environ.get("QT_QPA_PLATFORM")
import tests.conftest  # noqa: E402, F401

if _platform and os.environ.get("SCREENS_CHILD"):
    os.environ["QT_QPA_PLATFORM"] = _platform


def main() -> int:
    from tests.screens import render
    from tests.screens.sheet import write_sheet
    from tests.screens.variants import VARIANTS

    asked = argparse.ArgumentParser(prog="python -m tests.screens", description=main.__module__)
    asked.add_argument("--only", default="*", help="names of screens, such as contacts.*")
    asked.add_argument("--out", type=Path, default=Path("build/screens"))
    asked.add_argument("--variants", default=",".join(VARIANTS), help="looks, with commas between")
    asked.add_argument("--no-pictures", action="store_true", help="only look for what is wrong")
    asked.add_argument("--part", default="1/1", help="2/4: the second of every four screens")
    asked.add_argument("--child", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.child:
        # Where it ends by a signal, the stack is all that is left of it.
        faulthandler.enable()
        render.one_look(given.child, given.only, given.out, part=given.part, pictures=not given.no_pictures)
        return 0
    begun = time.monotonic()

    def said(name: str) -> None:
        sys.stderr.write(f"{name}: {time.monotonic() - begun:.0f} s\n")

    names = given.variants.split(",")
    shots = render.all_looks(
        dict.fromkeys(names, given.part), given.only, given.out, pictures=not given.no_pictures, said=said
    )
    wrong = 0
    for shot in shots:
        for problem in ([shot.failed] if shot.failed else []) + [str(one) for one in (*shot.findings, *shot.barriers)]:
            wrong += 1
            sys.stdout.write(f"{shot.name} [{shot.variant}] {problem}\n")
    if not given.no_pictures:
        index = write_sheet(shots, [VARIANTS[name] for name in names], given.out)
        sys.stdout.write(f"{len(shots)} pictures: {index}\n")
    sys.stdout.write(f"{wrong} findings, {time.monotonic() - begun:.0f} s\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
