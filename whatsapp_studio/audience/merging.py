"""Decides what two contacts of one person become: which values are kept, and that a no stays a no."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

import msgspec

from whatsapp_studio.audience.contact import STANDARD_FIELDS, Consent, Contact

# What can be chosen from either of two contacts, beside custom fields.
CHOICES = (*STANDARD_FIELDS, "is_test")


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """Two contacts that became one; ``undone_at`` is None while they are one. Moments are aware."""

    id: int
    kept: int
    gone: int
    at: datetime
    undone_at: datetime | None = None


def stricter(one: Consent, other: Consent) -> Consent:
    """The answer of a person who was kept twice: a no is kept; else a yes that was given counts."""
    said = {one, other}
    return "no" if "no" in said else "yes" if "yes" in said else "unknown"


def merged(kept: Contact, gone: Contact, of_gone: Collection[str]) -> Contact:
    """The contact that remains: ``of_gone`` names what is taken from the other one (:data:`CHOICES`, custom fields).

    What Meta knows a number by goes with the number. Consent is the stricter answer of both.
    """
    number = gone if "phone" in of_gone else kept
    fields: Mapping[str, object] = {
        name: (gone if name in of_gone else kept).fields.get(name) for name in {**kept.fields, **gone.fields}
    }
    return msgspec.structs.replace(
        kept,
        **{name: getattr(gone if name in of_gone else kept, name) for name in CHOICES},
        wa_id=number.wa_id, raw_phone=number.raw_phone, user_id=kept.user_id or gone.user_id,
        marketing=stricter(kept.marketing, gone.marketing), utility=stricter(kept.utility, gone.utility), fields=fields,
    )  # fmt: skip


def suggested(kept: Contact, gone: Contact) -> frozenset[str]:
    """What is taken from the other contact until somebody chooses: what this one leaves empty."""
    empty = {name for name in CHOICES if not getattr(kept, name) and getattr(gone, name)}
    return frozenset(empty | {
        name for name, value in gone.fields.items() if value not in (None, "", ()) and
        kept.fields.get(name) in (None, "", ())
    })  # fmt: skip
