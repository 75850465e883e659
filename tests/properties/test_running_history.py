"""Decides that whatever happens in whatever order, nobody is written to twice, is stuck, or jumps to another version.

Every way a contact took is held against what happened: each output must have a reason that is true, each timer must
have run its time, and nobody may stay where what they wait for has come.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.fixtures.histories import histories, patience
from tests.fixtures.running import Stage, check_tallies, journey_of, living
from tests.fixtures.studio import T0, add_people, check_counts, phone_of
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.delivery.message import Inbound, Message, News
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Refused, Unsure
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.services.running.plans import first_entry
from whatsapp_studio.storage import runs, streams
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.outbox import OutboxStore

PEOPLE, HOUR = 4, 3_600_000
LIFE, PATIENCE, PAUSE, REACT, ASK = 120 * HOUR, 24 * HOUR, 12 * HOUR, 6 * HOUR, 24 * HOUR
TABLES = ("runs", "passes", "tallies", "signals", "effects", "outbox", "campaigns", "lives", "journey_log", "contacts")
# Where a program can end in the middle of a batch.
BREAKS = ((runs, "save"), (runs, "insert_passes"), (runs, "tally"), (streams, "queue"), (runs, "consume"))


class Killed(BaseException):
    """The program ends here."""


def hours(n: int) -> dict[str, Any]:
    return {"amount": n, "unit": "hours"}


def version(n: int, late: str) -> Journey:
    """A journey with a loop, whose steps no other version has."""
    lines = (
        "in audience next=hello", "hello send_template next=react failed=pause timeout=pause",
        "react reaction replied=ask timeout=pause", "pause wait next=hello",
        "ask wait_event order=mark timeout=hello", "mark update_contact next=done", "done end",
    )  # fmt: skip
    fields: dict[str, dict[str, Any]] = {
        "hello": {"retry_within": hours(24)}, "react": {"timeout": hours(6)}, "pause": {"duration": hours(12)},
        "ask": {"timeout": hours(24), "events": [{"id": "order", "name": "", "event": "order"}]},
        "mark": {"changes": [{"field": "contact.last_name", "value": "Buyer"}]},
    }  # fmt: skip
    names = {line.split()[0]: f"{line.split()[0]}{n}" for line in lines}

    def renamed(line: str) -> str:
        id, kind, *outputs = line.split()
        ways = [f"{port}={names[target]}" for port, target in (one.split("=") for one in outputs)]
        return " ".join((names[id], kind, *ways))

    return journey_of(
        *map(renamed, lines), fields={names[id]: given for id, given in fields.items()}, quiet="none", late=late,
        late_within=hours(3), life=hours(120), reentry="after_end",
        exits=[{"id": "x", "name": "Bought", "on": "event", "event": "bought", "rule": None}],
    )  # fmt: skip


class RunningHistory(RuleBasedStateMachine):
    """Entries, time, messages, replies, events, pauses, crashes, new versions, closing and stopping."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="studio-history-"))
        self.published = 0
        self.in_hand: dict[str, Message] = {}
        self.left: dict[str, int] = {}
        self.wamids: dict[str, str] = {}
        # What happened, by key or contact: what the ways are held against.
        self.taken: set[str] = set()
        self.refused: set[str] = set()
        self.replied: dict[int, list[int]] = {}
        self.happened: dict[tuple[int, str], list[int]] = {}
        self.decided: set[int] = set()
        self.opted_out: set[int] = set()
        self.forgotten: set[int] = set()
        self.endings = {"end", "life"}
        self.plan_of: dict[int, int] = {}
        self.versions: dict[int, Journey] = {}
        self.passed: dict[int, list[tuple[Any, ...]]] = {}
        self.stage = self._open(T0)

    def _open(self, now: Any) -> Stage:
        self.store = Store(self.folder / "studio.db")
        self.store.db.conn.execute("PRAGMA synchronous=OFF")
        stage = Stage(self.store, now)
        stage.runner._at_once = 3
        self.outbox, self.ledger = OutboxStore(self.store), LedgerStore(self.store)
        self.running = living(stage)
        return stage

    def teardown(self) -> None:
        try:
            self.everybody_ends()
        finally:
            self.store.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    @initialize(late=st.sampled_from(["send", "skip", "ask"]))
    def begin(self, late: str) -> None:
        self.people = add_people(self.store, PEOPLE)
        self.publish(late)
        self.enter({0, 1}, 0)

    # -- what people do ------------------------------------------------------------------------------

    @precondition(lambda self: self.published < 3)
    @rule(late=st.sampled_from(["send", "skip", "ask"]))
    def publish(self, late: str) -> None:
        self.published += 1
        journey = version(self.published, late)
        self.plan = self.stage.publish(journey)
        self.versions[self.plan.id] = journey

    @rule(who=st.sets(st.integers(0, PEOPLE - 1), min_size=1), wait=st.sampled_from([0, 0, HOUR]))
    def enter(self, who: set[int], wait: int) -> None:
        chosen = [self.people[n] for n in sorted(who) if self.people[n] not in self.forgotten]
        inside = {row[0] for row in self.store.rows("SELECT contact_id FROM runs WHERE ended IS NULL")}
        open_now = self.store.value("SELECT state = 'running' OR before_pause = 'running' FROM lives")
        made = self.stage.enter(self.plan, chosen, due=runs.ms(self.stage.now) + wait)
        if not open_now:
            assert made.entered == () and made.refused == ({"closed": len(chosen)} if chosen else {})
        else:
            assert set(made.entered) == set(chosen) - inside
            assert made.refused == ({"inside-already": len(set(chosen) & inside)} if set(chosen) & inside else {})

    @rule(how=st.sampled_from(["hold", "hold", "discard", "resume", "resume", "close"]))
    def steer(self, how: str) -> None:
        try:
            match how:
                case "resume":
                    self.running.resume("j")
                case "close":
                    self.running.close("j")
                case _:
                    self.running.pause("j", how)  # type: ignore[arg-type]
                    if how == "discard":
                        self.endings.add("discarded")
        except UserError:
            pass

    @rule(sure=st.integers(0, 19))
    def stop(self, sure: int) -> None:
        if sure < 19:
            return
        try:
            self.running.stop("j")
        except UserError:
            return
        self.endings.add("stopped")
        assert not self.store.rows("SELECT 1 FROM runs WHERE ended IS NULL")
        assert not self.store.rows("SELECT 1 FROM outbox WHERE state = 'ready'")

    @rule(word=st.sampled_from(["send", "skip"]))
    def decide(self, word: str) -> None:
        for row in self.store.rows("SELECT id, step, visit FROM runs WHERE code = 'late-ask' AND ended IS NULL"):
            self.decided.add(row["id"])
            self.stage.signal("decided", run_id=row["id"], step=row["step"], visit=row["visit"], text=word)

    # -- what contacts do ----------------------------------------------------------------------------

    @rule(who=st.integers(0, PEOPLE - 1), data=st.data(), text=st.sampled_from(["yes"] * 9 + ["stop"]))
    def reply(self, who: int, data: st.DataObject, text: str) -> None:
        contact = self.people[who]
        mine = sorted(wamid for key, wamid in self.wamids.items() if self.run_of(key)["contact_id"] == contact)
        context = data.draw(st.sampled_from(["", *mine]))
        one = Inbound(wamid=f"in{len(self.store.rows('SELECT 1 FROM inbox'))}", phone=phone_of(who + 1),
                      at=self.stage.now, kind="text", text=text, context=context)  # fmt: skip
        stop = [one] if text == "stop" else []
        self.ledger.apply((), [one], (), stop, self.stage.now)
        self.replied.setdefault(contact, []).append(runs.ms(self.stage.now))
        if stop:
            self.opted_out.add(contact)

    @rule(who=st.integers(0, PEOPLE - 1), event=st.sampled_from(["order", "order", "bought", "other"]))
    def event(self, who: int, event: str) -> None:
        self.happened.setdefault((self.people[who], event), []).append(runs.ms(self.stage.now))
        self.stage.signal("event", contact_id=self.people[who], text=event)
        if event == "bought":
            self.endings.add("exit")

    @rule(who=st.integers(0, PEOPLE - 1), sure=st.integers(0, 9))
    def forget(self, who: int, sure: int) -> None:
        """A contact is deleted: whoever it was leaves, and is not written to."""
        if sure == 9 and self.people[who] not in self.forgotten:
            ContactStore(self.store).delete([self.people[who]], iso(self.stage.now))
            self.forgotten.add(self.people[who])
            self.endings.add("gone")

    # -- time and messages ---------------------------------------------------------------------------

    @rule(minutes=st.sampled_from([1, 10, 60, 720, 1500]))
    def the_computer_works(self, minutes: int) -> None:
        """Time passes, and what is due is done when it is."""
        self.stage.go(minutes=minutes)
        self.nobody_is_stuck()

    @rule(minutes=st.sampled_from([1, 10, 60, 300, 720, 1500]))
    def the_computer_sleeps(self, minutes: int) -> None:
        self.stage.now += timedelta(minutes=minutes)

    @rule()
    def step(self) -> None:
        self.stage.step()

    @rule()
    def settle(self) -> None:
        self.stage.settle()
        self.nobody_is_stuck()

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        messages, _ = self.outbox.claim(limit, self.stage.now)
        for one in messages:
            assert one.key not in self.in_hand
            assert self.left.get(one.key, 0) == 0, "sent twice"
            run = self.run_of(one.key)
            assert run["ended"] is None, "a message of a run that is over"
            assert one.key == f"run:{run['id']}:{run['step']}:{run['visit']}", "a message of a step that was left"
            self.in_hand[one.key] = one
            self.left[one.key] = 1

    @rule()
    def messages_leave(self) -> None:
        """All that may leave is sent and taken, and whoever sent it knows."""
        self.stage.settle()
        self.claim(10)
        for key in sorted(self.in_hand):
            self.taken_by_meta(key)
        self.settle()

    def taken_by_meta(self, key: str) -> None:
        self.wamids[key] = f"wamid.{key}"
        self.taken.add(key)
        self.outbox.settle([(self.in_hand.pop(key), Accepted(self.wamids[key]), self.stage.now)])

    @rule(hours=st.sampled_from([2, 25, 38]), pause=st.sampled_from(["", "hold", "discard"]), crash=st.booleans())
    def answers_come_late(self, hours: int, pause: str, crash: bool) -> None:
        """Messages are on their way while the computer works, or the journey is paused, or the program ends."""
        self.enter(set(range(PEOPLE)), 0)
        self.stage.settle()
        self.claim(10)
        if pause:
            self.steer(pause)
        self.stage.go(hours=hours)
        if crash:
            self.crash((runs, "tally"), True)
        for key in sorted(self.in_hand):
            self.taken_by_meta(key)
        for key in sorted(self.wamids):
            self.status_of(key, "delivered")
        self.stage.settle()
        if pause:
            self.steer("resume")
        self.settle()

    @rule(who=st.integers(0, PEOPLE - 1), minutes=st.sampled_from([30, 300, 400, 900, 1500]))
    def a_conversation(self, who: int, minutes: int) -> None:
        """A message is answered after a while in which the computer slept, and then something is bought."""
        self.enter({who}, 0)
        self.messages_leave()
        self.stage.now += timedelta(minutes=minutes)
        contact = self.people[who]
        if contact not in self.forgotten:
            self.replied.setdefault(contact, []).append(runs.ms(self.stage.now))
            self.stage.signal("inbound", contact_id=contact, text="yes", data='{"button": false}')
        self.settle()
        self.stage.now += timedelta(minutes=minutes)
        self.event(who, "order")
        self.settle()

    @rule(data=st.data(), how=st.sampled_from(["accepted", "accepted", "accepted", "refused", "later", "unsure"]))
    def answer(self, data: st.DataObject, how: str) -> None:
        if not self.in_hand:
            return
        key = data.draw(st.sampled_from(sorted(self.in_hand)))
        if how == "accepted":
            self.taken_by_meta(key)
            return
        message, now = self.in_hand.pop(key), self.stage.now
        match how:
            case "refused":
                self.refused.add(key)
                outcome: Any = Refused(131026, "x")
            case "later":
                self.left[key] = 0
                outcome = NotTaken("why", 5.0)
            case _:
                self.wamids[key] = f"wamid.{key}"
                outcome = Unsure("time-out")
        self.outbox.settle([(message, outcome, now)])

    @rule(data=st.data(), word=st.sampled_from(["sent", "delivered", "read", "failed"]))
    def status(self, data: st.DataObject, word: Any) -> None:
        if not self.wamids:
            return
        self.status_of(data.draw(st.sampled_from(sorted(self.wamids))), word)

    def status_of(self, key: str, word: Any) -> None:
        self.ledger.apply([News(wamid=self.wamids[key], status=word, at=self.stage.now, key=key)], (), (), (),
                          self.stage.now)  # fmt: skip
        (self.refused if word == "failed" else self.taken).add(key)

    @rule(where=st.sampled_from(BREAKS), after=st.booleans())
    def crash(self, where: tuple[Any, str], after: bool) -> None:
        """The program ends in the middle of a batch; the next one finds what was there before, and goes on."""
        before = self.dump()
        with ExitStack() as stack:
            module, name = where
            right = getattr(module, name)

            def broken(*given: Any) -> Any:
                if after:
                    right(*given)
                raise Killed

            stack.callback(setattr, module, name, right)
            setattr(module, name, broken)
            try:
                self.stage.step()
            except Killed:
                pass
            else:
                before = self.dump()
        now = self.stage.now
        self.store.close()
        self.stage = self._open(now)
        assert self.dump() == before
        self.outbox.reconcile(now)
        for key in self.in_hand:
            self.wamids[key] = f"wamid.{key}"
        self.in_hand.clear()

    def dump(self) -> list[list[tuple[Any, ...]]]:
        return [[tuple(row) for row in self.store.rows(f"SELECT * FROM {table}")] for table in TABLES]

    def run_of(self, key: str) -> dict[str, Any]:
        return self.stage.row(int(key.split(":")[1]))

    # -- what must be so, always ---------------------------------------------------------------------

    @invariant()
    def counts_are_exact(self) -> None:
        check_tallies(self.store)
        check_counts(self.store)

    @invariant()
    def nobody_is_inside_twice_and_nobody_jumps(self) -> None:
        inside: set[int] = set()
        for row in self.store.rows("SELECT * FROM runs"):
            assert self.plan_of.setdefault(row["id"], row["plan_id"]) == row["plan_id"], "jumped to another version"
            if row["ended"] is None:
                assert row["contact_id"] not in inside
                assert row["due"] is not None, "nobody would ever look at it again"
                inside.add(row["contact_id"])
            else:
                assert row["ending"] in self.endings
            self.way_is_right(row)

    def way_is_right(self, row: Any) -> None:
        journey = self.versions[row["plan_id"]]
        rows = self.store.rows("SELECT * FROM passes WHERE run_id = ? ORDER BY n", (row["id"],))
        ways = [tuple(one) for one in rows]
        before = self.passed.get(row["id"], [])
        assert ways[: len(before)] == before, "what was passed is passed for ever"
        self.passed[row["id"]] = ways
        visits: dict[str, int] = {}
        at, step = row["entered"], first_entry(journey)
        for n, one in enumerate(rows):
            assert (one["n"], one["step"], one["came"]) == (n, step, at if n else one["came"]), "a step was skipped"
            visits[step] = visits.get(step, 0) + 1
            assert one["visit"] == visits[step]
            at = one["went"]
            assert at >= one["came"]
            if n >= len(before):
                self.pass_has_a_reason(row, one)
            if one["port"]:
                step = journey.links[link_id(step, one["port"])].target
        if row["ended"] is None:
            assert row["step"] == step
            assert row["visit"] == visits.get(step, 0) + 1

    def pass_has_a_reason(self, run: Any, one: Any) -> None:
        key, took = f"run:{run['id']}:{one['step']}:{one['visit']}", one["went"] - one["came"]
        codes = [code for code, _ in runs.reasons_of(one["log"])]
        contact = run["contact_id"]
        if not one["port"]:
            return
        reason = codes[-1]
        right = {
            "entered": lambda: True, "updated": lambda: True,
            "sent": lambda: key in self.taken,
            "refused": lambda: key in self.refused or self.excluded(key),
            "send-timed-out": lambda: took >= PATIENCE,
            "late-skipped": lambda: True, "decided-skip": lambda: run["id"] in self.decided,
            "opted-out": lambda: contact in self.opted_out,
            "waited": lambda: took >= PAUSE,
            "reaction-replied": lambda: any(at <= one["came"] + REACT for at in self.replied[contact]),
            "reaction-none": lambda: took >= REACT,
            "event-came": lambda: any(
                one["came"] <= at <= one["came"] + ASK for at in self.happened[contact, "order"]
            ),
            "event-none": lambda: took >= ASK,
        }[reason]()  # fmt: skip
        assert right, f"left {one['step']} by {one['port']} because of {reason}"

    def excluded(self, key: str) -> bool:
        return self.store.value("SELECT state FROM outbox WHERE key = ?", (key,)) == "excluded"

    @invariant()
    def no_message_waits_for_who_is_gone(self) -> None:
        rows = self.store.rows(
            "SELECT o.key FROM outbox o JOIN runs r ON r.id = o.run_id WHERE o.state = 'ready'"
            " AND (r.ended IS NOT NULL OR r.step <> o.step OR r.visit <> o.visit)"
        )
        returned = {row["key"] for row in rows} - {key for key, n in self.left.items() if n == 0}
        assert not returned, "would be written to though the step was left"

    # -- and in the end ------------------------------------------------------------------------------

    def nobody_is_stuck(self) -> None:
        """With nothing to do, everybody waits for something that has not come."""
        life = self.running.life("j")
        if life is None or life.state not in ("running", "closed"):
            return
        now = runs.ms(self.stage.now)
        assert not self.store.rows("SELECT 1 FROM signals")
        for row in self.store.rows("SELECT * FROM runs WHERE ended IS NULL"):
            assert row["due"] > now
            if row["code"] == "sending":
                key = f"run:{row['id']}:{row['step']}:{row['visit']}"
                state = self.store.value("SELECT state FROM outbox WHERE key = ?", (key,))
                assert state in ("ready", "sending", "unknown"), f"{key} is {state}, and nobody goes on"
            assert now - row["entered"] < LIFE or row["code"] == runs.ENTERING

    def everybody_ends(self) -> None:
        """With time everybody leaves, whatever happened before, and nothing is left to be heard or sent."""
        if not self.published:
            return
        with suppress(UserError):
            self.running.resume("j")
        life = self.running.life("j")
        if life is not None and life.state == "paused":
            return
        self.outbox.reconcile(self.stage.now)
        self.in_hand.clear()
        for _ in range(LIFE // HOUR // 8 + 1):
            self.messages_leave()
            self.stage.go(hours=8)
        assert not self.store.rows("SELECT 1 FROM runs WHERE ended IS NULL")
        assert not self.store.rows("SELECT 1 FROM signals")
        assert not self.store.rows("SELECT 1 FROM outbox WHERE state = 'ready'")
        assert self.stage.runner.next_due(self.stage.now) is None
        self.counts_are_exact()
        self.nobody_is_inside_twice_and_nobody_jumps()


RunningHistory.TestCase.settings = histories(80)
TestRunningHistory = RunningHistory.TestCase
TestRunningHistory.pytestmark = [pytest.mark.slow, patience(300)]
