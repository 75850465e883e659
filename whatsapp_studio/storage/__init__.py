"""Storage: every row of a workspace, in one SQLite file."""

from __future__ import annotations

import sys


def _load_sqlite_utils() -> None:
    """It brings numpy along wherever that is installed, only to know its numbers; here nobody hands it any.

    Without that the program starts a tenth of a second sooner; whoever counts with numpy later finds it as ever.
    """
    if "numpy" in sys.modules:
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: F401
    finally:
        del sys.modules["numpy"]


_load_sqlite_utils()
