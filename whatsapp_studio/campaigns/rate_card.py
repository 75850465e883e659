"""Decides what a price list says: Meta's card, Meta's list of volume tiers, or one in this program's own layout.

Meta offers its prices as CSV files without an interface to them (pricing page): one line a market and currency with a
column for each category, and another file for the thresholds of utility and authentication. The latter's columns are
not described there: a column that says from how many messages on, and a price for each category or a category and a
price, are understood. The own layout is ``market,category,currency,price,above,begins``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

import msgspec

from whatsapp_studio.audience.markets import Markets
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.cost import CATEGORIES, CURRENCIES, TIERED, Rate

Kind = Literal["card", "tiers", "own"]
# A header stands in one of the first rows: above it there may be a title.
_TITLE_ROWS = 20
# How the sources of prices begin that came with the program.
SHIPPED = "shipped:"
_PRICES = frozenset({"price", "rate", "list-rate", "rate-per-message"})
_FROM = (
    "above", "from", "volume-from", "tier-from", "tier-start", "lower-bound", "min", "tier", "volume-tier", "volume"
)  # fmt: skip
_BEGINS = ("begins", "effective-date", "valid-from", "begin", "starts")
# Cells that say there is no such price.
_NONE = frozenset({"", "-", "--", "–", "—", "n/a", "na", "none"})
_SIGNS = {
    "$US": "USD", "US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "R$": "BRL", "RP": "IDR", "A$": "AUD",
    "$AU": "AUD", "MX$": "MXN", "S$": "SGD", "RM": "MYR", "S/": "PEN",
}  # fmt: skip
_ALSO = {
    "uk": "United Kingdom", "uae": "United Arab Emirates", "us and canada": "North America", "türkiye": "Turkey",
    "turkiye": "Turkey", "ksa": "Saudi Arabia",
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MOST_DECIMALS = 6


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the rates (with ``id`` 0), what could not be read by line, and which layout it is."""

    kind: Kind
    rates: tuple[Rate, ...]
    problems: tuple[Problem, ...]


class Change(msgspec.Struct, frozen=True):
    """A price that ends because a later one begins, or one that came with the program and is known better now."""

    before: Rate
    after: Rate


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What a card does to what is known.

    ``same`` counts what is there already; ``refused`` are prices of a day that has another one: a price never changes.
    """

    adds: tuple[Rate, ...] = ()
    changes: tuple[Change, ...] = ()
    same: int = 0
    refused: tuple[Problem, ...] = ()


class _Line(Exception):
    """A line that cannot be read, with its code and facts."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code, self.facts = code, facts


def read_card(rows: Iterable[tuple[int, Sequence[str]]], source: str, begins: date | None) -> Card:
    """Read the rows of a file, each with its line number; ``begins`` is for a card that says no day itself."""
    columns: dict[str, int] = {}
    kind: Kind = "card"
    rates: dict[tuple[object, ...], Rate] = {}
    problems: list[Problem] = []
    for seen, (line, cells) in enumerate(rows):
        if not columns:
            columns = _header(cells)
            kind = _kind(columns)
            if not columns and seen == _TITLE_ROWS:
                break
            continue
        try:
            found = _rates(cells, columns, source, begins)
        except _Line as error:
            problems.append(Problem(error.code, str(line), {"line": line, **error.facts}))
            continue
        for one in found:
            known = rates.setdefault(_key(one), one)
            if known.price != one.price:
                problems.append(Problem("rate-twice", str(line), {"line": line, **_named(one)}))
    if not columns:
        problems.append(Problem("rates-no-columns"))
    elif not rates and not problems:
        problems.append(Problem("rates-empty"))
    return Card(kind=kind, rates=tuple(rates.values()), problems=tuple(problems))


def difference(card: Iterable[Rate], known: Iterable[Rate]) -> Difference:
    """What further rates do to those that are known."""
    there: dict[tuple[object, ...], Rate] = {}
    history: dict[tuple[object, ...], list[Rate]] = {}
    for one in known:
        there[_key(one)] = one
        history.setdefault(_key(one)[:4], []).append(one)
    adds: list[Rate] = []
    changes: list[Change] = []
    refused: list[Problem] = []
    same = 0
    for one in card:
        if (old := there.get(_key(one))) is not None:
            if old.price == one.price:
                same += 1
            elif old.source.startswith(SHIPPED) and not one.source.startswith(SHIPPED):
                changes.append(Change(old, one))
            else:
                refused.append(Problem("rate-there", "", {**_named(one), "price": str(old.price)}))
            continue
        before = [other for other in history.get(_key(one)[:4], ()) if other.begins < one.begins]
        last = max(before, key=lambda other: other.begins, default=None)
        if last is None or last.price == one.price:
            adds.append(one)
        else:
            changes.append(Change(last, one))
    return Difference(adds=tuple(adds), changes=tuple(changes), same=same, refused=tuple(refused))


def decimal_of(text: str) -> Decimal:
    """A price as somebody wrote it, with a point or a comma; raises ``ValueError``."""
    try:
        return _price(text)
    except _Line as error:
        raise ValueError(error.code) from error


def _key(rate: Rate) -> tuple[object, ...]:
    return rate.market, rate.category, rate.currency, rate.above, rate.begins


def _named(rate: Rate) -> dict[str, object]:
    return {
        "market": rate.market, "category": rate.category, "currency": rate.currency, "begins": rate.begins.isoformat()
    }  # fmt: skip


def _word(cell: str) -> str:
    return re.sub(r"[\s_\-–/]+", "-", cell.strip().lstrip("\ufeff").casefold()).strip("-")


def _header(cells: Sequence[str]) -> dict[str, int]:
    """The columns by their plain names; none where the row is no header."""
    names: dict[str, int] = {}
    for place, cell in enumerate(cells):
        names.setdefault(_word(cell), place)
    priced = names.keys() & {*CATEGORIES, *_PRICES}
    return names if "market" in names and "currency" in names and priced else {}


def _kind(columns: Mapping[str, int]) -> Kind:
    if "category" in columns and "price" in columns:
        return "own"
    return "tiers" if any(name in columns for name in _FROM) else "card"


def _rates(
    cells: Sequence[str], columns: Mapping[str, int], source: str, begins: date | None
) -> list[Rate]:  # fmt: skip
    def cell(*names: str) -> str:
        place = next((columns[name] for name in names if name in columns), -1)
        return cells[place].strip() if 0 <= place < len(cells) else ""

    market, currency = _market(cell("market")), _currency(cell("currency"))
    begins = _day(cell(*_BEGINS)) or begins
    if begins is None:
        raise _Line("rate-no-day")
    above = _above(cell(*_FROM))
    if any(name in columns for name in _PRICES):
        category = _word(cell("category"))
        if category not in CATEGORIES:
            raise _Line("rate-category-unknown", text=cell("category"))
        prices = {category: cell(*_PRICES)}
    else:
        prices = {name: cell(name) for name in CATEGORIES if name in columns}
    found = [
        Rate(
            id=0, market=market, category=category, currency=currency, price=_price(text), above=above, begins=begins,
            source=source,
        )
        for category, text in prices.items()
        if text.casefold() not in _NONE
    ]  # fmt: skip
    if above and any(one.category not in TIERED for one in found):
        raise _Line("rate-no-tiers", category=next(one.category for one in found if one.category not in TIERED))
    return found


def _market(text: str) -> str:
    plain = re.sub(r"\s+", " ", text.strip()).casefold().replace("&", "and")
    for name in Markets(date.max).all:
        if name.casefold().replace("&", "and") == plain:
            return name
    if plain in _ALSO:
        return _ALSO[plain]
    raise _Line("rate-market-unknown", text=text)


def _currency(text: str) -> str:
    plain = text.strip().upper()
    found = plain if plain in CURRENCIES else _SIGNS.get(plain, "")
    if not found:
        raise _Line("rate-currency-unknown", text=text)
    return found


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise _Line("rate-day-unreadable", text=text) from None


def _above(text: str) -> int:
    """After how many messages a tier begins: ``100,001 – 500,000`` and ``100000`` both begin after 100,000."""
    if not text:
        return 0
    number = re.match(r"\d{1,3}(?:[.,\s]\d{3})+|\d+", text)
    if number is None:
        raise _Line("rate-above-unreadable", text=text)
    first = int(re.sub(r"\D", "", number.group()))
    return first - 1 if first % 10 == 1 else first


def _price(text: str) -> Decimal:
    number = _NUMBER.search(text)
    if number is None or "-" in text:
        raise _Line("rate-price-unreadable", text=text)
    digits = number.group()
    if digits.rfind(",") > digits.rfind(".") >= 0:
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(",") == 1 and "." not in digits:
        whole, behind = digits.split(",")
        if len(behind) == 3 and whole.strip("0"):
            # A thousand or three decimals: nobody can tell.
            raise _Line("rate-price-unreadable", text=text)
        digits = f"{whole}.{behind}"
    try:
        price = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        raise _Line("rate-price-unreadable", text=text) from None
    exponent = price.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _MOST_DECIMALS:
        raise _Line("rate-too-precise", text=text)
    return price
