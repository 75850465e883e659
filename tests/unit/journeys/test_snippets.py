"""Snippets in journeys: their texts in every field, and steps without any left as they are."""

from __future__ import annotations

from whatsapp_studio.journeys import check
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.running import setup
from whatsapp_studio.journeys.snippets import expanded
from whatsapp_studio.journeys.surroundings import Surroundings

TAG = '{% snippet "Shop" %}'
PLAIN = Step(id="a", kind="wait", fields={"for": "P1D"})
SAYS = Step(
    id="b", kind="send_template",
    fields={"mapping": {"body.1": {"expression": f"At {TAG}", "fallback": ""}}, "list": [{"x": TAG}, 3]},
)  # fmt: skip


def test_texts_take_the_place_of_names_and_other_steps_are_the_same() -> None:
    journey = Journey(id="j", steps={"a": PLAIN, "b": SAYS})
    made = expanded(journey, {"shop": "Bloom"})
    assert made.steps["a"] is PLAIN
    assert made.steps["b"].fields == {
        "mapping": {"body.1": {"expression": "At Bloom", "fallback": ""}}, "list": [{"x": "Bloom"}, 3],
    }  # fmt: skip
    assert expanded(journey, {"other": "x"}) is journey and expanded(journey, {}) is journey
    assert setup(journey, Surroundings(snippets={"Shop": "Bloom"})).journey == made


def test_a_snippet_that_is_not_there_is_a_problem_of_its_step() -> None:
    step = Step(id="w", kind="send_window", fields={"what": "text", "text": f"At {TAG} {{{{ contact.nope }}}}"})
    journey = Journey(id="j", steps={"w": step}, places={"w": (0, 0)})

    def codes(around: Surroundings) -> set[str]:
        return {one.code for one in check.problems(journey, around) if one.where.startswith("w.text")}

    assert codes(Surroundings()) == {"snippet-unknown"}
    assert codes(Surroundings(snippets={"Shop": "Bloom"})) == {"field-unknown"}
    assert codes(Surroundings(snippets={"Shop": "{{ contact.phone"}, fields={"nope": "text"})) == {"expression-syntax"}
    assert codes(Surroundings(known=False)) == set()
