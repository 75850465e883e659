"""Decides that a form offers what whoever comes to its step has, and counts what WhatsApp lets through."""

from __future__ import annotations

import msgspec

from tests.qt.inspector.conftest import Stand, Workshop, step, welcome
from whatsapp_studio.journeys.edits import Connect, SetFields
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.kinds_message import KINDS as MESSAGES
from whatsapp_studio.qt.inspector.editors.text import Box


def two_ways_in() -> Journey:
    """Everybody → notice; an order → thanks. They never meet."""
    steps = (
        step("in", "audience"), step("notice", "notify"),
        step("order", "event", event="order", event_fields=[{"name": "total", "kind": "number"}]),
        step("thanks", "notify"),
    )  # fmt: skip
    links = (Link("in", "next", "notice"), Link("order", "next", "thanks"))
    return msgspec.structs.replace(
        welcome(),
        steps={one.id: one for one in steps},
        links={one.id: one for one in links},
        places={one.id: (0, 120 * n) for n, one in enumerate(steps)},
    )


def offered(stand: Stand, id: str) -> list[str]:
    stand.select(id)
    return [name for name, _words in stand.form.outlook.insertable() if name.startswith("event.")]


def test_only_what_lies_before_a_step_is_offered_there(shop: Workshop) -> None:
    stand = shop.stand(two_ways_in())
    assert offered(stand, "thanks") == ["event.total"]
    assert offered(stand, "notice") == []
    stand.document.do(Connect(link=Link("order", "next", "notice")))
    assert offered(stand, "notice") == ["event.total"] and offered(stand, "thanks") == []


def test_the_settings_are_offered_what_anybody_in_the_journey_has(shop: Workshop) -> None:
    stand = shop.stand(two_ways_in())
    settings = stand.inspector.step_tab.settings
    assert ("total", "number") in settings.form.outlook.event_fields()


def test_an_incoming_message_carries_its_text(shop: Workshop) -> None:
    stand = shop.stand(two_ways_in())
    stand.document.do(SetFields(step="order", fields={"source": "inbound"}))
    assert offered(stand, "thanks") == ["event.text"]


def test_with_buttons_or_a_list_the_counter_goes_to_a_quarter(shop: Workshop) -> None:
    (kind,) = [one for one in MESSAGES if one.name == "send_window"]
    bench = shop.bench(kind.by_name["text"], kind.by_name["what"], what="text", text="x" * 1000)
    box = bench.editor
    assert isinstance(box, Box) and box.count.text() == "1,000 of 4,096"
    bench.document.do(SetFields(step="s", fields={"what": "buttons"}))
    assert box.count.text() == "1,000 of 1,024" and box.count.property("role") == "warning"
    bench.document.do(SetFields(step="s", fields={"what": "list", "text": "x" * 1025}))
    assert box.count.property("role") == "error"
    bench.document.do(SetFields(step="s", fields={"what": "text"}))
    assert box.count.text() == "1,025 of 4,096" and box.count.property("role") == "caption"
