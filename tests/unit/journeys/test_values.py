"""Decides which values fit which field, and that no value of a file upsets the question."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import JSON
from whatsapp_studio.base.wording import WORDS, explain
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys import settings
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.journeys.values import field_problems, setting_problems, step_problems

OFFICE = {"weekdays": [0, 4], "from": "09:00", "to": "17:00"}
NAMED: dict[str, Any] = {"name": "x", "label": "Label"}


def field(kind: type[f.Field], **more: Any) -> f.Field:
    return kind(**{**NAMED, **more})


def row(**more: Any) -> list[dict[str, Any]]:
    return [{"id": "p1", "name": "", **more}]


MUST = {"required": True}
CHOICE = {"options": (("a", "A"), ("b", "B"))}


@pytest.mark.parametrize(
    ("kind", "more", "value", "problem"),
    [
        (f.Text, {}, "", ""),
        (f.Text, MUST, " \n", "field-required"),
        (f.Text, MUST, "x", ""),
        (f.Text, {"limit": 3}, "four", "field-too-long"),
        (f.Text, {"limit": 4}, "four", ""),
        (f.Text, {}, None, "field-shape"),
        (f.Number, {"low": 1, "high": 3}, 3, ""),
        (f.Number, {"low": 1, "high": 3}, 0, "field-range"),
        (f.Number, {"low": 1, "high": 3}, 4, "field-range"),
        (f.Number, {}, 1.0, "field-number"),
        (f.Number, {}, True, "field-number"),
        (f.Flag, {}, False, ""),
        (f.Flag, {}, 0, "field-shape"),
        (f.Choice, CHOICE, "a", ""),
        (f.Choice, CHOICE, "c", "field-choice"),
        (f.Choice, CHOICE, [], "field-choice"),
        (f.Duration, {}, {"amount": 0, "unit": "days"}, ""),
        (f.Duration, MUST, {"amount": 0, "unit": "days"}, "field-duration-none"),
        (f.Duration, {}, {"amount": -1, "unit": "days"}, "field-duration-negative"),
        (f.Duration, {"signed": True}, {"amount": -1, "unit": "days"}, ""),
        (f.Duration, {}, {"amount": 365, "unit": "days"}, ""),
        (f.Duration, {}, {"amount": 53, "unit": "weeks"}, "field-duration-long"),
        (f.Duration, {"signed": True}, {"amount": -53, "unit": "weeks"}, "field-duration-long"),
        (f.Duration, {}, {"amount": 10**99, "unit": "minutes"}, "field-duration-long"),
        (f.Duration, {}, {"amount": "1", "unit": "days"}, "field-number"),
        (f.Duration, {}, {"amount": 1, "unit": "years"}, "field-shape"),
        (f.Duration, {"units": ("days", "years")}, {"amount": 1, "unit": "years"}, "field-shape"),
        (f.Duration, {}, {"amount": 1, "unit": []}, "field-shape"),
        (f.Duration, {}, 3, "field-shape"),
        (f.Moment, {}, "", ""),
        (f.Moment, MUST, "", "field-required"),
        (f.Moment, MUST, "2026-12-01T09:00", ""),
        (f.Moment, {}, "2026-12-01", "field-moment"),
        (f.Moment, {}, "2026-12-32T09:00", "field-moment"),
        (f.Moment, {}, "2026-12-01T09:00+01:00", "field-moment"),
        (f.Moment, {}, 5, "field-moment"),
        (f.Day, {}, "", ""),
        (f.Day, MUST, "", "field-required"),
        (f.Day, {}, "2026-12-01", ""),
        (f.Day, {}, "2026-02-29", "field-day"),
        (f.Day, {}, "20261201", "field-day"),
        (f.Clock, {}, "23:59", ""),
        (f.Clock, {}, "24:00", "field-clock"),
        (f.Clock, {}, "9:00", "field-clock"),
        (f.Clock, {}, "", "field-clock"),
        (f.Clock, {}, "٠٩:٠٠", "field-clock"),
        (f.Window, {}, OFFICE, ""),
        (f.Window, {}, {**OFFICE, "weekdays": []}, "field-days-none"),
        (f.Window, {}, {**OFFICE, "weekdays": [7]}, "field-shape"),
        (f.Window, {}, {**OFFICE, "to": None}, "field-clock"),
        (f.Window, {}, "always", "field-shape"),
        (f.Repeat, {}, {"every": 1, "unit": "days"}, ""),
        (f.Repeat, {}, {"every": 1, "unit": "weeks", "weekdays": [0], "until": "2026-12-31"}, ""),
        (f.Repeat, {}, {"every": 1, "unit": "weeks", "weekdays": [0], "until": "later"}, "field-day"),
        (f.Repeat, {}, {"every": 1, "unit": "weeks", "weekdays": 3}, "field-shape"),
        (f.Repeat, {}, {"every": 0, "unit": "days"}, "field-range"),
        (f.Repeat, {}, {"every": None, "unit": "days"}, "field-number"),
        (f.Repeat, {}, {"every": 1, "unit": "hours"}, "field-shape"),
        (f.Repeat, {}, {"every": 1, "unit": []}, "field-shape"),
        (f.Repeat, {}, [], "field-shape"),
        (f.Words, {}, [], ""),
        (f.Words, MUST, [" "], "field-required"),
        (f.Words, MUST, ["yes"], ""),
        (f.Words, {}, ["x"] * 201, "field-too-many"),
        (f.Words, {}, ["x" * 101], "field-part-long"),
        (f.Words, {}, [1], "field-shape"),
        (f.Words, {}, "yes", "field-shape"),
        (f.Audience, MUST, {"kind": "all"}, ""),
        (f.Audience, MUST, None, "field-required"),
        (f.Audience, {}, None, "field-shape"),
        (f.Audience, {}, {"kind": "some"}, "field-shape"),
        (f.Audience, {}, {"kind": "list", "list": "VIP"}, ""),
        (f.Audience, {}, {"kind": "list"}, "field-no-list"),
        (f.Audience, {}, {"kind": "list", "list": 1}, "field-shape"),
        (f.Audience, {}, {"kind": "rule"}, ""),
        (f.Audience, {}, {"kind": "rule", "rule": "x"}, "field-shape"),
        (f.ListName, {}, "", ""),
        (f.ListName, MUST, "", "field-required"),
        (f.ListName, {}, "x" * 201, "field-shape"),
        (f.ContactField, MUST, "birthday", ""),
        (f.StepRef, {}, 1, "field-shape"),
        (f.JourneyRef, MUST, " ", "field-required"),
        (f.Zone, {}, "Europe/Amsterdam", ""),
        (f.RuleField, {}, None, ""),
        (f.RuleField, {}, 1, "field-shape"),
        (f.RulePaths, {}, row(rule=None), ""),
        (f.RulePaths, {}, row(rule={"all": []}), ""),
        (f.RulePaths, {}, row(rule=1), "field-shape .p1"),
        (f.RulePaths, {}, row(name=1), "field-shape .p1"),
        (f.RulePaths, {}, row(name="x" * 101), "field-part-long .p1"),
        (f.RulePaths, MUST, [], "field-required"),
        (f.RulePaths, {}, [], ""),
        (f.RulePaths, {}, None, "field-shape"),
        (f.RulePaths, {}, [1], "field-shape"),
        (f.RulePaths, {}, [{"name": "x"}], "field-path-id .1"),
        (f.RulePaths, {}, [*row(), *row()], "field-path-id .2"),
        (f.RulePaths, {}, row(id="other"), "field-path-id .1"),
        (f.RulePaths, {}, row(id="timeout"), ""),
        (f.Shares, {}, row(id="holdout", percent=1), "field-path-id .1"),
        (f.Outcomes, {}, row(id="failed", on="failed"), ""),
        (f.Outcomes, {}, row(id="timeout", on="failed"), "field-path-id .1"),
        (f.RulePaths, {}, row(id=""), "field-path-id .1"),
        (f.RulePaths, {}, row(id="a:b"), "field-path-id .1"),
        (f.RulePaths, {}, row(id="a.b"), "field-path-id .1"),
        (f.RulePaths, {}, row(id="x" * 65), "field-path-id .1"),
        (f.RulePaths, {}, row(id=["x"]), "field-path-id .1"),
        (f.RulePaths, {}, [{"id": str(n)} for n in range(51)], "field-too-many"),
        (f.TimePaths, {}, row(**OFFICE), ""),
        (f.TimePaths, {}, row(**{**OFFICE, "weekdays": []}), "field-days-none .p1"),
        (f.TimePaths, {}, row(**{**OFFICE, "weekdays": "Monday"}), "field-shape .p1"),
        (f.TimePaths, {}, row(**{**OFFICE, "from": "dawn"}), "field-clock .p1"),
        (f.DatePaths, {}, row(**{"from": "2026-12-01", "to": "2026-12-01"}), ""),
        (f.DatePaths, {}, row(**{"from": "2026-12-02", "to": "2026-12-01"}), "field-turned .p1"),
        (f.DatePaths, {}, row(**{"from": "2026-12-02"}), "field-part-required .p1"),
        (f.DatePaths, {}, row(to="2026-12-02"), "field-part-required .p1"),
        (f.DatePaths, {}, row(**{"from": "2026-12-02", "to": "soon"}), "field-day .p1"),
        (f.DatePaths, {}, row(**{"from": 1, "to": 2}), "field-day .p1"),
        (f.Shares, {}, row(percent=100), ""),
        (f.Shares, {}, row(percent=101), "field-range .p1"),
        (f.Shares, {"weights": True}, row(percent=101), ""),
        (f.Shares, {}, row(percent=33.3), "field-number .p1"),
        (f.Events, {}, row(event="order"), ""),
        (f.Events, {}, row(event=""), "field-part-required .p1"),
        (f.Events, {}, row(event="x" * 65), "field-part-long .p1"),
        (f.Events, {}, row(event=None), "field-shape .p1"),
        (f.Outcomes, {}, row(on="read"), ""),
        (f.Outcomes, {}, row(on="replied", keywords=["yes"], button=""), ""),
        (f.Outcomes, {}, row(on="seen"), "field-shape .p1"),
        (f.Outcomes, {}, row(on="replied", keywords="yes"), "field-shape .p1"),
        (f.Outcomes, {}, row(on="replied", keywords=["x" * 101]), "field-shape .p1"),
        (f.Outcomes, {}, row(on="replied", button=1), "field-shape .p1"),
        (f.EventFields, {}, [{"name": "total", "kind": "number"}], ""),
        (f.EventFields, {}, [{"name": "", "kind": "number"}], "field-part-required .1"),
        (f.EventFields, {}, [{"name": "order total"}], "field-name-odd .1"),
        (f.EventFields, {}, [{"name": "total", "kind": "money"}], "field-shape .1"),
        (f.EventFields, {}, [{"name": 1}], "field-shape .1"),
        (f.EventFields, {}, [{"name": "total"}, {"name": "Total"}], "field-twice .2"),
        (f.TemplateRef, {}, None, ""),
        (f.TemplateRef, MUST, None, "field-required"),
        (f.TemplateRef, MUST, {"name": "a", "language": "nl"}, ""),
        (f.TemplateRef, MUST, {"name": "a"}, "field-shape"),
        (f.TemplateRef, MUST, {"name": "", "language": "nl"}, "field-shape"),
        (f.TemplateRef, MUST, "a", "field-shape"),
        (f.ValueMap, {}, {}, ""),
        (f.ValueMap, {}, {"body.1": {"expression": "x", "fallback": "", "if_empty": "block"}}, ""),
        (f.ValueMap, {}, {"body.1": {"expression": 1}}, "field-shape .body.1"),
        (f.ValueMap, {}, {"body.1": {"if_empty": "panic"}}, "field-shape .body.1"),
        (f.ValueMap, {}, {"body.1": "x"}, "field-shape .body.1"),
        (f.ValueMap, {}, [], "field-shape"),
        (f.LanguageRules, {}, [{"rule": None, "language": "nl"}], ""),
        (f.LanguageRules, {}, [{"rule": None, "language": ""}], "field-part-required .1"),
        (f.LanguageRules, {}, [{"rule": "x", "language": "nl"}], "field-shape .1"),
        (f.Media, {}, {"kind": "image", "url": "", "caption": ""}, ""),
        (f.Media, MUST, {"kind": "image"}, "field-required"),
        (f.Media, {}, {"kind": "image", "url": "https://example.com/a.png"}, ""),
        (f.Media, {}, {"kind": "image", "url": "{{ contact.picture }}"}, ""),
        (f.Media, {}, {"kind": "image", "url": "a.png"}, "field-url"),
        (f.Media, {}, {"kind": "image", "url": "", "caption": "x" * 1025}, "field-too-long"),
        (f.Media, {}, {"kind": "hologram"}, "field-shape"),
        (f.Media, {}, {"kind": "image", "url": 1}, "field-shape"),
        (f.Media, {}, None, "field-shape"),
        (f.Buttons, {}, row(text="Yes"), ""),
        (f.Buttons, {}, row(text=""), "field-part-required .p1"),
        (f.Buttons, {}, row(text="x" * 21), "field-part-long .p1"),
        (f.Buttons, {}, [{"id": "a", "text": "Yes"}, {"id": "b", "text": "yes "}], "field-twice .b"),
        (f.Buttons, {}, [{"id": str(n), "text": str(n)} for n in range(4)], "field-too-many"),
        (f.Menu, {}, {"button": "Choose", "rows": row(title="Red")}, ""),
        (f.Menu, {}, {"button": "", "rows": row(title="Red")}, "field-part-required .button"),
        (f.Menu, {}, {"button": "Choose", "rows": row(title="x" * 25)}, "field-part-long .p1"),
        (f.Menu, {}, {"button": "Choose", "rows": row(title="Red", description="x" * 73)}, "field-part-long .p1"),
        (f.Menu, MUST, {"button": "Choose"}, "field-required"),
        (f.Menu, {}, {"button": "Choose", "rows": 3}, "field-shape"),
        (f.Menu, {}, None, "field-shape"),
        (f.Pairs, {}, [{"name": "Accept", "value": "text/plain"}], ""),
        (f.Pairs, {}, [{"name": "", "value": "x"}], "field-part-required .1"),
        (f.Pairs, {}, [{"name": "A b", "value": "x"}], "field-header .1"),
        (f.Pairs, {}, [{"name": "A", "value": "x\r\nB: y"}], "field-header .1"),
        (f.Pairs, {}, [{"name": "A", "value": "x" * 8193}], "field-part-long .1"),
        (f.Pairs, {}, [{"name": "A", "value": 1}], "field-shape .1"),
        (f.Pairs, {}, [{"name": "Accept"}, {"name": "accept"}], "field-twice .2"),
        (f.ContactChanges, {}, [{"field": "city", "value": ""}], ""),
        (f.ContactChanges, {}, [{"field": "", "value": "x"}], "field-part-required .1"),
        (f.ContactChanges, {}, [{"field": "city", "value": 3}], "field-shape .1"),
        (f.ExitRules, {}, row(on="rule", rule={"all": []}), ""),
        (f.ExitRules, {}, row(on="event", event="order"), ""),
        (f.ExitRules, {}, row(on="whim"), "field-shape .p1"),
        (f.ExitRules, {}, row(on="event", event=1), "field-shape .p1"),
    ],
)
def test_what_fits_a_field(kind: type[f.Field], more: dict[str, Any], value: object, problem: str) -> None:
    found = field_problems(field(kind, **more), value, "a.x", {"what": "Step"})
    assert [f"{one.code} {one.where[3:]}".strip() for one in found] == ([problem] if problem else [])
    for one in found:
        assert one.severity == "error"
        assert (one.facts["what"], one.facts["field"]) == ("Step", "Label")
        assert "…" not in explain(one.code, one.facts).text


FIELD_KINDS = [kind for kind in vars(f).values() if isinstance(kind, type) and issubclass(kind, f.Field)]


@given(st.sampled_from([kind for kind in FIELD_KINDS if kind is not f.Field]), st.booleans(), JSON)
def test_nothing_a_file_holds_upsets_a_field(kind: type[f.Field], required: bool, value: object) -> None:
    for problem in field_problems(field(kind, required=required), value, "a.x"):
        assert problem.code in WORDS
        assert problem.where == "a.x" or problem.where.startswith("a.x.")


def test_a_limit_can_depend_on_what_is_beside() -> None:
    text = KINDS["send_window"].by_name["text"]
    assert field_problems(text, "x" * 1025, "a.text", {}, {"what": "text"}) == ()
    (problem,) = field_problems(text, "x" * 1025, "a.text", {}, {"what": "buttons"})
    assert (problem.code, problem.facts["most"]) == ("field-too-long", 1024)


def test_only_fields_that_count_are_looked_at() -> None:
    hidden = Step(id="a", kind="wait", fields={"until": "duration", "date": 1, "window": 2})
    assert step_problems(hidden) == ()
    (problem,) = step_problems(Step(id="a", kind="wait", name="Later", fields={"until": "date", "date": 1}))
    assert (problem.code, problem.where, problem.facts["what"]) == ("field-moment", "a.date", "Later")


def test_the_settings_are_looked_at_too() -> None:
    assert setting_problems({}) == setting_problems(settings.defaults()) == ()
    assert setting_problems({"goal_event": 1}) == ()
    (problem,) = setting_problems({"goal_on": "event"})
    assert (problem.code, problem.where) == ("field-required", "settings.goal_event")


@given(st.dictionaries(st.sampled_from([field.name for field in settings.SETTINGS]), JSON))
def test_nothing_a_file_holds_upsets_the_settings(given: dict[str, object]) -> None:
    assert all(problem.where.startswith("settings.") for problem in setting_problems(given))
