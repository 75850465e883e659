"""Decides what a scene shows of its document and of a hand at work, and what is where on it."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtWidgets import QApplication

from tests.fixtures.drawn import MANY, document, grid, journey, step, welcome
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.edits import ChangeStep, Disconnect, PutFrame, SetFields
from whatsapp_studio.journeys.graph import Frame, Journey, Step
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.hits import Hit
from whatsapp_studio.qt.canvas.items.frame import FrameItem
from whatsapp_studio.qt.canvas.items.link import LinkItem
from whatsapp_studio.qt.canvas.items.note import NoteItem
from whatsapp_studio.qt.canvas.items.step import StepItem
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.tips import selection_words, tip_at

FRAMED = Frame(id="f", title="They answered", steps=("ask", "more", "again"))


@pytest.fixture
def scene(qapp: QApplication) -> JourneyScene:
    theme.apply(qapp, "light")
    return JourneyScene(document(welcome()))


def test_every_thing_has_its_item(scene: JourneyScene) -> None:
    scene.document.do(PutFrame(frame=FRAMED))

    assert isinstance(scene.item_of("hi"), StepItem)
    assert isinstance(scene.item_of("n"), NoteItem)
    assert isinstance(scene.item_of("f"), FrameItem)
    assert isinstance(scene.item_of("hi:next"), LinkItem)
    assert scene.item_of("nobody") is None


def test_points_are_told_apart(scene: JourneyScene) -> None:
    hi = scene.steps["hi"]
    failed = scene.port_point("again", "failed")
    cases = {
        Hit("step", "hi"): hi.card.center(),
        Hit("port", "hi", "failed"): scene.port_point("hi", "failed") + QPointF(8, 11),
        Hit("label", "hi", "failed"): scene.port_point("hi", "failed") + QPointF(0, 18),
        Hit("port", "again", "failed"): failed,
        Hit("link", "wait:next", "next"): QPointF(344 + 7, 410),
        Hit("note", "n"): QPointF(-100, 650),
        Hit("nothing"): QPointF(-1000, -1000),
    }
    assert {scene.thing_at(at): at for at in cases.values()} == cases


def test_a_link_is_hit_up_to_eight_pixels_beside_it(scene: JourneyScene) -> None:
    assert scene.thing_at(QPointF(344 + 8, 410)).kind == "link"
    assert scene.thing_at(QPointF(344 + 10, 410)).kind == "nothing"


def test_a_free_output_offers_a_plus_while_its_step_is_pointed_at_or_selected(scene: JourneyScene) -> None:
    again = scene.steps["again"]
    at = again.plus_at("failed")
    assert scene.thing_at(at).kind != "plus"

    scene.show_hover(scene.thing_at(again.card.center()))
    assert scene.thing_at(at) == Hit("plus", "again", "failed")

    scene.show_hover(None)
    assert scene.thing_at(at).kind != "plus"

    scene.document.select({"again"})
    assert scene.thing_at(at) == Hit("plus", "again", "failed")
    # The output that leads on offers none.
    assert scene.thing_at(again.plus_at("next")).kind != "plus"


def test_a_selected_link_shows_handles_at_its_ends(scene: JourneyScene) -> None:
    assert scene.overlay.handles == ()

    scene.document.select({"hi:failed"})

    start, end = scene.overlay.handles
    assert scene.thing_at(start) == Hit("link_start", "hi:failed", "failed")
    assert scene.thing_at(end) == Hit("link_end", "hi:failed", "failed")
    # The handle stands clear of the words under the output.
    assert scene.labels["hi"].at(start) is None
    scene.document.do(Disconnect(links=frozenset({"hi:failed"})))
    assert scene.overlay.handles == ()


def test_badges_say_the_worst_and_their_tip_says_what(scene: JourneyScene) -> None:
    found = (
        Problem("link-no-step", "ask", severity="warning"),
        Problem("link-no-step", "ask.outcomes.o1"),
        Problem("link-no-step", "tag", severity="warning"),
    )
    scene = JourneyScene(document(welcome(), found))
    scene.document.check_now()

    assert scene.steps["ask"].badge == "error"
    assert scene.steps["tag"].badge == "warning"
    assert scene.steps["hi"].badge is None
    at = scene.steps["ask"].badge_at()
    assert scene.thing_at(at) == Hit("badge", "ask")
    assert len(tip_at(scene, at).splitlines()) == 2


def test_selection_is_mirrored(scene: JourneyScene) -> None:
    scene.document.select({"hi", "n", "hi:next"})

    assert [i for i, item in scene.steps.items() if item.chosen] == ["hi"]
    assert scene.notes["n"].chosen and scene.wires.items["hi:next"].chosen
    scene.document.select(())
    assert not scene.steps["hi"].chosen and not scene.notes["n"].chosen


def test_legal_targets_stand_out_and_all_others_are_dimmed(scene: JourneyScene) -> None:
    scene.show_legal(frozenset({"out", "tag"}))

    assert {i for i, item in scene.steps.items() if not item.dimmed} == {"out", "tag"}
    assert {i for i, item in scene.steps.items() if item.target} == {"out", "tag"}
    scene.show_legal(frozenset())
    assert all(item.dimmed for item in scene.steps.values())
    scene.show_legal(None)
    assert not any(item.dimmed or item.target for item in scene.steps.values())


def test_a_path_and_its_end(scene: JourneyScene) -> None:
    scene.show_path(["in", "hi"], ["in:next"])

    assert {i for i, item in scene.steps.items() if item.on_path} == {"in", "hi"}
    assert {i for i, item in scene.steps.items() if item.dimmed} == set(scene.steps) - {"in", "hi"}
    assert scene.wires.items["in:next"].on_path and scene.steps["hi"].head is not None
    scene.show_path([], [])
    assert not any(item.dimmed for item in (*scene.steps.values(), *scene.wires.items.values()))
    assert scene.steps["hi"].head is None


def test_marks_splice_rubber_and_guides(scene: JourneyScene) -> None:
    scene.show_marks({"hi": "changed", "hi:failed": "removed"})
    assert scene.steps["hi"].mark == "changed" and scene.wires.items["hi:failed"].mark == "removed"
    scene.show_marks({})
    assert scene.steps["hi"].mark == "" and scene.wires.items["hi:failed"].mark == ""

    scene.show_splice("hi:next")
    assert scene.wires.items["hi:next"].splicing
    scene.show_splice(None)
    assert not scene.wires.items["hi:next"].splicing

    scene.show_rubber(QPointF(0, 0), QPointF(50, 90), False)
    assert scene.overlay.rubber == (QPointF(0, 0), QPointF(50, 90), False)
    assert scene.overlay.boundingRect().contains(QRectF(0, 0, 50, 90))
    scene.hide_rubber()
    scene.show_guides([QLineF(0, 0, 0, 400)])
    assert scene.overlay.rubber is None and len(scene.overlay.guides) == 1
    scene.show_guides([])
    assert scene.overlay.guides == () and scene.overlay.boundingRect().isEmpty()


def test_a_lasso_takes_what_it_touches(scene: JourneyScene) -> None:
    assert scene.items_touching(QRectF(-140, 600, 300, 20)) == {"n", "more"}
    # Drawn from the other corner.
    assert scene.items_touching(QRectF(160, 620, -300, -20)) == {"n", "more"}
    assert scene.items_touching(QRectF(-5000, 0, 10, 10)) == frozenset()


# -- frames ------------------------------------------------------------------------------------------


def test_an_open_frame_lies_around_its_steps(scene: JourneyScene) -> None:
    scene.document.do(PutFrame(frame=FRAMED))
    frame = scene.frames["f"]

    assert all(frame.card.contains(scene.steps[i].card) for i in FRAMED.steps)
    assert frame.zValue() < scene.steps["ask"].zValue()
    assert scene.thing_at(frame.bar.topLeft() + QPointF(60, 16)) == Hit("frame_title", "f")
    assert scene.thing_at(frame.toggle.center()) == Hit("frame_toggle", "f")
    assert scene.thing_at(frame.card.bottomLeft() + QPointF(40, 0)) == Hit("frame", "f")
    # Inside it is canvas: a lasso may begin there.
    assert scene.thing_at(frame.card.topLeft() + QPointF(16, 60)).kind == "nothing"


def test_a_collapsed_frame_is_one_card_with_the_arrows_out_of_and_into_it(scene: JourneyScene) -> None:
    scene.document.do(PutFrame(frame=msgspec.structs.replace(FRAMED, collapsed=True)))
    frame = scene.frames["f"]

    assert {i for i, item in scene.steps.items() if not item.isVisible()} == {"ask", "more", "again"}
    links = scene.wires.items
    assert not links["ask:o1"].isVisible() and not links["ask:timeout"].isVisible()
    assert links["wait:next"].way[-1] == (frame.card.center().x(), frame.card.top())
    assert [links[i].way[0][1] for i in ("more:next", "again:next")] == [frame.card.bottom()] * 2
    assert len(frame.ports) == 2 and frame.entered
    below = [label.text.text() for label in scene.labels["f"].labels()]
    assert below == ["sent", "sent"]
    at = scene.labels["f"].labels()[1].pill.center() + frame.pos()
    assert scene.thing_at(at) == Hit("link", "again:next", "next")
    assert frame.texts()[1].text() == "3 steps · 2 messages"
    assert scene.in_point("ask") == QPointF(frame.card.center().x(), frame.card.top())
    assert scene.port_point("more", "next") == QPointF(*links["more:next"].way[0])
    assert scene.thing_at(frame.card.center()) == Hit("frame_title", "f")
    assert scene.items_touching(frame.card) >= {"f"}

    scene.document.do(PutFrame(frame=FRAMED))

    assert all(item.isVisible() for item in scene.steps.values())
    assert links["ask:o1"].isVisible()


def test_a_collapsed_frame_shows_the_worst_badge_of_its_steps(qapp: QApplication) -> None:
    shut = msgspec.structs.replace(FRAMED, collapsed=True)
    found = (Problem("link-no-step", "more", severity="warning"), Problem("link-no-step", "again"))
    scene = JourneyScene(document(msgspec.structs.replace(welcome(), frames={"f": shut}), found))

    scene.document.check_now()

    assert scene.frames["f"].badge == "error"


# -- labels ------------------------------------------------------------------------------------------


def test_a_label_stands_under_every_output_of_a_step_with_several(scene: JourneyScene) -> None:
    assert [label.text.text() for label in scene.labels["ask"].labels()] == ["replied", "no reply in 2 d"]
    assert scene.labels["wait"].labels() == ()


def test_labels_cover_neither_a_step_nor_each_other(qapp: QApplication) -> None:
    scene = JourneyScene(document(grid(60)))
    for i, labels in scene.labels.items():
        pills = [label.pill for label in labels.labels()]
        assert not any(a.intersects(b) for a, b in combinations(pills, 2)), i
        if i in scene.steps:
            assert not any(pill.translated(labels.pos()).intersects(scene.steps[i].card) for pill in pills)
            # Whatever else they meet: cards lie above labels.
            assert labels.zValue() < scene.steps[i].zValue()


def test_a_label_without_room_is_cut_and_its_tip_says_it_whole(qapp: QApplication) -> None:
    long = {"outcomes": [{**one, "keywords": ["a very long keyword", "and one more"]} for one in MANY["outcomes"]]}
    scene = JourneyScene(document(journey({"a": (step("a", "reaction", **long), (0, 0))}, [])))
    cut = next(label for label in scene.labels["a"].labels() if not label.whole)

    assert cut.text.text().endswith("…")
    assert tip_at(scene, cut.pill.center()) == cut.port.label


def test_labels_follow_what_a_step_becomes(scene: JourneyScene) -> None:
    scene.document.do(SetFields(step="ask", fields=MANY))

    assert len(scene.labels["ask"].labels()) == len(scene.steps["ask"].ports) == 6
    assert scene.steps["ask"].width > 208


# -- words -------------------------------------------------------------------------------------------


def test_a_card_without_room_says_its_name_in_a_tip(scene: JourneyScene) -> None:
    assert tip_at(scene, scene.steps["wait"].card.center()) == ""

    scene.document.do(ChangeStep(step="wait", name="A name that is far too long for a card of this size"))

    assert "far too long for a card" in tip_at(scene, scene.steps["wait"].card.center())


def test_the_selection_in_words(scene: JourneyScene) -> None:
    doc = scene.document
    said = []
    for some in ({"hi"}, {"hi", "ask"}, {"hi:failed"}, {"n"}, ()):
        doc.select(some)
        said.append(selection_words(doc))

    assert said[0].startswith("Send welcome_nl")
    assert said[1] == "2 items selected"
    assert said[2] == "From Send welcome_nl, failed, to Mark as engaged"
    assert said[3].startswith("Note: Ask Sanne")
    assert said[4] == "Nothing selected"


def test_a_step_of_a_newer_version_keeps_its_arrows(qapp: QApplication) -> None:
    made = welcome()
    steps = {**made.steps, "wait": Step(id="wait", kind="telepathy", fields={"strength": 3})}
    scene = JourneyScene(document(msgspec.structs.replace(made, steps=steps)))

    assert [port.name for port in scene.steps["wait"].ports] == ["next"]
    assert scene.wires.items["wait:next"].way
    scene.document.do(Disconnect(links=frozenset({"wait:next"})))
    assert scene.steps["wait"].ports == ()


def test_a_scene_takes_any_words(qapp: QApplication) -> None:
    """Hostile strings are drawn as they are: no markup, and never more than two lines."""
    made = journey({"a": (step("a", "wait", "<b>bold</b>\n\x00\u202e" + "x" * 5000), (0, 0))}, [])

    title, _ = JourneyScene(document(made)).steps["a"].texts()

    assert title.text().startswith("<b>bold</b>") and title.text().count("\u2028") == 1


def test_an_empty_frame_is_somewhere(qapp: QApplication) -> None:
    scene = JourneyScene(document(Journey(id="j", frames={"f": Frame(id="f")})))

    assert not scene.frames["f"].card.isEmpty()
