"""Decides in which of Meta's markets a number is: by its calling code, as the markets were on a day.

Meta charges a message by the market of its recipient's calling code (pricing page of the WhatsApp Business Platform:
the list of countries by market, and the notices of July and October 2026 by which regions lost members that stand
alone since). What is on no list is in the market ``Other``.
"""

from __future__ import annotations

from datetime import date

from whatsapp_studio.audience.us import ELSEWHERE, calling_code

OTHER, NORTH_AMERICA = "Other", "North America"
_ASIA, _EAST = "Rest of Asia Pacific", "Rest of Central & Eastern Europe"
_GULF, _AFRICA = "Rest of Middle East", "Rest of Africa"
# Calling codes of each market before any of the changes below; the longest that a number begins with counts.
_CODES = {
    "Argentina": "54",
    "Brazil": "55",
    "Chile": "56",
    "Colombia": "57",
    "Egypt": "20",
    "France": "33",
    "Germany": "49",
    "India": "91",
    "Indonesia": "62",
    "Israel": "972",
    "Italy": "39",
    "Malaysia": "60",
    "Mexico": "52",
    "Netherlands": "31",
    "Nigeria": "234",
    "Pakistan": "92",
    "Peru": "51",
    _AFRICA: (
        "211 212 213 216 218 220 221 222 223 225 226 227 228 229 231 232 233 235 237 241 242 244 245 249 250 251 252"
        " 254 255 256 257 258 260 261 263 264 265 266 267 268 291"
    ),
    _ASIA: "61 63 64 65 66 675 81 84 852 855 856 86 880 886 93 94 976 977 992 993 998",
    _EAST: "30 355 359 36 370 371 373 374 375 380 381 385 386 389 40 420 421 48 994 995",
    "Rest of Latin America": "1658 1787 1809 1829 1849 1876 1939 502 503 504 505 506 507 509 58 591 593 595 598",
    _GULF: "961 962 964 965 967 968 973 974",
    "Rest of Western Europe": "32 351 353 358 41 43 45 46 47",
    "Russia": "7",
    "Saudi Arabia": "966",
    "South Africa": "27",
    "Spain": "34",
    "Turkey": "90",
    "United Arab Emirates": "971",
    "United Kingdom": "44",
    # That these numbers of +7 are not Russia's is an assumption: the notice of October 2026 names the country alone.
    OTHER: "76 77",
}
# Which codes became a market of their own, and when.
CHANGES: dict[date, dict[str, str]] = {
    date(2026, 7, 1): {
        "852": "Hong Kong", "36": "Hungary", "48": "Poland", "974": "Qatar", "40": "Romania", "65": "Singapore"
    },
    date(2026, 10, 1): {
        "880": "Bangladesh", "964": "Iraq", "977": "Nepal", "94": "Sri Lanka", "76": "Kazakhstan", "77": "Kazakhstan",
        "965": "Kuwait", "212": "Morocco", "968": "Oman", "380": "Ukraine",
    },
}  # fmt: skip
_LONGEST = 4
_KAZAKH = "+77"
# So many characters of an E.164 number, with its plus, say the market.
PREFIX = 1 + _LONGEST


class Markets:
    """The markets as they were on one day. Looking one up costs a look into a dictionary, after the first time."""

    def __init__(self, on: date) -> None:
        self._codes = {code: market for market, codes in _CODES.items() for code in codes.split()}
        for since, moved in CHANGES.items():
            if since <= on:
                self._codes.update(moved)
        self._known: dict[str, str] = {}

    def of(self, phone: str) -> str:
        """The market of an E.164 number; ``Other`` for what is on no list."""
        start = phone[:PREFIX]
        found = self._known.get(start)
        if found is None:
            found = self._known[start] = self._find(start[1:])
        return found

    def of_country(self, country: str) -> str:
        """The market of a country (ISO alpha-2), as Meta's figures name them; ``Other`` for one on no list."""
        if country in ("US", "CA"):
            return NORTH_AMERICA
        area = next((code for code, place in ELSEWHERE.items() if place == country), "")
        code = f"+1{area}" if area else _KAZAKH if country == "KZ" else calling_code(country)
        return self.of(code) if code else OTHER

    @property
    def all(self) -> tuple[str, ...]:
        """Every market of that day, by name."""
        return tuple(sorted({*self._codes.values(), NORTH_AMERICA, OTHER}))

    def _find(self, digits: str) -> str:
        for length in range(len(digits), 0, -1):
            if (market := self._codes.get(digits[:length])) is not None:
                return market
        # The United States and Canada; the islands that Meta does not list are in ``Other``.
        return NORTH_AMERICA if digits.startswith("1") and digits[1:4] not in ELSEWHERE else OTHER


def market_of(phone: str, on: date) -> str:
    """The market of one E.164 number on a day; for many numbers make ``Markets`` once."""
    return Markets(on).of(phone)
