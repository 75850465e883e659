"""In which of its languages somebody gets a template."""

from __future__ import annotations

import pytest

from whatsapp_studio.templates.translation import best


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("nl", "nl"), ("NL", "nl"), ("nl-BE", "nl"), ("nl_BE", "nl"), ("pt_BR", "pt_BR"), ("pt-br", "pt_BR"),
        ("pt", "pt_BR"), ("pt_PT", "pt_BR"), ("", "en_US"), (None, "en_US"), ("  ", "en_US"), ("sv", "en_US"),
        ("en", "en_US"), ("en_AU", "en_US"), ("en_GB", "en_GB"), (3, "en_US"),
    ],
)  # fmt: skip
def test_the_nearest_language_is_sent_else_the_fallback(wanted: object, found: str) -> None:
    assert best(("nl", "en_GB", "pt_BR"), wanted, "en_US") == found


def test_without_translations_everybody_gets_the_one_there_is() -> None:
    assert best((), "nl", "en") == "en"
