"""Whatever happens, no more people are written to first within any 24 hours than Meta allows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fixtures.studio import T0, add_people, phone_of
from tests.unit.core_storage.test_resting import Campaigns, tier
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.storage.db import Store

LIMIT, PEOPLE = 50, 130
DAY = timedelta(hours=24)
ENDINGS: tuple[Outcome, ...] = (
    Accepted(""), Accepted(""), Accepted(""), Unsure("time-out"), Refused(131026),
    NotTaken("meta-130429", 1.0, slow_down=True, code=130429), Refused(132015, reach="campaign"),
)  # fmt: skip


class History(RuleBasedStateMachine):
    """Several campaigns to the same people, and Meta's own count of whom it was asked to open a chat with."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "studio.db")
        self.out = Campaigns(self.store)
        tier(self.store, "TIER_50")
        self.people = add_people(self.store, PEOPLE)
        self.now = T0
        self.flying: list[Message] = []
        self.opened: dict[str, datetime] = {}
        self.wrote: dict[str, datetime] = {}
        self.campaigns = 0
        for first, n in ((0, 80), (50, 80)):
            self.launch(first, n, None)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    @rule(first=st.integers(0, PEOPLE - 60), n=st.integers(1, 60), per_day=st.none() | st.integers(1, 30))
    def launch(self, first: int, n: int, per_day: int | None) -> None:
        self.campaigns += 1
        self.out.go(self.people[first : first + n], f"Campaign {self.campaigns}", per_day=per_day)

    @rule(limit=st.integers(10, 60), seconds=st.integers(0, 20))
    def claim(self, limit: int, seconds: int) -> None:
        self.flying += self.out.claim(limit, self.now)
        self.now += timedelta(seconds=seconds)

    @rule(limit=st.integers(10, 60), seconds=st.integers(1, 60))
    def send(self, limit: int, seconds: int) -> None:
        self.claim(limit, 0)
        self.settle([Accepted("")], seconds)

    @rule(endings=st.lists(st.sampled_from(ENDINGS), min_size=1, max_size=8), seconds=st.integers(0, 30))
    def settle(self, endings: list[Outcome], seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        ended = list(zip(self.flying, self._cycle(endings), strict=False))
        self.flying = []
        for message, outcome in ended:
            if isinstance(outcome, Accepted | Unsure) and not self._in_window(message.to):
                self.opened[message.to] = self.now
        self.out.outbox.settle(
            [
                (message, Accepted(f"wamid.{message.id}") if isinstance(outcome, Accepted) else outcome, self.now)
                for message, outcome in ended
            ]
        )

    @rule()
    def release(self) -> None:
        self.out.outbox.release(self.flying)
        self.flying = []

    @rule(minutes=st.sampled_from([1, 30, 400, 1439, 1440, 1441]))
    def pass_by(self, minutes: int) -> None:
        self.settle([Accepted("")], 5)
        self.now += timedelta(minutes=minutes)

    @rule()
    def die_and_start(self) -> None:
        """What was leaving may have arrived, up to this moment."""
        for message in self.flying:
            if not self._in_window(message.to):
                self.opened[message.to] = self.now
        self.flying = []
        self.out.restart()
        self.out.outbox.reconcile(self.now)

    @rule(n=st.integers(1, PEOPLE))
    def somebody_writes(self, n: int) -> None:
        self.out.hears(phone_of(n), self.now)
        self.wrote[phone_of(n)] = self.now

    @rule(limit=st.sampled_from(["TIER_UNLIMITED", ""]))
    def nobody_knows_the_tier_for_a_moment(self, limit: str) -> None:
        self.settle([Accepted("")], 1)
        tier(self.store, limit)
        if room := LIMIT - self._opened():
            self.send(room, 1)
        tier(self.store, "TIER_50")

    @invariant()
    def no_more_people_than_the_tier(self) -> None:
        if hasattr(self, "opened"):
            assert self._opened() <= LIMIT

    def _opened(self) -> int:
        return sum(at > self.now - DAY for at in self.opened.values())

    def _in_window(self, phone: str) -> bool:
        return phone in self.wrote and self.now - self.wrote[phone] < DAY

    @staticmethod
    def _cycle(endings: list[Outcome]) -> Iterator[Outcome]:
        while True:
            yield from endings


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
