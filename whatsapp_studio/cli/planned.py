"""Decides how the review of a campaign is printed: as JSON, and for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.base.wording import exclusion, rule_words, sentence
from whatsapp_studio.campaigns.forecast import Forecast
from whatsapp_studio.cli.shared import problems_json
from whatsapp_studio.services.launching import Review


def as_json(name: str, review: Review) -> dict[str, object]:
    """Every number of a review; moments in UTC, amounts as text."""
    count, finish, spread, cover = review.count, review.finish, review.spread, review.cover
    return {
        "campaign": name,
        "problems": problems_json(review.problems),
        "warnings": problems_json(review.warnings),
        "total": count.total,
        "recipients": count.reachable,
        "excluded": count.excluded,
        "rules": count.rules,
        "waits": [{"until": iso(until), "people": n} for until, n in count.waits],
        "starts_at": iso(review.starts_at) if review.starts_at else None,
        "first_at": iso(spread.first) if spread else None,
        "last_at": iso(spread.last) if spread else None,
        "zones": dict(spread.zones) if spread else {},
        "ends_at": iso(finish.at) if finish else None,
        "seconds": round(review.seconds, 1),
        "rate": review.rate,
        "limited_by": finish.limited_by if finish else "",
        "days": [{"day": day.isoformat(), "messages": n} for day, n in finish.days] if finish else [],
        "tier": {"limit": finish.limit, "used": finish.used, "left": finish.left} if finish else None,
        "waves": [
            {"wave": place, "people": size, "starts_at": iso(at)}
            for place, (size, at) in enumerate(zip(cover.sizes, review.wave_starts, strict=False), 1)
        ] if cover else [],
        "left_over": cover.left_out if cover else 0,
        "treatments": review.treatments,
        "cost": _cost(review.cost),
        "conflicts": {
            "people": review.conflicts.people,
            "with": [{"kind": one.kind, "name": one.name, "people": one.people} for one in review.conflicts.others],
        },
        "upcoming": [iso(turn.at) for turn in review.upcoming],
    }  # fmt: skip


def in_words(name: str, review: Review) -> str:
    """The same for a person, in lines."""
    return "\n".join([name, *(f"  {line}" for line in _lines(review))])


def _lines(review: Review) -> Iterator[str]:
    count, finish, spread = review.count, review.finish, review.spread
    yield tr("{n} recipients; {excluded} left out.", n=number(count.reachable),
             excluded=number(count.total - count.reachable))  # fmt: skip
    for reason, n in count.excluded.items():
        yield f"  {exclusion(reason):<34}{number(n):>9}"
        for rule, several in count.rules.get(reason, {}).items():
            yield f"    {rule_words(rule):<32}{number(several):>9}"
    if spread is not None:
        yield tr("The first leave at {first}, the last at {last}, by the clocks of {n} zones.",
                 first=day_and_clock(spread.first), last=day_and_clock(spread.last),
                 n=number(len(spread.zones)))  # fmt: skip
    elif review.starts_at is not None:
        yield tr("It starts at {time}.", time=day_and_clock(review.starts_at))
    if finish is not None and count.reachable:
        yield tr("It is through at {time}.", time=day_and_clock(finish.at))
    if review.cover is not None:
        for place, (size, at) in enumerate(zip(review.cover.sizes, review.wave_starts, strict=False), 1):
            people = ntr("{n} person", "{n} people", size)
            yield tr("Wave {wave}: {people} from {time} on.", wave=place, people=people, time=day_and_clock(at))
    if (cost := review.cost) is not None:
        yield tr("It costs {low} to {high} {currency}, likely {likely}.", low=cost.low, high=cost.high,
                 likely=cost.likely, currency=cost.currency)  # fmt: skip
    yield from (f"✗ {sentence(one)}" for one in review.problems)
    yield from (f"! {sentence(one)}" for one in review.warnings)


def _cost(cost: Forecast | None) -> dict[str, object] | None:
    if cost is None:
        return None
    return {
        "low": str(cost.low), "likely": str(cost.likely), "high": str(cost.high), "most": str(cost.most),
        "currency": cost.currency, "unknown": cost.unknown, "as_of": cost.as_of.isoformat(),
        "markets": {one.market: {"people": one.people, "likely": str(one.likely)} for one in cost.lines},
    }  # fmt: skip
