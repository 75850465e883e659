"""The fingerprint that campaigns keep of a template stays what it was when they were made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.fixtures import templates as own
from tests.fixtures.meta import EXAMPLES, with_examples
from tests.fixtures.templates import body, buttons, media, raw
from whatsapp_studio.base.paths import resource
from whatsapp_studio.templates.template import Button, Flow, Otp, Template, content_hash, parse

# Written down before forms, passwords, lifetimes and unknown components were read out of a template.
FROZEN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "fixtures" / "content_hashes.json").read_text("utf-8")
)


def test_templates_of_the_sandbox_keep_theirs():
    compared = 0
    for one in json.loads(resource("samples/sandbox_templates.json").read_text("utf-8")):
        frozen = FROZEN["samples"].get(f"{one['name']} {one['language']}")
        text = json.dumps(one, ensure_ascii=False, separators=(",", ":"))
        # One that was written anew since tells nothing.
        if frozen and hashlib.sha256(text.encode()).hexdigest().startswith(frozen["json"]):
            assert content_hash(parse(one)) == frozen["hash"], one["name"]
            compared += 1
    assert compared >= 30


@pytest.mark.parametrize("name", list(FROZEN["own"]))
def test_every_kind_of_part_keeps_its_own(name: str):
    kind, which = name.split()
    match kind:
        case "fixture":
            given = getattr(own, which)
        case "button":
            given = raw(body("Hi {{1}}"), buttons(getattr(own, which)))
        case _:
            given = raw(body("Hi {{1}}"), media(which))
    assert content_hash(parse(given)) == FROZEN["own"][name]


@with_examples
def test_metas_own_examples_keep_theirs():
    compared = 0
    for path in sorted(EXAMPLES.glob("*template*.json")):
        data = json.loads(path.read_text())
        for number, one in enumerate(data.get("data", [data]) if isinstance(data, dict) else []):
            frozen = FROZEN["meta"].get(f"{path.name} {number}")
            if frozen:
                assert content_hash(parse(one)) == frozen, path.name
                compared += 1
    assert compared == len(FROZEN["meta"]) > 20


def test_what_a_person_does_not_see_makes_no_difference():
    t = Template(name="a", language="nl", body="Hi", buttons=(Button("FLOW", "Book"), Button("OTP", "Copy")))
    other = replace(
        t, buttons=(Button("FLOW", "Book", flow=Flow(id="7")), Button("OTP", "Copy", otp=Otp("ONE_TAP"))),
        code_minutes=5, lives_seconds=60, previous_category="UTILITY", status="PAUSED", more='{"sub_category":"x"}',
    )  # fmt: skip
    assert content_hash(other) == content_hash(t)


def test_a_component_that_is_not_known_makes_a_difference():
    ask = parse(raw(body("Hi"), {"type": "call_permission_request"}))
    assert ask.sendable
    assert content_hash(ask) != content_hash(parse(raw(body("Hi"))))
    halo = [parse(raw(body("Hi"), {"type": "HALO", "text": text})) for text in "ab"]
    assert content_hash(halo[0]) != content_hash(halo[1])
