"""Shows that a journey is seen as it runs: each number with its people, a way with reasons, heat, what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.fixtures.live_desk import OFFER, LiveDesk, live_desk
from tests.fixtures.living import A_DAY, step_of
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.journeys.living import Place
from whatsapp_studio.qt.canvas.counters import Spot
from whatsapp_studio.qt.journeys import live_numbers as numbers
from whatsapp_studio.qt.journeys.live_people import NAME, WHY
from whatsapp_studio.qt.journeys.live_reading import OFTEN_MS
from whatsapp_studio.qt.journeys.live_view import LiveView

__all__ = ["live_desk"]


def opened(desk: LiveDesk, journey: str = "") -> LiveView:
    view = LiveView(desk.studio, journey or desk.journey.id)
    desk.show(view, heard=view.on_changes)
    desk.until(lambda: view.seen is not None)
    return view


def texts(view: LiveView, step: str) -> dict[str, str]:
    return {one.which: one.text for one in view.counters.cards.get(step, ())}


def click_on(view: LiveView, spot: Spot) -> None:
    """Press a number where it stands in the window."""
    view.view.centre_on(spot.step)
    area = view.counters.area_of(spot, view.view.zoom())
    assert not area.isEmpty()
    at: QPoint = view.view.mapFromScene(area.center())
    QTest.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def listed(view: LiveView) -> list[str]:
    model = view.people.model
    return [str(model.index(row, NAME).data()) for row in range(model.rowCount())]


# -- numbers ---------------------------------------------------------------------------------------------


def test_every_step_has_its_numbers(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people[:4])
    live_desk.later(days=1, minutes=1)
    live_desk.enter(live_desk.journey.id, live_desk.people[4:])
    view = opened(live_desk)

    wait, end = step_of(live_desk.journey, "wait"), step_of(live_desk.journey, "end")
    assert texts(view, wait) == {"entered": "6", "waiting": "2"}
    assert texts(view, end) == {"entered": "4", "ended": "4"}
    assert view.counters.outputs[f"{wait}:next"].text == "4"
    assert view.head.pill.text() == "Running · 2 inside"
    assert view.scene.document.read_only


def test_it_opens_where_numbers_can_be_read(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    live_desk.until(lambda: bool(view.scene.steps))
    view.resize(900, 380)
    QApplication.processEvents()
    view.view.fit()
    assert view.view.zoom() < 0.85
    view._first_look()
    assert view.view.zoom() >= 0.85
    first = min(view.scene.steps.values(), key=lambda step: step.pos().y())
    assert view.view.viewport().rect().intersects(view.view.mapFromScene(first.sceneBoundingRect()).boundingRect())


def test_numbers_follow_within_five_seconds_of_a_move(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    wait = step_of(live_desk.journey, "wait")
    assert texts(view, wait) == {}
    live_desk.enter(live_desk.journey.id, live_desk.people)
    live_desk.tell()

    live_desk.until(lambda: texts(view, wait) == {"entered": "6", "waiting": "6"}, 5000)


def test_numbers_follow_without_any_news_too(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    assert view.reader._often.interval() == OFTEN_MS <= 5000 and view.reader._often.isActive()
    live_desk.enter(live_desk.journey.id, live_desk.people)

    view.reader._often.timeout.emit()
    live_desk.until(lambda: texts(view, step_of(live_desk.journey, "wait")) != {})
    view.hide()
    assert not view.reader._often.isActive(), "nobody looks"


def test_a_number_opens_exactly_its_contacts(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people[:4])
    live_desk.later(days=1, minutes=1)
    live_desk.enter(live_desk.journey.id, live_desk.people[4:])
    view = opened(live_desk)
    wait = step_of(live_desk.journey, "wait")
    QTest.qWait(1)

    click_on(view, Spot(wait, "waiting"))
    live_desk.until(lambda: view.people.model.rowCount() == 2)
    assert listed(view) == ["Name5 Jansen", "Name6 Jansen"]
    assert view.people.title.text() == "Who is at “Wait 1 day” now"
    assert "Waits until" in str(view.people.model.index(0, WHY).data())
    click_on(view, Spot(wait, "passed", "next"))
    live_desk.until(lambda: view.people.model.rowCount() == 4)
    assert listed(view) == [f"Name{n} Jansen" for n in range(1, 5)]
    click_on(view, Spot(step_of(live_desk.journey, "end"), "ended"))
    live_desk.until(lambda: "left the journey" in view.people.title.text() and view.people.model.rowCount() == 4)


def test_the_list_follows_and_is_searched(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people[:4])
    view = opened(live_desk)
    view.open_spot(Spot(step_of(live_desk.journey, "wait"), "waiting"))
    live_desk.until(lambda: view.people.model.rowCount() == 4)
    live_desk.enter(live_desk.journey.id, live_desk.people[4:])
    live_desk.tell()
    live_desk.until(lambda: view.people.model.rowCount() == 6)

    view.people.search.setText("name3")
    live_desk.until(lambda: listed(view) == ["Name3 Jansen"])
    assert view.people.count.text() == "1 contact"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.people.isHidden() and view.isVisible()


def test_the_list_is_written_into_a_file(
    live_desk: LiveDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    view.open_people(Place(plan=view.seen.edition.plan, what="inside") if view.seen else Place(plan=0))
    live_desk.until(lambda: view.people.model.rowCount() == 6)
    assert "Wait 1 day: " in str(view.people.model.index(0, WHY).data())
    file = tmp_path / "people"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    view.people.export_button.click()
    live_desk.until(lambda: file.with_suffix(".csv").exists())
    assert file.with_suffix(".csv").read_text(encoding="utf-8-sig").count("Jansen") == 6


def test_by_key_one_goes_from_step_to_step_and_opens_who_waits(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    wait = step_of(live_desk.journey, "wait")
    view.view.setFocus()
    QTest.keyClick(view.view, Qt.Key.Key_Down)
    QTest.keyClick(view.view, Qt.Key.Key_Down)
    assert view.scene.document.current == wait
    QTest.keyClick(view.view, Qt.Key.Key_Return)
    live_desk.until(lambda: view.people.model.rowCount() == 6)


def test_every_number_of_a_step_is_in_its_menu(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people[:4])
    live_desk.later(days=1, minutes=1)
    live_desk.enter(live_desk.journey.id, live_desk.people[4:])
    view = opened(live_desk)

    menu = view.menu_of(step_of(live_desk.journey, "wait"))
    assert [one.text() for one in menu.actions()] == [
        "6 came to this step", "2 are here now", "4 went on by “next”",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    live_desk.until(lambda: view.people.model.rowCount() == 4)
    made = live_desk.published(name="Nobody")
    other = opened(live_desk, made.id)
    assert not other.menu_of(step_of(made, "wait")).actions()[0].isEnabled()


def test_the_menu_comes_by_key_and_by_pointer(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    asked: list[str] = []
    view.hand.menu_wanted.disconnect()
    view.hand.menu_wanted.connect(lambda step, _where: asked.append(step))
    wait = step_of(live_desk.journey, "wait")
    middle = view.view.mapFromScene(view.scene.steps[wait].card.center())
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        view.view.contextMenuEvent(QContextMenuEvent(reason, middle, view.view.mapToGlobal(middle)))
    view.view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1)))
    assert asked == [wait, wait]


def test_nothing_can_be_moved_and_dragging_moves_the_view(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    view.view.set_zoom(2.0)
    before, places = view.view.visible().topLeft(), dict(view.scene.document.journey.places)
    port = view.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(port, QPoint(120, 90))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))
    assert view.view.visible().topLeft() != before
    assert view.scene.document.journey.places == places


# -- heat ------------------------------------------------------------------------------------------------


def test_heat_tints_by_how_many_and_has_a_legend_with_numbers(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    wait, event = step_of(live_desk.journey, "wait"), step_of(live_desk.journey, "event")

    view.show_heat("waiting")
    assert view.scene.steps[wait].tint is not None and view.scene.steps[event].tint is None
    assert view.legend.isVisible() and view.legend.most.text() == "6 at the most"
    view.show_heat("passed")
    assert view.scene.steps[event].tint is not None and view.scene.steps[wait].tint is None
    arrow = view.scene.wires.items[f"{event}:next"]
    assert arrow.heat is not None and arrow.heat.widthF() == 6.0
    view.show_heat("")
    assert view.scene.steps[event].tint is None and not view.legend.isVisible()
    assert arrow.heat is None


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0"), (9999, "9,999"), (12_345, "12.3k"), (10_000, "10k"), (1_250_000, "1.2M"), (10**6, "1M")]
)
def test_numbers_fit_on_a_card(n: int, text: str) -> None:
    assert numbers.short(n) == text


# -- where is Maria --------------------------------------------------------------------------------------


def test_where_is_somebody_and_why(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    view.begin_find()
    view.where.search.setText("Name2")
    live_desk.until(lambda: view.where.story is not None)

    way = [view.where.way.item(n).text() for n in range(view.where.way.count())]
    assert way == ["Event: signed_up", "Wait 1 day"]
    assert "Waits until" in view.where.way.item(1).toolTip()
    assert view.where.name.text() == "Name2 Jansen"
    assert "Is at “Wait 1 day” now." in view.where.state.text()
    wait, end = step_of(live_desk.journey, "wait"), step_of(live_desk.journey, "end")
    assert view.scene.steps[wait].on_path and not view.scene.steps[end].on_path
    live_desk.later(days=1, minutes=1)
    live_desk.tell()
    live_desk.until(lambda: view.where.way.count() == 4)
    assert "reached an end" in view.where.state.text()
    view.tabs.setCurrentWidget(view.overview)
    assert not view.scene.steps[wait].on_path


def test_several_are_found_and_one_is_picked(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    view.where.look_for("Jansen")
    view.begin_find()
    live_desk.until(lambda: view.where.people.count() == 6)
    view.where.people.itemClicked.emit(view.where.people.item(3))
    live_desk.until(lambda: view.where.name.text() == "Name4 Jansen")
    assert view.where.hint.text() == "This contact never was in a journey."
    view.where.look_for("Nobody")
    live_desk.until(lambda: view.where.hint.text() == "Nobody was found.")


def test_somebody_in_a_list_leads_to_where_they_are(live_desk: LiveDesk) -> None:
    other = live_desk.published(name="Other")
    live_desk.enter(other.id, live_desk.people)
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    view.open_spot(Spot(step_of(live_desk.journey, "wait"), "waiting"))
    live_desk.until(lambda: view.people.model.rowCount() == 6)
    view.people._choose(view.people.model.index(2, NAME))
    live_desk.until(lambda: view.where.story is not None)

    assert view.tabs.currentWidget() is view.where
    assert view.where.story is not None and view.where.story.journey == live_desk.journey.id
    assert view.where.ways.count() == 2
    view.where.ways.setCurrentIndex(1 - view.where.ways.currentIndex())
    view.where._show_story()
    assert view.where.story.journey == other.id
    assert not any(step.on_path for step in view.scene.steps.values()), "it is another journey's way"


# -- versions --------------------------------------------------------------------------------------------


def test_an_earlier_version_is_looked_at_with_its_own_numbers(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people[:2])
    wait = step_of(live_desk.journey, "wait")
    longer = SetFields(step=wait, fields={"duration": {"amount": 2, "unit": "days"}}).apply(live_desk.journey)
    live_desk.studio.journeys.save(longer)
    live_desk.studio.running.publish(live_desk.journey.id)
    live_desk.enter(live_desk.journey.id, live_desk.people[2:])
    view = opened(live_desk)
    assert texts(view, wait)["waiting"] == "4"
    assert [view.head.editions.itemText(n) for n in range(2)] == ["Version 2 · 4 inside", "Version 1 · 2 inside"]

    view.head.edition.emit(view.head.editions.itemData(1))
    live_desk.until(lambda: texts(view, wait)["waiting"] == "2")
    assert view.scene.document.journey.steps[wait].fields["duration"] == A_DAY["duration"]


# -- what is wrong ---------------------------------------------------------------------------------------


def test_a_template_that_meta_paused_is_seen_at_its_step(live_desk: LiveDesk) -> None:
    made = live_desk.published(OFFER, name="Offer")
    live_desk.enter(made.id, live_desk.people)
    with live_desk.store.write() as conn:
        conn.execute("UPDATE campaigns SET state = 'paused', pause_reason = 'meta-132015' WHERE kind = 'stream'")
    view = opened(live_desk, made.id)

    assert view.scene.steps[step_of(made, "send_template")].badge == "warning"
    said = " ".join(one.text() for one in view.overview.findChildren(type(view.head.name)))
    assert "6 messages of this step are held back" in said
    with live_desk.store.write() as conn:
        conn.execute("UPDATE campaigns SET state = 'sending', pause_reason = '' WHERE kind = 'stream'")
    view.on_changes(Changes(sending=True))
    live_desk.until(lambda: view.scene.steps[step_of(made, "send_template")].badge is None)


def test_it_says_that_nothing_moves_without_the_engine(live_desk: LiveDesk) -> None:
    view = opened(live_desk)
    assert "engine is not running" in view.banners.shown["engine"].label.text()
