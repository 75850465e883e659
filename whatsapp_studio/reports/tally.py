"""Decides what the rows of a campaign add up to, a batch of columns at a time: a million rows in seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from functools import cache
from itertools import repeat
from typing import NamedTuple

from whatsapp_studio.campaigns.campaign import Counts
from whatsapp_studio.reports.details import EVENTS, KINDS, Cell, Details, Event, Heat, Kind, Part
from whatsapp_studio.reports.figures import Figures, figures, together
from whatsapp_studio.reports.series import time_line

_COUNTED = {"ready": "queued", "sending": "in_flight"}
_DELIVERED = frozenset({"delivered", "read"})


class Row(NamedTuple):
    """One recipient as the tally reads it.

    ``state`` is the outbox's; ``market`` may be the beginning of the number where no market was noted; ``clock`` is a
    zone or the beginning of the number. Times are minutes in UTC (``2026-03-03T09:00``), empty where nothing happened
    or nobody told when. ``accepted`` is whether Meta took it, ``opted_out`` whether its person then said no.
    """

    id: int
    state: str
    reason: str
    treatment: str
    market: str
    language: str
    clock: str
    accepted: bool
    accepted_at: str
    delivered_at: str
    read_at: str
    opted_out: bool


class _Group(NamedTuple):
    campaign: str
    state: str
    cancelled: bool
    treatment: str
    market: str
    language: str
    accepted: bool
    replied: bool
    clicked: bool
    opted_out: bool


class Tally:
    """Takes batches of rows; :meth:`details` says what they come to.

    ``replies`` are the minutes at which recipients first answered, by the id of their row; ``clicks`` the ids of those
    who tapped a button. ``zone_of`` says whose clock a row's ``clock`` means, ``market_of`` which market a beginning of
    a number is in, ``version_of`` which language and which version of a template a campaign, treatment and language
    got.
    """

    def __init__(
        self, replies: Mapping[int, str], clicks: Collection[int], *, zone_of: Callable[[str], tzinfo],
        market_of: Callable[[str], str], version_of: Callable[[str, str, str], tuple[str, str]],
    ) -> None:  # fmt: skip
        self._replies, self._clicks = replies, frozenset(clicks)
        self._zone_of, self._market_of, self._version_of = zone_of, cache(market_of), version_of
        self._groups: Counter[tuple[object, ...]] = Counter()
        self._minutes: dict[Event, Counter[str]] = {event: Counter() for event in EVENTS}
        self._hours: Counter[tuple[str, str, bool, bool]] = Counter()

    def add(self, campaign: str, rows: Sequence[Row] | Sequence[tuple[object, ...]]) -> None:
        """Count some rows of a campaign; each row once."""
        if not rows:
            return
        (
            ids, states, reasons, treatments, markets, languages, clocks, accepted, accepted_at, delivered_at, read_at,
            opted,
        ) = zip(*rows, strict=True)  # fmt: skip
        replied = [one in self._replies for one in ids] if self._replies else [False] * len(ids)
        clicked = [one in self._clicks for one in ids] if self._clicks else [False] * len(ids)
        cancelled = [one == "stopped" for one in reasons]
        self._groups.update(zip(
            repeat(campaign), states, cancelled, treatments, markets, languages, accepted, replied, clicked, opted,
        ))  # fmt: skip
        times: dict[Event, Iterable[str]] = {
            "accepted": accepted_at, "delivered": delivered_at, "read": read_at,
            "replied": [self._replies.get(one, "") for one in ids] if self._replies else (),
        }  # fmt: skip
        for event, told in times.items():
            self._minutes[event].update(told)
        arrived = [state in _DELIVERED for state in states]
        self._hours.update(
            key[1:]
            for key in zip(arrived, clocks, delivered_at, [state == "read" for state in states], replied, strict=True)
            if key[0]
        )

    def details(self, zone: tzinfo, name: str, turns: Sequence[str] = ()) -> Details:
        """What was counted; ``zone`` (called ``name``) is the clock of the time line, ``turns`` order the campaigns."""
        groups = {_Group(*key): n for key, n in self._groups.items()}  # type: ignore[arg-type]
        whole = _figures(groups)
        happened: dict[Event, int] = {
            "accepted": whole.accepted, "delivered": whole.delivered, "read": whole.read, "replied": whole.replied,
        }  # fmt: skip
        minutes = {event: {k: n for k, n in told.items() if k} for event, told in self._minutes.items()}
        untimed = {event: n - sum(minutes[event].values()) for event, n in happened.items()}
        parts = {kind: self._parts(groups, kind, turns) for kind in KINDS}
        return Details(
            figures=whole, line=time_line(minutes, zone, name, untimed), heat=self._heat(),
            parts={kind: found for kind, found in parts.items() if found},
        )  # fmt: skip

    def _parts(self, groups: Mapping[_Group, int], kind: Kind, turns: Sequence[str]) -> tuple[Part, ...]:
        """Parts by kind; without treatments or turns there are none of these."""
        sorted_into: dict[str, dict[_Group, int]] = {}
        for group, n in groups.items():
            sorted_into.setdefault(self._key(group, kind), {})[group] = n
        if kind in ("treatment", "turn") and set(sorted_into) <= {""} | ({*turns[:1]} if len(turns) < 2 else set()):
            return ()
        parts = [Part(key=key, figures=_figures(found)) for key, found in sorted_into.items()]
        if kind in ("treatment", "turn"):
            order = {key: at for at, key in enumerate(turns)}
            return tuple(sorted(parts, key=lambda one: (order.get(one.key, -1), one.key)))
        return tuple(sorted(parts, key=lambda one: (-one.figures.total, one.key)))

    def _key(self, group: _Group, kind: Kind) -> str:
        match kind:
            case "market":
                return self._market_of(group.market)
            case "version":
                return self._version_of(group.campaign, group.treatment, group.language)[1]
            case "turn":
                return group.campaign
            case "language":
                return self._version_of(group.campaign, group.treatment, group.language)[0]
            case _:
                return group.treatment

    def _heat(self) -> Heat:
        zones = cache(self._zone_of)
        cells: dict[tuple[int, int], list[int]] = {}
        for (clock, minute, read, replied), n in self._hours.items():
            place = (-1, -1)
            if minute:
                here = datetime.fromisoformat(minute).replace(tzinfo=UTC).astimezone(zones(clock))
                place = (here.weekday(), here.hour)
            cell = cells.setdefault(place, [0, 0, 0])
            cell[0] += n
            cell[1] += n * read
            cell[2] += n * replied
        made = {
            place: Cell(weekday=place[0], hour=place[1], delivered=d, read=r, replied=a)
            for place, (d, r, a) in sorted(cells.items())
        }
        untimed = made.pop((-1, -1), Heat().untimed)
        return Heat(cells=tuple(made.values()), untimed=untimed)


def _figures(groups: Mapping[_Group, int]) -> Figures:
    counts: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    for group, n in groups.items():
        counts[_COUNTED.get(group.state, group.state)] += n
        for name, true in (
            ("failed_later", group.state == "failed" and group.accepted),
            ("cancelled", group.state == "excluded" and group.cancelled), ("replied", group.replied),
            ("clicked", group.clicked), ("opted_out", group.opted_out),
        ):  # fmt: skip
            marks[name] += n * true
    return figures(together([Counts(**counts)]), **marks)
