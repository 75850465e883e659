"""Decides nothing itself: the one door to rules over contacts, as values, as expressions and in words."""

from __future__ import annotations

from whatsapp_studio.audience.rules_match import RuleFacts, facts_of, matches
from whatsapp_studio.audience.rules_ops import KINDS, OP_BY_NAME, OPS, Op, ops_for
from whatsapp_studio.audience.rules_problems import problems
from whatsapp_studio.audience.rules_reading import RuleSyntax, from_text
from whatsapp_studio.audience.rules_text import as_text, field_text
from whatsapp_studio.audience.rules_tree import (
    Behaviour,
    Group,
    HasConsent,
    InList,
    InSegment,
    Keyed,
    Rule,
    RuleError,
    Test,
    fields_used,
    from_key,
    full_name,
    keys_used,
    parse,
    raw,
    tests,
)
from whatsapp_studio.audience.rules_words import behaviour_words, field_words, in_words

__all__ = [
    "KINDS",
    "OPS",
    "OP_BY_NAME",
    "Behaviour",
    "Group",
    "HasConsent",
    "InList",
    "InSegment",
    "Keyed",
    "Op",
    "Rule",
    "RuleError",
    "RuleFacts",
    "RuleSyntax",
    "Test",
    "as_text",
    "behaviour_words",
    "facts_of",
    "field_text",
    "field_words",
    "fields_used",
    "from_key",
    "from_text",
    "full_name",
    "in_words",
    "keys_used",
    "matches",
    "ops_for",
    "parse",
    "problems",
    "raw",
    "tests",
]
