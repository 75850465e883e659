"""Snippets in expressions: their text in their place, to any depth, and never without end."""

from __future__ import annotations

from whatsapp_studio.templates.snippets import MOST_SIGNS, expand, missing, used, way_back

TEXTS = {"Shop": "Bloom", "Greeting": 'Hi from {% snippet "shop" %}', "Loop": 'x{% snippet "LOOP" %}'}


def test_the_names_a_text_brings_in() -> None:
    assert used("{% snippet \"a b\" %}{%-snippet 'c'-%}{% snippet \"a b\" %}{{ snippet }}") == ("a b", "c")


def test_a_snippet_is_replaced_by_its_text_to_any_depth() -> None:
    assert expand('{% snippet "greeting" %}, {{ contact.city }}', TEXTS) == "Hi from Bloom, {{ contact.city }}"
    assert expand("nothing of it", TEXTS) == "nothing of it"


def test_what_is_not_there_or_holds_itself_stays() -> None:
    assert expand('{% snippet "Gone" %}', TEXTS) == '{% snippet "Gone" %}'
    assert expand('{% snippet "Loop" %}', TEXTS) == 'x{% snippet "LOOP" %}'
    assert missing('{% snippet "Gone" %}{% snippet "SHOP" %}', TEXTS) == ("Gone",)


def test_snippets_that_double_each_other_end() -> None:
    texts = {f"s{n}": f'{{% snippet "s{n + 1}" %}}' * 2 for n in range(40)} | {"s40": "x" * 100}
    assert len(expand('{% snippet "s0" %}', texts)) <= 2 * MOST_SIGNS


def test_the_way_back_to_itself_is_told() -> None:
    assert way_back("A", '{% snippet "B" %}', {"B": '{% snippet "c" %}', "C": '{% snippet "a" %}'}) == (
        "A", "B", "c", "a",
    )  # fmt: skip
    assert way_back("A", '{% snippet "B" %}', {"B": "b", "A": "a"}) == ()
