"""Decides the states of one message and how news moves it: a lattice that never goes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

State = Literal["ready", "sending", "unknown", "accepted", "held", "sent", "failed", "delivered", "read", "excluded"]
STATES: tuple[State, ...] = (
    "ready", "sending", "unknown", "accepted", "held", "sent", "failed", "delivered", "read", "excluded"
)  # fmt: skip

# A receipt of arrival outranks a failure: one phone of several may fail where another showed the message.
RANK: dict[State, int] = {
    "ready": 0, "sending": 0, "unknown": 0, "held": 1, "accepted": 2, "sent": 3, "failed": 4, "delivered": 5, "read": 6
}  # fmt: skip

NewsStatus = Literal["sent", "delivered", "read", "failed"]


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A claimed outbox row, ready to be put on the wire.

    ``key`` is unique for ever and travels as ``biz_opaque_callback_data``; ``values`` fills the places of
    ``template_raw`` (Meta's template JSON as it was at the launch). A free message has none: ``body`` (JSON) says what
    it is. ``tries`` is how often it may be tried where Meta could not take it for a reason that may pass.
    """

    id: int
    key: str
    campaign: str
    contact: int
    to: str
    sender: str
    template_raw: str
    values: Mapping[str, str]
    body: str = ""
    attempts: int = 0
    tries: int = 4


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What a webhook said of one message: its id at Meta, our key where it came along, and the new status.

    ``billed`` is how it is charged (``regular``, ``free_customer_service``, ``free_entry_point``) and ``billed_as`` the
    category; both empty where nothing was said of that.
    """

    wamid: str
    status: NewsStatus
    at: datetime
    key: str = ""
    code: int = 0
    details: str = ""
    wa_id: str = ""
    user_id: str = ""
    billed: str = ""
    billed_as: str = ""


class Inbound(msgspec.Struct, frozen=True, kw_only=True):
    """A message somebody sent us: text, or a tap on a button; ``context`` is the message it answers.

    ``phone`` is empty for a person who shows no number: they have a ``user_id`` then. ``new_phone`` and ``new_user_id``
    are what a person who moved has from now on.
    """

    wamid: str
    phone: str
    at: datetime
    kind: str
    text: str = ""
    payload: str = ""
    context: str = ""
    profile_name: str = ""
    user_id: str = ""
    new_phone: str = ""
    new_user_id: str = ""


class Preference(msgspec.Struct, frozen=True, kw_only=True):
    """Meta's own stop or resume of marketing messages, as told by the ``user_preferences`` webhook."""

    phone: str
    stop: bool
    at: datetime
    user_id: str = ""
    details: str = ""


def advance(now: State, news: State) -> State:
    """The state after ``news``: the higher of the two, so repeats and late news change nothing.

    ``excluded`` never left, so no news can be about it and it stays.
    """
    if now == "excluded":
        return now
    return news if RANK[news] > RANK[now] else now
