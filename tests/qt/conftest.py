"""Decides which shared fixtures the tests of the windows use."""

from __future__ import annotations

from tests.fixtures.desk import desk

__all__ = ["desk"]
