"""Decides that messages of journeys leave once at most, whatever happens, and that runs hear how it ended."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.fixtures.histories import histories, patience
from tests.fixtures.streams import Drawn, a_message, a_plan, a_step, put, wrote
from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, phone_of
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.delivery.message import Inbound, Message, News
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.journeys.late import GRACE
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.streams import key_of, pause_streams, resume_streams, stop_streams, time_out

PEOPLE = 5
STEPS = ("hello", "free")
keys = st.tuples(st.integers(1, PEOPLE), st.sampled_from(STEPS), st.integers(1, 2))
endings = st.sampled_from(
    ["accepted", "held", NotTaken("slow", 5.0, slow_down=True), Refused(131026), Refused(132015, reach="campaign"),
     Refused(190, reach="all"), Unsure("time-out")]
)  # fmt: skip
MAY_SAY = {"accepted", "held", "sent", "delivered", "read", "failed", "excluded"}


class StreamsHistory(RuleBasedStateMachine):
    """Two journeys queue, time out, are paused, resumed and stopped, while messages are claimed, sent and heard of."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="studio-streams-"))
        self.store = Store(self.folder / "studio.db")
        self.store.db.conn.execute("PRAGMA synchronous=OFF")
        self.world = Outgoing(self.store)
        self.ledger = LedgerStore(self.store)
        self.now = T0
        self.claimed: datetime | None = None
        self.unbroken = T0
        self.in_hand: dict[str, Message] = {}
        self.at_meta: Counter[str] = Counter()
        self.wamids: dict[str, str] = {}
        self.paused: set[str] = set()
        self.stopped: set[str] = set()
        self.said_no: set[int] = set()
        self.plans: dict[str, Drawn] = {}

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @initialize()
    def begin(self) -> None:
        add_people(self.store, PEOPLE)
        for n, journey in enumerate(("j1", "j2"), 1):
            steps = a_step("hello", "send_template"), a_step("free", "send_window")
            self.plans[journey] = a_plan(self.store, *steps, id=n, journey=journey)

    def tick(self, minutes: float = 1) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    def run_of(self, journey: str, person: int) -> int:
        return person + 100 * (journey == "j2")

    @rule(journey=st.sampled_from(["j1", "j2"]), key=keys, last=st.sampled_from([None, 3, 600]), quiet=st.booleans())
    def queue(self, journey: str, key: tuple[int, str, int], last: int | None, quiet: bool) -> None:
        person, step, visit = key
        before = self.row(journey, key)
        message = a_message(
            person, step, visit=visit, run=self.run_of(journey, person), quiet="10:00-10:30@UTC" if quiet else "",
            not_after=self.now + timedelta(minutes=last) if last else None,
        )  # fmt: skip
        made = put(self.store, self.plans[journey], message, now=self.now)
        late = before is not None and (before["state"], before["reason"]) == ("excluded", "late")
        assert made == (before is None or late)

    @rule(limit=st.integers(1, 6), minutes=st.sampled_from([0, 1, 40]))
    def claim(self, limit: int, minutes: int) -> None:
        at = self.tick(minutes)
        if self.claimed is None or at - self.claimed > GRACE:
            self.unbroken = at
        self.claimed = at
        for message in self.world.claim(limit, at):
            row = self.world.row(message)
            journey = "j1" if message.campaign.startswith("s1-") else "j2"
            assert message.key not in self.in_hand and not self.at_meta[message.key], "claimed twice"
            assert journey not in self.paused | self.stopped
            assert message.contact not in self.said_no
            if row["not_after"] and from_iso(str(row["not_after"])) < self.now - timedelta(milliseconds=1):
                assert from_iso(str(row["queued_at"])) >= self.unbroken, "late"
            assert not row["quiet"] or not (self.now.hour == 10 and self.now.minute < 30), "in quiet hours"
            if message.body:
                last = self.store.value("SELECT max(at) FROM inbox WHERE phone = ?", (message.to,))
                assert last is not None and self.now - from_iso(str(last)) < timedelta(hours=24)
            self.in_hand[message.key] = message

    @precondition(lambda self: self.in_hand)
    @rule(data=st.data(), ending=endings)
    def settle(self, data: st.DataObject, ending: str | Outcome) -> None:
        message = self.in_hand.pop(data.draw(st.sampled_from(sorted(self.in_hand))))
        outcome: Outcome = Accepted(f"w.{message.key}", held=ending == "held") if isinstance(ending, str) else ending
        if isinstance(outcome, Accepted | Unsure):
            self.at_meta[message.key] += 1
            self.wamids[message.key] = f"w.{message.key}"
        self.world.outbox.settle([(message, outcome, self.now)])

    @precondition(lambda self: self.in_hand)
    @rule()
    def crash(self) -> None:
        for key in self.in_hand:
            self.at_meta[key] += 1
            self.wamids[key] = f"w.{key}"
        self.in_hand.clear()
        self.world.outbox.reconcile(self.now)

    @precondition(lambda self: self.wamids)
    @rule(data=st.data(), word=st.sampled_from(["sent", "delivered", "read", "failed"]))
    def news(self, data: st.DataObject, word: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.wamids)))
        one = News(wamid=self.wamids[key], status=word, at=self.now, key=key, code=131026)  # type: ignore[arg-type]
        for _ in range(2):
            self.ledger.apply([one], (), (), (), self.now)

    @rule(person=st.integers(1, PEOPLE))
    def writes(self, person: int) -> None:
        wrote(self.store, person, self.tick(0.1))

    @rule(person=st.integers(1, PEOPLE))
    def says_stop(self, person: int) -> None:
        message = Inbound(wamid=f"s.{self.tick(0.1)}", phone=phone_of(person), at=self.now, kind="text", text="stop")
        self.ledger.apply((), (message,), (), (message,), self.now)
        self.said_no.add(person)

    @rule(journey=st.sampled_from(["j1", "j2"]), key=keys)
    def times_out(self, journey: str, key: tuple[int, str, int]) -> None:
        before = self.row(journey, key)
        person, step, visit = key
        with self.store.write() as conn:
            left = time_out(conn, [key_of(self.run_of(journey, person), step, visit)], self.now)
        assert left == (before is not None and before["state"] == "ready")

    @rule(journey=st.sampled_from(["j1", "j2"]), to=st.sampled_from(["pause", "pause", "resume", "resume", "stop"]))
    def steer(self, journey: str, to: str) -> None:
        if journey in self.stopped:
            return
        with self.store.write() as conn:
            state = {"pause": "paused", "resume": "running", "stop": "stopped"}[to]
            conn.execute("UPDATE lives SET state = ? WHERE journey_id = ?", (state, journey))
            if to == "pause":
                pause_streams(conn, journey, False)
                self.paused.add(journey)
            elif to == "resume":
                resume_streams(conn, journey, False)
                self.paused.discard(journey)
            else:
                stop_streams(conn, journey, False, self.now)
                self.stopped.add(journey)

    def row(self, journey: str, key: tuple[int, str, int]) -> dict[str, object] | None:
        person, step, visit = key
        wanted = key_of(self.run_of(journey, person), step, visit)
        found = self.store.row("SELECT * FROM outbox WHERE key = ?", (wanted,))
        return dict(found) if found else None

    @invariant()
    def everything_is_counted(self) -> None:
        check_counts(self.store)

    @invariant()
    def nothing_leaves_twice(self) -> None:
        assert all(n == 1 for n in self.at_meta.values())

    @invariant()
    def a_stopped_journey_keeps_nothing_waiting(self) -> None:
        waiting = "SELECT count(*) FROM outbox o JOIN campaigns c ON c.id = o.campaign_id WHERE o.state = 'ready'"
        assert self.store.value(f"{waiting} AND c.state = 'stopped'") == 0

    @invariant()
    def streams_are_as_their_journeys(self) -> None:
        for row in self.store.rows("SELECT id, state FROM campaigns WHERE kind = 'stream'"):
            journey = "j1" if row["id"].startswith("s1-") else "j2"
            expected = "stopped" if journey in self.stopped else "paused" if journey in self.paused else "sending"
            assert row["state"] == expected

    @invariant()
    def each_run_hears_where_its_message_is(self) -> None:
        """The last that was said of a message is what it is, unless its run is why."""
        last = {
            (row["run_id"], row["step"], row["visit"]): row["text"]
            for row in self.store.rows("SELECT * FROM signals WHERE kind = 'message' ORDER BY id")
        }
        for row in self.store.rows("SELECT * FROM outbox"):
            if row["state"] in MAY_SAY and row["reason"] not in ("timed-out", "stopped"):
                assert last[row["run_id"], row["step"], row["visit"]] == row["state"]


StreamsHistory.TestCase.settings = histories(60, steps=40)
TestStreamsHistory = StreamsHistory.TestCase
TestStreamsHistory.pytestmark = [pytest.mark.slow, patience(180)]
