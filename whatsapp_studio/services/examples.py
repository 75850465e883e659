"""Decides which journeys are there to start from."""

from __future__ import annotations

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import mark, said, tr
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.worded import worded, words

FOLDER = "samples/journeys"
# What tells the texts of examples from the same words elsewhere.
CONTEXT = "example"


class Example(msgspec.Struct, frozen=True):
    """A journey that comes with the program: its file's name, a title and one sentence, both ready to show."""

    name: str
    title: str
    about: str


_EXAMPLES = (
    ("welcome", mark("Welcome"), mark("Greets whoever said yes, and looks after those who write back.")),
    ("abandoned-cart", mark("Abandoned cart"), mark("Reminds once of what was left behind; stops when it is bought.")),
    ("re-engage", mark("Re-engage"), mark("Asks who went quiet whether they want to stay; lets the others go.")),
    ("feedback", mark("Feedback"), mark("Asks how it was after a purchase, and calls you when it was not good.")),
    ("event-reminder", mark("Event reminder"), mark("Reminds guests a week and a day ahead, and takes their answer.")),
)  # fmt: skip


def examples() -> tuple[Example, ...]:
    """The examples in the order they are shown."""
    return tuple(Example(name, tr(title), tr(about)) for name, title, about in _EXAMPLES)


def example(name: str) -> Journey:
    """The journey of an example in the language in use; raises ``UserError("journey-example-unknown")``."""
    return worded(_read(name), lambda text: said(CONTEXT, text))


def example_words() -> list[str]:
    """Every text in the examples that is translated, each once."""
    return list(dict.fromkeys(text for name, *_ in _EXAMPLES for text in words(_read(name))))


def _read(name: str) -> Journey:
    if name not in {one[0] for one in _EXAMPLES}:
        raise UserError("journey-example-unknown", name=name)
    return load(resource(f"{FOLDER}/{name}.wsjourney").read_text(encoding="utf-8")).journey
