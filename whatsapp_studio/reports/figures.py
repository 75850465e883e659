"""Decides which numbers a group of recipients has, and that groups that are put together have their sum."""

from __future__ import annotations

import msgspec

from whatsapp_studio.campaigns.campaign import Counts


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How many of ``total`` recipients came how far.

    Each is in exactly one of ``excluded``, ``waiting``, ``unknown``, ``accepted`` and the failed that were never
    accepted. ``accepted``, ``sent``, ``delivered`` and ``read`` are cumulative: whoever read it also had it delivered.
    ``failed_later`` are those of ``failed`` that Meta had accepted, ``cancelled`` those of ``excluded`` whose campaign
    was stopped. ``replied`` quoted the message or tapped one of its buttons, ``clicked`` tapped one; ``opted_out`` said
    no to more because of it.
    """

    total: int = 0
    excluded: int = 0
    cancelled: int = 0
    waiting: int = 0
    accepted: int = 0
    sent: int = 0
    delivered: int = 0
    read: int = 0
    failed: int = 0
    failed_later: int = 0
    unknown: int = 0
    replied: int = 0
    clicked: int = 0
    opted_out: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})

    @property
    def planned(self) -> int:
        """All but those who were left out."""
        return self.total - self.excluded

    @property
    def parts(self) -> int:
        """What the places add up to in which each recipient is once: always ``total``."""
        return self.excluded + self.waiting + self.unknown + self.accepted + self.failed - self.failed_later


def figures(
    counts: Counts, *, failed_later: int = 0, cancelled: int = 0, replied: int = 0, clicked: int = 0,
    opted_out: int = 0,
) -> Figures:  # fmt: skip
    """The figures of everybody that ``counts`` counts."""
    delivered = counts.read + counts.delivered
    sent = delivered + counts.sent
    return Figures(
        total=counts.total, excluded=counts.excluded, cancelled=cancelled,
        waiting=counts.queued + counts.in_flight, accepted=sent + counts.accepted + counts.held + failed_later,
        sent=sent, delivered=delivered, read=counts.read, failed=counts.failed, failed_later=failed_later,
        unknown=counts.unknown, replied=replied, clicked=clicked, opted_out=opted_out,
    )  # fmt: skip


def together(counts: list[Counts]) -> Counts:
    """The sum of counts: a person who is in several of them is counted once for each message."""
    return Counts(**{name: sum(getattr(one, name) for one in counts) for name in Counts.__struct_fields__})
