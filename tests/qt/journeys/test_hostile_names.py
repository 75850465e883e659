"""Names with signs of markup and of shortcuts are shown letter for letter, wherever they are shown."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.fixtures.journey_desk import Editors
from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.journeys.edits import ChangeStep, RenameJourney
from whatsapp_studio.journeys.graph import Frame, Journey, link_id
from whatsapp_studio.qt.home.recent_journeys import RecentJourneys
from whatsapp_studio.qt.journeys.versions import VersionsView
from whatsapp_studio.qt.widgets.plain import plain_tip, unmarked

NAME = "A & B <b>bold</b> &amp;"


def hostile() -> Journey:
    """The small journey, everything in it with the name."""
    small = small_journey()
    steps = {id: msgspec.structs.replace(step, name=NAME) for id, step in small.steps.items()}
    frames = {"frame": Frame(id="frame", title=NAME, steps=("pause",))}
    return msgspec.structs.replace(small, name=NAME, steps=steps, frames=frames)


def read_as_markup(widget: QWidget) -> list[str]:
    """The texts below a widget that would lose signs."""
    plain = Qt.TextFormat.PlainText
    labels = [one.text() for one in widget.findChildren(QLabel) if one.textFormat() != plain]
    buttons = [one.text() for one in widget.findChildren(QPushButton)]
    tips = [one.toolTip() for one in widget.findChildren(QWidget)]
    return [
        *(text for text in labels if Rich.mightBeRichText(text)),
        *(text for text in buttons if "&" in text.replace("&&", "")),
        *(text for text in tips if "<b>" in text),
    ]


def test_in_the_editor_whatever_is_selected(editors: Editors) -> None:
    editor = editors.open(hostile())
    document = editor.document
    links = [link_id(link.source, link.port) for link in document.journey.links.values()]
    for chosen in ([], *([id] for id in (*document.journey.steps, "frame", *links)), list(document.journey.steps)):
        document.select(chosen, chosen[0] if chosen else "")
        for tab in range(editor.inspector.tabs.count()):
            editor.inspector.tabs.setCurrentIndex(tab)
            assert not read_as_markup(editor), (chosen, tab)
    document.select(["pause"], "pause")
    editor.hand.quick_add()
    assert editor.hand.chooser is not None
    assert not read_as_markup(editor.hand.chooser)


@pytest.mark.parametrize("edit", [RenameJourney(name=NAME), ChangeStep(step="pause", name=NAME)])
def test_what_undo_takes_back(editors: Editors, edit: RenameJourney | ChangeStep) -> None:
    editor = editors.open(small_journey())
    editor.document.do(edit)
    action = editor.edits.all["undo"]
    assert unmarked(NAME) in action.text()
    assert plain_tip(NAME).removeprefix("<p>").removesuffix("</p>") in action.toolTip()


def test_among_the_versions(editors: Editors) -> None:
    editor = editors.open(hostile())
    view = VersionsView(editors.desk.studio.journeys, editor.document)
    view.begin()
    editors.desk.until(lambda: bool(view.name.text()))
    assert view.name.text() == NAME
    assert not read_as_markup(view)
    view.deleteLater()


def test_on_the_home_page(editors: Editors, qtbot: object) -> None:
    journeys = editors.desk.studio.journeys
    editors.keep(hostile())
    rows = RecentJourneys()
    rows.show_journeys(journeys.all(), journeys.all()[0].saved_at, {})
    (link,) = (one for one in rows.findChildren(QPushButton) if one.text())
    assert link.text() == unmarked(NAME)
