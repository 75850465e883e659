"""A message on a page that stands alone: everything of it is there, and no text of it becomes a tag."""

from __future__ import annotations

from html.parser import HTMLParser

import msgspec
from hypothesis import given, settings

from tests.fixtures.templates import body, buttons, header, media, raw, templates
from whatsapp_studio.base import html
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.bubble_html import bubble_html
from whatsapp_studio.templates.template import Template, parse


class _Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _template(*components: dict[str, object]) -> Template:
    return parse(msgspec.json.encode(raw(*components)).decode())


def test_styles_places_and_where_buttons_lead() -> None:
    url = {"type": "URL", "text": "Shop", "url": "https://shop.example/{{1}}"}
    shown = bubble(
        _template(header("Sale"), body("*Hello* {{1}}, _only_ {{2}}\n> as promised"), buttons(url)),
        {"body.1": "Ada & <b>Bob</b>", "button.0.1": "spring?a=1"},
    )
    page = bubble_html(shown)
    read = _Text(page)
    assert "<strong>Hello</strong>" in page and "<em>only</em>" in page
    assert "Ada & <b>Bob</b>" in "".join(read.text)
    assert "b" not in read.tags
    assert "blockquote" in read.tags
    assert "https://shop.example/spring?a=1" in read.text
    assert 'class="hole"' in page


def test_a_file_is_named() -> None:
    template = _template(media("DOCUMENT"), body("Hi"))
    assert "offer.pdf" in bubble_html(bubble(template, {"header.filename": "offer.pdf"}))


@settings(max_examples=60, deadline=None)
@given(templates())
def test_any_template_keeps_its_words(one: dict[str, object]) -> None:
    shown = bubble(parse(msgspec.json.encode(one).decode()))
    read = _Text(html.page("t", bubble_html(shown)))
    told = "".join(read.text)
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    for line in (line for part in (shown.body, *(card.body for card in shown.cards)) for line in part):
        assert "".join(span.text for span in line.spans) in told
    for button in shown.all_buttons:
        assert button.text in told
