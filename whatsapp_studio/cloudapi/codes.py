"""Decides what each of Meta's error codes means for a message: who waits, who stops, and for how long.

The code and, for template work, its subcode decide; never the HTTP status and never the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.delivery.outcome import NotTaken, Outcome, Reach, Refused, Unsure

Effect = Literal["refused", "wait", "slow"]


class Rule(msgspec.Struct, frozen=True):
    """``refused``: for good, for all within ``reach``. ``wait``: try again after ``seconds``. ``slow``: and slower."""

    effect: Effect
    reach: Reach
    seconds: float = 0.0


def _refused(reach: Reach, *codes: int) -> dict[int, Rule]:
    return dict.fromkeys(codes, Rule("refused", reach))


def _wait(
    seconds: float, *codes: int, reach: Literal["recipient", "all"] = "all", slow: bool = False
) -> dict[int, Rule]:
    return dict.fromkeys(codes, Rule("slow" if slow else "wait", reach, seconds))


RULES: dict[int, Rule] = {
    # The account, its token, its money or its standing: nothing more can leave.
    **_refused("all", 0, 3, 10, 33, 104, 190, 368, 803, 1005, 131005, 131031, 131037, 131042, 131044, 131045, 131048,
               131064, 133010, 134011, 141002, 141006, 139200),
    **_refused("all", 133000, 133005, 133006, 133008, 133009, 133015, 133016, 136024, 136025),
    **_refused("all", 200005, 200006, 200007, 1752041, 2388001, 2388012, 2388091, 2388093, 2388103, 2593107, 2593108),
    **_refused("all", 139000, 139001, 139002, 139003, 139004, 139100, 139101, 139102, 139103),
    **_refused("all", 147001, 147002, 147003, 147004, 147005),
    # The template, its media, or the way this program asks: every message of the campaign would meet the same.
    **_refused("campaign", 100, 192, 131008, 131009, 131014, 131051, 131052, 131053, 131055, 131058, 131061, 131063,
               135000),
    **_refused("campaign", 132000, 132001, 132007, 132008, 132012, 132015, 132016, 132021, 132068, 132069, 134100,
               134102),
    **_refused("campaign", 131020, 131041, 131201, 131202, 131204, 131207, 131208, 131209, 131210, 131211, 131212,
               131213, 131214, 131215),
    **_refused("campaign", 138000, 138001, 138002, 138003, 138004, 138005, 138006, 138007, 138009, 138012, 138013,
               138018),
    # One person.
    **_refused("recipient", 1026, 130403, 130472, 130497, 130501, 131021, 131026, 131030, 131035, 131036, 131047,
               131049, 131050, 131062, 132005, 132018, 137000),
    # Nothing was taken; later it may be.
    **_wait(1.0, 130429, slow=True),
    **_wait(300.0, 4, 17, 80007, slow=True),
    **_wait(600.0, 613, slow=True),
    **_wait(6.0, 131056, reach="recipient"),
    **_wait(5.0, 1, 131059),
    **_wait(10.0, 2, 131000),
    **_wait(30.0, 131016),
    **_wait(60.0, 131057, 133004),
    **_wait(180.0, 2494100),
    **_wait(600.0, 134101),
}  # fmt: skip

# (code, subcode): an object that is gone or not ours, under a code that otherwise means a wrong parameter.
SUBCODES: dict[tuple[int, int], Rule] = {(100, 33): Rule("refused", "all")}

_UNKNOWN = Rule("refused", "campaign")


class GraphError(msgspec.Struct, frozen=True, kw_only=True):
    """An error body of Meta's, read."""

    code: int
    subcode: int | None = None
    details: str = ""
    trace: str = ""
    message: str = ""
    title: str = ""


def graph_error(body: object) -> GraphError | None:
    """The error of an answer's JSON, or None where it is not one of Meta's."""
    error = body.get("error") if isinstance(body, Mapping) else None
    if not isinstance(error, Mapping):
        return None
    code, subcode = _number(error.get("code")), _number(error.get("error_subcode"))
    if code is None:
        return None
    data = error.get("error_data")
    details = data.get("details") if isinstance(data, Mapping) else data
    return GraphError(
        # Meta's 0 says what 190 says; here 0 stands for "no code".
        code=code or 190,
        subcode=subcode,
        details=_first_text(error.get("error_user_msg"), details, error.get("message")),
        trace=_first_text(error.get("fbtrace_id")),
        message=_first_text(error.get("message")),
        title=_first_text(error.get("error_user_title")),
    )


def rule_for(code: int, subcode: int | None = None) -> Rule:
    """What a code means for a message. An unknown one stops the campaign that met it: a person has to look."""
    if subcode is not None and (code, subcode) in SUBCODES:
        return SUBCODES[code, subcode]
    if code in RULES:
        return RULES[code]
    return Rule("refused", "all") if 200 <= code <= 299 else _UNKNOWN


def outcome_of(status: int, body: object, headers: Mapping[str, str] | None = None) -> Outcome:
    """How a send ended that was answered with anything but success.

    Without a Graph error in the body it is :class:`Unsure`, whatever the status: something between us and Meta
    answered (a proxy, a gateway), and nobody can tell whether the message had passed it. The two exceptions
    are said by a proxy about itself, before it passed anything on: 407 and 511.
    """
    error = graph_error(body)
    if error is None:
        if status in (407, 511):
            return NotTaken(f"proxy-{status}", wait=30.0)
        return Unsure(f"http-{status}")
    rule = rule_for(error.code, error.subcode)
    if rule.effect == "refused":
        return Refused(error.code, error.details, rule.reach, error.trace, error.subcode)
    wait = max(rule.seconds, _retry_after(headers or {}))
    reach: Literal["recipient", "all"] = "recipient" if rule.reach == "recipient" else "all"
    return NotTaken(f"meta-{error.code}", wait, reach, rule.effect == "slow", error.code)


def read_error(status: int, body: object) -> StudioError:
    """The error to raise where a reading call was not answered with success."""
    error = graph_error(body)
    if error is None:
        return WorldError("meta-unclear", status=status)
    kind = UserError if rule_for(error.code, error.subcode).effect == "refused" else WorldError
    found = kind(f"meta-{error.code}", subcode=error.subcode, details=error.details, trace=error.trace)
    found.facts |= {"code": error.code} | ({"title": error.title} if error.title else {})
    return found


def _retry_after(headers: Mapping[str, str]) -> float:
    value = headers.get("retry-after", "")
    return min(float(value), 3600.0) if value.isascii() and value.isdecimal() else 0.0


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _first_text(*values: object) -> str:
    return next((value for value in values if isinstance(value, str) and value), "")
