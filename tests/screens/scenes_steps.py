"""Decides how the settings of each kind of step are shown: as a new step has them, in the inspector."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.screens import Make, screen
from tests.screens.scenes_journeys import edited
from tests.screens.stage import Stage
from whatsapp_studio.journeys.graph import Journey, Link, Step, link_id
from whatsapp_studio.journeys.table import KINDS

# What makes more of a form: paths, outcomes, rules.
MORE: dict[str, dict[str, object]] = {
    "condition": {
        "by": "rules",
        "rules": [
            {"id": "nl", "name": "In the Netherlands", "rule": {"field": "contact.country", "op": "is", "value": "NL"}},
            {"id": "other", "name": "Everybody else", "rule": None},
        ],
    },
    "reaction": {"outcomes": [{"id": "o1", "on": "replied", "keywords": ["yes please", "ja"], "button": ""}]},
    "send_template": {
        "template": {"name": "spring_offer", "language": "nl"},
        "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you"}},
    },
    "experiment": {
        "paths": [{"id": "a", "name": "Short", "percent": 50}, {"id": "b", "name": "Long", "percent": 50}],
        "holdout": 10,
    },
}


def _kind(kind: str) -> Make:
    def make(stage: Stage) -> QWidget:
        step = Step(id="s", kind=kind, fields={**KINDS[kind].defaults(), **MORE.get(kind, {})})
        first = Step(id="in", kind="audience", fields=KINDS["audience"].defaults())
        steps = {"s": step} if KINDS[kind].is_entry else {"in": first, "s": step}
        links = {link_id("in", "next"): Link("in", "next", "s")} if "in" in steps else {}
        journey = Journey(id="j", name="One step", steps=steps, links=links, places={"in": (0, 0), "s": (0, 152)})
        window, editor = edited(stage, journey)
        editor.edit("s", "")
        return window

    make.__doc__ = f"The settings of a step: {kind}."
    return make


for _name in KINDS:
    screen(f"steps.{_name}")(_kind(_name))
