"""Decides whether a number is of the United States, by its area code: +1 is shared with Canada and the Caribbean.

The area codes are those of the North American Numbering Plan as libphonenumber's metadata knows them; a test compares
the two. Which numbers Meta means is said on its page of marketing limits for each user.
"""

from __future__ import annotations

# Area codes of +1 outside the United States: Canada, then everybody else. One in nobody's list counts as American.
CANADA = frozenset(
    "204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514"
    " 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942"
    # Calls that follow somebody, and numbers of no place: Canada's own.
    " 600 622 633".split()
)
ELSEWHERE = {
    "242": "BS", "246": "BB", "264": "AI", "268": "AG", "284": "VG", "340": "VI", "345": "KY", "441": "BM", "473": "GD",
    "649": "TC", "658": "JM", "664": "MS", "670": "MP", "671": "GU", "684": "AS", "721": "SX", "758": "LC", "767": "DM",
    "784": "VC", "787": "PR", "809": "DO", "829": "DO", "849": "DO", "868": "TT", "869": "KN", "876": "JM", "939": "PR",
}  # fmt: skip


def is_us(phone: str) -> bool:
    """Whether an E.164 number is of a state of the United States."""
    return phone.startswith("+1") and (code := phone[2:5]) not in CANADA and code not in ELSEWHERE


def country_of(phone: str) -> str:
    """The country (ISO alpha-2) of an E.164 number by its digits alone; empty for one of no country."""
    if not phone:
        return ""
    if phone.startswith("+1"):
        code = phone[2:5]
        return "CA" if code in CANADA else ELSEWHERE.get(code, "US")
    return _country(phone)


def calling_code(country: str) -> str:
    """What the numbers of a country (ISO alpha-2) begin with, as ``+31``; empty where that is not known."""
    import phonenumbers

    code = phonenumbers.country_code_for_region(country)
    return f"+{code}" if code else ""


def _country(phone: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return ""
    shared = phonenumbers.region_codes_for_country_code(number.country_code or 0)
    found = phonenumbers.region_code_for_number(number) if len(shared) > 1 else next(iter(shared), "")
    return found if found and len(found) == 2 else ""
