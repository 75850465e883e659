"""Decides which phone numbers give a wanted ending, so that every ending can be had on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

How = Literal["sync", "async", "once", "special"]
# Germany's regulator keeps 0171-39200 00 to 99 and 0176-040690 00 to 99 for films and books: nobody has them.
FIRST = "+4917139200"
SECOND = "+49176040690"


@dataclass(frozen=True, slots=True)
class Reserved:
    """What one number does. ``sync``: the request is refused with ``code``; ``async``: it is taken, then a
    ``failed`` status says ``code``; ``once``: the first request is refused, later ones are taken; ``special``:
    ``act`` names what happens.
    """

    phone: str
    how: How
    act: str
    what: str
    code: int = 0
    details: str = ""


_SPECIAL = (
    ("reads", "delivered and read"),
    ("unread", "delivered, never read"),
    ("silent", "sent, never delivered (phone off)"),
    ("stop-word", "reads it and replies STOP"),
    ("tap", "reads it and taps the first quick reply (or replies where there is none)"),
    ("stop-preference", "stops marketing in WhatsApp itself: user_preferences, later marketing fails with 131050"),
    ("reply", "reads it and replies with a text"),
    ("held", "answered held_for_quality_assessment, released and delivered later"),
    ("held-dropped", "answered held_for_quality_assessment, dropped later: failed 132015"),
    ("slow", "taken, but the answer comes after two minutes (read time-out)"),
    ("drop-after", "taken, then the connection is dropped without an answer; its statuses do come"),
    ("drop-before", "the connection is dropped without an answer and nothing is taken"),
    ("empty-500", "HTTP 500 without a body; nothing is taken"),
    ("garbage-200", "HTTP 200 whose body is not JSON; the message is taken"),
    ("gateway-502", "HTTP 502 with an HTML page; nothing is taken"),
    ("resume-preference", "stops, then resumes marketing in WhatsApp itself: two user_preferences"),
    ("read-first", "read is told before delivered and sent"),
    ("twice", "every status is told twice"),
    ("late-failure", "told sent, and failed 131026 only much later"),
)
_ONCE = ((131000, "fault"), (131016, "unavailable"), (130429, "throughput"), (131056, "pair limit"))
_SYNC = (
    0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 368, 80007,
    130403, 130429, 130497, 131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037, 131042,
    131045, 131047, 131048, 131051, 131055, 131056, 131057, 131063, 131064,
    132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069,
    133004, 133010, 135000, 137000,
)  # fmt: skip
_ASYNC: Mapping[int, str] = {
    131026: "Message Undeliverable.",
    131047: "Message failed to send because more than 24 hours have passed since the customer last replied.",
    131049: "This message was not delivered to maintain healthy ecosystem engagement.",
    131050: "This user has stopped receiving marketing messages from you on WhatsApp.",
    131053: "Downloading the media from the given link failed, or its type is not supported.",
    130472: "Failed to send message because this user's phone number is part of an experiment.",
    131042: "Message failed to send because there were one or more errors related to your payment method.",
    132015: "The template was paused before this message was released.",
    131000: "Message failed to send due to an unknown error.",
    131031: "The account was locked while this message waited.",
    131048: "Message failed to send because too many messages from this number were reported as spam.",
    131052: "The media file could not be downloaded.",
    130497: "The business account is restricted from messaging users in this country.",
    368: "The business account is temporarily blocked for policies violations.",
    137000: "The recipient's identity key hash does not match.",
}


def _table() -> dict[str, Reserved]:
    rows: list[Reserved] = []
    numbers = [f"{FIRST}{n:02d}" for n in range(100)]
    for n, (act, what) in enumerate(_SPECIAL):
        rows.append(Reserved(numbers[n], "special", act, what))
    for n, (code, why) in enumerate(_ONCE, start=25):
        rows.append(Reserved(numbers[n], "once", "refuse-once", f"refused once with {code} ({why}), then taken", code))
    for n, code in enumerate(_SYNC, start=30):
        rows.append(Reserved(numbers[n], "sync", "refuse", f"refused with {code}", code))
    for n, (code, details) in enumerate(_ASYNC.items()):
        phone = f"{SECOND}{n:02d}"
        rows.append(Reserved(phone, "async", "fail", f"taken, then failed with {code}", code, details))
    return {row.phone: row for row in rows}


RESERVED: Mapping[str, Reserved] = _table()
BY_DIGITS: Mapping[str, Reserved] = {phone[1:]: row for phone, row in RESERVED.items()}


def phone_for(act: str = "", *, code: int = 0, how: How = "sync") -> str:
    """The number that does ``act``, or that ends with ``code`` in the way ``how``; KeyError where none does."""
    for row in RESERVED.values():
        if (act and row.act == act) or (code and row.code == code and row.how == how):
            return row.phone
    raise KeyError(act or code)


def help_text() -> str:
    """The table as text, for ``--help`` and ``GET /sandbox/help``."""
    lines = ["Reserved numbers (nobody has them; each gives one wanted ending):", ""]
    lines += [f"  {row.phone}  {row.what}" for row in RESERVED.values()]
    lines += ["", "Every other number belongs to a made-up person whose answers follow from the seed."]
    return "\n".join(lines)
