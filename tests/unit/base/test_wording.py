"""Every code has words, and wording never fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import REFERENCE
from whatsapp_studio.base import wording, words_meta, words_templates
from whatsapp_studio.base.errors import Blocked, Problem, UserError
from whatsapp_studio.base.wording import (
    ROOMS,
    WORDS,
    exclusion,
    explain,
    meta_error,
    rejection,
    sentence,
    state_word,
    template_status,
)
from whatsapp_studio.campaigns.campaign import STATES as CAMPAIGN_STATES
from whatsapp_studio.cloudapi.codes import RULES
from whatsapp_studio.delivery.message import STATES

SOURCE = Path(wording.__file__).parents[1]


def test_a_problem_is_one_paragraph_with_its_facts():
    problem = Problem("value-too-long", "mapping.body.1", {"label": "Text {{1}}", "most": 1024})
    assert sentence(problem) == (
        "Text {{1}} is too long for this contact. At most 1,024 characters fit there. "
        "Shorten the value, or cut it with the truncate filter."
    )


def test_a_blocked_action_says_every_problem():
    blocked = Blocked((Problem("place-unmapped", "", {"label": "A"}), Problem("place-unmapped", "", {"label": "B"})))
    first, second = sentence(blocked).split("\n")
    assert first.startswith("A is not filled.")
    assert second.startswith("B is not filled.")
    assert sentence(Blocked(()))


def test_metas_details_are_told_where_they_explain():
    assert explain("meta-132000", {"details": "body: 2 of 3"}).why == "body: 2 of 3"
    assert explain("meta-132000").why == ""


def test_a_subcode_has_words_of_its_own():
    assert explain("meta-100", {"subcode": 2388299}) == explain("meta-100-2388299") == meta_error(100, 2388299)
    assert meta_error(100, 2388299) != meta_error(100) == meta_error(100, 5)
    assert explain("meta-100", {"subcode": "33"}) == meta_error(100)


def test_any_missing_permission_has_the_same_words():
    assert meta_error(215) == meta_error(200)


def test_a_new_code_of_metas_is_told_as_such():
    assert "new to this program" in meta_error(987654).title
    assert explain("meta-987654", {"details": "Odd"}).why == "Odd"


@pytest.mark.parametrize(("code", "part"), [("http-502", "status 502"), ("proxy-407", "status 407")])
def test_a_status_is_said(code: str, part: str):
    assert part in explain(code).title


def test_numbers_are_grouped_and_codes_are_not():
    assert "1,024" in explain("value-too-long", {"label": "x", "most": 1024}).why
    assert "line 1200, column 3" in explain("expression-syntax", {"label": "x", "line": 1200, "column": 3}).title


def test_an_unknown_code_is_shown_with_general_words():
    assert "brand-new" in explain("brand-new").why
    assert exclusion("brand-new") == "Something went wrong"


def test_every_state_has_a_word():
    for state in (*STATES, *CAMPAIGN_STATES):
        assert state_word(state) != state.capitalize() or state in ("sent", "delivered", "read", "failed", "unknown",
            "sending", "draft", "scheduled", "paused", "done", "stopped")  # fmt: skip
    assert state_word("accepted") == "Accepted by Meta"
    assert state_word("BRAND_NEW") == "Brand new"


@pytest.mark.parametrize(
    "status",
    ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "IN_APPEAL", "PENDING_DELETION", "DELETED",
     "LIMIT_EXCEEDED", "ARCHIVED"],
)  # fmt: skip
def test_every_state_of_a_template_is_explained(status: str):
    assert template_status(status) != template_status("BRAND_NEW")
    assert status not in state_word(status)


@pytest.mark.parametrize(
    "reason",
    ["ABUSIVE_CONTENT", "INCORRECT_CATEGORY", "INVALID_FORMAT", "PROMOTIONAL", "SCAM", "TAG_CONTENT_MISMATCH",
     "CATEGORY_NOT_AVAILABLE"],
)  # fmt: skip
def test_every_rejection_is_explained(reason: str):
    assert rejection(reason) != rejection("") == rejection("BRAND_NEW")


def test_reasons_for_leaving_somebody_out_are_a_few_words():
    assert exclusion("no-consent") == "No consent for marketing messages"
    assert exclusion("meta-131026") == "WhatsApp could not deliver to this number"


@given(st.text(), st.dictionaries(st.text(), st.none() | st.integers() | st.text()))
def test_wording_never_fails(code: str, facts: dict[str, object]):
    assert explain(code, facts).title
    assert state_word(code) == state_word(code)
    assert exclusion(code)


@given(st.sampled_from(sorted(WORDS)), st.dictionaries(st.text(), st.integers() | st.text()))
def test_facts_may_be_missing_or_odd(code: str, facts: dict[str, object]):
    assert explain(code, facts).title


def test_a_translation_with_a_broken_place_is_shown_unfilled(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(wording.WORDS, "broken", ("Row {n.x} {", "", ""))
    assert explain("broken", {"n": 1}).title == "Row {n.x} {"


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_plain(code: str):
    title, why, fix = (wording._filled(part, {}) for part in WORDS[code])
    assert title, "what happened is always said"
    for part in (title, why, fix):
        assert part == part.strip()
        assert "!" not in part
        assert not re.search(r"\b(oops|error code|\d{5,})\b", part, re.IGNORECASE), part


@pytest.mark.parametrize("code", sorted(words_meta.WORDS | words_templates.WORDS))
def test_what_is_said_of_an_error_is_a_sentence(code: str):
    for part in WORDS[code]:
        assert part in ("", "{details}") or part.endswith("."), part


def test_every_code_of_metas_has_words():
    for code in RULES:
        assert meta_error(code) != meta_error(987654), code
    if (REFERENCE / "errors.json").exists():
        for row in json.loads((REFERENCE / "errors.json").read_text()):
            assert meta_error(row["code"], row.get("subcode")) != meta_error(987654), row


def test_the_rooms_do_not_word_the_same_code_twice():
    import importlib

    seen: dict[str, str] = {}
    for room in ROOMS:
        for code in importlib.import_module(f"whatsapp_studio.base.{room}").WORDS:
            assert code not in seen, f"{code}: {seen[code]} and {room}"
            seen[code] = room


_RAISED = re.compile(r"\b(?:Problem|UserError|WorldError|BugError)\(\s*\"([a-z][a-z0-9-]+)\"")


def test_every_code_in_the_program_has_words():
    without: dict[str, str] = {}
    for path in SOURCE.rglob("*.py"):
        for code in _RAISED.findall(path.read_text(encoding="utf-8")):
            if code not in WORDS and not code.startswith("meta-"):
                without[code] = path.name
    assert without == {}


def test_a_person_can_read_any_error():
    assert sentence(UserError("token-malformed")).startswith("This is not an access token.")


@pytest.mark.parametrize("code", ["cannot-write", "cannot-read"])
@pytest.mark.parametrize("details", ["Permission denied", "Permission denied.", ""])
def test_what_a_system_says_is_a_sentence_of_its_own(code: str, details: str):
    said = explain(code, {"path": "/x/plan.csv", "details": details})
    assert said.text.endswith(f" {'Permission denied. ' if details else ''}{said.fix}")
