"""Decides what may be loaded before the window is first painted: everything else waits until somebody needs it."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.fixtures.window_child import no_window_left, start_window
from whatsapp_studio.app import Studio

__all__ = ["no_window_left"]

# What takes long to load, or is needed by a page, the engine, the sandbox or a command only.
LATER = [
    "anyio", "babel", "charset_normalizer", "cryptography", "dateutil", "h11", "httpcore", "httpx", "keyring", "liquid",
    "multiprocessing", "multipart", "numpy", "phonenumbers", "python_calamine_plus", "rich", "secretstorage",
    "sqlite_utils", "starlette", "structlog", "truststore", "uvicorn", "vobject",
]  # fmt: skip
# Of the window itself: pages are made when they are first opened, or when nothing else is to be done.
PAGES_LATER = [
    f"whatsapp_studio.qt.{name}.page"
    for name in ("journeys", "campaigns", "templates", "contacts", "audiences", "delivery", "reports", "settings")
]
PAINTED = """
import json
from PySide6.QtCore import QEvent, QObject

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
            say(json.dumps(sorted(sys.modules)))
            app.removeEventFilter(self)
        return False

def ready(made):
    global app, painted
    app, painted = made, Painted()
    app.installEventFilter(painted)
"""


@pytest.fixture
def kept(workspace: Path) -> Path:
    """A workspace that was open before: its database is made."""
    Studio.open(workspace).close()
    (workspace / "settings.json").write_text(json.dumps({"webhook.enabled": False}), encoding="utf-8")
    return workspace


@pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal of POSIX")
def test_what_is_heavy_is_not_loaded_before_the_first_paint(kept: Path) -> None:
    child = start_window(kept, PAINTED)
    loaded = set(json.loads(child.line()))
    assert child.end(signal.SIGTERM) == 0

    assert {"PySide6.QtWidgets", "whatsapp_studio.qt.home.page"} <= loaded
    assert [name for name in (*LATER, *PAGES_LATER) if name in loaded] == []
