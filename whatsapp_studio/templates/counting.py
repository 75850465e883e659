"""Decides how long a text is and how many emojis it has, as Meta counts, and how much room each part has."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from whatsapp_studio.templates.template import Template

State = Literal["ok", "warning", "error"]
CLOSE = 0.9  # of the room a text has: from here on a counter warns

# Unicode's emoji data (emoji-data.txt, 15): signs that are shown as emojis by themselves …
_SIGNS = (
    "\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u25fd\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d"
    "\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666"
    "\u2668\u267b\u267e\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be"
    "\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705"
    "\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757"
    "\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f170\U0001f171"
    "\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f202\U0001f21a\U0001f22f\U0001f232-\U0001f23a"
    "\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001faff"
)
# … those that need the sign that asks for a picture (U+FE0F) …
_LETTERLIKE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc"
    "\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299"
)
# … and what is added to one: a skin colour, a flag's letters, the picture sign; joined ones are one emoji.
_ONE = f"(?:[{_SIGNS}]|[{_LETTERLIKE}]\ufe0f)\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
_FLAG, _KEY = "[\U0001f1e6-\U0001f1ff]{1,2}", "[0-9#*]\ufe0f?\u20e3"
EMOJI = re.compile(f"{_ONE}(?:\u200d{_ONE})*|{_FLAG}|{_KEY}")

# Meta's limits, in characters (Templates › Components, and the pages of each kind of template).
NAME = 512
HEADER, FOOTER, BODY, BODY_SOFT = 60, 60, 1024, 550
BODY_OFFER, BODY_PRODUCT, BODY_CARD = 600, 160, 160
BUTTON, CALL_BUTTON, URL, PHONE = 25, 20, 2000, 20
CODE, OFFER, PACKAGE, HASH = 15, 16, 224, 11  # a code's example; the code itself may be longer
EMOJIS_SOFT = 10

# The room of each field of the editor, by the last part of a problem's ``where``.
LIMITS: dict[str, int] = {
    "name": NAME,
    "header.text": HEADER,
    "body": BODY,
    "footer": FOOTER,
    "buttons.text": BUTTON,
    "buttons.url": URL,
    "buttons.phone": PHONE,
    "buttons.sample": URL,
    "buttons.code": CODE,
    "buttons.autofill": BUTTON,
    "cards.body": BODY_CARD,
    "offer": OFFER,
}


class Count(NamedTuple):
    """A counter's numbers: characters now, the most there may be, and how that stands."""

    length: int
    most: int
    state: State


def length(text: str) -> int:
    """How many characters Meta counts: code points, a line break as one."""
    return len(text) - text.count("\r\n")


def emojis(text: str) -> int:
    """How many emojis a reader sees: a family, a flag or a hand with a skin colour is one."""
    return sum(1 for _ in EMOJI.finditer(text))


def state(count: int, most: int) -> State:
    """``ok``, ``warning`` from nine tenths of the room on, ``error`` beyond it."""
    return "error" if count > most else "warning" if count >= most * CLOSE else "ok"


def body_most(template: Template) -> int:
    """How long the body may be: a limited-time offer and a single product leave less room."""
    if any(button.kind == "SPM" for button in template.buttons):
        return BODY_PRODUCT
    return BODY_OFFER if template.offer else BODY


def counter(where: str, text: str, template: Template | None = None) -> Count | None:
    """The counter of a field (``body``, ``buttons.0.text``, ``cards.1.body``); None where none is needed."""
    kinds = tuple(part for part in where.split(".") if not part.isdigit())
    if kinds[:2] == ("cards", "body"):
        most = BODY_CARD
    else:
        found = LIMITS.get(".".join(kinds[1:] if kinds[0] == "cards" else kinds))
        if found is None:
            return None
        most = body_most(template) if where == "body" and template is not None else found
    return Count(length(text), most, state(length(text), most))
