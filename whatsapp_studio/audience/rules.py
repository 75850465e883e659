"""Decides nothing itself: the one door to rules over contacts, as values, as expressions and in words."""

from __future__ import annotations

from whatsapp_studio.audience.rules_match import RuleFacts, facts_of, matches
from whatsapp_studio.audience.rules_ops import KINDS, OP_BY_NAME, OPS, Op, ops_for
from whatsapp_studio.audience.rules_problems import problems
from whatsapp_studio.audience.rules_reading import RuleSyntax, from_text
from whatsapp_studio.audience.rules_text import as_text, field_text
from whatsapp_studio.audience.rules_tree import (
    Group,
    HasConsent,
    InList,
    Rule,
    RuleError,
    Test,
    fields_used,
    full_name,
    parse,
    raw,
    tests,
)
from whatsapp_studio.audience.rules_words import field_words, in_words

__all__ = [
    "KINDS",
    "OPS",
    "OP_BY_NAME",
    "Group",
    "HasConsent",
    "InList",
    "Op",
    "Rule",
    "RuleError",
    "RuleFacts",
    "RuleSyntax",
    "Test",
    "as_text",
    "facts_of",
    "field_text",
    "field_words",
    "fields_used",
    "from_text",
    "full_name",
    "in_words",
    "matches",
    "ops_for",
    "parse",
    "problems",
    "raw",
    "tests",
]
