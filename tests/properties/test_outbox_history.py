"""Decides that whatever happens in whatever order, nobody is written to twice and every recipient is accounted for."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from tests.fixtures.histories import histories, patience
from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, phone_of
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.delivery.message import RANK, Inbound, Message, News
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore

PEOPLE = 6
endings = st.one_of(
    st.builds(NotTaken, st.just("why"), st.sampled_from([0.0, 5.0]), st.sampled_from(["all", "recipient"]),
              st.booleans(), st.sampled_from([0, 131000])),
    st.builds(Refused, st.sampled_from([131026, 190, 132015]), st.just("x"),
              st.sampled_from(["recipient", "campaign", "all"])),
    st.just(Unsure("time-out")),
    st.sampled_from(["accepted", "held"]),
)  # fmt: skip


class OutboxHistory(RuleBasedStateMachine):
    """Launches, claims, endings, crashes, news, pauses, stops and opt-outs, against the real database.

    The model remembers one thing: who may have been sent a message since the last word that allows another one.
    """

    claimed = Bundle("claimed")
    sent = Bundle("sent")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="studio-history-"))
        self.store = Store(self.folder / "studio.db")
        self.store.db.conn.execute("PRAGMA synchronous=OFF")
        self.world = Outgoing(self.store)
        self.ledger = LedgerStore(self.store)
        self.now = T0
        self.campaigns: list[str] = []
        self.gone: set[int] = set()
        self.in_hand: dict[int, Message] = {}
        self.highest: dict[int, int] = {}
        self.attempts_at_meta: dict[int, int] = {}
        self.opted_out: set[str] = set()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def tick(self, seconds: float = 1.0) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now

    @initialize()
    def people(self) -> None:
        add_people(self.store, PEOPLE)

    @precondition(lambda self: len(self.campaigns) < 3)
    @rule(left_out=st.sets(st.integers(1, PEOPLE), max_size=2), hold=st.sampled_from([None, 3.0]))
    def launch(self, left_out: set[int], hold: float | None) -> None:
        self.tick()
        held = self.now + timedelta(seconds=hold) if hold else None
        self.campaigns.append(
            self.world.launch(
                range(1, PEOPLE + 1), f"Campaign {self.now}", now=self.now, held_until=held,
                left_out=dict.fromkeys(left_out, "no-consent"),
            )
        )  # fmt: skip

    @rule(target=claimed, limit=st.integers(1, 5))
    def claim(self, limit: int) -> object:
        found = self.world.claim(limit, self.tick())
        for message in found:
            assert message.id not in self.gone, "claimed twice"
            assert message.id not in self.in_hand, "claimed while in hand"
            assert message.to not in self.opted_out, "claimed after the opt-out"
            assert self.world.campaign_state(message.campaign) == "sending"
            self.gone.add(message.id)
            self.in_hand[message.id] = message
        return multiple(*found)

    @rule(target=sent, message=consumes(claimed), ending=endings, twice=st.booleans())
    def settle(self, message: Message, ending: object, twice: bool) -> object:
        if self.in_hand.get(message.id) is not message:
            return multiple()
        del self.in_hand[message.id]
        wamid = f"wamid.{message.id}.{self.attempts_at_meta.setdefault(message.id, 0)}"
        outcome: Outcome = Accepted(wamid, held=ending == "held") if isinstance(ending, str) else ending  # type: ignore[assignment]
        before = self.world.state(message)
        for _ in range(1 + twice):
            self.world.outbox.settle([(message, outcome, self.tick(0.001))])
        if isinstance(outcome, Accepted):
            self.attempts_at_meta[message.id] += 1
            return message, wamid  # type: ignore[return-value]
        free = isinstance(outcome, NotTaken) or (isinstance(outcome, Refused) and outcome.reach != "recipient")
        if free and before == "sending":
            self.gone.discard(message.id)
        # An answer that never came may hide a message that Meta has.
        return (message, f"{wamid}.lost") if isinstance(outcome, Unsure) else multiple()

    @rule(message=consumes(claimed))
    def release(self, message: Message) -> None:
        if self.in_hand.pop(message.id, None) is None:
            return
        if self.world.state(message) == "sending":
            self.gone.discard(message.id)
        self.world.outbox.release([message])

    @rule(target=sent)
    def crash(self) -> object:
        """Everything in memory is lost; whatever was in hand may have reached Meta, or not."""
        lost = list(self.in_hand.values())
        self.in_hand.clear()
        self.store.close()
        self.world.outbox.reconcile(self.tick())
        assert self.store.value("SELECT count(*) FROM outbox WHERE state = 'sending'") == 0
        return multiple(*((message, f"wamid.{message.id}.crash") for message in lost))

    @rule(which=sent, word=st.sampled_from(["sent", "delivered", "read", "failed"]), keyed=st.booleans())
    def news(self, which: tuple[Message, str], word: str, keyed: bool) -> None:
        message, wamid = which
        one = News(wamid=wamid, status=word, at=self.now, key=message.key if keyed else "", code=131026)  # type: ignore[arg-type]
        self.ledger.apply([one], (), (), (), self.tick())
        before = [self.world.row(n) for n in self.ids()]
        assert not self.ledger.apply([one], (), (), (), self.tick()).campaigns
        assert [self.world.row(n) for n in self.ids()] == before
        if self.world.state(message) not in ("ready", "sending", "unknown", "excluded"):
            self.gone.add(message.id)

    @rule(person=st.integers(1, PEOPLE))
    def opt_out(self, person: int) -> None:
        message = Inbound(wamid=f"in.{self.tick()}", phone=phone_of(person), at=self.now, kind="text", text="stop")
        self.ledger.apply((), (message,), (), (message,), self.now)
        self.opted_out.add(phone_of(person))

    @precondition(lambda self: self.campaigns)
    @rule(data=st.data(), to=st.sampled_from(["pause", "resume", "stop", "undo"]))
    def steer(self, data: st.DataObject, to: str) -> None:
        campaign = self.campaigns[data.draw(st.integers(0, len(self.campaigns) - 1))]
        match to:
            case "pause":
                self.world.campaigns.move(campaign, ("sending",), "paused", pause_reason="by-you")
            case "resume":
                self.world.campaigns.move(campaign, ("paused",), "sending")
            case "stop":
                if self.world.campaigns.move(campaign, ("sending", "paused"), "stopped", finished_at=self.now):
                    self.world.outbox.stop(campaign, self.tick())
            case _:
                self.undo(campaign)

    def undo(self, campaign: str) -> None:
        rows = self.store.rows("SELECT id, state, attempts FROM outbox WHERE campaign_id = ?", (campaign,))
        left = any(row["attempts"] or row["state"] not in ("ready", "excluded") for row in rows)
        ended = self.world.campaign_state(campaign) in ("done", "stopped")
        try:
            self.world.launches.undo_launch(campaign)
        except UserError:
            assert left or ended
            assert len(self.world.states(campaign)) == len(rows)
            return
        assert not left and not ended
        assert self.world.campaign_state(campaign) == "draft"
        self.campaigns.remove(campaign)
        self.world.campaigns.delete_draft(campaign)
        for row in rows:
            self.gone.discard(row["id"])
            self.highest.pop(row["id"], None)

    @rule(data=st.data(), as_sent=st.booleans())
    def a_person_decides(self, data: st.DataObject, as_sent: bool) -> None:
        doubtful = [row[0] for row in self.store.rows("SELECT id FROM outbox WHERE state = 'unknown' ORDER BY id")]
        if not doubtful:
            return
        chosen = data.draw(st.sets(st.sampled_from(doubtful)))
        self.world.outbox.settle_unknown(sorted(chosen), as_sent=as_sent, now=self.tick())
        if not as_sent:
            self.gone -= chosen

    @rule()
    def finish(self) -> None:
        for campaign in self.world.outbox.finish(self.tick()):
            assert not {"ready", "sending"} & set(self.world.states(campaign))

    def ids(self) -> list[int]:
        return [row[0] for row in self.store.rows("SELECT id FROM outbox ORDER BY id")]

    @invariant()
    def everybody_is_counted(self) -> None:
        check_counts(self.store)

    @invariant()
    def keys_are_unique(self) -> None:
        keys = [row[0] for row in self.store.rows("SELECT key FROM outbox")]
        assert len(keys) == len(set(keys))

    @invariant()
    def nothing_goes_back(self) -> None:
        for row in self.store.rows("SELECT id, state, attempts FROM outbox"):
            assert row["attempts"] >= 0
            if row["state"] == "excluded":
                assert self.highest.get(row["id"], 0) == 0
                continue
            rank = RANK[row["state"]]
            assert rank >= self.highest.get(row["id"], 0), "a state went back"
            self.highest[row["id"]] = rank

    @invariant()
    def a_stopped_campaign_keeps_nothing_waiting(self) -> None:
        waiting = "SELECT count(*) FROM outbox o JOIN campaigns c ON c.id = o.campaign_id WHERE o.state = 'ready'"
        assert self.store.value(f"{waiting} AND c.state IN ('stopped', 'done')") == 0

    @invariant()
    def doubt_is_never_queued_by_itself(self) -> None:
        for row in self.store.rows("SELECT id FROM outbox WHERE state = 'ready'"):
            assert row["id"] not in self.gone


OutboxHistory.TestCase.settings = histories(80)
TestOutboxHistory = OutboxHistory.TestCase
TestOutboxHistory.pytestmark = [pytest.mark.slow, patience(180)]
