"""Decides which prices a workspace knows, in which currency, and what a campaign costs by them."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import msgspec

from whatsapp_studio.audience.markets import Markets
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.paths import resource
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.campaigns.cost import CATEGORIES, CURRENCIES, Pricer, Rate
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.forecast import Forecast, forecast
from whatsapp_studio.campaigns.rate_card import SHIPPED, Change, Kind, difference, read_card
from whatsapp_studio.reports.bill import Bill
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.bills import CURRENCY
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.rates import RateSet, RateStore
from whatsapp_studio.storage.spending import Spend, SpendStore

__all__ = ["CATEGORIES", "CURRENCIES", "Change", "Forecast", "Outcome", "Rate", "RateCards", "RateSet", "Spend"]
# What ships with the program, and the made-up prices of its sandbox, which count for that alone.
SANDBOX, BY_HAND = "shipped:sandbox", "hand"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a file does, or did (``kept``): prices it adds, those that end because a later one begins, and what is the
    same already; ``problems`` say what could not be read, by line."""

    source: str
    kind: Kind
    adds: tuple[Rate, ...]
    changes: tuple[Change, ...]
    same: int
    problems: tuple[Problem, ...]
    kept: bool = False

    @property
    def new(self) -> int:
        """How many prices are new to the workspace."""
        return len(self.adds) + len(self.changes)


class RateCards:
    """The prices of messages. Every method may be called from any thread."""

    def __init__(self, store: Store, settings: Settings, clock: Clock, tell: Tell) -> None:
        self._store, self._kept, self._spending = store, RateStore(store), SpendStore(store)
        self._facts, self._settings = ConnectionStore(store), settings
        self._clock, self._tell, self._audit = clock, tell, Noting(store, clock, "rates")
        self._shipping = threading.Lock()
        self._shipped = False

    # -- what is known -------------------------------------------------------------------------------

    def currency(self) -> str:
        """What prices are in: the account's currency where Meta told it, else the one chosen here."""
        return self._facts.fact(CURRENCY) or self._settings.currency

    def currency_is_metas(self) -> bool:
        """Whether Meta told the currency: then nobody chooses it."""
        return bool(self._facts.fact(CURRENCY))

    def all(self) -> list[Rate]:
        """Every price that counts here, with those that later ones ended or that begin later."""
        account = self._facts.current()
        made_up = account is not None and account.is_sandbox
        return [one for one in (*self._ship(), *self._kept.all()) if made_up or one.source != SANDBOX]

    def as_of(self, day: date, currency: str = "") -> list[Rate]:
        """The prices that are valid on a day, in one currency (the account's)."""
        wanted, known = currency or self.currency(), self.all()
        found: list[Rate] = []
        for category in CATEGORIES:
            pricer = Pricer(known, category, wanted, day)
            for market in {one.market for one in known if one.category == category}:
                found += pricer.tiers(market)
        return sorted(found, key=lambda one: (one.market, CATEGORIES.index(one.category), one.above))

    def history(self, market: str, category: str, currency: str = "") -> list[Rate]:
        """Every price of a market and category, the latest first."""
        wanted = currency or self.currency()
        found = [one for one in self.all() if (one.market, one.category, one.currency) == (market, category, wanted)]
        return sorted(found, key=lambda one: (one.begins, -one.above), reverse=True)

    def sets(self) -> list[RateSet]:
        """Where prices came from, the newest first."""
        known = {one.source for one in self.all()}
        return [one for one in self._kept.sets() if one.source in known]

    def markets(self) -> tuple[str, ...]:
        """Every market of Meta's, by name."""
        return Markets(date.max).all

    # -- what it costs -------------------------------------------------------------------------------

    def pricer(self, category: str, at: date | None = None) -> Pricer:
        """Prices of a category on a day (today, UTC), with what counts towards volume tiers in its month."""
        day = at or self._clock.now().date()
        month = datetime.combine(day.replace(day=1), time.min, UTC)
        return Pricer(self.all(), category, self.currency(), day, lambda: self._spending.used(category, month))

    def prices(self, draft: Draft, at: datetime) -> Pricer:
        """Prices of a draft's messages from a moment on."""
        return self.pricer(draft.purpose, at.astimezone(UTC).date())

    def costs(self, pricer: Pricer, markets: Mapping[date, Mapping[str, int]]) -> Forecast:
        """What people by the day (UTC) of their price and by market come to; raises ``ValueError`` for nobody."""
        return self.forecast([(pricer.on(day), people) for day, people in sorted(markets.items())])

    def forecast(self, parts: Sequence[tuple[Pricer, Mapping[str, int]]]) -> Forecast:
        """What messages to so many people by market cost, by what earlier campaigns came to."""
        delivered, free = self._spending.past(parts[0][0].category, self._clock.now())
        return forecast(parts, delivered, free)

    def spend(self, campaign_id: str) -> Spend:
        """What a campaign has cost so far by its prices; raises ``LookupError`` where there is none."""
        return self._spending.spend(campaign_id)

    def bill(self, campaign_id: str) -> Bill:
        """What a campaign cost, beside what Meta charged on its days; raises ``LookupError`` where there is none."""
        from whatsapp_studio.services.billing import bill_of

        return bill_of(self._store, campaign_id, self.currency())

    # -- what a person changes -----------------------------------------------------------------------

    def choose_currency(self, code: str) -> None:
        """Prices are in this currency; where Meta told one, that stays."""
        self._settings.currency = code
        self._tell(Changes(rates=True))

    def look(self, path: Path, begins: date | None = None) -> Outcome:
        """What importing a file would do; nothing is kept. Raises ``UserError`` for one that is no table."""
        return self._outcome(path, begins)

    def bring_in(self, path: Path, begins: date | None = None) -> Outcome:
        """Import a price list; ``begins`` is for one that does not say itself from when on its prices count.

        Lines that cannot be read are left out and told. Prices that are there already never change.
        """
        found = self._outcome(path, begins)
        with self._store.write():
            fresh = (*found.adds, *(one.after for one in found.changes))
            corrected = [one.before for one in found.changes if one.before.begins == one.after.begins]
            self._kept.add(fresh, self._clock.now(), corrected)
            if fresh:
                self._audit("rates-imported", "", found.source, after={"rates": len(fresh)})
        self._tell(Changes(rates=True))
        return msgspec.structs.replace(found, kept=True)

    def set(self, market: str, category: str, price: Decimal, begins: date, currency: str = "") -> Rate:
        """A price by hand; raises ``UserError("rate-there")`` where one begins on that day, or it is no price."""
        wanted = currency or self.currency()
        if market not in self.markets():
            raise UserError("rate-market-unknown", text=market)
        if category not in CATEGORIES:
            raise UserError("rate-category-unknown", text=category)
        if wanted not in CURRENCIES:
            raise UserError("rate-currency-unknown", text=wanted)
        if price < 0 or price != round(price, 6):
            raise UserError("rate-price-unreadable", text=str(price))
        made = Rate(
            id=0, market=market, category=category, currency=wanted, price=price, begins=begins, source=BY_HAND
        )
        with self._store.write():
            does = difference([made], self.all())
            if does.refused:
                raise UserError(does.refused[0].code, **does.refused[0].facts)
            corrected = [one.before for one in does.changes if one.before.begins == begins]
            self._kept.add([made], self._clock.now(), corrected)
            self._audit("rate-set", "", market, after={"category": category, "currency": wanted, "price": str(price)})
        self._tell(Changes(rates=True))
        return made

    def remove(self, source: str) -> int:
        """Take a set of prices back; what was priced by it still says so. Returns how many prices it had."""
        with self._store.write():
            n = self._kept.remove(source, self._clock.now())
            if n:
                self._audit("rates-removed", "", source, before={"rates": n})
        self._tell(Changes(rates=True))
        return n

    # -- inside --------------------------------------------------------------------------------------

    def _outcome(self, path: Path, begins: date | None) -> Outcome:
        from whatsapp_studio.audience.importing import ReadOptions
        from whatsapp_studio.services.reading import open_table

        table = open_table(path, ReadOptions(has_header=False, first_row=1))
        card = read_card(table.rows(), path.name, begins)
        does = difference(card.rates, self.all())
        return Outcome(
            source=path.name, kind=card.kind, adds=does.adds, changes=does.changes, same=does.same,
            problems=(*card.problems, *does.refused),
        )  # fmt: skip

    def _ship(self) -> list[Rate]:
        """Take in what came with the program, once: what a person removed stays away.

        Where nothing may be written, what was not taken in yet comes back instead.
        """
        with self._shipping:
            if self._shipped:
                return []
            missing = [
                (path.stem, path.read_text(encoding="utf-8").splitlines())
                for path in sorted(resource("rates").glob("*.csv"))
                if not self._kept.was_there(SHIPPED + path.stem)
            ]
            cards = [
                read_card(((n, line.split(",")) for n, line in enumerate(lines, 1)), SHIPPED + name, None).rates
                for name, lines in missing
            ]
            if self._store.read_only:
                return [one for card in cards for one in card]
            for card in cards:
                known = [one for one in self._kept.all() if (one.source == SANDBOX) == (card[0].source == SANDBOX)]
                fresh = difference(card, known)
                self._kept.add((*fresh.adds, *(one.after for one in fresh.changes)), self._clock.now())
            self._shipped = True
            return []
