"""Which words differ between two templates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from whatsapp_studio.templates.compare import compared, words
from whatsapp_studio.templates.template import Button, Card, Template

DUTCH = Template(
    name="spring", language="nl", category="MARKETING", body="Hoi {{1}}, het is lente.", footer="Antwoord STOP",
    buttons=(Button("URL", "Winkel", "https://shop.example"),), cards=(Card(body="Rood"),),
)  # fmt: skip


def texts(pieces: tuple[tuple[str, str], ...], *marks: str) -> list[str]:
    return [text for text, mark in pieces if mark in marks]


def test_only_the_words_that_changed_are_marked() -> None:
    left, right = words("Hoi {{1}}, het is lente.", "Hoi {{1}}, het is bijna zomer.")
    assert texts(left, "gone") == ["lente"]
    assert texts(right, "new") == ["bijna zomer"]
    assert "".join(text for text, _ in right) == "Hoi {{1}}, het is bijna zomer."


def test_a_variable_is_one_word() -> None:
    left, right = words("Hi {{1}}!", "Hi {{first_name}}!")
    assert texts(left, "gone") == ["{{1}}"]
    assert texts(right, "new") == ["{{first_name}}"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost_on_either_side(before: str, after: str) -> None:
    left, right = words(before, after)
    assert "".join(text for text, _ in left) == before
    assert "".join(text for text, _ in right) == after
    assert all(mark != "new" for _, mark in left)
    assert all(mark != "gone" for _, mark in right)
    assert texts(left, "same") == texts(right, "same")


def test_every_part_that_either_side_has_is_there_in_reading_order() -> None:
    other = replace(DUTCH, footer="", category="UTILITY", buttons=(*DUTCH.buttons, Button("QUICK_REPLY", "Stop")))
    rows = compared(DUTCH, other)
    assert [row.where for row in rows] == [
        "category", "body", "footer", "buttons.0.text", "buttons.0.url", "buttons.1.text", "cards.0.body",
    ]  # fmt: skip
    assert [row.where for row in rows if row.differs] == ["category", "footer", "buttons.1.text"]


def test_the_same_template_does_not_differ() -> None:
    assert not [row for row in compared(DUTCH, DUTCH) if row.differs]
