"""Decides that news moves a message up a lattice: any order, any repeat, the same end, and never back."""

from __future__ import annotations

from functools import reduce
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.delivery.message import RANK, STATES, State, advance
from whatsapp_studio.delivery.outcome import NotTaken

told = st.sampled_from(["held", "accepted", "sent", "failed", "delivered", "read"])


@given(st.sampled_from(STATES), told)
def test_a_state_never_goes_back(now: State, news: State) -> None:
    after = advance(now, news)

    assert after in (now, news)
    if now != "excluded":
        assert RANK[after] >= RANK[now]
    assert advance(after, news) == after


@given(st.sampled_from(["sending", "unknown", "ready"]), st.lists(told, max_size=6), st.randoms())
def test_order_and_repeats_do_not_matter(now: State, news: list[State], random: object) -> None:
    shuffled = [*news, *news]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert reduce(advance, shuffled, now) == reduce(advance, news, now)


@pytest.mark.parametrize("order", list(permutations(("sent", "failed", "delivered", "read"))), ids="-".join)
def test_a_receipt_outranks_a_failure(order: tuple[State, ...]) -> None:
    assert reduce(advance, order, "accepted") == "read"


def test_a_failure_outranks_being_sent_but_not_a_receipt() -> None:
    assert advance("sent", "failed") == "failed"
    assert advance("failed", "sent") == "failed"
    assert advance("delivered", "failed") == "delivered"
    assert advance("failed", "delivered") == "delivered"


@pytest.mark.parametrize("news", ["sent", "failed", "delivered", "read"])
def test_who_was_left_out_stays_left_out(news: State) -> None:
    assert advance("excluded", news) == "excluded"


def test_every_state_but_one_has_a_rank() -> None:
    assert set(STATES) - set(RANK) == {"excluded"}


@pytest.mark.parametrize(
    ("ending", "counts"),
    [
        (NotTaken("service", code=131000), True), (NotTaken("no-network"), False),
        (NotTaken("rate", slow_down=True, code=130429), False),
        (NotTaken("pair", reach="recipient", code=131056), False),
    ],
)  # fmt: skip
def test_only_a_try_that_failed_counts_as_one(ending: NotTaken, counts: bool) -> None:
    assert ending.counts is counts
