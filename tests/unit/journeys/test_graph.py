"""Decides what a journey knows of its own arrows."""

from __future__ import annotations

from tests.fixtures.journeys import WELCOME, drawn
from whatsapp_studio.journeys.graph import Journey, Link, link_id, new_id


def test_what_leaves_and_arrives() -> None:
    journey = drawn(*WELCOME)
    assert {link.port for link in journey.out["which"]} == {"p0", "p1", "other"}
    assert {link.source for link in journey.into["week"]} == {"offer", "news"}
    assert "out" not in journey.out
    assert "in" not in journey.into


def test_what_comes_before_and_after() -> None:
    journey = drawn(*WELCOME)
    assert journey.downstream("week") == {"last", "out"}
    assert journey.upstream("day") == {"in", "hello"}
    assert journey.downstream("out") == frozenset()
    assert journey.downstream("nobody") == frozenset()


def test_a_loop_leads_back_to_itself() -> None:
    journey = drawn("a wait next=b", "b wait next=a", "c end")
    assert journey.downstream("a") == journey.upstream("a") == {"a", "b"}


def test_an_arrow_is_called_by_the_output_it_leaves() -> None:
    assert Link("a", "next", "b").id == link_id("a", "next") == "a:next"


def test_an_id_is_minted_once() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(one) == 12 for one in ids)


def test_an_empty_journey_has_no_arrows() -> None:
    assert Journey(id="j").out == Journey(id="j").into == {}
