"""Decides when a campaign that recurs starts: its rule, its turns on the wall clock, and what both are in words.

Rules are those of RFC 5545, section 3.3.10, reckoned on the wall clock of the schedule's zone; daily or rarer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.zones import moment_of, zone_of
from whatsapp_studio.campaigns.draft import Schedule

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

Every = Literal["day", "week", "month"]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQ: dict[Every, str] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}
_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")
# A rule that has no turn for so long has none.
_LOOK_AHEAD = timedelta(days=366 * 12)
_MOST = 20_000


class Turn(NamedTuple):
    """One start: the moment (UTC) and the wall clock it stands for.

    ``shifted``: the clock is put forward over that time, so it starts at the first one after; ``twice``: it comes twice
    that day, and the first counts.
    """

    at: datetime
    local: datetime
    shifted: bool = False
    twice: bool = False


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """A rule as a person makes it.

    Every so many (``interval``) days, weeks on ``days`` (0 is Monday), or months: on ``month_day`` (1 to 31, -1 the
    last), or, where that is None, on the ``nth`` (1 to 4, -1 the last) of ``weekday``. It ends after ``count`` turns or
    on the day ``until``, or not at all.
    """

    every: Every = "week"
    interval: int = 1
    days: tuple[int, ...] = ()
    month_day: int | None = 1
    nth: int = 1
    weekday: int = 0
    count: int | None = None
    until: date | None = None

    def rule(self) -> str:
        """The rule as RFC 5545 writes it."""
        parts = [f"FREQ={_FREQ[self.every]}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.every == "week" and self.days:
            parts.append("BYDAY=" + ",".join(DAYS[one] for one in sorted(self.days)))
        if self.every == "month":
            on = f"BYDAY={self.nth}{DAYS[self.weekday]}"
            parts.append(on if self.month_day is None else f"BYMONTHDAY={self.month_day}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        elif self.until is not None:
            parts.append(f"UNTIL={self.until:%Y%m%d}T235959")
        return ";".join(parts)


def pattern_of(rule: str) -> Pattern | None:
    """The pattern a rule was made of; None for one that says more than a pattern can."""
    try:
        parts = _parts(rule)
        found = _pattern(parts)
    except (ValueError, KeyError, IndexError):
        return None
    return found if found is not None and _parts(found.rule()) == parts else None


def upcoming(schedule: Schedule, after: datetime, n: int = 5) -> tuple[Turn, ...]:
    """The next ``n`` turns after a moment (aware); none where the rule means nothing or has ended."""
    found: list[Turn] = []
    for turn in _turns(schedule, after):
        found.append(turn)
        if len(found) == n:
            break
    return tuple(found)


def next_turn(schedule: Schedule, after: datetime) -> Turn | None:
    """The first turn after a moment (aware)."""
    return next(_turns(schedule, after), None)


def passed(schedule: Schedule, after: datetime, until: datetime, most: int = 400) -> tuple[Turn, ...]:
    """The turns after one moment and up to another (both aware), the last ``most`` of them."""
    return tuple(deque(takewhile(lambda turn: turn.at <= until, _turns(schedule, after)), maxlen=most))


def problem(schedule: Schedule, now: datetime) -> Problem | None:
    """What is wrong with the rule of a recurring schedule."""
    zone = zone_of(schedule.zone)
    if zone is None:
        return Problem("zone-unknown", "schedule.zone", {"zone": schedule.zone})
    try:
        datetime.fromisoformat(schedule.local_time)
    except ValueError:
        return Problem("time-unreadable", "schedule.time", {"time": schedule.local_time})
    try:
        if _parts(schedule.rule).get("FREQ", "") in _OFTEN:
            return Problem("rule-too-often", "schedule.rule")
        _rule(schedule)
    except (ValueError, KeyError, TypeError):
        return Problem("rule-unreadable", "schedule.rule", {"rule": schedule.rule})
    return Problem("rule-without-turns", "schedule.rule") if next_turn(schedule, now) is None else None


def turn_at(local: datetime, zone: ZoneInfo) -> Turn:
    """The turn at a wall-clock time of a zone."""
    at = moment_of(local, zone)
    shown = at.astimezone(zone)
    again = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    same = shown.replace(tzinfo=None) == local
    return Turn(at, local, shifted=not same, twice=same and again != at)


def _turns(schedule: Schedule, after: datetime) -> Iterator[Turn]:
    zone = zone_of(schedule.zone)
    if zone is None:
        return
    try:
        rule = _rule(schedule)
        # A clock change moves a turn by hours at most: from the day before nothing is missed.
        since = after.astimezone(zone).replace(tzinfo=None) - timedelta(days=1)
        last = since + _LOOK_AHEAD
        for n, local in enumerate(rule.xafter(since, inc=True)):
            if local > last or n > _MOST:
                return
            turn = turn_at(local, zone)
            if turn.at > after:
                yield turn
    except (ValueError, KeyError, TypeError, OverflowError):
        return


def _rule(schedule: Schedule) -> rrule | rruleset:
    from dateutil.rrule import rrulestr

    parts = _parts(schedule.rule)
    if parts.get("FREQ", "") in _OFTEN or {"BYHOUR", "BYMINUTE", "BYSECOND"} & parts.keys():
        raise ValueError(schedule.rule)
    said = ";".join(f"{name}={value}" for name, value in parts.items())
    return rrulestr(f"RRULE:{said}", dtstart=datetime.fromisoformat(schedule.local_time).replace(tzinfo=None))


def _parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name; UNTIL is of the wall clock, whatever zone it names."""
    said = rule.strip().upper().removeprefix("RRULE:")
    parts = dict(part.split("=", 1) for part in said.split(";") if part)
    if "FREQ" not in parts or int(parts.get("INTERVAL", "1")) < 1 or int(parts.get("COUNT", "1")) < 1:
        raise ValueError(rule)
    if "UNTIL" in parts:
        until = parts["UNTIL"].removesuffix("Z")
        parts["UNTIL"] = until if "T" in until else f"{until}T235959"
    return {name: value for name, value in parts.items() if (name, value) != ("INTERVAL", "1")}


def _pattern(parts: dict[str, str]) -> Pattern | None:
    every = next((name for name, freq in _FREQ.items() if freq == parts["FREQ"]), None)
    if every is None:
        return None
    days: tuple[int, ...] = ()
    month_day: int | None = 1
    nth, weekday = 1, 0
    if every == "week" and "BYDAY" in parts:
        days = tuple(sorted(DAYS.index(one) for one in parts["BYDAY"].split(",")))
    if every == "month":
        if "BYMONTHDAY" in parts:
            month_day = int(parts["BYMONTHDAY"])
            if month_day < -1:
                return None
        else:
            month_day = None
            nth, weekday = int(parts["BYDAY"][:-2]), DAYS.index(parts["BYDAY"][-2:])
            if nth not in (1, 2, 3, 4, -1):
                return None
    until = datetime.strptime(parts["UNTIL"], "%Y%m%dT%H%M%S").date() if "UNTIL" in parts else None  # noqa: DTZ007
    return Pattern(
        every=every, interval=int(parts.get("INTERVAL", "1")), days=days, month_day=month_day, nth=nth,
        weekday=weekday, count=int(parts["COUNT"]) if "COUNT" in parts else None, until=until,
    )  # fmt: skip
