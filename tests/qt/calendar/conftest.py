"""Decides which shared fixtures these tests use."""

from __future__ import annotations

from tests.fixtures.desk import desk

__all__ = ["desk"]
