"""Decides how a part of a crowd is held while it moves: what is known of each contact, in columns that change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.audience.us import is_us
from whatsapp_studio.audience.zones import zone_of_number
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.columns.zones import DAY_MS, NEVER, Whole, Zone, Zones, moment
from whatsapp_studio.journeys.crowd import SAYS, Crowd
from whatsapp_studio.journeys.running import Person, Setup, State

Places = NDArray[np.intp]
Codes = NDArray[np.int32]
_EPOCH_DAY = moment(0).date()


class Vocabulary:
    """Every value that a field has, once; new ones come at the end."""

    def __init__(self, values: list[Any]) -> None:
        self.values = values
        self._codes: dict[tuple[type, Any], int] | None = None

    def code(self, given: Any) -> int:
        """The place of a value."""
        if self._codes is None:
            self._codes = {(type(one), one): n for n, one in enumerate(self.values)}
        code = self._codes.setdefault((type(given), given), len(self.values))
        if code == len(self.values):
            self.values.append(given)
        return code


class Lookup:
    """A number for each place of a vocabulary, worked out for those that come up; ``work`` never gives UNKNOWN."""

    UNKNOWN = -NEVER

    def __init__(self, work: Callable[[int], int]) -> None:
        self._work = work
        self._known = np.full(0, self.UNKNOWN, np.int64)

    def __call__(self, codes: NDArray[Any]) -> Whole:
        if not len(codes):
            return np.zeros(0, np.int64)
        most = int(codes.max()) + 1
        if most > len(self._known):
            more = np.full(most + most // 4 - len(self._known), self.UNKNOWN, np.int64)
            self._known = np.concatenate((self._known, more))
        found: Whole = self._known[codes]
        missing = found == self.UNKNOWN
        if missing.any():
            for code in np.unique(codes[missing]).tolist():
                self._known[code] = self._work(code)
            found = self._known[codes]
        return found


class Pairs:
    """The same for places of a vocabulary together with a zone."""

    def __init__(self, work: Callable[[int, int], int]) -> None:
        self._work = work
        self._known: dict[tuple[int, int], int] = {}

    def __call__(self, codes: Codes, zone: Zone) -> Whole:
        pairs = np.stack((codes.astype(np.int64), np.broadcast_to(np.asarray(zone, np.int64), codes.shape)))
        different, places = np.unique(pairs, axis=1, return_inverse=True)
        found = np.array([self._one(code, z) for code, z in different.T.tolist()], np.int64)
        return found[places.reshape(-1)]

    def _one(self, code: int, zone: int) -> int:
        if (code, zone) not in self._known:
            self._known[code, zone] = self._work(code, zone)
        return self._known[code, zone]


class Shared:
    """What all parts of a crowd share: the vocabulary of every field, and the clocks of every zone."""

    def __init__(self, setup: Setup, crowd: Crowd, event: Mapping[str, Any], first: int, last: int) -> None:
        self.setup, self.crowd, self.event, self._span = setup, crowd, event, (first, last)
        self.words = {f"contact.{name}": Vocabulary(list(one.values)) for name, one in crowd.columns.items()}
        self.words |= {f"event.{name}": Vocabulary([given]) for name, given in event.items()}
        self.words["journey.name"] = Vocabulary([setup.journey.name])
        self.words["journey.entered_at"] = Vocabulary([])
        names = crowd.columns["time_zone"].values if "time_zone" in crowd.columns else []
        found = [setup.zone]
        found += [zone for name in names if isinstance(name, str) and name and (zone := zone_of(name)) is not None]
        self.zones = Zones(tuple(dict.fromkeys(found)), *self._span)
        # Places in the list of zones: of a field (-1 where it names none), and of a number (the journey's own).
        self.zone_of, self.zone_of_number = Lookup(self._zone), Lookup(self._zone_of_number)
        self.american = Lookup(lambda code: int(is_us(str(self.vocabulary("contact.phone").values[code] or ""))))

    def vocabulary(self, name: str) -> Vocabulary:
        """Of a field by its full name (``contact.country``); one that nobody has is empty."""
        if name not in self.words:
            self.words[name] = Vocabulary([None])
        return self.words[name]

    def _zone(self, code: int) -> int:
        name = self.vocabulary("contact.time_zone").values[code]
        zone = zone_of(name) if isinstance(name, str) and name else None
        return -1 if zone is None else self._place(zone)

    def _zone_of_number(self, code: int) -> int:
        phone = self.vocabulary("contact.phone").values[code]
        zone = zone_of_number(phone) if isinstance(phone, str) and phone else None
        return 0 if zone is None else self._place(zone)

    def _place(self, zone: ZoneInfo) -> int:
        if zone not in self.zones.all:
            self.zones = Zones((*self.zones.all, zone), *self._span)
        return self.zones.all.index(zone)


class Part:
    """Some contacts of a crowd, one after the other, and what is known of each now."""

    def __init__(self, shared: Shared, begin: int, end: int) -> None:
        crowd, some = shared.crowd, slice(begin, end)
        self.shared, self.begin = shared, begin
        self.number = np.frombuffer(crowd.numbers, np.int64)[some].view(np.uint64)
        self.marketing = np.frombuffer(crowd.marketing, np.int8)[some].copy()
        self.blocked = np.frombuffer(crowd.blocked, np.int8)[some] == 1
        self.lists = {name: np.frombuffer(on, np.int8)[some] == 1 for name, on in crowd.lists.items()}
        self._fields: dict[str, Codes] = {
            f"contact.{name}": np.frombuffer(one.codes, np.int32)[some] for name, one in crowd.columns.items()
        }
        size = len(self.number)
        self.entered, self.life = np.zeros(size, np.int64), np.full(size, NEVER, np.int64)
        # The step that sent the last message; -1 for none.
        self.message = np.full(size, -1, np.int16)
        self.wrote = np.full(size, -NEVER, np.int64)
        self._zones = self._find_zones()

    def __len__(self) -> int:
        return len(self.number)

    def codes(self, name: str, who: Places) -> Codes:
        """The places that some contacts have in the vocabulary of a field."""
        held = self._fields.get(name)
        return np.zeros(len(who), np.int32) if held is None else held[who]

    def write(self, name: str, who: Places, codes: Codes | int) -> None:
        """Change a field of some contacts."""
        held = self._fields.get(name)
        if held is None:
            self.shared.vocabulary(name)
            held = np.zeros(len(self), np.int32)
        elif not held.flags.writeable or held.base is not None:
            held = held.copy()
        held[who] = codes
        self._fields[name] = held
        if name in ("contact.time_zone", "contact.phone"):
            self._zones = self._find_zones()

    def zone(self, who: Places, clock: object = "contact") -> Zone:
        """Whose time counts for some contacts: their own where it is asked for, else the journey's."""
        return 0 if self._zones is None or clock == "journey" else self._zones[who]

    def member(self, name: str) -> NDArray[np.bool_]:
        """Who is on a list."""
        if name not in self.lists:
            self.lists[name] = np.zeros(len(self), np.bool_)
        found: NDArray[np.bool_] = self.lists[name]
        return found

    def enter(self, who: Places, at: Whole, life: Whole) -> None:
        """Some enter now; each is told the day as the journey's zone has it."""
        self.entered[who], self.life[who] = at, life
        days = self.shared.zones.wall(at, 0) // DAY_MS
        known = self.shared.vocabulary("journey.entered_at")
        different, places = np.unique(days, return_inverse=True)
        codes = [known.code((_EPOCH_DAY + timedelta(days=day)).isoformat()) for day in different.tolist()]
        self.write("journey.entered_at", who, np.array(codes, np.int32)[places])

    def state(self, one: int) -> State:
        """One contact as the engine sees it, without what happened to messages."""
        contact: dict[str, Any] = {}
        saved: dict[str, Any] = {}
        for name, codes in self._fields.items():
            given = self.shared.vocabulary(name).values[codes[one]]
            start, _, field = name.partition(".")
            if start == "contact":
                contact[field] = given
            elif given is not None:
                saved[field] = given
        person = Person(
            number=int(self.number[one]), values=contact, marketing=SAYS[self.marketing[one]],
            blocked=bool(self.blocked[one]), lists=frozenset(name for name, on in self.lists.items() if on[one]),
        )  # fmt: skip
        return State(person=person, entered=moment(int(self.entered[one])), event=self.shared.event, saved=saved)

    def _find_zones(self) -> NDArray[np.int16] | None:
        held, phones = self._fields.get("contact.time_zone"), self._fields.get("contact.phone")
        found = np.full(len(self), -1, np.int16) if held is None else self.shared.zone_of(held).astype(np.int16)
        unknown = found < 0
        if unknown.any():
            found[unknown] = 0 if phones is None else self.shared.zone_of_number(phones[unknown])
        return found if len(self.shared.zones.all) > 1 else None
