"""Shows that no file is too strange: each gives one clear sentence or a sound journey, and never anything else."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import JSON, WELCOME, drawn
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.wording import WORDS, sentence
from whatsapp_studio.journeys.codec import Opened, dump, load
from whatsapp_studio.journeys.table import ports_of, summary_of, title_of

GOOD = dump(drawn(*WELCOME, notes={}))


def refused(text: str | bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        load(text)
    assert caught.value.code in WORDS
    words = sentence(caught.value)
    # Nothing is left to be filled in, and it is a sentence of a length to be read.
    assert "{" not in words.replace("{}", "") and 20 < len(words) < 400
    return caught.value


def sound(opened: Opened) -> None:
    """Everything a window asks of a journey can be answered, and it can be saved."""
    journey = opened.journey
    for step in journey.steps.values():
        assert title_of(step) and ports_of(step, journey) is not None and summary_of(step) is not None
    for link in journey.links.values():
        assert {link.source, link.target} <= journey.steps.keys()
    assert journey.places.keys() == journey.steps.keys() | journey.notes.keys()
    again = dump(journey)
    assert dump(load(again).journey) == again


def read_or_refused(text: str | bytes, *, strict: bool = True) -> Opened | None:
    try:
        return load(text, strict=strict)
    except UserError as error:
        code = error.code
    assert code in WORDS
    return None


def changed(path: str, value: Any) -> str:
    raw = json.loads(GOOD)
    *way, last = path.split("/")
    at = raw
    for name in way:
        at = at[name]
    at[last] = value
    return json.dumps(raw)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "journey-file-empty"),
        (" \n\t", "journey-file-empty"),
        ("\0\0\0", "journey-file-empty"),
        ("name;phone\nMaria;+31612345678", "journey-file-syntax"),
        ("[]", "journey-file-foreign"),
        ("null", "journey-file-foreign"),
        ('"wsjourney"', "journey-file-foreign"),
        ('{"type": "postcard", "format": 1}', "journey-file-foreign"),
        ('{"type": "wsjourney"}', "journey-file-foreign"),
        ('{"type": "wsjourney", "format": true}', "journey-file-foreign"),
        ('{"type": "wsjourney", "format": 0}', "journey-file-foreign"),
        ('{"type": "wsjourney", "format": 1.5}', "journey-file-foreign"),
        ('{"type": "wsjourney", "format": "1"}', "journey-file-foreign"),
        ('{"type": "wsjourney", "format": 1} x', "journey-file-syntax"),
        ('{"type": "wsjourney", "type": "wsjourney", "format": 1}', "journey-file-twice"),
        ("[" * 100_000, "journey-file-deep"),
        ('{"a":' * 100_000, "journey-file-deep"),
        ("[" * 70 + "]" * 70, "journey-file-deep"),
        ('{"format": NaN}', "journey-file-number"),
        ('{"format": -Infinity}', "journey-file-number"),
        ('{"format": 1e999}', "journey-file-number"),
        ('{"format": ' + "9" * 5000 + "}", "journey-file-number"),
        (b"\xff\xd8\xff\xe0 a picture", "journey-file-encoding"),
        ("Grüße".encode("latin-1"), "journey-file-encoding"),
        (b"\xff\xfe\x00", "journey-file-encoding"),
        (GOOD.replace("in audience", "in").encode("utf-16-le"), "journey-file-syntax"),
        (b"{" + b" " * 50_000_000 + b"}", "journey-file-large"),
        (b" " * 90_000_000, "journey-file-large"),
    ],
)
def test_what_is_no_journey_is_said_to_be_none(text: str | bytes, code: str) -> None:
    assert refused(text).code == code


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("steps", [], "journey-file-type"),
        ("steps/day", "wait", "journey-file-type"),
        ("steps/day", {}, "journey-file-kind"),
        ("steps/day/kind", 5, "journey-file-kind"),
        ("steps/day/kind", None, "journey-file-kind"),
        ("steps/day/fields", [1], "journey-file-type"),
        ("steps/day/fields/duration", "soon", "journey-file-field"),
        ("steps/day/fields/duration", {"amount": 1e300, "unit": "days"}, "journey-file-field"),
        ("steps/which/fields/rules", {"p0": 1}, "journey-file-field"),
        ("steps/which/fields/rules", [1, 2], "journey-file-field"),
        ("steps/hello/fields/mapping", {"body.1": "x"}, "journey-file-field"),
        ("steps/day/name", {"en": "Day"}, "journey-file-type"),
        ("steps/day/disabled", "no", "journey-file-type"),
        ("steps/a b", {"kind": "wait"}, "journey-file-id"),
        ("steps/settings", {"kind": "wait"}, "journey-file-id"),
        ("steps/" + "x" * 65, {"kind": "wait"}, "journey-file-id"),
        ("notes/day", {"text": "the id of a step"}, "journey-file-twice"),
        ("notes/n", {"text": ["a"]}, "journey-file-type"),
        ("notes/n", {"step": "gone"}, "journey-file-nowhere"),
        ("frames/f", {"steps": ["gone"]}, "journey-file-nowhere"),
        ("frames/f", {"steps": "day"}, "journey-file-type"),
        ("links", ["in"], "journey-file-type"),
        ("links/in:next", None, "journey-file-type"),
        ("links/in:next", "gone", "journey-file-nowhere"),
        ("links/gone:next", "in", "journey-file-nowhere"),
        ("links/in", "day", "journey-file-link"),
        ("links/in:a:b", "day", "journey-file-link"),
        ("links/in:sideways", "day", "journey-file-output"),
        ("settings", "none", "journey-file-type"),
        ("settings/tags", "spring", "journey-file-field"),
        ("name", 7, "journey-file-type"),
        ("layout", [], "journey-file-type"),
        ("layout/places", [[0, 0]], "journey-file-type"),
        ("layout/places/day", {"x": 0}, "journey-file-type"),
        ("layout/places/day", [0, True], "journey-file-type"),
        ("layout/places/day", [0], "journey-file-type"),
    ],
)
def test_a_wrong_element_is_named(path: str, value: Any, code: str) -> None:
    text = changed(path, value)
    assert refused(text).code == code
    # What the program wrote itself opens all the same, without that element.
    sound(load(text, strict=False))


def test_numbers_and_null_that_can_be_put_right_are() -> None:
    raw = json.loads(GOOD)
    raw["layout"]["places"].update(day=[1e18, -(10**12)], out=[0.4, 12.6])
    raw["steps"]["day"]["fields"]["duration"] = None
    opened = load(json.dumps(raw))
    sound(opened)
    assert opened.journey.places["day"] == (1_000_000, -1_000_000) and opened.journey.places["out"] == (0, 13)
    assert "duration" not in opened.journey.steps["day"].fields


def test_signs_nobody_can_store_become_ones_that_can_be() -> None:
    text = GOOD.replace('"name": ""', r'"name": "a\ud800b\u0000c\ud83d\udc4b"', 1)
    opened = load(text)
    sound(opened)
    assert opened.journey.name == "a\ufffdb\ufffdc👋"
    assert load(GOOD.replace('"name": ""', '"name": "\ud800"', 1)).journey.name == "\ufffd"


def test_texts_that_would_do_harm_elsewhere_are_only_texts() -> None:
    for text in ("'); DROP TABLE journeys; --", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "%s%n", "\u202egpj.exe"):
        opened = load(changed("steps/day/name", text))
        assert opened.journey.steps["day"].name == text
        sound(opened)


def test_five_thousand_steps_open_and_too_many_do_not() -> None:
    raw = json.loads(GOOD)
    raw["steps"] = {f"s{n}": {"kind": "wait"} for n in range(5000)}
    raw["links"] = {f"s{n}:next": f"s{n + 1}" for n in range(4999)}
    raw["layout"] = {"places": {f"s{n}": [0, n * 120] for n in range(5000)}}
    before = time.perf_counter()
    sound(load(json.dumps(raw)))
    assert time.perf_counter() - before < 10
    raw["steps"] = {f"s{n}": {"kind": "wait"} for n in range(10_001)}
    assert refused(json.dumps(raw)).facts["count"] == 10_001


@pytest.mark.parametrize("part", [0.1, 0.4, 0.7, 0.95, 0.999])
def test_a_file_that_ends_too_early_is_said_to_be_damaged(part: float) -> None:
    error = refused(GOOD[: int(len(GOOD) * part)])
    assert error.code == "journey-file-syntax" and error.facts["line"]


@given(st.text() | st.binary())
def test_any_text_and_any_bytes_are_read_or_refused(text: str | bytes) -> None:
    read_or_refused(text)


@given(
    st.sampled_from(["steps", "links", "notes", "frames", "layout", "settings", "steps/day", "steps/day/fields",
                     "steps/which/fields", "steps/hello/fields/mapping", "layout/places"]),
    st.text(max_size=6) | st.sampled_from(["day", "in:next", "rules", "places", "kind", "duration"]),
    JSON,
)  # fmt: skip
def test_any_value_anywhere_is_read_or_refused(path: str, name: str, value: Any) -> None:
    text = changed(f"{path}/{name.replace('/', '')}", value)
    if (opened := read_or_refused(text)) is not None:
        sound(opened)
    if (opened := read_or_refused(text, strict=False)) is not None:
        sound(opened)
