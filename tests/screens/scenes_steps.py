"""Decides how the settings of each kind of step are shown: as a new step has them, in the inspector."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.screens import Make, screen
from tests.screens.scenes_journeys import edited
from tests.screens.stage import Stage
from whatsapp_studio.journeys.graph import Journey, Link, Step, link_id
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.qt.rules.editor import RuleEditor

# What makes more of a form: paths, outcomes, rules.
MORE: dict[str, dict[str, object]] = {
    "condition": {
        "by": "rules",
        "rules": [
            {"id": "nl", "name": "In the Netherlands", "rule": {"field": "contact.country", "op": "is", "value": "NL"}},
            {"id": "none", "name": "Without a rule", "rule": None},
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


# The same kinds with other choices made, which have fields of their own.
OTHERS: dict[str, tuple[str, dict[str, object]]] = {
    "audience-recurring": (
        "audience",
        {"when": "recurring", "repeat": {"every": 2, "unit": "weeks", "weekdays": [0, 3], "until": "2027-01-01"}},
    ),
    "wait-field": ("wait", {"until": "field"}),
    "send_window-hours": (
        "send_window",
        {"hours": [{"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:30"}]},
    ),
    "condition-number": (
        "condition",
        {
            "by": "rules",
            "rules": [{"id": "a", "name": "Large", "rule": {"field": "event.total", "op": "more", "value": 25}}],
        },
    ),
}


def shown(kind: str, fields: dict[str, object]) -> Make:
    def make(stage: Stage) -> QWidget:
        step = Step(id="s", kind=kind, fields={**KINDS[kind].defaults(), **fields})
        told = {"source": "http", "event": "order_placed", "event_fields": [{"name": "total", "kind": "number"}]}
        first = Step(id="in", kind="event", fields={**KINDS["event"].defaults(), **told})
        steps = {"s": step} if KINDS[kind].is_entry else {"in": first, "s": step}
        links = {link_id("in", "next"): Link("in", "next", "s")} if "in" in steps else {}
        journey = Journey(id="j", name="One step", steps=steps, links=links, places={"in": (0, 0), "s": (0, 152)})
        window, editor = edited(stage, journey)
        editor.edit("s", "")
        return window

    make.__doc__ = f"The settings of a step: {kind}."
    return make


for _name in KINDS:
    screen(f"steps.{_name}")(shown(_name, MORE.get(_name, {})))
for _name, (_kind, _fields) in OTHERS.items():
    screen(f"steps.{_name}")(shown(_kind, _fields))


@screen("steps.condition-expression")
def expression(stage: Stage) -> QWidget:
    """A rule as an expression."""
    window = shown("condition", MORE["condition"])(stage)
    next(one for one in window.findChildren(RuleEditor) if one.isVisible()).switch.click()
    return window
