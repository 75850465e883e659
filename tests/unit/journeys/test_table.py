"""Decides that the step table can be relied on: every kind complete, its outputs unlike, its lines readable."""

from __future__ import annotations

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import JSON
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys import settings
from whatsapp_studio.journeys.fields import Choice, Field, Text
from whatsapp_studio.journeys.graph import Journey, Link, Step
from whatsapp_studio.journeys.kinds import StepKind
from whatsapp_studio.journeys.table import (
    GROUPS,
    KINDS,
    UNKNOWN,
    kind_of,
    known_ports,
    new_step,
    ports_of,
    summary_of,
    title_of,
    value,
)
from whatsapp_studio.journeys.values import step_problems

EVERY = [pytest.param(kind, id=name) for name, kind in KINDS.items()]
STARTS = [
    pytest.param(name, fields, id=f"{name}-{n}")
    for name, kind in KINDS.items()
    for n, fields in enumerate([{}, *(preset.fields for preset in kind.presets)])
]


def test_every_kind_of_the_plan_is_there() -> None:
    assert list(KINDS) == [
        "audience", "event", "business_event", "audience_change",
        "send_template", "send_window",
        "wait", "wait_event", "condition", "reaction", "experiment",
        "update_contact", "consent", "list_member", "call_url", "notify", "jump", "end",
    ]  # fmt: skip
    assert {kind.group for kind in KINDS.values()} == {group for group, _ in GROUPS}


@pytest.mark.parametrize("kind", EVERY)
def test_a_kind_is_complete(kind: StepKind) -> None:
    assert kind.label and kind.about.endswith(".") and kind.keywords
    icons = [kind.icon, *(preset.icon or kind.icon for preset in kind.presets)]
    assert all(resource(f"icons/{icon}.svg").is_file() for icon in icons)
    assert kind.is_entry == (kind.group == "entry") == (kind.tone == "entry")
    labels = [kind.label, *(preset.label for preset in kind.presets)]
    assert len(set(labels)) == len(labels)


def test_no_two_lines_of_the_palette_are_called_the_same() -> None:
    labels = [label for kind in KINDS.values() for label in (kind.label, *(one.label for one in kind.presets))]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", [*EVERY, pytest.param(None, id="settings")])
def test_fields_are_in_order(kind: StepKind | None) -> None:
    fields: tuple[Field, ...] = kind.fields if kind else settings.SETTINGS
    by_name = {field.name: field for field in fields}
    assert len(by_name) == len(fields)
    seen: list[str] = []
    for field in fields:
        assert field.label
        assert field.help == "" or field.help.endswith(".")
        if field.when is not None:
            other, values = field.when
            assert other in seen, f"{field.name} comes before {other}, which decides about it"
            beside = by_name[other]
            if isinstance(beside, Choice):
                assert set(values) <= {option for option, _ in beside.options}
        if isinstance(field, Choice):
            assert field.default in (option for option, _ in field.options)
        if isinstance(field, Text) and field.limit_when is not None:
            assert field.limit_when[0] in seen
        assert json.loads(json.dumps(field.default)) == field.default, "a default is what a file gives back"
        seen.append(field.name)


@pytest.mark.parametrize(("kind", "fields"), STARTS)
def test_a_new_step_lacks_only_what_must_be_filled_in(kind: str, fields: dict[str, object]) -> None:
    step = new_step(kind, fields)
    assert set(fields) <= set(KINDS[kind].by_name)
    assert {problem.code for problem in step_problems(step)} <= {"field-required", "field-part-required"}


@pytest.mark.parametrize(("kind", "fields"), STARTS)
def test_outputs_are_unlike_and_labelled(kind: str, fields: dict[str, object]) -> None:
    ports = ports_of(new_step(kind, fields))
    names = [port.name for port in ports]
    assert len(set(names)) == len(names)
    assert all(port.label and len(port.label) <= 32 for port in ports)
    assert bool(ports) == (kind != "end")
    if len(ports) > 1:
        assert len({port.label for port in ports}) == len(ports)


@pytest.mark.parametrize(("kind", "fields"), STARTS)
def test_a_card_is_readable(kind: str, fields: dict[str, object]) -> None:
    step = new_step(kind, fields)
    assert 0 < len(title_of(step)) <= 30
    assert len(summary_of(step)) <= 60
    assert title_of(step)[0] in string.ascii_uppercase
    assert kind in ("end", "wait") or summary_of(step)
    named = Step(id="a", kind=kind, name="Mine", fields=fields)
    assert kind == "end" or summary_of(named)


@pytest.mark.parametrize("kind", EVERY)
def test_a_step_that_says_nothing_is_a_new_one(kind: StepKind) -> None:
    bare, new = Step(id="a", kind=kind.name), new_step(kind.name)
    assert known_ports(bare) == known_ports(new)
    assert (title_of(bare), summary_of(bare)) == (title_of(new), summary_of(new))
    assert all(value(bare, name) == value(new, name) for name in kind.by_name)


def field_values(kind: StepKind) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={name: JSON | spoiled(f.default) for name, f in kind.by_name.items()})


def spoiled(default: object) -> st.SearchStrategy[object]:
    """A default with any value somewhere inside."""
    if isinstance(default, dict) and default:
        return st.sampled_from(sorted(default)).flatmap(lambda key: JSON.map(lambda value: {**default, key: value}))
    if isinstance(default, list) and default:
        return st.lists(spoiled(default[0]) | JSON, max_size=3)
    return st.just(default)


@given(st.sampled_from(sorted(KINDS)).flatmap(lambda name: field_values(KINDS[name]).map(lambda v: (name, v))))
def test_nothing_a_file_holds_upsets_a_card(given: tuple[str, dict[str, object]]) -> None:
    step = Step(id="a", kind=given[0], fields=given[1])
    ports = ports_of(step)
    names = [port.name for port in ports]
    assert len(set(names)) == len(names)
    assert all(port.label for port in ports)
    assert title_of(step)
    assert len(title_of(step)) <= 60
    for name in ("", "Mine"):
        assert len(summary_of(Step(id="a", kind=given[0], name=name, fields=given[1]))) <= 300
    assert all(problem.where.startswith("a.") for problem in step_problems(step))


def test_a_kind_of_a_newer_version_has_the_outputs_that_are_linked() -> None:
    step = Step(id="a", kind="teleport", fields={"to": "Mars"})
    journey = Journey(id="j", steps={"a": step, "b": new_step("end")}, links={"a:up": Link("a", "up", "b")})
    assert kind_of(step) is UNKNOWN
    assert ports_of(step) == ()
    assert [port.name for port in ports_of(step, journey)] == ["up"]
    assert known_ports(step) == ()
    assert title_of(step) == "Unknown step"
    assert summary_of(step) == ""
    assert step_problems(step) == ()


def test_a_step_is_called_what_its_person_called_it() -> None:
    assert title_of(Step(id="a", kind="wait", name="Let it sink in")) == "Let it sink in"


def test_fields_that_do_not_count_are_not_shown() -> None:
    wait = KINDS["wait"]
    assert [field.name for field in wait.shown({"until": "date"})] == ["until", "date", "clock"]
    event = KINDS["event"]
    assert "keywords" not in [field.name for field in event.shown({"source": "manual", "match": "keywords"})]
    assert "keywords" in [field.name for field in event.shown({"source": "inbound", "match": "keywords"})]
