"""Decides whether Meta would take a template that is written here: every rule, and the place it is broken at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whatsapp_studio.base.errors import Problem, Severity
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.category_advice import advice
from whatsapp_studio.templates.creation_places import part_word
from whatsapp_studio.templates.creation_rules_buttons import button_problems
from whatsapp_studio.templates.creation_rules_parts import (
    carousel_problems,
    header_problems,
    offer_problems,
    password_problems,
)
from whatsapp_studio.templates.creation_rules_text import (
    body_problems,
    footer_problems,
    format_problems,
    soft_problems,
)
from whatsapp_studio.templates.languages import LANGUAGES
from whatsapp_studio.templates.shape import CALL_PERMISSION
from whatsapp_studio.templates.template import Template

CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
# Seconds that Meta may try to deliver (Templates › Time to live); -1 stands for 30 days.
TTL = {"AUTHENTICATION": (30, 900), "UTILITY": (30, 43_200), "MARKETING": (43_200, 2_592_000)}
TTL_MONTH = -1
# Templates of one account, each language counted: of an unverified business, and of a verified one.
MOST_UNVERIFIED, MOST_VERIFIED = 250, 6_000

_NAME = re.compile(r"[a-z0-9_]*")
_NOT_AT_META = frozenset({"DRAFT", "DELETED"})
_NOT_COMPARED = frozenset({"DRAFT", "DELETED", "REJECTED", "ARCHIVED"})


def problems(t: Template, *, others: Sequence[Template] = ()) -> tuple[Problem, ...]:
    """Everything that Meta would refuse ``t`` for (errors) or may well refuse it for (warnings), in reading order.

    ``others`` are the account's templates and drafts; ``t`` itself may be among them. The fact ``part`` of each problem
    says in words where it is.
    """
    found = _all(t, [other for other in others if not _same(other, t)])
    return tuple(replace(one, facts={"part": part_word(one.where), **one.facts}) for one in found)


def _all(t: Template, others: Sequence[Template]) -> Iterator[Problem]:
    yield from _name(t, others)
    yield from _category(t)
    yield from _language(t)
    if t.category == "AUTHENTICATION":
        yield from password_problems(t)
    else:
        yield from header_problems(t)
        yield from body_problems("body", t.body, t.samples, most=counting.body_most(t))
        yield from soft_problems(t)
        yield from format_problems(t)
        if t.footer:
            yield from footer_problems(t.footer)
        yield from _passwords_elsewhere(t)
        yield from button_problems(t)
        yield from _duplicates(t, others)
    yield from offer_problems(t)
    if t.cards:
        yield from carousel_problems(t)
    yield from _ttl(t)
    yield from _others(t)
    yield from advice(t)


def _same(other: Template, t: Template) -> bool:
    return other is t or other == t or bool(t.meta_id and other.meta_id == t.meta_id)


def _name(t: Template, others: Sequence[Template]) -> Iterator[Problem]:
    if not t.name:
        yield Problem("template-name-missing", "name")
    if len(t.name) > counting.NAME:
        yield Problem("template-text-long", "name", {"length": len(t.name), "most": counting.NAME})
    if not _NAME.fullmatch(t.name):
        yield Problem("template-name-letters", "name")
    named = [other for other in others if other.name == t.name and t.name]
    for other in named:
        if other.language != t.language:
            continue
        if other.status == "PENDING_DELETION":
            yield Problem("template-name-leaving", "name", {"name": t.name})
        elif other.status == "DRAFT":
            yield Problem("template-name-drafted", "name", {"name": t.name, "language": t.language}, "warning")
        elif other.status != "DELETED":
            yield Problem("template-name-taken", "name", {"name": t.name, "language": t.language})
        break
    categories = {other.category for other in named if other.status not in _NOT_AT_META}
    if categories and t.category in CATEGORIES and t.category not in categories:
        yield Problem("template-name-category", "category", {"name": t.name})
    count = sum(other.status not in _NOT_AT_META for other in others)
    if not t.meta_id and count >= MOST_UNVERIFIED:
        most = MOST_VERIFIED if count >= MOST_VERIFIED else MOST_UNVERIFIED
        severity: Severity = "error" if count >= MOST_VERIFIED else "warning"
        yield Problem("template-count", "name", {"count": count, "most": most}, severity)


def _category(t: Template) -> Iterator[Problem]:
    if t.category not in CATEGORIES:
        code = "template-category-unknown" if t.category else "template-category-missing"
        yield Problem(code, "category", {"category": t.category})


def _language(t: Template) -> Iterator[Problem]:
    if not t.language:
        yield Problem("template-language-missing", "language")
    elif t.language not in LANGUAGES:
        yield Problem("template-language-unknown", "language", {"language": t.language})
    elif not LANGUAGES[t.language].listed:
        yield Problem("template-language-unsure", "language", {"language": LANGUAGES[t.language].own}, "warning")


def _passwords_elsewhere(t: Template) -> Iterator[Problem]:
    for number, button in enumerate(t.buttons):
        if button.kind == "OTP":
            yield Problem("template-otp-category", f"buttons.{number}")


def _duplicates(t: Template, others: Sequence[Template]) -> Iterator[Problem]:
    """A template of another name with the same body and footer; a draft or a rejected one may still change."""
    told = (t.body.strip(), t.footer.strip())
    alike = [o for o in others if o.name != t.name and o.category != "AUTHENTICATION"]
    alike = [o for o in alike if told[0] and (o.body.strip(), o.footer.strip()) == told]
    if alike:
        certain = [o for o in alike if o.status not in _NOT_COMPARED]
        found = (certain or alike)[0]
        facts = {"name": found.name, "language": found.language}
        yield Problem("template-duplicate", "body", facts, "error" if certain else "warning")


def _ttl(t: Template) -> Iterator[Problem]:
    seconds = t.lives_seconds
    if seconds is None or t.category not in TTL:
        return
    least, most = TTL[t.category]
    if not least <= seconds <= most and not (seconds == TTL_MONTH and t.category != "MARKETING"):
        yield Problem("template-ttl", "ttl", {"seconds": seconds, "least": least, "most": most})
    elif t.category == "MARKETING":
        yield Problem("template-marketing-api", "ttl", {}, "warning")


def _others(t: Template) -> Iterator[Problem]:
    """Parts this program knows by name only, or not at all."""
    kinds = [_kind(text) for text in t.others]
    if CALL_PERMISSION in kinds and (t.header or t.footer or t.buttons):
        yield Problem("template-call-permission", "buttons", {}, "warning")
    for kind in dict.fromkeys(kinds):
        if kind != CALL_PERMISSION:
            yield Problem("template-part-unknown", "body", {"kind": kind}, "warning")
    for number, card in enumerate(t.cards):
        for kind in dict.fromkeys(map(_kind, card.others)):
            yield Problem("template-part-unknown", f"cards.{number}", {"kind": kind}, "warning")


def _kind(component: str) -> str:
    """The kind of a component that is kept as JSON."""
    return str(json.loads(component).get("type", "?")).upper()
