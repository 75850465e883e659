"""Decides how it is said when a campaign starts again and again."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.base.i18n import ctr, mark, ntr, tr
from whatsapp_studio.base.local import day, listed
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.recurrence import Pattern, Turn, pattern_of

_NTH = {
    1: mark("On the first {weekday} of each month at {time}"),
    2: mark("On the second {weekday} of each month at {time}"),
    3: mark("On the third {weekday} of each month at {time}"),
    4: mark("On the fourth {weekday} of each month at {time}"),
    -1: mark("On the last {weekday} of each month at {time}"),
}
_NTH_SELDOM = {
    1: mark("On the first {weekday} of every {n} months at {time}"),
    2: mark("On the second {weekday} of every {n} months at {time}"),
    3: mark("On the third {weekday} of every {n} months at {time}"),
    4: mark("On the fourth {weekday} of every {n} months at {time}"),
    -1: mark("On the last {weekday} of every {n} months at {time}"),
}


def words(schedule: Schedule) -> str:
    """A recurring schedule in one sentence without its full stop; empty where its time means nothing."""
    try:
        start = datetime.fromisoformat(schedule.local_time)
    except ValueError:
        return ""
    time = start.strftime("%H:%M")
    pattern = pattern_of(schedule.rule)
    if pattern is None:
        return tr("By a rule of its own, at {time}", time=time)
    said = _again(pattern, start, time)
    if pattern.count is not None:
        return ntr("{again}, once", "{again}, {n} times", pattern.count, again=said)
    if pattern.until is not None:
        return tr("{again}, until {day}", again=said, day=day(pattern.until))
    return said


def shift_words(turn: Turn) -> str:
    """What a change of the clock does to a turn, in a sentence; empty where it does nothing."""
    time = turn.local.strftime("%H:%M")
    if turn.shifted:
        return tr("The clock is put forward over {time} that day: it starts right after.", time=time)
    if turn.twice:
        return tr("The clock is put back that day, and {time} comes twice: it starts the first time.", time=time)
    return ""


def weekday_word(weekday: int) -> str:
    """The name of a day (0 is Monday) as it stands within a sentence."""
    return (
        ctr("within a sentence", "Monday"), ctr("within a sentence", "Tuesday"),
        ctr("within a sentence", "Wednesday"), ctr("within a sentence", "Thursday"),
        ctr("within a sentence", "Friday"), ctr("within a sentence", "Saturday"), ctr("within a sentence", "Sunday"),
    )[weekday]  # fmt: skip


def _again(pattern: Pattern, start: datetime, time: str) -> str:
    n = pattern.interval
    if pattern.every == "day":
        return ntr("Every day at {time}", "Every {n} days at {time}", n, time=time)
    if pattern.every == "week":
        days = listed(map(weekday_word, pattern.days or (start.weekday(),)))
        return ntr("Every week on {days} at {time}", "Every {n} weeks on {days} at {time}", n, days=days, time=time)
    if pattern.month_day is None:
        table = _NTH if n == 1 else _NTH_SELDOM
        return tr(table[pattern.nth], weekday=weekday_word(pattern.weekday), n=n, time=time)
    if pattern.month_day == -1:
        return ntr(
            "On the last day of each month at {time}", "On the last day of every {n} months at {time}", n, time=time
        )
    return ntr(
        "On day {day} of each month at {time}", "On day {day} of every {n} months at {time}", n,
        day=pattern.month_day, time=time,
    )  # fmt: skip
