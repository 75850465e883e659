"""Decides that every setting has a default and a line of help, and what help says of a kind of step."""

from __future__ import annotations

import pytest

from whatsapp_studio.journeys import settings
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.fields import Field
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.help import field_help, help_of
from whatsapp_studio.journeys.kinds import StepKind
from whatsapp_studio.journeys.settings import SETTINGS, setting
from whatsapp_studio.journeys.surroundings import NOWHERE
from whatsapp_studio.journeys.table import KINDS


def test_the_settings_of_the_plan_are_there() -> None:
    assert [field.name for field in SETTINGS] == [
        "description", "tags", "time_zone", "starts", "ends", "reentry", "reentry_after", "exits", "life",
        "goal_on", "goal_event", "goal_within", "quiet", "quiet_from", "quiet_to", "late", "late_within",
        "priority",
    ]  # fmt: skip
    assert [field.name for field in SETTINGS if not field.logic] == ["description", "tags"]


@pytest.mark.parametrize("field", SETTINGS, ids=lambda field: field.name)
def test_a_setting_says_what_it_does(field: Field) -> None:
    assert field.help.endswith(".")
    assert "\n" not in field.help


def test_a_setting_has_a_default() -> None:
    journey = Journey(id="j", settings={"life": {"amount": 7, "unit": "days"}})
    assert setting(journey, "life") == {"amount": 7, "unit": "days"}
    assert setting(Journey(id="j"), "life") == {"amount": 91, "unit": "days"}
    assert setting(journey, "late") == settings.defaults()["late"] == "send"


@pytest.mark.parametrize("field", SETTINGS, ids=lambda field: field.name)
def test_the_default_of_a_setting_is_as_good_as_a_chosen_value(field: Field) -> None:
    default = settings.defaults()[field.name]
    journey = Journey(id="j", settings={field.name: default})
    assert setting(Journey(id="j"), field.name) == default == setting(journey, field.name)
    assert [one for one in problems(journey, NOWHERE) if one.where.startswith("settings.")] == []


def test_settings_that_do_not_count_are_not_shown() -> None:
    shown = [field.name for field in settings.shown({"quiet": "custom", "late": "ask"})]
    assert {"quiet_from", "quiet_to"} <= set(shown)
    assert not {"late_within", "goal_event", "reentry_after"} & set(shown)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_help_tells_all_of_a_kind(kind: StepKind) -> None:
    text = help_of(kind).text
    assert text.startswith(f"{kind.label}\n\n{kind.about}")
    assert all(field.label in text for field in kind.fields)
    assert ("It leads on by:" in text) == (kind.name != "end")


def test_help_names_what_can_be_chosen() -> None:
    assert field_help(KINDS["consent"].by_name["set"]).choices == ("Opts in to marketing", "Opts out of marketing")
    assert "One of: Opts in to marketing; Opts out of marketing." in help_of(KINDS["consent"]).text
    bare = StepKind(
        name="x", group="action", tone="action", icon="tag", label="X", about="Y.", ports=lambda fields: (),
        title=lambda fields: "X", summary=lambda fields: "",
    )  # fmt: skip
    assert help_of(bare).text == "X\n\nY."
