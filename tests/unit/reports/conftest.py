"""Decides which shared fixtures these tests use."""

from __future__ import annotations

from tests.fixtures.studio import outgoing, rooms, store

__all__ = ["outgoing", "rooms", "store"]
