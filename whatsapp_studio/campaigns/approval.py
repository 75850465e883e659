"""Decides the code of a review: the same message to the same people has the same one, and anything else another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from whatsapp_studio.campaigns.draft import Draft


def review_code(draft: Draft, templates: Iterable[str], people: array[int]) -> str:
    """Six digits in two groups (``482 917``) for a draft, the texts of its templates and the ids of its audience.

    What is not sent does not count: the step where the wizard was left, and what was ticked.
    """
    sent = msgspec.structs.replace(draft, step="purpose", field="", accepted_warnings=())
    mark = blake2b(msgspec.json.encode(sent, order="deterministic"), digest_size=8)
    for raw in templates:
        mark.update(b"\0" + raw.encode())
    mark.update(b"\0" + array("q", sorted(people)).tobytes())
    digits = f"{int.from_bytes(mark.digest(), 'big') % 1_000_000:06d}"
    return f"{digits[:3]} {digits[3:]}"


def same_code(typed: str, code: str) -> bool:
    """Whether what somebody typed is that code, with any spaces."""
    return "".join(typed.split()) == "".join(code.split())
