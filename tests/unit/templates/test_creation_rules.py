"""Every rule of Meta's for templates that are written here: just within it, and just beyond it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fixtures.meta import REFERENCE
from tests.fixtures.rule_cases import BUTTONS, HEADERS, NAMES, TEXTS, Case, made
from tests.fixtures.rule_cases_parts import CARDS, FILES, OFFERS, PASSWORDS, FileCase
from tests.fixtures.rule_ids import RULES, WRITTEN
from whatsapp_studio.base.wording import explain
from whatsapp_studio.base.words_template_rules import page, why
from whatsapp_studio.templates.creation_places import part_word
from whatsapp_studio.templates.creation_rules import problems
from whatsapp_studio.templates.creation_rules_media import media_problem
from whatsapp_studio.templates.template import Template, parse

CASES = (*NAMES, *TEXTS, *HEADERS, *BUTTONS, *CARDS, *OFFERS, *PASSWORDS)


def drafted(raw: dict[str, Any]) -> Template:
    """The template of a case, its samples being addresses."""
    return parse(json.dumps(raw).replace('"sample:', '"https://files.example/'))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.expected or 'fine'}")
def test_a_template_is_checked_by_every_rule(case: Case) -> None:
    found = problems(drafted(case.raw), others=[drafted(other) for other in case.others])

    errors = {problem.code for problem in found if problem.severity == "error"}
    warnings = {problem.code for problem in found if problem.severity == "warning"}
    assert errors == ({case.expected} if case.expected and not case.soft else set())
    if not case.expected:
        assert {code for code in warnings if not code.startswith("category-advice")} == set()
    if case.soft:
        assert case.expected in warnings


@pytest.mark.parametrize("case", FILES, ids=lambda case: f"{case.rule}-{case.size}")
def test_a_file_is_checked_before_it_goes_up(case: FileCase) -> None:
    found = media_problem(case.kind, case.mime, case.size, example=case.example)

    assert (found.code if found else "") == case.expected
    assert found is None or (found.severity == "warning") == case.soft


def test_every_problem_has_words_with_its_facts_in_them() -> None:
    for case in CASES:
        for problem in problems(drafted(case.raw), others=[drafted(other) for other in case.others]):
            said = explain(problem.code, problem.facts).text
            assert said != explain("no-such-code").text and "…" not in said, (problem, said)


def test_every_rule_of_metas_table_has_its_cases() -> None:
    tried = {case.rule for case in (*CASES, *FILES)}
    assert sorted(set(WRITTEN) - tried) == []
    assert {rule for rule in tried if rule not in WRITTEN} <= {"languages", "languages.unconfirmed"}
    assert len(set(RULES)) == len(RULES)
    for rule in ("name.max", "header.text.max", "body.max", "footer.max", "carousel.cards_max"):
        assert {bool(case.expected) and not case.soft for case in CASES if case.rule == rule} == {True, False}


def test_the_rules_are_those_of_metas_table() -> None:
    if not (REFERENCE / "template_rules.json").exists():
        pytest.skip("the facts are not here")
    table = json.loads((REFERENCE / "template_rules.json").read_text(encoding="utf-8"))
    assert sorted(_paths(table)) == sorted(RULES)


def _paths(value: object, before: str = "") -> Iterator[str]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _paths(inner, f"{before}.{name}" if before else name)
    else:
        yield before


def test_an_account_has_room_for_so_many_templates() -> None:
    new = drafted(CASES[0].raw)
    others = [drafted({**made(body=f"Text {n}.", name=f"old_{n}"), "status": "APPROVED"}) for n in range(6_000)]
    drafts = [drafted({**made(body=f"Draft {n}.", name=f"new_{n}"), "status": "DRAFT"}) for n in range(300)]

    def told(count: int) -> list[tuple[str, str]]:
        return [(p.code, p.severity) for p in problems(new, others=[*others[:count], *drafts])]

    assert told(249) == []
    assert told(250) == told(5_999) == [("template-count", "warning")]
    assert told(6_000) == [("template-count", "error")]


def test_a_draft_is_not_in_its_own_way() -> None:
    stored = drafted({**made(), "status": "DRAFT", "id": "7"})
    assert problems(stored, others=[stored]) == ()
    assert problems(drafted({**made(), "id": "7"}), others=[stored]) == ()
    twin = drafted({**made(), "status": "DRAFT", "id": "8"})
    assert [(p.code, p.severity) for p in problems(stored, others=[twin])] == [("template-name-drafted", "warning")]
    leaving = drafted({**made(), "status": "PENDING_DELETION"})
    assert "template-name-leaving" in [p.code for p in problems(drafted(made()), others=[leaving])]


@pytest.mark.parametrize("code", sorted({case.expected for case in (*CASES, *FILES)} - {""}))
def test_every_rule_says_why_and_where(code: str) -> None:
    assert why(code).endswith(".")
    assert page(code).startswith("https://developers.facebook.com/documentation/business-messaging/whatsapp/")


def test_other_codes_have_no_reason() -> None:
    assert why("no-such-code") == page("no-such-code") == page("lint-brand-word") == ""
    assert why("template-sample-missing") != why("template-sample-tab")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("name", "Name"),
        ("header.sample", "Header"),
        ("body.samples.1", "Text"),
        ("buttons", "Buttons"),
        ("buttons.0.text", "Button 1"),
        ("buttons.1.url", "Button 2: address"),
        ("cards.2", "Card 3"),
        ("cards.2.buttons.0.sample", "Card 3: Button 1"),
        ("cards.0.body", "Card 1: Text"),
        ("nowhere", ""),
    ],
)
def test_every_place_has_a_name(where: str, words: str) -> None:
    assert part_word(where) == words


def test_every_problem_says_where_it_is() -> None:
    for case in CASES:
        for problem in problems(drafted(case.raw), others=[drafted(other) for other in case.others]):
            assert problem.facts["part"], problem
