"""Decides that whatever happens to an audience, and whenever the program ends, the right contacts come in once."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.entering import Entrance, walk_in
from tests.fixtures.running import check_tallies, journey_of
from whatsapp_studio.base.events import Changes
from whatsapp_studio.services.running import reading
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore

PEOPLE = 9
VIP = {"kind": "list", "list": "Vip"}
DAILY = {"every": 1, "unit": "days", "weekdays": [], "until": ""}
# Who joins or leaves the list, or after how many pieces of work the program ends; None is a look at the list.
_HISTORY = st.lists(
    st.one_of(
        st.tuples(st.just("turn"), st.sets(st.integers(0, PEOPLE - 1), max_size=PEOPLE)),
        st.tuples(st.just("crash"), st.integers(0, 4)),
        st.tuples(st.just("look"), st.just(0)),
        st.tuples(st.just("pause"), st.just(0)),
    ),
    max_size=14,
)


@contextmanager
def hall() -> Iterator[Entrance]:
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(reading, "CHUNK", 3):
        store = Store(Path(folder) / "studio.db")
        try:
            stage = Entrance(store)
            stage.many(PEOPLE)
            yield stage
            check_tallies(store)
        finally:
            store.close()


class List:
    """The list of the audience, as it is and as it was seen."""

    def __init__(self, stage: Entrance) -> None:
        self._lists = ListStore(stage.store)
        self.id = stage.list_of("Vip", [])
        self.on: set[int] = set()

    def turn(self, whom: set[int]) -> None:
        """Who is on it goes off it, and the other way round."""
        ids = {one + 1 for one in whom}
        self._lists.add(self.id, sorted(ids - self.on))
        self._lists.remove(self.id, sorted(ids & self.on))
        self.on ^= ids


@given(_HISTORY)
def test_every_joining_and_leaving_lets_in_once(history: list[tuple[str, object]]) -> None:
    with hall() as stage:
        vip = List(stage)
        stage.publish(journey_of(
            "in audience_change enter=x exit=y", "x end", "y end",
            fields={"in": {"on": "both", "audience": VIP}}, reentry="after_end",
        ))  # fmt: skip
        stage.settle()
        seen: set[int] = set()
        wanted: Counter[tuple[int, str]] = Counter()
        for what, more in [*history, ("look", 0)]:
            if what == "turn":
                assert isinstance(more, set)
                vip.turn(more)
            elif what == "pause":
                state = "running" if stage.state("j") == "paused" else "paused"
                stage.set("j", state, "hold" if state == "paused" else "")
            elif what == "crash":
                assert isinstance(more, int)
                stage.entries.on_changes(Changes(lists=True))
                stage.forward(minutes=1)
                # Whoever was let in by then is seen; the others are seen after the start.
                for _ in range(more):
                    stage.entries.step(stage.now)
                stage.open()
                if stage.state("j") == "running":
                    stage.settle()
                    wanted.update(moves(seen, vip.on))
                    seen = set(vip.on)
            elif stage.state("j") == "running":
                stage.entries.on_changes(Changes(lists=True))
                stage.go(minutes=1)
                wanted.update(moves(seen, vip.on))
                seen = set(vip.on)
        assert came_in(stage) == wanted


def moves(seen: set[int], on: set[int]) -> list[tuple[int, str]]:
    return [(one, "x") for one in on - seen] + [(one, "y") for one in seen - on]


def came_in(stage: Entrance) -> Counter[tuple[int, str]]:
    rows = stage.store.rows("SELECT contact_id, step FROM runs WHERE ended IS NOT NULL")
    return Counter((row["contact_id"], row["step"]) for row in rows)


@given(_HISTORY, st.booleans())
def test_every_reading_lets_in_who_is_there_once(history: list[tuple[str, object]], incremental: bool) -> None:
    with hall() as stage:
        vip = List(stage)
        stage.publish(
            walk_in("audience", audience=VIP, when="recurring", at="2026-03-04T09:00", repeat=DAILY,
                    incremental=incremental, set_reentry="after_end")
        )  # fmt: skip
        stage.settle()
        before: set[int] = set()
        wanted: Counter[int] = Counter()
        waiting = False
        for what, more in history:
            if what == "turn":
                assert isinstance(more, set)
                vip.turn(more)
                continue
            if what == "pause":
                state = "running" if stage.state("j") == "paused" else "paused"
                stage.set("j", state, "hold" if state == "paused" else "")
            elif what == "crash":
                assert isinstance(more, int)
                # Some time goes by while nothing runs; of all that was missed one reading is made up for.
                stage.forward(days=more)
                waiting |= more > 0
                for _ in range(more):
                    stage.entries.step(stage.now)
                stage.open()
            else:
                stage.forward(days=1)
                waiting = True
            if stage.state("j") == "running":
                stage.settle()
                if waiting:
                    wanted.update(vip.on - before if incremental else vip.on)
                    before, waiting = set(vip.on), False
        came = Counter(row[0] for row in stage.store.rows("SELECT contact_id FROM runs"))
        assert came == wanted


@given(st.integers(1, 3), st.lists(st.integers(0, 20_000), min_size=1, max_size=5))
def test_never_more_an_hour_than_were_asked_for(per_hour: int, pauses: list[int]) -> None:
    with hall() as stage:
        stage.publish(walk_in("audience", per_hour=per_hour))
        for seconds in pauses:
            stage.settle()
            stage.forward(seconds=seconds)
            stage.open()
        stage.go(hours=PEOPLE + 1)
        entered = sorted(row[0] for row in stage.store.rows("SELECT entered FROM runs"))
        assert len(entered) == PEOPLE
        # Within any hour there are so many, and the one that the hour begins with.
        for n, first in enumerate(entered):
            within = [one for one in entered[n:] if one < first + 3_600_000 - 60_000]
            assert len(within) <= per_hour + 1
