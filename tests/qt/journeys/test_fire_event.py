"""The window in which a person fires an event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk, type_into
from tests.fixtures.entering import walk_in
from whatsapp_studio.app import Studio
from whatsapp_studio.qt.journeys.fire_event import FireEvent
from whatsapp_studio.qt.journeys.page import JourneysPage


@pytest.fixture
def window(desk: Desk) -> Iterator[FireEvent]:
    fields = [{"name": "total", "kind": "number"}, {"name": "note", "kind": "text"}]
    publish(desk, walk_in("event", "j", source="http", event="order_placed", wait="1", event_fields=fields))
    publish(desk, walk_in("business_event", "k", source="manual", event="price_drop", wait="1"))
    made = opened(desk)
    yield made
    made.close()


def publish(desk: Desk, journey: Any) -> None:
    desk.studio.journeys._add(journey)
    desk.studio.running.publish(journey.id)


def opened(desk: Desk, **more: Any) -> FireEvent:
    made = FireEvent(desk.studio, **more)
    desk.qtbot.addWidget(made)
    made.show()
    desk.until(lambda: made.whom.found.count() == 12 and not made._knowing.busy)
    return made


def signals(desk: Desk) -> list[tuple[Any, ...]]:
    rows = desk.store.rows("SELECT contact_id, text, data FROM signals ORDER BY id")
    return [(row["contact_id"], row["text"], json.loads(row["data"])) for row in rows]


def test_what_journeys_wait_for_is_offered(desk: Desk, window: FireEvent) -> None:
    names = [window.event_name.itemText(n) for n in range(window.event_name.count())]
    assert names == ["order_placed", "price_drop"]
    # It comes as its journey takes it, about one contact, with the values that the journey knows of.
    assert window.source.currentData() == "http"
    assert window.whom.one.isChecked()
    assert list(window.values.known) == ["total", "note"]
    desk.until(lambda: window.outlook.text() == "It is heard by “Spring”.")


def test_an_event_is_fired_for_the_contact_that_was_found(desk: Desk, window: FireEvent) -> None:
    type_into(window.whom.search, "Name7")
    QTest.keyClick(window.whom.search, Qt.Key.Key_Return)
    desk.until(lambda: window.whom.found.count() == 1)
    type_into(window.values.known["total"], "25")
    window.values.add.click()
    (name, value), = window.values.others
    type_into(name, "shop")
    type_into(value, "Utrecht")

    window.fire_button.click()
    desk.until(lambda: window.fired.text())

    (contact, event, data), = signals(desk)
    assert (contact, event) == (desk.people[6], "order_placed")
    assert data == {"source": "http", "fields": {"total": "25", "shop": "Utrecht"}}
    assert window.fired.text().startswith("“order_placed” was fired for Name7 Jansen at ")
    # And the next one can follow.
    assert window.isVisible()
    window.fire_button.click()
    desk.until(lambda: len(signals(desk)) == 2)


def test_a_business_event_is_about_nobody(desk: Desk, window: FireEvent) -> None:
    window.event_name.setEditText("price_drop")
    assert window.whom.nobody.isChecked()
    assert window.source.currentData() == "manual"
    assert window.whom.found.isHidden()
    desk.until(lambda: window.outlook.text() == "It is heard by “Spring”.")

    window.fire_button.click()
    desk.until(lambda: window.fired.text())

    assert signals(desk) == [(None, "price_drop", {"source": "manual", "fields": {}})]
    assert window.fired.text().startswith("“price_drop” was fired at ")


def test_why_nobody_hears_it_is_said(desk: Desk, window: FireEvent) -> None:
    window.source.setCurrentIndex(window.source.findData("manual"))
    desk.until(lambda: window.outlook.text() == "Nobody hears it: “Spring” waits for it from a request.")
    window.whom.nobody.click()
    desk.until(lambda: "of one contact" in window.outlook.text() or "from a request" in window.outlook.text())
    window.event_name.setEditText("something_else")
    desk.until(lambda: window.outlook.text() == "No journey that runs waits for it.")
    assert window.fire_button.isEnabled()


def test_without_a_name_nothing_can_be_fired(desk: Desk, window: FireEvent) -> None:
    window.event_name.setEditText("  ")
    assert not window.fire_button.isEnabled()
    desk.until(lambda: not window.outlook.text())


def test_somebody_must_be_chosen(desk: Desk, window: FireEvent) -> None:
    type_into(window.whom.search, "Nobody is called this")
    QTest.keyClick(window.whom.search, Qt.Key.Key_Return)
    desk.until(lambda: window.whom.found.count() == 0)

    window.fire_button.click()

    assert window.wrong.text.startswith("Choose whom the event “order_placed” is about.")
    assert signals(desk) == []


def test_what_cannot_be_fired_is_said(desk: Desk, window: FireEvent) -> None:
    type_into(window.values.known["note"], "x" * 1001)
    window.fire_button.click()
    desk.until(lambda: window.wrong.text)
    assert "note" in window.wrong.text
    assert window.fire_button.isEnabled()


def test_values_come_and_go(desk: Desk, window: FireEvent) -> None:
    type_into(window.values.known["note"], "hello")
    for _ in range(2):
        window.values.add.click()
    window.values._remove(*window.values.others[0])
    assert len(window.values.others) == 1
    window.event_name.setEditText("price_drop")
    assert window.values.known == {}
    window.event_name.setEditText("order_placed")
    assert list(window.values.known) == ["total", "note"]
    assert window.values.given() == {}


def test_it_opens_with_an_event_that_is_asked_for(desk: Desk) -> None:
    made = opened(desk, event="order_shipped")
    assert made.name == "order_shipped"
    made.close()


def test_beside_another_program_nothing_is_fired(desk: Desk) -> None:
    second = Studio.open(Path(desk.studio.paths.root))
    try:
        made = FireEvent(second, event="order_placed")
        desk.qtbot.addWidget(made)
        made.show()
        desk.until(lambda: made.name == "order_placed" and not made._knowing.busy and not made.whom._finding.busy)
        assert not made.fire_button.isEnabled()
        made.close()
    finally:
        second.close()


def test_it_opens_from_the_menu_and_knows_what_runs_by_then(desk: Desk) -> None:
    page = desk.show(JourneysPage)
    assert page.fire_action in page.offers().menus["journey"]
    page.fire_action.trigger()
    window = page.firing
    assert window is not None
    desk.until(lambda: window.isVisible() and not window._knowing.busy and not window.whom._finding.busy)
    assert window.event_name.count() == 0
    window.close()

    publish(desk, walk_in("event", "j", source="manual", event="order_placed", wait="1"))
    page.fire_action.trigger()

    assert page.firing is window
    desk.until(lambda: window.name == "order_placed")
    window.close()


def test_while_a_journey_is_open_it_is_in_its_menu(desk: Desk) -> None:
    page = desk.show(JourneysPage)
    page.open("new")
    page.gallery.cards["welcome"].click()
    assert page.offers().menus["journey"][-1] is page.fire_action
