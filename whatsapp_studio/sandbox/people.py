"""Decides what a made-up person does with a message: steps that follow from seed, phone and turn alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whatsapp_studio.sandbox.reserved import BY_DIGITS, Reserved
from whatsapp_studio.sandbox.world import Rates, fractions, made_id

# Area codes of +1 that are Canada's or an island's: marketing is kept from the United States alone.
NOT_US = frozenset(
    (
        "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 468 "
        "474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 "
        "867 873 879 902 905 242 246 264 268 284 340 345 441 473 649 658 664 670 671 684 721 758 767 784 787 "
        "809 829 849 868 869 876 939"
    ).split()
)
COUNTRIES = {
    "31": "NL", "32": "BE", "49": "DE", "33": "FR", "34": "ES", "39": "IT", "44": "GB", "351": "PT", "55": "BR",
    "212": "MA", "90": "TR", "971": "AE", "20": "EG", "1": "US", "91": "IN", "62": "ID", "52": "MX", "48": "PL",
}  # fmt: skip
FIRST_NAMES = (
    "Maria Sanne Daan Noor Sem Emma Lars Fatima Tess Bram Yara Lotte Thijs Amira Jan Els Pieter Sophie Omar Iris Joost "
    "Anouk Ruben Mila Kees Zoë René Chloé Jörg Ana João Leila"
).split()
LAST_NAMES = (
    "Jansen Bakker Visser Smit Meijer Mulder Dekker Brouwer Vos Peters Hendriks Kok Jacobs Yılmaz Kaya Müller "
    "Silva García Dijkstra Postma Özdemir Lefèvre Núñez Kowalski"
).split()
REPLIES = (
    "Leuk, ik kom zaterdag langs!",
    "Thanks, see you then 🚲",
    "Is deze ook in maat 58?",
    "Danke! Haben Sie die auch in Grün?",
    "Wat zijn de openingstijden?",
    "شكرا جزيلا",
    "Obrigado! Qual é o preço?",
    "Ok 👍",
)


class Step(NamedTuple):
    """After ``at`` seconds: a status (sent, delivered, read, failed) or a deed (reply, tap, preference)."""

    at: float
    what: str
    arg: str = ""
    code: int = 0


class Occasion(NamedTuple):
    """What a person is given: marketing or not, free of charge window, and the quick replies that can be tapped."""

    marketing: bool
    window_open: bool
    template: bool
    buttons: tuple[str, ...] = ()


def profile_name(seed: int, phone: str) -> str:
    """The name on somebody's WhatsApp profile."""
    luck = fractions(seed, phone, "name")
    return f"{FIRST_NAMES[int(luck[0] * len(FIRST_NAMES))]} {LAST_NAMES[int(luck[1] * len(LAST_NAMES))]}"


def contact(seed: int, phone: str, name: str = "") -> dict[str, object]:
    """How webhooks show somebody: profile name, WhatsApp id, and the id that stays when the number changes."""
    country = next((COUNTRIES[phone[:n]] for n in (3, 2, 1) if phone[:n] in COUNTRIES), "ZZ")
    return {
        "profile": {"name": name or profile_name(seed, phone)},
        "wa_id": phone,
        "user_id": f"{country}.{made_id(seed, phone, 'user')}",
    }


def is_us(phone: str) -> bool:
    """Whether a number is one of the United States, where marketing templates are not delivered."""
    return len(phone) == 11 and phone[0] == "1" and phone[1:4] not in NOT_US


def plan(
    seed: int, phone: str, turn: int, occasion: Occasion, rates: Rates, stopped: bool,
    scene: Sequence[Step] | None = None,
) -> list[Step]:  # fmt: skip
    """The steps, soonest first, that follow the ``turn``-th message to ``phone`` (digits).

    ``scene`` says what the person does; Meta's own rules come before it.
    """
    luck = fractions(seed, phone, turn)
    sent = 0.2 + luck[1]
    reserved = BY_DIGITS.get(phone)
    if reserved is not None:
        return _reserved_plan(reserved, occasion, sent, stopped)
    if not occasion.template and not occasion.window_open:
        return [_failed(sent, 131047)]
    if occasion.marketing:
        if is_us(phone):
            return [_failed(sent, 131049)]
        if stopped:
            return [_failed(sent, 131050)]
    if scene is not None:
        return list(scene)
    if occasion.marketing:
        if luck[0] < rates.capped:
            return [_failed(sent, 131049)]
        if luck[0] < rates.capped + rates.experiment:
            return [_failed(sent, 130472)]
    traits = fractions(seed, phone)
    if traits[0] < rates.unreachable:
        return [_failed(sent + luck[2], 131026)]
    steps = [Step(sent, "sent")]
    if luck[2] < rates.silent:
        return steps
    delivered = sent + 0.4 + 7 * luck[3] ** 3
    steps.append(Step(delivered, "delivered"))
    if luck[4] >= rates.read:
        return steps
    read = delivered + 3 + 110 * luck[5] ** 2
    steps.append(Step(read, "read"))
    steps.extend(_deeds(read + 4 + 25 * luck[6], luck[7], occasion, rates))
    return steps


def _deeds(at: float, luck: float, occasion: Occasion, rates: Rates) -> list[Step]:
    if occasion.buttons:
        if luck < rates.tap:
            return [Step(at, "tap", occasion.buttons[int(luck / rates.tap * len(occasion.buttons))])]
        luck -= rates.tap
    if luck < rates.reply:
        return [Step(at, "reply", REPLIES[int(luck / rates.reply * len(REPLIES))])]
    luck -= rates.reply
    if occasion.marketing:
        if luck < rates.stop_word:
            return [Step(at, "reply", "STOP")]
        luck -= rates.stop_word
        if luck < rates.stop_preference:
            return [Step(at, "preference", "stop")]
    return []


def _failed(at: float, code: int) -> Step:
    return Step(at, "failed", "", code)


def _reserved_plan(row: Reserved, occasion: Occasion, sent: float, stopped: bool) -> list[Step]:
    act = row.act
    if act == "fail":
        return [_failed(sent, row.code)]
    if not occasion.template and not occasion.window_open:
        return [_failed(sent, 131047)]
    if occasion.marketing and stopped:
        return [_failed(sent, 131050)]
    if act == "held-dropped":
        return [_failed(sent + 20, 132015)]
    if act == "late-failure":
        return [Step(sent, "sent"), _failed(sent + 90, 131026)]
    if act == "read-first":
        return [Step(sent, "read"), Step(sent + 1, "delivered"), Step(sent + 2, "sent")]
    begin = sent + (15 if act == "held" else 0)
    steps = [Step(begin, "sent")]
    if act == "silent":
        return steps
    steps.append(Step(begin + 1, "delivered"))
    if act == "unread":
        return steps
    steps.append(Step(begin + 3, "read"))
    done = begin + 5
    if act == "stop-word":
        steps.append(Step(done, "reply", "STOP"))
    elif act == "reply":
        steps.append(Step(done, "reply", "Dank je wel, tot zaterdag! 🚲"))
    elif act == "tap":
        steps.append(Step(done, "tap", occasion.buttons[0]) if occasion.buttons else Step(done, "reply", "Ja graag"))
    elif act in ("stop-preference", "resume-preference"):
        steps.append(Step(done, "preference", "stop"))
        if act == "resume-preference":
            steps.append(Step(done + 3, "preference", "resume"))
    return steps
