"""Decides which number a written phone number means, in E.164, and why it means none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from traceback import clear_frames
from typing import TYPE_CHECKING, NamedTuple

from whatsapp_studio.audience.numbering import PLUS_RESTORED, ZERO_RESTORED, quick, quick_column, writes_zero
from whatsapp_studio.base.local import ltr

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# Spaces of every width, marks that only steer writing direction, and what Excel puts before text.
_INVISIBLE = dict.fromkeys(
    map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069")
)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\t\r\n"), " ")
_CLEAN = str.maketrans({**_INVISIBLE, **_SPACES})
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_WHOLE_FLOAT = re.compile(r"\+?\d{5,}[.,]0{1,2}")
_FORMULA = re.compile(r'=\s*"?([^"]*)"?')
_LETTER = re.compile(r"[^\W\d_]")
_LEAD = re.compile(r"^(?:tel:|whatsapp:|(?:https?://)?wa\.me/)", re.IGNORECASE)

# A number of a spreadsheet keeps fifteen digits: the rest became zeros.
_CUT = re.compile(r"\+?\d{15}0+")
FLOAT_MENDED, RENEWED = "phone-float-mended", "phone-renewed"

Read = tuple[str, str]
Told = tuple[str, str, str]


class Recovered(NamedTuple):
    """A column of numbers as read: empty texts stand where none could be, ``refused`` says why by place.

    ``notes`` counts what was mended, by code.
    """

    phones: list[str]
    countries: list[str]
    refused: dict[int, str]
    notes: dict[str, int]


def read_phone(text: str, country: str = "") -> Read | str:
    """``(E.164, country)`` of a number as somebody wrote it, or the code of what is wrong with it.

    ``country`` (ISO alpha-2) is meant for numbers without ``+`` or ``00``. The country that comes back is
    the number's own, empty for numbers of no country.
    """
    found = quick(text, country) or _slow(text, country)
    return found if isinstance(found, str) else found[:2]


def recover_phones(cells: Sequence[str], country: str, countries: Sequence[str] | None = None) -> Recovered:
    """A column of numbers, each with its own country where ``countries`` are given."""
    read = quick_column(cells, countries or repeat(country))
    notes: dict[str, int] = {}
    refused: dict[int, str] = {}
    phones: list[str] = []
    homes: list[str] = []
    for place, found in enumerate(read):
        if found is None:
            slow = _slow(cells[place], countries[place] if countries else country)
            if isinstance(slow, str):
                refused[place] = slow
                slow = ("", "", "")
            found = slow
        phone, home, note = found
        phones.append(phone)
        homes.append(home)
        if note:
            notes[note] = notes.get(note, 0) + 1
    return Recovered(phones, homes, refused, notes)


def _slow(text: str, country: str) -> Told | str:
    cleaned = _tidy(text)
    if not cleaned:
        return "phone-empty"
    if _SCIENTIFIC.fullmatch(cleaned):
        return "phone-scientific"
    is_float = _WHOLE_FLOAT.fullmatch(cleaned) is not None
    if is_float:
        cleaned = re.split(r"[.,]", cleaned)[0]
    if _CUT.fullmatch(cleaned):
        return "phone-cut-off"
    if _LETTER.search(cleaned):
        return "phone-not-a-number"
    if cleaned.startswith("00"):
        cleaned = "+" + cleaned[2:]
    found = _library(cleaned, country)
    return (*found[:2], FLOAT_MENDED) if is_float and not isinstance(found, str) else found


def _tidy(text: str) -> str:
    cleaned = text.translate(_CLEAN).strip()
    formula = _FORMULA.fullmatch(cleaned)
    if formula:
        cleaned = formula[1].strip()
    return _LEAD.sub("", cleaned.lstrip("'’‘`´\"").rstrip("'\"").strip())


def _library(cleaned: str, country: str) -> Told | str:
    import phonenumbers

    international = cleaned.startswith(("+", "\uff0b"))
    if not international and not country:
        return "phone-needs-country"
    number = _parse(cleaned, None if international else country)
    if isinstance(number, int):
        # Two digits are "not a number" to the library; to a person they are too few.
        few = 0 < sum(c.isdigit() for c in cleaned) < 4
        return "phone-too-short" if few else _lost_plus(cleaned, country) or _unread(number)
    if number.extension:
        return "phone-not-a-number"
    if phonenumbers.is_valid_number(number):
        told = _answer(number, "" if international else _mended(cleaned, number, country))
        return "phone-two-ways" if told[2] == ZERO_RESTORED and _abroad(cleaned) else told
    return _older_spelling(number) or _lost_plus(cleaned, country) or _why(number)


def _parse(text: str, country: str | None) -> PhoneNumber | int:
    """What the library makes of a text, or the kind of its error."""
    import phonenumbers

    try:
        return phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException as error:
        # It keeps the error in a frame that the error keeps: the rows of whoever asked would stay in memory with it.
        clear_frames(error.__traceback__)
        return int(error.error_type)


def _unread(kind: int) -> str:
    from phonenumbers import NumberParseException

    return {
        NumberParseException.INVALID_COUNTRY_CODE: "phone-unknown-country",
        NumberParseException.NOT_A_NUMBER: "phone-not-a-number",
        NumberParseException.TOO_SHORT_AFTER_IDD: "phone-too-short",
        NumberParseException.TOO_SHORT_NSN: "phone-too-short",
        NumberParseException.TOO_LONG: "phone-too-long",
    }[kind]


def _why(number: PhoneNumber) -> str:
    import phonenumbers

    match phonenumbers.is_possible_number_with_reason(number):
        case phonenumbers.ValidationResult.TOO_SHORT | phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            return "phone-too-short"
        case phonenumbers.ValidationResult.TOO_LONG:
            return "phone-too-long"
    return "phone-invalid"


def _mended(cleaned: str, number: PhoneNumber, country: str) -> str:
    """What a number without "+" had lost."""
    import phonenumbers

    digits = phonenumbers.normalize_digits_only(cleaned)
    national = phonenumbers.national_significant_number(number)
    if digits == f"{number.country_code}{national}":
        return PLUS_RESTORED
    return ZERO_RESTORED if digits == national and digits[:1] != "0" and writes_zero(country) else ""


def _abroad(cleaned: str) -> bool:
    """Whether the digits are a whole number of another country as well."""
    import phonenumbers

    number = _parse("+" + phonenumbers.normalize_digits_only(cleaned), None)
    return not isinstance(number, int) and phonenumbers.is_valid_number(number)


def _answer(number: PhoneNumber, note: str = "") -> Told:
    import phonenumbers

    country = phonenumbers.region_code_for_number(number) or ""
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return e164, country if len(country) == 2 else "", note


def _older_spelling(number: PhoneNumber) -> Told | None:
    """Mexico dropped a 1 after +52 in 2019; Brazil put a 9 before its mobile numbers: both old forms are around."""
    import phonenumbers

    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    twin = other_spelling(e164)
    if not twin:
        return None
    renewed = phonenumbers.parse(twin, None)
    return _answer(renewed, RENEWED) if phonenumbers.is_valid_number(renewed) else None


def _lost_plus(cleaned: str, country: str) -> Told | None:
    """A whole international mobile number whose "+" a spreadsheet ate, as in a Belgian list with 31612345678."""
    import phonenumbers

    digits = re.sub(r"\D", "", cleaned)
    if not country or cleaned.startswith(("+", "\uff0b", "0")) or len(digits) < 11:
        return None
    number = _parse("+" + digits, None)
    if isinstance(number, int):
        return None
    kinds = phonenumbers.PhoneNumberType
    mobile = phonenumbers.number_type(number) in (kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE)
    return _answer(number, PLUS_RESTORED) if mobile else None


_BR_NEW = re.compile(r"(\+55\d\d)9([6-9]\d{7})")
_BR_OLD = re.compile(r"(\+55\d\d)([6-9]\d{7})")
_MX_NEW = re.compile(r"(\+52)(\d{10})")
_MX_OLD = re.compile(r"(\+52)1(\d{10})")
_AR_NEW = re.compile(r"(\+54)9(\d{10})")
_AR_OLD = re.compile(r"(\+54)([1-8]\d{9})")
_SPELLINGS = (
    ("+55", _BR_NEW, r"\1\2"), ("+55", _BR_OLD, r"\g<1>9\2"),
    ("+52", _MX_OLD, r"\1\2"), ("+52", _MX_NEW, r"\g<1>1\2"),
    ("+54", _AR_NEW, r"\1\2"), ("+54", _AR_OLD, r"\g<1>9\2"),
)  # fmt: skip


def other_spelling(e164: str) -> str:
    """The second way to write the same line, where a country has two (Brazil, Mexico, Argentina), else empty."""
    if e164[:3] in ("+55", "+52", "+54"):
        for prefix, pattern, other in _SPELLINGS:
            if e164.startswith(prefix):
                found = pattern.fullmatch(e164)
                if found:
                    return found.expand(other)
    return ""


def line_of(e164: str) -> str:
    """One spelling for every way to write the same line: what duplicates are found by."""
    other = other_spelling(e164)
    return min(e164, other, key=len) if other else e164


def shown(e164: str) -> str:
    """An E.164 number with the spaces its country writes, such as ``+31 6 12345678``."""
    import phonenumbers

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return ltr(e164)
    return ltr(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
