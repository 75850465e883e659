"""Decides the plain cases of phone numbers fast: the library's own patterns, compiled once for each country.

``phonenumbers`` is the judge. What is answered here is what it would answer, which a test over every country holds.
Whole digits are compared with its patterns at once; what is written in another way is taken apart by ``rphonenumbers``,
the same library in machine code, where this machine has it. Its patterns are of another day, so it decides nothing.
Whatever is not plain to see is left to ``phone.read_phone``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata
    from phonenumbers.phonemetadata import PhoneNumberDesc

# No dot: "31612345678.0" is a spreadsheet's way to write a number, not one digit more.
_PUNCTUATION = str.maketrans("", "", " -()/\u00a0")
# The most frequent ones first; which one it is does not matter.
_KINDS = (
    "mobile", "fixed_line", "toll_free", "shared_cost", "premium_rate", "voip", "personal_number", "pager", "uan",
    "voicemail",
)  # fmt: skip
_NEVER = re.compile(r"(?!)")
PLUS_RESTORED, ZERO_RESTORED = "phone-plus-restored", "phone-zero-restored"

Quick = tuple[str, str, str]


class _Region(NamedTuple):
    name: str
    valid: Callable[[str], object]
    leading: Callable[[str], object] | None


class _Plan(NamedTuple):
    """One calling code: its regions in the library's order, and where its prefixes would be stripped."""

    code: str
    prefix: Callable[[str], object]
    regions: tuple[_Region, ...]
    only: _Region | None


class _Home(NamedTuple):
    """A default country whose national prefix is plain digits, or nothing."""

    plan: _Plan
    trunk: str
    abroad: Callable[[str], object]
    general: Callable[[str], object]


def quick(text: str, country: str) -> Quick | None:
    """E.164, country and what was mended ("" for nothing) where that is plain to see, else None: ask the library."""
    return _bare(text.translate(_PUNCTUATION), country)


def quick_column(cells: Sequence[str], countries: Iterable[str]) -> list[Quick | None]:
    """As :func:`quick` for many cells, each with its country."""
    bare: Sequence[str] = "\n".join(cells).translate(_PUNCTUATION).split("\n")
    if len(bare) != len(cells):
        bare = [cell.translate(_PUNCTUATION) for cell in cells]
    return list(map(_bare, bare, countries))


def _bare(digits: str, country: str) -> Quick | None:
    if digits[:1] == "+":
        digits = digits[1:]
    elif digits[:2] == "00":
        digits = digits[2:]
    else:
        return _at_home(digits, country) if country and digits.isdigit() and digits.isascii() else None
    if not (digits.isdigit() and digits.isascii()):
        return None
    plan = _PLANS.get(digits[:2]) or _plan_of(digits)
    if plan is None:
        return None
    national = digits[len(plan.code) :]
    # A number that could be read with a national prefix inside ("+31 (0)6 …") is taken apart first.
    if national[:1] == "0" or plan.prefix(national):
        return _apart("+" + digits, "")
    if plan.only:
        return ("+" + digits, plan.only.name, "") if plan.only.valid(national) else None
    found = _judge(plan, national)
    return found and (*found, "")


def _plan_of(digits: str) -> _Plan | None:
    """The plan of the calling code that digits begin with; no code is the beginning of another."""
    found = _plan(digits[:2])
    if found:
        _PLANS[digits[:2]] = found
    return found or _plan(digits[:1]) or _plan(digits[:3])


def _at_home(digits: str, country: str) -> Quick | None:
    home = _home(country)
    if home is None or digits.startswith(home.plan.code) or home.abroad(digits):
        return _apart(digits, country)
    if home.trunk and digits.startswith(home.trunk):
        national = digits[len(home.trunk) :]
        if national[:1] == "0" or not home.general(national):
            return None
    elif home.plan.prefix(digits) or digits[:1] == "0":
        return None
    else:
        national = digits
    found = _judge(home.plan, national)
    return found and _told(digits, *found, country)


def _apart(digits: str, country: str) -> Quick | None:
    """A number taken apart by the other library, and judged by the patterns of this one."""
    parse = _parser()
    if parse is None:
        return None
    taken = parse(digits, country)
    plan = taken and _plan(taken[0])
    found = _judge(plan, taken[1]) if plan and taken else None
    if found is None:
        return None
    return (*found, "") if digits[0] == "+" else _told(digits, *found, country)


def _told(digits: str, e164: str, region: str, country: str) -> Quick | None:
    """What a number without "+" had lost: its "+", or the zero its country writes before it.

    None where it can be read in two ways.
    """
    if digits == e164[1:]:
        return e164, region, PLUS_RESTORED
    if digits[0] == "0" or not e164.endswith(digits) or not writes_zero(country):
        return e164, region, ""
    return None if quick("+" + digits, "") else (e164, region, ZERO_RESTORED)


def _judge(plan: _Plan, national: str) -> tuple[str, str] | None:
    for name, valid, leading in plan.regions:
        if leading is not None:
            if leading(national):
                return ("+" + plan.code + national, name) if valid(national) else None
        elif valid(national):
            return "+" + plan.code + national, name
    return None


@cache
def _parser() -> Callable[[str, str], tuple[str, str] | None] | None:
    """Takes digits apart into calling code and national number; None where this machine lacks the library."""
    try:
        from rphonenumbers import NumberParseException, national_significant_number, parse
    except ImportError:
        return None

    def taken_apart(digits: str, country: str) -> tuple[str, str] | None:
        try:
            number = parse(digits, country or None)
        except NumberParseException:
            return None
        return str(number.country_code), national_significant_number(number)

    return taken_apart


@cache
def _plan(code: str) -> _Plan | None:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

    names = COUNTRY_CODE_TO_REGION_CODE.get(int(code)) if code and code[0] != "0" else None
    if not names or names[0] == "001":
        return None
    shapes = [shape for name in names if (shape := PhoneMetadata.metadata_for_region(name, None))]
    # A code of one country is that country's, whatever the digits after it.
    leading = [shape.leading_digits if len(names) > 1 else None for shape in shapes]
    regions = tuple(
        _Region(name, _valid(shape), re.compile(digits).match if digits else None)
        for name, shape, digits in zip(names, shapes, leading, strict=True)
    )
    prefix = _pattern(shapes[0].national_prefix_for_parsing).match
    return _Plan(code, prefix, regions, regions[0] if len(regions) == 1 else None)


# The plans of the codes of two digits, which most numbers begin with.
_PLANS: dict[str, _Plan] = {}


def _pattern(text: str | None) -> re.Pattern[str]:
    return re.compile(text) if text else _NEVER


def _valid(metadata: PhoneMetadata) -> Callable[[str], object]:
    """What a number needs to be of any known kind: its general shape, and the shape and length of one kind."""
    kinds = []
    for kind in _KINDS:
        desc: PhoneNumberDesc | None = getattr(metadata, kind)
        if desc is not None and desc.national_number_pattern:
            # Without lengths of its own a kind has those of the general shape.
            widths = "|".join(rf"\d{{{n}}}" for n in desc.possible_length) or r"\d*"
            kinds.append(f"(?=(?:{widths})$)(?:{desc.national_number_pattern})$")
    return re.compile(f"(?=(?:{_general(metadata)})$)(?:{'|'.join(kinds)})").fullmatch


def _general(metadata: PhoneMetadata) -> str:
    desc = metadata.general_desc
    return (desc.national_number_pattern if desc else None) or _NEVER.pattern


@cache
def _home(country: str) -> _Home | None:
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(country, None)
    if metadata is None or metadata.national_prefix_transform_rule:
        return None
    plan = _plan(str(metadata.country_code))
    trunk = metadata.national_prefix_for_parsing or ""
    if plan is None or plan.regions[0].name != country or (trunk and not trunk.isdigit()):
        return None
    return _Home(
        plan, trunk, _pattern(metadata.international_prefix).match, re.compile(_general(metadata)).fullmatch
    )  # fmt: skip


@cache
def writes_zero(country: str) -> bool:
    """Whether everybody in a country writes a zero before a national number: not in Spain, nor always in India."""
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(country, None)
    return (
        metadata is not None
        and metadata.national_prefix == "0"
        and not any(form.national_prefix_optional_when_formatting for form in metadata.number_format)
    )
