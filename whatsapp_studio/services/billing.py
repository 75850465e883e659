"""Decides what is known of what Meta charged: read once a day after campaigns, and put beside our own count.

Costs are told only to an account that pays Meta itself; one that a partner pays for gets numbers of messages alone
(pricing analytics page).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from whatsapp_studio.audience.markets import Markets
from whatsapp_studio.base.clock import Clock, from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.cost import CURRENCIES
from whatsapp_studio.cloudapi.wire import Json
from whatsapp_studio.reports.bill import Arrived, Bill, Charged, bill
from whatsapp_studio.services.cancelling import finished
from whatsapp_studio.services.submitting import Api
from whatsapp_studio.storage.bills import CURRENCY, BillRow, BillStore
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.rates import RateStore
from whatsapp_studio.storage.spending import SpendStore

_ASKED = "bills.asked_at"
_EVERY = timedelta(days=1)
# Figures of a day may still change so long after it; campaigns are followed for so long, and asked for a month a time.
_SETTLED, _FOLLOWED, _AT_ONCE = timedelta(days=4), timedelta(days=60), timedelta(days=30)
_REGULAR, _NOON = "REGULAR", 12 * 3600


class Billing:
    """Reads what Meta charged. Every method may be called from any thread; those that ask Meta block."""

    def __init__(self, store: Store, clock: Clock, tell: Tell, api: Api) -> None:
        self._facts, self._bills, self._spending = ConnectionStore(store), BillStore(store), SpendStore(store)
        self._clock, self._tell, self._api = clock, tell, api

    def due(self) -> datetime | None:
        """When Meta is asked next: at once for the account's currency, and once a day after campaigns."""
        if self._facts.current() is None:
            return None
        now = self._clock.now()
        asked = self._facts.fact(_ASKED)
        if not asked:
            return now
        if self._facts.fact(CURRENCY) and self._spending.first_launch(now - _FOLLOWED) is None:
            return None
        return from_iso(asked) + _EVERY

    def do(self, progress: Progress) -> None:
        """Read the account's currency, and what was charged since the first campaign that is followed still.

        What Meta refuses today is asked again tomorrow. Raises ``WorldError`` where Meta cannot be reached.
        """
        try:
            finished(self._read(progress), progress)
        except UserError:
            self._facts.set_fact(_ASKED, iso(self._clock.now()))
            raise
        self._facts.set_fact(_ASKED, iso(self._clock.now()))
        self._tell(Changes(rates=True))

    async def _read(self, progress: Progress) -> None:
        now = self._clock.now()
        first = self._spending.first_launch(now - _FOLLOWED)
        async with self._api() as api:
            currency = str((await api.waba()).get("currency") or "")
            if currency in CURRENCIES:
                self._facts.set_fact(CURRENCY, currency)
            if first is None:
                return
            read = self._bills.read_at()
            day = (first if read is None else max(first, read - _SETTLED)).astimezone(UTC).date()
            while day <= now.date():
                end = min(day + _AT_ONCE, now.date() + timedelta(days=1))
                points = await api.pricing(_midnight(day), _midnight(end))
                self._bills.keep(_rows(points, currency), day, end - timedelta(days=1), now)
                progress.report((end - first.date()).days, (now.date() - first.date()).days + 1)
                day = end


def bill_of(store: Store, campaign_id: str, currency: str) -> Bill:
    """A campaign's bill; ``currency`` where the campaign names none. Raises ``LookupError`` where there is none."""
    spending, bills = SpendStore(store), BillStore(store)
    named, foreseen = spending.foreseen(campaign_id)
    counts = spending.arrived(campaign_id)
    rates = RateStore(store).by_id({one.rate_id for one in counts if one.rate_id is not None})
    arrived = [
        Arrived(
            market=one.market, category=one.category, rate=rates.get(one.rate_id or 0), billed=one.billed,
            billed_as=one.billed_as, messages=one.messages,
        )
        for one in counts
    ]  # fmt: skip
    span = spending.span(campaign_id)
    days = (span[0].date(), span[1].date()) if span else (date.min, date.min)
    read_at = bills.read_at()
    known = span is not None and read_at is not None and read_at >= span[0]
    return bill(
        arrived, _charged(bills.of(*days), days[0]) if known else None, currency=named or currency, days=days,
        on_the_way=spending.on_the_way(campaign_id), forecast=foreseen, read_at=read_at if known else None,
    )  # fmt: skip


def _charged(rows: Sequence[BillRow], at: date) -> list[Charged]:
    """Meta's figures by market and category."""
    markets = Markets(at)
    found: dict[tuple[str, str], Charged] = {}
    for row in rows:
        key = markets.of_country(row.country), row.category
        before = found.get(key) or Charged(market=key[0], category=key[1], messages=0, free=0, cost=Decimal(0))
        paid = row.type == _REGULAR
        cost = None if before.cost is None or (paid and row.cost is None) else before.cost + (row.cost or 0)
        found[key] = Charged(
            market=key[0], category=key[1], messages=before.messages + paid * row.volume,
            free=before.free + (not paid) * row.volume, cost=cost,
        )  # fmt: skip
    return list(found.values())


def _rows(points: Iterable[Json], currency: str) -> list[BillRow]:
    """Meta's data points as they are kept; what cannot be read is left out."""
    found: list[BillRow] = []
    for point in points:
        start, volume = point.get("start"), point.get("volume")
        if not isinstance(start, int) or not isinstance(volume, int):
            continue
        found.append(
            BillRow(
                # A day is the account's own: its noon is on that day everywhere.
                day=datetime.fromtimestamp(start + _NOON, UTC).date(), country=str(point.get("country") or ""),
                category=str(point.get("pricing_category") or "").lower().replace("_", "-"),
                type=str(point.get("pricing_type") or ""), tier=str(point.get("tier") or ""), currency=currency,
                volume=volume, cost=_cost(point.get("cost")),
            )
        )  # fmt: skip
    return found


def _cost(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
