"""Decides when messages leave again that Meta made their journey hold back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.living import Alive, alive
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running.lives import Running

__all__ = ["alive"]


def held(alive: Alive, journey: Journey, reason: str) -> None:
    """A step of the journey whose messages are held back."""
    plan = alive.store.value("SELECT plan_id FROM lives WHERE journey_id = ?", (journey.id,))
    with alive.store.write() as conn:
        conn.execute(
            "INSERT INTO campaigns (id, name, draft, state, pause_reason, created_at, updated_at, kind, plan_id)"
            " VALUES ('s1', 's1', '{}', 'paused', ?, '', '', 'stream', ?)",
            (reason, plan),
        )


def pause_and_resume(running: Running, journey: str) -> None:
    running.pause(journey)
    running.resume(journey)


def change_it(running: Running, journey: str) -> None:
    running._journeys.rename(journey, "Better name")
    running.amend(journey)


@pytest.mark.parametrize("act", [pause_and_resume, change_it])
@pytest.mark.parametrize(("reason", "state"), [("meta-132012", "sending"), ("meta-100", "sending"),
                                               ("meta-132015", "paused"), ("by-you", "paused")])  # fmt: skip
def test_what_a_person_may_have_mended_is_tried_again(
    alive: Alive, act: Callable[[Running, str], None], reason: str, state: str
) -> None:
    made = alive.published()
    held(alive, made, reason)
    act(alive.studio.running, made.id)
    assert alive.store.value("SELECT state FROM campaigns") == state


def test_a_change_of_a_paused_journey_lets_nothing_leave(alive: Alive) -> None:
    made = alive.published()
    held(alive, made, "meta-132012")
    alive.studio.running.pause(made.id)
    change_it(alive.studio.running, made.id)
    assert alive.store.value("SELECT state FROM campaigns") == "paused"
