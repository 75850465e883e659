"""Meta's rules of making a template, each just within and just beyond: the sandbox's verdict over every case."""

from __future__ import annotations

import json

import pytest

from tests.fixtures import rule_cases, rule_cases_parts
from tests.fixtures.rule_cases import Case
from whatsapp_studio.sandbox.creating import refuse_template
from whatsapp_studio.sandbox.errors import GraphError

CASES = [
    case
    for room in (rule_cases, rule_cases_parts)
    for name, value in vars(room).items()
    if name.isupper() and isinstance(value, tuple)
    for case in value
    if isinstance(case, Case)
]


def type_of(handle: str) -> str:
    return handle.removeprefix("sample:") if handle.startswith("sample:") else ""


def named(raw: dict[str, object]) -> dict[str, object]:
    """With the format of its variables said, as Meta wants it where they have names."""
    words = json.dumps(raw["components"])
    return {"parameter_format": "NAMED", **raw} if "named_params" in words else raw


def verdict(case: Case) -> GraphError | None:
    try:
        refuse_template(named(case.raw), case.others, type_of)
    except GraphError as error:
        return error
    return None


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.rule}" for n, case in enumerate(CASES)])
def test_a_rule_within_and_beyond(case: Case) -> None:
    refusal = verdict(case)
    if not case.expected:
        assert refusal is None
    elif not case.soft:
        assert refusal is not None, case.expected
    if refusal is not None:
        assert refusal.code == 100 and refusal.message
        assert refusal.subcode is None or (refusal.title and refusal.text)
