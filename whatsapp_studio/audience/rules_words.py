"""Decides how a rule is said in words: ``country is NL and age is at least 18``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from whatsapp_studio.audience.rules_ops import OP_BY_NAME
from whatsapp_studio.audience.rules_tree import (
    IN_JOURNEYS,
    Behaviour,
    Group,
    HasConsent,
    InList,
    InSegment,
    Rule,
    Scalar,
    Test,
    Value,
)
from whatsapp_studio.base.i18n import fill, mark, ntr, number, tr

_MOST, _SHOWN = 40, 3
# What every contact has, and the names of others by whose they are.
_NAMED = {
    "phone": mark("phone"), "first_name": mark("first name"), "last_name": mark("last name"),
    "full_name": mark("full name"), "language": mark("language"), "country": mark("country"),
    "time_zone": mark("time zone"),
}  # fmt: skip
_OF = {"event": mark("event {name}"), "journey": mark("journey {name}")}


def in_words(rule: Rule, labels: Mapping[str, str] | None = None) -> str:
    """A rule in one line. ``labels`` are names to show of fields (``birthday`` or ``event.total``)."""
    match rule:
        case Group(how, rules):
            return _group(how, rules, labels or {})
        case InList(name, out):
            shown = _short(name) or "…"
            return tr("not on list {list}", list=shown) if out else tr("on list {list}", list=shown)
        case InSegment(name, out):
            shown = _short(name) or "…"
            return tr("not in segment {segment}", segment=shown) if out else tr("in segment {segment}", segment=shown)
        case Behaviour():
            return behaviour_words(rule)
        case HasConsent("utility", "yes"):
            return tr("agreed to service messages")
        case HasConsent("utility", "no"):
            return tr("wants no service messages")
        case HasConsent("utility", _):
            return tr("never asked about service messages")
        case HasConsent(_, "yes"):
            return tr("opted in to marketing")
        case HasConsent(_, "no"):
            return tr("opted out of marketing")
        case HasConsent():
            return tr("never asked about marketing")
        case Test():
            return _test(rule, labels or {})


# What happened, and what did not; of a message and of a journey, each with a name or any.
_HAPPENED = {
    "sent": (mark("was sent {what}"), mark("was not sent {what}")),
    "delivered": (mark("received {what}"), mark("did not receive {what}")),
    "read": (mark("read {what}"), mark("did not read {what}")),
    "replied": (mark("replied to {what}"), mark("did not reply to {what}")),
    "clicked": (mark("tapped a button of {what}"), mark("tapped no button of {what}")),
    "failed": (mark("could not be reached with {what}"), mark("was never out of reach with {what}")),
    "entered": (mark("entered {what}"), mark("did not enter {what}")),
    "inside": (mark("is in {what}"), mark("is not in {what}")),
    "finished": (mark("left {what}"), mark("did not leave {what}")),
}
_WHAT = {
    "template": mark("template {name}"), "campaign": mark("campaign {name}"), "journey": mark("journey {name}"),
}  # fmt: skip


def behaviour_words(rule: Behaviour) -> str:
    """What happened in words: ``read template spring_offer in the last 30 days``."""
    if rule.about == "any":
        what = tr("a journey") if rule.did in IN_JOURNEYS else tr("a message")
    else:
        what = tr(_WHAT[rule.about], name=_short(rule.name) or "…")
    said = tr(_HAPPENED[rule.did][rule.out], what=what)
    if rule.days is None or rule.did == "inside":
        return said
    return ntr("{said} in the last day", "{said} in the last {n} days", rule.days, said=said)


def field_words(field: str, labels: Mapping[str, str] | None = None) -> str:
    """What a field is called: its label, or its name in plain words (``first name``, ``event total``)."""
    known, bare = labels or {}, field.removeprefix("contact.")
    if label := known.get(field) or known.get(bare):
        return label
    if bare in _NAMED:
        return tr(_NAMED[bare])
    where, dot, own = bare.partition(".")
    name = " ".join(own.replace(".", " ").replace("_", " ").split())[:_MOST]
    if dot and name and where in _OF:
        return tr(_OF[where], name=name)
    return " ".join(bare.replace(".", " ").replace("_", " ").split())[:_MOST] or "…"


def _group(how: str, rules: tuple[Rule, ...], labels: Mapping[str, str]) -> str:
    if not rules:
        return tr("nobody") if how == "any" else tr("everybody")
    said = [_inside(one, labels, alone=len(rules) == 1 and how != "none") for one in rules]
    text = said[0]
    for other in said[1:]:
        text = tr("{one} and {other}", one=text, other=other) if how == "all" else (
            tr("{one} or {other}", one=text, other=other)
        )  # fmt: skip
    if how != "none":
        return text
    return tr("not: {rule}", rule=text) if len(rules) == 1 else tr("none of: {rules}", rules=text)


def _inside(rule: Rule, labels: Mapping[str, str], *, alone: bool) -> str:
    text = in_words(rule, labels)
    return f"({text})" if isinstance(rule, Group) and len(rule.rules) > 1 and not alone else text


def _test(test: Test, labels: Mapping[str, str]) -> str:
    op = OP_BY_NAME[test.op]
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return fill(
        op.says,
        {"field": field_words(test.field, labels), "value": _value(test.value), "values": _several(values)},
    )


def _several(values: tuple[Scalar, ...]) -> str:
    shown = [_scalar(one) for one in values[:_SHOWN]]
    if len(values) > _SHOWN:
        return tr("{values} or {n} more", values=", ".join(shown), n=number(len(values) - _SHOWN))
    text = shown[0] if shown else "…"
    for other in shown[1:]:
        text = tr("{one} or {other}", one=text, other=other)
    return text


def _value(value: Value) -> str:
    return _several(value) if isinstance(value, tuple) else _scalar(value)


def _scalar(value: Scalar) -> str:
    match value:
        case None | "":
            return "…"
        case bool():
            return tr("yes") if value else tr("no")
        case int():
            return number(value)
        case float():
            return number(int(value)) if value.is_integer() else f"{value:g}"
        case str():
            return _date(value) or _short(value)


def _date(value: str) -> str:
    if len(value) != 10 or value[4] != "-":
        return ""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return ""
    month = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[day.month - 1]
    return tr("{day} {month} {year}", day=day.day, month=month, year=day.year)


def _short(value: str) -> str:
    line = " ".join(value[: 4 * _MOST].split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"
