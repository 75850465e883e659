"""What each of Meta's error codes means for a message."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import EXAMPLES, REFERENCE, with_examples
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.cloudapi.codes import RULES, graph_error, outcome_of, read_error, rule_for
from whatsapp_studio.delivery.outcome import NotTaken, Refused, Unsure


def error(code: object, **more: object) -> dict[str, Any]:
    return {"error": {"message": f"(#{code}) no", "code": code, "fbtrace_id": "Trace", **more}}


@pytest.mark.parametrize(
    ("code", "reach"),
    [
        (190, "all"), (10, "all"), (200, "all"), (299, "all"), (131031, "all"), (131042, "all"),
        (131048, "all"), (133010, "all"),
        (100, "campaign"), (131008, "campaign"), (131009, "campaign"), (132000, "campaign"), (132001, "campaign"),
        (132012, "campaign"), (132015, "campaign"), (132016, "campaign"), (131053, "campaign"), (135000, "campaign"),
        (131021, "recipient"), (131026, "recipient"), (131047, "recipient"), (131049, "recipient"),
        (131050, "recipient"), (132005, "recipient"), (132018, "recipient"), (130472, "recipient"),
        (987654, "campaign"),
    ],
)  # fmt: skip
def test_a_refusal_reaches_as_far_as_its_cause(code: int, reach: str):
    found = outcome_of(400, error(code, error_data={"details": "why"}))
    assert found == Refused(code, "why", reach, "Trace", None)  # type: ignore[arg-type]


def test_metas_code_zero_is_not_our_sign_for_no_code():
    assert outcome_of(401, error(0)) == Refused(190, "(#0) no", "all", "Trace")


@pytest.mark.parametrize(
    ("code", "wait", "reach", "slow"),
    [
        (130429, 1, "all", True), (4, 300, "all", True), (80007, 300, "all", True), (613, 600, "all", True),
        (131056, 6, "recipient", False), (1, 5, "all", False), (2, 10, "all", False), (131000, 10, "all", False),
        (131016, 30, "all", False), (131057, 60, "all", False), (133004, 60, "all", False), (134101, 600, "all", False),
    ],
)  # fmt: skip
def test_what_meta_did_not_take_may_be_tried_again(code: int, wait: float, reach: str, slow: bool):
    assert outcome_of(500, error(code)) == NotTaken(f"meta-{code}", wait, reach, slow, code)  # type: ignore[arg-type]


def test_a_subcode_can_change_the_meaning():
    assert outcome_of(400, error(100, error_subcode=33)) == Refused(100, "(#100) no", "all", "Trace", 33)
    assert outcome_of(400, error(100, error_subcode=2388299)) == Refused(100, "(#100) no", "campaign", "Trace", 2388299)


@pytest.mark.parametrize(
    ("after", "wait"), [("20", 20), ("0", 1), ("soon", 1), ("-5", 1), ("999999", 3600), ("٣", 1), ("", 1)]
)
def test_meta_may_ask_for_a_longer_wait(after: str, wait: float):
    found = outcome_of(429, error(130429), {"retry-after": after})
    assert isinstance(found, NotTaken)
    assert found.wait == wait


@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 504, 302])
@pytest.mark.parametrize(
    "body", [None, {}, [], "x", {"error": "x"}, {"error": {"code": "190"}}, {"error": {"code": True}}]
)
def test_an_answer_that_is_not_metas_leaves_it_open(status: int, body: object):
    assert outcome_of(status, body) == Unsure(f"http-{status}")


@pytest.mark.parametrize("status", [407, 511])
def test_a_proxy_that_wants_a_sign_in_passed_nothing_on(status: int):
    assert outcome_of(status, None) == NotTaken(f"proxy-{status}", wait=30.0)


def test_what_meta_says_to_a_person_comes_first():
    assert graph_error(error(1, error_user_msg="Plain", error_data={"details": "d"})).details == "Plain"  # type: ignore[union-attr]
    assert graph_error(error(1, error_data="text")).details == "text"  # type: ignore[union-attr]
    assert graph_error(error(1, error_data=[1], error_subcode="x")).details == "(#1) no"  # type: ignore[union-attr]


def test_a_reading_call_raises_for_whom_can_help():
    found = read_error(401, error(190, error_subcode=463))
    assert isinstance(found, UserError)
    assert found.code == "meta-190"
    assert found.facts == {"code": 190, "subcode": 463, "details": "(#190) no", "trace": "Trace"}
    assert isinstance(read_error(400, error(80007)), WorldError)
    unclear = read_error(502, None)
    assert isinstance(unclear, WorldError)
    assert (unclear.code, unclear.facts["status"]) == ("meta-unclear", 502)


@given(st.integers(-5, 10_000_000), st.none() | st.integers(), st.integers(200, 599))
def test_any_code_has_an_ending(code: int, subcode: int | None, status: int):
    assert isinstance(outcome_of(status, error(code, error_subcode=subcode)), Refused | NotTaken)


# What the published advice asks for, and what this program may do about it.
_ALLOWED = {
    "stop_campaign": {"all", "campaign"},
    "pause_campaign": {"all", "campaign"},
    "fix_request": {"campaign", "recipient", "all"},
    "fix_template": {"campaign"},
    "skip_recipient": {"recipient"},
    "suppress_recipient": {"recipient"},
    "alert": {"all", "campaign", "recipient"},
}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the table of codes is not on this machine")
def test_every_published_code_is_judged_as_published():
    rows = json.loads((REFERENCE / "errors.json").read_text())
    assert len(rows) > 100
    for row in rows:
        code, subcode = row["code"], row.get("subcode")
        rule = rule_for(code, subcode)
        assert code in RULES or 200 <= code <= 299, row
        if row["action"] in ("retry_later", "slow_down"):
            assert rule.effect in ("wait", "slow"), row
            assert (rule.effect == "slow") == (row["action"] == "slow_down"), row
            assert (rule.reach == "recipient") == (row["scope"] == "recipient"), row
            assert rule.seconds >= row.get("min_wait_s", 0), row
        else:
            assert rule.effect == "refused", row
            assert rule.reach in _ALLOWED[row["action"]], row
            if row["scope"] == "account" and row["action"] in ("stop_campaign", "pause_campaign"):
                assert rule.reach == "all", row


@with_examples
def test_metas_own_error_examples_are_read():
    found = 0
    for path in sorted(EXAMPLES.glob("error-*.json")):
        body = json.loads(path.read_text())
        read = graph_error(body)
        if read is not None:
            assert isinstance(outcome_of(400, body), Refused | NotTaken)
            assert read.code == int(path.name.split("-")[1])
            found += 1
    assert found > 20
