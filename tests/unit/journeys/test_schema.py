"""Shows that the published schema is made from the step table, takes what is written and refuses what is not read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys import fields, settings
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.schema import schema, schema_text
from whatsapp_studio.journeys.shapes import fits, shape_of
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.journeys.upgrades import FORMAT

VALIDATOR = Draft202012Validator(schema())


def test_the_published_file_is_the_one_made_from_the_table() -> None:
    published = resource("schemas") / f"wsjourney-{FORMAT}.json"
    assert published.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@given(journeys())
def test_it_takes_what_is_written(journey: Journey) -> None:
    VALIDATOR.validate(json.loads(dump(journey)))


def test_it_takes_every_setting_at_its_default() -> None:
    VALIDATOR.validate(json.loads(dump(drawn(*WELCOME, settings=settings.defaults()))))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_default_is_made_as_its_field_says(kind: object) -> None:
    for field in (*kind.fields, *settings.SETTINGS):  # type: ignore[attr-defined]
        value = json.loads(json.dumps(field.default))
        assert fits(value, shape_of(field)), field.name


def test_every_class_of_field_has_a_shape() -> None:
    for found in vars(fields).values():
        if isinstance(found, type) and issubclass(found, fields.Field) and found is not fields.Field:
            assert shape_of(found(name="x", label="X"))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", 2), ("type", "x"), ("steps/day/kind", 5), ("steps/day/fields/duration", "soon"),
        ("steps/day/fields/until", "later"), ("links/in:next", 4), ("links/in", "day"), ("steps/a b", {"kind": "wait"}),
        ("layout/places/day", [1]), ("settings/tags", "a"), ("settings/quiet_from", "9 o'clock"),
    ],
)  # fmt: skip
def test_it_refuses_what_is_made_otherwise(path: str, value: object) -> None:
    raw = json.loads(dump(drawn(*WELCOME)))
    *way, last = path.split("/")
    at = raw
    for name in way:
        at = at[name]
    at[last] = value
    assert not VALIDATOR.is_valid(raw)


def test_it_leaves_room_for_what_it_does_not_know() -> None:
    raw = json.loads(dump(drawn(*WELCOME)))
    raw["weather"] = 1
    raw["steps"]["day"]["mood"] = "calm"
    raw["steps"]["out"] = {"kind": "teleport", "fields": {"anything": [1]}}
    VALIDATOR.validate(raw)
