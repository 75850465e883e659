"""Real templates, as Meta's own examples have them, lose nothing on the phone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from whatsapp_studio.base.paths import resource
from whatsapp_studio.templates.bubble import bubble, full_text
from whatsapp_studio.templates.formatting import lines
from whatsapp_studio.templates.template import parse

_FACTS = Path(__file__).parents[4] / "shared" / "cloud-api" / "fixtures"
REAL = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(_FACTS.glob("template-*.json"))]
SAMPLES = json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8"))


def _texts(components: list[dict[str, Any]]) -> Iterator[str]:
    """Every text that a person would read, without its marks."""
    for part in components:
        text = str(part.get("text", ""))
        if str(part["type"]).upper() == "BODY":
            yield from (line.text for line in lines(text, "body", {}))
        elif text:
            yield text
        for button in part.get("buttons", ()):
            yield str(button.get("text", ""))
        for card in part.get("cards", ()):
            yield from _texts(card["components"])
        yield str(part.get("limited_time_offer", {}).get("text", ""))


def _whole(template: dict[str, Any]) -> None:
    said = full_text(bubble(parse(template)))
    missing = [text for text in _texts(template.get("components", [])) if text not in said]
    assert not missing, said


@pytest.mark.skipif(not REAL, reason="the facts of the Cloud API are not on this machine")
def test_real_templates_lose_nothing():
    shown = [one for one in REAL if one.get("components")]
    assert len(shown) >= 10
    for one in shown:
        _whole(one)


@pytest.mark.parametrize("template", SAMPLES, ids=lambda one: f"{one['name']}-{one['language']}")
def test_templates_of_the_sandbox_lose_nothing(template: dict[str, Any]):
    _whole(template)
