"""Decides the plain cases of phone numbers fast: the library's own patterns, compiled once for each country.

``phonenumbers`` is the judge. What is answered here is what it would answer, which a test over every
country holds; whatever is not plain is left to it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata
    from phonenumbers.phonemetadata import PhoneNumberDesc

# No dot: "31612000000.0" is a spreadsheet's way to write a number, not one digit more.
_PUNCTUATION = str.maketrans("", "", " -()/\u00a0")
_KINDS = (
    "premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail", "fixed_line",
    "mobile",
)  # fmt: skip
_NEVER = re.compile(r"(?!)")


class _Region(NamedTuple):
    name: str
    valid: re.Pattern[str]
    leading: re.Pattern[str] | None


class _Plan(NamedTuple):
    """One calling code: its regions in the library's order, and where its prefixes would be stripped."""

    code: str
    prefix: re.Pattern[str]
    regions: tuple[_Region, ...]


class _Home(NamedTuple):
    """A default country whose national prefix is plain digits, or nothing."""

    plan: _Plan
    code: str
    trunk: str
    abroad: re.Pattern[str]
    general: re.Pattern[str]


def quick_e164(text: str, country: str) -> tuple[str, str] | None:
    """``(E.164, country)`` where that is plain to see, else None: ask the library."""
    digits = text.translate(_PUNCTUATION)
    if digits[:1] == "+":
        digits = digits[1:]
    elif digits[:2] == "00":
        digits = digits[2:]
    else:
        return _at_home(digits, country) if country and digits.isdigit() and digits.isascii() else None
    if not (digits.isdigit() and digits.isascii()):
        return None
    for width in (1, 2, 3):
        plan = _plan(digits[:width])
        if plan is not None:
            return _abroad(plan, digits[width:])
    return None


def _abroad(plan: _Plan, national: str) -> tuple[str, str] | None:
    # A number that could be read with a national prefix inside ("+31 (0)6 …") is for the library.
    if national[:1] == "0" or plan.prefix.match(national):
        return None
    return _judge(plan, national)


def _at_home(digits: str, country: str) -> tuple[str, str] | None:
    home = _home(country)
    if home is None or digits.startswith(home.code) or home.abroad.match(digits):
        return None
    if home.trunk and digits.startswith(home.trunk):
        national = digits[len(home.trunk) :]
        if national[:1] == "0" or not home.general.fullmatch(national):
            return None
    elif home.plan.prefix.match(digits) or digits[:1] == "0":
        return None
    else:
        national = digits
    return _judge(home.plan, national)


def _judge(plan: _Plan, national: str) -> tuple[str, str] | None:
    for name, valid, leading in plan.regions:
        if leading is not None:
            if leading.match(national):
                return ("+" + plan.code + national, name) if valid.fullmatch(national) else None
        elif valid.fullmatch(national):
            return "+" + plan.code + national, name
    return None


@cache
def _plan(code: str) -> _Plan | None:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

    names = COUNTRY_CODE_TO_REGION_CODE.get(int(code)) if code and code[0] != "0" else None
    if not names or names[0] == "001":
        return None
    shapes = [shape for name in names if (shape := PhoneMetadata.metadata_for_region(name, None))]
    # A code of one country is that country's, whatever the digits after it.
    leading = [shape.leading_digits if len(names) > 1 else None for shape in shapes]
    regions = (
        _Region(name, _valid(shape), re.compile(digits) if digits else None)
        for name, shape, digits in zip(names, shapes, leading, strict=True)
    )
    return _Plan(code, _pattern(shapes[0].national_prefix_for_parsing), tuple(regions))


def _pattern(text: str | None) -> re.Pattern[str]:
    return re.compile(text) if text else _NEVER


def _valid(metadata: PhoneMetadata) -> re.Pattern[str]:
    """What a number needs to be of any known kind: its general shape, and the shape and length of one kind."""
    kinds = []
    for kind in _KINDS:
        desc: PhoneNumberDesc | None = getattr(metadata, kind)
        if desc is not None and desc.national_number_pattern:
            # Without lengths of its own a kind has those of the general shape.
            widths = "|".join(rf"\d{{{n}}}" for n in desc.possible_length) or r"\d*"
            kinds.append(f"(?=(?:{widths})$)(?:{desc.national_number_pattern})$")
    return re.compile(f"(?=(?:{_general(metadata)})$)(?:{'|'.join(kinds)})")


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
    abroad = _pattern(metadata.international_prefix)
    return _Home(plan, plan.code, trunk, abroad, re.compile(_general(metadata)))
