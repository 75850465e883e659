"""The brand kit of the settings counts while a template is written."""

from __future__ import annotations

from tests.qt.templates_writing.conftest import Writer


def test_a_banned_word_is_told_while_it_is_written(writer: Writer) -> None:
    view = writer.start("MARKETING")
    writer.type(view.form.text.text.paper, "Hi, our cheap spring sale begins on Monday.")
    writer.settle()
    assert "lint-brand-word" not in {one.code for one in view.checks.of("en")}

    writer.studio.settings.brand_banned = "cheap"
    writer.settle()

    (found,) = [one for one in view.checks.of("en") if one.code == "lint-brand-word"]
    assert (found.where, found.facts, found.severity) == ("body", {"word": "cheap"}, "warning")
