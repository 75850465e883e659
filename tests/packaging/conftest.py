"""The scripts of packaging/, which are no package that could be imported by name."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """A module of packaging/linux by its name."""
    monkeypatch.syspath_prepend(ROOT / "packaging" / "linux")
    before = set(sys.modules)

    def loaded(name: str) -> ModuleType:
        found = importlib.import_module(name)
        for one in set(sys.modules) - before:
            if one in ("bundle", "icons", "libraries", "manpage", "packages"):
                monkeypatch.setitem(sys.modules, one, sys.modules[one])
        return found

    return loaded
