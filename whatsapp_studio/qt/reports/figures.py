"""Decides which numbers open a report, what each is a share of, and what may not be claimed without receipts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.campaigns.campaign import Counts
from whatsapp_studio.qt.phrases import share
from whatsapp_studio.qt.reports.funnel import Stage

_STAGES: dict[str, str] = {
    "planned": mark("Planned"),
    "accepted": mark("Accepted by Meta"),
    "sent": mark("Sent"),
    "delivered": mark("Delivered"),
    "read": mark("Read, at least"),
}
_BASES: dict[str, tuple[str, str]] = {
    "accepted": ("planned", mark("{share} of planned")),
    "sent": ("accepted", mark("{share} of accepted")),
    "delivered": ("accepted", mark("{share} of accepted")),
    "read": ("delivered", mark("{share} of delivered")),
}
# Whoever read it also had it delivered: the list behind the number holds both.
DELIVERED = "delivered,read"
_BY_RECEIPT = frozenset({"sent", "delivered", "read"})


class Report(Protocol):
    """What this page reads of a report."""

    @property
    def counts(self) -> Counts: ...
    @property
    def funnel(self) -> tuple[tuple[str, int], ...]: ...
    @property
    def replied(self) -> int: ...
    @property
    def excluded(self) -> Mapping[str, int]: ...
    @property
    def errors(self) -> Mapping[int, int]: ...
    @property
    def has_receipts(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline number: its words, its value as shown, its base, and the states its list is filtered by."""

    label: str
    value: str
    base: str
    state: str
    tip: str = ""


def stages(report: Report) -> tuple[Stage, ...]:
    """The rows of the funnel; what only a receipt can tell is not known without receipts, rather than zero."""
    reached = dict(report.funnel)
    rows = []
    for name, n in report.funnel:
        if name in _BY_RECEIPT and not report.has_receipts:
            rows.append(Stage(tr(_STAGES[name]), 0, tr("not known"), known=False))
        else:
            rows.append(Stage(tr(_STAGES[name]), n, _of_base(name, n, reached)))
    return tuple(rows)


def headline(report: Report) -> tuple[Figure, ...]:
    """The numbers at the top, in the order of a message's life, then what went otherwise."""
    reached, counts = dict(report.funnel), report.counts
    planned, accepted = reached.get("planned", 0), reached.get("accepted", 0)
    delivered = reached.get("delivered", 0)
    figures = [
        Figure(tr("Accepted by Meta"), number(accepted), _of_base("accepted", accepted, reached), "",
               tr("Meta took the message. That is not yet delivery.")),
    ]  # fmt: skip
    if report.has_receipts:
        read = reached.get("read", 0)
        figures += [
            Figure(tr("Delivered"), number(delivered), _of_base("delivered", delivered, reached), DELIVERED),
            Figure(tr("Read, at least"), number(read), _of_base("read", read, reached), "read",
                   tr("People can switch read receipts off, so more may have read it.")),
            Figure(tr("Replied"), number(report.replied),
                   tr("{share} of delivered", share=share(report.replied, delivered)), ""),
        ]  # fmt: skip
    figures.append(
        Figure(tr("Failed"), number(counts.failed), tr("{share} of planned", share=share(counts.failed, planned)),
               "failed")
    )  # fmt: skip
    if counts.unknown:
        figures.append(
            Figure(tr("Not known"), number(counts.unknown),
                   tr("{share} of planned", share=share(counts.unknown, planned)), "unknown",
                   tr("The connection broke at the wrong moment. The Sending page asks you to decide."))
        )  # fmt: skip
    figures.append(
        Figure(tr("Left out"), number(counts.excluded),
               tr("{share} of everybody", share=share(counts.excluded, counts.total)), "excluded",
               tr("These people never got a message; the reasons are below."))
    )  # fmt: skip
    return tuple(figures)


def _of_base(name: str, n: int, reached: Mapping[str, int]) -> str:
    if name not in _BASES:
        return ""
    base, words = _BASES[name]
    return tr(words, share=share(n, reached.get(base, 0)))
