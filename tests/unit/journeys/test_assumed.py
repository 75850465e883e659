"""What contacts are assumed to do: by the rates, the same each time, the same bits for columns of contacts."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from tests.fixtures.journeys import drawn
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.journeys.asking import Ask
from whatsapp_studio.journeys.assumed import OTHER, STOP, Assumptions, Rates, answer, odds_of, replies, seeded
from whatsapp_studio.journeys.chance import draw, pick, salt, within
from whatsapp_studio.journeys.columns import draws
from whatsapp_studio.journeys.running import setup

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
MANY = 40_000
MESSAGE = Ask(
    step="a", visit=1, at=NOW, texts=("Yes", "No", "Shop"),
    can=("read", "replied", "clicked", "delivered", "nothing", "undelivered", "refused", "silence"),
)  # fmt: skip
EVENT = Ask(step="e", visit=1, at=NOW, can=("event", "nothing"), texts=("bought", "visited"))
CALL = Ask(step="c", visit=1, at=NOW, can=("answered", "refused", "silence"))


def shares(ask: Ask, **rates: Any) -> dict[str, float]:
    """How many of a thousand give each answer."""
    assumed = Assumptions(rates=Rates(**rates))
    found = Counter(answer(assumed, n, ask.step, 1, ask).does for n in range(MANY))
    return {does: 1000 * many / MANY for does, many in found.items()}


def test_messages_go_by_the_rates() -> None:
    found = shares(MESSAGE, taken=900, delivered=800, failed=500, read=500, replied=100, clicked=300)
    # 900 are taken, 720 arrive, 360 are read.
    expected = {"refused": 100, "undelivered": 90, "nothing": 90, "delivered": 360, "read": 216, "replied": 36,
                "clicked": 108}  # fmt: skip
    assert found == pytest.approx(expected, abs=10)


def test_events_and_requests_go_by_the_rates() -> None:
    assert shares(EVENT, event=250) == pytest.approx({"event": 250, "nothing": 750}, abs=10)
    found = shares(CALL, answered=900, refused=700)
    assert found == pytest.approx({"answered": 900, "refused": 70, "silence": 30}, abs=10)


@pytest.mark.parametrize(("ask", "rates", "only"), [
    (MESSAGE, {"taken": 1000, "delivered": 1000, "read": 1000, "replied": 1000}, "replied"),
    (MESSAGE, {"taken": 0}, "refused"),
    (MESSAGE, {"taken": 2000, "delivered": -5, "failed": 1000}, "undelivered"),
    (EVENT, {"event": 1000}, "event"), (CALL, {"answered": 1000}, "answered"),
])  # fmt: skip
def test_a_rate_of_all_is_all(ask: Ask, rates: dict[str, int], only: str) -> None:
    assert set(shares(ask, **rates)) == {only}


def test_without_a_button_nobody_taps_and_without_an_event_nothing_happens() -> None:
    assert "clicked" not in shares(Ask(step="a", visit=1, at=NOW, can=MESSAGE.can), clicked=1000)
    assert set(shares(Ask(step="e", visit=1, at=NOW, can=EVENT.can), event=1000)) == {"nothing"}


def test_delays_and_texts_are_spread() -> None:
    rates = Rates(taken=1000, delivered=1000, read=1000, replied=0, clicked=1000, soonest=10, latest=19)
    given = [answer(Assumptions(rates=rates), n, "a", 1, MESSAGE) for n in range(2000)]
    assert {one.after for one in given} == set(range(10, 20))
    assert {one.text for one in given} == {"Yes", "No", "Shop"}


def test_whoever_stops_says_so() -> None:
    rates = Rates(taken=1000, delivered=1000, read=1000, replied=1000, stopped=500)
    said = Counter(answer(Assumptions(rates=rates), n, "a", 1, MESSAGE, ("yes",)).text for n in range(2000))
    assert set(said) == {STOP, "yes"}
    assert 900 < said[STOP] < 1100


def test_seed_step_and_visit_count_and_nothing_else() -> None:
    def given(seed: int, step: str, visit: int) -> list[Any]:
        ask = Ask(step=step, visit=visit, at=NOW, can=MESSAGE.can, texts=MESSAGE.texts)
        return [answer(Assumptions(seed=seed), n, step, visit, ask) for n in range(200)]

    first = given(1, "a", 1)
    assert given(1, "a", 1) == first
    assert all(other != first for other in (given(2, "a", 1), given(1, "b", 1), given(1, "a", 2)))


def test_some_steps_have_rates_of_their_own() -> None:
    assumed = Assumptions(rates=Rates(event=0), steps={"e": Rates(event=1000)})
    assert answer(assumed, 1, "e", 1, EVENT).does == "event"
    other = Ask(step="f", visit=1, at=NOW, can=EVENT.can, texts=EVENT.texts)
    assert answer(assumed, 1, "f", 1, other).does == "nothing"


def test_replies_are_what_is_listened_for() -> None:
    outcomes = [
        {"id": "o1", "on": "replied", "keywords": ["yes", "ja"]}, {"id": "o2", "on": "replied", "button": "No"},
        {"id": "o3", "on": "clicked", "button": "Shop"},
    ]  # fmt: skip
    known = setup(with_fields(drawn("in audience next=r", "r reaction"), "r", outcomes=outcomes))
    assert replies(known, Assumptions()) == ("yes", "ja", "No", OTHER)
    assert replies(known, Assumptions(replies=("hm",))) == ("hm",)


CONTACTS = [0, 1, 2, 7, 2**31, 2**62, *range(1000, 3000, 7)]


def test_columns_draw_the_same_bits() -> None:
    numbers = np.array(CONTACTS, np.uint64)
    assert draws.draw(numbers, salt("s")).tolist() == [draw(n, salt("s")) for n in CONTACTS]
    for weights in ([50, 50], [0, 1, 2, 0], [3]):
        assert draws.pick(numbers, "s", weights).tolist() == [pick(n, "s", weights) for n in CONTACTS]
    assert draws.within(numbers, "s", 30).tolist() == [within(n, "s", 30) for n in CONTACTS]


@pytest.mark.parametrize("ask", [MESSAGE, EVENT, CALL], ids=["message", "event", "call"])
@pytest.mark.parametrize("visit", [1, 2, 300])
def test_columns_answer_the_same(ask: Ask, visit: int) -> None:
    assumed = Assumptions(seed=5, rates=Rates(replied=200, stopped=300), replies=("a", "b"))
    odds = odds_of(assumed, ask, assumed.replies)
    visits = np.full(len(CONTACTS), visit, np.int32)
    drawn_ = draws.Answers(odds, np.array(CONTACTS, np.uint64), visits, seeded(assumed, ask.step))
    for place, n in enumerate(CONTACTS):
        one = answer(assumed, n, ask.step, visit, ask, assumed.replies)
        texts = odds.texts[drawn_.which[place]]
        chosen = np.arange(len(CONTACTS)) == place
        text = texts[drawn_.texts(chosen, len(texts))[0]] if texts else ""
        assert (odds.does[drawn_.which[place]], text, drawn_.minutes[place]) == (one.does, one.text, one.after)
