"""Decides how a journey file of an older format becomes one of today's: one step per format, on plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

FORMAT = 1
Raw = dict[str, Any]
Upgrade = Callable[[Raw], Raw]

# What makes a file of format n one of format n + 1. Old files never change, so no entry is ever taken out.
UPGRADES: Mapping[int, Upgrade] = {}


def upgraded(raw: Raw, upgrades: Mapping[int, Upgrade] = UPGRADES, to: int = FORMAT) -> Raw:
    """``raw`` in the format ``to``; its member ``format`` is a number from 1 to ``to``."""
    while raw["format"] < to:
        raw = {**upgrades[raw["format"]](raw), "format": raw["format"] + 1}
    return raw
