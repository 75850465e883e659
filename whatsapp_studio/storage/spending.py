"""Decides what campaigns have cost so far, by the prices their messages were given, and whether one more fits.

What counts as spent is kept with every change of a message (``campaigns.spent``, by a trigger): asking costs the
reading of one row. A message whose price nobody knew counts for nothing here; a campaign with a budget has none of
these, for it cannot be launched so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.cost import amount, millionths
from whatsapp_studio.campaigns.forecast import Forecast, Past
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.db import Store

BUDGET_REACHED = "budget-reached"
# So many earlier campaigns say what to expect, and of each so many messages whether they were free.
_CAMPAIGNS, _SAMPLE = 24, 20_000
_ARRIVED = "('delivered', 'read')"


class Spend(msgspec.Struct, frozen=True, kw_only=True):
    """What a campaign's messages cost. ``spent`` of those that left and are neither failed nor free, ``waiting`` of
    those still queued; ``unknown`` counts those of the latter without a price, which are of ``markets``."""

    currency: str
    budget: Decimal | None
    spent: Decimal
    waiting: Decimal
    by_state: Mapping[str, Decimal]
    unknown: int = 0
    markets: tuple[str, ...] = ()

    @property
    def left(self) -> Decimal | None:
        """What the budget has room for; None without one."""
        return None if self.budget is None else max(Decimal(0), self.budget - self.spent)


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """Messages of a campaign that arrived, alike in all that says what they cost."""

    market: str
    category: str
    rate_id: int | None
    price: int | None
    billed: str
    billed_as: str
    messages: int


def affords(cursor: sqlite3.Cursor, campaign_id: str, price: int | None) -> bool:
    """Whether one more message of this price stays within the budget; always without one."""
    row = cursor.execute("SELECT budget, spent FROM campaigns WHERE id = ?", (campaign_id,)).fetchone()
    return row is None or row[0] is None or row[1] + (price or 0) <= row[0]


def pause_for_budget(cursor: sqlite3.Cursor, campaign_id: str, now: datetime) -> None:
    """The next message would cost more than a person allowed: it waits for them, which is noted once."""
    paused = cursor.execute(
        "UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE id = ? AND state = 'sending'"
        " RETURNING budget, spent, currency",
        (BUDGET_REACHED, campaign_id),
    ).fetchone()
    if paused is not None:
        budget, spent, currency = paused
        facts = {"budget": str(amount(budget)), "spent": str(amount(spent)), "currency": currency}
        note(cursor.connection, campaign_id, now, BUDGET_REACHED, facts)


class SpendStore:
    """What was spent, and what earlier campaigns say of the next one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def spend(self, campaign_id: str) -> Spend:
        """What a campaign has cost so far; raises ``LookupError`` for one that is not there."""
        row = self._store.row("SELECT budget, spent, currency FROM campaigns WHERE id = ?", (campaign_id,))
        if row is None:
            raise LookupError(campaign_id)
        states = self._store.rows(
            "SELECT state, coalesce(sum(price), 0) AS price FROM outbox"
            " WHERE campaign_id = ? AND state <> 'excluded' GROUP BY state",
            (campaign_id,),
        )
        unknown = self._store.rows(
            "SELECT market, count(*) AS n FROM outbox WHERE campaign_id = ? AND state = 'ready' AND price IS NULL"
            " GROUP BY market ORDER BY market",
            (campaign_id,),
        )
        prices = {one["state"]: amount(one["price"]) for one in states}
        return Spend(
            currency=row["currency"], budget=None if row["budget"] is None else amount(row["budget"]),
            spent=amount(row["spent"]), waiting=prices.get("ready", Decimal(0)), by_state=prices,
            unknown=sum(one["n"] for one in unknown), markets=tuple(one["market"] for one in unknown),
        )  # fmt: skip

    def set_budget(self, campaign_id: str, budget: Decimal | None) -> None:
        """Another budget from now on, in the campaign's own currency; None takes it away."""
        with self._store.write() as conn:
            conn.execute(
                "UPDATE campaigns SET budget = ? WHERE id = ?",
                (None if budget is None else millionths(budget), campaign_id),
            )

    def fits_next(self, campaign_id: str) -> bool:
        """Whether the next message that waits stays within the budget."""
        cursor = self._store.db.conn.cursor()
        row = cursor.execute(
            "SELECT price FROM outbox WHERE campaign_id = ? AND state = 'ready' ORDER BY not_before, id LIMIT 1",
            (campaign_id,),
        ).fetchone()
        return row is None or affords(cursor, campaign_id, row[0])

    def past(self, purpose: str, before: datetime) -> tuple[list[Past], list[Past]]:
        """Earlier campaigns, newest first: of what was tried how much arrived, and of that how much was free.

        Those with the same purpose where there are any, launched before a moment, of which receipts were heard.
        """
        found: dict[bool, list[tuple[Past, Past]]] = {True: [], False: []}
        rows = self._store.rows(
            "SELECT id, purpose FROM campaigns WHERE kind = 'campaign' AND state IN ('sending', 'done', 'stopped')"
            " AND launched_at < ? ORDER BY purpose = ? DESC, launched_at DESC LIMIT ?",
            (iso(before), purpose, 2 * _CAMPAIGNS),
        )
        for row in rows:
            alike = row["purpose"] == purpose
            wanted = len(found[alike]) < _CAMPAIGNS and (alike or not found[True])
            if wanted and (one := self._became(row["id"])) is not None:
                found[alike].append(one)
        chosen = found[True] or found[False]
        return [one for one, _ in chosen], [free for _, free in chosen if free.tried]

    def _became(self, campaign_id: str) -> tuple[Past, Past] | None:
        counts = {
            row["state"]: row["n"]
            for row in self._store.rows(
                "SELECT state, count(*) AS n FROM outbox WHERE campaign_id = ? GROUP BY state", (campaign_id,)
            )
        }
        arrived = counts.get("delivered", 0) + counts.get("read", 0)
        if not arrived:
            # Nothing is heard of arrivals: a receiver that is off says nothing of shares.
            return None
        row = self._store.row(
            "SELECT count(*) AS n, coalesce(sum(substr(billed, 1, 4) = 'free'), 0) AS free FROM"
            f" (SELECT billed FROM outbox WHERE campaign_id = ? AND state IN {_ARRIVED} LIMIT ?) WHERE billed <> ''",
            (campaign_id, _SAMPLE),
        )
        assert row is not None
        tried = arrived + counts.get("sent", 0) + counts.get("failed", 0)
        return Past(tried, arrived), Past(row["n"], row["free"])

    def used(self, category: str, since: datetime) -> dict[str, int]:
        """How many messages of a category arrived since the beginning of a month, by market, that were not free."""
        rows = self._store.rows(
            "SELECT o.market, count(*) AS n FROM campaigns c JOIN outbox o ON o.campaign_id = c.id"
            f" WHERE c.purpose = ? AND coalesce(c.finished_at, '9') >= ? AND o.state IN {_ARRIVED}"
            " AND o.claimed_at >= ? AND o.market <> '' AND substr(o.billed, 1, 4) <> 'free' GROUP BY o.market",
            (category, iso(since), iso(since)),
        )
        return {row["market"]: row["n"] for row in rows}

    def span(self, campaign_id: str) -> tuple[datetime, datetime] | None:
        """When the first of a campaign's messages left, and when anything was last heard of one; None if none left."""
        row = self._store.row(
            "SELECT min(claimed_at) AS first, max(coalesce(news_at, settled_at, claimed_at)) AS last FROM outbox"
            " WHERE campaign_id = ? AND claimed_at IS NOT NULL",
            (campaign_id,),
        )
        return None if row is None or row["first"] is None else (from_iso(row["first"]), from_iso(row["last"]))

    def on_the_way(self, campaign_id: str) -> int:
        """How many messages left of which no arrival is known."""
        return int(
            str(
                self._store.value(
                    "SELECT count(*) FROM outbox WHERE campaign_id = ?"
                    " AND state IN ('sending', 'accepted', 'held', 'sent', 'unknown')",
                    (campaign_id,),
                )
            )
        )

    def foreseen(self, campaign_id: str) -> tuple[str, Forecast | None]:
        """The currency of a campaign's costs, and what was foreseen at its launch."""
        row = self._store.row("SELECT currency, forecast FROM campaigns WHERE id = ?", (campaign_id,))
        if row is None:
            raise LookupError(campaign_id)
        kept = row["forecast"]
        return row["currency"], msgspec.json.decode(kept, type=Forecast) if kept else None

    def first_launch(self, since: datetime) -> datetime | None:
        """When the first campaign since a moment was launched."""
        found = self._store.value(
            "SELECT min(launched_at) FROM campaigns WHERE kind = 'campaign' AND launched_at >= ?", (iso(since),)
        )
        return from_iso(str(found)) if found else None

    def arrived(self, campaign_id: str) -> list[Count]:
        """What arrived of a campaign, by all that says what it cost."""
        rows = self._store.rows(
            "SELECT o.market, c.purpose, o.rate_id, o.price, o.billed, o.billed_as, count(*) AS n FROM outbox o"
            f" JOIN campaigns c ON c.id = o.campaign_id WHERE o.campaign_id = ? AND o.state IN {_ARRIVED}"
            " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 3, 5, 6",
            (campaign_id,),
        )
        return [
            Count(
                market=row["market"], category=row["purpose"], rate_id=row["rate_id"], price=row["price"],
                billed=row["billed"], billed_as=row["billed_as"], messages=row["n"],
            )
            for row in rows
        ]  # fmt: skip
