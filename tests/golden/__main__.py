"""Decides how the kept pictures of messages are renewed: ``python -m tests.golden [NAME…]``, then look at each."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication

from tests.golden import draw, kept, put_files, save
from tests.golden.cases import CASES, FINE


def main(names: list[str]) -> int:
    """Draw and keep the pictures of these names, or all of them; those of cases that are gone are removed."""
    app = QGuiApplication([])
    wanted = set()
    with tempfile.TemporaryDirectory() as folder:
        put_files(Path(folder))
        for name, case in CASES.items():
            for ratio, path in ((1.0, kept(name)), (2.0, kept(f"{name}@2x"))):
                if ratio == 1.0 or name in FINE:
                    wanted.add(path)
                    if not names or name in names:
                        save(draw(case, ratio, Path(folder)), path)
    for path in set(kept("x").parent.glob("*.png")) - wanted:
        path.unlink()
    sys.stdout.write(f"{len(wanted)} pictures, {sum(path.stat().st_size for path in wanted) // 1024} KiB\n")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
