"""Decides what is said of how a template does: Meta's counts by day, or why there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

# Template analytics page: 90 days back; reads and clicks are counted for 7 days after the send.
REACH, FROZEN_AFTER = timedelta(days=90), timedelta(days=7)


class Click(msgspec.Struct, frozen=True):
    """How often a button was tapped; ``kind`` is Meta's (``quick_reply_button``, ``url_button``, …)."""

    kind: str
    label: str
    count: int


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the messages that were sent on one day (UTC). ``spent`` is in the account's currency."""

    day: date
    sent: int = 0
    delivered: int = 0
    read: int = 0
    clicks: tuple[Click, ...] = ()
    spent: Decimal | None = None


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How a template does, by days in their order, and altogether; ``read_at`` is when Meta was asked.

    Meta counts reads and taps for 7 days after a message was sent; ``frozen_before`` is the first day that still moves.
    """

    days: tuple[Day, ...]
    read_at: datetime
    frozen_before: date

    @property
    def total(self) -> Day:
        """The sum of the days, under the first of them."""
        taps: Counter[tuple[str, str]] = Counter()
        for one in self.days:
            taps.update({(click.kind, click.label): click.count for click in one.clicks})
        spent = [one.spent for one in self.days if one.spent is not None]
        return Day(
            day=self.days[0].day, sent=sum(one.sent for one in self.days),
            delivered=sum(one.delivered for one in self.days), read=sum(one.read for one in self.days),
            clicks=tuple(Click(kind, label, count) for (kind, label), count in taps.most_common()),
            spent=sum(spent, Decimal(0)) if spent else None,
        )  # fmt: skip


class Why(msgspec.Struct, frozen=True):
    """Why there are no figures, as a code of ``base.wording``; ``can_enable`` is whether they can be switched on."""

    code: str
    can_enable: bool = False


def frozen_before(now: datetime) -> date:
    """The first day whose figures still move."""
    return (now.astimezone(UTC) - FROZEN_AFTER).date()


def day_of(point: Mapping[str, Any]) -> Day | None:
    """A data point of Meta's; None for one that names no day."""
    start = point.get("start")
    if not isinstance(start, int):
        return None
    return Day(
        day=datetime.fromtimestamp(start, UTC).date(), sent=_count(point.get("sent")),
        delivered=_count(point.get("delivered")), read=_count(point.get("read")),
        clicks=tuple(_clicks(point.get("clicked"))), spent=_spent(point.get("cost")),
    )  # fmt: skip


def _count(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def _clicks(value: object) -> Iterable[Click]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, Mapping) and _count(one.get("count")):
            yield Click(str(one.get("type") or ""), str(one.get("button_content") or ""), _count(one.get("count")))


def _spent(value: object) -> Decimal | None:
    """What the messages cost; Meta tells it only to who pays it directly."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, Mapping):
            found = one.get("value") if one.get("type") == "amount_spent" else one.get("amount_spent")
            try:
                return Decimal(str(found)) if found is not None else None
            except InvalidOperation:
                return None
    return None
