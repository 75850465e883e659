"""Which failures are tried again: each code that Meta tells of is in one class, and none that stays is offered."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from whatsapp_studio.cloudapi.codes import RULES
from whatsapp_studio.delivery.classes import PASSING, REPAIRABLE, class_of, passes, wait_after

_KNOWN = Path(__file__).parents[4] / "shared" / "cloud-api" / "errors.json"


@pytest.mark.parametrize("code", [130403, 130472, 130497, 131021, 131026, 131030, 131036, 131047, 131050, 137000, 1026])
def test_what_is_a_persons_own_is_never_tried_again(code: int) -> None:
    assert class_of(code) == "permanent"
    assert code not in PASSING | REPAIRABLE


@pytest.mark.parametrize("code", [2, 130429, 131000, 131016, 131049, 131056, 131057])
def test_what_may_pass_is_tried_again(code: int) -> None:
    assert class_of(code) == "passes"
    assert code in PASSING


@pytest.mark.parametrize(("code", "what"), [(131042, "account"), (190, "account"), (200, "account"), (299, "account"),
                                            (132015, "account"), (131053, "ours"), (132005, "ours"), (132018, "ours"),
                                            (0, "permanent"), (999_999, "permanent")])
def test_whose_a_failure_is(code: int, what: str) -> None:
    assert class_of(code) == what
    assert passes(code) == (what == "account")


def test_no_code_is_in_two_classes() -> None:
    assert not PASSING & REPAIRABLE


def test_every_code_that_is_retried_while_sending_may_be_retried_later() -> None:
    assert {code for code, rule in RULES.items() if rule.effect != "refused"} <= PASSING


def test_a_limit_of_meta_is_waited_out() -> None:
    assert wait_after(131049) == timedelta(hours=24)
    assert wait_after(131000) == timedelta(0)


@pytest.mark.skipif(not _KNOWN.exists(), reason="Meta's list of codes is not here")
def test_whatever_metas_list_says_of_a_recipient_stays() -> None:
    for one in json.loads(_KNOWN.read_text()):
        if one["scope"] == "recipient" and one["retry"] == "never":
            assert class_of(one["code"]) == "permanent", one["code"]
