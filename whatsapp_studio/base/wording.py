"""Decides the sentence for every code: what happened, why, and what to do now."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping

import msgspec

from whatsapp_studio.base import words_meta
from whatsapp_studio.base.errors import Blocked, Problem, StudioError
from whatsapp_studio.base.i18n import ctr, fill, mark, number, tr
from whatsapp_studio.base.local import ltr

# Each room words its own codes; words_meta words Meta's.
ROOMS = (
    "words_audience",
    "words_people",
    "words_rules",
    "words_templates",
    "words_template_rules",
    "words_template_parts",
    "words_template_lint",
    "words_everybody",
    "words_meta",
    "words_delivery",
    "words_campaign_times",
    "words_experiments",
    "words_pace",
    "words_rates",
    "words_planning",
    "words_connection",
    "words_workspace",
    "words_checks",
    "words_journey_files",
    "words_designing",
    "words_journeys",
    "words_simulation",
    "words_running",
    "words_entries",
    "words_writing",
    "words_content",
    "words_checking",
)
_UNGROUPED = frozenset({"code", "subcode", "line", "column", "row", "status", "year", "port"})
_STOPS = ".!?…"
_META = re.compile(r"meta-(\d+)(?:-(\d+))?")


class Words(msgspec.Struct, frozen=True):
    """What happened, why (may be empty) and what to do now (may be empty), each a sentence."""

    title: str
    why: str = ""
    fix: str = ""

    @property
    def text(self) -> str:
        """All of it as one paragraph."""
        # What a system says ends without a stop.
        why = f"{self.why}." if self.why and self.why[-1] not in _STOPS else self.why
        return " ".join(part for part in (self.title, why, self.fix) if part)


def _gather() -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for room in ROOMS:
        found.update(importlib.import_module(f"whatsapp_studio.base.{room}").WORDS)
    return found


_BUG = (
    mark("The program made a mistake."),
    mark("It was written to the log; your data is as it was before."),
    mark("Try again. If it happens again, report it with the details."),
)
WORDS = {"bug": _BUG, **_gather()}

_GENERAL = (
    mark("Something went wrong."),
    mark("The program has no better explanation for this ({code})."),
    mark("Try again. If it happens again, report it with the details."),
)

EXCLUSIONS = {
    "no-consent": mark("No consent for marketing messages"),
    "opted-out": mark("Opted out"),
    "no-number": mark("No phone number"),
    "erased": mark("Erased from this workspace"),
    "suppressed": mark("On the block list"),
    "country-limit": mark("Limit of the country reached"),
    "capped": mark("Cap reached"),
    "lower-priority": mark("Another message went first"),
    "practice-only": mark("Only practice: not among those people"),
    "quiet": mark("Due in quiet hours that skip messages"),
    "us-marketing": mark("US number: Meta delivers no marketing there"),
    "not-a-test": mark("Not a test contact"),
    "country": mark("Country left out"),
    "phone-invalid": mark("Phone number not valid"),
    "duplicate": mark("Same number twice"),
    "stopped": mark("Campaign was stopped first"),
    "late": mark("Too late, by the rule for that"),
    "no-wave": mark("No wave had room"),
    "holdout": mark("Held out to compare with"),
    "no-winner": mark("The experiment had no winner"),
    "timed-out": mark("The journey went on without it"),
    "window-closed": mark("Wrote more than 24 hours ago"),
    "deleted": mark("Contact was deleted first"),
    "undone": mark("Launch was undone"),
    "value-empty": mark("A value is missing"),
    "value-invalid": mark("A value cannot be used"),
    "value-newline": mark("A value has a line break"),
    "value-tab": mark("A value has a tab"),
    "value-spaces": mark("A value has too many spaces in a row"),
    "value-too-long": mark("A value is too long"),
    "value-media": mark("A picture, video or document is not a web address"),
    "value-url": mark("A link ending has a space"),
    "value-code": mark("A code has a space"),
    "value-location": mark("A location cannot be read"),
    "value-time": mark("A date and time cannot be read"),
}

_STATES = {
    # One message.
    "ready": mark("Queued"),
    "queued": mark("Queued"),
    "planned": mark("Queued"),
    "accepted": mark("Accepted by Meta"),
    "held": mark("Held by Meta"),
    "sent": mark("Sent"),
    "delivered": mark("Delivered"),
    "read": mark("Read"),
    "failed": mark("Failed"),
    "unknown": mark("Unknown"),
    "excluded": mark("Not sent"),
    "replied": mark("Replied"),
    # A campaign.
    "draft": mark("Draft"),
    "scheduled": mark("Scheduled"),
    "paused": mark("Paused"),
    "done": mark("Done"),
    "stopped": mark("Stopped"),
    # A journey.
    "published": mark("Published"),
    "published-changed": mark("Published, draft differs"),
    "deleted": mark("Deleted"),
    # A template, as Meta spells it.
    "APPROVED": mark("Approved"),
    "PENDING": mark("In review"),
    "REJECTED": mark("Rejected"),
    "PAUSED": mark("Paused by Meta"),
    "DISABLED": mark("Disabled by Meta"),
    "IN_APPEAL": mark("Appeal in review"),
    "PENDING_DELETION": mark("Being deleted"),
    "DELETED": mark("Deleted"),
    "LIMIT_EXCEEDED": mark("Over the template limit"),
    "ARCHIVED": mark("Archived"),
    "GREEN": mark("High quality"),
    "YELLOW": mark("Medium quality"),
    "RED": mark("Low quality"),
    "UNKNOWN": mark("Quality not rated yet"),
    "MARKETING": mark("Marketing"),
    "UTILITY": mark("Utility"),
    "AUTHENTICATION": mark("Authentication"),
}


def explain(code: str, facts: Mapping[str, object] | None = None) -> Words:
    """The words for a code, filled with its facts. Never raises: an unknown code gets general words."""
    known = facts or {}
    meta = _META.fullmatch(code)
    if meta:
        subcode = int(meta[2]) if meta[2] else known.get("subcode")
        return _worded(_meta_entry(int(meta[1]), subcode if isinstance(subcode, int) else None), known)
    if re.fullmatch(r"(http|proxy)-\d+", code):
        code, known = f"{code.split('-')[0]}-status", {"status": code.split("-")[1], **known}
    return _worded(WORDS.get(code, _GENERAL), {"code": code, **known})


def sentence(problem: Problem | StudioError) -> str:
    """One paragraph that says a problem or an error; every problem of a blocked action."""
    if isinstance(problem, Blocked) and problem.problems:
        return "\n".join(sentence(inner) for inner in problem.problems)
    return explain(problem.code, problem.facts).text


def meta_error(code: int, subcode: int | None = None) -> Words:
    """The words for one of Meta's error codes; general ones for a code that is new."""
    return _worded(_meta_entry(code, subcode), {"code": code})


def exclusion(reason: str) -> str:
    """Why a person was left out, in a few words."""
    return tr(EXCLUSIONS[reason]) if reason in EXCLUSIONS else explain(reason).title.rstrip(".")


# Why a number is on the block list.
_BLOCKED = {
    "by-hand": mark("Blocked by hand"), "complaint": mark("Complained"), "wrong-number": mark("Wrong number"),
    "unreachable": mark("Not reachable"), "blocked": mark("Blocked by hand"),
}  # fmt: skip


def rule_words(rule: str) -> str:
    """A cap's or a preset's name as it is; why a number is blocked; the beginning of blocked numbers."""
    if rule in _BLOCKED:
        return tr(_BLOCKED[rule])
    return tr("Numbers that begin with {prefix}", prefix=ltr(rule)) if rule.startswith("+") else rule


def left_out(reason: str, rule: str) -> str:
    """Why a person was left out, with the rule that decided it where there is one."""
    words = exclusion(reason)
    return tr("{reason} ({rule})", reason=words, rule=rule_words(rule)) if rule else words


def state_word(state: str) -> str:
    """The word for a state of a message, a campaign or a template; Meta's own word where it is new."""
    if state in ("sending", "in_flight"):
        return ctr("state", "Sending")  # a page is called so, too
    return tr(_STATES[state]) if state in _STATES else state.replace("_", " ").replace("-", " ").capitalize()


def outcome_word(state: str, reason: str) -> str:
    """What became of one message: what waited when its campaign was stopped was cancelled, not merely not sent."""
    return tr("Cancelled") if (state, reason) == ("excluded", "stopped") else state_word(state)


def template_status(status: str) -> Words:
    """What Meta's state of a template (``APPROVED``, ``PAUSED``, …) means; general words for a new one."""
    return explain(_known(f"status-{status.lower().replace('_', '-')}", "status-other"))


def rejection(reason: str) -> Words:
    """Why Meta rejected a template (``SCAM``, ``INVALID_FORMAT``, …)."""
    return explain(_known(f"rejected-{reason.lower().replace('_', '-')}", "rejected-other"))


def _known(code: str, otherwise: str) -> str:
    return code if code in WORDS else otherwise


def _meta_entry(code: int, subcode: int | None) -> tuple[str, str, str]:
    found = words_meta.WORDS
    permission = "meta-200" if 200 <= code <= 299 else "meta-unknown"
    return found.get(f"meta-{code}-{subcode}") or found.get(f"meta-{code}") or found[permission]


def _worded(entry: tuple[str, str, str], facts: Mapping[str, object]) -> Words:
    shown = {
        name: number(value)
        if isinstance(value, int) and not isinstance(value, bool) and name not in _UNGROUPED
        else value
        for name, value in {"details": "", **facts}.items()
    }
    return Words(*(_filled(part, shown) for part in entry))


def _filled(text: str, facts: Mapping[str, object]) -> str:
    if not text:
        return ""
    try:
        return fill(text, facts)
    except (ValueError, LookupError, AttributeError, TypeError):
        return tr(text)  # a translation with a broken place is shown unfilled rather than not at all
