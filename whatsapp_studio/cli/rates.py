"""Decides how prices are looked after on the command line: listed, imported, entered."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from whatsapp_studio.base import wording
from whatsapp_studio.base.cost_words import category_word, price_words, since_words
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.campaigns.cost import CATEGORIES, CURRENCIES, Rate
from whatsapp_studio.campaigns.rate_card import decimal_of
from whatsapp_studio.cli.shared import FAILED, Context, exit_with

_DAY = click.DateTime(("%Y-%m-%d",))


@click.group()
def rates() -> None:
    """What messages cost, by market and category."""


@rates.command("list")
@click.option("--on", "day", type=_DAY, help="The prices of this day; else of today.")
@click.option("--market", default="", help="Only markets with this in their name.")
@click.option("--currency", type=click.Choice(CURRENCIES), help="In another currency than the account's.")
@click.pass_obj
def list_rates(obj: Context, day: datetime | None, market: str, currency: str | None) -> None:
    """Tell the prices that are valid on a day, and where each came from."""
    with obj.studio(writes=False) as studio:
        chosen = currency or studio.rates.currency()
        on = day.date() if day else studio.clock.now().date()
        found = [one for one in studio.rates.as_of(on, chosen) if market.casefold() in one.market.casefold()]
    lines = [_line(one) for one in found] or [tr("No price is known in {currency}.", currency=chosen)]
    obj.answer({"currency": chosen, "on": on.isoformat(), "rates": [_told(one) for one in found]}, "\n".join(lines))


@rates.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "begins", type=_DAY, help="From when on, where the file does not say so itself.")
@click.option("--dry-run", is_flag=True, help="Only tell what it would do.")
@click.pass_obj
def import_rates(obj: Context, file: Path, begins: datetime | None, dry_run: bool) -> None:
    """Import a price list: Meta's card, its list of volume tiers, or market,category,currency,price,above,begins."""
    day = begins.date() if begins else None
    with obj.studio(writes=not dry_run) as studio:
        found = (studio.rates.look if dry_run else studio.rates.bring_in)(file.absolute(), day)
    problems = [
        {"code": one.code, "line": int(one.where) if one.where else None, "text": wording.sentence(one)}
        for one in found.problems
    ]
    lines = [
        ntr("{n} price is new.", "{n} prices are new.", len(found.adds)),
        ntr("{n} changes one that is known.", "{n} change ones that are known.", len(found.changes)),
        ntr("{n} is there already.", "{n} are there already.", found.same),
        *(tr("Line {line}: {why}", line=one.where, why=wording.sentence(one)) if one.where else wording.sentence(one)
          for one in found.problems),
    ]  # fmt: skip
    values = {
        "layout": found.kind, "new": len(found.adds), "changed": len(found.changes), "same": found.same,
        "kept": found.kept, "problems": problems,
    }  # fmt: skip
    obj.answer(values, "\n".join(lines))
    if problems and not (found.new or found.same):
        exit_with(FAILED)


@rates.command("set")
@click.argument("market")
@click.argument("category", type=click.Choice(CATEGORIES))
@click.argument("price")
@click.option("--currency", type=click.Choice(CURRENCIES), help="Another currency than the account's.")
@click.option("--from", "begins", type=_DAY, help="The first day of the price; else today.")
@click.pass_obj
def set_rate(
    obj: Context, market: str, category: str, price: str, currency: str | None, begins: datetime | None
) -> None:
    """Enter the PRICE of one message of a CATEGORY to a MARKET."""
    try:
        amount = decimal_of(price)
    except ValueError as error:
        raise UserError(str(error), text=price) from error
    with obj.studio() as studio:
        day: date = begins.date() if begins else studio.clock.now().astimezone().date()
        made = studio.rates.set(market, category, amount, day, currency or "")
    obj.answer(_told(made), _line(made))


def _line(one: Rate) -> str:
    parts = (
        one.market, category_word(one.category), price_words(one.price, one.currency, one.above),
        since_words(one.begins, one.source),
    )  # fmt: skip
    return "  ".join(parts)


def _told(one: Rate) -> dict[str, object]:
    return {
        "market": one.market, "category": one.category, "currency": one.currency, "price": str(one.price),
        "above": one.above, "begins": one.begins.isoformat(), "source": one.source,
    }  # fmt: skip
