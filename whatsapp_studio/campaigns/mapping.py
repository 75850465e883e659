"""Decides what fills one place of a template, and what happens where that is empty."""

from __future__ import annotations

from typing import Literal

import msgspec

EmptyRule = Literal["skip", "block"]


class Mapping(msgspec.Struct, frozen=True):
    """What fills one place of the template.

    ``expression`` is Liquid over ``contact.*``; ``fallback`` is used where its result is empty; where that
    is empty too, ``if_empty`` says whether the contact is left out or the campaign is blocked.
    """

    expression: str = ""
    fallback: str = ""
    if_empty: EmptyRule = "skip"
