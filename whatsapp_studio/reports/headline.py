"""Decides which numbers open a report, what each is a share of, and what may not be claimed without receipts."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import share
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.which import DELIVERED, Which

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
BY_RECEIPT = frozenset({"sent", "delivered", "read"})
# Whoever came further than a stage is on its list too.
_LISTS: dict[str, Which] = {
    "planned": Which(states=("queued", "in_flight", "accepted", "held", "sent", "delivered", "read", "failed",
                             "unknown")),
    "accepted": Which(mark="accepted"),
    "sent": Which(states=("sent", "delivered", "read")),
    "delivered": DELIVERED,
    "read": Which(states=("read",)),
}  # fmt: skip


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One number: its words, how many (None: nobody knows), its share with the base in words, the list behind it."""

    key: str
    label: str
    n: int | None
    base: str
    which: Which
    tip: str = ""


def stages(report: Report) -> tuple[Figure, ...]:
    """The rows of the funnel; what only a receipt can tell is not known without receipts, rather than zero."""
    reached = dict(report.funnel)
    rows = []
    for name, n in report.funnel:
        known = name not in BY_RECEIPT or report.has_receipts
        base = _of_base(name, n, reached) if known else tr("not known")
        rows.append(Figure(
            key=name, label=tr(_STAGES[name]), n=n if known else None, base=base, which=_LISTS[name]
        ))  # fmt: skip
    return tuple(rows)


def headline(report: Report) -> tuple[Figure, ...]:
    """The numbers at the top, in the order of a message's life, then what went otherwise."""
    found, reached = report.figures, dict(report.funnel)
    figures = [
        Figure(key="accepted", label=tr("Accepted by Meta"), n=found.accepted,
               base=_of_base("accepted", found.accepted, reached), which=_LISTS["accepted"],
               tip=tr("Meta took the message. That is not yet delivery.")),
    ]  # fmt: skip
    if report.has_receipts:
        figures += [
            Figure(key="delivered", label=tr("Delivered"), n=found.delivered, which=_LISTS["delivered"],
                   base=_of_base("delivered", found.delivered, reached)),
            Figure(key="read", label=tr("Read, at least"), n=found.read, which=_LISTS["read"],
                   base=_of_base("read", found.read, reached),
                   tip=tr("People can switch read receipts off, so more may have read it.")),
        ]  # fmt: skip
    base = found.delivered if report.has_receipts else found.accepted
    words = mark("{share} of delivered") if report.has_receipts else mark("{share} of accepted")
    figures += [
        Figure(key="replied", label=tr("Replied"), n=found.replied, which=Which(mark="replied"),
               base=tr(words, share=share(found.replied, base)),
               tip=tr("They quoted the message or tapped one of its buttons. Other messages they wrote do not count.")),
        Figure(key="clicked", label=tr("Tapped a button"), n=found.clicked, which=Which(mark="clicked"),
               base=tr(words, share=share(found.clicked, base)),
               tip=tr("Buttons that answer. WhatsApp does not tell who followed a link or called a number.")),
        Figure(key="opted_out", label=tr("Opted out"), n=found.opted_out, which=Which(mark="opted-out"),
               base=tr(words, share=share(found.opted_out, base)),
               tip=tr("They asked for no more in answer to this message, or within 72 hours after it when no other"
                      " message came in between.")),
        Figure(key="failed", label=tr("Failed"), n=found.failed, which=Which(states=("failed",)),
               base=tr("{share} of planned", share=share(found.failed, found.planned))),
    ]  # fmt: skip
    if found.unknown:
        figures.append(Figure(
            key="unknown", label=tr("Not known"), n=found.unknown, which=Which(states=("unknown",)),
            base=tr("{share} of planned", share=share(found.unknown, found.planned)),
            tip=tr("The connection broke at the wrong moment. The Sending page asks you to decide."),
        ))  # fmt: skip
    if found.waiting:
        figures.append(Figure(
            key="waiting", label=tr("Waiting"), n=found.waiting, which=Which(states=("queued", "in_flight")),
            base=tr("{share} of planned", share=share(found.waiting, found.planned)),
            tip=tr("These messages are still to be sent, or are on their way to Meta."),
        ))  # fmt: skip
    if found.cancelled:
        figures.append(Figure(
            key="cancelled", label=tr("Cancelled"), n=found.cancelled, which=Which(reason="stopped"),
            base=tr("{share} of everybody", share=share(found.cancelled, found.total)),
            tip=tr("The campaign was stopped before these messages left."),
        ))  # fmt: skip
    left_out = found.excluded - found.cancelled
    figures.append(Figure(
        key="excluded", label=tr("Left out"), n=left_out,
        which=Which(states=("excluded",), but_reason="stopped" if found.cancelled else ""),
        base=tr("{share} of everybody", share=share(left_out, found.total)),
        tip=tr("These people never got a message; the reasons are below."),
    ))  # fmt: skip
    return tuple(figures)


def _of_base(name: str, n: int, reached: Mapping[str, int]) -> str:
    if name not in _BASES:
        return ""
    base, words = _BASES[name]
    return tr(words, share=share(n, reached.get(base, 0)))
