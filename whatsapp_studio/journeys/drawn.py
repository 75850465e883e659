"""Decides the way of one contact when it does what it is assumed to do: the same way as in a rehearsal of many."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from whatsapp_studio.journeys.asking import Answer
from whatsapp_studio.journeys.assumed import Assumptions, answer, replies
from whatsapp_studio.journeys.running import Setup
from whatsapp_studio.journeys.walk import Walk, key

Answers = Mapping[str, Answer]


def drawn(
    setup: Setup, assumed: Assumptions, contact: int, walk: Callable[[Answers], Walk], said: Answers
) -> tuple[Walk, Answers]:
    """The whole way, and every answer on it: what was ``said`` of a step, else what is drawn for the contact.

    ``walk`` follows the contact with answers.
    """
    says, answers = replies(setup, assumed), dict(said)
    while True:
        made = walk(answers)
        asked = [one.ask for one in made.steps if one.ask is not None]
        new = {
            at: answer(assumed, contact, ask.step, ask.visit, ask, says)
            for ask in asked
            if (at := key(ask.step, ask.visit)) not in answers
        }
        if not new:
            return made, answers
        # All but the last do not matter to the way: it stops where one that does is lacking.
        answers.update(new)
