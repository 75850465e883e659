"""Decides which shared fixtures these tests use."""

from __future__ import annotations

from tests.fixtures.desk import desk
from tests.fixtures.opened import open_window

__all__ = ["desk", "open_window"]
